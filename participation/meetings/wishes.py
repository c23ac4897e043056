"""What somebody says beside their answer to an invitation: a position, and what they need to take part."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from participation.errors import Refusal, Refused
from participation.ids import MeetingId, PersonId
from participation.meetings.model import Attendance, Coming, Need, Position
from participation.meetings.usecases import open_meeting
from participation.ports import UnitOfWork

LONGEST_NEED: Final = 200
"""Characters: one short sentence."""


async def take_position(
    meeting: MeetingId, *, person: PersonId, position: Position | None, uow: UnitOfWork, now: datetime
) -> Attendance | None:
    """Note where somebody stands who comes, or may come, or that they would rather not say.

    None for somebody who has not said that they come: nothing is noted of them.
    """
    before = await _coming(meeting, person, uow=uow, now=now)
    if before is None:
        return None
    after = replace(before, position=position)
    await uow.meetings.keep_wish(meeting, person, after.position, after.need)
    return after


async def ask_for_help(
    meeting: MeetingId, *, person: PersonId, need: Need | None, uow: UnitOfWork, now: datetime
) -> Attendance | None:
    """Note what somebody needs who comes, or may come, or that they need nothing after all."""
    if need is not None and len(need.words) > LONGEST_NEED:
        raise Refused(Refusal.NO_SENTENCE)
    before = await _coming(meeting, person, uow=uow, now=now)
    if before is None:
        return None
    await uow.meetings.keep_wish(meeting, person, before.position, need)
    return replace(before, need=need)


async def _coming(meeting: MeetingId, person: PersonId, *, uow: UnitOfWork, now: datetime) -> Attendance | None:
    await open_meeting(meeting, uow=uow, now=now)
    answer = await uow.meetings.attendance(meeting, person)
    return answer if answer is not None and answer.coming is not Coming.NO else None
