"""Moving a meeting, changing its place, or calling it off, and why: what people will read is looked at, then sent once.

Looking ──when──▶ Timing ──┐
   │ └───place──▶ Placing ─┴──▶ Explaining ──reason──▶ Checking ────send──▶ told
   └─────off────────────────────▶ Explaining ──reason──▶ CallingOff ──send──▶ told
What nobody has heard of owes no reason, nor does a place or an end that was open.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from handlers.dialogs.asking import send_or_ask
from handlers.events import Chose, Edited, Text
from handlers.fields import read_field
from handlers.turns import Dialog, Outgoing, Said, Step, Talk, Turn, show
from handlers.views import linking
from handlers.views import moving as views
from handlers.views.correcting import cannot_use, not_a_moment
from handlers.views.errors import changed_meanwhile
from handlers.views.gathering import ways
from handlers.views.wishes import at_desk
from handlers.when import When, read_when, unpacked, with_time
from participation import desk_actions
from participation.clock import local_day
from participation.consultations.concerns import Worry, about_hour, about_meeting
from participation.consultations.model import Consultation
from participation.consultations.usecases import audience_of
from participation.errors import Refusal, Refused
from participation.ids import MeetingId, PendingId
from participation.joining import also_online, parted, says_online
from participation.meetings.model import Meeting, Venue
from participation.meetings.usecases import (
    as_changed,
    cancel_meeting,
    check_move,
    is_changed_alone,
    is_changed_by_two,
    meeting_for_officer,
    move_meeting,
    owes_reason,
)
from participation.messages import Message
from participation.readable import one_sentence
from participation.words import is_blank


@dataclass(frozen=True)
class Looking:
    """The meeting is shown; what to do is awaited."""

    meeting: int


@dataclass(frozen=True)
class Timing:
    """The new day or hour is awaited; `to` is how the meeting would be so far."""

    meeting: int
    to: Venue
    reason: str = ""


@dataclass(frozen=True)
class Placing:
    """The new place is awaited."""

    meeting: int
    to: Venue
    reason: str = ""


@dataclass(frozen=True)
class Explaining:
    """Why is awaited; a meeting that goes nowhere is called off."""

    meeting: int
    to: Venue | None
    reason: str = ""


@dataclass(frozen=True)
class Checking:
    """What people will read is looked at; `revision` is that of the old."""

    meeting: int
    to: Venue
    revision: int = -1
    reason: str = ""


@dataclass(frozen=True)
class CallingOff:
    """The last question before it is called off; `revision` is that of what is shown."""

    meeting: int
    revision: int = -1
    reason: str = ""


async def begin_moving(talk: Talk, pressed: desk_actions.ChangeMeeting) -> Turn:
    """Show a meeting of one's own institution and what can be done with it."""
    return await _look(pressed.meeting, talk)


async def begin_saying_online(talk: Talk, pressed: linking.SayItIsOnline) -> Turn:
    """Let the place say that one can take part online too, as any other change of it."""
    found, _ = await _mine(pressed.meeting, talk)
    if says_online(found.venue.place):
        return await _look(found.id, talk)
    return await _go_on(Explaining(found.id, replace(found.venue, place=also_online(found.venue.place))), talk)


async def _mine(meeting: int, talk: Talk) -> tuple[Meeting, Consultation]:
    return await meeting_for_officer(MeetingId(meeting), by=talk.person.id, uow=talk.uow, now=talk.now)


async def _look(meeting: int, talk: Talk, *, over: bool = False) -> Turn:
    found, consultation = await _mine(meeting, talk)
    turnout = await talk.uow.meetings.turnout(found.id)
    wishes = at_desk(talk, await talk.uow.meetings.wishes(found.id))
    around = ways(talk, found) if consultation.is_public() else ()
    more = (linking.at_desk(talk, found, await talk.uow.meetings.joining(found.id)), wishes)
    shown = views.meeting(talk, found, consultation.terms.title, turnout, more=more, ways=around)
    return show(shown, draft=Looking(found.id), over=over)


async def _concerned(found: Meeting, consultation: Consultation, talk: Talk) -> int:
    """How many people a change would be told to: nobody, while it is not published."""
    if not consultation.is_public():
        return 0
    audience = await audience_of(consultation, uow=talk.uow)
    return await talk.uow.listeners.count(replace(audience, coming_to=found.id))


async def looking(draft: Looking, said: Said, talk: Talk) -> Turn:
    """Take what to do with the meeting."""
    found, _ = await _mine(draft.meeting, talk)
    match said:
        case Chose("when"):
            return _ask_when(found.id, found.venue, "", talk)
        case Chose("place"):
            return _ask_place(found.id, found.venue, "", talk)
        case Chose("off"):
            return await _go_on(Explaining(found.id, None), talk, over=True)
        case Chose("leave" | "back"):
            return show(views.left(talk), draft=None, over=True)
        case _:
            return await _look(draft.meeting, talk)


