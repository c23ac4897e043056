"""Telegram's updates as events; the only file of the conversations that knows Telegram."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from telegram import Chat, Message, Update

from handlers.buttons import read_button
from handlers.events import (
    Command,
    Content,
    Edited,
    Elsewhere,
    Event,
    File,
    Left,
    Migrated,
    Odd,
    Pin,
    Pressed,
    Returned,
    Text,
)
from participation.actions import WriteComment
from participation.clock import believed
from participation.messages import Media, MediaKind, ref_of
from participation.words import fold

ODD_KINDS = (
    "sticker", "contact", "poll", "dice", "game", "venue", "story", "video_note", "animation", "invoice", "checklist",
)  # fmt: skip


COMMAND = re.compile(r"/(?:(?P<name>\w{1,32})(?:@\w+)?(?:\s+(?P<rest>.*))?)?$", re.DOTALL)


def event_of(
    update: Update, *, now: datetime, username: str, bot: int = 0, plain: str = "", read: bytes | None = None
) -> Event | Elsewhere | None:
    """What somebody did, or None for what concerns nobody (a channel's own post, a service message).

    `plain` is what the text file in it says, `read` what is in the Word file, where it was fetched.
    """
    if update.callback_query is not None:
        return _pressed(update, now)
    if update.my_chat_member is not None:
        return _membership(update, now)
    message = update.message or update.edited_message
    if message is None:
        return None
    if message.chat.type != Chat.PRIVATE or message.sender_chat is not None or message.from_user is None:
        return _elsewhere(message, username, bot, edited=update.edited_message is not None)
    content = _edited(message) if update.edited_message else _content(message, bot)
    if isinstance(content, File):
        content = replace(content, plain=_clean(plain), content=read)
    if isinstance(content, Text | File):
        content = replace(content, about=_about(message.reply_to_message))
    said_at = believed(message.edit_date or message.date, now)
    return Event(message.chat.id, content, now, said_at, message.from_user.language_code) if content else None


def _about(replied: Message | None) -> int:
    """The consultation on which one can comment beneath the message that was replied to."""
    rows = replied.reply_markup.inline_keyboard if replied and replied.reply_markup else ()
    actions = (read_button(str(key.callback_data or "")) for row in rows for key in row)
    return next((action.consultation for action in actions if isinstance(action, WriteComment)), 0)


def _pressed(update: Update, now: datetime) -> Event | Elsewhere | None:
    query = update.callback_query
    if query is None:
        return None
    message, who = query.message, query.from_user
    pressed = Pressed(read_button(query.data or ""), message.message_id if message else None, query.id)
    if message is None or message.chat.type != Chat.PRIVATE:
        chat = message.chat.id if message else who.id
        return Elsewhere(
            chat, addressed=True, masked=False, speaker=who.id, content=pressed, language_hint=who.language_code
        )
    return Event(message.chat.id, pressed, now, now, who.language_code)


def _membership(update: Update, now: datetime) -> Event | Elsewhere | None:
    changed = update.my_chat_member
    if changed is None:
        return None
    content = Left() if changed.new_chat_member.status in {"kicked", "left"} else Returned()
    if changed.chat.type != Chat.PRIVATE:
        return Elsewhere(changed.chat.id, addressed=False, masked=False, content=content)
    return Event(changed.chat.id, content, now, now, changed.from_user.language_code)


def _elsewhere(message: Message, username: str, bot: int, *, edited: bool) -> Elsewhere:
    text = message.text or message.caption or ""
    replied = message.reply_to_message
    to_us = replied is not None and replied.from_user is not None and replied.from_user.username == username
    addressed = text.startswith("/") or f"@{username}".casefold() in text.casefold() or to_us
    masked, who = message.sender_chat is not None, message.from_user
    return Elsewhere(
        message.chat.id,
        addressed=addressed,
        masked=masked,
        thread=message.message_thread_id if message.is_topic_message else None,
        speaker=None if masked or who is None or who.is_bot else who.id,
        content=_said_elsewhere(message, bot, edited=edited),
        language_hint=who.language_code if who else None,
    )


def _said_elsewhere(message: Message, bot: int, *, edited: bool) -> Content | Migrated | None:
    """What somebody said; of all that a group tells of itself, only that it has moved."""
    if message.migrate_to_chat_id is not None:
        return Migrated(message.migrate_to_chat_id)
    content = _edited(message) if edited else _content(message, bot)
    return None if content == Odd("unknown") else content


def _edited(message: Message) -> Content | None:
    """What was changed; a pin that moves by itself changes every few seconds, and nobody said anything."""
    words = _clean(message.text or message.caption)
    if words:
        return Edited(words, message.message_id, message.edit_date)
    return None if message.location is not None else Odd("edit")


def _content(message: Message, bot: int) -> Content | None:
    if message.text is not None:
        return _text(Text(_clean(message.text), message.message_id, message.date))
    if media := _media(message):
        return File(
            replace(media, ref=ref_of(bot, media.ref or "")),
            _clean(message.caption),
            message.message_id,
            at=message.date,
        )
    if message.location is not None:
        found = message.location
        return Pin(found.latitude, found.longitude, live=bool(found.live_period))
    kind = next((kind for kind in ODD_KINDS if getattr(message, kind, None) is not None), None)
    if kind is not None:
        return Odd(kind)
    return None if _is_service(message) else Odd("unknown")


def _clean(words: str | None) -> str:
    """What can be kept and sent again: half of a character, as a broken app may send it, can be neither."""
    return (words or "").encode(errors="replace").decode()


def _is_service(message: Message) -> bool:
    return bool(message.pinned_message or message.message_auto_delete_timer_changed or message.write_access_allowed)


def _text(said: Text) -> Content:
    """A command is one word after a slash, and what it is about; a path with slashes is what somebody says."""
    command = COMMAND.match(said.words)
    if command is None:
        return said
    return Command(fold(command["name"] or ""), (command["rest"] or "").strip(), said)


def _media(message: Message) -> Media | None:
    """The file in a message; of a photo the largest size, since it may be evidence."""
    if message.photo:
        photo = message.photo[-1]
        return Media(MediaKind.PHOTO, ref=photo.file_id, size=photo.file_size)
    if message.voice:
        voice = message.voice
        return Media(MediaKind.VOICE, ref=voice.file_id, size=voice.file_size, seconds=_seconds(voice.duration))
    if message.audio:
        return Media(
            MediaKind.AUDIO, ref=message.audio.file_id, name=message.audio.file_name, size=message.audio.file_size
        )
    if message.video:
        return Media(MediaKind.VIDEO, ref=message.video.file_id, size=message.video.file_size)
    if message.document:
        found = message.document
        return Media(MediaKind.DOCUMENT, found.file_id, found.file_name, size=found.file_size, type=found.mime_type)
    return None


def _seconds(duration: int | timedelta) -> int:
    return duration if isinstance(duration, int) else int(duration.total_seconds())
