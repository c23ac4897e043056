"""Safety reports, sealed; nothing beside them says who sent them, nor at what hour."""

from collections.abc import Sequence

from sqlalchemy import RowMapping, func, select

from participation.ids import InstitutionId, PersonId, ReportId
from participation.reports.model import Account, NewReport, Report
from storage.codec import from_json, to_json
from storage.desks.desk import Desk
from storage.desks.owning import owned_by, owner_mark
from storage.tables import reports


class Reports(Desk):
    """Fulfils `participation.ports.Reports`."""

    async def add(self, report: NewReport) -> ReportId:
        """Keep a new one; its receipt binds what is sealed."""
        author, receipt = str(report.author), report.receipt
        values = {
            "receipt": receipt,
            "institution": report.institution,
            "account": self._vault.seal("report", to_json(report.account), receipt),
            "author": self._vault.seal_text("report author", author, receipt),
            "owner": owner_mark(reports, report.author, receipt, vault=self._vault),
            "received_on": report.received_on,
            "urgent": report.urgent,
            "seen": False,
        }
        return ReportId(await self._number(reports.insert().values(values).returning(reports.c.id)))

    async def get(self, report: ReportId) -> Report:
        """The report of this number."""
        return self._report(await self._get(select(reports).where(reports.c.id == report)))

    async def author(self, report: ReportId) -> PersonId | None:
        """To whom an answer goes; None once they have asked to be erased. Never shown to anybody."""
        row = await self._get(select(reports.c.author, reports.c.receipt).where(reports.c.id == report))
        if row["author"] is None:
            return None
        return PersonId(int(self._vault.open_text("report author", row["author"], row["receipt"])))

    async def receipts_of(self, person: PersonId) -> Sequence[Report]:
        """Somebody's own, newest first."""
        own = await owned_by(person, reports, connection=self._connection, vault=self._vault)
        return [self._report(row) for row in own]

    async def of(self, institution: InstitutionId) -> Sequence[Report]:
        """Unseen first, then newest first."""
        wanted = select(reports).where(reports.c.institution == institution)
        return [self._report(row) for row in await self._all(wanted.order_by(reports.c.seen, reports.c.id.desc()))]

    async def mark_seen(self, report: ReportId) -> None:
        """Somebody in charge has read it."""
        await self._touch(reports.update().where(reports.c.id == report).values(seen=True))

    async def count_unseen(self, institution: InstitutionId) -> int:
        """How many nobody has read yet."""
        unseen = (reports.c.institution == institution, ~reports.c.seen)
        return await self._number(select(func.count()).select_from(reports).where(*unseen))

    def _report(self, row: RowMapping) -> Report:
        return Report(
            id=ReportId(row["id"]),
            receipt=row["receipt"],
            institution=InstitutionId(row["institution"]),
            account=from_json(Account, self._vault.open("report", row["account"], row["receipt"])),
            received_on=row["received_on"],
            urgent=row["urgent"],
            seen=row["seen"],
        )
