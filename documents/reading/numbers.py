"""Numbers in words, folded: "njezet e pese"."""

from typing import Final

_ONES: Final = ("nje", "dy", "tre|tri", "kater", "pese", "gjashte", "shtate", "tete", "nente")
_TENS: Final = {10: "dhjete", 20: "njezet", 30: "tridhjete", 40: "dyzet", 50: "pesedhjete"}


def _named() -> dict[str, int]:
    ones = {word: number for number, words in enumerate(_ONES, start=1) for word in words.split("|")}
    teens = {f"{word}mbedhjete": 10 + number for word, number in ones.items()}
    beyond = {f"{tens} e {word}": of + n for of, tens in _TENS.items() if of > 10 for word, n in ones.items()}
    return ones | teens | {tens: of for of, tens in _TENS.items()} | beyond


NUMBERS: Final = _named()
"""From one to fifty-nine."""
IN_WORDS: Final = "|".join(sorted(NUMBERS, key=len, reverse=True))
"""A pattern of any of them, the longer ones first."""


def number_of(written: str) -> int:
    """The number that stands there in digits or in words."""
    return int(written) if written.isdecimal() else NUMBERS[written]
