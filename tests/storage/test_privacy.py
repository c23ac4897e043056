"""Whoever steals the files learns no address, no name, no word; and nothing that ties a report to a person."""

import asyncio
import base64
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from participation.comments.model import Answer, Capacity, Filing, Signature, Verdict, Words
from participation.drafts import KeptDraft
from participation.ids import PersonId
from participation.letters import CommentAnswered, Lane, Reply, ReportArrived, UnveilingAsked
from participation.meetings.heard import Heard
from participation.meetings.minutes import Contribution, Minutes, Revision
from participation.meetings.model import Coming, Need, Position, Venue
from participation.meetings.present import Actor, Listing
from participation.messages import Media, MediaKind, Message, Topic
from participation.people.model import Group, Invitation, Office, Role
from participation.post import Sent, Settled
from participation.reports.life import Act
from participation.reports.model import Account, Deed, Entry, NewReport, Spot, Unveiling
from storage.database import Database
from storage.tables import metadata, reports, threads
from tests.storage.rows import BOT, NOW, VAULT, House, url_of

CHAT = 5_550_123_987
OFFICER_CHAT = 5_550_456_321
GROUP_CHAT = -1_005_550_789_654
THREAD = 4_410_555
SECRETS = (
    "Zamira Lumturi",
    "pus i hapur pranë shkollës",
    "dera e kuqe",
    "rrahin fëmijët pas orës së fundit",
    "AwACAgQAAxkzërI",
    "fjalë-hyrje-9",
    "nuk kemi buxhet",
    "ende po e shkruaj",
    "Ja çfarë keni shkruar",
    "answered-key-7",
    "kush tjetër ishte aty",
    "duhet ta gjejmë para mbrëmjes",
)
CALLED = "Mira Kodra, mbrojtja e fëmijëve"
"""What people may call the protection contact."""
FILED = Filing("Uji i zi", "Neni 5, pika b", "Drejtoria e Kanaleve", date(2026, 11, 3))
"""How a comment is filed."""
BEFORE = "kjo u tha më parë"
"""What it said before it was changed."""
KNOWN = "gropa te ura është e njohur"
"""What an official lets citizens read."""


GATHERED = ("Lule Gjokaj", "karrocë me rrota", "Filan Fisteku", "le të hapet linja")
"""What somebody says at a meeting, and who they are."""


async def gather(house: House, guest: PersonId) -> None:
    """Somebody comes to a meeting, with a need and a name; a record is written; they say how far they were heard."""
    name, need, moderator, words = GATHERED
    async with house.database.transaction() as uow:
        await uow.meetings.attend(house.meeting, guest, Coming.YES, wants_to_speak=True, on=NOW.date())
        await uow.meetings.keep_wish(house.meeting, guest, Position.AGAINST, Need(words=need))
        await uow.doors.put(house.meeting, code="4821", link=f"lidhje-{name}")
        await uow.doors.note_try(guest, NOW.date())
        await uow.presence.enter(house.meeting, guest)
        line = await uow.presence.of_person(house.meeting, guest)
        assert line is not None
        await uow.presence.tell(line.id, Actor.CITIZEN, Listing(name))
        said = (Contribution(name, "", words),)
        minutes = Minutes(Venue(NOW, "Salla"), "Tema", moderator, said=said, decisions=(words,))
        await uow.minutes.put(house.meeting, Revision(minutes, 0, NOW))
        await uow.voices.count(house.meeting, guest, Heard.LITTLE)


