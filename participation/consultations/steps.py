"""How far the steps of a process have got: its coordinator says it with a tap, and everybody reads it in the list.

A day that has passed says nothing of it. Nobody is told with a message: a step is marked, the notice stays as it is.
"""

from dataclasses import replace
from datetime import datetime

from participation.clock import local_day
from participation.consultations.marking import numbered
from participation.consultations.model import Consultation, Stage, StepMark, StepState
from participation.consultations.usecases import consultation_for_officer, note_deed
from participation.errors import NotFound, Refusal, Refused
from participation.ids import ConsultationId, PersonId
from participation.ports import UnitOfWork


async def steps_for_officer(consultation: ConsultationId, *, by: PersonId, uow: UnitOfWork) -> Consultation:
    """A consultation whose steps may be marked: it was announced, and not called off since."""
    found = await consultation_for_officer(consultation, by=by, uow=uow)
    if not found.is_public() or found.stage is Stage.CANCELLED:
        raise NotFound
    return found


async def mark_step(
    consultation: ConsultationId,
    number: int,
    state: StepState,
    *,
    seen: int,
    by: PersonId,
    uow: UnitOfWork,
    now: datetime,
) -> Consultation:
    """Say how far a step has got; `seen` is the version of the notice in which it has this number."""
    await uow.consultations.hold(consultation)
    found = await steps_for_officer(consultation, by=by, uow=uow)
    if found.version != seen or not 0 <= number < len(found.terms.steps):
        raise Refused(Refusal.CHANGED_MEANWHILE)
    step, nth = list(numbered(found.terms.steps))[number]
    before = next((each for each in found.marks if (each.what, each.nth) == (step.what, nth)), None)
    if (before.state if before else StepState.TO_COME) is state:
        return found
    others = tuple(each for each in found.marks if each is not before)
    new = () if state is StepState.TO_COME else (StepMark(step.what, nth, state, local_day(now)),)
    marks = (*others, *new)
    await uow.consultations.mark_steps(consultation, marks)
    await note_deed(f"step {state.value}", found, by=by, uow=uow, now=now)
    return replace(found, marks=marks)
