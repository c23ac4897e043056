"""What is kept of digests: whether anybody has said that they have seen them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Unseen:
    """That nobody of an institution has said that they have seen its digests `since` a day.

    So many others were `raised` by it, the last of them on the day `moved_on`. Without a `since`, somebody has seen
    them on that day.
    """

    since: date | None
    raised: int
    moved_on: date
