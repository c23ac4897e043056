"""The place in an item of a list, when its days and hours are taken away."""

import re

from documents.reading.places import NO_HOUSE, NOUN, SAYS_MORE, names_a_building, trimmed, with_preposition
from documents.reading.text import Sheet, Span

_ANY_NOUN = re.compile(
    r"\b" + NOUN + r"\b|\brr\.|\brrug\w*|\blagj\w*|\bfshat\w*|\bnjesi\w* administrative|\bdrejtori\w*|\bkuvend\w*"
)
_FLOOR_AFTER = re.compile(r"\s?\(\s?kat[^()\n]{0,30}\)")
_BUILDING = re.compile(r"(?:(?:ne|te|tek|prane) )?" + NOUN + r"\b")
_HEADED = re.compile(r"[^\w\n\"(]{0,4}(?P<place>[^\n\d|]{3,90}?)\s-\s")
_LAST_HOUSE = re.compile(
    r"(?:^|[,:;\n])\s*(?:(?P<area>[a-z][^,:;\n]{2,40}), )?(?P<place>" + NOUN + r"\b[^,:;\n]*),\s?$"
)
_SEVERAL = re.compile(r",| dhe ", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:per|mbi)\b")
_AT_THE = re.compile(r"^te[k]? ", re.IGNORECASE)
_MAY_BE_A_NAME = re.compile(r"[“\"«]?[^\W\d_][^\d@]{1,60}|\w+ ?\d{1,3}")
_BULLET = re.compile(r"^[^\w(\"]*(?:\d{1,2}\s?[.)\-]\s*)?")
_WITH_WHOM = re.compile(r"me (?!dat|or)[a-z]")
_OF_THE_MEETING = re.compile(r"\(\s*$|\bme\s$|\be\s$")
_PREPOSITION = re.compile(r"\b(?:n[ëe]|tek?)\s$", re.IGNORECASE)
_PIECES = re.compile(
    r"[|;:(),\n\t]+|-(?= )|(?<= )-|(?<= )/(?= )"
    r"|(?<!\brr)(?<!\bnr)(?<!\bbul)(?<!\bsh)(?<!\bnj)(?<!\bish)(?<!\b[a-z])[.!?](?= )"
)
_FILLER = re.compile(
    r"(?:\b(?:ne|me|dat\w{0,3}|dt|ora|oren|ore|nga|dit\w{0,3}|dhe|e|te|prej|ores|duke|filluar"
    r"|deri|vendi|fillon|dite?n?|i|pare|dyte|trete|katert|peste|gjashte|shtate|tete|nente|dhjete|fundit"
    r"|takim\w*|degj(?:es|im)\w*|seanc\w*|kur|ku|data|dita|koha|(?:ndalesa|grupi|faza"
    r"|zona|cikli)\s(?:\d{1,2}|[ivx]{1,4})|ndersa|kurse|serish|perseri|publik\w*)\b|\W)*"
)
_WEEKDAY_ONLY = re.compile(r"(?:e |te )?(?:hen\w+|mart\w+|merk\w+|enjt\w+|premt\w+|shtun\w+|diel\w*)")


def listed_place(sheet: Sheet, line: Span, *, mentions: tuple[Span, ...], surely: bool = False) -> str | None:
    """The place in an item of a list, when days and hours are taken away; `surely` only a house or an area."""
    start = line.start + _bullet(sheet, line)
    masked = list(sheet.folded[start : line.end])
    for span in mentions:
        for at in range(max(span.start, start), min(span.end, line.end)):
            masked[at - start] = "|"
    with_whom = _WITH_WHOM.match(sheet.folded, start, line.end)
    first = min((span.start for span in mentions if span.start >= start), default=start) if with_whom else start
    pieces = [piece for piece in _pieces("".join(masked), start) if piece.start >= first]
    if not pieces:
        return None
    chosen = min(pieces, key=lambda piece: _rank(sheet, piece))
    if _rank(sheet, chosen) > 2 and (surely or not _may_be_a_name(sheet, chosen)):
        return None
    area = trimmed(sheet, pieces[0]) if chosen != pieces[0] and _is_an_area(sheet, pieces[0]) else None
    preposition = _PREPOSITION.search(sheet.text, max(start, chosen.start - 6), chosen.start)
    floor = _FLOOR_AFTER.match(sheet.folded, chosen.end, line.end)
    place = Span(preposition.start() if preposition else chosen.start, floor.end() if floor else chosen.end)
    said = with_preposition(trimmed(sheet, place))
    return place_in_area(_AT_THE.sub("", said) if said and area else said, area)


