"""The chapter on participation, part by part: what an institution says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, cancel_in, choice_of, column
from handlers.views.publishing import to_desk
from handlers.views.year import CHAPTER, TakeYear, to_year
from locales.texts import mark
from participation.ids import InstitutionId
from participation.layout import button, lines, paragraphs
from participation.messages import Message
from participation.packing import Action
from participation.paperwork.chapter import ChapterPart
from participation.places import TextKey
from participation.words import quote

DIALOG: Final = "chapter"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
leave = partial(cancel_in, DIALOG)
SHOWN: Final = 160


@dataclass(frozen=True)
class WritePart(Action):
    """Begin to say a part of the chapter in the institution's own words."""

    tag: ClassVar[str] = "zw"
    institution: int
    year: int
    part: str


PARTS: Final[Mapping[TextKey, str]] = {
    TextKey.ADDRESS: mark("Address of the coordinator"),
    TextKey.PHONE: mark("Phone of the coordinator"),
    TextKey.HOURS: mark("Office hours of the coordinator"),
    TextKey.MANDATORY: mark("Acts that must be consulted on"),
    TextKey.RULES: mark("Internal rules"),
    TextKey.PROCEDURE: mark("How comments are taken and examined"),
    TextKey.COMPLAINT: mark("Where one may complain"),
}
ASKED: Final[Mapping[TextKey, str]] = {
    TextKey.ADDRESS: mark("Where is the coordinator found? Write the address in Albanian."),
    TextKey.PHONE: mark(
        "Under which number is the coordinator reached? Write a number of the office, not a private one."
    ),
    TextKey.HOURS: mark("When is the coordinator's office open? Write the days and hours in Albanian."),
    TextKey.MANDATORY: mark("Which acts must be consulted on? Write them in Albanian, one per line."),
    TextKey.RULES: mark("Which internal rules are there? Write one per line, in Albanian, each followed by its link."),
    TextKey.PROCEDURE: mark("How are comments taken and examined? Write it in Albanian, a sentence in a line."),
    TextKey.COMPLAINT: mark("Where may one complain? Write it in Albanian, a sentence in a line."),
}
BY_LAW: Final = mark("(as the law says it)")
WHENCE: Final = {TextKey.HOURS: mark("(as written down with the institution)")}
AS_LAW: Final = mark("As the law says it")
AGAIN: Final = {TextKey.HOURS: mark("As written down with the institution")}
"""Where the words of a part come from that the institution has not said, and how one goes back to them."""


def chapter(
    talk: Talk,
    institution: InstitutionId,
    year: int,
    said: Mapping[TextKey, ChapterPart],
    note: str = "",
) -> Message:
    """What each part says now, the way to change it, and the chapter as a file."""
    parts = [button(talk.t(label), WritePart(institution, year, key)) for key, label in PARTS.items()]
    return Message(
        title=talk.t("Transparency chapter"),
        body=paragraphs(
            note,
            talk.t(
                "The annual calendar, the notices and the figures come from what is kept here. "
                "These parts you can say in your own words:"
            ),
            *(_part(talk, key, said[key]) for key in PARTS),
        ),
        buttons=column(
            button(talk.t("Take the chapter as a file"), TakeYear(institution, year, CHAPTER)),
            *parts,
            to_year(talk, institution, year),
            to_desk(talk),
        ),
    )


def _part(talk: Talk, key: TextKey, part: ChapterPart) -> str:
    label = talk.t(PARTS[key])
    if not part.words:
        return lines((label, talk.t("Nothing is said yet.")))
    shown = quote("; ".join(part.words.splitlines()), SHOWN)
    usual = "" if part.own else talk.t(WHENCE.get(key, BY_LAW))
    return lines((label, " ".join(filter(None, (shown, usual)))))


def is_it_all(talk: Talk, words: str) -> str:
    """After words that were too long: whether this is all, or only their tail."""
    return lines((talk.t("Shall only this stand there?"), f"“{quote(words, SHOWN)}”"))


def ask(talk: Talk, key: TextKey, part: ChapterPart, complaint: str = "", *, offered: bool = False) -> Message:
    """What the part shall say; what it says now can be copied and changed."""
    keep = choice(talk, talk.t("Keep this text"), "keep") if offered else None
    as_law = talk.t(AGAIN.get(key, AS_LAW)) if part.usual else talk.t("Say nothing")
    return Message(
        title=talk.t(PARTS[key]),
        body=paragraphs(
            complaint,
            talk.t(ASKED[key]),
            lines((talk.t("Now it says:"), part.words)) if part.words else "",
        ),
        buttons=column(keep, choice(talk, as_law, "usual") if part.own else None, leave(talk)),
    )
