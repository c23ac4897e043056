"""The views of the reports that officers look through: which rows are in each, in what order, how many."""

from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import ColumnElement, and_, case, func, or_, select, true

from participation.dockets import Docket
from participation.ids import PersonId, ReportId
from participation.reports.life import State
from participation.reports.model import Gist, View
from storage.desks.desk import Desk
from storage.desks.kept import account_in
from storage.tables import reports

AT_ONCE: Final = 100
"""So many are opened before the next are read: their words need not all be in memory."""
UNSEEN: Final = reports.c.state == State.DELIVERED.value
UNREAD: Final = or_(UNSEEN, reports.c.said)
OPEN: Final = reports.c.state.not_in((State.CLOSED.value, State.JOINED.value))
IN_ORDER: Final = (UNREAD.desc(), OPEN.desc(), reports.c.urgent.desc(), reports.c.id.desc())


def lies_in(dockets: Sequence[Docket]) -> ColumnElement[bool]:
    """Which reports lie there: whoever asks for reports says whose, so that what is guarded is never among others."""
    read_by_all = [one.institution for one in dockets if not one.guarded]
    guarded = [one.institution for one in dockets if one.guarded]
    there = reports.c.institution
    return or_(and_(there.in_(read_by_all), ~reports.c.guarded), and_(there.in_(guarded), reports.c.guarded))


def in_views(officer: PersonId | None) -> Mapping[View, ColumnElement[bool]]:
    """Which reports are in each view of an officer: a new view is a row here, and a name on its button."""
    return {
        View.ALL: true(),
        View.NEW: UNREAD,
        View.MINE: and_(OPEN, reports.c.officer == officer),
        View.FREE: and_(OPEN, ~UNSEEN, reports.c.officer.is_(None)),
        View.LATE: OPEN,  # which of them are late stands in what is sealed: whoever asks takes those
        View.OPEN: OPEN,
        View.CLOSED: ~OPEN,
    }


class Views(Desk):
    """Finds the reports of a view."""

    async def of(self, dockets: Sequence[Docket], view: View, officer: PersonId | None) -> Sequence[ReportId]:
        """Those in a view, what is unread first; none is opened for it."""
        there = (lies_in(dockets), in_views(officer)[view])
        rows = await self._all(select(reports.c.id).where(*there).order_by(*IN_ORDER))
        return [ReportId(row["id"]) for row in rows]

    async def gists(self, dockets: Sequence[Docket], view: View, officer: PersonId) -> Sequence[Gist]:
        """The same, each opened."""
        numbers = await self.of(dockets, view, officer)
        opened: dict[ReportId, Gist] = {}
        for start in range(0, len(numbers), AT_ONCE):
            opened |= await self._opened(numbers[start : start + AT_ONCE])
        return [opened[number] for number in numbers if number in opened]

    async def _opened(self, numbers: Sequence[ReportId]) -> Mapping[ReportId, Gist]:
        wanted = select(reports.c.id, reports.c.receipt, reports.c.account).where(reports.c.id.in_(numbers))
        accounts = {ReportId(row["id"]): account_in(row, self._vault) for row in await self._all(wanted)}
        return {number: Gist(number, one.category, one.spot.unit) for number, one in accounts.items()}

    async def count(self, dockets: Sequence[Docket], officer: PersonId) -> Mapping[View, int]:
        """How many are in each."""
        views = in_views(officer)
        counted = [func.coalesce(func.sum(case((is_in, 1), else_=0)), 0).label(view) for view, is_in in views.items()]
        row = await self._get(select(*counted).where(lies_in(dockets)))
        return {view: int(row[view]) for view in views}
