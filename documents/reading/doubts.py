"""What looks wrong in the text of a notice, to be asked about and never changed silently."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from documents.reading.dates import RELATIVE_DAY, WEEKDAYS, Mention
from documents.reading.roles import Role
from documents.reading.text import Sheet, Span
from documents.reading.times import Times
from documents.reading.years import Years
from participation.consultations.notice import Doubt, DoubtKind, ReadMeeting, ReadStep, before_launch

MOST_MISREAD = 10
_SAID_BESIDE = 12
"""Characters after "këtë të premte" within which its date is said too."""
_SLASHED = re.compile(r"(?P<first>\d{1,2})\s?/\s?(?P<second>\d{1,2})\s?/\s?(?P<year>20\d\d)")
_AHEAD = (Role.MEETING, Role.DEADLINE)
# Only these words: Ë is a letter of the language, and nearly every other one is right.
_WORDS_WITH_W = (
    *("workshop", "whatsapp", "twitter", "website", "websajt", "webfaqe", "weilheim", "web", "www", "wi-fi", "wifi"),
    *("webinar", "webex", "windows", "word", "powerpoint", "software", "hardware", "browser", "wireless", "western"),
    *("newsletter", "network", "download", "watt"),
)
_WITH_E = {word.replace("w", "ë"): word for word in _WORDS_WITH_W}
_FOREIGN = re.compile(
    rf"(?<![^\W_])(?P<word>{'|'.join(sorted(map(re.escape, _WITH_E), key=len, reverse=True))})"
    r"(?P<ending>i|it|in|et|eve|ve|a|at|un|ut|u|e|ën|ës)?(?![^\W_])",
    re.IGNORECASE,
)
_BRANDS = {"whatsapp": "WhatsApp", "wi-fi": "Wi-Fi", "www": "www"}
_HOUR_NEAR = re.compile(r"\bor[ae]n?\b|\d:\d\d|\btakim|\bdegj(?:es|im)|\bmbledhj|\bmblidh|\bkoment")


def doubt_words(sheet: Sheet) -> Iterator[Doubt]:
    """Foreign words in which a W was typed as Ë, each once as it is first written."""
    seen: set[str] = set()
    for match in _FOREIGN.finditer(sheet.text):
        word = match[0].lower()
        if word not in seen:
            seen.add(word)
            yield Doubt(
                kind=DoubtKind.W_AS_E, words=match[0], suggestion=_with_w(match["word"]) + (match["ending"] or "")
            )


def doubt_dates(sheet: Sheet, times: Times, years: Years) -> Iterator[Doubt]:
    """Days that are in no calendar, have another weekday, lack their year, or of which nothing says what they are."""
    for misread in sheet.misread[:MOST_MISREAD]:
        meant = " ".join(sheet.matching(misread).split())
        yield Doubt(kind=DoubtKind.LETTER_FOR_DIGIT, words=sheet.words(misread), suggestion=meant)
    is_day_first = _is_day_first([sheet.words(day) for day in times.dates])
    for mention, role in zip(times.dates, times.roles, strict=True):
        words = sheet.words(Span(mention.start, mention.end)).strip(" ,")
        if mention.month_day is None:
            yield Doubt(kind=DoubtKind.IMPOSSIBLE_DATE, words=words, suggestion=_turned(words))
        elif role is Role.UNSAID and not mention.follows and not any(map(mention.touches, sheet.misread)):
            yield Doubt(kind=DoubtKind.UNUSED_DATE, words=sheet.words(_chain(mention, times)))
        elif role in _AHEAD:
            yield from _doubt_day(mention, words, years)
            if mention.weekday is None and not is_day_first and (other := _turned(words)):
                yield Doubt(kind=DoubtKind.TWO_READINGS, words=words, suggestion=other)


def _is_day_first(dates: Sequence[str]) -> bool:
    """Whether the dates with slashes show which part is the day: one is above twelve, or several share a month."""
    slashed = [match for words in dates if (match := _SLASHED.fullmatch(words))]
    months = [match["second"] for match in slashed if match["first"] != slashed[0]["first"]]
    return any(int(match["first"]) > 12 for match in slashed) or (bool(months) and slashed[0]["second"] in months)


def _turned(words: str) -> str | None:
    """The day if a date with slashes has its month first, where that is another day of the calendar."""
    match = _SLASHED.fullmatch(words)
    if match is None or match["first"] == match["second"]:
        return None
    try:
        day = date(int(match["year"]), int(match["first"]), int(match["second"]))
    except ValueError:
        return None
    return f"{day:%d.%m.%Y}"


def doubt_relative_days(sheet: Sheet, dates: Sequence[Mention]) -> Iterator[Doubt]:
    """Days like "nesër", which depend on when the notice is read."""
    seen: set[str] = set()
    for match in RELATIVE_DAY.finditer(sheet.folded):
        near = sheet.folded[max(0, match.start() - 80) : match.end() + 60]
        if any(match.start() <= day.start < match.end() + _SAID_BESIDE for day in dates):
            continue
        if _HOUR_NEAR.search(near) and match[0] not in seen and "deri sot" not in near:
            seen.add(match[0])
            yield Doubt(kind=DoubtKind.RELATIVE_DATE, words=sheet.text[match.start() : match.end()])


def doubt_number_of_steps(steps: Sequence[ReadStep], taken: int) -> Iterator[Doubt]:
    """That the text has more steps than are taken, with the first that is not."""
    if len(steps) > taken:
        yield Doubt(kind=DoubtKind.MORE_STEPS, words=steps[taken].what, suggestion=str(taken))


def doubt_steps(steps: Iterable[ReadStep], meetings: Iterable[ReadMeeting]) -> Iterator[Doubt]:
    """Steps that are dated before the work is opened."""
    for step in before_launch(steps, meetings):
        yield Doubt(kind=DoubtKind.STEP_BEFORE_LAUNCH, words=f"{step.what}: {step.words}")


def _chain(first: Mention, times: Times) -> Span:
    """A day with those that are linked to it: "5-6 tetor 2026"."""
    end = first.end
    for later in times.dates:
        if later.start == end and later.follows:
            end = later.end
    return Span(first.start, end)


def _doubt_day(mention: Mention, words: str, years: Years) -> Iterator[Doubt]:
    day = years.when(mention).day
    if day is None:
        yield Doubt(kind=DoubtKind.NO_YEAR, words=words)
    elif mention.weekday is not None and day.weekday() != mention.weekday:
        yield wrong_weekday(mention.weekday, day, words)


def wrong_weekday(weekday: int, day: date, words: str) -> Doubt:
    """That a date is not on the weekday beside it, with the one by the calendar."""
    return Doubt(
        kind=DoubtKind.WEEKDAY_CONTRADICTS,
        words=f"{WEEKDAYS[weekday]}, {words}",
        suggestion=WEEKDAYS[day.weekday()],
    )


def _with_w(word: str) -> str:
    known = _WITH_E[word.lower()]
    if known in _BRANDS:
        return _BRANDS[known]
    return known.upper() if word.isupper() and len(word) > 1 else known.capitalize() if word[0].isupper() else known
