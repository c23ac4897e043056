import asyncio
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.consultations.keeping import keep_next
from participation.consultations.model import Consultation, Kind, Paper, Stage, Step, StepMark, StepState, Terms
from participation.consultations.notice import NO_MARGIN, DayCount, Doubt, DoubtKind, Margin, ReadMeeting
from participation.consultations.plan import Plan
from participation.consultations.usecases import publish
from participation.consultations.versions import Amendment, Version
from participation.errors import NotFound, Refusal, Refused
from participation.ids import ConsultationId, InstitutionId, MunicipalityId, PaperId, UnitId
from participation.meetings.model import Venue
from participation.people.model import Role
from storage.desks.consultations import _columns, _terms
from tests.storage.rows import NOW, House

TODAY = NOW.date()
FULL = Terms(
    title="Plani Social 2024–2027",
    purpose="Hartimi i planit",
    audience="banorët e bashkisë",
    kind=Kind.DRAFT,
    notice_date=date(2026, 11, 2),
    deadline=date(2026, 12, 3),
    email="koordinatori@example.org",
    phone="0800 000",
    register_url="https://example.org/7",
    protocol="12/3",
    laws=("146/2014", "121/2016"),
    steps=(Step("Njoftimi", date(2026, 11, 2)), Step("Miratimi")),
    units=(UnitId(3), UnitId(4)),
)


async def add(house: House, *, stage: Stage = Stage.OPEN, ago: int = 0, **terms) -> ConsultationId:
    async with house.database.transaction() as uow:
        published = NOW - timedelta(days=ago)
        return await uow.consultations.add(house.institution, Terms("?", **terms), stage=stage, publish_at=published)


async def test_a_consultation_is_kept_whole(house: House):
    async with house.database.transaction() as uow:
        number = await uow.consultations.add(house.institution, FULL, stage=Stage.SCHEDULED, publish_at=NOW)
        paper = await uow.consultations.add_paper(number, "relacion.pdf", 12_345, "AgAC")
        kept = Consultation(
            number,
            house.institution,
            FULL,
            Stage.SCHEDULED,
            NOW,
            (Paper(paper, "relacion.pdf", 12_345, "AgAC"),),
            moved_on=TODAY,
        )
        assert await uow.consultations.get(number) == kept
        assert await uow.consultations.find(number) == kept
        with pytest.raises(NotFound):  # nobody has been told of it yet
            await uow.consultations.paper(paper)
        assert await uow.consultations.move(number, Stage.OPEN, was=Stage.SCHEDULED, on=TODAY)
        assert await uow.consultations.paper(paper) == kept.papers[0]


@given(st.from_type(Terms))
def test_terms_come_back_from_their_columns(terms: Terms):
    assert _terms(_columns(terms)) == terms


async def test_what_stands_in_the_margin_is_kept_as_long_as_it_waits(house: House):
    margin = Margin(
        meetings=(ReadMeeting(date(2026, 12, 3), start=time(11), words="3.12"),),
        doubts=(Doubt(DoubtKind.UNKNOWN_LAW, "146/2012", "146/2014"),),
        days=DayCount(20),
        lent=("email",),
    )
    number = await add(house, stage=Stage.SCHEDULED)
    async with house.database.transaction() as uow:
        assert await uow.consultations.margin(number) == NO_MARGIN
        await uow.consultations.keep_margin(number, margin)
        assert await uow.consultations.margin(number) == margin
        assert await uow.consultations.move(number, Stage.OPEN, was=Stage.SCHEDULED, on=TODAY)
        assert await uow.consultations.margin(number) == NO_MARGIN


async def test_what_is_not_there_is_not_found(house: House):
    async with house.database.transaction() as uow:
        assert await uow.consultations.find(ConsultationId(99)) is None
        with pytest.raises(NotFound):
            await uow.consultations.get(ConsultationId(99))
        assert not await uow.consultations.move(ConsultationId(99), Stage.OPEN, was=Stage.OPEN, on=TODAY)
        with pytest.raises(NotFound):
            await uow.consultations.paper(PaperId(99))


