"""Whole sentences in a person's language: English in the source, Albanian first with people.

`Texts` is one language. Catalogs are gettext files read as they are; nothing is compiled beforehand. People's own
words are values in the blanks, never templates.
"""

import gettext
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

LANGUAGES: Mapping[str, str] = {"sq": "Shqip", "en": "English"}
FIRST = "sq"
SOURCE = "en"
ZONE = ZoneInfo("Europe/Tirane")
FOLDER = Path(__file__).parent
BYTES_IN_KB = 1024


def mark(sentence: str) -> str:
    """Mark a sentence in a table for the catalogs; it is translated where it is used."""
    return sentence


def catalog_path(language: str) -> Path:
    """Where a language's catalog lies."""
    return FOLDER / language / "LC_MESSAGES" / "bashke.po"


def _load(language: str) -> gettext.NullTranslations:
    if language == SOURCE:
        return gettext.NullTranslations()
    compiled = BytesIO()
    with catalog_path(language).open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


class Unit(Protocol):
    """What has to be known of a unit to name it."""

    @property
    def name(self) -> str:
        """Its own name."""

    @property
    def namesake(self) -> bool:
        """Whether its municipality bears it too."""


class Texts:
    """The sentences of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalog = _load(language)

    def t(self, sentence: str, **blanks: object) -> str:
        """The sentence in this language, its blanks filled."""
        return self._catalog.gettext(sentence).format(**blanks) if sentence else ""

    def n(self, one: str, many: str, count: int, **blanks: object) -> str:
        """The sentence that suits the count; `{count}` is a blank in it."""
        return self._catalog.ngettext(one, many, count).format(count=self.number(count), **blanks)

    def number(self, value: int) -> str:
        """A number with the language's grouping."""
        return format_decimal(value, locale=self.language)

    def day(self, day: date) -> str:
        """A day with its full name: `e martë, 25 korrik 2023`, `Tuesday, 25 July 2023`."""
        return format_date(day, "EEEE, d MMMM y", locale=self.language)

    def short_day(self, day: date) -> str:
        """A day without the name of the weekday: `25 korrik 2023`."""
        return format_date(day, "d MMMM y", locale=self.language)

    def short_moment(self, moment: datetime) -> str:
        """Day and hour without the name of the weekday: `25 korrik 2023, ora 11:00`."""
        here = moment.astimezone(ZONE)
        return self.t("{day}, {hour}", day=self.short_day(here.date()), hour=self.hour(here))

    def near_moment(self, moment: datetime) -> str:
        """Day and hour without the year, for what is near: `e martë, 25 korrik, ora 11:00`."""
        here = moment.astimezone(ZONE)
        day = format_date(here.date(), "EEEE, d MMMM", locale=self.language)
        return self.t("{day}, {hour}", day=day, hour=self.hour(here))

    def hour(self, moment: datetime | time) -> str:
        """The hour as notices write it, 24 hours: `11:00`; a moment is shown as Albania's clocks do."""
        shown = moment.astimezone(ZONE) if isinstance(moment, datetime) else moment
        return f"{shown:%H:%M}"

    def hours(self, start: datetime | time, end: datetime | time | None) -> str:
        """From when until when, if one knows: `11:00–12:30`."""
        return f"{self.hour(start)}–{self.hour(end)}" if end else self.hour(start)

    def moment(self, moment: datetime) -> str:
        """Day and hour: `e martë, 25 korrik 2023, ora 11:00`."""
        return self.stretch(moment, None)

    def stretch(self, start: datetime, end: datetime | None) -> str:
        """Day and hours: `e martë, 25 korrik 2023, ora 11:00–12:30`."""
        here = start.astimezone(ZONE)
        return self.t("{day}, {hour}", day=self.day(here.date()), hour=self.hours(start, end))

    def attached(self, kinds: Sequence[str]) -> str:
        """What came beside the words, counted by kind: `2 photos, 1 voice message`; nothing for nothing."""
        photos, voices, videos = (kinds.count(kind) for kind in ("photo", "voice", "video"))
        others = len(kinds) - photos - voices - videos
        counts = (
            self.n("{count} photo", "{count} photos", photos) if photos else "",
            self.n("{count} voice message", "{count} voice messages", voices) if voices else "",
            self.n("{count} video", "{count} videos", videos) if videos else "",
            self.n("{count} file", "{count} files", others) if others else "",
        )
        return ", ".join(filter(None, counts))

    def owed(self, count: int, late: int) -> str:
        """How many answers are owed, and how many of them are late; nothing where none is."""
        if not count:
            return ""
        if not late:
            return self.n("You owe {count} answer.", "You owe {count} answers.", count)
        words = {"late": self.number(late)}
        return self.n("You owe {count} answer, {late} late.", "You owe {count} answers, {late} late.", count, **words)

    def unit(self, unit: Unit) -> str:
        """Its name; where it is that of the municipality too, the two must not be mistaken for each other."""
        return self.t("Unit {name}", name=unit.name) if unit.namesake else unit.name

    def tongue(self, code: str) -> str:
        """The name of a language (ISO 639); nothing for one that is not known."""
        return Locale(self.language).languages.get(code, "") if code != "und" else ""

    def size(self, size: int) -> str:
        """A file's size, so that nobody pays for a surprise: `340 KB`, `1.2 MB`."""
        kb = max(1, round(size / BYTES_IN_KB))
        if kb < BYTES_IN_KB:
            return f"{kb} KB"
        return f"{format_decimal(round(kb / BYTES_IN_KB, 1), locale=self.language)} MB"


def texts_in(language: str | None) -> Texts:
    """The texts of a language, of the first one where it is unknown."""
    return _texts(language if language and language in LANGUAGES else FIRST)


# A catalog is read once; what phones call their language has no end, so it is no key here.
_texts = cache(Texts)
