"""Taking part in a meeting online, as whoever comes reads it."""

from handlers.turns import Talk
from locales.words import JOIN, JOINING
from participation.joining import link_of, says_online
from participation.layout import paragraphs
from participation.meetings.model import Meeting
from participation.messages import Button


def said(talk: Talk, found: Meeting, *, can_join: bool, joining: str) -> str:
    """How one joins, for who comes; for all others that who comes is told."""
    if joining:
        asked = talk.t("Please keep the link to yourself: whoever says that they come gets it here.")
        return paragraphs(talk.t(JOINING, joining=joining), asked)
    if can_join:
        return talk.t("Say that you come, and you will find here how to join online.")
    if says_online(found.venue.place):
        return talk.t("There is no link to join online yet. Say that you come, and you will get it.")
    return ""


def join(talk: Talk, joining: str) -> Button | None:
    """One tap leads there."""
    return Button(talk.t(JOIN), url=link_of(joining)) if joining else None