async def test_the_stage_can_change(house: House):
    async with house.database.transaction() as uow:
        assert await uow.consultations.move(house.consultation, Stage.REVIEW, was=Stage.OPEN, on=TODAY)
        assert (await uow.consultations.get(house.consultation)).stage is Stage.REVIEW
        assert not await uow.consultations.move(house.consultation, Stage.CANCELLED, was=Stage.OPEN, on=TODAY)
        assert (await uow.consultations.get(house.consultation)).stage is Stage.REVIEW


async def test_open_are_those_one_can_still_speak_on(house: House):
    last_day = await add(house, deadline=TODAY)
    await add(house, deadline=TODAY - timedelta(days=1))
    await add(house, deadline=TODAY, stage=Stage.SCHEDULED)
    await add(house, deadline=TODAY, stage=Stage.CALLED_OFF)
    lately = await add(house, ago=59)
    await add(house, ago=61)
    with_meeting = await add(house, ago=90)
    with_cancelled_meeting = await add(house, ago=90)
    async with house.database.transaction() as uow:
        await uow.meetings.add(with_meeting, Venue(NOW - timedelta(hours=1), "Salla"))
        meeting = await uow.meetings.add(with_cancelled_meeting, Venue(NOW, "Salla"))
        await uow.meetings.change(meeting, Venue(NOW, "Salla"), cancelled=True)
        found = await uow.consultations.open_in([house.municipality], TODAY)
        assert [one.id for one in found] == [last_day, house.consultation, with_meeting, lately]
        assert await uow.consultations.open_in([MunicipalityId(1)], TODAY) == []
        assert await uow.consultations.open_in([], TODAY) == []


async def test_who_can_still_come_finds_it_after_the_last_day_for_comments_and_last_in_the_list(house: House):
    one_can_still_come = await add(house, deadline=TODAY - timedelta(days=1))
    await add(house, deadline=TODAY - timedelta(days=1))
    async with house.database.transaction() as uow:
        await uow.meetings.add(one_can_still_come, Venue(NOW + timedelta(days=4), "Salla"))
        found = await uow.consultations.open_in([house.municipality], TODAY)
        assert [one.id for one in found] == [house.consultation, one_can_still_come]


async def test_what_closed_lately_is_found_the_latest_first_and_nothing_that_goes_on(house: House):
    days = (1, 60, 61, 3)
    latest, longest, _, three = [await add(house, deadline=TODAY - timedelta(days=one)) for one in days]
    one_can_still_come = await add(house, deadline=TODAY - timedelta(days=2))
    await add(house, deadline=TODAY - timedelta(days=1), stage=Stage.SCHEDULED)
    async with house.database.transaction() as uow:
        await uow.meetings.add(one_can_still_come, Venue(NOW + timedelta(days=4), "Salla"))
        found = await uow.consultations.closed_in([house.municipality], TODAY)
        assert [one.id for one in found] == [latest, three, longest]
        assert await uow.consultations.closed_in([MunicipalityId(1)], TODAY) == []


async def test_an_institution_sees_all_its_own_newest_first(house: House):
    older = await add(house, stage=Stage.CALLED_OFF, ago=3)
    async with house.database.reading() as uow:
        assert [one.id for one in await uow.consultations.of(house.institution)] == [house.consultation, older]
        assert await uow.consultations.of(InstitutionId(99)) == []


async def test_scheduled_ones_are_published_when_their_hour_has_come(house: House):
    due = await add(house, stage=Stage.SCHEDULED)
    await add(house, stage=Stage.SCHEDULED, ago=-1)
    async with house.database.reading() as uow:
        assert [one.id for one in await uow.consultations.to_publish(NOW)] == [due]


async def test_deadlines_near_are_found_with_both_ends(house: House):
    first, last = TODAY + timedelta(days=1), TODAY + timedelta(days=5)
    near = [await add(house, deadline=day) for day in (first, last)]
    for far in (first - timedelta(days=1), last + timedelta(days=1), None):
        await add(house, deadline=far)
    await add(house, deadline=first, stage=Stage.CALLED_OFF)
    async with house.database.reading() as uow:
        assert [one.id for one in await uow.consultations.with_deadline_between(first, last)] == near


