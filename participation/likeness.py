"""How much two texts have in common: the words that tell something, without their endings."""

import re
from typing import Final

from participation.words import fold

SHORTEST: Final = 4
STEM: Final = 5
ENDING: Final = 2
"""Letters: words are the same by their beginning, whatever their ending; Albanian has many."""
SHARED: Final = 2
"""So many words at least: a single one is in everybody's mouth."""
COMMON: Final = frozenset(
    {
        "", "abou", "afer", "agai", "also", "alwa", "asnj", "asnje", "atje", "been", "disa", "duke", "edhe",
        "esht", "ever", "from", "fron", "gjit", "gjith", "have", "here", "into", "jane", "kane", "kesh", "ketu",
        "kish", "mbrem", "mund", "nate", "ndaj", "near", "nese", "next", "nigh", "njer", "njere", "over",
        "para", "peop", "perpa", "pran", "seps", "shum", "some", "someb", "someo", "tani", "that", "thei",
        "ther", "they", "this", "tjet", "toda", "very", "vete", "what", "when", "wher", "whic", "with",
    }
)  # fmt: skip
"""Stems that say nothing about what happened, folded."""


def stems(text: str) -> frozenset[str]:
    """The words that tell something, without their endings."""
    return frozenset(map(_stem, re.findall(r"[^\W\d_]+", fold(text)))) - COMMON


def _stem(word: str) -> str:
    """What is left without an ending; nothing of a word that is too short to tell anything."""
    return word[: min(STEM, max(SHORTEST, len(word) - ENDING))] if len(word) >= SHORTEST else ""


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of what the shorter one says stands in the other too."""
    both = len(one & other)
    return both / min(len(one), len(other)) if both >= SHARED else 0.0
