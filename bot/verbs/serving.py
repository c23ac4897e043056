"""`bashke run`: the service."""

import argparse
import asyncio
import logging
import signal
from collections.abc import Callable
from typing import Final

from bot import envfile, logs
from bot.lines import Role
from bot.lock import alone_on
from bot.problems import Problems
from bot.profile import present
from bot.ready import get_ready
from bot.settings import Settings, read_settings
from bot.terminal import complain, say
from bot.troubles import BROKEN, OK
from bot.wiring import Service, SystemClock, open_service
from storage.copies import set_log_aside
from storage.errors import TakenAway

log = logging.getLogger(__name__)

SIGNS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""Ctrl-C, the system's wish, and a terminal that was closed."""


def options_of_run(parser: argparse.ArgumentParser) -> None:
    """Which part of the work this process does."""
    parser.add_argument(
        "--role",
        choices=[role.value for role in Role],
        default=Role.ALL.value,
        help="what this process does; several share one PostgreSQL, an SQLite file has one process for all",
    )


async def run(given: argparse.Namespace) -> int:
    """Take updates in and carry messages out until told to stop."""
    role = Role(given.role)
    settings = read_settings(with_token=role.speaks, with_key=True, with_database=True)
    file = settings.database_file
    if file is not None and role is not Role.ALL:
        raise Problems([f"--role {role}: an SQLite file has one process for everything; PostgreSQL can have several"])
    logs.set_up(settings.log_level)
    if envfile.lies_open():
        log.warning(envfile.OPEN)
    with alone_on(file):
        try:
            return await _serve(settings, role)
        except* TakenAway:
            if file is not None:
                set_log_aside(file)
            raise


async def _serve(settings: Settings, role: Role) -> int:
    """Whoever stops it while it still waits for Telegram has not broken anything."""
    this = asyncio.current_task()
    assert this is not None
    _when_told(this.cancel)
    try:
        async with open_service(settings, SystemClock(), role=role, patient=True) as service:
            _when_told(service.stop)
            return await _work(service)
    except asyncio.CancelledError:
        return OK


def _when_told(stop: Callable[[], object]) -> None:
    for sign in SIGNS:
        asyncio.get_running_loop().add_signal_handler(sign, stop)


async def _work(service: Service) -> int:
    for line in service.lines:
        await present(line.bot)
    names = ", ".join(f"@{line.bot.username}" for line in service.lines) or "The scheduler"
    say(f"{names} {'are' if service.lines[1:] else 'is'} at work. Stop it with Ctrl-C.")
    await asyncio.to_thread(get_ready, service.role)
    if await service.run():
        return OK
    complain("BASHKE_TOKEN: Telegram no longer accepts this token; everything queued stays for the next start")
    return BROKEN
