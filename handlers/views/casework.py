"""Safety reports as a coordinator reads them, with what was done and what can be: what, where, which day, never who."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, choice_of, column, grid
from handlers.views import unveiling
from handlers.views.files import file
from handlers.views.mine import attached, by_when
from handlers.views.publishing import to_desk
from locales.texts import mark
from locales.words import BODIES, OUTCOMES, ROLES, ROLES_TOLD, STATES
from participation import actions
from participation.actions import Action
from participation.layout import button, lines, paragraphs, told_place
from participation.messages import Button, Media, Message, Point, Rows
from participation.people.model import Appointment, Role
from participation.places import Unit
from participation.readable import LONGEST
from participation.reports.identity import Veil
from participation.reports.life import Act, State, can, is_news
from participation.reports.model import COARSE, Deed, Entry, Handover, Report, Spot
from participation.words import quote, tame

DIALOG: Final = "case"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""


class Ask(StrEnum):
    """A question of this conversation."""

    COLLEAGUE = "colleague"
    BODY = "body"
    NAME = "name"
    DAY = "day"
    OFFICER = "officer"
    REFERENCE = "reference"
    OUTCOME = "outcome"
    WORDS = "words"


@dataclass(frozen=True)
class DoAbout(Action):
    """Do something about a report, or begin to."""

    tag: ClassVar[str] = "qd"
    report: int
    act: str


@dataclass(frozen=True)
class ShowEarlier(Action):
    """Show what was done about a report before what its page shows."""

    tag: ClassVar[str] = "qe"
    report: int
    page: int


AT_ONCE: Final = 8
"""So many entries are shown in one go: each may be long and bring files along."""


Colleague = tuple[Appointment, str]
"""Somebody to whom it can be given, and how they are told apart."""


@dataclass(frozen=True)
class Case:
    """All that a report's page shows: as what somebody has it in `charge`, whether there is anybody to `give` it to."""

    report: Report
    category: str
    units: Sequence[Unit]
    entries: Sequence[Entry]
    veil: Veil
    charge: Role | None = None
    give: bool = False


LABELS: Final[Mapping[Act, str]] = {
    Act.TAKE: mark("Take it in hand"),
    Act.ASSIGN: mark("Give to a colleague"),
    Act.ASK: mark("Ask the sender"),
    Act.NOTE: mark("Write a note"),
    Act.HAND_OVER: mark("Pass it on"),
    Act.ACT_ON: mark("Something was done"),
    Act.CLOSE: mark("Close it"),
}
"""What stands on the buttons, in their order."""

DONE: Final[Mapping[Act, str]] = {
    Act.RAISE: mark("not read in time"),
    Act.READ: mark("read"),
    Act.TAKE: mark("taken in hand"),
    Act.ASSIGN: mark("given to a colleague"),
    Act.ASK: mark("question to the sender"),
    Act.NOTE: mark("note"),
    Act.HAND_OVER: mark("passed on"),
    Act.ACT_ON: mark("something was done"),
    Act.CLOSE: mark("closed"),
    Act.JOIN: mark("joined to another report"),
    Act.PART: mark("parted from another report"),
    Act.UNVEIL: mark("the name was looked at"),
    Act.TELL: mark("the sender writes"),
    Act.AGREE: mark("the sender answers whether it is solved"),
    Act.DISAGREE: mark("the sender says it is not solved"),
}


def report(talk: Talk, case: Case, *, with_files: bool) -> tuple[Message, ...]:
    """Each file of a report, its point on the map, and the report as it came and as it stands."""
    found = case.report
    spot = found.account.spot
    place = told_place(spot, case.units, named=talk.texts.unit, pin=spot.pin)
    facts = (
        talk.t("Category: {category}", category=case.category),
        talk.t("Day: {day}", day=talk.texts.day(found.received_on)),
        talk.t("Where: {place}", place=place) if place else talk.t("No place was given."),
        unveiling.line(talk, case.veil),
        talk.t("State: {state}", state=_state(talk, case)),
        by_when(talk, found),
    )
    title = talk.t("Urgent: {receipt}", receipt=found.receipt) if found.urgent else found.receipt
    told = told_on(case.entries, 0)
    history = lines(line_of(talk, entry) for entry in told)
    body = paragraphs(lines(facts), found.account.text.strip(), history)
    shown = (*found.account.media, *_media(told)) if with_files else ()
    files = (file(talk, media, found.receipt) for media in shown)
    return (*files, Message(title=title, body=body, buttons=_buttons(talk, case), point=point(spot)))


