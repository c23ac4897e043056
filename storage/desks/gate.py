"""Until when the token is shut: kept, for a restart must not forget a ban of hours."""

from datetime import datetime

from sqlalchemy import select

from storage.desks.desk import Desk
from storage.dialect import insert
from storage.tables import notes

NAME = "gate"


class Gate(Desk):
    """The gate of the one token that this database belongs to."""

    async def until(self) -> datetime | None:
        """Until when it is shut, if it ever was."""
        row = await self._find(select(notes.c.value).where(notes.c.name == NAME))
        return None if row is None else datetime.fromisoformat(row["value"])

    async def shut(self, until: datetime) -> None:
        """Shut it until a moment."""
        row = insert(notes).values(name=NAME, value=until.isoformat())
        await self._run(row.on_conflict_do_update([notes.c.name], set_={"value": row.excluded["value"]}))
