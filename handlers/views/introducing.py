"""Saying who one is, of a report that was sent: how it stands now, what will be seen, and that it can be taken back.

The page says of which kind a name is and not which: whoever holds this phone can open it.
"""

from collections.abc import Mapping
from functools import partial
from typing import Final

from handlers.names import Asked
from handlers.turns import Talk, back_in, cancel_in, choice_of, column
from handlers.views import names
from handlers.views.menu import to_menu
from locales.texts import mark
from participation import actions
from participation.layout import button, lines, paragraphs
from participation.messages import Message
from participation.reports.model import GivenName, NameKind, Report

DIALOG: Final = "who"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""

NOW: Final[Mapping[NameKind | None, str]] = {
    None: mark("Now: without a name."),
    NameKind.MADE_UP: mark("Now: under a made-up name."),
    NameKind.REAL: mark("Now: with your name, closed."),
}
GIVEN: Final[Mapping[NameKind, str]] = {
    NameKind.MADE_UP: mark("The made-up name is read together with your report."),
    NameKind.REAL: mark(
        "Your name is kept closed with your report. No message tells of it; whoever opens the report there "
        "sees that a closed name is with it."
    ),
}


def ask(talk: Talk, found: Report, asked: Asked) -> Message:
    """The next question; at first with how it stands, and the way to take a name back."""
    name = found.account.name
    now = lines((found.receipt, talk.t(NOW[name.kind if name else None])))
    away = () if name is None else (choice(talk, talk.t("Take the name away"), "away"),)
    return names.ask(choice, talk, asked, now=now, more=away)


def preview(talk: Talk, found: Report, name: GivenName) -> Message:
    """What will be seen, and by whom."""
    made_up = name.kind is NameKind.MADE_UP
    shown = talk.t("Made-up name: {name}", name=name.words) if made_up else talk.t("Name: {name}", name=name.words)
    means = names.seen(talk) if made_up else names.kept_closed(talk)
    return Message(
        title=talk.t("Please check"),
        body=paragraphs(
            lines((found.receipt, shown)), means, names.still_looks_real(talk, name.words) if made_up else ""
        ),
        buttons=(
            (choice(talk, talk.t("Confirm"), "send"),),
            (back_in(DIALOG, talk), cancel_in(DIALOG, talk)),
        ),
    )


def given(talk: Talk, found: Report, kind: NameKind) -> Message:
    """It is done."""
    return _done(talk, found, talk.t(GIVEN[kind]))


def taken_away(talk: Talk, found: Report) -> Message:
    """It is gone, as far as we can take it back."""
    gone = talk.t(
        "The name is taken off, and nothing with the report says that it bore one. What was read before stays in the "
        "chats of those who read it, and that a name was asked for stays noted. Copies of the database that were made "
        "before are kept for up to 30 days."
    )
    return _done(talk, found, gone)


def _done(talk: Talk, found: Report, words: str) -> Message:
    back = button(talk.t("Show my report"), actions.ShowSent(found.id))
    return Message(title=found.receipt, body=words, buttons=column(back, to_menu(talk)))
