"""Safety reports (raportime sigurie) to the local public-safety council (KVSP): what, where, never who."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import Final

from participation.dockets import Docket
from participation.ids import CategoryId, InstitutionId, KnownId, PersonId, ReportId, UnitId
from participation.messages import Media, pictures_anew
from participation.people.model import Language, Role
from participation.reports.life import SENDERS, Act, State
from participation.reports.limits import NOT_DUE, USUAL, Due, Limits, is_late


class Body(StrEnum):
    """To whom a report may be passed on; for a crime, art. 281 of the Criminal Procedure Code asks an official to."""

    POLICE = "police"
    PROSECUTION = "prosecution"
    OTHER = "other"


@dataclass(frozen=True)
class Recipient:
    """To whom reports of a category are usually passed on; `name` says which one where that is not plain."""

    body: Body
    name: str = ""


OTHER: Final = "other"
"""The category of what fits nowhere else, and of what has none any more."""


@dataclass(frozen=True)
class Category:
    """A kind of danger; rows, not code. An urgent one reaches the coordinator at once.

    Where it `helps` to be listened to, whoever reports may be the one in need: the help lines are shown. Its `text` is
    read by whoever is about to tell.
    """

    code: str
    label: str
    urgent: bool = False
    helps: bool = False
    limits: Limits = USUAL
    text: str = ""
    passed_to: Recipient | None = None

    @property
    def is_for_all(self) -> bool:
        """Whether anybody may learn that somebody has reported the like: not where that could be held against them."""
        return not self.urgent and not self.helps


def label_of(code: str, known: Sequence[Category], *, other: str) -> str:
    """What a category is called; one that is gone is like what fits nowhere else, and that is `other` without a row."""
    labels = {one.code: one.label for one in known}
    return labels.get(code) or labels.get(OTHER) or other


@dataclass(frozen=True)
class CategoryRow:
    """A category as it is edited, in all languages; without an institution it is everybody's."""

    id: CategoryId
    institution: InstitutionId | None
    code: str
    urgent: bool
    helps: bool
    limits: Limits
    passed_to: Recipient | None
    labels: Mapping[Language, str]
    texts: Mapping[Language, str]


class Grain(IntEnum):
    """By how many metres a pin may be off; nobody gives a finer one."""

    STREET = 100
    AREA = 1000

    @property
    def places(self) -> int:
        """How many decimal places of a degree are left."""
        return {Grain.STREET: 3, Grain.AREA: 2}[self]


@dataclass(frozen=True)
class Spot:
    """Where it is: a unit, words, or a pin made as coarse as its `grain`."""

    unit: UnitId | None = None
    words: str = ""
    latitude: float | None = None
    longitude: float | None = None
    grain: Grain = Grain.STREET

    @property
    def pin(self) -> str:
        """The coarse pin, as maps take it."""
        if self.latitude is None or self.longitude is None:
            return ""
        return f"{self.latitude:.{self.grain.places}f}, {self.longitude:.{self.grain.places}f}"


def pinned(latitude: float, longitude: float, grain: Grain = Grain.STREET) -> Spot:
    """A pin that shows a street, not a door, or only the area."""
    return Spot(latitude=round(latitude, grain.places), longitude=round(longitude, grain.places), grain=grain)


class NameKind(StrEnum):
    """Whether a name is made up, so that the coordinators see it, or real, and kept closed."""

    MADE_UP = "made_up"
    REAL = "real"


@dataclass(frozen=True)
class GivenName:
    """What somebody wants to be called."""

    kind: NameKind
    words: str


@dataclass(frozen=True)
class Account:
    """What somebody tells: all of it is kept sealed. It bears a `signature`, a `pseudonym`, or as a rule neither.

    Where it was `careful` from the start, as of a category that helps, whatever becomes of that category: it stays so.
    """

    category: str
    text: str = ""
    media: tuple[Media, ...] = ()
    spot: Spot = Spot()
    signature: str | None = None
    pseudonym: str | None = None
    careful: bool = False

    def __post_init__(self) -> None:
        """Whatever way a picture came in, it goes out only as one that we made: it may tell where it was taken."""
        object.__setattr__(self, "media", pictures_anew(self.media))

    @property
    def name(self) -> GivenName | None:
        """The name under which it stands, if any."""
        if self.signature is not None:
            return GivenName(NameKind.REAL, self.signature)
        return None if self.pseudonym is None else GivenName(NameKind.MADE_UP, self.pseudonym)

    def named(self, name: GivenName | None) -> "Account":
        """The same under this name and no other, for two would tell who the made-up one is; or under none."""
        words = {} if name is None else {name.kind: " ".join(name.words.split())}
        return replace(self, signature=words.get(NameKind.REAL), pseudonym=words.get(NameKind.MADE_UP))


