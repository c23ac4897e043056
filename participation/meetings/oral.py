"""What was said at a meeting, taken from its record into the one list of comments, each point once (L7, L19, R27)."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from participation.clock import local_day
from participation.comments.model import ANONYMOUS, Capacity, Comment, CommentChannel, Signature, Words
from participation.comments.receiving import receive_comment
from participation.consultations.model import Consultation
from participation.errors import Refusal, Refused
from participation.ids import MeetingId, PersonId
from participation.meetings.minutes import Minutes, organisations_of
from participation.meetings.model import Meeting
from participation.meetings.present import Participants
from participation.meetings.recording import people_at, record_for_officer
from participation.ports import UnitOfWork
from participation.words import fold


@dataclass(frozen=True)
class OralPoint:
    """A point of a record that can be a comment: what was said or recommended, and for which organisation.

    Once it is one, `comment` is that.
    """

    words: str
    signature: Signature = ANONYMOUS
    comment: Comment | None = None

    @property
    def stamp(self) -> str:
        """By what a button knows that it is still the one that was looked at."""
        return _stamp(self.words, self.signature.name or "")


@dataclass(frozen=True)
class OralPoints:
    """The points of a record in its order, with the meeting and the consultation that they are on."""

    meeting: Meeting
    consultation: Consultation
    day: date
    points: tuple[OralPoint, ...]

    @property
    def stamp(self) -> str:
        """The same for all of them."""
        return _stamp(*(one.stamp for one in self.points))

    @property
    def fresh(self) -> tuple[int, ...]:
        """Where those stand that are no comments yet."""
        return tuple(place for place, point in enumerate(self.points) if point.comment is None)


def _stamp(*words: str) -> str:
    return f"{zlib.crc32(repr(words).encode()):08x}"


def points_in(minutes: Minutes, people: Participants) -> tuple[OralPoint, ...]:
    """What was said and recommended; nobody's name becomes that of a comment, only an organisation of the record."""
    known = organisations_of(minutes, people)
    said = (OralPoint(one.words, _for_organisation(one.role, known)) for one in minutes.said)
    return (*said, *(OralPoint(one) for one in minutes.recommendations))


def _for_organisation(role: str, known: Iterable[str]) -> Signature:
    named = fold(role.partition(",")[0])
    found = next((one for one in known if named and fold(one) == named), None)
    return ANONYMOUS if found is None else Signature(Capacity.ORGANISATION, found)


def with_comments(points: Sequence[OralPoint], comments: Iterable[Comment]) -> tuple[OralPoint, ...]:
    """The points, each with the comment that it became: what was said twice may be two."""
    became: dict[tuple[str, Signature], list[Comment]] = {}
    for one in comments:
        became.setdefault((one.words.text, one.signature), []).append(one)
    return tuple(_with_first(point, became.get((point.words, point.signature), [])) for point in points)


def _with_first(point: OralPoint, left: list[Comment]) -> OralPoint:
    return replace(point, comment=left.pop(0)) if left else point


async def oral_points(meeting: MeetingId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> OralPoints:
    """The points of the newest record of a meeting, for somebody who holds an office there."""
    found, consultation, revision = await record_for_officer(meeting, by=by, uow=uow, now=now)
    points = points_in(revision.minutes, await people_at(meeting, uow=uow))
    from_here = [one for one in await uow.ledger.of(consultation.id) if one.meeting == meeting] if points else []
    return OralPoints(
        found, consultation, local_day(revision.minutes.venue.starts_at), with_comments(points, from_here)
    )


async def take_point(
    meeting: MeetingId, place: int, stamp: str, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> OralPoints:
    """Make a comment of the point at a place, if it is the one that was looked at; it becomes one once."""
    found = await _held(meeting, by=by, uow=uow, now=now)
    if place >= len(found.points) or found.points[place].stamp != stamp:
        raise Refused(Refusal.CHANGED_MEANWHILE)
    return await _take({place}, found, by=by, uow=uow, now=now)


async def take_all_points(
    meeting: MeetingId, stamp: str, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> OralPoints:
    """Make comments of all that are none yet, if these are the points that were looked at."""
    found = await _held(meeting, by=by, uow=uow, now=now)
    if found.stamp != stamp:
        raise Refused(Refusal.CHANGED_MEANWHILE)
    return await _take(set(found.fresh), found, by=by, uow=uow, now=now)


async def _held(meeting: MeetingId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> OralPoints:
    """Of two who take at once the second one sees what the first has taken."""
    await record_for_officer(meeting, by=by, uow=uow, now=now)
    await uow.minutes.hold(meeting)
    return await oral_points(meeting, by=by, uow=uow, now=now)


async def _take(places: set[int], found: OralPoints, *, by: PersonId, uow: UnitOfWork, now: datetime) -> OralPoints:
    for place in sorted(places & {*found.fresh}):
        point = found.points[place]
        await receive_comment(
            Words(point.words),
            on=found.consultation.id,
            by=by,
            signature=point.signature,
            channel=CommentChannel.MEETING,
            day=found.day,
            meeting=found.meeting.id,
            uow=uow,
            now=now,
        )
    return await oral_points(found.meeting.id, by=by, uow=uow, now=now)
