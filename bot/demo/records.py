"""What the simulator wrote down, a record for each message: an edit is no new message but a new version of one."""

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.transcript import Entry

SERVICE = "service"


@dataclass(frozen=True)
class Record:
    """One message with everything it ever said, the oldest first."""

    versions: tuple[Entry, ...]

    @property
    def sent(self) -> Entry:
        """What it said when it was sent."""
        return self.versions[0]

    @property
    def final(self) -> Entry:
        """What it says at the end."""
        return self.versions[-1]


def records_of(log: Iterable[Entry]) -> list[Record]:
    """The messages in the order in which they were sent; what the server itself notes in a group is none of them."""
    found: dict[tuple[int, int], list[Entry]] = {}
    for entry in (each for each in log if each.media != SERVICE):
        found.setdefault((entry.chat_id, entry.message_id), []).append(entry)
    return [Record(tuple(versions)) for versions in found.values()]
