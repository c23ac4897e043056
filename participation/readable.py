"""How much a person can be asked to read in one go: of a comment, a report, or what is said about one."""

from collections.abc import Sequence
from typing import Final

from participation.errors import Refusal, Refused
from participation.messages import Media

LONGEST: Final = 10_000
"""Characters."""
MOST_FILES: Final = 10


def check_readable(text: str, media: Sequence[Media] = ()) -> None:
    """Refuse more than that."""
    if len(text) > LONGEST:
        raise Refused(Refusal.TOO_LONG)
    if len(media) > MOST_FILES:
        raise Refused(Refusal.TOO_MANY)
