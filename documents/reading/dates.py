"""Dates as notices write them: "25 .07 .2023", "12 dhe 13 shkurt 2024", "26-qershorit", "09.10"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from documents.reading.numbers import IN_WORDS, number_of
from documents.reading.text import Sheet, Span

AT_MOST = 60
"""Dates that are read: more than a year's calendar of hearings has."""

_MONTH_NAMES = (
    *("janar", "shkurt", "mars", "prill", "maj", "qershor"),
    *("korrik", "gusht", "shtator", "tetor", "nentor", "dhjetor"),
)
_SHORT_NAMES = (
    *("jan", "shk|shkur", "mar", "pri|pril", "maj", "qer|qersh"),
    *("kor|korr", "gus|gush", "sht|shta|shtat", "tet", "nen|nent", "dhj|dhjet"),
)
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
_ENGLISH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MISSPELT = {"shator": 9, "netor": 11, "nendor": 11, "djetor": 12, "qeshor": 6, "korik": 7, "shurt": 2}
NAMED_MONTHS = MONTHS | _MISSPELT | {name: number for number, name in enumerate(_ENGLISH_NAMES, start=1)}
_SHORT_MONTHS = {name: number for number, names in enumerate(_SHORT_NAMES, start=1) for name in names.split("|")}
WEEKDAYS = ("e hënë", "e martë", "e mërkurë", "e enjte", "e premte", "e shtunë", "e diel")
WEEKDAY_STEMS = ("hen", "mart", "merk", "enjt", "premt", "shtun", "diel")
# Short stems with free endings, because the endings are what people mistype: "Mërkurr".
WEEKDAY = r"(?:hen[ae]?n?|mart[ae]?n?|merkur\w{0,3}|enjt\w{0,2}|premt\w{0,2}|shtun\w{0,2}|diel(?!l)\w{0,2})\b"

RELATIVE_DAY = re.compile(
    rf"\b(?:kete te {WEEKDAY}|te {WEEKDAY} (?:e kesaj jave|qe vjen|e ardhshme)|"
    r"neser|nesermen?|nesermja|pasneser|sot|sonte|te nesermen|javen (?:e|qe) (?:ardhshme|vjen)|kete jave)\b"
)
"""A day that depends on when the notice is read."""

