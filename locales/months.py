"""Months by their names, in every language that people here write."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from babel.dates import get_month_names

from locales.texts import LANGUAGES

WIDTHS: Final = ("wide", "abbreviated")


def month_name(month: int, language: str) -> str:
    """A month as it stands alone, from 1 to 12."""
    return str(get_month_names("wide", context="stand-alone", locale=language)[month])


@cache
def months_by_name() -> Mapping[str, int]:
    """Every name that a month has, without its dots and in small letters, and its number too."""
    return {
        plain: number
        for language in LANGUAGES
        for width in WIDTHS
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context=context, locale=language).items()
        for plain in (_plain(name), str(number), f"{number:02}")
    }


def month_named(words: str) -> int | None:
    """The month that somebody names, if it is one."""
    return months_by_name().get(_plain(words))


def _plain(words: str) -> str:
    return words.strip().rstrip(".").casefold().translate({ord("ë"): "e", ord("ç"): "c"})
