"""Our own card and the text that is sent on, read back: who writes a notice often begins with the one before.

What stands behind our labels is taken anywhere; the title, the occasion and the places only from what we printed whole.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from documents.reading.text import Sheet, Span
from participation.consultations.model import Kind
from participation.consultations.notice import Doubt, DoubtKind, NoticeReading, ReadMeeting

_OURS: Final = tuple(
    (kind, re.compile(rf"(?:^|\n)(?P<title>[^\n]{{1,300}})\n{{1,2}}[^\n]{{1,200}} (?:{words})(?=\n|$)"))
    for kind, words in (
        (Kind.PRIOR, r"kerkon mendimin tuaj para se te hartohet teksti\.|asks for your opinion before the text is .*"),
        (Kind.DRAFT, r"kerkon mendimin tuaj per nje projektakt, .*|asks for your opinion on a draft before .*"),
        (Kind.MEETING, r"ju fton ne nje takim publik\.|invites you to a public meeting\."),
        (
            Kind.SERIES,
            r"ju fton ne takime publike ne disa vende\..*|invites you to public meetings in several places\..*",
        ),
    )
)
"""How we print an occasion, beneath its title."""


def _label(words: str, said: str = r"[^\n]{2,600}") -> re.Pattern[str]:
    return re.compile(rf"(?:^|\n)\W{{0,4}}(?:{words})\s?:\s?(?P<said>{said})")


_PURPOSE = _label("cfare vendoset|what is decided")
_AUDIENCE = _label("ke prek|whom it touches")
_REGISTER = _label(
    "njoftimi zyrtar eshte ne regjistrin elektronik|the official notice is in the register", r"https?://\S+"
)
_COMMENT = _label("komentoni ketu|comment here", r"https?://\S+")
_CONTACT = _label("kontakt|contact", r"\S+@\S+, [^\n]{3,60}")
_PLACE = re.compile(
    r"(?:• |Takim: |Meeting: )(?P<day>[^\n]{8,60}?), (?:ora )?\d{1,2}:\d\d(?:–\d{1,2}:\d\d)?, (?P<place>.+)"
)
_OPEN_PLACES: Final = frozenset({"vendi do të njoftohet", "the place will be announced"})


def with_our_words(sheet: Sheet, read: NoticeReading) -> NoticeReading:
    """The reading with what our own labels say, which is surer than what was guessed."""
    register = _said(sheet, _REGISTER) or read.register_url
    printed = {link for link in (register, _said(sheet, _COMMENT)) if link}
    labelled = replace(
        read,
        purpose=_said(sheet, _PURPOSE) or read.purpose,
        audience=_said(sheet, _AUDIENCE),
        register_url=register,
        doubts=tuple(doubt for doubt in read.doubts if not _is_lost(doubt, printed)),
    )
    occasion = next(((kind, found) for kind, line in _OURS if (found := line.search(sheet.folded))), None)
    if occasion is None:
        return labelled
    kind, found = occasion
    contact = _said(sheet, _CONTACT)
    return replace(
        labelled,
        kind=kind,
        title=sheet.text[slice(*found.span("title"))].strip(),
        phone=contact.partition(", ")[2] if contact else read.phone,
        meetings=tuple(_placed(sheet, read.meetings)),
    )


def _said(sheet: Sheet, label: re.Pattern[str]) -> str | None:
    found = label.search(sheet.folded)
    return sheet.words(Span(*found.span("said"))).strip() if found else None


def _is_lost(doubt: Doubt, printed: set[str]) -> bool:
    """Whether it is a link that is printed with every notice, and kept."""
    return doubt.kind is DoubtKind.UNUSED_LINK and doubt.words in printed


def _placed(sheet: Sheet, meetings: tuple[ReadMeeting, ...]) -> Iterator[ReadMeeting]:
    """Each meeting with its place to the end of its line, as we print it."""
    lines = [found for line in sheet.text.split("\n") if (found := _PLACE.fullmatch(line))]
    for meeting in meetings:
        hour = f"{meeting.start:%H:%M}" if meeting.start else ""
        found = next((line for line in lines if meeting.words in line["day"] and hour in line[0]), None)
        place = found["place"] if found else meeting.place
        yield replace(meeting, place=None if place in _OPEN_PLACES else place)