def told_on(entries: Sequence[Entry], page: int) -> Sequence[Entry]:
    """What a page shows of what was done, the newest page first; that it was read says nothing here."""
    told = [entry for entry in entries if entry.deed.act is not Act.READ]
    end = len(told) - page * AT_ONCE
    return told[max(end - AT_ONCE, 0) : max(end, 0)]


def _media(told: Sequence[Entry]) -> Iterator[Media]:
    return (media for entry in told for media in entry.deed.media)


def earlier(talk: Talk, case: Case, page: int) -> tuple[Message, ...]:
    """What was done before, with its files."""
    told = told_on(case.entries, page)
    back = button(talk.t("Back to the report"), actions.ShowReport(case.report.id))
    files = (file(talk, media, case.report.receipt) for media in _media(told))
    body = lines(line_of(talk, entry) for entry in told) or talk.t("There is nothing earlier.")
    title = talk.t("{receipt}: earlier", receipt=case.report.receipt)
    return (*files, Message(title=title, body=body, buttons=column(_to_earlier(talk, case, page + 1), back)))


def _to_earlier(talk: Talk, case: Case, page: int) -> Button | None:
    more = told_on(case.entries, page)
    return button(talk.t("Earlier"), ShowEarlier(case.report.id, page)) if more else None


def _state(talk: Talk, case: Case) -> str:
    """Where it stands, and who has it in hand."""
    found = case.report
    state = talk.t(STATES[found.state.value])
    if case.charge is None:
        return state
    whose = (
        talk.t("In your hands")
        if found.officer == talk.person.id
        else talk.t("In a colleague's hands ({role})", role=talk.t(ROLES[case.charge]))
    )
    return whose if found.state is State.IN_HAND else f"{state}. {whose}"


def _buttons(talk: Talk, case: Case) -> Rows:
    """What the state allows, whether or not anybody hears a question: who cut their thread is nobody's business."""
    found = case.report
    mine = found.state is State.IN_HAND and found.officer == talk.person.id
    idle = {Act.TAKE: mine, Act.ASSIGN: not case.give}
    offered = [act for act in LABELS if can(found.state, act) and not idle.get(act)]
    deeds = [button(talk.t(LABELS[act]), DoAbout(found.id, act.value)) for act in offered]
    more = _to_earlier(talk, case, 1)
    name = unveiling.way(talk, found.id, case.veil)
    return (*grid(deeds), *column(name, more, button(talk.t("All reports"), actions.ShowReports()), to_desk(talk)))


def line_of(talk: Talk, entry: Entry) -> str:
    """What was done or said, on which day, in a line."""
    done = talk.t("{day}: {what}", day=talk.texts.short_day(entry.on), what=" – ".join(_parts(talk, entry.deed)))
    said = entry.deed.words.strip()
    # In one line, and as a quotation: nobody writes a line that looks like one of ours.
    return lines((done, f"“{quote(tame(said), LONGEST)}”" if said else "", attached(talk, entry.deed.media)))


def _parts(talk: Talk, deed: Deed) -> Iterator[str]:
    yield talk.t(DONE[deed.act])
    if deed.told is not None:
        yield talk.t(ROLES_TOLD[deed.told])
    if deed.outcome is not None:
        yield talk.t(OUTCOMES[deed.outcome])
    if deed.handover is not None:
        yield from _handed(talk, deed.handover)


def _handed(talk: Talk, handover: Handover) -> Iterator[str]:
    yield handover.name or talk.t(BODIES[handover.body])
    yield talk.texts.short_day(handover.on)
    if handover.officer:
        yield talk.t("taken by {officer}", officer=handover.officer)
    if handover.reference:
        yield talk.t("number {number}", number=handover.reference)


