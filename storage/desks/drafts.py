"""Half-done conversations: at most one of each dialog for a person, sealed with the dialog's very name.

Whoever reads the table learns that somebody is in the middle of something, not that it is a safety report.
"""

from datetime import datetime

from sqlalchemy import RowMapping, select

from participation.drafts import KeptDraft
from participation.ids import PersonId
from storage.codec import from_json, to_json
from storage.desks.desk import Desk
from storage.dialect import insert
from storage.tables import drafts


class Drafts(Desk):
    """Keeps what people have begun to write."""

    async def save(self, person: PersonId, draft: KeptDraft, *, expires_at: datetime, touched_at: datetime) -> None:
        """Keep it in the place of an older one of the same dialog."""
        slot = self._slot(person, draft.dialog)
        values = {
            "sealed": self._vault.seal("draft", to_json(draft), slot),
            "touched_at": touched_at,
            "expires_at": expires_at,
        }
        row = insert(drafts).values(slot=slot, person=person, **values)
        await self._run(row.on_conflict_do_update([drafts.c.slot], set_=values))

    async def active(self, person: PersonId, now: datetime) -> KeptDraft | None:
        """The one touched last, if it has not expired."""
        living = select(drafts).where(drafts.c.person == person, drafts.c.expires_at > now)
        row = await self._find(living.order_by(drafts.c.touched_at.desc()))
        return None if row is None else self._draft(row)

    async def get(self, person: PersonId, dialog: str, now: datetime) -> KeptDraft | None:
        """The one of a dialog, if it has not expired."""
        same = (drafts.c.slot == self._slot(person, dialog), drafts.c.expires_at > now)
        row = await self._find(select(drafts).where(*same))
        return None if row is None else self._draft(row)

    async def drop(self, person: PersonId, dialog: str) -> None:
        """The conversation is over."""
        await self._run(drafts.delete().where(drafts.c.slot == self._slot(person, dialog)))

    async def drop_expired(self, now: datetime) -> int:
        """Forget what was not gone on with; returns how many."""
        return await self._run(drafts.delete().where(drafts.c.expires_at <= now))

    def _slot(self, person: PersonId, dialog: str) -> str:
        return self._vault.mark("draft", f"{person}:{dialog}")

    def _draft(self, row: RowMapping) -> KeptDraft:
        return from_json(KeptDraft, self._vault.open("draft", row["sealed"], row["slot"]))
