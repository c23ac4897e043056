"""`bashke invite` and `bashke officers`: who may act for an institution."""

import argparse
from collections.abc import Mapping

from bot import lines
from bot.problems import Problems
from bot.settings import read_settings
from bot.setup import new_invitation
from bot.terminal import say
from bot.troubles import OK
from bot.wiring import SystemClock, open_database, open_service
from participation.clock import local
from participation.people.model import Office, Right, Role
from participation.people.usecases import send_away
from participation.places import Institution
from participation.ports import UnitOfWork


def options_of_invite(parser: argparse.ArgumentParser) -> None:
    """Which institution and which role."""
    parser.add_argument("--institution", help="its name; may be left out where there is only one")
    parser.add_argument(
        "--role",
        choices=[role.value for role in Role],
        default=Role.COORDINATOR.value,
        help="an admin may also invite others; left out, it is a coordinator",
    )


async def invite(given: argparse.Namespace) -> int:
    """Print a one-time link that makes somebody coordinator."""
    settings = read_settings(with_token=True, with_key=True, with_database=True)
    # The door where updates are brought belongs to the service that is at work.
    async with open_service(settings, SystemClock(), role=lines.Role.COURIER) as service:
        token = await new_invitation(
            service.database, service.clock, institution=given.institution, role=Role(given.role)
        )
        links = [f"https://t.me/{line.bot.username}?start=ft_{token}" for line in service.lines]
        say("\n".join(links))
    say("It works once, within seven days. Send it to the person themselves.")
    if links[1:]:
        say("Whichever of these is opened counts: through that bot they will act.")
    return OK


def options_of_officers(parser: argparse.ArgumentParser) -> None:
    """Whom to dismiss."""
    parser.add_argument("--remove", metavar="OFFICE", help="dismiss the one who holds this office, for example PR-7")


async def officers(given: argparse.Namespace) -> int:
    """List who holds an office, each under a name that says nothing of the person; dismiss one with --remove."""
    settings = read_settings(with_key=True, with_database=True)
    async with open_database(settings) as database, database.transaction() as work:
        held = await _held(work)
        if given.remove is None:
            appointments = await work.audit.appointments()
            taken = {(one.institution, one.person, one.role.rivals): one.at for one in appointments}
            for name, (office, institution) in held.items():
                since = taken.get((institution.id, office.person, office.role.rivals))
                moment = f", since {local(since):%d.%m.%Y %H:%M}" if since else ""
                say(f"{name}: {institution.name}, {office.role.value}{moment}")
            if not held:
                say("Nobody holds an office yet: `bashke invite` makes a link into one.")
            return OK
        if given.remove not in held:
            raise Problems([f"--remove: there is no office {given.remove}; `bashke officers` lists them"])
        office, institution = held[given.remove]
        now = SystemClock().now()
        await send_away(office.person, institution=institution.id, role=office.role, uow=work, now=now)
    say(f"{given.remove} no longer acts for {institution.name}; links into it that nobody has opened lead nowhere now.")
    return OK


async def _held(work: UnitOfWork) -> Mapping[str, tuple[Office, Institution]]:
    """Every office under the letters of its institution and a number of ours; a contact may hold another one beside."""
    institutions = {one.id: one for one in await work.places.institutions()}
    offices = await work.people.all_officers()
    named = [(office, institutions[office.institution]) for office in offices]
    return {_name_of(office, institution): (office, institution) for office, institution in named}


def _name_of(office: Office, institution: Institution) -> str:
    beside = f"-{office.role.value}" if office.may(Right.PROTECT) else ""
    return f"{institution.prefix}-{office.person}{beside}"
