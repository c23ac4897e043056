"""Versions of a notice: all that it has ever said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from participation.consultations.model import Paper, Terms
from participation.consultations.versions import Amendment, Version
from participation.ids import ConsultationId
from participation.meetings.model import Meeting
from storage.codec import from_json, to_json
from storage.desks.desk import Desk
from storage.prepared import Row
from storage.tables import versions


@dataclass(frozen=True)
class Said:
    """What is kept of a version beside its number, its day and what was done."""

    terms: Terms
    reason: str = ""
    despite: tuple[str, ...] = ()
    meetings: tuple[Meeting, ...] | None = None
    papers: tuple[Paper, ...] | None = None


class Versions(Desk):
    """Fulfils `participation.ports.Versions`."""

    async def add(self, consultation: ConsultationId, version: Version) -> None:
        """Keep a version."""
        await self._run(versions.insert().values(_columns(consultation, version)))

    async def replace(self, consultation: ConsultationId, version: Version) -> None:
        """Let one that nobody has read yet say something else."""
        same = (versions.c.consultation == consultation, versions.c.number == version.number)
        await self._touch(versions.update().where(*same).values(_columns(consultation, version)))

    async def of(self, consultation: ConsultationId) -> Sequence[Version]:
        """All of a notice, the first one first."""
        theirs = select(versions).where(versions.c.consultation == consultation)
        return [_version(row) for row in await self._all(theirs.order_by(versions.c.number))]


def _columns(consultation: ConsultationId, version: Version) -> dict[str, Any]:
    said = Said(version.terms, version.reason, version.despite, version.meetings, version.papers)
    values = {"number": version.number, "amendment": version.amendment.value, "day": version.day}
    return {"consultation": consultation, **values, "said": to_json(said).decode()}


def _version(row: Row) -> Version:
    said = from_json(Said, row["said"])
    return Version(row["number"], Amendment(row["amendment"]), row["day"], **vars(said))
