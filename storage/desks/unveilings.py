"""Who asked to see the name that was given with a report, why, and who agreed: sealed, and bound to the receipt."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import select

from participation.dockets import Docket
from participation.ids import PersonId, ReportId, UnveilingId
from participation.reports.model import Unveiling
from storage.codec import from_json, to_json
from storage.desks.desk import Desk
from storage.desks.views import lies_in
from storage.prepared import Row
from storage.tables import reports, unveilings

WHOLE: Final = select(unveilings, reports.c.receipt).join(reports).order_by(unveilings.c.id)


class Unveilings(Desk):
    """Fulfils `participation.ports.Unveilings`."""

    async def add(self, report: ReportId, unveiling: Unveiling) -> UnveilingId:
        """Keep a new request."""
        row = await self._get(select(reports.c.receipt).where(reports.c.id == report))
        values = {"report": report, "sealed": self._sealed(unveiling, row["receipt"])}
        return UnveilingId(await self._number(unveilings.insert().values(values).returning(unveilings.c.id)))

    async def of(self, report: ReportId) -> Mapping[UnveilingId, Unveiling]:
        """All about one report, the oldest first."""
        return self._opened(await self._all(WHOLE.where(unveilings.c.report == report)))

    async def put(self, number: UnveilingId, unveiling: Unveiling) -> None:
        """It stands like this now."""
        row = await self._get(WHOLE.where(unveilings.c.id == number))
        values = {"sealed": self._sealed(unveiling, row["receipt"])}
        await self._touch(unveilings.update().where(unveilings.c.id == number).values(values))

    async def drop(self, number: UnveilingId) -> None:
        """It was declined, or withdrawn."""
        await self._run(unveilings.delete().where(unveilings.c.id == number))

    async def release(self, officer: PersonId, docket: Docket) -> None:
        """What an officer asked for there and nobody answered is gone; what they asked for or agreed to is closed."""
        rows = await self._all(WHOLE.where(lies_in([docket])))
        for number, one in self._opened(rows).items():
            if one.asker == officer and one.agreed_by is None:
                await self.drop(number)
            elif officer in {one.asker, one.agreed_by}:
                await self.put(number, replace(one, until=None))

    def _opened(self, rows: Sequence[Row]) -> Mapping[UnveilingId, Unveiling]:
        return {
            UnveilingId(row["id"]): from_json(Unveiling, self._vault.open("unveiling", row["sealed"], row["receipt"]))
            for row in rows
        }

    def _sealed(self, unveiling: Unveiling, receipt: str) -> bytes:
        return self._vault.seal("unveiling", to_json(unveiling), receipt)
