"""The register of deeds as a chain: each entry bears a mark of itself and of the entry before it.

Covered is what never changes: the place in the chain, when, who, for which institution, what kind, and of what. Not
covered are the number of a row, how often a try was repeated, and the mark by which that is counted. The number of the
person goes in, not its seal, which is made anew with every key. The marks are lasting ones: they stay the same when all
is sealed anew, so that one that was written down elsewhere can still be found here.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto
from typing import Any, Final

from sqlalchemy import bindparam, select

from storage.desks.desk import Desk
from storage.errors import WrongKey
from storage.prepared import Prepared, Row
from storage.tables import audit, audit_head
from storage.vault import Vault

BEGINNING: Final = ""
"""What stands before the first entry."""
COVERED: Final = ("institution", "action", "subject")
"""What goes into a mark as it is, beside the place, the moment and the number of the person."""
_end = {name: bindparam(name, type_=audit_head.c[name].type) for name in ("link", "proof")}
_taken = audit_head.update().values(last=audit_head.c.last + 1)
TAKE: Final = Prepared(_taken.returning(audit_head.c.last, audit_head.c.link, audit_head.c.proof))
END: Final = Prepared(audit_head.update().values(_end))


class Break(Enum):
    """How a chain is broken."""

    CHANGED = auto()
    """An entry is not as it was written, or one stands where it was not written."""
    MISSING = auto()
    """Entries are gone, and later ones are there."""
    CUT_OFF = auto()
    """The last entries are gone."""
    HEAD = auto()
    """What is kept of the end of the chain was changed, or is gone."""
    FORGOTTEN = auto()
    """No entry bears the mark that was written down."""


@dataclass(frozen=True)
class Whole:
    """Every entry is as it was written."""

    count: int
    first: datetime | None
    last: datetime | None
    mark: str


@dataclass(frozen=True)
class Broken:
    """The first place where something is wrong, and the moment there, or before it where nothing is there."""

    how: Break
    place: int
    at: datetime | None


class Chain(Desk):
    """Writes entries, each behind the last, and looks whether all are there."""

    async def write(self, values: Mapping[str, Any]) -> int:
        """Put an entry behind the last; returns the number of its row. Whoever comes meanwhile waits for our end.

        An end that somebody changed gets no proof from us: what was broken stays so.
        """
        head = await self._get(TAKE)
        is_ours = head["proof"] == proof_of(head["last"] - 1, head["link"], self._vault)
        entry = dict(values, place=head["last"])
        mark = entry["link"] = mark_of(entry, person_of(entry, self._vault), head["link"], self._vault)
        number = await self._number(audit.insert().values(entry).returning(audit.c.id))
        proof = proof_of(head["last"], mark, self._vault) if is_ours else head["proof"]
        await self._touch(END, link=mark, proof=proof)
        return number

    async def examine(self, *, seen: str | None = None) -> Whole | Broken:
        """Read it from the beginning; `seen` is a mark that was once its last."""
        entries = await self._all(select(audit).order_by(audit.c.place, audit.c.id))
        return _examine(entries, await self._find(select(audit_head)), seen, self._vault)


def _examine(entries: Sequence[Row], head: Row | None, seen: str | None, vault: Vault) -> Whole | Broken:
    mark, at = BEGINNING, None
    for place, entry in enumerate(entries, 1):
        if entry["place"] > place:
            return Broken(Break.MISSING, place, at)
        if not _is_as_written(entry, place, mark, vault):
            return Broken(Break.CHANGED, place, entry["at"])
        mark, at = entry["link"], entry["at"]
    count = len(entries)
    if head is None or head["proof"] != proof_of(head["last"], head["link"], vault):
        return Broken(Break.HEAD, count, at)
    if head["last"] > count:
        return Broken(Break.CUT_OFF, count + 1, at)
    if (head["last"], head["link"]) != (count, mark):
        return Broken(Break.HEAD, count, at)
    if seen is not None and seen not in {entry["link"] for entry in entries}:
        return Broken(Break.FORGOTTEN, count, at)
    return Whole(count, entries[0]["at"] if entries else None, at, mark)


def _is_as_written(entry: Row, place: int, before: str, vault: Vault) -> bool:
    try:
        person = person_of(entry, vault)
    except WrongKey:
        return False
    return (entry["place"], entry["link"]) == (place, mark_of(entry, person, before, vault))


def person_of(entry: Row | Mapping[str, Any], vault: Vault) -> str | None:
    """The number of the person, as it was sealed."""
    sealed = entry["person"]
    return None if sealed is None else vault.open_text("audit", sealed, entry["subject"])


def mark_of(entry: Row | Mapping[str, Any], person: str | None, before: str, vault: Vault) -> str:
    """The mark of an entry behind the one that bears the mark `before`."""
    covered = (entry[name] for name in COVERED)
    told = (entry["place"], entry["at"].astimezone(UTC).isoformat(), person, *covered, before)
    return vault.lasting_mark("audit", json.dumps(told))


def proof_of(last: int, mark: str, vault: Vault) -> str:
    """What nobody without the key can put beside another end of the chain, where the last entries were taken away."""
    return vault.lasting_mark("audit head", json.dumps((last, mark)))
