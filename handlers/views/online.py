"""Taking part in a meeting online, as whoever comes reads it."""

from handlers.turns import Talk
from locales.words import JOIN, JOINING
from participation.joining import link_of, says_online
from participation.layout import paragraphs
from participation.meetings.model import Meeting
from participation.messages import Button


def said(talk: Talk, found: Meeting, joining: str, *, comes: bool) -> str:
    """How one joins, for who comes; for all others that who comes is told."""
    if joining and comes:
        asked = talk.t("Please keep the link to yourself: whoever says that they come gets it here.")
        return paragraphs(talk.t(JOINING, joining=joining), asked)
    if joining:
        return talk.t("Say that you come, and you will find here how to join online.")
    if not says_online(found.venue.place):
        return ""
    if comes:
        return talk.t("There is no link to join online yet. You will get it as soon as there is one.")
    return talk.t("There is no link to join online yet. Say that you come, and you will get it.")


def join(talk: Talk, joining: str) -> Button | None:
    """One tap leads there."""
    return Button(talk.t(JOIN), url=link_of(joining)) if joining else None
