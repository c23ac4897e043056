"""What citizens may know is known already: an officer's words, sealed and bound to the report that leads."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import select

from participation.ids import InstitutionId, KnownId, ReportId
from participation.reports.model import KnownProblem
from storage.codec import from_json, to_json
from storage.desks.desk import Desk
from storage.desks.kept import account_in
from storage.desks.views import OPEN
from storage.prepared import Row
from storage.tables import known_problems, reports

WHOLE: Final = (
    select(known_problems.c.id, known_problems.c.report, known_problems.c.sealed)
    .add_columns(reports.c.receipt, reports.c.account, reports.c.institution, reports.c.state)
    .join_from(known_problems, reports)
    .where(OPEN)
    .order_by(known_problems.c.id.desc())
)


class KnownProblems(Desk):
    """Fulfils `participation.ports.KnownProblems`."""

    async def put(self, report: ReportId, words: str) -> None:
        """This is what citizens read of it from now on."""
        row = await self._get(select(reports.c.receipt).where(reports.c.id == report))
        await self.drop(report)
        sealed = self._vault.seal("known", to_json(words), row["receipt"])
        await self._run(known_problems.insert().values(report=report, sealed=sealed))

    async def of(self, institution: InstitutionId) -> Sequence[KnownProblem]:
        """All that are open there, the newest first."""
        return [self._opened(row) for row in await self._all(WHOLE.where(reports.c.institution == institution))]

    async def find(self, known: KnownId) -> KnownProblem | None:
        """The one of this number, as long as what it is about is open."""
        row = await self._find(WHOLE.where(known_problems.c.id == known))
        return None if row is None else self._opened(row)

    async def about(self, report: ReportId) -> KnownProblem | None:
        """What citizens read of a report, if they do."""
        row = await self._find(WHOLE.where(known_problems.c.report == report))
        return None if row is None else self._opened(row)

    async def drop(self, report: ReportId) -> None:
        """Nobody reads of it any more; harmless where nobody does."""
        await self._run(known_problems.delete().where(known_problems.c.report == report))

    def _opened(self, row: Row) -> KnownProblem:
        account = account_in(row, self._vault)
        return KnownProblem(
            id=KnownId(row["id"]),
            report=ReportId(row["report"]),
            institution=InstitutionId(row["institution"]),
            category=account.category,
            spot=account.spot,
            words=from_json(str, self._vault.open("known", row["sealed"], row["receipt"])),
        )
