"""Until when people can send comments, apply or register."""

import re
from collections.abc import Sequence

from documents.reading.dates import Mention
from documents.reading.roles import Role
from documents.reading.text import Sheet
from documents.reading.times import Times
from documents.reading.years import When, Years
from participation.consultations.notice import ReadStep

_FOR_THE_PUBLIC = re.compile(
    r"\b(?:koment|sugjerim|propozim|verejtj|rekomandim|mendim|kerkes|aplik|dorez|regjistr"
    r"|konfirm|kundershtim|ankes|pyetesor|anket|shprehje|projekt-?propozim|konsultim)\w*"
)
_STEP = re.compile(
    r"\b(?:mbyllja e komenteve|afati|dergimi i (?:komenteve|sugjerimeve|propozimeve)"
    r"|(?:pranimi|mbledhja|dhenia) (?:i|e) (?:komenteve|sugjerimeve|propozimeve|aplikimeve)"
    r"|perfundimi i konsultimit)"
)
_CLARIFICATION = re.compile(r"\b(?:pyetje|sqarim|informacion shtes|shpallj\w* e (?:fitues|rezultat)|vleresim)\w*")
_WORKING_DAYS = re.compile(r"\b(?P<number>\d{1,2})(?:\s?\([a-z ]{3,20}\))?\s?(?:-?te\s)?dite(?:ve)?\s(?:te\s)?pune\w*")
_SENT_WITHIN = re.compile(
    r"\b(?:afat|brenda|koment|sugjerim|nga publikim|nga data|nga shpallj|nga njoftim"
    r"|rekomandim)"
)


def read_deadline(sheet: Sheet, times: Times, years: Years, steps: Sequence[ReadStep]) -> When:
    """The last day for the public; where several are named, the one for comments or applications."""
    found = [day for day in times.days(Role.DEADLINE) if day.month_day is not None]
    if found:
        best = max(found, key=lambda day: (_worth(day, sheet), -found.index(day)))
        return years.when(best)
    closing = next((step for step in steps if not step.is_open and _STEP.search(_folded(step.what))), None)
    return When(day=closing.day, month_day=closing.month_day) if closing else When(day=None, month_day=None)


def read_working_days(sheet: Sheet) -> int | None:
    """The number in "20 ditë pune nga publikimi"."""
    for match in _WORKING_DAYS.finditer(sheet.folded):
        if _SENT_WITHIN.search(sheet.matching(sheet.sentence(match.start()))):
            return int(match["number"])
    return None


def _worth(day: Mention, sheet: Sheet) -> int:
    sentence = sheet.sentence(day.start)
    before = sheet.folded[sentence.start : day.start]
    if _CLARIFICATION.search(before[-60:]) and not _FOR_THE_PUBLIC.search(before[-60:]):
        return 0
    about = before + sheet.folded[day.end : sentence.end][:80]
    return 2 if _FOR_THE_PUBLIC.search(about) else 1


def _folded(text: str) -> str:
    return Sheet(text).folded
