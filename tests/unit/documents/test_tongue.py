"""In which language something is written, if not in Albanian."""

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from documents.reading.tongue import ASKED, HERE, UNKNOWN, foreign_tongue
from locales.texts import catalog_path


@pytest.mark.parametrize(
    ("words", "tongue"),
    [
        ("Δεν συμφωνώ με το νέο τέλος για τα μαγαζιά", "el"),
        ("I do not agree with the new fee for small shops", "en"),
        ("Non sono d'accordo con la nuova tassa per i piccoli negozi", "it"),
        ("Yeni vergiye katılmıyorum, çok yüksek", "tr"),
        ("Amen kamas nevo drom ande amari mahala", UNKNOWN),
        ("Ju lutem, rregulloni rrugën para shkollës", None),
        ("Ju lutem, rregulloni rrugen para shkolles", None),
        ("JU LUTEM RREGULLONI RRUGEN PARA SHKOLLES", None),
        ("Ka me u bo rruga a jo? Kena 5 vjet tuj prit", None),
        ("Jam kundër", None),
        ("OK, thanks", None),
        ("", None),
        ("👏👏👏 12345 0692222222", None),
    ],
)
def test_what_is_surely_not_albanian_is_told(words, tongue):
    assert foreign_tongue(words) == tongue


def test_of_our_own_sentences_in_albanian_none_is_taken_for_another_language_and_nearly_all_english_ones_are():
    """Names and addresses stand in some of them, and the words of a form."""
    with catalog_path("sq").open("rb") as file:
        catalog = read_po(file, locale="sq")
    pairs = [(one.id, one.string) for one in catalog if isinstance(one.id, str) and len(one.id.split()) > 8]
    assert len(pairs) > 300
    taken = [string for _, string in pairs if foreign_tongue(string)]
    missed = [string for string, _ in pairs if foreign_tongue(string) is None]
    assert len(taken) <= 2, taken
    assert len(missed) <= len(pairs) // 100, missed


@given(st.text())
def test_whatever_is_said_gets_an_answer(words):
    assert foreign_tongue(words) in {None, UNKNOWN, *ASKED} - {HERE}
