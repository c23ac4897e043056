"""A call of one method: who calls, with what, in which world."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from simulator.bots import Bot
from simulator.chats import Chat
from simulator.errors import bad_request, too_many_requests
from simulator.files import Upload
from simulator.messages import Message
from simulator.parameters import Reader
from simulator.world import World


@dataclass(frozen=True)
class Call:
    """What a method is given."""

    world: World
    bot: Bot
    given: Mapping[str, Any]
    """The parameters, read."""
    uploads: Mapping[str, Upload]

    def get(self, name: str, default: Any = None) -> Any:
        """A parameter that may be left out."""
        return self.given.get(name, default)

    def chat(self, name: str = "chat_id") -> Chat:
        """The chat that is meant."""
        if name not in self.given:
            raise bad_request("chat_id is empty" if name == "chat_id" else f"{name} is empty")
        return self.world.chat(self.bot, self.given[name])

    def open_chat(self) -> Chat:
        """The chat that is meant, if the bot may write there."""
        chat = self.chat()
        chat.check_open(self.bot)
        return chat

    def pace(self, chat: Chat, *, cost: int = 1) -> None:
        """Count these messages against the limits; 429 when it is too fast."""
        if self.bot.gate is None:
            return
        wait = self.bot.gate.refuses(chat.id, group=chat.is_group, cost=cost, now=self.world.now())
        if wait:
            raise too_many_requests(wait)

    def message(self, chat: Chat, *, to: str) -> Message:
        """The message that is meant; `to` is the verb for the refusal."""
        found = chat.history.get(self.get("message_id", 0))
        if found is None or found.deleted:
            raise bad_request(f"message to {to} not found")
        return found


Run: TypeAlias = Callable[[Call], Any | Awaitable[Any]]


@dataclass(frozen=True)
class Method:
    """A method of the Bot API: what it does and which parameters it takes."""

    run: Run
    takes: Mapping[str, Reader]
