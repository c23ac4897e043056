"""Steps and what was said of them: which mark belongs to which step, and to which one of the next version."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from itertools import chain
from typing import Final

from participation.consultations.model import Step, StepMark
from participation.words import fold

SLIP: Final = 0.8
"""How alike two words are that are one, typed twice: `Rishkimi` and `Rishikimi`, and not `parë` and `dytë`."""
TRAITS: Final[Sequence[Callable[[Step], Hashable]]] = (lambda step: step, lambda step: step.what, lambda _: None)
"""What makes one step of two, the surest first: words and day, the words, or only the place."""


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
    """The marks as they hold of a new version, as far as it can be known which step is which.

    What is gone has none, and what came anew has none either: nobody has said anything of it.
    """
    before = [(step.what, nth) for step, nth in numbered(old)]
    after = [(step.what, nth) for step, nth in numbered(new)]
    now = {before[was]: after[place] for was, place in _same(old, new).items()}
    moved = ((mark, now.get((mark.what, mark.nth))) for mark in marks)
    return tuple(replace(mark, what=to[0], nth=to[1]) for mark, to in moved if to is not None)


def _same(old: Sequence[Step], new: Sequence[Step]) -> Mapping[int, int]:
    """At which place each step stands now; what is sure goes first, and what may be either of two is neither."""
    found: dict[int, int] = {}
    for trait in TRAITS:
        for kind in dict.fromkeys(map(trait, old)):
            were, are = ([n for n, step in enumerate(steps) if trait(step) == kind] for steps in (old, new))
            gone, came = _unknown(were, found), _unknown(are, {place: place for place in found.values()})
            gaps = [gap for gap in gone if len(gone[gap]) <= len(came[gap])]
            pairs = chain.from_iterable(zip(gone[gap], came[gap], strict=False) for gap in gaps)
            found |= {was: place for was, place in pairs if _is_reworded(old[was].what, new[place].what)}
    return found


def _unknown(numbers: Iterable[int], known: Mapping[int, int]) -> defaultdict[int, list[int]]:
    """Those of which nothing is known yet, by the place of the last known one before them."""
    gaps, last = defaultdict[int, list[int]](list), -1
    for number in numbers:
        if number in known:
            last = known[number]
        else:
            gaps[last].append(number)
    return gaps


def _is_reworded(one: str, other: str) -> bool:
    """Whether the shorter says nothing that is not in the longer, but for slips of the finger."""
    short, long = sorted(({*re.findall(r"\w+", fold(words))} for words in (one, other)), key=len)
    return one == other or (bool(short) and all(get_close_matches(word, long, 1, SLIP) for word in short))
