"""Buttons: everything we make fits and comes back; whatever was forged is stale."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.buttons import KINDS, read_button
from handlers.turns import Named, grid
from participation.actions import Remind, ShowMeeting
from participation.desk_actions import ShowReport, TryFailedAgain
from participation.ids import LARGEST, CampaignId, Mark
from participation.layout import asks, button
from participation.meetings.model import Coming
from participation.messages import Button
from participation.packing import LARGEST_MARK, LARGEST_OF, LIMIT, SEPARATOR, Action, Stale, pack
from participation.people.model import Followed

NUMBERS = {kind: st.integers(-largest, largest) for kind, largest in LARGEST_OF.items()}
WORDS = st.sampled_from([*Coming, *Followed, "sq", "en", "raporto", "te_miat", "publish", "0a1b2c3d", ""])


def values_of(kind: type[Action]) -> st.SearchStrategy[Action]:
    blanks = {f.name: NUMBERS.get(f.type, WORDS) for f in fields(kind)}
    return st.builds(kind, **blanks)


def test_no_two_buttons_have_the_same_tag():
    assert len({kind.tag for kind in KINDS}) == len(set(KINDS))
    assert all(kind.tag and SEPARATOR not in kind.tag for kind in KINDS)


@pytest.mark.parametrize("kind", sorted(set(KINDS), key=lambda kind: kind.tag), ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_every_button_fits_and_comes_back_as_it_was(kind, data):
    action = data.draw(values_of(kind))
    packed = pack(action)
    assert len(packed.encode()) <= LIMIT
    assert read_button(packed) == action


@given(st.text(max_size=64))
def test_nothing_that_anybody_sends_is_more_than_stale(packed):
    assert isinstance(read_button(packed), Action)


@pytest.mark.parametrize("number", ["²", "1_000", " 7", "+7", "07", "٣", "", "-", "1.0", str(LARGEST + 1), "9" * 60])
def test_a_number_that_we_never_wrote_is_stale(number):
    assert read_button(f"{ShowMeeting.tag}~{number}") == Stale()


def test_a_mark_is_a_moment_and_may_be_larger_than_what_is_looked_for():
    pressed = TryFailedAgain(CampaignId(1), Mark(1_700_000_000_000))
    assert read_button(pack(pressed)) == pressed
    assert read_button(f"{TryFailedAgain.tag}~1~{LARGEST_MARK + 1}") == Stale()


@pytest.mark.parametrize("packed", ["", "t1", "t1~", "t1~1~2", "nope~1", "~", "t1~1~"])
def test_a_button_of_another_shape_is_stale(packed):
    assert read_button(packed) == Stale()


def test_a_button_is_recognised_by_what_it_asks():
    ask = button("Remind me", Remind(7, on=1))
    assert asks(ask, Remind)
    assert not asks(ask, ShowReport)
    assert not asks(Button("Read", url="https://example.al"), Remind)
    assert not asks(Button("Old", press=f"{Remind.tag}~7"), Remind)


def test_a_long_button_has_a_row_of_its_own_and_keeps_its_place():
    labels = ["Drugs", "Traffic", "I do not feel well and want help", "Weapons", "Water", "Lights"]
    rows = grid([Button(label) for label in labels])
    assert [[one.label for one in row] for row in rows] == [
        ["Drugs", "Traffic"],
        ["I do not feel well and want help"],
        ["Weapons", "Water"],
        ["Lights"],
    ]


def test_what_does_not_fit_is_a_fault_of_ours():
    for words in ("x" * LIMIT, "a~b"):
        with pytest.raises(ValueError, match="Named"):
            pack(Named(words))
