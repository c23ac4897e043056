"""Whose turn it is to send with a token: the newest courier's, and whatever an older one still writes is void.

A lock keeps two couriers from working at once, but a lock cannot tell one that was put out and does not know it yet.
The number of its term can: it stands in every parcel that a courier takes.
"""

from sqlalchemy import ColumnElement, func, literal, select

from storage.desks.desk import Desk
from storage.dialect import insert
from storage.tables import terms


class Terms(Desk):
    """Counts the terms of each bot's couriers."""

    async def begin(self, bot: int) -> int:
        """The number of a new term; all terms before it are over."""
        first = insert(terms).values(bot=bot, generation=1)
        next_one = first.on_conflict_do_update(
            index_elements=[terms.c.bot], set_={"generation": terms.c.generation + 1}
        )
        return await self._number(next_one.returning(terms.c.generation))


def in_office(bot: ColumnElement[int], generation: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether a term is the newest of its bot; on PostgreSQL the next one waits until this statement's work is done."""
    newest = select(terms.c.generation).where(terms.c.bot == bot).with_for_update(read=True).scalar_subquery()
    return func.coalesce(newest, literal(0)) == generation
