"""Steps and what was said of them: which mark belongs to which step, and to which one of the next version."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from participation.consultations.model import Step, StepMark


def marked(steps: Sequence[Step], marks: Iterable[StepMark]) -> list[tuple[Step, StepMark | None]]:
    """The steps in their order, each with what was said of it last."""
    said = {(mark.what, mark.nth): mark for mark in marks}
    return [(step, said.get((step.what, nth))) for step, nth in numbered(steps)]


def numbered(steps: Iterable[Step]) -> Iterator[tuple[Step, int]]:
    """Each step with how many in the same words stand before it."""
    seen = Counter[str]()
    for step in steps:
        yield step, seen[step.what]
        seen[step.what] += 1


def carried(marks: Iterable[StepMark], old: Sequence[Step], new: Sequence[Step]) -> tuple[StepMark, ...]:
    """The marks as they hold of a new version: a step that is reworded in its place is the same step still.

    What is gone has none, and what came anew has none either: nobody has said anything of it.
    """
    before, after = ([(step.what, nth) for step, nth in numbered(steps)] for steps in (old, new))
    known, stay = {*before}, {*after}
    pairs = zip(before, after, strict=True) if len(before) == len(after) else ()
    again = {was: now for was, now in pairs if was not in stay and now not in known}
    places = ((mark, (mark.what, mark.nth)) for mark in marks)
    moved = ((mark, place if place in stay else again.get(place)) for mark, place in places)
    return tuple(replace(mark, what=to[0], nth=to[1]) for mark, to in moved if to is not None)
