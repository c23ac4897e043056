"""A consultation as its coordinators see it: where it stands, how its time runs, and what can be done about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final

from handlers.turns import Talk, column
from handlers.views.menu import to_menu
from handlers.views.pages import LABEL, turning
from handlers.views.publishing import to_desk
from locales.texts import mark
from participation.actions import ShowConsultation, ShowVersions
from participation.calendar.legal_clock import LegalClock
from participation.comments.model import Balance
from participation.consultations.model import Consultation, Phase, Stage
from participation.consultations.versions import Amendment
from participation.desk_actions import ListComments, Manage, ShowOwed
from participation.forum.actions import ShowRights
from participation.ids import ConsultationId
from participation.layout import button, lines, paragraphs
from participation.messages import Button, Message
from participation.packing import Action
from participation.words import quote

PHASES: Final[Mapping[Phase, str]] = {
    Phase.OPEN: mark("Open for comments"),
    Phase.CLOSED: mark("Closed, not examined yet"),
    Phase.REVIEW: mark("The comments are being examined"),
    Phase.SUMMARISED: mark("The summary of comments is published"),
    Phase.ADOPTED: mark("The act is adopted"),
    Phase.CANCELLED: mark("Cancelled"),
}


LONGEST_TITLE: Final = 120


@dataclass(frozen=True)
class ShowConsultationsOfMine(Action):
    """Show the consultations of one's institutions, a page at a time."""

    tag: ClassVar[str] = "km"
    page: int = 0


@dataclass(frozen=True)
class Amend(Action):
    """Begin to amend a notice; what is to be done to it, by its name."""

    tag: ClassVar[str] = "ka"
    consultation: int
    what: str


@dataclass(frozen=True)
class Correct(Action):
    """Take up a notice that is out as a draft, to correct it or to add to it."""

    tag: ClassVar[str] = "kx"
    consultation: int


@dataclass(frozen=True)
class ShowPapers(Action):
    """Show which papers there are of a consultation."""

    tag: ClassVar[str] = "op"
    consultation: int


@dataclass(frozen=True)
class PlanOf(Action):
    """Show the plan of a consultation, or ask in which way to begin it."""

    tag: ClassVar[str] = "plo"
    consultation: int


@dataclass(frozen=True)
class Conclude(Action):
    """Bring a consultation to its next stage, by the name of that."""

    tag: ClassVar[str] = "kc"
    consultation: int
    stage: str


@dataclass(frozen=True)
class Examine(Action):
    """Begin to examine the comments: whoever presses it was asked."""

    tag: ClassVar[str] = "kq"
    consultation: int


@dataclass(frozen=True)
class AddByHand(Action):
    """Begin to type in a comment that came another way."""

    tag: ClassVar[str] = "ah"
    consultation: int


@dataclass(frozen=True)
class AddAlike(Action):
    """Type in another comment that came the same way on the same day, as `2023-06-20`."""

    tag: ClassVar[str] = "ahl"
    consultation: int
    way: str
    day: str


@dataclass(frozen=True)
class ShowSteps(Action):
    """Show the steps of a process to say how far they have got: done, or with `dropping` no longer planned."""

    tag: ClassVar[str] = "hs"
    consultation: int
    dropping: int = 0


@dataclass(frozen=True)
class Managed:
    """What is gathered for that page; the clock runs only where there is a last day, so many answers are `overdue`."""

    consultation: Consultation
    clock: LegalClock | None
    balance: Balance
    held_by: str = ""
    overdue: int = 0


def consultations(talk: Talk, shown: Sequence[tuple[Consultation, Balance, int]], count: int, page: int) -> Message:
    """A page of the consultations, the newest first."""
    if not count:
        return Message(body=talk.t("Nothing has been published yet."), buttons=column(to_desk(talk)))
    buttons = [button(label_of(talk, one), Manage(one.id)) for one, *_ in shown]
    told = [_in_short(talk, one, balance, overdue) for one, balance, overdue in shown]
    return Message(
        title=talk.t("Consultations"),
        body=paragraphs(*told, talk.t("Choose one to see how it stands, to change it or to take it further.")),
        buttons=(*column(*buttons), *turning(talk, count, page, ShowConsultationsOfMine), (to_desk(talk),)),
    )


def _in_short(talk: Talk, one: Consultation, balance: Balance, overdue: int) -> str:
    """A consultation with its last day and its comments."""
    until = one.terms.deadline
    last = talk.t("Comments until: {day}.", day=talk.texts.short_day(until)) if until else ""
    stands = " ".join(filter(None, (talk.t(PHASES[one.phase(talk.now)]) + ".", last)))
    return lines((quote(one.terms.title, LONGEST_TITLE), stands, balance_lines(talk, balance, overdue)))


def label_of(talk: Talk, one: Consultation) -> str:
    """Where it stands first: a button shows only the beginning of a long line."""
    return quote(f"{talk.t(PHASES[one.phase(talk.now)])}: {one.terms.title}", LABEL)


