"""One consultation and what can be done with it by a single tap."""

from functools import partial

from handlers.turns import Talk, Turn, show
from handlers.views import consultations as views
from handlers.views import here
from handlers.views.files import drawn, file
from handlers.views.wishes import TakePosition
from participation import actions
from participation.consultations.dossier import dossier_of
from participation.consultations.model import Consultation, Kind
from participation.consultations.usecases import find_announced
from participation.errors import NotFound
from participation.ids import ConsultationId, MeetingId, MunicipalityId, PaperId
from participation.meetings.model import Coming, Position
from participation.meetings.online import joining_for
from participation.meetings.usecases import ask_to_speak, attend, find_public
from participation.meetings.wishes import take_position
from participation.messages import Media, MediaKind, Message
from participation.paperwork.poster import poster_of
from participation.people import usecases
from participation.people.model import Follow, Followed
from participation.people.usecases import remind_no_more, remind_of


async def announced(consultation: int, talk: Talk) -> Consultation:
    """A consultation that everybody may know of; one that is still a plan is not there."""
    return await find_announced(ConsultationId(consultation), uow=talk.uow)


async def show_one(talk: Talk, consultation: ConsultationId, *, over: bool = False) -> Turn:
    """Show one consultation as it was announced."""
    await announced(consultation, talk)
    dossier = await dossier_of(consultation, talk.uow)
    follows = await talk.uow.people.follows(talk.person.id)
    place = dossier.institution.municipality
    offered = None
    if place is not None and Follow(Followed.MUNICIPALITY, place) not in follows:
        offered = await talk.uow.places.municipality(place)
    reminded = Follow(Followed.CONSULTATION, consultation) in follows
    return show(views.consultation(talk, dossier, offered=offered, reminded=reminded), over=over)


async def consultation(talk: Talk, pressed: actions.ShowConsultation) -> Turn:
    """Show the consultation of a button."""
    return await show_one(talk, ConsultationId(pressed.consultation))


async def meetings(talk: Talk, pressed: actions.ShowMeetings) -> Turn:
    """Show the meetings of a consultation that are not over; a single one at once."""
    consultation = await announced(pressed.consultation, talk)
    found = [m for m in await talk.uow.meetings.of(consultation.id) if m.is_on(talk.now)]
    if len(found) == 1:
        return await show_meeting(talk, found[0].id)
    unit = await talk.uow.places.unit(talk.person.unit) if talk.person.unit else None
    return show(views.meetings(talk, views.near_first(found, unit.name if unit else "")))


async def show_meeting(talk: Talk, meeting: MeetingId, *, over: bool = False) -> Turn:
    """Show one meeting and what this person answered."""
    found, consultation = await find_public(meeting, uow=talk.uow)
    answer = await talk.uow.meetings.attendance(meeting, talk.person.id)
    institution = await talk.uow.places.institution(consultation.institution)
    joining = await talk.uow.meetings.joining(meeting)
    shown = views.meeting(talk, found, consultation.terms.title, institution.name, answer=answer, joining=joining)
    present = await talk.uow.presence.of_person(meeting, talk.person.id)
    return show(here.with_ways(talk, shown, found, present), over=over)


async def meeting(talk: Talk, pressed: actions.ShowMeeting) -> Turn:
    """Show the meeting of a button."""
    return await show_meeting(talk, MeetingId(pressed.meeting))


async def come(talk: Talk, pressed: actions.Come) -> Turn:
    """Note whether somebody comes, and show the meeting beneath what was read."""
    return await _answered(talk, pressed.meeting, pressed.answer)


async def coming(talk: Talk, pressed: actions.Attend) -> Turn:
    """Note whether somebody comes, and show it in the same place."""
    return await _answered(talk, pressed.meeting, pressed.answer, over=True)


async def _answered(talk: Talk, number: int, answer: str, *, over: bool = False) -> Turn:
    if answer not in set(Coming):
        raise NotFound
    meeting = MeetingId(number)
    await attend(meeting, person=talk.person.id, coming=Coming(answer), uow=talk.uow, now=talk.now)
    return await show_meeting(talk, meeting, over=over)


