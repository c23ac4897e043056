"""Who else holds an office: inviting them, and taking it away."""

from handlers.commands.which import ask_which
from handlers.turns import Talk, Turn, show
from handlers.views import colleagues as views
from handlers.views import inviting
from handlers.views.colleagues import DismissColleague, ShowColleagues
from handlers.views.inviting import InviteTo
from participation import desk_actions
from participation.errors import Refusal, Refused
from participation.ids import AppointmentId, InstitutionId
from participation.offices import usecases
from participation.offices.contacts import is_last_contact
from participation.offices.usecases import INVITATION_LASTS, invite
from participation.people.model import Right, Role
from participation.people.usecases import send_colleague_away


async def colleagues(talk: Talk, _: ShowColleagues) -> Turn:
    """List who else works for the institutions one administers."""
    found = await usecases.colleagues(by=talk.person.id, uow=talk.uow)
    places = {one.institution: await talk.uow.places.institution(one.institution) for one in found}
    return show(views.colleagues(talk, found, places))


async def colleague(talk: Talk, pressed: desk_actions.ShowColleague) -> Turn:
    """Show one of them, before anything is taken away."""
    found = await usecases.colleague(AppointmentId(pressed.appointment), by=talk.person.id, uow=talk.uow)
    institution = await talk.uow.places.institution(found.institution)
    protects = found.role.may(Right.PROTECT)
    last = protects and await is_last_contact(found.person, institution.id, uow=talk.uow)
    return show(views.colleague(talk, found, institution, last_contact=last))


async def dismiss_colleague(talk: Talk, pressed: DismissColleague) -> Turn:
    """Take the office away."""
    appointment = AppointmentId(pressed.appointment)
    found = await send_colleague_away(appointment, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.dismissed(talk, found, await talk.uow.places.institution(found.institution)), over=True)


async def invite_colleague(talk: Talk, _: object = None) -> Turn:
    """Make a one-time link for a colleague; an administrator may, and a protection contact for another one."""
    places = talk.where(Right.APPOINT, Right.PROTECT)
    if not places:
        return show(inviting.no_right_to_invite(talk))
    if len(places) > 1:
        return await ask_which(talk, talk.t("To which institution do you invite?"), places, InviteTo)
    return await invite_to(talk, InviteTo(places[0]))


async def invite_to(talk: Talk, pressed: InviteTo) -> Turn:
    """Ask as what; then make a one-time link into an institution."""
    place = InstitutionId(pressed.institution)
    given = [role for role in Role if place in talk.where(role.given_by)]
    if not given:
        raise Refused(Refusal.NOT_ALLOWED)
    institution = await talk.uow.places.institution(place)
    role = next((role for role in given if role.value == pressed.role or len(given) == 1), None)
    if role is None:
        return show(inviting.invite_as(talk, institution, given))
    token = talk.house.tokens()
    await invite(token, institution=place, role=role, by=talk.person.id, uow=talk.uow, now=talk.now)
    link = talk.house.links.to(f"ft_{token}")
    return show(*inviting.invitation(talk, institution, role, link, talk.now + INVITATION_LASTS))
