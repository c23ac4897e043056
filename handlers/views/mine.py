"""Receipts and what became of them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from handlers.turns import Talk, column
from handlers.views.menu import to_menu
from locales.texts import mark
from participation import actions
from participation.clock import local_day
from participation.comments.model import Capacity, Comment, Signature, Verdict, Words
from participation.layout import button, lines, paragraphs
from participation.messages import Media, Message
from participation.reports.model import Report
from participation.words import is_blank, quote, tame

MOST = 10
GIST = 40

VERDICTS: Final[Mapping[Verdict, str]] = {
    Verdict.ACCEPTED: mark("accepted"),
    Verdict.PARTLY: mark("accepted in part"),
    Verdict.REFUSED: mark("not accepted"),
    Verdict.OUT_OF_SCOPE: mark("outside this consultation"),
}


def mine(talk: Talk, comments: Sequence[Comment], reports: Sequence[Report]) -> Message:
    """One's receipts, newest first: comments with how they begin, reports without a word of theirs.

    Whoever holds this phone can open the list, also after the chat was deleted.
    """
    if not comments and not reports:
        return Message(
            body=talk.t("You have not sent a comment or a report yet. When you do, you will find the receipt here."),
            buttons=column(button(talk.t("What is open now"), actions.ShowOpen()), to_menu(talk)),
        )
    newest = sorted(comments, key=lambda c: c.left_at, reverse=True)[:MOST]
    comments_said = [lines((f"{c.receipt} – {_state(talk, c)}", _gist(talk, c.words))) for c in newest]
    reports_said = lines(f"{r.receipt} – {report_state(talk, r)}" for r in reports[:MOST])
    buttons = [button(c.receipt, actions.ShowComment(c.id)) for c in newest]
    return Message(
        title=talk.t("Mine"),
        body=paragraphs(*comments_said, reports_said),
        buttons=(*column(*buttons), (to_menu(talk),)),
    )


def _state(talk: Talk, comment: Comment) -> str:
    if comment.answer is None:
        return talk.t("received, no answer yet")
    return talk.t("answered: {verdict}", verdict=talk.t(VERDICTS[comment.answer.verdict]))


def _gist(talk: Talk, words: Words) -> str:
    """What it began with, in a line of its own: words of another direction must turn nothing round."""
    if is_blank(words.text):
        return talk.texts.attached([each.kind for each in words.media])
    return f"“{quote(tame(words.text), GIST)}”"


def report_state(talk: Talk, report: Report) -> str:
    """What became of a report, as far as we know."""
    return talk.t("report read by the coordinator") if report.seen else talk.t("report received")


def signed(talk: Talk, signature: Signature) -> str:
    """Under which name it stands."""
    match signature:
        case Signature(Capacity.ORGANISATION, name):
            return talk.t("For the organisation: {name}", name=name)
        case Signature(Capacity.ON_BEHALF, name):
            return talk.t("On behalf of: {name}", name=name)
        case Signature(_, None):
            return talk.t("Without a name")
        case Signature(_, name):
            return talk.t("Name: {name}", name=name)


def words_of(talk: Talk, comment: Comment, longest: int | None = None) -> str:
    """The words of a comment, and how many files came with it."""
    text = quote(comment.words.text, longest) if longest else comment.words.text
    return lines((text, attached(talk, comment.words.media)))


def attached(talk: Talk, media: Sequence[Media]) -> str:
    """What came with the words."""
    what = talk.texts.attached([each.kind for each in media])
    return talk.t("Attached: {what}.", what=what) if what else ""


def for_author(talk: Talk, comment: Comment, title: str, owed_by: date) -> Message:
    """One's own comment and its answer."""
    facts = (
        talk.t("On: {title}", title=title),
        talk.t("Sent: {moment}", moment=talk.texts.moment(comment.left_at)),
        signed(talk, comment.signature),
    )
    body = paragraphs(lines(facts), words_of(talk, comment), _answer(talk, comment, owed_by))
    return Message(title=comment.receipt, body=body, buttons=column(to_menu(talk)))


def _answer(talk: Talk, comment: Comment, owed_by: date) -> str:
    answer = comment.answer
    if answer is None:
        return talk.t("No answer yet. It is owed by {day}.", day=talk.texts.day(owed_by))
    reason = talk.t("Reason: {reason}", reason=answer.reason) if answer.reason else ""
    return lines((talk.t("Answer: {verdict}", verdict=talk.t(VERDICTS[answer.verdict])), reason))


def for_officer(talk: Talk, comment: Comment, title: str, owed_by: date) -> tuple[Message, ...]:
    """A comment as the coordinator reads it, and each of its files; the day is enough for whoever must answer."""
    overdue = comment.answer is None and owed_by < local_day(talk.now)
    facts = (
        talk.t("On: {title}", title=title),
        talk.t("Received: {moment}", moment=talk.texts.day(local_day(comment.left_at))),
        talk.t("It came after the deadline.") if comment.late else "",
        signed(talk, comment.signature),
    )
    state = lines((_answer(talk, comment, owed_by), talk.t("The answer is overdue.") if overdue else ""))
    answer = button(talk.t("Answer"), actions.AnswerComment(comment.id)) if comment.answer is None else None
    files = tuple(Message(body=comment.receipt, media=media) for media in comment.words.media)
    owed = button(talk.t("All that are owed an answer"), actions.ShowOwed())
    body = paragraphs(lines(facts), words_of(talk, comment), state)
    return (*files, Message(title=comment.receipt, body=body, buttons=column(answer, owed)))
