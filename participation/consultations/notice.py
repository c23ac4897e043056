"""What was read from an official notice (njoftim), and what in its text is doubtful."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from participation.consultations.model import Kind


class DoubtKind(Enum):
    """What can be wrong with the text of a notice, whatever day it is read on."""

    UNKNOWN_LAW = "unknown_law"
    """A law number that does not exist, like 146/2012."""

    WEEKDAY_CONTRADICTS = "weekday_contradicts"
    """The weekday beside a date is not the weekday of that date."""

    STEP_BEFORE_LAUNCH = "step_before_launch"
    """A calendar step is dated before the meeting that launches the work."""

    W_AS_E = "w_as_e"
    """A foreign W was written as Ë: "Ëorkshop"."""

    NO_YEAR = "no_year"
    """A day and a month without a year, and no heading that gives one."""

    NO_DAY = "no_day"
    """A deadline of which only the month is given."""

    IMPOSSIBLE_DATE = "impossible_date"
    """A day that is in no calendar, like 31.11.2024."""

    LETTER_FOR_DIGIT = "letter_for_digit"
    """In a date, an hour or the number of a law stands a letter that looks like a digit: "1O.11.2026"."""

    TWO_READINGS = "two_readings"
    """A date in figures that is another day where the month is written first: "05/06/2026"."""

    UNUSED_DATE = "unused_date"
    """A day of which the text does not say what it is for."""

    RELATIVE_DATE = "relative_date"
    """A day that depends on when the notice is read: "nesër"."""

    BARE_DAYS = "bare_days"
    """A number of days that may be working or calendar days."""

    CUT_LINK = "cut_link"
    """A link that seems to go on after where it ends."""

    UNUSED_LINK = "unused_link"
    """A link to a page that is in no part of the announcement."""

    CHANGES_ANOTHER = "changes_another"
    """The text cancels, moves or corrects something that was announced before."""

    MORE_STEPS = "more_steps"
    """The work calendar has more steps than are taken."""

    AN_OPEN_CALL = "an_open_call"
    """The text calls for applications and not for opinions."""


@dataclass(frozen=True)
class Doubt:
    """One doubtful place: the words of the text, and what they may have meant."""

    kind: DoubtKind
    words: str
    suggestion: str | None = None


class Sureness(Enum):
    """How sure a value is, by where it was read."""

    SAID = "said"
    """It stands there, with its label, its weekday or its year, in the sentence that is about it."""

    LIKELY = "likely"
    """A part of it stands elsewhere, or nothing says that it is this."""

    GUESSED = "guessed"
    """Something in the text speaks against it."""

    @property
    def confidence(self) -> float:
        """As a number from 0 to 1; what share is right of each is in the tests of the reader."""
        return {Sureness.SAID: 0.95, Sureness.LIKELY: 0.8, Sureness.GUESSED: 0.5}[self]


@dataclass(frozen=True)
class Evidence:
    """Where in the text of a reading a value was read: `meetings[0].date` from `start` up to `end`."""

    of: str
    start: int
    end: int
    sure: Sureness


@dataclass(frozen=True)
class DayCount:
    """A deadline that is given as a number of days: "20 ditë pune nga publikimi"."""

    number: int
    working: bool = True


@dataclass(frozen=True)
class ReadMeeting:
    """A meeting as the text announces it; the hours are local ones."""

    day: date | None = None
    month_day: tuple[int, int] | None = None
    """(month, day) where the text gives no year; `day` is None then."""
    start: time | None = None
    end: time | None = None
    place: str | None = None
    words: str = ""
    joining: str = ""
    """How one joins it online; it is no part of the place, which is public."""


@dataclass(frozen=True)
class ReadMoment:
    """A day, an hour or both as typed; `sure` unless the year was guessed or a weekday says another day.

    `until` is the hour of the end, where one was typed.
    """

    day: date | None = None
    hour: time | None = None
    sure: bool = True
    until: time | None = None


@dataclass(frozen=True)
class ReadStep:
    """A step of the work calendar; still open when it has neither `day` nor `month_day`."""

    what: str
    day: date | None = None
    month_day: tuple[int, int] | None = None
    words: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the date of the step is still to be decided."""
        return self.day is None and self.month_day is None


def before_launch(steps: Iterable[ReadStep], meetings: Iterable[ReadMeeting]) -> Iterator[ReadStep]:
    """The steps that are dated before the first meeting, which opens the work."""
    launch = min((meeting.day for meeting in meetings if meeting.day), default=date.min)
    return (step for step in steps if step.day and step.day < launch)


@dataclass(frozen=True)
class NoticeReading:
    """Everything that could be read from a notice, with the doubts of the text itself.

    Doubts that need a calendar or the corrected draft (a missing deadline, a meeting too soon)
    are not here: they are asked of the draft.
    """

    is_notice: bool
    kind: Kind | None = None
    """The occasion that its words name; None where it has to be guessed."""
    title: str | None = None
    institution: str | None = None
    """The issuing body in its base form: "Bashkia Përmet"."""
    purpose: str | None = None
    """What is being decided, in one or two sentences of the text."""
    audience: str | None = None
    """Whom it touches, where the text says so in our own words."""
    meetings: tuple[ReadMeeting, ...] = ()
    steps: tuple[ReadStep, ...] = ()
    laws: tuple[str, ...] = ()
    """As "number/year", Kosovo laws as "03/L-040"; as written, even where doubtful."""
    deadline: date | None = None
    """The last day for comments, applications or registration."""
    deadline_month_day: tuple[int, int] | None = None
    deadline_days: DayCount | None = None
    """How many days from its publishing, where only that is given."""
    published_on: date | None = None
    email: str | None = None
    phone: str | None = None
    register_url: str | None = None
    protocol_number: str | None = None
    doubts: tuple[Doubt, ...] = ()
    text: str = ""
    """The text as it was read: its spaces tidied, its broken lines joined."""
    evidence: tuple[Evidence, ...] = ()
    """Where in `text` each value was read."""


@dataclass(frozen=True)
class Margin:
    """What stands beside a proof and is not published: how it was read, its doubts, and what was said to them.

    It is kept with what waits to be published, so that a text which comes back unchanged has the doubts it had.
    """

    meetings: tuple[ReadMeeting, ...] = ()
    steps: tuple[ReadStep, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    issuer: str | None = None
    deadline_month_day: tuple[int, int] | None = None
    days: DayCount | None = None
    lent: tuple[str, ...] = ()
    early_steps: tuple[str, ...] = ()
    kind_guessed: bool = False


NO_MARGIN = Margin()
