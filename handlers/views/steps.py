"""The steps of a process as its coordinator marks them: one tap says that one is done, another takes it back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from handlers.turns import Talk, column
from handlers.views.managing import ShowSteps, to_it
from handlers.views.pages import LABEL
from handlers.views.publishing import to_desk
from locales.texts import mark
from participation.consultations.marking import marked
from participation.consultations.model import Consultation, Step, StepMark, StepState
from participation.layout import button, lines, paragraphs
from participation.messages import Button, Message
from participation.packing import Action
from participation.words import quote

LONGEST_STEP: Final = 120
STATES: Final[Mapping[StepState, str]] = {
    StepState.TO_COME: mark("to come"),
    StepState.DONE: mark("done"),
    StepState.DROPPED: mark("no longer planned"),
}


@dataclass(frozen=True)
class MarkStep(Action):
    """Say of a step of a version of the notice how far it has got."""

    tag: ClassVar[str] = "hsm"
    consultation: int
    version: int
    number: int
    state: str


def steps(talk: Talk, found: Consultation, *, dropping: bool) -> Message:
    """All steps with how far they have got, and a button for each."""
    told = marked(found.terms.steps, found.marks)
    ask = talk.t("Press the step that is no longer planned.") if dropping else talk.t("Press the step once it is done.")
    other = talk.t("Steps that are done") if dropping else talk.t("A step is no longer planned")
    return Message(
        title=talk.t("Steps of the work"),
        body=paragraphs(
            quote(found.terms.title),
            lines(f"{number}. {_said(talk, step, said)}" for number, (step, said) in enumerate(told, 1)),
            ask,
            talk.t(
                "Everybody reads it in the notice; nobody gets a message. That a day has passed makes nothing done."
            ),
        ),
        buttons=column(
            *(_button(talk, found, number, dropping=dropping) for number in range(len(told))),
            button(other, ShowSteps(found.id, int(not dropping))),
            to_it(talk, found.id),
            to_desk(talk),
        ),
    )


def _said(talk: Talk, step: Step, said: StepMark | None) -> str:
    day = talk.texts.short_day(step.day) if step.day else talk.t("date to be set")
    what = quote(step.what, LONGEST_STEP)
    if said is None:
        return talk.t("{step}, {day}: {state}", step=what, day=day, state=talk.t(STATES[StepState.TO_COME]))
    on = talk.texts.short_day(said.on)
    state = talk.t(STATES[said.state])
    return talk.t("{step}, {day}: {state} (said on {on})", step=what, day=day, state=state, on=on)


def _button(talk: Talk, found: Consultation, number: int, *, dropping: bool) -> Button:
    step, said = marked(found.terms.steps, found.marks)[number]
    to = StepState.TO_COME if said else StepState.DROPPED if dropping else StepState.DONE
    label = {
        StepState.TO_COME: talk.t("Take back: {step}", step=step.what),
        StepState.DONE: talk.t("Done: {step}", step=step.what),
        StepState.DROPPED: talk.t("No longer planned: {step}", step=step.what),
    }[to]
    return button(quote(label, LABEL), MarkStep(found.id, found.version, number, to.value))
