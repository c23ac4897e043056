"""The papers of an institution, by the year, and what they are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, cancel_in, choice_of, column, grid
from handlers.views.publishing import to_desk
from locales.texts import mark
from participation.ids import InstitutionId
from participation.layout import button, paragraphs
from participation.messages import Button, Message
from participation.packing import Action
from participation.places import Institution
from participation.programme.model import ActsAdopted

DIALOG: Final = "acts"
choice = partial(choice_of, DIALOG)
"""A button of the conversation on the number of acts."""
leave = partial(cancel_in, DIALOG)


@dataclass(frozen=True)
class ShowYear(Action):
    """Show the papers of a year, else of this one; asked first is of which institution, where it is left out."""

    tag: ClassVar[str] = "oy"
    institution: int = 0
    year: int = 0


@dataclass(frozen=True)
class TakeYear(Action):
    """Take a paper of a year, by its name."""

    tag: ClassVar[str] = "ot"
    institution: int
    year: int
    what: str


@dataclass(frozen=True)
class SayActs(Action):
    """Begin to say how many acts were adopted in a year."""

    tag: ClassVar[str] = "oa"
    institution: int
    year: int


@dataclass(frozen=True)
class ShowCalendar(Action):
    """Show the annual calendar of consultations, a page at a time."""

    tag: ClassVar[str] = "zc"
    institution: int
    year: int
    page: int = 0


@dataclass(frozen=True)
class ShowChapter(Action):
    """Show what the chapter says, to be put in the institution's own words."""

    tag: ClassVar[str] = "zh"
    institution: int
    year: int


REPORT, CHAPTER, REPOSITORY, HAND_OVER = "report", "chapter", "repository", "handover"
SAID: Final = {
    REPORT: mark("The annual report of {year}, so far as it is kept here."),
    CHAPTER: mark("The chapter on participation of {year}, in its eight sections."),
    REPOSITORY: mark(
        "The repository of {year}: open index.html in it. Nobody who took part is named in it, and it can be published "
        "as it is. Take it again whenever something has changed."
    ),
    HAND_OVER: mark("What is still to be done at the desk today, for whoever takes it over."),
}


def year(
    talk: Talk, place: Institution, shown: int, others: Sequence[int], *, has_begun: bool, acts: ActsAdopted | None
) -> Message:
    """The papers of a year; of one that has not begun there is only what is planned."""
    where = (place.id, shown)
    turned = [button(str(each), ShowYear(place.id, each)) for each in others]
    return Message(
        title=talk.t("Papers of {year}", year=shown),
        body=paragraphs(
            place.name,
            talk.t("The annual report has the four figures of the law, each with the list it is counted from.")
            if has_begun
            else talk.t("This year has not begun: there is only what is planned for it."),
            acts_said(talk, acts) if has_begun else "",
        ),
        buttons=(
            *column(
                button(talk.t("Annual report"), TakeYear(*where, REPORT)) if has_begun else None,
                button(talk.t("Number of acts adopted"), SayActs(*where)) if has_begun else None,
                button(talk.t("Annual calendar"), ShowCalendar(*where)),
                button(talk.t("Transparency chapter"), ShowChapter(*where)),
                button(talk.t("Repository (ZIP)"), TakeYear(*where, REPOSITORY)) if has_begun else None,
                button(talk.t("Hand-over of the desk"), TakeYear(*where, HAND_OVER)),
            ),
            *grid(turned, 4),
            (to_desk(talk),),
        ),
    )


def acts_said(talk: Talk, acts: ActsAdopted | None) -> str:
    """How many acts there were, and since when that stands there."""
    if acts is None:
        return talk.t("How many acts were adopted in all, nobody has said: the report states no share of them.")
    number, day = talk.texts.number(acts.number), talk.texts.short_day(acts.on)
    return talk.t("Acts adopted in all: {number}, as said on {day}.", number=number, day=day)


def ask_acts(talk: Talk, place: Institution, year: int, acts: ActsAdopted | None, complaint: str = "") -> Message:
    """Ask how many acts there were."""
    none = choice(talk, talk.t("Leave it out of the report"), "none") if acts else None
    return Message(
        body=paragraphs(
            complaint,
            talk.t(
                "How many acts did {institution} adopt in {year} in all, with and without consultation? The report "
                "states which part was consulted, and that the office said the number.",
                institution=place.name,
                year=year,
            ),
            acts_said(talk, acts) if acts else "",
            talk.t("Write a number, for example 42."),
        ),
        buttons=column(none, leave(talk)),
    )


def no_number(talk: Talk) -> str:
    """What came instead."""
    return talk.t("That is not a number.")


def offer_acts(talk: Talk, institution: InstitutionId, year: int) -> Message:
    """With the report: that the share is missing, and how it comes in; whoever has no number does nothing."""
    return Message(
        body=talk.t("How many acts were adopted in all, nobody has said: the report states no share of them."),
        buttons=column(button(talk.t("Number of acts adopted"), SayActs(institution, year))),
    )


def to_year(talk: Talk, institution: InstitutionId, year: int) -> Button:
    """Back to the papers of a year."""
    return button(talk.t("Papers of {year}", year=year), ShowYear(institution, year))
