"""The body that issues a notice, in its base form."""

import re

from documents.reading.text import Sheet

_CAP = r"[A-ZËÇ][\wëçËÇ’'\-]*"
_PEOPLE = (
    r"(?!(?:NJOFT|FTO|FTES|DREJT|KOORD|KËSHILL|KESHILL|KRYE|REPUBL|SEKRET|TAKIM|KONSUL|DËGJ"
    r"|DEGJ|SEANC|SHQYRT|THIRRJ|NJËSI|NJESI|ORGANIZ|SHPALL|PREFEK)|(?i:ju|do|dhe|njofton|fton|ka"
    r"|në|ne|me|për|per|është|organizon|shpall)\b)"
)
_PLACE = (
    rf"(?P<name>{_PEOPLE}{_CAP}(?: (?:i|e|së|se|të|te|I|E|SË|TË) {_PEOPLE}{_CAP})?"
    r"(?: (?:Vajgurore|VAJGURORE|Madhe|MADHE|Kosovës|KOSOVËS|Kosovë|KOSOVË|Polje))?)"
)
_FIELD = rf"{_PEOPLE}{_CAP}(?: (?![EI] |TË |SË ){_PEOPLE}{_CAP})?"
_FIELDS = rf"(?P<name>{_FIELD}(?:(?:, {_FIELD}){{0,3}} (?:dhe|DHE) {_FIELD})?(?: (?:e|E|të|TË) {_FIELD})?)"
_BODIES = (
    (re.compile(r"\b(?i:bashki)(?:a|së|se|në|ne|A|SË|SE|NË|NE)\s+(?P<link>(?:e|së|se|E|SË) )?" + _PLACE), "Bashkia"),
    (re.compile(r"\b(?i:komun)(?:a|ës|es|ën|en|A|ËS|ES|ËN|EN)\s+(?P<link>(?:e|së|se|E|SË) )" + _PLACE), "Komuna"),
    (
        re.compile(
            r"\b(?i:prefektur)(?:a|ës|es|A|ËS|ES)\s+(?P<link>(?:e|së|se|E|SË|SE) )?"
            + _PLACE.replace("(?P<name>", "(?P<name>(?:(?i:qarkut) )?", 1)
        ),
        "Prefektura",
    ),
    (re.compile(r"\b(?i:ministri)(?:a|së|se|A|SË|SE)\s+(?P<link>(?:e|së|se|E|SË|SE|për|PËR) )" + _FIELDS), "Ministria"),
)
_SHORT = {
    "MB": "Ministria e Brendshme",
    "MD": "Ministria e Drejtësisë",
    "MM": "Ministria e Mbrojtjes",
    "MK": "Ministria e Kulturës",
    "MF": "Ministria e Financave",
    "MFE": "Ministria e Financave dhe Ekonomisë",
    "MIE": "Ministria e Infrastrukturës dhe Energjisë",
    "MTM": "Ministria e Turizmit dhe Mjedisit",
    "MAS": "Ministria e Arsimit dhe Sportit",
    "MEPJ": "Ministria për Evropën dhe Punët e Jashtme",
    "MBZHR": "Ministria e Bujqësisë dhe Zhvillimit Rural",
    "MSHMS": "Ministria e Shëndetësisë dhe Mbrojtjes Sociale",
}
_SHORTENED = re.compile(
    r"\b(?i:koordinator)\w*[^.\n]{0,60}?\b(?:në|ne|i|e|të|te|së|për|per|pranë)\s"
    rf"(?P<short>{'|'.join(sorted(_SHORT, key=len, reverse=True))})(?:-\w{{1,3}})?\b"
)
"""A ministry by its letters, where its coordinator is named: alone they may stand for megabytes."""
_SMALL = {"i", "e", "të", "te", "së", "se", "dhe", "për"}
_LOOK_BACK = 400
_TAKES_PART = re.compile(
    r"\b(?:mori|morr?en|(?:ku|do te) marrin) pjese|\bte pranishem|\bpjesemarres\w*\s?:|\bperfaqesues\w* (?:nga|prej)\b"
)


def read_institution(sheet: Sheet) -> str | None:
    """The issuing body in its base form: "Bashkia Përmet" also where the text has "BASHKISË PËRMET"."""
    found = [(match.start(), body, match) for pattern, body in _BODIES for match in pattern.finditer(sheet.text)]
    in_order = sorted(found, key=lambda each: each[0])
    issuer = next((each for each in in_order if not _takes_part(sheet, each[0])), None)
    if issuer is None:
        return next((_SHORT[match["short"]] for match in _SHORTENED.finditer(sheet.text)), None)
    _, body, match = issuer
    link = (match["link"] or "").strip().lower()
    linked = f"{link if link == 'për' else 'e'} " if link else ""
    return f"{body} {linked}{_title_case(match['name'])}"


def _takes_part(sheet: Sheet, at: int) -> bool:
    """Whether the body that is named there is one of those who came."""
    begin = max(sheet.sentence(at).start, at - _LOOK_BACK)
    return _TAKES_PART.search(sheet.folded, begin, at) is not None


def _title_case(name: str) -> str:
    words = [word.lower() if word.lower() in _SMALL else _capital(word) for word in name.split()]
    return " ".join(words)


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:].lower() if part.isupper() else part for part in word.split("-"))
