"""How much a person can be asked to read in one go: of a comment, a report, or what is said about one."""

from collections.abc import Sequence
from typing import Final

from participation.errors import Refusal, Refused
from participation.messages import Media
from participation.words import has_letters

LONGEST: Final = 10_000
"""Characters."""
MOST_FILES: Final = 10
LONGEST_REASON: Final = 300
"""Characters of a reason that stands in a notice or a report."""


def one_sentence(words: str) -> str:
    """A reason in one line; refused is what says nothing, and what is longer than a sentence."""
    if not has_letters(words):
        raise Refused(Refusal.REASON_MISSING)
    if len(words) > LONGEST_REASON:
        raise Refused(Refusal.TOO_LONG)
    return " ".join(words.split())


def check_readable(text: str, media: Sequence[Media] = ()) -> None:
    """Refuse more than that."""
    if len(text) > LONGEST:
        raise Refused(Refusal.TOO_LONG)
    if len(media) > MOST_FILES:
        raise Refused(Refusal.TOO_MANY)
