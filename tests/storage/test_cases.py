"""What officers and senders may do about a report, and what is refused."""

from dataclasses import dataclass, replace
from datetime import time, timedelta

import pytest
from sqlalchemy import select

from participation.clock import local_day
from participation.errors import NotFound, Refusal, Refused
from participation.ids import PersonId, ReportId
from participation.people.model import QuietHours, Role
from participation.readable import LONGEST
from participation.reports.casework import MOST_ENTRIES, carry_out, read
from participation.reports.life import Act, State
from participation.reports.model import Account, Body, Deed, Entry, Handover, NewReport, Outcome
from participation.reports.news import tell_all
from participation.reports.senders import MOST_ADDED, cut_thread, report_for_sender, say_more
from storage.tables import audit
from storage.work import Work
from tests.storage.rows import NOW, House

TODAY = local_day(NOW)
POLICE = Handover(Body.POLICE, TODAY)


@dataclass
class Case:
    """A report that was read, its sender, two officers of its institution and a stranger."""

    house: House
    report: ReportId
    sender: PersonId
    officer: PersonId
    colleague: PersonId
    stranger: PersonId

    async def do(self, deed: Deed, *, by: PersonId | None = None, uow: Work) -> State:
        return (await carry_out(self.report, deed, by=by or self.officer, uow=uow, now=NOW)).state

    async def refuses(self, deed: Deed, *, by: PersonId | None = None) -> Refusal:
        async with self.house.database.transaction() as uow:
            with pytest.raises(Refused) as refused:
                await self.do(deed, by=by, uow=uow)
        return refused.value.why


@pytest.fixture
async def case(house: House) -> Case:
    sender, officer, colleague, stranger = await house.people(4)
    async with house.database.transaction() as uow:
        for person in (officer, colleague):
            await uow.people.appoint(person, house.institution, Role.COORDINATOR)
        new = NewReport("PR-S-1", house.institution, sender, Account("noise", "Çdo natë"), TODAY, urgent=False)
        report = await uow.reports.add(new)
        await read(report, by=officer, uow=uow, now=NOW)
    return Case(house, report, sender, officer, colleague, stranger)


@pytest.mark.parametrize(
    ("deed", "why"),
    [
        (Deed(Act.ASK), Refusal.EMPTY),
        (Deed(Act.NOTE, " \n "), Refusal.EMPTY),
        (Deed(Act.ACT_ON), Refusal.EMPTY),
        (Deed(Act.ASK, "x" * (LONGEST + 1)), Refusal.TOO_LONG),
        (Deed(Act.HAND_OVER), Refusal.NAME_MISSING),
        (Deed(Act.HAND_OVER, handover=Handover(Body.OTHER, TODAY, name=" ")), Refusal.NAME_MISSING),
        (Deed(Act.HAND_OVER, handover=replace(POLICE, on=TODAY + timedelta(days=1))), Refusal.TOO_FAR),
        (Deed(Act.CLOSE), Refusal.INCOMPLETE),
        *[
            (Deed(Act.CLOSE, "...", outcome=one), Refusal.REASON_MISSING)
            for one in Outcome
            if one is not Outcome.SOLVED
        ],
        (Deed(Act.ASSIGN), Refusal.NO_COLLEAGUE),
        (Deed(Act.PART), Refusal.NOT_NOW),
        *[(Deed(act), Refusal.NOT_ALLOWED) for act in (Act.TELL, Act.AGREE, Act.DISAGREE, Act.EXPIRE)],
    ],
    ids=lambda one: one.value if isinstance(one, Refusal) else one.act.value,
)
async def test_what_says_too_little_or_is_not_an_officers_is_refused(case: Case, deed: Deed, why: Refusal):
    assert await case.refuses(deed) is why


async def test_only_officers_of_its_institution_act(case: Case):
    async with case.house.database.transaction() as uow:
        other = await uow.admin.add_institution("Bashkia Elbasan", municipality="Elbasan", prefix="EL")
        await uow.people.appoint(case.stranger, other, Role.ADMIN)
    assert await case.refuses(Deed(Act.TAKE), by=case.stranger) is Refusal.NOT_FOUND
    assert await case.refuses(Deed(Act.TAKE), by=case.sender) is Refusal.NOT_ALLOWED
    assert await case.refuses(Deed(Act.ASSIGN, officer=case.stranger)) is Refusal.NO_COLLEAGUE


