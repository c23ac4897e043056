"""Consultation plans at the desk: looking at them, what is done by one tap, and the papers."""

from collections.abc import Awaitable
from functools import partial

from handlers.commands.which import ask_which
from handlers.turns import Talk, Turn, show
from handlers.views import plan_page as pages
from handlers.views import plan_rows as rows
from handlers.views import plans as views
from handlers.views.errors import changed_meanwhile
from handlers.views.files import drawn
from handlers.views.managing import PlanOf
from handlers.views.pages import page_of
from handlers.views.plan_page import (
    ChooseTie,
    DropPlan,
    ShowPart,
    ShowRow,
    TakeMeetings,
    TakePlan,
    TapPlan,
    TiePlan,
)
from handlers.views.plans import ChooseConsultation, ChooseModel, NewPlan, PlanFrom, ShowPlan, ShowPlans
from participation.consultations.usecases import consultation_for_officer
from participation.errors import NotFound, Refusal, Refused
from participation.ids import ConsultationId, InstitutionId, PlanId
from participation.offices.usecases import office_in
from participation.paperwork.achieving import plan_paper_of
from participation.paperwork.kept import KeptPlan
from participation.paperwork.parts import GROWING, PlanRows, rows_of
from participation.paperwork.planning import (
    begin_plan,
    change_plan,
    delete_plan,
    plan_for_officer,
    plan_from,
    take_over_meetings,
    tie_plan,
    without_plan,
)
from participation.paperwork.taps import tapped


async def plans(talk: Talk, pressed: ShowPlans) -> Turn:
    """List the plans, what was changed last first."""
    return await show_plans(talk, pressed.page, over=pressed.page != 0)


async def show_plans(talk: Talk, page: int = 0, note: str = "", *, over: bool = False) -> Turn:
    """A page of the list, with a word above it."""
    found = await talk.uow.plans.of(talk.institutions)
    return show(views.plans(talk, page_of(found, page), len(found), page, note), over=over)


async def new_plan(talk: Talk, pressed: NewPlan) -> Turn:
    """Ask in which way to begin one, and before that of which institution."""
    if pressed.consultation:
        return await plan_of(talk, PlanOf(pressed.consultation))
    if not pressed.institution and len(talk.institutions) > 1:
        question = talk.t("For which institution is the plan?")
        return await ask_which(talk, question, talk.institutions, NewPlan, views.to_plans(talk))
    institution = await _institution(pressed.institution or talk.institutions[0], talk)
    return show(views.ways(talk, institution, "", None))


async def _institution(number: int, talk: Talk) -> InstitutionId:
    """An institution for which one acts."""
    await office_in(talk.person.id, InstitutionId(number), uow=talk.uow)
    return InstitutionId(number)


async def plan_of(talk: Talk, pressed: PlanOf) -> Turn:
    """Show the plan of a consultation, or how to begin it."""
    consultation = ConsultationId(pressed.consultation)
    found = await consultation_for_officer(consultation, by=talk.person.id, uow=talk.uow)
    there = await talk.uow.plans.of_consultation(consultation)
    if there is not None:
        return await show_plan(talk, there)
    return show(views.ways(talk, found.institution, found.terms.title, consultation))


async def choose_consultation(talk: Talk, pressed: ChooseConsultation) -> Turn:
    """Show the consultations from which a plan can be made."""
    institution = await _institution(pressed.institution, talk)
    found = await without_plan(institution, uow=talk.uow)
    shown = page_of(found, pressed.page)
    return show(views.consultations(talk, institution, shown, len(found), pressed.page), over=pressed.page != 0)


async def make_from(talk: Talk, pressed: PlanFrom) -> Turn:
    """Make a plan from a consultation; one that has its plan already shows it."""
    consultation = ConsultationId(pressed.consultation)
    institution, plan = await plan_from(consultation, by=talk.person.id, uow=talk.uow)
    there = await talk.uow.plans.of_consultation(consultation)
    number = there or await begin_plan(
        plan, institution=institution, consultation=consultation, by=talk.person.id, uow=talk.uow, now=talk.now
    )
    return await show_plan(talk, number)


async def choose_model(talk: Talk, pressed: ChooseModel) -> Turn:
    """Show the plans to begin like one of them."""
    institution = await _institution(pressed.institution, talk)
    found = await talk.uow.plans.of([institution])
    shown, page = page_of(found, pressed.page), pressed.page
    return show(
        views.models(talk, (institution, pressed.consultation), shown, count=len(found), page=page), over=page != 0
    )


async def plan(talk: Talk, pressed: ShowPlan) -> Turn:
    """Show a plan."""
    return await show_plan(talk, pressed.plan)


async def show_plan(talk: Talk, number: int, note: str = "", *, over: bool = False) -> Turn:
    """The plan as it stands now; whatever was asked of it is over."""
    found = await _found(number, talk)
    tied = await talk.uow.consultations.get(found.consultation) if found.consultation else None
    several = len(talk.institutions) > 1
    held_by = (await talk.uow.places.institution(found.institution)).name if several else ""
    return show(pages.page(talk, found, tied, held_by, note), draft=None, over=over)


async def _found(number: int, talk: Talk) -> KeptPlan:
    return await plan_for_officer(PlanId(number), by=talk.person.id, uow=talk.uow)


async def part(talk: Talk, pressed: ShowPart) -> Turn:
    """Show a part of a plan."""
    return await show_part(talk, pressed.plan, pressed.part, pressed.page, over=pressed.page != 0)


