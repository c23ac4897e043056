"""All that is sealed, sealed anew with the first key, and found by marks of that key: the others open nothing then.

A link that nobody has opened yet is known by its mark alone, which cannot be made anew: such links lead nowhere then.
The marks of the register of deeds stay: a chain that is made anew proves nothing of before, and who noted its last mark
elsewhere would no longer find it; those of the proof of notice are made without any key. Codes of meetings, wrong ones
that were typed, answers after a meeting, and links into a forum live for a while only: their marks last.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Column, Table, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from participation.drafts import KeptDraft
from participation.ids import PersonId
from storage.codec import from_json
from storage.desks.addresses import address_mark
from storage.desks.drafts import owner_of, slot_of
from storage.desks.forums import CARD, DEED, whose_deed
from storage.desks.groups import spoken_in, topic_values
from storage.desks.meetings import JOINING, whose_wish
from storage.desks.minutes import PURPOSE as MINUTES
from storage.desks.minutes import whose_record
from storage.desks.outbox import CAMPAIGN
from storage.desks.owning import author_of, owner_mark
from storage.desks.pending import PENDING
from storage.desks.people import whose_office
from storage.desks.presence import PURPOSE as PARTICIPANT
from storage.desks.proofs import WHOSE, whose_row
from storage.desks.threads import ends_of, thread_values
from storage.desks.voices import PURPOSE as VOICE
from storage.prepared import Row
from storage.tables import (
    addresses,
    attendance,
    audit,
    campaigns,
    comments,
    drafts,
    entries,
    farewells,
    forum_deeds,
    forum_members,
    invitations,
    known_problems,
    meetings,
    minutes,
    offices,
    parcels,
    participants,
    pending_changes,
    people,
    proofs,
    proposals,
    reports,
    threads,
    topics,
    unveilings,
    voices,
)
from storage.vault import Vault


@dataclass(frozen=True)
class Seal:
    """A column that is sealed, for what, and what its bytes are bound to."""

    column: Column[Any]
    purpose: str
    bound_to: Callable[[Row], str]


def _person(row: Row) -> str:
    return str(row["person"])


def _receipt(row: Row) -> str:
    return str(row["receipt"])


SEALS: Final = (
    Seal(addresses.c.sealed, "address", _person),
    Seal(farewells.c.sealed, "address", _person),
    Seal(comments.c.sealed, "comment", _receipt),
    Seal(comments.c.author, "comments author", _receipt),
    Seal(comments.c.answer, "answer", _receipt),
    Seal(comments.c.answered_by, "officer", _receipt),
    Seal(comments.c.filed, "filing", _receipt),
    Seal(proposals.c.sealed, "proposer", lambda row: str(row["consultation"])),
    Seal(pending_changes.c.sealed, PENDING, lambda row: str(row["institution"])),
    Seal(reports.c.account, "report", _receipt),
    Seal(reports.c.due, "due", _receipt),
    Seal(campaigns.c.letter, "letter", lambda _: CAMPAIGN),
    Seal(parcels.c.letter, "letter", _person),
    Seal(offices.c.called, "called", whose_office),
    Seal(participants.c.sealed, PARTICIPANT, lambda row: str(row["id"])),
    Seal(minutes.c.sealed, MINUTES, lambda row: whose_record(row["meeting"], row["revision"])),
    Seal(voices.c.sealed, VOICE, lambda row: str(row["mark"])),
    Seal(meetings.c.joining, JOINING, lambda row: str(row["id"])),
    Seal(attendance.c.wish, "wish", lambda row: whose_wish(row["meeting"], row["person"])),
    Seal(forum_members.c.sealed, CARD, lambda row: str(row["id"])),
    Seal(forum_deeds.c.sealed, DEED, whose_deed),
    Seal(proofs.c.sealed, WHOSE, whose_row),
    Seal(audit.c.person, "audit", lambda row: str(row["subject"])),
)
"""Every sealed column but those of drafts and threads, which are bound to their own mark, and what is of a report."""
OF_A_REPORT: Final = ((entries, "entry"), (unveilings, "unveiling"), (known_problems, "known"))
"""Tables whose seals are bound to a receipt that stands elsewhere."""


async def reseal(connection: AsyncConnection, old: Vault, fresh: Vault) -> int:
    """Do it within a transaction; returns how many seals were made."""
    await _mark_anew(connection, old, fresh)
    await connection.execute(invitations.delete().where(invitations.c.used_at.is_(None)))
    count = await _reseal_drafts(connection, old, fresh) + await _reseal_threads(connection, old, fresh)
    count += await _reseal_topics(connection, old, fresh)
    for table, purpose in OF_A_REPORT:
        count += await _reseal_of_a_report(table, purpose, connection, old, fresh)
    for seal in SEALS:
        count += await _reseal(seal, connection, old, fresh)
    return count


async def _reseal(seal: Seal, connection: AsyncConnection, old: Vault, fresh: Vault) -> int:
    table, column = seal.column.table, seal.column
    assert isinstance(table, Table)
    changes = []
    for row in await _all(connection, table, column):
        bound_to = seal.bound_to(row)
        value = old.open(seal.purpose, row[column.name], bound_to)
        changes.append(_key_of(row, table) | {"new": fresh.seal(seal.purpose, value, bound_to)})
    await _write(connection, table, {column.name: "new"}, changes)
    return len(changes)


async def _reseal_drafts(connection: AsyncConnection, old: Vault, fresh: Vault) -> int:
    """Whose they are is told by a mark only: everybody's is tried."""
    numbers = (await connection.execute(select(people.c.id))).scalars()
    owners = {owner_of(PersonId(number), old): PersonId(number) for number in numbers}
    changes = []
    for row in await _all(connection, drafts, drafts.c.sealed):
        value, person = old.open("draft", row["sealed"], row["slot"]), owners[row["owner"]]
        slot = slot_of(person, from_json(KeptDraft, value).dialog, fresh)
        sealed = fresh.seal("draft", value, slot)
        changes.append({"key_slot": row["slot"], "slot_": slot, "owner_": owner_of(person, fresh), "sealed_": sealed})
    await _write(connection, drafts, {"slot": "slot_", "owner": "owner_", "sealed": "sealed_"}, changes)
    return len(changes)


