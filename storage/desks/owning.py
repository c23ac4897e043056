"""Whose comments and reports these are: a mark of its own on each.

A mark of the person alone would be the same on all that one person sent, and a single signed comment would then name
the author of the anonymous ones. So to find somebody's own, every mark is compared: rare, and quick enough.
"""

from collections.abc import AsyncIterator

from sqlalchemy import RowMapping, Table, select
from sqlalchemy.ext.asyncio import AsyncConnection

from participation.ids import PersonId
from storage.dialect import MOST_AT_ONCE
from storage.vault import Vault


def owner_mark(table: Table, person: PersonId, receipt: str, *, vault: Vault) -> str:
    """The mark that this person leaves on this one comment or report."""
    return vault.mark(f"{table.name} owner", f"{person}:{receipt}")


async def owned_by(person: PersonId, table: Table, *, connection: AsyncConnection, vault: Vault) -> list[RowMapping]:
    """What somebody has sent, whole, newest first."""
    own = [
        row["id"]
        async for row in _marked(table, connection)
        if row["owner"] == owner_mark(table, person, row["receipt"], vault=vault)
    ]
    found: list[RowMapping] = []
    for start in range(0, len(own), MOST_AT_ONCE):
        wanted = select(table).where(table.c.id.in_(own[start : start + MOST_AT_ONCE]))
        found += (await connection.execute(wanted)).mappings()
    return sorted(found, key=lambda row: -row["id"])


async def _marked(table: Table, connection: AsyncConnection) -> AsyncIterator[RowMapping]:
    """Every row that still has an owner, read a piece at a time."""
    columns = select(table.c.id, table.c.receipt, table.c.owner).where(table.c.owner.is_not(None))
    last = 0
    while True:
        piece = columns.where(table.c.id > last).order_by(table.c.id).limit(MOST_AT_ONCE)
        rows = (await connection.execute(piece)).mappings().all()
        for row in rows:
            yield row
        if len(rows) < MOST_AT_ONCE:
            return
        last = rows[-1]["id"]
