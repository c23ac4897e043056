"""Takes updates in: one update, one transaction.

A batch is one transaction with a savepoint for each update: the draft, the change, the answer and the mark "done" of
every update are committed together, and only then does whoever brought it (`bot/polling.py`, `bot/webhook.py`) confirm
it. What fails alone is marked, apologised for and parked; when the database is away nothing is confirmed.

All of a bot's updates pass here one after another. So what one person does at the same time, as with two buttons,
which a webhook may bring side by side, never meets itself. What takes seconds is done aside (`bot/aside.py`), and told
in a transaction of its own.
"""

import asyncio
import logging
import secrets
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from telegram import Bot, CallbackQuery, Update

from bot import groups
from bot.aside import Aside, Errand
from bot.batches import AlbumId, album_of, followed
from bot.direct import Direct
from bot.groups import Alert, standings
from bot.opener import Opener
from bot.plain import FileRead, files_read
from bot.taps import Taps, is_elsewhere
from delivery.desk import fault_number
from handlers.dialogs.erasing import wishes_to_be_forgotten
from handlers.events import Elsewhere, Event, File, Left, Pressed
from handlers.opened import Opened, sorted_out
from handlers.router import answer, hear_opened
from handlers.telegram import event_of
from handlers.turns import House, Later, Opening, Talk
from handlers.views.errors import fault
from handlers.views.files import Part, of_album
from locales.texts import texts_in
from participation.clock import Clock, day_begins, local_day
from participation.errors import NotFound
from participation.letters import Lane, Reply
from participation.messages import Message
from participation.people.model import Person, Reach
from participation.people.usecases import come_back, leave
from storage.database import Database
from storage.troubles import is_away
from storage.work import Work

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Asked:
    """What Telegram was asked before a batch was taken, by the numbers of its updates."""

    files: Mapping[int, FileRead]
    lacks: Mapping[int, groups.Lacks]


@dataclass(frozen=True)
class Wish:
    """What somebody is drawn, or which files are opened for them, after an update was taken."""

    update: Update
    talk: Talk
    later: Later


Todo = Elsewhere | Alert | Wish
"""What is left to do once a batch is committed."""


