"""The rights of the forum in each new plan, on paper."""

from dataclasses import dataclass

from participation.forum.model import ForumCheck, ForumRight
from participation.paperwork.letterhead import Letterhead


@dataclass(frozen=True)
class ForumChecklist:
    """The four rights in one plan; what nobody has entered is there, and open."""

    letterhead: Letterhead
    title: str
    forum: str
    entered: tuple[ForumCheck, ...] = ()

    @property
    def checks(self) -> tuple[ForumCheck, ...]:
        """All four, in their order."""
        known = {check.right: check for check in self.entered}
        return tuple(known.get(right, ForumCheck(right)) for right in ForumRight)
