"""Whether what somebody tells sounds as if a person were in danger now: then whom to call stands before all else.

A word too many only shows some numbers; a word too few leaves somebody alone. Nothing is stored or sent because of it.
"""

import re
from typing import Final

from participation.words import fold

ALBANIAN: Final = (
    "vetevra", "vras", "vritem", "dua te vdes", "dua te vdis", "nuk dua te jetoj", "s'dua te jetoj",
    "ti jap fund jetes", "t'i jap fund jetes", "te lendoj veten", "pres venat", "me rreh", "na rreh", "po rreh",
    "e rreh", "me godet", "po godet", "me kercenon", "na kercenon", "me perdhun", "perdhunoi", "me ngacmon",
    "me mban mbyllur", "rrembye", "kidnap", "thike", "pistolet", "kallashnikov", "arme ne dore", "qellon", "te shtena",
    "shtiu", "bombe", "eksploz", "plagos", "gjak", "po vdes", "pa ndjenja", "nuk merr fryme", "mbytet", "po mbytem",
    "helmua", "zjarr", "digjet", "na ndihmoni", "me ndihmoni", "ndihme tani", "kam frike tani", "po vijne tani",
)  # fmt: skip
ENGLISH: Final = (
    "suicid", "kill", "want to die", "don't want to live", "do not want to live", "hurt myself", "cut myself",
    "beats me", "beating me", "beats us", "is beating", "hits me", "is hitting", "threatens me", "rape", "touches me",
    "locked me", "kidnap", "knife", "a gun", "the gun", "guns", "with gun", "shooting", "bomb", "explos", "stabbed",
    "bleeding", "unconscious", "not breathing", "drowning", "poisoned", "on fire", "burning", "help me", "help us",
    "right now",
)  # fmt: skip
"""How words begin, folded: the endings of a language would make the list ten times as long."""

SOUNDS: Final = re.compile(rf"\b(?:{'|'.join(map(re.escape, (*ALBANIAN, *ENGLISH)))})")
STRAIGHT: Final = str.maketrans("’‘`´", "''''")


def sounds_dangerous(words: str) -> bool:
    """Whether one of them stands in it, however it is written."""
    return SOUNDS.search(" ".join(fold(words.translate(STRAIGHT)).split())) is not None
