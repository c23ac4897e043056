"""What a coordinator sees while a comment from elsewhere is typed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from handlers.turns import Talk, back_in, cancel_in, choice_of, column
from handlers.views.commenting import kept
from handlers.views.filing import FileComment
from handlers.views.managing import AddAlike, AddByHand, to_it
from handlers.views.mine import attached, signed
from handlers.when import When
from locales.texts import mark
from locales.words import CHANNELS
from participation.actions import ShowComment
from participation.clock import local_day
from participation.comments.model import Capacity, Comment, CommentChannel, Signature, Words
from participation.comments.receiving import ELSEWHERE
from participation.consultations.model import Consultation
from participation.ids import ConsultationId
from participation.layout import button, lines, paragraphs
from participation.messages import Button, Message

DIALOG: Final = "hand"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
back = partial(back_in, DIALOG)
leave = partial(cancel_in, DIALOG)

WAYS: Final[Mapping[CommentChannel, str]] = {
    CommentChannel.EMAIL: mark("E-mail"),
    CommentChannel.PAPER: mark("Paper"),
    CommentChannel.MEETING: mark("Meeting"),
    CommentChannel.REGISTER: mark("Register (RENJK)"),
    CommentChannel.OTHER: mark("Another way"),
}
SIGNED: Final[Mapping[str, str]] = {
    "anonymous": mark("Without a name"),
    Capacity.ONESELF: mark("The name of a person"),
    Capacity.ORGANISATION: mark("The name of an organisation"),
}


@dataclass(frozen=True)
class Sheet:
    """All that is known of it, to be looked at."""

    way: CommentChannel
    day: date
    words: Words
    signature: Signature
    late: bool


def _out(talk: Talk, *more: Button) -> tuple[tuple[Button, ...], ...]:
    return (*column(*more), (back(talk), leave(talk)))


def ask_way(talk: Talk, consultation: Consultation, note: str = "") -> Message:
    """Which way it came."""
    buttons = [choice(talk, talk.t(WAYS[way]), "way", way) for way in ELSEWHERE]
    return Message(
        title=consultation.terms.title,
        body=paragraphs(note, talk.t("How did the comment come?")),
        buttons=column(*buttons, leave(talk)),
    )


def ask_day(talk: Talk, note: str = "") -> Message:
    """On which day it came."""
    days = (choice(talk, talk.t("Today"), "ago", 0), choice(talk, talk.t("Yesterday"), "ago", 1))
    asked = talk.t("On which day did it come? Press, or write the day.")
    return Message(body=paragraphs(note, asked), buttons=(days, *_out(talk)))


def sure_of(talk: Talk, when: When) -> Message:
    """A day that may be misread, in full."""
    shown = choice(talk, when.shown(talk.texts), "day", when.packed())
    return Message(body=talk.t("Is this the day?"), buttons=_out(talk, shown))


def ask_words(talk: Talk, words: Words, note: str = "") -> Message:
    """What it says."""
    asked = talk.t("Write what it says, or send a photo of it, a document or a voice message.")
    on = choice(talk, talk.t("Go on"), "go_on")
    return Message(
        body=paragraphs(note, kept(talk, words), asked), buttons=_out(talk, *([on] if not words.is_empty() else []))
    )


def ask_signature(talk: Talk, words: Words, note: str = "") -> Message:
    """Under whose name."""
    more = talk.t("You can add more words, a photo, a voice message or a file.")
    buttons = [choice(talk, talk.t(label), "sign", value) for value, label in SIGNED.items()]
    asked = talk.t("Whose name is on it?")
    return Message(body=paragraphs(note, lines((kept(talk, words), more)), asked), buttons=_out(talk, *buttons))


def ask_name(talk: Talk, capacity: Capacity, note: str = "") -> Message:
    """The name."""
    of_many = capacity is Capacity.ORGANISATION
    asked = talk.t("What is the name of the organisation?") if of_many else talk.t("Which name stands on it?")
    return Message(body=paragraphs(note, asked), buttons=_out(talk))


def preview(talk: Talk, consultation: Consultation, sheet: Sheet) -> Message:
    """What will be kept."""
    words = sheet.words
    facts = (
        talk.t("On: {title}", title=consultation.terms.title),
        talk.t("It came {how}.", how=talk.t(CHANNELS[sheet.way])),
        talk.t("Received: {moment}", moment=talk.texts.day(sheet.day)),
        talk.t("That is after the deadline: it will be marked late.") if sheet.late else "",
        signed(talk, sheet.signature),
    )
    return Message(
        title=talk.t("Please check"),
        body=paragraphs(lines(facts), lines((words.text, attached(talk, words.media)))),
        buttons=(
            (choice(talk, talk.t("Keep the comment"), "keep"),),
            (choice(talk, talk.t("Write again"), "rewrite"), choice(talk, talk.t("Change the name"), "resign")),
            (back(talk), leave(talk)),
        ),
    )


def received(talk: Talk, comment: Comment) -> Message:
    """The number under which it is kept, and what can be noted of it."""
    tell = talk.t(
        "If you can, tell its author this number. What becomes of it you tell them yourself, the way it came."
    )
    late = talk.t("It came after the deadline.") if comment.late else ""
    came_on = local_day(comment.left_at).isoformat()
    return Message(
        title=talk.t("Kept under number {receipt}", receipt=comment.receipt),
        body=lines((late, tell)),
        buttons=column(
            button(talk.t("Add another like it"), AddAlike(comment.consultation, comment.channel, came_on)),
            button(talk.t("Add another one"), AddByHand(comment.consultation)),
            button(talk.t("Theme"), FileComment(comment.id, "theme")),
            button(talk.t("Article or part"), FileComment(comment.id, "article")),
            button(talk.t("Show the comment"), ShowComment(comment.id)),
            to_it(talk, ConsultationId(comment.consultation)),
        ),
    )