_YEAR = r"(?:19|20)\d\d"
_ALONE = r"(?<![\d/])(?:(?<=\b20\d\d-)|(?<!\d[,\-]))(?<!\d[.:])(?<!\bl)(?<!\bo)"
_LINK = r"\s*(?:,|-|/|&|\bdhe\b|\be\b|\bderi(?:\s+(?:me|ne))?\b)\s*"
_NAMED = re.compile(
    _ALONE + r"(?<!ora )(?<!oren )"
    rf"(?P<days>\d{{1,2}}(?:{_LINK}\d{{1,2}}){{0,5}})(?:-(?:te|tit|tin|shi))?(?:\s?\([a-z]{{3,20}}\))?"
    r"(?!\s?\n\n)\s{0,2}[-.]?\s{0,2}(?:i\s|te\s)?(?:muajit\s)?"
    rf"(?P<month>{'|'.join(NAMED_MONTHS)})(?P<ending>[iu][tn]?|e)?\b"
    rf"(?:(?:\s\((?:e\s|te\s)?{WEEKDAY}\))?[\s,.\-]{{0,3}}(?:(?:te|i)\s)?(?:vitit\s|viti\s)?(?P<year>{_YEAR})\b)?"
)
_NAMED_SHORT = re.compile(
    _ALONE + rf"(?P<days>\d{{1,2}})[\s.\-]{{1,2}}(?P<month>{'|'.join(_SHORT_MONTHS)})\b"
    rf"(?:[.\s\-,]{{1,2}}(?P<year>{_YEAR})\b|(?P<dot>\.))"
)
_NUMERIC = re.compile(
    _ALONE + r"(?P<days>(?:\d{1,2}-|(?:\d{1,2},\s?){0,4}\d{1,2}\s+(?:dhe|e|&)\s+)?\d{1,2})"
    r"\s?[./\-]\s?(?P<month>\d{1,2})(?:\s?[./\-]\.?\s?|\s)"
    rf"(?P<year>{_YEAR}|(?<=[./\-])[1-3]\d)(?![\d/]|:\d|\.\d|-\d(?!\d?[./]\d))"
)
_ROMAN_MONTHS = {
    roman: number
    for number, roman in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), start=1)
}
_ROMAN = re.compile(
    _ALONE + rf"(?P<days>\d{{1,2}})\s?[./\-]\s?(?P<month>{'|'.join(_ROMAN_MONTHS)})\s?[./\-]\s?(?P<year>{_YEAR})(?!\d)"
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{'|'.join(NAMED_MONTHS)})(?:it|i|ut|u)?\s(?P<days>\d{{1,2}})\s?,?\s(?P<year>{_YEAR})\b"
)
_IN_WORDS = re.compile(
    rf"\b(?:dat\w{{0,3}}|dt|me|diten|dita)\s(?P<days>{IN_WORDS})\s(?:i\s|te\s)?"
    rf"(?P<month>{'|'.join(NAMED_MONTHS)})(?:it|i|ut|u)?\b"
    rf"(?:[\s,]{{1,3}}(?:te\s)?(?:vitit\s)?(?P<year>{_YEAR})\b)?"
)
_YEAR_FIRST = re.compile(_ALONE + rf"(?P<year>{_YEAR})[./\-](?P<month>\d{{1,2}})[./\-](?P<day>\d{{1,2}})(?!\d)")
_SHORT = re.compile(
    _ALONE + r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})"
    r"(?![\d/:]|[.,\-]\d|\s?(?:mij|milion|lek|euro|%|km|ha\b|m2|mq|fletor))"
)
_SHORT_AFTER = re.compile(
    rf"(?:\bdat\w{{0,4}}|\bdt|\bme|\bderi|\bbrenda|\bnga|\bdit\w{{0,3}}|{WEEKDAY})[\s.,:|)(\-]{{0,4}}$"
)
_SHORT_BEFORE = re.compile(
    rf"[\s,.|\-:(]{{0,4}}(?:\bne\s)?(?:or[ae]|\d{{1,2}}[:.](?:00|15|30|45)|\d{{1,2}}\s?h\b|(?:e\s|te\s)?{WEEKDAY})"
    r"|\s?(?:dhe|e|,|-|deri(?: me)?)\s?\d{1,2}[./]\d{1,2}[./]"
)
_LINE = 200
_HAS_HOUR = re.compile(r"\bor[ae]\b|\d[:.](?:00|15|30|45)\b")
_COUNTS_PARTS = re.compile(r"\b(?:neni\w*|pik[aes]\w*|kreu\w*|paragraf\w*|nr|tel\w*|cel|mob)\W{0,3}$")
_LIST_START = re.compile(r"[\s|\-•.\d)]{0,8}$")
# "13 Dhjetori" is a street or a school, as "13 dhjetorit" is a day.
_NAME_BEFORE = re.compile(
    r"(?:\brr\w*\.?|\bbul\w*\.?|\bshesh\w*|\bshkoll\w*|\blagj\w*|\bstadium\w*|\bsall\w*"
    r"|\bpallat\w*)\s\"?$"
)
_LEADS_TO_A_DAY = re.compile(r"\b(?:se|deri|brenda|deri me|jo me vone se) $")
_THIS_YEAR = re.compile(r"\s(?:i|te|e)\s(?:ketij|keti|ketyre)\s(?:viti|muaji)|\s(?:i|te)\svitit\b")
_WEEKDAY_BEFORE = re.compile(
    rf"\b(?P<weekday>{WEEKDAY})[\s,:()|\-]{{0,6}}(?:(?:me|ne)\s)?(?:(?:dat\w{{1,4}}|dt)\b[\s.:,]{{0,3}})?$"
)
_WEEKDAY_AFTER = re.compile(
    rf"[ ,(|\-]{{0,4}}(?:dit\w{{1,2}}\s)?(?:e\s"
    rf"|te\s)?(?P<weekday>{WEEKDAY})(?!\s?-\s?(?:e\s)?{WEEKDAY})(?!\W{{0,3}}(?:(?:me"
    rf"|dat\w{{1,3}})\s)*\d{{1,2}}[ ./\-]+(?:\d|[a-z]{{3}}))"
)
_BY_THE_LAST = re.compile(
    rf"\bpo te {WEEKDAY}|\b(?:po )?(?:ate|te njejten) (?:dite|date)\b|\b(?P<next>te nesermen|nje dite me (?:vone|pas)"
    rf"|diten tjeter)\b"
)
_BY_A_HEADING = re.compile(
    rf"(?:^|(?<=\n))\W{{0,3}}(?:e\s)?(?P<weekday>{WEEKDAY})\W{{1,3}}(?P<day>\d{{1,2}})\b(?!\s?[./:]\d| [a-z])"
)
_BY_THE_WEEKDAY = re.compile(
    rf"\n\W{{0,3}}(?:\d\W\s?)?(?:e\s)?(?P<weekday>{WEEKDAY})[\s,:|\-]{{1,4}}(?:ora\s)?\d{{1,2}}[:.]\d\d(?![./]\d)"
)
_MONTH_ABOVE = re.compile(
    rf"(?:^|(?<=\n))\W{{0,3}}(?:muaji\s)?(?P<month>{'|'.join(MONTHS)})(?:\s(?P<year>{_YEAR}))?[^\w\n]{{0,3}}(?=\n)"
)
_DAY_BELOW = re.compile(
    rf"\n{{1,2}}[^\w\n]{{0,3}}(?:(?:e\s)?(?P<weekday>{WEEKDAY})[,\s]{{1,2}})?(?P<day>\d{{1,2}})"
    rf"(?=\s?[-|\t]|[,:]\s|\s\(?(?:e\s)?{WEEKDAY})(?P<rest>[^\n]*)"
)
_RANGE = re.compile(
    r"\.?(?:\s?v(?:it|j)?\.)?(?:\s?\([a-z]{2,8}\))?\s{0,2}(?:e\s)?(?P<link>-|deri)(?:\s(?:me|ne|te))?"
    r"(?:\s(?:dat\w{1,3}|dt\.?))?\s{0,2}"
)
_BLANK_YEAR = re.compile(rf"(?<!_)_[_./ ]{{0,20}}[/.]\s?(?P<year>{_YEAR})\b")
_MONTH_AND_YEAR = re.compile(rf"(?<!\d )(?<!\d)\b(?:{'|'.join(MONTHS)})(?:it|in)?\s(?P<year>{_YEAR})\b")


