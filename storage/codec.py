"""Values as text and back: letters with their kind, words, accounts, audiences."""

from functools import cache
from types import GenericAlias
from typing import Any, TypeVar

from pydantic import ConfigDict, TypeAdapter

from participation.comments.model import AuthorTold, TranslationWanted
from participation.forum.model import CallOpened, ForumTold
from participation.letters import (
    Announced,
    CaseGone,
    CaseInGroup,
    ChangeAsked,
    ChangeReleased,
    ChangeReturned,
    ColleagueCame,
    CommentAnswered,
    ContactsChanged,
    DeadlineReminder,
    Digest,
    DigestUnseen,
    FiguresReady,
    GroupLost,
    HeldBack,
    LeftUnread,
    Letter,
    NoAnswerYet,
    NoticeChanged,
    OfficeEnded,
    Progress,
    ReleaseAsked,
    Reply,
    ReportArrived,
    ReportGiven,
    ReportMoved,
    ReportsReleased,
    SenderSaid,
    StageReached,
    UnveilingAnswered,
    UnveilingAsked,
)
from participation.meeting_letters import ChangedAlone, JoiningTold, MeetingChanged, MeetingReminder, VoiceAsked

KINDS: dict[str, type[Letter]] = {
    "reply": Reply,
    "announced": Announced,
    "meeting_reminder": MeetingReminder,
    "joining_told": JoiningTold,
    "deadline_reminder": DeadlineReminder,
    "meeting_changed": MeetingChanged,
    "changed_alone": ChangedAlone,
    "notice_changed": NoticeChanged,
    "stage_reached": StageReached,
    "author_told": AuthorTold,
    "release_asked": ReleaseAsked,
    "change_asked": ChangeAsked,
    "change_returned": ChangeReturned,
    "change_released": ChangeReleased,
    "voice_asked": VoiceAsked,
    "comment_answered": CommentAnswered,
    "no_answer_yet": NoAnswerYet,
    "translation_wanted": TranslationWanted,
    "report_arrived": ReportArrived,
    "report_moved": ReportMoved,
    "sender_said": SenderSaid,
    "left_unread": LeftUnread,
    "report_given": ReportGiven,
    "reports_released": ReportsReleased,
    "contacts_changed": ContactsChanged,
    "office_ended": OfficeEnded,
    "case_in_group": CaseInGroup,
    "case_gone": CaseGone,
    "group_lost": GroupLost,
    "unveiling_asked": UnveilingAsked,
    "unveiling_answered": UnveilingAnswered,
    "colleague_came": ColleagueCame,
    "digest": Digest,
    "digest_unseen": DigestUnseen,
    "figures_ready": FiguresReady,
    "held_back": HeldBack,
    "call_opened": CallOpened,
    "forum_told": ForumTold,
    "progress": Progress,
}
NAMES: dict[type, str] = {kind: name for name, kind in KINDS.items()}
BYTES_AS_TEXT = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

T = TypeVar("T")


@cache
def _adapter(kind: object) -> TypeAdapter[Any]:
    # A plain dataclass takes no settings of its own; inside a tuple it inherits them.
    boxed: Any = GenericAlias(tuple, (kind,))
    return TypeAdapter(boxed, config=BYTES_AS_TEXT)


def to_json(value: object) -> bytes:
    """A value of the domain as JSON."""
    kind: object = type(value)
    return _adapter(kind).dump_json((value,))


def from_json(kind: type[T], body: bytes | str) -> T:
    """The value that was written."""
    known: object = kind
    (value,) = _adapter(known).validate_json(body)
    found: T = value
    return found


def letter_from(name: str, body: bytes) -> Letter:
    """The letter of this kind."""
    return from_json(KINDS[name], body)
