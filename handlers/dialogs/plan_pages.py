"""The pages of a plan on which something may be typed unasked."""

from dataclasses import replace

from handlers.commands.plans import row, tap
from handlers.dialogs.planning import Filling
from handlers.turns import Talk, Turn
from handlers.views.plan_page import ShowRow, TapPlan
from participation.ids import PlanId
from participation.paperwork.parts import PlanField, PlanRows, rows_of
from participation.paperwork.planning import plan_for_officer


async def look_at_row(talk: Talk, pressed: ShowRow) -> Turn:
    """Show a row; a number that is typed beneath an indicator is its planned value."""
    return await _listening(await row(talk, pressed), pressed.plan, pressed.rows, pressed.number, talk)


async def tap_row(talk: Talk, pressed: TapPlan) -> Turn:
    """Do what a tap says; beneath an indicator a number is its planned value, as where it is looked at."""
    rows = pressed.what.partition(".")[2].partition(".")[0]
    return await _listening(await tap(talk, pressed), pressed.plan, rows, pressed.number, talk)


async def _listening(turn: Turn, plan: int, rows: str, number: int, talk: Talk) -> Turn:
    if rows != PlanRows.QUANTITIES:
        return turn
    found = await plan_for_officer(PlanId(plan), by=talk.person.id, uow=talk.uow)
    if not 0 <= number < len(rows_of(found.plan, PlanRows.QUANTITIES)):
        return turn
    return replace(turn, draft=Filling(found.id, found.version, number, PlanField.PLANNED, asked=False))