def question(
    talk: Talk, receipt: str, deed: Deed, ask: Ask, colleagues: Sequence[Colleague], *, may_skip: bool, note: str
) -> Message:
    """One question, with what can be pressed instead of writing."""
    return Message(
        title=talk.t("{receipt}: {deed}", receipt=receipt, deed=talk.t(LABELS[deed.act])),
        body=paragraphs(note, _question(talk, deed, ask)),
        buttons=(
            *_choices(talk, ask, colleagues),
            *column(choice(talk, talk.t("Skip"), "skip") if may_skip else None),
            (choice(talk, talk.t("Back"), "back"), choice(talk, talk.t("Cancel"), "cancel")),
        ),
    )


def _question(talk: Talk, deed: Deed, ask: Ask) -> str:
    match ask:
        case Ask.COLLEAGUE:
            return talk.t("To whom? No names are kept here.")
        case Ask.BODY:
            return talk.t(
                "To whom was it passed on? Whoever learns in office of a crime must report it in writing to the "
                "prosecution or the police (Criminal Procedure Code, art. 281)."
            )
        case Ask.NAME:
            return talk.t("Which office is that? The sender will read it.")
        case Ask.DAY:
            return talk.t("On which day?")
        case Ask.OFFICER:
            return talk.t("Who took it there? The sender does not read it.")
        case Ask.REFERENCE:
            return talk.t("Under which number is it kept there? The sender will read it.")
        case Ask.OUTCOME:
            return talk.t("How did it end?")
        case Ask.WORDS:
            return talk.t(WORDS[deed.act])


WORDS: Final[Mapping[Act, str]] = {
    Act.ASK: mark("Write the question. It goes to the sender; you do not learn who that is."),
    Act.NOTE: mark("Write the note. Only those who work on reports here read it."),
    Act.ACT_ON: mark("Write what was done, or send a photo of it. The sender will read it. Please leave out names."),
    Act.HAND_OVER: mark("Would you like to add a few words for the sender?"),
    Act.CLOSE: mark("Write why, and what came of it. The sender will read it."),
}


DAYS: Final[Mapping[int, str]] = {0: mark("Today"), 1: mark("Yesterday")}
"""So many days back."""


def _choices(talk: Talk, ask: Ask, colleagues: Sequence[Colleague]) -> Rows:
    buttons: list[Button] = []
    match ask:
        case Ask.COLLEAGUE:
            buttons = [choice(talk, label, "colleague", one.id) for one, label in colleagues]
        case Ask.BODY:
            buttons = [choice(talk, talk.t(label), "body", body) for body, label in BODIES.items()]
        case Ask.OUTCOME:
            buttons = [choice(talk, talk.t(label), "outcome", outcome) for outcome, label in OUTCOMES.items()]
        case Ask.DAY:
            buttons = [choice(talk, talk.t(label), "day", back) for back, label in DAYS.items()]
        case _:
            pass
    return column(*buttons)


def preview(talk: Talk, found: Report, deed: Deed, given_to: str) -> Message:
    """What will be done, and who hears of it."""
    if is_news(found.state, deed.act):
        heard = talk.t("The sender is told of it, if they want to hear of it and can be reached.")
    else:
        heard = talk.t("The sender does not read it.")
    told = talk.t("Your colleague is told of it.") if given_to else ""
    return Message(
        title=talk.t("Please check"),
        body=paragraphs(
            found.receipt,
            lines((*_parts(talk, deed), given_to, deed.words.strip(), attached(talk, deed.media))),
            lines((told, heard)),
        ),
        buttons=(
            (choice(talk, talk.t("Confirm"), "send"),),
            (choice(talk, talk.t("Back"), "back"), choice(talk, talk.t("Cancel"), "cancel")),
        ),
    )


def point(spot: Spot) -> Point | None:
    """The pin, to be opened in whatever map one has."""
    if spot.latitude is None or spot.longitude is None:
        return None
    return Point(spot.latitude, spot.longitude, within=COARSE)
