"""A comment as its coordinators see it, what it is filed under, and the questions of filing it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, back_in, choice_of, column, grid
from handlers.views.files import file
from handlers.views.mine import VERDICTS, answer_lines, on_article, signed, translation_of, words_of
from handlers.views.pages import LABEL, PAGE, page_of
from handlers.when import When
from locales.words import CHANNELS
from participation import actions, desk_actions
from participation.clock import local_day
from participation.comments.model import Comment, CommentChannel, Filing
from participation.comments.translating import is_awaited
from participation.layout import button, lines, paragraphs
from participation.messages import Button, Message, Rows
from participation.packing import Action
from participation.words import quote, tame

DIALOG: Final = "file"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
back = partial(back_in, DIALOG)
LONGEST: Final = 1_500
MOST: Final = 8
"""So many words that were used before are offered; more can be typed."""


@dataclass(frozen=True)
class FileComment(Action):
    """Begin to file a comment: `what` is its theme, its article, the unit it was sent to, or what it is the same as."""

    tag: ClassVar[str] = "fc"
    comment: int
    what: str


@dataclass(frozen=True)
class TranslateComment(Action):
    """Begin to say what a comment in another language says in Albanian."""

    tag: ClassVar[str] = "ti"
    comment: int


@dataclass(frozen=True)
class TakeApart(Action):
    """Let a comment that was joined be answered by itself again."""

    tag: ClassVar[str] = "ta"
    comment: int


@dataclass(frozen=True)
class ShowText(Action):
    """Show the answer to a comment that came another way, as a text to copy."""

    tag: ClassVar[str] = "tx"
    comment: int


@dataclass(frozen=True)
class Filed:
    """A comment with what has to be known to show it: of which consultation, by when, with which it goes.

    Without a day no answer is owed. `tongue` is the language it is in, if that is not Albanian.
    """

    comment: Comment
    title: str
    owed_by: date | None
    lead: str = ""
    joined: tuple[str, ...] = ()
    tongue: str | None = None


def for_officer(talk: Talk, found: Filed, *, files: bool = True, note: str = "") -> tuple[Message, ...]:
    """A comment as the coordinator reads it, and each of its files; the day is enough for whoever must answer."""
    comment = found.comment
    body = paragraphs(
        note,
        lines(_facts(talk, found)),
        words_of(talk, comment),
        tongue_lines(talk, comment, found.tongue),
        _earlier(talk, comment),
        _state(talk, found),
    )
    shown = tuple(file(talk, media, comment.receipt) for media in comment.words.media) if files else ()
    return (*shown, Message(title=comment.receipt, body=body, buttons=_buttons(talk, found)))


def _facts(talk: Talk, found: Filed) -> tuple[str, ...]:
    comment = found.comment
    received = talk.t("Received: {moment}", moment=talk.texts.day(local_day(comment.left_at)))
    came = talk.t("It came {how}.", how=talk.t(CHANNELS[comment.channel]))
    return (
        talk.t("On: {title}", title=found.title),
        received,
        came if comment.channel is not CommentChannel.BOT else "",
        talk.t("It came after the deadline.") if comment.late else "",
        signed(talk, comment.signature),
        *filing_lines(talk, comment),
        talk.t("It says the same as {receipt} and gets the same answer.", receipt=found.lead) if found.lead else "",
        talk.t("Answered together with it: {receipts}.", receipts=", ".join(found.joined)) if found.joined else "",
    )


def filing_lines(talk: Talk, comment: Comment) -> tuple[str, ...]:
    """What it is filed under, a line each."""
    filing = comment.filing
    sent = filing.sent_on
    return (
        talk.t("Theme: {theme}", theme=filing.theme) if filing.theme else "",
        _article_line(talk, filing),
        talk.t("Sent in writing to {unit} on {day}", unit=filing.unit, day=talk.texts.short_day(sent)) if sent else "",
    )


def _article_line(talk: Talk, filing: Filing) -> str:
    if filing.article_by_author:
        return talk.t("Article or part, as its author says: {article}", article=tame(filing.article))
    return on_article(talk, filing.article)


def tongue_lines(talk: Talk, comment: Comment, tongue: str | None) -> str:
    """That it is in another language, whether a translation is awaited, and what it says in Albanian."""
    wanted_by = comment.filing.wanted_by
    name = talk.texts.tongue(tongue or "")
    other = talk.t("It seems to be in another language: {language}.", language=name)
    unknown = talk.t("It seems to be in another language.") if tongue else ""
    day = talk.texts.short_day(wanted_by) if wanted_by else ""
    asked = talk.t("Its author was asked to write it in Albanian by {day}.", day=day)
    return lines((other if name else unknown, asked if is_awaited(comment) else "", translation_of(talk, comment)))


def _earlier(talk: Talk, comment: Comment) -> str:
    return lines(
        talk.t("Until {day} it said: “{words}”", day=talk.texts.short_day(one.until), words=quote(one.words.text))
        if one.words.text
        else talk.t("Until {day} it had no words.", day=talk.texts.short_day(one.until))
        for one in comment.earlier
    )


def _state(talk: Talk, found: Filed) -> str:
    comment = found.comment
    if comment.withdrawn_on is not None:
        day = talk.texts.short_day(comment.withdrawn_on)
        return talk.t("Its author took it back on {day}: no answer is owed.", day=day)
    overdue = comment.waits and found.owed_by is not None and found.owed_by < local_day(talk.now)
    told = lines((answer_lines(talk, comment, found.owed_by), talk.t("The answer is overdue.") if overdue else ""))
    return paragraphs(told, tell_yourself(talk, comment) if comment.answer is not None else "")


def tell_yourself(talk: Talk, comment: Comment) -> str:
    """Who wrote another way is told that way, and nobody here can do it."""
    if comment.channel is CommentChannel.BOT:
        return ""
    how = talk.t(CHANNELS[comment.channel])
    return talk.t("The comment came {how}: please tell its author yourself.", how=how)


def _buttons(talk: Talk, found: Filed) -> Rows:
    comment = found.comment
    owed = button(talk.t("All that are owed an answer"), desk_actions.ShowOwed())
    everything = button(talk.t("All comments of this consultation"), desk_actions.ListComments(comment.consultation))
    answer = button(talk.t("Answer"), desk_actions.AnswerComment(comment.id)) if comment.waits else None
    by_hand = comment.answer is not None and comment.channel is not CommentChannel.BOT
    text = button(talk.t("A text to copy"), ShowText(comment.id)) if by_hand else None
    asked = [
        button(talk.t("Theme"), FileComment(comment.id, "theme")),
        button(talk.t("Article or part"), FileComment(comment.id, "article")),
    ]
    sent = button(talk.t("Sent to the unit in writing"), FileComment(comment.id, "unit"))
    foreign = found.tongue is not None or comment.filing.translation or comment.filing.wanted_by
    in_albanian = button(talk.t("In Albanian…"), TranslateComment(comment.id)) if foreign else None
    more = column(sent, in_albanian, _joins(talk, comment), owed, everything)
    return (*column(answer, text), *grid(asked), *more)


def _joins(talk: Talk, comment: Comment) -> Button | None:
    if not comment.waits:
        return None
    if comment.lead is not None:
        return button(talk.t("Take it apart"), TakeApart(comment.id))
    return button(talk.t("It says the same as…"), FileComment(comment.id, "same"))


def out(talk: Talk, *more: Button | None, dialog: str = DIALOG) -> Rows:
    """The way out of a question about a comment, below the answers."""
    return column(*more, choice_of(dialog, talk, talk.t("Leave it as it is"), "leave"))


def left(talk: Talk, comment: int) -> Message:
    """Nothing was changed."""
    body = talk.t("All right: nothing was sent and nothing was changed.")
    return Message(body=body, buttons=column(to_comment(talk, comment)))


def to_comment(talk: Talk, comment: int) -> Button:
    """Back to it."""
    return button(talk.t("Back to the comment"), actions.ShowComment(comment))


Offered = Sequence[tuple[int, str]]
"""Words that were used before, each with a comment that bears them."""


def offered(talk: Talk, known: Offered) -> list[Button]:
    """A button for each; a number stands for the words, which may be too long."""
    return [choice(talk, quote(words, LABEL), "of", number) for number, words in known[:MOST]]


def ask_theme(talk: Talk, comment: Comment, known: Offered, note: str = "") -> Message:
    """Its theme: one of those that were used here, or another one."""
    none = [choice(talk, talk.t("Without a theme"), "none")] if comment.filing.theme else []
    return Message(
        title=comment.receipt,
        body=paragraphs(note, talk.t("What is it about? Write it in a few words, or choose.")),
        buttons=(*grid(offered(talk, known)), *out(talk, *none)),
    )


def ask_article(talk: Talk, comment: Comment, note: str = "") -> Message:
    """The article or the part of the act it is on."""
    none = [choice(talk, talk.t("On the whole act"), "none")] if comment.filing.article else []
    asked = talk.t("On which article or part is it? Write it, for example: Neni 5.")
    return Message(title=comment.receipt, body=paragraphs(note, asked), buttons=out(talk, *none))


def ask_unit(talk: Talk, comment: Comment, known: Offered, named: str, note: str = "") -> Message:
    """The unit that was told of it in writing."""
    none = [choice(talk, talk.t("It was not sent"), "none")] if comment.filing.unit else []
    same = choice(talk, quote(named, LABEL), "same") if named else None
    asked = talk.t("To which unit was it sent in writing? Write its name, or choose.")
    return Message(
        title=comment.receipt,
        body=paragraphs(note, asked),
        buttons=(*column(same, *offered(talk, known)), *out(talk, *none)),
    )


def ask_sent_on(talk: Talk, unit: str, note: str = "") -> Message:
    """On which day."""
    asked = talk.t("When was it sent to {unit}? Write the day, or press “Today”.", unit=unit)
    today = choice(talk, talk.t("Today"), "today")
    return Message(
        body=paragraphs(note, asked),
        buttons=out(talk, today, back(talk)),
    )


def sure_of(talk: Talk, when: When, *, dialog: str = DIALOG) -> Message:
    """A day that may be misread, in full."""
    shown = choice_of(dialog, talk, when.shown(talk.texts), "day", when.packed())
    return Message(body=talk.t("Is this the day?"), buttons=out(talk, shown, back_in(dialog, talk), dialog=dialog))


def ask_same(talk: Talk, comment: Comment, found: Sequence[Comment], page: int, note: str = "") -> Message:
    """With which other one it is to be answered, the likeliest first."""
    shown = page_of(found, page)
    buttons = [choice(talk, label_of(talk, one), "to", one.id) for one in shown]
    more = choice(talk, talk.t("More"), "page", page + 1) if (page + 1) * PAGE < len(found) else None
    asked = talk.t("With which comment does it say the same? The likeliest come first; you can write a number too.")
    nobody = talk.t("There is no other comment yet.")
    return Message(
        title=comment.receipt,
        body=paragraphs(note, words_of(talk, comment, LONGEST), asked if found else nobody),
        buttons=(*column(*buttons, more), *out(talk)),
    )


def ask_join(talk: Talk, comment: Comment, lead: Comment) -> Message:
    """Both, one beneath the other, and what follows from it."""
    answered = lead.answer
    if answered is None:
        follows = talk.t("They will have one decision and one reason. Until then you can take them apart.")
    else:
        verdict = talk.t(VERDICTS[answered.verdict])
        follows = talk.t(
            "{receipt} has its answer ({verdict}): the author of this one gets the same one now.",
            receipt=lead.receipt,
            verdict=verdict,
        )
    half = LONGEST // 2
    return Message(
        title=talk.t("Do they say the same?"),
        body=paragraphs(
            lines((comment.receipt + ":", words_of(talk, comment, half))),
            lines((lead.receipt + ":", words_of(talk, lead, half))),
            follows,
        ),
        buttons=out(talk, choice(talk, talk.t("Yes, the same"), "join"), back(talk)),
    )


def label_of(talk: Talk, comment: Comment) -> str:
    """A comment on a button: its number, what became of it, how it begins."""
    said = comment.words.text or talk.texts.attached([each.kind for each in comment.words.media])
    return quote(f"{comment.receipt}{_became(talk, comment)}: {said}", LABEL)


def _became(talk: Talk, comment: Comment) -> str:
    if comment.withdrawn_on is not None:
        return ", " + talk.t("taken back")
    return ", " + talk.t(VERDICTS[comment.answer.verdict]) if comment.answer else ""
