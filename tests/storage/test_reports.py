from datetime import date
from functools import partial

import pytest
from sqlalchemy import select

from participation.dockets import Docket
from participation.errors import NotFound
from participation.ids import PersonId, ReportId, UnitId
from participation.messages import Media, MediaKind
from participation.reports.life import Act, State
from participation.reports.model import Account, Body, Deed, Entry, Handover, NewReport, Report, Spot
from storage.tables import audit, entries
from tests.storage.rows import NOW, VAULT, House

ACCOUNT = Account(
    "violence",
    "Te shkolla, çdo ditë pas orës 13",
    (Media(MediaKind.PHOTO, ref="AgAC"),),
    Spot(UnitId(2), "pas palestrës", 40.234, 20.351),
    "Një prind",
)
TODAY = date(2026, 11, 3)
NOTE = Entry(Deed(Act.NOTE, "Për mbledhjen"), TODAY, is_news=False)
ASKED = Entry(Deed(Act.ASK, "Në cilën orë?"), TODAY, is_news=True)
HANDED_OVER = Entry(
    Deed(Act.HAND_OVER, handover=Handover(Body.POLICE, TODAY, officer="Zyra e rendit", reference="12/3")),
    TODAY,
    is_news=True,
)


def report(house: House, author: PersonId, number: int = 1, *, urgent: bool = False) -> NewReport:
    return NewReport(f"PR-S-2026-{number:04}", house.institution, author, ACCOUNT, TODAY, urgent)


async def test_a_report_is_kept_whole_and_without_its_author(house: House):
    person = await house.person()
    async with house.database.transaction() as uow:
        number = await uow.reports.add(report(house, person, urgent=True))
        kept = Report(number, "PR-S-2026-0001", house.institution, ACCOUNT, TODAY, urgent=True)
        assert await uow.reports.get(number) == kept
        assert await uow.reports.receipts_of(person) == [kept]
        assert await uow.reports.sender(number) == person


async def test_the_unseen_come_first_then_the_newest(house: House):
    mine, yours = await house.people(2)
    async with house.database.transaction() as uow:
        first, second, third = [
            await uow.reports.add(report(house, author, n)) for n, author in enumerate((mine, yours, mine))
        ]
        await uow.reports.move(third, State.SEEN, officer=None, on=TODAY)
        assert await uow.reports.of([Docket(house.institution)]) == [second, first, third]
        assert [(await uow.reports.get(one)).state for one in (second, first, third)] == [
            State.DELIVERED,
            State.DELIVERED,
            State.SEEN,
        ]
        assert await uow.reports.count_unseen([Docket(house.institution)]) == 2
        assert [one.id for one in await uow.reports.receipts_of(mine)] == [third, first]


async def test_a_report_that_is_not_there_is_not_found(house: House):
    async with house.database.transaction() as uow:
        for ask in (uow.reports.get, uow.reports.sender, uow.reports.cut, partial(uow.reports.enter, entry=NOTE)):
            with pytest.raises(NotFound):
                await ask(ReportId(99))


async def test_what_was_done_is_kept_in_order_and_sealed(house: House):
    person = await house.person()
    async with house.database.transaction() as uow:
        number, other = [await uow.reports.add(report(house, person, n)) for n in (1, 2)]
        written = [await uow.reports.enter(number, entry) for entry in (NOTE, ASKED, HANDED_OVER)]
        assert await uow.reports.entries(number) == [NOTE, ASKED, HANDED_OVER]
        assert await uow.reports.entries(other) == []
        assert await uow.reports.entry(written[1]) == (number, ASKED)
        rows = (await uow._connection.execute(select(entries))).mappings().all()
    assert [(row["day"], row["told"]) for row in rows] == [(TODAY, True), (TODAY, False), (TODAY, False)]
    assert len({len(row["sealed"]) for row in rows}) == 1, "a note looks like a question"


async def test_news_waits_until_it_is_told_and_is_unheard_until_it_has_arrived(house: House):
    mine, yours = await house.people(2)
    async with house.database.transaction() as uow:
        number = await uow.reports.add(report(house, mine))
        _, asked, passed_on = [await uow.reports.enter(number, entry) for entry in (NOTE, ASKED, HANDED_OVER)]
        assert await uow.reports.untold() == [asked, passed_on]
        await uow.reports.mark_told(asked)
        assert await uow.reports.untold() == [passed_on]
        assert await uow.reports.unheard(mine) == [asked, passed_on]
        await uow.reports.mark_heard(asked)
        assert await uow.reports.unheard(mine) == [passed_on]
        assert await uow.reports.unheard(yours) == []


async def test_nothing_is_in_the_hands_of_whoever_left(house: House):
    officer, other = await house.people(2)
    async with house.database.transaction() as uow:
        mine, theirs = [await uow.reports.add(report(house, other, n)) for n in (1, 2)]
        for one, hands in ((mine, officer), (theirs, other)):
            await uow.reports.move(one, State.IN_HAND, officer=hands, on=TODAY)
        assert await uow.reports.release(officer, Docket(house.institution)) == 1
        assert [(await uow.reports.get(one)).officer for one in (mine, theirs)] == [None, other]
        assert [(await uow.reports.get(one)).state for one in (mine, theirs)] == [State.SEEN, State.IN_HAND]


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
