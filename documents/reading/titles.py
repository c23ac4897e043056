"""What a notice is about: its label, its heading, the draft it names, or the topic of its meeting."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from documents.reading.dates import WEEKDAY
from documents.reading.laws import is_title_of_a_law
from documents.reading.text import Sheet, Span, fold

_READ = 3_000
_LABELS = tuple(
    re.compile(
        rf"(?:^|\n)\W{{0,4}}(?:\d{{1,2}}[.)]\s?)?(?:{words})"
        r"(?: (?:i|e) [^:\n]{2,40})?\s?:\s?(?P<title>[^\n]{4,300})"
    )
    for words in (
        r"titulli|emertimi|projektakti|akti|emri i (?:aktit|dokumentit|projektit|planit)|tema",
        r"objekti|lenda|subjekti|per cfare",
    )
)
_THEMED = re.compile(r"\b(?:me teme|me titull|me objekt|tema|titulli)\b\W{0,4}(?P<quote>\")")
_DRAFT = re.compile(
    r"\b(?:projekt|draft|rregullor|strategji|plan|program|paket)\w*(?: [a-z]+){0,3}?[ :]{1,2}(?P<quote>\")"
)
_WORDS = (
    r"(?:(?!\b(?:me|ne|te) (?:dat|dit|or|\d)|\b(?:qe|e cila|i cili|te cilat|do te|nuk|u|eshte|ka|gjendet|mbahe\w*"
    r"|zhvillohe\w*|organizohe\w*|si me poshte|sipas|(?:ne|te) sall\w*)\b)[^,.;:!?\n\"]|\"[^\"\n]*\"){5,130}"
)
_ABOUT = rf"(?: [a-z]+){{0,3}}? (?:per|mbi|lidhur me):?\s(?!\d){_WORDS}"
_TOPICS = tuple(
    re.compile(rf"(?<!koordinatori per )(?<!njoftimin dhe )\b(?:{heads})\w*{_ABOUT}")
    for heads in (
        "degj(?:es|im)|takim|seanc|konsultim|debat|keshillim|tryez|forum|shqyrtim|flasim|bisedo|diskuto",
        "koment|mendim|sugjerim|propozim|ide",
    )
)
_DRAFT_OF = re.compile(
    rf"\bprojekt-?(?:vendim|ligj|rregullor|plan|strategji|akt|buxhet|udhezim|program)\w* (?:e|i|te|se|per|mbi) {_WORDS}"
)
_COUNCIL = re.compile(
    r"\bmbledhj(?:a|en|es|e|ja)(?: [a-z]+){0,2} (?:e|te|se) keshillit bashkiak(?: [a-z]+)?"
    r"|\bkeshilli bashkiak(?: [a-z]+)? mblidhet\b(?! ne seance (?:keshillim|konsult|degj))"
    r"(?: ne (?:seance|mbledhje)(?: te| e)? [a-z]+)?"
    r"|\bkeshilli bashkiak(?: [a-z]+)?[ \-:]{1,4}(?:njoftim per )?mbledhj(?:e|en|a)\b"
)
_SUBJECT = re.compile(
    r"(?:^|(?<=[\n.]))\s?(?P<subject>[a-z][^.\n]{10,130}?) (?:eshte|jane) (?:i |e |te )?(?:hapur|publikuar|vene)"
    r" (?:per|ne) (?:konsultim|shqyrtim|koment)"
)
_ORGANS = (
    r"bashki|komun|ministri|prefekt|qark|keshilli? (?:i |bashkiak)|drejtori|sektor|zyra|njesi|agjenci|autoritet"
    r"|institucion|institut|inspektorat|sekretar|koordinator|kryetar|kryeministr|kuvend|kabinet|republik"
)
_LETTERHEAD = re.compile(
    rf"\W*(?:(?:{_ORGANS})[^:]*|(?:organi|propozuesi|drejtuar|per|nga|kontakt\w*|tel\w*|e-?mail"
    r"|lenda|objekti|kur|ku|data|dita|ora|vendi|afati|publikuar)\s?:.*|nr\b.*|dat[ae]\b[\s\d_/.:]*|prot.*|[\d_/.,: \-]*"
    r"|(?:i ?/ ?e |te |i |e )?nderuar.*|pershendetje.*|[\w ]{0,20},? (?:me )?\d{1,2}[ ./].{0,20})\W*"
)
_SPEAKS = re.compile(
    r"\b(?:njofto\w+|fto\w+|ftohe\w+|ju|do te|mbahe\w|zhvillohe\w|organizohe\w"
    r"|nis|hap|shpall|organizon|zhvillon|ka|kane|eshte|ne zbatim)\b"
)
_SENTENCE = re.compile(r"@|[.!?]\s*$")
_GENERIC = re.compile(
    r"(?:\b(?:(?:njoftim|ftese|lajmerim|thirrje|shtyrje|anulim|korrigjim|konsultim|degj(?:es|im)|seanc|takim|shqyrtim"
    r"|keshillim|debat|mbledhje|organizim|publik|paraprak|konsultues|konsultativ|degjimor|banor"
    r"|qytetar|parapare|parashikuar|planifikuar|caktuar)\w*"
    r"|per|me|i|e|te|ne|dhe|hapur|zyrtar)\b|\W)+"
)
_TELLING_ENOUGH = 4
_ITEM = re.compile(r"\s*(?:[-•*📍🗓📅⏰🕐-🕧]|\d{1,2}\s?[.)\-]|[a-z]\)).*")
_PREFIX = re.compile(rf"\W*(?:(?:{_ORGANS})[^:\n]{{0,60}}?|ftese|njoftim(?: publik)?)(?:\s[–—-]\s|\s?:\s)")
_TAIL = re.compile(
    rf"(?:[\s,.;:(\-]|\b(?:me|ne|dat\w{{0,3}}|dt|dit\w{{1,2}}|e|te|or[ae]n?|nga|prej|per|{WEEKDAY})\b)+$"
)
_EDGES = " \t*|.,;:–—-•_"
NOMINATIVES: Final[Mapping[str, str]] = {
    "dëgjesën": "Dëgjesa", "dëgjesës": "Dëgjesa", "dëgjesave": "Dëgjesat", "dëgjesat": "Dëgjesat",
    "takimin": "Takimi", "takimit": "Takimi", "takimeve": "Takimet",
    "seancën": "Seanca", "seancës": "Seanca", "seancave": "Seancat",
    "konsultimin": "Konsultimi", "konsultimit": "Konsultimi", "konsultimeve": "Konsultimet",
    "diskutimin": "Diskutimi", "diskutimit": "Diskutimi", "mbledhjen": "Mbledhja", "mbledhjes": "Mbledhja",
    "tryezën": "Tryeza", "tryezës": "Tryeza", "forumin": "Forumi", "forumit": "Forumi",
}  # fmt: skip
"""First words of titles, as they stand after "fton në" or "zhvillimin e"."""

_OPENING, _CLOSING = "“„«", "”»"
_LONGEST_HEADING = 160


def read_title(sheet: Sheet, *, mentions: tuple[Span, ...]) -> str | None:
    """What the notice is about, as written, without its day and hour; None where no part of the text says it."""
    titles = (_clean(sheet, span, mentions) for span in _titles(sheet))
    telling = next((title for title in titles if _tells(title)), None)
    return telling or next((sheet.words(line).strip(_EDGES) for line in _general_headings(sheet)), None)


def _tells(title: str) -> bool:
    folded = fold(title)
    return len(title) > 3 and not is_title_of_a_law(folded) and not _GENERIC.fullmatch(folded)


def _general_headings(sheet: Sheet) -> Iterator[Span]:
    """Headings that name the occasion only, in some words: better than no title."""
    general = (line for line in sheet.lines[:8] if _GENERIC.fullmatch(sheet.matching(line)))
    return (line for line in general if len(sheet.matching(line).split()) >= _TELLING_ENOUGH)


def _titles(sheet: Sheet) -> Iterator[Span]:
    for pattern in _LABELS:
        yield from _spans(sheet, pattern, "title")
    yield from _quoted(sheet, _THEMED)
    yield from _heading_lines(sheet)
    yield from _spans(sheet, _COUNCIL)
    yield from _quoted(sheet, _DRAFT)
    for pattern in (*_TOPICS, _DRAFT_OF):
        yield from _spans(sheet, pattern)
    yield from _spans(sheet, _SUBJECT, "subject")


def _spans(sheet: Sheet, pattern: re.Pattern[str], group: str | int = 0) -> Iterator[Span]:
    return (Span(*match.span(group)) for match in pattern.finditer(sheet.folded, 0, _READ))


def _heading_lines(sheet: Sheet) -> Iterator[Span]:
    for line in sheet.lines[:8]:
        prefix = _PREFIX.match(sheet.folded, line.start, line.end)
        rest = Span(prefix.end() if prefix else line.start, line.end)
        folded = sheet.matching(rest)
        if line.end - line.start > _LONGEST_HEADING or _SPEAKS.search(folded):
            return
        if " " not in folded.strip() or any(kind.fullmatch(folded) for kind in (_LETTERHEAD, _GENERIC, _ITEM)):
            continue
        if _SENTENCE.search(folded):
            return
        yield rest


def _quoted(sheet: Sheet, pattern: re.Pattern[str]) -> Iterator[Span]:
    for match in pattern.finditer(sheet.folded, 0, _READ):
        end = _closing(sheet, match.start("quote"))
        if end is not None:
            yield Span(match.end("quote"), end)


def _closing(sheet: Sheet, opening: int) -> int | None:
    """Where a quotation ends: at its own mark where it holds another one, else at the next."""
    line = sheet.line(opening)
    depth = 0
    for at in range(opening, line.end):
        depth += (sheet.text[at] in _OPENING) - (sheet.text[at] in _CLOSING)
        if depth == 0 and at > opening and sheet.text[opening] in _OPENING:
            return at
    following = sheet.folded.find('"', opening + 1, line.end)
    return following if following > 0 else None


def _clean(sheet: Sheet, span: Span, mentions: tuple[Span, ...]) -> str:
    """The words up to the first day or hour, without marks around them."""
    end = min([span.end, *(mention.start for mention in mentions if span.start <= mention.start < span.end)])
    if end < span.end:
        tail = _TAIL.search(sheet.folded, span.start, end)
        end = tail.start() if tail else end
    words = re.sub(r"^[^\w\"“„«(]+|[^\w\"”»).!?]+$", "", sheet.words(Span(span.start, end)).strip(_EDGES))
    marks = sum(words.count(mark) for mark in '"“”„«»')
    if marks % 2 or (words[:1] in '"“„«' and words[-1:] in '"”»“'):
        words = words.strip('"“”„«»').strip(_EDGES)
    return _named(words[:1].upper() + words[1:])


def _named(title: str) -> str:
    """The title as one names a thing: what somebody is invited to stands in another case in the sentence."""
    first, space, rest = title.partition(" ")
    named = NOMINATIVES.get(first.casefold(), first)
    return (named.upper() if first.isupper() else named) + space + rest
