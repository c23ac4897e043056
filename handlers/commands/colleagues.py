"""Who else works at the desk, and taking an office away."""

from handlers.turns import Talk, Turn, show
from handlers.views import colleagues as views
from handlers.views.colleagues import DismissColleague, ShowColleagues
from participation import actions
from participation.ids import AppointmentId
from participation.offices import usecases


async def colleagues(talk: Talk, _: ShowColleagues) -> Turn:
    """List who else works for the institutions one administers."""
    found = await usecases.colleagues(by=talk.person.id, uow=talk.uow)
    places = {one.institution: await talk.uow.places.institution(one.institution) for one in found}
    return show(views.colleagues(talk, found, places))


async def colleague(talk: Talk, pressed: actions.ShowColleague) -> Turn:
    """Show one of them, before anything is taken away."""
    found = await usecases.colleague(AppointmentId(pressed.appointment), by=talk.person.id, uow=talk.uow)
    return show(views.colleague(talk, found, await talk.uow.places.institution(found.institution)))


async def dismiss_colleague(talk: Talk, pressed: DismissColleague) -> Turn:
    """Take the office away."""
    appointment = AppointmentId(pressed.appointment)
    found = await usecases.dismiss_colleague(appointment, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.dismissed(talk, found, await talk.uow.places.institution(found.institution)), over=True)
