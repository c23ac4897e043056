"""What its way did to a text: pages were numbered, words broken, columns made spaces, messages stamped.

Each step may be taken twice: what it mends is not there a second time.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

_PAGE: Final = re.compile(
    r"[-–—\s]*(?:faqe|fq|page|f\.)\s?\d{1,3}(?:\s?(?:/|nga|of|prej)\s?\d{1,3})?[-–—\s]*|[-–—]\s?\d{1,3}\s?[-–—]",
    re.IGNORECASE,
)
"""A line that is only the number of a page."""
_PAGE_AT_END: Final = re.compile(r"\s(?:faqe|fq|page)\.?\s?\d{1,3}(?:\s?(?:/|nga|of)\s?\d{1,3})?\s*$", re.IGNORECASE)
_LONGEST_PAGE: Final = 60
_RULE: Final = re.compile(r"[-–—_=*+|\s]{4,}")
_HYPHEN: Final = re.compile(r"(?<=[a-zëç]{2})[-\u2010]\n[ \t]*(?=[a-zëç]{2})")
_LEADERS: Final = re.compile(r"(?<=[^\W\d_]) ?\.{5,} ?(?=[^\W_])")
"""Dots that lead from what is asked to what is answered."""
_LEADS: Final = re.compile(r"(?<=[^\W_]) ?\.{3,} ?(?=[^\W_])|(?<=\S) \.{3,} (?=\S)")
"""The same, where they lead from cell to cell."""
_HANGS: Final = re.compile(
    r"((?<=\s)(?:n[ëe]|m[ëe]|tek?|dat[ëe]n?|pran[ëe]|deri)) ?\n[^\S\n]*\n\s*(?=\S)", re.IGNORECASE
)
"""An empty line in the middle of a phrase."""
_TORN: Final = re.compile(r"(?<=[^\n]{40}[^\W\d_])[^\S\n]*\n[^\S\n]*\n[^\S\n]*(?=[a-zëç]+ )")
"""An empty line within a sentence, as pages of a document have them that were copied line by line."""
_FEWEST_TEARS: Final = 2
_SLIPPED: Final = re.compile(r"(?<=\bdat[eë]);(?= ?\d)", re.IGNORECASE)
"""A semicolon typed for a colon: "më datë; 5 maj"."""
_CHAT: Final = re.compile(
    r"^\[?\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?\]?(?: [-–] |:? )[^:\n]{1,40}: ",
    re.MULTILINE | re.IGNORECASE,
)
"""Who wrote when, before each message of a chat that was copied."""
_FEWEST_STAMPS: Final = 2
_CHAT_OF_A_DAY: Final = re.compile(r"^\[\d{1,2}:\d\d\] [^:\n]{1,40}: ", re.MULTILINE)
"""The same, where only the hour is told."""
_EXPORTED: Final = re.compile(r'^"[^"\n]*"(?:;"[^"\n]*"){2,}$')
"""A row of a calendar that a program has written."""
_WHOLE: Final = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}\W{1,3}(?:ora\s)?\d{1,2}[:.]\d\d", re.IGNORECASE)
"""A day with its hour."""
_DAY_HEAD: Final = re.compile(r"(?:data|dita|kur)\b[^\n\d]{0,20}", re.IGNORECASE)
_OTHER_HEAD: Final = re.compile(r"(?:ora|orari|koha|vendi|salla|adresa|ku)\b[^\n\d]{0,20}", re.IGNORECASE)
_DAY_CELL: Final = re.compile(r"\d{1,2}[./ ]\s?(?:\d{1,2}\b|[a-zëç]{3})", re.IGNORECASE)
_MOST_COLUMNS: Final = 7
_LONGEST_CELL: Final = 120
_GAP: Final = re.compile(r"(?<=\S) {3,}(?=\S)")
_NARROW_GAP: Final = re.compile(r"(?<=\S) {2,}(?=\S)")


def mended(text: str) -> str:
    """The text as it was before its way."""
    for stamp in (_CHAT, _CHAT_OF_A_DAY):
        text = stamp.sub("", text) if len(stamp.findall(text)) >= _FEWEST_STAMPS else text
    lines = _without_pages(text.split("\n"))
    text = "\n".join(lines)
    if len(_TORN.findall(text)) >= _FEWEST_TEARS:
        text = _TORN.sub("\n", text)
    lines = _HANGS.sub(r"\1\n", text).split("\n")
    return _SLIPPED.sub(":", _HYPHEN.sub("", _LEADERS.sub(": ", "\n".join(_with_columns(_in_cells(_in_rows(lines)))))))


def _without_pages(lines: Sequence[str]) -> list[str]:
    """Page numbers are no words, nor is what stands on every page beside them; a sentence goes on over the leaf."""
    heads = Counter(_head(line) for line in lines if _ends_with_a_page(line))
    repeated = {head for head, times in heads.items() if times > 1}
    kept: list[str] = []
    turned = False
    for line in lines:
        if _is_a_page(line) or (_ends_with_a_page(line) and _head(line) in repeated and kept):
            turned = True
            while kept and not kept[-1].strip():
                kept.pop()
        elif turned and not line.strip():
            continue
        else:
            turned = False
            kept.append(line)
    return kept


def _is_a_page(line: str) -> bool:
    words = line.strip()
    return 0 < len(words) < _LONGEST_PAGE and _PAGE.fullmatch(words) is not None


def _ends_with_a_page(line: str) -> bool:
    return _PAGE_AT_END.search(line[-_LONGEST_PAGE:]) is not None


def _head(line: str) -> str:
    return _PAGE_AT_END.sub("", line.rstrip()).strip()


def _in_rows(lines: Sequence[str]) -> list[str]:
    """Rows for a table whose cells came each on a line of its own: first the headings, then again as many cells."""
    kept: list[str] = []
    at = 0
    while at < len(lines):
        width, end = next(filter(None, (_table_of(lines, at, n) for n in range(3, _MOST_COLUMNS + 1))), (1, at + 1))
        kept += ["\t".join(lines[row : row + width]) for row in range(at, end, width)]
        at = end
    return kept


def _table_of(lines: Sequence[str], at: int, width: int) -> tuple[int, int] | None:
    """How wide a table is that begins here, and where it ends, if one of this width does with two rows or more."""
    heads = [line.strip() for line in lines[at : at + width]]
    column = next((n for n, head in enumerate(heads) if _DAY_HEAD.fullmatch(head)), None)
    if (
        column is None
        or not any(map(_OTHER_HEAD.fullmatch, heads))
        or any(len(head) > 40 or not head for head in heads)
    ):
        return None
    end = at + width
    while _is_a_row(lines[end : end + width], column, width):
        end += width
    return (width, end) if end > at + 2 * width else None


def _is_a_row(cells: Sequence[str], column: int, width: int) -> bool:
    whole = len(cells) == width and all(0 < len(cell.strip()) < _LONGEST_CELL for cell in cells)
    return whole and _DAY_CELL.match(cells[column].strip()) is not None


def _in_cells(lines: Sequence[str]) -> list[str]:
    """Tabs for the dots that lead from cell to cell; those of a label lead to one answer alone."""
    return [
        _LEADS.sub("\t", line) if len(_LEADS.findall(line)) > 1 and _LEADERS.search(line) else line for line in lines
    ]


def _with_columns(lines: Sequence[str]) -> list[str]:
    """Tabs for the spaces between columns, where at least two lines beside each other have them."""
    wide = [bool(_GAP.search(line)) and "|" not in line for line in lines]
    rules = [bool(_RULE.fullmatch(line)) for line in lines]
    kept = list(lines)
    for at, line in enumerate(lines):
        beside = (_next(at, step, wide, rules) for step in (-1, 1))
        if wide[at] and any(beside):
            kept[at] = _below_each_other(_NARROW_GAP.sub("\t", line.strip(" ")))
        elif _EXPORTED.match(line):
            kept[at] = line[1:-1].replace('";"', "\t")
    return kept


def _below_each_other(row: str) -> str:
    """The row; two calendars that stood side by side stand below each other."""
    cells = row.split("\t")
    return "\n".join(cells) if len(cells) > 1 and all(map(_WHOLE.search, cells)) else row


def _next(at: int, step: int, wide: Sequence[bool], rules: Sequence[bool]) -> bool:
    """Whether the next line, but for one that is only drawn, has columns too."""
    at += step
    while 0 <= at < len(wide) and rules[at]:
        at += step
    return 0 <= at < len(wide) and wide[at]
