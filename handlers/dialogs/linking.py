"""Saying how one joins a meeting online: the link is asked for, kept, and told to those who come."""

from dataclasses import dataclass

from handlers.dialogs.leaving import leavable
from handlers.events import Chose, Edited, Text
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import linking as views
from handlers.views.correcting import cannot_use
from participation.ids import MeetingId
from participation.joining import read_joining
from participation.meetings.online import say_how_to_join
from participation.meetings.usecases import meeting_for_officer


@dataclass(frozen=True)
class Linking:
    """The link is awaited."""

    meeting: int


async def begin_linking(talk: Talk, pressed: views.SayHowToJoin) -> Turn:
    """Ask for the link of a meeting of one's own institution."""
    return await _ask(pressed.meeting, talk)


async def _ask(meeting: int, talk: Talk, complaint: str = "") -> Turn:
    found, _ = await meeting_for_officer(MeetingId(meeting), by=talk.person.id, uow=talk.uow, now=talk.now)
    joining = await talk.uow.meetings.joining(found.id)
    return show(views.ask(talk, joining, complaint), draft=Linking(found.id))


@leavable
async def linking(draft: Linking, said: Said, talk: Talk) -> Turn:
    """Take the link, or let it go."""
    match said:
        case Chose("remove"):
            return await _keep(draft.meeting, "", talk, over=True)
        case Text(words) if joining := read_joining(words):
            return await _keep(draft.meeting, joining, talk)
        case Text():
            return await _ask(draft.meeting, talk, views.no_link(talk))
        case Chose() | Edited():
            return await _ask(draft.meeting, talk)
        case _:
            return await _ask(draft.meeting, talk, cannot_use(talk))


async def _keep(meeting: int, joining: str, talk: Talk, *, over: bool = False) -> Turn:
    by, uow, now = talk.person.id, talk.uow, talk.now
    found, _ = await meeting_for_officer(MeetingId(meeting), by=by, uow=uow, now=now)
    people = await say_how_to_join(found.id, joining=joining, by=by, uow=uow, now=now)
    shown = views.kept(talk, found, joining, people)
    return show(shown, draft=None, over=over)


LINKING = Dialog(views.DIALOG, 1, {Linking: linking})
