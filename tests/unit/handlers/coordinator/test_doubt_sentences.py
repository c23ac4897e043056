"""Every doubt has one sentence, in both languages, that says what is wrong."""

from datetime import date, timedelta

import pytest

from handlers.views.doubts import OF_GAPS, OF_PLANS, OF_TEXT, SUGGESTING, doubt_lines, sentence
from participation.consultations.concerns import Concern, Worry
from participation.consultations.notice import Doubt, DoubtKind
from participation.consultations.proofs import Gap, Open
from tests.unit.handlers.coordinator.talking import talk_in

DAY = date(2023, 7, 25)
YESTERDAY = date(2023, 6, 19)
TODAY = date(2023, 6, 20)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (Doubt(DoubtKind.UNKNOWN_LAW, "146/2012", "146/2014"), "We know of no law 146/2012. Is 146/2014 meant?"),
        (Doubt(DoubtKind.UNKNOWN_LAW, "999/2012"), "We know of no law 999/2012."),
        (
            Doubt(DoubtKind.WEEKDAY_CONTRADICTS, "e hënë, 25.07.2023", "e martë"),
            "“e hënë, 25.07.2023”: by the calendar that day is “e martë”.",
        ),
        (Doubt(DoubtKind.STEP_BEFORE_LAUNCH, "Hapi 1"), "The step “Hapi 1” is dated before the meeting that opens"),
        (Doubt(DoubtKind.W_AS_E, "Ëorkshop", "Workshop"), "an Ë where a W was meant: “Workshop”"),
        (Doubt(DoubtKind.NO_YEAR, "26 qershor"), "“26 qershor” has no year."),
        (Doubt(DoubtKind.IMPOSSIBLE_DATE, "31.11.2024"), "“31.11.2024” is in no calendar."),
        (Doubt(DoubtKind.UNUSED_DATE, "12.12.2026"), "It is not clear what “12.12.2026” is for"),
        (Doubt(DoubtKind.BARE_DAYS, "20 ditëve"), "“20 ditëve”: working days or calendar days?"),
        (Doubt(DoubtKind.CUT_LINK, "https://a.example/..."), "“https://a.example/...” may have been cut"),
        (Doubt(DoubtKind.UNUSED_LINK, "https://a.example/b"), "“https://a.example/b” is in no part"),
        (Doubt(DoubtKind.CHANGES_ANOTHER, "anulohet"), "“anulohet”: this changes something announced before."),
        (
            Doubt(DoubtKind.CHANGES_ANOTHER, "zgjatet"),
            "The deadline of an announced consultation cannot be changed here",
        ),
        (Doubt(DoubtKind.AN_OPEN_CALL, "thirrje e hapur"), "“thirrje e hapur”: an open call asks for applications"),
        (Doubt(DoubtKind.MORE_STEPS, "Miratimi", "60"), "Only the first 60 steps were taken."),
        (Doubt(DoubtKind.RELATIVE_DATE, "nesër"), "“nesër” depends on the day it is read."),
        (
            Doubt(DoubtKind.NO_DAY, "deri në fund të gushtit"),
            "The last day for comments, “deri në fund të gushtit”, is no day",
        ),
        (Gap(Open.MEETING_NO_DAY, "në korrik"), "The meeting “në korrik” has no day yet."),
        (Gap(Open.MEETING_NO_DAY), "A meeting has no day yet."),
        (Gap(Open.MEETING_NO_HOUR, day=DAY), "The meeting has no hour yet: Tuesday, 25 July 2023."),
        (Gap(Open.MEETING_NO_YEAR, "25 korrik"), "The meeting of “25 korrik” has no year."),
        (Gap(Open.MEETING_NO_PLACE), "The meeting has no place yet: the day is open too."),
        (Gap(Open.OTHER_ISSUER, "Bashkia Elbasan"), "in the name of “Bashkia Elbasan”"),
        (Worry(Concern.NO_DEADLINE), "The last day for comments is missing."),
        (Worry(Concern.NO_CONTACT), "neither an e-mail nor a phone number"),
        (Worry(Concern.NO_REGISTER_LINK), "The link to the official register is missing."),
        (Worry(Concern.NO_PAPER), "No document is attached"),
        (Worry(Concern.NO_PURPOSE), "We did not find what is being decided and why"),
        (
            Worry(Concern.MEETING_TOO_SOON, DAY, 12),
            "only 12 working days away (Tuesday, 25 July 2023); the law wants 20",
        ),
        (Worry(Concern.MEETING_TOO_SOON, DAY, 1), "only 1 working day away"),
        (Worry(Concern.SHORT_DEADLINE, DAY, 9), "only 9 working days to comment, until Tuesday, 25 July 2023"),
        (Worry(Concern.LONG_DEADLINE, DAY, 52), "52 working days to comment, until Tuesday, 25 July 2023"),
        (Worry(Concern.COUNCIL_TOO_SOON, DAY, 3), "The council meets in only 3 days (Tuesday, 25 July 2023)"),
        (Worry(Concern.DEADLINE_DAY_OFF, DAY), "is not a working day: Tuesday, 25 July 2023."),
        (Worry(Concern.MEETING_DAY_OFF, DAY), "The meeting is not on a working day"),
        (Gap(Open.KIND_GUESSED), "does not say what kind of consultation it is"),
        (Worry(Concern.MEETING_PAST, YESTERDAY), "The meeting is past already: Monday, 19 June 2023."),
        (Worry(Concern.MEETING_PAST, DAY), "The meeting will be past by then: Tuesday, 25 July 2023."),
        (Worry(Concern.MEETING_AFTER_CLOSE, DAY), "comes after the last day for comments"),
        (Worry(Concern.PAST_DEADLINE, YESTERDAY), "is past already: Monday, 19 June 2023."),
        (Worry(Concern.PAST_DEADLINE, DAY), "will be past by then: Tuesday, 25 July 2023."),
        (Worry(Concern.ODD_LINK), "does not look like a link"),
        (Worry(Concern.NO_TITLE), "The title is missing."),
    ],
)
def test_the_sentence_names_what_is_wrong(question, said):
    assert said in sentence(talk_in().texts, question, TODAY)


