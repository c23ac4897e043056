"""Consultation plans at the desk: the list, and the ways to begin one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, back_in, cancel_in, choice_of, column
from handlers.views.correcting import cannot_use
from handlers.views.managing import to_it
from handlers.views.pages import LABEL, turning
from handlers.views.publishing import to_desk
from locales.texts import mark
from participation.consultations.model import Consultation
from participation.ids import ConsultationId, InstitutionId
from participation.layout import button, lines, paragraphs
from participation.messages import Button, Message
from participation.packing import Action
from participation.paperwork.kept import NamedPlan
from participation.paperwork.plan import ConsultationPlan
from participation.paperwork.reading import PlanDoubt, PlanDoubtKind
from participation.unread import Unread
from participation.words import quote

DIALOG: Final = "plans"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
back = partial(back_in, DIALOG)
leave = partial(cancel_in, DIALOG)
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST_DOUBTS: Final = 12


@dataclass(frozen=True)
class ShowPlans(Action):
    """Show the plans of one's institutions, a page at a time."""

    tag: ClassVar[str] = "pls"
    page: int = 0


@dataclass(frozen=True)
class NewPlan(Action):
    """Ask in which way to begin a plan, perhaps for a consultation; asked first is of which institution."""

    tag: ClassVar[str] = "pln"
    institution: int = 0
    consultation: int = 0


@dataclass(frozen=True)
class ReadPlan(Action):
    """Begin to read a plan from a file or a text."""

    tag: ClassVar[str] = "plb"
    institution: int
    consultation: int = 0


@dataclass(frozen=True)
class NamePlan(Action):
    """Begin an empty plan by its name."""

    tag: ClassVar[str] = "plz"
    institution: int


@dataclass(frozen=True)
class ChooseConsultation(Action):
    """Show the consultations that have no plan, a page at a time."""

    tag: ClassVar[str] = "plc"
    institution: int
    page: int = 0


@dataclass(frozen=True)
class PlanFrom(Action):
    """Make a plan from a consultation."""

    tag: ClassVar[str] = "plf"
    consultation: int


@dataclass(frozen=True)
class ChooseModel(Action):
    """Show the plans to begin like one of them, a page at a time; perhaps for a consultation."""

    tag: ClassVar[str] = "plm"
    institution: int
    consultation: int = 0
    page: int = 0


@dataclass(frozen=True)
class CopyPlan(Action):
    """Begin a plan like an earlier one, perhaps for a consultation."""

    tag: ClassVar[str] = "ply"
    plan: int
    consultation: int = 0


@dataclass(frozen=True)
class ShowPlan(Action):
    """Show a plan."""

    tag: ClassVar[str] = "plp"
    plan: int


def is_word_file(name: str | None, kind: str | None) -> bool:
    """Whether a file says of itself that it is one of Word."""
    return kind == WORD or (name or "").casefold().endswith(".docx")


def plans(talk: Talk, shown: Sequence[NamedPlan], count: int, page: int, note: str = "") -> Message:
    """A page of the plans, what was changed last first."""
    new = button(talk.t("New plan"), NewPlan())
    if not count:
        nothing = talk.t("There is no plan yet. One can be read from a Word file, or made from a consultation.")
        return Message(
            title=talk.t("Consultation plans"), body=paragraphs(note, nothing), buttons=column(new, to_desk(talk))
        )
    told = (_in_short(talk, one) for one in shown)
    return Message(
        title=talk.t("Consultation plans"),
        body=paragraphs(note, *told, talk.t("Choose one to read or change it, or to take it as a Word file.")),
        buttons=(
            *column(*(button(label_of(talk, one), ShowPlan(one.id)) for one in shown)),
            *turning(talk, count, page, ShowPlans),
            *column(new, to_desk(talk)),
        ),
    )


def _in_short(talk: Talk, one: NamedPlan) -> str:
    tied = talk.t("for a consultation") if one.consultation else talk.t("for no consultation yet")
    changed = talk.t("Changed last: {moment}", moment=talk.texts.short_moment(one.changed_at))
    return lines((quote(named(talk, one.name), 120), f"{changed}; {tied}"))


def named(talk: Talk, name: str) -> str:
    """The name of a plan, or that it has none yet."""
    return name or talk.t("Plan without a name")


def label_of(talk: Talk, one: NamedPlan) -> str:
    """The name as it fits on a button."""
    return quote(named(talk, one.name), LABEL)


def ways(talk: Talk, institution: InstitutionId, title: str, consultation: ConsultationId | None) -> Message:
    """The ways to begin a plan; for a consultation it has its name already."""
    this = consultation or 0
    if consultation:
        asked = talk.t("This consultation has no plan yet. How do you want to begin it?")
        own = button(talk.t("From this consultation"), PlanFrom(this))
    else:
        asked = talk.t("How do you want to begin the plan?")
        own = button(talk.t("From a consultation"), ChooseConsultation(institution))
    return Message(
        title=quote(title) if title else talk.t("New plan"),
        body=paragraphs(asked, talk.t("Everything can be changed afterwards.")),
        buttons=column(
            button(talk.t("From a file or a text"), ReadPlan(institution, this)),
            own,
            button(talk.t("Like an earlier plan"), ChooseModel(institution, this)),
            None if consultation else button(talk.t("Empty, only with a name"), NamePlan(institution)),
            to_it(talk, consultation) if consultation else to_plans(talk),
        ),
    )


