"""A day after a meeting: what was decided is told to those who came, and they are asked whether they were heard.

The decisions are waited for, but not for ever. What somebody answers is counted apart from them; for a while a mark
without a name lets them change it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from participation.apart import one_by_one
from participation.errors import NotFound, Refusal, Refused
from participation.ids import MeetingId, PersonId
from participation.meeting_letters import VoiceAsked
from participation.meetings.heard import Evaluation, Heard, evaluated
from participation.meetings.model import Meeting
from participation.meetings.usecases import find_public
from participation.ports import UnitOfWork

ASKED_AFTER: Final = timedelta(hours=24)
PATIENCE: Final = timedelta(days=7)
"""So long after that the decisions are waited for."""
OF_USE: Final = timedelta(days=7)
"""A question that could not be asked by then is not asked any more."""
ANSWERED_WITHIN: Final = timedelta(days=30)
"""So long after a meeting answers are taken, and may be changed."""
AT_ONCE: Final = 2000
"""So many are asked in one look, as with reminders."""


async def ask_whether_heard(*, uow: UnitOfWork, now: datetime) -> int:
    """Queue the question for everybody who came or said they would, once; returns how many were new."""
    longest = ASKED_AFTER + PATIENCE + OF_USE
    over = await uow.meetings.over_between(now - longest, now - ASKED_AFTER)
    return await one_by_one(over, partial(_ask, uow=uow, now=now), uow=uow)


async def _ask(meeting: Meeting, *, uow: UnitOfWork, now: datetime) -> int:
    waits_until = meeting.venue.over_at() + ASKED_AFTER + PATIENCE
    if now < waits_until and not await decisions_of(meeting.id, uow=uow):
        return 0
    key = f"voice:{meeting.id}"
    people = await uow.voices.guests(meeting.id, lacking=key)
    letter, use_by = VoiceAsked(meeting.id), waits_until + OF_USE
    return await uow.outbox.remind(letter, people=people[:AT_ONCE], due_at=now, use_by=use_by, key=key)


async def decisions_of(meeting: MeetingId, *, uow: UnitOfWork) -> Sequence[str]:
    """What stands in the finished record."""
    revision = await uow.minutes.finished(meeting)
    return revision.minutes.decisions if revision else ()


async def say_whether_heard(
    meeting: MeetingId, *, person: PersonId, heard: Heard, uow: UnitOfWork, now: datetime
) -> None:
    """Count somebody's answer, in the place of an earlier one of theirs."""
    found, _ = await find_public(meeting, uow=uow)
    if found.cancelled:
        raise Refused(Refusal.CANCELLED)
    if now < found.venue.over_at():
        raise Refused(Refusal.MEETING_AHEAD)
    if now >= found.venue.over_at() + ANSWERED_WITHIN:
        raise Refused(Refusal.ANSWER_LATE)
    if not await uow.voices.is_guest(meeting, person):
        raise NotFound
    await uow.voices.count(meeting, person, heard)


async def evaluation_at(meeting: Meeting, *, uow: UnitOfWork) -> Evaluation:
    """What may be shown of the answers."""
    consultation = await uow.consultations.get(meeting.consultation)
    institution = await uow.places.institution(consultation.institution)
    return evaluated(await uow.voices.counts(meeting.id), institution.smallest)
