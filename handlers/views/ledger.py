"""All comments of a consultation whatever way they came, a digest that was seen, an answer to be sent on by hand."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar, Final

from handlers.turns import Talk, column
from handlers.views.filing import label_of
from handlers.views.managing import AddByHand, to_it
from handlers.views.mine import VERDICTS
from handlers.views.pages import LABEL, counted, turning
from handlers.views.publishing import to_desk
from locales.words import CHANNELS
from participation.actions import ShowComment
from participation.clock import local_day
from participation.comments.model import Comment, CommentChannel
from participation.desk_actions import ListComments, ShowOwed
from participation.ids import ConsultationId, Mark
from participation.layout import button, lines, paragraphs
from participation.messages import Message
from participation.packing import Action
from participation.people.model import Language
from participation.words import quote

THOUSAND: Final = 1000
MOST: Final = 12
"""So many themes stand as buttons, the most used first."""


@dataclass(frozen=True)
class AskView(Action):
    """Ask which comments of a consultation to list."""

    tag: ClassVar[str] = "lv"
    consultation: int


@dataclass(frozen=True)
class AnswerTogether(Action):
    """Begin to answer several comments of a consultation with one reason: those of a theme, where it is not 0."""

    tag: ClassVar[str] = "at"
    consultation: int
    theme: int = 0


@dataclass(frozen=True)
class Listed:
    """Which comments are listed; `theme` is a comment that bears the theme, 0 if they are of all."""

    on: ConsultationId
    title: str
    view: str = ""
    theme: int = 0
    theme_words: str = ""


def listed(talk: Talk, which: Listed, shown: Sequence[Comment], count: int, page: int) -> Message:
    """A page of them."""
    buttons = [button(label_of(talk, one), ShowComment(one.id)) for one in shown]
    found = talk.texts.n("{count} comment.", "{count} comments, the newest first.", count)
    nothing = talk.t("There is none.")
    together = button(talk.t("Answer several at once"), AnswerTogether(which.on, which.theme))
    return Message(
        title=quote(which.title),
        body=paragraphs(_view_line(talk, which), found if count else nothing),
        buttons=(
            *column(*buttons),
            *turning(talk, count, page, lambda to: ListComments(which.on, which.view, which.theme, to)),
            *column(
                together if any(one.waits for one in shown) else None,
                button(talk.t("Choose which"), AskView(which.on)),
                button(talk.t("Add a comment from elsewhere"), AddByHand(which.on)),
                to_it(talk, which.on),
            ),
        ),
    )


def _view_line(talk: Talk, which: Listed) -> str:
    told = []
    if which.theme:
        told.append(talk.t("Theme: {theme}", theme=which.theme_words))
    if which.view == "undecided":
        told.append(talk.t("Not decided yet"))
    if which.view in set(CommentChannel):
        told.append(talk.t("They came {how}.", how=talk.t(CHANNELS[CommentChannel(which.view)])))
    return lines(told)


def ask_view(
    talk: Talk, on: ConsultationId, everything: Sequence[Comment], themes: Sequence[tuple[int, str, int]]
) -> Message:
    """Which to list: all, those that wait, those that came one way, those of one theme."""
    ways = Counter(one.channel for one in everything)
    undecided = sum(one.waits for one in everything)
    return Message(
        body=talk.t("Which comments?"),
        buttons=column(
            button(counted(talk.t("All"), len(everything)), ListComments(on)),
            button(counted(talk.t("Not decided yet"), undecided), ListComments(on, "undecided")),
            *(
                button(counted(talk.t("Came {how}", how=talk.t(CHANNELS[way])), ways[way]), ListComments(on, way))
                for way in CommentChannel
                if ways[way] and len(ways) > 1
            ),
            *(
                button(counted(quote(words, LABEL), count), ListComments(on, "", bearer))
                for bearer, words, count in themes[:MOST]
            ),
            to_it(talk, on),
        ),
    )


def seen(talk: Talk) -> Message:
    """It is noted, and what can be done next."""
    body = talk.t("Thank you. It is noted that the digest was seen.")
    return Message(body=body, buttons=column(button(talk.t("Comments to answer"), ShowOwed()), to_desk(talk)))


def moment_of(mark: Mark, now: datetime) -> datetime:
    """The moment that a button carries; one that was forged is none of the future."""
    latest = int(now.timestamp() * THOUSAND) + THOUSAND
    return datetime.fromtimestamp(min(max(mark, 0), latest) / THOUSAND, UTC)


def text_to_copy(talk: Talk, comment: Comment, title: str, institution: str) -> Message:
    """The answer in the words of a letter, to be copied whole."""
    answer = comment.answer
    assert answer is not None
    talk = talk.in_language(Language.SQ)
    day = talk.texts.short_day(local_day(comment.left_at))
    reason = talk.t("Reason: {reason}", reason=answer.reason) if answer.reason else ""
    about = talk.t(
        "On your comment of {day} on “{title}”, kept under number {receipt}:",
        day=day,
        title=title,
        receipt=comment.receipt,
    )
    verdict = talk.t("Answer: {verdict}", verdict=talk.t(VERDICTS[answer.verdict]))
    thanks = talk.t("Thank you for taking part.")
    return Message(body=paragraphs(about, lines((verdict, reason)), thanks, institution))
