"""Builds the whole service by hand: read it to know the system.

Polling or Webhook ─▶ Intake ─▶ router ─▶ use-cases ─▶ Database ─▶ Courier ─▶ TelegramChannel ─▶ telegram.Bot
 one Line, for each token                                ▲
                                        Metronome ───────┘
"""

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from telegram import Bot
from telegram.error import InvalidToken, NetworkError, RetryAfter
from telegram.request import BaseRequest

from bot.front import open_front
from bot.intake import Intake
from bot.lines import Door, Line, Role
from bot.office import OfficeScribe, PrintingOffice
from bot.opener import Opener
from bot.outage import Outage
from bot.polling import Polling
from bot.registration import Address, Registration
from bot.settings import Settings
from bot.setup import new_token
from bot.transport import AiohttpRequest
from bot.webhook import Webhook
from delivery.channels.telegram import TelegramChannel
from delivery.courier import Courier
from delivery.habits import DILIGENT, Habits
from delivery.letters.table import Letters
from delivery.limits import Limits, Pace
from handlers.turns import House
from participation.clock import Clock
from scheduler.jobs import jobs
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

    def into_group(self, payload: str) -> str:
        """The link that puts the bot into a group, and asks for what it needs there."""
        return f"https://t.me/{self.username}?startgroup={payload}&admin=manage_topics+delete_messages"


@dataclass
class Service:
    """Everything that runs, and how it stops."""

    lines: Sequence[Line]
    database: Database
    metronome: Metronome
    clock: Clock
    kick: Callable[[], None]
    """There is something new in the queue."""
    role: Role = Role.ALL

    asked_to_stop: bool = False

    async def run(self) -> bool:
        """Take in, carry out and keep time until told to stop; what is on its way is finished first.

        Returns whether it was told so: otherwise the messenger accepts none of our tokens any more. Raises a group with
        TakenAway when the file of the database is no longer there.
        """
        async with asyncio.TaskGroup() as house:
            beside = (self.database.until_taken_away(), self.database.listen(self.kick))
            watching = [house.create_task(each) for each in beside]
            async with asyncio.TaskGroup() as rooms:
                for room in self._rooms():
                    rooms.create_task(self._as_long_as(room))
            for each in watching:
                each.cancel()
        return self.asked_to_stop

    def _rooms(self) -> Iterator[Coroutine[None, None, object]]:
        if self.lines:
            yield self._speak()
        if self.role.does(Role.SCHEDULER):
            yield self.metronome.run()

    async def _speak(self) -> None:
        """All lines; one whose token is refused ends alone."""
        async with asyncio.TaskGroup() as speaking:
            for line in self.lines:
                speaking.create_task(line.run())

    async def _as_long_as(self, room: Coroutine[None, None, object]) -> None:
        """Nobody keeps time where nobody speaks, and nobody speaks where nobody keeps time."""
        try:
            await room
        finally:
            self._settle()

    def stop(self) -> None:
        """Take nothing more in, beat no more, let the couriers settle."""
        self.asked_to_stop = True
        self._settle()

    def _settle(self) -> None:
        for line in self.lines:
            line.stop()
        self.metronome.stop()


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
    role: Role = Role.ALL,
    road: Road = AiohttpRequest,
    habits: Habits = DILIGENT,
    on_commit: OnCommit = nobody_listens,
    patient: bool = False,
    durable: bool = True,
) -> AsyncIterator[Service]:
    """The service, ready to run; the road is what carries its requests.

    A patient one waits for a Telegram that cannot be reached; otherwise NetworkError is raised. Where no token is
    valid, InvalidToken is raised. One that is not durable does not wait for the disk: the demo's.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "1")  # the library asks: waits as timedelta, its form of the future
    tokens = settings.tokens if role.speaks else ()
    bots = [bot_of(token, settings.telegram_url, road) for token in tokens]
    async with open_database(settings, on_commit, durable=durable) as database:
        try:
            known = await introduce_all(bots, clock, patient=patient)
            service = build(known, Premises(database, clock, settings, habits, role))
            webhooks = [line.intake for line in service.lines if isinstance(line.intake, Webhook)]
            async with open_front(settings.listen, webhooks if role.does(Role.INTAKE) else (), database):
                yield service
        finally:
            for bot in bots:
                await bot.shutdown()


def bot_of(token: str, telegram: str, road: Road) -> Bot:
    """A bot by its token, with a road for calls and one for its long polling."""
    return Bot(
        token,
        base_url=f"{telegram}/bot",
        base_file_url=f"{telegram}/file/bot",
        request=road(),
        get_updates_request=road(),
    )


async def introduce_all(bots: Sequence[Bot], clock: Clock, *, patient: bool) -> Sequence[Bot]:
    """The bots that Telegram knows; a token that it does not know keeps no other bot from its work.

    Raises InvalidToken where it knows none of them.
    """
    known: list[Bot] = []
    for number, bot in enumerate(bots, 1):
        try:
            await introduce(bot, clock, patient=patient)
        except InvalidToken:
            if not known and number == len(bots):
                raise
            log.critical("BASHKE_TOKEN: Telegram does not know token %d of %d", number, len(bots))
        else:
            known.append(bot)
    return known


async def introduce(telegram: Bot, clock: Clock, *, patient: bool) -> None:
    """Learn the bot's own name from Telegram; raises InvalidToken where it knows none."""
    outage = Outage(log, clock)
    while True:
        try:
            return await telegram.initialize()
        except (NetworkError, RetryAfter) as away:
            if not patient:
                raise
            outage.tell("Telegram cannot be reached (%s); trying again", type(away).__name__)
            await asyncio.sleep(TRY_AGAIN)
        except InvalidToken:
            break
    # The library's own error repeats the token, in its words and down its chain.
    raise InvalidToken


