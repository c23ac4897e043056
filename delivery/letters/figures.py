"""Figures of safety reports in words: as a message, as what stands beneath a chart, and as sheets."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from locales.texts import Texts, mark
from locales.words import OUTCOMES, SPANS
from participation.layout import lines, paragraphs
from participation.messages import Message
from participation.reports.figures import (
    ALL,
    JOINED,
    LONG,
    NOWHERE,
    OVER,
    STILL_OPEN,
    YES,
    Figures,
    Labels,
    Period,
    Table,
)
from participation.reports.hiding import Cell
from participation.reports.model import OTHER
from participation.reports.sheets import Part, Sheet

HEADINGS: Final[Mapping[Table, str]] = {
    Table.CATEGORY: mark("By category"),
    Table.AREA: mark("By area"),
    Table.OUTCOME: mark("What came of them"),
}
TOLD: Final = mark("Known and not solved yet, in the coordinators' words")
MOST_TOLD: Final = 5
"""So many stand in a message; all of them are in the file."""
WHOLE: Final[Mapping[tuple[Table, str], str]] = {
    (Table.ALL, ALL): mark("Received"),
    (Table.ACTED_ON, YES): mark("Something was done"),
    (Table.PASSED_ON, YES): mark("Passed on"),
}
"""Rows of which the sums are made, each of its table."""
ENDS: Final[Mapping[str, str]] = {
    **OUTCOMES,
    JOINED: mark("Joined to another report"),
    STILL_OPEN: mark("Still open"),
}


def said(cell: Cell, texts: Texts) -> str:
    """What is shown of a count."""
    if cell.number is not None:
        return texts.number(cell.number)
    if cell.most is None:
        return texts.t("{count} or more", count=cell.least) if cell.least else texts.t("not shown")
    if cell.least:
        return texts.t("{least} to {most}", least=cell.least, most=cell.most)
    return texts.t("fewer than {count}", count=cell.most + 1)


def stretch(period: Period, texts: Texts) -> str:
    """From which day to which."""
    return f"{texts.short_day(period.first)} – {texts.short_day(period.last)}"


def label(table: str, row: str, labels: Labels, texts: Texts) -> str:
    """What a row is called."""
    if table == Table.AREA and row == NOWHERE:
        return texts.t("No area given")
    if table == Table.OUTCOME:
        return texts.t(ENDS[row])
    return labels[Table(table)].get(row, row)


def card(found: Figures, labels: Labels, institution: str, texts: Texts) -> Message:
    """All of it as text, for whoever sees no picture."""
    tables = (table_of(table, found, labels, texts) for table in HEADINGS)
    return Message(
        title=texts.t("Safety reports in figures"),
        body=paragraphs(
            lines((institution, *times(found, texts))),
            summary(found, texts),
            *tables,
            told(found, labels, texts),
            lines(notes(found, texts)),
        ),
    )


def times(found: Figures, texts: Texts) -> Sequence[str]:
    """Of which time, beside which."""
    return (
        texts.t("{span}: {days}", span=texts.t(SPANS[found.span]), days=stretch(found.period, texts)),
        texts.t("Before: {days}", days=stretch(found.before, texts)),
    )


def summary(found: Figures, texts: Texts) -> str:
    """The sums, and what was open."""
    wholes = (
        line(texts.t(name), found.now[table][row], found.then[table][row], texts)
        for (table, row), name in WHOLE.items()
    )
    return lines((*wholes, *(f"{name}: {said(cell, texts)}" for name, cell in waiting(found, texts))))


def waiting(found: Figures, texts: Texts) -> Sequence[tuple[str, Cell]]:
    """What was open when the time ended, or is today where it has not."""
    is_over = found.period.last < found.made_on
    day = texts.short_day(found.period.last)
    name = texts.t("Not closed on {day}", day=day) if is_over else texts.t("Not closed yet")
    return (
        (name, found.open[Table.ALL][ALL]),
        (texts.t("Of these for more than {days} days", days=LONG), found.open[OVER][YES]),
    )


def line(name: str, now: Cell, then: Cell, texts: Texts) -> str:
    """A count and what it was before."""
    return texts.t("{name}: {now} (before: {then})", name=name, now=said(now, texts), then=said(then, texts))


def table_of(table: Table, found: Figures, labels: Labels, texts: Texts) -> str:
    """A table as lines; rows in which nothing is shown stand together at its end, without their names if all are so."""
    told: list[str] = []
    silent: dict[str, list[str]] = {}
    for row, now in found.now[table].items():
        then = found.then[table][row]
        name = label(table, row, labels, texts)
        if now == then and not now.least:
            silent.setdefault(said(now, texts), []).append(name)
        else:
            told.append("• " + line(name, now, then, texts))
    if not told and len(silent) == 1:
        return lines((texts.t(HEADINGS[table]), texts.t("Everywhere, both times: {count}", count=next(iter(silent)))))
    rest = (
        # names have commas of their own
        texts.t("Both times {count}: {names}", count=count, names="; ".join(them))
        for count, them in silent.items()
    )
    return lines((texts.t(HEADINGS[table]), *told, *rest))


def told(found: Figures, labels: Labels, texts: Texts) -> str:
    """What the coordinators chose to tell of single problems, the newest ones."""
    if not found.known:
        return ""
    shown = (f"• {kind}: “{words}”" for kind, words in _chosen(found, labels)[:MOST_TOLD])
    more = len(found.known) - MOST_TOLD
    rest = texts.n("{count} more is in the file.", "{count} more are in the file.", more) if more > 0 else ""
    return lines((texts.t(TOLD), *shown, rest))


def _chosen(found: Figures, labels: Labels) -> Sequence[tuple[str, str]]:
    kinds = labels[Table.CATEGORY]
    return [(kinds.get(one.category, kinds[OTHER]), one.words) for one in found.known]


def notes(found: Figures, texts: Texts) -> Iterator[str]:
    """What one has to know to read them."""
    if found.smallest > 1:
        yield texts.t(
            "Counts below {count} are hidden, so that nobody is recognised, and so is what would give them away.",
            count=found.smallest,
        )
    if found.guarded:
        yield texts.t("What only the protection contact reads is not counted here.")
    if found.gone:
        yield texts.t("Reports whose time was over have been deleted and are not counted.")


def sheet(found: Figures, labels: Labels, institution: str, texts: Texts) -> Sheet:
    """The same, no more and no less, for a spreadsheet."""
    columns = ("", texts.t("Number"), texts.t("Before"))
    summed = tuple(
        (texts.t(name), _cell(found.now[table][row], texts), _cell(found.then[table][row], texts))
        for (table, row), name in WHOLE.items()
    )
    opened = tuple((name, _cell(cell, texts), "") for name, cell in waiting(found, texts))
    tables = (
        Part(
            texts.t(heading),
            columns,
            tuple(
                (label(table, row, labels, texts), _cell(cell, texts), _cell(found.then[table][row], texts))
                for row, cell in found.now[table].items()
            ),
        )
        for table, heading in HEADINGS.items()
    )
    made = texts.t("Made on {day}", day=texts.short_day(found.made_on))
    return Sheet(
        texts.t("Safety reports in figures"),
        (institution, *times(found, texts), made, *notes(found, texts)),
        (Part(texts.t("Summary"), columns, (*summed, *opened)), *tables, *_known(found, labels, texts)),
    )


def _known(found: Figures, labels: Labels, texts: Texts) -> Sequence[Part]:
    columns = (texts.t("Category"), texts.t("What citizens read"))
    return (Part(texts.t(TOLD), columns, tuple(_chosen(found, labels))),) if found.known else ()


def _cell(cell: Cell, texts: Texts) -> int | str:
    return said(cell, texts) if cell.number is None else cell.number
