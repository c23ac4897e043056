"""Threads join reports to their senders until they are cut; then nothing leads there, for whoever has the key too."""

from collections.abc import Sequence
from datetime import date

import pytest
from alembic import command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, event, select, text

from participation.ids import PersonId, ReportId
from participation.reports.model import Account, NewReport
from storage.desks.threads import Threads, ends_of
from storage.schema import configured
from storage.tables import reports, threads
from tests.storage.rows import VAULT, House

TODAY = date(2026, 11, 3)
ACCOUNT = Account("noise", "Çdo natë", signature="Zamira Lumturi")


async def send(house: House, person: PersonId, *numbers: int) -> list[ReportId]:
    async with house.database.transaction() as uow:
        return [
            await uow.reports.add(NewReport(f"PR-S-{n}", house.institution, person, ACCOUNT, TODAY, urgent=False))
            for n in numbers
        ]


async def own(house: House, person: PersonId) -> list[str]:
    async with house.database.reading() as uow:
        return sorted(one.receipt for one in await uow.reports.receipts_of(person))


async def senders(house: House, found: Sequence[ReportId]) -> list[PersonId | None]:
    async with house.database.reading() as uow:
        return [await uow.reports.sender(one) for one in found]


async def test_a_report_leads_to_its_sender_until_the_thread_is_cut(house: House):
    mine, yours = await house.people(2)
    first, second = await send(house, mine, 1, 2)
    (third,) = await send(house, yours, 3)
    async with house.database.transaction() as uow:
        await uow.reports.cut(first)
        await uow.reports.cut(first)
    assert await senders(house, (first, second, third)) == [None, mine, yours]
    assert (await own(house, mine), await own(house, yours)) == (["PR-S-2"], ["PR-S-3"])


async def test_cutting_takes_the_name_off_and_leaves_the_words(house: House):
    (number,) = await send(house, await house.person(), 1)
    async with house.database.transaction() as uow:
        await uow.reports.cut(number)
        assert (await uow.reports.get(number)).account == Account("noise", "Çdo natë")


async def test_whoever_is_erased_leaves_no_thread(house: House):
    mine, yours = await house.people(2)
    found = await send(house, mine, 1, 2) + await send(house, yours, 3)
    async with house.database.transaction() as uow:
        await uow.people.erase(mine)
    assert await senders(house, found) == [None, None, yours]
    async with house.database.reading() as uow:
        (row,) = (await uow._connection.execute(select(threads))).mappings()
    assert ends_of(row, VAULT).person == yours


async def test_nothing_beside_a_report_tells_whether_it_has_a_sender(house: House):
    first, _ = await send(house, await house.person(), 1, 2)
    async with house.database.transaction() as uow:
        await uow.reports.cut(first)
        rows = (await uow._connection.execute(select(reports).order_by(reports.c.id))).mappings().all()
    clear = [{name: v for name, v in row.items() if name not in {"id", "receipt", "account", "due"}} for row in rows]
    assert clear[0] == clear[1]
    for sealed in ("account", "due"):
        assert len(rows[0][sealed]) == len(rows[1][sealed])


@pytest.mark.sqlite_only
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # it is left as it was found
@given(cuts=st.permutations(range(6)), late=st.integers(0, 6))
async def test_whatever_is_cut_everybody_finds_the_rest_of_their_own(house: House, cuts: list[int], late: int):
    """Also what they send afterwards: it must not take the number of one that is there."""
    async with house.database.transaction() as uow:
        tied = Threads(uow._connection, VAULT)
        mine, yours = PersonId(7), PersonId(8)
        for number in range(6):
            await tied.tie(mine, f"m{number}")
            await tied.tie(yours, f"y{number}")
        left = {f"m{number}" for number in range(6)}
        for place, number in enumerate(cuts):
            if place == late:
                await tied.tie(mine, "late")
                left.add("late")
            await tied.cut(f"m{number}")
            left.discard(f"m{number}")
            assert set(await tied.receipts(mine)) == left
        assert len(await tied.receipts(yours)) == 6
        await tied.cut_all(mine)
        await tied.cut_all(yours)


def test_an_older_house_keeps_its_senders_and_what_was_read():
    """And going back and forth loses none of them."""
    engine = create_engine("sqlite://")
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA foreign_keys = ON"))
    with engine.begin() as connection:
        command.upgrade(configured(connection, VAULT), "0003")
        connection.execute(text("INSERT INTO institutions VALUES (1, 'B', NULL, 'PR', NULL, NULL, NULL, 30)"))
        for number, person, seen in ((1, 7, True), (2, 0, False), (3, 7, False)):
            receipt = f"PR-S-{number}"
            connection.execute(
                text(
                    "INSERT INTO reports (id, receipt, institution, account, author, owner, received_on, urgent, seen)"
                    " VALUES (:number, :receipt, 1, x'00', :author, :owner, '2026-11-03', 0, :seen)"
                ),
                {
                    "number": number,
                    "receipt": receipt,
                    "author": VAULT.seal_text("reports author", str(person), receipt),
                    "owner": VAULT.mark("reports owner", f"{person}:{number}"),
                    "seen": seen,
                },
            )
        for version in ("0004", "0003", "head"):
            move = command.downgrade if version == "0003" else command.upgrade
            move(configured(connection, VAULT), version)
        rows = connection.execute(text("SELECT state, moved_on FROM reports ORDER BY id")).all()
        ends = [ends_of(row, VAULT) for row in connection.execute(text("SELECT * FROM threads")).mappings()]
    engine.dispose()
    assert [tuple(row) for row in rows] == [
        ("seen", "2026-11-03"),
        ("delivered", "2026-11-03"),
        ("delivered", "2026-11-03"),
    ]
    assert {(end.person, end.receipt) for end in ends} == {(7, "PR-S-1"), (7, "PR-S-3")}
