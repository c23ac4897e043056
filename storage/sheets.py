"""The rows an administrator edits, as sheets: out as CSV, changed in any spreadsheet, and back in.

An institution, its areas, its own texts, numbers to call, kinds of danger and days off are rows, not code.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any, Final

from sqlalchemy import Column, Table, select
from sqlalchemy.exc import IntegrityError

from storage.desks.desk import Desk
from storage.dialect import insert
from storage.tables import (
    categories,
    category_labels,
    days_off,
    emergency_numbers,
    institution_texts,
    institutions,
    units,
)

EDITABLE: Final[Mapping[str, Table]] = {
    table.name: table
    for table in (institutions, institution_texts, units, days_off, emergency_numbers, categories, category_labels)
}
YES: Final = ("1", "yes", "true", "po")
NO: Final = ("", "0", "no", "false", "jo")


class BadSheet(Exception):  # noqa: N818  the name says it
    """The sheet cannot be read; each problem is a line."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


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

    async def read_in(self, name: str, text: str) -> int:
        """Put every line of a sheet in its place: a known key is changed, a new one is added; returns how many.

        Raises BadSheet with every problem, and then nothing is changed.
        """
        table = EDITABLE[name]
        lines = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
        rows = list(_rows(table, lines))
        keys = [column.name for column in table.primary_key.columns]
        for number, row in enumerate(rows, 2):
            put = insert(table).values(row)
            rest = {name: value for name, value in row.items() if name not in keys}
            try:
                await self._run(put.on_conflict_do_update(keys, set_=rest) if set(keys) <= set(row) else put)
            except IntegrityError:
                raise BadSheet([f"line {number}: it repeats another row, or names one that does not exist"]) from None
        return len(rows)

    async def take_out(self, name: str, key: str) -> int:
        """Remove the row whose first key is this; returns how many went."""
        table = EDITABLE[name]
        column = next(iter(table.primary_key.columns))
        try:
            return await self._run(table.delete().where(column == _read(column, key)))
        except IntegrityError:
            raise BadSheet([f"{key}: other rows depend on it"]) from None


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


def _rows(table: Table, lines: list[dict[str, str]]) -> Iterator[dict[str, Any]]:
    problems: list[str] = []
    rows: list[dict[str, Any]] = []
    for number, line in enumerate(lines, 2):
        row: dict[str, Any] = {}
        for name, said in line.items():
            if name not in table.c:
                problems.append(f"line {number}: there is no column {name}")
                continue
            try:
                row[name] = _read(table.c[name], said or "")
            except ValueError:
                problems.append(f"line {number}, {name}: this cannot be read: {said!r}")
        rows.append(
            {name: value for name, value in row.items() if value is not None or not _is_number_key(table, name)}
        )
    if problems:
        raise BadSheet(problems)
    yield from rows


def _is_number_key(table: Table, name: str) -> bool:
    """A number that the database gives by itself: an empty one means a new row."""
    column = table.c[name]
    return column.primary_key and column.type.python_type is int and len(table.primary_key.columns) == 1


def _read(column: Column[Any], said: str) -> Any:
    """The value of a cell."""
    said = said.strip()
    kind = column.type.python_type
    if kind is bool:
        if said.casefold() not in (*YES, *NO):
            raise ValueError(said)
        return said.casefold() in YES
    if not said:
        if column.nullable or column.primary_key:
            return None
        raise ValueError(said)
    if kind in {date, time}:
        return kind.fromisoformat(said)
    return kind(said)
