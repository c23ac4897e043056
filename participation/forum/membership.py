"""Who belongs to a forum: an organisation or an active citizen, with their consent to what is kept of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from participation.forum.model import MemberState
from participation.ids import ForumMemberId, InstitutionId, PersonId
from participation.meetings.present import Actor

LONGEST_WHY: Final = 300
"""Characters: one line of why somebody wants to join, or is not taken."""


class ConsentWay(StrEnum):
    """How somebody agreed: by a tap of their own, or on paper."""

    TAP = "tap"
    PAPER = "paper"


@dataclass(frozen=True)
class MemberCard:
    """What is locked of a member: the organisation, who speaks for it, where it is written to, why it came.

    They agreed to it on a day; `consent` is None where they still have to. Of whoever has left, `heard` are the
    receipts of what was signed by the name that spoke for them, which is not kept then.
    """

    organisation: str
    contact: str = ""
    email: str = ""
    why: str = ""
    consent: ConsentWay | None = None
    agreed_on: date | None = None
    declined_because: str = ""
    heard: tuple[str, ...] = ()


@dataclass(frozen=True)
class Member:
    """Somebody in a forum, or who has applied; reached as a person of ours in Telegram, or by e-mail, or not yet."""

    id: ForumMemberId
    institution: InstitutionId
    state: MemberState
    kind: Actor
    card: MemberCard
    since: date
    person: PersonId | None = None
    ended: date | None = None

    @property
    def belongs(self) -> bool:
        """Whether they are told what the forum is told."""
        return self.state is MemberState.MEMBER

    def belonged_on(self, day: date) -> bool:
        """Whether they were in the forum then; whoever left later takes nothing back that was done before."""
        was_in = self.state in {MemberState.MEMBER, MemberState.LEFT}
        return was_in and self.since <= day and (self.ended is None or day <= self.ended)

    def left_before(self, day: date) -> bool:
        """Whether they belonged to it, and have been gone since before a day."""
        return self.state is MemberState.LEFT and self.ended is not None and self.ended < day


def in_order(members: list[Member]) -> list[Member]:
    """By name, as everybody looks for them."""
    return sorted(members, key=lambda one: (one.card.organisation.casefold(), one.id))
