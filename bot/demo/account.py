"""What was lost and what came twice, counted on the phones and never asked of the service."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulator.bots import Bot
from simulator.messages import Message
from simulator.people import Person
from simulator.world import World

Marks = Mapping[int, int]


def out(person: Person) -> list[Message]:
    """Everything the bot has written to somebody."""
    return [message for message in person.chat().messages if message.direction == "out"]


def marks(people: Iterable[Person]) -> Marks:
    """How many messages each phone has now."""
    return {person.id: len(out(person)) for person in people}


@dataclass
class Account:
    """Grows with every scene."""

    lost: int = 0
    doubled: int = 0

    def everybody_heard(self, people: Iterable[Person], words: str, since: Marks) -> None:
        """Everybody who can be reached should have one new message with these words."""
        for person in people:
            if person.chat().blocked or person.deactivated:
                continue
            heard = sum(words in message.text for message in out(person)[since.get(person.id, 0) :])
            self.lost += heard == 0
            self.doubled += max(heard - 1, 0)

    def nobody_waits(self, people: Iterable[Person]) -> None:
        """Whoever spoke last should have been answered: on no phone the last word is a person's."""
        for person in people:
            messages = person.chat().messages
            unanswered = bool(messages) and messages[-1].direction == "in"
            self.lost += unanswered and not person.chat().blocked


def sending(world: World) -> tuple[int, int]:
    """How many messages the bot asked to be delivered, and how many could not reach anybody."""
    calls = [call for call in world.calls if call.method.startswith("send") and call.method != "sendChatAction"]
    refused = sum("Forbidden" in call.outcome for call in calls)
    return len(calls), refused


def last_line(world: World, bot: Bot, account: Account, seconds: float) -> str:
    """The line by which a run is judged."""
    sent, unreachable = sending(world)
    received = world.delivered()
    lost = account.lost + max(sent - unreachable - received, 0) + world.pending(bot)
    return (
        f"sent={sent} received={received} unreachable={unreachable} lost={lost} "
        f"doubled={account.doubled} seconds={seconds:.0f}"
    )
