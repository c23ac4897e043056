"""What the courier learns on the road: from each outcome, the pace after it, and which chat to leave alone."""

from datetime import datetime, timedelta

from delivery.chats import Chats
from delivery.limits import Pace
from participation.post import Doubtful, Later, Outcome, Sent


def after(pace: Pace, chats: Chats, outcome: Outcome, *, chat: int, now: datetime, jitter: float) -> Pace:
    """The pace once this outcome is known; `jitter` are seconds, against waking all at once."""
    match outcome:
        case Later(seconds=seconds, whole_token=True):
            return refused(pace, chats, chat=chat, now=now, until=now + timedelta(seconds=seconds + jitter))
        case Later() | Doubtful():
            return pace.fail(now)
        case Sent():
            return pace.arrive()
        case _:
            return pace


def refused(pace: Pace, chats: Chats, *, chat: int, now: datetime, until: datetime) -> Pace:
    """After a 429: leave alone the chat we pressed, or else shut the gate and slow down."""
    if chats.was_pressed(chat, now):
        chats.refuse(chat, until)
        return pace
    return pace.refuse(now, until)