def page(talk: Talk, found: Managed) -> Message:
    """One consultation."""
    one = found.consultation
    return Message(
        title=quote(one.terms.title),
        body=paragraphs(
            found.held_by,
            talk.t(PHASES[one.phase(talk.now)]) + ".",
            clock_part(talk, found.clock),
            balance_lines(talk, found.balance, found.overdue),
        ),
        buttons=column(*doings(talk, found, talk.now), to_menu(talk)),
    )


def clock_part(talk: Talk, clock: LegalClock | None) -> str:
    """How its time runs, and how far the law lets it be extended."""
    if clock is None:
        return talk.t("No last day for comments is set.")
    runs = talk.texts.n(
        "Notice of {since}, comments until {until}: {count} working day.",
        "Notice of {since}, comments until {until}: {count} working days.",
        clock.days,
        since=talk.texts.short_day(clock.since),
        until=talk.texts.short_day(clock.until),
    )
    left = talk.texts.n("{count} working day left.", "{count} working days left.", clock.left) if clock.left else ""
    short = talk.t("That is less than 20 working days, which end on {day}.", day=talk.texts.short_day(clock.shortest))
    longest = talk.t("40 working days would end on {day}.", day=talk.texts.short_day(clock.longest))
    return lines((" ".join(filter(None, (runs, left))), short if clock.is_short else "", longest))


def balance_lines(talk: Talk, balance: Balance, overdue: int) -> str:
    """How many comments came and wait, how many of them came late, and how many answers are."""
    if not balance.received:
        return talk.t("No comments yet.")
    came = talk.t(
        "Comments: {received}. Not decided yet: {undecided}.",
        received=talk.texts.number(balance.received),
        undecided=talk.texts.number(balance.undecided),
    )
    late = talk.t(
        "Came after the deadline: {late}. Answers overdue: {overdue}.",
        late=talk.texts.number(balance.late),
        overdue=talk.texts.number(overdue),
    )
    return lines((came, late if balance.late or overdue else ""))


def doings(talk: Talk, found: Managed, now: datetime) -> Sequence[Button | None]:
    """What can be done about it where it stands; what comes next first."""
    one, phase = found.consultation, found.consultation.phase(now)
    amends = one.stage in {Stage.OPEN, Stage.REVIEW}
    examine = talk.t("Begin to examine the comments"), Conclude(one.id, Stage.REVIEW)
    offered = (
        (phase is Phase.CLOSED, *examine),
        (
            found.balance.undecided and phase not in {Phase.OPEN, Phase.CANCELLED},
            talk.t("Comments to answer"),
            ShowOwed(),
        ),
        (found.balance.received, talk.t("All comments"), ListComments(one.id)),
        (one.accepts_comments(), talk.t("Add a comment from elsewhere"), AddByHand(one.id)),
        (
            phase in {Phase.CLOSED, Phase.REVIEW},
            talk.t("Publish what became of the comments"),
            Conclude(one.id, Stage.SUMMARISED),
        ),
        (phase is Phase.SUMMARISED, talk.t("The act is adopted"), Conclude(one.id, Stage.ADOPTED)),
        (phase is Phase.ADOPTED, talk.t("Correct what is said of the act"), Conclude(one.id, Stage.ADOPTED)),
        (amends, talk.t("Correct it or add to it"), Correct(one.id)),
        (amends and one.terms.deadline, talk.t("Give more time"), Amend(one.id, Amendment.EXTENDED)),
        (
            amends or phase is Phase.SUMMARISED,
            talk.t("Repeat the notice"),
            Amend(one.id, Amendment.REPEATED),
        ),
        (phase is Phase.OPEN and one.terms.deadline is None, *examine),
        (amends, talk.t("Cancel the consultation"), Amend(one.id, Amendment.CANCELLED)),
        (one.terms.steps and phase is not Phase.CANCELLED, talk.t("Steps of the work"), ShowSteps(one.id)),
        (True, talk.t("Consultation plan"), PlanOf(one.id)),
        (True, talk.t("The rights of the forum"), ShowRights(one.id)),
        (True, talk.t("Official papers"), ShowPapers(one.id)),
        (one.version > 1, talk.t("What it said before"), ShowVersions(one.id)),
        (True, talk.t("See it as citizens do"), ShowConsultation(one.id)),
        (True, talk.t("All consultations"), ShowConsultationsOfMine()),
    )
    return [button(words, action) for so, words, action in offered if so]


def unchanged(talk: Talk, consultation: int) -> Message:
    """Somebody thought better of it."""
    return Message(
        body=talk.t("Nothing was changed, and nobody was told anything."),
        buttons=column(to_it(talk, ConsultationId(consultation)), to_desk(talk)),
    )


def to_it(talk: Talk, consultation: ConsultationId) -> Button:
    """Back to its page."""
    return button(talk.t("Back to the consultation"), Manage(consultation))
