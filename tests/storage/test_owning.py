"""What one person sent cannot be laid side by side, and its sender still finds all of it."""

from datetime import date

import pytest
from sqlalchemy import Table, select

from participation.ids import PersonId
from participation.reports.model import Account, NewReport
from storage.desks import owning
from storage.tables import comments, reports
from tests.storage.rows import House

TODAY = date(2026, 11, 3)


async def send(house: House, person: PersonId, numbers: range) -> None:
    async with house.database.transaction() as uow:
        for number in numbers:
            await uow.comments.add(house.comment(person, number=number))
            report = NewReport(f"PR-S-{number}", house.institution, person, Account("noise"), TODAY, urgent=False)
            await uow.reports.add(report)


async def marks(house: House, table: Table) -> list[str | None]:
    async with house.database.reading() as uow:
        return list((await uow._connection.execute(select(table.c.owner))).scalars())


@pytest.mark.parametrize("table", [comments, reports], ids=str)
async def test_no_two_things_of_one_person_bear_the_same_mark(house: House, table: Table):
    await send(house, await house.person(), range(3))
    assert len(set(await marks(house, table))) == 3


@pytest.mark.parametrize("piece", [1, 2, 3, 7])
async def test_everybody_finds_their_own_whatever_the_size_of_a_piece(house: House, monkeypatch, piece: int):
    monkeypatch.setattr(owning, "MOST_AT_ONCE", piece)
    mine, yours = await house.people(2)
    for person, numbers in ((mine, range(3)), (yours, range(3, 4)), (mine, range(4, 6))):
        await send(house, person, numbers)
    async with house.database.reading() as uow:
        assert [one.id for one in await uow.comments.of_person(mine)] == [6, 5, 3, 2, 1]
        assert [one.id for one in await uow.reports.receipts_of(yours)] == [4]


@pytest.mark.parametrize("table", [comments, reports], ids=str)
async def test_only_the_marks_of_whoever_is_erased_go(house: House, table: Table):
    mine, yours = await house.people(2)
    await send(house, mine, range(2))
    await send(house, yours, range(2, 3))
    async with house.database.transaction() as uow:
        await uow.people.erase(mine)
    assert [mark is None for mark in await marks(house, table)] == [True, True, False]
