from datetime import date

import pytest
from sqlalchemy import select

from participation.errors import NotFound
from participation.ids import PersonId, ReportId, UnitId
from participation.messages import Media, MediaKind
from participation.reports.model import Account, NewReport, Report, Spot
from storage.desks.owning import author_of
from storage.tables import audit, reports
from tests.storage.rows import NOW, VAULT, House

ACCOUNT = Account(
    "violence",
    "Te shkolla, çdo ditë pas orës 13",
    (Media(MediaKind.PHOTO, ref="AgAC"),),
    Spot(UnitId(2), "pas palestrës", 40.234, 20.351),
    "Një prind",
)
TODAY = date(2026, 11, 3)


def report(house: House, author: PersonId, number: int = 1, *, urgent: bool = False) -> NewReport:
    return NewReport(f"PR-S-2026-{number:04}", house.institution, author, ACCOUNT, TODAY, urgent)


async def test_a_report_is_kept_whole_and_without_its_author(house: House):
    person = await house.person()
    async with house.database.transaction() as uow:
        number = await uow.reports.add(report(house, person, urgent=True))
        kept = Report(number, "PR-S-2026-0001", house.institution, ACCOUNT, TODAY, urgent=True)
        assert await uow.reports.get(number) == kept
        assert await uow.reports.receipts_of(person) == [kept]
        row = (await uow._connection.execute(select(reports))).mappings().one()
        assert author_of(row, reports, VAULT) == person


async def test_the_unseen_come_first_then_the_newest(house: House):
    mine, yours = await house.people(2)
    async with house.database.transaction() as uow:
        first, second, third = [
            await uow.reports.add(report(house, author, n)) for n, author in enumerate((mine, yours, mine))
        ]
        await uow.reports.mark_seen(third)
        assert await uow.reports.of([house.institution]) == [second, first, third]
        assert [(await uow.reports.get(one)).seen for one in (second, first, third)] == [False, False, True]
        assert await uow.reports.count_unseen([house.institution]) == 2
        assert [one.id for one in await uow.reports.receipts_of(mine)] == [third, first]


async def test_a_report_that_is_not_there_is_not_found(house: House):
    async with house.database.transaction() as uow:
        for ask in (uow.reports.get, uow.reports.mark_seen):
            with pytest.raises(NotFound):
                await ask(ReportId(99))


async def test_what_officials_did_is_noted_in_order(house: House):
    officer = await house.person()
    async with house.database.transaction() as uow:
        for number, person in enumerate((officer, None)):
            await uow.audit.note(
                at=NOW, person=person, institution=house.institution, action="seen", subject=f"report {number}"
            )
        rows = (await uow._connection.execute(select(audit).order_by(audit.c.id))).mappings().all()
    assert [(row["subject"], row["person"] is None) for row in rows] == [("report 0", False), ("report 1", True)]
    assert VAULT.open_text("audit", rows[0]["person"], "report 0") == str(officer)
