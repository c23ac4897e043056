"""E-mail, telephone and protocol number of a notice."""

import re
from collections.abc import Sequence

from documents.reading.text import Sheet, Span

_EMAIL = re.compile(
    r"(?<![\w.%+*•\-])(?P<email>[a-z0-9][\w.%+\-]{0,63}\s?@\s?[a-z0-9][\w\-]{0,62}(?:\.[\w\-]{1,62}){1,4})(?![\w@])",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w/.\-])(?:\+|00)?\d(?:[\s()./\-]{0,2}\d){6,13}(?![\w/])(?!\s?(?:lek|euro|mij|milion))")
_PHONE_WORD = re.compile(r"\b(?:tel|cel|mob|telefon\w*|numr\w*|whatsapp|viber|kontakt\w*)\b[^\n]{0,60}$")
_PHONE_START = re.compile(r"\+|00(?:355|383|389)|0[4-9]|0[2-3]\d")
_PLAINLY_A_PHONE = re.compile(r"06[6-9]\d?\s?\d|00(?:355|383|389)")
_PROTOCOL = re.compile(
    r"\bnr\.?\s?(?P<before>\d[\d/\-]{0,14})\s?prot\b"
    r"|\b(?:nr\.?\s?)?prot\w*\.?\s?(?:nr)?[\s.:]{0,3}(?P<after>\d[\d/\-]{0,14})"
)


def read_email(sheet: Sheet, mail_heads: Sequence[Span]) -> str | None:
    """The first address that is written out; that of who sent a letter on only where there is no other."""
    found = list(_EMAIL.finditer(sheet.text))
    asked = (match for match in found if not any(head.touches(Span(*match.span())) for head in mail_heads))
    first = next(asked, found[0] if found else None)
    return re.sub(r"\s", "", first["email"]).rstrip(".-_") if first else None


def read_phone(sheet: Sheet) -> str | None:
    """The first telephone number, as written."""
    for match in _PHONE.finditer(sheet.folded):
        named = _PHONE_WORD.search(sheet.folded, max(0, match.start() - 80), match.start())
        if "\n" not in match[0] and (match[0].startswith("+") or (named and _PHONE_START.match(match[0]))):
            return sheet.text[match.start() : match.end()]
        if "\n" not in match[0] and _PLAINLY_A_PHONE.match(match[0]):
            return sheet.text[match.start() : match.end()]
    return None


def read_protocol_number(sheet: Sheet) -> str | None:
    """The protocol number, where it is filled in."""
    match = _PROTOCOL.search(sheet.folded)
    return (match["before"] or match["after"]).rstrip("/-") if match else None
