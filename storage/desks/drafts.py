"""Half-done conversations: at most one of each dialog for a person, sealed with the dialog's very name.

Whoever reads the table learns that somebody is in the middle of something: not who, nor that it is a safety report.
"""

from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import bindparam, select

from participation.drafts import KeptDraft
from participation.ids import PersonId
from storage.codec import from_json, to_json
from storage.desks.desk import Desk
from storage.dialect import insert
from storage.prepared import Prepared, Row
from storage.tables import drafts
from storage.vault import Vault

NEVER = datetime.min.replace(tzinfo=UTC)

_theirs = select(drafts).where(drafts.c.owner == bindparam("owner")).order_by(drafts.c.touched_at.desc()).limit(1)
_put = insert(drafts).values({column.name: bindparam(column.name, type_=column.type) for column in drafts.c})
_later = {name: _put.excluded[name] for name in ("sealed", "touched_at", "listens_until", "expires_at")}
_slot = drafts.c.slot == bindparam("slot")

PUT: Final = Prepared(_put.on_conflict_do_update(index_elements=[drafts.c.slot], set_=_later))
ONE: Final = Prepared(select(drafts).where(_slot, drafts.c.expires_at > bindparam("now")))
LISTENING: Final = Prepared(_theirs.where(drafts.c.listens_until > bindparam("said_at")))
NEWEST: Final = Prepared(_theirs.where(drafts.c.expires_at > bindparam("now")))
LAY_ASIDE: Final = Prepared(drafts.update().where(drafts.c.owner == bindparam("whose")).values(listens_until=NEVER))
DROP: Final = Prepared(drafts.delete().where(_slot))


class Drafts(Desk):
    """Keeps what people have begun to write."""

    async def save(
        self, person: PersonId, draft: KeptDraft, *, touched_at: datetime, listens_until: datetime, expires_at: datetime
    ) -> None:
        """Keep it in the place of an older one of the same dialog."""
        slot = self._slot(person, draft.dialog)
        await self._run(
            PUT,
            slot=slot,
            owner=owner_of(person, self._vault),
            sealed=self._vault.seal("draft", to_json(draft), slot),
            touched_at=touched_at,
            listens_until=listens_until,
            expires_at=expires_at,
        )

    async def listening(self, person: PersonId, said_at: datetime) -> KeptDraft | None:
        """The one that takes whatever was said then: of those not laid aside, the one touched last."""
        return await self._first(LISTENING, owner=owner_of(person, self._vault), said_at=said_at)

    async def newest(self, person: PersonId, now: datetime) -> KeptDraft | None:
        """The one touched last, laid aside or not."""
        return await self._first(NEWEST, owner=owner_of(person, self._vault), now=now)

    async def lay_aside(self, person: PersonId) -> None:
        """Somebody has turned to something else: nothing falls into what they had begun, and nothing of it is lost."""
        await self._run(LAY_ASIDE, whose=owner_of(person, self._vault))

    async def get(self, person: PersonId, dialog: str, now: datetime) -> KeptDraft | None:
        """The one of a dialog, if it has not expired."""
        return await self._first(ONE, slot=self._slot(person, dialog), now=now)

    async def drop(self, person: PersonId, dialog: str) -> None:
        """The conversation is over."""
        await self._run(DROP, slot=self._slot(person, dialog))

    async def drop_expired(self, now: datetime) -> int:
        """Forget what was not gone on with; returns how many."""
        return await self._run(drafts.delete().where(drafts.c.expires_at <= now))

    async def _first(self, which: Prepared, **values: Any) -> KeptDraft | None:
        row = await self._find(which, **values)
        return None if row is None else self._draft(row)

    def _slot(self, person: PersonId, dialog: str) -> str:
        return slot_of(person, dialog, self._vault)

    def _draft(self, row: Row) -> KeptDraft:
        return from_json(KeptDraft, self._vault.open("draft", row["sealed"], row["slot"]))


def owner_of(person: PersonId, vault: Vault) -> str:
    """The mark by which somebody's drafts are found."""
    return vault.mark("draft owner", str(person))


def slot_of(person: PersonId, dialog: str, vault: Vault) -> str:
    """The mark by which somebody's draft of a dialog is found."""
    return vault.mark("draft", f"{person}:{dialog}")
