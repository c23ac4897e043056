"""A meeting as a calendar file (ICS, RFC 5545) that any phone understands; moved, it replaces itself by its UID."""

from datetime import datetime

from icalendar import Calendar, Event

from locales.texts import Texts
from locales.words import JOIN, JOINING
from participation.consultations.model import Consultation
from participation.joining import link_of
from participation.layout import paragraphs
from participation.meetings.model import Meeting
from participation.messages import Media, MediaKind
from participation.places import Institution


def uid(meeting: Meeting, host: str) -> str:
    """The name under which calendars know the meeting for ever, and no other meeting of any other bot (RFC 5545)."""
    return f"meeting-{meeting.id}@{host}"


def calendar_file(
    meeting: Meeting,
    *,
    consultation: Consultation,
    institution: Institution,
    texts: Texts,
    now: datetime,
    host: str,
    joining: str = "",
) -> Media:
    """The file of one meeting; a cancelled one says so to the calendar. `host` is who answers for its name.

    `joining` is how one joins it online, for somebody who comes; calendars that know of it offer the link (RFC 7986).
    """
    event = Event()
    event.add("uid", uid(meeting, host))
    event.add("sequence", meeting.revision)
    event.add("dtstamp", now)
    event.add("dtstart", meeting.venue.starts_at)
    event.add("dtend", meeting.venue.over_at())
    event.add("summary", consultation.terms.title)
    event.add("location", meeting.venue.place)
    event.add("status", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    about = texts.t("Public meeting of {institution}.", institution=institution.name)
    event.add("description", paragraphs(about, texts.t(JOINING, joining=joining) if joining else ""))
    if joining:
        event.add("conference", link_of(joining), parameters={"VALUE": "URI", "LABEL": texts.t(JOIN)})
    if consultation.terms.register_url:
        event.add("url", consultation.terms.register_url)
    calendar = Calendar()
    calendar.add("prodid", "-//Bashkë//Consultations//SQ")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    content = calendar.to_ical()
    name = texts.t("meeting-{number}.ics", number=meeting.id)
    return Media(MediaKind.DOCUMENT, name=name, size=len(content), content=content)
