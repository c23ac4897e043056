"""What every installation begins with: the files in `data/`, each loaded once, into a table that is still empty.

Never again: what an administrator edited or removed stays so.
"""

import csv
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.ext.asyncio import AsyncConnection

from participation.people.model import Language
from storage.dialect import Dialect, insert
from storage.tables import categories, category_labels, days_off, emergency_numbers, municipalities, notes, units

DATA = Path(__file__).parent / "data"
Row = dict[str, str]
Ids = dict[str, int]


def lines_of(name: str) -> list[Row]:
    """The lines of a data file."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


async def seed(connection: AsyncConnection, dialect: Dialect) -> None:
    """Fill every table of the data files that was never filled."""
    for table, rows in TABLES:
        filled = insert(notes).values(name=f"filled {table.name}", value="").on_conflict_do_nothing()
        is_new = (await connection.execute(filled)).rowcount
        if is_new and not (await connection.execute(select(table).limit(1))).first():
            await connection.execute(table.insert(), list(rows(await _numbers_of_municipalities(connection))))
            await dialect.count_on(connection, table)


async def _numbers_of_municipalities(connection: AsyncConnection) -> Ids:
    found = await connection.execute(select(municipalities.c.name, municipalities.c.id))
    return {row.name: row.id for row in found}


def _municipalities(_ids: Ids) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines_of("municipalities"), 1):
        yield {"id": number, **line}


def _units(ids: Ids) -> Iterator[dict[str, Any]]:
    for line in lines_of("units"):
        if line["municipality"] in ids:
            yield {"municipality": ids[line["municipality"]], "name": line["name"]}


def _emergency_numbers(_ids: Ids) -> Iterator[dict[str, Any]]:
    for rank, line in enumerate(lines_of("emergency_numbers")):
        checked_on = date.fromisoformat(line["checked_on"])
        for language in Language:
            common = {
                "number": line["number"],
                "checked_on": checked_on,
                "listens": line["listens"] == "yes",
                "rank": rank,
            }
            yield {**common, "language": language.value, "label": line[language.value]}


def _categories(_ids: Ids) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines_of("report_categories"), 1):
        says = {name: line[name] == "yes" for name in ("urgent", "helps")}
        within = {name: line[name] for name in ("read_within", "answer_within")}
        row = {"id": number, "code": line["code"], "rank": number, **says, **within}
        yield {**row, "passed_to": line["passed_to"] or None}


def _category_labels(_ids: Ids) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines_of("report_categories"), 1):
        for language in Language:
            yield {"category": number, "language": language.value, "label": line[language.value]}


def _days_off(ids: Ids) -> Iterator[dict[str, Any]]:
    for line in lines_of("days_off"):
        where = {"municipality": ids.get(line["municipality"])}
        what = {"name": line["name"], "worked": False, "source": line["source"]}
        yield {"day": date.fromisoformat(line["day"]), **where, **what}


TABLES: tuple[tuple[Table, Callable[[Ids], Iterator[dict[str, Any]]]], ...] = (
    (municipalities, _municipalities),
    (units, _units),
    (emergency_numbers, _emergency_numbers),
    (categories, _categories),
    (category_labels, _category_labels),
    (days_off, _days_off),
)
"""In the order in which they refer to each other."""
