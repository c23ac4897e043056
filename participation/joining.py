"""Taking part online: what a place says of it, which is public, and how one joins, which is for those who come."""

import re
from typing import Final
from urllib.parse import urlsplit

from participation.words import fold, has_letters, is_link

ONLINE: Final = "Online"
ALSO_ONLINE: Final = "edhe online"
_SAYS_ONLINE: Final = re.compile(r"\b(?:on-?line|virtual\w*|zoom|teams|google meet|webex|skype|jitsi)\b")
_LINK: Final = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_MARKS: Final = ".,;:!?)]*_"
_BEFORE_IT: Final = re.compile(
    r"(?:\b(?:n[eë]|me|p[eë]rmes|n[eë]p[eë]rmjet)\s+)?(?:\b(?:link|lidhj)\w*)?[\s,;:(\-–]*$", re.IGNORECASE
)
_KEY: Final = re.compile(
    r"\b(?:meeting id|id e takimit|passcode|password|fjal[eë]kalim\w*|kodi?)\s*[:=]\s*\S{2,30}(?: \d{2,6}){0,3}",
    re.IGNORECASE,
)
"""What some programs ask for beside the link."""
_HOSTS: Final = (
    "zoom.us",
    "zoom.com",
    "meet.google.com",
    "teams.microsoft.com",
    "teams.live.com",
    "webex.com",
    "meet.jit.si",
    "whereby.com",
    "gotomeeting.com",
    "join.skype.com",
)
"""Where meetings are held; a link that leads elsewhere may be a map, which is as public as the place."""


def says_online(place: str) -> bool:
    """Whether who reads of the place knows that one can take part from anywhere."""
    return _SAYS_ONLINE.search(fold(place)) is not None


def also_online(place: str) -> str:
    """The place as it says so."""
    if says_online(place):
        return place
    return f"{place}, {ALSO_ONLINE}" if place else ONLINE


def leads_to_a_meeting(link: str) -> bool:
    """Whether a link is one by which somebody joins a meeting."""
    host = (urlsplit(link).hostname or "") if is_link(link) else ""
    return any(host == known or host.endswith(f".{known}") for known in _HOSTS)


def parted(words: str) -> tuple[str, str]:
    """A place without the link by which one joins, and how one joins; all else that is said of it stays there."""
    link = next(filter(leads_to_a_meeting, _links(words)), "")
    if not link:
        return words, ""
    before, _, after = words.partition(link)
    said = (_BEFORE_IT.sub("", before), _KEY.sub("", after))
    place = ", ".join(part for part in (each.strip(" ,;:()-–.") for each in said) if has_letters(part))
    return also_online(place), _joining(link, words)


def read_joining(words: str) -> str | None:
    """How one joins, out of a link or of the whole invitation that a program has written; None without one link."""
    links = _links(words) or [f"https://{words.strip()}"]
    meant = next(filter(leads_to_a_meeting, links), links[0] if len(links) == 1 else "")
    return _joining(meant, words) if is_link(meant) else None


def link_of(joining: str) -> str:
    """The link in what was read; what is asked for beside it stands on lines of its own."""
    return joining.partition("\n")[0]


def _links(words: str) -> list[str]:
    return [found[0].rstrip(_MARKS) for found in _LINK.finditer(words)]


def _joining(link: str, words: str) -> str:
    keys = dict.fromkeys(" ".join(found[0].split()) for found in _KEY.finditer(words.replace(link, " ")))
    return "\n".join((link, *keys))