FAR = date(2126, 12, 3)
"""A year that is a slip of the pen."""


@pytest.mark.parametrize(
    ("plan", "at"),
    [
        (Plan(Terms("T", deadline=FAR)), None),
        (Plan(Terms("T", steps=(Step("Miratimi", FAR),))), None),
        (Plan(Terms("T"), (Venue(NOW.replace(year=2126), "Salla"),)), None),
        (Plan(Terms("T")), NOW.replace(year=2126)),
    ],
    ids=["deadline", "step", "meeting", "moment"],
)
async def test_what_is_dated_a_century_away_is_not_published(house: House, plan: Plan, at: datetime | None):
    officer = await house.person()
    async with house.database.transaction() as uow:
        await uow.people.appoint(officer, house.institution, Role.ADMIN)
        with pytest.raises(Refused) as refused:
            await publish(plan, institution=house.institution, by=officer, at=at, overridden=(), uow=uow, now=NOW)
    assert refused.value.why is Refusal.TOO_FAR


async def test_how_far_steps_have_got_is_kept_beside_the_notice(house: House):
    marks = (StepMark("Njoftimi", 0, StepState.DONE, TODAY), StepMark("Miratimi", 0, StepState.DROPPED, TODAY))
    number = await add(house, steps=FULL.steps)
    async with house.database.transaction() as uow:
        assert (await uow.consultations.get(number)).marks == ()
        await uow.consultations.hold(number)
        await uow.consultations.mark_steps(number, marks)
    async with house.database.transaction() as uow:
        found = await uow.consultations.get(number)
        assert (found.marks, found.terms.steps, found.version) == (marks, FULL.steps, 1)
        await uow.consultations.mark_steps(number, ())
        assert (await uow.consultations.get(number)).marks == ()


FIRST, SECOND = (StepMark(what, 0, StepState.DONE, TODAY) for what in ("Njoftimi", "Miratimi"))


@pytest.mark.parametrize("meanwhile", [(), (FIRST,), (FIRST, SECOND)], ids=["taken back", "as it was", "one more"])
async def test_a_new_version_keeps_the_marks_as_they_stand_when_it_is_put_in_its_place(house: House, meanwhile):
    number = await add(house, steps=FULL.steps)
    async with house.database.transaction() as uow:
        await uow.consultations.mark_steps(number, (FIRST,))
        stale = await uow.consultations.get(number)
        await uow.consultations.mark_steps(number, meanwhile)
        await keep_next(stale, second_version(stale), uow=uow)
        assert (await uow.consultations.get(number)).marks == meanwhile


async def test_the_first_mark_of_all_moves_with_its_reworded_step_too(house: House):
    number = await add(house, steps=FULL.steps)
    async with house.database.transaction() as uow:
        stale = await uow.consultations.get(number)
        await uow.consultations.mark_steps(number, (FIRST,))
        await keep_next(stale, second_version(stale, Step("Njoftimi publik"), *FULL.steps[1:]), uow=uow)
        assert (await uow.consultations.get(number)).marks == (replace(FIRST, what="Njoftimi publik"),)


@pytest.mark.postgresql_only
async def test_a_mark_of_another_process_is_not_lost_by_an_amendment_that_read_before(house: House):
    number = await add(house, steps=FULL.steps)
    async with house.database.transaction() as uow:
        await uow.consultations.mark_steps(number, (FIRST,))

    async def mark() -> None:
        async with house.database.transaction(pen=False) as uow:
            await uow.consultations.mark_steps(number, (FIRST, SECOND))

    async with house.database.transaction(pen=False) as uow:
        stale = await uow.consultations.get(number)
        async with asyncio.timeout(20), asyncio.TaskGroup() as group:
            group.create_task(mark())
        await keep_next(stale, second_version(stale), uow=uow)
    async with house.database.reading() as uow:
        assert (await uow.consultations.get(number)).marks == (FIRST, SECOND)


def second_version(found: Consultation, *steps: Step) -> Version:
    return Version(2, Amendment.CORRECTED, TODAY, replace(found.terms, steps=steps or found.terms.steps), "Gabim")
