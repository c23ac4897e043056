"""Updates in: one update, one transaction, then confirm.

A batch is one transaction with a savepoint for each update: the draft, the change, the answer and the mark "done" of
every update are committed together, and only then does the offset move. What fails alone is marked, apologised for
and parked; when the database is away nothing is confirmed.
"""

import asyncio
import logging
import secrets
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Final

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.batches import AlbumId, Batch, album_of, fetch, followed
from bot.direct import Direct
from bot.outage import Outage
from bot.plain import plain_words
from bot.taps import Taps
from delivery.desk import fault_number
from handlers.dialogs.erasing import wishes_to_be_forgotten
from handlers.events import Elsewhere, Event, File, Left, Pressed
from handlers.router import answer
from handlers.telegram import event_of
from handlers.turns import House, Talk, Turn
from handlers.views.errors import fault
from handlers.views.files import Part, of_album
from locales.texts import texts_in
from participation.clock import Clock, day_begins, local_day
from participation.ids import PersonId
from participation.letters import Lane, Reply
from participation.people.model import Person, Reach
from participation.people.usecases import come_back, leave
from storage.database import Database
from storage.troubles import in_words
from storage.work import Work

log = logging.getLogger(__name__)

LONG_POLL: Final = 25
PATIENCE: Final = 5.0