@dataclass(frozen=True)
class Premises:
    """What all lines share."""

    database: Database
    clock: Clock
    settings: Settings
    habits: Habits = DILIGENT
    role: Role = Role.ALL

    @cached_property
    def opener(self) -> Opener:
        """Who opens files; one at a time, whichever bot got them."""
        return Opener()

    @cached_property
    def _outage(self) -> Outage:
        return Outage(log, self.clock)

    def tells_of(self, error: Exception) -> bool:
        """Whether it is the database that is away: that is told once a minute, whichever room meets it."""
        return self._outage.knows(error, "Nothing is lost: what waits is done when it is well again.")


def build(bots: Sequence[Bot], premises: Premises) -> Service:
    """Introduce the rooms to each other."""
    lines: list[Line] = []

    def kick() -> None:
        """Whoever said something may be answered, or heard of, through any bot."""
        for line in lines:
            line.courier.kick()

    colleagues = {bot.id: bot for bot in bots}
    lines += [line_of(bot, premises, kick, colleagues) for bot in bots]
    metronome = Metronome(
        workshop=premises.database.transaction,
        clock=premises.clock,
        kick=kick,
        jobs=jobs(),
        is_told=premises.tells_of,
    )
    return Service(lines, premises.database, metronome, premises.clock, kick, premises.role)


def line_of(
    bot: Bot, premises: Premises, kick: Callable[[], None], colleagues: Mapping[int, Bot] | None = None
) -> Line:
    """One bot's intake and courier; what the colleagues were sent it can get from them."""
    database, clock = premises.database, premises.clock
    courier = Courier(
        queue=database.queue(bot.id),
        channel=TelegramChannel(bot, colleagues),
        letters=Letters(),
        workshop=database.reading,
        clock=clock,
        pace=Pace(Limits(per_second=premises.settings.messages_per_second)),
        habits=premises.habits,
        is_told=premises.tells_of,
    )
    house = House(
        printer=PrintingOffice(),
        scribe=OfficeScribe(bot.username),
        links=DeepLinks(bot.username),
        tokens=new_token,
        commissioner=premises.settings.commissioner,
    )
    intake = Intake(bot=bot, database=database, house=house, clock=clock, kick=kick, opener=premises.opener)
    return Line(
        bot,
        intake=door_of(intake, premises),
        aside=intake.aside,
        courier=courier,
        role=premises.role,
        duties=database.duties,
    )


def door_of(intake: Intake, premises: Premises) -> Door:
    """Updates are brought to a webhook where there is an address for it, and asked for otherwise.

    The word by which Telegram is known follows from the key and the token: all processes of a house find the same one,
    nobody has to think of it, and whoever could find it out could have the updates anyway.
    """
    settings, clock, bot = premises.settings, premises.clock, intake.bot
    if not settings.webhook_url:
        return Polling(intake, clock=clock)
    secret = Vault(read_key_file(settings.key_file)).lasting_mark("webhook", bot.token)
    address = Address(f"{settings.webhook_url}/telegram/{bot.id}", secret)
    return Webhook(intake, registration=Registration(bot, address, clock=clock), clock=clock)
