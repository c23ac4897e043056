"""The rights of the forum in each new plan: to be told, invited, heard, and to take part."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from participation.paperwork.letterhead import Letterhead


class ForumRight(StrEnum):
    """What the forum may expect."""

    INFORMED = "informed"
    INVITED = "invited"
    HEARD = "heard"
    TOOK_PART = "took_part"


class ForumState(StrEnum):
    """How a right of the forum stands."""

    DONE = "done"
    LATE = "late"
    OVERDUE = "overdue"
    AHEAD = "ahead"


@dataclass(frozen=True)
class ForumCheck:
    """A right in one plan: by when it was due, when it was met, and what proves it."""

    right: ForumRight
    due: date | None = None
    done_on: date | None = None
    evidence: str = ""

    def state(self, today: date) -> ForumState:
        """How it stands today."""
        if self.done_on is not None:
            return ForumState.LATE if self.due is not None and self.done_on > self.due else ForumState.DONE
        return ForumState.OVERDUE if self.due is not None and self.due < today else ForumState.AHEAD


@dataclass(frozen=True)
class ForumChecklist:
    """The four rights in one plan; what nobody has entered is there, and open."""

    letterhead: Letterhead
    title: str
    forum: str
    entered: tuple[ForumCheck, ...] = ()

    @property
    def checks(self) -> tuple[ForumCheck, ...]:
        """All four, in their order."""
        known = {check.right: check for check in self.entered}
        return tuple(known.get(right, ForumCheck(right)) for right in ForumRight)
