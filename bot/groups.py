"""Groups of officers as the intake meets them: who stands behind what was done there, and what the group lacks.

Whether a group has topics, and what we may do in it, only Telegram knows. It is asked before the transaction begins,
and only where somebody whom we know wants to hear of it: a slow road must not hold the database.
"""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from telegram import Bot, Chat, ChatFullInfo, ChatMember, Update
from telegram.error import TelegramError

from handlers.buttons import read_button
from handlers.commands.group import is_awaited_by, link_to, tell_group
from handlers.events import Command, Elsewhere, Left, Migrated, Pressed
from handlers.groups import NO_OFFICER, NOTHING, Answered, pressed, said
from handlers.telegram import event_of
from handlers.turns import House, Talk
from handlers.views import group as views
from handlers.views.errors import refusal
from handlers.views.group import CheckGroup
from locales.texts import texts_in
from participation.clock import Clock
from participation.errors import Refused
from participation.ids import InstitutionId, PersonId
from participation.offices.group import found_to_lack, lose_group
from participation.offices.usecases import holds_office
from participation.people.model import Group, Lack, Language, Right
from participation.post import Address
from participation.reports.group import catch_up
from storage.database import Database
from storage.work import Work

log = logging.getLogger(__name__)

PATIENCE: Final = 5.0
GROUPS: Final = frozenset({Chat.GROUP, Chat.SUPERGROUP})
Lacks = Sequence[Lack]


@dataclass(frozen=True)
class Alert:
    """What a button in a group answers on the screen of whoever pressed it."""

    query: str
    words: str


async def standings(updates: Sequence[Update], *, bot: Bot, database: Database, clock: Clock) -> Mapping[int, Lacks]:
    """What the groups lack that these updates are about, by their numbers; what cannot be asked now is left out."""
    if not any(_may_ask(update) for update in updates):
        return {}
    async with database.reading() as work:
        asked = {update.update_id: await _which(update, work, bot, clock) for update in updates if _may_ask(update)}
    found = {number: await _lacks(chat, bot) for number, chat in asked.items() if chat is not None}
    return {number: lacks for number, lacks in found.items() if lacks is not None}


def _may_ask(update: Update) -> bool:
    query, message, changed = update.callback_query, update.message, update.my_chat_member
    if query is not None:
        return isinstance(read_button(query.data or ""), CheckGroup)
    if message is not None and message.chat.type in GROUPS:
        return message.migrate_to_chat_id is not None or (message.text or "").startswith("/")
    return changed is not None and changed.chat.type in GROUPS


async def _which(update: Update, work: Work, bot: Bot, clock: Clock) -> int | None:
    """The group to look at: one that somebody links, that is linked and has changed, or that they want checked."""
    chat, query, now = update.effective_chat, update.callback_query, clock.now()
    if chat is None:
        return None
    if query is not None:
        return await _to_check(read_button(query.data or ""), chat.id, work, bot)
    event = event_of(update, now=now, username=bot.username, bot=bot.id)
    if not isinstance(event, Elsewhere):
        return None
    match event.content:
        case Command("start", token) if token and event.speaker is not None:
            person = await work.addresses.find(bot.id, event.speaker)
            awaited = person is not None and await is_awaited_by(person, token, work.drafts, now)
            return event.chat if awaited else None
        case Migrated(to=to):
            return to if await _group_at(event.chat, work, bot) else None
        case _ if update.my_chat_member is not None and not isinstance(event.content, Left):
            return event.chat if await _group_at(event.chat, work, bot) else None
    return None


async def _to_check(action: object, chat: int, work: Work, bot: Bot) -> int | None:
    person = await work.addresses.find(bot.id, chat)
    if not isinstance(action, CheckGroup) or person is None:
        return None
    place = InstitutionId(action.institution)
    group = await work.groups.of(place)
    if group is None or not await holds_office(person, place, uow=work, right=Right.APPOINT):
        return None
    at = await work.addresses.address_of(group.recipient)
    return at.chat if at is not None and at.bot == bot.id else None


async def _group_at(chat: int, work: Work, bot: Bot) -> Group | None:
    recipient = await work.addresses.find(bot.id, chat)
    return None if recipient is None else await work.groups.at(recipient)


async def _lacks(chat: int, bot: Bot) -> Lacks | None:
    try:
        async with asyncio.timeout(PATIENCE):
            return lacking(await bot.get_chat(chat), await bot.get_chat_member(chat, bot.id))
    except (TelegramError, TimeoutError) as away:
        log.info("a group could not be looked at (%s)", type(away).__name__)
        return None


def lacking(chat: ChatFullInfo, we: ChatMember) -> Lacks:
    """What is missing; the rights that only a forum has are asked for once it is one."""
    if we.status != ChatMember.ADMINISTRATOR:
        return [*([] if chat.is_forum else [Lack.FORUM]), Lack.ADMIN]
    missing = {
        Lack.FORUM: not chat.is_forum,
        Lack.TOPICS: bool(chat.is_forum) and not getattr(we, "can_manage_topics", False),
        Lack.DELETE: not getattr(we, "can_delete_messages", False),
    }
    return [lack for lack, is_missing in missing.items() if is_missing]


