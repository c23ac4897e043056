"""A name that a colleague wants to see: agreeing, declining, and looking at it once two have agreed."""

from handlers.turns import Talk, Turn, show
from handlers.views import unveiling as views
from participation import desk_actions
from participation.ids import ReportId, UnveilingId
from participation.offices.usecases import office_in
from participation.reports import identity


async def request(talk: Talk, pressed: views.ShowRequest) -> Turn:
    """Show the request that waits for an answer."""
    report = ReportId(pressed.report)
    number, one = await identity.request_about(report, by=talk.person.id, uow=talk.uow, now=talk.now)
    found = await talk.uow.reports.get(report)
    role = (await office_in(one.asker, found.institution, uow=talk.uow, right=found.docket.right)).role
    return show(views.request(talk, found, number, one, role))


async def agree(talk: Talk, pressed: desk_actions.AgreeToName) -> Turn:
    """Open the name to whoever asked and to this officer."""
    report, number = ReportId(pressed.report), UnveilingId(pressed.unveiling)
    until = await identity.agree(report, number, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.agreed(talk, report, talk.texts.moment(until)), over=True)


async def decline(talk: Talk, pressed: desk_actions.DeclineName) -> Turn:
    """Leave it closed."""
    report, number = ReportId(pressed.report), UnveilingId(pressed.unveiling)
    await identity.decline(report, number, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.declined(talk, report), over=True)


async def show_name(talk: Talk, pressed: desk_actions.ShowName) -> Turn:
    """Show the name, as long as it is open to this officer."""
    found, given = await identity.look(ReportId(pressed.report), by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.name(talk, found, given))
