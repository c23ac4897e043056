"""Writing people down from paper: each line is on the list at once, and what was just added can be taken back.

Adding ──lines──▶ Adding … ──that was all──▶ the meeting
"""

from dataclasses import dataclass, replace

from handlers.commands.gathering import show_gathering
from handlers.events import Chose, File, Text
from handlers.spoken import LONGEST_MESSAGE
from handlers.turns import WITHIN_THE_HOUR, Dialog, Said, Talk, Turn, show
from handlers.views import listing as views
from handlers.views.errors import cancelled
from handlers.views.gathering import AddToList, kinds_by_name
from participation.ids import MeetingId, ParticipantId
from participation.meetings.lines import read_lines, with_rest
from participation.meetings.listing import list_for_officer, take_off, write_down
from participation.meetings.present import Actor


@dataclass(frozen=True)
class Adding:
    """Lines are awaited: for whom, with whose consent; `last` were added last, `rest` is a line that was cut in two."""

    meeting: int
    actor: Actor | None = None
    agreed: bool = False
    last: tuple[int, ...] = ()
    rest: str = ""


async def begin_listing(talk: Talk, pressed: AddToList) -> Turn:
    """Ask for the first lines."""
    return await _ask(Adding(pressed.meeting), talk)


async def _ask(draft: Adding, talk: Talk, told: str = "", *, over: bool = False) -> Turn:
    _, consultation = await list_for_officer(MeetingId(draft.meeting), by=talk.person.id, uow=talk.uow, now=talk.now)
    shown = views.adding(
        talk, consultation.terms.title, draft.actor, told, agreed=draft.agreed, undo=bool(draft.last or draft.rest)
    )
    return show(shown, draft=draft, over=over)


async def adding(draft: Adding, said: Said, talk: Talk) -> Turn:
    """Take lines, or how the next ones are to be taken."""
    match said:
        case Text(words):
            return await _add(draft, words, talk)
        case File(plain=plain) if plain:
            return await _add(draft, plain, talk, whole=True)
        case Chose("actor", actor) if actor in set(Actor):
            chosen = None if draft.actor == actor else Actor(actor)
            return await _ask(replace(draft, actor=chosen), talk, over=True)
        case Chose("agreed"):
            return await _ask(replace(draft, agreed=not draft.agreed), talk, over=True)
        case Chose("undo"):
            return await _undo(draft, talk)
        case Chose("done"):
            return await _done(draft, talk)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case _:
            return await _ask(draft, talk)


async def _add(draft: Adding, words: str, talk: Talk, *, whole: bool = False) -> Turn:
    """Keep what could be read; a line that the messenger cut in two waits for its other half."""
    text, rest = (draft.rest + words, "") if whole else with_rest(draft.rest, words, LONGEST_MESSAGE)
    found = read_lines(text, actor=draft.actor, kinds=kinds_by_name())
    meeting = MeetingId(draft.meeting)
    added = await write_down(meeting, found.read, agreed=draft.agreed, by=talk.person.id, uow=talk.uow, now=talk.now)
    told = views.added(talk, found.read, found.unread, agreed=draft.agreed)
    return await _ask(replace(draft, last=tuple(added) or draft.last, rest=rest), talk, told)


async def _undo(draft: Adding, talk: Talk) -> Turn:
    last = [ParticipantId(one) for one in draft.last]
    count = await take_off(MeetingId(draft.meeting), last, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await _ask(replace(draft, last=(), rest=""), talk, views.taken_back(talk, count), over=True)


async def _done(draft: Adding, talk: Talk) -> Turn:
    if draft.rest:
        await _add(draft, "", talk, whole=True)
    return await show_gathering(talk, MeetingId(draft.meeting), over=True)


LISTING = Dialog(views.DIALOG, 1, {Adding: adding}, listens=WITHIN_THE_HOUR)