@dataclass(frozen=True)
class Caller:
    """Makes the talk of whoever speaks, known by their private chat."""

    bot: Bot
    house: House
    clock: Clock
    stamp: str

    async def of(self, person: PersonId, work: Work, language: str | None) -> Talk:
        """With what they may do, in their language."""
        found, now = await work.people.get(person), self.clock.now()
        texts = texts_in(found.language or language)
        return Talk(found, await work.people.offices(person), texts, work, self.house, now, now, self.stamp)

    async def speaker(self, what: Elsewhere, work: Work) -> Talk | None:
        """Whoever did it, if we know them."""
        person = None if what.speaker is None else await work.addresses.find(self.bot.id, what.speaker)
        return None if person is None else await self.of(person, work, what.language_hint)


async def hear(what: Elsewhere, work: Work, caller: Caller, lacks: Lacks | None) -> tuple[Answered, Talk | None, bool]:
    """What comes of it, who did it, and whether it is nothing of ours: then they are shown the way home."""
    recipient = await work.addresses.find(caller.bot.id, what.chat)
    group = None if recipient is None else await work.groups.at(recipient)
    talk = await caller.speaker(what, work)
    match what.content:
        case Command("start", token) if token and talk is not None:
            is_awaited = await is_awaited_by(talk.person.id, token, work.drafts, talk.now)
            if is_awaited:
                return await _linked(what, talk, work, caller, lacks), talk, False
            return Answered(private=(views.link_void(talk),) if talk.offices else ()), talk, True
        case Pressed() as press:
            return await _pressed(press, talk, group, what), talk, group is None
    if group is None:
        return NOTHING, talk, True
    if await _of_itself(what, group, work, caller, lacks):
        return NOTHING, None, False
    about = None if what.thread is None else await work.groups.case_in(group.recipient, what.thread)
    if about is None:
        return NOTHING, talk, True
    here = await caller.of(group.recipient, work, Language.SQ)
    answered = await said(what, about, talk, group, here=here)
    if answered.there is not None:
        await tell_group(group.recipient, answered.there, here)
    return answered, talk, False


async def _linked(what: Elsewhere, talk: Talk, work: Work, caller: Caller, lacks: Lacks | None) -> Answered:
    """The link was opened here, by whoever made it; why it is refused they are told in private."""
    try:
        async with work.savepoint():
            recipient = await work.addresses.person_at(caller.bot.id, what.chat)
            await link_to(talk, recipient, lacks or ())
    except Refused as refused:
        return Answered(private=(refusal(talk, refused.why),))
    return NOTHING


async def _pressed(press: Pressed, talk: Talk | None, group: Group | None, what: Elsewhere) -> Answered:
    if group is None:
        return NOTHING
    if talk is None:
        return Answered(alert=texts_in(what.language_hint).t(NO_OFFICER))
    return await pressed(press, talk, group)


async def _of_itself(what: Elsewhere, group: Group, work: Work, caller: Caller, lacks: Lacks | None) -> bool:
    """What a group tells of itself: that it has moved, that we were thrown out, that our rights there are others."""
    match what.content:
        case Migrated(to=to):
            await work.addresses.move(group.recipient, Address(caller.bot.id, to))
        case Left():
            await lose_group(group, uow=work, now=caller.clock.now())
            return True
    if lacks is not None:
        await stands(group, lacks, work, caller)
    return isinstance(what.content, Migrated) or lacks is not None


async def stands(group: Group, lacks: Lacks, work: Work, caller: Caller, by: PersonId | None = None) -> None:
    """The group was looked at: if it stands otherwise than we knew, that is said there, and to its administrators."""
    if tuple(lacks) == group.lacks:
        return
    now, here = caller.clock.now(), await caller.of(group.recipient, work, Language.SQ)
    await found_to_lack(group, lacks, uow=work, now=now, by=by)
    institution = await work.places.institution(group.institution)
    message = views.linked(here.texts, institution, lacks) if lacks else views.all_well(here.texts)
    await tell_group(group.recipient, message, here)
    found = await work.groups.of(group.institution)
    if found is not None and not lacks:
        await catch_up(found, uow=work, now=now)


async def checked(update: Update, lacks: Lacks, work: Work, caller: Caller) -> None:
    """An administrator wants to know how the group stands."""
    action = read_button((update.callback_query.data if update.callback_query else None) or "")
    group = await work.groups.of(InstitutionId(action.institution)) if isinstance(action, CheckGroup) else None
    if group is not None and update.effective_user is not None:
        by = await work.addresses.find(caller.bot.id, update.effective_user.id)
        await stands(group, lacks, work, caller, by)