def test_no_doubt_is_without_a_sentence():
    assert set(OF_TEXT) == set(DoubtKind)
    assert set(SUGGESTING) <= set(DoubtKind)
    assert set(OF_GAPS) == set(Open)
    assert set(OF_PLANS) == set(Concern) - {
        Concern.SHORT_DEADLINE,
        Concern.LONG_DEADLINE,
        Concern.MEETING_TOO_SOON,
        Concern.COUNCIL_TOO_SOON,
    }


@pytest.mark.parametrize("language", ["sq", "en"])
def test_no_blank_is_left_open(language):
    talk = talk_in(language)
    questions = [Doubt(kind, "fjalë", "tjetër") for kind in DoubtKind]
    questions += [Gap(what, "fjalë", DAY) for what in Open]
    questions += [Worry(concern, DAY, 3) for concern in Concern]
    assert all("{" not in sentence(talk.texts, question, TODAY) for question in questions)


def test_words_of_the_notice_are_never_a_template():
    assert "{evil} & <b>" in sentence(talk_in().texts, Doubt(DoubtKind.NO_YEAR, "{evil} & <b>"), TODAY)


def test_doubts_are_numbered_one_line_each():
    lines = doubt_lines(talk_in(), (Worry(Concern.NO_TITLE), Worry(Concern.NO_PAPER))).splitlines()
    assert [line[:2] for line in lines] == ["1.", "2."]


def test_many_doubts_of_one_kind_are_one_line_that_names_the_first_and_their_number():
    steps = [Doubt(DoubtKind.STEP_BEFORE_LAUNCH, f"Hapi {number}") for number in range(1, 13)]
    first, second = doubt_lines(talk_in(), (*steps, Worry(Concern.NO_TITLE))).splitlines()
    assert first == (
        "1. The step “Hapi 1” is dated before the meeting that opens the work."
        " The same goes for 11 more: “Hapi 2”, “Hapi 3”, “Hapi 4”, …"
    )
    assert second.startswith("2.")


def test_many_meetings_of_one_doubt_are_named_by_their_day():
    days = [DAY + timedelta(days=7 * number) for number in range(4)]
    line = doubt_lines(talk_in(), [Gap(Open.MEETING_NO_HOUR, day=day) for day in days])
    assert line.endswith("The same goes for 3 more: 1 August 2023, 8 August 2023, 15 August 2023")


def test_few_doubts_of_one_kind_are_told_one_by_one():
    steps = [Doubt(DoubtKind.STEP_BEFORE_LAUNCH, f"Hapi {number}") for number in range(1, 4)]
    assert len(doubt_lines(talk_in(), steps).splitlines()) == 3
