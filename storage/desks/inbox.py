"""Which updates are done: a mark in the same transaction as their effects makes a second delivery harmless."""

from collections.abc import Sequence
from datetime import date

from storage.desks.desk import Desk
from storage.dialect import insert
from storage.tables import inbox


class Inbox(Desk):
    """Remembers the numbers of updates, never what was in them."""

    async def take(self, bot: int, update_id: int, on: date) -> bool:
        """Mark an update as done on a day; False if it was done before."""
        row = insert(inbox).values(bot=bot, update_id=update_id, day=on)
        return bool(await self._run(row.on_conflict_do_nothing()))

    async def take_all(self, bot: int, updates: Sequence[int], on: date) -> set[int]:
        """Mark updates as done on a day; returns those that were not done before."""
        rows = [{"bot": bot, "update_id": each, "day": on} for each in dict.fromkeys(updates)]
        fresh = insert(inbox).values(rows).on_conflict_do_nothing().returning(inbox.c.update_id)
        return {row["update_id"] for row in await self._all(fresh)} if rows else set()

    async def mark_failed(self, bot: int, update_id: int, fault: str) -> None:
        """Note the fault of an update that was taken.

        Raises NotFound if it was not taken: an unmarked failure would come back for ever.
        """
        same = (inbox.c.bot == bot, inbox.c.update_id == update_id)
        await self._touch(inbox.update().where(*same).values(fault=fault))

    async def purge(self, before: date) -> int:
        """Forget old numbers; Telegram keeps updates for a day only. Returns how many."""
        return await self._run(inbox.delete().where(inbox.c.day < before))
