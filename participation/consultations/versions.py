"""Versions of a notice: what was changed in it after it was announced, why, and what it said before.

The law lets a body extend the time or repeat the notice and has it tell whoever takes part (art. 15); the old text
stays readable.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import zip_longest
from typing import Any, Final

from participation.consultations.model import Paper, Step, Terms
from participation.meetings.model import Venue
from participation.messages import Media


class Amendment(StrEnum):
    """What was done to a notice; `COMPLETED` says what was open, `RECOUNTED` came of a change of the calendar."""

    PUBLISHED = "published"
    COMPLETED = "completed"
    CORRECTED = "corrected"
    EXTENDED = "extended"
    REPEATED = "repeated"
    RECOUNTED = "recounted"
    CANCELLED = "cancelled"


NEEDS_NO_REASON: Final = frozenset({Amendment.PUBLISHED, Amendment.COMPLETED})


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
    a later one, the rules of the law that it passes over.
    `venues` and `papers` are those that came with it.
    """

    number: int
    amendment: Amendment
    day: date
    terms: Terms
    reason: str = ""
    despite: tuple[str, ...] = ()
    venues: tuple[Venue, ...] = ()
    papers: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewVersion:
    """A version that a coordinator prepares: the terms as they shall be, and what is added or left out."""

    terms: Terms
    reason: str = ""
    venues: tuple[Venue, ...] = ()
    papers: tuple[Media, ...] = ()
    without: tuple[Paper, ...] = ()


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
    return Amendment.COMPLETED if all(_fills(each) for each in changes) else Amendment.CORRECTED


def _fills(change: Difference) -> bool:
    """Whether only what was open is said: also the day of a step."""
    match change:
        case Difference(part=Passage.STEP, old=Step(day=None) as old, new=Step() as new):
            return replace(new, day=None) == old
        case Difference(part=Passage.LAWS | Passage.UNITS):
            return False
        case _:
            return change.is_filled


def is_told(changes: Sequence[Difference]) -> bool:
    """Whether people are told of it, or only read it where they look."""
    return any(change.part not in QUIET for change in changes)
