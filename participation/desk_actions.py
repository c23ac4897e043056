"""What one tap of whoever holds an office can ask for, wherever it stands."""

from dataclasses import dataclass
from typing import ClassVar

from participation.ids import Mark
from participation.packing import Action


@dataclass(frozen=True)
class AnswerComment(Action):
    """Begin to answer a comment."""

    tag: ClassVar[str] = "ac"
    comment: int


@dataclass(frozen=True)
class ShowReport(Action):
    """Show one safety report to the coordinator."""

    tag: ClassVar[str] = "q"
    report: int


@dataclass(frozen=True)
class AgreeToName(Action):
    """Let a colleague see the name that was given with a report."""

    tag: ClassVar[str] = "ny"
    report: int
    unveiling: int


@dataclass(frozen=True)
class DeclineName(Action):
    """Do not let them."""

    tag: ClassVar[str] = "nn"
    report: int
    unveiling: int


@dataclass(frozen=True)
class ShowName(Action):
    """Show the name that was given with a report, as long as it is open."""

    tag: ClassVar[str] = "ns"
    report: int


@dataclass(frozen=True)
class ShowOwed(Action):
    """Show the comments that are still owed an answer."""

    tag: ClassVar[str] = "ow"
    page: int = 0


@dataclass(frozen=True)
class ListComments(Action):
    """List the comments of a consultation: of a view, and of the theme of one of them, where that is not 0."""

    tag: ClassVar[str] = "lc"
    consultation: int
    view: str = ""
    theme: int = 0
    page: int = 0


@dataclass(frozen=True)
class SawDigest(Action):
    """Say that one has seen a digest of an institution, and all it counted up to a moment."""

    tag: ClassVar[str] = "sd"
    institution: int
    until: Mark


@dataclass(frozen=True)
class ShowReports(Action):
    """Show the safety reports that came in."""

    tag: ClassVar[str] = "qs"
    page: int = 0


@dataclass(frozen=True)
class ShowInbox(Action):
    """Show the safety reports of a view; of a category by the number of its row, and of an area, where not 0."""

    tag: ClassVar[str] = "qi"
    view: str
    category: int = 0
    area: int = 0
    page: int = 0


@dataclass(frozen=True)
class ShowFigures(Action):
    """Show the figures of safety reports; asked first is whatever is left out."""

    tag: ClassVar[str] = "fg"
    institution: int = 0
    span: str = ""


@dataclass(frozen=True)
class ShowProgress(Action):
    """Show how far an announcement has got."""

    tag: ClassVar[str] = "pg"
    campaign: int


@dataclass(frozen=True)
class ShowScheduled(Action):
    """Show what waits to be published: one of it, or the next one."""

    tag: ClassVar[str] = "sc"
    consultation: int = 0


@dataclass(frozen=True)
class ResumeAnnouncement(Action):
    """Let an announcement that was stopped go on."""

    tag: ClassVar[str] = "pr"
    campaign: int


@dataclass(frozen=True)
class PauseAnnouncement(Action):
    """Let what has not been sent of an announcement wait."""

    tag: ClassVar[str] = "pp"
    campaign: int


@dataclass(frozen=True)
class StopAnnouncement(Action):
    """Let nobody else get an announcement; who is `sure` was asked."""

    tag: ClassVar[str] = "ps"
    campaign: int
    sure: int = 0


@dataclass(frozen=True)
class TryFailedAgain(Action):
    """Send an announcement once more where it failed; `mark` says which try is meant."""

    tag: ClassVar[str] = "pf"
    campaign: int
    mark: Mark


@dataclass(frozen=True)
class ChangeMeeting(Action):
    """Begin to move, correct or cancel a meeting."""

    tag: ClassVar[str] = "mm"
    meeting: int


@dataclass(frozen=True)
class ShowColleague(Action):
    """Show since when a colleague holds an office, to end it if need be."""

    tag: ClassVar[str] = "cg"
    appointment: int


@dataclass(frozen=True)
class ShowGroup(Action):
    """Show how the officers' group of an institution stands; asked first is which, where it is left out."""

    tag: ClassVar[str] = "gr"
    institution: int = 0


@dataclass(frozen=True)
class TakeFromGroup(Action):
    """In the officers' group: take a report in hand that nobody has."""

    tag: ClassVar[str] = "gt"
    report: int


@dataclass(frozen=True)
class Manage(Action):
    """Show a consultation to its coordinators, with what can be done about it."""

    tag: ClassVar[str] = "kk"
    consultation: int


@dataclass(frozen=True)
class ShowProposed(Action):
    """Show what waits for a second coordinator: one of it, or the oldest."""

    tag: ClassVar[str] = "rp"
    consultation: int = 0


@dataclass(frozen=True)
class ShowPending(Action):
    """Show a change that waits for a second coordinator, or the oldest one."""

    tag: ClassVar[str] = "rc"
    change: int = 0


@dataclass(frozen=True)
class ShowHeld(Action):
    """Show the meetings that were held, a page at a time."""

    tag: ClassVar[str] = "mh"
    page: int = 0


@dataclass(frozen=True)
class ShowGathering(Action):
    """Show a meeting to which people come or came, at the desk."""

    tag: ClassVar[str] = "me"
    meeting: int
