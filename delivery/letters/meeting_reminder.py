"""A meeting comes near."""

from datetime import datetime

from delivery.letters.card import subject_part, when_and_where
from delivery.letters.joining_told import how_to_join, join_button
from locales.texts import Texts
from participation.actions import ShowConsultation, ShowMeeting, TakeCalendar
from participation.clock import local_day
from participation.layout import button, paragraphs
from participation.meeting_letters import MeetingReminder
from participation.meetings.model import Meeting
from participation.messages import Message, Rows
from participation.ports import UnitOfWork


async def meeting_reminder(letter: MeetingReminder, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """When, where, and how one joins online; None if the meeting is off, over, or no longer at that moment."""
    meeting = await uow.meetings.get(letter.meeting)
    if not meeting.is_ahead(now) or meeting.venue.starts_at != letter.starts_at:
        return None
    consultation = await uow.consultations.get(meeting.consultation)
    institution = await uow.places.institution(consultation.institution)
    joining = await uow.meetings.joining(meeting.id) if letter.joining else ""
    return Message(
        title=how_near(meeting, texts, now),
        body=paragraphs(
            subject_part(consultation, institution),
            when_and_where(meeting.venue, texts),
            how_to_join(joining, texts) if joining else "",
        ),
        buttons=buttons_of(meeting, joining, texts),
    )


def how_near(meeting: Meeting, texts: Texts, now: datetime) -> str:
    """Today, tomorrow, or in so many days of the calendar on the wall."""
    days = (local_day(meeting.venue.starts_at) - local_day(now)).days
    match days:
        case 0:
            return texts.t("The meeting is today at {hour}", hour=texts.hour(meeting.venue.starts_at))
        case 1:
            return texts.t("The meeting is tomorrow at {hour}", hour=texts.hour(meeting.venue.starts_at))
        case _:
            return texts.n("The meeting is in {count} day", "The meeting is in {count} days", days)


def buttons_of(meeting: Meeting, joining: str, texts: Texts) -> Rows:
    """To join online, for who does; to say whether one comes, to take the date along, to read what it is about."""
    return (
        *(((join_button(joining, texts),),) if joining else ()),
        (button(texts.t("Coming or not"), ShowMeeting(meeting.id)),),
        (button(texts.t("Add to my calendar"), TakeCalendar(meeting.id)),),
        (button(texts.t("Read the consultation"), ShowConsultation(meeting.consultation)),),
    )
