"""An entry as it is sealed."""

from dataclasses import dataclass

from participation.reports.model import Entry


@dataclass(frozen=True)
class Kept:
    """An entry, and whether its news has reached the sender."""

    entry: Entry
    heard: bool = False
