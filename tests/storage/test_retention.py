"""A report that was closed long enough ago is deleted, and nothing of it is left on the disk but a tombstone."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from participation.errors import NotFound
from participation.ids import PersonId, ReportId
from participation.reports.life import Act, State
from participation.reports.model import Account, Deed, Entry, NewReport
from participation.reports.retention import expire_reports
from storage.tables import entries, institutions, reports, threads, tombstones
from tests.storage.rows import NOW, House
from tests.storage.test_privacy import contents

TODAY = NOW.date()
KEPT = 365


async def send(house: House, person: PersonId, number: int = 1) -> ReportId:
    new = NewReport(f"PR-S-{number}", house.institution, person, Account("noise", "Çdo natë"), TODAY, urgent=False)
    async with house.database.transaction() as uow:
        report = await uow.reports.add(new)
        await uow.reports.enter(report, Entry(Deed(Act.ASK, "Ku?"), TODAY, is_news=True))
        return report


async def close(house: House, report: ReportId, on: date = TODAY) -> None:
    async with house.database.transaction() as uow:
        await uow.reports.move(report, State.CLOSED, officer=None, on=on)


async def expire(house: House, now: datetime) -> int:
    async with house.database.transaction() as uow:
        return await expire_reports(uow=uow, now=now)


async def test_what_is_closed_is_deleted_after_its_time_and_not_a_day_before(house: House):
    report = await send(house, await house.person())
    await close(house, report)
    assert await expire(house, NOW + timedelta(days=KEPT)) == 0
    assert await expire(house, NOW + timedelta(days=KEPT + 1)) == 1
    async with house.database.reading() as uow:
        for table in (reports, entries, threads):
            assert (await uow._connection.execute(select(table))).all() == []
        stones = (await uow._connection.execute(select(tombstones))).mappings().all()
        assert [dict(stone) for stone in stones] == [
            {"receipt": "PR-S-1", "institution": house.institution, "day": TODAY + timedelta(days=KEPT + 1)}
        ]
        with pytest.raises(NotFound):
            await uow.reports.get(report)


@pytest.mark.parametrize("state", [state for state in State if state is not State.CLOSED])
async def test_what_is_not_closed_never_expires(house: House, state: State):
    report = await send(house, await house.person())
    async with house.database.transaction() as uow:
        await uow.reports.move(report, state, officer=None, on=TODAY)
    assert await expire(house, NOW + timedelta(days=20 * KEPT)) == 0
    async with house.database.reading() as uow:
        assert (await uow.reports.get(report)).state is state


async def test_each_institution_says_how_long_it_keeps_them(house: House):
    async with house.database.transaction() as uow:
        other = await uow.admin.add_institution("Bashkia Elbasan", municipality="Elbasan", prefix="EL")
        await uow._connection.execute(update(institutions).where(institutions.c.id == other).values(keep_days=30))
    mine, theirs = [await send(house, await house.person(), n) for n in (1, 2)]
    async with house.database.transaction() as uow:
        await uow._connection.execute(update(reports).where(reports.c.id == theirs).values(institution=other))
    for report in (mine, theirs):
        await close(house, report)
    assert await expire(house, NOW + timedelta(days=31)) == 1
    async with house.database.reading() as uow:
        assert (await uow.reports.get(mine)).receipt == "PR-S-1"


async def test_the_rest_of_somebodys_own_is_found_when_one_is_gone(house: House):
    person = await house.person()
    first, _, _ = [await send(house, person, n) for n in (1, 2, 3)]
    await close(house, first, on=TODAY - timedelta(days=KEPT + 1))
    assert await expire(house, NOW) == 1
    async with house.database.reading() as uow:
        assert [one.receipt for one in await uow.reports.receipts_of(person)] == ["PR-S-3", "PR-S-2"]


async def test_the_files_hold_nothing_of_what_was_deleted(house: House, place: Path):
    """What was sealed is gone too: a key that is found one day opens nothing."""
    person = await house.person()
    report = await send(house, person)
    async with house.database.reading() as uow:
        sealed = [
            row
            for table, column in (("reports", "account"), ("entries", "sealed"), ("threads", "sealed"))
            for row in (await uow._connection.execute(text(f"SELECT {column} FROM {table}"))).scalars()
        ]
    assert all(part in b"".join(contents(place).values()) for part in sealed)
    await close(house, report, on=TODAY - timedelta(days=KEPT + 1))
    assert await expire(house, NOW) == 1
    await house.shred()
    left = b"".join(contents(place).values())
    assert [part for part in sealed if part in left] == []
    assert b"PR-S-1" in left, "the tombstone stands there"