async def _reseal_threads(connection: AsyncConnection, old: Vault, fresh: Vault) -> int:
    """They are bound to their own mark, and counted anew for each sender."""
    counted: Counter[PersonId] = Counter()
    changes = []
    for row in await _all(connection, threads, threads.c.sealed):
        ends = ends_of(row, old)
        values = thread_values(ends, counted[ends.person], fresh)
        changes.append({"key_owner": row["owner"], **{f"{name}_": value for name, value in values.items()}})
        counted[ends.person] += 1
    await _write(connection, threads, {name: f"{name}_" for name in ("owner", "report", "sealed")}, changes)
    return len(changes)


async def _reseal_of_a_report(table: Table, purpose: str, connection: AsyncConnection, old: Vault, fresh: Vault) -> int:
    """They are bound to the receipt of their report."""
    rows = (await connection.execute(select(table, reports.c.receipt).join(reports))).mappings().all()
    changes = [
        {
            "key_id": row["id"],
            "new": fresh.seal(purpose, old.open(purpose, row["sealed"], _receipt(row)), _receipt(row)),
        }
        for row in rows
    ]
    await _write(connection, table, {"sealed": "new"}, changes)
    return len(changes)


async def _reseal_topics(connection: AsyncConnection, old: Vault, fresh: Vault) -> int:
    """They are bound to the receipt of their report, and found by a mark of what is sealed."""
    rows = (await connection.execute(select(topics, reports.c.receipt).join(reports))).mappings().all()
    changes = []
    for row in rows:
        values = topic_values(spoken_in(row, old), _receipt(row), fresh)
        changes.append({"key_report": row["report"], **{f"{name}_": value for name, value in values.items()}})
    await _write(connection, topics, {name: f"{name}_" for name in ("mark", "sealed")}, changes)
    return len(changes)


async def _mark_anew(connection: AsyncConnection, old: Vault, fresh: Vault) -> None:
    """By what people and their comments are found: all of it can be read from what is sealed."""
    changes = []
    bots = {row["id"]: row["bot"] for row in await _all(connection, people, people.c.bot)}
    for row in await _all(connection, addresses, addresses.c.sealed):
        chat = int(old.open_text("address", row["sealed"], _person(row)))
        changes.append({"key_mark": row["mark"], "new": address_mark(bots[row["person"]], chat, vault=fresh)})
    await _write(connection, addresses, {"mark": "new"}, changes)
    await _write(connection, comments, {"owner": "new"}, await _owners(connection, old, fresh))
    await connection.execute(audit.update().values(key=None))  # a try is counted anew, and today only


async def _owners(connection: AsyncConnection, old: Vault, fresh: Vault) -> list[dict[str, Any]]:
    """The marks of each author's own comments, counted anew; what is nobody's bears a mark that no key made."""
    counted: Counter[PersonId] = Counter()
    changes = []
    for row in await _all(connection, comments, comments.c.author):
        author = author_of(row, old)
        if author is not None:
            changes.append({"key_id": row["id"], "new": owner_mark(author, comments, counted[author], fresh)})
            counted[author] += 1
    return changes


async def _all(connection: AsyncConnection, table: Table, filled: Column[Any]) -> list[Row]:
    return list((await connection.execute(select(table).where(filled.is_not(None)))).mappings())


def _key_of(row: Row, table: Table) -> dict[str, Any]:
    return {f"key_{column.name}": row[column.name] for column in table.primary_key}


async def _write(
    connection: AsyncConnection, table: Table, values: dict[str, str], changes: list[dict[str, Any]]
) -> None:
    """Many rows at once, each found by its key."""
    if not changes:
        return
    same = [column == bindparam(f"key_{column.name}") for column in table.primary_key]
    put: dict[str, Any] = {name: bindparam(blank) for name, blank in values.items()}
    await connection.execute(table.update().where(*same).values(put), changes)
