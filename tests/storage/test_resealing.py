"""All is sealed anew: the new key opens everything, the old one nothing, and everybody is found again."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, String, text

from participation.drafts import KeptDraft
from participation.letters import DeadlineReminder, Lane, Reply
from participation.meetings.heard import Heard
from participation.messages import Message
from participation.people.model import Invitation, Role
from storage.database import Database
from storage.errors import WrongKey
from storage.keys import Key, add_key, create_key_file, new_key, read_key_file
from storage.resealing import SEALS
from storage.tables import drafts, entries, known_problems, metadata, threads, topics, unveilings
from storage.vault import Vault
from tests.storage.rows import BOT, NOW, House, url_of
from tests.storage.test_privacy import (
    BEFORE,
    CALLED,
    CHAT,
    FILED,
    GATHERED,
    GROUP_CHAT,
    KNOWN,
    OFFICER_CHAT,
    SECRETS,
    THREAD,
    play,
)

pytestmark = pytest.mark.sqlite_only
BOUND = (
    *(drafts.c.sealed, threads.c.sealed, entries.c.sealed, unveilings.c.sealed, known_problems.c.sealed),
    topics.c.sealed,
)
"""What is sealed and bound to something else than its own row."""
OLD, NEW = Key(b"test", bytes(range(32))), new_key()


def sealed(path: Path) -> Iterator[bytes]:
    with closing(sqlite3.connect(path)) as connection:
        for column in (*(seal.column for seal in SEALS), *BOUND):
            rows = connection.execute(f"SELECT {column.name} FROM {column.table.name} WHERE {column.name} IS NOT NULL")
            yield from (value for (value,) in rows)


@pytest.fixture
def before() -> list[bytes]:
    """What was sealed with the old key."""
    return []


@pytest.fixture
async def resealed(house: House, place: Path, before: list[bytes]) -> AsyncIterator[House]:
    person, _ = await play(house)
    async with house.database.transaction() as uow:
        await uow.people.add_invitation("unused", Invitation(house.institution, Role.ADMIN, NOW + timedelta(days=1)))
        await uow.outbox.add(Reply(Message("waits")), to=person, lane=Lane.REPLY, due_at=NOW)
        await uow.outbox.announce(house.announced, to=house.audience, lane=Lane.ANNOUNCEMENT, due_at=NOW)
        letter = DeadlineReminder(house.consultation, NOW.date())
        await uow.outbox.remind(letter, people=[person], due_at=NOW, use_by=NOW, key="deadline")
    await house.database.close()
    before += sealed(place / "house.sqlite3")
    house.database = Database(url_of(place / "house.sqlite3"), Vault([NEW, OLD]))
    await house.database.open()
    await house.database.reseal()
    yield house
    await house.database.close()


def test_every_seal_is_of_the_new_key_and_no_old_one_is_left(resealed: House, place: Path, before: list[bytes]) -> None:
    assert {value[:4] for value in sealed(place / "house.sqlite3")} == {NEW.id}
    content = b"".join(file.read_bytes() for file in place.iterdir())
    assert len(before) > 5
    assert [value for value in before if value in content] == []


async def test_everybody_and_everything_is_found_again_after_a_restart(resealed: House, place: Path) -> None:
    await resealed.database.close()
    database = Database(url_of(place / "house.sqlite3"), Vault([NEW, OLD]))
    await database.open()
    async with database.transaction() as uow:
        person = await uow.addresses.find(BOT, CHAT)
        assert person is not None
        assert (await uow.addresses.address_of(person)).chat == CHAT
        (comment,) = await uow.comments.of_person(person)
        assert comment.answer.reason
        assert comment.filing == FILED
        assert [one.words.text for one in comment.earlier] == [BEFORE]
        (report,) = await uow.reports.receipts_of(person)
        assert report.account.text
        assert await uow.reports.sender(report.id) == person
        assert [entry.deed.words for entry in await uow.reports.entries(report.id)] == [SECRETS[-2]]
        assert [one.reason for one in (await uow.unveilings.of(report.id)).values()] == [SECRETS[-1]]
        assert (await uow.known.about(report.id)).words == KNOWN
        officer = await uow.addresses.find(BOT, OFFICER_CHAT)
        assert {one.called for one in await uow.people.offices(officer)} == {"", CALLED}
        name, need, moderator, _ = GATHERED
        assert (await uow.meetings.attendance(resealed.meeting, officer)).need.words == need
        assert (await uow.presence.speakers(resealed.meeting))[0].name == name
        assert (await uow.minutes.finished(resealed.meeting)).minutes.moderator == moderator
        assert await uow.doors.by_code("4821") == resealed.meeting
        assert await uow.doors.tries(officer, NOW.date()) == 1
        await uow.voices.count(resealed.meeting, officer, Heard.MUCH)
        heard = await uow.voices.counts(resealed.meeting)
        assert {step: count for step, count in heard.items() if count} == {Heard.MUCH: 1}, "nobody is counted twice"
        group = await uow.groups.of(resealed.institution)
        assert group.recipient == await uow.addresses.find(BOT, GROUP_CHAT)
        assert await uow.groups.case_in(group.recipient, THREAD) == report.id
        assert (await uow.groups.topic(report.id)).thread == THREAD
        assert (await uow.drafts.get(person, "report", NOW)).dialog == "report"
        await uow.drafts.save(
            person,
            KeptDraft("report", 1, "s", "{}"),
            touched_at=NOW,
            listens_until=NOW,
            expires_at=NOW + timedelta(days=1),
        )
        assert (await uow._connection.execute(text("SELECT count(*) FROM drafts"))).scalar_one() == 1
        letter = DeadlineReminder(resealed.consultation, NOW.date())
        again = await uow.outbox.remind(letter, people=[person], due_at=NOW, use_by=NOW, key="deadline")
        assert again == 0, "nobody is reminded twice"
        assert await uow.people.use_invitation("unused", NOW) is None
    queue = database.queue(BOT)
    await queue.expand(NOW, 10)
    assert len(await queue.claim(NOW, limit=10, others=0, lease=timedelta(minutes=1))) == 2
    await database.close()


@pytest.mark.parametrize("keys", [[OLD], [NEW], [OLD, NEW]], ids=["old", "new alone", "turned around"])
async def test_other_keys_no_longer_open_it(resealed: House, place: Path, keys: list[Key]) -> None:
    await resealed.database.close()
    database = Database(url_of(place / "house.sqlite3"), Vault(keys))
    with pytest.raises(WrongKey):
        await database.open()
    await database.close()


def test_no_sealed_column_is_forgotten() -> None:
    binary = {
        column for table in metadata.tables.values() for column in table.c if isinstance(column.type, LargeBinary)
    }
    assert {seal.column for seal in SEALS} | set(BOUND) == binary


def test_a_key_is_added_on_top_and_the_file_stays_private(tmp_path: Path) -> None:
    first = create_key_file(tmp_path / "key")
    second = add_key(tmp_path / "key")
    assert read_key_file(tmp_path / "key") == (second, first)
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


def test_no_mark_is_forgotten() -> None:
    """Each of these is made anew, or has its reason not to be, in `storage/resealing.py`."""
    columns = [column for table in metadata.tables.values() for column in table.c]
    marks = {str(column) for column in columns if isinstance(column.type, String) and column.type.length == 64}
    made_anew = {
        "topics.mark",
        "addresses.mark",
        "comments.owner",
        "threads.owner",
        "threads.report",
        "drafts.slot",
        "drafts.owner",
    }
    assert marks == made_anew | {
        *("invitations.mark", "parcels.key", "audit.key", "audit.link"),
        *("audit_head.link", "audit_head.proof"),
        *("doors.code", "doors.link", "tries.mark", "voices.mark"),
        *("forum_members.link", "proof_heads.link", "proofs.link", "proofs.who", "proofs.text"),
    }
