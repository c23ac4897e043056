"""What one person sent cannot be laid side by side, and its sender still finds all of it."""

import re
from collections import Counter
from datetime import date

import pytest
from sqlalchemy import Table, event, select

from participation.ids import PersonId
from participation.reports.model import Account, NewReport
from storage.desks import owning
from storage.tables import comments, threads
from storage.vault import Vault
from tests.storage.rows import House

TODAY = date(2026, 11, 3)


async def send(house: House, person: PersonId, numbers: range) -> None:
    async with house.database.transaction() as uow:
        for number in numbers:
            await uow.comments.add(house.comment(person, number=number))
            report = NewReport(f"PR-S-{number}", house.institution, person, Account("noise"), TODAY, urgent=False)
            await uow.reports.add(report)


async def marks(house: House, table: Table) -> list[str]:
    async with house.database.reading() as uow:
        return list((await uow._connection.execute(select(table.c.owner).order_by(*table.primary_key))).scalars())


@pytest.mark.parametrize("table", [comments, threads], ids=str)
async def test_no_two_things_of_one_person_bear_the_same_mark(house: House, table: Table):
    await send(house, await house.person(), range(3))
    assert len(set(await marks(house, table))) == 3


async def test_everybody_finds_their_own_however_many(house: House):
    mine, yours = await house.people(2)
    for person, numbers in ((mine, range(20)), (yours, range(20, 21)), (mine, range(21, 37))):
        await send(house, person, numbers)
    async with house.database.reading() as uow:
        assert [one.id for one in await uow.comments.of_person(mine)] == [*range(37, 21, -1), *range(20, 0, -1)]
        assert [one.id for one in await uow.reports.receipts_of(yours)] == [21]


async def test_to_find_ones_own_the_vault_is_not_asked_about_others(house: House, monkeypatch):
    mine, yours = await house.people(2)
    await send(house, yours, range(60))
    await send(house, mine, range(60, 62))
    asked: list[str] = []
    monkeypatch.setattr(
        Vault, "mark", lambda self, purpose, value, real=Vault.mark: asked.append(purpose) or real(self, purpose, value)
    )
    monkeypatch.setattr(
        Vault, "open", lambda self, *sealed, real=Vault.open: asked.append("open") or real(self, *sealed)
    )
    async with house.database.reading() as uow:
        assert len(await uow.comments.of_person(mine)) == 2
    assert Counter(asked) == {"comments owner": owning.AT_ONCE, "open": 2}


async def test_to_number_the_next_one_the_earlier_are_not_read(house: House):
    person = await house.person()
    await send(house, person, range(3))
    asked: list[str] = []
    async with house.database.transaction() as uow:
        connection = uow._connection.sync_connection
        event.listen(connection, "before_cursor_execute", lambda *given: asked.append(given[2]))
        await uow.comments.add(house.comment(person, number=3))
    read = [statement for statement in asked if statement.startswith("SELECT")]
    assert [statement.splitlines()[0].strip() for statement in read] == ["SELECT comments.owner"]


async def test_without_the_key_what_is_nobodys_looks_like_anybodys(house: House):
    mine, yours = await house.people(2)
    await send(house, mine, range(2))
    await send(house, yours, range(2, 3))
    before = await marks(house, comments)
    async with house.database.transaction() as uow:
        await uow.people.erase(mine)
    after = await marks(house, comments)
    assert [was == now for was, now in zip(before, after, strict=True)] == [False, False, True]
    assert [len({mark[part : part + 8] for mark in after}) for part in range(0, 64, 8)] == [3] * 8
    assert all(re.fullmatch("[0-9a-f]{64}", mark) for mark in after)
    async with house.database.reading() as uow:
        rows = (await uow._connection.execute(select(comments))).mappings().all()
    shapes = {
        tuple(len(value) if isinstance(value, bytes) else value is None for value in row.values()) for row in rows
    }
    assert len(shapes) == 1
