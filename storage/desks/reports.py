"""Safety reports, sealed; nothing beside them says who sent them, nor at what hour."""

from collections.abc import Sequence

from sqlalchemy import func, select

from participation.ids import InstitutionId, PersonId, ReportId
from participation.reports.model import Account, NewReport, Report
from storage.codec import from_json, to_json
from storage.desks.desk import Desk
from storage.desks.owning import owned_by, ownership
from storage.prepared import Row
from storage.tables import reports


class Reports(Desk):
    """Fulfils `participation.ports.Reports`."""

    async def add(self, report: NewReport) -> ReportId:
        """Keep a new one; its receipt binds what is sealed."""
        receipt = report.receipt
        values = {
            "receipt": receipt,
            "institution": report.institution,
            "account": self._vault.seal("report", to_json(report.account), receipt),
            "received_on": report.received_on,
            "urgent": report.urgent,
            "seen": False,
            **await ownership(report.author, reports, receipt, connection=self._connection, vault=self._vault),
        }
        return ReportId(await self._number(reports.insert().values(values).returning(reports.c.id)))

    async def get(self, report: ReportId) -> Report:
        """The report of this number."""
        return self._report(await self._get(select(reports).where(reports.c.id == report)))

    async def receipts_of(self, person: PersonId) -> Sequence[Report]:
        """Somebody's own, newest first."""
        own = await owned_by(person, reports, connection=self._connection, vault=self._vault)
        return [self._report(row) for row in own]

    async def of(self, institutions: Sequence[InstitutionId]) -> Sequence[ReportId]:
        """Unseen first, of these the urgent ones, then newest first."""
        wanted = select(reports.c.id).where(reports.c.institution.in_(institutions))
        in_order = wanted.order_by(reports.c.seen, reports.c.urgent.desc(), reports.c.id.desc())
        return [ReportId(row["id"]) for row in await self._all(in_order)]

    async def mark_seen(self, report: ReportId) -> None:
        """Somebody in charge has read it."""
        await self._touch(reports.update().where(reports.c.id == report).values(seen=True))

    async def unseen_urgent(self, institution: InstitutionId) -> Sequence[ReportId]:
        """The urgent ones that nobody has read yet."""
        wanted = select(reports.c.id).where(reports.c.institution == institution, reports.c.urgent, ~reports.c.seen)
        return [ReportId(row["id"]) for row in await self._all(wanted.order_by(reports.c.id))]

    async def count_unseen(self, institutions: Sequence[InstitutionId]) -> int:
        """How many nobody has read yet."""
        unseen = (reports.c.institution.in_(institutions), ~reports.c.seen)
        return await self._number(select(func.count()).select_from(reports).where(*unseen))

    def _report(self, row: Row) -> Report:
        return Report(
            id=ReportId(row["id"]),
            receipt=row["receipt"],
            institution=InstitutionId(row["institution"]),
            account=from_json(Account, self._vault.open("report", row["account"], row["receipt"])),
            received_on=row["received_on"],
            urgent=row["urgent"],
            seen=row["seen"],
        )
