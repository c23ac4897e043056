"""Addresses, numbers and links are read whole, without the marks around them; a link that may be cut is doubted."""

import pytest

from documents.reading.notice import read_notice
from participation.consultations.notice import Doubt, DoubtKind

from .notices import HEAD

REGISTER = "https://konsultimipublik.gov.al/Konsultime/Detaje/1203"


def read(text: str):
    return read_notice(f"{HEAD} më 4.11.2026, ora 10:00, në sallë.\n{text}")


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("Shkruani te fjala@kroi.example.", "fjala@kroi.example"),
        ("(fjala@kroi.example),", "fjala@kroi.example"),
        ("E-mail: fjala@kroi.example; tel. 04", "fjala@kroi.example"),
        ("mailto:fjala@kroi.example-", "fjala@kroi.example"),
        ("<fjala.e_re+1@zyra.kroi.example>!", "fjala.e_re+1@zyra.kroi.example"),
        ("“fjala@kroi.example”", "fjala@kroi.example"),
        ("fjala@ kroi.example", "fjala@kroi.example"),
        ("Na ndiqni te @bashkiakroi.", None),
        (
            "---------- Forwarded message ---------\nNga: Protokolli <protokolli@kroi.example>\nTema: Ftesë\n\n"
            "Bashkia Kroi\n\nKonfirmoni deri më 5/10/2026 në pyjet@kroi.example.",
            "pyjet@kroi.example",
        ),
        ("Nga: Protokolli <protokolli@kroi.example>\nTema: Ftesë\nDërguar: sot\n\nEjani!", "protokolli@kroi.example"),
    ],
)
def test_the_address_is_read_without_the_marks_around_it(text, email):
    assert read(text).email == email


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("Tel: 069 11 22 333.", "069 11 22 333"),
        ("Tel. +355 69 112 2333, zyra 4", "+355 69 112 2333"),
        ("Cel: 069-112-2333;", "069-112-2333"),
        ("(069 11 22 333)", "069 11 22 333"),
        ("telefon 04 222 33 44 – sporteli", "04 222 33 44"),
        ("Telefoni\t0843 2 21 34", "0843 2 21 34"),
        ("WhatsApp 0691122333!", "0691122333"),
        ("00355 69 112 2333", "00355 69 112 2333"),
        ("Fondi: 069 000 000 lekë", None),
        ("NIPT K12345678A", None),
    ],
)
def test_the_number_is_read_without_the_marks_around_it(text, phone):
    assert read(text).phone == phone


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (f"Projekti: {REGISTER}.", REGISTER),
        (f"Projekti ({REGISTER}).", REGISTER),
        (f"Projekti: “{REGISTER}”,", REGISTER),
        (f"{REGISTER}?lang=sq&faqe=2#komente!", f"{REGISTER}?lang=sq&faqe=2#komente"),
        (f"{REGISTER}/{'a' * 300}", f"{REGISTER}/{'a' * 300}"),
        ("www.konsultimipublik.gov.al/Konsultime/Detaje/7;", "www.konsultimipublik.gov.al/Konsultime/Detaje/7"),
        (f"[{REGISTER}]({REGISTER})", REGISTER),
    ],
)
def test_the_link_to_the_register_is_kept_in_full(text, url):
    reading = read(text)

    assert reading.register_url == url
    assert reading.doubts == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Projekti: https://konsultimipublik.gov.al/Konsul\ntime/Detaje/1203",
            "https://konsultimipublik.gov.al/Konsul",
        ),
        ("Projekti: https://konsultimipublik.gov.al/Konsultime/...", "https://konsultimipublik.gov.al/Konsultime/..."),
        ("Projekti: https://konsultimipublik.gov.al/Konsultime/…", "https://konsultimipublik.gov.al/Konsultime/…"),
        ("Projekti: https:// konsultimipublik.gov.al/Konsultime/7", "https:// konsultimipublik.gov.al/Konsultime/7"),
    ],
)
def test_a_link_that_may_be_cut_is_doubted(text, words):
    assert Doubt(DoubtKind.CUT_LINK, words) in read(text).doubts


def test_a_link_that_is_in_no_part_of_the_announcement_is_doubted():
    form = "https://forms.example/v/xYz12"

    assert read(f"Plotësoni pyetësorin: {form}.").doubts == (Doubt(DoubtKind.UNUSED_LINK, form),)
    assert read("Vizitoni https://kroi.example.").doubts == ()
    assert read_notice(f"{HEAD} më 4.11.2026, ora 10:00. Vendi: Zoom {form}").doubts == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Vendi: Zoom https://zoom.example/j/81?pwd=a.B1", "Zoom https://zoom.example/j/81?pwd=a.B1"),
        ("Vendi: online, https://meet.example/abc-def.", "online, https://meet.example/abc-def"),
        (
            "Takimi mbahet në platformën Zoom: https://zoom.example/j/81.",
            "në platformën Zoom: https://zoom.example/j/81",
        ),
        ("Takimi mbahet online në Microsoft Teams.", "Microsoft Teams"),
    ],
)
def test_an_online_meeting_keeps_its_link_as_its_place(text, place):
    [meeting] = read_notice(f"{HEAD} më 4.11.2026, ora 10:00. {text}").meetings

    assert place in meeting.place
