"""`bashke status`: how the service stands."""

import argparse

from bot.settings import read_settings
from bot.terminal import say
from bot.troubles import BROKEN, OK
from bot.wiring import SystemClock, open_database
from scheduler.watchdogs import sentence_of, standing


async def status(_: argparse.Namespace) -> int:
    """List what is wrong with what has been sent and waits to be; exit code 1 where anything is."""
    settings = read_settings(with_key=True, with_database=True)
    async with open_database(settings) as database, database.reading() as work:
        alarms = await standing(work.watch, SystemClock().now())
    for alarm in alarms:
        say(f"ALARM: {sentence_of(alarm)}")
    if not alarms:
        say("No alarm.")
    return BROKEN if alarms else OK