def consultations(
    talk: Talk, institution: InstitutionId, shown: Sequence[Consultation], count: int, page: int
) -> Message:
    """The consultations from which a plan can be made."""
    asked = talk.t("From which consultation? Its name, its steps and its meetings are taken over.")
    nothing = talk.t("There is no published consultation without a plan.")
    return Message(
        title=talk.t("From a consultation"),
        body=asked if count else nothing,
        buttons=(
            *column(*(button(quote(one.terms.title, LABEL), PlanFrom(one.id)) for one in shown)),
            *turning(talk, count, page, partial(ChooseConsultation, institution)),
            *column(to_ways(talk, institution)),
        ),
    )


def models(
    talk: Talk, whose: tuple[InstitutionId, int], shown: Sequence[NamedPlan], *, count: int, page: int
) -> Message:
    """The plans of an institution like one of which a new one can be, perhaps for a consultation."""
    institution, consultation = whose
    asked = talk.t("Which plan shall we start from? Everything is taken over except its days and what was achieved.")
    nothing = talk.t("There is no earlier plan yet.")
    return Message(
        title=talk.t("Like an earlier plan"),
        body=asked if count else nothing,
        buttons=(
            *column(*(button(label_of(talk, one), CopyPlan(one.id, consultation)) for one in shown)),
            *turning(talk, count, page, partial(ChooseModel, institution, consultation)),
            *column(to_ways(talk, institution, consultation)),
        ),
    )


UNREAD: Final[Mapping[Unread, str]] = {
    Unread.TOO_LARGE: mark("It is too large for a plan: 10 MB, or 300 rows in a table, are the most."),
    Unread.NOT_A_DOCUMENT: mark("It is no Word file (DOCX) and no text. An older Word file can be saved as DOCX."),
    Unread.BROKEN: mark("The Word file is broken and could not be opened. Please save it once more and send it."),
    Unread.SOMETHING_ELSE: mark(
        "We did not find the headings of a consultation plan in it: the name, the audience, the timetable, "
        "the resources, the answers, the monitoring."
    ),
}


def not_fetched(talk: Talk) -> str:
    """A file that Telegram did not give out now."""
    return talk.t("The file could not be fetched from Telegram now. Please send it once more.")


def unread(talk: Talk, why: Unread) -> str:
    """Why what was sent is not read as a plan."""
    return f"{cannot_use(talk)} {talk.t(UNREAD[why])}"


def ask_file(talk: Talk, letters: int, complaint: str = "") -> Message:
    """Where the plan is to come from; of a pasted text, how much is here."""
    asked = talk.t("Send the plan as a Word file (DOCX), or paste its text, in several messages if need be.")
    here = talk.texts.n("{count} character is here.", "{count} characters are here.", letters) if letters else ""
    more = talk.t("Send the rest, or press “That was all”.")
    return Message(
        title=talk.t("From a file or a text"),
        body=paragraphs(complaint, here, more) if letters else paragraphs(complaint, asked),
        buttons=column(
            choice(talk, talk.t("That was all"), "all") if letters else None,
            choice(talk, talk.t("Start over"), "anew") if letters else None,
            leave(talk),
        ),
    )


DOUBTS: Final[Mapping[PlanDoubtKind, str]] = {
    PlanDoubtKind.NO_NAME: mark("The name was not found."),
    PlanDoubtKind.YEAR_TAKEN: mark("No year stands there; we took that of the days around it: “{words}”"),
    PlanDoubtKind.NO_YEAR: mark("No year stands there, so its day is left open: “{words}”"),
    PlanDoubtKind.NO_DAY: mark("There is no day in it: “{words}”"),
    PlanDoubtKind.NO_KIND: mark("It does not say whether they are asked before the draft or on it: “{words}”"),
    PlanDoubtKind.BOTH_TICKED: mark("Yes and no are both ticked, so we took neither: “{words}”"),
}


def read(talk: Talk, plan: ConsultationPlan, doubts: Sequence[PlanDoubt]) -> Message:
    """What was read, and what somebody should look at."""
    heading = talk.texts.n("{count} thing to look at:", "{count} things to look at:", len(doubts))
    told = [f"• {talk.t(DOUBTS[one.kind], words=one.words)}" for one in doubts[:MOST_DOUBTS]]
    if len(doubts) > MOST_DOUBTS:
        told.append(talk.t("and {count} more", count=len(doubts) - MOST_DOUBTS))
    return Message(
        title=talk.t("The plan was read and is kept"),
        body=paragraphs(
            lines((heading, *told)) if doubts else talk.t("We found nothing doubtful."),
            talk.t("Below is the plan: each part has a button to change it."),
        ),
    )


def audience_count(talk: Talk, plan: ConsultationPlan) -> str:
    """How many rows the audience has."""
    return talk.texts.n("Audience: {count} row", "Audience: {count} rows", len(plan.audience))


def activities_count(talk: Talk, plan: ConsultationPlan) -> str:
    """How many activities the timetable has, and how many of them have no day."""
    told = talk.texts.n("Timetable: {count} activity", "Timetable: {count} activities", len(plan.activities))
    undated = sum(row.day is None for row in plan.activities)
    open_ = talk.t("without a day: {count}", count=undated)
    return f"{told}; {open_}" if undated else told


def ask_name(talk: Talk, complaint: str = "") -> Message:
    """What the plan is about."""
    asked = talk.t("For which law, policy or act is the plan? Write its name.")
    return Message(body=paragraphs(complaint, asked), buttons=column(leave(talk)))


def to_plans(talk: Talk) -> Button:
    """The way to the list."""
    return button(talk.t("All plans"), ShowPlans())


def to_ways(talk: Talk, institution: int, consultation: int = 0) -> Button:
    """The way back to the ways to begin."""
    return button(talk.t("Back"), NewPlan(institution, consultation))
