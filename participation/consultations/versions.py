"""Versions of a notice: what was changed in it after it was announced, why, and what it said before.

The law lets a body extend the time or repeat the notice and has it tell whoever takes part (art. 15); the old text
stays readable.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import zip_longest
from typing import Any, Final

from participation.clock import local_day
from participation.consultations.model import Consultation, Paper, Step, Terms
from participation.errors import Refusal, Refused
from participation.ids import MeetingId, PaperId
from participation.meetings.model import Joining, Meeting, Venue
from participation.messages import Media
from participation.words import has_letters


class Amendment(StrEnum):
    """What was done to a notice; `COMPLETED` says what was open, `RECOUNTED` came of a change of the calendar.

    Of its meetings one or more were `MOVED` or `CALLED_OFF`; what is `CANCELLED` is the whole consultation.
    """

    PUBLISHED = "published"
    COMPLETED = "completed"
    CORRECTED = "corrected"
    EXTENDED = "extended"
    REPEATED = "repeated"
    RECOUNTED = "recounted"
    MOVED = "moved"
    CALLED_OFF = "called_off"
    CANCELLED = "cancelled"


NEEDS_NO_REASON: Final = frozenset({Amendment.PUBLISHED, Amendment.COMPLETED})
OF_MEETINGS: Final = frozenset({Amendment.MOVED, Amendment.CALLED_OFF})


class Passage(StrEnum):
    """A part of a notice that may have changed."""

    TITLE = "title"
    PURPOSE = "purpose"
    AUDIENCE = "audience"
    KIND = "kind"
    DEADLINE = "deadline"
    EMAIL = "email"
    PHONE = "phone"
    REGISTER_URL = "register_url"
    PROTOCOL = "protocol"
    LAWS = "laws"
    UNITS = "units"
    STEP = "step"
    PAPER = "paper"
    MEETING = "meeting"


QUIET: Final = frozenset({Passage.PROTOCOL, Passage.LAWS})
"""Nobody is rung up because of these: what is said of the matter itself has stayed."""
PLAIN: Final = tuple(part for part in Passage if part not in {Passage.STEP, Passage.PAPER, Passage.MEETING})


@dataclass(frozen=True)
class Difference:
    """A part that is said otherwise: its old value and its new one, None where it has none."""

    part: Passage
    old: Any
    new: Any

    @property
    def is_filled(self) -> bool:
        """Whether only something that was open is said now."""
        return not self.old


@dataclass(frozen=True)
class Version:
    """A version of a notice: its number from 1, since which day, why, and all that it says.

    `despite` are the doubts in spite of which it was published, for its coordinators only, with the reason for that; of
    a later one, the rules of the law that it passes over. Its meetings, those that were called off too, and its
    documents stand as they did then; None where that was not kept: then nothing is said of them.
    """

    number: int
    amendment: Amendment
    day: date
    terms: Terms
    reason: str = ""
    despite: tuple[str, ...] = ()
    meetings: tuple[Meeting, ...] | None = ()
    papers: tuple[Paper, ...] | None = ()


@dataclass(frozen=True)
class NewVersion:
    """A version that a coordinator prepares: the terms as they shall be, and what is added or left out.

    Where so many working days `more` were chosen, and no day, all days to the new last one are promised.
    """

    terms: Terms
    reason: str = ""
    venues: tuple[Venue, ...] = ()
    papers: tuple[Media, ...] = ()
    without: tuple[Paper, ...] = ()
    more: int | None = None
    joining: tuple[Joining, ...] = ()


def as_it_stands(found: Consultation, meetings: Sequence[Meeting]) -> Version:
    """What a notice says now, as its first version would have said it."""
    since = local_day(found.publish_at)
    return Version(
        found.version, Amendment.PUBLISHED, since, found.terms, meetings=tuple(meetings), papers=found.papers
    )


def as_it_will_be(new: NewVersion, before: Version, found: Consultation) -> Version:
    """What it says with a draft of a coordinator; the meetings and documents that are added have no number yet."""
    gone = {paper.id for paper in new.without}
    stay = (paper for paper in before.papers or () if paper.id not in gone)
    come = (Paper(PaperId(0), paper.name or "", paper.size or 0, paper.ref or "") for paper in new.papers)
    planned = (Meeting(MeetingId(0), found.id, venue) for venue in new.venues)
    return replace(
        before,
        number=before.number + 1,
        terms=new.terms,
        reason=new.reason,
        meetings=(*(before.meetings or ()), *planned),
        papers=(*stay, *come),
    )


def changes_between(before: Version, after: Version) -> tuple[Difference, ...]:
    """All that two neighbours say otherwise."""
    return (
        *differences(before.terms, after.terms),
        *_of_meetings(before.meetings, after.meetings),
        *_of_papers(before.papers, after.papers),
    )


def _of_meetings(old: Sequence[Meeting] | None, new: Sequence[Meeting] | None) -> Iterator[Difference]:
    """A meeting is known by its number; where one of the two does not know its meetings, none is told."""
    if old is None or new is None:
        return
    before = {meeting.id: _held_at(meeting) for meeting in old}
    for meeting in new:
        was, is_now = before.get(meeting.id), _held_at(meeting)
        if was != is_now:
            yield Difference(Passage.MEETING, was, is_now)


def _held_at(meeting: Meeting) -> Venue | None:
    return None if meeting.cancelled else meeting.venue


def _of_papers(old: Sequence[Paper] | None, new: Sequence[Paper] | None) -> Iterator[Difference]:
    if old is None or new is None:
        return
    before, now = {paper.id for paper in old}, {paper.id for paper in new}
    yield from (Difference(Passage.PAPER, None, paper.name) for paper in new if paper.id not in before)
    yield from (Difference(Passage.PAPER, paper.name, None) for paper in old if paper.id not in now)


def differences(old: Terms, new: Terms) -> Iterator[Difference]:
    """What two versions say otherwise, in the order in which a notice says it."""
    for part in PLAIN:
        before, now = getattr(old, _name_of(part)), getattr(new, _name_of(part))
        if before != now:
            yield Difference(part, before, now)
    yield from _of_steps(old.steps, new.steps)


def _name_of(part: Passage) -> str:
    return part.value


def _of_steps(old: Sequence[Step], new: Sequence[Step]) -> Iterator[Difference]:
    """Steps are matched by their words, then by their place: one in other words is still the same step."""
    before, now = _by_words(old), _by_words(new)
    for words in now:
        if words in before and before[words] != now[words]:
            yield Difference(Passage.STEP, before[words], now[words])
    gone = [step for words, step in before.items() if words not in now]
    come = [step for words, step in now.items() if words not in before]
    for was, is_now in zip_longest(gone, come):
        yield Difference(Passage.STEP, was, is_now)


def _by_words(steps: Sequence[Step]) -> dict[tuple[str, int], Step]:
    """Each step by its words, and by how often they stood before: two focus groups are two steps."""
    seen = Counter[str]()
    found = {}
    for step in steps:
        found[step.what, seen[step.what]] = step
        seen[step.what] += 1
    return found


def changes_of(draft: NewVersion, old: Terms) -> tuple[Difference, ...]:
    """All that a draft changes."""
    return (
        *differences(old, draft.terms),
        *(Difference(Passage.PAPER, None, paper.name or "") for paper in draft.papers),
        *(Difference(Passage.PAPER, paper.name, None) for paper in draft.without),
        *(Difference(Passage.MEETING, None, venue) for venue in draft.venues),
    )


def amendment_by(changes: Sequence[Difference]) -> Amendment:
    """What is done to a notice by these changes."""
    if any(each.part is Passage.DEADLINE and each.old for each in changes):
        return Amendment.EXTENDED
    if all(_fills(each) for each in changes):
        return Amendment.COMPLETED
    if any(each.part is not Passage.MEETING for each in changes):
        return Amendment.CORRECTED
    return Amendment.MOVED if any(each.new for each in changes) else Amendment.CALLED_OFF


def _fills(change: Difference) -> bool:
    """Whether only what was open is said: also the day of a step, or where a meeting is and until when."""
    match change:
        case Difference(part=Passage.STEP, old=Step(day=None) as old, new=Step() as new):
            return replace(new, day=None) == old
        case Difference(part=Passage.MEETING, old=Venue() as old, new=Venue() as new):
            return replace(old, place=old.place or new.place, ends_at=old.ends_at or new.ends_at) == new
        case Difference(part=Passage.LAWS | Passage.UNITS):
            return False
        case _:
            return change.is_filled


def check_reason(amendment: Amendment, reason: str, passed: Sequence[object] = ()) -> None:
    """Refuse a change that owes its reason, as any does that has passed over a rule, as long as nobody says it."""
    if (passed or amendment not in NEEDS_NO_REASON) and not has_letters(reason):
        raise Refused(Refusal.REASON_MISSING)


def amendment_of_meeting(old: Meeting, new: Meeting) -> Amendment:
    """What a change of one meeting does to its notice."""
    return amendment_by([*_of_meetings([old], [new])])


def why_changed(meeting: Meeting, versions: Iterable[Version]) -> str:
    """Why a meeting stands as it does: the reason of the version that brought it there, if it has one."""
    first = next((version for version in versions if meeting in (version.meetings or ())), None)
    return first.reason if first and first.amendment in OF_MEETINGS else ""


def is_told(changes: Sequence[Difference]) -> bool:
    """Whether people are told of it, or only read it where they look."""
    return any(change.part not in QUIET for change in changes)
