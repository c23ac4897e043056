"""The annual calendar of consultations: its lines, one of them, and the words that it is typed in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, cancel_in, choice_of, column
from handlers.views.managing import label_of
from handlers.views.pages import LABEL, page_of, turning
from handlers.views.publishing import to_desk
from handlers.views.year import ShowCalendar, to_year
from locales.months import month_name
from locales.texts import mark
from participation.consultations.model import Consultation
from participation.desk_actions import Manage
from participation.ids import InstitutionId
from participation.layout import button, lines, paragraphs
from participation.messages import Message
from participation.packing import Action
from participation.programme.lines import Unclear, UnclearLine, as_typed
from participation.programme.model import CalendarLine, PlannedConsultation, PlannedStatus
from participation.words import quote

DIALOG: Final = "foreseeing"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
leave = partial(cancel_in, DIALOG)
LONGEST_SHOWN: Final = 200
EXAMPLE: Final = "Taksat dhe tarifat vendore; nëntor; takim publik; Drejtoria e Financës"


@dataclass(frozen=True)
class AddLines(Action):
    """Begin to write down what shall be consulted on."""

    tag: ClassVar[str] = "za"
    institution: int
    year: int


@dataclass(frozen=True)
class ShowLine(Action):
    """Show a line of the calendar."""

    tag: ClassVar[str] = "zl"
    line: int


@dataclass(frozen=True)
class ChangeLine(Action):
    """Begin to write a line anew."""

    tag: ClassVar[str] = "zx"
    line: int


@dataclass(frozen=True)
class DropLine(Action):
    """Say that it will not be consulted on after all, or that it will."""

    tag: ClassVar[str] = "zd"
    line: int
    dropped: int


@dataclass(frozen=True)
class AskTie(Action):
    """Ask which consultation a line is, a page at a time."""

    tag: ClassVar[str] = "zq"
    line: int
    page: int = 0


@dataclass(frozen=True)
class TieLine(Action):
    """It is this consultation, or none any more."""

    tag: ClassVar[str] = "zt"
    line: int
    consultation: int = 0


@dataclass(frozen=True)
class RemoveLine(Action):
    """Take a line out; asked first is whether it is meant."""

    tag: ClassVar[str] = "zr"
    line: int
    sure: int = 0


@dataclass(frozen=True)
class TakeCalendarData(Action):
    """Take the calendar of a year as data, in a form."""

    tag: ClassVar[str] = "zf"
    institution: int
    year: int
    form: str


STATUSES: Final[Mapping[PlannedStatus, str]] = {
    PlannedStatus.PLANNED: mark("planned"),
    PlannedStatus.OPEN: mark("open for comments"),
    PlannedStatus.CLOSED: mark("the time for comments is over"),
    PlannedStatus.ADOPTED: mark("the act is adopted"),
    PlannedStatus.DROPPED: mark("will not be consulted on"),
}
FORMS: Final[Mapping[str, str]] = {
    "xlsx": mark("Annual calendar (Excel)"),
    "csv": mark("Annual calendar (CSV)"),
    "json": mark("Annual calendar as open data (JSON)"),
}
UNCLEAR: Final[Mapping[Unclear, str]] = {
    Unclear.NO_ACT: mark("This line names no act: {line}"),
    Unclear.NO_MONTH: mark("After the first semicolon the name of a month is expected: {line}"),
    Unclear.TOO_LONG: mark(
        "This line is too long: 500 characters for the act, 200 for the way and for the unit. {line}"
    ),
    Unclear.TOO_MANY_PARTS: mark("This line has more than four parts: {line}"),
}


def calendar(
    talk: Talk, year_of: tuple[InstitutionId, int], found: Sequence[CalendarLine], page: int, note: str = ""
) -> Message:
    """A page of the calendar of a year, with the ways to add to it and to take it."""
    institution, year = year_of
    nothing = talk.t("Nothing is planned for this year yet.")
    shown = page_of(found, page)
    forms = [button(talk.t(label), TakeCalendarData(institution, year, form)) for form, label in FORMS.items()]
    return Message(
        title=talk.t("Annual calendar {year}", year=year),
        body=paragraphs(note, *(line_words(talk, one.planned) for one in shown), "" if found else nothing),
        buttons=(
            *column(button(talk.t("Add lines"), AddLines(institution, year))),
            *column(*(button(quote(one.planned.act, LABEL), ShowLine(one.id)) for one in shown)),
            *turning(talk, len(found), page, partial(ShowCalendar, institution, year)),
            *column(*(forms if found else ()), to_year(talk, institution, year), to_desk(talk)),
        ),
    )


def line_words(talk: Talk, planned: PlannedConsultation) -> str:
    """A line: month first, then the act, and how far it has got."""
    when = talk.t("month to be set") if planned.month is None else month_name(planned.month, talk.texts.language)
    how = ", ".join(filter(None, (planned.how, planned.unit)))
    return lines((f"{when}: {quote(planned.act, LONGEST_SHOWN)}", how, talk.t(STATUSES[planned.status])))


def line(talk: Talk, found: CalendarLine, note: str = "") -> Message:
    """One line, and what can be done about it."""
    one, dropped = found.id, found.planned.status is PlannedStatus.DROPPED and found.consultation is None
    tied = found.consultation
    return Message(
        title=talk.t("Annual calendar {year}", year=found.year),
        body=paragraphs(note, line_words(talk, found.planned)),
        buttons=column(
            button(talk.t("To the consultation"), Manage(tied)) if tied else None,
            button(talk.t("Change the line"), ChangeLine(one)),
            button(talk.t("It is another consultation") if tied else talk.t("It has been announced"), AskTie(one)),
            button(talk.t("Take it up again"), DropLine(one, 0)) if dropped else None,
            button(talk.t("It will not be consulted on"), DropLine(one, 1)) if not dropped and not tied else None,
            button(talk.t("Remove the line"), RemoveLine(one)),
            button(talk.t("Whole calendar"), ShowCalendar(found.institution, found.year)),
            to_desk(talk),
        ),
    )


def ask_tie(talk: Talk, found: CalendarLine, shown: Sequence[Consultation], count: int, page: int) -> Message:
    """Which consultation it is."""
    question = talk.t("Which consultation is it? Its stage then stands in the calendar by itself.")
    nothing = talk.t("There is no consultation that it could be. Publish it first.")
    return Message(
        body=paragraphs(quote(found.planned.act, LONGEST_SHOWN), question if count else nothing),
        buttons=(
            *column(*(button(label_of(talk, one), TieLine(found.id, one.id)) for one in shown)),
            *turning(talk, count, page, partial(AskTie, found.id)),
            *column(
                button(talk.t("None of these"), TieLine(found.id)) if found.consultation else None,
                button(talk.t("Back"), ShowLine(found.id)),
            ),
        ),
    )


def sure_to_remove(talk: Talk, found: CalendarLine) -> Message:
    """Whether it is meant."""
    return Message(
        body=paragraphs(
            quote(found.planned.act, LONGEST_SHOWN),
            talk.t(
                "Remove this line? If it only will not be consulted on, press “It will not be consulted on”: "
                "then the line stays."
            ),
        ),
        buttons=column(
            button(talk.t("Yes, remove it"), RemoveLine(found.id, 1)), button(talk.t("Back"), ShowLine(found.id))
        ),
    )


def added(talk: Talk, new: int, said: int) -> str:
    """How many were written down, and how many were there already."""
    there = said - new
    return lines(
        (
            talk.texts.n("{count} line added.", "{count} lines added.", new) if new else talk.t("Nothing was added."),
            talk.texts.n("{count} was there already.", "{count} were there already.", there) if there else "",
        )
    )


def ask_lines(talk: Talk, year: int, complaint: str = "", *, cut: bool = False) -> Message:
    """What shall be consulted on, one in a line; or the rest of what was `cut`."""
    if cut:
        return Message(
            title=talk.t("Annual calendar {year}", year=year),
            body=paragraphs(complaint, talk.t("Send the rest, or press “That was all”.")),
            buttons=column(choice(talk, talk.t("That was all"), "done"), leave(talk)),
        )
    return Message(
        title=talk.t("Annual calendar {year}", year=year),
        body=paragraphs(
            complaint,
            talk.t(
                "What do you mean to consult on? Write one act in a line, in Albanian. "
                "After it you may write the month, the way and the unit, with semicolons between them:"
            ),
            EXAMPLE,
        ),
        buttons=column(leave(talk)),
    )


def ask_line(talk: Talk, found: CalendarLine, complaint: str = "") -> Message:
    """The line anew, with what it says now to be copied."""
    now = as_typed(found.planned, partial(month_name, language="sq"))
    return Message(
        title=talk.t("Change the line"),
        body=paragraphs(
            complaint,
            talk.t("Write the line again: the act; the month; the way; the unit. Now it says:"),
            now,
        ),
        buttons=column(leave(talk)),
    )


def unclear(talk: Talk, found: UnclearLine) -> str:
    """What is wrong with a line; nothing was kept."""
    return talk.t(UNCLEAR[found.why], line=quote(found.words, LONGEST_SHOWN))