@dataclass(frozen=True)
class Mention(Span):
    """A date in the text; `month_day` is None where no calendar has such a day."""

    month_day: tuple[int, int] | None
    year: int | None
    weekday: int | None = None
    """0 for Monday, where the text names the day of the week beside the date."""
    follows: str | None = None
    """The link to the date before it: "dhe", "deri", "-"."""

    @property
    def day(self) -> date | None:
        """The day in the calendar, where there is a year and such a day."""
        if self.month_day is None or self.year is None:
            return None
        return date(self.year, *self.month_day)

    @property
    def ends_a_range(self) -> bool:
        """Whether it is the last day of "5-9 tetor", or of "5 deri më 9 tetor"."""
        return (self.follows or "").startswith(("-", "deri"))

    @property
    def is_until(self) -> bool:
        """Whether it is the last day of "5 deri më 9 tetor"."""
        return (self.follows or "").startswith("deri")


def weekday_of(word: str) -> int:
    """The number of a weekday from its folded name, 0 for Monday."""
    return next(n for n, stem in enumerate(WEEKDAY_STEMS) if word.startswith(stem))


def find_dates(sheet: Sheet) -> tuple[Mention, ...]:
    """All dates of a text in order, with the weekdays beside them; a name like "Rruga 13 Dhjetori" is none."""
    found: list[Mention] = []
    for mention in sorted(_candidates(sheet.folded), key=lambda m: (m.start, m.start - m.end)):
        if not found or found[-1].end <= mention.start or (mention.start == found[-1].start and mention.follows):
            found.append(mention)
    linked = _linked(sheet.folded, found[:AT_MOST])
    named = tuple(_with_weekday(sheet.folded, mention) for mention in linked)
    return tuple(sorted((*named, *_told_by_others(sheet.folded, named)), key=lambda mention: mention.start))


