"""The laws a notice cites, and the numbers among them that cannot be right."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from documents.reading.text import Sheet, Span
from participation.consultations.notice import Doubt, DoubtKind


@dataclass(frozen=True)
class Law:
    """A law that municipalities cite, with words of its title by which to know it (folded)."""

    number: str
    title: str
    sign: str


# Numbers and titles as cited on municipal pages; the Official Gazette (qbz.gov.al) is the source.
KNOWN_LAWS = (
    Law("146/2014", "Për njoftimin dhe konsultimin publik", "konsultimin publik"),
    Law("139/2015", "Për vetëqeverisjen vendore", "veteqeverisjen vendore"),
    Law("119/2014", "Për të drejtën e informimit", "drejten e informimit"),
    Law("68/2017", "Për financat e vetëqeverisjes vendore", "financat e veteqeverisjes"),
    Law("107/2014", "Për planifikimin dhe zhvillimin e territorit", "zhvillimin e territorit"),
    Law("124/2024", "Për mbrojtjen e të dhënave personale", "dhenave personale"),
    Law("121/2016", "Për shërbimet e kujdesit shoqëror", "kujdesit shoqeror"),
    Law("44/2015", "Kodi i Procedurave Administrative", "procedurave administrative"),
    Law("57/2020", "Për pyjet", "per pyjet"),
    Law("152/2013", "Për nëpunësin civil", "nepunesin civil"),
    Law("9632/2006", "Për sistemin e taksave vendore", "taksave vendore"),
    Law("10463/2011", "Për menaxhimin e integruar të mbetjeve", "menaxhimin e integruar te mbetjeve"),
    Law("22/2018", "Për strehimin social", "strehimin social"),
    Law("75/2019", "Për rininë", "per rinine"),
    Law("45/2019", "Për mbrojtjen civile", "mbrojtjen civile"),
)
# Cited in nearly every notice, so their numbers are known even where no title stands beside them.
_BY_NUMBER_ALONE = ("146", "139")
_BY_NUMBER = {law.number.partition("/")[0]: law for law in KNOWN_LAWS}
_KNOWN = {law.number for law in KNOWN_LAWS}

_YEAR = r"(?:19|20)\d\d"
_NUMBERED = re.compile(
    rf"(?<![\d/\-])(?<!\d\.)(?<!\d\s/\s)(?P<number>\d{{1,5}})\s?/\s?(?P<year>{_YEAR})(?![\d/]|-\d)"
    r"|\bnr\.?\s?(?P<number2>\d{1,2}\s\d{3}|\d{1,5})\s?,?\s?(?:(?:i|e|te|me)\s)?(?:(?:dates?|dt\.?|date)\s?)"
    rf"[:.]?\s?\d{{1,2}}\s?[./\- ]\s?[\da-z]{{1,8}}\s?[./\- ]\s?(?P<year2>{_YEAR}|(?<=\.)\d\d(?!\d))"
    rf"|\bnr\.?\s?(?P<number3>\d{{1,5}})\s?,?\s?(?:(?:i|te)\s)?viti?t?\s(?P<year3>{_YEAR})"
    rf"|\b(?P<kosovo>0\d\s?/\s?l\s?-\s?\d{{2,3}})\b"
    rf"|\bnr\.?\s?(?P<smeared>\d{{2,3}}[1l|]{_YEAR})(?!\d)"
)
_ACT = re.compile(
    r"\b(?P<law>ligj(?:i|it|in|e|eve|et|ore|esh|ji)?\b|kod(?:i|it|in)\b|baza ligjore)"
    r"|\b(?:vkm|vkb|ua|vendim(?:i|it|in|e|eve|et)?|rregullor\w*|udhezim\w*|urdher\w*|urdhr\w*"
    r"|gazet\w*|fletor\w*|marreveshj\w*|prot\b|akti? normativ|strategji\w*)\b"
)
_LOOK_BACK = 220
_NEXT_CENTURY = 50
_DATED_AFTER = re.compile(rf"[\s,]*(?:dat\w{{1,2}}|dt\.?)\s?\d{{1,2}}\s?[./]\s?\d{{1,2}}\s?[./]\s?(?P<year>{_YEAR})")
_TITLE_AFTER = re.compile(
    rf"(?:{_DATED_AFTER.pattern.replace('?P<year>', '?:')})?(?:[\s,]*(?:i|te|e) ndryshuar)?"
    r"[\s,]*\"?\s*(?P<title>(?:per|mbi|kodi)\b[^\";\n.\d]{0,90})"
)
_AMENDS = re.compile(r"(?:per|mbi) (?:disa |nje )?(?:shtes|ndryshim)")
_COUNTED_ANEW, _MOST_IN_A_YEAR = 2012, 300
_ONE_ROW = (1998, 8_200)
"""The year of a law numbered below which none was passed from then on, until the count began anew."""
_SLACK = 12
"""Characters by which the name of a law may be written longer than it is."""


@dataclass(frozen=True)
class Citation(Span):
    """A law number in the text."""

    number: str


def is_title_of_a_law(folded: str) -> bool:
    """Whether these folded words are the name of a law that notices cite, and so not what a notice is about."""
    return any(law.sign in folded and len(folded) < len(law.title) + _SLACK for law in KNOWN_LAWS)


def find_laws(sheet: Sheet) -> tuple[Citation, ...]:
    """The laws cited, each once, in the order of the text; decisions and regulations are none."""
    found: dict[str, Citation] = {}
    for citation in _citations(sheet):
        found.setdefault(citation.number, citation)
    return tuple(found.values())


def doubt_laws(sheet: Sheet, citations: tuple[Citation, ...], *, latest: int | None) -> tuple[Doubt, ...]:
    """Numbers that another title or year belongs to, that no law can have, or that a scanner has smeared.

    `latest` is the last year that the notice itself names.
    """
    return tuple(doubt for doubt in (_doubt(sheet, citation, latest) for citation in citations) if doubt)


def _citations(sheet: Sheet) -> Iterator[Citation]:
    acts = list(_ACT.finditer(sheet.folded))
    starts = [act.start() for act in acts]
    for match in _NUMBERED.finditer(sheet.folded):
        number = _number(match)
        before = bisect_left(starts, match.start())
        act = acts[before - 1] if before else None
        if number and (match["kosovo"] or (act and _governs(act, match, sheet)) or _is_named(number, match, sheet)):
            yield Citation(start=match.start(), end=match.end(), number=number)


def _is_named(number: str, match: re.Match[str], sheet: Sheet) -> bool:
    """Whether a law that municipalities know is cited by its number and its name, without the word: "Nr. 68/2017"."""
    title = _title_after(sheet, match.end())
    return any(law.number == number and law.sign in title for law in KNOWN_LAWS)


def _number(match: re.Match[str]) -> str | None:
    if match["kosovo"]:
        return re.sub(r"\s", "", match["kosovo"]).upper()
    if match["smeared"]:
        mended = f"{match['smeared'][:-5]}/{match['smeared'][-4:]}"
        return mended if mended in _KNOWN else None
    groups = ((match["number"], match["year"]), (match["number2"], match["year2"]), (match["number3"], match["year3"]))
    number, year = next(group for group in groups if group[0])
    century = "" if len(year) == 4 else "20" if int(year) < _NEXT_CENTURY else "19"
    return f"{int(number.replace(' ', ''))}/{century}{year}"


def _governs(act: re.Match[str], match: re.Match[str], sheet: Sheet) -> bool:
    between = sheet.folded[act.end() : match.start()]
    return act["law"] is not None and len(between) < _LOOK_BACK and "\n\n" not in between


def _doubt(sheet: Sheet, citation: Citation, latest: int | None) -> Doubt | None:
    words = sheet.words(citation)
    if citation.number in _KNOWN and "/" not in words and re.search(r"\d{6}", words):
        return Doubt(kind=DoubtKind.UNKNOWN_LAW, words=words, suggestion=citation.number)
    meant = _meant(sheet, citation)
    if meant is None and not _cannot_be(sheet, citation, latest):
        return None
    return Doubt(kind=DoubtKind.UNKNOWN_LAW, words=citation.number, suggestion=meant)


def _meant(sheet: Sheet, citation: Citation) -> str | None:
    """The known law that the title after a number names, or that has the same number in another year."""
    title = _title_after(sheet, citation.end)
    number, _, year = citation.number.partition("/")
    if title and not _AMENDS.match(title):
        named = min(
            (law for law in KNOWN_LAWS if law.sign in title), key=lambda law: title.find(law.sign), default=None
        )
        near = named and (number in _BY_NUMBER or named.number.endswith(year))
        return named.number if named and near and named.number != citation.number else None
    known = _BY_NUMBER[number].number if number in _BY_NUMBER_ALONE else citation.number
    return known if known != citation.number else None


def _title_after(sheet: Sheet, at: int) -> str:
    """The title that stands behind the number of a law, folded; empty where there is none."""
    after = _TITLE_AFTER.match(sheet.folded, at)
    return after["title"] if after else ""


def _cannot_be(sheet: Sheet, citation: Citation, latest: int | None) -> bool:
    """Whether no law can have this number: they are counted anew each year since 2012, and in one row before."""
    number, _, year = citation.number.partition("/")
    if not year.isdigit():
        return False
    after = _DATED_AFTER.match(sheet.folded, citation.end)
    return (
        (int(year) >= _COUNTED_ANEW and int(number) > _MOST_IN_A_YEAR)
        or (_ONE_ROW[0] <= int(year) < _COUNTED_ANEW and int(number) < _ONE_ROW[1])
        or (latest is not None and int(year) > latest)
        or (after is not None and after["year"] != year)
    )
