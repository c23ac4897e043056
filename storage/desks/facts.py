"""What is counted of safety reports: each is opened for it, so many at a time, and its words are dropped at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from sqlalchemy import or_, select

from participation.dockets import Docket
from participation.reports.life import Act, State
from participation.reports.model import Deed, Entry, Fact
from storage.desks.desk import Desk
from storage.desks.kept import account_in, kept_in
from storage.desks.views import OPEN, lies_in
from storage.prepared import Row
from storage.tables import entries, reports

AT_ONCE: Final = 100
"""So many are opened before the next are read: their words need not all be in memory."""


class Facts(Desk):
    """Counts what the rows keep sealed."""

    async def of(self, docket: Docket, *, since: date) -> Sequence[Fact]:
        """Of each that came in since a day, and of each that is open."""
        wanted = (lies_in([docket]), or_(reports.c.received_on >= since, OPEN))
        numbers = [row["id"] for row in await self._all(select(reports.c.id).where(*wanted).order_by(reports.c.id))]
        found: list[Fact] = []
        for start in range(0, len(numbers), AT_ONCE):
            found += await self._some(numbers[start : start + AT_ONCE])
        return found

    async def _some(self, numbers: Sequence[int]) -> list[Fact]:
        done: dict[int, list[Entry]] = {}
        told = select(entries.c.report, entries.c.sealed, reports.c.receipt).join(reports)
        for row in await self._all(told.where(entries.c.report.in_(numbers)).order_by(entries.c.id)):
            done.setdefault(row["report"], []).append(kept_in(row, self._vault).entry)
        rows = await self._all(select(reports).where(reports.c.id.in_(numbers)).order_by(reports.c.id))
        return [self._fact(row, done.get(row["id"], [])) for row in rows]

    def _fact(self, row: Row, done: Sequence[Entry]) -> Fact:
        account = account_in(row, self._vault)
        ends = [entry.deed.outcome for entry in done if entry.deed.act is Act.CLOSE]
        handed = [entry.deed.handover for entry in done]
        state = State(row["state"])
        return Fact(
            receipt=row["receipt"],
            category=account.category,
            unit=account.spot.unit,
            received_on=row["received_on"],
            state=state,
            moved_on=row["moved_on"],
            outcome=ends[-1] if ends and state is State.CLOSED else None,
            acted_on=any(_is_measure(entry.deed) for entry in done),
            handed=tuple(replace(one, officer="", reference="") for one in handed if one),
        )


def _is_measure(deed: Deed) -> bool:
    """Whether something was done, about the report or the one it is joined to, and not only passed on."""
    return deed.act is Act.ACT_ON or (deed.act is Act.SHARE and deed.handover is None)
