"""Statements that are made once, with named blanks, for the few that every update and every parcel asks.

To build, look up and run such a statement anew each time costs SQLAlchemy ten times what SQLite needs to answer it. At
home in SQLite's thread a prepared one is plain text with its values in order; elsewhere it runs as any other.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Dialect, Executable
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

Change = Callable[[Any], Any]


class Row(Protocol):
    """A row by the names of its columns, whoever read it."""

    def __getitem__(self, name: str, /) -> Any: ...

    def keys(self) -> Iterable[str]:
        """The names of the columns."""
        ...

    def values(self) -> Iterable[Any]:
        """What stands in it, in the order of the columns."""
        ...


@dataclass(frozen=True)
class Plain:
    """A statement as its driver reads it."""

    words: str
    blanks: Sequence[str]
    """Their names, in the order in which their values stand in it."""
    to: Sequence[tuple[int, Change]]
    """The blanks that are written otherwise than they are given."""
    constants: Mapping[str, Any]
    columns: Sequence[str]
    back: Sequence[tuple[str, Change]]
    """The columns that are read otherwise than they are written."""

    def values(self, given: Mapping[str, Any]) -> Sequence[Any]:
        """The values of its blanks, as the driver wants them.

        Raises KeyError for one that is missing.
        """
        whole = {**self.constants, **given} if self.constants else given
        found = [whole[name] for name in self.blanks]
        for place, change in self.to:
            found[place] = change(found[place])
        return found

    def row(self, found: Sequence[Any]) -> Row:
        """What it answers with, by the names of the columns."""
        row = dict(zip(self.columns, found, strict=True))
        for name, change in self.back:
            row[name] = change(row[name])
        return row


class Prepared:
    """A statement with blanks, made once."""

    def __init__(self, statement: Executable) -> None:
        self.statement = statement
        self._plain: dict[str, Plain] = {}

    def plain(self, dialect: Dialect) -> Plain:
        """Its text in a dialect."""
        if dialect.name not in self._plain:
            self._plain[dialect.name] = _plain(self.statement, dialect)
        return self._plain[dialect.name]


def _plain(statement: Executable, dialect: Dialect) -> Plain:
    assert isinstance(statement, ClauseElement)
    compiled = statement.compile(dialect=dialect)
    assert isinstance(compiled, SQLCompiler)
    blanks = compiled.positiontup or ()
    columns = {column.key: column.type for column in getattr(statement, "exported_columns", ()) if column.key}
    to = ((place, _to(compiled.binds[name].type, dialect)) for place, name in enumerate(blanks))
    back = ((name, _from(kind, dialect)) for name, kind in columns.items())
    return Plain(
        words=str(compiled),
        blanks=blanks,
        to=[(place, change) for place, change in to if change],
        constants={name: bind.effective_value for name, bind in compiled.binds.items() if not bind.required},
        columns=list(columns),
        back=[(name, change) for name, change in back if change],
    )


def _to(kind: TypeEngine[Any], dialect: Dialect) -> Change | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _from(kind: TypeEngine[Any], dialect: Dialect) -> Change | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
