"""The safety reports that came in, a page at a time: all of them, or a part of them that was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, column, grid
from handlers.views.pages import LABEL, counted, turning
from handlers.views.publishing import to_desk
from locales.texts import mark
from participation import desk_actions
from participation.desk_actions import ShowInbox
from participation.ids import UnitId
from participation.layout import button
from participation.messages import Button, Message, Rows
from participation.packing import Action
from participation.people.model import Right
from participation.reports.inbox import ANYWHERE, Shelves, Sieve
from participation.reports.life import State
from participation.reports.limits import is_late
from participation.reports.model import OTHER, Report, View
from participation.words import quote


@dataclass(frozen=True)
class AskCategory(Action):
    """Ask of which category the reports of a view shall be, in an area if one was chosen."""

    tag: ClassVar[str] = "qk"
    view: str
    area: int


@dataclass(frozen=True)
class AskArea(Action):
    """Ask of which area the reports of a view shall be, of a category if one was chosen."""

    tag: ClassVar[str] = "qu"
    view: str
    category: int


VIEWS: Final[Mapping[View, str]] = {
    View.NEW: mark("New ones"),
    View.MINE: mark("Mine"),
    View.FREE: mark("Nobody's"),
    View.LATE: mark("Late ones"),
    View.OPEN: mark("Open ones"),
    View.CLOSED: mark("Closed or joined"),
}
"""What stands on the buttons, in their order."""
FROM_A_LIST: Final = -1
"""The first page, asked for by a list: 0 comes from other messages, which must not be written over."""


@dataclass(frozen=True)
class Listed:
    """A page of what a sieve lets through, and how many there are in each view."""

    sieve: Sieve
    shelves: Shelves
    shown: Sequence[Report]
    count: int
    page: int
    views: Mapping[View, int]


def number_of(category: str, shelves: Shelves) -> int:
    """By which a button names a category: its code stays off the buttons."""
    return shelves.numbers[category] if category else 0


def through(sieve: Sieve, shelves: Shelves, page: int = FROM_A_LIST) -> Action:
    """The way to what a sieve lets through."""
    if sieve == Sieve():
        return desk_actions.ShowReports(page)
    return ShowInbox(sieve.view, number_of(sieve.category, shelves), sieve.area, page)


def reports(talk: Talk, listed: Listed) -> Message:
    """A page of the reports, those not read yet first."""
    whole = listed.sieve == Sieve()
    ways = (_to_figures(talk) if whole else _to_all(talk), to_desk(talk))
    if not listed.count:
        body = talk.t("No report has come in.") if whole else talk.t("There is nothing here now.")
        return Message(
            title="" if whole else _title(talk, listed.sieve, listed.shelves), body=body, buttons=column(*ways)
        )
    turn = partial(through, listed.sieve, listed.shelves)
    return Message(
        title=_title(talk, listed.sieve, listed.shelves),
        body=_unread(talk, listed.views[View.NEW])
        if whole
        else talk.texts.n("{count} report", "{count} reports", listed.count),
        buttons=(
            *column(
                *(button(label_of(talk, one, listed.shelves), desk_actions.ShowReport(one.id)) for one in listed.shown)
            ),
            *turning(talk, listed.count, listed.page, turn),
            *(grid(_to_views(talk, listed)) if whole else ()),
            *_narrower(talk, listed),
            *column(*ways),
        ),
    )


def _title(talk: Talk, sieve: Sieve, shelves: Shelves) -> str:
    """What is shown, and what of it."""
    what = (
        talk.t(VIEWS[sieve.view]) if sieve.view in VIEWS else "",
        shelves.categories.get(sieve.category, ""),
        shelves.areas.get(sieve.area, ""),
    )
    named = ", ".join(filter(None, what))
    return talk.t("Safety reports: {what}", what=named) if named else talk.t("Safety reports")


def _unread(talk: Talk, count: int) -> str:
    if not count:
        return talk.t("There is nothing new.")
    return talk.texts.n("{count} report has something new.", "{count} reports have something new.", count)


def _to_views(talk: Talk, listed: Listed) -> list[Button]:
    """The views that hold something, but not all there is: that is on the screen already."""
    return [
        button(counted(talk.t(label), listed.views[view]), through(Sieve(view), listed.shelves))
        for view, label in VIEWS.items()
        if 0 < listed.views[view] < listed.count
    ]


def _narrower(talk: Talk, listed: Listed) -> Rows:
    """By what is not chosen yet, where there is more than one to choose from."""
    sieve, shelves = listed.sieve, listed.shelves
    if listed.count == 1:
        return ()
    kinds = not sieve.category and len(shelves.categories) > 1
    areas = sieve.area == ANYWHERE and len(shelves.areas) > 1
    return grid(
        [
            *([button(talk.t("By category"), AskCategory(sieve.view, sieve.area))] if kinds else []),
            *([button(talk.t("By area"), AskArea(sieve.view, number_of(sieve.category, shelves)))] if areas else []),
        ]
    )


def _to_figures(talk: Talk) -> Button | None:
    """The way to how many there are, for those who may read that."""
    return button(talk.t("Figures"), desk_actions.ShowFigures()) if talk.where(Right.COUNT) else None


def _to_all(talk: Talk) -> Button:
    return button(talk.t("All reports"), desk_actions.ShowReports(FROM_A_LIST))


def label_of(talk: Talk, report: Report, shelves: Shelves) -> str:
    """The receipt and the category; words of a report stay off the buttons."""
    category = shelves.categories.get(report.account.category) or shelves.categories[OTHER]
    if report.state is State.DELIVERED:
        said = talk.t("New – {receipt}: {category}", receipt=report.receipt, category=category)
    elif report.said:
        said = talk.t("Said more – {receipt}: {category}", receipt=report.receipt, category=category)
    elif is_late(report.state, report.due, talk.now):
        said = talk.t("Late – {receipt}: {category}", receipt=report.receipt, category=category)
    else:
        return quote(f"{report.receipt}: {category}", LABEL)
    return quote(talk.t("Urgent! {report}", report=said) if report.urgent else said, LABEL)


def which_category(talk: Talk, sieve: Sieve, shelves: Shelves, counts: Mapping[str, int]) -> Message:
    """Of which category, with how many there are."""
    kinds = [
        (label, counts[code], replace(sieve, category=code))
        for code, label in shelves.categories.items()
        if code in counts
    ]
    return _which(talk, talk.t("Which category?"), sieve, shelves, kinds)


def which_area(talk: Talk, sieve: Sieve, shelves: Shelves, counts: Mapping[UnitId, int]) -> Message:
    """Of which area, with how many there are."""
    areas = [(name, counts[unit], replace(sieve, area=unit)) for unit, name in shelves.areas.items() if unit in counts]
    return _which(talk, talk.t("Which area?"), sieve, shelves, areas)


def _which(talk: Talk, asked: str, sieve: Sieve, shelves: Shelves, rows: Sequence[tuple[str, int, Sieve]]) -> Message:
    buttons = [button(counted(quote(name, LABEL), count), through(into, shelves)) for name, count, into in rows]
    back = button(talk.t("Back"), through(sieve, shelves))
    return Message(
        title=_title(talk, sieve, shelves),
        body=asked if buttons else talk.t("There is nothing here now."),
        buttons=(*grid(buttons), *column(back)),
    )


def no_such_shelf(talk: Talk) -> Message:
    """The category or the area of a button is not in the list any more."""
    body = talk.t("What you chose is not in the list any more. The reports themselves are still here.")
    return Message(body=body, buttons=column(_to_all(talk), to_desk(talk)))
