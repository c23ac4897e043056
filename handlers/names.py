"""How somebody says what they want to be called, with a report and after it: made up, or real and kept closed.

Asked() ──which kind──▶ Asked(kind) ──the name──▶ Given
                            └─made up, and looks real─▶ Asked(kind, typed): all the same, closed, or another one
"""

from dataclasses import dataclass, replace
from typing import Final

from handlers.events import Chose, Edited, Text
from handlers.turns import Said
from participation.reports.model import GivenName, NameKind
from participation.reports.naming import looks_real
from participation.words import is_name


@dataclass(frozen=True)
class Asked:
    """How far it has got; `typed` is kept until it is clear what it is, `unfit` where it can be no name."""

    kind: NameKind | None = None
    typed: str = ""
    typed_in: int = 0
    unfit: bool = False


@dataclass(frozen=True)
class Given:
    """The name, and in which message it was written, so that it can be edited."""

    name: GivenName
    message: int = 0


UNASKED: Final = Asked()


def answer(asked: Asked, said: Said) -> Asked | Given | None:
    """What follows from what was said; None where it is not about the name, or leads out of it."""
    match said:
        case Chose(NameKind.MADE_UP | NameKind.REAL as kind):
            return _weighed(replace(asked, kind=NameKind(kind), unfit=False))
        case Chose("sure") if asked.kind and asked.typed:
            return Given(GivenName(asked.kind, asked.typed), asked.typed_in)
        case Chose("back") if asked.kind:
            return Asked(asked.kind) if asked.typed else UNASKED
        case Text(words, message):
            return _heard(asked, words, message)
        case Edited(words, message) if message and message == asked.typed_in:
            return _heard(asked, words, message)
        case _:
            return None


def _heard(asked: Asked, words: str, message: int) -> Asked | Given:
    if not is_name(words):
        return Asked(asked.kind, unfit=True)
    return _weighed(Asked(asked.kind, " ".join(words.split()), message))


def _weighed(asked: Asked) -> Asked | Given:
    """The name, once it is there and clear what it is: what looks real is not taken for a made-up one unasked."""
    if asked.kind is None or not asked.typed or is_doubtful(asked):
        return asked
    return Given(GivenName(asked.kind, asked.typed), asked.typed_in)


def is_doubtful(asked: Asked) -> bool:
    """Whether the coordinators would see what looks like somebody's own name."""
    return asked.kind is NameKind.MADE_UP and looks_real(asked.typed)
