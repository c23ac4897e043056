"""Cutting text as Telegram counts it: at most 4096 code points a message, offsets in UTF-16 units."""

import unicodedata

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
BREAKS = ("\n\n", "\n", " ")
JOINERS = ("\u200d", "\ufe0e", "\ufe0f")
"""Zero-width joiner and the variation selectors: what stands beside one belongs together."""


def clean(text: str) -> str:
    """The text without halves of surrogate pairs, which no server can read, and without blank edges."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()


def utf16_length(text: str) -> int:
    """How many UTF-16 units the text has: what Telegram counts entities in."""
    return len(text.encode("utf-16-le")) // 2


def pieces(text: str, longest: int = LONGEST_TEXT) -> tuple[str, ...]:
    """The text in parts of at most `longest` code points, cut at paragraphs, else lines, else spaces."""
    cut: list[str] = []
    while len(text) > longest:
        at = cutting_place(text, longest)
        cut.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return (*cut, text)


def cutting_place(text: str, longest: int) -> int:
    """Where to cut: not in the first half, or a lone early line would make a message of its own."""
    for separator in BREAKS:
        at = text.rfind(separator, longest // 2, longest + 1)
        if at > 0:
            return at
    return whole_character(text, longest)


def whole_character(text: str, at: int) -> int:
    """The last place up to `at` that does not tear a letter from its accents or an emoji apart."""
    for place in range(at, max(at - 32, 1), -1):
        if not holds_together(text[place - 1], text[place]):
            return place
    return at


def holds_together(left: str, right: str) -> bool:
    """Whether two code points are parts of one sign."""
    return right in JOINERS or left == JOINERS[0] or unicodedata.combining(right) != 0
