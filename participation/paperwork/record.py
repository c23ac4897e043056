"""What is told of a consultation when it is over: its report, and the table of its comments."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from participation.comments.model import ANONYMOUS, CommentChannel, Signature, Verdict
from participation.consultations.model import Kind, Phase
from participation.messages import MediaKind
from participation.paperwork.letterhead import Letterhead
from participation.paperwork.meetings import Counted, Kinds, MeetingNote, counted_at


class Method(StrEnum):
    """By what means the public was asked: where the notice stood, where people met, which way comments came."""

    REGISTER = "register"
    BOT = "bot"
    MEETING = "meeting"
    EMAIL = "email"
    PAPER = "paper"
    SPOKEN = "spoken"
    OTHER = "other"


@dataclass(frozen=True)
class CommentRow:
    """A comment as the table lists it; one that says the same as another is joined to that, and shares its decision.

    What was `sent` beside the words can be listened to or looked at in the chat; `translation` is what words of another
    language say in Albanian.
    """

    number: str
    day: date
    channel: CommentChannel
    words: str
    signature: Signature = ANONYMOUS
    theme: str = ""
    article: str = ""
    unit: str = ""
    sent_on: date | None = None
    verdict: Verdict | None = None
    reason: str = ""
    late: bool = False
    joined_to: str = ""
    sent: tuple[MediaKind, ...] = ()
    translation: str = ""
    article_by_author: bool = False


@dataclass(frozen=True)
class GroupReason:
    """One reason for many comments that say much the same."""

    subject: str
    verdict: Verdict
    reason: str
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class CommentsTable:
    """All comments of a consultation, whichever way they came."""

    letterhead: Letterhead
    title: str
    rows: tuple[CommentRow, ...]
    groups: tuple[GroupReason, ...] = ()


def settled(rows: Iterable[CommentRow], groups: Iterable[GroupReason] = ()) -> tuple[CommentRow, ...]:
    """The rows in their order, each with what was decided of its group, or of the one that it was joined to."""
    grouped = {number: group for group in groups for number in group.numbers}
    decided = [_in_group(row, grouped.get(row.number)) for row in rows]
    known = {row.number: row for row in decided if not row.joined_to}
    leading = [known.get(row.joined_to, row) for row in decided]
    return tuple(
        replace(row, verdict=lead.verdict, reason=lead.reason) for row, lead in zip(decided, leading, strict=True)
    )


def _in_group(row: CommentRow, group: GroupReason | None) -> CommentRow:
    """What was decided of a comment by itself stands before what was decided of its group."""
    if group is None or row.reason.strip():
        return row
    return replace(row, verdict=row.verdict or group.verdict, reason=group.reason)


@dataclass(frozen=True)
class Prolonged:
    """That the time for comments was prolonged: from when until when, and why."""

    was: date
    until: date
    decided_on: date
    reason: str


@dataclass(frozen=True)
class Overridden:
    """A rule that was passed over knowingly: which, when and why."""

    rule: str
    day: date
    reason: str


@dataclass(frozen=True)
class Cancellation:
    """That a consultation was called off: on which day, and why."""

    day: date
    reason: str = ""


@dataclass(frozen=True)
class AdoptedAct:
    """The act that was adopted in the end."""

    title: str
    number: str = ""
    day: date | None = None
    link: str = ""


@dataclass(frozen=True)
class ConsultationReport:
    """What a consultation asked, whom it reached, what was said, and what became of it.

    It stands in its `phase` on the day of the letterhead. By the `methods` people were asked; what was only `offered`
    nobody used. It is read at its `link`.
    """

    letterhead: Letterhead
    title: str
    kind: Kind
    opened_on: date
    deadline: date | None
    phase: Phase
    link: str
    purpose: str = ""
    methods: tuple[Method, ...] = ()
    offered: tuple[Method, ...] = ()
    prolonged: tuple[Prolonged, ...] = ()
    meetings: tuple[MeetingNote, ...] = ()
    participants: Kinds = field(default_factory=dict)
    comments: tuple[CommentRow, ...] = ()
    groups: tuple[GroupReason, ...] = ()
    overridden: tuple[Overridden, ...] = ()
    register_url: str = ""
    summarised_on: date | None = None
    cancelled: Cancellation | None = None
    act: AdoptedAct | None = None

    @property
    def present(self) -> Counted | None:
        """How many came to the meetings together; None where nobody counted."""
        return counted_at(self.meetings)

    @property
    def late(self) -> tuple[CommentRow, ...]:
        """Those that came after the deadline."""
        return tuple(row for row in self.comments if row.late)

    @property
    def undecided(self) -> tuple[CommentRow, ...]:
        """Those on which nobody has decided."""
        return tuple(row for row in settled(self.comments, self.groups) if row.verdict is None)

    @property
    def joined(self) -> tuple[CommentRow, ...]:
        """Those that say the same as another."""
        return tuple(row for row in self.comments if row.joined_to)

    def by_channel(self) -> Mapping[CommentChannel, int]:
        """How many came which way."""
        counts = Counter(row.channel for row in self.comments)
        return {channel: counts[channel] for channel in CommentChannel if counts[channel]}

    def by_theme(self) -> Mapping[str, int]:
        """How many there are of each theme, the most first; without a theme comes last."""
        counts = Counter(row.theme for row in self.comments)
        return dict(sorted(counts.items(), key=lambda pair: (not pair[0], -pair[1], pair[0])))

    def by_verdict(self) -> Mapping[Verdict | None, int]:
        """What became of how many; None are those that wait."""
        counts = Counter(row.verdict for row in settled(self.comments, self.groups))
        return {verdict: counts[verdict] for verdict in (*Verdict, None) if counts[verdict]}

    def by_day(self) -> Mapping[date, int]:
        """How many came on each day from the first to the last, with those on which none came."""
        counts = Counter(row.day for row in self.comments)
        if not counts:
            return {}
        first = min(counts)
        days = (first + timedelta(days=n) for n in range((max(counts) - first).days + 1))
        return {day: counts[day] for day in days}