async def play(house: House) -> tuple[PersonId, PersonId]:
    """A whole day: drafts, a comment and its answer, a report and its receipt, replies sent and replies waiting."""
    name, words, spot, account, ref, token, reason, draft, preview, key, asked, why = SECRETS
    person, officer = await house.person(CHAT), await house.person(OFFICER_CHAT)
    async with house.database.transaction() as uow:
        await uow.people.add_invitation(token, Invitation(house.institution, Role.COORDINATOR, NOW + timedelta(1)))
        await uow.people.use_invitation(token, NOW)
        await uow.people.appoint(officer, house.institution, Role.COORDINATOR)
        await uow.people.appoint(officer, house.institution, Role.PROTECTION)
        await uow.people.call(Office(officer, house.institution, Role.PROTECTION, called=CALLED))
        for dialog in ("report", "comment"):
            kept = KeptDraft(dialog, 1, "s", draft)
            await uow.drafts.save(person, kept, touched_at=NOW, listens_until=NOW, expires_at=NOW + timedelta(days=1))
        await uow.drafts.drop(person, "comment")
    async with house.database.transaction() as uow:
        said = Words(words, (Media(MediaKind.VOICE, ref=ref),))
        first = Words(BEFORE)
        comment = await uow.comments.add(house.signed_comment(person, first, Signature(Capacity.ON_BEHALF, name)))
        await uow.ledger.reword(comment, said, NOW.date())
        await uow.ledger.file(comment, FILED)
        told = Account("violence", account, (Media(MediaKind.PHOTO, ref=ref),), Spot(words=spot), name)
        report = await uow.reports.add(
            NewReport("PR-S-2026-0001", house.institution, person, told, date(2026, 11, 3), urgent=True)
        )
        await uow.reports.enter(report, Entry(Deed(Act.ASK, asked), date(2026, 11, 3), is_news=True))
        await uow.known.put(report, KNOWN)
        group = await uow.addresses.person_at(BOT, GROUP_CHAT)
        await uow.groups.put(Group(house.institution, group, told=True))
        await uow.groups.keep(group, Topic(report, "PR-S-2026-0001", THREAD, card=4_410_577, told="seen coordinator"))
        number = await uow.unveilings.add(report, Unveiling(officer, why, date(2026, 11, 3)))
        letter = UnveilingAsked(report, number)
        await uow.outbox.add(letter, to=officer, lane=Lane.REMINDER, due_at=NOW, key=f"unveiling:{number}")
        await uow.outbox.add(ReportArrived(report), to=officer, lane=Lane.URGENT, due_at=NOW, key=f"report:{report}")
        await uow.audit.note(
            at=NOW, person=officer, institution=house.institution, action="report read", subject="report 1"
        )
    await gather(house, officer)
    for _ in range(2):
        async with house.database.transaction() as uow:
            await uow.outbox.add(Reply(Message(preview)), to=person, lane=Lane.REPLY, due_at=NOW)
    async with house.database.transaction() as uow:
        await uow.comments.answer(comment, Answer(Verdict.REFUSED, reason, NOW), by=officer)
        await uow.outbox.add(CommentAnswered(comment), to=person, lane=Lane.URGENT, due_at=NOW, key=key)
    claimed = await house.claim()
    await house.queue.mark_sending([parcel.id for parcel in claimed])
    await house.queue.settle([Settled(parcel.id, Sent(5), NOW) for parcel in claimed])
    return person, officer


def spellings(secret: str) -> Iterator[bytes]:
    """A secret in the ways in which it could stand in a file."""
    for encoding in ("utf-8", "utf-16-le", "latin-1"):
        yield secret.encode(encoding, "ignore")
    yield secret.encode("unicode_escape")
    for offset in range(3):
        yield base64.b64encode(b"x" * offset + secret.encode())[4:-4]


def numbers(number: int) -> Iterator[bytes]:
    yield str(number).encode()
    yield from (number.to_bytes(size, "big") for size in (6, 8))
    yield from (number.to_bytes(size, "little") for size in (6, 8))


def contents(place: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in place.iterdir()}


def modes(place: Path) -> dict[str, int]:
    return {file.name: stat.S_IMODE(file.stat().st_mode) for file in place.iterdir()}


async def test_no_address_name_or_word_can_be_read_in_the_files(house: House, place: Path):
    await play(house)
    traces = [trace for secret in (*SECRETS, *GATHERED, KNOWN, CALLED) for trace in spellings(secret)]
    filed = (FILED.theme, FILED.article, FILED.unit, BEFORE)
    traces = [trace for secret in (*SECRETS, KNOWN, CALLED, *filed) for trace in spellings(secret)]
    traces += [trace for chat in (CHAT, OFFICER_CHAT) for trace in numbers(chat)]
    files = contents(place)
    assert sorted(files) == ["house.sqlite3", "house.sqlite3-shm", "house.sqlite3-wal"]
    for content in files.values():
        assert [trace for trace in traces if trace in content] == []
    await house.database.close()
    content = (place / "house.sqlite3").read_bytes()
    assert [trace for trace in traces if trace in content] == []
    assert BOT.to_bytes(6, "big") in content, "the search would have found a number in the clear"
    assert "Salla e bashkisë".encode() in content, "the search would have found a word in the clear"


