"""Taking part online: what a place says of it, which is public, and how one joins, which is for those who come."""

import re
from typing import Final
from urllib.parse import urlsplit

from participation.words import fold, has_letters, is_link

ONLINE: Final = "Online"
ALSO_ONLINE: Final = "edhe online"
_PROGRAMS: Final = r"zoom|(?:microsoft )?teams|google meet|webex|skype|jitsi"
_SAYS_ONLINE: Final = re.compile(
    rf"\b(?:on-?line|virtual\w*|{_PROGRAMS}|webinar\w*|video-?konferenc\w*|ne linje|ne distanc\w*|internet\w*)\b"
)
_ONLY_ONLINE: Final = re.compile(
    rf"(?:(?:{_SAYS_ONLINE.pattern}|\b(?:ne|me|nga|permes|nepermjet|takim\w*|platform\w*|aplikacion\w*)\b)\W*)+"
)
_HOSTS: Final = (
    r"zoom\.(?:us|com)|meet\.google\.com|teams\.(?:microsoft|live)\.com|webex\.com|meet\.jit\.si|whereby\.com"
    r"|gotomeeting\.com|join\.skype\.com"
)
"""Where meetings are held; a link that leads elsewhere may be a map, which is as public as the place."""
_MEETING: Final = re.compile(
    rf"(?<![\w@.-])(?:https?://)?(?:[a-z0-9-]+\.)*(?:{_HOSTS})/[^\s<>\"]*[^\s<>\".,;:!?)\]*_]", re.IGNORECASE
)
_LINK: Final = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]*_]", re.IGNORECASE)
_KEY: Final = re.compile(
    r"\b(?:(?:meeting )?id(?: e (?:takimit|mbledhjes))?|passcode|password|pin|fjal[eë]kalimi?"
    r"|kodi(?: i (?:hyrjes|kalimit|aksesit|takimit))?)\s*[:=]\s*[^\s,;]{2,30}(?: \d{2,6}){0,3}",
    re.IGNORECASE,
)
"""What some programs ask for beside the link."""
_LEADS_TO_IT: Final = re.compile(
    r"(?:\b(?:n[eë]|me|p[eë]rmes|n[eë]p[eë]rmjet)\s+)?\b(?:link|lidhj)\w*\s*:?\s*$|\b(?:ose|dhe|or|and)\s*$",
    re.IGNORECASE,
)
_EDGES: Final = " ,;:.-–\n"


def says_online(place: str) -> bool:
    """Whether who reads of the place knows that one can take part from anywhere."""
    return _SAYS_ONLINE.search(fold(place)) is not None


def is_only_online(place: str) -> bool:
    """Whether there is no hall to come to."""
    return says_online(place) and _ONLY_ONLINE.fullmatch(fold(place)) is not None


def also_online(place: str) -> str:
    """The place as it says that one can take part online too."""
    if says_online(place):
        return place
    return f"{place}, {ALSO_ONLINE}" if place else ONLINE


def leads_to_a_meeting(words: str) -> bool:
    """Whether somebody joins a meeting by a link that stands in it."""
    return _MEETING.search(words) is not None


def host_of(link: str) -> str:
    """The house in which one would meet, without the door."""
    return (urlsplit(link if "//" in link else f"//{link}").hostname or "").strip()


def parted(words: str) -> tuple[str, str]:
    """A place without all by which one joins, and how one joins; what else is said of the place stays there."""
    if not leads_to_a_meeting(words):
        return words, ""
    around = (_LEADS_TO_IT.sub("", part) for part in _MEETING.split(words))
    pieces = (piece for part in around for piece in _KEY.sub(",", part).split(","))
    place = ", ".join(piece.lstrip(_EDGES + ")]").rstrip(_EDGES + "([") for piece in pieces if has_letters(piece))
    return also_online(place), _joining(_MEETING.findall(words), words) or ""


def read_joining(words: str) -> str | None:
    """How one joins, out of a link or of the whole invitation that a program has written; None without one link."""
    links = _MEETING.findall(words)[:1] or _LINK.findall(words) or [words.strip()]
    return _joining(links, words) if len(links) == 1 else None


def link_of(joining: str) -> str:
    """The link in what was read; what is asked for beside it stands on lines of its own."""
    return joining.partition("\n")[0]


def _joining(links: list[str], words: str) -> str | None:
    whole = dict.fromkeys(link if link.lower().startswith("http") else f"https://{link}" for link in links)
    keys = dict.fromkeys(" ".join(key.split()) for key in _KEY.findall(_MEETING.sub(" ", words)))
    return "\n".join((*whole, *keys)) if all(map(is_link, whole)) else None
