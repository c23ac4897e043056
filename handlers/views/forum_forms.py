"""The small forms of a forum: a name, a call, a member, a meeting, a reason, what proves a right."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from handlers.turns import Talk, back_in, cancel_in, choice_of, column, grid
from handlers.views.correcting import WRONG, meant
from handlers.views.pending import to_send
from handlers.when import When
from locales.texts import mark
from locales.words import ACTORS
from participation.forum.members import CALLED_LATELY
from participation.forum.model import ForumRight
from participation.layout import lines, paragraphs
from participation.messages import Message

DIALOG: Final = "forum"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
back = partial(back_in, DIALOG)
leave = partial(cancel_in, DIALOG)

_DEED: Final = ("day", "evidence")
FORMS: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("name",),
    "call": ("until", "call", "look"),
    "reword": ("call", "look"),
    "extend": ("until", "look"),
    "member": ("organisation", "kind", "paper", "email"),
    "decline": ("reason", "look"),
    "meeting": ("day", "place", "about"),
    **{right.value: _DEED for right in ForumRight},
}
"""What is asked in each, one after the other."""

ASKS: Final[Mapping[str, str]] = {
    "name": mark("What is the forum called? For example: Forumi Bashkëqeverisës OGP."),
    "until": mark("Until which day may one apply? For example: 26.12.2025."),
    "call": mark(
        "Write the call: whom you look for, and what the forum does. It is shown to citizens as you write it."
    ),
    "organisation": mark(
        "Which organisation? Write its name. If you know who speaks for it, write that after a comma: "
        "“Shoqata Drita, Ana Koçi”. The name of a person is kept only if they have agreed on paper."
    ),
    "kind": mark("What is it?"),
    "paper": mark(
        "Have they agreed on paper that you keep their e-mail and write to them? If not, you get a link for them: they "
        "agree in the bot themselves."
    ),
    "email": mark("To which e-mail do you write to them? Nobody else in the forum sees it."),
    "reason": mark("Why not? One or two sentences: whoever applied reads it."),
    "day": mark("On which day was it? For example: 26.12.2025."),
    "place": mark("Where was it?"),
    "about": mark("What was it about, and what was agreed? A few words are enough."),
    "evidence": mark("What proves it? For example: the number of the letter, or who sent what to whom."),
}
LONGEST: Final[Mapping[str, int]] = {
    "name": 120,
    "call": 1_500,
    "organisation": 200,
    "reason": 300,
    "place": 200,
    "about": 500,
    "evidence": 500,
}
"""Characters of what is typed."""
NO_EMAIL: Final = WRONG["email"]


def ask(talk: Talk, field: str, complaint: str = "", *, first: bool = False) -> Message:
    """The question for a field."""
    rows = (
        grid([choice(talk, talk.t(label), "kind", kind) for kind, label in ACTORS.items()]) if field == "kind" else ()
    )
    ways = (
        (
            choice(talk, talk.t("Yes, on paper"), "paper", "yes"),
            choice(talk, talk.t("No, they get a link"), "paper", "no"),
        )
        if field == "paper"
        else ()
    )
    skip = choice(talk, talk.t("No e-mail"), "none") if field == "email" else None
    return Message(
        body=paragraphs(complaint, talk.t(ASKS[field])),
        buttons=(*rows, *column(*ways, skip, None if first else back(talk), leave(talk))),
    )


def look(talk: Talk, shown: Message, asked: str, *, by_two: bool = False) -> Message:
    """Exactly what will be read, and whether it shall go out."""
    return Message(
        title=talk.t("Please check"),
        body=paragraphs(asked, lines((shown.title, shown.body))),
        buttons=column(choice(talk, *to_send(talk, talk.t("Send"), by_two=by_two)), back(talk), leave(talk)),
    )


def told_of_call(talk: Talk, hearers: int | None, *, stopped: bool) -> str:
    """To how many it goes; of a call that is open already nobody is told twice, and those whom it has not reached."""
    if stopped:
        return talk.t("A fault had stopped this call: it now goes to those who follow the place and have not got it.")
    if hearers is None:
        return talk.t("Whoever follows the place has been told of this call and is not told again.")
    sent = talk.texts.n(
        "It is sent to {count} person who follows the place, once.",
        "It is sent to {count} people who follow the place, once.",
        hearers,
    )
    lately = talk.t(
        "Whoever got a call of this forum in the last {days} days does not get another one.", days=CALLED_LATELY.days
    )
    return f"{sent} {lately}"


def too_long(talk: Talk, field: str) -> str:
    """How long it may be."""
    return talk.t("Please write something of at most {count} characters.", count=talk.texts.number(LONGEST[field]))


def sure(talk: Talk, when: When) -> Message:
    """What we understood, in full, to be confirmed."""
    return meant(talk, when, choice(talk, talk.t("Yes"), "day", when.packed()), leave(talk))
