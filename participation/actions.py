"""What one tap can ask for, wherever it stands: in a letter, a screen or a link."""

from dataclasses import dataclass
from typing import ClassVar

from participation.packing import Action


@dataclass(frozen=True)
class ShowMenu(Action):
    """Show the menu."""

    tag: ClassVar[str] = "m"


@dataclass(frozen=True)
class ShowOpen(Action):
    """Show what is open now, a page at a time."""

    tag: ClassVar[str] = "o"
    page: int = 0


@dataclass(frozen=True)
class ShowConsultation(Action):
    """Show one consultation."""

    tag: ClassVar[str] = "k"
    consultation: int


@dataclass(frozen=True)
class WriteComment(Action):
    """Begin a comment on a consultation."""

    tag: ClassVar[str] = "w"
    consultation: int


@dataclass(frozen=True)
class ShowMeetings(Action):
    """Show the meetings of a consultation, to say whether one comes."""

    tag: ClassVar[str] = "t"
    consultation: int


@dataclass(frozen=True)
class ShowMeeting(Action):
    """Show one meeting."""

    tag: ClassVar[str] = "t1"
    meeting: int


@dataclass(frozen=True)
class Come(Action):
    """Say whether one comes to a meeting, and see it beneath what was read."""

    tag: ClassVar[str] = "c1"
    meeting: int
    answer: str = "yes"


@dataclass(frozen=True)
class Attend(Action):
    """Say whether one comes to the meeting on the screen: yes, no, maybe."""

    tag: ClassVar[str] = "a"
    meeting: int
    answer: str


@dataclass(frozen=True)
class AskToSpeak(Action):
    """Ask to speak at a meeting, or take that back."""

    tag: ClassVar[str] = "as"
    meeting: int
    wants: int


@dataclass(frozen=True)
class SayHeard(Action):
    """Say how far one was heard at a meeting."""

    tag: ClassVar[str] = "vo"
    meeting: int
    heard: str


@dataclass(frozen=True)
class TakeCalendar(Action):
    """Take a meeting's calendar file."""

    tag: ClassVar[str] = "ic"
    meeting: int


@dataclass(frozen=True)
class Remind(Action):
    """Ask to be reminded of a consultation's dates, or no more."""

    tag: ClassVar[str] = "r"
    consultation: int
    on: int


@dataclass(frozen=True)
class Share(Action):
    """Take a plain text to send on elsewhere."""

    tag: ClassVar[str] = "s"
    consultation: int


@dataclass(frozen=True)
class TakePaper(Action):
    """Take a document of a consultation."""

    tag: ClassVar[str] = "d"
    paper: int


@dataclass(frozen=True)
class ShowComment(Action):
    """Show one comment: to its author, or to the coordinator who owes an answer."""

    tag: ClassVar[str] = "c"
    comment: int


@dataclass(frozen=True)
class ShowSent(Action):
    """Show a safety report to whoever sent it, with what became of it."""

    tag: ClassVar[str] = "qm"
    report: int


@dataclass(frozen=True)
class AddToReport(Action):
    """Begin to say more about a report one has sent, or to answer what was asked."""

    tag: ClassVar[str] = "qa"
    report: int


@dataclass(frozen=True)
class AskComplaint(Action):
    """Show where one may complain about what became of one's own comment."""

    tag: ClassVar[str] = "cp"
    comment: int


@dataclass(frozen=True)
class GiveTranslation(Action):
    """Begin to write what one's own comment says in Albanian."""

    tag: ClassVar[str] = "gi"
    comment: int


@dataclass(frozen=True)
class FollowPlace(Action):
    """Follow a municipality."""

    tag: ClassVar[str] = "fp"
    municipality: int


@dataclass(frozen=True)
class ShowVersions(Action):
    """Show what a notice has said before, or one of its versions, where it is named."""

    tag: ClassVar[str] = "hv"
    consultation: int
    number: int = 0
