"""What a report is called is sealed with all the rest: it can be changed, and what was taken off is nowhere."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from participation.clock import local_day
from participation.errors import NotFound, Refusal, Refused
from participation.ids import PersonId, ReportId
from participation.people.model import Role
from participation.reports.introducing import introduce, withdraw_name
from participation.reports.life import Act
from participation.reports.model import Account, Deed, Entry, GivenName, NameKind, NewReport
from participation.reports.senders import MOST_ADDED, asked_of, say_more
from storage.codec import to_json
from storage.tables import entries, reports
from tests.storage.rows import NOW, VAULT, House
from tests.storage.test_privacy import contents

SWALLOW = GivenName(NameKind.MADE_UP, "Dallëndyshja")
LIGHT = GivenName(NameKind.MADE_UP, "Drita e natës")
REAL = GivenName(NameKind.REAL, "Zamira Lumturi")
TOLD = Account("noise", "Çdo natë")


async def send(house: House, account: Account = TOLD, number: int = 1, person: PersonId | None = None) -> ReportId:
    person = person or await house.person()
    new = NewReport(f"PR-S-{number}", house.institution, person, account, local_day(NOW), urgent=False)
    async with house.database.transaction() as uow:
        report = await uow.reports.add(new)
        await uow.reports.enter(report, Entry(Deed(Act.NOTE, "Shënim"), local_day(NOW), is_news=False))
        return report


async def kept(house: House, report: ReportId) -> tuple[Account, list[Act]]:
    async with house.database.reading() as uow:
        return (await uow.reports.get(report)).account, [one.deed.act for one in await uow.reports.entries(report)]


async def sealed_of(house: House) -> list[bytes]:
    async with house.database.reading() as uow:
        found = [(await uow._connection.execute(select(column))).scalars() for column in (reports.c.account,)]
        return [bytes(one) for rows in found for one in rows]


@pytest.mark.parametrize("signature", [None, "Zamira Lumturi"])
async def test_what_was_sealed_before_there_were_made_up_names_still_opens(house: House, signature: str | None):
    report = await send(house, replace(TOLD, signature=signature))
    (told,) = json.loads(to_json(replace(TOLD, signature=signature)))
    del told["pseudonym"]
    older = VAULT.seal("report", json.dumps([told]).encode(), "PR-S-1")
    async with house.database.transaction() as uow:
        await uow._connection.execute(reports.update().values(account=older))
    assert (await kept(house, report))[0] == replace(TOLD, signature=signature)


@pytest.mark.parametrize("how", ["cut", "erased", "withdrawn", "another", "closed instead"])
async def test_of_a_name_that_was_taken_off_the_files_hold_nothing(house: House, place: Path, how: str):
    """Neither the words nor the sealed bytes: a key that is found one day opens nothing."""
    person = await house.person()
    report = await send(house, TOLD.named(SWALLOW), person=person)
    before = await sealed_of(house)
    assert all(part in b"".join(contents(place).values()) for part in before)
    async with house.database.transaction() as uow:
        match how:
            case "cut":
                await uow.reports.cut(report)
            case "erased":
                await uow.people.erase(person)
            case "withdrawn":
                await withdraw_name(report, by=person, uow=uow)
            case "another":
                await introduce(report, LIGHT, by=person, uow=uow, now=NOW)
            case _:
                await introduce(report, REAL, by=person, uow=uow, now=NOW)
    await house.shred()
    left = b"".join(contents(place).values())
    assert [part for part in before if part in left] == []
    assert [one for one in (SWALLOW, LIGHT, REAL) if one.words.encode() in left] == []
    named = {"another": LIGHT, "closed instead": REAL}.get(how)
    assert (await kept(house, report))[0] == TOLD.named(named)


async def test_with_a_made_up_name_goes_the_entry_that_tells_of_it(house: House):
    person = await house.person()
    report = await send(house, person=person)
    async with house.database.transaction() as uow:
        await introduce(report, SWALLOW, by=person, uow=uow, now=NOW)
    assert (await kept(house, report))[1] == [Act.NOTE, Act.GO_BY]
    async with house.database.transaction() as uow:
        await introduce(report, LIGHT, by=person, uow=uow, now=NOW)
    assert await kept(house, report) == (TOLD.named(LIGHT), [Act.NOTE, Act.GO_BY])
    async with house.database.transaction() as uow:
        await introduce(report, REAL, by=person, uow=uow, now=NOW)
    assert await kept(house, report) == (TOLD.named(REAL), [Act.NOTE])
    async with house.database.transaction() as uow:
        await introduce(report, SWALLOW, by=person, uow=uow, now=NOW)
        await uow.reports.cut(report)
    assert await kept(house, report) == (TOLD, [Act.NOTE])


@pytest.mark.parametrize("name", [None, SWALLOW, REAL])
async def test_the_same_name_once_more_touches_nothing(house: House, name: GivenName | None):
    person = await house.person()
    report = await send(house, TOLD.named(name), person=person)
    before = await sealed_of(house)
    async with house.database.transaction() as uow:
        if name is None:
            await withdraw_name(report, by=person, uow=uow)
        else:
            await introduce(report, name, by=person, uow=uow, now=NOW)
        await (uow.reports.cut(report) if name is None else uow.reports.mark_read(report))
    assert await sealed_of(house) == before
    assert (await kept(house, report))[1] == [Act.NOTE]


async def test_no_column_and_no_length_tells_what_a_report_is_called(house: House):
    person = await house.person()
    for number, name in enumerate((None, SWALLOW, LIGHT, REAL), 1):
        await send(house, TOLD.named(name), number, person)
    async with house.database.reading() as uow:
        rows = (await uow._connection.execute(select(reports).order_by(reports.c.id))).mappings().all()
    shown = [
        {n: len(v) if isinstance(v, bytes) else v for n, v in row.items() if n not in {"id", "receipt"}} for row in rows
    ]
    assert [one for one in shown if one != shown[0]] == []


async def test_nobody_else_says_who_somebody_is(house: House):
    sender, stranger, officer = await house.people(3)
    report = await send(house, person=sender)
    async with house.database.transaction() as uow:
        await uow.people.appoint(officer, house.institution, Role.COORDINATOR)
        for person in (stranger, officer):
            with pytest.raises(NotFound):
                await introduce(report, SWALLOW, by=person, uow=uow, now=NOW)
            with pytest.raises(NotFound):
                await withdraw_name(report, by=person, uow=uow)
        await uow.reports.cut(report)
        with pytest.raises(NotFound):
            await introduce(report, SWALLOW, by=sender, uow=uow, now=NOW)
    assert (await kept(house, report))[0] == TOLD


@pytest.mark.parametrize("words", ["", "\u2800", "a" * 121])
@pytest.mark.parametrize("kind", NameKind)
async def test_what_can_be_no_name_is_refused(house: House, kind: NameKind, words: str):
    person = await house.person()
    report = await send(house, person=person)
    async with house.database.transaction() as uow:
        with pytest.raises(Refused) as refused:
            await introduce(report, GivenName(kind, words), by=person, uow=uow, now=NOW)
    assert refused.value.why is Refusal.NAME_MISSING


async def test_a_closed_name_leaves_no_entry_and_no_mark_of_news(house: House):
    person = await house.person()
    report = await send(house, person=person)
    async with house.database.transaction() as uow:
        untold = await uow.reports.untold()
        found = await introduce(report, REAL, by=person, uow=uow, now=NOW)
        assert not found.said
        assert await uow.reports.untold() == untold
    assert (await kept(house, report))[1] == [Act.NOTE]


async def test_who_has_said_more_than_anybody_read_is_called_something_all_the_same(house: House):
    """No entry says so: nobody would read it."""
    person = await house.person()
    report = await send(house, person=person)
    for _ in range(MOST_ADDED):
        async with house.database.transaction() as uow:
            await say_more(report, Deed(Act.TELL, "Edhe sot."), by=person, uow=uow, now=NOW)
    async with house.database.transaction() as uow:
        await introduce(report, SWALLOW, by=person, uow=uow, now=NOW)
    account, acts = await kept(house, report)
    assert account.pseudonym == SWALLOW.words
    assert Act.GO_BY not in acts


async def test_a_name_is_no_answer_to_a_question(house: House):
    person = await house.person()
    report = await send(house, person=person)
    async with house.database.transaction() as uow:
        await uow.reports.enter(report, Entry(Deed(Act.ASK, "Ku?"), local_day(NOW), is_news=True))
        await introduce(report, SWALLOW, by=person, uow=uow, now=NOW)
        asked = await asked_of(person, uow=uow)
        assert asked is not None
        await say_more(report, Deed(Act.TELL, "Këtu."), by=person, uow=uow, now=NOW)
        assert await asked_of(person, uow=uow) is None


async def test_the_numbers_of_the_entries_that_stay_do_not_change(house: House):
    person = await house.person()
    report = await send(house, person=person)
    async with house.database.transaction() as uow:
        before = (await uow._connection.execute(select(entries.c.id, entries.c.sealed))).all()
        await introduce(report, SWALLOW, by=person, uow=uow, now=NOW)
        await withdraw_name(report, by=person, uow=uow)
        assert (await uow._connection.execute(select(entries.c.id, entries.c.sealed))).all() == before
