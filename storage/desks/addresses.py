"""Where people are found: chats, sealed, with a mark by which a person is known again."""

import logging
import secrets
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Select, bindparam, select, union_all

from participation.ids import PersonId
from participation.people.model import Person
from participation.post import Address
from storage.desks.desk import Desk
from storage.dialect import insert
from storage.errors import WrongKey
from storage.prepared import Prepared, Row
from storage.tables import addresses, farewells, people
from storage.vault import Vault

log = logging.getLogger(__name__)

HIGHEST = 2**31 - 1
"""People have random numbers: counted, they would tell who came when."""

AT: Final = Prepared(select(addresses.c.person).where(addresses.c.mark == bindparam("mark")))


class Addresses(Desk):
    """Finds people by their chats and chats by their people."""

    async def find(self, bot: int, chat: int) -> PersonId | None:
        """Whoever is at this address, if we know them."""
        row = await self._find(AT, mark=self._mark(bot, chat))
        return None if row is None else PersonId(row["person"])

    async def person_at(self, bot: int, chat: int) -> PersonId:
        """Whoever is at this address; somebody new if nobody was."""
        found = await self.find(bot, chat)
        return await self._meet(bot, chat) if found is None else found

    async def address_of(self, person: PersonId) -> Address | None:
        """Where a person is found; None for one who was erased."""
        return (await self.of_all([person])).get(person)

    async def of_all(self, persons: Sequence[PersonId]) -> dict[PersonId, Address]:
        """Where these people are found, also those who wait for their last answer.

        One whose address cannot be read is found nowhere, instead of keeping everybody's letters back.
        """
        rows = await self._all(union_all(_rows_of(addresses, persons), _rows_of(farewells, persons)))
        opened = ((PersonId(row["person"]), self._opened(row)) for row in rows)
        return {person: address for person, address in opened if address is not None}

    async def move(self, person: PersonId, to: Address) -> bool:
        """Put a person at a new chat; False if somebody else is known there already."""
        taken = await self.find(to.bot, to.chat)
        if taken is not None and taken != person:
            return False
        await self._run(addresses.delete().where(addresses.c.person == person))
        await self._run(addresses.insert().values(self._row(person, to)))
        return True

    async def _meet(self, bot: int, chat: int) -> PersonId:
        fresh = Person(PersonId(0))
        values = {
            "bot": bot,
            "quiet_start": fresh.quiet.start,
            "quiet_end": fresh.quiet.end,
            "reach": fresh.reach.value,
        }
        person = await self._numbered(values)
        await self._run(addresses.insert().values(self._row(person, Address(bot, chat))))
        return person

    async def _numbered(self, values: dict[str, Any]) -> PersonId:
        """Somebody new under a number that nobody has."""
        while True:
            number = 1 + secrets.randbelow(HIGHEST)
            if await self._run(insert(people).values(id=number, **values).on_conflict_do_nothing()):
                return PersonId(number)

    def _row(self, person: PersonId, at: Address) -> dict[str, Any]:
        sealed = self._vault.seal_text("address", str(at.chat), str(person))
        return {"mark": self._mark(at.bot, at.chat), "person": person, "sealed": sealed}

    def _opened(self, row: Row) -> Address | None:
        try:
            return Address(row["bot"], int(self._vault.open_text("address", row["sealed"], str(row["person"]))))
        except (WrongKey, ValueError):
            log.exception("an address cannot be read: the database is damaged, or a key is no longer in the key file")
            return None

    def _mark(self, bot: int, chat: int) -> str:
        return address_mark(bot, chat, vault=self._vault)


def address_mark(bot: int, chat: int, *, vault: Vault) -> str:
    """The mark by which whoever is at this address is known again."""
    return vault.mark("address", f"{bot}:{chat}")


def _rows_of(table: Any, persons: Sequence[PersonId]) -> Select[Any]:
    wanted = select(table.c.person, people.c.bot, table.c.sealed).join(people, people.c.id == table.c.person)
    return wanted.where(table.c.person.in_(persons))
