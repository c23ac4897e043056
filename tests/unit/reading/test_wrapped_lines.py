"""Lines that a narrow window broke are read as one; lines of a list, a table or a form are not."""

import pytest

from documents.reading.text import Sheet


@pytest.mark.parametrize(
    "text",
    [
        "takimin që do të\nmbahet në tetor",
        "Konsultim publik për Planin\ne Gjelbër",
        "Presim mendimet deri\nmë 3 nëntor",
        "ditën e martë, më datë\n27 tetor 2026",
        "në orën\n11:00",
        "Data\n27.10.2026",
        "NJOFTIM PUBLIK\nPËR PLANIN",
    ],
)
def test_a_line_that_goes_on_is_joined(text):
    sheet = Sheet(text)

    assert sheet.text == text.replace("\n", " ")
    assert len(sheet.lines) == 1


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Vendi\tSalla e Këshillit", "Vendi:Salla e Këshillit"),
        ("Vendi\nSalla e Këshillit", "Vendi:Salla e Këshillit"),
        ("Afati për komente\n14.09.2026", "Afati për komente:14.09.2026"),
        ("1. Titulli i aktit\tPlani", "1. Titulli i aktit:Plani"),
    ],
)
def test_the_rows_of_a_form_have_the_colon_that_they_mean(text, read):
    assert Sheet(text).text == read


@pytest.mark.parametrize(
    "text",
    [
        "Takimet do të jenë:\nsalla e re",
        "Bashkia Kroi ju fton\nJu presim",
        "e hënë, 5 tetor, ora 10:00\ne martë, 6 tetor, ora 10:00",
        "takimi i parë në shkollë\nora 12:00 te kopshti",
        "a) lagjja e parë, ora 10\nb) lagjja e dytë",
        "Arëz\t05.10.2026\t10:00\nbukël\t06.10.2026\t10:00",
        "| të dhënat e | 1 |\n| të tjera | 2 |",
        "Data\nOra\nVendi",
        "Data\tOra\tVendi",
        "Data 12 tetor\nSalla",
        "BASHKIA KROI\nNË ZBATIM TË LIGJIT",
        "Kryetari i Bashkisë\n\ndhe këshilltarët",
    ],
)
def test_a_line_that_stands_for_itself_is_not(text):
    assert Sheet(text).text == text
