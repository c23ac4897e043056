"""A mark belongs to its step through every version of the notice, and to no other step."""

from datetime import date
from itertools import product

import pytest

from participation.consultations.marking import carried, marked, numbered
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


JUNE, JULY, AUGUST = (Step("Workshop", date(2023, month, 1)) for month in (6, 7, 8))
DRAFT_AGAIN = Step("The second draft", None)


@pytest.mark.parametrize(
    ("old", "new", "done", "still"),
    [
        ((A, B), (A, DRAFT_AGAIN, C), 1, 1),
        ((A, B), (Step("The workshop", DAY), B, C), 0, 0),
        ((A, B, C), (Step("The workshop", None), B), 0, 0),
        ((A, B, C), (A, B, Step("Vote again", None)), 2, 2),
        ((A, B), (A, C), 1, None),
        ((A, B), (C, B), 0, None),
        ((A, B), (A, C, DRAFT_AGAIN), 1, None),
        ((A, B, C), (DRAFT_AGAIN, C), 0, None),
        ((JUNE, JULY), (JULY,), 0, None),
        ((JUNE, JULY), (JULY,), 1, 0),
        ((JUNE, JULY), (JUNE,), 0, 0),
        ((JUNE, JULY), (JULY, AUGUST), 0, None),
        ((JUNE, JULY), (JULY, AUGUST), 1, 0),
        ((JUNE, AUGUST), (JULY, AUGUST), 0, 0),
        ((JUNE, JULY), (JULY, JUNE), 0, 1),
        ((A, A), (A,), 0, None),
        ((A, A), (A,), 1, None),
        ((A, B, A), (B, A), 0, None),
        ((A, B, A), (B, A), 2, 1),
        ((A, B, A), (A, B), 0, 0),
        ((A, B, A), (A, B, A, A), 2, 2),
        ((A, A), (JUNE, A), 1, 1),
    ],
)
def test_the_matching_is_right_where_it_can_be_known_and_nothing_is_done_that_nobody_marked(old, new, done, still):
    """A step that is done in the old version, and at which place of the new one that stands still."""
    step, nth = list(numbered(old))[done]
    told = marked(new, carried((StepMark(step.what, nth, StepState.DONE, DAY),), old, new))
    assert [place for place, (_, mark) in enumerate(told) if mark] == ([] if still is None else [still])


def test_whatever_becomes_of_a_list_no_mark_is_doubled_or_stands_at_no_step():
    lists = [list(chosen) for length in (1, 2, 3) for chosen in product((A, B, JUNE, DRAFT_AGAIN), repeat=length)]
    for old, new in product(lists, lists):
        marks = [StepMark(step.what, nth, StepState.DONE, DAY) for step, nth in numbered(old)]
        after = carried(marks, old, new)
        places = [(mark.what, mark.nth) for mark in after]
        assert len({*places}) == len(places), (old, new)
        assert {*places} <= {(step.what, nth) for step, nth in numbered(new)}, (old, new)