@dataclass(frozen=True)
class NewReport:
    """A report about to be kept; `author` is tied to it apart from it, and only to bring answers back."""

    receipt: str
    institution: InstitutionId
    author: PersonId
    account: Account
    received_on: date
    urgent: bool
    due: Due = NOT_DUE
    lead: ReportId | None = None
    """The one it is joined to as it comes, by somebody whom that concerns too."""
    said: bool = False
    """Whether something is to be read in it."""
    guarded: bool = False
    """Whether only the protection contact reads it: its sender was told so."""


@dataclass(frozen=True)
class Report:
    """A report as the coordinator may see it: there is no author in it. `officer` has it in hand.

    Its sender has `said` something that no officer has looked at yet.
    """

    id: ReportId
    receipt: str
    institution: InstitutionId
    account: Account
    received_on: date
    urgent: bool
    state: State = State.DELIVERED
    officer: PersonId | None = None
    said: bool = False
    due: Due = NOT_DUE
    lead: ReportId | None = None
    """The one it is joined to."""
    guarded: bool = False
    """Whether only the protection contact reads it: its sender was told so."""

    @property
    def is_careful(self) -> bool:
        """Whether its sender may be in need: it was so from the start, or an officer saw it later."""
        return self.account.careful or self.guarded

    @property
    def docket(self) -> Docket:
        """With which others it lies."""
        return Docket(self.institution, self.guarded)


@dataclass(frozen=True)
class Pending:
    """A report that is neither closed nor joined, as far as it is known without being opened."""

    id: ReportId
    state: State
    urgent: bool
    due: Due
    docket: Docket

    def is_late(self, now: datetime) -> bool:
        """Whether it should have been read or answered by now, or others were told that nobody has read it."""
        return is_late(self.state, self.due, now) or (self.state is State.DELIVERED and self.due.raised > 0)


@dataclass(frozen=True)
class Handover:
    """That a report was passed on: to whom, on which day, who took it there, under which number.

    `name` says which one where it is none of the two that everybody knows.
    """

    body: Body
    on: date
    name: str = ""
    officer: str = ""
    reference: str = ""


class Outcome(StrEnum):
    """How it ended; what was closed is not for that solved."""

    SOLVED = "solved"
    PARTLY = "partly"
    NOT_SOLVED = "not_solved"
    NOT_OURS = "not_ours"
    UNFOUNDED = "unfounded"


@dataclass(frozen=True)
class Deed:
    """Something that is done about a report, or said."""

    act: Act
    words: str = ""
    media: tuple[Media, ...] = ()
    handover: Handover | None = None
    outcome: Outcome | None = None
    officer: PersonId | None = None
    lead: ReportId | None = None
    """To which report it is joined."""
    told: Role | None = None
    """Whom we told that nobody had read it."""

    def __post_init__(self) -> None:
        """Whatever way a picture came in, it goes out only as one that we made: it may tell where it was taken."""
        object.__setattr__(self, "media", pictures_anew(self.media))


@dataclass(frozen=True)
class Entry:
    """What was done or said, on which day, and whether it is news for the other side."""

    deed: Deed
    on: date
    is_news: bool

    @property
    def is_for_sender(self) -> bool:
        """Whether the sender is to hear of it."""
        return self.is_news and self.deed.act not in SENDERS


class View(StrEnum):
    """A part of the reports that officers look through; what is in each is said in `storage/desks/views.py`."""

    ALL = "all"
    NEW = "new"
    MINE = "mine"
    FREE = "free"
    LATE = "late"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True)
class Gist:
    """By what a report is found among many."""

    id: ReportId
    category: str
    unit: UnitId | None


@dataclass(frozen=True)
class KnownProblem:
    """What citizens who report the like may read: an officer's `words` about a report that leads, none of its own."""

    id: KnownId
    report: ReportId
    institution: InstitutionId
    category: str
    spot: Spot
    words: str


@dataclass(frozen=True)
class Unveiling:
    """That an officer asks to see the name that was given with a report: why, who agreed, and until when it is open.

    Its sender is told once it was `seen`.
    """

    asker: PersonId
    reason: str
    asked_on: date
    agreed_by: PersonId | None = None
    until: datetime | None = None
    seen: bool = False


@dataclass(frozen=True)
class Fact:
    """What is counted of a report, and listed: no words of it, nobody's name."""

    receipt: str
    category: str
    unit: UnitId | None
    received_on: date
    state: State
    moved_on: date
    outcome: Outcome | None = None
    acted_on: bool = False
    handed: tuple[Handover, ...] = ()
