"""Doubts name what looks wrong in the words of the text, and nothing that is right."""

import pytest

from documents.reading.notice import read_notice
from participation.consultations.notice import Doubt, DoubtKind

_HEAD = "Bashkia Kroi fton banorët në takim për planin e lagjes "


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        (
            "të martën, më 14.10.2026, ora 10:00.",
            Doubt(DoubtKind.WEEKDAY_CONTRADICTS, "e martë, 14.10.2026", "e mërkurë"),
        ),
        ("më 14 tetor, ora 10:00.", Doubt(DoubtKind.NO_YEAR, "14 tetor", None)),
        ("më 31.11.2026, ora 10:00.", Doubt(DoubtKind.IMPOSSIBLE_DATE, "31.11.2026", None)),
        ("nesër, ora 10:00.", Doubt(DoubtKind.RELATIVE_DATE, "nesër", None)),
        ("sipas ligjit nr. 146/2016.", Doubt(DoubtKind.UNKNOWN_LAW, "146/2016", "146/2014")),
        (
            "sipas ligjit nr. 68/2018 “Për financat e vetëqeverisjes vendore”.",
            Doubt(DoubtKind.UNKNOWN_LAW, "68/2018", "68/2017"),
        ),
        ("në ËhatsApp.", Doubt(DoubtKind.W_AS_E, "ËhatsApp", "WhatsApp")),
        ("në ëorkshopin e parë.", Doubt(DoubtKind.W_AS_E, "ëorkshopin", "workshopin")),
        ("në Ëebfaqe.", Doubt(DoubtKind.W_AS_E, "Ëebfaqe", "Webfaqe")),
        ("në ËORKSHOP.", Doubt(DoubtKind.W_AS_E, "ËORKSHOP", "WORKSHOP")),
        ("në ëëë.kroi.example.", Doubt(DoubtKind.W_AS_E, "ëëë", "www")),
    ],
)
def test_a_doubtful_place_is_named(text, doubt):
    assert doubt in read_notice(_HEAD + text).doubts


@pytest.mark.parametrize(
    "text",
    [
        "të mërkurën, më 14.10.2026, ora 10:00.",
        "të Mërkurr, datë 14.10.2026, ora 10.00",
        "më 14 tetor 2026, ora 10:00, te shkolla “28 Nëntori”, Rruga 5 Maji.",
        "sipas ligjit nr. 146/2014 dhe VKM nr. 146, datë 12.03.2012.",
        "sipas ligjit nr. 68/2018 “Për peshkimin”.",
        "Është ëmbël, ëndërr dhe vërtetë: ëngjëjt e lagjes.",
    ],
)
def test_what_is_right_is_not_doubted(text):
    assert read_notice(_HEAD + text).doubts == ()


def test_a_foreign_word_is_doubted_once():
    reading = read_notice(_HEAD + "me një Ëorkshop. Ëorkshop-i i dytë, ëorkshop tjetër.")

    assert [doubt.words for doubt in reading.doubts] == ["Ëorkshop"]


def test_january_after_a_letter_of_december_belongs_to_the_next_year():
    reading = read_notice("Kroi, më 15.12.2026\n\n" + _HEAD + "më 14 janar, ora 10:00.")

    assert [str(meeting.day) for meeting in reading.meetings] == ["2027-01-14"]


def test_the_year_of_a_budget_is_not_the_year_of_its_hearing():
    reading = read_notice("Dëgjesë për buxhetin 2027\n" + _HEAD + "më 14 tetor, ora 10:00.")

    assert [meeting.month_day for meeting in reading.meetings] == [(10, 14)]


@pytest.mark.parametrize(("number", "missing"), [(60, []), (70, ["hapi numër 61"])])
def test_steps_that_are_too_many_are_not_left_out_in_silence(number, missing):
    steps = "".join(f"{n}. hapi numër {n}: TBD\n" for n in range(1, number + 1))
    reading = read_notice(f"Njoftim për konsultim publik\n\nKalendari\n{steps}")

    assert len(reading.steps) == 60
    assert [doubt.words for doubt in reading.doubts if doubt.kind is DoubtKind.MORE_STEPS] == missing
