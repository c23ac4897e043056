"""People's words as lines that any file may hold: nothing in them steers anything."""

import re
from typing import Final

from participation.words import tame

NOT_IN_XML: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")


def lines_of(text: str) -> list[str]:
    """The lines of a text, at least one."""
    lines = [tame(NOT_IN_XML.sub("\ufffd", line)).strip() for line in text.splitlines()]
    return "\n".join(lines).strip("\n").split("\n")


def plain(text: str) -> str:
    """The text as it stands in a paper."""
    return "\n".join(lines_of(text))


def one_line(text: str) -> str:
    """The same as one line."""
    return " ".join(plain(text).split())
