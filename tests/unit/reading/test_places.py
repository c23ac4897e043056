"""Where people meet, in the words of the notice: the whole place, and nothing that is said after it."""

import pytest

from documents.reading.notice import read_notice

HEAD = "Bashkia Kroi zhvillon takim publik për planin e lagjes "


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (
            "në ambjentet e Qendrës “Drini” (kati i dytë). Jeni të ftuar.",
            "në ambjentet e Qendrës “Drini” (kati i dytë)",
        ),
        (
            "në  ambjentet e Qendrës “Drini “ ( kati i dytë) . Jeni të ftuar.",
            "në ambjentet e Qendrës “Drini “ ( kati i dytë)",
        ),
        ("në lokalin “Bora”, KROI, ku do të paraqitet ndikimi në mjedis.", "në lokalin “Bora”, KROI"),
        ("pranë zyrave të saj bën konsultimin me publikun.", "pranë zyrave të saj"),
        ("në kinemanë e qytetit të Kroit konsultimi me grupet e interesit.", "në kinemanë e qytetit të Kroit"),
        (
            "në sallën e galerisë (kati i dytë), pallati i Kulturës Kroi.",
            "në sallën e galerisë (kati i dytë), pallati i Kulturës Kroi",
        ),
        ("në sallën e Këshillit (hyrja nga parku).", "në sallën e Këshillit"),
        ("në bibliotekë, ku janë ftuar edhe tregtarët.", "në bibliotekë"),
    ],
)
def test_the_place_is_said_whole_and_alone(words, place):
    (meeting,) = read_notice(f"{HEAD}ditën e premte, 9.10.2026, ora 11.00 , {words}").meetings
    assert meeting.place == place


@pytest.mark.parametrize(
    "words",
    [
        "Dëgjesa zhvillohet online në orën 10.00, më 9.10.2026, në adresën: https://zoom.example/j/1.",
        "Më 9.10.2026, ora 10:00, do të mbahet online dëgjesa e parë publike.",
    ],
)
def test_a_meeting_may_be_held_online(words):
    (meeting,) = read_notice(f"Bashkia Kroi fton banorët.\n{words}").meetings
    assert meeting.place == "online"


def test_each_school_of_one_evening_is_its_own():
    text = (
        "Komuna e Kroit fton banorët në dëgjimet për buxhetin.\nMë 9.10.2026 në fshatrat: Lugaj në ora 18:00"
        " në shkollë, në Bujan në ora 19:00 në shkollë dhe në Bytyç në ora 20:00 në shkollë."
    )
    assert {meeting.place for meeting in read_notice(text).meetings} == {"në shkollë"}


def test_the_address_of_a_page_is_no_place_beside_the_word():
    text = (
        "Dëgjesa e parë, DATA 09/10/2026 – 10:00\n\nNë datë 09.10.2026 do të zhvillohet online dëgjesa e parë.\n"
        "Lidhja në orën 10.00:\n\nhttps://us02web.zoom.us/j/68\n\n"
        "Në korrik u mbajt dëgjesa për Planin Vendor (PDV)."
    )
    assert [meeting.place for meeting in read_notice(text).meetings] == ["online"]
