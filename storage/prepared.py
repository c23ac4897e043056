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

Change = Callable[[Any], Any] | None


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
    blanks: Sequence[tuple[str, Change]]
    """Their names, in the order in which their values stand in it."""
    constants: Mapping[str, Any]
    columns: Sequence[tuple[str, Change]]

    def values(self, given: Mapping[str, Any]) -> tuple[Any, ...]:
        """The values of its blanks, as the driver wants them.

        Raises KeyError for one that is missing.
        """
        constants = self.constants
        found = [given[name] if name in given else constants[name] for name, _ in self.blanks]
        return tuple(
            value if change is None else change(value) for value, (_, change) in zip(found, self.blanks, strict=True)
        )

    def row(self, found: Sequence[Any]) -> Row:
        """What it answers with, by the names of the columns."""
        return {
            name: value if change is None else change(value)
            for value, (name, change) in zip(found, self.columns, strict=True)
        }


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
    blanks = [(name, _to(compiled.binds[name].type, dialect)) for name in compiled.positiontup or ()]
    constants = {name: bind.effective_value for name, bind in compiled.binds.items() if not bind.required}
    columns = [
        (column.key, _from(column.type, dialect)) for column in getattr(statement, "exported_columns", ()) if column.key
    ]
    return Plain(str(compiled), blanks, constants, columns)


def _to(kind: TypeEngine[Any], dialect: Dialect) -> Change:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _from(kind: TypeEngine[Any], dialect: Dialect) -> Change:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
