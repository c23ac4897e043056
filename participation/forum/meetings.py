"""The clock of a forum: it meets at least every six months (OGP, minimum of standard 1), and what else it waits for."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from participation.clock import local_day
from participation.consultations.model import Consultation, Stage
from participation.forum.members import is_call_stopped
from participation.forum.membership import Member
from participation.forum.model import NO_DUTIES, Forum, ForumDuties, ForumMeeting, MemberState
from participation.forum.rights import check_past, is_overdue, rights_of
from participation.ids import ConsultationId, InstitutionId, PersonId
from participation.offices.usecases import office_in
from participation.ports import UnitOfWork

MONTHS: Final = 6
WARNED: Final = timedelta(days=30)
"""So long before it is due the digest says so."""


def due_by(forum: Forum, meetings: Sequence[ForumMeeting]) -> date:
    """Until when the next meeting is due: six months after the last one, or after the forum was entered here."""
    last = max((one.day for one in meetings), default=forum.since)
    months = last.month - 1 + MONTHS
    year, month = last.year + months // 12, months % 12 + 1
    return date(year, month, min(last.day, monthrange(year, month)[1]))


async def write_meeting(
    institution: InstitutionId, meeting: ForumMeeting, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> None:
    """Write down a meeting of the forum that was held."""
    await office_in(by, institution, uow=uow)
    check_past(meeting.day, now)
    await uow.forums.add_meeting(institution, meeting)
    subject = f"forum {meeting.day.isoformat()}"
    await uow.audit.note(at=now, person=by, institution=institution, action="forum met", subject=subject)


async def duties_of(institution: InstitutionId, *, uow: UnitOfWork, now: datetime) -> ForumDuties:
    """What the forum of an institution waits for; nothing where there is none."""
    forum = await uow.forums.find(institution)
    if forum is None:
        return NO_DUTIES
    members = await uow.forums.of(institution)
    by = due_by(forum, await uow.forums.meetings(institution))
    return ForumDuties(
        await _overdue(forum, members, uow=uow, now=now),
        sum(one.state is MemberState.APPLIED for one in members),
        by if local_day(now) >= by - WARNED else None,
        await is_call_stopped(forum, uow=uow, now=now),
    )


async def _overdue(
    forum: Forum, members: Sequence[Member], *, uow: UnitOfWork, now: datetime
) -> tuple[ConsultationId, ...]:
    """The consultations under way in which a right is overdue; those of before there was a forum owe it nothing."""
    if not any(one.belongs for one in members):
        return ()
    found = [one for one in await uow.consultations.of(forum.institution) if _concerns(one, forum)]
    rights = [(one.id, await rights_of(one, uow=uow, now=now)) for one in found]
    return tuple(consultation for consultation, standings in rights if is_overdue(standings, local_day(now)))


def _concerns(one: Consultation, forum: Forum) -> bool:
    return one.stage in {Stage.OPEN, Stage.REVIEW} and one.since >= forum.since
