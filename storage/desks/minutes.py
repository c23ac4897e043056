"""Records of meetings, sealed: each revision for itself."""

from collections.abc import Collection, Set
from typing import Any, Final

from sqlalchemy import Select, select

from participation.ids import MeetingId
from participation.meetings.minutes import Minutes, Revision
from storage.codec import from_json, to_json
from storage.desks.desk import Desk
from storage.dialect import insert
from storage.prepared import Row
from storage.tables import minutes

PURPOSE: Final = "minutes"


class Records(Desk):
    """Fulfils `participation.meetings.ports.Records`."""

    async def latest(self, meeting: MeetingId) -> Revision | None:
        """The newest revision, finished or not."""
        return await self._newest(select(minutes).where(minutes.c.meeting == meeting))

    async def finished(self, meeting: MeetingId) -> Revision | None:
        """The newest revision that is finished."""
        done = (minutes.c.meeting == meeting, minutes.c.finished_at.is_not(None))
        return await self._newest(select(minutes).where(*done))

    async def finished_among(self, found: Collection[MeetingId]) -> Set[MeetingId]:
        """Those of them that have a finished record; none is opened for it."""
        done = (minutes.c.meeting.in_(found), minutes.c.finished_at.is_not(None))
        return {MeetingId(row["meeting"]) for row in await self._all(select(minutes.c.meeting).where(*done).distinct())}

    async def _newest(self, wanted: Select[Any]) -> Revision | None:
        row = await self._find(wanted.order_by(minutes.c.revision.desc()).limit(1))
        return None if row is None else self._revision(row)

    async def put(self, meeting: MeetingId, revision: Revision) -> None:
        """It stands like this now; one that is finished never changes again."""
        bound_to = whose_record(meeting, revision.number)
        values = {
            "sealed": self._vault.seal(PURPOSE, to_json(revision.minutes), bound_to),
            "finished_at": revision.finished_at,
        }
        row = insert(minutes).values(meeting=meeting, revision=revision.number, **values)
        same = [minutes.c.meeting, minutes.c.revision]
        unfinished = minutes.c.finished_at.is_(None)
        await self._touch(row.on_conflict_do_update(index_elements=same, set_=values, where=unfinished))

    async def hold(self, meeting: MeetingId) -> None:
        """Let nobody else write it, or take anything out of it, until this is done."""
        await self._touch(minutes.update().where(minutes.c.meeting == meeting).values(revision=minutes.c.revision))

    def _revision(self, row: Row) -> Revision:
        body = self._vault.open(PURPOSE, row["sealed"], whose_record(row["meeting"], row["revision"]))
        return Revision(from_json(Minutes, body), row["revision"], row["finished_at"])


def whose_record(meeting: int, revision: int) -> str:
    """What the seal of a revision is bound to."""
    return f"{meeting}:{revision}"