def _told_by_others(folded: str, named: tuple[Mention, ...]) -> Iterator[Mention]:
    """Days that are said by the one before them: "po atë ditë", "një ditë më vonë"; or by a heading: "E MARTË 19"."""
    for match in _BY_THE_LAST.finditer(folded):
        last = next((mention for mention in reversed(named) if mention.end <= match.start()), None)
        if last is not None and last.month_day is not None:
            later = date(last.year or 2000, *last.month_day) + timedelta(days=bool(match["next"]))
            yield Mention(*match.span(), (later.month, later.day), later.year if last.year else None)
    yield from _between(folded, named)
    for match in _BY_A_HEADING.finditer(folded):
        above = next((mention for mention in reversed(named) if mention.end <= match.start() and mention.day), None)
        day = _in_month_of(above, int(match["day"])) if above else None
        if day is not None and day.weekday() == weekday_of(match["weekday"]):
            yield Mention(*match.span("day"), (day.month, day.day), day.year, day.weekday())


def _between(folded: str, named: tuple[Mention, ...]) -> Iterator[Mention]:
    """Days of a list of which one line has only the weekday: the day between those of the lines above and below."""
    for match in _BY_THE_WEEKDAY.finditer(folded):
        above = next((mention for mention in reversed(named) if mention.end <= match.start()), None)
        below = next((mention for mention in named if mention.start >= match.end()), None)
        if above is None or below is None or above.day is None or "\n" in folded[above.end : match.start()]:
            continue
        day = above.day + timedelta(days=(weekday_of(match["weekday"]) - above.day.weekday()) % 7)
        if above.day < day and below.month_day and (day.month, day.day) < below.month_day:
            yield Mention(*match.span("weekday"), (day.month, day.day), day.year, day.weekday())


def _in_month_of(mention: Mention, number: int) -> date | None:
    try:
        return mention.day.replace(day=number) if mention.day else None
    except ValueError:
        return None


def years_of_headings(sheet: Sheet) -> tuple[int, ...]:
    """Years that stand with a month or after a blank day: "Tetor 2023", "____/____/2023"."""
    found = [*_BLANK_YEAR.finditer(sheet.folded), *_MONTH_AND_YEAR.finditer(sheet.folded)]
    return tuple(int(match["year"]) for match in sorted(found, key=lambda match: match.start())[:AT_MOST])


def _linked(folded: str, found: list[Mention]) -> Iterator[Mention]:
    """A day after "-" or "deri më" ends the range that the day before it begins."""
    previous = 0
    for mention in found:
        link = _RANGE.fullmatch(folded, previous, mention.start) if previous and not mention.follows else None
        yield replace(mention, follows=link["link"]) if link else mention
        previous = mention.end


def _candidates(folded: str) -> Iterator[Mention]:
    headings: list[Span] = []
    for heading in _MONTH_ABOVE.finditer(folded):
        days = tuple(_below(heading, folded))
        headings += [Span(*heading.span())] * bool(days)
        yield from days
    for mention in (*_with_names(folded), *_in_figures(folded)):
        if not any(map(mention.touches, headings)):
            yield mention


def _below(heading: re.Match[str], folded: str) -> Iterator[Mention]:
    """Days of which the line above a list names the month: "TETOR", and below it "14 – Lagjja 1, ora 17:00"."""
    line = _DAY_BELOW.match(folded, heading.end())
    while line and _HAS_HOUR.search(line["rest"]):
        start, end = line.span("day")
        yield _mention(heading, day=line["day"], month=MONTHS[heading["month"]], start=start, end=end)
        line = _DAY_BELOW.match(folded, line.end())


def _with_names(folded: str) -> Iterator[Mention]:
    """Days whose month has its name: "26 qershor", "Prill 16, 2025", "tetë nëntor"."""
    for match in _NAMED.finditer(folded):
        if not _is_a_name(folded, match):
            yield from _each_day(match, NAMED_MONTHS[match["month"]])
    for match in _NAMED_SHORT.finditer(folded):
        if match["year"] or _SHORT_AFTER.search(folded, max(0, match.start() - 25), match.start()):
            yield _mention(match, day=match["days"], month=_SHORT_MONTHS[match["month"]])
    for pattern in (_MONTH_FIRST, _IN_WORDS):
        for match in pattern.finditer(folded):
            yield _mention(
                match, day=str(number_of(match["days"])), month=NAMED_MONTHS[match["month"]], start=_begin(match)
            )


