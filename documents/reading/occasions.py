"""What a text is: which occasion of the law, or a change of something announced before, or an open call."""

import re
from collections.abc import Iterator

from documents.reading.text import Sheet, Span
from participation.consultations.model import Kind
from participation.consultations.notice import Doubt, DoubtKind, ReadMeeting

_BEGUN = re.compile(
    r"\b(?:(?:fill[ou]\w*|fillim\w*|nis\w*) (?:(?:e|i|te|se|me) )?(?:pun\w+ (?:per|me|ne) )?"
    r"(?:proces\w* (?:e|i|te|per) )?(?:te )?(?:harto(?:j|n)\w*|hartim\w*|pergatis\w*|pergatitj\w*)"
    r"|po (?:harto|pergatit)\w*|(?:eshte|jane) (?:ende )?ne (?:proces|faz)\w* (?:e |te )?(?:hartim|pergatitj)\w*"
    r"|ne hartim e siper|para se te (?:harto|pergatit|shkruh)\w*)"
    r"(?![^.\n]{0,40}\b(?:perfundimtar|raport|relacion|permbledhj|proces-?verbal))".replace(" ", " +")
)
"""A draft that is being written is not there yet; bold words stand between several spaces."""
_KINDS = (
    (re.compile(r"paraprak"), Kind.PRIOR),
    (_BEGUN, Kind.PRIOR),
    (
        re.compile(
            r"\bprojekt(?:-?(?:akt|ligj|vendim|rregullor|plan|strategji|urdher|udhezim|dokument|buxhet|program)|in e\b)"
        ),
        Kind.DRAFT,
    ),
)
_MEETING = re.compile(r"\b(?:degj(?:es|im)|takim|seanc|mbledhj|mblidh|tryez|debat|forum)")
_HEADING = 220
_MEETS = r"(?:takim|degj(?:es|im)|seanc|mbledhj|konsultim|debat|tryez|forum|zgjedhj|keshillim)\w*"
_TURNED = (
    r"(?:anulohe[tn]|anulon|shtyn|zhvendos|u anulu\w+|shtyhe[tn]|u shty\w*|zhvendose[tn]|zgjate[tn]|riplanifikohe[tn]"
    r"|nuk (?:do te )?(?:mba|zhvillo|organizo)he[tn])\b"
)
_SAME_SENTENCE = r"(?:[^.!?\n]|\.(?=\d))"
_CHANGES = re.compile(
    rf"\b{_MEETS}{_SAME_SENTENCE}{{0,140}}?\b(?P<after>{_TURNED})"
    rf"|\b(?P<before>{_TURNED}){_SAME_SENTENCE}{{0,60}}?\b{_MEETS}"
    rf"|\bafat\w*{_SAME_SENTENCE}{{0,100}}?\b(?P<limit>zgjatet|shtyhet|u shty)\b"
    r"|\b(?P<named>njoftim per (?:shtyrj|anulim)\w*"
    r"|ndryshim\w* (?:(?:i|te|e) )?(?:dat(?:e|es|ave)|or(?:ari|arit|es)|vend(?:i|it)?)\b)"
)
_CORRECTION = re.compile(r"\bkorrigjim\w*")
_CALL = re.compile(
    r"\bthirrj\w* (?:e hapur|publike"
    r"|per (?!koment|mendim|sugjerim|konsultim|degj(?:es|im)|takim|diskutim)\w+(?: [^\W\d]+)?)"
    r"|\bprojekt-?propozim\w*|\bshprehj\w* (?:te )?interesi|\baplikim\w* per (?:grant|fond|burs)\w*"
    r"|\bkonkurs\w* publik per \w+"
)
_FOR_OPINIONS = re.compile(r"\s(?:publike\s)?per (?:koment|mendim|sugjerim|konsultim|degj(?:es|im))")
_ONLY_IF = re.compile(r"\b(?:nese|ne rast|ne qofte|mund te|eventual)\b[^.!?\n]*$|\b(?:qe|i cili|e cila)\s$")


def read_kind(sheet: Sheet, meetings: tuple[ReadMeeting, ...]) -> Kind | None:
    """The occasion that the words of the text name, if they name one."""
    meets = Kind.MEETING if meetings and _MEETING.search(sheet.folded) else None
    return next((kind for words, kind in _KINDS if words.search(sheet.folded)), meets)


def doubt_occasion(sheet: Sheet) -> Iterator[Doubt]:
    """One doubt for each thing that the text is instead of a new consultation."""
    change = next(filter(None, _changes(sheet)), None)
    if change:
        yield Doubt(kind=DoubtKind.CHANGES_ANOTHER, words=sheet.words(change))
    for match in _CALL.finditer(sheet.folded):
        if not _FOR_OPINIONS.match(sheet.folded, match.end()):
            yield Doubt(kind=DoubtKind.AN_OPEN_CALL, words=sheet.words(Span(*match.span())))
            return


def _changes(sheet: Sheet) -> Iterator[Span | None]:
    heading = _CORRECTION.search(sheet.folded, 0, _HEADING)
    yield Span(*heading.span()) if heading else None
    for match in _CHANGES.finditer(sheet.folded):
        start, end = match.span(match.lastgroup or 0)
        if not _ONLY_IF.search(sheet.folded, sheet.sentence(start).start, start):
            yield Span(start, end)
