"""Amending a notice that is out: correct it, say what was open, extend its time, repeat it, or cancel all of it.

Each gives a new version with its reason; whoever follows is told old and new, once (Law 146/2014, art. 15).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from participation.apart import one_by_one
from participation.calendar.legal_clock import owed_days
from participation.calendar.working_days import COMMENT_DAYS, WorkingCalendar, comment_days, comment_deadline
from participation.clock import is_too_far, local_day
from participation.consultations.announcements import send_out
from participation.consultations.keeping import keep_next
from participation.consultations.life import check_move
from participation.consultations.model import Consultation, Stage, Terms
from participation.consultations.proofs import names_of
from participation.consultations.rechecking import notice_out, passed_over
from participation.consultations.usecases import add_meetings, audience_of, consultation_for_officer
from participation.consultations.versions import (
    Amendment,
    Difference,
    NewVersion,
    Version,
    amendment_by,
    changes_of,
    check_reason,
    is_told,
)
from participation.errors import Refusal, Refused
from participation.ids import ConsultationId, PendingId, PersonId
from participation.letters import DeadlineReminder, Lane, NoticeChanged, consultation_subject
from participation.meeting_letters import JoiningTold, MeetingChanged, MeetingReminder, meeting_subject
from participation.meetings.model import Meeting
from participation.offices.pending import let_through
from participation.people.model import cannot_wait
from participation.ports import UnitOfWork


async def amendable(
    consultation: ConsultationId, amendment: Amendment, *, by: PersonId, uow: UnitOfWork
) -> Consultation:
    """A consultation whose notice can be amended so, for somebody who acts there."""
    found = await consultation_for_officer(consultation, by=by, uow=uow)
    stage = stage_after(amendment, found.stage)
    if not found.is_public() or (stage is found.stage and stage not in {Stage.OPEN, Stage.REVIEW}):
        raise Refused(Refusal.NOT_AT_THIS_STAGE)
    if stage is not found.stage:
        check_move(found.stage, stage)
    return found


def stage_after(amendment: Amendment, present: Stage) -> Stage:
    """Where a consultation stands once its notice is amended so."""
    match amendment:
        case Amendment.EXTENDED | Amendment.REPEATED:
            return Stage.OPEN
        case Amendment.CANCELLED:
            return Stage.CANCELLED
        case _:
            return present


def check_new(new: NewVersion, old: Terms, now: datetime) -> tuple[Amendment, tuple[Difference, ...]]:
    """What a new version does to the notice; refused is one that changes nothing, or takes time away from citizens."""
    changes = changes_of(new, old)
    if not changes:
        raise Refused(Refusal.NOTHING_CHANGED)
    if not new.terms.title.strip():
        raise Refused(Refusal.INCOMPLETE)
    _check_days(new, old, now)
    return amendment_by(changes), changes


def _check_days(new: NewVersion, old: Terms, now: datetime) -> None:
    today, deadline = local_day(now), new.terms.deadline
    if deadline != old.deadline:
        if deadline is None or (old.deadline is not None and deadline < old.deadline):
            raise Refused(Refusal.SHORTER)
        if deadline < today:
            raise Refused(Refusal.IN_THE_PAST)
    if any(venue.starts_at <= now for venue in new.venues):
        raise Refused(Refusal.IN_THE_PAST)
    days = (deadline, *(step.day for step in new.terms.steps), *(local_day(venue.starts_at) for venue in new.venues))
    if any(day is not None and is_too_far(day, now) for day in days):
        raise Refused(Refusal.TOO_FAR)


async def amend(
    consultation: ConsultationId,
    new: NewVersion,
    *,
    seen: int,
    by: PersonId,
    asked: PendingId | None = None,
    uow: UnitOfWork,
    now: datetime,
) -> Version:
    """Let a notice say something else; `seen` is the version that was looked at before.

    Where two release, it is what a colleague has `asked` to release; so it is for all that is done to a notice.
    """
    found = await consultation_for_officer(consultation, by=by, uow=uow)
    amendment, changes = check_new(new, found.terms, now)
    await _released(consultation, amendment, asked, by=by, uow=uow, now=now)
    passed = passed_over(new, await notice_out(found, uow=uow), today=local_day(now))
    check_reason(amendment, new.reason, passed)
    version = Version(seen + 1, amendment, local_day(now), new.terms, new.reason.strip(), names_of(passed))
    await add_meetings(consultation, new.venues, new.joining, uow=uow)
    for gone in new.without:
        await uow.consultations.drop_paper(gone.id)
    for paper in new.papers:
        await uow.consultations.add_paper(consultation, paper.name or "", paper.size or 0, paper.ref or "")
    await _put(found, version, by=by, uow=uow, now=now)
    if new.terms.deadline != found.terms.deadline:
        await _move_deadline(found, new, uow=uow)
    if is_told(changes):
        await _tell(found, version, uow=uow, now=now)
    return version


async def _released(
    consultation: ConsultationId,
    amendment: Amendment,
    asked: PendingId | None,
    *,
    by: PersonId,
    uow: UnitOfWork,
    now: datetime,
) -> Consultation:
    """One whose notice can be amended so, and by whom: where two release, by whoever was asked to."""
    found = await amendable(consultation, amendment, by=by, uow=uow)
    await let_through(asked, institution=found.institution, about=found.id, by=by, uow=uow, now=now)
    return found


def repeated(terms: Terms, today: date, calendar: WorkingCalendar) -> Terms:
    """The notice as it stands when it is given anew: the time for comments begins again."""
    return replace(terms, notice_date=today, deadline=comment_deadline(today, calendar, COMMENT_DAYS))


async def repeat(
    consultation: ConsultationId,
    *,
    reason: str,
    seen: int,
    by: PersonId,
    asked: PendingId | None = None,
    uow: UnitOfWork,
    now: datetime,
) -> Version:
    """Give the notice anew, with the whole time of the law from today (art. 15)."""
    found = await _released(consultation, Amendment.REPEATED, asked, by=by, uow=uow, now=now)
    check_reason(Amendment.REPEATED, reason)
    today = local_day(now)
    terms = repeated(found.terms, today, await uow.places.calendar(found.institution))
    if found.terms.deadline is not None and terms.deadline is not None and terms.deadline < found.terms.deadline:
        raise Refused(Refusal.SHORTER)
    version = Version(seen + 1, Amendment.REPEATED, today, terms, reason.strip())
    await _put(found, version, by=by, uow=uow, now=now)
    await uow.consultations.owe(consultation, COMMENT_DAYS)
    await uow.outbox.call_back(consultation_subject(consultation), only=(DeadlineReminder,))
    await _tell(found, version, uow=uow, now=now)
    return version


async def cancel(
    consultation: ConsultationId,
    *,
    reason: str,
    seen: int,
    by: PersonId,
    asked: PendingId | None = None,
    uow: UnitOfWork,
    now: datetime,
) -> Version:
    """Call a consultation off with all its meetings; one message tells of all of it."""
    found = await _released(consultation, Amendment.CANCELLED, asked, by=by, uow=uow, now=now)
    check_reason(Amendment.CANCELLED, reason)
    version = Version(seen + 1, Amendment.CANCELLED, local_day(now), found.terms, reason.strip())
    ahead = [meeting for meeting in await uow.meetings.of(consultation) if meeting.is_on(now)]
    for meeting in ahead:
        await uow.meetings.change(meeting.id, meeting.venue, cancelled=True)
        await uow.outbox.call_back(meeting_subject(meeting.id), only=(MeetingReminder, MeetingChanged, JoiningTold))
    await _put(found, version, by=by, uow=uow, now=now)
    await uow.outbox.call_back(consultation_subject(consultation))
    await _tell(found, version, uow=uow, now=now, lane=_lane_before(ahead, now))
    return version


def _lane_before(meetings: Iterable[Meeting], now: datetime) -> Lane:
    soon = any(cannot_wait(meeting.venue.starts_at, now) for meeting in meetings)
    return Lane.URGENT if soon else Lane.REMINDER


async def recount(*, uow: UnitOfWork, now: datetime) -> int:
    """Move the deadlines that end too soon since a day off was added; none is ever moved forward (R4)."""
    today = local_day(now)

    async def recount_one(found: Consultation) -> bool:
        calendar = await uow.places.calendar(found.institution)
        if found.terms.deadline is None or found.owed is None:
            return False
        owed = comment_deadline(found.since, calendar, found.owed)
        if owed <= found.terms.deadline:
            return False
        version = Version(found.version + 1, Amendment.RECOUNTED, today, replace(found.terms, deadline=owed))
        await _put(found, version, by=None, uow=uow, now=now)
        await uow.outbox.call_back(consultation_subject(found.id), only=(DeadlineReminder,))
        await _tell(found, version, uow=uow, now=now)
        return True

    return await one_by_one(await uow.consultations.counted(today), recount_one, uow=uow)


async def _put(found: Consultation, version: Version, *, by: PersonId | None, uow: UnitOfWork, now: datetime) -> None:
    """Keep a version once all else is changed, and put the consultation where it stands then."""
    await keep_next(found, version, uow=uow)
    stage = stage_after(version.amendment, found.stage)
    if stage is not found.stage:
        await uow.consultations.move(found.id, stage, was=found.stage, on=local_day(now))
    subject = f"consultation {found.id}, version {version.number}"
    for action in (f"notice {version.amendment.value}", *(f"published despite {rule}" for rule in version.despite)):
        await uow.audit.note(at=now, person=by, institution=found.institution, action=action, subject=subject)


async def _move_deadline(found: Consultation, new: NewVersion, *, uow: UnitOfWork) -> None:
    """Owe what is promised now, and call back the reminders of the other day."""
    calendar, until = await uow.places.calendar(found.institution), new.terms.deadline
    if until is not None:
        counted = comment_days(found.since, until, calendar) if new.more else None
        owed = owed_days(found.since, until, calendar, counted=counted)
        await uow.consultations.owe(found.id, max(owed, found.owed or 0))
    await uow.outbox.call_back(consultation_subject(found.id), only=(DeadlineReminder,))


async def _tell(
    found: Consultation, version: Version, *, uow: UnitOfWork, now: datetime, lane: Lane = Lane.REMINDER
) -> None:
    """Tell whoever hears of it, and whoever comes to a meeting of it; its coordinators see how far that has got."""
    amended = replace(found, terms=version.terms)
    audience = replace(await audience_of(amended, uow=uow), coming=True)
    await send_out(NoticeChanged(found.id, version.number), found, to=audience, lane=lane, uow=uow, now=now)
