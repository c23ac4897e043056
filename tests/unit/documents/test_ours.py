"""What the bot printed itself is read back as it was."""

from dataclasses import replace
from datetime import date, time
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from delivery.letters.card import card, share_text
from documents.reading.notice import read_notice
from locales.texts import texts_in
from participation.clock import wall
from participation.consultations.model import Kind
from participation.ids import ConsultationId, MeetingId
from participation.meetings.model import Meeting, Venue
from participation.people.model import Language
from tests.unit.delivery.samples import DOSSIER, NOW

LINK = "https://t.me/bashke_bot?start=k_7"
NAMES = (
    "Plani",
    "buxheti",
    "shërbimet",
    "e",
    "reja",
    "në",
    "njësitë",
    "Përmet,",
    "dhe",
    "rrugën",
    "2024–2026",
    "(draft)",
)
WORDS = st.lists(st.sampled_from(NAMES), min_size=1, max_size=7).map(lambda words: " ".join((*words, "ujit")))
"""Never a line that seems to go on in the next one."""
MOMENTS = st.datetimes(min_value=NOW.replace(tzinfo=None, month=7), max_value=NOW.replace(tzinfo=None, month=11)).map(
    lambda at: wall(at.date(), time(at.hour, at.minute))
)


@st.composite
def dossiers(draw):
    """Any consultation that may be out."""
    terms = replace(
        DOSSIER.terms,
        title=draw(WORDS),
        purpose=draw(WORDS) + ".",
        audience=draw(WORDS),
        kind=draw(st.sampled_from(Kind)),
        deadline=draw(st.dates(date(2023, 6, 13), date(2023, 12, 1))),
        steps=(),
    )
    moments = draw(st.lists(MOMENTS, max_size=2, unique_by=lambda at: at.date()))
    meetings = tuple(
        Meeting(MeetingId(number), ConsultationId(7), Venue(at, draw(WORDS).strip(" ,")))
        for number, at in enumerate(moments, start=1)
    )
    return replace(DOSSIER, terms=terms, meetings=meetings)


def printed(dossier, language):
    """The card and the text that is sent on."""
    texts = texts_in(language)
    shown = card(dossier, texts=texts, now=NOW)
    return SimpleNamespace(
        card=f"{shown.title}\n\n{shown.body}", share=share_text(dossier, texts=texts, link=LINK, now=NOW)
    )


@settings(max_examples=60, deadline=None)
@given(dossiers(), st.sampled_from(Language))
def test_what_was_printed_is_read_back(dossier, language):
    terms = dossier.terms
    held = sorted((each.venue.starts_at, each.venue.place) for each in dossier.meetings)
    for text in vars(printed(dossier, language)).values():
        read = read_notice(text)
        assert (read.title, read.purpose, read.audience) == (terms.title, terms.purpose, terms.audience)
        assert (read.kind, read.deadline, read.register_url) == (terms.kind, terms.deadline, terms.register_url)
        assert sorted((wall(each.day, each.start), each.place) for each in read.meetings) == held
        assert read.doubts == ()
    read = read_notice(printed(dossier, language).card)
    assert (read.email, read.phone) == (terms.email, terms.phone)


@pytest.mark.parametrize("label", ["Çfarë vendoset", "ÇFARË VENDOSET", "• What is decided"])
def test_our_labels_are_read_in_anybodys_notice(label):
    text = (
        f"NJOFTIM\nBashkia Përmet\nTema: Plani\n{label}: Tarifa e ujit.\nKë prek: Familjet.\nTakim më 25.7.2023, ora 11"
    )
    read = read_notice(text)
    assert (read.title, read.purpose, read.audience) == ("Plani", "Tarifa e ujit.", "Familjet.")
