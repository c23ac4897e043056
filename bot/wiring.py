"""Builds the whole service by hand: read it to know the system.

telegram.Bot ─▶ Intake ─▶ router ─▶ use-cases ─▶ Database ─▶ Courier ─▶ TelegramChannel ─▶ telegram.Bot
                                                   ▲
                                  Metronome ───────┘
"""

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from telegram import Bot
from telegram.error import NetworkError, RetryAfter
from telegram.request import BaseRequest

from bot.intake import Intake
from bot.office import OfficeScribe, PrintingOffice
from bot.outage import Outage
from bot.settings import Settings
from bot.setup import new_token
from bot.transport import AiohttpRequest
from delivery.channels.telegram import TelegramChannel
from delivery.courier import DILIGENT, Courier, Habits
from delivery.letters.table import Letters
from delivery.limits import Limits, Pace
from handlers.turns import House
from participation.clock import Clock
from scheduler.runner import Metronome
from storage.database import Database, OnCommit, nobody_listens
from storage.keys import read_key_file
from storage.vault import Vault

TRY_AGAIN = 5.0

log = logging.getLogger(__name__)


class SystemClock:
    """The only clock that runs by itself."""

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return datetime.now(UTC)  # noqa: TID251  the one place where it is asked

    async def sleep(self, seconds: float) -> None:
        """Wait for so many seconds."""
        await asyncio.sleep(seconds)


@dataclass(frozen=True)
class DeepLinks:
    """Links that open the bot at a place."""

    username: str

    def to(self, payload: str) -> str:
        """The link that carries a payload of at most 64 characters."""
        return f"https://t.me/{self.username}?start={payload}"


@dataclass
class Service:
    """Everything that runs, and how it stops."""

    bot: Bot
    database: Database
    courier: Courier
    intake: Intake
    metronome: Metronome
    clock: Clock

    asked_to_stop: bool = False

    async def run(self) -> bool:
        """Take in, carry out and keep time until told to stop; what is on its way is finished first.

        Returns whether it was told so: otherwise the messenger no longer accepts our token. Raises a group with
        TakenAway when the file of the database is no longer there.
        """
        async with asyncio.TaskGroup() as house:
            guard = house.create_task(self.database.until_taken_away())
            async with asyncio.TaskGroup() as rooms:
                for room in (self.intake.run(), self.courier.run(), self.metronome.run()):
                    rooms.create_task(self._together(room))
            guard.cancel()
        return self.asked_to_stop

    async def _together(self, room: Coroutine[None, None, object]) -> None:
        """Nothing is taken in while nobody can answer or keep time, and nobody answers what is not taken in."""
        try:
            await room
        finally:
            self._settle()

    def stop(self) -> None:
        """Take nothing more in, beat no more, let the courier settle."""
        self.asked_to_stop = True
        self._settle()

    def _settle(self) -> None:
        self.intake.stop()
        self.metronome.stop()
        self.courier.stop()


Road = Callable[[], BaseRequest]


@asynccontextmanager
async def open_database(
    settings: Settings, on_commit: OnCommit = nobody_listens, *, durable: bool = True
) -> AsyncIterator[Database]:
    """The database behind its vault, brought up to date."""
    vault = Vault(read_key_file(settings.key_file))
    database = Database(settings.database_url, vault, on_commit=on_commit, durable=durable)
    try:
        await database.open()
        await database.migrate()
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def open_service(
    settings: Settings,
    clock: Clock,
    *,
    road: Road = AiohttpRequest,
    habits: Habits = DILIGENT,
    on_commit: OnCommit = nobody_listens,
    patient: bool = False,
    durable: bool = True,
) -> AsyncIterator[Service]:
    """The service, ready to run; the road is what carries its requests.

    A patient one waits for a Telegram that cannot be reached; otherwise NetworkError is raised. A token that is not
    valid raises InvalidToken. One that is not durable does not wait for the disk: the demo's.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "1")  # the library asks: waits as timedelta, its form of the future
    assert settings.token is not None
    token = settings.token.get_secret_value()
    base = settings.telegram_url
    telegram = Bot(
        token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=road(),
        get_updates_request=road(),
    )
    async with open_database(settings, on_commit, durable=durable) as database:
        try:
            await introduce(telegram, clock, patient=patient)
            yield build(telegram, database, clock, settings, habits)
        finally:
            await telegram.shutdown()


async def introduce(telegram: Bot, clock: Clock, *, patient: bool) -> None:
    """Learn the bot's own name from Telegram."""
    outage = Outage(log, clock)
    while True:
        try:
            return await telegram.initialize()
        except (NetworkError, RetryAfter) as away:
            if not patient:
                raise
            outage.tell("Telegram cannot be reached (%s); trying again", type(away).__name__)
            await asyncio.sleep(TRY_AGAIN)


def build(telegram: Bot, database: Database, clock: Clock, settings: Settings, habits: Habits) -> Service:
    """Introduce the rooms to each other."""
    letters = Letters()
    courier = Courier(
        queue=database.queue,
        channel=TelegramChannel(telegram),
        letters=letters,
        workshop=database.reading,
        clock=clock,
        pace=Pace(Limits(per_second=settings.messages_per_second)),
        habits=habits,
    )
    house = House(
        printer=PrintingOffice(),
        scribe=OfficeScribe(telegram.username),
        links=DeepLinks(telegram.username),
        tokens=new_token,
    )
    intake = Intake(bot=telegram, database=database, house=house, clock=clock, kick=courier.kick)
    metronome = Metronome(workshop=database.transaction, clock=clock, kick=courier.kick)
    return Service(telegram, database, courier, intake, metronome, clock)
