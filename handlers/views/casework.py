"""Safety reports as a coordinator reads them, with what was done and what can be: what, where, which day, never who."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from handlers.turns import Talk, column, grid
from handlers.views import known, unveiling
from handlers.views.files import file
from handlers.views.mine import attached, by_when
from handlers.views.pages import turning
from handlers.views.publishing import to_desk
from locales.texts import mark
from locales.words import BODIES, OUTCOMES, ROLES, ROLES_TOLD, STATES
from participation import desk_actions
from participation.layout import button, lines, paragraphs, told_place
from participation.messages import Button, Media, Message, Point, Rows
from participation.packing import Action
from participation.people.model import Role
from participation.places import Unit
from participation.readable import LONGEST
from participation.reports.identity import Veil
from participation.reports.life import Act, State, can
from participation.reports.model import Account, Deed, Entry, Handover, KnownProblem, Report, Spot
from participation.words import quote, tame


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


@dataclass(frozen=True)
class ShowJoined(Action):
    """Show the reports that are joined to one."""

    tag: ClassVar[str] = "qj"
    report: int
    page: int


AT_ONCE: Final = 8
"""So many entries are shown in one go: each may be long and bring files along."""


@dataclass(frozen=True)
class Case:
    """All that a report's page shows: as what somebody has it in `charge`, whether there is anybody to `give` it to.

    The receipt of the one it is joined to, how many are joined to it, how many others may be `alike`, and whether it
    `is_alone` of what is open. What citizens may read of it, and whether they may be told. Whether it may be kept for
    the protection contact.
    """

    report: Report
    category: str
    units: Sequence[Unit]
    entries: Sequence[Entry]
    veil: Veil
    charge: Role | None = None
    give: bool = False
    lead: str = ""
    joined: int = 0
    alike: int = 0
    is_alone: bool = False
    known: KnownProblem | None = None
    may_tell: bool = False
    may_guard: bool = False


LABELS: Final[Mapping[Act, str]] = {
    Act.TAKE: mark("Take it in hand"),
    Act.ASSIGN: mark("Give to a colleague"),
    Act.ASK: mark("Ask the sender"),
    Act.NOTE: mark("Write a note"),
    Act.HAND_OVER: mark("Pass it on"),
    Act.ACT_ON: mark("Something was done"),
    Act.CLOSE: mark("Close it"),
    Act.JOIN: mark("Join to another"),
    Act.PART: mark("Deal with it by itself"),
    Act.GUARD: mark("Only for the protection contact"),
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
    Act.GUARD: mark("given to the protection contact alone"),
    Act.READERS: mark("who reads it has changed"),
    Act.SHARE: mark("done about the one it is joined to"),
    Act.UNVEIL: mark("the name was looked at"),
    Act.TELL: mark("the sender writes"),
    Act.AGREE: mark("the sender answers whether it is solved"),
    Act.DISAGREE: mark("the sender says it is not solved"),
    Act.GO_BY: mark("the sender gives a made-up name"),
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
        called(talk, found.account) or unveiling.line(talk, case.veil),
        talk.t("State: {state}", state=_state(talk, case)),
        by_when(talk, found),
        *_beside(talk, case),
    )
    title = talk.t("Urgent: {receipt}", receipt=found.receipt) if found.urgent else found.receipt
    told = told_on(case.entries, 0)
    history = lines(line_of(talk, entry) for entry in told)
    said = found.account.text.strip()
    if not said and not found.account.media:
        said = talk.t("Whoever sent it says only that it concerns them too.")
    body = paragraphs(lines(facts), said, history)
    shown = (*found.account.media, *_media(told)) if with_files else ()
    files = (file(talk, media, found.receipt) for media in shown)
    return (*files, Message(title=title, body=body, buttons=_buttons(talk, case), point=point(spot)))


def _beside(talk: Talk, case: Case) -> Iterator[str]:
    """With which others it belongs together, or may."""
    if case.lead:
        yield talk.t("Joined to {receipt}: what is done there is told here too.", receipt=case.lead)
    if case.joined:
        yield talk.texts.n(
            "{count} report is joined to this one: its sender hears what is done here.",
            "{count} reports are joined to this one: their senders hear what is done here.",
            case.joined,
        )
    if case.alike:
        yield talk.texts.n(
            "{count} report may be about the same.", "{count} reports may be about the same.", case.alike
        )
    yield known.line(talk, case.known)


def called(talk: Talk, account: Account) -> str:
    """How its sender may be called: on this page and nowhere else."""
    if account.pseudonym is None:
        return ""
    # As a quotation: nobody gives a name that looks like a line of ours.
    return talk.t("Made-up name of the sender: “{name}”", name=quote(tame(account.pseudonym), LONGEST))


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
    back = button(talk.t("Back to the report"), desk_actions.ShowReport(case.report.id))
    files = (file(talk, media, case.report.receipt) for media in _media(told))
    body = lines(line_of(talk, entry) for entry in told) or talk.t("There is nothing earlier.")
    title = talk.t("{receipt}: earlier", receipt=case.report.receipt)
    return (*files, Message(title=title, body=body, buttons=column(_to_earlier(talk, case, page + 1), back)))


def joined(talk: Talk, lead: Report, shown: Sequence[tuple[int, str]], *, count: int, page: int) -> Message:
    """A page of those that are joined to a report."""
    body = talk.t("Their senders hear what is done about {receipt}.", receipt=lead.receipt)
    return Message(
        title=talk.t("Joined to {receipt}", receipt=lead.receipt),
        body=body if count else talk.t("There is nothing here now."),
        buttons=(
            *column(*(button(label, desk_actions.ShowReport(number)) for number, label in shown)),
            *turning(talk, count, page, lambda to: ShowJoined(lead.id, to)),
            *column(button(talk.t("Back to the report"), desk_actions.ShowReport(lead.id))),
        ),
    )


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
    idle = {Act.TAKE: mine, Act.ASSIGN: not case.give, Act.JOIN: case.is_alone, Act.GUARD: not case.may_guard}
    offered = [act for act in LABELS if can(found.state, act) and not idle.get(act)]
    deeds = [button(talk.t(LABELS[act]), DoAbout(found.id, act.value)) for act in offered]
    more = _to_earlier(talk, case, 1)
    name = unveiling.way(talk, found.id, case.veil)
    lead = button(case.lead, desk_actions.ShowReport(found.lead)) if found.lead and case.lead else None
    joined = button(talk.t("Joined to it"), ShowJoined(found.id, 0)) if case.joined else None
    citizens = known.ways(talk, found, case.known, may=case.may_tell)
    others = button(talk.t("All reports"), desk_actions.ShowReports())
    return (*grid(deeds), *column(name, lead, joined, *citizens, more, others, to_desk(talk)))


def line_of(talk: Talk, entry: Entry) -> str:
    """What was done or said, on which day, in a line."""
    done = talk.t("{day}: {what}", day=talk.texts.short_day(entry.on), what=" – ".join(parts_of(talk, entry.deed)))
    said = entry.deed.words.strip()
    # In one line, and as a quotation: nobody writes a line that looks like one of ours.
    return lines((done, f"“{quote(tame(said), LONGEST)}”" if said else "", attached(talk, entry.deed.media)))


def parts_of(talk: Talk, deed: Deed) -> Iterator[str]:
    """What was done, and what belongs to it, without the words."""
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


def point(spot: Spot) -> Point | None:
    """The pin, to be opened in whatever map one has."""
    if spot.latitude is None or spot.longitude is None:
        return None
    return Point(spot.latitude, spot.longitude, within=spot.grain)
