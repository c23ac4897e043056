"""What whoever takes over a desk has to know: what runs, what is owed, and until when (dorëzimi i detyrës)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from participation.clock import local_day
from participation.comments.model import Balance
from participation.comments.usecases import owed_in_order
from participation.consultations.model import Consultation, Phase, Stage
from participation.dockets import Docket
from participation.forum.model import NO_DUTIES, ForumDuties
from participation.ids import CommentId, ConsultationId, InstitutionId, PersonId
from participation.meetings.model import Meeting
from participation.meetings.papers import participants_of
from participation.meetings.recording import without_record
from participation.offices.usecases import office_in, offices_at
from participation.paperwork.gathering import letterhead_of, noted
from participation.paperwork.letterhead import Letterhead
from participation.paperwork.meetings import MeetingNote
from participation.people.model import Role
from participation.ports import UnitOfWork
from participation.programme.model import PlannedConsultation, PlannedStatus
from participation.programme.usecases import calendar_of

AT_AN_END = frozenset({Phase.ADOPTED, Phase.CANCELLED})


@dataclass(frozen=True)
class Running:
    """A consultation that is not at its end: where it stands, its last day, and its comments."""

    title: str
    phase: Phase
    until: date | None
    balance: Balance


@dataclass(frozen=True)
class AnswerDue:
    """A comment that waits for its answer; its words are at the desk, and not here."""

    receipt: str
    title: str
    by: date


@dataclass(frozen=True)
class GatheringDue:
    """A meeting that is ahead, or one whose record nobody has finished."""

    title: str
    meeting: MeetingNote


@dataclass(frozen=True)
class HandOver:
    """All that is open on the desk of an institution, on the day of the letterhead.

    Members of its forum who are `not_in_telegram` have to be told by somebody. Its rights are overdue in what is named
    by `late_rights`.
    """

    letterhead: Letterhead
    offices: Mapping[Role, int]
    running: tuple[Running, ...] = ()
    waiting: tuple[tuple[str, date], ...] = ()
    owed: tuple[AnswerDue, ...] = ()
    ahead: tuple[GatheringDue, ...] = ()
    unrecorded: tuple[GatheringDue, ...] = ()
    unread_reports: int = 0
    planned: tuple[PlannedConsultation, ...] = ()
    not_in_telegram: tuple[str, ...] = ()
    forum: ForumDuties = NO_DUTIES
    late_rights: tuple[str, ...] = ()


async def hand_over(
    institution: InstitutionId, duties: ForumDuties, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> HandOver:
    """Gather it, with what its forum waits for; that somebody took it is noted."""
    await office_in(by, institution, uow=uow)
    today = local_day(now)
    held = list(await uow.consultations.of(institution))
    public = {one.id: one for one in held if one.is_public()}
    open_ = [one for one in public.values() if one.phase(now) not in AT_AN_END]
    years = (today.year, today.year + 1)
    lines = [line for year in years for line in await calendar_of(institution, year, by=by, uow=uow, now=now)]
    begun = await uow.meetings.held([institution], now)
    roles = Counter(office.role for office in await offices_at(institution, uow=uow))
    await uow.audit.note(
        at=now, person=by, institution=institution, action="hand-over kit taken", subject=today.isoformat()
    )
    return HandOver(
        letterhead=await letterhead_of(institution, uow=uow, now=now),
        offices={role: roles[role] for role in Role if roles[role]},
        running=tuple([await _running(one, uow=uow, now=now) for one in sorted(open_, key=_last_day)]),
        waiting=tuple((one.terms.title, local_day(one.publish_at)) for one in held if _waits(one)),
        owed=tuple(
            [await _due(one.id, public, day, uow=uow) for one, day in await owed_in_order([institution], uow=uow)]
        ),
        ahead=tuple(await _gatherings(await uow.meetings.ahead([institution], now), public, uow=uow)),
        unrecorded=tuple(await _gatherings(await without_record(begun, uow=uow, now=now), public, uow=uow)),
        unread_reports=await uow.reports.count_unseen([Docket(institution)]),
        planned=tuple(line.planned for line in lines if line.planned.status is PlannedStatus.PLANNED),
        not_in_telegram=tuple(
            sorted(
                one.card.organisation for one in await uow.forums.of(institution) if one.belongs and one.person is None
            )
        ),
        forum=duties,
        late_rights=tuple(public[one].terms.title for one in duties.overdue),
    )


def _last_day(one: Consultation) -> tuple[date, int]:
    """What closes first comes first; what has no last day comes last."""
    return one.terms.deadline or date.max, one.id


def _waits(one: Consultation) -> bool:
    return one.stage in {Stage.SCHEDULED, Stage.PROPOSED}


async def _running(one: Consultation, *, uow: UnitOfWork, now: datetime) -> Running:
    return Running(one.terms.title, one.phase(now), one.terms.deadline, await uow.comments.balance(one.id))


async def _due(
    comment: CommentId, public: Mapping[ConsultationId, Consultation], day: date, *, uow: UnitOfWork
) -> AnswerDue:
    found = await uow.comments.get(comment)
    return AnswerDue(found.receipt, public[found.consultation].terms.title, day)


async def _gatherings(
    found: Sequence[Meeting], public: Mapping[ConsultationId, Consultation], *, uow: UnitOfWork
) -> Sequence[GatheringDue]:
    """As they were planned; of what is not announced yet nothing is told here."""
    return [
        GatheringDue(public[one.consultation].terms.title, noted(one, None, await participants_of(one.id, uow=uow)))
        for one in found
        if one.consultation in public
    ]
