"""How far the steps of a process have got, for those who act for its institution."""

from handlers.turns import Talk, Turn, show
from handlers.views import steps as views
from handlers.views.managing import ShowSteps
from handlers.views.steps import MarkStep
from participation.consultations.model import StepState
from participation.consultations.steps import mark_step, steps_for_officer
from participation.errors import NotFound
from participation.ids import ConsultationId


async def steps(talk: Talk, pressed: ShowSteps) -> Turn:
    """Show the steps."""
    found = await steps_for_officer(ConsultationId(pressed.consultation), by=talk.person.id, uow=talk.uow)
    if not found.terms.steps:
        raise NotFound
    return show(views.steps(talk, found, dropping=bool(pressed.dropping)), over=bool(pressed.dropping))


async def mark(talk: Talk, pressed: MarkStep) -> Turn:
    """Mark one, and show the steps in the same place."""
    if pressed.state not in set(StepState):
        raise NotFound
    found = await mark_step(
        ConsultationId(pressed.consultation),
        pressed.number,
        StepState(pressed.state),
        seen=pressed.version,
        by=talk.person.id,
        uow=talk.uow,
        now=talk.now,
    )
    return show(views.steps(talk, found, dropping=pressed.state == StepState.DROPPED), over=True)
