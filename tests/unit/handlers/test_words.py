"""Names and words as hurried people type them."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.words import fold, is_number, matching, quote

DATA = Path(__file__).parents[3] / "storage" / "data" / "municipalities.csv"
TOWNS = [line["name"] for line in csv.DictReader(DATA.read_text(encoding="utf-8").splitlines())]


def meant(asked: str) -> list[str]:
    return matching(asked, TOWNS, lambda name: name)


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
        ("Kukësi", "Kukës"),
        ("Lezha", "Lezhë"),
        ("Mat", "Mat"),
        ("Mati", "Mat"),
        ("Hasi", "Has"),
        ("gjiro", "Gjirokastër"),
        ("irokast", "Gjirokastër"),
    ],
)
def test_a_town_is_found_in_the_case_people_use(typed, town):
    assert meant(typed) == [town]


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
    assert isinstance(meant(words), list)


@given(st.text(), st.integers(5, 80))
def test_a_quotation_is_never_much_longer_than_asked(words, longest):
    quoted = quote(words, longest)
    assert len(quoted) <= longest + len(" …")
    assert "\n" not in quoted


@given(st.text(max_size=20))
def test_a_number_is_one_that_a_database_can_look_for(text):
    if is_number(text):
        assert 0 <= int(text) < 2**53


@pytest.mark.parametrize("text", ["²", "٣", "-1", "", "1 ", "9" * 16])
def test_what_looks_like_a_number_but_is_none(text):
    assert not is_number(text)
