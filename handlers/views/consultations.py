"""Consultations on the screen: the list of what is open, one of them, its meetings, a text to send on."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.turns import Named, Talk, column
from handlers.views.menu import to_menu
from handlers.views.pages import LABEL, page_of, turning
from participation import actions
from participation.clock import local_day
from participation.consultations.dossier import Dossier
from participation.consultations.model import Consultation
from participation.ids import MunicipalityId
from participation.layout import asks, button
from participation.meetings.model import Attendance, Coming, Meeting
from participation.messages import Button, Message, Rows
from participation.words import quote


def open_list(
    talk: Talk,
    found: Sequence[Consultation],
    page: int,
    *,
    hears: bool = True,
    elsewhere: MunicipalityId | None = None,
) -> Message:
    """What one can speak on now, a page at a time; where somebody hears of nothing, they can ask to.

    `elsewhere` is a municipality that they look at and do not follow.
    """
    ask = None
    if elsewhere is not None:
        ask = button(talk.t("Tell me of everything here"), actions.FollowPlace(elsewhere))
    elif not hears:
        ask = button(talk.t("Choose my municipality"), Named("home"))
    if not found:
        return _none_open(talk, ask)
    buttons = (button(quote(c.terms.title, LABEL), actions.ShowConsultation(c.id)) for c in page_of(found, page))
    return Message(
        title=talk.t("Open now"),
        body=talk.texts.n(
            "{count} consultation is open. Choose it to read more and to comment.",
            "{count} consultations are open. Choose one to read more and to comment.",
            len(found),
        ),
        buttons=(
            *column(*buttons),
            *turning(talk, len(found), page, actions.ShowOpen),
            *column(ask, to_menu(talk)),
        ),
    )


def _none_open(talk: Talk, ask: Button | None) -> Message:
    empty = talk.t("No consultation is open right now.")
    return Message(
        body=empty if ask else empty + " " + talk.t("You will get a message as soon as one is."),
        buttons=column(ask, button(talk.t("Report a danger"), Named("report")), to_menu(talk)),
    )


def consultation(talk: Talk, dossier: Dossier, *, follows_place: bool, reminded: bool) -> Message:
    """One consultation, as it was announced, with what this person can do."""
    card = talk.house.printer.card(dossier, texts=talk.texts, now=talk.now)
    rows = card.buttons
    if reminded and dossier.id is not None:
        off = button(talk.t("Remind me no more"), actions.Remind(dossier.id, 0))
        rows = tuple(tuple(off if asks(b, actions.Remind) else b for b in row) for row in rows)
    place = dossier.institution.municipality
    if place is not None and not follows_place:
        rows = (*rows, (button(talk.t("Tell me of everything here"), actions.FollowPlace(place)),))
    return replace(card, buttons=(*rows, (to_menu(talk),)))


def meetings(talk: Talk, found: Sequence[Meeting]) -> Message:
    """The meetings of one consultation: whoever chooses one says that they come to it."""
    if not found:
        return Message(body=talk.t("No meeting is ahead."), buttons=column(to_menu(talk)))
    buttons = [button(_meeting_label(talk, m), actions.Come(m.id)) for m in found]
    return Message(body=talk.t("To which meeting would you like to come?"), buttons=column(*buttons, to_menu(talk)))


def _meeting_label(talk: Talk, found: Meeting) -> str:
    day = talk.texts.short_day(local_day(found.venue.starts_at))
    return f"{day} – {quote(found.venue.place, 40)}"


def meeting(talk: Talk, found: Meeting, title: str, answer: Attendance | None) -> Message:
    """One meeting and the question whether one comes."""
    lines = [
        talk.t("When: {moment}", moment=talk.texts.stretch(found.venue.starts_at, found.venue.ends_at)),
        talk.t("Where: {place}", place=found.venue.place or talk.t("to be announced")),
        "",
        _state(talk, found, answer),
    ]
    return Message(title=title, body="\n".join(lines), buttons=_meeting_buttons(talk, found, answer))


def _state(talk: Talk, found: Meeting, answer: Attendance | None) -> str:
    if found.cancelled:
        return talk.t("This meeting has been cancelled.")
    if not found.is_on(talk.now):
        return talk.t("This meeting is over.")
    if not found.is_ahead(talk.now):
        return talk.t("The meeting has begun.")
    match answer:
        case Attendance(coming=Coming.YES, wants_to_speak=True):
            return talk.t("You are coming, and you have asked to speak. We will remind you.")
        case Attendance(coming=Coming.YES):
            return talk.t("You are coming. We will remind you.")
        case Attendance(coming=Coming.MAYBE, wants_to_speak=True):
            return talk.t("You may come, and you would like to speak. We will remind you.")
        case Attendance(coming=Coming.MAYBE):
            return talk.t("You may come. We will remind you.")
        case Attendance(coming=Coming.NO):
            return talk.t("You are not coming. We will not remind you.")
        case _:
            return talk.t("Will you come?")


def _meeting_buttons(talk: Talk, found: Meeting, answer: Attendance | None) -> Rows:
    read = button(talk.t("Read the consultation"), actions.ShowConsultation(found.consultation))
    if not found.is_on(talk.now):
        return column(read, to_menu(talk))
    speaks = answer is not None and answer.wants_to_speak
    speak = talk.t("I no longer want to speak") if speaks else talk.t("I want to speak")
    return (
        (
            button(_ticked(talk.t("Yes"), answer, Coming.YES), actions.Attend(found.id, Coming.YES)),
            button(_ticked(talk.t("Maybe"), answer, Coming.MAYBE), actions.Attend(found.id, Coming.MAYBE)),
            button(_ticked(talk.t("No"), answer, Coming.NO), actions.Attend(found.id, Coming.NO)),
        ),
        (button(speak, actions.AskToSpeak(found.id, int(not speaks))),),
        *column(button(talk.t("Add to my calendar"), actions.TakeCalendar(found.id)), read, to_menu(talk)),
    )


def _ticked(label: str, answer: Attendance | None, choice: Coming) -> str:
    """The label, with a tick on the answer that was given."""
    return f"✓ {label}" if answer is not None and answer.coming is choice else label


def share_hint(talk: Talk) -> Message:
    """What to do with the text that follows."""
    return Message(
        body=talk.t("Press and hold the next message to copy it, and send it on in WhatsApp, Viber or Facebook.")
    )


def reminded(talk: Talk, consultation: int, *, of_meetings: bool, of_deadline: bool) -> Message:
    """What reminding means; whoever has commented is not told that the time for it runs out."""
    match of_meetings, of_deadline:
        case True, True:
            body = talk.t("We will remind you: before each meeting, and before the time for comments is over.")
        case True, False:
            body = talk.t("We will remind you before each meeting.")
        case _:
            body = talk.t("We will remind you before the time for comments is over.")
    return Message(
        body=body,
        buttons=column(
            button(talk.t("Remind me no more"), actions.Remind(consultation, 0)),
            button(talk.t("Comment"), actions.WriteComment(consultation)) if of_deadline else None,
            to_menu(talk),
        ),
    )


def reminded_no_more(talk: Talk, consultation: int, *, again: bool) -> Message:
    """That it is over, and the way back."""
    return Message(
        body=talk.t("We will remind you no more, except of meetings to which you said you come."),
        buttons=column(
            button(talk.t("Remind me"), actions.Remind(consultation, 1)) if again else None,
            to_menu(talk),
        ),
    )


def nothing_ahead(talk: Talk) -> Message:
    """The button of an old message: all dates are past, or too near."""
    return Message(body=talk.t("Nothing lies ahead of which we could still remind you."), buttons=column(to_menu(talk)))


def following(talk: Talk, name: str) -> Message:
    """That a municipality is followed now."""
    return Message(
        body=talk.t(
            "You will hear of everything that {municipality} announces. Change it with /ndjek.", municipality=name
        ),
        buttons=column(to_menu(talk)),
    )
