"""Whether people felt heard at meetings: counts, and apart from them a mark of each who answered."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, select, union

from participation.ids import MeetingId, PersonId
from participation.meetings.heard import Heard
from participation.meetings.model import Coming
from storage.audience import CAN_HEAR
from storage.desks.desk import Desk
from storage.desks.outbox import mark_of
from storage.desks.waiting import State
from storage.dialect import insert
from storage.tables import attendance, meetings, parcels, participants, people, voice_counts, voices
from storage.vault import Vault

PURPOSE: Final = "voice"


class Voices(Desk):
    """Fulfils `participation.meetings.ports.Voices`."""

    async def guests(self, meeting: MeetingId, *, lacking: str) -> Sequence[PersonId]:
        """Reachable people who checked in or said that they come, and have no letter under this key."""
        have = select(parcels.c.person).where(
            parcels.c.key == mark_of(lacking, self._vault), parcels.c.state != State.CANCELLED
        )
        wanted = (CAN_HEAR, people.c.id.in_(_guests(meeting)), people.c.id.not_in(have))
        rows = await self._all(select(people.c.id).where(*wanted).order_by(people.c.id))
        return [PersonId(row["id"]) for row in rows]

    async def is_guest(self, meeting: MeetingId, person: PersonId) -> bool:
        """Whether somebody is one of them, reachable or not."""
        theirs = select(people.c.id).where(people.c.id == person, people.c.id.in_(_guests(meeting)))
        return await self._find(theirs) is not None

    async def count(self, meeting: MeetingId, person: PersonId, heard: Heard) -> None:
        """Count an answer, and no longer the one that the same person gave before."""
        mark = voice_mark(meeting, person, self._vault)
        row = await self._find(select(voices.c.sealed).where(voices.c.mark == mark))
        if row is not None:
            before = Heard(self._vault.open_text(PURPOSE, row["sealed"], mark))
            if before is heard:
                return
            same = (voice_counts.c.meeting == meeting, voice_counts.c.heard == before.value)
            await self._run(voice_counts.update().where(*same).values(people=voice_counts.c.people - 1))
        kept = {"sealed": self._vault.seal_text(PURPOSE, heard.value, mark)}
        answer = insert(voices).values(mark=mark, meeting=meeting, **kept)
        await self._run(answer.on_conflict_do_update(index_elements=[voices.c.mark], set_=kept))
        more = insert(voice_counts).values(meeting=meeting, heard=heard.value, people=1)
        once = [voice_counts.c.meeting, voice_counts.c.heard]
        await self._run(more.on_conflict_do_update(index_elements=once, set_={"people": voice_counts.c.people + 1}))

    async def counts(self, meeting: MeetingId) -> Mapping[Heard, int]:
        """How many said what."""
        rows = await self._all(select(voice_counts).where(voice_counts.c.meeting == meeting))
        return {Heard(row["heard"]): row["people"] for row in rows}

    async def forget(self, before: datetime) -> int:
        """Let the answers of meetings that began before be nobody's any more; the counts stay."""
        past = select(meetings.c.id).where(meetings.c.starts_at < before)
        return await self._run(voices.delete().where(voices.c.meeting.in_(past)))


def _guests(meeting: MeetingId) -> Select[Any]:
    coming = (attendance.c.meeting == meeting, attendance.c.coming == Coming.YES.value)
    there = (participants.c.meeting == meeting, participants.c.person.is_not(None))
    found = union(select(attendance.c.person).where(*coming), select(participants.c.person).where(*there)).subquery()
    return select(found.c.person)


def voice_mark(meeting: int, person: int, vault: Vault) -> str:
    """By which an answer is found again by whoever gave it; it lives for weeks and need not be made anew."""
    return vault.lasting_mark("voice", f"{meeting}:{person}")
