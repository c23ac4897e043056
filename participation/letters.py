"""Letters: what must reach whom. They name their subject; the words are found when they are sent."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import Final

from participation.comments.model import AuthorTold, TranslationWanted
from participation.consultations.model import Stage
from participation.digests.model import Tally
from participation.forum.model import CallOpened, ForumTold
from participation.ids import (
    AppointmentId,
    CampaignId,
    CommentId,
    ConsultationId,
    EntryId,
    InstitutionId,
    PendingId,
    ReportId,
    UnveilingId,
)
from participation.meeting_letters import (
    ChangedAlone,
    JoiningTold,
    MeetingChanged,
    MeetingReminder,
    VoiceAsked,
    meeting_subject,
)
from participation.messages import Message, Topic
from participation.people.model import Lack, Role


class Lane(IntEnum):
    """Who goes first when the road is narrow; what goes after `URGENT` wakes nobody."""

    REPLY = 0
    URGENT = 1
    REMINDER = 2
    ANNOUNCEMENT = 3


MOST_TURNS: Final = 20
"""How many turns may wait for one person: whoever presses faster than anybody reads would make us slow for all."""


@dataclass(frozen=True)
class Reply:
    """An answer in a conversation, as it is to be shown; `over` is the message it replaces, if any.

    What is shown in one go bears the same `turn`.
    """

    message: Message
    over: int | None = None
    turn: str = ""


@dataclass(frozen=True)
class Announced:
    """A consultation is open."""

    consultation: ConsultationId


@dataclass(frozen=True)
class DeadlineReminder:
    """The time for comments runs out; void if the deadline is no longer that day."""

    consultation: ConsultationId
    deadline: date


REMINDERS = (MeetingReminder, DeadlineReminder)
"""They never ring at night: what cannot wait for the morning any more has come too late."""


@dataclass(frozen=True)
class NoticeChanged:
    """A notice has a new version: what it said before, and what it says now."""

    consultation: ConsultationId
    version: int


@dataclass(frozen=True)
class StageReached:
    """What became of a consultation: its comments are answered, or the act is adopted."""

    consultation: ConsultationId
    stage: Stage


@dataclass(frozen=True)
class ReleaseAsked:
    """A colleague wants to have something announced; another official releases it."""

    consultation: ConsultationId


@dataclass(frozen=True)
class ChangeAsked:
    """A colleague has prepared a change; another official releases it."""

    change: PendingId


@dataclass(frozen=True)
class ChangeReturned:
    """A colleague gave back a change that one has prepared."""

    change: PendingId


@dataclass(frozen=True)
class ChangeReleased:
    """A colleague released a change that one has prepared."""

    institution: InstitutionId
    consultation: ConsultationId | None


@dataclass(frozen=True)
class CommentAnswered:
    """A comment has its answer."""

    comment: CommentId


@dataclass(frozen=True)
class NoAnswerYet:
    """The day is over on which an answer to a comment was owed, and there is none."""

    comment: CommentId


@dataclass(frozen=True)
class ReportArrived:
    """An urgent safety report is here."""

    report: ReportId


@dataclass(frozen=True)
class ReportMoved:
    """Something was done about a report, or asked of whoever sent it."""

    entry: EntryId


@dataclass(frozen=True)
class SenderSaid:
    """Whoever sent a report has said more of it, or whether it is solved."""

    entry: EntryId


@dataclass(frozen=True)
class LeftUnread:
    """Safety reports were not read in time; `to_council` for those who may not read any themselves."""

    institution: InstitutionId
    to_council: bool = False
    guarded: bool = False


@dataclass(frozen=True)
class ReportGiven:
    """A colleague has given somebody a report to deal with."""

    report: ReportId


@dataclass(frozen=True)
class ReportsReleased:
    """So many reports are in nobody's hands again: a colleague who had them works there no longer."""

    institution: InstitutionId
    count: int
    guarded: bool = False


class ContactChange(StrEnum):
    """What happened with the protection contacts of an institution: one came, the last left, or fell silent."""

    CAME = "came"
    GONE = "gone"
    SILENT = "silent"


@dataclass(frozen=True)
class ContactsChanged:
    """Since a day an institution has another protection contact, none any more, or none whom a message reaches."""

    institution: InstitutionId
    on: date
    change: ContactChange = ContactChange.CAME


