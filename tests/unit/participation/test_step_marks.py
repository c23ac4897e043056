"""A mark belongs to its step through every version of the notice, and to no other step."""

from datetime import date

import pytest

from participation.consultations.marking import carried, marked
from participation.consultations.model import Step, StepMark, StepState

DAY = date(2023, 7, 1)
A, B, C = (Step(what, None) for what in ("Workshop", "Draft", "Vote"))
DONE_A, DONE_B = (StepMark(what, 0, StepState.DONE, DAY) for what in ("Workshop", "Draft"))
SECOND_A = StepMark("Workshop", 1, StepState.DONE, DAY)


def test_of_two_steps_in_the_same_words_each_has_its_own_mark():
    assert [mark for _, mark in marked((A, B, A), (SECOND_A,))] == [None, None, SECOND_A]


@pytest.mark.parametrize(
    ("new", "stay"),
    [
        ((A, B), (DONE_A,)),
        ((Step("Workshop", DAY), B), (DONE_A,)),
        ((B, A), (DONE_A,)),
        ((B,), ()),
        ((C, A, B), (DONE_A,)),
        ((Step("The workshop"), B), (StepMark("The workshop", 0, StepState.DONE, DAY),)),
        ((B, C), ()),
    ],
    ids=["same", "dated", "other order", "gone", "one more", "reworded", "gone and another came"],
)
def test_a_mark_follows_its_step_into_the_next_version_and_never_another(new, stay):
    assert carried((DONE_A,), (A, B), new) == stay
