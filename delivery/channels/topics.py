"""Topics of a group: made where there is none, or none any more; opened and closed; and then it is said there.

    thread known ── open or close it ── say ──▶ Sent
         │                 └───── gone ────┐  └── closed: open, say, close again
         └── none ──────────────────────── make one ── say it, with what stands above it

A topic somebody deleted swallows nothing: it is made anew, and the message goes there. What was made comes back with
whatever became of the message, and is kept with it; a crash in between leaves one empty topic behind.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final

from delivery.channels.answers import TOPIC_CLOSED, TOPIC_GONE, Edit
from delivery.channels.calls import Call, Part, editing, topic_call
from participation.layout import lines
from participation.messages import Button, Message, Topic
from participation.post import Doubtful, Later, Outcome, Rejected, Sent

LONGEST_NAME: Final = 128

Heard = Outcome | Edit
Ask = Callable[[Call], Awaitable[Heard]]
"""Makes a call; Sent bears the number in the answer."""
Say = Callable[[Message, int], Awaitable[Outcome]]
"""Says a message in the topic of this number."""


class Topics:
    """What a channel does in groups."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    async def say(self, message: Message, topic: Topic, *, to: int, by: Say) -> Outcome:
        """Say it in its topic; what is said comes back with the topic as it is then."""
        if topic.gone:
            return await self._delete(message, topic, to)
        if topic.thread is None:
            return await self._say_in_new(message, topic, to, by)
        turned = await self._turn(topic, to) if topic.turns else Edit.SAME
        outcome = await by(message, topic.thread) if _is_done(turned) else _failed(turned)
        if outcome == TOPIC_GONE:
            return await self._say_in_new(message, topic, to, by)
        if outcome == TOPIC_CLOSED:
            await self._turn(replace(topic, shut=False), to)
            outcome = await by(message, topic.thread)
            await self._turn(topic, to)
        return _in_topic(outcome, topic)

    async def _say_in_new(self, message: Message, topic: Topic, to: int, by: Say) -> Outcome:
        made = await self._ask(topic_call("createForumTopic", to=to, name=topic.name[:LONGEST_NAME]))
        if not isinstance(made, Sent):
            return _failed(made)
        whole = replace(message, body=lines((message.above, message.body)))
        outcome = await by(whole, made.message)
        if topic.shut:
            await self._turn(replace(topic, thread=made.message), to)
        return _in_topic(outcome, replace(topic, thread=made.message, card=None))

    async def _turn(self, topic: Topic, to: int) -> Heard:
        """Close it, or open it again, as it is to be; it may be so already."""
        method = "closeForumTopic" if topic.shut else "reopenForumTopic"
        return await self._ask(topic_call(method, to=to, message_thread_id=topic.thread))

    async def _delete(self, message: Message, topic: Topic, to: int) -> Outcome:
        """Delete it with all that stands in it; where we may not, the first message says no more than its number."""
        gone = await self._ask(topic_call("deleteForumTopic", to=to, message_thread_id=topic.thread))
        if _is_done(gone) or gone == TOPIC_GONE:
            return Sent(topic.thread or 0)
        if topic.card is None or not isinstance(gone, Rejected):
            return _failed(gone)
        emptied = await self._ask(editing(Part(message.body), to=to, over=topic.card))
        return Sent(topic.card) if _is_done(emptied) else _failed(emptied)


def leading_home(message: Message, username: str) -> Message:
    """The same message, its ways into the private chat as links."""
    rows = tuple(tuple(_with_link(button, username) for button in row) for row in message.buttons)
    return replace(message, buttons=rows)


def _with_link(button: Button, username: str) -> Button:
    return button if button.start is None else replace(button, url=f"https://t.me/{username}?start={button.start}")


def calls_beside(message: Message) -> int:
    """How many calls it takes to make or turn its topic; they count as messages do."""
    topic = message.topic
    return int(topic is not None and (topic.thread is None or topic.turns or topic.gone))


def _is_done(heard: Heard) -> bool:
    return isinstance(heard, Sent) or heard is Edit.SAME


def _failed(heard: Heard) -> Outcome:
    return Rejected(f"topic_{heard.value}") if isinstance(heard, Edit) else heard


def _in_topic(outcome: Outcome, topic: Topic) -> Outcome:
    """With the topic; what has not arrived has told nothing there."""
    match outcome:
        case Sent(message=number):
            card = number if topic.card is None and topic.told else topic.card
            return replace(outcome, topic=replace(topic, card=card))
        case Later() | Doubtful() | Rejected():
            return replace(outcome, topic=replace(topic, told=""))
        case _:
            return outcome
