"""A row of a consultation plan with all that can be done to it, the monitoring, and what is typed into a field."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from handlers.turns import Talk, column
from handlers.views.correcting import meant, now_it_says
from handlers.views.pages import LABEL
from handlers.views.plan_page import PARTS, ShowRow, activity_line, audience_line, fill, said, tap, to_part, to_plan
from handlers.views.plan_words import (
    ASKS,
    FIELDS,
    FRAME,
    QUALITIES,
    QUALITY_TOOLS,
    QUANTITIES,
    QUANTITY_TOOLS,
    answered,
    shown,
)
from handlers.views.plans import choice
from handlers.when import When
from locales.texts import mark
from locales.words import KINDS
from participation.consultations.model import Kind
from participation.layout import button, lines, paragraphs
from participation.messages import Button, Message
from participation.paperwork.kept import KeptPlan
from participation.paperwork.parts import PlanField, PlanRows, rows_of, value_of
from participation.paperwork.plan import Quality, Quantity
from participation.words import quote

LONGEST_SHOWN: Final = 3_000
"""Characters of a text that are shown whole: a message has room for a question beside them."""

WRITTEN: Final[Mapping[PlanRows, Sequence[PlanField]]] = {
    PlanRows.AUDIENCE: (PlanField.AUDIENCE, PlanField.METHODS, PlanField.CHANNEL),
    PlanRows.ACTIVITIES: (PlanField.DAY, PlanField.PLACE, PlanField.WHAT, PlanField.ORGANISATIONS),
    PlanRows.FRAME: (PlanField.FRAME_MEASURES,),
    PlanRows.QUANTITIES: (PlanField.PLANNED, PlanField.ACHIEVED, PlanField.QUANTITY_MEASURES),
    PlanRows.QUALITIES: (PlanField.FINDINGS, PlanField.QUALITY_MEASURES),
}
"""What is typed into the rows of each table."""
NEVER_EMPTY: Final = frozenset({PlanField.NAME, PlanField.AUDIENCE, PlanField.WHAT})


def row(talk: Talk, found: KeptPlan, rows: PlanRows, number: int, note: str = "") -> Message:
    """One row."""
    fields = _written(found, rows, number)
    told = (said(talk, FIELDS[field], shown(talk, value_of(found.plan, field, number))) for field in fields)
    part = rows.value if rows in {PlanRows.AUDIENCE, PlanRows.ACTIVITIES} else "monitoring"
    return Message(
        title=title_of(talk, found, rows, number),
        body=paragraphs(note, lines(_ticked(talk, found, rows, number)), lines(told)),
        buttons=column(
            *_taps(talk, found, rows, number),
            *(fill(talk, found, field, number) for field in fields),
            _remove(talk, found, rows, number),
            to_part(talk, found.id, part),
            to_plan(talk, found.id),
        ),
    )


def _written(found: KeptPlan, rows: PlanRows, number: int) -> Sequence[PlanField]:
    match rows_of(found.plan, rows)[number]:
        case row if rows is PlanRows.QUANTITIES and row.indicator is Quantity.OTHER:
            return (PlanField.QUANTITY_LABEL, *WRITTEN[rows])
        case row if rows is PlanRows.QUALITIES and row.indicator is Quality.OBJECTIVES:
            return (PlanField.QUALITY_LABEL, *WRITTEN[rows])
        case _:
            return WRITTEN[rows]


def title_of(talk: Talk, found: KeptPlan, rows: PlanRows, number: int) -> str:
    """What a row is about."""
    one = rows_of(found.plan, rows)[number]
    match rows:
        case PlanRows.AUDIENCE:
            return quote(one.audience or audience_line(talk, one), LONGEST_TITLE)
        case PlanRows.ACTIVITIES:
            return quote(activity_line(talk, one), LONGEST_TITLE)
        case PlanRows.FRAME:
            return talk.t(FRAME[one.question])
        case PlanRows.QUANTITIES:
            return talk.t(QUANTITIES[one.indicator])
        case PlanRows.QUALITIES:
            return talk.t(QUALITIES[one.indicator])


LONGEST_TITLE: Final = 150


def _ticked(talk: Talk, found: KeptPlan, rows: PlanRows, number: int) -> Iterator[str]:
    """What is said by boxes."""
    one = rows_of(found.plan, rows)[number]
    if rows is PlanRows.AUDIENCE:
        yield from (_box(talk, talk.t(KINDS[kind]), kind in one.kinds) for kind in Kind)
    if rows in {PlanRows.QUANTITIES, PlanRows.QUALITIES}:
        yield _box(talk, talk.t("Chosen"), one.chosen)
    if rows in {PlanRows.FRAME, PlanRows.QUANTITIES}:
        yield _of(talk, talk.t("Does it suit"), answered(talk, one.suits))


def _of(talk: Talk, what: str, words: str) -> str:
    return talk.t("{part}: {words}", part=what, words=words)


def _box(talk: Talk, what: str, ticked: bool) -> str:
    return _of(talk, what, answered(talk, ticked))


def _taps(talk: Talk, found: KeptPlan, rows: PlanRows, number: int) -> Iterator[Button]:
    one = rows_of(found.plan, rows)[number]
    if rows is PlanRows.AUDIENCE:
        for kind in Kind:
            yield tap(found, _toggle(talk, talk.t(KINDS[kind]), kind in one.kinds), f"kind.{kind.value}", number)
    if rows in {PlanRows.QUANTITIES, PlanRows.QUALITIES}:
        label = talk.t("Do not choose it") if one.chosen else talk.t("Choose it")
        yield tap(found, label, f"choose.{rows.value}", number)
    if rows in {PlanRows.FRAME, PlanRows.QUANTITIES}:
        said_now = {True: "yes", False: "no", None: "open"}[one.suits]
        for answer, label in SUITS.items():
            if answer != said_now:
                yield tap(found, talk.t(label), f"suits.{rows.value}.{answer}", number)


SUITS: Final[Mapping[str, str]] = {
    "yes": mark("It suits: yes"),
    "no": mark("It suits: no"),
    "open": mark("Leave the answer open"),
}


def _toggle(talk: Talk, what: str, ticked: bool) -> str:
    return talk.t("Take out: {name}", name=what) if ticked else talk.t("Add: {name}", name=what)


def _remove(talk: Talk, found: KeptPlan, rows: PlanRows, number: int) -> Button | None:
    if rows not in {PlanRows.AUDIENCE, PlanRows.ACTIVITIES}:
        return None
    return tap(found, talk.t("Remove this row"), f"remove.{rows.value}", number)


def monitoring(talk: Talk, found: KeptPlan, note: str = "") -> Message:
    """The fifth part: what is counted, what is judged, by what, and the frame."""
    plan = found.plan.monitoring
    counts = [_count(talk, found, number) for number in range(len(plan.quantities))]
    chosen = [talk.t(QUALITIES[one.indicator]) for one in plan.qualities if one.chosen]
    frame = [_of(talk, talk.t(FRAME[one.question]), answered(talk, one.suits)) for one in plan.frame]
    return Message(
        title=talk.t("Monitoring"),
        body=paragraphs(
            note,
            lines((talk.t("What is counted, with its planned value:"), *filter(None, counts)))
            if any(counts)
            else talk.t("No count is chosen yet. Choose at least one, and plan a value for it."),
            _of(talk, talk.t("What is judged"), ", ".join(chosen) or talk.t("nothing chosen")),
            lines(frame),
        ),
        buttons=column(
            *_rows(talk, found, PlanRows.QUANTITIES, len(plan.quantities)),
            to_part(talk, found.id, "by"),
            *_rows(talk, found, PlanRows.QUALITIES, len(plan.qualities)),
            to_part(talk, found.id, "from"),
            *_rows(talk, found, PlanRows.FRAME, len(plan.frame)),
            to_plan(talk, found.id),
        ),
    )


def _count(talk: Talk, found: KeptPlan, number: int) -> str:
    one = found.plan.monitoring.quantities[number]
    planned = quote(one.planned, LABEL) or talk.t("no planned value yet")
    return f"• {_of(talk, talk.t(QUANTITIES[one.indicator]), planned)}" if one.chosen else ""


def _rows(talk: Talk, found: KeptPlan, rows: PlanRows, count: int) -> Iterator[Button]:
    for number in range(count):
        yield button(quote(title_of(talk, found, rows, number), LABEL), ShowRow(found.id, rows, number))


def tools(talk: Talk, found: KeptPlan, which: str, note: str = "") -> Message:
    """By what counts are proved, or from what judgements are drawn: boxes to tick."""
    plan = found.plan.monitoring
    by = which == "by"
    names: Mapping[Any, str] = QUANTITY_TOOLS if by else QUALITY_TOOLS
    ticked = plan.quantity_tools if by else plan.quality_tools
    other = PlanField.QUANTITY_TOOL if by else PlanField.QUALITY_TOOL
    told = [_box(talk, talk.t(label), tool in ticked) for tool, label in names.items()]
    taps = [
        tap(found, _toggle(talk, talk.t(label), tool in ticked), f"{which}.{tool}") for tool, label in names.items()
    ]
    return Message(
        title=talk.t(PARTS[which]),
        body=paragraphs(note, lines(told), said(talk, FIELDS[other], shown(talk, value_of(found.plan, other)))),
        buttons=column(*taps, fill(talk, found, other), to_part(talk, found.id, "monitoring"), to_plan(talk, found.id)),
    )


def ask(talk: Talk, found: KeptPlan, field: PlanField, number: int, *, complaint: str = "") -> Message:
    """What is to be written into a field, and what stands there now."""
    words = shown(talk, value_of(found.plan, field, number))
    about = title_of(talk, found, field.rows, number) if field.rows else ""
    now = words if len(words) <= LONGEST_SHOWN else quote(words, LONGEST_SHOWN)
    open_ = talk.t("Leave the day open") if field is PlanField.DAY else talk.t("Leave it empty")
    return Message(
        title=talk.t(FIELDS[field]),
        body=paragraphs(complaint, about, now_it_says(talk, now), talk.t(ASKS[field])),
        buttons=column(
            choice(talk, open_, "empty") if now and field not in NEVER_EMPTY else None,
            choice(talk, talk.t("Leave it as it is"), "leave"),
        ),
    )


def ask_rows(talk: Talk, rows: PlanRows, added: int, complaint: str = "") -> Message:
    """What rows look like that are typed."""
    asked = (
        talk.t(
            "Write one row a line: who is asked; methods; channel. Only the first is needed. For example:\n"
            "Businesses in the centre; meetings in small groups; e-mail"
        )
        if rows is PlanRows.AUDIENCE
        else talk.t(
            "Write one activity a line: day; place; what happens; organisations with commas between. "
            "A day that is still open is written as “-”. For example:\n"
            "26.9.2023; Korçë; Meeting with interest groups; Bashkia Korçë, Bashkia Maliq"
        )
    )
    done = talk.texts.n("{count} row was added.", "{count} rows were added.", added) if added else ""
    title = talk.t("Add a row of your own") if rows is PlanRows.AUDIENCE else talk.t("Add activities")
    label = talk.t("That was all") if added else talk.t("Leave it as it is")
    return Message(title=title, body=paragraphs(complaint, done, asked), buttons=column(choice(talk, label, "leave")))


def sure_of(talk: Talk, when: When) -> Message:
    """The day we understood, in full, to be confirmed."""
    return meant(
        talk,
        when,
        choice(talk, talk.t("Yes"), "day", when.packed()),
        choice(talk, talk.t("Leave it as it is"), "leave"),
    )


def overtaken(talk: Talk) -> str:
    """Somebody else was faster."""
    return talk.t(
        "The plan has changed in the meantime, and this is how it stands now. If your words still fit, send them "
        "once more."
    )


def too_long(talk: Talk) -> str:
    """How much fits into a field."""
    return talk.t("That is too long: 4,000 characters at most.")


def full(talk: Talk) -> str:
    """How many rows a table has at most."""
    return talk.t("There is no room for so many: a table has 300 rows at most. None of these was added.")


def no_day_in(talk: Talk, line: str) -> str:
    """A line whose day could not be read."""
    return talk.t(
        "We could not read a day with its year at the beginning of “{line}”. None of these lines was added.",
        line=quote(line, LABEL),
    )


def nothing_in(talk: Talk, line: str) -> str:
    """A line that does not say what it is about."""
    return talk.t("“{line}” does not say who, or what happens. None of these lines was added.", line=quote(line, LABEL))
