"""Reports about the same thing: one leads, the others are joined to it and their senders hear what is done about it.

Nobody learns of anybody: a sender reads that others have reported the same, and never who, how many, or what. Where
somebody may be in danger or in need not even that: whoever hurts a child could report it to learn whether it has told.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from participation.errors import NotFound, Refusal, Refused
from participation.ids import ReportId
from participation.ports import UnitOfWork
from participation.reports.kinds import kind_of
from participation.reports.life import Act, can
from participation.reports.likeness import FADES, alike
from participation.reports.model import Report
from participation.words import fold

POOL: Final = 200
"""So many of the newest are compared."""
CARRIED: Final[Mapping[Act, Act]] = {Act.HAND_OVER: Act.SHARE, Act.ACT_ON: Act.SHARE, Act.CLOSE: Act.CLOSE}
"""What is done about a report that leads, and what that is for those joined to it."""
WITH_OTHERS: Final = frozenset({Act.JOIN, Act.PART})
"""What tells that there are others."""
TYPED: Final = re.compile(r"\W*(?:([a-z]{1,6})\W*s\W*)?(?:([0-9]{4})\W+)?([0-9]{1,6})\W*")


def may_lead(report: Report) -> bool:
    """Whether others can be joined to it: somebody has read it, and it is neither closed nor joined itself."""
    return can(report.state, Act.JOIN)


async def is_for_all(report: Report, *, uow: UnitOfWork) -> bool:
    """Whether its sender may learn that others have reported the like; where its category is gone, not."""
    kind = await kind_of(report, uow=uow)
    return not report.is_careful and kind is not None and kind.is_for_all


async def likely(found: Report, *, uow: UnitOfWork, today: date) -> Sequence[Report]:
    """Those that may be about the same thing, the likeliest first."""
    if not may_lead(found):
        return ()
    pool = await uow.reports.lately(found.docket, since=today - timedelta(days=FADES), most=POOL)
    return alike(found, filter(may_lead, pool))


async def lead_for(found: Report, lead: ReportId | None, *, uow: UnitOfWork) -> Report:
    """The report that is to lead another one.

    Raises Refused (NO_LEAD) where it cannot; one of another institution is as good as none.
    """
    try:
        chosen = await uow.reports.get(lead) if lead is not None else found
    except NotFound:
        raise Refused(Refusal.NO_LEAD) from None
    if chosen.id == found.id or chosen.docket != found.docket or not may_lead(chosen):
        raise Refused(Refusal.NO_LEAD)
    return chosen


async def numbered(words: str, found: Report, *, uow: UnitOfWork, today: date) -> ReportId | None:
    """The report that lies with it whose number somebody typed, whole or only its end; of others none is found."""
    typed = TYPED.fullmatch(fold(words))
    prefix = (await uow.places.institution(found.institution)).prefix
    if typed is None or (typed[1] or prefix.lower()) != prefix.lower():
        return None
    number = await uow.reports.find(f"{prefix}-S-{typed[2] or today.year}-{int(typed[3]):04d}")
    lies_there = number is not None and (await uow.reports.get(number)).docket == found.docket
    return number if lies_there else None
