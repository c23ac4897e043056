"""How long a token was told to be silent: kept, for a restart must not forget a ban of hours."""

from sqlalchemy import select

from participation.post import Gate
from storage.desks.desk import Desk
from storage.dialect import insert
from storage.tables import gates


class Gates(Desk):
    """The gate of each token."""

    async def find(self, bot: int) -> Gate | None:
        """How a gate stood last, if it was ever shut."""
        row = await self._find(select(gates).where(gates.c.bot == bot))
        return None if row is None else Gate(row["shut_until"], row["share"], row["share_since"])

    async def keep(self, bot: int, gate: Gate) -> None:
        """Write down how it stands."""
        values = vars(gate)
        row = insert(gates).values(bot=bot, **values)
        await self._run(row.on_conflict_do_update(index_elements=[gates.c.bot], set_=values))
