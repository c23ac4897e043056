"""The thread from a report to whoever sent it: a row of its own, which can be cut, and then nothing leads there.

Beside a report stands nobody. A thread bears two marks and a sealed pair; whoever has no key sees neither whose it is,
nor of which report, nor which reports have none any more. Somebody's own are found by counting, as their comments are:
when one is cut, the last of theirs takes its number, so that no gap remains.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import bindparam, select

from participation.ids import PersonId
from storage.codec import from_json, to_json
from storage.desks.desk import Desk
from storage.desks.owning import owned, owner_mark
from storage.prepared import Prepared, Row
from storage.tables import threads
from storage.vault import Vault

AT: Final = Prepared(select(threads).where(threads.c.report == bindparam("mark")))


@dataclass(frozen=True)
class Ends:
    """What a thread joins."""

    person: PersonId
    receipt: str


class Threads(Desk):
    """Ties reports to their senders, and cuts them loose."""

    async def tie(self, person: PersonId, receipt: str) -> None:
        """Remember who sent the report with this receipt."""
        number = len(await self._of(person))
        await self._run(threads.insert().values(thread_values(Ends(person, receipt), number, self._vault)))

    async def sender(self, receipt: str) -> PersonId | None:
        """Who sent it; None once the thread is cut."""
        row = await self._at(receipt)
        return None if row is None else ends_of(row, self._vault).person

    async def receipts(self, person: PersonId) -> Sequence[str]:
        """The receipts of all that somebody sent and that still leads to them."""
        return [ends_of(row, self._vault).receipt for row in await self._of(person)]

    async def cut(self, receipt: str) -> None:
        """Let nothing lead from this report to anybody; harmless where nothing does."""
        row = await self._at(receipt)
        if row is None:
            return
        person = ends_of(row, self._vault).person
        own = await self._of(person)
        await self._run(threads.delete().where(threads.c.owner == row["owner"]))
        last = owner_mark(person, threads, len(own) - 1, self._vault)
        if last == row["owner"]:
            return
        number = next(n for n in range(len(own)) if owner_mark(person, threads, n, self._vault) == row["owner"])
        ends = next(ends_of(one, self._vault) for one in own if one["owner"] == last)
        moved = thread_values(ends, number, self._vault)
        await self._run(threads.update().where(threads.c.owner == last).values(moved))

    async def cut_all(self, person: PersonId) -> None:
        """Let nothing lead to somebody."""
        marks = [row["owner"] for row in await self._of(person)]
        await self._run(threads.delete().where(threads.c.owner.in_(marks)))

    async def _of(self, person: PersonId) -> list[Row]:
        return await owned(person, threads, connection=self._connection, vault=self._vault)

    async def _at(self, receipt: str) -> Row | None:
        return await self._find(AT, mark=report_mark(receipt, self._vault))


def report_mark(receipt: str, vault: Vault) -> str:
    """The mark by which a report finds its thread."""
    return vault.mark("thread report", receipt)


def thread_values(ends: Ends, number: int, vault: Vault) -> dict[str, object]:
    """The row of somebody's thread of this number."""
    owner = owner_mark(ends.person, threads, number, vault)
    return {
        "owner": owner,
        "report": report_mark(ends.receipt, vault),
        "sealed": vault.seal("thread", to_json(ends), owner),
    }


def ends_of(row: Row, vault: Vault) -> Ends:
    """What a row joins."""
    return from_json(Ends, vault.open("thread", row["sealed"], row["owner"]))
