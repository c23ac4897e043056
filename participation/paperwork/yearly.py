"""What an institution tells once a year: the report on transparency, and its chapter on participation."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from participation.comments.model import Verdict
from participation.paperwork.letterhead import Letterhead
from participation.paperwork.meetings import MeetingNote
from participation.paperwork.record import AdoptedAct, Cancellation
from participation.programme.model import ActsAdopted, PlannedConsultation, PlannedStatus

REFUSALS = (Verdict.REFUSED, Verdict.OUT_OF_SCOPE)
ANNOUNCED = (PlannedStatus.OPEN, PlannedStatus.CLOSED, PlannedStatus.ADOPTED)
"""How far a planned consultation has got that was announced and not called off."""


@dataclass(frozen=True)
class Recommendation:
    """A comment as the annual report lists it: its number, the day on which it came, the decision and the reason."""

    number: str
    day: date
    verdict: Verdict | None = None
    reason: str = ""


@dataclass(frozen=True)
class YearConsultation:
    """A consultation of the year: the recommendations that came in it in this year, and the act if there is one."""

    title: str
    opened_on: date
    closed_on: date | None = None
    recommendations: tuple[Recommendation, ...] = ()
    act: AdoptedAct | None = None
    meetings: tuple[MeetingNote, ...] = ()
    cancelled: Cancellation | None = None

    @property
    def verdicts(self) -> Mapping[Verdict | None, int]:
        """How many were decided in which way; None are those that wait."""
        return Counter(each.verdict for each in self.recommendations)

    @property
    def received(self) -> int:
        """How many recommendations came in."""
        return len(self.recommendations)

    @property
    def accepted(self) -> int:
        """How many were accepted, wholly or in part."""
        return self.verdicts.get(Verdict.ACCEPTED, 0) + self.verdicts.get(Verdict.PARTLY, 0)

    @property
    def refused(self) -> int:
        """How many were refused, or had nothing to do with the matter."""
        return sum(self.verdicts.get(verdict, 0) for verdict in REFUSALS)


@dataclass(frozen=True)
class AnnualReport:
    """The four figures of article 20, each from the list behind it, and what was held of what was `planned`.

    Of all `acts` of the year the office says how many there were.
    """

    letterhead: Letterhead
    year: int
    consultations: tuple[YearConsultation, ...]
    planned: tuple[PlannedConsultation, ...] = ()
    acts: ActsAdopted | None = None

    @property
    def consulted(self) -> float | None:
        """How many of all acts of the year were adopted after consultation, in percent; where it was said, and fits."""
        if self.acts is None or not self.acts.number or self.acts.number < len(self.adopted):
            return None
        return 100 * len(self.adopted) / self.acts.number

    @property
    def announced(self) -> tuple[PlannedConsultation, ...]:
        """Those of the calendar that were announced and not called off."""
        return tuple(each for each in self.planned if each.status in ANNOUNCED)

    @property
    def share(self) -> float | None:
        """How many of those planned were announced, in percent; of none there is no share."""
        return 100 * len(self.announced) / len(self.planned) if self.planned else None

    @property
    def cancelled(self) -> tuple[tuple[YearConsultation, Cancellation], ...]:
        """Those that were called off in the year."""
        told = ((each, each.cancelled) for each in self.consultations)
        return tuple((each, gone) for each, gone in told if gone and gone.day.year == self.year)

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

    address: str = ""
    email: str = ""
    phone: str = ""
    hours: str = ""


@dataclass(frozen=True)
class LinkedDocument:
    """A rule or a notice, and where it is read; a notice of what was called off says so."""

    title: str
    link: str = ""
    cancelled: Cancellation | None = None


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