async def test_it_is_in_the_hands_of_whoever_took_it_or_was_given_it(case: Case):
    async with case.house.database.transaction() as uow:
        await case.do(Deed(Act.TAKE), uow=uow)
        assert (await uow.reports.get(case.report)).officer == case.officer
        await case.do(Deed(Act.ASSIGN, officer=case.colleague), uow=uow)
        assert (await uow.reports.get(case.report)).officer == case.colleague
        assert await case.do(Deed(Act.HAND_OVER, handover=POLICE), uow=uow) is State.HANDED_OVER
        assert (await uow.reports.get(case.report)).officer == case.colleague
        await case.do(Deed(Act.CLOSE, outcome=Outcome.SOLVED), uow=uow)
        assert (await uow.reports.get(case.report)).officer is None


async def test_each_deed_is_noted_with_who_and_what_kind_and_never_with_words(case: Case):
    async with case.house.database.transaction() as uow:
        await case.do(Deed(Act.NOTE, "fjalë-që-nuk-shkruhet"), uow=uow)
        rows = (await uow._connection.execute(select(audit).order_by(audit.c.id))).mappings().all()
    assert [(row["action"], row["subject"]) for row in rows] == [("report read", "PR-S-1"), ("report note", "PR-S-1")]
    assert not any("fjalë" in str(value) for row in rows for value in row.values())


async def test_reading_again_is_nothing_new(case: Case):
    async with case.house.database.transaction() as uow:
        await read(case.report, by=case.colleague, uow=uow, now=NOW)
        assert [entry.deed.act for entry in await uow.reports.entries(case.report)] == [Act.READ]


async def test_a_case_has_an_end_and_can_still_be_closed_there(case: Case):
    async with case.house.database.transaction() as uow:
        for _ in range(MOST_ENTRIES):
            await uow.reports.enter(case.report, Entry(Deed(Act.NOTE, "."), TODAY, is_news=False))
    assert await case.refuses(Deed(Act.NOTE, "një tjetër")) is Refusal.ENOUGH
    async with case.house.database.transaction() as uow:
        assert await case.do(Deed(Act.CLOSE, outcome=Outcome.SOLVED), uow=uow) is State.CLOSED


async def test_a_sender_adds_so_much_until_somebody_does_something(case: Case):
    async def add() -> None:
        async with case.house.database.transaction() as uow:
            await say_more(case.report, Deed(Act.TELL, "Edhe sot."), by=case.sender, uow=uow, now=NOW)

    for _ in range(MOST_ADDED):
        await add()
    with pytest.raises(Refused) as refused:
        await add()
    assert refused.value.why is Refusal.UNANSWERED
    async with case.house.database.transaction() as uow:
        await case.do(Deed(Act.ASK, "Ku?"), uow=uow)
    await add()


async def test_only_its_sender_says_more_and_only_until_they_cut_the_thread(case: Case):
    async with case.house.database.transaction() as uow:
        for other in (case.officer, case.stranger):
            with pytest.raises(NotFound):
                await say_more(case.report, Deed(Act.TELL, "Unë"), by=other, uow=uow, now=NOW)
            with pytest.raises(NotFound):
                await cut_thread(case.report, by=other, uow=uow)
        await cut_thread(case.report, by=case.sender, uow=uow)
        with pytest.raises(NotFound):
            await report_for_sender(case.report, by=case.sender, uow=uow)


async def test_nothing_is_added_to_what_is_closed(case: Case):
    async with case.house.database.transaction() as uow:
        await case.do(Deed(Act.CLOSE, outcome=Outcome.SOLVED), uow=uow)
        with pytest.raises(Refused) as refused:
            await say_more(case.report, Deed(Act.TELL, "Edhe sot."), by=case.sender, uow=uow, now=NOW)
    assert refused.value.why is Refusal.NOT_NOW


async def test_news_for_whoever_cut_the_thread_is_news_for_nobody(case: Case):
    async with case.house.database.transaction() as uow:
        await uow.people.set_quiet(case.sender, QuietHours(time(0), time(23, 59)))
        await case.do(Deed(Act.TAKE), uow=uow)
        assert len(await uow.reports.untold()) == 1
        await uow.reports.cut(case.report)
        assert await tell_all(uow=uow, now=NOW) == 0
        assert await uow.reports.untold() == []