async def speaking(talk: Talk, pressed: actions.AskToSpeak) -> Turn:
    """Note that somebody asks to speak, or no longer does."""
    meeting = MeetingId(pressed.meeting)
    await ask_to_speak(meeting, person=talk.person.id, wants=bool(pressed.wants), uow=talk.uow, now=talk.now)
    return await show_meeting(talk, meeting, over=True)


async def position(talk: Talk, pressed: TakePosition) -> Turn:
    """Note where somebody stands, or that they take it back."""
    if pressed.position and pressed.position not in set(Position):
        raise NotFound
    meeting, stands = MeetingId(pressed.meeting), Position(pressed.position) if pressed.position else None
    await take_position(meeting, person=talk.person.id, position=stands, uow=talk.uow, now=talk.now)
    return await show_meeting(talk, meeting, over=True)


async def calendar_file(talk: Talk, pressed: actions.TakeCalendar) -> Turn:
    """Give a file that any calendar understands."""
    found, consultation = await find_public(MeetingId(pressed.meeting), uow=talk.uow)
    institution = await talk.uow.places.institution(consultation.institution)
    answer = await talk.uow.meetings.attendance(found.id, talk.person.id)
    joining = await joining_for(found, answer, uow=talk.uow, now=talk.now)
    calendar = talk.house.scribe.calendar_file(
        found, consultation=consultation, institution=institution, joining=joining, texts=talk.texts, now=talk.now
    )
    return show(file(talk, calendar, talk.t("Open this file to put the meeting into your calendar.")))


async def remind(talk: Talk, pressed: actions.Remind) -> Turn:
    """Begin or cease to remind somebody of what lies ahead."""
    consultation = (await announced(pressed.consultation, talk)).id
    dossier = await dossier_of(consultation, talk.uow)
    has_spoken = await talk.uow.comments.has_commented(talk.person.id, consultation)
    of_meetings = dossier.reminds_of_meetings(talk.now)
    of_deadline = dossier.reminds_of_deadline(talk.now) and not has_spoken
    if not pressed.on:
        await remind_no_more(talk.person.id, consultation, uow=talk.uow)
        return show(views.reminded_no_more(talk, consultation, again=of_meetings or of_deadline))
    if not of_meetings and not of_deadline:
        return show(views.nothing_ahead(talk))
    await remind_of(talk.person.id, consultation, uow=talk.uow, now=talk.now)
    several = dossier.terms.kind is Kind.SERIES and any(meeting.is_on(talk.now) for meeting in dossier.meetings)
    return show(views.reminded(talk, consultation, of_meetings=of_meetings, of_deadline=of_deadline, to_choose=several))


async def follow_place(talk: Talk, pressed: actions.FollowPlace) -> Turn:
    """Follow a municipality from one of its consultations."""
    place = await talk.uow.places.municipality(MunicipalityId(pressed.municipality))
    await usecases.follow_place(talk.person.id, municipality=place.id, unit=None, uow=talk.uow, now=talk.now)
    return show(views.following(talk, place.name))


async def share(talk: Talk, pressed: actions.Share) -> Turn:
    """Give a plain text to send on."""
    consultation = (await announced(pressed.consultation, talk)).id
    dossier = await dossier_of(consultation, talk.uow)
    link = talk.link_to(consultation)
    text = talk.house.printer.share_text(dossier, texts=talk.texts, link=link, now=talk.now)
    return show(views.share_hint(talk, consultation), Message(body=text))


async def poster(talk: Talk, pressed: views.TakePoster) -> Turn:
    """Give the page for a wall."""
    consultation = ConsultationId(pressed.consultation)
    link = talk.link_to(consultation)
    page = await poster_of(consultation, link=link, uow=talk.uow, now=talk.now)
    return drawn(talk, partial(talk.house.scribe.paper, page), views.poster_caption(talk))


async def paper(talk: Talk, pressed: actions.TakePaper) -> Turn:
    """Give a document that somebody asked for."""
    found = await talk.uow.consultations.paper(PaperId(pressed.paper))
    return show(file(talk, Media(MediaKind.DOCUMENT, ref=found.ref, name=found.name), found.name))
