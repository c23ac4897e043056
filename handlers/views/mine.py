"""Receipts and what became of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from handlers.turns import Talk, column
from handlers.views.menu import to_menu
from handlers.views.pages import LABEL, turning
from locales.texts import mark
from participation import actions
from participation.clock import local_day
from participation.comments.complaint import Grievance
from participation.comments.model import Capacity, Comment, Signature, Verdict, Words
from participation.consultations.model import Consultation
from participation.ids import ConsultationId
from participation.layout import button, lines, paragraphs
from participation.messages import Button, Media, Message
from participation.packing import Action
from participation.reports.life import State
from participation.reports.limits import OWED, is_late
from participation.reports.model import Report
from participation.words import is_blank, quote, tame

GIST = 40

VERDICTS: Final[Mapping[Verdict, str]] = {
    Verdict.ACCEPTED: mark("accepted"),
    Verdict.PARTLY: mark("accepted in part"),
    Verdict.REFUSED: mark("not accepted"),
    Verdict.OUT_OF_SCOPE: mark("outside this consultation"),
}


STATES: Final[Mapping[State, str]] = {
    State.DELIVERED: mark("report received"),
    State.SEEN: mark("report read"),
    State.IN_HAND: mark("somebody is dealing with it"),
    State.HANDED_OVER: mark("report passed on"),
    State.ACTED_ON: mark("something was done"),
    State.CLOSED: mark("report closed"),
    State.JOINED: mark("somebody is dealing with it"),  # that there are others is told where it may be told
}


@dataclass(frozen=True)
class ShowMine(Action):
    """Show what one has sent, a page at a time."""

    tag: ClassVar[str] = "mi"
    page: int = 0


def mine(
    talk: Talk, shown: Sequence[Comment | Report], titles: Mapping[ConsultationId, str], count: int, page: int
) -> Message:
    """A page of one's receipts: comments with how they begin, reports without a word of theirs.

    Whoever holds this phone can open the list, also after the chat was deleted.
    """
    if not count:
        return Message(
            body=talk.t("You have not sent a comment or a report yet. When you do, you will find the receipt here."),
            buttons=column(button(talk.t("What is open now"), actions.ShowOpen()), to_menu(talk)),
        )
    comments = [one for one in shown if isinstance(one, Comment)]
    reports = [one for one in shown if isinstance(one, Report)]
    return Message(
        title=talk.t("My comments and reports"),
        body=paragraphs(
            *(_entry(talk, one, titles[one.consultation]) for one in comments),
            lines(f"{one.receipt} – {report_state(talk, one)}" for one in reports),
        ),
        buttons=(
            *column(*(button(one.receipt, actions.ShowComment(one.id)) for one in comments)),
            *column(*(button(one.receipt, actions.ShowSent(one.id)) for one in reports)),
            *turning(talk, count, page, ShowMine),
            (to_menu(talk),),
        ),
    )


def _entry(talk: Talk, comment: Comment, title: str) -> str:
    """A comment in the list: what it is on, how it begins, and for whom it was written if not for oneself."""
    for_others = comment.signature.capacity in {Capacity.ORGANISATION, Capacity.ON_BEHALF}
    return lines(
        (
            f"{comment.receipt} – {_state(talk, comment)}",
            quote(title, LABEL),
            _gist(talk, comment.words),
            signed(talk, comment.signature) if for_others else "",
            late_mark(talk, comment),
        )
    )


def late_mark(talk: Talk, comment: Comment) -> str:
    """What the author of a late comment is told of it wherever it is shown."""
    return talk.t("The comment came after the deadline and is marked late.") if comment.late else ""


def _state(talk: Talk, comment: Comment) -> str:
    if comment.withdrawn_on is not None:
        return talk.t("taken back")
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
    return talk.t(STATES[report.state])


BY_WHEN: Final[Mapping[tuple[bool, bool], str]] = {
    (False, False): mark("It should be read by {day}."),
    (False, True): mark("It should have been read by {day}."),
    (True, False): mark("An answer is due by {day}."),
    (True, True): mark("An answer was due by {day}."),
}
"""Of one that was read or not, late or not: what should be is no promise that it will."""


def by_when(talk: Talk, report: Report) -> str:
    """By when it should be read or answered; nothing once others were told, for then the first day is over."""
    day = report.due.day(report.state)
    if day is None or report.due.raised:
        return ""
    late = is_late(report.state, report.due, talk.now)
    return talk.t(BY_WHEN[report.state in OWED, late], day=talk.texts.day(day))


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


IN_ALBANIAN: Final[Mapping[tuple[bool, bool], str]] = {
    (False, False): mark("In Albanian, as the office wrote it on {day}: {words}"),
    (False, True): mark("In Albanian, as its author wrote it on {day}: {words}"),
    (True, False): mark("In Albanian, as the office wrote it on {day}: {words}"),
    (True, True): mark("In Albanian, as you wrote it on {day}: {words}"),
}
"""Of one's own comment or another's, in the words of the office or of its author."""


def translation_of(talk: Talk, comment: Comment, *, own: bool = False) -> str:
    """What a comment says in Albanian, and who says so."""
    translation = comment.filing.translation
    if translation is None:
        return ""
    sentence = IN_ALBANIAN[own, translation.by_author]
    return talk.t(sentence, day=talk.texts.short_day(translation.on), words=translation.text)


def attached(talk: Talk, media: Sequence[Media]) -> str:
    """What came with the words."""
    what = talk.texts.attached([each.kind for each in media])
    return talk.t("Attached: {what}.", what=what) if what else ""


def named(talk: Talk, media: Sequence[Media]) -> str:
    """What the files are called that came with the words, as far as they have a name."""
    names = [quote(tame(each.name), LABEL) for each in media if each.name]
    return talk.t("Files: {names}.", names=", ".join(names)) if names else ""


def on_article(talk: Talk, article: str) -> str:
    """On which article or part a comment is, if that was said."""
    return talk.t("Article or part: {article}", article=tame(article)) if article else ""


def deadline_line(talk: Talk, on: Consultation) -> str:
    """Until when comments are taken, or were."""
    deadline = on.terms.deadline
    if deadline is None:
        return ""
    day = talk.texts.day(deadline)
    if on.is_late(talk.now):
        return talk.t("Comments were until: {day}.", day=day)
    return talk.t("Comments until: {day}.", day=day)


def for_author(talk: Talk, found: Grievance, more: Sequence[Button | None] = ()) -> Message:
    """One's own comment, how far it has got, and its answer."""
    comment, on = found.comment, found.consultation
    facts = (
        talk.t("On: {title}", title=on.terms.title),
        found.institution.name,
        talk.t("Sent: {moment}", moment=talk.texts.moment(comment.left_at)),
        late_mark(talk, comment),
        deadline_line(talk, on),
        on_article(talk, comment.filing.article) if comment.filing.article_by_author else "",
        signed(talk, comment.signature),
    )
    became = lines((stages_line(talk, comment), answer_lines(talk, comment, found.owed_by)))
    read = button(talk.t("Read the consultation"), actions.ShowConsultation(on.id)) if on.is_public() else None
    return Message(
        title=comment.receipt,
        body=paragraphs(
            lines(facts),
            lines((words_of(talk, comment), named(talk, comment.words.media))),
            translation_of(talk, comment, own=True),
            became,
        ),
        buttons=column(*more, read, to_menu(talk)),
    )


