"""Writing people down from paper: each line is on the list at once, and what was just added can be taken back.

Adding ──lines──▶ Adding … ──that was all──▶ the meeting
   └──the first names──▶ Consenting ──did they agree to be named?──▶ Adding
"""

from dataclasses import dataclass, replace
from typing import Final

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
    """Lines are awaited: for whom, and whether those on the paper agreed to be named, None until somebody says it.

    `last` were added last, `rest` is a line that was cut in two.
    """

    meeting: int
    actor: Actor | None = None
    agreed: bool | None = None
    last: tuple[int, ...] = ()
    rest: str = ""


@dataclass(frozen=True)
class Consenting:
    """Names were typed, and nothing of them is kept until it is said whether they may be."""

    adding: Adding
    text: str


ANSWERS: Final = {"yes": True, "no": False}


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
            return await _ask(_for(draft, actor), talk, over=True)
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


async def _add(draft: Adding, words: str, talk: Talk, *, whole: bool = False, before: str = "") -> Turn:
    """Keep what could be read; a line that the messenger cut in two waits for its other half."""
    text, rest = (draft.rest + words, "") if whole else with_rest(draft.rest, words, LONGEST_MESSAGE)
    return await _take(replace(draft, rest=rest), f"{before}\n{text}" if before else text, talk)


async def _take(draft: Adding, text: str, talk: Talk, *, over: bool = False) -> Turn:
    """Keep whole lines; where names are among them it is said first whether they may be."""
    found = read_lines(text, actor=draft.actor, kinds=kinds_by_name())
    if draft.agreed is None and any(line.listing for line in found.read):
        return await _ask_consent(Consenting(draft, text), talk, over=over)
    meeting, agreed = MeetingId(draft.meeting), bool(draft.agreed)
    added = await write_down(meeting, found.read, agreed=agreed, by=talk.person.id, uow=talk.uow, now=talk.now)
    told = views.added(talk, found.read, found.unread, agreed=agreed)
    return await _ask(replace(draft, last=tuple(added) or draft.last), talk, told, over=over)


async def _ask_consent(draft: Consenting, talk: Talk, *, over: bool = False) -> Turn:
    meeting = MeetingId(draft.adding.meeting)
    await list_for_officer(meeting, by=talk.person.id, uow=talk.uow, now=talk.now)
    found = read_lines(draft.text, actor=draft.adding.actor, kinds=kinds_by_name())
    return show(views.consenting(talk, found.read, draft.adding.actor), draft=draft, over=over)


async def consenting(draft: Consenting, said: Said, talk: Talk) -> Turn:
    """Take whether they agreed; what is typed meanwhile is asked about together with what was typed before."""
    match said:
        case Chose("agreed", answer) if answer in ANSWERS:
            return await _take(replace(draft.adding, agreed=ANSWERS[answer]), draft.text, talk, over=True)
        case Chose("actor", actor) if actor in set(Actor):
            return await _ask_consent(replace(draft, adding=_for(draft.adding, actor)), talk, over=True)
        case Chose("cancel") if not draft.adding.last:
            return show(cancelled(talk), draft=None, over=True)
        case Chose("cancel"):
            return await _ask(replace(draft.adding, rest=""), talk, views.not_added(talk), over=True)
        case Text(words):
            return await _add(draft.adding, words, talk, before=draft.text)
        case File(plain=plain) if plain:
            return await _add(draft.adding, plain, talk, whole=True, before=draft.text)
        case _:
            return await _ask_consent(draft, talk)


def _for(draft: Adding, actor: str) -> Adding:
    return replace(draft, actor=None if draft.actor == actor else Actor(actor))


async def _undo(draft: Adding, talk: Talk) -> Turn:
    last = [ParticipantId(one) for one in draft.last]
    count = await take_off(MeetingId(draft.meeting), last, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await _ask(replace(draft, last=(), rest=""), talk, views.taken_back(talk, count), over=True)


async def _done(draft: Adding, talk: Talk) -> Turn:
    if draft.rest:
        turn = await _add(draft, "", talk, whole=True)
        if isinstance(turn.draft, Consenting):
            return turn
    return await show_gathering(talk, MeetingId(draft.meeting), over=True)


LISTING = Dialog(views.DIALOG, 1, {Adding: adding, Consenting: consenting}, listens=WITHIN_THE_HOUR)
