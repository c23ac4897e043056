"""Which reports an officer sees in which view, in what order, and how many; none is opened where it need not be."""

import pytest

from participation.dockets import Docket
from participation.ids import PersonId, ReportId, UnitId
from participation.reports.life import State
from participation.reports.model import Account, Gist, NewReport, Spot, View
from storage.desks import views
from storage.tables import reports
from storage.work import Work
from tests.storage.rows import NOW, House

TODAY = NOW.date()


async def keep(
    uow: Work,
    house: House,
    number: int,
    *,
    state: State = State.SEEN,
    officer: PersonId | None = None,
    urgent: bool = False,
    category: str = "noise",
    unit: UnitId | None = None,
) -> ReportId:
    account = Account(category, "Çdo natë", spot=Spot(unit))
    new = NewReport(f"PR-S-{number}", house.institution, PersonId(1), account, TODAY, urgent)
    report = await uow.reports.add(new)
    await uow.reports.move(report, state, officer=officer, on=TODAY)
    return report


async def test_each_report_is_in_its_views_and_in_no_other(house: House) -> None:
    officer, colleague = await house.people(2)
    async with house.database.transaction() as uow:
        new = await keep(uow, house, 1, state=State.DELIVERED)
        nobodys = await keep(uow, house, 2)
        mine = await keep(uow, house, 3, state=State.IN_HAND, officer=officer)
        theirs = await keep(uow, house, 4, state=State.HANDED_OVER, officer=colleague)
        passed_on = await keep(uow, house, 5, state=State.HANDED_OVER)
        closed = await keep(uow, house, 6, state=State.CLOSED)
        joined = await keep(uow, house, 7, state=State.JOINED)
        said = await keep(uow, house, 8, state=State.CLOSED)
        await uow._connection.execute(reports.update().where(reports.c.id == said).values(said=True))
        is_open = {new, nobodys, mine, theirs, passed_on}
        expected = {
            View.ALL: is_open | {closed, joined, said},
            View.NEW: {new, said},
            View.MINE: {mine},
            View.FREE: {nobodys, passed_on},
            View.LATE: is_open,
            View.OPEN: is_open,
            View.CLOSED: {closed, joined, said},
        }
        assert {
            view: set(await uow.reports.of([Docket(house.institution)], view, officer=officer)) for view in View
        } == expected
        counted = await uow.reports.count_by_view([Docket(house.institution)], officer=officer)
        assert counted == {view: len(found) for view, found in expected.items()}
        elsewhere = await uow.admin.add_institution("Bashkia Berat", municipality="Berat", prefix="BR")
        assert await uow.reports.count_by_view([Docket(elsewhere)], officer=officer) == dict.fromkeys(View, 0)
        assert await uow.reports.of([Docket(elsewhere)]) == []


async def test_what_is_unread_comes_first_and_what_is_closed_last(house: House) -> None:
    officer = await house.person()
    async with house.database.transaction() as uow:
        closed = await keep(uow, house, 1, state=State.CLOSED, urgent=True)
        old, urgent, new = [await keep(uow, house, n, urgent=n == 3) for n in (2, 3, 4)]
        unread = await keep(uow, house, 5, state=State.DELIVERED)
        later = await keep(uow, house, 6)
        in_order = [unread, urgent, later, new, old, closed]
        assert await uow.reports.of([Docket(house.institution)], View.ALL, officer=officer) == in_order


async def test_what_a_report_is_found_by_comes_in_the_same_order(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "AT_ONCE", 2)
    officer = await house.person()
    async with house.database.transaction() as uow:
        first, second, third = [
            await keep(uow, house, n, category=kind, unit=unit)
            for n, (kind, unit) in enumerate([("noise", UnitId(5)), ("weapons", None), ("noise", UnitId(2))])
        ]
        await keep(uow, house, 9, state=State.CLOSED)
        assert await uow.reports.gists([Docket(house.institution)], View.OPEN, officer=officer) == [
            Gist(third, "noise", UnitId(2)),
            Gist(second, "weapons", None),
            Gist(first, "noise", UnitId(5)),
        ]


async def test_to_count_them_none_is_opened(house: House) -> None:
    """What is asked of the state and of the officer must not cost the opening of thousands."""
    officer = await house.person()
    async with house.database.transaction() as uow:
        await keep(uow, house, 1)
        await uow._connection.execute(reports.update().values(account=b"no account"))
        assert (await uow.reports.count_by_view([Docket(house.institution)], officer=officer))[View.OPEN] == 1
        assert len(await uow.reports.of([Docket(house.institution)], View.FREE, officer=officer)) == 1
