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
_HANGS: Final = re.compile(r"((?<=\s)(?:n[ëe]|m[ëe]|tek?|dat[ëe]n?|pran[ëe])) ?\n[^\S\n]*\n\s*(?=\S)", re.IGNORECASE)
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
_GAP: Final = re.compile(r"(?<=\S) {3,}(?=\S)")
_NARROW_GAP: Final = re.compile(r"(?<=\S) {2,}(?=\S)")


def mended(text: str) -> str:
    """The text as it was before its way."""
    lines = _without_pages(_CHAT.sub("", text).split("\n") if _is_a_chat(text) else text.split("\n"))
    if len(_TORN.findall("\n".join(lines))) >= _FEWEST_TEARS:
        lines = _TORN.sub("\n", "\n".join(lines)).split("\n")
    lines = _HANGS.sub(r"\1\n", "\n".join(lines)).split("\n")
    return _SLIPPED.sub(":", _HYPHEN.sub("", _LEADERS.sub(": ", "\n".join(_with_columns(_in_cells(lines))))))


def _is_a_chat(text: str) -> bool:
    return len(_CHAT.findall(text)) >= _FEWEST_STAMPS


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
            kept[at] = _NARROW_GAP.sub("\t", line.strip(" "))
    return kept


def _next(at: int, step: int, wide: Sequence[bool], rules: Sequence[bool]) -> bool:
    """Whether the next line, but for one that is only drawn, has columns too."""
    at += step
    while 0 <= at < len(wide) and rules[at]:
        at += step
    return 0 <= at < len(wide) and wide[at]
