"""Title, issuing body and purpose of a notice."""

import re
from collections.abc import Iterator

from documents.reading.text import Sheet, Span

_CAP = r"[A-ZËÇ][\wëçËÇ’'\-]*"
_PEOPLE = (
    r"(?!(?:NJOFT|FTO|FTES|DREJT|KOORD|KËSHILL|KESHILL|KRYE|REPUBL|SEKRET|TAKIM|KONSUL|DËGJ"
    r"|DEGJ|SEANC|SHQYRT|THIRRJ|NJËSI|NJESI|ORGANIZ|SHPALL|PREFEK)|(?i:ju|do|njofton|fton|ka"
    r"|në|ne|me|për|per|është|organizon|shpall)\b)"
)
_NAME = (
    rf"(?P<name>{_PEOPLE}{_CAP}(?: (?:i|e|së|se|të|te|I|E|SË|TË) {_PEOPLE}{_CAP})?"
    r"(?: (?:Vajgurore|VAJGURORE|Madhe|MADHE|Kosovës|KOSOVËS|Kosovë|KOSOVË|Polje))?)"
)
_BODIES = (
    (re.compile(r"\b(?:(?i:bashki)(?:a|së|se|në|ne|A|SË|SE|NË|NE))\s+(?P<link>(?:e|së|se|E|SË) )?" + _NAME), "Bashkia"),
    (re.compile(r"\b(?:(?i:komun)(?:a|ës|es|ën|en|A|ËS|ES|ËN|EN))\s+(?P<link>(?:e|së|se|E|SË) )" + _NAME), "Komuna"),
    (re.compile(r"\b(?:(?i:prefektur)(?:a|ës|A|ËS))\s+(?P<link>(?:e|së|E|SË) )?" + _NAME), "Prefektura"),
    (re.compile(r"\b(?:(?i:ministri)(?:a|së|A|SË))\s+(?P<link>(?:e|së|E|SË|për) )" + _NAME), "Ministria"),
)
_SMALL = {"i", "e", "të", "te", "së", "se", "dhe", "për"}
_LABEL = re.compile(
    r"(?:^|\n)\W{0,4}(?:\d{1,2}[.)]\s?)?(?:titulli|tema|objekti|lenda|subjekti|per cfare)(?: (?:i"
    r"|e) [^:\n]{2,40})?\s?:\s?(?P<title>[^\n]{4,200})"
)
_THEMED = re.compile(r"\b(?:me teme|me titull|me objekt|tema|titulli)\b\W{0,4}\"\s?(?P<title>[^\"\n]{6,200})\"")
_QUOTED = re.compile(r"\"(?P<title>[^\"\n]{12,200})\"")
_NAMED_LAW = re.compile(r"\b(?:ligj\w*|vkm|vkb|vendim\w*|rregullor\w*|nr)\b[^\"\n]{0,40}$")
_LETTERHEAD = re.compile(
    r"\W*(?:republika\b.*|(?:kur|ku|data|dita|ora|vendi)\s?:.*|bashkia [\w ]{2,25}"
    r"|komuna [\w ]{2,30}|koordinator.*|drejtoria .*"
    r"|keshilli bashkiak.*|nr\b.*|dat[ae]\b[\s\d_/.:]*|prot.*|njoftim|ftese|kryetari.*"
    r"|prefekti.*|sekretar.*|[\d_/.,: \-]*|[\w ]{0,20},? (?:me )?\d{1,2}[ ./].{0,20})\W*"
)
_GENERIC = re.compile(
    r"\W*(?:njoftim(?: (?:publik|per konsultim(?: publik)?|per shtyrje|per publikun"
    r"|per degjese(?: publike)?))?|konsultim publik|ftese|degjese publike|shqyrtim publik)\W*"
)
_TOPIC = re.compile(
    r"\b(?:degjes|takim|seanc|konsultim|debat|keshillim"
    r"|tryez)\w*(?: [a-z]+){0,3}? per (?:(?!\b(?:me|ne|te) (?:dat|dit|or|\d))[^,.;:\n\"]"
    r"|\"[^\"\n]*\"){8,130}"
)
_LABELLED_PURPOSE = re.compile(
    r"(?:^|\n)\W{0,4}(?:\d{1,2}[.)]\s?)?(?:qellimi|pse duhet|arsyet?"
    r"|objektivi)[^:\n]{0,30}:\s?(?P<purpose>[^\n]{15,400})"
)
_CLAIMS = re.compile(
    r"\b(?:hartimi?n?|hartoj\w*|projekt\w*|miratim\w*|rregullor\w*|buxhet\w*|tarif\w*|taks\w*"
    r"|synon|synohet|parashiko\w*|ndryshim\w*|plan\w*|strategji\w*|nisjen|shqyrtim\w*"
    r"|qellim\w*|zgjedh\w*|ngritj\w*|themelim\w*)\b"
)
_NOT_CLAIMS = re.compile(
    r"\b(?:teme|tema|titulli|mbeshtetur|ligji\w*|ne zbatim|bazuar|mbeshtetur|neni\w*"
    r"|sipas ligjit|ne baze|tel|e-?mail|@|https?|kryetari)\b|@"
)
_FULL_STOP = re.compile(r"\.[\s\"]*$")
_AFTER_VERB = re.compile(
    r"\b(?:do te (?:organizo|zhvillo|mba)\w*|organizohet|zhvillohet|mbahet)\s(?P<what>[^\n]{20,300})"
)
_TOO_LONG = 400
_LONG_LINE = 110


