"""People with phones: what they can do to a bot, and what they see of it.

Where a bot is asked for, None means the only one there is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from simulator import media, words
from simulator.bots import Bot
from simulator.chats import Chat, PrivateChat
from simulator.content import Button, Content, Json
from simulator.errors import Impossible
from simulator.files import GREY, Upload
from simulator.messages import Message

if TYPE_CHECKING:
    from simulator.world import Query, World

ADDRESS_LETTERS = 64
"""How long a deep link's payload may be."""


@dataclass(eq=False)
class Person:
    """A person. Verbs happen at once, at the world's present moment."""

    world: "World"
    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = "sq"
    deactivated: bool = False

    def user(self) -> Json:
        """The User object."""
        told = {
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        shown: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        return shown | {key: value for key, value in told.items() if value is not None}

    # what the phone shows

    def chat(self, bot: Bot | None = None) -> PrivateChat:
        """The chat with the bot."""
        return self.world.private_chat(self, self.world.bot(bot))

    def last(self, bot: Bot | None = None) -> Message:
        """The newest message from the bot."""
        return self.chat(bot).last_from(self.world.bot(bot))

    # words

    def starts(self, bot: Bot | None = None, payload: str = "") -> Message:
        """Press START, perhaps through a deep link; a blocked bot is unblocked by it."""
        if len(payload) > ADDRESS_LETTERS:
            raise Impossible("a deep link carries at most 64 letters")
        if self.chat(bot).blocked:
            self.unblocks(bot)
        return self.says(self.world.bot(bot), f"/start {payload}".strip())

    def says(
        self,
        bot: Bot | None,
        text: str,
        *,
        reply_to: Message | None = None,
        entities: list[Json] | None = None,
    ) -> Message:
        """Write a text; like a phone, cut it into messages of 4096 letters. The last one is returned."""
        parts = [text[at : at + words.TEXT_LIMIT] for at in range(0, len(text), words.TEXT_LIMIT)]
        if not parts:
            raise Impossible("a phone does not send an empty message")
        sent = [self._sends(bot, _said(part, entities), reply_to=reply_to) for part in parts]
        return sent[-1]

    def edits(self, message: Message, text: str) -> Message:
        """Change one's own message; a medium keeps its file and gets a new caption."""
        if message.sender is None or message.sender["id"] != self.id or message.deleted:
            raise Impossible("one edits one's own messages")
        old = message.content
        said = Content(text, words.commands_in(text), kind=old.kind, file=old.file, body=old.body)
        return self._changes(message, said)

    def _changes(self, message: Message, said: Content) -> Message:
        self.world.edit(message, said)
        for bot in self._readers(message.chat):
            bot.inbox.add("edited_message", message.json(), lane=f"chat {message.chat.id}")
        return message

    def deletes(self, message: Message) -> None:
        """Take a message away for both; the bot is not told."""
        message.deleted = True

    def forwards(self, message: Message, bot: Bot | None = None) -> Message:
        """Send a message on to the bot."""
        origin = {
            "type": "user",
            "sender_user": message.sender or self.user(),
            "date": int(message.at.timestamp()),
        }
        return self._sends(self.world.bot(bot), message.content, extra={"forward_origin": origin})

    # files

    def sends_photo(
        self,
        bot: Bot | None,
        content: bytes = GREY,
        *,
        caption: str = "",
        album: str | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        """Send a photo; photos of one `album` belong together."""
        upload = Upload("photo.jpg", content, "image/jpeg")
        return self._sends_file(bot, "photo", upload, caption=caption, album=album, reply_to=reply_to)

    def sends_voice(self, bot: Bot | None, *, seconds: int = 5, content: bytes = b"OggSvoice") -> Message:
        """Send a voice message."""
        return self._sends_file(bot, "voice", Upload("voice.ogg", content, "audio/ogg"), duration=seconds)

    def sends_audio(self, bot: Bot | None, *, seconds: int = 60, content: bytes = b"ID3music") -> Message:
        """Send a piece of music."""
        return self._sends_file(bot, "audio", Upload("song.mp3", content, "audio/mpeg"), duration=seconds)

    def sends_video(
        self,
        bot: Bot | None,
        *,
        seconds: int = 9,
        content: bytes = b"video",
        caption: str = "",
        album: str | None = None,
    ) -> Message:
        """Send a video; an `album` may have photos too."""
        upload = Upload("video.mp4", content, "video/mp4")
        return self._sends_file(bot, "video", upload, caption=caption, album=album, duration=seconds)

    def sends_video_note(self, bot: Bot | None, *, seconds: int = 9, content: bytes = b"round") -> Message:
        """Send a round video."""
        upload = Upload("note.mp4", content, "video/mp4")
        return self._sends_file(bot, "video_note", upload, duration=seconds)

    def sends_animation(self, bot: Bot | None, content: bytes = b"GIF89a") -> Message:
        """Send a GIF, which comes as an animation and a document at once."""
        upload = Upload("moving.mp4", content, "video/mp4")
        return self._sends_file(bot, "animation", upload)

    def sends_sticker(self, bot: Bot | None, emoji: str = "🙂") -> Message:
        """Send a sticker."""
        return self._sends_file(bot, "sticker", Upload("s.webp", b"RIFFwebp", "image/webp"), emoji=emoji)

    def sends_document(
        self,
        bot: Bot | None,
        name: str = "letter.pdf",
        content: bytes = b"%PDF-1.4",
        mime: str = "application/pdf",
        *,
        caption: str = "",
        album: str | None = None,
    ) -> Message:
        """Send a file; documents of one `album` belong together."""
        return self._sends_file(bot, "document", Upload(name, content, mime), caption=caption, album=album)

    # other things

    def sends_location(self, bot: Bot | None, latitude: float, longitude: float, *, live: int = 0) -> Message:
        """Send a pin on the map, or for so many seconds where one is."""
        pin = {"latitude": latitude, "longitude": longitude, **({"live_period": live} if live else {})}
        return self._sends(bot, Content(kind="location", body={"location": pin}))

    def moves(self, message: Message, latitude: float, longitude: float) -> None:
        """Walk on while one shares where one is; the bot is told as of an edit."""
        pin = message.content.body["location"] | {"latitude": latitude, "longitude": longitude}
        self._changes(message, replace(message.content, body={"location": pin}))

    def sends_venue(self, bot: Bot | None, title: str, latitude: float, longitude: float) -> Message:
        """Send a place with a name; it comes as venue and location at once."""
        pin = {"latitude": latitude, "longitude": longitude}
        venue = {"location": pin, "title": title, "address": title}
        return self._sends(bot, Content(kind="venue", body={"venue": venue, "location": pin}))

    def sends_contact(self, bot: Bot | None, phone: str = "+355000000000", name: str = "Era") -> Message:
        """Send a card from the address book."""
        card = {"phone_number": phone, "first_name": name}
        return self._sends(bot, Content(kind="contact", body={"contact": card}))

    def sends_poll(
        self, bot: Bot | None, question: str = "Kur?", options: tuple[str, ...] = ("Sot", "Nesër")
    ) -> Message:
        """Send a poll."""
        return self._sends(
            bot, Content(kind="poll", body={"poll": media.poll(self.world.number(), question, list(options))})
        )

    def sends_dice(self, bot: Bot | None, value: int = 6) -> Message:
        """Throw a dice."""
        return self._sends(bot, Content(kind="dice", body={"dice": {"emoji": "🎲", "value": value}}))

    # buttons

    def presses(
        self, label: str, bot: Bot | None = None, *, chat: Chat | None = None, message: Message | None = None
    ) -> "Query":
        """Press the button with this label, or part of it, of the newest message that has it."""
        mine = self.world.bot(bot)
        shown = [message] if message else reversed((chat or self.chat(mine)).history.values())
        found, button = _button(label, shown, mine)
        if button.data is None:
            raise Impossible(f"{button.text!r} opens {button.url}; it tells the bot nothing")
        return self.world.press(self, mine, message=found, data=button.data)

    def taps(self, label: str, bot: Bot | None = None) -> Message:
        """Tap a key of the reply keyboard, which writes its words."""
        for message in reversed(self.chat(bot).messages):
            keys = [key for row in message.content.replies for key in row]
            if label in keys:
                return self.says(bot, label)
        raise Impossible(f"no key {label!r}")

    def presses_data(self, bot: Bot | None, data: str, *, message: Message | None = None) -> "Query":
        """Press with forged data, under this message or the bot's last one."""
        mine = self.world.bot(bot)
        return self.world.press(self, mine, message=message or self.last(mine), data=data)

    # coming and going

    def meets(self, bot: Bot | None = None) -> None:
        """Be seen by the bot somewhere, without starting it."""
        self.chat(bot).known = True

    def blocks(self, bot: Bot | None = None) -> None:
        """Block the bot."""
        self._turns(bot, blocked=True)

    def unblocks(self, bot: Bot | None = None) -> None:
        """Let the bot write again."""
        self._turns(bot, blocked=False)

    def deletes_account(self) -> None:
        """Leave Telegram; no bot is told."""
        self.deactivated = True

    def _turns(self, bot: Bot | None, *, blocked: bool) -> None:
        chat = self.chat(bot)
        if not chat.started or chat.blocked is blocked:
            raise Impossible("there is nothing to block or unblock")
        chat.blocked = blocked
        old, new = ("member", "kicked") if blocked else ("kicked", "member")
        tell_membership(chat.bot, chat, by=self.user(), old=old, new=new)

    def _sends_file(
        self,
        bot: Bot | None,
        kind: str,
        upload: Upload,
        *,
        caption: str = "",
        album: str | None = None,
        reply_to: Message | None = None,
        **extra: Any,
    ) -> Message:
        file = self.world.files.add(upload, bot_id=self.world.bot(bot).id, kind=kind)
        body = media.described(file, self.world.files, extra)
        content = Content(caption, words.commands_in(caption), kind=kind, file=file, body=body)
        return self._sends(bot, content, reply_to=reply_to, extra={"media_group_id": album} if album else None)

    def _sends(
        self, bot: Bot | None, content: Content, *, reply_to: Message | None = None, extra: Json | None = None
    ) -> Message:
        chat = self.chat(bot)
        if self.deactivated or chat.blocked:
            raise Impossible(f"{self.first_name} cannot write to a bot that is blocked, nor without an account")
        chat.known = chat.started = True
        quoted = {"reply_to_message": reply_to.json()} if reply_to else {}
        message = self.world.write(chat, content, sender=self.user(), extra=(extra or {}) | quoted)
        chat.bot.inbox.add("message", message.json(), lane=f"chat {chat.id}")
        return message

    def _readers(self, chat: Chat) -> list[Bot]:
        if isinstance(chat, PrivateChat):
            return [chat.bot]
        members = self.world.shared[chat.id].statuses
        return [bot for bot in self.world.bots.values() if bot.id in members]


def tell_membership(bot: Bot, chat: Chat, *, by: Json, old: str, new: str, lacks: frozenset[str] = frozenset()) -> None:
    """Tell a bot that its place in a chat changed."""
    body = {
        "chat": chat.json(),
        "from": by,
        "date": int(bot.now().timestamp()),
        "old_chat_member": member(bot.user(), old),
        "new_chat_member": member(bot.user(), new, lacks),
    }
    bot.inbox.add("my_chat_member", body, lane=f"member {chat.id}")


def member(user: Json, status: str, lacks: frozenset[str] = frozenset()) -> Json:
    """The ChatMember object of somebody with this status."""
    denied = dict.fromkeys(lacks, False) if status == "administrator" else {}
    return {"status": status, "user": user} | _MEMBER_FIELDS.get(status, {}) | denied


_RIGHTS = (
    "can_be_edited",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_manage_topics",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
_MEMBER_FIELDS: dict[str, Json] = {
    "kicked": {"until_date": 0},
    "creator": {"is_anonymous": False},
    "administrator": {"is_anonymous": False} | dict.fromkeys(_RIGHTS, True),
}


def _said(text: str, entities: list[Json] | None) -> Content:
    return Content(text, words.commands_in(text) if entities is None else tuple(entities))


def _button(label: str, newest_first: Iterable[Message], bot: Bot) -> tuple[Message, Button]:
    """The button with this label in the newest message that has it; a whole label wins over a part of one."""
    seen: list[str] = []
    for message in newest_first:
        if message.bot_id != bot.id or message.deleted:
            continue
        buttons = [button for row in message.buttons for button in row]
        fitting = [button for button in buttons if label.casefold() in button.text.casefold()]
        if fitting:
            return message, next((button for button in fitting if button.text == label), fitting[0])
        seen += [button.text for button in buttons]
    raise Impossible(f"no button {label!r}; there are {seen}")
