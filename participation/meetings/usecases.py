"""Coming to a meeting, and moving or cancelling one so that nobody stands before a closed door.

A change of what is announced owes its reason, and makes a version of the notice (Law 146/2014, art. 15).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from participation.campaigns import Audience
from participation.clock import is_too_far, local_day
from participation.consultations.keeping import keep_next
from participation.consultations.model import Consultation, Stage
from participation.consultations.usecases import find_announced
from participation.consultations.versions import NEEDS_NO_REASON, Version, amendment_of_meeting, check_reason
from participation.errors import NotFound, Refusal, Refused
from participation.ids import CampaignId, MeetingId, PendingId, PersonId
from participation.joining import says_online
from participation.letters import Lane
from participation.meeting_letters import (
    Change,
    ChangedAlone,
    JoiningTold,
    MeetingChanged,
    MeetingReminder,
    meeting_subject,
)
from participation.meetings.model import Attendance, Coming, Meeting, Venue
from participation.offices.pending import let_through, works_by_two
from participation.offices.usecases import office_in, offices_at
from participation.people.model import cannot_wait
from participation.people.usecases import come_back
from participation.ports import UnitOfWork
from participation.reminders.usecases import count_as_reminded


async def find_public(meeting: MeetingId, *, uow: UnitOfWork) -> tuple[Meeting, Consultation]:
    """A meeting that has been announced, with its consultation; one that is still a plan is not there."""
    found = await uow.meetings.find(meeting)
    if found is None:
        raise NotFound
    return found, await find_announced(found.consultation, uow=uow)


async def attend(meeting: MeetingId, *, person: PersonId, coming: Coming, uow: UnitOfWork, now: datetime) -> Attendance:
    """Record whether somebody comes; the last answer counts, and who does not come does not speak."""
    found = await open_meeting(meeting, uow=uow, now=now)
    before = await uow.meetings.attendance(meeting, person)
    speaks = coming is not Coming.NO and before is not None and before.wants_to_speak
    await uow.meetings.attend(found.id, person, coming, wants_to_speak=speaks, on=local_day(now))
    if coming is Coming.NO:
        await uow.meetings.keep_wish(found.id, person, None, None)
        await uow.outbox.call_back(meeting_subject(found.id), only=(MeetingReminder, JoiningTold), to=person)
    else:
        await _welcome(found, person, before, uow=uow, now=now)
    if before is None or coming is Coming.NO:
        return Attendance(coming, speaks)
    return replace(before, coming=coming, wants_to_speak=speaks)


async def ask_to_speak(
    meeting: MeetingId, *, person: PersonId, wants: bool, uow: UnitOfWork, now: datetime
) -> Attendance | None:
    """Put somebody on the list of speakers, or take them off; who asks to speak means to come.

    None for somebody who has not answered and wants no word: that makes them no guest.
    """
    found = await open_meeting(meeting, uow=uow, now=now)
    before = await uow.meetings.attendance(meeting, person)
    if before is None and not wants:
        return None
    coming = Coming.YES if before is None or (wants and before.coming is Coming.NO) else before.coming
    await uow.meetings.attend(found.id, person, coming, wants_to_speak=wants, on=local_day(now))
    if wants:
        await _welcome(found, person, before, uow=uow, now=now)
    return replace(before or Attendance(coming, wants), coming=coming, wants_to_speak=wants)


async def _welcome(
    found: Meeting, person: PersonId, before: Attendance | None, *, uow: UnitOfWork, now: datetime
) -> None:
    """Who comes is written to again; who did not come till now has a reminder that does not say how one joins."""
    await come_back(person, uow=uow, now=now)
    if (before is None or before.coming is Coming.NO) and await uow.meetings.joining(found.id):
        await uow.outbox.call_back(meeting_subject(found.id), only=(MeetingReminder,), to=person)


async def open_meeting(meeting: MeetingId, *, uow: UnitOfWork, now: datetime) -> Meeting:
    """A meeting to which one can still come."""
    found, _ = await find_public(meeting, uow=uow)
    if found.cancelled:
        raise Refused(Refusal.CANCELLED)
    if not found.is_on(now):
        raise Refused(Refusal.MEETING_OVER)
    return found


async def move_meeting(
    meeting: MeetingId,
    *,
    to: Venue,
    reason: str,
    by: PersonId,
    asked: PendingId | None = None,
    uow: UnitOfWork,
    now: datetime,
) -> Meeting:
    """Put a meeting elsewhere or at another time and tell everybody concerned, old and new, and why, once.

    Where two release, it is what a colleague has `asked` to release.
    """
    found, consultation = await meeting_for_officer(meeting, by=by, uow=uow, now=now)
    check_move(found, to, now=now)
    await _let_through(found, consultation, asked, by=by, uow=uow, now=now)
    return await _change(found, consultation, to, reason=reason, by=by, uow=uow, now=now)


async def cancel_meeting(
    meeting: MeetingId,
    *,
    reason: str,
    by: PersonId,
    asked: PendingId | None = None,
    uow: UnitOfWork,
    now: datetime,
) -> Meeting:
    """Call a meeting off and tell everybody concerned, and why, once; where two release, what one has `asked`."""
    found, consultation = await meeting_for_officer(meeting, by=by, uow=uow, now=now)
    await _let_through(found, consultation, asked, by=by, uow=uow, now=now)
    return await _change(found, consultation, None, reason=reason, by=by, uow=uow, now=now)


def is_urgent(found: Meeting, now: datetime) -> bool:
    """Whether it begins so soon that a change of it waits for no colleague: people would stand before a closed door."""
    return cannot_wait(found.venue.starts_at, now)


async def is_changed_by_two(found: Meeting, consultation: Consultation, *, uow: UnitOfWork, now: datetime) -> bool:
    """Whether a colleague has to release a change of it; what is proposed is looked at by one anyhow."""
    return not is_urgent(found, now) and await _concerns_two(consultation, uow=uow)


async def is_changed_alone(found: Meeting, consultation: Consultation, *, uow: UnitOfWork, now: datetime) -> bool:
    """Whether a change of it does not wait for the colleague whom it would wait for otherwise."""
    return is_urgent(found, now) and await _concerns_two(consultation, uow=uow)


async def _concerns_two(consultation: Consultation, *, uow: UnitOfWork) -> bool:
    return consultation.stage is not Stage.PROPOSED and await works_by_two(consultation.institution, uow=uow)


async def _let_through(
    found: Meeting,
    consultation: Consultation,
    asked: PendingId | None,
    *,
    by: PersonId,
    uow: UnitOfWork,
    now: datetime,
) -> None:
    """Let a colleague release it, or one alone do what cannot wait: then the colleagues are told."""
    institution = consultation.institution
    if asked is not None or await is_changed_by_two(found, consultation, uow=uow, now=now):
        await let_through(asked, institution=institution, about=consultation.id, by=by, uow=uow, now=now)
    elif await is_changed_alone(found, consultation, uow=uow, now=now):
        subject = f"meeting {found.id}"
        await uow.audit.note(at=now, person=by, institution=institution, action="changed alone", subject=subject)
        for office in await offices_at(institution, uow=uow):
            if office.person != by:
                key = f"alone:{found.id}:{found.revision}:{office.person}"
                await uow.outbox.add(ChangedAlone(found.id), to=office.person, lane=Lane.URGENT, due_at=now, key=key)


async def _change(
    found: Meeting,
    consultation: Consultation,
    to: Venue | None,
    *,
    reason: str,
    by: PersonId,
    uow: UnitOfWork,
    now: datetime,
) -> Meeting:
    """Change it, keep what its notice says with that, and tell it in a letter of its own."""
    changed = await uow.meetings.change(found.id, to or found.venue, cancelled=to is None)
    if to is not None and leaves_online(found.venue, to):
        await uow.meetings.keep_joining(found.id, "")
    if consultation.is_public():
        amendment = amendment_of_meeting(found, changed)
        check_reason(amendment, reason)
        number, today = consultation.version + 1, local_day(now)
        await keep_next(consultation, Version(number, amendment, today, consultation.terms, reason.strip()), uow=uow)
    change = Change.CANCELLED if to is None else Change.MOVED
    await tell_change(found, changed, change, by=by, uow=uow, now=now)
    return changed


def leaves_online(old: Venue, new: Venue) -> bool:
    """Whether a meeting that was online is so no more: then nobody joins it."""
    return says_online(old.place) and not says_online(new.place)


def as_changed(found: Meeting, to: Venue | None) -> Meeting:
    """A meeting as it will be there; off, where that is nowhere."""
    return replace(found, cancelled=True) if to is None else replace(found, venue=to)


def owes_reason(found: Meeting, to: Venue | None, consultation: Consultation) -> bool:
    """Whether people read why: a place or an end that was open owes none, nor does what nobody has heard of."""
    return consultation.is_public() and amendment_of_meeting(found, as_changed(found, to)) not in NEEDS_NO_REASON


async def gathering_for_officer(meeting: MeetingId, *, by: PersonId, uow: UnitOfWork) -> tuple[Meeting, Consultation]:
    """A meeting that was announced and not called off, be it over or not, for somebody who acts where it is held."""
    found = await uow.meetings.get(meeting)
    consultation = await uow.consultations.get(found.consultation)
    await office_in(by, consultation.institution, uow=uow)
    if not consultation.is_public():
        raise NotFound
    if found.cancelled:
        raise Refused(Refusal.CANCELLED)
    return found, consultation


def check_move(found: Meeting, to: Venue, *, now: datetime) -> None:
    """Refuse a moment that is past or too far away, and a move to where it is; what has begun may move house."""
    if to.starts_at <= now and to.starts_at != found.venue.starts_at:
        raise Refused(Refusal.IN_THE_PAST)
    if is_too_far(local_day(to.starts_at), now):
        raise Refused(Refusal.TOO_FAR)
    if to == found.venue:
        raise Refused(Refusal.NOTHING_CHANGED)


async def meeting_for_officer(
    meeting: MeetingId, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> tuple[Meeting, Consultation]:
    """A meeting that is not over, and its consultation, for somebody who holds an office where it is held."""
    found = await uow.meetings.get(meeting)
    consultation = await uow.consultations.get(found.consultation)
    await office_in(by, consultation.institution, uow=uow)
    if found.cancelled:
        raise Refused(Refusal.CANCELLED)
    if not found.is_on(now):
        raise Refused(Refusal.MEETING_OVER)
    return found, consultation


async def tell_change(
    old: Meeting, new: Meeting, change: Change, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> None:
    """Call back what was said of the old date and queue the news for everybody who may have heard of it."""
    consultation = await uow.consultations.get(new.consultation)
    institution = await uow.places.institution(consultation.institution)
    unheard = await uow.outbox.unheard_changes(new.id)
    await uow.outbox.call_back(meeting_subject(new.id), only=(MeetingReminder, MeetingChanged, JoiningTold))
    await uow.audit.note(
        at=now, person=by, institution=institution.id, action=f"meeting {change.value}", subject=f"meeting {new.id}"
    )
    if not consultation.is_public():
        return
    everybody = Audience(consultation.id, institution.municipality, consultation.terms.units, coming_to=new.id)
    for known, audience in who_knows_what(old, new, everybody, unheard):
        if not unheard or await uow.listeners.count(audience):
            letter = MeetingChanged(new.id, change, new.revision, known.starts_at, known.place)
            lane, use_by = lane_of(known, new.venue, now), last_use(known, new.venue)
            await uow.outbox.announce(letter, to=audience, lane=lane, due_at=now, use_by=use_by)
    if new.is_ahead(now):
        await count_as_reminded(new.id, new.venue.starts_at, uow=uow, now=now)


def who_knows_what(
    old: Meeting, new: Meeting, everybody: Audience, unheard: Sequence[tuple[CampaignId, MeetingChanged]]
) -> Iterator[tuple[Venue, Audience]]:
    """When and where people believe the meeting to be, if there is news for them.

    Who slept through a change knows of what was before it; to be back there is no news.
    """
    for campaign, slept_through in unheard:
        known = Venue(slept_through.old_start, slept_through.old_place)
        if new.cancelled or not known.is_same_as(new.venue):
            yield known, replace(everybody, missed=campaign)
    yield old.venue, replace(everybody, apart_from=tuple(campaign for campaign, _ in unheard))


def last_use(old: Venue, new: Venue) -> datetime:
    """After the later of both meetings the news helps nobody."""
    return max(old.over_at(), new.over_at())


def lane_of(old: Venue, new: Venue, now: datetime) -> Lane:
    """News of a meeting that begins, or would have begun, before a night is over does not wait for the morning."""
    soonest = min(old.starts_at, new.starts_at)
    return Lane.URGENT if cannot_wait(soonest, now) else Lane.REMINDER