def stages_line(talk: Talk, comment: Comment) -> str:
    """How far it has got, each with its day: delivered, seen, answered."""
    short = talk.texts.short_day
    seen, answer = comment.seen_on, comment.answer
    stages = (
        talk.t("delivered {day}", day=short(local_day(comment.left_at))),
        talk.t("seen {day}", day=short(seen)) if seen else talk.t("not seen yet"),
        talk.t("answered {day}", day=short(local_day(answer.at))) if answer else "",
    )
    return " · ".join(filter(None, stages))


def answer_lines(talk: Talk, comment: Comment, owed_by: date | None) -> str:
    """Its answer with the reason, or by when it is owed, or was; without a day none is."""
    answer = comment.answer
    if comment.withdrawn_on is not None:
        return talk.t("You took it back on {day}.", day=talk.texts.short_day(comment.withdrawn_on))
    if answer is None:
        if owed_by is None:
            return talk.t("The consultation was cancelled: no answer is owed.")
        day = talk.texts.day(owed_by)
        if owed_by < local_day(talk.now):
            return talk.t("No answer yet. It was owed by {day}.", day=day)
        return talk.t("No answer yet. It is owed by {day}.", day=day)
    reason = talk.t("Reason: {reason}", reason=answer.reason) if answer.reason else ""
    return lines((talk.t("Answer: {verdict}", verdict=talk.t(VERDICTS[answer.verdict])), reason))
