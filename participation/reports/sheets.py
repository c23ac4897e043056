"""Sheets for a spreadsheet, in the words of whoever asked for them."""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How a sheet is written down: for a spreadsheet, or as plain lines."""

    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True)
class Part:
    """One table: what is above it, its columns and its rows."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


@dataclass(frozen=True)
class Sheet:
    """What a file says first, and its tables."""

    title: str
    notes: tuple[str, ...]
    parts: tuple[Part, ...]
