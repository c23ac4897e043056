"""What sounds like danger or like need, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.reports.danger import DANGER, HARMLESS, KINDS, NEED, sounds_dangerous, sounds_like_need
from participation.words import fold
from tests.unit.participation import telling


@pytest.mark.parametrize("words", telling.BOTH)
def test_need_is_heard_and_the_numbers_are_shown_with_it(words: str):
    assert sounds_like_need(words)
    assert sounds_dangerous(words)


@pytest.mark.parametrize("words", telling.DANGER)
def test_danger_is_heard_and_is_not_taken_for_need(words: str):
    assert sounds_dangerous(words)
    assert not sounds_like_need(words)


@pytest.mark.parametrize("words", ["", *telling.HARMLESS])
def test_what_is_everyday_is_not(words: str):
    assert not sounds_dangerous(words)
    assert not sounds_like_need(words)


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("words", telling.UNHEARD)
def test_some_need_is_still_not_heard(words: str):
    assert sounds_like_need(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ai po më rreh.",
        "BABAI NA RREH çdo natë",
        "dua të vdes",
        "S’dua të jetoj më",
        "S'DUA TË\njetoj",
        "sdua te jetoj",
        "mendoj për vetëvrasje",
        "ndihmëëëë!!!",
        "he is hitting\n\nher and she is  bleeding",
        "I don't want to live",
        "I don’t want to live",
        "heeelp me",
    ],
)
def test_it_is_heard_however_it_is_written(words: str):
    for written in (words, words.upper(), fold(words), words.replace(" ", "\n")):
        assert sounds_dangerous(written)


@pytest.mark.parametrize("words", ["Era i rrahu dritaret, dhe babai më rreh", "Gjaku dhurohet. Më rrahën!"])
def test_what_is_everyday_does_not_hide_what_is_not(words: str):
    assert sounds_like_need(words)


def test_every_word_of_the_tables_is_folded():
    for phrase in (*KINDS.values(), *NEED, *DANGER, *HARMLESS):
        assert fold(phrase).casefold() == phrase.casefold()


@pytest.mark.parametrize("word", ["më ", "dua a b c ", "nuk ", "x", "foto ", "kill a b c ", "po "])
def test_twice_the_text_takes_no_more_than_its_share(word: str):
    assert sounds_dangerous(word * 20_000 + " help") is True


@given(st.text())
def test_nothing_that_anybody_writes_breaks_it(words: str):
    assert sounds_dangerous(words) or not sounds_like_need(words)
