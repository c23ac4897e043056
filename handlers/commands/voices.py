"""Saying after a meeting how far one was heard."""

from handlers.turns import Talk, Turn, show
from handlers.views import voices as views
from handlers.views.voices import ChangeHeard
from participation.actions import SayHeard
from participation.errors import NotFound
from participation.ids import MeetingId
from participation.meetings.heard import Heard
from participation.meetings.voices import say_whether_heard


async def say_heard(talk: Talk, pressed: SayHeard) -> Turn:
    """Count it, and say so beneath what was read."""
    return await _counted(talk, pressed.meeting, pressed.heard)


async def change_heard(talk: Talk, pressed: ChangeHeard) -> Turn:
    """Count it instead of what was said before, in the same place."""
    return await _counted(talk, pressed.meeting, pressed.heard, over=True)


async def _counted(talk: Talk, meeting: int, answer: str, *, over: bool = False) -> Turn:
    if answer not in set(Heard):
        raise NotFound
    heard = Heard(answer)
    await say_whether_heard(MeetingId(meeting), person=talk.person.id, heard=heard, uow=talk.uow, now=talk.now)
    return show(views.thanks(talk, meeting, heard), over=over)
