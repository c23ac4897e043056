"""Which databases there are: a row each."""

from collections.abc import Mapping
from typing import Final

from storage.dialect import Dialect
from storage.postgres import POSTGRES
from storage.sqlite import SQLITE

DIALECTS: Final[Mapping[str, Dialect]] = {"sqlite": SQLITE, "postgresql": POSTGRES}
"""By what the address of a database begins with."""


def dialect_of(url: str) -> Dialect:
    """The dialect of the database at an address."""
    return DIALECTS[url.partition(":")[0].partition("+")[0]]
