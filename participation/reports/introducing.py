"""What the sender of a report wants to be called: nobody asks, and only they can say it, change it and take it back.

Of a made-up name the coordinators hear as of whatever else the sender says. Of a real one nobody hears anything: it is
nobody's business when it was given.
"""

from dataclasses import replace
from datetime import datetime

from participation.clock import local_day
from participation.ids import PersonId, ReportId
from participation.ports import UnitOfWork
from participation.reports.life import Act, after
from participation.reports.model import Deed, Entry, GivenName, NameKind, Report
from participation.reports.news import tell
from participation.reports.senders import report_for_sender, why_full
from participation.reports.usecases import check_name


async def introduce(report: ReportId, name: GivenName, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Report:
    """Put one's report under this name and no other; twice is the same as once."""
    found = await report_for_sender(report, by=by, uow=uow)
    check_name(name)
    after(found.state, Act.GO_BY)
    named = replace(found, account=found.account.named(name))
    if named == found:
        return found
    await uow.reports.rename(named)
    if name.kind is NameKind.MADE_UP:
        await _say_so(found, uow=uow, now=now)
    return await uow.reports.get(report)


async def _say_so(found: Report, *, uow: UnitOfWork, now: datetime) -> None:
    """Once: a made-up name that is changed is found with the report, and nobody is called for each change."""
    entries = await uow.reports.entries(found.id)
    if why_full(entries) or any(entry.deed.act is Act.GO_BY for entry in entries):
        return
    # Who has not looked at what was said before is not called again either.
    entry = await uow.reports.enter(found.id, Entry(Deed(Act.GO_BY), local_day(now), is_news=not found.said))
    if not found.said:
        await tell(entry, uow=uow, now=now)


async def withdraw_name(report: ReportId, *, by: PersonId, uow: UnitOfWork) -> Report:
    """Take the name off one's report, with all that tells that it bore one."""
    found = await report_for_sender(report, by=by, uow=uow)
    nameless = replace(found, account=found.account.named(None))
    await uow.reports.rename(nameless)
    return nameless
