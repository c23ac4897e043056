"""Whether somebody says that they are under sixteen: then they are spoken with in simpler words.

Nobody is asked how old they are, nothing of it is kept, and nothing else depends on it.
"""

import re
from typing import Final

from participation.words import fold

GROWN: Final = 16
CHILDREN: Final = "116111"
"""The helpline for children, the same number in all of Europe (Commission Decision 2007/116/EC)."""

YEARS: Final = r"(?:\s*(?:vjec\w*|vjet|years?(?:[ -]olds?)?))"
AM: Final = r"(?:une\s+)?jam|kam|i\s+am|i\s?['’]?\s?m"
UNDER: Final = r"nen|me\s+pak\s+se|under|below|less\s+than"
BARE: Final = re.compile(
    rf"(?:(?:{AM})\s+)?(?P<under>{UNDER})\s+(?P<limit>\d{{1,2}}){YEARS}?|(?:{AM})\s+(?P<age>\d{{1,2}}){YEARS}?"
    rf"|(?P<years>\d{{1,2}}){YEARS}"
)
WITHIN: Final = re.compile(rf"\b(?:{AM})\s+(?P<age>\d{{1,2}})\s*(?:vjec\w*|years?[ -]olds?)")


def says_young(words: str) -> bool:
    """Whether it says this and nothing else: `jam 14 vjeç`, `under 16`."""
    found = BARE.fullmatch(fold(words).strip(" .!,"))
    if found is None:
        return False
    if found["under"]:
        return 0 < int(found["limit"]) <= GROWN
    return 0 < int(found["age"] or found["years"]) < GROWN


def tells_young(words: str) -> bool:
    """Whether it says so among other things: those are a part of what somebody tells."""
    return says_young(words) or any(0 < int(found["age"]) < GROWN for found in WITHIN.finditer(fold(words)))
