"""The rows an administrator edits, as sheets: out as CSV, changed in any spreadsheet, and back in.

An institution, its areas, its own texts, numbers to call, kinds of danger and days off are rows, not code.
"""

import csv
import io
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import date, time
from typing import Final

from sqlalchemy import Table, select
from sqlalchemy.exc import IntegrityError

from storage.cells import BadSheet, Line, lines_in, value_in
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
        lines = lines_in(text, table)
        if problems := [problem for line in lines async for problem in self._put(line, table)]:
            raise BadSheet(problems)
        return len(lines)

    async def _put(self, line: Line, table: Table) -> AsyncIterator[str]:
        """Put a row in its place, or say why it has none."""
        keys = [column.name for column in table.primary_key.columns]
        put = insert(table).values(line.values)
        rest = {name: value for name, value in line.values.items() if name not in keys}
        try:
            async with self._connection.begin_nested():
                await self._run(put.on_conflict_do_update(keys, set_=rest) if set(keys) <= set(line.values) else put)
        except IntegrityError as error:
            yield f"line {line.number}: {_clash(error)}"

    async def take_out(self, name: str, key: Sequence[str]) -> int:
        """Remove the row of this key, which has a word for each of the columns that name a row; returns how many went.

        Raises BadSheet where the key is none, or where other rows depend on its row.
        """
        table = EDITABLE[name]
        columns = list(table.primary_key.columns)
        if len(key) != len(columns):
            raise BadSheet([f"a row of {name} is named by {', '.join(column.name for column in columns)}"])
        try:
            same = [column == value_in(column, said) for column, said in zip(columns, key, strict=True)]
            return await self._run(table.delete().where(*same))
        except ValueError as wrong:
            raise BadSheet([f"{' '.join(key)}: {wrong}"]) from None
        except IntegrityError:
            raise BadSheet([f"{' '.join(key)}: other rows depend on it"]) from None


def _clash(error: IntegrityError) -> str:
    if getattr(error.orig, "sqlite_errorname", "") == "SQLITE_CONSTRAINT_FOREIGNKEY":
        return "it names a row that does not exist; `bashke places` shows the numbers"
    return "it repeats another row"


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
