"""`bashke invite`: who may act for an institution."""

import argparse

from bot.settings import read_settings
from bot.setup import new_invitation
from bot.terminal import say
from bot.troubles import OK
from bot.wiring import SystemClock, open_service
from participation.people.model import Role


def options_of_invite(parser: argparse.ArgumentParser) -> None:
    """Which institution and which role."""
    parser.add_argument("--institution", help="its name; may be left out where there is only one")
    parser.add_argument("--role", choices=[role.value for role in Role], default=Role.COORDINATOR.value)


async def invite(given: argparse.Namespace) -> int:
    """Print a one-time link that makes somebody coordinator."""
    settings = read_settings(with_token=True)
    async with open_service(settings, SystemClock()) as service:
        token = await new_invitation(
            service.database, service.clock, institution=given.institution, role=Role(given.role)
        )
        say(f"https://t.me/{service.bot.username}?start=ft_{token}")
    say("It works once, within seven days. Send it to the person themselves.")
    return OK
