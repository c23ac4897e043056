"""What is sealed of a report: what was told first, by when it is due, each entry about it. Its receipt binds all."""

from dataclasses import dataclass

from participation.reports.limits import Due
from participation.reports.model import Account, Entry
from storage.codec import from_json
from storage.prepared import Row
from storage.vault import Vault


@dataclass(frozen=True)
class Kept:
    """An entry, and whether its news has reached the sender."""

    entry: Entry
    heard: bool = False


def kept_in(row: Row, vault: Vault) -> Kept:
    """The entry in a row that has the receipt of its report beside it."""
    return from_json(Kept, vault.open("entry", row["sealed"], row["receipt"]))


def account_in(row: Row, vault: Vault) -> Account:
    """What is told in the row of a report."""
    return from_json(Account, vault.open("report", row["account"], row["receipt"]))


def due_in(row: Row, vault: Vault) -> Due:
    """By when the report in a row is to be read and answered."""
    return from_json(Due, vault.open("due", row["due"], row["receipt"]))
