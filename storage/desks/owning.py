"""Whose comments and reports these are: a mark of its own on each, and the author, sealed.

A mark of the person alone would be the same on all that one person sent, and a single signed comment would then name
the author of the anonymous ones. So the mark is of the person and a count, and somebody's own are found by counting:
one, two, three, until one is not there. Whoever was erased leaves a mark and an author like any other, of nobody.
"""

import secrets
from typing import Any

from sqlalchemy import Select, Table, select

from participation.ids import PersonId
from storage.connection import Connection
from storage.prepared import Row
from storage.vault import Vault

NOBODY = PersonId(0)
AT_ONCE = 16
"""How many marks are tried in one question."""


async def ownership(
    person: PersonId, table: Table, receipt: str, *, connection: Connection, vault: Vault
) -> dict[str, object]:
    """What says, to whoever has the key, that this is somebody's next one."""
    count = len(await owned(select(table.c.owner), person, table, connection=connection, vault=vault))
    return {"author": _author(person, table, receipt, vault), "owner": owner_mark(person, table, count, vault)}


def ownership_of_nobody(table: Table, receipt: str, vault: Vault) -> dict[str, object]:
    """The same for what is nobody's any more: without the key it looks like anybody's."""
    return {"author": _author(NOBODY, table, receipt, vault), "owner": secrets.token_hex(32)}


def author_of(row: Row, table: Table, vault: Vault) -> PersonId | None:
    """Who sent it; None once they have asked to be erased."""
    author = PersonId(int(vault.open_text(f"{table.name} author", row["author"], row["receipt"])))
    return None if author == NOBODY else author


async def owned_by(person: PersonId, table: Table, *, connection: Connection, vault: Vault) -> list[Row]:
    """What somebody has sent, whole, newest first."""
    found = await owned(select(table), person, table, connection=connection, vault=vault)
    return sorted(found, key=lambda row: -row["id"])


async def owned(
    wanted: Select[Any], person: PersonId, table: Table, *, connection: Connection, vault: Vault
) -> list[Row]:
    """What is wanted of all that somebody has sent."""
    found: list[Row] = []
    tried = 0
    while tried == len(found):
        marks = [owner_mark(person, table, number, vault) for number in range(tried, tried + AT_ONCE)]
        found += (await connection.execute(wanted.where(table.c.owner.in_(marks)))).mappings()
        tried += AT_ONCE
    return found


def owner_mark(person: PersonId, table: Table, number: int, vault: Vault) -> str:
    """The mark of somebody's comment or report, which is their first, second, third…"""
    return vault.mark(f"{table.name} owner", f"{person}:{number}")


def _author(person: PersonId, table: Table, receipt: str, vault: Vault) -> bytes:
    return vault.seal_text(f"{table.name} author", str(person), receipt)
