"""Names of people are heard in what is told; places and beginnings of sentences are not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.reports.naming import FAMILY, GIVEN, NOBODY, PLACES, WORDLIKE, looks_real, named_in
from participation.words import fold
from tests.unit.participation.naming_people import NAMED, NAMELESS


@pytest.mark.parametrize(("words", "name"), [line.split(" | ") for line in NAMED])
def test_a_person_is_heard(words: str, name: str):
    assert named_in(words) == name


@pytest.mark.parametrize("words", ["", *NAMELESS])
def test_what_names_nobody_is_passed_over(words: str):
    assert named_in(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "MAKINAT GAROJNË TE SHKOLLA AGIM HOXHA",
        "te shkolla naim frasheri",
        "Rruga Agim Hoxha",
        "te kafe Flora",
        "LUAN FUTBOLL",
    ],
)
def test_a_place_bears_a_name_and_is_nobody(words: str):
    assert named_in(words) is None


@pytest.mark.parametrize(
    "words", ["edit", "samit", "me gjoks", "me inat", "something else", "Kam besim", "me gëzim", "në agim"]
)
def test_a_word_that_is_also_a_name_is_a_word(words: str):
    assert named_in(words) is None


@pytest.mark.parametrize("name", ["Kreshnik", "agim hoxha", "@agim_hoxha", "0691234567"])
def test_a_made_up_name_that_points_to_somebody_looks_real(name: str):
    assert looks_real(name)


def test_loose_marks_do_not_hide_a_name():
    words = unicodedata.normalize("NFD", "e njoh Ermirën nga klasa")
    assert named_in(words) == unicodedata.normalize("NFD", "Ermirën")


def test_the_tables_are_folded_and_a_name_stands_in_one_of_them():
    for word in GIVEN | WORDLIKE | FAMILY | PLACES | NOBODY:
        assert word == fold(word)
    assert not GIVEN & WORDLIKE


@given(st.text())
def test_whatever_is_written_it_is_a_part_of_it_or_nothing(words: str):
    assert (named_in(words) or "") in words


@given(st.text("AaBbenilËë .@'’\n0619+\u0301"))
def test_whatever_looks_like_a_name_is_a_part_of_it_or_nothing(words: str):
    assert (named_in(words) or "") in words