@dataclass(frozen=True)
class OfficeEnded:
    """An office was taken away from somebody, on a day."""

    institution: InstitutionId
    on: date
    role: Role


@dataclass(frozen=True)
class CaseInGroup:
    """The officers' group is to know how a report stands; it stood like this when that was queued."""

    report: ReportId
    stands: str = ""


@dataclass(frozen=True)
class CaseGone:
    """A report was deleted, and its topic in the officers' group goes too; where it cannot, its number stays."""

    institution: InstitutionId
    topic: Topic


@dataclass(frozen=True)
class GroupLost:
    """The officers' group is closed to us, or keeps us from working there: its administrators must know."""

    institution: InstitutionId
    lacks: tuple[Lack, ...] = ()


@dataclass(frozen=True)
class UnveilingAsked:
    """A colleague asks to see the name that was given with a report."""

    report: ReportId
    unveiling: UnveilingId


@dataclass(frozen=True)
class UnveilingAnswered:
    """A second coordinator has answered: the name is open until then, or stays closed."""

    report: ReportId
    until: datetime | None


@dataclass(frozen=True)
class ColleagueCame:
    """Somebody acts for an institution from now on: its administrators must know.

    Letters from before the role stood in them have none.
    """

    institution: InstitutionId
    appointment: AppointmentId
    at: datetime
    role: Role | None = None


@dataclass(frozen=True)
class Digest:
    """What a coordinator's day brings (njoftim i përmbledhur); what comes in after `until` is for the next one."""

    institution: InstitutionId
    until: datetime
    tally: Tally
    guarded: bool = False
    again: date | None = None
    """Since this day nobody has said that they have seen one."""


@dataclass(frozen=True)
class DigestUnseen:
    """Nobody has seen the digests of an institution since a day; `to_council` for whoever leads and does not answer.

    Said once more to those who got them, or `raised` to others so many times.
    """

    institution: InstitutionId
    since: date
    to_council: bool = False
    raised: int = 0


@dataclass(frozen=True)
class FiguresReady:
    """The figures of the last month can be looked at; `month` is the first day of the one that has begun."""

    institution: InstitutionId
    month: date


@dataclass(frozen=True)
class HeldBack:
    """What was kept for later did not go out by itself: there is no meeting any more to which it could invite."""

    consultation: ConsultationId


@dataclass(frozen=True)
class Progress:
    """How far an announcement has got: one message, edited as it moves."""

    campaign: CampaignId
    consultation: ConsultationId


Letter = (
    Reply
    | Announced
    | MeetingReminder
    | JoiningTold
    | DeadlineReminder
    | MeetingChanged
    | ChangedAlone
    | NoticeChanged
    | StageReached
    | AuthorTold
    | ReleaseAsked
    | ChangeAsked
    | ChangeReturned
    | ChangeReleased
    | VoiceAsked
    | CommentAnswered
    | NoAnswerYet
    | TranslationWanted
    | ReportArrived
    | ReportMoved
    | SenderSaid
    | LeftUnread
    | ReportGiven
    | ReportsReleased
    | ContactsChanged
    | OfficeEnded
    | CaseInGroup
    | CaseGone
    | GroupLost
    | UnveilingAsked
    | UnveilingAnswered
    | ColleagueCame
    | Digest
    | DigestUnseen
    | FiguresReady
    | HeldBack
    | CallOpened
    | ForumTold
    | Progress
)


def consultation_subject(consultation: ConsultationId) -> str:
    """The handle of all that is about a consultation itself."""
    return f"consultation:{consultation}"


def subject_of(letter: Letter) -> str | None:
    """The handle by which a queued letter is called back: a moved meeting must not leave old reminders behind."""
    match letter:
        case Reply(turn=turn) if turn:
            return f"turn:{turn}"
        case MeetingReminder(meeting=m) | JoiningTold(meeting=m) | MeetingChanged(meeting=m) | VoiceAsked(meeting=m):
            return meeting_subject(m)
        case Announced(consultation=c) | DeadlineReminder(consultation=c) | NoticeChanged(consultation=c):
            return consultation_subject(c)
        case CallOpened():
            return letter.subject
        case _:
            return None