async def show_part(talk: Talk, number: int, which: str, page: int = 0, note: str = "", *, over: bool = False) -> Turn:
    """A part as it stands now."""
    found = await _found(number, talk)
    match which:
        case "audience" | "activities" | "resources":
            shown = pages.part(talk, found, which, page, note)
        case "monitoring":
            shown = rows.monitoring(talk, found, note)
        case "by" | "from":
            shown = rows.tools(talk, found, which, note)
        case _:
            raise NotFound
    return show(shown, draft=None, over=over)


async def row(talk: Talk, pressed: ShowRow) -> Turn:
    """Show a row of a plan."""
    if pressed.rows not in set(PlanRows):
        raise NotFound
    return await show_row(talk, pressed.plan, PlanRows(pressed.rows), pressed.number)


async def show_row(talk: Talk, number: int, which: PlanRows, place: int, note: str = "", *, over: bool = False) -> Turn:
    """A row as it stands now; of one that is gone, its table."""
    found = await _found(number, talk)
    if not 0 <= place < len(rows_of(found.plan, which)):
        return await show_part(talk, number, which if which in GROWING else "monitoring", note=note, over=over)
    return show(rows.row(talk, found, which, place, note), draft=None, over=over)


async def tap(talk: Talk, pressed: TapPlan) -> Turn:
    """Do what a tap says to the version that was looked at; another one is shown instead."""
    found = await _found(pressed.plan, talk)

    async def change() -> None:
        # What was looked at may have fewer rows now: that it has changed comes first.
        changed = tapped(found.plan, pressed.what, pressed.number) if found.version == pressed.version else found.plan
        await change_plan(found, changed, version=pressed.version, by=talk.person.id, uow=talk.uow, now=talk.now)

    is_changed = await _changed(change())
    turn = await _after(talk, pressed)
    return turn if is_changed else changed_meanwhile(turn, talk)


async def _changed(change: Awaitable[None]) -> bool:
    """Whether it was changed; not if somebody else was faster."""
    try:
        await change
    except Refused as refused:
        if refused.why is not Refusal.CHANGED_MEANWHILE:
            raise
        return False
    return True


async def _after(talk: Talk, pressed: TapPlan) -> Turn:
    """The screen on which one sees what a tap did."""
    verb, _, about = pressed.what.partition(".")
    match verb:
        case "preset":
            return await show_part(talk, pressed.plan, "audience", over=True)
        case "remove":
            return await show_part(talk, pressed.plan, about, over=True)
        case "by" | "from":
            return await show_part(talk, pressed.plan, verb, over=True)
        case "kind":
            return await show_row(talk, pressed.plan, PlanRows.AUDIENCE, pressed.number, over=True)
        case _:
            rows_named = about.partition(".")[0]
            if rows_named not in set(PlanRows):
                raise NotFound
            return await show_row(talk, pressed.plan, PlanRows(rows_named), pressed.number, over=True)


async def take_meetings(talk: Talk, pressed: TakeMeetings) -> Turn:
    """Put the meetings of its consultation into the timetable."""
    number = PlanId(pressed.plan)
    change = take_over_meetings(number, version=pressed.version, by=talk.person.id, uow=talk.uow, now=talk.now)
    is_changed = await _changed(change)
    turn = await show_part(talk, number, "activities", over=True)
    return turn if is_changed else changed_meanwhile(turn, talk)


async def choose_tie(talk: Talk, pressed: ChooseTie) -> Turn:
    """Show the consultations for which a plan can be."""
    found = await _found(pressed.plan, talk)
    free = await without_plan(found.institution, uow=talk.uow)
    shown = page_of(free, pressed.page)
    return show(pages.tie(talk, found, shown, len(free), pressed.page), over=pressed.page != 0)


async def tie(talk: Talk, pressed: TiePlan) -> Turn:
    """Say for which consultation a plan is."""
    to = ConsultationId(pressed.consultation) if pressed.consultation else None
    number = PlanId(pressed.plan)
    change = tie_plan(number, to, version=pressed.version, by=talk.person.id, uow=talk.uow, now=talk.now)
    is_changed = await _changed(change)
    turn = await show_plan(talk, number, over=True)
    return turn if is_changed else changed_meanwhile(turn, talk)


async def drop(talk: Talk, pressed: DropPlan) -> Turn:
    """Ask once, then delete a plan."""
    found = await _found(pressed.plan, talk)
    if not pressed.sure:
        return show(pages.sure_to_delete(talk, found), over=True)
    change = delete_plan(found.id, version=pressed.version, by=talk.person.id, uow=talk.uow, now=talk.now)
    if await _changed(change):
        return await show_plans(talk, note=talk.t("The plan is deleted."), over=True)
    return changed_meanwhile(await show_plan(talk, found.id, over=True), talk)


async def take(talk: Talk, pressed: TakePlan) -> Turn:
    """Give a plan as a Word file, or with its matrix filled in."""
    paper = await plan_paper_of(
        PlanId(pressed.plan), filled=bool(pressed.filled), by=talk.person.id, uow=talk.uow, now=talk.now
    )
    if pressed.data:
        said = talk.t("The plan for programs, with its matrix as far as it is filled in.")
        return drawn(talk, partial(talk.house.scribe.plan_data, paper), said)
    words = (
        talk.t("The plan with its matrix. What we propose is marked; where a cell is empty, it says why.")
        if paper.filled
        else talk.t("The plan in the official form. It can be read here again.")
    )
    return drawn(talk, partial(talk.house.scribe.paper, paper), words)
