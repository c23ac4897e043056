"""What the law gives everybody in a consultation, how this one was held, and where one may complain of it.

It stands there for whoever looks for it and says of nothing that it was wrong: that is for whoever reads the facts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from handlers.turns import Talk, column
from handlers.views.complaining import COMMISSIONER, HEAD, adopted_line, how_to_send, letter, ways
from handlers.views.menu import to_menu
from locales.texts import mark
from participation.actions import ShowConsultation
from participation.calendar.working_days import COMMENT_DAYS
from participation.comments.complaint import Course
from participation.consultations.concerns import Concern
from participation.consultations.model import Stage
from participation.ids import ConsultationId
from participation.layout import button, lines, paragraphs
from participation.meetings.model import Meeting
from participation.messages import Button, Message
from participation.packing import Action
from participation.people.model import Language

MOST_MEETINGS: Final = 10
MOST_RECEIPTS: Final = 10
CONTENTS: Final[Mapping[Concern, str]] = {
    Concern.NO_PAPER: mark("the draft and its report as documents"),
    Concern.NO_PURPOSE: mark("what is decided and why"),
    Concern.NO_DEADLINE: mark("the last day for comments"),
    Concern.NO_CONTACT: mark("where to write"),
    Concern.NO_MEETING: mark("day and place of the meeting"),
}
"""What a notice must say (art. 13), as it is named where it is not there."""


@dataclass(frozen=True)
class ShowLawful(Action):
    """Show what the law gives in a consultation, and where one may complain."""

    tag: ClassVar[str] = "cr"
    consultation: int


@dataclass(frozen=True)
class WriteLawful(Action):
    """Show a text for a complaint of how a consultation was held: to the head, or to the Commissioner."""

    tag: ClassVar[str] = "crt"
    consultation: int
    to: str


def to_rights(talk: Talk, consultation: ConsultationId) -> Button:
    """The way there."""
    return button(talk.t("What the law gives you"), ShowLawful(consultation))


def rights(talk: Talk, found: Course) -> Message:
    """The law, how it was here, and the two ways."""
    to = HEAD if found.last_day is None else COMMISSIONER
    write = button(talk.t("Write the text for me"), WriteLawful(found.consultation.id, to))
    return Message(
        title=talk.t("What the law gives you"),
        body=paragraphs(
            talk.t(
                "A notice says five things: the draft, why it is needed, until when and how to comment, whom to write "
                "to, and where a meeting is. There are at least 20 working days for comments, and a reason for "
                "whatever is not accepted (Law 146/2014)."
            ),
            lines((talk.t("As far as the bot knows:"), *(f"• {fact}" for fact in facts(talk, found)))),
            lines(
                (
                    talk.t("If you think that this was not kept, you can complain, whether you commented or not."),
                    *ways(talk, found),
                )
            ),
            talk.t(
                "The bot sends nothing for you. It can write down these facts; you add what you complain of and your "
                "name, and send it yourself."
            ),
        ),
        buttons=column(
            None if found.is_over(talk.now) else write,
            button(talk.t("Read the consultation"), ShowConsultation(found.consultation.id)),
            to_menu(talk),
        ),
    )


def text(talk: Talk, found: Course, to: str) -> tuple[Message, Message]:
    """What to do with it, and the text alone, in Albanian."""
    back = column(button(talk.t("Read the consultation"), ShowConsultation(found.consultation.id)), to_menu(talk))
    whose = ""
    if found.receipts:
        whose = talk.t("Your numbers stand in it: with your name you say that these comments are yours.")
    how = how_to_send(talk, found, to)
    return Message(body=paragraphs(how.body, whose)), Message(body=_text(talk, found, to), buttons=back)


def _text(talk: Talk, found: Course, to: str) -> str:
    talk = talk.in_language(Language.SQ)
    own = talk.t("[what you complain of, in your own words]")
    asked = talk.t("I ask that this be examined and put right, and that I be answered in writing.")
    told = (
        talk.t("Institution: {institution}.", institution=found.institution.name),
        *facts(talk, found),
        _receipts(talk, found),
        own,
    )
    return letter(talk, found, to, facts=tuple(filter(None, told)), asked=asked)


def facts(talk: Talk, found: Course) -> list[str]:
    """What the bot knows, a sentence each, in the order in which it happened."""
    short = talk.texts.short_day
    known = (
        talk.t("The notice is of {day}.", day=short(found.consultation.since)),
        *_time(talk, found),
        _lacks(talk, found),
        *(_meeting(talk, meeting, days) for meeting, days in found.ahead[:MOST_MEETINGS]),
        _answers(talk, found),
        _cancelled(talk, found),
        adopted_line(talk, found),
    )
    return list(filter(None, known))


def _time(talk: Talk, found: Course) -> Iterator[str]:
    """The last day, and how many working days that is; what the law wants stands beside it."""
    clock = found.clock
    if clock is None:
        yield talk.t("No last day for comments is set.")
        return
    yield talk.texts.n(
        "Comments until {day}: {count} working day from the notice. The law wants at least {least}.",
        "Comments until {day}: {count} working days from the notice. The law wants at least {least}.",
        clock.days,
        day=talk.texts.short_day(clock.until),
        least=talk.texts.number(COMMENT_DAYS),
    )


def _lacks(talk: Talk, found: Course) -> str:
    if not found.lacks:
        return ""
    what = "; ".join(talk.t(CONTENTS[each]) for each in found.lacks)
    return talk.t("The notice as it stands in the bot does not have: {what}.", what=what)


def _meeting(talk: Talk, meeting: Meeting, days: int) -> str:
    when = talk.texts.short_moment(meeting.venue.starts_at)
    if meeting.cancelled:
        return talk.t("The meeting of {when} was called off.", when=when)
    return talk.texts.n(
        "Meeting: {when}, {count} working day from the notice.",
        "Meeting: {when}, {count} working days from the notice.",
        days,
        when=when,
    )


def _answers(talk: Talk, found: Course) -> str:
    """What was published of the comments; before that nothing is known of it."""
    if found.balance is None:
        return ""
    return talk.t(
        "What became of the comments was published. Comments: {received}. Without a decision: {undecided}.",
        received=talk.texts.number(found.balance.received),
        undecided=talk.texts.number(found.balance.undecided),
    )


def _cancelled(talk: Talk, found: Course) -> str:
    return talk.t("The consultation was cancelled.") if found.consultation.stage is Stage.CANCELLED else ""


def _receipts(talk: Talk, found: Course) -> str:
    if not found.receipts:
        return ""
    return talk.t("My comments have these numbers: {receipts}.", receipts=", ".join(found.receipts[:MOST_RECEIPTS]))
