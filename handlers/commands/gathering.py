"""A meeting at the desk while people come and after it: checking them in, the list, wrong lines."""

from handlers.turns import Talk, Turn, show
from handlers.views import gathering as views
from handlers.views.gathering import OpenDoor, ShowPresent, StrikeOut
from handlers.views.minutes import to_minutes
from handlers.views.pages import page_of
from handlers.views.voices import at_desk as of_voices
from handlers.views.wishes import at_desk
from participation.desk_actions import ShowGathering, ShowHeld
from participation.ids import MeetingId, ParticipantId
from participation.meetings.checkin import open_door
from participation.meetings.listing import line_of, list_for_officer, take_off
from participation.meetings.present import counted
from participation.meetings.usecases import gathering_for_officer
from participation.meetings.voices import evaluation_at


async def held(talk: Talk, pressed: ShowHeld) -> Turn:
    """List the meetings that were held, the latest first."""
    found = await talk.uow.meetings.held(talk.institutions, talk.now)
    shown = [
        (one, (await talk.uow.consultations.get(one.consultation)).terms.title) for one in page_of(found, pressed.page)
    ]
    finished = await talk.uow.minutes.finished_among([one.id for one, _ in shown])
    return show(views.held(talk, shown, len(found), pressed.page, finished=finished), over=pressed.page != 0)


async def gathering(talk: Talk, pressed: ShowGathering) -> Turn:
    """Show a meeting with who is there."""
    return await show_gathering(talk, MeetingId(pressed.meeting))


async def show_gathering(talk: Talk, meeting: MeetingId, *, over: bool = False) -> Turn:
    """The meeting as it stands now; whatever was asked about it is over."""
    found, consultation = await gathering_for_officer(meeting, by=talk.person.id, uow=talk.uow)
    turnout = await talk.uow.meetings.turnout(found.id)
    lines = await talk.uow.presence.of(found.id)
    people = counted(lines)
    wishes, heard = await talk.uow.meetings.wishes(found.id), await evaluation_at(found, uow=talk.uow)
    told = (at_desk(talk, wishes), views.how_many(talk, people), of_voices(talk, heard))
    record = to_minutes(talk, found)
    buttons = [*views.list_buttons(talk, found, people.count.number), *([record] if record else [])]
    shown = views.gathering(talk, found, consultation.terms.title, turnout, told=told, more=buttons)
    return show(shown, draft=None, over=over)


async def door(talk: Talk, pressed: OpenDoor) -> Turn:
    """Make a code and a picture; one that is out already is replaced only by whoever wants another one."""
    meeting = MeetingId(pressed.meeting)
    found, consultation = await gathering_for_officer(meeting, by=talk.person.id, uow=talk.uow)
    title = consultation.terms.title
    if not pressed.anew and found.id in await talk.uow.doors.all() and found.lets_in(talk.now):
        return show(views.door_open(talk, found, title))
    secret = talk.house.tokens()
    code = await open_door(meeting, link=secret, by=talk.person.id, uow=talk.uow, now=talk.now)
    link = talk.house.links.to(f"h_{secret}")
    picture = talk.house.scribe.link_picture(link, name=talk.t("check-in"))
    return show(views.door_picture(talk, picture, link), views.door(talk, found, title, code))


async def present(talk: Talk, pressed: ShowPresent) -> Turn:
    """Show the list."""
    return await show_present(talk, MeetingId(pressed.meeting), pressed.page, over=pressed.page != 0)


async def show_present(talk: Talk, meeting: MeetingId, page: int = 0, *, over: bool = False) -> Turn:
    """The list as it stands now."""
    found, _ = await list_for_officer(meeting, by=talk.person.id, uow=talk.uow, now=talk.now)
    lines = await talk.uow.presence.of(found.id)
    return show(views.present(talk, found, lines, counted(lines), page), over=over)


async def strike_out(talk: Talk, pressed: StrikeOut) -> Turn:
    """Ask once, then take a line off."""
    number = ParticipantId(pressed.participant)
    line = await line_of(number, by=talk.person.id, uow=talk.uow, now=talk.now)
    if not pressed.sure:
        return show(views.ask_to_strike(talk, line), over=True)
    await take_off(line.meeting, [number], by=talk.person.id, uow=talk.uow, now=talk.now)
    return await show_present(talk, line.meeting, over=True)
