"""People (qytetarë) and those who hold an office; we know how to reach them and little else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum, StrEnum
from typing import Final

from participation.clock import local, local_day, wall
from participation.ids import AppointmentId, InstitutionId, MunicipalityId, PersonId, UnitId

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


LONGEST_NIGHT = timedelta(hours=16)
"""No quiet hours that we offer, and no sensible ones, last longer: what begins sooner does not wait for the morning."""


def cannot_wait(moment: datetime, now: datetime) -> bool:
    """Whether something is so near that news of it does not wait for the morning."""
    return moment - now < LONGEST_NIGHT


class Language(StrEnum):
    """Languages we speak."""

    SQ = "sq"
    EN = "en"


class Reach(StrEnum):
    """Whether a message can get to somebody."""

    REACHABLE = "reachable"
    STOPPED = "stopped"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True)
class QuietHours:
    """From when until when a phone must not ring; an equal pair means never quiet.

    On the night that skips an hour, quiet that would end within it lasts a day longer.
    """

    start: time = time(21)
    end: time = time(8)

    def cover(self, moment: datetime) -> bool:
        """Whether the wall clock stands within them."""
        now = local(moment).time()
        if self.start <= self.end:
            return self.start <= now < self.end
        return now >= self.start or now < self.end

    def next_open(self, moment: datetime) -> datetime:
        """This moment, or the end of the quiet it falls into."""
        if not self.cover(moment):
            return moment
        ends = (wall(local_day(moment) + n * DAY, self.end) for n in range(3))
        return next(end for end in ends if end > moment and not self.cover(end))

    def last_open(self, moment: datetime) -> datetime:
        """This moment, or the last one before the quiet it falls into."""
        if not self.cover(moment):
            return moment
        starts = (wall(local_day(moment) - n * DAY, self.start) - MINUTE for n in range(3))
        return next(start for start in starts if start < moment and not self.cover(start))


@dataclass(frozen=True)
class Person:
    """Somebody who speaks with us: no name, no phone, no e-mail."""

    id: PersonId
    language: Language | None = None
    municipality: MunicipalityId | None = None
    unit: UnitId | None = None
    quiet: QuietHours = QuietHours()
    reach: Reach = Reach.REACHABLE


class Followed(StrEnum):
    """What can be followed."""

    MUNICIPALITY = "municipality"
    UNIT = "unit"
    CONSULTATION = "consultation"


@dataclass(frozen=True)
class Follow:
    """That somebody asked to hear of something."""

    what: Followed
    id: int


class Role(StrEnum):
    """What somebody is for an institution; who leads its safety council is said here, for the law has changed it."""

    ADMIN = "admin"
    COORDINATOR = "coordinator"
    DEPUTY = "deputy"
    CHAIR = "chair"
    MEMBER = "member"
    PROTECTION = "protection"
    """The protection contact, who alone reads what somebody in need tells."""

    def may(self, right: "Right") -> bool:
        """Whether it lets one do this."""
        return right in RIGHTS[self]

    @property
    def given_by(self) -> "Right":
        """What lets one give this role to others and take it away: whoever runs the bot names the first contact.

        An administrator who could would read all that is kept from them.
        """
        return Right.PROTECT if self.may(Right.PROTECT) else Right.APPOINT

    @property
    def rivals(self) -> frozenset["Role"]:
        """The roles that it takes the place of: a protection contact may do other work there as well."""
        return frozenset(one for one in Role if one.given_by is self.given_by)


class Right(Enum):
    """What an office lets one do."""

    ACT = "act"
    """Publish, answer, read and deal with reports."""
    APPOINT = "appoint"
    """Invite others, and take their offices away."""
    COUNT = "count"
    """Read how many reports there were, of what and where, and none of them."""
    PROTECT = "protect"
    """Read and deal with what only the protection contact reads, invite other contacts, and nothing else."""


RIGHTS: Final[Mapping[Role, frozenset[Right]]] = {
    Role.ADMIN: frozenset(Right) - {Right.PROTECT},
    Role.COORDINATOR: frozenset({Right.ACT, Right.COUNT}),
    Role.DEPUTY: frozenset({Right.ACT, Right.COUNT}),
    Role.CHAIR: frozenset({Right.COUNT}),
    Role.MEMBER: frozenset({Right.COUNT}),
    Role.PROTECTION: frozenset({Right.PROTECT}),
}
"""Whoever leads or sits on the council reads no report: in a small town it may be about somebody they know.

For the same reason no other office lets one read what only the protection contact reads.
"""


class Rhythm(StrEnum):
    """How often a digest comes: every working day, or on the first one of a week."""

    DAY = "day"
    WEEK = "week"


@dataclass(frozen=True)
class Office:
    """A role that a person holds in an institution, when its digest comes, and what those who report may call them."""

    person: PersonId
    institution: InstitutionId
    role: Role
    digest_at: time = time(9)
    called: str = ""
    digest_every: Rhythm = Rhythm.DAY

    def may(self, right: Right) -> bool:
        """Whether it lets one do this."""
        return self.role.may(right)


class Lack(StrEnum):
    """What keeps us from working in a group."""

    FORUM = "forum"
    """It has no topics."""
    ADMIN = "admin"
    """We are no administrator there."""
    TOPICS = "topics"
    """We may not manage topics."""
    DELETE = "delete"
    """We may not delete what was said."""


@dataclass(frozen=True)
class Group:
    """The group of an institution's officers: a recipient of letters like a person, and nobody.

    Its administrators have been `told` what it `lacks`.
    """

    institution: InstitutionId
    recipient: PersonId
    lacks: tuple[Lack, ...] = ()
    told: bool = False


@dataclass(frozen=True)
class Appointment:
    """That somebody took an office, as what, and when; its number says nothing of the person."""

    id: AppointmentId
    institution: InstitutionId
    person: PersonId
    role: Role
    at: datetime


@dataclass(frozen=True)
class Invitation:
    """A one-time way into an office; only the token's hash is kept."""

    institution: InstitutionId
    role: Role
    expires_at: datetime
