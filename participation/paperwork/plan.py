"""The consultation plan (plani i konsultimit): the government's form, field by field."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from participation.consultations.model import Kind


@dataclass(frozen=True)
class AudienceRow:
    """Who is asked, before the draft or on it, how, and where they are written to."""

    audience: str
    kinds: tuple[Kind, ...] = ()
    methods: str = ""
    channel: str = ""


@dataclass(frozen=True)
class Activity:
    """A line of the timetable; a day that nobody has set yet is None (për t'u caktuar)."""

    text: str = ""
    day: date | None = None
    place: str = ""
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True)
class Resources:
    """What the consultation needs: people, money, equipment."""

    human: str = ""
    financial: str = ""
    equipment: str = ""


class FrameQuestion(StrEnum):
    """What the matrix asks of the process as a whole."""

    ON_TIME = "on_time"
    WITHIN_BUDGET = "within_budget"
    WITH_STAFF = "with_staff"


class Quantity(StrEnum):
    """What is counted of a consultation."""

    METHODS = "methods"
    PARTIES = "parties"
    PARTICIPANTS = "participants"
    COMMENTS = "comments"
    OTHER = "other"


class QuantityTool(StrEnum):
    """By what the counts are proved."""

    PARTICIPANTS_LIST = "participants_list"
    ACTIVITY_REPORT = "activity_report"
    FEEDBACK_REPORT = "feedback_report"
    COMMENTS_LIST = "comments_list"
    OTHER = "other"


class Quality(StrEnum):
    """What is judged of a consultation."""

    METHODS = "methods"
    EXPECTATIONS = "expectations"
    CONTRIBUTIONS = "contributions"
    OBJECTIVES = "objectives"


class QualityTool(StrEnum):
    """From what the judgement is drawn."""

    QUESTIONNAIRE = "questionnaire"
    INFORMAL_TALK = "informal_talk"
    RECORDED_VIEWS = "recorded_views"
    ACTIVITY_REPORT = "activity_report"
    OTHER = "other"


@dataclass(frozen=True)
class FrameRow:
    """An answer to a question of the frame; None where nobody has answered."""

    question: FrameQuestion
    suits: bool | None = None
    measures: str = ""


@dataclass(frozen=True)
class QuantityRow:
    """A count as it was planned; `achieved` and `suits` are what somebody wrote by hand, over what we count."""

    indicator: Quantity
    chosen: bool = False
    label: str = ""
    planned: str = ""
    achieved: str = ""
    suits: bool | None = None
    measures: str = ""

    @property
    def planned_number(self) -> int | None:
        """The planned value where it is a plain number, and not told in words."""
        digits = self.planned.strip()
        return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else None


@dataclass(frozen=True)
class QualityRow:
    """A judgement in words."""

    indicator: Quality
    chosen: bool = False
    label: str = ""
    findings: str = ""
    measures: str = ""


@dataclass(frozen=True)
class Monitoring:
    """The fifth part of the form; it always has all its rows."""

    frame: tuple[FrameRow, ...] = tuple(FrameRow(each) for each in FrameQuestion)
    quantities: tuple[QuantityRow, ...] = tuple(QuantityRow(each) for each in Quantity)
    quantity_tools: frozenset[QuantityTool] = frozenset()
    other_quantity_tool: str = ""
    qualities: tuple[QualityRow, ...] = tuple(QualityRow(each) for each in Quality)
    quality_tools: frozenset[QualityTool] = frozenset()
    other_quality_tool: str = ""


@dataclass(frozen=True)
class ConsultationPlan:
    """How a law, a policy or an act is going to be consulted."""

    name: str
    audience: tuple[AudienceRow, ...] = ()
    activities: tuple[Activity, ...] = ()
    resources: Resources = Resources()
    collection: str = ""
    monitoring: Monitoring = Monitoring()
