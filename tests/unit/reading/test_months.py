"""A meeting or a last day that is given only by its month, or in words, is asked about and never dropped."""

from datetime import time

import pytest

from documents.reading.notice import read_notice
from participation.consultations.notice import Doubt, DoubtKind, ReadMeeting

HEAD = "NJOFTIM\nTema: “Plani i kullotave”\nBashkia Tropojë kërkon mendimin e banorëve. "


def undated(text: str) -> list[str]:
    return [meeting.words for meeting in read_notice(HEAD + text).meetings if meeting.day is None]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Takimi do të mbahet në korrik 2027.", "në korrik 2027"),
        ("Dëgjesa publike zhvillohet gjatë muajit tetor.", "gjatë muajit tetor"),
        ("Takimi publik organizohet në fund të gushtit 2027.", "në fund të gushtit 2027"),
        ("Takimi mbahet të martën e parë të gushtit.", "të martën e parë të gushtit"),
        ("Do të mbahet një takim me banorët javën e dytë të majit.", "javën e dytë të majit"),
        ("Takimi i parë mbahet më 4 mars 2027, ora 11:00. Takimi i dytë do të mbahet në mars 2027.", "në mars 2027"),
        ("Takimi i parë mbahet më 4 mars 2027, ora 11:00. Takimi i dytë do të mbahet në maj 2027.", "në maj 2027"),
    ],
)
def test_a_meeting_without_a_day_is_kept_with_its_words(text, words):
    assert undated(text) == [words]


def test_its_hour_and_place_are_kept_too():
    text = "Takimi mbahet të martën e parë të gushtit, ora 11, në shkollën e Bujanit."
    assert read_notice(HEAD + text).meetings == (
        ReadMeeting(start=time(11), place="në shkollën e Bujanit", words="të martën e parë të gushtit"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Takimi i fundit u mbajt në korrik 2026.",
        "Takimet do të zhvillohen gjatë muajit mars 2027:\n- 4 mars 2027, ora 11:00\n- 5 mars 2027, ora 10:00",
        "Plani miratohet në korrik 2027.",
        "Takimi mbahet më 4 mars 2027, ora 11:00, sipas planit të miratuar në maj 2026.",
        "Takimi i caktuar në korrik nuk do të mbahet.",
        "Komentet për takimin dërgohen deri në fund të gushtit.",
    ],
)
def test_a_month_of_something_else_makes_no_meeting(text):
    assert undated(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Komentet dërgohen deri në fund të gushtit.", "deri në fund të gushtit"),
        ("Propozimet pranohen brenda muajit tetor 2027.", "brenda muajit tetor 2027"),
        ("Afati për sugjerime: fundi i gushtit.", None),
        ("Komentet dërgohen deri më 5 gusht 2027.", None),
        ("Komentet janë mbledhur deri në maj 2026 dhe u diskutuan.", None),
        ("Punimet mbarojnë deri në fund të gushtit.", None),
    ],
)
def test_a_last_day_without_a_day_is_doubted(text, words):
    found = [doubt for doubt in read_notice(HEAD + text).doubts if doubt.kind is DoubtKind.NO_DAY]
    assert found == ([Doubt(DoubtKind.NO_DAY, words)] if words else [])