class Intake:
    """Takes updates of one bot into the house."""

    def __init__(self, *, bot: Bot, database: Database, house: House, clock: Clock, kick: Callable[[], None]) -> None:
        self._bot = bot
        self._database = database
        self._house = house
        self._clock = clock
        self._kick = kick
        self._direct = Direct(bot=bot, house=house, clock=clock)
        self._taps = Taps(clock)
        self._offset: int | None = None
        self._outage = Outage(log, clock)
        self._waiting: asyncio.Timeout | None = None
        self._resigned = False
        self.stopping = asyncio.Event()

    def stop(self) -> None:
        """Take nothing more in; a poll that waits is broken off once, since what it would bring is not confirmed."""
        if not self.stopping.is_set():
            self._break_off()
        self.stopping.set()

    def resign(self) -> None:
        """Leave the polling to another process; `run` returns, and may be called again."""
        self._resigned = True
        self._break_off()

    def _break_off(self) -> None:
        if self._waiting is not None:
            self._waiting.reschedule(0)

    async def run(self) -> None:
        """Poll until stopped; a network that is away, or a database, is waited for."""
        self._resigned = False
        while not (self.stopping.is_set() or self._resigned):
            try:
                await self.poll(LONG_POLL)
                self._outage.is_over()
            except RetryAfter as wait:
                await self._rest(_seconds(wait))
            except InvalidToken:
                log.critical("the token is no longer valid: intake stops, everything queued stays")
                return
            except Conflict:
                self._outage.tell("another process polls with this token, or it had a webhook; trying again")
                await self._close_webhook()
                await self._rest(PATIENCE)
            except NetworkError as away:
                self._outage.tell("Telegram cannot be reached (%s); trying again", type(away).__name__)
                await self._rest(1)
            except Exception as error:  # noqa: BLE001  whatever it is, nothing was confirmed: it comes again
                self._tell(error)
                await self._rest(PATIENCE)

    def _tell(self, error: Exception) -> None:
        if (sentence := in_words(error)) is not None:
            self._outage.tell("%s Nothing was confirmed; trying again", sentence)
        else:
            log.error("intake failed; nothing was confirmed", exc_info=error)

    async def _close_webhook(self) -> None:
        """One that an earlier program left would keep every update from us; what waits behind it stays."""
        with suppress(TelegramError):
            await self._bot.delete_webhook()

    async def _rest(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self.stopping.wait()
        except TimeoutError:
            return

    async def poll(self, patience: int) -> int:
        """Wait so many seconds for updates, take what came, move the offset; returns how many came."""
        batch = await self._fetch(patience)
        if batch.updates:
            await self.take(batch.updates)
        self._offset = batch.behind
        return batch.came

    async def _fetch(self, patience: int) -> Batch:
        try:
            async with asyncio.timeout(None) as self._waiting:
                return await fetch(self._bot, offset=self._offset, patience=patience)
        except TimeoutError:
            return Batch(behind=self._offset)
        finally:
            self._waiting = None

    async def take(self, updates: Sequence[Update]) -> None:
        """Acknowledge the buttons, then take everything in one transaction and wake the courier."""
        async with asyncio.TaskGroup() as direct:
            for update in updates:
                if update.callback_query is not None:
                    direct.create_task(self._direct.acknowledge(update.callback_query.id))
            direct.create_task(self._take_all(updates))

    async def _take_all(self, updates: Sequence[Update]) -> None:
        elsewhere: list[Elsewhere] = []
        silent = followed(updates)
        plain = await plain_words(updates, bot=self._bot, database=self._database)
        albums: defaultdict[AlbumId, list[Part]] = defaultdict(list)
        async with self._database.transaction() as work:
            for update in updates:
                if await work.inbox.take(self._bot.id, update.update_id, local_day(self._clock.now())):
                    number, album = update.update_id, album_of(update)
                    elsewhere += await self._take_one(
                        update,
                        work,
                        answered=number not in silent,
                        plain=plain.get(number, ""),
                        parts=albums[album] if album else [],
                    )
        self._kick()
        await self._direct.point_home(elsewhere)

    async def _take_one(
        self, update: Update, work: Work, *, answered: bool, plain: str, parts: list[Part]
    ) -> list[Elsewhere]:
        """One update in its savepoint; a fault in it undoes only what it did. `parts` are those of its album so far."""
        if self._taps.is_second(update):
            return []
        try:
            async with work.savepoint():
                event = event_of(
                    update, now=self._clock.now(), username=self._bot.username, bot=self._bot.id, plain=plain
                )
                if isinstance(event, Event):
                    await self._hear(event, work, answered=answered, parts=parts)
                return [event] if isinstance(event, Elsewhere) else []
        except Exception as error:
            if work.is_lost(error):
                raise
            await self._apologise(update, work, error)
            return []

    async def _hear(self, event: Event, work: Work, *, answered: bool, parts: list[Part]) -> None:
        person = await self._person(event, work)
        if person is None:
            return
        talk = await self._talk(person, event, work)
        turn = await answer(event.content, talk)
        if isinstance(event.content, File):
            parts.append(Part(event.content.media.kind, turn.left_out))
        if answered:
            await self._reply(of_album(turn, talk, parts), event, person.id, work)

    async def _person(self, event: Event, work: Work) -> Person | None:
        """Who speaks; one who blocked us is marked, one who returns is welcome, one who asked for silence keeps it."""
        known = await work.addresses.find(self._bot.id, event.chat)
        if isinstance(event.content, Left):
            if known is not None:
                await leave(known, uow=work)
            return None
        if known is None and wishes_to_be_forgotten(event.content):
            return None
        number = known or await work.addresses.person_at(self._bot.id, event.chat)
        person = await work.people.get(number)
        if person.reach is Reach.UNREACHABLE:
            await come_back(number, uow=work, now=event.at)
        return person

    async def _talk(self, person: Person, event: Event, work: Work) -> Talk:
        return Talk(
            person=person,
            offices=await work.people.offices(person.id),
            texts=texts_in(person.language or event.language_hint),
            uow=work,
            house=self._house,
            now=event.at,
            said_at=event.said_at,
            stamp=secrets.token_hex(4),
        )

    async def _reply(self, turn: Turn, event: Event, person: PersonId, work: Work) -> None:
        pressed = event.content if isinstance(event.content, Pressed) else None
        for number, screen in enumerate(turn.screens):
            over = pressed.on if pressed and turn.over and number == 0 else None
            await work.outbox.add(Reply(screen, over), to=person, lane=Lane.REPLY, due_at=_now_or_before(event.at))

    async def _apologise(self, update: Update, work: Work, error: Exception) -> None:
        """Park the update under a number and say so to the person, if we still know who it is."""
        number = fault_number()
        log.error("an update failed, fault %s", number, exc_info=error)
        await work.inbox.mark_failed(self._bot.id, update.update_id, number)
        chat = update.effective_chat
        if chat is None or chat.type != chat.PRIVATE:
            return
        now = self._clock.now()
        person = await work.people.get(await work.addresses.person_at(self._bot.id, chat.id))
        hint = update.effective_user.language_code if update.effective_user else None
        texts = texts_in(person.language or hint)
        talk = Talk(person, (), texts, work, self._house, now, now, stamp=number)
        await work.outbox.add(Reply(fault(talk, number)), to=person.id, lane=Lane.REPLY, due_at=_now_or_before(now))


def _now_or_before(moment: datetime) -> datetime:
    """Since when a reply is due: only the day, or one that waits would tell when somebody spoke."""
    return day_begins(local_day(moment))


def _seconds(wait: RetryAfter) -> float:
    after = wait.retry_after
    return after if isinstance(after, int) else after.total_seconds()
