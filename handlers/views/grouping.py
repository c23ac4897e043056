"""What a coordinator sees while many comments get one decision and one reason."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from handlers.turns import Talk, back_in, cancel_in, choice_of, column
from handlers.views.answering import LABELS, WHY
from handlers.views.filing import label_of
from handlers.views.managing import to_it
from handlers.views.mine import VERDICTS
from handlers.views.pages import LABEL, PAGE, counted, page_of
from handlers.views.publishing import to_desk
from participation.comments.model import Comment, CommentChannel, Verdict
from participation.ids import ConsultationId
from participation.layout import lines, paragraphs
from participation.messages import Message, Rows
from participation.words import quote

DIALOG: Final = "many"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
back = partial(back_in, DIALOG)
_cancel = partial(cancel_in, DIALOG)
NAMED: Final = 8
"""So many of them are named with how they begin."""
MOST: Final = 12
RECEIPTS: Final = 60
"""So many receipts are named in a message."""


def ask_which(talk: Talk, title: str, themes: Sequence[tuple[int, str, int]], waiting: int) -> Message:
    """Those of a theme, or picked one by one."""
    buttons = [
        choice(talk, counted(quote(words, LABEL), count), "theme", bearer) for bearer, words, count in themes[:MOST]
    ]
    pick = choice(talk, talk.t("Pick them one by one"), "pick") if waiting else None
    asked = talk.t("Which comments do you answer with one reason?") if waiting else talk.t("There is none to answer.")
    return Message(title=quote(title), body=asked, buttons=column(*buttons, pick, _cancel(talk)))


def picking(talk: Talk, waiting: Sequence[Comment], picked: frozenset[int], page: int) -> Message:
    """All that wait, to be picked and put back."""
    shown = page_of(waiting, page)
    buttons = [
        choice(talk, quote(f"{'✓ ' if one.id in picked else ''}{label_of(talk, one)}", LABEL), "turn", one.id)
        for one in shown
    ]
    back = choice(talk, talk.t("Earlier"), "page", page - 1) if page > 0 else None
    more = choice(talk, talk.t("More"), "page", page + 1) if (page + 1) * PAGE < len(waiting) else None
    turning = tuple(each for each in (back, more) if each is not None)
    on = choice(talk, talk.t("Go on"), "go_on") if picked else None
    body = talk.texts.n("{count} comment is picked.", "{count} comments are picked.", len(picked))
    return Message(
        title=talk.t("Pick the comments"),
        body=body,
        buttons=(*column(*buttons), *((turning,) if turning else ()), *column(on), *_back_out(talk)),
    )


def _back_out(talk: Talk) -> Rows:
    return ((back(talk), _cancel(talk)),)


def named(talk: Talk, group: Sequence[Comment]) -> str:
    """Which they are, and how the first of them begin."""
    told = [f"• {label_of(talk, one)}" for one in group[:NAMED]]
    rest = len(group) - NAMED
    if rest > 0:
        told.append(talk.texts.n("and {count} more.", "and {count} more.", rest))
    return lines(told)


def deciding(talk: Talk, group: Sequence[Comment], subject: str, note: str = "") -> Message:
    """What becomes of all of them."""
    buttons = [choice(talk, talk.t(label), "verdict", verdict) for verdict, label in LABELS.items()]
    theme = talk.t("Theme: {theme}", theme=subject) if subject else ""
    return Message(
        title=_title(talk, len(group)),
        body=paragraphs(note, theme, named(talk, group), talk.t("What do you decide?")),
        buttons=(*column(*buttons, choice(talk, talk.t("Pick others"), "pick")), *_back_out(talk)),
    )


def _title(talk: Talk, count: int) -> str:
    return talk.texts.n("{count} comment, one answer", "{count} comments, one answer", count)


def ask_reason(talk: Talk, count: int, verdict: Verdict, note: str = "") -> Message:
    """The reason, which all of them will read."""
    skip = choice(talk, talk.t("Without a reason"), "skip") if verdict is Verdict.ACCEPTED else None
    return Message(
        title=f"{_title(talk, count)}: {talk.t(VERDICTS[verdict])}",
        body=paragraphs(note, talk.t(WHY[verdict]), talk.t("Every author reads the same reason.")),
        buttons=(*column(skip), *_back_out(talk)),
    )


def preview(talk: Talk, group: Sequence[Comment], verdict: Verdict, reason: str, note: str = "") -> Message:
    """The answer as every author will read it."""
    answer = talk.t("Answer: {verdict}", verdict=talk.t(VERDICTS[verdict]))
    why = talk.t("Reason: {reason}", reason=reason) if reason else talk.t("Without a reason")
    goes = talk.texts.n(
        "This answer goes to the author of {count} comment, each on their own:",
        "This answer goes to the authors of {count} comments, each on their own:",
        len(group),
    )
    return Message(
        title=talk.t("Please check"),
        body=paragraphs(note, goes, lines((answer, why)), named(talk, group), by_hand(talk, group)),
        buttons=(
            (choice(talk, talk.t("Send"), "send"),),
            (choice(talk, talk.t("Other reason"), "reason"), choice(talk, talk.t("Other decision"), "verdict")),
            (back(talk), _cancel(talk)),
        ),
    )


def by_hand(talk: Talk, group: Sequence[Comment]) -> str:
    """Whom nobody here can tell."""
    others = [one.receipt for one in group if one.channel is not CommentChannel.BOT]
    if not others:
        return ""
    receipts = ", ".join(others[:RECEIPTS]) + (" …" if len(others) > RECEIPTS else "")
    return talk.t("These came another way, please tell their authors yourself: {receipts}.", receipts=receipts)


def answered(talk: Talk, on: ConsultationId, group: Sequence[Comment], owed: int, late: int) -> Message:
    """It is sent, and what is left."""
    done = talk.texts.n("One answer for {count} comment: sent", "One answer for {count} comments: sent", len(group))
    goes = talk.t(
        "The author gets the answer on Telegram, even without a name. "
        "It does not arrive if they have erased their data."
    )
    left = talk.texts.owed(owed, late) or talk.t("No other comment waits for an answer.")
    return Message(
        title=done,
        body=paragraphs(lines((goes, left)), by_hand(talk, group)),
        buttons=column(to_it(talk, on), to_desk(talk)),
    )
