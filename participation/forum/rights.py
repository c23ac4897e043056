"""The four rights of a forum in a consultation: by when each is due, whether it was met, and what proves it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from participation.calendar.working_days import COMMENT_DAYS, WorkingCalendar
from participation.clock import local_day
from participation.comments.model import Capacity, Comment, CommentChannel
from participation.consultations.model import Consultation
from participation.consultations.usecases import consultation_for_officer
from participation.errors import Refusal, Refused
from participation.forum.membership import Member
from participation.forum.model import ForumCheck, ForumRight, ForumState, KeptProof, ProofTopic
from participation.forum.proof import ProofRow, ProofStep, ProofWay
from participation.forum.telling import still_sent, told_of
from participation.ids import ConsultationId, PersonId
from participation.meetings.model import Meeting
from participation.paperwork.gathering import held
from participation.ports import UnitOfWork
from participation.words import fold

LONGEST_EVIDENCE: Final = 500


@dataclass(frozen=True)
class Evidence:
    """What proves a right: counts of what was told and said, organisations that came, and what was written by hand.

    Of those who are forgotten it holds how many they were: `kept`.
    """

    members: int = 0
    told: int = 0
    by_email: int = 0
    arrived: int = 0
    seen: int = 0
    failed: int = 0
    spoken: int = 0
    organisations: tuple[str, ...] = ()
    kept: int = 0
    written: str = ""


@dataclass(frozen=True)
class RightStanding:
    """A right in a consultation, with what proves it."""

    check: ForumCheck
    evidence: Evidence


@dataclass(frozen=True)
class Seat:
    """An organisation of the forum that was at a meeting, and the day."""

    day: date
    organisation: str


async def rights_for_officer(
    consultation: ConsultationId, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> Sequence[RightStanding]:
    """The four rights, for somebody who acts for the institution."""
    found = await consultation_for_officer(consultation, by=by, uow=uow)
    return await rights_of(found, uow=uow, now=now)


async def rights_of(found: Consultation, *, uow: UnitOfWork, now: datetime) -> Sequence[RightStanding]:
    """The four rights in their order; what was written down by hand goes before what was counted.

    What counts still and what is kept of those who are forgotten stand together.
    """
    ever = await uow.forums.of(found.institution)
    members = [one for one in ever if one.belongs]
    rows = still_sent(await uow.proofs.about(found.id))
    calendar = await uow.places.calendar(found.institution)
    meetings = await meetings_of(found, uow=uow)
    informed = told_of(rows, ProofTopic.INFORMED)
    held = {one.id for one in meetings}
    # An invitation to what was called off invites to nothing.
    invited = [row for row in told_of(rows, ProofTopic.INVITED) if row.meeting in held]
    standings = (
        _told(ForumRight.INFORMED, _informed_by(found, calendar), members, rows, informed),
        _told(ForumRight.INVITED, _invited_by(found, calendar, meetings), members, rows, invited),
        await _heard(found, ever, uow=uow),
        await _took_part(ever, meetings, uow=uow, now=now),
    )
    kept, deeds = await uow.forums.kept(found.id), await uow.forums.deeds(found.id)
    return [_with_deed(_with_kept(one, kept.get(one.check.right)), deeds.get(one.check.right)) for one in standings]


async def meetings_of(found: Consultation, *, uow: UnitOfWork) -> Sequence[Meeting]:
    """Those that were not called off, in their order."""
    there = [one for one in await uow.meetings.of(found.id) if not one.cancelled]
    return sorted(there, key=lambda one: one.venue.starts_at)


def _informed_by(found: Consultation, calendar: WorkingCalendar) -> date:
    """20 working days before the last day for comments, and never before there was anything to tell."""
    last = found.terms.deadline
    return found.since if last is None else max(found.since, calendar.before(last, COMMENT_DAYS))


def _invited_by(found: Consultation, calendar: WorkingCalendar, meetings: Sequence[Meeting]) -> date | None:
    """20 working days before the first meeting, as the law has it announced; without a meeting there is no day yet."""
    if not meetings:
        return None
    return max(found.since, calendar.before(local_day(meetings[0].venue.starts_at), COMMENT_DAYS))


def _told(
    right: ForumRight,
    due: date | None,
    members: Sequence[Member],
    rows: Sequence[ProofRow],
    told: Sequence[ProofRow],
) -> RightStanding:
    """It is met once everybody has been told who was in the forum before the day on which the first of them was.

    Whoever came on that day or later is told too, and neither undoes it nor makes it late.
    """
    days: dict[int, date] = {}
    for row in told:
        if row.member is not None:
            days.setdefault(row.member, local_day(row.at))
    first = min((local_day(row.at) for row in told), default=None)
    there = [one for one in members if first is not None and one.since < first]
    done = first is not None and all(one.id in days for one in there)
    last = max((days[one.id] for one in there), default=first) if done else None
    steps = _steps_after(told, rows)
    evidence = Evidence(
        members=len(members),
        told=len(told),
        by_email=sum(row.way is ProofWay.EMAIL for row in told),
        arrived=steps.count(ProofStep.DELIVERED),
        seen=steps.count(ProofStep.OPENED),
        failed=steps.count(ProofStep.FAILED),
    )
    return RightStanding(ForumCheck(right, due, last), evidence)


def _steps_after(told: Sequence[ProofRow], rows: Sequence[ProofRow]) -> list[ProofStep]:
    """What became of these."""
    places = {row.place for row in told}
    return [row.step for row in rows if row.first in places]


async def _heard(found: Consultation, ever: Sequence[Member], *, uow: UnitOfWork) -> RightStanding:
    counted = await said_in(found, ever, uow=uow)
    first = min(counted.values(), default=None)
    return RightStanding(ForumCheck(ForumRight.HEARD, found.terms.deadline, first), Evidence(spoken=len(counted)))


async def said_in(found: Consultation, ever: Sequence[Member], *, uow: UnitOfWork) -> Mapping[str, date]:
    """Comments in the name of whoever was in the forum then: of the organisation, or of the one who speaks for it.

    By their receipts: the day of each that was not taken back.

    What a member leaves without a name, or under another one, is nobody's: a small forum would tell whose it was.
    """
    spoken: dict[str, Comment] = {}
    for member in ever:
        own = await uow.comments.of_person(member.person) if member.person is not None else ()
        spoken |= {one.receipt: one for one in own if one.consultation == found.id and _signed_by(one, [member])}
    for one in await uow.ledger.of(found.id):
        by_hand = one.channel is not CommentChannel.BOT and one.signature.capacity is Capacity.ORGANISATION
        if by_hand and _signed_by(one, ever):
            spoken[one.receipt] = one
    return {one.receipt: local_day(one.left_at) for one in spoken.values() if one.withdrawn_on is None}


def _signed_by(comment: Comment, members: Sequence[Member]) -> bool:
    """Whether its signature is one of theirs, by which they were known on that day."""
    day, name = local_day(comment.left_at), fold(comment.signature.name or "")
    there = [one for one in members if one.belonged_on(day)]
    return bool(name) and any(
        name in {fold(one.card.organisation), fold(one.card.contact)} or comment.receipt in one.card.heard
        for one in there
    )


async def _took_part(
    ever: Sequence[Member], meetings: Sequence[Meeting], *, uow: UnitOfWork, now: datetime
) -> RightStanding:
    seats = await seats_in(ever, meetings, uow=uow, now=now)
    first = next((one.day for one in seats.values()), None)
    came = dict.fromkeys(one.organisation for one in seats.values())
    due = local_day(meetings[-1].venue.starts_at) if meetings else None
    return RightStanding(ForumCheck(ForumRight.TOOK_PART, due, first), Evidence(organisations=tuple(came)))


async def seats_in(
    ever: Sequence[Member], meetings: Sequence[Meeting], *, uow: UnitOfWork, now: datetime
) -> Mapping[tuple[int, str], Seat]:
    """Organisations of the forum on the list of a meeting, or in its finished record: by meeting and name."""
    seats: dict[tuple[int, str], Seat] = {}
    for meeting in meetings:
        if meeting.has_begun(now):
            note, _ = await held(meeting, uow=uow)
            names = {fold(one.card.organisation): one.card.organisation for one in ever if one.belonged_on(note.day)}
            came = sorted({fold(each) for each in note.organisations} & names.keys())
            seats |= {(meeting.id, each): Seat(note.day, names[each]) for each in came}
    return seats


def _with_kept(one: RightStanding, kept: KeptProof | None) -> RightStanding:
    """It was met on the earlier day of both."""
    if kept is None:
        return one
    day = min(kept.day, one.check.done_on or kept.day)
    return RightStanding(replace(one.check, done_on=day), replace(one.evidence, kept=kept.count))


def _with_deed(one: RightStanding, deed: tuple[date, str] | None) -> RightStanding:
    if deed is None:
        return one
    day, written = deed
    return RightStanding(replace(one.check, done_on=day), replace(one.evidence, written=written))


def is_overdue(standings: Sequence[RightStanding], today: date) -> bool:
    """Whether a right should have been met by now."""
    return any(one.check.state(today) is ForumState.OVERDUE for one in standings)


async def write_evidence(
    consultation: ConsultationId,
    right: ForumRight,
    day: date,
    evidence: str,
    *,
    by: PersonId,
    uow: UnitOfWork,
    now: datetime,
) -> None:
    """Write down by hand when a right was met, and what proves it."""
    found = await consultation_for_officer(consultation, by=by, uow=uow)
    check_past(day, now)
    await uow.forums.keep_deed(consultation, right, day, evidence)
    subject = f"consultation {consultation}"
    action = f"forum right: {right.value}"
    await uow.audit.note(at=now, person=by, institution=found.institution, action=action, subject=subject)


def check_past(day: date, now: datetime) -> None:
    """What was done lies not ahead."""
    if day > local_day(now):
        raise Refused(Refusal.STILL_TO_COME)
