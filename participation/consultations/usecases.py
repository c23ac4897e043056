"""Publishing a consultation: now or at a moment, with its meetings, to everybody who follows the place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from participation.apart import one_by_one
from participation.campaigns import Audience
from participation.clock import is_too_far, local_day
from participation.consultations.announcements import report_progress
from participation.consultations.model import Consultation, Stage, Terms
from participation.consultations.notice import NO_MARGIN, Margin
from participation.errors import Refusal, Refused
from participation.ids import CampaignId, ConsultationId, InstitutionId, PersonId
from participation.letters import Announced, HeldBack, Lane
from participation.meetings.model import Meeting, Venue
from participation.messages import Media
from participation.offices.usecases import office_in, offices_at
from participation.ports import UnitOfWork


@dataclass(frozen=True)
class Plan:
    """What a coordinator has prepared: the terms, the meetings and the papers; `margin` is for themselves only."""

    terms: Terms
    venues: tuple[Venue, ...] = ()
    papers: tuple[Media, ...] = ()
    margin: Margin = NO_MARGIN


async def publish(
    plan: Plan,
    *,
    institution: InstitutionId,
    by: PersonId,
    at: datetime | None,
    overridden: Sequence[str],
    uow: UnitOfWork,
    now: datetime,
) -> ConsultationId:
    """Publish a plan now, or keep it for the moment `at`; what was published despite a doubt is noted."""
    await office_in(by, institution, uow=uow)
    if not plan.terms.title.strip():
        raise Refused(Refusal.INCOMPLETE)
    if at is not None and at <= now:
        raise Refused(Refusal.IN_THE_PAST)
    if any(is_too_far(day, now) for day in _days_of(plan, at)):
        raise Refused(Refusal.TOO_FAR)
    consultation = await uow.consultations.add(institution, plan.terms, stage=Stage.SCHEDULED, publish_at=at or now)
    for venue in plan.venues:
        await uow.meetings.add(consultation, venue)
    for paper in plan.papers:
        await uow.consultations.add_paper(consultation, paper.name or "", paper.size or 0, paper.ref or "")
    await _note_publishing(consultation, institution, by=by, overridden=overridden, uow=uow, now=now)
    if at is None:
        await announce(consultation, uow=uow, now=now)
    else:
        await uow.consultations.keep_margin(consultation, plan.margin)
    return consultation


async def _note_publishing(
    consultation: ConsultationId,
    institution: InstitutionId,
    *,
    by: PersonId,
    overridden: Sequence[str],
    uow: UnitOfWork,
    now: datetime,
) -> None:
    for action in ("publish", *(f"published despite {doubt}" for doubt in overridden)):
        await uow.audit.note(
            at=now, person=by, institution=institution, action=action, subject=f"consultation {consultation}"
        )


def _days_of(plan: Plan, at: datetime | None) -> Iterator[date]:
    yield from (local_day(moment) for moment in (at, *(venue.starts_at for venue in plan.venues)) if moment)
    yield from (day for day in (plan.terms.deadline, *(step.day for step in plan.terms.steps)) if day)


async def audience_of(consultation: Consultation, *, uow: UnitOfWork) -> Audience:
    """Who hears of it."""
    institution = await uow.places.institution(consultation.institution)
    return Audience(consultation.id, institution.municipality, consultation.terms.units)


async def audience_size(plan: Plan, *, institution: InstitutionId, uow: UnitOfWork) -> int:
    """How many people would get it, before it is published."""
    place = await uow.places.institution(institution)
    return await uow.listeners.count(Audience(ConsultationId(0), place.municipality, plan.terms.units))


async def announce(consultation: ConsultationId, *, uow: UnitOfWork, now: datetime) -> CampaignId:
    """Open it and queue the announcement, with the progress of it for the coordinators."""
    found = await uow.consultations.get(consultation)
    if found.stage is not Stage.SCHEDULED:
        raise Refused(Refusal.NOT_SCHEDULED)
    await uow.consultations.set_stage(consultation, Stage.OPEN)
    campaign = await uow.outbox.announce(
        Announced(consultation), to=await audience_of(found, uow=uow), lane=Lane.ANNOUNCEMENT, due_at=now
    )
    await report_progress(campaign, consultation, institution=found.institution, uow=uow, now=now)
    return campaign


async def scheduled_for_officer(consultation: ConsultationId, *, by: PersonId, uow: UnitOfWork) -> Consultation:
    """What waits to be published, as somebody of its institution may see it."""
    found = await uow.consultations.get(consultation)
    await office_in(by, found.institution, uow=uow)
    if found.stage is not Stage.SCHEDULED:
        raise Refused(Refusal.NOT_SCHEDULED)
    return found


async def call_off(consultation: ConsultationId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Consultation:
    """Take back what has not been published yet; nobody has heard of it."""
    found = await scheduled_for_officer(consultation, by=by, uow=uow)
    await uow.consultations.set_stage(consultation, Stage.CALLED_OFF)
    await uow.audit.note(
        at=now, person=by, institution=found.institution, action="call off", subject=f"consultation {consultation}"
    )
    return found


async def publish_now(
    consultation: ConsultationId, *, by: PersonId, overridden: Sequence[str], uow: UnitOfWork, now: datetime
) -> None:
    """Announce before its hour what was kept for later; what was done despite a doubt is noted."""
    found = await scheduled_for_officer(consultation, by=by, uow=uow)
    await announce(consultation, uow=uow, now=now)
    await _note_publishing(consultation, found.institution, by=by, overridden=overridden, uow=uow, now=now)


def invites_to_nothing(meetings: Sequence[Meeting], now: datetime) -> bool:
    """Whether there were meetings, and none of them is still to begin."""
    return bool(meetings) and not any(meeting.is_ahead(now) for meeting in meetings)


async def hold_back(consultation: Consultation, *, uow: UnitOfWork, now: datetime) -> None:
    """Tell its coordinators, once, why it does not go out by itself; it waits until one of them says what to do."""
    for office in await offices_at(consultation.institution, uow=uow):
        key = f"held back:{consultation.id}:{office.person}"
        await uow.outbox.add(HeldBack(consultation.id), to=office.person, lane=Lane.URGENT, due_at=now, key=key)


async def publish_due(*, uow: UnitOfWork, now: datetime) -> int:
    """Announce what was scheduled for a moment that has come, unless it invites to nothing; returns how many."""

    async def publish_one(consultation: Consultation) -> bool:
        if invites_to_nothing(await uow.meetings.of(consultation.id), now):
            await hold_back(consultation, uow=uow, now=now)
            return False
        return bool(await announce(consultation.id, uow=uow, now=now))

    return await one_by_one(await uow.consultations.to_publish(now), publish_one, uow=uow)
