"""Chats: who may write there, and what was written.

PrivateChat   a person and a bot
Group         group or supergroup
Channel       posts without a sender
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator.bots import Bot
from simulator.content import Json
from simulator.errors import Impossible, bad_request, forbidden
from simulator.messages import Message

if TYPE_CHECKING:
    from simulator.people import Person

WORDS = {"group": "group chat", "supergroup": "supergroup chat", "channel": "channel chat"}
"""How the server's refusals call a chat."""


@dataclass(eq=False)
class Chat:
    """What all chats have."""

    id: int
    history: dict[int, Message] = field(default_factory=dict, init=False)
    """Every message by its id, deleted ones too."""
    last_message_id: int = field(default=0, init=False)

    @property
    def messages(self) -> list[Message]:
        """What stands in the chat, the oldest first."""
        return [message for message in self.history.values() if not message.deleted]

    @property
    def texts(self) -> list[str]:
        """The words of what stands in the chat."""
        return [message.text for message in self.messages]

    def last_from(self, bot: Bot) -> Message:
        """The newest message from the bot."""
        for message in reversed(self.history.values()):
            if message.bot_id == bot.id and not message.deleted:
                return message
        raise Impossible("the bot has said nothing here")

    def next_id(self, bot: Bot | None) -> int:
        """The id of the next message; private chats of a bot share one row of numbers."""
        self.last_message_id += 1
        return self.last_message_id

    def json(self) -> Json:
        """The Chat object."""
        raise NotImplementedError

    def check_open(self, bot: Bot) -> None:
        """Refuse as the server does if the bot may not write here."""
        raise NotImplementedError

    @property
    def is_group(self) -> bool:
        """Whether the slower limit of groups and channels holds."""
        return True


@dataclass(eq=False)
class PrivateChat(Chat):
    """A person's chat with a bot."""

    person: "Person"
    bot: Bot
    known: bool = False
    """The bot has seen the person somewhere."""
    started: bool = False
    blocked: bool = False

    @property
    def is_group(self) -> bool:
        """Private chats have their own, quicker limit."""
        return False

    def next_id(self, bot: Bot | None) -> int:
        """Private chats share the numbers of the bot's account."""
        self.bot.last_message_id += 1
        return self.bot.last_message_id

    def json(self) -> Json:
        """The Chat object."""
        shown = {key: value for key, value in self.person.user().items() if key in _PRIVATE_FIELDS}
        return shown | {"type": "private"}

    def check_open(self, bot: Bot) -> None:
        """Refuse if the account is gone, the bot was never started or is blocked."""
        if not self.known:
            raise bad_request("chat not found")
        if self.person.deactivated:
            raise forbidden("user is deactivated")
        if not self.started:
            raise forbidden("bot can't initiate conversation with a user")
        if self.blocked:
            raise forbidden("bot was blocked by the user")


_PRIVATE_FIELDS = frozenset({"id", "first_name", "last_name", "username"})


@dataclass(eq=False)
class Topic:
    """A topic of a forum: what is written there bears the number of its first message."""

    name: str
    creator: int
    closed: bool = False
    deleted: bool = False


@dataclass(eq=False)
class SharedChat(Chat):
    """A chat of many: its title, and what each bot is in it."""

    title: str
    kind: str
    username: str | None = None
    statuses: dict[int, str] = field(default_factory=dict)
    """member, administrator, creator, left or kicked, by user id."""
    upgraded_to: int | None = None
    gone: bool = False
    read_only: bool = False
    """Members may not write, only administrators."""
    is_forum: bool = False
    topics: dict[int, Topic] = field(default_factory=dict)
    lacks: dict[int, frozenset[str]] = field(default_factory=dict)
    """What an administrator may not do, by user id."""

    def json(self) -> Json:
        """The Chat object."""
        shown: Json = {"id": self.id, "type": self.kind, "title": self.title}
        if self.username:
            shown["username"] = self.username
        return shown | {"is_forum": True} if self.is_forum else shown

    def status(self, user_id: int) -> str:
        """What this user is here."""
        return self.statuses.get(user_id, "left")

    def is_admin(self, user_id: int) -> bool:
        """Whether this user runs the chat."""
        return self.status(user_id) in {"administrator", "creator"}

    def may(self, user_id: int, right: str) -> bool:
        """Whether this administrator has the right."""
        status, lacks = self.status(user_id), self.lacks.get(user_id, frozenset())
        return status == "creator" or (status == "administrator" and right not in lacks)

    def topic(self, thread: int) -> Topic | None:
        """The topic of this number, as long as it is there."""
        found = self.topics.get(thread) if self.is_forum else None
        return None if found is None or found.deleted else found

    def drop_topic(self, thread: int) -> None:
        """Delete a topic with all that was written there; nobody is told."""
        self.topics[thread].deleted = True
        for message in self.history.values():
            if message.extra.get("message_thread_id") == thread:
                message.deleted = True

    def check_member(self, bot: Bot) -> None:
        """Refuse if the bot is not, or no longer, here."""
        word = WORDS[self.kind]
        if self.upgraded_to is not None:
            raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=self.upgraded_to)
        if self.gone:
            raise forbidden(f"the {word} was deleted")
        match self.status(bot.id):
            case "kicked":
                raise forbidden(f"bot was kicked from the {word}")
            case "left":
                raise forbidden(f"bot is not a member of the {word}")

    def check_open(self, bot: Bot) -> None:
        """Refuse if the bot is not here, or is here and may not write."""
        self.check_member(bot)
        if self.is_admin(bot.id):
            return
        if self.kind == "channel":
            raise bad_request("need administrator rights in the channel chat")
        if self.read_only:
            raise bad_request("not enough rights to send text messages to the chat")
