"""Safety reports, sealed, and what was done about them; nothing beside them says who sent them, nor at what hour."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from sqlalchemy import bindparam, func, or_, select

from participation.dockets import Docket
from participation.ids import EntryId, InstitutionId, PersonId, ReportId
from participation.reports.life import SENDERS, State
from participation.reports.limits import Due
from participation.reports.model import Entry, Fact, Gist, NewReport, Pending, Report, View
from storage.codec import to_json
from storage.desks.desk import Desk
from storage.desks.facts import Facts
from storage.desks.kept import Kept, account_in, due_in, kept_in
from storage.desks.threads import Threads
from storage.desks.unsigning import put_account, take_name_off
from storage.desks.views import OPEN, UNREAD, UNSEEN, Views, lies_in
from storage.prepared import Prepared, Row
from storage.tables import entries, known_problems, reports, tombstones, topics, unveilings

NEWEST: Final = reports.c.id.desc()
ONE: Final = Prepared(select(reports).where(reports.c.id == bindparam("report")))
ENTRIES: Final = select(entries, reports.c.receipt).join(reports)


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
            "state": (State.DELIVERED if report.lead is None else State.JOINED).value,
            "officer": None,
            "moved_on": report.received_on,
            "said": report.said,
            "due": self._vault.seal("due", to_json(report.due), receipt),
            "lead": report.lead,
            "guarded": report.guarded,
        }
        number = await self._number(reports.insert().values(values).returning(reports.c.id))
        await self._threads.tie(report.author, receipt)
        return ReportId(number)

    async def get(self, report: ReportId) -> Report:
        """The report of this number."""
        return self._report(await self._row(report))

    async def find(self, receipt: str) -> ReportId | None:
        """The one with this number on its receipt, if there is one."""
        row = await self._find(select(reports.c.id).where(reports.c.receipt == receipt))
        return None if row is None else ReportId(row["id"])

    async def receipts_of(self, person: PersonId) -> Sequence[Report]:
        """Somebody's own, newest first."""
        receipts = await self._threads.receipts(person)
        wanted = select(reports).where(reports.c.receipt.in_(receipts)).order_by(reports.c.id.desc())
        return [self._report(row) for row in await self._all(wanted)]

    async def sender(self, report: ReportId) -> PersonId | None:
        """Who is to hear of it; None once they have cut the thread, or asked to be erased."""
        return await self._threads.sender((await self._row(report))["receipt"])

    async def cut(self, report: ReportId) -> None:
        """Nothing leads from it to its sender any more, for ever; a name they gave is taken off."""
        row = await self._row(report)
        await self._threads.cut(row["receipt"])
        await take_name_off(row, connection=self._connection, vault=self._vault)

    async def of(
        self, dockets: Sequence[Docket], view: View = View.ALL, *, officer: PersonId | None = None
    ) -> Sequence[ReportId]:
        """What an officer sees in a view, what is unread first."""
        return await self._views.of(dockets, view, officer)

    async def gists(self, dockets: Sequence[Docket], view: View, *, officer: PersonId) -> Sequence[Gist]:
        """The same, each opened to see by what it is found."""
        return await self._views.gists(dockets, view, officer)

    async def count_by_view(self, dockets: Sequence[Docket], *, officer: PersonId) -> Mapping[View, int]:
        """How many an officer sees in each view."""
        return await self._views.count(dockets, officer)

    async def move(self, report: ReportId, state: State, *, officer: PersonId | None, on: date) -> None:
        """It stands there now, in the hands of this officer or of nobody."""
        values = {"state": state.value, "officer": officer, "moved_on": on}
        await self._touch(reports.update().where(reports.c.id == report).values(values))

    async def pending(self, dockets: Sequence[Docket]) -> Sequence[Pending]:
        """Those neither closed nor joined, the oldest first; only by when they are due is opened for it."""
        columns = ("id", "receipt", "institution", "guarded", "state", "urgent", "due")
        wanted = select(*(reports.c[name] for name in columns)).where(lies_in(dockets), OPEN).order_by(reports.c.id)
        return [
            Pending(ReportId(row["id"]), State(row["state"]), row["urgent"], due_in(row, self._vault), docket_of(row))
            for row in await self._all(wanted)
        ]

    async def set_due(self, report: ReportId, due: Due) -> None:
        """By when it is to be read and answered now."""
        sealed = self._vault.seal("due", to_json(due), (await self._row(report))["receipt"])
        await self._run(reports.update().where(reports.c.id == report).values(due=sealed))

    async def rename(self, report: Report) -> None:
        """It stands under the name that is in it now, or under none."""
        row = await self._row(report.id)
        await put_account(row, report.account, connection=self._connection, vault=self._vault)

    async def mark_read(self, report: ReportId) -> None:
        """An officer has looked at all that its sender said."""
        await self._touch(reports.update().where(reports.c.id == report).values(said=False))

    async def join(self, report: ReportId, lead: ReportId) -> None:
        """It stands under another one, and so do those that stood under it."""
        both = or_(reports.c.id == report, reports.c.lead == report)
        await self._touch(reports.update().where(both).values(lead=lead))

    async def part(self, report: ReportId) -> None:
        """It stands under no other."""
        await self._touch(reports.update().where(reports.c.id == report).values(lead=None))

    async def joined_to(self, lead: ReportId) -> Sequence[ReportId]:
        """Those that are dealt with together with it, the newest first."""
        theirs = (reports.c.lead == lead, reports.c.state == State.JOINED.value)
        return [ReportId(row["id"]) for row in await self._all(select(reports.c.id).where(*theirs).order_by(NEWEST))]

    async def guard(self, report: ReportId) -> None:
        """Only the protection contact reads it from now on; it is urgent, and no group speaks of it."""
        await self._touch(reports.update().where(reports.c.id == report).values(guarded=True, urgent=True))
        await self._run(topics.delete().where(topics.c.report == report))

    async def lately(self, docket: Docket, *, since: date, most: int) -> Sequence[Report]:
        """Those that came since a day and are open, so many of the newest."""
        there = (lies_in([docket]), reports.c.received_on >= since, OPEN)
        rows = await self._all(select(reports).where(*there).order_by(NEWEST).limit(most))
        return [self._report(row) for row in rows]

    async def release(self, officer: PersonId, docket: Docket) -> int:
        """What an officer has in hand there is in nobody's, and waits to be taken again; returns how many."""
        theirs = (lies_in([docket]), reports.c.officer == officer)
        in_hand = (*theirs, reports.c.state == State.IN_HAND.value)
        await self._run(reports.update().where(*in_hand).values(state=State.SEEN.value))
        return await self._run(reports.update().where(*theirs).values(officer=None))

    async def enter(self, report: ReportId, entry: Entry) -> EntryId:
        """Write down what was done or said about it; its receipt binds what is sealed."""
        sealed = self._sealed(Kept(entry), (await self._row(report))["receipt"])
        values = {"report": report, "sealed": sealed, "day": entry.on, "told": not entry.is_news}
        if entry.deed.act in SENDERS:
            await self._run(reports.update().where(reports.c.id == report).values(said=True))
        return EntryId(await self._number(entries.insert().values(values).returning(entries.c.id)))

    async def entry(self, entry: EntryId) -> tuple[ReportId, Entry]:
        """What was done or said, and about which report."""
        row = await self._get(ENTRIES.where(entries.c.id == entry))
        return ReportId(row["report"]), self._kept(row).entry

    async def entries(self, report: ReportId) -> Sequence[Entry]:
        """What was done and said about it, in order."""
        rows = await self._all(ENTRIES.where(entries.c.report == report).order_by(entries.c.id))
        return [self._kept(row).entry for row in rows]

    async def untold(self) -> Sequence[EntryId]:
        """News that has not been brought to whoever is to hear it, the oldest first."""
        wanted = select(entries.c.id).where(~entries.c.told).order_by(entries.c.id)
        return [EntryId(row["id"]) for row in await self._all(wanted)]

    async def mark_told(self, entry: EntryId, *, told: bool = True) -> None:
        """Whoever is to hear it has been told, or there is nobody; or they are asleep and must be told yet."""
        await self._run(entries.update().where(entries.c.id == entry).values(told=told))

    async def mark_heard(self, entry: EntryId) -> None:
        """Its news has reached the sender; without the key nobody sees that."""
        row = await self._find(ENTRIES.where(entries.c.id == entry))
        if row is not None:  # deleted meanwhile, with its report
            sealed = self._sealed(replace(self._kept(row), heard=True), row["receipt"])
            await self._run(entries.update().where(entries.c.id == entry).values(sealed=sealed))

    async def unheard(self, person: PersonId) -> Sequence[EntryId]:
        """News of somebody's own reports that has not reached them, the oldest first."""
        own = reports.c.receipt.in_(await self._threads.receipts(person))
        kept = [(row["id"], self._kept(row)) for row in await self._all(ENTRIES.where(own).order_by(entries.c.id))]
        return [EntryId(number) for number, one in kept if one.entry.is_for_sender and not one.heard]

    async def count_of(self, person: PersonId, day: date) -> int:
        """How many somebody has sent on a day; none of them is opened for it."""
        own = (reports.c.receipt.in_(await self._threads.receipts(person)), reports.c.received_on == day)
        return await self._number(select(func.count()).select_from(reports).where(*own))

    async def count_on(self, docket: Docket, day: date) -> int:
        """How many came in on a day."""
        came = (lies_in([docket]), reports.c.received_on == day)
        return await self._number(select(func.count()).select_from(reports).where(*came))

    async def closed_before(self, institution: InstitutionId, day: date) -> Sequence[ReportId]:
        """Those that have been closed since before a day."""
        closed = (reports.c.institution == institution, reports.c.state == State.CLOSED.value, reports.c.moved_on < day)
        return [ReportId(row["id"]) for row in await self._all(select(reports.c.id).where(*closed))]

    async def facts(self, docket: Docket, *, since: date) -> Sequence[Fact]:
        """Of each that came in since a day, and of each that is open, what is counted."""
        return await Facts(self._connection, self._vault).of(docket, since=since)

    async def bury(self, report: ReportId, *, on: date) -> None:
        """Delete it, what was said about it and the thread; that it was there stays, with the day."""
        row = await self._row(report)
        await self._threads.cut(row["receipt"])
        await self._run(reports.update().where(reports.c.lead == report).values(lead=None))
        for table in (entries, unveilings, known_problems, topics):
            await self._run(table.delete().where(table.c.report == report))
        await self._run(reports.delete().where(reports.c.id == report))
        stone = {"receipt": row["receipt"], "institution": row["institution"], "day": on}
        await self._run(tombstones.insert().values(stone))

    async def unseen_urgent(self, docket: Docket) -> Sequence[ReportId]:
        """The urgent ones that nobody has read yet."""
        wanted = select(reports.c.id).where(lies_in([docket]), reports.c.urgent, UNSEEN)
        return [ReportId(row["id"]) for row in await self._all(wanted.order_by(reports.c.id))]

    async def count_unseen(self, dockets: Sequence[Docket]) -> int:
        """How many nobody has read yet, or not what their sender said since."""
        unread = (lies_in(dockets), UNREAD)
        return await self._number(select(func.count()).select_from(reports).where(*unread))

    @property
    def _views(self) -> Views:
        return Views(self._connection, self._vault)

    @property
    def _threads(self) -> Threads:
        return Threads(self._connection, self._vault)

    async def _row(self, report: ReportId) -> Row:
        return await self._get(ONE, report=report)

    def _kept(self, row: Row) -> Kept:
        return kept_in(row, self._vault)

    def _sealed(self, kept: Kept, receipt: str) -> bytes:
        return self._vault.seal("entry", to_json(kept), receipt)

    def _report(self, row: Row) -> Report:
        return Report(
            id=ReportId(row["id"]),
            receipt=row["receipt"],
            institution=InstitutionId(row["institution"]),
            account=account_in(row, self._vault),
            received_on=row["received_on"],
            urgent=row["urgent"],
            state=State(row["state"]),
            said=row["said"],
            officer=None if row["officer"] is None else PersonId(row["officer"]),
            due=due_in(row, self._vault),
            lead=None if row["lead"] is None else ReportId(row["lead"]),
            guarded=row["guarded"],
        )


def docket_of(row: Row) -> Docket:
    """With which others a report lies."""
    return Docket(InstitutionId(row["institution"]), row["guarded"])
