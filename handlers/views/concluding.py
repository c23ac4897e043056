"""What a coordinator sees while a consultation is brought to its end: summed up, then the act that came of it."""

from functools import partial
from typing import Final

from handlers.turns import Talk, back_in, choice_of, column
from handlers.views.amending import how_many
from handlers.views.correcting import meant, now_it_says
from handlers.views.managing import Examine, to_it
from handlers.views.pending import to_send
from handlers.views.publishing import to_desk
from handlers.when import When
from participation.comments.model import Balance
from participation.consultations.model import Adoption, Consultation
from participation.desk_actions import ShowOwed
from participation.ids import ConsultationId
from participation.layout import button, lines, paragraphs
from participation.messages import Button, Message
from participation.words import quote

DIALOG: Final = "end"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
back = partial(back_in, DIALOG)


def ask_to_examine(talk: Talk, found: Consultation) -> Message:
    """The last question before everybody sees that the comments are being examined."""
    open_ended = talk.t("No last day for comments is set.") if found.terms.deadline is None else ""
    seen = talk.t("Begin to examine the comments? Everybody sees that it has begun, and no button takes it back.")
    return Message(
        title=quote(found.terms.title),
        body=paragraphs(open_ended, seen),
        buttons=column(
            button(talk.t("Yes, begin"), Examine(found.id)),
            to_it(talk, found.id),
            to_desk(talk),
        ),
    )


def examined(talk: Talk, found: Consultation) -> Message:
    """The comments are being examined from now on."""
    return Message(
        title=quote(found.terms.title),
        body=talk.t("From now on everybody sees that the comments are being examined. Late ones are still taken."),
        buttons=column(button(talk.t("Comments to answer"), ShowOwed()), to_it(talk, found.id), to_desk(talk)),
    )


def summing(talk: Talk, title: str, balance: Balance, people: int, *, reason: str, by_two: bool) -> Message:
    """What will be told, and the last question; with comments undecided, the way to them first."""
    owed = talk.texts.n(
        "{count} comment is not decided yet. The law wants a decision on each.",
        "{count} comments are not decided yet. The law wants a decision on each.",
        balance.undecided,
    )
    waits = bool(balance.undecided and not reason)
    send = to_send(talk, talk.t("Publish what became of the comments"), by_two=by_two)
    return Message(
        title=quote(title),
        body=paragraphs(
            lines(_counts(talk, balance)),
            owed if balance.undecided else "",
            talk.t("Reason: {reason}", reason=reason) if reason else "",
            how_many(talk, people, balance),
        ),
        buttons=column(
            button(talk.t("Comments to answer"), ShowOwed()) if waits else None,
            choice(talk, talk.t("Publish it without deciding them"), "anyway") if waits else None,
            None if waits else choice(talk, *send),
            leave(talk),
        ),
    )


def _counts(talk: Talk, balance: Balance) -> list[str]:
    return [
        talk.t("Comments received: {count}", count=talk.texts.number(balance.received)),
        talk.t("accepted: {count}", count=talk.texts.number(balance.accepted)),
        talk.t("accepted in part: {count}", count=talk.texts.number(balance.partly)),
        talk.t("not accepted: {count}", count=talk.texts.number(balance.refused)),
        talk.t("outside the subject: {count}", count=talk.texts.number(balance.out_of_scope)),
    ]


def ask_why_undecided(talk: Talk, complaint: str = "") -> Message:
    """Why it is summed up all the same."""
    question = talk.t("Why is it published with comments undecided? One sentence: it is kept and stands in the report.")
    return Message(body=paragraphs(complaint, question), buttons=column(back(talk), leave(talk)))


def ask_number(talk: Talk, title: str, present: str = "", complaint: str = "") -> Message:
    """Which act came of it."""
    question = talk.t("Which number does the act have? For example: Decision no. 43.")
    said = now_it_says(talk, present)
    return Message(title=quote(title), body=paragraphs(complaint, question, said), buttons=column(leave(talk)))


def ask_day(talk: Talk, complaint: str = "") -> Message:
    """On which day it was adopted."""
    return Message(
        body=paragraphs(complaint, talk.t("On which day was it adopted? For example: 13.2.2024.")),
        buttons=column(choice(talk, talk.t("Today"), "today"), back(talk), leave(talk)),
    )


def sure(talk: Talk, when: When) -> Message:
    """What we understood, in full, to be confirmed."""
    return meant(talk, when, choice(talk, talk.t("Yes"), "day", when.packed()), back(talk))


def ask_link(talk: Talk, complaint: str = "") -> Message:
    """Where it can be read."""
    return Message(
        body=paragraphs(complaint, talk.t("Paste the link under which the act can be read.")),
        buttons=column(choice(talk, talk.t("There is no link yet"), "none"), back(talk), leave(talk)),
    )


def checking(talk: Talk, title: str, adoption: Adoption, people: int, *, balance: Balance, by_two: bool) -> Message:
    """The act as people will read of it, and the last question."""
    act = talk.t("The act: {number}, {day}", number=adoption.number, day=talk.texts.day(adoption.day))
    link = talk.t("It can be read here: {url}", url=adoption.link) if adoption.link else ""
    told = how_many(talk, people, balance) if people or balance.received else ""
    send = talk.t("Publish it and tell everybody") if told else talk.t("Publish it")
    return Message(
        title=quote(title),
        body=paragraphs(lines((act, link)), told),
        buttons=column(choice(talk, *to_send(talk, send, by_two=by_two)), back(talk), leave(talk)),
    )


def done(talk: Talk, consultation: ConsultationId, *, told: bool) -> Message:
    """It is out."""
    said = talk.t("It is published, and on its way to everybody who follows.") if told else talk.t("It is corrected.")
    return Message(body=said, buttons=column(to_it(talk, consultation), to_desk(talk)))


def leave(talk: Talk) -> Button:
    """Nothing is changed."""
    return choice(talk, talk.t("Leave it as it is"), "leave")
