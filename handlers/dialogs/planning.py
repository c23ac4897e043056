"""Writing a consultation plan: read from a file or a text, begun by its name, each field typed by itself.

Collecting ──a file, or all of a text──▶ the plan ◀──a name── Naming
the plan ──a field──▶ Filling ──what stands there──▶ the plan
         └──rows──▶ Adding ──all──▶ the plan
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from handlers.commands.plans import show_part, show_plan, show_row
from handlers.dialogs.leaving import leavable
from handlers.dialogs.loose import loose
from handlers.dialogs.plan_lines import activity_in, audience_in, organisations_in
from handlers.dialogs.typed_days import day_in
from handlers.events import Chose, Edited, File, Text
from handlers.spoken import NOTHING, Spoken
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import plan_rows as rows_views
from handlers.views import plans as views
from handlers.views.correcting import cannot_use
from handlers.views.pages import PAGE
from handlers.views.plan_page import AddToPlan, FillPlan
from handlers.views.plan_rows import NEVER_EMPTY
from handlers.views.plan_words import shown
from handlers.views.plans import CopyPlan, NamePlan, ReadPlan, is_word_file
from handlers.when import When, unpacked
from participation.consultations.usecases import consultation_for_officer
from participation.errors import NotFound, Refusal, Refused
from participation.ids import ConsultationId, InstitutionId, PlanId
from participation.messages import MediaKind
from participation.offices.usecases import office_in
from participation.paperwork.kept import KeptPlan
from participation.paperwork.parts import (
    GROWING,
    LONGEST,
    PlanField,
    PlanRows,
    Value,
    empty_value,
    like,
    rows_of,
    tidy,
    with_value,
)
from participation.paperwork.plan import Activity, AudienceRow, ConsultationPlan
from participation.paperwork.planning import begin_plan, change_plan, is_too_long, plan_for_officer
from participation.paperwork.reading import LARGEST_PLAN, PlanReading
from participation.paperwork.taps import with_activities
from participation.unread import Unread
from participation.words import one_line

A_NUMBER: Final = re.compile(r"[\d][\d.,  ]{0,10}%?")
"""What may be a planned value that nobody asked for."""
LONGEST_PASTED: Final = 100_000
"""Characters; the longest plan we know has a tenth of it."""
LONG: Final = frozenset(
    {
        PlanField.COLLECTION,
        PlanField.HUMAN,
        PlanField.FINANCIAL,
        PlanField.EQUIPMENT,
        PlanField.FINDINGS,
        PlanField.FRAME_MEASURES,
        PlanField.QUANTITY_MEASURES,
        PlanField.QUALITY_MEASURES,
    }
)
"""What may have several lines."""


@dataclass(frozen=True)
class Collecting:
    """A file or a text is awaited, perhaps in several messages."""

    institution: int
    consultation: int = 0
    spoken: Spoken = NOTHING


@dataclass(frozen=True)
class Naming:
    """The name of a new plan is awaited, perhaps of one like an earlier plan."""

    institution: int
    like: int = 0


@dataclass(frozen=True)
class Filling:
    """What stands in a field is awaited, of the version that was looked at.

    Where it was not asked for and only its row is looked at, nothing but a number is meant for it.
    """

    plan: int
    version: int
    number: int
    field: PlanField
    asked: bool = True


@dataclass(frozen=True)
class Adding:
    """Rows are awaited; so many were added."""

    plan: int
    rows: PlanRows
    added: int = 0


async def begin_reading(talk: Talk, pressed: ReadPlan) -> Turn:
    """Ask for the file or the text."""
    await office_in(talk.person.id, InstitutionId(pressed.institution), uow=talk.uow)
    return show(views.ask_file(talk, 0), draft=Collecting(pressed.institution, pressed.consultation))


async def begin_naming(talk: Talk, pressed: NamePlan) -> Turn:
    """Ask for the name of an empty plan."""
    await office_in(talk.person.id, InstitutionId(pressed.institution), uow=talk.uow)
    return show(views.ask_name(talk), draft=Naming(pressed.institution))


async def copy_plan(talk: Talk, pressed: CopyPlan) -> Turn:
    """Begin a plan like an earlier one: for a consultation it has its name, else that is asked for."""
    model = await _found(pressed.plan, talk)
    if not pressed.consultation:
        return show(views.ask_name(talk), draft=Naming(model.institution, model.id))
    consultation = ConsultationId(pressed.consultation)
    found = await consultation_for_officer(consultation, by=talk.person.id, uow=talk.uow)
    return await _begin(like(model.plan, found.terms.title), found.institution, consultation, talk)


async def _begin(plan: ConsultationPlan, institution: int, consultation: int, talk: Talk, note: str = "") -> Turn:
    number = await begin_plan(
        plan,
        institution=InstitutionId(institution),
        consultation=ConsultationId(consultation) if consultation else None,
        by=talk.person.id,
        uow=talk.uow,
        now=talk.now,
    )
    return await show_plan(talk, number, note)


async def _found(number: int, talk: Talk) -> KeptPlan:
    return await plan_for_officer(PlanId(number), by=talk.person.id, uow=talk.uow)


async def collecting(draft: Collecting, said: Said, talk: Talk) -> Turn:
    """Take a file, or a piece of a text, until somebody says that this was all."""
    match said:
        case File(media, plain=plain, content=content) if media.kind is MediaKind.DOCUMENT:
            if handed := plain or content:
                return await _read(draft, handed, talk)
            return _collecting(draft, talk, _no_file(said, talk))
        case Text() | Edited():
            return _collect(draft, said, talk)
        case Chose("all") if not draft.spoken.is_empty():
            return await _read(draft, draft.spoken.text, talk)
        case Chose("anew"):
            return _collecting(replace(draft, spoken=NOTHING), talk)
        case Chose():
            return _collecting(draft, talk)
        case _:
            return _collecting(draft, talk, views.unread(talk, Unread.NOT_A_DOCUMENT))


def _collecting(draft: Collecting, talk: Talk, complaint: str = "") -> Turn:
    return show(views.ask_file(talk, len(draft.spoken.text), complaint), draft=draft)


def _no_file(said: File, talk: Talk) -> str:
    """Why there is nothing in a file."""
    media = said.media
    if (media.size or 0) > LARGEST_PLAN:
        return views.unread(talk, Unread.TOO_LARGE)
    is_known = is_word_file(media.name, media.type)
    return views.not_fetched(talk) if is_known else views.unread(talk, Unread.NOT_A_DOCUMENT)


def _collect(draft: Collecting, said: Text | Edited, talk: Talk) -> Turn:
    more = draft.spoken.with_more(said)
    if more is None:
        return _collecting(draft, talk)
    if len(more.text) > LONGEST_PASTED:
        return _collecting(draft, talk, views.unread(talk, Unread.TOO_LARGE))
    return _collecting(replace(draft, spoken=more), talk)


async def _read(draft: Collecting, handed: str | bytes, talk: Talk) -> Turn:
    """What was read is kept at once, beneath a word on what is doubtful; what is no plan is said, and nothing lost."""
    read = await talk.house.scribe.read_plan(handed)
    if isinstance(read, PlanReading) and is_too_long(read.plan):
        read = Unread.TOO_LARGE
    if isinstance(read, Unread):
        return _collecting(draft, talk, views.unread(talk, read))
    turn = await _begin(read.plan, draft.institution, draft.consultation, talk)
    return replace(turn, screens=(views.read(talk, read.plan, read.doubts), *turn.screens))


async def naming(draft: Naming, said: Said, talk: Talk) -> Turn:
    """Take the name, and begin the plan."""
    match said:
        case Text(words) if name := one_line(words):
            if len(name) > LONGEST:
                return show(views.ask_name(talk, rows_views.too_long(talk)), draft=draft)
            plan = like((await _found(draft.like, talk)).plan, name) if draft.like else ConsultationPlan(name)
            return await _begin(plan, draft.institution, 0, talk)
        case Chose():
            return show(views.ask_name(talk), draft=draft)
        case _:
            return show(views.ask_name(talk, cannot_use(talk)), draft=draft)


async def begin_filling_plan(talk: Talk, pressed: FillPlan) -> Turn:
    """Ask what is to stand in a field."""
    name = pressed.field.upper()
    if name not in PlanField.__members__:
        raise NotFound
    found = await _found(pressed.plan, talk)
    return await _ask(Filling(found.id, found.version, pressed.number, PlanField[name]), talk)


async def _ask(draft: Filling, talk: Talk, complaint: str = "") -> Turn:
    found = await _found(draft.plan, talk)
    if found.version != draft.version:
        draft, complaint = replace(draft, version=found.version), complaint or rows_views.overtaken(talk)
    draft = replace(draft, asked=True)
    try:
        asked = rows_views.ask(talk, found, draft.field, draft.number, complaint=complaint)
    except IndexError:
        return await show_plan(talk, draft.plan, rows_views.overtaken(talk))
    return show(asked, draft=draft)


async def filling(draft: Filling, said: Said, talk: Talk) -> Turn:
    """Take what is to stand in a field."""
    if not draft.asked and isinstance(said, Text) and not A_NUMBER.fullmatch(said.words.strip()):
        return await loose(talk, said)
    match said:
        case Chose("leave"):
            return await _shown(draft, talk, talk.t("Nothing was changed."), over=True)
        case Chose("empty") if draft.field not in NEVER_EMPTY:
            return await _put(draft, empty_value(draft.field), talk)
        case Chose("day", value) if draft.field is PlanField.DAY and (when := unpacked(value)) and when.day:
            return await _put(draft, when.day, talk)
        case Text(words):
            return await _typed(draft, words, talk)
        case Chose():
            return await _ask(draft, talk)
        case _:
            return await _ask(draft, talk, cannot_use(talk))


async def _typed(draft: Filling, words: str, talk: Talk) -> Turn:
    match draft.field:
        case PlanField.DAY:
            typed = day_in(words, talk)
            if isinstance(typed, str):
                return await _ask(draft, talk, typed)
            if not typed.sure:
                return show(rows_views.sure_of(talk, When(typed.day)), draft=draft)
            return await _put(draft, typed.day, talk)
        case PlanField.ORGANISATIONS:
            return await _put(draft, organisations_in(words), talk)
        case _:
            value = tidy(words) if draft.field in LONG else one_line(words)
            if not value:
                return await _ask(draft, talk, cannot_use(talk))
            return await _put(draft, value, talk)


async def _put(draft: Filling, value: Value, talk: Talk) -> Turn:
    """Keep it, unless somebody has changed the plan since it was looked at: then what stands there now is shown."""
    if len(shown(talk, value)) > LONGEST:
        return await _ask(draft, talk, rows_views.too_long(talk))
    found = await _found(draft.plan, talk)
    if found.version != draft.version:
        return await _ask(draft, talk)
    try:
        changed = with_value(found.plan, draft.field, value, draft.number)
    except IndexError:
        raise NotFound from None
    await change_plan(found, changed, version=draft.version, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await _shown(draft, talk)


async def _shown(draft: Filling, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    """The screen on which the field stands."""
    where = draft.field
    if where.rows is not None:
        return await show_row(talk, draft.plan, where.rows, draft.number, note, over=over)
    match where:
        case PlanField.NAME | PlanField.COLLECTION:
            return await show_plan(talk, draft.plan, note, over=over)
        case PlanField.QUANTITY_TOOL:
            return await show_part(talk, draft.plan, "by", note=note, over=over)
        case PlanField.QUALITY_TOOL:
            return await show_part(talk, draft.plan, "from", note=note, over=over)
        case _:
            return await show_part(talk, draft.plan, "resources", note=note, over=over)


async def begin_adding_rows(talk: Talk, pressed: AddToPlan) -> Turn:
    """Ask for rows."""
    if pressed.rows not in GROWING:
        raise NotFound
    found = await _found(pressed.plan, talk)
    return _ask_rows(Adding(found.id, PlanRows(pressed.rows)), talk)


def _ask_rows(draft: Adding, talk: Talk, complaint: str = "") -> Turn:
    return show(rows_views.ask_rows(talk, draft.rows, draft.added, complaint), draft=draft)


async def adding(draft: Adding, said: Said, talk: Talk) -> Turn:
    """Take rows, a line each; all of a message or none of it."""
    match said:
        case Chose("leave"):
            if not draft.added:
                return await show_part(talk, draft.plan, draft.rows, note=talk.t("Nothing was changed."))
            count = len(rows_of((await _found(draft.plan, talk)).plan, draft.rows))
            return await show_part(talk, draft.plan, draft.rows, _page_of(count))
        case Text(words):
            return await _add(draft, words, talk)
        case Chose():
            return _ask_rows(draft, talk)
        case _:
            return _ask_rows(draft, talk, cannot_use(talk))


def _page_of(count: int) -> int:
    """The last page, where what was added stands."""
    return max(count - 1, 0) // PAGE


async def _add(draft: Adding, words: str, talk: Talk) -> Turn:
    found = await _found(draft.plan, talk)
    lines = [line for line in map(one_line, words.splitlines()) if line]
    if not lines:
        return _ask_rows(draft, talk, cannot_use(talk))
    read = [audience_in(line, talk) if draft.rows is PlanRows.AUDIENCE else activity_in(line, talk) for line in lines]
    if wrong := [why for why in read if isinstance(why, str)]:
        return _ask_rows(draft, talk, wrong[0])
    people = tuple(each for each in read if isinstance(each, AudienceRow))
    changed = replace(found.plan, audience=(*found.plan.audience, *people))
    changed = with_activities(changed, tuple(each for each in read if isinstance(each, Activity)))
    more = len(changed.audience) + len(changed.activities) - len(found.plan.audience) - len(found.plan.activities)
    try:
        await change_plan(found, changed, version=found.version, by=talk.person.id, uow=talk.uow, now=talk.now)
    except Refused as refused:
        if refused.why is not Refusal.ENOUGH:
            raise
        return _ask_rows(draft, talk, rows_views.full(talk))
    return _ask_rows(replace(draft, added=draft.added + more), talk)


PLANNING: Final = Dialog(
    views.DIALOG,
    1,
    {Collecting: leavable(collecting), Naming: leavable(naming), Filling: filling, Adding: adding},
)
