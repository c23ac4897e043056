"""What is called the same wherever it is said, by the plain value of the domain."""

from collections.abc import Mapping
from typing import Final

from locales.texts import mark

STATES: Final[Mapping[str, str]] = {
    "delivered": mark("New"),
    "seen": mark("Read, nobody deals with it yet"),
    "in_hand": mark("In hand"),
    "handed_over": mark("Passed on"),
    "acted_on": mark("Something was done"),
    "closed": mark("Closed"),
    "joined": mark("Joined to another report"),
}
"""Where a report stands, as officers read it."""

ROLES_TOLD: Final[Mapping[str, str]] = {
    "deputy": mark("the deputy coordinator was told"),
    "chair": mark("whoever leads the safety council was told"),
    "coordinator": mark("the coordinators were told that it waits"),
    "admin": mark("the administrator was told"),
    "protection": mark("the protection contact was told again"),
}
"""Who heard that a report had not been read."""

ACTORS: Final[Mapping[str, str]] = {
    "citizen": mark("Citizens"),
    "civil": mark("Civil society"),
    "business": mark("Business"),
    "institution": mark("Public institutions"),
    "specialist": mark("Specialists in the field"),
    "academic": mark("Universities, science"),
    "youth": mark("Young people"),
    "media": mark("Media"),
    "international": mark("International organisations"),
    "other": mark("Others"),
}
"""The kinds of actors at a meeting, as lists and reports count them."""

HEARD: Final[Mapping[str, str]] = {
    "much": mark("Yes, very much"),
    "partly": mark("Partly"),
    "little": mark("Little"),
    "not": mark("Not at all"),
}
"""How far somebody was heard at a meeting."""

BODIES: Final[Mapping[str, str]] = {
    "police": mark("State Police"),
    "prosecution": mark("Prosecution"),
    "other": mark("Somebody else"),
}
"""To whom it is passed on."""

OTHER_CATEGORY: Final = mark("Another category")
"""What a category is called that has no row any more, where nothing else is for what fits nowhere."""

OUTCOMES: Final[Mapping[str, str]] = {
    "solved": mark("Solved"),
    "partly": mark("Solved in part"),
    "not_solved": mark("Could not be solved"),
    "not_ours": mark("A matter for somebody else"),
    "unfounded": mark("Not found as reported"),
}
"""How it ended."""

ROLES: Final[Mapping[str, str]] = {
    "coordinator": mark("coordinator"),
    "deputy": mark("deputy coordinator"),
    "member": mark("member of the safety council"),
    "chair": mark("chair of the safety council"),
    "protection": mark("protection contact"),
    "admin": mark("administrator"),
}
"""As what somebody works for an institution, in the order in which it is offered to those who invite."""

SPANS: Final[Mapping[str, str]] = {
    "m0": mark("This month"),
    "m1": mark("Last month"),
    "q1": mark("Last quarter"),
    "y1": mark("Last four quarters"),
}
"""Of which time figures are."""

LACKS: Final[Mapping[str, str]] = {
    "forum": mark("Topics are off. In the settings of the group, turn on “Topics”."),
    "admin": mark("I am no administrator. Open the group, its members, my name, and make me an administrator."),
    "topics": mark("I may not manage topics. Give me the right “Manage topics”."),
    "delete": mark(
        "I may not delete messages, so the topic of a report that is deleted would stay. "
        "Give me the right “Delete messages”."
    ),
}
"""What a group lacks in which we are to work, and how it is put right."""

KINDS: Final[Mapping[str, str]] = {
    "prior": mark("Consultation before the text is written"),
    "draft": mark("Consultation on a draft"),
    "meeting": mark("Public meeting"),
    "series": mark("Meetings in several places"),
}
"""The occasions of a consultation."""

PARTS: Final[Mapping[str, str]] = {
    "title": mark("Title"),
    "purpose": mark("What is decided"),
    "audience": mark("Whom it touches"),
    "kind": mark("Kind"),
    "deadline": mark("Last day"),
    "meetings": mark("Meetings"),
    "steps": mark("Steps"),
    "laws": mark("Laws"),
    "email": mark("E-mail"),
    "phone": mark("Phone"),
    "register_url": mark("Register link"),
    "protocol": mark("Protocol number"),
    "papers": mark("Documents"),
    "units": mark("Areas"),
    "place": mark("Place"),
    "step": mark("Step"),
}
"""The parts of a notice."""

JOIN: Final = mark("Join online")
JOINING: Final = mark("Join online here: {joining}")
"""For whoever comes to a meeting."""

CHANNELS: Final[Mapping[str, str]] = {
    "bot": mark("here, on Telegram"),
    "email": mark("by e-mail"),
    "paper": mark("on paper"),
    "meeting": mark("at a meeting"),
    "register": mark("through the register"),
    "other": mark("another way"),
}
"""How a comment came."""
