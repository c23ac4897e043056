"""What is typed into a part: taken if it fits, else refused and never bent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.fields import READERS, read_field
from handlers.views.correcting import ASKS, WRONG


@pytest.mark.parametrize(
    ("field", "words", "value"),
    [
        ("title", "  Plani   social\n2024 ", "Plani social 2024"),
        ("email", " konsultime@bashkia.example ", "konsultime@bashkia.example"),
        ("phone", "+355 69 000 0000", "+355 69 000 0000"),
        ("phone", "(081) 000-000", "(081) 000-000"),
        ("register_url", "https://konsultimipublik.gov.al/Konsultime/Detaje/109", None),
        ("register_url", "konsultimipublik.gov.al/109", "https://konsultimipublik.gov.al/109"),
        ("register_url", "HTTP://register.example", None),
    ],
)
def test_what_fits_is_taken_tidied(field, words, value):
    assert read_field(field, words) == (value or words)


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("title", " "),
        ("title", "x" * 301),
        ("purpose", "x" * 1_501),
        ("place", "x" * 201),
        ("email", "bashkia"),
        ("email", "a@b"),
        ("email", "a@b.al, c@d.al"),
        ("email", "<a@b.al>"),
        ("phone", "12345"),
        ("phone", "call me"),
        ("phone", "0" * 30),
        ("register_url", "ende jo"),
        ("register_url", "https://localhost"),
        ("register_url", "javascript:alert(1)"),
    ],
)
def test_what_does_not_fit_is_refused(field, words):
    assert read_field(field, words) is None


@given(st.sampled_from(sorted(READERS)), st.text(max_size=400))
def test_any_words_are_taken_or_refused(field, words):
    value = read_field(field, words)
    assert value is None or "\n" not in value


def test_each_part_has_its_question_and_its_complaint():
    assert set(ASKS) == set(WRONG) == {*READERS, "laws"}
