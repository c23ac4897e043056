"""Consultation plans at the desk: begun, changed part by part, told for which consultation they are, deleted.

Of two officials who change one plan at once the second is refused and looks at it anew: nothing is written over unseen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from participation.clock import local_day
from participation.consultations.model import Consultation
from participation.consultations.usecases import consultation_for_officer, newest_first, public_of
from participation.errors import NotFound, Refusal, Refused
from participation.ids import ConsultationId, InstitutionId, PersonId, PlanId
from participation.meetings.model import Meeting
from participation.offices.usecases import office_in
from participation.paperwork.audiences import PRESETS, AudiencePreset
from participation.paperwork.kept import KeptPlan
from participation.paperwork.parts import MOST_ROWS, PlanRows, rows_of
from participation.paperwork.plan import Activity, AudienceRow, ConsultationPlan
from participation.paperwork.taps import with_activities
from participation.ports import UnitOfWork

MEETING: Final = "Takim publik"
"""What a meeting is called in a timetable; the form is Albanian."""


async def plan_for_officer(plan: PlanId, *, by: PersonId, uow: UnitOfWork) -> KeptPlan:
    """A plan for somebody who acts for its institution."""
    found = await uow.plans.get(plan)
    await office_in(by, found.institution, uow=uow)
    return found


def is_too_long(plan: ConsultationPlan) -> bool:
    """Whether one of its tables has more rows than a plan is kept with."""
    return any(len(rows_of(plan, which)) > MOST_ROWS for which in PlanRows)


async def begin_plan(
    plan: ConsultationPlan,
    *,
    institution: InstitutionId,
    consultation: ConsultationId | None = None,
    by: PersonId,
    uow: UnitOfWork,
    now: datetime,
) -> PlanId:
    """Keep a new plan of an institution, perhaps for one of its consultations that has none."""
    await office_in(by, institution, uow=uow)
    if consultation is not None:
        await _check(consultation, institution, by=by, uow=uow)
    if is_too_long(plan):
        raise Refused(Refusal.ENOUGH)
    number = await uow.plans.add(institution, plan, consultation=consultation, at=now)
    if number is None:
        raise Refused(Refusal.PLANNED_ALREADY)
    await _note("plan begun", number, institution, by=by, uow=uow, now=now)
    return number


async def _check(
    consultation: ConsultationId, institution: InstitutionId, *, by: PersonId, uow: UnitOfWork
) -> Consultation:
    found = await consultation_for_officer(consultation, by=by, uow=uow)
    if found.institution != institution or not found.is_public():
        raise NotFound
    return found


async def plan_from(
    consultation: ConsultationId, *, by: PersonId, uow: UnitOfWork
) -> tuple[InstitutionId, ConsultationPlan]:
    """A plan to begin with: the name, the kind, whom it touches, the steps and the meetings of a consultation."""
    found = await consultation_for_officer(consultation, by=by, uow=uow)
    terms = found.terms
    kinds = (terms.kind,)
    asked = AudienceRow(terms.audience.rstrip(" ."), kinds)
    steps = tuple(Activity(step.what, step.day) for step in terms.steps)
    plan = ConsultationPlan(
        terms.title,
        audience=(replace(PRESETS[AudiencePreset.PUBLIC], kinds=kinds), *((asked,) if terms.audience else ())),
    )
    return found.institution, _in_order(
        with_meetings(with_activities(plan, steps), await uow.meetings.of(consultation))
    )


def _in_order(plan: ConsultationPlan) -> ConsultationPlan:
    """The timetable by its days, what is open last."""
    return replace(
        plan, activities=tuple(sorted(plan.activities, key=lambda row: (row.day is None, row.day or date.max)))
    )


def with_meetings(plan: ConsultationPlan, meetings: Sequence[Meeting]) -> ConsultationPlan:
    """The plan with the meetings in its timetable that are not there yet, by day and place."""
    there = {(row.day, row.place) for row in plan.activities}
    return with_activities(plan, tuple(row for row in _activities(meetings) if (row.day, row.place) not in there))


def _activities(meetings: Sequence[Meeting]) -> Iterator[Activity]:
    for meeting in meetings:
        if not meeting.cancelled:
            yield Activity(MEETING, local_day(meeting.venue.starts_at), meeting.venue.place)


async def change_plan(
    found: KeptPlan, to: ConsultationPlan, *, version: int, by: PersonId, uow: UnitOfWork, now: datetime
) -> None:
    """Keep a plan as somebody changed it who had looked at this version of it."""
    await office_in(by, found.institution, uow=uow)
    if is_too_long(to):
        raise Refused(Refusal.ENOUGH)
    if not await uow.plans.change(found.id, to, version=version, at=now):
        raise Refused(Refusal.CHANGED_MEANWHILE)


async def take_over_meetings(plan: PlanId, *, version: int, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Put the meetings of its consultation into the timetable."""
    found = await plan_for_officer(plan, by=by, uow=uow)
    if found.consultation is None:
        raise NotFound
    meetings = await uow.meetings.of(found.consultation)
    await change_plan(found, with_meetings(found.plan, meetings), version=version, by=by, uow=uow, now=now)


async def without_plan(institution: InstitutionId, *, uow: UnitOfWork) -> Sequence[Consultation]:
    """The published consultations of an institution that have no plan, the newest first."""
    planned = {one.consultation for one in await uow.plans.of([institution])}
    return newest_first(one for one in await public_of(institution, uow=uow) if one.id not in planned)


async def tie_plan(
    plan: PlanId,
    consultation: ConsultationId | None,
    *,
    version: int,
    by: PersonId,
    uow: UnitOfWork,
    now: datetime,
) -> None:
    """Say for which consultation a plan is, or for none any more."""
    found = await plan_for_officer(plan, by=by, uow=uow)
    if consultation is not None:
        await _check(consultation, found.institution, by=by, uow=uow)
        if await uow.plans.of_consultation(consultation) not in {None, plan}:
            raise Refused(Refusal.PLANNED_ALREADY)
    if not await uow.plans.tie(plan, consultation, version=version, at=now):
        raise Refused(Refusal.CHANGED_MEANWHILE)
    await _note("plan tied" if consultation else "plan untied", plan, found.institution, by=by, uow=uow, now=now)


async def delete_plan(plan: PlanId, *, version: int, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Delete a plan that was looked at; nothing of it is left."""
    found = await plan_for_officer(plan, by=by, uow=uow)
    if not await uow.plans.drop(plan, version=version):
        raise Refused(Refusal.CHANGED_MEANWHILE)
    await _note("plan deleted", plan, found.institution, by=by, uow=uow, now=now)


async def _note(
    what: str, plan: PlanId, institution: InstitutionId, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> None:
    await uow.audit.note(at=now, person=by, institution=institution, action=what, subject=f"plan {plan}")
