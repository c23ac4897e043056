"""The world: its people, bots, chats, messages and files, and everything that happened."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from simulator.bots import Bot
from simulator.chats import Chat, PrivateChat, SharedChat
from simulator.content import Content, Json
from simulator.errors import Impossible, bad_request, forbidden
from simulator.faults import Faults
from simulator.files import Files
from simulator.groups import Channel, Group
from simulator.limits import Gate, Limits
from simulator.messages import Message, Version
from simulator.people import Person
from simulator.transcript import Entry

TOKEN = "1000:AAbashke-simulator-token-of-no-value_00"  # noqa: S105 (opens nothing but this world)
QUERY_LIFETIME = timedelta(seconds=15)
"""How long after a press the server takes an answer to it, as users report."""


@dataclass(frozen=True)
class Call:
    """A call of the Bot API, and what the server made of it."""

    at: datetime
    bot_id: int
    method: str
    parameters: Mapping[str, Any]
    outcome: str
    """ok, or the description of the error, or the kind of the fault."""


@dataclass
class Query:
    """A press of a button, and the answer to it."""

    id: str
    bot: Bot
    person: Person
    data: str
    message: Message
    version: int
    """Which version of the message was on the phone."""
    at: datetime
    answers: list[Json] = field(default_factory=list)

    @property
    def answered(self) -> bool:
        """Whether the phone stopped showing the little clock."""
        return bool(self.answers)

    @property
    def notice(self) -> str:
        """What the phone showed in answer."""
        return str(self.answers[-1].get("text", "")) if self.answers else ""


class World:
    """Everything there is; one world is used from one thread.

    `now` tells the time (aware, UTC). `limits` of None lets bots send as fast as they like.
    """

    def __init__(
        self,
        *,
        now: Callable[[], datetime],
        limits: Limits | None = None,
        query_lifetime: timedelta = QUERY_LIFETIME,
        calls_kept: int = 20_000,
    ) -> None:
        self.now = now
        self.limits = limits
        self.query_lifetime = query_lifetime
        self.bots: dict[str, Bot] = {}
        """The bots by token."""
        self.people: dict[int, Person] = {}
        self.shared: dict[int, SharedChat] = {}
        """Groups and channels by id."""
        self.files = Files()
        self.faults = Faults()
        self.queries: dict[str, Query] = {}
        self.log: list[Entry] = []
        self.calls: deque[Call] = deque(maxlen=calls_kept)
        """The newest calls; `calls_kept=0` keeps none."""
        self._private: dict[tuple[int, int], PrivateChat] = {}
        self._delivered: Counter[int] = Counter()
        self._last_number = 0

    # who there is

    def add_bot(
        self,
        *,
        token: str = TOKEN,
        username: str = "bashke_bot",
        name: str = "Bashkë",
        privacy: bool = False,
    ) -> Bot:
        """A bot with this token; its id is the number before the colon."""
        gate = Gate(self.limits) if self.limits else None
        bot = Bot(int(token.split(":", maxsplit=1)[0]), token, username, name, self.now, gate=gate, privacy=privacy)
        self.bots[token] = bot
        return bot

    def person(
        self,
        first_name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = "sq",
    ) -> Person:
        """A person with a phone."""
        person = Person(
            world=self,
            id=700_000_000 + self.number(),
            first_name=first_name,
            last_name=last_name,
            username=username,
            language_code=language_code,
        )
        self.people[person.id] = person
        return person

    def group(
        self, title: str, *, members: Iterable[Person | Bot] = (), supergroup: bool = False, forum: bool = False
    ) -> Group:
        """A group with these members; the first person made it, and a forum is a supergroup with topics."""
        number, supergroup = self.number(), supergroup or forum
        chat_id = -1_002_000_000_000 - number if supergroup else -4_000_000 - number
        group = Group(chat_id, title, "supergroup" if supergroup else "group", is_forum=forum, world=self)
        self.shared[chat_id] = group
        group.gathers(members)
        return group

    def channel(self, title: str, *, username: str | None = None, admins: Iterable[Person | Bot] = ()) -> Channel:
        """A channel that these people and bots run."""
        chat_id = -1_003_000_000_000 - self.number()
        channel = Channel(chat_id, title, "channel", username, world=self)
        self.shared[chat_id] = channel
        channel.gathers(admins)
        return channel

    def bot(self, which: Bot | None = None) -> Bot:
        """This bot, or the only one there is."""
        if which is not None:
            return which
        if len(self.bots) != 1:
            raise Impossible("say which bot")
        return next(iter(self.bots.values()))

    def private_chat(self, person: Person, bot: Bot) -> PrivateChat:
        """The chat of a person with a bot, used or not."""
        key = (bot.id, person.id)
        if key not in self._private:
            self._private[key] = PrivateChat(person.id, person=person, bot=bot)
        return self._private[key]

    def chat(self, bot: Bot, ref: int | str) -> Chat:
        """The chat a bot means by this id or @name; refused as the server does if it knows none."""
        if isinstance(ref, str):
            return self._named(ref)
        if ref in self.shared and bot.id in self.shared[ref].statuses:
            return self.shared[ref]
        if any(each.id == ref for each in self.bots.values()):
            raise forbidden("the bot can't send messages to the bot")
        chat = self._private.get((bot.id, ref))
        if chat is None or not chat.known:
            raise bad_request("chat not found")
        return chat

    def _named(self, name: str) -> SharedChat:
        for chat in self.shared.values():
            if chat.username and name.casefold() == f"@{chat.username}".casefold():
                return chat
        raise bad_request("chat not found")

    def number(self) -> int:
        """A number never given before in this world."""
        self._last_number += 1
        return self._last_number

    # what happens

    def write(
        self,
        chat: Chat,
        content: Content,
        *,
        sender: Json | None,
        bot: Bot | None = None,
        extra: Json | None = None,
        silent: bool = False,
    ) -> Message:
        """Put a message into a chat; `bot` is the bot that sent it."""
        at = self.now()
        message = Message(
            message_id=chat.next_id(bot),
            chat=chat,
            direction="out" if bot else "in",
            sender=sender,
            versions=[Version(at, content)],
            extra=extra or {},
            bot_id=bot.id if bot else None,
            silent=silent,
        )
        chat.history[message.message_id] = message
        self._delivered[chat.id] += bot is not None
        self.log.append(Entry.of(message))
        return message

    def edit(self, message: Message, content: Content) -> None:
        """Let a message say something else from now on."""
        message.versions.append(Version(self.now(), content))
        self.log.append(Entry.of(message))

    def press(self, person: Person, bot: Bot, *, message: Message, data: str) -> Query:
        """Tell the bot that a button with this data was pressed."""
        query = Query(
            id=str(4_000_000_000_000 + self.number()),
            bot=bot,
            person=person,
            data=data,
            message=message,
            version=len(message.versions) - 1,
            at=self.now(),
        )
        self.queries[query.id] = query
        body = {
            "id": query.id,
            "from": person.user(),
            "message": message.json(),
            "chat_instance": str(message.chat.id),
            "data": data,
        }
        bot.inbox.add("callback_query", body, lane=f"query {person.id}")
        return query

    # what can be asked about it

    @property
    def answered(self) -> list[Query]:
        """The presses that were answered, the oldest first."""
        return [query for query in self.queries.values() if query.answered]

    def pending(self, bot: Bot | None = None) -> int:
        """How many updates the bot has not confirmed."""
        return len(self.bot(bot).inbox)

    def delivered(self, chat_id: int | None = None) -> int:
        """How many messages of bots arrived in this chat, or in all; edits do not count."""
        return self._delivered.total() if chat_id is None else self._delivered[chat_id]

    def transcript(self) -> list[Json]:
        """Every message and every edit in the order they happened, one dict each."""
        return [entry.json() for entry in self.log]
