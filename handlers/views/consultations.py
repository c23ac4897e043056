"""Consultations on the screen: the list of what is open, one of them, its meetings, a text to send on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from handlers.turns import Named, Talk, column
from handlers.views import online, wishes
from handlers.views.menu import to_menu
from handlers.views.pages import LABEL, page_of, turning
from handlers.views.rights import to_rights
from participation import actions
from participation.consultations.dossier import Dossier
from participation.consultations.model import Consultation
from participation.ids import ConsultationId
from participation.layout import asks, button, lines, paragraphs
from participation.meetings.model import Attendance, Coming, Meeting
from participation.messages import Button, Message, Rows
from participation.packing import Action
from participation.places import Municipality
from participation.reminders.rules import reminds_of_meeting
from participation.words import fold, quote

LONGEST_PLACE = 40


@dataclass(frozen=True)
class ShowClosed(Action):
    """Show what has closed lately, a page at a time."""

    tag: ClassVar[str] = "oc"
    page: int = 0


@dataclass(frozen=True)
class TakePoster(Action):
    """Take a consultation as one page for a wall."""

    tag: ClassVar[str] = "sw"
    consultation: int


def open_list(
    talk: Talk,
    found: Sequence[Consultation],
    titles: Mapping[ConsultationId, str],
    page: int,
    *,
    hears: bool = True,
    elsewhere: Municipality | None = None,
    closed: bool = False,
) -> Message:
    """What one can speak on now, a page at a time; where somebody hears of nothing, they can ask to.

    `elsewhere` is a municipality that they look at and do not follow; `closed` is whether something closed lately.
    """
    lately = button(talk.t("What closed lately"), ShowClosed()) if closed else None
    ask = None
    if elsewhere is not None:
        ask = _tell_me_of(talk, elsewhere)
    elif not hears:
        ask = button(talk.t("Choose my municipality"), Named("home"))
    if not found:
        return _none_open(talk, ask, lately, elsewhere)
    return Message(
        title=talk.t("Open now in {municipality}", municipality=elsewhere.name) if elsewhere else talk.t("Open now"),
        body=paragraphs(
            talk.texts.n(
                "{count} consultation is open. Choose it to read more and to comment.",
                "{count} consultations are open. Choose one to read more and to comment.",
                len(found),
            ),
            *(lines((titles[one.id], _until(talk, one))) for one in page_of(found, page)),
        ),
        buttons=(
            *_choices(found, titles, page),
            *turning(talk, len(found), page, actions.ShowOpen),
            *column(ask, lately, to_menu(talk)),
        ),
    )


def closed_list(talk: Talk, found: Sequence[Consultation], titles: Mapping[ConsultationId, str], page: int) -> Message:
    """What closed lately: whoever is late may still be heard."""
    late = talk.t("You can still send a comment on these; it will be marked late.")
    return Message(
        title=talk.t("Closed lately"),
        body=late if found else talk.t("No consultation has closed lately."),
        buttons=(*_choices(found, titles, page), *turning(talk, len(found), page, ShowClosed), (to_menu(talk),)),
    )


def _choices(found: Sequence[Consultation], titles: Mapping[ConsultationId, str], page: int) -> Rows:
    shown = page_of(found, page)
    return column(*(button(quote(titles[one.id], LABEL), actions.ShowConsultation(one.id)) for one in shown))


def _until(talk: Talk, found: Consultation) -> str:
    """By when one must speak, as far as a day was set."""
    deadline = found.terms.deadline
    if deadline is None:
        return talk.t("Until when you can comment is not set yet.")
    if found.is_late(talk.now):
        return talk.t("The time for comments is over; the meeting is still ahead.")
    return talk.t("Comments until: {day}.", day=talk.texts.day(deadline))


def _tell_me_of(talk: Talk, place: Municipality) -> Button:
    label = talk.t("Tell me of everything in {municipality}", municipality=place.name)
    return button(label, actions.FollowPlace(place.id))


def _none_open(talk: Talk, ask: Button | None, lately: Button | None, elsewhere: Municipality | None) -> Message:
    """That nothing is open; whoever follows a place is told that they will hear of the next."""
    if elsewhere is not None:
        body = talk.t("No consultation is open in {municipality} right now.", municipality=elsewhere.name)
    else:
        body = talk.t("No consultation is open right now.")
    hears = "" if ask else talk.t("You will get a message as soon as one is.")
    return Message(
        body=" ".join(filter(None, (body, hears))),
        buttons=column(ask, lately, button(talk.t("Report a danger"), Named("report")), to_menu(talk)),
    )


def consultation(talk: Talk, dossier: Dossier, *, offered: Municipality | None, reminded: bool) -> Message:
    """One consultation, as it was announced, with what this person can do; `offered` is a place they may follow."""
    card = talk.house.printer.card(dossier, texts=talk.texts, now=talk.now)
    rows = card.buttons
    if reminded and dossier.id is not None:
        off = button(talk.t("Remind me no more"), actions.Remind(dossier.id, 0))
        rows = tuple(tuple(off if asks(b, actions.Remind) else b for b in row) for row in rows)
    place = _tell_me_of(talk, offered) if offered else None
    law = to_rights(talk, dossier.id) if dossier.id is not None else None
    return replace(card, buttons=(*rows, *column(place, law, to_menu(talk))))


def meetings(talk: Talk, found: Sequence[Meeting]) -> Message:
    """The meetings of one consultation: whoever chooses one says that they come to it."""
    if not found:
        return Message(body=talk.t("There are no meetings ahead."), buttons=column(to_menu(talk)))
    buttons = [button(_meeting_label(talk, m), actions.Come(m.id)) for m in found]
    return Message(body=talk.t("To which meeting would you like to come?"), buttons=column(*buttons, to_menu(talk)))


def near_first(found: Sequence[Meeting], unit: str) -> Sequence[Meeting]:
    """The meetings in the order of their hours, those first whose place names where somebody lives."""
    name = fold(unit)
    return sorted(found, key=lambda one: (not (name and name in fold(one.venue.place)), one.venue.starts_at))


def _meeting_label(talk: Talk, found: Meeting) -> str:
    """Weekday, day, hour and place: two meetings of one day must not look the same."""
    place = quote(found.venue.place, LONGEST_PLACE)
    return " – ".join(filter(None, (talk.texts.near_moment(found.venue.starts_at), place)))


def meeting(
    talk: Talk, found: Meeting, title: str, institution: str, *, answer: Attendance | None, joining: str
) -> Message:
    """One meeting and the question whether one comes; `joining` is how one joins it online."""
    where = (
        talk.t("When: {moment}", moment=talk.texts.stretch(found.venue.starts_at, found.venue.ends_at)),
        talk.t("Where: {place}", place=found.venue.place or talk.t("to be announced")),
    )
    comes = wishes.comes(answer)
    how = joining if comes else ""
    more = (online.said(talk, found, joining, comes=comes), wishes.said(talk, answer))
    body = paragraphs(institution, lines(where), _state(talk, found, answer), *(more if found.is_on(talk.now) else ()))
    return Message(title=title, body=body, buttons=_meeting_buttons(talk, found, answer, how))


def _state(talk: Talk, found: Meeting, answer: Attendance | None) -> str:
    if found.cancelled:
        return talk.t("This meeting has been cancelled.")
    if not found.is_on(talk.now):
        return talk.t("This meeting is over.")
    if not found.is_ahead(talk.now):
        return talk.t("The meeting has begun.")
    reminds = reminds_of_meeting(found.venue.starts_at, talk.person.quiet, talk.now)
    match answer:
        case Attendance(coming=Coming.NO):
            return talk.t("You are not coming. We will not remind you.")
        case None:
            return talk.t("Will you come?")
        case _:
            return " ".join((_said(talk, answer), *((talk.t("We will remind you."),) if reminds else ())))


def _said(talk: Talk, answer: Attendance) -> str:
    """What somebody who comes, or may come, has told us."""
    match answer.coming, answer.wants_to_speak:
        case Coming.YES, True:
            return talk.t("You are coming, and you have asked to speak.")
        case Coming.YES, False:
            return talk.t("You are coming.")
        case _, True:
            return talk.t("Perhaps you will come, and you would like to speak.")
        case _:
            return talk.t("Perhaps you will come.")


def _meeting_buttons(talk: Talk, found: Meeting, answer: Attendance | None, joining: str) -> Rows:
    read = button(talk.t("Read the consultation"), actions.ShowConsultation(found.consultation))
    if not found.is_on(talk.now):
        return column(read, to_menu(talk))
    speaks = answer is not None and answer.wants_to_speak
    speak = talk.t("I no longer want to speak") if speaks else talk.t("I want to speak")
    return (
        *column(online.join(talk, joining)),
        (
            button(_ticked(talk.t("Yes"), answer, Coming.YES), actions.Attend(found.id, Coming.YES)),
            button(_ticked(talk.t("Maybe"), answer, Coming.MAYBE), actions.Attend(found.id, Coming.MAYBE)),
            button(_ticked(talk.t("No"), answer, Coming.NO), actions.Attend(found.id, Coming.NO)),
        ),
        (button(speak, actions.AskToSpeak(found.id, int(not speaks))),),
        *wishes.buttons(talk, found, answer),
        *column(button(talk.t("Add to my calendar"), actions.TakeCalendar(found.id)), read, to_menu(talk)),
    )


def _ticked(label: str, answer: Attendance | None, choice: Coming) -> str:
    """The label, with a tick on the answer that was given."""
    return f"✓ {label}" if answer is not None and answer.coming is choice else label


def share_hint(talk: Talk, consultation: ConsultationId) -> Message:
    """What to do with the text that follows; whoever has no phone may read it on a wall."""
    return Message(
        body=talk.t("Press and hold the next message to copy it, and send it on in WhatsApp, Viber or Facebook."),
        buttons=column(poster_button(talk, consultation)),
    )


def poster_button(talk: Talk, consultation: ConsultationId) -> Button:
    """The way to the page for a wall."""
    return button(talk.t("A page to print"), TakePoster(consultation))


def poster_caption(talk: Talk) -> str:
    """What the page is for."""
    return talk.t("One page (A4) for a wall, in Albanian. Print it: the code on it opens this consultation.")


def reminded(
    talk: Talk, consultation: int, *, of_meetings: bool, of_deadline: bool, to_choose: bool = False
) -> Message:
    """What reminding means; whoever has commented is not told that the time for it runs out."""
    match of_meetings, of_deadline:
        case True, True:
            body = talk.t("We will remind you: before each meeting, and before the time for comments is over.")
        case True, False:
            body = talk.t("We will remind you before each meeting.")
        case _:
            body = talk.t("We will remind you before the time for comments is over.")
    place = talk.t("Of a meeting we remind you once you have chosen the one to which you come.") if to_choose else ""
    return Message(
        body=paragraphs(body, place),
        buttons=column(
            button(talk.t("Choose a meeting"), actions.ShowMeetings(consultation)) if to_choose else None,
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
    return Message(body=talk.t("There is no date left of which we could remind you."), buttons=column(to_menu(talk)))


def following(talk: Talk, name: str) -> Message:
    """That a municipality is followed now."""
    return Message(
        body=talk.t(
            "You will hear of everything that {municipality} announces. Change it with /ndjek.", municipality=name
        ),
        buttons=column(to_menu(talk)),
    )
