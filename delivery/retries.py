"""When to try again, and when to give up: decisions as values, a table of waits."""

from datetime import datetime, timedelta

from participation.letters import Lane
from participation.post import Asleep, Doubtful, Later, Moved, Outcome, Parcel, Rejected, Settled, Stopped, Void

PAUSE = 600.0
"""Seconds within which others must have arrived, or the line itself is in doubt."""

SHORT = (10.0, 120.0, PAUSE)
LONG = (*SHORT, 3600.0, 6 * 3600.0)
"""Seconds before the second, third ... try of what may or may not have arrived; after the last one we give up.

One of Telegram's data centres may be ill for hours, while those who live in the others hear us. An answer in a
conversation is of no use after so long. What certainly never left us counts no attempt: it does no harm, so it is tried
until its time is over. While the line is down nothing is sent at all, so an outage costs a message at most the one
attempt in which it was noticed.
"""

STUMBLES = (2.0, 8.0)
"""A database may stumble: seconds before a letter is written once more; one that fails even then is at fault itself."""


def settle(parcel: Parcel, outcome: Outcome | Void, *, others_arrive: bool, now: datetime) -> Settled:
    """What becomes of a parcel after this outcome; while nothing arrives at all no parcel is given up."""
    waits = SHORT if parcel.lane is Lane.REPLY else LONG
    match outcome:
        case Doubtful() if parcel.attempts < len(waits):
            return again(parcel, outcome, after=waits[parcel.attempts], now=now)
        case Doubtful(reason=reason) if others_arrive:
            return Settled(parcel.id, Rejected(f"unanswered: {reason}", topic=outcome.topic), now)
        case Doubtful(done=done):
            later = Later(PAUSE, whole_token=False, done=done, topic=outcome.topic)
            return again(parcel, later, after=PAUSE, now=now)
        case Asleep(until=until):
            return Settled(parcel.id, outcome, now, retry_at=until)
        case Later(seconds=seconds):
            return again(parcel, outcome, after=seconds, now=now)
        case Moved():
            return again(parcel, outcome, after=0, now=now)
        case Stopped():
            return again(parcel, Later(0, whole_token=True), after=0, now=now)
        case _:
            return Settled(parcel.id, outcome, now)


def again(parcel: Parcel, outcome: Outcome, *, after: float, now: datetime) -> Settled:
    """Put it back for so many seconds."""
    return Settled(parcel.id, outcome, now, retry_at=now + timedelta(seconds=after))


def after_fault(parcel: Parcel, fault: str) -> Outcome:
    """What to do with a letter that could not be written: try again a little, then put it aside with its number."""
    if parcel.attempts < len(STUMBLES):
        return Later(STUMBLES[parcel.attempts], whole_token=False, counts=True)
    return Rejected(f"fault {fault}", for_all=True)


def is_expired(parcel: Parcel, now: datetime) -> bool:
    """Whether it would come too late to be of use."""
    return parcel.use_by is not None and now > parcel.use_by