async def timing(draft: Timing, said: Said, talk: Talk) -> Turn:
    """Take the new day or hour; one that may be misread is shown in full and asked about."""
    match said:
        case Chose("at", value) if when := unpacked(value):
            return await _go_on(_to(draft, with_time(draft.to, when)), talk)
        case Chose("back"):
            return await _look(draft.meeting, talk, over=True)
        case Text(words):
            return await _typed(draft, words, talk)
        case Chose() | Edited():
            return show(views.ask_when(talk, draft.to), draft=draft)
        case _:
            return show(views.ask_when(talk, draft.to, cannot_use(talk)), draft=draft)


async def _typed(draft: Timing, words: str, talk: Talk) -> Turn:
    when = read_when(words, scribe=talk.house.scribe, today=local_day(talk.now), day_known=True)
    if not isinstance(when, When):
        return show(views.ask_when(talk, draft.to, not_a_moment(talk, when)), draft=draft)
    if not when.sure:
        return show(views.sure(talk, when), draft=draft)
    return await _go_on(_to(draft, with_time(draft.to, when)), talk)


async def placing(draft: Placing, said: Said, talk: Talk) -> Turn:
    """Take the new place."""
    match said:
        case Text(words):
            if (place := read_field("place", words)) is None:
                raise Refused(Refusal.EMPTY if is_blank(words) else Refusal.TOO_LONG)
            if parted(place)[1]:
                return show(views.ask_place(talk, draft.to, views.link_apart(talk)), draft=draft)
            return await _go_on(_to(draft, replace(draft.to, place=place)), talk)
        case Chose("back"):
            return await _look(draft.meeting, talk, over=True)
        case Chose() | Edited():
            return show(views.ask_place(talk, draft.to), draft=draft)
        case _:
            return show(views.ask_place(talk, draft.to, cannot_use(talk)), draft=draft)


def _to(draft: Timing | Placing, to: Venue) -> Explaining:
    return Explaining(draft.meeting, to, draft.reason)


async def _go_on(wish: Explaining, talk: Talk, *, over: bool = False) -> Turn:
    """To the reason, where one is owed and none is said yet, and else to the last look."""
    found, consultation = await _mine(wish.meeting, talk)
    if wish.to is not None:
        check_move(found, wish.to, now=talk.now)
    if owes_reason(found, wish.to, consultation) and not wish.reason:
        return _ask_reason(wish, found, talk, over=over)
    return await _last_look(wish, talk, over=over)


def _ask_reason(wish: Explaining, found: Meeting, talk: Talk, complaint: str = "", *, over: bool = False) -> Turn:
    asked = views.ask_reason(talk, found.venue, wish.to, complaint=complaint, present=wish.reason)
    return show(asked, draft=wish, over=over)


async def explaining(draft: Explaining, said: Said, talk: Talk) -> Turn:
    """Take the reason: a sentence, or one of those at hand."""
    found, _ = await _mine(draft.meeting, talk)
    match said:
        case Text(words):
            return await _go_on(replace(draft, reason=one_sentence(words)), talk)
        case Chose("because", name) if name in views.AT_HAND:
            return await _go_on(replace(draft, reason=talk.t(views.AT_HAND[name])), talk, over=True)
        case Chose("back"):
            return await _back(draft, found, talk)
        case Chose("leave"):
            return show(views.left(talk), draft=None, over=True)
        case Chose() | Edited():
            return _ask_reason(draft, found, talk)
        case _:
            return _ask_reason(draft, found, talk, cannot_use(talk))


async def _back(draft: Explaining, found: Meeting, talk: Talk) -> Turn:
    """To what was asked before."""
    if draft.to is None:
        return await _look(draft.meeting, talk, over=True)
    ask = _ask_place if draft.to.is_at_the_time_of(found.venue) else _ask_when
    return ask(draft.meeting, draft.to, draft.reason, talk)


def _ask_when(meeting: int, to: Venue, reason: str, talk: Talk) -> Turn:
    return show(views.ask_when(talk, to), draft=Timing(meeting, to, reason), over=True)


def _ask_place(meeting: int, to: Venue, reason: str, talk: Talk) -> Turn:
    return show(views.ask_place(talk, to), draft=Placing(meeting, to, reason), over=True)


async def _last_look(wish: Explaining, talk: Talk, *, over: bool = False) -> Turn:
    """What people will read, what is doubtful, and how many will be told."""
    found, consultation = await _mine(wish.meeting, talk)
    look = views.LastLook(
        people=await _concerned(found, consultation, talk),
        by_two=await is_changed_by_two(found, consultation, uow=talk.uow, now=talk.now),
        urgent=await is_changed_alone(found, consultation, uow=talk.uow, now=talk.now),
        letter=await _read_by_all(wish, found, consultation, talk),
        doubts=await _doubts(found.venue, wish.to, consultation, talk) if wish.to else (),
        reason=wish.reason,
    )
    if wish.to is None:
        shown = views.calling_off(talk, found.venue, look)
        return show(*shown, draft=CallingOff(found.id, found.revision, wish.reason), over=over)
    shown = views.preview(talk, found.venue, wish.to, look)
    return show(*shown, draft=Checking(found.id, wish.to, found.revision, wish.reason), over=over)


