"""What digests tell, and whether anybody has said that they have seen them."""

from dataclasses import dataclass
from datetime import date

from participation.comments.model import CommentChannel
from participation.forum.model import NO_DUTIES, ForumDuties
from participation.ids import ConsultationId, MeetingId


@dataclass(frozen=True)
class Unseen:
    """That nobody of an institution has said that they have seen its digests `since` a day.

    So many others were `raised` by it, the last of them on the day `moved_on`. Without a `since`, somebody has seen
    them on that day.
    """

    since: date | None
    raised: int
    moved_on: date


@dataclass(frozen=True)
class Silence:
    """That by some named ways no comment has come in more than half of the time; `heard` is whether any came at all."""

    consultation: ConsultationId
    channels: tuple[CommentChannel, ...]
    heard: bool


@dataclass(frozen=True)
class Tally:
    """What a digest tells: never sent when all of it is nothing.

    What is owed, what the `forum` waits for, the `meetings` and `closing` of the week (`unlinked` are those held online
    without a link), meetings that are `unrecorded`, and what is `to_examine` for its time is over, are no reason for a
    digest unless one of them `presses`. `due` are the days of the next week by which an answer each is owed. Which ways
    are `silent` is told where a week begins, and is a reason only where nothing came at all. What waits `to_release`
    presses, be it for them or given back to them.
    """

    new_comments: int = 0
    new_reports: int = 0
    late_reports: int = 0
    owed: int = 0
    due: tuple[date, ...] = ()
    overdue: int = 0
    meetings: tuple[MeetingId, ...] = ()
    closing: tuple[ConsultationId, ...] = ()
    presses: bool = False
    forum: ForumDuties = NO_DUTIES
    unrecorded: tuple[MeetingId, ...] = ()
    to_examine: tuple[ConsultationId, ...] = ()
    silent: tuple[Silence, ...] = ()
    to_release: int = 0
    unlinked: tuple[MeetingId, ...] = ()

    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return self.asks_nothing() and all(one.heard for one in self.silent)

    def asks_nothing(self) -> bool:
        """Whether nobody need say that they have seen it: nothing waits for them in it."""
        return not any((self.new_comments, self.new_reports, self.late_reports, self.overdue, self.presses))
