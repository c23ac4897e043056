"""What an institution tells once a year: the report on transparency, and its chapter on participation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from participation.comments.model import Verdict
from participation.paperwork.letterhead import Letterhead
from participation.paperwork.meetings import MeetingNote
from participation.paperwork.record import AdoptedAct
from participation.programme.model import PlannedConsultation

REFUSALS = (Verdict.REFUSED, Verdict.OUT_OF_SCOPE)


@dataclass(frozen=True)
class YearConsultation:
    """A consultation of the year: what was received in it, what became of that, and the act if there is one."""

    title: str
    opened_on: date
    closed_on: date | None = None
    verdicts: Mapping[Verdict | None, int] = field(default_factory=dict)
    act: AdoptedAct | None = None
    meetings: tuple[MeetingNote, ...] = ()
    link: str = ""

    @property
    def received(self) -> int:
        """How many recommendations came in."""
        return sum(self.verdicts.values())

    @property
    def accepted(self) -> int:
        """How many were accepted, wholly or in part."""
        return self.verdicts.get(Verdict.ACCEPTED, 0) + self.verdicts.get(Verdict.PARTLY, 0)

    @property
    def refused(self) -> int:
        """How many were refused, or had nothing to do with the matter."""
        return sum(self.verdicts.get(verdict, 0) for verdict in REFUSALS)


@dataclass(frozen=True)
class BudgetIndicators:
    """The indicators of participation that municipal budgets carry; None is what nobody has counted."""

    held: int | None = None
    foreseen: int | None = None
    open_sittings: int | None = None
    sittings: int | None = None
    consulted_decisions: int | None = None
    decisions: int | None = None


def share(part: int | None, whole: int | None) -> float | None:
    """The share in percent, where both are known and there is something to share."""
    return 100 * part / whole if part is not None and whole else None


@dataclass(frozen=True)
class AnnualReport:
    """The four figures of article 20, each from the list behind it."""

    letterhead: Letterhead
    year: int
    consultations: tuple[YearConsultation, ...]
    budget: BudgetIndicators | None = None

    @property
    def adopted(self) -> tuple[YearConsultation, ...]:
        """Those whose act was adopted in the year; an act without a day is taken at its word."""
        acts = ((each, each.act) for each in self.consultations)
        return tuple(each for each, act in acts if act and (act.day is None or act.day.year == self.year))

    @property
    def received(self) -> int:
        """How many recommendations came in."""
        return sum(each.received for each in self.consultations)

    @property
    def accepted(self) -> int:
        """How many of them were accepted, wholly or in part."""
        return sum(each.accepted for each in self.consultations)

    @property
    def refused(self) -> int:
        """How many of them were not."""
        return sum(each.refused for each in self.consultations)

    @property
    def undecided(self) -> int:
        """How many of them wait for a decision."""
        return self.received - self.accepted - self.refused

    @property
    def meetings(self) -> tuple[tuple[YearConsultation, MeetingNote], ...]:
        """The public meetings that were held in the year, by day."""
        told = ((each, meeting) for each in self.consultations for meeting in each.meetings)
        held = [(each, meeting) for each, meeting in told if meeting.day.year == self.year]
        return tuple(sorted(held, key=lambda pair: pair[1].day))


@dataclass(frozen=True)
class AnnualCalendar:
    """What an institution means to consult on in a year, line by line, with how far each has got."""

    letterhead: Letterhead
    year: int
    lines: tuple[PlannedConsultation, ...]


@dataclass(frozen=True)
class CoordinatorContact:
    """Where the coordinator is found; an office, whoever holds it."""

    name: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""
    hours: str = ""


@dataclass(frozen=True)
class LinkedDocument:
    """A rule or a notice, and where it is read."""

    title: str
    link: str = ""


@dataclass(frozen=True)
class TransparencyChapter:
    """The chapter of the transparency programme on citizens' part in decisions, in its eight sections."""

    letterhead: Letterhead
    year: int
    coordinator: CoordinatorContact
    plan: tuple[PlannedConsultation, ...] = ()
    mandatory: tuple[str, ...] = ()
    rules: tuple[LinkedDocument, ...] = ()
    notices: tuple[LinkedDocument, ...] = ()
    procedure: tuple[str, ...] = ()
    complaint: tuple[str, ...] = ()
    report: AnnualReport | None = None
