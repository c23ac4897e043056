"""Dates in every form that a clerk gives them; what only looks like one is none, what cannot be one is doubted."""

from datetime import date

import pytest

from documents.reading.dates import find_dates
from documents.reading.notice import read_notice
from documents.reading.text import Sheet
from participation.consultations.notice import Doubt, DoubtKind

from .notices import HEAD


def days(text: str) -> list[str]:
    return [
        str(mention.day) if mention.day else f"--{mention.month_day[0]:02d}-{mention.month_day[1]:02d}"
        for mention in find_dates(Sheet(text))
        if mention.month_day
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        *((f"më 3 {month} 2026", ["2026-07-03"]) for month in ("korrik", "Korrikut", "KORRIKUN", "korriku")),
        *((f"më 3 {month} 2026", ["2026-08-03"]) for month in ("gushtit", "GUSHTIN", "Gusht")),
        *((f"më 3 {month} 2026", ["2026-09-03"]) for month in ("shtatorit", "shtatori", "SHTATORIN")),
        *((f"më 3 {month} 2026", ["2026-11-03"]) for month in ("nëntorit", "nentorit", "NËNTOR", "Nent.", "nën.")),
        *((f"më 3 {month} 2026", ["2026-02-03"]) for month in ("shkurtit", "Shkurtin", "shk.", "Shkur")),
        *((f"më 3 {month} 2026", ["2026-12-03"]) for month in ("dhjetorit", "dhj.", "Dhjet.", "DHJETOR")),
        *((f"më 3 {month} 2026", ["2026-04-03"]) for month in ("prillit", "pril", "Pri.")),
        *((f"më 3 {month} 2026", ["2026-10-03"]) for month in ("tetorit", "tet.", "Tet")),
        ("më 10 korrikut, ora 18:00", ["--07-10"]),
        ("më 8 tet., ora 17:00", ["--10-08"]),
        ("të enjten e 16-tit të korrikut 2026", ["2026-07-16"]),
        ("më 5 të muajit tetor 2026", ["2026-10-05"]),
        ("dt. 29/9/26", ["2026-09-29"]),
        ("më 02-10-26", ["2026-10-02"]),
        ("më 5.3.26", ["2026-03-05"]),
        ("10 dhjetor (e enjte) 2026", ["2026-12-10"]),
        ("më 10 Dhjetor, 2026", ["2026-12-10"]),
        ("deri më30/12/.2026", ["2026-12-30"]),
        ("më 05 / 03 / 2026", ["2026-03-05"]),
        ("ditën e premte,02.10.2026", ["2026-10-02"]),
        ("01.09.2026 -18.09. 2026", ["2026-09-01", "2026-09-18"]),
        ("më 12-13.02.2026", ["2026-02-12", "2026-02-13"]),
        ("më 12, 13 dhe 14.02.2026", ["2026-02-12", "2026-02-13", "2026-02-14"]),
        ("më 12/13 shkurt 2026", ["2026-02-12", "2026-02-13"]),
    ],
)
def test_a_date_is_read(text, found):
    assert days(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Rruga 2 Korriku",
        "shkolla “5 Maji”",
        "tel. 54.22.15",
        "pika 1.2.13 e rregullores",
        "nr. 12/3/24 prot",
        "3 sht në faqe",
        "ora 10, 12 veta",
        "1.200.000 lekë",
        "katër mars",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert days(text) == []


@pytest.mark.parametrize(
    ("words", "meant"),
    [("31.02.2026", None), ("31/02/26", None), ("10/25/2026", "25.10.2026"), ("31 nëntor 2026", None)],
)
def test_a_date_in_no_calendar_is_doubted_wherever_it_stands(words, meant):
    text = f"{HEAD} më 4.11.2026, ora 10:00. Skema u njoh {words} nga banorët."

    assert read_notice(text).doubts == (Doubt(DoubtKind.IMPOSSIBLE_DATE, words, meant),)


@pytest.mark.parametrize(
    ("dates", "doubted"),
    [
        (("5/6/2026",), True),
        (("05/06/2026",), True),
        (("5/5/2026",), False),
        (("25/6/2026",), False),
        (("5.6.2026",), False),
        (("e premte, 5/6/2026",), False),
        (("5/6/2026", "25/6/2026"), False),
        (("5/6/2026", "8/6/2026"), False),
    ],
)
def test_a_date_with_slashes_has_two_readings_where_nothing_says_which_part_is_the_day(dates, doubted):
    reading = read_notice("\n".join(f"{HEAD} më {day}, ora 10:00 në sallën e Bashkisë." for day in dates))
    kinds = [doubt.kind for doubt in reading.doubts]

    assert (DoubtKind.TWO_READINGS in kinds) is doubted


@pytest.mark.parametrize(
    ("words", "meant"), [("1O.11.2026", "10.11.2026"), ("l2.11.2026", "12.11.2026"), ("2|/1l/2O26", "21/11/2026")]
)
def test_a_letter_for_a_digit_is_read_as_the_digit_and_doubted(words, meant):
    text = f"{HEAD} më {words}, ora 10:00."

    assert days(text) == [str(date(2026, 11, int(meant[:2])))]
    assert read_notice(text).doubts == (Doubt(DoubtKind.LETTER_FOR_DIGIT, words, meant),)


@pytest.mark.parametrize("words", ["12.12.2026", "5-6 dhjetor 2026", "5, 6 dhe 7 dhjetor 2026"])
def test_a_date_of_which_nothing_says_what_it_is_for_is_doubted(words):
    reading = read_notice(f"{HEAD} më 4.11.2026, ora 10:00. Shihni edhe skemën ({words}).")

    assert reading.doubts == (Doubt(DoubtKind.UNUSED_DATE, words),)


@pytest.mark.parametrize(
    "text",
    [
        "sipas ligjit nr. 9632, datë 30.10.2006 dhe VKM nr. 12, datë 7.3.2018",
        "i miratuar më 4 maj 2025",
        "Plani zbatohet nga 1 janar 2027 deri më 31 dhjetor 2030.",
        "Skema u diskutua më 2 tetor 2026.",
    ],
)
def test_a_date_that_is_plainly_for_something_else_is_not_doubted(text):
    assert read_notice(f"{HEAD} më 4.11.2026, ora 10:00. {text}").doubts == ()