async def _read_by_all(wish: Explaining, found: Meeting, consultation: Consultation, talk: Talk) -> Message | None:
    """Exactly what people will read; nothing, of what they have not heard of."""
    if not consultation.is_public():
        return None
    return talk.house.printer.meeting_change(
        found,
        as_changed(found, wish.to),
        consultation=consultation,
        institution=await talk.uow.places.institution(consultation.institution),
        reason=wish.reason,
        texts=talk.texts,
    )


async def _doubts(old: Venue, new: Venue, consultation: Consultation, talk: Talk) -> list[Worry]:
    """What is doubtful about the new day and hour; what stays as it is is nobody's worry."""
    at_night = [] if new.is_at_the_time_of(old) else list(about_hour(new))
    if local_day(old.starts_at) == local_day(new.starts_at):
        return at_night
    calendar = await talk.uow.places.calendar(consultation.institution)
    day, today = local_day(new.starts_at), local_day(talk.now)
    return [*about_meeting(day, consultation.terms, today=today, calendar=calendar), *at_night]


async def checking(draft: Checking, said: Said, talk: Talk) -> Turn:
    """Change it and tell everybody, or change it once more; what is written here is another day or hour."""
    match said:
        case Chose("send" | "ask" as pressed):
            return await _send(draft, pressed, talk)
        case Chose("when"):
            return _ask_when(draft.meeting, draft.to, draft.reason, talk)
        case Chose("place"):
            return _ask_place(draft.meeting, draft.to, draft.reason, talk)
        case Chose("why"):
            return await _once_more(_wish(draft), talk)
        case Chose("leave"):
            return show(views.left(talk), draft=None, over=True)
        case Text(words):
            return await _typed(Timing(draft.meeting, draft.to, draft.reason), words, talk)
        case _:
            return await _looked_again(draft, talk)


async def calling_off(draft: CallingOff, said: Said, talk: Talk) -> Turn:
    """Call it off, or not; what is written here is another reason."""
    match said:
        case Chose("send" | "ask" as pressed):
            return await _send(draft, pressed, talk)
        case Chose("back") if draft.reason:
            return await _once_more(_wish(draft), talk)
        case Chose("back"):
            return await _look(draft.meeting, talk, over=True)
        case Text(words) if draft.reason:
            return await _go_on(replace(_wish(draft), reason=one_sentence(words)), talk)
        case _:
            return await _looked_again(draft, talk)


def _wish(draft: Checking | CallingOff) -> Explaining:
    return Explaining(draft.meeting, draft.to if isinstance(draft, Checking) else None, draft.reason)


async def _looked_again(draft: Checking | CallingOff, talk: Talk) -> Turn:
    """The last look as it stands now: if a colleague was faster, that is said."""
    found, _ = await _mine(draft.meeting, talk)
    turn = await _go_on(_wish(draft), talk)
    return turn if found.revision == draft.revision else changed_meanwhile(turn, talk)


async def _once_more(wish: Explaining, talk: Talk) -> Turn:
    """Ask for the reason again."""
    found, _ = await _mine(wish.meeting, talk)
    return _ask_reason(wish, found, talk, over=True)


async def _send(draft: Checking | CallingOff, pressed: str, talk: Talk) -> Turn:
    found, held = await _mine(draft.meeting, talk)
    by_two = await is_changed_by_two(found, held, uow=talk.uow, now=talk.now)
    return await send_or_ask(draft, pressed, MOVING, talk, at=held.institution, about=held.id, by_two=by_two)


async def _seen(draft: Checking | CallingOff, talk: Talk) -> object:
    """The letter but for what the draft says itself: of which consultation, and from where the meeting goes."""
    found, consultation = await _mine(draft.meeting, talk)
    return found.venue, consultation.terms.title


async def _do(draft: Checking | CallingOff, talk: Talk, asked: PendingId | None) -> Turn:
    found, consultation = await _mine(draft.meeting, talk)
    said, by, uow, now = draft.reason, talk.person.id, talk.uow, talk.now
    if isinstance(draft, CallingOff):
        people = await _concerned(found, consultation, talk)
        await cancel_meeting(found.id, reason=said, by=by, asked=asked, uow=uow, now=now)
        return show(views.called_off(talk, people), draft=None, over=True)
    await move_meeting(found.id, to=draft.to, reason=said, by=by, asked=asked, uow=uow, now=now)
    return show(views.moved(talk, found.venue, draft.to), draft=None, over=True)


STEPS: Final[Mapping[type, Step]] = {
    Looking: looking,
    Timing: timing,
    Placing: placing,
    Explaining: explaining,
    Checking: checking,
    CallingOff: calling_off,
}
LAST: Final = Outgoing(lambda draft: f"meeting {draft.meeting}", _looked_again, _seen, _do)
MOVING = Dialog(views.DIALOG, 1, STEPS, outgoing={Checking: LAST, CallingOff: LAST})
