"""Moving a meeting, changing its place, or calling it off: old and new are looked at, then everybody is told once.

Looking ──when──▶ Timing ──────┐
   │ └───place──▶ Placing ─────┴──▶ Checking ──send──▶ told
   └─────off────▶ CallingOff ─────────────────send──▶ told
"""

from dataclasses import dataclass, replace

from handlers.events import Chose, Edited, Text
from handlers.fields import read_field
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import moving as views
from handlers.views.correcting import cannot_use, not_a_moment
from handlers.views.errors import changed_meanwhile
from handlers.views.gathering import ways
from handlers.views.wishes import at_desk
from handlers.when import When, read_when, unpacked
from participation import desk_actions
from participation.clock import local, local_day, wall
from participation.consultations.concerns import Worry, about_hour, about_meeting
from participation.consultations.model import Consultation, Stage
from participation.consultations.usecases import audience_of
from participation.errors import Refusal, Refused
from participation.ids import MeetingId
from participation.meetings.model import Meeting, Venue
from participation.meetings.usecases import cancel_meeting, check_move, meeting_for_officer, move_meeting
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


@dataclass(frozen=True)
class Placing:
    """The new place is awaited."""

    meeting: int
    to: Venue


@dataclass(frozen=True)
class Checking:
    """Old and new are looked at; `revision` is that of the old."""

    meeting: int
    to: Venue
    revision: int = -1


@dataclass(frozen=True)
class CallingOff:
    """The last question before it is called off; `revision` is that of what is shown."""

    meeting: int
    revision: int = -1


async def begin_moving(talk: Talk, pressed: desk_actions.ChangeMeeting) -> Turn:
    """Show a meeting of one's own institution and what can be done with it."""
    return await _look(pressed.meeting, talk)


async def _mine(meeting: int, talk: Talk) -> tuple[Meeting, Consultation]:
    return await meeting_for_officer(MeetingId(meeting), by=talk.person.id, uow=talk.uow, now=talk.now)


async def _look(meeting: int, talk: Talk, *, over: bool = False) -> Turn:
    found, consultation = await _mine(meeting, talk)
    turnout = await talk.uow.meetings.turnout(found.id)
    wishes = at_desk(talk, await talk.uow.meetings.wishes(found.id))
    around = ways(talk, found) if consultation.is_public() else ()
    shown = views.meeting(talk, found, consultation.terms.title, turnout, wishes=wishes, ways=around)
    return show(shown, draft=Looking(found.id), over=over)


async def _concerned(found: Meeting, consultation: Consultation, talk: Talk) -> int:
    """How many people a change would be told to: nobody, while it is not published."""
    if consultation.stage is Stage.SCHEDULED:
        return 0
    audience = await audience_of(consultation, uow=talk.uow)
    return await talk.uow.listeners.count(replace(audience, coming_to=found.id))


async def looking(draft: Looking, said: Said, talk: Talk) -> Turn:
    """Take what to do with the meeting."""
    found, _ = await _mine(draft.meeting, talk)
    match said:
        case Chose("when"):
            return show(views.ask_when(talk, found.venue), draft=Timing(found.id, found.venue), over=True)
        case Chose("place"):
            return show(views.ask_place(talk, found.venue), draft=Placing(found.id, found.venue), over=True)
        case Chose("off"):
            return await _ask_off(draft.meeting, talk)
        case Chose("leave" | "back"):
            return show(views.left(talk), draft=None, over=True)
        case _:
            return await _look(draft.meeting, talk)


async def _ask_off(meeting: int, talk: Talk) -> Turn:
    found, consultation = await _mine(meeting, talk)
    people = await _concerned(found, consultation, talk)
    return show(views.calling_off(talk, found.venue, people), draft=CallingOff(found.id, found.revision), over=True)


async def timing(draft: Timing, said: Said, talk: Talk) -> Turn:
    """Take the new day or hour; one that may be misread is shown in full and asked about."""
    match said:
        case Chose("at", value) if when := unpacked(value):
            return await _check(replace_time(draft.to, when), draft.meeting, talk)
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
    return await _check(replace_time(draft.to, when), draft.meeting, talk)


def replace_time(venue: Venue, when: When) -> Venue:
    """The venue at another day or hour; the hour of the end that stood there goes with that of the beginning."""
    starts, ends = local(venue.starts_at), local(venue.ends_at) if venue.ends_at else None
    day = when.day or starts.date()
    until = when.until if when.hour else ends.time() if ends else None
    return Venue(wall(day, when.hour or starts.time()), venue.place, wall(day, until) if until else None)


async def placing(draft: Placing, said: Said, talk: Talk) -> Turn:
    """Take the new place."""
    match said:
        case Text(words):
            if (place := read_field("place", words)) is None:
                raise Refused(Refusal.EMPTY if is_blank(words) else Refusal.TOO_LONG)
            return await _check(replace(draft.to, place=place), draft.meeting, talk)
        case Chose("back"):
            return await _look(draft.meeting, talk, over=True)
        case Chose() | Edited():
            return show(views.ask_place(talk, draft.to), draft=draft)
        case _:
            return show(views.ask_place(talk, draft.to, cannot_use(talk)), draft=draft)


async def _check(to: Venue, meeting: int, talk: Talk, *, over: bool = False) -> Turn:
    found, consultation = await _mine(meeting, talk)
    check_move(found, to, now=talk.now)
    people = await _concerned(found, consultation, talk)
    doubts = await _doubts(found.venue, to, consultation, talk)
    looked_at = Checking(meeting, to, found.revision)
    return show(views.preview(talk, found.venue, to, people, doubts), draft=looked_at, over=over)


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
        case Chose("send"):
            return await _move(draft, talk)
        case Chose("when"):
            return show(views.ask_when(talk, draft.to), draft=Timing(draft.meeting, draft.to), over=True)
        case Chose("place"):
            return show(views.ask_place(talk, draft.to), draft=Placing(draft.meeting, draft.to), over=True)
        case Chose("leave"):
            return show(views.left(talk), draft=None, over=True)
        case Text(words):
            return await _typed(Timing(draft.meeting, draft.to), words, talk)
        case _:
            return await _check(draft.to, draft.meeting, talk)


async def _move(draft: Checking, talk: Talk) -> Turn:
    """Move it from where it was looked at; if a colleague was faster, old and new are looked at once more."""
    found, _ = await _mine(draft.meeting, talk)
    if found.revision != draft.revision:
        return changed_meanwhile(await _check(draft.to, draft.meeting, talk, over=True), talk)
    await move_meeting(found.id, to=draft.to, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.moved(talk, found.venue, draft.to), draft=None, over=True)


async def calling_off(draft: CallingOff, said: Said, talk: Talk) -> Turn:
    """Call it off, or not."""
    match said:
        case Chose("send"):
            return await _call_off(draft, talk)
        case Chose("back"):
            return await _look(draft.meeting, talk, over=True)
        case _:
            return replace(await _ask_off(draft.meeting, talk), over=False)


async def _call_off(draft: CallingOff, talk: Talk) -> Turn:
    found, consultation = await _mine(draft.meeting, talk)
    if found.revision != draft.revision:
        return changed_meanwhile(await _ask_off(draft.meeting, talk), talk)
    people = await _concerned(found, consultation, talk)
    await cancel_meeting(found.id, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.called_off(talk, people), draft=None, over=True)


MOVING = Dialog(
    views.DIALOG,
    1,
    {Looking: looking, Timing: timing, Placing: placing, Checking: checking, CallingOff: calling_off},
)
