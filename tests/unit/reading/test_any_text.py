"""Whatever is pasted, there is an answer; how soon is measured in `benchmarks/reading.py`."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.reading.notice import read_notice
from documents.reading.text import Sheet, fold, tidy

from .more_notices import MORE_NOTICES
from .notices import NOTICES

PIECES = st.sampled_from(
    [
        "12",
        ".",
        "/",
        " ",
        "\n",
        "|",
        "mars",
        "ora",
        "2024",
        "Bashkia",
        "ligji nr. 1/2014",
        "“",
        ":",
        "TBD",
        "_",
        "Ë",
        "deri",
        "\t",
    ]
)


def is_read(text: str) -> None:
    """Whatever is read of a text stands somewhere in it."""
    reading = read_notice(text)
    assert all(0 <= found.start < found.end <= len(reading.text) for found in reading.evidence)


@given(st.text())
@settings(max_examples=150)
def test_any_text_is_read(text):
    is_read(text)


@given(st.lists(PIECES, max_size=120).map("".join))
@settings(max_examples=200)
def test_any_heap_of_notice_words_is_read(text):
    is_read(text)


@given(st.text(min_size=1, max_size=12) | st.lists(PIECES, min_size=1, max_size=6).map("".join))
@settings(max_examples=10)
def test_a_line_of_a_hundred_thousand_characters_is_read(piece):
    is_read((piece * 100_000)[:100_000].replace("\n", " "))


@given(st.lists(st.dates().map(str) | st.dates().map("{0:%d.%m.%Y}, ora {0:%H:%M}".format), max_size=400), PIECES)
@settings(max_examples=25)
def test_any_number_of_dates_is_read(dates, between):
    is_read(between.join(dates))


@given(st.data())
@settings(max_examples=150)
def test_a_mutated_notice_is_read(data):
    text = data.draw(st.sampled_from((*NOTICES, *MORE_NOTICES))).text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    put = data.draw(st.one_of(st.text(max_size=8), PIECES, st.just(text)))

    is_read(text[:start] + put + text[end:])


@given(st.text())
def test_folding_moves_no_letter(text):
    assert len(fold(text)) == len(text)


@given(st.text())
def test_tidying_twice_changes_nothing_more(text):
    assert tidy(tidy(text)) == tidy(text)


def test_a_letter_has_no_more_marks_than_unicode_lets_stream():
    assert tidy("e" + "\u0323" * 5_000 + " më 5.5.2027") == "\u1eb9" + "\u0323" * 29 + " më 5.5.2027"
    assert tidy("a\u0308\u0323" + "." * 100) == "\u1ea1\u0308" + "." * 100


def test_a_very_long_text_is_read_no_longer_than_its_ends():
    assert len(Sheet("a" * 1_000_000).text) < 450_000


def test_the_end_of_a_very_long_text_is_read_too():
    text = "Bashkia Kroi fton për konsultim publik.\n" + "Një fjali e gjatë pa asgjë. " * 16_000
    reading = read_notice(text + "\nKomentet deri më 3.3.2027 te fjala@kroi.example")

    assert str(reading.deadline) == "2027-03-03"
    assert reading.email == "fjala@kroi.example"


@pytest.mark.parametrize(
    "text",
    [
        "takimi në" + "\n" * 100_000,
        "takimi në\n\n" * 30_000,
        "R e n d i " * 20_000,
        "I. Pa publik\n" * 15_000,
        "Komente (2)\n" * 20_000,
        "Programi\n09:00\n" * 15_000,
        "Rendi i ditës\n1. x\n" * 12_000,
        "Data\nOra\nVendi\n" * 15_000,
        "TETOR\n" * 30_000,
    ],
    ids=lambda text: text[:12].strip(),
)
def test_a_phrase_that_is_broken_off_again_and_again_is_read(text):
    is_read(text)
