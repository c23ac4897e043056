"""Days off that a decision adds."""

from handlers.commands.which import ask_which
from handlers.turns import Talk, Turn, show
from handlers.views import days as views
from handlers.views.days import RemoveDayOff, ShowDaysOff
from participation.consultations.days_off import days_off, remove_day_off
from participation.errors import Refusal, Refused
from participation.ids import DayOffId, InstitutionId
from participation.people.model import Right


async def show_days(talk: Talk, pressed: ShowDaysOff) -> Turn:
    """Show the days off of an institution, or ask of which."""
    places = talk.where(Right.APPOINT)
    if not places:
        raise Refused(Refusal.NOT_ALLOWED)
    if not pressed.institution and len(places) > 1:
        return await ask_which(talk, talk.t("The days off of which institution?"), places, ShowDaysOff)
    return await days_of(InstitutionId(pressed.institution or places[0]), talk)


async def days_of(institution: InstitutionId, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    """The list, with a word above it."""
    found = await days_off(institution, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.days(talk, await talk.uow.places.institution(institution), found, note), draft=None, over=over)


async def remove_day(talk: Talk, pressed: RemoveDayOff) -> Turn:
    """Take out one that was a mistake."""
    institution = InstitutionId(pressed.institution)
    by, uow, now = talk.person.id, talk.uow, talk.now
    moved = await remove_day_off(institution, DayOffId(pressed.number), by=by, uow=uow, now=now)
    return await days_of(institution, talk, views.removed(talk, moved), over=True)