class Intake:
    """Takes updates of one bot into the house."""

    def __init__(
        self,
        *,
        bot: Bot,
        database: Database,
        house: House,
        clock: Clock,
        kick: Callable[[], None],
        opener: Opener,
    ) -> None:
        self.bot = bot
        self.aside = Aside()
        self._opener = opener
        self._easel = asyncio.Semaphore()
        """One at a time: who draws takes the processor from everybody."""
        self._database = database
        self._house = house
        self._clock = clock
        self._kick = kick
        self._direct = Direct(bot=bot, house=house, clock=clock)
        self._taps = Taps(clock)

    async def acknowledge(self, query: CallbackQuery) -> None:
        """Stop the spinner of a button; what follows from the press is not waited for."""
        if not is_elsewhere(query):  # there it answers with words
            await self._direct.acknowledge(query.id)

    async def take(self, updates: Sequence[Update]) -> None:
        """Take everything in one transaction and wake the courier; what would spoil it for all is parked.

        Raises what the database raises when it is away: then nothing was taken.
        """
        try:
            await self._take_all(updates)
        except Exception as error:
            if is_away(error):
                raise
            log.exception("a batch failed: each of its updates is taken by itself")
            for update in updates:
                await self._take_alone(update)

    async def _take_alone(self, update: Update) -> None:
        try:
            await self._take_all([update])
        except Exception as error:
            if is_away(error):
                raise
            await self.park(update.update_id, error)

    async def park(self, number: int, error: Exception) -> None:
        """Mark an update as failed that cannot even be apologised for, unless it was taken before."""
        name = fault_number()
        async with self._database.transaction() as work:
            is_new = await work.inbox.take(self.bot.id, number, local_day(self._clock.now()))
            if is_new:
                await work.inbox.mark_failed(self.bot.id, number, name)
        if is_new:
            log.error("an update could not be taken, fault %s", name, exc_info=error)

    async def _take_all(self, updates: Sequence[Update]) -> None:
        files = await files_read(updates, bot=self.bot, database=self._database, now=self._clock.now())
        found = await standings(updates, bot=self.bot, database=self._database, clock=self._clock)
        asked = Asked(files, found)
        left = await self._database.perform(lambda work: self._take_new(updates, work, asked))
        self._kick()
        await self._direct.point_home([one for one in left if isinstance(one, Elsewhere)])
        async with asyncio.TaskGroup() as answers:
            for one in left:
                if isinstance(one, Alert):
                    answers.create_task(self._direct.acknowledge(one.query, one.words))
        for one in left:
            if isinstance(one, Wish):
                self.aside.add(self._errand(one))

    def _errand(self, wish: Wish) -> Errand:
        """What takes seconds, once the pen is laid down. If we end meanwhile, the button waits to be pressed again."""
        update, later = wish.update, wish.later
        if isinstance(later, Opening):
            whose, things = (wish.talk.person.id, later.dialog), later.files
            return Errand(whose, things, partial(self._open, later), partial(self._bring, wish, later.dialog))
        return Errand(update.update_id, None, partial(self._draw, later), partial(self._show_drawn, wish))

    async def _draw(self, later: Callable[[], Awaitable[Sequence[Message]]]) -> Sequence[Message]:
        async with self._easel:
            return await later()

    async def _show_drawn(self, wish: Wish, drawn: Sequence[Message] | Exception) -> None:
        async with self._database.transaction() as work:
            if isinstance(drawn, Exception):
                await self._apologise(wish.update, work, drawn)
            else:
                await _show(drawn, wish.talk, work)
        self._kick()

    async def _open(self, opening: Opening) -> Opened:
        files = [(media, await self._opener.open(media, self.bot)) for media in opening.files]
        return await asyncio.to_thread(sorted_out, files, self._house.scribe.read_notice)

    async def _bring(self, wish: Wish, dialog: str, opened: Opened | Exception) -> None:
        """What was found in files goes to the dialog that waits for it, as the next thing that happens in it."""

        async def bring(work: Work) -> None:
            if isinstance(opened, Exception):
                await self._apologise(wish.update, work, opened)
            elif (talk := await self._talk_again(wish.talk, work)) is not None:
                await _show((await hear_opened(opened, dialog, talk)).screens, talk, work)

        await self._database.perform(bring)
        self._kick()

    async def _talk_again(self, talk: Talk, work: Work) -> Talk | None:
        """The same person as they are now, unless they had themselves forgotten meanwhile."""
        try:
            person = await work.people.get(talk.person.id)
        except NotFound:
            return None
        now = self._clock.now()
        offices = await work.people.offices(person.id)
        texts = texts_in(person.language) if person.language else talk.texts
        return Talk(person, offices, texts, work, self._house, now, now, stamp=secrets.token_hex(4))

    async def _take_new(self, updates: Sequence[Update], work: Work, asked: Asked) -> list[Todo]:
        todo: list[Todo] = []
        silent = followed(updates)
        albums: defaultdict[AlbumId, list[Part]] = defaultdict(list)
        for update in updates:
            number, album = update.update_id, album_of(update)
            if await work.inbox.take(self.bot.id, number, local_day(self._clock.now())):
                todo += await self._take_one(
                    update,
                    work,
                    answered=number not in silent,
                    asked=asked,
                    parts=albums[album] if album else [],
                )
        return todo

    async def _take_one(
        self, update: Update, work: Work, *, answered: bool, asked: Asked, parts: list[Part]
    ) -> list[Todo]:
        """One update in its savepoint; a fault in it undoes only what it did. `parts` are those of its album so far."""
        if self._taps.is_second(update):
            return []
        try:
            async with work.savepoint():
                number = update.update_id
                read = asked.files.get(number, FileRead())
                event = event_of(
                    update,
                    now=self._clock.now(),
                    username=self.bot.username,
                    bot=self.bot.id,
                    plain=read.words,
                    read=read.content,
                )
                if isinstance(event, Elsewhere):
                    return await self._hear_elsewhere(event, work, asked.lacks.get(number))
                if isinstance(event, Event):
                    if number in asked.lacks:
                        await groups.checked(update, asked.lacks[number], work, self._caller())
                    later = await self._hear(event, work, answered=answered, parts=parts)
                    return [Wish(update, *later)] if later else []
                return []
        except Exception as error:
            if work.is_lost(error):
                raise
            await self._apologise(update, work, error)
            return []

    async def _hear_elsewhere(self, what: Elsewhere, work: Work, lacks: groups.Lacks | None) -> list[Todo]:
        """What comes of it in a group of officers; anywhere else they are shown the way home."""
        answered, talk, is_nothing = await groups.hear(what, work, self._caller(), lacks)
        if talk is not None:
            await _show(answered.private, talk, work)
        alert = Alert(what.content.query, answered.alert) if isinstance(what.content, Pressed) else None
        return [*([what] if is_nothing else []), *([alert] if alert else [])]

    def _caller(self) -> groups.Caller:
        return groups.Caller(self.bot, self._house, self._clock, secrets.token_hex(4))

    async def _hear(self, event: Event, work: Work, *, answered: bool, parts: list[Part]) -> tuple[Talk, Later] | None:
        """Answer it; returns what is to be done later, for whom."""
        person = await self._person(event, work)
        if person is None:
            return None
        talk = await self._talk(person, event, work)
        turn = await answer(event.content, talk)
        if isinstance(event.content, File):
            parts.append(Part(event.content.media.kind, turn.left_out))
        if answered:
            pressed = event.content if isinstance(event.content, Pressed) else None
            shown = of_album(turn, talk, parts)
            await _show(shown.screens, talk, work, over=pressed.on if pressed and shown.over else None)
        return (talk, turn.later) if answered and turn.later else None

    async def _person(self, event: Event, work: Work) -> Person | None:
        """Who speaks; one who blocked us is marked, one who returns is welcome, one who asked for silence keeps it."""
        known = await work.addresses.find(self.bot.id, event.chat)
        if isinstance(event.content, Left):
            if known is not None:
                await leave(known, uow=work, now=event.at)
            return None
        if known is None and wishes_to_be_forgotten(event.content):
            return None
        number = known or await work.addresses.person_at(self.bot.id, event.chat)
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

    async def _apologise(self, update: Update, work: Work, error: Exception) -> None:
        """Park the update under a number and say so to the person, if we still know who it is."""
        number = fault_number()
        log.error("an update failed, fault %s", number, exc_info=error)
        await work.inbox.mark_failed(self.bot.id, update.update_id, number)
        try:
            async with work.savepoint():
                await self._say_sorry(update, work, number)
        except Exception as worse:
            if work.is_lost(worse):
                raise
            log.exception("nobody could be told of fault %s", number)

    async def _say_sorry(self, update: Update, work: Work, number: str) -> None:
        chat = update.effective_chat
        if chat is None or chat.type != chat.PRIVATE:
            return
        now = self._clock.now()
        person = await work.people.get(await work.addresses.person_at(self.bot.id, chat.id))
        hint = update.effective_user.language_code if update.effective_user else None
        texts = texts_in(person.language or hint)
        talk = Talk(person, (), texts, work, self._house, now, now, stamp=number)
        await _show((fault(talk, number),), talk, work)


async def _show(screens: Sequence[Message], talk: Talk, work: Work, *, over: int | None = None) -> None:
    """Queue what one turn shows; the first of it takes the place of the message `over`."""
    if screens:
        await work.outbox.make_room(talk.person.id)
    for place, screen in enumerate(screens):
        reply = Reply(screen, over if place == 0 else None, turn=talk.stamp)
        await work.outbox.add(reply, to=talk.person.id, lane=Lane.REPLY, due_at=_now_or_before(talk.now))


def _now_or_before(moment: datetime) -> datetime:
    """Since when a reply is due: only the day, or one that waits would tell when somebody spoke."""
    return day_begins(local_day(moment))
