"""What papers about a meeting are made of: frozen values, without anybody who did not agree to be named."""

from participation.ids import MeetingId
from participation.meetings.heard import Evaluation
from participation.meetings.minutes import Minutes
from participation.meetings.present import Participants, counted
from participation.meetings.voices import evaluation_at
from participation.ports import UnitOfWork


async def participants_of(meeting: MeetingId, *, uow: UnitOfWork) -> Participants:
    """Who was there: all by kind, by name those who agreed to it."""
    return counted(await uow.presence.of(meeting))


async def record_of(meeting: MeetingId, *, uow: UnitOfWork) -> Minutes | None:
    """The newest finished record, with how many were there and all organisations; None where none is finished."""
    revision = await uow.minutes.finished(meeting)
    return revision.minutes if revision else None


async def evaluation_of(meeting: MeetingId, *, uow: UnitOfWork) -> Evaluation:
    """How far people felt heard, small counts hidden."""
    return await evaluation_at(await uow.meetings.get(meeting), uow=uow)