def read_institution(sheet: Sheet) -> str | None:
    """The issuing body in its base form: "Bashkia Përmet" also where the text has "BASHKISË PËRMET"."""
    found = [(match.start(), body, match) for pattern, body in _BODIES for match in pattern.finditer(sheet.text)]
    if not found:
        return None
    _, body, match = min(found, key=lambda each: each[0])
    link = "e " if match["link"] else ""
    return f"{body} {link}{_title_case(match['name'])}"


def read_title(sheet: Sheet) -> str | None:
    """What the notice is about, as written: a labelled or quoted title, else the first telling line."""
    for candidate in _titles(sheet):
        title = candidate.strip(' *“”"«»„.,:;–-')
        if len(title) > 3:
            return title
    return None


def read_purpose(sheet: Sheet, *, mentions: tuple[Span, ...]) -> str | None:
    """One sentence on what is being decided, without the day and the place in it."""
    match = _LABELLED_PURPOSE.search(sheet.folded)
    if match:
        return _sentence(sheet, Span(*match.span("purpose")))
    for sentence in sheet.sentences:
        purpose = _purpose_in(sheet, sentence, mentions)
        if purpose:
            return purpose
    return None


def _purpose_in(sheet: Sheet, sentence: Span, mentions: tuple[Span, ...]) -> str | None:
    folded = sheet.matching(sentence)
    if (
        not _FULL_STOP.search(folded)
        or not 40 <= len(folded) <= _TOO_LONG
        or _NOT_CLAIMS.search(folded)
        or not _CLAIMS.search(folded)
    ):
        return None
    if not any(sentence.touches(mention) for mention in mentions):
        return None if "|" in folded or folded.count("\n") > 3 else _sentence(sheet, sentence)
    match = _AFTER_VERB.search(sheet.folded, sentence.start, sentence.end)
    if match is None:
        return None
    rest = Span(*match.span("what"))
    clean = _CLAIMS.search(sheet.matching(rest)) and not any(rest.touches(mention) for mention in mentions)
    return _sentence(sheet, rest) if clean else None


def _sentence(sheet: Sheet, span: Span) -> str:
    words = sheet.words(span).replace("**", "").strip(" *-–:,")
    return words[:1].upper() + words[1:]


def _titles(sheet: Sheet) -> Iterator[str]:
    for pattern in (_LABEL, _THEMED):
        for match in pattern.finditer(sheet.folded, 0, 3000):
            yield sheet.text[match.start("title") : match.end("title")]
    yield from _heading_lines(sheet)
    for match in _QUOTED.finditer(sheet.folded, 0, 3000):
        if not _NAMED_LAW.search(sheet.folded, max(0, match.start() - 60), match.start()):
            yield sheet.text[match.start("title") : match.end("title")]
    yield from (sheet.words(line)[:150] for line in sheet.lines if len(sheet.words(line)) > 10)


def _heading_lines(sheet: Sheet) -> Iterator[str]:
    lines = sheet.lines[:8]
    telling = [line for line in lines if not _LETTERHEAD.fullmatch(sheet.matching(line))]
    for line in telling:
        if _GENERIC.fullmatch(sheet.matching(line)):
            continue
        if line.end - line.start > _LONG_LINE:
            break
        yield sheet.words(line)
    topic = _TOPIC.search(sheet.folded, 0, 3000)
    if topic:
        yield sheet.words(Span(*topic.span()))


def _title_case(name: str) -> str:
    words = [word.lower() if word.lower() in _SMALL else _capital(word) for word in name.split()]
    return " ".join(words)


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:].lower() if part.isupper() else part for part in word.split("-"))
