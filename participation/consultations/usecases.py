"""Publishing a consultation: now or at a moment, with its meetings, to everybody who follows the place."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from participation.apart import one_by_one
from participation.calendar.legal_clock import owed_days
from participation.campaigns import NO_CONSULTATION, Audience, Spread
from participation.clock import is_too_far, local_day
from participation.consultations.announcements import send_out
from participation.consultations.concerns import needs_reason
from participation.consultations.keeping import begin, first_version, keep_first
from participation.consultations.model import Consultation, Stage
from participation.consultations.notice import Margin
from participation.consultations.plan import Plan
from participation.consultations.proofs import terms_on
from participation.consultations.versions import Amendment, Version
from participation.errors import NotFound, Refusal, Refused
from participation.ids import CampaignId, ConsultationId, InstitutionId, PersonId
from participation.letters import Announced, HeldBack, Lane, ReleaseAsked
from participation.meetings.model import Joining, Meeting, Venue
from participation.offices.pending import works_by_two
from participation.offices.usecases import office_in, offices_at
from participation.ports import UnitOfWork
from participation.words import has_letters

UNHEARD: Final = frozenset({Stage.PROPOSED, Stage.SCHEDULED})


async def publish(
    plan: Plan,
    *,
    institution: InstitutionId,
    by: PersonId,
    at: datetime | None,
    overridden: Sequence[str],
    reason: str = "",
    uow: UnitOfWork,
    now: datetime,
) -> ConsultationId:
    """Publish a plan now, or keep it for the moment `at`; where two officials release, it waits for the second.

    What is published despite a doubt is noted, and why, where the law wants what is missing.
    """
    await office_in(by, institution, uow=uow)
    _check_plan(plan, at=at, overridden=overridden, reason=reason, now=now)
    by_two = await works_by_two(institution, uow=uow)
    stage = Stage.PROPOSED if by_two else Stage.SCHEDULED
    consultation = await uow.consultations.add(institution, plan.terms, stage=stage, publish_at=at or now)
    await add_meetings(consultation, plan.venues, plan.joining, uow=uow)
    for paper in plan.papers:
        await uow.consultations.add_paper(consultation, paper.name or "", paper.size or 0, paper.ref or "")
    first = Version(1, Amendment.PUBLISHED, local_day(at or now), plan.terms, reason.strip(), tuple(overridden))
    await keep_first(consultation, first, uow=uow)
    await uow.consultations.keep_margin(consultation, plan.margin)
    await note_publishing(consultation, institution, by=by, overridden=overridden, uow=uow, now=now)
    if by_two:
        await ask_for_release(consultation, institution, by=by, uow=uow, now=now)
    elif at is None:
        await announce(consultation, uow=uow, now=now)
    return consultation


async def add_meetings(
    consultation: ConsultationId, venues: Iterable[Venue], joining: Iterable[Joining], *, uow: UnitOfWork
) -> None:
    """Keep new meetings, and how one joins those that can be joined online."""
    online = dict(joining)
    for venue in venues:
        meeting = await uow.meetings.add(consultation, venue)
        if venue in online:
            await uow.meetings.keep_joining(meeting, online[venue])


def _check_plan(plan: Plan, *, at: datetime | None, overridden: Sequence[str], reason: str, now: datetime) -> None:
    if not plan.terms.title.strip():
        raise Refused(Refusal.INCOMPLETE)
    if at is not None and at <= now:
        raise Refused(Refusal.IN_THE_PAST)
    if any(is_too_far(day, now) for day in _days_of(plan, at)):
        raise Refused(Refusal.TOO_FAR)
    check_despite(overridden, reason)


def unexcused(despite: Iterable[str], first: Version) -> tuple[str, ...]:
    """What the law wants and is not there, without a reason that was given for it when it was prepared."""
    excused = first.despite if has_letters(first.reason) else ()
    return tuple(name for name in despite if needs_reason([name]) and name not in excused)


def with_reasons(first: Version, despite: Sequence[str], reason: str) -> Version:
    """The first version with all in spite of which it goes out by now, and every reason that was given for that.

    Refused is what nobody has given a reason for.
    """
    check_despite(unexcused(despite, first), reason)
    reasons = dict.fromkeys(filter(None, (first.reason, reason.strip())))
    return replace(first, despite=tuple(despite), reason=" ".join(reasons))


def check_despite(overridden: Sequence[str], reason: str) -> None:
    """Refuse to publish without what the law wants as long as nobody says why (Law 146/2014, arts. 13, 15, 17)."""
    if needs_reason(overridden) and not has_letters(reason):
        raise Refused(Refusal.REASON_MISSING)


async def ask_for_release(
    consultation: ConsultationId, institution: InstitutionId, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> None:
    """Keep who wants to have it announced, and tell the others who may release it."""
    await uow.consultations.propose(consultation, by)
    for office in await offices_at(institution, uow=uow):
        if office.person != by:
            key = f"release:{consultation}"
            await uow.outbox.add(ReleaseAsked(consultation), to=office.person, lane=Lane.URGENT, due_at=now, key=key)


async def note_publishing(
    consultation: ConsultationId,
    institution: InstitutionId,
    *,
    by: PersonId,
    overridden: Sequence[str],
    uow: UnitOfWork,
    now: datetime,
) -> None:
    """Write down who publishes it, and despite what."""
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


async def audience_spread(plan: Plan, *, institution: InstitutionId, uow: UnitOfWork) -> Spread:
    """How many people would get it, of which language and area, before it is published."""
    place = await uow.places.institution(institution)
    return await uow.listeners.spread(Audience(NO_CONSULTATION, place.municipality, plan.terms.units))


async def announce(consultation: ConsultationId, *, uow: UnitOfWork, now: datetime) -> CampaignId:
    """Open it and queue the announcement, with the progress of it for the coordinators."""
    found, today = await uow.consultations.get(consultation), local_day(now)
    margin = await uow.consultations.margin(consultation)
    if not await uow.consultations.move(consultation, Stage.OPEN, was=Stage.SCHEDULED, on=today):
        raise Refused(Refusal.NOT_SCHEDULED)
    found = await _dated(found, margin, uow=uow, now=now)
    await begin(consultation, today, terms=found.terms, uow=uow)
    await uow.consultations.owe(consultation, await _owed_by(found, margin, uow=uow))
    audience = await audience_of(found, uow=uow)
    return await send_out(Announced(consultation), found, to=audience, lane=Lane.ANNOUNCEMENT, uow=uow, now=now)


async def _dated(found: Consultation, margin: Margin, *, uow: UnitOfWork, now: datetime) -> Consultation:
    """What waited for another day than was foreseen, or is counted, says the day on which it is announced."""
    today = local_day(now)
    as_foreseen = local_day(found.publish_at) == today
    if as_foreseen and margin.days is None:
        return found
    terms = terms_on(today, found, margin, await uow.places.calendar(found.institution))
    dated = replace(found, terms=terms, publish_at=found.publish_at if as_foreseen else now)
    if dated != found:
        await uow.consultations.begin(found.id, dated.terms, at=dated.publish_at)
    return dated


async def _owed_by(found: Consultation, margin: Margin, *, uow: UnitOfWork) -> int | None:
    """How many working days its notice promises, if it has a last day."""
    until = found.terms.deadline
    if until is None:
        return None
    counted = margin.days.number if margin.days and margin.days.working else None
    return owed_days(found.since, until, await uow.places.calendar(found.institution), counted=counted)


async def find_announced(consultation: ConsultationId, *, uow: UnitOfWork) -> Consultation:
    """A consultation that everybody may know of; one that is still a plan is not there."""
    found = await uow.consultations.find(consultation)
    if found is None or not found.is_public():
        raise NotFound
    return found


async def public_of(institution: InstitutionId, *, uow: UnitOfWork) -> list[Consultation]:
    """What an institution has announced, in the order in which its time began."""
    found = [one for one in await uow.consultations.of(institution) if one.is_public()]
    return sorted(found, key=lambda one: (one.since, one.id))


def newest_first(found: Iterable[Consultation]) -> list[Consultation]:
    """What was published last comes first."""
    return sorted(found, key=lambda one: (one.publish_at, one.id), reverse=True)


async def waiting_for_officer(
    consultation: ConsultationId, *, by: PersonId, uow: UnitOfWork, stages: Collection[Stage] = UNHEARD
) -> Consultation:
    """What nobody has heard of yet, as somebody of its institution may see it."""
    found = await consultation_for_officer(consultation, by=by, uow=uow)
    if found.stage not in stages:
        raise Refused(Refusal.NOT_SCHEDULED)
    return found


async def scheduled_for_officer(consultation: ConsultationId, *, by: PersonId, uow: UnitOfWork) -> Consultation:
    """What is kept for later and goes out by itself."""
    return await waiting_for_officer(consultation, by=by, uow=uow, stages=(Stage.SCHEDULED,))


async def consultation_for_officer(consultation: ConsultationId, *, by: PersonId, uow: UnitOfWork) -> Consultation:
    """A consultation for somebody who acts for its institution; for anybody else it is not there."""
    found = await uow.consultations.get(consultation)
    await office_in(by, found.institution, uow=uow)
    return found


async def note_deed(what: str, found: Consultation, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Write down what somebody did to a consultation, or took of it."""
    subject = f"consultation {found.id}"
    await uow.audit.note(at=now, person=by, institution=found.institution, action=what, subject=subject)


async def call_off(consultation: ConsultationId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Consultation:
    """Take back what has not been published yet; nobody has heard of it."""
    found = await waiting_for_officer(consultation, by=by, uow=uow)
    await uow.consultations.move(consultation, Stage.CALLED_OFF, was=found.stage, on=local_day(now))
    for meeting in await uow.meetings.of(consultation):
        await uow.meetings.keep_joining(meeting.id, "")
    await note_deed("call off", found, by=by, uow=uow, now=now)
    return found


async def publish_now(
    consultation: ConsultationId,
    *,
    by: PersonId,
    overridden: Sequence[str],
    reason: str = "",
    uow: UnitOfWork,
    now: datetime,
) -> None:
    """Announce before its hour what was kept for later; what was done despite a doubt is noted."""
    found = await scheduled_for_officer(consultation, by=by, uow=uow)
    first = with_reasons(await first_version(found, uow=uow), overridden, reason)
    await begin(consultation, local_day(now), despite=first.despite, reason=first.reason, uow=uow)
    await announce(consultation, uow=uow, now=now)
    await note_publishing(consultation, found.institution, by=by, overridden=overridden, uow=uow, now=now)


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
