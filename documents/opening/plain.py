"""The words of a text file, as Windows and others write them."""

import codecs
import re
from typing import Final

WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def in_utf8(content: bytes) -> bytes:
    """The file as it is, but for one that says at its beginning that it is written in UTF-16."""
    if not content.startswith(WIDE):
        return content
    try:
        return content.decode("utf-16").encode()
    except UnicodeError:
        return content


def decoded(content: bytes) -> str | None:
    """The words in it; None where it is something else than text."""
    for encoding in ("utf-16",) if content.startswith(WIDE) else ("utf-8-sig", "cp1252"):
        try:
            words = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _CONTROL.search(words) else words.strip()
    return None
