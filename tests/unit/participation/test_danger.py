"""What sounds like danger now, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.reports.danger import ALBANIAN, ENGLISH, sounds_dangerous
from participation.words import fold


@pytest.mark.parametrize(
    "words",
    [
        "Ai po më rreh.",
        "BABAI NA RREH çdo natë",
        "dua të vdes",
        "S’dua të jetoj më",
        "mendoj për vetëvrasje",
        "ka një thikë në çantë",
        "u dëgjuan të shtëna",
        "ka zjarr te pallati",
        "he is hitting\n\nand she is  bleeding",
        "he has a gun",
        "I don't want to live",
        "I don’t want to live",
        "help me",
    ],
)
def test_danger_is_heard(words: str):
    assert sounds_dangerous(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Dritat te shkolla janë fikur.",
        "Cars race past the school every morning.",
        "Gungat në rrugë prishin makinat.",
        "Kjo më prek edhe mua.",
        "Parkim në trotuar, nuk kalohet dot.",
        "Zhurmë deri natën vonë te lokali.",
        "The skill of the players is bad",
    ],
)
def test_what_is_no_danger_is_not(words: str):
    assert not sounds_dangerous(words)


def test_every_word_of_the_list_is_folded_and_heard():
    for word in (*ALBANIAN, *ENGLISH):
        assert word == fold(word)
        assert sounds_dangerous(word)


@given(st.text())
def test_nothing_that_anybody_writes_breaks_it(words: str):
    assert sounds_dangerous(words) in {True, False}
