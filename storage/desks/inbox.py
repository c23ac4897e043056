"""Which updates are done: a mark in the same transaction as their effects makes a second delivery harmless."""

from datetime import date
from typing import Final

from sqlalchemy import bindparam

from storage.desks.desk import Desk
from storage.dialect import insert
from storage.prepared import Prepared
from storage.tables import inbox

_row = {name: bindparam(name, type_=inbox.c[name].type) for name in ("bot", "update_id", "day")}
TAKE: Final = Prepared(insert(inbox).values(_row).on_conflict_do_nothing())


class Inbox(Desk):
    """Remembers the numbers of updates, never what was in them."""

    async def take(self, bot: int, update_id: int, on: date) -> bool:
        """Mark an update as done on a day; False if it was done before."""
        return bool(await self._run(TAKE, bot=bot, update_id=update_id, day=on))

    async def mark_failed(self, bot: int, update_id: int, fault: str) -> None:
        """Note the fault of an update that was taken.

        Raises NotFound if it was not taken: an unmarked failure would come back for ever.
        """
        same = (inbox.c.bot == bot, inbox.c.update_id == update_id)
        await self._touch(inbox.update().where(*same).values(fault=fault))

    async def purge(self, before: date) -> int:
        """Forget old numbers; Telegram keeps updates for a day only. Returns how many."""
        return await self._run(inbox.delete().where(inbox.c.day < before))
