"""The codes by which people check in at meetings, and how often somebody has typed a wrong one."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, select

from participation.ids import MeetingId, PersonId
from storage.desks.desk import Desk
from storage.dialect import insert
from storage.tables import doors, tries


class Doors(Desk):
    """Fulfils `participation.meetings.ports.Doors`."""

    async def put(self, meeting: MeetingId, *, code: str, link: str) -> bool:
        """Give a meeting a new code and a new link; False if another meeting has this code."""
        fresh = {"code": self._code(code), "link": self._link(link)}
        taken = select(doors.c.meeting).where(doors.c.code == fresh["code"], doors.c.meeting != meeting)
        if await self._find(taken) is not None:
            return False
        row = insert(doors).values(meeting=meeting, **fresh)
        await self._run(row.on_conflict_do_update(index_elements=[doors.c.meeting], set_=fresh))
        return True

    async def all(self) -> Sequence[MeetingId]:
        """The meetings that have a code."""
        rows = await self._all(select(doors.c.meeting).order_by(doors.c.meeting))
        return [MeetingId(row["meeting"]) for row in rows]

    async def by_code(self, code: str) -> MeetingId | None:
        """The meeting that has this code."""
        return await self._where(doors.c.code == self._code(code))

    async def by_link(self, link: str) -> MeetingId | None:
        """The meeting to which this link leads."""
        return await self._where(doors.c.link == self._link(link))

    async def _where(self, same: ColumnElement[bool]) -> MeetingId | None:
        row = await self._find(select(doors.c.meeting).where(same))
        return None if row is None else MeetingId(row["meeting"])

    async def shut(self, meeting: MeetingId) -> None:
        """Its code opens nothing any more."""
        await self._run(doors.delete().where(doors.c.meeting == meeting))

    async def tries(self, person: PersonId, on: date) -> int:
        """How many wrong codes somebody has typed on a day."""
        row = await self._find(select(tries.c.count).where(tries.c.mark == self._try(person, on)))
        return 0 if row is None else int(row["count"])

    async def note_try(self, person: PersonId, on: date) -> None:
        """Count one more."""
        row = insert(tries).values(mark=self._try(person, on), day=on, count=1)
        more = {"count": tries.c.count + 1}
        await self._run(row.on_conflict_do_update(index_elements=[tries.c.mark], set_=more))

    async def forget_tries(self, before: date) -> None:
        """Those of earlier days."""
        await self._run(tries.delete().where(tries.c.day < before))

    # What is found by these lives for hours: it need not be made anew with a new key.
    def _code(self, code: str) -> str:
        return self._vault.lasting_mark("door code", code)

    def _link(self, link: str) -> str:
        return self._vault.lasting_mark("door link", link)

    def _try(self, person: PersonId, on: date) -> str:
        return self._vault.lasting_mark("door try", f"{person}:{on}")
