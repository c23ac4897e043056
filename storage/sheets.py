"""The rows an administrator edits, as sheets: out as CSV, changed in any spreadsheet, and back in.

An institution, its areas, its own texts, numbers to call, kinds of danger and days off are rows, not code.
"""

import csv
import io
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import date, time
from typing import Any, Final

from sqlalchemy import Column, Table, func, select
from sqlalchemy.exc import IntegrityError

from storage.cells import BadSheet, Line, lines_in, numbers_itself, value_in
from storage.connection import savepoint
from storage.desks.desk import Desk
from storage.dialect import insert
from storage.tables import (
    categories,
    category_labels,
    category_texts,
    days_off,
    emergency_numbers,
    institution_texts,
    institutions,
    units,
)

EDITABLE: Final[Mapping[str, Table]] = {
    table.name: table
    for table in (
        *(institutions, institution_texts, units, days_off, emergency_numbers),
        *(categories, category_labels, category_texts),
    )
}
SINGLE: Final[Mapping[str, Sequence[Column[Any]]]] = {
    days_off.name: (days_off.c.day, days_off.c.municipality, days_off.c.institution),
    categories.name: (categories.c.institution, categories.c.code),
}
"""What no two rows may share though a cell of it may be empty: to SQLite no empty cell is like another."""
SHOWN_BY: Final[Mapping[str, str]] = {categories.name: "`bashke rows categories`"}


class _Repeats(Exception):  # noqa: N818  the name says it
    """There is such a row already."""


class Sheets(Desk):
    """Writes sheets out and reads them back."""

    async def write_out(self, name: str) -> str:
        """A table as CSV, with the names of its columns on top."""
        table = EDITABLE[name]
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(column.name for column in table.c)
        for row in await self._all(select(table).order_by(*table.primary_key.columns)):
            writer.writerow(_said(row[column.name]) for column in table.c)
        return out.getvalue()

    async def read_in(self, name: str, text: str, *, today: date = date.max) -> int:
        """Put every line of a sheet in its place: a known key is changed, a new one is added; returns how many.

        What has happened already has happened by `today`.
        Raises BadSheet with every problem, and then nothing is changed.
        """
        table = EDITABLE[name]
        lines = lines_in(text, table, today)
        if problems := [problem async for problem in self._put_all(lines, table)]:
            raise BadSheet(problems)
        return len(lines)

    async def _put_all(self, lines: Sequence[Line], table: Table) -> AsyncIterator[str]:
        """Put the rows in their places, and say of each that has none why."""
        keys = [column.name for column in table.primary_key.columns]
        seen: dict[tuple[object, ...], int] = {}
        for line in lines:
            key = tuple(line.values.get(name) for name in keys)
            first = line.number if None in key else seen.setdefault(key, line.number)
            problems = [*line.problems, *[problem async for problem in self._astray(line, table)]]
            if first != line.number:
                problems.append(f"line {line.number}: it is about the same row as line {first}")
            if not problems and not await self._put(line, table, keys):
                problems.append(f"line {line.number}: it repeats another row")
            for problem in problems:
                yield problem

    async def _astray(self, line: Line, table: Table) -> AsyncIterator[str]:
        """The cells of a row that name a row which does not exist."""
        for column in table.c:
            value = line.values.get(column.name)
            for named in _rows_named_by(column) if value is not None else ():
                if await self._find(select(named).where(named == value)) is None:
                    yield f"line {line.number}, {column.name}: there is no row {value}; {_hint(column, named)}"

    async def _put(self, line: Line, table: Table, keys: Sequence[str]) -> bool:
        """Put a row in its place, unless there is another like it."""
        put = insert(table).values(line.values)
        rest = {name: value for name, value in line.values.items() if name not in keys}
        try:
            async with savepoint(self._connection):
                await self._run(
                    put.on_conflict_do_update(index_elements=keys, set_=rest) if set(keys) <= set(line.values) else put
                )
                await self._refuse_repeats(table)
        except (IntegrityError, _Repeats):
            return False
        return True

    async def _refuse_repeats(self, table: Table) -> None:
        if (columns := SINGLE.get(table.name)) is None:
            return
        twice = select(func.count()).select_from(table).group_by(*columns).having(func.count() > 1)
        if await self._find(twice.limit(1)) is not None:
            raise _Repeats

    async def take_out(self, name: str, key: Sequence[str]) -> int:
        """Remove the row of this key, which has a word for each of the columns that name a row; returns how many went.

        Raises BadSheet where the key is none, or where its row is needed.
        """
        table = EDITABLE[name]
        columns = list(table.primary_key.columns)
        if len(key) != len(columns):
            raise BadSheet([f"a row of {name} is named by {', '.join(column.name for column in columns)}"])
        try:
            same = [column == value_in(column, said) for column, said in zip(columns, key, strict=True)]
            gone = await self._run(table.delete().where(*same))
        except ValueError as wrong:
            raise BadSheet([f"{' '.join(key)}: {wrong}"]) from None
        except IntegrityError:
            raise BadSheet([f"{' '.join(key)}: other rows depend on it"]) from None
        if table is emergency_numbers and gone:
            await self._keep_a_number(*key)
        return gone

    async def _keep_a_number(self, gone: str, language: str) -> None:
        """Whoever is in danger reads whom to call."""
        left = select(emergency_numbers.c.number).where(emergency_numbers.c.language == language.casefold())
        if await self._find(left) is None:
            raise BadSheet([f"{gone} {language}: no number to call would be left in {language}; add another one first"])


def _rows_named_by(column: Column[Any]) -> Sequence[Column[Any]]:
    """The columns that have to know what stands in a cell: an own number is one that was given."""
    return [column] if numbers_itself(column) else [key.column for key in column.foreign_keys]


def _hint(column: Column[Any], named: Column[Any]) -> str:
    if named is column:
        return "leave it empty for a new one"
    return f"{SHOWN_BY.get(named.table.name, '`bashke places`')} shows the numbers"


def _said(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)
