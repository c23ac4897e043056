"""What is said while somebody writes a comment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from handlers.spoken import bare
from handlers.turns import Dialog, Talk, back_in, cancel_in, column
from handlers.views.menu import to_menu
from handlers.views.mine import attached, deadline_line, named, on_article, signed
from locales.texts import mark
from participation import actions
from participation.comments.model import Capacity, Comment, Signature, Words
from participation.consultations.model import Consultation
from participation.layout import button, lines, paragraphs
from participation.messages import Message
from participation.people.model import Reach
from participation.words import fold, quote

SIGNED: Final[Mapping[str, str]] = {
    "anonymous": mark("Without a name"),
    Capacity.ONESELF: mark("With my name"),
    Capacity.ORGANISATION: mark("For an organisation"),
    Capacity.ON_BEHALF: mark("On behalf of somebody who agreed"),
}


@dataclass(frozen=True)
class Sheet:
    """All that will be sent: on what, the words, the name, and the article if one was said."""

    title: str
    words: Words
    signature: Signature
    article: str = ""


def invite(dialog: Dialog, talk: Talk, consultation: Consultation, words: Words, former: Words) -> Message:
    """The invitation to speak, what is here already, and a word to those who come late."""
    late = talk.t("The time for comments is over. You can still send yours: it will be marked as late.")
    return Message(
        title=consultation.terms.title,
        body=paragraphs(
            talk.t("Write what you think, or send a voice message, a photo or a file."),
            late if consultation.is_late(talk.now) else "",
            kept(talk, words),
        ),
        buttons=column(
            None if words.is_empty() else dialog.choice(talk, talk.t("Go on"), "go_on"),
            None if former.is_empty() else dialog.choice(talk, talk.t("Keep what I had written"), "former"),
            cancel_in(dialog.name, talk),
        ),
    )


def kept(talk: Talk, words: Words) -> str:
    """What is here already, shortened."""
    said = talk.t("You wrote: “{words}”", words=quote(words.text)) if words.text else ""
    return lines((said, attached(talk, words.media)))


def signing(dialog: Dialog, talk: Talk, title: str, words: Words, note: str = "") -> Message:
    """How it shall be signed, with a sentence on each choice."""
    choices = (
        note,
        received(talk, words),
        talk.t("In whose name do you write?"),
        talk.t("Without a name: the coordinator does not see who you are. You still get the answer."),
        talk.t("With my name: the coordinator sees the name you write. A named comment may carry more weight."),
        talk.t("For an organisation: its name stands on the comment."),
        talk.t("On behalf of somebody who agreed: you write for a person who asked you to, for example a neighbour."),
    )
    return Message(
        title=title,
        body=paragraphs(*choices),
        buttons=column(
            *(dialog.choice(talk, talk.t(label), "sign", value) for value, label in SIGNED.items()),
            back_in(dialog.name, talk),
            cancel_in(dialog.name, talk),
        ),
    )


def signed_in_words(talk: Talk, words: str) -> str | None:
    """Which of the choices somebody writes instead of pressing it."""
    return next((value for value, label in SIGNED.items() if bare(words) == fold(talk.t(label))), None)


def received(talk: Talk, words: Words) -> str:
    """What has arrived so far; more may follow."""
    unsent = talk.t("It is not sent yet. What is not sent is deleted after seven days.")
    more = talk.t("You can add more words, a photo, a voice message or a file.")
    return paragraphs(kept(talk, words), lines((unsent, more)))


def ask_name(dialog: Dialog, talk: Talk, capacity: Capacity, note: str) -> Message:
    """Whose name shall stand there, after a note on what was just said."""
    match capacity:
        case Capacity.ORGANISATION:
            body = talk.t("What is the name of the organisation?")
        case Capacity.ON_BEHALF:
            body = talk.t("For whom do you write? Write the name, only if the person agreed to it.")
        case _:
            body = talk.t("Which name shall stand on the comment?")
    return Message(
        body=f"{note} {body}".strip(),
        buttons=column(back_in(dialog.name, talk), cancel_in(dialog.name, talk)),
    )


def preview(dialog: Dialog, talk: Talk, sheet: Sheet, note: str = "") -> Message:
    """What will be sent, word for word."""
    words, signature = sheet.words, sheet.signature
    facts = (words.text, attached(talk, words.media), signed(talk, signature), on_article(talk, sheet.article))
    return Message(
        title=talk.t("Please check"),
        body=paragraphs(
            note,
            talk.t("This is what you send on “{title}”:", title=sheet.title),
            lines(facts),
            tells_who(talk) if words.media and signature.name is None else "",
        ),
        buttons=(
            (dialog.choice(talk, talk.t("Send"), "send"),),
            (
                dialog.choice(talk, talk.t("Write again"), "rewrite"),
                dialog.choice(talk, talk.t("Change the name"), "resign"),
            ),
            (dialog.choice(talk, talk.t("On an article…"), "point"),),
            (cancel_in(dialog.name, talk),),
        ),
    )


def ask_article(dialog: Dialog, talk: Talk, article: str, note: str = "") -> Message:
    """On which article or part it is; who leaves it out speaks on the whole."""
    asked = talk.t("On which article or part is your comment? Write it in a few words, for example: article 12.")
    return Message(
        body=paragraphs(note, on_article(talk, article), asked),
        buttons=column(
            dialog.choice(talk, talk.t("On the whole"), "whole") if article else None,
            back_in(dialog.name, talk),
            cancel_in(dialog.name, talk),
        ),
    )


def later(talk: Talk, moment: datetime) -> str:
    """From when on there is room again; what was written is not lost."""
    return talk.t(
        "It is not sent yet: you have sent many comments on this in a short time, and somebody has to read each of "
        "them. You can send this one here from {moment} on. It is kept for you until then.",
        moment=talk.texts.moment(moment),
    )


def tells_who(talk: Talk) -> str:
    """What no bot can hide."""
    return talk.t("A voice, a picture or the name of a file can show who you are.")


def receipt(talk: Talk, comment: Comment, on: Consultation, owed_by: date) -> Message:
    """The receipt: a number, what it is for and what came with it, the moment, and when an answer is owed.

    Law 44/2015, art. 60.
    """
    return Message(
        title=talk.t("Thank you. Your number: {receipt}", receipt=comment.receipt),
        body=_facts(talk, comment, on, owed_by),
        buttons=column(
            button(talk.t("Share the consultation"), actions.Share(comment.consultation)),
            to_menu(talk),
        ),
    )


def receipt_again(talk: Talk, comment: Comment, on: Consultation, owed_by: date) -> Message:
    """The receipt of what was said before, where the same was said once more, and ways on from there."""
    once = talk.t("Said once more it would be no second comment: it is read and answered under this number.")
    return Message(
        title=talk.t("You have said this already: {receipt}", receipt=comment.receipt),
        body=paragraphs(once, _facts(talk, comment, on, owed_by)),
        buttons=column(
            button(talk.t("Say something else"), actions.WriteComment(comment.consultation)),
            button(talk.t("Show my comment"), actions.ShowComment(comment.id)),
            to_menu(talk),
        ),
    )


def _facts(talk: Talk, comment: Comment, on: Consultation, owed_by: date) -> str:
    filing = comment.filing
    sent = (
        talk.t("On: {title}", title=on.terms.title),
        on_article(talk, filing.article) if filing.article_by_author else "",
        kept(talk, comment.words),
        named(talk, comment.words.media),
        signed(talk, comment.signature),
    )
    facts = (
        talk.t("Received: {moment}", moment=talk.texts.moment(comment.left_at)),
        talk.t("Keep this number. You find it again under /te_miat."),
        deadline_line(talk, on),
        talk.t("Your comment came after the deadline and is marked as late.") if comment.late else "",
        _what_follows(talk, comment, owed_by),
    )
    return paragraphs(lines(sent), lines(facts))


def _what_follows(talk: Talk, comment: Comment, owed_by: date) -> str:
    if not comment.waits:
        return talk.t("It has its answer.")
    day = talk.texts.day(owed_by)
    if talk.person.reach is Reach.STOPPED:
        return talk.t("An answer is owed to you by {day}. You find it under /te_miat.", day=day)
    return talk.t("An answer is owed to you by {day}. It will come here.", day=day)
