"""In which language something is written, if not in Albanian: guessed from the letters alone, within the house.

Asked are the languages of the minorities of Albania, of its neighbours and of those who live there, as far as they are
known (Romani and Aromanian are not: they are told to be another language, or taken for a cousin).
"""

import re
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

HERE: Final = "sq"
ASKED: Final = (HERE, "bg", "de", "el", "en", "es", "fr", "hr", "it", "mk", "ro", "ru", "sr", "tr")
UNKNOWN: Final = "und"
"""Another language, and we cannot say which (ISO 639-2)."""
SURE: Final = 0.9
HARDLY: Final = 0.05
FEWEST: Final = 3
"""Of so few words that nobody can tell."""
ENOUGH: Final = 5
"""Of so many words that cannot be Albanian one can tell, though not what they are."""
WORD: Final = re.compile(r"[^\W\d_]{2,}")
READ: Final = 2_000
"""Letters from the beginning are enough."""
_LOADING: Final = Lock()


def identifier() -> "LanguageIdentifier":
    """Who tells languages apart; once it is there, they are told in no time, and it is there once."""
    with _LOADING:
        return loaded()


@cache
def loaded() -> "LanguageIdentifier":
    """The same, for whoever holds the lock."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  half a second, and 80 MB

    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages(list(ASKED))
    return found


def foreign_tongue(text: str) -> str | None:
    """The language (ISO 639) of what is surely not Albanian, `und` if it cannot be told; None for all else."""
    said = WORD.findall(text[:READ])
    if len(said) < FEWEST:
        return None
    likely: dict[str, float] = dict(identifier().rank(" ".join(said).lower()))
    first = max(likely, key=lambda code: likely[code])
    if first == HERE or likely[HERE] > HARDLY:
        return None
    if likely[first] >= SURE:
        return first
    return UNKNOWN if len(said) >= ENOUGH else None
