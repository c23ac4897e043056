"""The links of a notice: the one to the register of consultations, and those that may be cut or lost."""

import re
from collections.abc import Iterator, Sequence

from documents.reading.text import Sheet, Span
from participation.consultations.notice import Doubt, DoubtKind

AT_MOST = 3
"""Lost links that are named; who pastes more of them has seen the first ones."""

_REST = r"[^\s<>\"'“”«»()\[\]|]{0,2000}"
_LINK = re.compile(rf"https?://\s?(?:www\.)?[a-z0-9]{_REST}", re.IGNORECASE)
_REGISTER = re.compile(
    rf"(?:https?://\s?)?(?:www\.)?(?:konsultimipublik\.gov\.al|konsultimet\.rks-gov\.net){_REST}", re.IGNORECASE
)
_MARKS = ".,;:!?…*_"
_ENDS_IN_DOTS = re.compile(r"(?:…|\.{2,})$")
# The end of a link that was broken over two lines: no word, no date and no number of an act.
_BROKEN_OFF = re.compile(r"[ \n](?!nr)(?=\S*[/=&%])(?=\S*\d)(?=\S*[a-z])[\w\-./?=&%#~]+(?!\S)")
_HAS_A_PATH = re.compile(r"https?://[^/]+/.")


def read_register_url(sheet: Sheet) -> str | None:
    """The link to the electronic register of consultations."""
    match = _REGISTER.search(sheet.text)
    return _bare(match[0]) if match else None


def doubt_links(sheet: Sheet, kept: Sequence[str]) -> Iterator[Doubt]:
    """Links that seem cut, and links to a page that is in none of the parts that were kept."""
    links = sorted({*_spans(_LINK, sheet), *_spans(_REGISTER, sheet)}, key=lambda span: (span.start, -span.end))
    lost: list[str] = []
    end = 0
    for link in (link for link in links if link.start >= end):
        end = link.end
        words = sheet.text[link.start : link.end]
        if _is_cut(sheet, link):
            yield Doubt(kind=DoubtKind.CUT_LINK, words=words)
        elif _HAS_A_PATH.match(words) and not any(_bare(words) in part for part in kept):
            lost.append(_bare(words))
    yield from (Doubt(kind=DoubtKind.UNUSED_LINK, words=words) for words in lost[:AT_MOST])


def _spans(pattern: re.Pattern[str], sheet: Sheet) -> Iterator[Span]:
    return (Span(*match.span()) for match in pattern.finditer(sheet.text))


def _is_cut(sheet: Sheet, link: Span) -> bool:
    words = sheet.text[link.start : link.end]
    broken = _BROKEN_OFF.match(sheet.folded, link.end) is not None
    return broken or " " in words or _ENDS_IN_DOTS.search(words) is not None


def _bare(link: str) -> str:
    return re.sub(r"\s", "", link).rstrip(_MARKS)
