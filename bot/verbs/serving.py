"""`bashke run`: the service."""

import argparse
import asyncio
import logging
import signal
from collections.abc import Callable
from typing import Final

from bot import envfile, logs
from bot.lock import alone_on
from bot.profile import present
from bot.settings import Settings, read_settings
from bot.terminal import complain, say
from bot.troubles import BROKEN, OK
from bot.wiring import Service, SystemClock, open_service
from storage.copies import set_log_aside
from storage.errors import TakenAway

log = logging.getLogger(__name__)

SIGNS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""Ctrl-C, the system's wish, and a terminal that was closed."""


async def run(_: argparse.Namespace) -> int:
    """Take updates in and carry messages out until told to stop."""
    settings = read_settings(with_token=True, with_key=True, with_database=True)
    logs.set_up(settings.log_level)
    if envfile.lies_open():
        log.warning(envfile.OPEN)
    with alone_on(settings.database_file):
        try:
            return await _serve(settings)
        except* TakenAway:
            set_log_aside(settings.database_file)
            raise


async def _serve(settings: Settings) -> int:
    """Whoever stops it while it still waits for Telegram has not broken anything."""
    this = asyncio.current_task()
    assert this is not None
    _when_told(this.cancel)
    try:
        async with open_service(settings, SystemClock(), patient=True) as service:
            _when_told(service.stop)
            return await _work(service)
    except asyncio.CancelledError:
        return OK


def _when_told(stop: Callable[[], object]) -> None:
    for sign in SIGNS:
        asyncio.get_running_loop().add_signal_handler(sign, stop)


async def _work(service: Service) -> int:
    await present(service.bot)
    say(f"@{service.bot.username} is at work. Stop it with Ctrl-C.")
    if await service.run():
        return OK
    complain("BASHKE_TOKEN: Telegram no longer accepts this token; everything queued stays for the next start")
    return BROKEN
