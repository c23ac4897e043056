"""A bot as Telegram knows it: its token, its updates and what it set up."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from simulator.content import Json
from simulator.limits import Gate
from simulator.updates import Inbox


@dataclass
class Webhook:
    """Where the updates go instead of waiting for getUpdates."""

    url: str
    secret: str = ""
    max_connections: int = 40
    last_error: tuple[datetime, str] | None = None


@dataclass(eq=False)
class Bot:
    """A bot account."""

    id: int
    token: str
    username: str
    name: str
    now: Callable[[], datetime]
    gate: Gate | None = None
    privacy: bool = False
    """In groups, see only commands, mentions and replies to itself."""
    webhook: Webhook | None = None
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    """The commands by scope and language."""
    profile: dict[tuple[str, str], str] = field(default_factory=dict)
    """name, description and short_description by language."""
    menus: dict[int | None, Json] = field(default_factory=dict)
    """The menu button by chat; None is the default."""
    actions: list[tuple[int, str]] = field(default_factory=list)
    """The chat actions ("typing") it showed, by chat."""
    inbox: Inbox = field(init=False)
    last_message_id: int = 0

    def __post_init__(self) -> None:
        self.inbox = Inbox(self.now)

    def user(self) -> Json:
        """The User object."""
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}

    def me(self) -> Json:
        """The User object with what only getMe tells."""
        return self.user() | {
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
            "has_topics_enabled": False,
            "allows_users_to_create_topics": False,
            "can_manage_bots": False,
        }

    def shown(self, what: str, language: str = "") -> str:
        """The name or description people with this language see."""
        return self.profile.get((what, language)) or self.profile.get((what, ""), "")

    def menu(self, chat_id: int | None = None) -> Any:
        """The menu button in this chat."""
        return self.menus.get(chat_id) or self.menus.get(None, {"type": "default"})
