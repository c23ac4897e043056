"""What somebody wants to be called with a report: which kind of name, which name, and who sees it."""

from collections.abc import Callable, Mapping
from typing import Final

from handlers.names import Asked, is_doubtful
from handlers.turns import Talk, column
from locales.texts import mark
from participation.layout import paragraphs
from participation.messages import Button, Message, Rows
from participation.reports.model import NameKind
from participation.reports.naming import looks_real
from participation.words import quote, tame

Choices = Callable[[Talk, str, str], Button]
"""How a conversation makes its buttons."""

KINDS: Final[Mapping[NameKind, str]] = {
    NameKind.MADE_UP: mark("A made-up name"),
    NameKind.REAL: mark("My real name"),
}
QUESTIONS: Final[Mapping[NameKind, str]] = {
    NameKind.MADE_UP: mark("What may we call you? Write a name that does not tell who you are."),
    NameKind.REAL: mark("Which name do you want to give? You need not give one."),
}


def ask(
    choice: Choices, talk: Talk, asked: Asked, *, note: str = "", now: str = "", more: tuple[Button, ...] = ()
) -> Message:
    """The next question about the name, after a word on what was just said, on how it stands `now`."""
    unfit = talk.t("That cannot be a name.") if asked.unfit else ""
    if asked.kind is None:
        typed = talk.t("You wrote: “{words}”", words=quote(tame(asked.typed))) if asked.typed else ""
        body = paragraphs(note, unfit, now, typed, what_they_are(talk))
        rows: Rows = column(*(choice(talk, talk.t(label), kind) for kind, label in KINDS.items()), *more)
    elif is_doubtful(asked):
        body = paragraphs(note, _looks_real(talk, asked.typed))
        rows = column(
            choice(talk, talk.t("Keep it closed, as my real name"), NameKind.REAL),
            choice(talk, talk.t("It is made up, use it"), "sure"),
        )
    else:
        closed = kept_closed(talk) if asked.kind is NameKind.REAL else seen(talk)
        body, rows = paragraphs(note, unfit, talk.t(QUESTIONS[asked.kind]), closed), ()
    return Message(
        body=body, buttons=(*rows, (choice(talk, talk.t("Back"), "back"), choice(talk, talk.t("Cancel"), "cancel")))
    )


def what_they_are(talk: Talk) -> str:
    """Both kinds in a line each; and that there need be none."""
    return "\n".join(
        (
            talk.t("You need not give a name."),
            talk.t("• A made-up name: those who read your report see it and can call you by it."),
            talk.t("• Your real name: it is kept closed, and two of those who read it must agree before it opens."),
        )
    )


def _looks_real(talk: Talk, name: str) -> str:
    return talk.t(
        "“{name}” looks like a real name, and whoever reads your report would see it. Write another one, or choose.",
        name=quote(tame(name)),
    )


def still_looks_real(talk: Talk, name: str) -> str:
    """The same word once more, where it is sent all the same."""
    return talk.t("The made-up name looks like a real one.") if looks_real(name) else ""


def seen(talk: Talk) -> str:
    """What becomes of a made-up name."""
    return talk.t("Whoever reads your report sees the made-up name.")


def kept_closed(talk: Talk) -> str:
    """What becomes of a real one."""
    return talk.t(
        "Your name is kept closed. It opens only if one of those who read it writes why, and another one agrees; "
        "both are noted, and you hear of it."
    )
