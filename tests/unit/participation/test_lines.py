"""Lines of a paper list: names, organisations, roles, bare counts, and what is none of these."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.views.gathering import kinds_by_name
from participation.meetings.lines import listing_in, read_lines, with_rest
from participation.meetings.present import Actor, Headcount, Listing, NewPresent

KINDS = kinds_by_name()


def read(text, actor=None):
    return read_lines(text, actor=actor, kinds=KINDS)


@pytest.mark.parametrize(
    ("line", "listing"),
    [
        ("Ana Koçi", Listing("Ana Koçi")),
        ("Ana Koçi, Shoqata Drita", Listing("Ana Koçi", "Shoqata Drita")),
        ("Ana Koçi, Shoqata Drita, drejtuese", Listing("Ana Koçi", "Shoqata Drita", "drejtuese")),
        ("Ana Koçi, Shoqata Drita, drejtuese, mësuese", Listing("Ana Koçi", "Shoqata Drita", "drejtuese, mësuese")),
        ("Ana Koçi,, drejtuese", Listing("Ana Koçi", "", "drejtuese")),
        ("  12.  Ana   Koçi ", Listing("Ana Koçi")),
        ("12) Ana Koçi", Listing("Ana Koçi")),
        ("12 Ana Koçi", Listing("Ana Koçi")),
        ("12\tAna Koçi\tFurra, Përmet\tpronare", Listing("Ana Koçi", "Furra, Përmet", "pronare")),
        ("• Ana Koçi; Furra; pronare", Listing("Ana Koçi", "Furra", "pronare")),
        ("– Ana Koçi-Leka", Listing("Ana Koçi-Leka")),
        ("D'Angelo O’Neil {x} <b>", Listing("D'Angelo O’Neil {x} <b>")),
        ("שלום \u202eAna", Listing("שלום Ana")),
        ("Ëngjëll Çela", Listing("Ëngjëll Çela")),
        ("Rreth Bashkia", Listing("Rreth Bashkia")),
    ],
)
def test_a_line_is_a_name_an_organisation_and_a_role(line, listing):
    assert read(line).read == (NewPresent(listing=listing),)


@pytest.mark.parametrize(
    ("line", "count", "actor"),
    [
        ("rreth 15", Headcount(15, True), None),
        ("Rreth 15 persona", Headcount(15, True), None),
        ("about 15", Headcount(15, True), None),
        ("~ 15", Headcount(15, True), None),
        ("afërsisht 15 veta.", Headcount(15, True), None),
        ("15", Headcount(15), None),
        ("7 people", Headcount(7), None),
        ("rreth 10 biznes", Headcount(10, True), Actor.BUSINESS),
        ("3 Qytetarë", Headcount(3), Actor.CITIZEN),
        ("4 young people", Headcount(4), Actor.YOUTH),
    ],
)
def test_a_line_may_be_a_number_of_people_marked_where_it_is_estimated(line, count, actor):
    assert read(line).read == (NewPresent(actor, count),)


@pytest.mark.parametrize("line", ["about 15 cows", "0", "5001", "rreth 99999", "12345", "x" * 121])
def test_what_cannot_be_read_is_said_and_not_guessed(line):
    found = read(line)
    assert found.read == ()
    assert found.unread == (line,)


@pytest.mark.parametrize("line", ["", "   ", "---", "…", "\u2800"])
def test_an_empty_line_is_none(line):
    assert read(line) == read("")


def test_a_heading_says_of_whom_the_next_lines_are():
    found = read("Ana\nShoqëri civile:\nBeni, Drita\nrreth 5\nBIZNES :\nEra\nShenime:\n", Actor.MEDIA)
    assert [one.actor for one in found.read] == [
        *(Actor.MEDIA, Actor.CIVIL_SOCIETY, Actor.CIVIL_SOCIETY, Actor.BUSINESS, Actor.BUSINESS)
    ]


def test_each_kind_of_actor_is_known_by_its_name_in_every_language():
    assert set(KINDS.values()) == set(Actor)


def test_a_line_that_the_messenger_cut_in_two_is_one_line():
    text = "\n".join(f"Person Numër {number}, Organizata" for number in range(300))
    whole, rest = "", ""
    for place in range(0, len(text), 4096):
        more, rest = with_rest(rest, text[place : place + 4096], 4096)
        whole += more + "\n"
    assert read(whole + rest) == read(text)


@given(st.text(max_size=300))
def test_any_words_are_read_or_said_to_be_unread(words):
    found = read(words)
    assert all(one.count.number >= 1 for one in found.read)
    assert listing_in(words) is None or listing_in(words).name