def headed_place(sheet: Sheet, line: Span) -> str | None:
    """The house with which a line begins, up to a dash: "Hot, Shtëpia e Kulturës – në vend të 20.11 më 27.11"."""
    found = _HEADED.match(sheet.folded, line.start, line.end)
    place = Span(found.start("place"), found.end("place")) if found else None
    return trimmed(sheet, place) if place and names_a_building(sheet, place) else None


def last_house(sheet: Sheet, before: Span) -> str | None:
    """The house named last before an hour, with its town: "Kuçovë, salla e Këshillit, ora 17"."""
    found = _LAST_HOUSE.search(sheet.folded, before.start, before.end)
    if found is None:
        return None
    in_town = found["area"] and sheet.is_capital(found.start("area"))
    return trimmed(sheet, Span(found.start("area" if in_town else "place"), found.end("place")))


def place_in_area(place: str | None, area: str | None) -> str | None:
    """A unit's office is found only by whoever knows the unit: "Tërbuf, zyra e njësisë"."""
    if not place or not area:
        return place or area
    if _SEVERAL.search(area):
        return place  # It says whose meeting it is.
    short = len(area.split()) <= max(2, len(place.split()))
    return f"{area}, {place}" if short and area.lower() not in place.lower() else place


def _is_an_area(sheet: Sheet, piece: Span) -> bool:
    """What stands first in an item; who is met ("me kryepleqtë") and what for ("(vizioni)") is none."""
    of_the_meeting = _OF_THE_MEETING.search(sheet.folded, max(0, piece.start - 6), piece.start) is not None
    ends_a_sentence = sheet.folded[piece.end : piece.end + 1] in {".", "!", "?"}
    says_more = SAYS_MORE.search(sheet.folded, piece.start, piece.end) is not None
    return not (of_the_meeting or ends_a_sentence or says_more)


def _may_be_a_name(sheet: Sheet, piece: Span) -> bool:
    """What stands alone in a list may be a village; a clause is none."""
    first = re.compile(r"\w").search(sheet.text, piece.start, piece.end)
    begins = first is not None and (sheet.is_capital(first.start()) or first[0].isdigit())
    if SAYS_MORE.search(sheet.folded, piece.start, piece.end) or _ABOUT.search(sheet.folded, piece.start, piece.end):
        return False
    return begins and _MAY_BE_A_NAME.fullmatch(sheet.words(piece).strip(" .,")) is not None


def _rank(sheet: Sheet, piece: Span) -> int:
    """A building comes before a name in quotes, an area before anything else."""
    if sheet.matching(piece).strip() in NO_HOUSE:
        return 2
    quoted = sheet.folded[piece.start - 1 : piece.start] == '"'
    if _BUILDING.match(sheet.folded, piece.start, piece.end):
        return 1 if quoted else 0
    if SAYS_MORE.search(sheet.folded, piece.start, piece.end):
        return 3
    named = _ANY_NOUN.search(sheet.matching(piece)) or '"' in sheet.folded[piece.start + 1 : piece.end]
    return 2 if named else 3


def _bullet(sheet: Sheet, line: Span) -> int:
    match = _BULLET.match(sheet.folded[line.start : line.end])
    return match.end() if match else 0


def _pieces(masked: str, offset: int) -> list[Span]:
    spans, at = [], 0
    for edge in [*_PIECES.finditer(masked), None]:
        end = edge.start() if edge else len(masked)
        lead = _FILLER.match(masked, at, end)
        start = lead.end() if lead else at
        if re.search(r"[a-z]{3}", masked[start:end]) and not _WEEKDAY_ONLY.fullmatch(masked[start:end].strip()):
            spans.append(Span(offset + start, offset + end))
        at = edge.end() if edge else end
    return spans
