"""The forum of an institution: its call, its meetings, what its members are told, and what it is owed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from participation.ids import ConsultationId, ForumMemberId, InstitutionId, MeetingId


@dataclass(frozen=True)
class ForumCall:
    """An open call to join: its text, and until which day one may apply."""

    text: str
    until: date


@dataclass(frozen=True)
class Forum:
    """The forum of an institution, since the day on which it was entered here, with its call if there is one."""

    institution: InstitutionId
    name: str
    since: date
    call: ForumCall | None = None

    def calls(self, today: date) -> bool:
        """Whether one may apply."""
        return self.call is not None and today <= self.call.until


@dataclass(frozen=True)
class ForumMeeting:
    """A meeting of the forum itself, as it was written down."""

    day: date
    place: str
    about: str


class MemberState(StrEnum):
    """How somebody stands with a forum."""

    APPLIED = "applied"
    MEMBER = "member"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LEFT = "left"


class ProofTopic(StrEnum):
    """What a row of the proof is about, in the words of the register itself: they are what is marked and exported."""

    INFORMED = "informim me projektin"
    INVITED = "ftesë në takim"
    ACCEPTED = "pranim në forum"
    DECLINED = "mospranim në forum"
    ENDED = "mbarim i anëtarësisë"
    ANNOUNCED = "njoftim publik"
    CHANGED = "ndryshim i njoftimit"


@dataclass(frozen=True)
class Wording:
    """What somebody is told, word for word."""

    title: str
    body: str


@dataclass(frozen=True)
class ForumTold:
    """What a member of a forum is told, in the very words whose mark stands in row `place` of the proof.

    Of a meeting it tells as it was at a `revision`; of one that was moved meanwhile it would tell the old day.
    """

    institution: InstitutionId
    member: ForumMemberId
    place: int
    topic: ProofTopic
    wording: Wording
    consultation: ConsultationId | None = None
    meeting: MeetingId | None = None
    revision: int | None = None


@dataclass(frozen=True)
class CallOpened:
    """The forum of an institution is looking for members: for whoever follows the place."""

    institution: InstitutionId

    @property
    def subject(self) -> str:
        """The handle by which it is called back."""
        return f"call:{self.institution}"


@dataclass(frozen=True)
class ForumDuties:
    """What a forum waits for: rights that are overdue, applications, and its next meeting once that is near.

    Also whether a fault has stopped the letter of its open call.
    """

    overdue: tuple[ConsultationId, ...] = ()
    applied: int = 0
    meets_by: date | None = None
    call_stopped: bool = False

    def is_empty(self) -> bool:
        """Whether it waits for nothing."""
        return not (self.overdue or self.applied or self.meets_by or self.call_stopped)


NO_DUTIES: Final = ForumDuties()


class ForumRight(StrEnum):
    """What the forum may expect."""

    INFORMED = "informed"
    INVITED = "invited"
    HEARD = "heard"
    TOOK_PART = "took_part"


@dataclass(frozen=True)
class KeptProof:
    """What is kept of a right when those who prove it are forgotten: the first day of it, and how many they were."""

    day: date
    count: int


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
