"""Whose comments these are: a mark of its own on each, and the author, sealed. Threads of reports are counted alike.

A mark of the person alone would be the same on all that one person sent, and a single signed comment would then name
the author of the anonymous ones. So the mark is of the person and a count, and somebody's own are found by counting:
one, two, three, until one is not there. Whoever was erased leaves a mark and an author like any other, of nobody.
"""

import secrets
from functools import cache

from sqlalchemy import Table, bindparam, select

from participation.ids import PersonId
from storage.connection import Connection, ask
from storage.prepared import Prepared, Row
from storage.tables import comments
from storage.vault import Vault

AUTHOR = "comments author"
"""For what an author is sealed."""
NOBODY = PersonId(0)
AT_ONCE = 4
"""How many marks are tried in one question."""


async def ownership(person: PersonId, receipt: str, *, connection: Connection, vault: Vault) -> dict[str, object]:
    """What says, to whoever has the key, that this is somebody's next comment."""
    count = len(await owned(person, comments, "owner", connection=connection, vault=vault))
    return {"author": _author(person, receipt, vault), "owner": owner_mark(person, comments, count, vault)}


def ownership_of_nobody(receipt: str, vault: Vault) -> dict[str, object]:
    """The same for a comment that is nobody's any more: without the key it looks like anybody's."""
    return {"author": _author(NOBODY, receipt, vault), "owner": secrets.token_hex(32)}


def author_of(row: Row, vault: Vault) -> PersonId | None:
    """Who left a comment; None once they have asked to be erased."""
    author = PersonId(int(vault.open_text(AUTHOR, row["author"], row["receipt"])))
    return None if author == NOBODY else author


async def comments_of(person: PersonId, *, connection: Connection, vault: Vault) -> list[Row]:
    """The comments that somebody has left, whole, newest first."""
    found = await owned(person, comments, connection=connection, vault=vault)
    return sorted(found, key=lambda row: -row["id"])


async def owned(person: PersonId, table: Table, *columns: str, connection: Connection, vault: Vault) -> list[Row]:
    """All of a table that is somebody's: these columns of it, or all."""
    found: list[Row] = []
    tried = 0
    while tried == len(found):
        marks = {f"mark_{place}": owner_mark(person, table, tried + place, vault) for place in range(AT_ONCE)}
        found += (await ask(connection, _owned(table, *columns), marks))[0]
        tried += AT_ONCE
    return found


@cache
def _owned(table: Table, *columns: str) -> Prepared:
    wanted = select(*[table.c[name] for name in columns]) if columns else select(table)
    return Prepared(wanted.where(table.c.owner.in_([bindparam(f"mark_{place}") for place in range(AT_ONCE)])))


def owner_mark(person: PersonId, table: Table, number: int, vault: Vault) -> str:
    """The mark of somebody's comment or thread, which is their first, second, third…"""
    return vault.mark(f"{table.name} owner", f"{person}:{number}")


def _author(person: PersonId, receipt: str, vault: Vault) -> bytes:
    return vault.seal_text(AUTHOR, str(person), receipt)
