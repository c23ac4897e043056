"""Sheets as people make them: whatever separates their cells, however their spreadsheet writes days."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Column, Table

from participation.people.model import Language
from participation.places import TextKey
from participation.reports.limits import WRITTEN
from participation.reports.model import Body
from participation.words import is_email, is_link, is_prefix
from storage.tables import (
    categories,
    category_labels,
    category_texts,
    emergency_numbers,
    institution_texts,
    institutions,
)

YES: Final = ("1", "yes", "true", "po")
NO: Final = ("", "0", "no", "false", "jo")
SEPARATORS: Final = ",;\t"
DAY: Final = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
NUMBER: Final = re.compile(r"-?[0-9]{1,9}")
TELEPHONE: Final = re.compile(r"\+?[0-9][0-9 ]+[0-9]")
CODE: Final = re.compile(r"[a-z][a-z0-9_]*")
CHOICES: Final[Mapping[Column[Any], Sequence[str]]] = {
    **{
        table.c.language: tuple(Language)
        for table in (institution_texts, emergency_numbers, category_labels, category_texts)
    },
    categories.c.passed_to: tuple(Body),
    institution_texts.c.key: tuple(TextKey),
}
"""Columns that know a few words only."""


@dataclass(frozen=True)
class Form:
    """What a cell has to look like, and the sentence for whoever wrote something else."""

    fits: Callable[[str], bool]
    sentence: str


def _between(least: int, most: int) -> Form:
    numbers = range(least, most + 1)
    return Form(
        lambda said: NUMBER.fullmatch(said) is not None and int(said) in numbers,
        f"it is a number from {least} to {most}",
    )


WITHIN: Final = Form(
    lambda said: WRITTEN.fullmatch(said) is not None, "it is a number of hours or of working days, like 4h or 10d"
)
FORMS: Final[Mapping[Column[Any], Form]] = {
    institutions.c.email: Form(is_email, "it is an e-mail address, like bashkia@example.al"),
    institutions.c.register_url: Form(is_link, "it is a link, like https://register.example/109"),
    institutions.c.prefix: Form(is_prefix, "it is one to six letters from A to Z"),
    institutions.c.answer_days: _between(1, 250),
    institutions.c.keep_days: _between(30, 3650),
    institutions.c.smallest: _between(1, 100),
    emergency_numbers.c.number: Form(
        lambda said: TELEPHONE.fullmatch(said) is not None, "it is a telephone number, like 112 or +355 4 222 2222"
    ),
    emergency_numbers.c.rank: _between(-999, 999),
    categories.c.code: Form(lambda said: CODE.fullmatch(said) is not None, "it is small letters from a to z and _"),
    categories.c.rank: _between(-999, 999),
    categories.c.read_within: WITHIN,
    categories.c.answer_within: WITHIN,
}
"""Columns that know one form only."""
PAST: Final = (emergency_numbers.c.checked_on,)
"""Columns whose days have come already."""


class BadSheet(Exception):  # noqa: N818  the name says it
    """The sheet cannot be read; each problem is a line."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Line:
    """A row of a sheet, the line on which it begins, and what is wrong with its cells."""

    number: int
    values: Mapping[str, Any]
    problems: Sequence[str] = ()


def lines_in(text: str, table: Table, today: date) -> list[Line]:
    """The rows of a sheet as values of the table.

    Raises BadSheet where the names of the columns are no names of its columns.
    """
    records = list(_records(text.removeprefix("\ufeff")))
    if not records:
        raise BadSheet([f"the file is empty; its first line names the columns: {_names(table)}"])
    (_, header), *rows = records
    names = [name.strip().casefold() for name in header]
    if problems := list(_wrong_names(names, table)):
        raise BadSheet(problems)
    return [_line(number, cells, names, table, today) for number, cells in rows]


def value_in(column: Column[Any], said: str, today: date = date.max) -> Any:
    """The value of a cell.

    Raises ValueError with what it should be.
    """
    said = said.strip()
    kind = column.type.python_type
    if kind is bool:
        return _yes_or_no(said)
    if not said:
        if column.nullable or numbers_itself(column):
            return None
        raise ValueError("it is empty")
    if column in CHOICES:
        return _one_of(CHOICES[column], said)
    if column in FORMS and not FORMS[column].fits(said):
        raise ValueError(FORMS[column].sentence)
    if len(said) > (longest := getattr(column.type, "length", None) or len(said)):
        raise ValueError(f"it has at most {longest} letters")
    value = READERS.get(kind, str)(said)
    if column in PAST and value > today:
        raise ValueError("it is a day that has come")
    return value


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that says something, with the line on which it begins."""
    first = text.lstrip().partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(SEPARATORS, key=first.count))
    begins = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield begins, cells
        begins = reader.line_num + 1


def _names(table: Table) -> str:
    return ", ".join(column.name for column in table.c)


def _wrong_names(names: Sequence[str], table: Table) -> Iterator[str]:
    for name in dict.fromkeys(names):
        if name not in table.c:
            yield f"line 1: there is no column {name!r}; there are {_names(table)}"
        elif names.count(name) > 1:
            yield f"line 1: the column {name} stands twice"
    for column in table.c:
        if column.name not in names and not (column.nullable or column.server_default or numbers_itself(column)):
            yield f"line 1: the column {column.name} is missing"


def _line(number: int, cells: Sequence[str], names: Sequence[str], table: Table, today: date) -> Line:
    """What a row says, and what it says wrongly."""
    if len(cells) != len(names):
        counted = f"{len(cells)} cells for {len(names)} columns"
        return Line(number, {}, [f"line {number}: {counted}; text with a separator needs quotes"])
    values: dict[str, Any] = {}
    problems = []
    for name, said in zip(names, cells, strict=True):
        try:
            value = value_in(table.c[name], said, today)
        except ValueError as wrong:
            problems.append(f"line {number}, {name}: {wrong}" + (f", not {said.strip()!r}" if said.strip() else ""))
            continue
        if value is not None or not numbers_itself(table.c[name]):
            values[name] = value
    return Line(number, values, problems)


def numbers_itself(column: Column[Any]) -> bool:
    """A number that the database gives by itself: an empty one means a new row."""
    return column.primary_key and column.type.python_type is int and len(column.table.primary_key.columns) == 1


def _yes_or_no(said: str) -> bool:
    if said.casefold() not in (*YES, *NO):
        raise ValueError("it is yes or no")
    return said.casefold() in YES


def _one_of(words: Sequence[str], said: str) -> str:
    if said.casefold() not in words:
        raise ValueError(f"it is {' or '.join(words)}")
    return said.casefold()


def _day(said: str) -> date:
    try:
        found = DAY.fullmatch(said)
        return date(*map(int, reversed(found.groups()))) if found else date.fromisoformat(said)
    except ValueError:
        raise ValueError("it is a day, like 31.12.2027 or 2027-12-31") from None


def _number(said: str) -> int:
    if not NUMBER.fullmatch(said):
        raise ValueError("it is a number")
    return int(said)


READERS: Final[Mapping[type, Any]] = {date: _day, int: _number}