def _in_figures(folded: str) -> Iterator[Mention]:
    """Days in figures: "25 .07 .2023", "3.IV.2025", "2024-10-05"."""
    for match in _NUMERIC.finditer(folded):
        if len(match["year"]) == 4 or _is_a_full_date(folded, match):
            yield from _each_day(match, int(match["month"]))
    for match in _YEAR_FIRST.finditer(folded):
        yield _mention(match, day=match["day"], month=int(match["month"]))
    for match in _ROMAN.finditer(folded):
        yield _mention(match, day=match["days"], month=_ROMAN_MONTHS[match["month"]])
    for match in _SHORT.finditer(folded):
        if _is_a_short_date(folded, match):
            yield _mention(match, day=match["day"], month=int(match["month"]))


def _begin(match: re.Match[str]) -> int:
    return min(match.start("days"), match.start("month"))


def _is_a_name(folded: str, match: re.Match[str]) -> bool:
    """Whether it is a street or a school: "13 Dhjetori", "2 Korriku"."""
    if match["year"] or _THIS_YEAR.match(folded, match.end()):
        return False
    if _LEADS_TO_A_DAY.search(folded, max(0, match.start() - 12), match.start()):
        return False
    return match["ending"] in {"i", "u"} or bool(_NAME_BEFORE.search(folded, max(0, match.start() - 40), match.start()))


def _is_a_full_date(folded: str, match: re.Match[str]) -> bool:
    """Whether a group with a year of two digits is no telephone, and no part of a rule."""
    day = int(match["days"].split()[-1].rpartition("-")[2])
    counts = _COUNTS_PARTS.search(folded, max(0, match.start() - 15), match.start())
    return 1 <= day <= 31 and 1 <= int(match["month"]) <= 12 and not counts


def _each_day(match: re.Match[str], month: int) -> Iterator[Mention]:
    days = list(re.finditer(r"\d+", match["days"]))
    for index, day in enumerate(days):
        start = match.start() + day.start()
        end = match.start() + days[index + 1].start() if index + 1 < len(days) else match.end()
        link = match["days"][days[index - 1].end() : day.start()].strip() if index else None
        yield _mention(match, day=day[0], month=month, start=start, end=end, follows=link)


def _mention(
    match: re.Match[str],
    *,
    day: str,
    month: int,
    start: int | None = None,
    end: int | None = None,
    follows: str | None = None,
) -> Mention:
    written = match.groupdict().get("year")
    year = int(written) + (2000 if len(written) == 2 else 0) if written else None
    return Mention(
        start=match.start() if start is None else start,
        end=match.end() if end is None else end,
        month_day=(month, int(day)) if _exists(int(day), month, year) else None,
        year=year,
        follows=follows,
    )


def _exists(day: int, month: int, year: int | None) -> bool:
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return True


def _is_a_short_date(folded: str, match: re.Match[str]) -> bool:
    if not (1 <= int(match["month"]) <= 12 and 1 <= int(match["day"]) <= 31):
        return False
    before = folded[max(0, match.start() - 25) : match.start()].rpartition("\n")[2]
    if re.search(r"\bor[ae]\w?[\s:]*$|\b(?:neni|pika|nr)\W*$", before):
        return False
    if _SHORT_AFTER.search(before):
        return True
    starts_line = _LIST_START.match(before) is not None or before.endswith(("- ", ": ", "| ", ", ", "\t", "|"))
    line = folded[match.end() : match.end() + _LINE].partition("\n")[0]
    in_row = before.strip() == "" and line.startswith(("\t", " |")) and _HAS_HOUR.search(line) is not None
    return starts_line and (in_row or _SHORT_BEFORE.match(folded, match.end()) is not None)


def _with_weekday(folded: str, mention: Mention) -> Mention:
    before = folded[max(0, mention.start - 40) : mention.start].rpartition("\n")[2]
    match = _WEEKDAY_BEFORE.search(before) or _WEEKDAY_AFTER.match(folded, mention.end, mention.end + 40)
    return replace(mention, weekday=weekday_of(match["weekday"])) if match else mention
