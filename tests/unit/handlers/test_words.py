"""Names and words as hurried people type them."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.words import fold, is_number, matching, near, quote

DATA = Path(__file__).parents[3] / "storage" / "data" / "municipalities.csv"
TOWNS = [line["name"] for line in csv.DictReader(DATA.read_text(encoding="utf-8").splitlines())]


def meant(asked: str) -> list[str]:
    return matching(asked, TOWNS, lambda name: name)


def offered(asked: str) -> list[str]:
    return meant(asked) or near(asked, TOWNS, lambda name: name)


def swapped(name: str) -> Iterator[str]:
    """The name with two neighbours of a longer word in each other's place."""
    for word in re.finditer(r"\w{5,}", name):
        for at in range(word.start(), word.end() - 1):
            yield name[:at] + name[at + 1] + name[at] + name[at + 2 :]


@pytest.mark.parametrize("name", TOWNS)
def test_every_town_is_found_by_its_own_name_however_it_is_written(name):
    for typed in (name, name.upper(), fold(name), f"Bashkia {name}", f"  {name}. "):
        assert meant(typed) == [name]


@pytest.mark.parametrize(
    ("typed", "town"),
    [
        ("Tirana", "Tiranë"),
        ("Bashkia e Tiranës", "Tiranë"),
        ("Durrësi", "Durrës"),
        ("Korça", "Korçë"),
        ("Shkodra", "Shkodër"),
        ("bashkia e shkodres", "Shkodër"),
        ("Gjirokastra", "Gjirokastër"),
        ("Dibra", "Dibër"),
        ("Fieri", "Fier"),
        ("Përmetit", "Përmet"),
        ("Malësia e Madhe", "Malësi e Madhe"),
        ("Malësia", "Malësi e Madhe"),
        ("jam nga malesia", "Malësi e Madhe"),
        ("Kukësi", "Kukës"),
        ("Lezha", "Lezhë"),
        ("Mat", "Mat"),
        ("Mati", "Mat"),
        ("Hasi", "Has"),
        ("unë jam nga Përmeti", "Përmet"),
        ("une jam ne permet", "Përmet"),
        ("Mirëdita, jetoj në bashkinë e Tiranës", "Tiranë"),
        ("I'm from the city of Elbasan.", "Elbasan"),
        ("gjiro", "Gjirokastër"),
        ("irokast", "Gjirokastër"),
    ],
)
def test_a_town_is_found_in_the_case_people_use(typed, town):
    assert meant(typed) == [town]


@pytest.mark.parametrize("name", TOWNS)
def test_a_town_is_offered_for_its_name_with_two_letters_in_each_others_place(name):
    for typed in swapped(name):
        for words in (typed, fold(typed), f"jam nga {typed}"):
            assert name in offered(words), words


@pytest.mark.parametrize(
    ("typed", "towns"),
    [
        ("Elbsaan", {"Elbasan"}),
        ("Elbsaanit", {"Elbasan"}),
        ("Prmet", {"Përmet"}),
        ("Sarnada", {"Sarandë"}),
        ("punoj në Tiranë, banoj në Kamëz", {"Tiranë", "Kamzë"}),
        ("uji në Përmet është i ndotur", {"Përmet"}),
        ("My street has no light", {"Has"}),
    ],
)
def test_a_name_among_other_words_or_with_a_letter_wrong_is_asked_about_and_not_guessed(typed, towns):
    assert meant(typed) == []
    assert set(offered(typed)) == towns


@pytest.mark.parametrize("typed", ["Mirëdita!", "hi", "What is the matter", "Atlantis", "", "mat " * 8])
def test_what_is_near_no_town_offers_none(typed):
    assert offered(typed) == []


@pytest.mark.parametrize("typed", ["Atlantis", "", "   ", "…", "\u0301", "Unë jam nga Përmeti dhe uji është i ndotur"])
def test_what_names_no_town_finds_none(typed):
    assert meant(typed) == []


def test_a_beginning_that_several_share_finds_all_of_them():
    assert set(meant("k")) > {"Korçë", "Kukës"}


@given(st.text())
def test_folding_twice_is_folding_once(words):
    assert fold(fold(words)) == fold(words)


@given(st.text())
def test_anything_can_be_asked_for(words):
    assert isinstance(offered(words), list)


@given(st.text(), st.integers(5, 80))
def test_a_quotation_is_never_much_longer_than_asked(words, longest):
    quoted = quote(words, longest)
    assert len(quoted) <= longest + len(" …")
    assert "\n" not in quoted


@given(st.text(max_size=20))
def test_a_number_is_one_that_a_database_can_look_for(text):
    if is_number(text):
        assert 0 <= int(text) < 2**31


@pytest.mark.parametrize("text", ["²", "٣", "-1", "", "1 ", "9" * 16, str(2**31)])
def test_what_looks_like_a_number_but_is_none(text):
    assert not is_number(text)
