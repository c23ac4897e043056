"""What is said while somebody writes a comment."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from handlers.spoken import bare
from handlers.turns import Dialog, Talk, column
from handlers.views.menu import to_menu
from handlers.views.mine import attached, signed
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
            dialog.choice(talk, talk.t("Cancel"), "cancel"),
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
            dialog.choice(talk, talk.t("Back"), "back"),
            dialog.choice(talk, talk.t("Cancel"), "cancel"),
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
        buttons=column(dialog.choice(talk, talk.t("Back"), "back"), dialog.choice(talk, talk.t("Cancel"), "cancel")),
    )


def preview(dialog: Dialog, talk: Talk, title: str, words: Words, signature: Signature) -> Message:
    """What will be sent, word for word."""
    return Message(
        title=talk.t("Please check"),
        body=paragraphs(
            talk.t("This is what you send on “{title}”:", title=title),
            lines((words.text, attached(talk, words.media), signed(talk, signature))),
            tells_who(talk) if words.media and signature.name is None else "",
        ),
        buttons=(
            (dialog.choice(talk, talk.t("Send"), "send"),),
            (
                dialog.choice(talk, talk.t("Write again"), "rewrite"),
                dialog.choice(talk, talk.t("Change the name"), "resign"),
            ),
            (dialog.choice(talk, talk.t("Cancel"), "cancel"),),
        ),
    )


def tells_who(talk: Talk) -> str:
    """What no bot can hide."""
    return talk.t("A voice, a picture or the name of a file can show who you are.")


def receipt(talk: Talk, comment: Comment, title: str, owed_by: date) -> Message:
    """The receipt: a number, what it is for and what came with it, the moment, and when an answer is owed.

    Law 44/2015, art. 60.
    """
    sent = (
        talk.t("On: {title}", title=title),
        kept(talk, comment.words),
        signed(talk, comment.signature),
    )
    facts = (
        talk.t("Received: {moment}", moment=talk.texts.moment(comment.left_at)),
        talk.t("Keep this number. You find it again under /te_miat."),
        talk.t("Your comment came after the deadline and is marked as late.") if comment.late else "",
        talk.t("An answer is owed to you by {day}. You find it under /te_miat.", day=talk.texts.day(owed_by))
        if talk.person.reach is Reach.STOPPED
        else talk.t("An answer is owed to you by {day}. It will come here.", day=talk.texts.day(owed_by)),
    )
    return Message(
        title=talk.t("Thank you. Your number: {receipt}", receipt=comment.receipt),
        body=paragraphs(lines(sent), lines(facts)),
        buttons=column(
            button(talk.t("Share the consultation"), actions.Share(comment.consultation)),
            to_menu(talk),
        ),
    )
