"""How long a token was told to be silent: kept, for a restart must not forget a ban of hours."""

from sqlalchemy import literal, select

from participation.post import Gate, Term
from storage.desks.desk import Desk
from storage.desks.terms import in_office
from storage.dialect import insert
from storage.tables import gates


class Gates(Desk):
    """The gate of each token."""

    async def find(self, bot: int) -> Gate | None:
        """How a gate stood last, if it was ever shut."""
        row = await self._find(select(gates).where(gates.c.bot == bot))
        return None if row is None else Gate(row["shut_until"], row["share"], row["share_since"])

    async def keep(self, term: Term, gate: Gate) -> None:
        """Write down how it stands; a courier that was put out has no say in it."""
        values = {"bot": term.bot, **vars(gate)}
        said = select(*[literal(value, gates.c[name].type) for name, value in values.items()])
        row = insert(gates).from_select(list(values), said.where(in_office(literal(term.bot), literal(term.number))))
        await self._run(row.on_conflict_do_update(index_elements=[gates.c.bot], set_=vars(gate)))
