"""The parts of a text that announce nothing of their own: heads of letters sent on, stamps, agendas, examples."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from documents.reading.dates import NAMED_MONTHS, WEEKDAY
from documents.reading.text import Sheet, Span

_MAIL_KEY = re.compile(
    r"\W{0,3}(?P<key>from|nga|sent|derguar|to|per|drejtuar|cc|bcc|kopje|subject|tema|lenda|subjekti|date|data"
    r"|attachments?|bashkelidhur|reply-to)\s?:"
)
_OF_MAIL = {"from", "nga", "sent", "derguar", "to", "subject", "tema", "lenda", "cc"}
_FEWEST_KEYS = 3
_SENT_ON = re.compile(r"\b(?:forwarded message|original message|mesazh\w* (?:i |te )?(?:percjell|origjinal)\w*)")
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
_STAMP_WORD = re.compile(
    r"\b(?:postuar|publikuar|redaksi\w*|perditesu\w*|(?<!ka )ndryshuar|shkruar"
    r"|lexuar|lajme?t?|buletin\w*|admin|shperndar\w*"
    r"|min(?:uta)? lexim|posted|updated|published)\b"
)
_LIMIT = re.compile(r"\b(?:skado\w*|afat\w*|deri|mbyll\w*|perfund\w*)\b")
_LONGEST_STAMP = 100
_FIRST_LINES = 4
_YEAR = re.compile(r"\b20\d\d\b")
_MONTH = "|".join(NAMED_MONTHS)
_BARE_STAMP = re.compile(
    rf"(?:[\W\d]|\b(?:e|te|me|ne|min|viti?t?|{WEEKDAY}|{_MONTH})\b)*"
    r"\b\d{1,2}:\d\d\b(?:[\W\d]|\bpublik\w*\b)*"
)
"""A day and a clock and nothing else, above a post."""
_FRAME_LINES = 8
_HEAD_LINES = 12
_TELLS_OF_A_MEETING = re.compile(r"^\s*[•*\-–]|\b(?:takim|degj(?:es|im)|seanc|mbledhj|meeting)\w*\s?:")
_ODD_CLOCK = re.compile(r"(?<![\d:.])\d{1,2}:(?!00|15|30|45)[0-5]\d(?::[0-5]\d)?(?![\d:])")
_AGENDA = re.compile(
    r"\b(?:rend\w* (?:i|e|te) (?:dites|punes)|r e n d i\b[a-z ]*|rend te dites|rend dite|rend pune"
    r"|ceshtjet(?: e dites)?"
    r"|pikat e rendit)\b[^\n]{0,40}$"
)
_ITEM = re.compile(r"\W{0,3}(?:\d{1,2}\s?[.)\-]|[ivx]{1,4}[.)]|[a-z]\)|[-•*–·])\s?\S")
_HOUR = re.compile(r"\bor[ae]n?\b")
_PROGRAMME = re.compile(r"\W*(?:programi?|axhenda|agjenda|ne pika te shkurtra)\b[^\n]{0,30}")
_AT_AN_HOUR = re.compile(r"\W*(?:ora\s)?\d{1,2}[.:]\d\d\b")
_ELSEWHERE = re.compile(
    r"\W*(?:(?:lexo|shi(?:h|ko))(?:ni)? (?:edhe|me shume|gjithashtu)\b|read more\b"
    r"|(?P<heading>(?:lajme|artikuj|postime|njoftime|listime|thirrje|aktivitete)"
    r" te (?:ngjashme?|fundit|tjer[ae]|lidhur[ae])|lajmet e fundit"
    r"|me te (?:lexuarat|fundit)|te ngjashme|kontrolloni gjithashtu|related|you might also like"
    r"|komente?t? ?\(\d{1,4}\))\W*$)"
)
_PART = re.compile(r"\W{0,3}(?:[ivx]{1,4}|[a-d]|\d)[.)]\s?[a-z]{3}")
_CLOSED = re.compile(r"\W{0,3}(?:[ivx]{1,4}|[a-d]|\d)[.)]\s?[^\n]{0,60}\b(?:pa publik|pa publikun|jo publike?)\b")
_EXAMPLE = re.compile(
    r"\b(?:shembull\w*|p\.\s?sh\b|psh\b|per shembull|ne formen (?!e )|ne formatin|sipas modelit|model plotesimi)"
)


@dataclass(frozen=True)
class Parts:
    """The parts of one text, each found once."""

    mail_heads: tuple[Span, ...]
    stamps: tuple[Span, ...]
    agendas: tuple[Span, ...]
    programmes: tuple[Span, ...]
    examples: tuple[Span, ...]
    links_elsewhere: tuple[Span, ...]
    closed: tuple[Span, ...]
    sent_before: tuple[Span, ...]


def find_parts(sheet: Sheet, dates: Sequence[Span]) -> Parts:
    """All of them; whether quoted lines are those of an older letter depends on the days of the text."""
    return Parts(
        mail_heads=_mail_heads(sheet),
        stamps=_stamps(sheet),
        agendas=_agendas(sheet),
        programmes=_programmes(sheet),
        examples=_examples(sheet),
        links_elsewhere=tuple(_links_elsewhere(sheet)),
        closed=tuple(_closed_parts(sheet)),
        sent_before=_sent_before(sheet, dates),
    )


def _mail_heads(sheet: Sheet) -> tuple[Span, ...]:
    """The heads of e-mails: who wrote to whom, and when it was sent."""
    return tuple(
        Span(block[0].start, block[-1].end)
        for block in _keyed(sheet)
        if _is_a_mail_head([_key(sheet, line) for line in block], forwarded=_is_sent_on(sheet, block[0]))
    )


def _stamps(sheet: Sheet) -> tuple[Span, ...]:
    """Lines that say when a page was put up, and by whom."""
    frame = (*sheet.lines[:_FRAME_LINES], *sheet.lines[-3:])
    spoken = tuple(line for line in frame if _is_a_stamp(sheet.matching(line)))
    odd = (line for line in sheet.lines[:_HEAD_LINES] if _has_an_odd_clock(sheet.matching(line)))
    return (
        *spoken,
        *odd,
        *(line for line in sheet.lines[:_FIRST_LINES] if _BARE_STAMP.fullmatch(sheet.matching(line))),
    )


def _has_an_odd_clock(line: str) -> bool:
    """Whether a short line with a year has a clock that no meeting begins at: it is the clock of a page."""
    dated = (
        len(line) < _LONGEST_STAMP
        and _YEAR.search(line) is not None
        and not _HOUR.search(line)
        and not _LIMIT.search(line)
    )
    return dated and _ODD_CLOCK.search(line) is not None and not _TELLS_OF_A_MEETING.search(line)


def _links_elsewhere(sheet: Sheet) -> Iterator[Span]:
    """What a page says of its other pages: "Lexo edhe: …", and the lines under "Lajme të ngjashme"."""
    inside = False
    for above, line in zip((None, *sheet.lines), sheet.lines, strict=False):
        inside = inside and above is not None and "\n\n" not in sheet.text[above.end : line.start]
        found = _ELSEWHERE.match(sheet.folded, line.start, line.end)
        inside = inside or (found is not None and found["heading"] is not None)
        if found or inside:
            yield line


def _closed_parts(sheet: Sheet) -> Iterator[Span]:
    """The parts of an agenda to which nobody is asked: "II. Puna e kryetarit (pa publik)", up to the next number."""
    inside = False
    for line in sheet.lines:
        if _PART.match(sheet.folded, line.start):
            inside = _CLOSED.match(sheet.folded, line.start, line.end) is not None
        elif inside:
            yield line


def _sent_before(sheet: Sheet, dates: Sequence[Span]) -> tuple[Span, ...]:
    """The lines of an older letter that a newer one quotes with ">", where the newer one has days of its own."""
    quoted = tuple(line for line in sheet.lines if sheet.folded[line.start] == ">")
    return quoted if any(not any(line.touches(day) for line in quoted) for day in dates) else ()


def _agendas(sheet: Sheet) -> tuple[Span, ...]:
    """The items under "Rendi i ditës:"; what has an hour of its own is none."""
    return tuple(
        item
        for at, line in enumerate(sheet.lines)
        if _AGENDA.search(sheet.matching(line))
        for item in _items(sheet, at)
    )


def _programmes(sheet: Sheet) -> tuple[Span, ...]:
    """The lines of a programme, which say when within a meeting something begins."""
    lines = sheet.lines
    return tuple(
        item
        for at, line in enumerate(lines)
        if _PROGRAMME.fullmatch(sheet.folded, line.start, line.end)
        for item in takewhile(lambda each: _AT_AN_HOUR.match(sheet.folded, each.start, each.end), _after(lines, at))
    )


def _examples(sheet: Sheet) -> tuple[Span, ...]:
    """Sentences that only show how something is written."""
    return tuple(_to_the_end(sheet, match.start()) for match in _EXAMPLE.finditer(sheet.folded))


def _keyed(sheet: Sheet) -> Iterator[list[Span]]:
    for is_keyed, block in groupby(sheet.lines, key=lambda line: bool(_key(sheet, line))):
        if is_keyed:
            yield list(block)


def _key(sheet: Sheet, line: Span) -> str:
    found = _MAIL_KEY.match(sheet.folded, line.start, line.end)
    dated = found and found["key"] in {"data", "date"} and not _CLOCK.search(sheet.folded, line.start, line.end)
    return found["key"] if found and not dated else ""


def _is_sent_on(sheet: Sheet, first: Span) -> bool:
    """Whether the line above a block says that a letter was sent on."""
    above = sheet.line(max(first.start - 1, 0))
    return _SENT_ON.search(sheet.folded, above.start, above.end) is not None


def _is_a_mail_head(keys: list[str], *, forwarded: bool) -> bool:
    return (forwarded or len(keys) >= _FEWEST_KEYS) and len(_OF_MAIL.intersection(keys)) > 1


def _is_a_stamp(line: str) -> bool:
    is_stamped = len(line) < _LONGEST_STAMP and bool(_STAMP_WORD.search(line))
    return is_stamped and not _HOUR.search(line) and not _LIMIT.search(line)


def _after(lines: Sequence[Span], at: int) -> Iterator[Span]:
    """The lines after one; a copy of them for each heading would take the square of a long text."""
    return (lines[number] for number in range(at + 1, len(lines)))


def _items(sheet: Sheet, heading: int) -> Iterator[Span]:
    for line in _after(sheet.lines, heading):
        words = sheet.matching(line)
        if not _ITEM.match(words):
            return
        if not _HOUR.search(words):
            yield line


def _to_the_end(sheet: Sheet, at: int) -> Span:
    """Up to the end of the sentence, or of the next line where only a heading is here."""
    sentence = sheet.sentence(at)
    is_heading = sheet.folded[at : sentence.end].rstrip().endswith(":")
    return Span(at, sheet.sentence(min(sentence.end, len(sheet.text) - 1)).end if is_heading else sentence.end)
