"""Groups and channels: who is in, who speaks, and in whose name."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simulator import media, words
from simulator.bots import Bot
from simulator.chats import SharedChat
from simulator.content import Content, Json
from simulator.errors import Impossible
from simulator.files import GREY, Upload
from simulator.messages import Message
from simulator.people import Person, tell_membership

if TYPE_CHECKING:
    from simulator.world import World

ANONYMOUS: Json = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
"""In whose name anonymous administrators speak."""
CHANNEL_BOT: Json = {
    "id": 136817688,
    "is_bot": True,
    "first_name": "Channel",
    "username": "Channel_Bot",
}
"""In whose name channels speak in groups."""


@dataclass(eq=False)
class _Peopled(SharedChat):
    """What groups and channels share: a world to live in."""

    world: "World" = field(kw_only=True)

    @property
    def bots(self) -> list[Bot]:
        """The bots that are here now."""
        here = {"member", "administrator", "creator"}
        return [bot for bot in self.world.bots.values() if self.status(bot.id) in here]

    def last(self, bot: Bot | None = None) -> Message:
        """The newest message from the bot."""
        return self.last_from(self.world.bot(bot))

    def kicks(self, bot: Bot | None = None, *, by: Person | None = None) -> None:
        """Throw the bot out."""
        self._turns(self.world.bot(bot), "kicked", by=by)

    def promotes(self, who: Person | Bot, *, by: Person | None = None) -> None:
        """Make somebody administrator."""
        self._turns(who, "administrator", by=by)

    def limits(self, who: Person | Bot, *rights: str, by: Person | None = None) -> None:
        """Let an administrator do all but this from now on."""
        self.lacks[who.id] = frozenset(rights)
        self._turns(who, "administrator", by=by)

    def deletes(self) -> None:
        """Delete the chat."""
        self.gone = True

    def _turns(self, who: Person | Bot, status: str, *, by: Person | None) -> None:
        old = self.status(who.id)
        self.statuses[who.id] = status
        if isinstance(who, Bot):
            lacks = self.lacks.get(who.id, frozenset())
            tell_membership(who, self, by=by.user() if by else self._owner(), old=old, new=status, lacks=lacks)

    def _owner(self) -> Json:
        for user_id, status in self.statuses.items():
            if status in {"creator", "administrator"} and user_id in self.world.people:
                return self.world.people[user_id].user()
        return ANONYMOUS


@dataclass(eq=False)
class Group(_Peopled):
    """A group, or the supergroup it became."""

    def gathers(self, members: Iterable[Person | Bot]) -> None:
        """Come together for the first time; the first person is the owner."""
        for who in members:
            self.adds(who)

    def adds(self, who: Person | Bot, *, by: Person | None = None) -> None:
        """Let somebody in; a bot is told twice, as by Telegram: its place changed, and a service message."""
        if isinstance(who, Person) and not self.statuses:
            self.statuses[who.id] = "creator"
            return
        self._turns(who, "member", by=by)
        if isinstance(who, Bot):
            adder = by.user() if by else self._owner()
            self._tells(Content(kind="service", body={"new_chat_members": [who.user()]}), sender=adder)

    def says(
        self,
        person: Person,
        bot: Bot | None,
        text: str,
        *,
        reply_to: Message | None = None,
        thread: int | None = None,
    ) -> Message:
        """A member writes; every bot here reads it unless its privacy forbids. `bot` must be one of them."""
        self._meets(person)
        return self._heard(bot, text, sender=person.user(), reply_to=reply_to, extra=self._in_topic(thread))

    def sends_photo(self, person: Person, bot: Bot | None, *, caption: str = "", thread: int | None = None) -> Message:
        """A member sends a photo."""
        self._meets(person)
        file = self.world.files.add(
            Upload("photo.jpg", GREY, "image/jpeg"), bot_id=self.world.bot(bot).id, kind="photo"
        )
        content = Content(caption, kind="photo", file=file, body=media.described(file, self.world.files, {}))
        return self._tells(content, sender=person.user(), extra=self._in_topic(thread))

    def says_anonymously(self, bot: Bot | None, text: str, *, thread: int | None = None) -> Message:
        """An administrator writes in the group's own name."""
        extra = {"sender_chat": self.json()} | self._in_topic(thread)
        return self._heard(bot, text, sender=ANONYMOUS, extra=extra)

    def says_as_channel(self, channel: "Channel", bot: Bot | None, text: str, *, thread: int | None = None) -> Message:
        """Somebody writes in the name of a channel."""
        extra = {"sender_chat": channel.json()} | self._in_topic(thread)
        return self._heard(bot, text, sender=CHANNEL_BOT, extra=extra)

    def opens_link(self, person: Person, bot: Bot | None, payload: str, *, admin: bool = False) -> Message:
        """A member puts a bot into the group through a link: it comes, and START is said in the person's name."""
        mine = self.world.bot(bot)
        if self.status(mine.id) not in {"member", "administrator"}:
            self.adds(mine, by=person)
        if admin:
            self.promotes(mine, by=person)
        return self.says(person, mine, f"/start@{mine.username} {payload}")

    def turns_on_topics(self) -> "Group":
        """Become a forum; a group becomes a supergroup by it, with another id."""
        forum = self if self.kind == "supergroup" else self.upgrades()
        forum.is_forum = True
        return forum

    def closes_topic(self, person: Person, thread: int) -> None:
        """Somebody closes a topic, or opens it again, by hand."""
        self.topics[thread].closed = not self.topics[thread].closed
        what = "forum_topic_closed" if self.topics[thread].closed else "forum_topic_reopened"
        self._tells(Content(kind="service", body={what: {}}), sender=person.user(), extra=self._in_topic(thread))

    def in_topic(self, thread: int) -> list[Message]:
        """What stands in a topic, the first message apart, which only says that it was made."""
        return [one for one in self.messages if one.extra.get("message_thread_id") == thread and one.kind != "service"]

    def thread(self, name: str) -> int:
        """The number of the newest topic of this name that is there."""
        return max(number for number, topic in self.topics.items() if topic.name == name and not topic.deleted)

    def _in_topic(self, thread: int | None) -> Json:
        if thread is None:
            return {}
        if self.topic(thread) is None:
            raise Impossible("there is no such topic")
        return {"message_thread_id": thread, "is_topic_message": True}

    def _meets(self, person: Person) -> None:
        if self.status(person.id) not in {"member", "administrator", "creator"}:
            raise Impossible(f"{person.first_name} is not in the group")
        for reader in self.bots:
            person.meets(reader)

    def upgrades(self) -> "Group":
        """Become a supergroup with another id; sends to the old one are refused with the new id."""
        if self.kind != "group" or self.upgraded_to is not None:
            raise Impossible("only a group is upgraded, and once")
        new = self.world.group(self.title, supergroup=True)
        new.statuses = dict(self.statuses)
        self._tells(Content(kind="service", body={"migrate_to_chat_id": new.id}), sender=self._owner())
        new._tells(Content(kind="service", body={"migrate_from_chat_id": self.id}), sender=self._owner())
        self.upgraded_to = new.id
        return new

    def _heard(
        self,
        bot: Bot | None,
        text: str,
        *,
        sender: Json,
        extra: Json | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        if self.world.bot(bot) not in self.bots:
            raise Impossible("the bot is not in the group")
        quoted: dict[str, Any] = {"reply_to_message": reply_to.json()} if reply_to else {}
        content = Content(text, words.commands_in(text))
        return self._tells(content, sender=sender, extra=(extra or {}) | quoted)

    def _tells(self, content: Content, *, sender: Json, extra: Json | None = None) -> Message:
        message = self.world.write(self, content, sender=sender, extra=extra)
        for bot in self.bots:
            if self._shown_to(bot, message):
                bot.inbox.add("message", message.json(), lane=f"chat {self.id}")
        return message

    def _shown_to(self, bot: Bot, message: Message) -> bool:
        if not bot.privacy or self.is_admin(bot.id) or message.kind == "service":
            return True
        quoted = message.extra.get("reply_to_message", {}).get("from", {}).get("id")
        return quoted == bot.id or message.text.startswith("/") or f"@{bot.username}" in message.text


@dataclass(eq=False)
class Channel(_Peopled):
    """A channel; what its administrators post has no sender."""

    def gathers(self, admins: Iterable[Person | Bot]) -> None:
        """Begin with these administrators."""
        for who in admins:
            self.promotes(who)

    def posts(self, text: str) -> Message:
        """Post a text; the bots that run the channel read it."""
        content = Content(text, words.commands_in(text))
        message = self.world.write(self, content, sender=None, extra={"sender_chat": self.json()})
        for bot in self.bots:
            bot.inbox.add("channel_post", message.json(), lane=f"chat {self.id}")
        return message
