"""Names of people are heard in what is told; places and beginnings of sentences are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.reports.naming import named_in


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Dje e pashë Besnik Lulën te porta.", "Besnik Lulën"),
        ("Agim Hoxha shet drogë te shkolla.", "Agim Hoxha"),
        ("Te ura. Zana Kola ishte aty.", "Zana Kola"),
        ("Përgjegjës është z. Deda.", "Deda"),
        ("na rreh mësuesi Arben", "Arben"),
        ("I saw John Smith with a bag.", "John Smith"),
        ("e bëri Ana Maria Doda", "Ana Maria Doda"),
    ],
)
def test_a_person_is_heard(words: str, name: str):
    assert named_in(words) == name


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Makinat garojnë te shkolla.",
        "Ndodh te Rruga Naim Frashëri çdo natë.",
        "te shkolla Sami Frashëri",
        "Bulevardi Dëshmorët është pa drita.",
        "MAKINAT GAROJNË TE SHKOLLA AGIM HOXHA",
        "Dritat te Bashkia Përmet janë fikur.",
        "Policia Bashkiake nuk vjen.",
        "Çdo Natë zhurmë.",
        "Cars race past the school.",
    ],
)
def test_what_names_nobody_is_passed_over(words: str):
    assert named_in(words) is None


@given(st.text())
def test_whatever_is_written_it_is_a_part_of_it_or_nothing(words: str):
    assert (named_in(words) or "") in words
