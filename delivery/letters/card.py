"""The card of a consultation: what everybody sees, in the announcement, on the screen and in the preview.

It holds the five contents of a notice (Law 146/2014, art. 13) in the order in which people ask: what, whom, until
when, where, how. It never replaces the register; it leads there.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from delivery.letters.standing import standing_part
from locales.texts import Texts, mark
from participation.actions import Come, Remind, Share, ShowMeetings, ShowVersions, TakePaper, WriteComment
from participation.calendar.working_days import WorkingCalendar
from participation.clock import local_day
from participation.consultations.dossier import Dossier
from participation.consultations.marking import marked
from participation.consultations.model import Consultation, Kind, Paper, Phase, Step, StepMark, StepState
from participation.ids import ConsultationId
from participation.layout import button, lines, paragraphs
from participation.meetings.model import Meeting, Venue
from participation.messages import Button, Message, Rows
from participation.places import Institution
from participation.words import quote

LONGEST_SHARE = 900
SHARED_TITLE = 200
SHARED_PURPOSE = 240
SHARED_PLACE = 80
SHARED_AUDIENCE = 160
PAPER_LABEL = 40
PAST_DEADLINE: Final = mark("The deadline for comments was: {day}. You can still send one; it will be marked late.")

OCCASIONS: Final[Mapping[Kind, str]] = {
    Kind.PRIOR: mark("{institution} asks for your opinion before the text is written."),
    Kind.DRAFT: mark("{institution} asks for your opinion on a draft before it is decided."),
    Kind.MEETING: mark("{institution} invites you to a public meeting."),
    Kind.SERIES: mark("{institution} invites you to public meetings in several places. Choose the one near you."),
}


def subject_part(consultation: Consultation, institution: Institution) -> str:
    """What a letter is about and who asks: every year each municipality has its budget."""
    return lines((consultation.terms.title, institution.name))


def card(dossier: Dossier, *, texts: Texts, now: datetime) -> Message:
    """The consultation as citizens see it; without an id it is a preview, and without buttons."""
    open_, name = dossier.takes_comments(), dossier.institution.name
    return Message(
        title=dossier.terms.title,
        body=paragraphs(
            texts.t(OCCASIONS[dossier.terms.kind], institution=name) if open_ else name,
            what_and_whom(dossier, texts),
            deadline_line(dossier.terms.deadline, dossier.calendar, texts=texts, today=local_day(now)) if open_ else "",
            "" if open_ and dossier.phase(now) is Phase.OPEN else standing_part(dossier, texts, now),
            meetings_part(dossier.meetings, texts, now),
            steps_part(dossier.terms.steps, dossier.marks, texts),
            how_part(dossier, texts, now) if open_ else "",
            official_part(dossier, texts),
            papers_part(dossier, texts),
        ),
        buttons=buttons_of(dossier, texts, now) if dossier.id is not None else (),
    )


def how_part(dossier: Dossier, texts: Texts, now: datetime) -> str:
    """How one speaks, and what becomes of it."""
    how = texts.t("How to comment: press Comment, then write, speak or send a photo. No name is needed.")
    return lines((how, standing_part(dossier, texts, now) if dossier.phase(now) is Phase.OPEN else ""))


def what_and_whom(dossier: Dossier, texts: Texts) -> str:
    """What is decided, and whom it touches."""
    terms = dossier.terms
    areas = ", ".join(texts.unit(unit) for unit in dossier.units)
    return paragraphs(
        texts.t("What is decided: {purpose}", purpose=terms.purpose) if terms.purpose else "",
        lines(
            (
                texts.t("Whom it touches: {audience}", audience=terms.audience) if terms.audience else "",
                texts.t("Areas: {areas}", areas=areas) if areas else "",
            )
        ),
    )


def deadline_line(deadline: date | None, calendar: WorkingCalendar, *, texts: Texts, today: date) -> str:
    """Until when one may comment: the full date, and the working days that are left."""
    if deadline is None:
        return texts.t("Until when you can comment is not set yet.")
    day = texts.day(deadline)
    if deadline < today:
        return texts.t(PAST_DEADLINE, day=day)
    if deadline == today:
        return texts.t("Comments until: today, {day}.", day=day)
    left = calendar.between(today, deadline)
    if not left:
        return texts.t("Comments until: {day}.", day=day)
    return texts.n(
        "Comments until: {day} ({count} working day left).",
        "Comments until: {day} ({count} working days left).",
        left,
        day=day,
    )


def meetings_part(meetings: tuple[Meeting, ...], texts: Texts, now: datetime) -> str:
    """The meetings that are not over yet, and those of them that were called off."""
    coming = upcoming(meetings, now)
    if not coming:
        return ""
    heading = texts.t("Meeting:") if len(coming) == 1 else texts.t("Meetings:")
    return lines((heading, *(f"• {meeting_line(each, texts)}" for each in coming)))


def upcoming(meetings: tuple[Meeting, ...], now: datetime) -> list[Meeting]:
    """Meetings that are not over yet, the nearest first; cancelled ones too."""
    return [meeting for meeting in by_hour(meetings) if now < meeting.venue.over_at()]


def by_hour(meetings: tuple[Meeting, ...]) -> list[Meeting]:
    """Meetings in the order in which they take place."""
    return sorted(meetings, key=lambda meeting: meeting.venue.starts_at)


def meeting_line(meeting: Meeting, texts: Texts) -> str:
    """Weekday, date, hour and place of a meeting."""
    when = texts.stretch(meeting.venue.starts_at, meeting.venue.ends_at)
    if meeting.cancelled:
        return texts.t("{when}: cancelled", when=when)
    return f"{when}, {place_of(meeting.venue.place, texts)}"


def when_and_where(venue: Venue, texts: Texts) -> str:
    """The hours and the place of a meeting, a line each."""
    when = texts.t("When: {moment}", moment=texts.stretch(venue.starts_at, venue.ends_at))
    return lines((when, texts.t("Where: {place}", place=place_of(venue.place, texts))))


def place_of(place: str, texts: Texts) -> str:
    """A place, or that nobody has named it yet."""
    return place or texts.t("the place will be announced")


def steps_part(steps: tuple[Step, ...], marks: tuple[StepMark, ...], texts: Texts) -> str:
    """The steps of the work; a day that is not set is said to be open, and of a step how far it has got, if said."""
    if not steps:
        return ""
    said = ((step, mark.state if mark else StepState.TO_COME) for step, mark in marked(steps, marks))
    return lines((texts.t("Steps:"), *(f"• {step_line(step, state, texts)}" for step, state in said)))


def step_line(step: Step, state: StepState, texts: Texts) -> str:
    """A step with its day; what is done says so, and what is not planned any more needs no day."""
    match state:
        case StepState.DONE if step.day is None:
            return texts.t("{step}: done", step=step.what)
        case StepState.DONE:
            return texts.t("{step}: {day}, done", step=step.what, day=day_of(step, texts))
        case StepState.DROPPED:
            return texts.t("{step}: no longer planned", step=step.what)
        case StepState.TO_COME:
            return f"{step.what}: {day_of(step, texts)}"


def day_of(step: Step, texts: Texts) -> str:
    """The day of a step."""
    return texts.day(step.day) if step.day else texts.t("date to be set")


def official_part(dossier: Dossier, texts: Texts) -> str:
    """Contact, laws and the register: small print, a line each."""
    terms = dossier.terms
    contact = ", ".join(filter(None, (terms.email or dossier.institution.email, terms.phone)))
    hours = dossier.institution.office_hours
    return lines(
        (
            texts.t("Contact: {contact}", contact=contact) if contact else "",
            texts.t("Office hours: {hours}", hours=hours) if hours else "",
            texts.n("Legal basis: law {laws}", "Legal basis: laws {laws}", len(terms.laws), laws=", ".join(terms.laws))
            if terms.laws
            else "",
            texts.t("Protocol number: {number}", number=terms.protocol) if terms.protocol else "",
            register_line(dossier, texts),
        )
    )


def register_line(dossier: Dossier, texts: Texts) -> str:
    """Where the official notice is."""
    url = dossier.terms.register_url or dossier.institution.register_url
    return texts.t("The official notice is in the register: {url}", url=url) if url else ""


def papers_part(dossier: Dossier, texts: Texts) -> str:
    """That documents cost data only when asked for."""
    if not dossier.papers:
        return ""
    return texts.t("Documents come only if you ask for them; the size is on the button.")


def buttons_of(dossier: Dossier, texts: Texts, now: datetime) -> Rows:
    """What one can do: comment, come, be reminded of what lies ahead, share, and take the documents."""
    consultation = ConsultationId(dossier.id or 0)
    comment = button(texts.t("Comment"), WriteComment(consultation)) if dossier.takes_comments() else None
    come = coming_button(dossier, texts, now)
    remind = button(texts.t("Remind me"), Remind(consultation, on=1))
    share = button(texts.t("Share"), Share(consultation))
    reminds = dossier.takes_comments() and (dossier.reminds_of_meetings(now) or dossier.reminds_of_deadline(now))
    earlier = button(texts.t("What it said before"), ShowVersions(consultation)) if dossier.standing.amended else None
    return rows_of(
        (comment, come),
        (remind if reminds else None, share),
        *((paper_button(paper, texts),) for paper in dossier.papers),
        (earlier,),
    )


def rows_of(*rows: tuple[Button | None, ...]) -> Rows:
    """The rows without what is not offered."""
    there = (tuple(button for button in row if button) for row in rows)
    return tuple(row for row in there if row)


def coming_button(dossier: Dossier, texts: Texts, now: datetime) -> Button | None:
    """A word that one comes, or the list to choose from; none if every meeting is over."""
    ahead = [meeting for meeting in dossier.meetings if meeting.is_on(now)]
    label = texts.t("I will come")
    match ahead:
        case []:
            return None
        case [only]:
            return button(label, Come(only.id))
        case _:
            return button(label, ShowMeetings(dossier.id or 0))


def paper_button(paper: Paper, texts: Texts) -> Button:
    """A document with its size, so that nobody pays for a surprise."""
    name = quote(paper.name, PAPER_LABEL) or texts.t("Document")
    return button(f"{name} ({texts.size(paper.size)})", TakePaper(paper.id))


def share_text(dossier: Dossier, *, texts: Texts, link: str, now: datetime) -> str:
    """Plain text to send on by WhatsApp, Viber or Facebook: at most 900 characters, always with both links.

    It says nothing of what is over, and no number of days left: it will be read on another day.
    """
    terms = dossier.terms
    ahead = [meeting for meeting in by_hour(dossier.meetings) if meeting.is_ahead(now)]
    ending = lines((register_line(dossier, texts), texts.t("Comment here: {link}", link=link)))
    parts = [
        quote(terms.title, SHARED_TITLE),
        texts.t(OCCASIONS[terms.kind], institution=dossier.institution.name),
        shared_deadline(terms.deadline, texts, local_day(now)),
        *(shared_meeting(meeting, texts) for meeting in ahead),
        texts.t("Whom it touches: {audience}", audience=quote(terms.audience, SHARED_AUDIENCE))
        if terms.audience
        else "",
        texts.t("What is decided: {purpose}", purpose=quote(terms.purpose, SHARED_PURPOSE)) if terms.purpose else "",
    ]
    return lines((*fitting(parts, LONGEST_SHARE - len(ending) - 1), ending))


def shared_deadline(deadline: date | None, texts: Texts, today: date) -> str:
    """The last day for comments in the shared text."""
    if deadline is None:
        return ""
    if deadline < today:
        day = texts.day(deadline)
        return texts.t(PAST_DEADLINE, day=day)
    return texts.t("Comments until: {day}.", day=texts.day(deadline))


def shared_meeting(meeting: Meeting, texts: Texts) -> str:
    """One meeting in the shared text."""
    when = texts.stretch(meeting.venue.starts_at, meeting.venue.ends_at)
    place = quote(place_of(meeting.venue.place, texts), SHARED_PLACE)
    return texts.t("Meeting: {when}, {place}", when=when, place=place)


def fitting(parts: list[str], room: int) -> list[str]:
    """As many of the parts as fit, in their order; one that does not is left out whole."""
    kept: list[str] = []
    for part in filter(None, parts):
        if len(part) + 1 <= room:
            kept.append(part)
            room -= len(part) + 1
    return kept