async def test_nothing_in_the_tables_ties_a_report_to_a_person(house: House):
    person, _officer = await play(house)
    async with house.database.reading() as uow:
        (report,) = (await uow._connection.execute(select(reports))).mappings().all()
        clear = {name: value for name, value in report.items() if not isinstance(value, bytes)}
        elsewhere = [
            (table.name, dict(row))
            for table in metadata.sorted_tables
            if table is not reports
            for row in (await uow._connection.execute(select(table))).mappings()
        ]
    assert clear == {
        "id": 1,
        "receipt": "PR-S-2026-0001",
        "institution": house.institution,
        "received_on": date(2026, 11, 3),
        "urgent": True,
        "state": "delivered",
        "officer": None,
        "moved_on": date(2026, 11, 3),
        "said": False,
        "lead": None,
        "guarded": False,
    }
    about_the_person = [(table, row) for table, row in elsewhere if row.get("person") == person]
    assert {table for table, _ in about_the_person} == {"addresses", "parcels"}
    readable = [str(value) for _, row in about_the_person for value in row.values() if not isinstance(value, bytes)]
    assert [value for value in readable if "report" in value or "PR-S" in value or "violence" in value] == []


async def test_the_marks_of_one_person_differ_from_table_to_table(house: House):
    """Else whoever steals the file would see who both commented and reported."""
    await play(house)
    async with house.database.reading() as uow:
        marks = [
            value
            for table in metadata.sorted_tables
            for row in (await uow._connection.execute(select(table))).mappings()
            for name, value in row.items()
            if name in {"owner", "mark", "slot", "key"} | ({"report"} if table is threads else set())
            and value is not None
            and table.name != "institution_texts"
        ]
    assert len(set(marks)) == len(marks)
    assert all(len(mark) == 64 for mark in marks)


async def test_after_a_sweep_nothing_old_stands_in_the_write_ahead_log(house: House, place: Path):
    await play(house)
    log = place / "house.sqlite3-wal"
    assert log.stat().st_size > 0
    async with house.database.transaction() as uow:
        await uow.sweeper.sweep(now=NOW, marks_before=NOW)
    assert log.stat().st_size == 0


async def test_nobody_reads_from_the_write_ahead_log_who_commented(house: House, place: Path):
    await play(house)
    await house.shred()
    assert (place / "house.sqlite3-wal").stat().st_size == 0
    assert len(await house.people(2, first=50)) == 2


async def test_whoever_reads_puts_off_the_emptying_of_the_log_and_keeps_nobody_from_writing(house: House, place: Path):
    log = place / "house.sqlite3-wal"
    with closing(sqlite3.connect(place / "house.sqlite3")) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM people").fetchall()
        await play(house)
        async with asyncio.timeout(3):
            await house.shred()
        assert log.stat().st_size > 0
    await house.shred()
    assert log.stat().st_size == 0


async def test_a_new_database_is_for_its_owner_only(place: Path):
    database = Database(url_of(place / "new.sqlite3"), VAULT)
    await database.open()
    await database.migrate()
    found = modes(place)
    await database.close()
    assert found == dict.fromkeys(("new.sqlite3", "new.sqlite3-shm", "new.sqlite3-wal"), 0o600)


async def test_an_error_does_not_carry_the_values_it_was_about(house: House):
    async with house.database.reading() as uow:
        with pytest.raises(DBAPIError) as caught:
            await uow._connection.execute(text("SELECT * FROM nowhere WHERE name = :name"), {"name": SECRETS[0]})
    assert SECRETS[0] not in str(caught.value)


async def test_what_was_deleted_is_overwritten(house: House, place: Path):
    person = await house.person(CHAT)
    async with house.database.transaction() as uow:
        await uow._connection.exec_driver_sql("UPDATE municipalities SET county = 'Kjo-do-të-fshihet' WHERE id = 1")
        await uow.people.erase(person)
    async with house.database.transaction() as uow:
        await uow._connection.exec_driver_sql("UPDATE municipalities SET county = '' WHERE id = 1")
    await house.database.close()
    assert "Kjo-do-të-fshihet".encode() not in (place / "house.sqlite3").read_bytes()
