"""Lines of the annual calendar: whatever is typed is kept, or said to be unclear; what is shown can be typed again."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.months import month_name, month_named
from participation.programme.lines import Unclear, UnclearLine, as_typed, lines_in
from participation.programme.model import LONGEST_ACT, LONGEST_WORD, PlannedConsultation

word = st.text(st.characters(blacklist_categories=["C", "Z"], blacklist_characters=";•-*–"), min_size=1, max_size=12)
words = st.lists(word, max_size=4).map(" ".join)
planned = st.builds(
    PlannedConsultation, words.map(lambda said: f"Akti {said}".strip()), st.none() | st.integers(1, 12), words, words
)


@given(planned, st.sampled_from(["sq", "en"]))
def test_what_is_shown_can_be_typed_again(line, language):
    assert lines_in(as_typed(line, partial(month_name, language=language)), month_named) == [line]


@given(st.text(max_size=400))
def test_nothing_that_is_typed_breaks_it(typed):
    found = lines_in(typed, month_named)
    if not isinstance(found, UnclearLine):
        assert all(len(line.act) <= LONGEST_ACT and len(line.how) <= LONGEST_WORD for line in found)


@pytest.mark.parametrize(("said", "month"), [
    ("Janar", 1), ("SHKURT", 2), ("shtator", 9), ("nëntor", 11), ("nentor", 11), ("December", 12), ("sep", 9),
    ("07", 7), ("7", 7), ("shk.", 2),
])  # fmt: skip
def test_a_month_is_known_by_any_of_its_names(said, month):
    assert month_named(said) == month


@pytest.mark.parametrize("said", ["", "13", "0", "nesër", "vjeshtë", "٣"])
def test_no_month_is_made_of_anything_else(said):
    assert month_named(said) is None


def test_the_first_unclear_line_is_named():
    assert lines_in("Buxheti; mars\nTaksat; dje\n;;", month_named) == UnclearLine("Taksat; dje", Unclear.NO_MONTH)
