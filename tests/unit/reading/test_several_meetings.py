"""Of several meetings each has the place that is said of it; one that was not read is left open and never borrowed."""

import pytest

from documents.reading.notice import read_notice
from participation.consultations.notice import ReadMeeting

HEAD = "NJOFTIM\nTema: “Plani i kullotave”\nBashkia Tropojë ju fton në takime publike "


def places(text: str) -> list[str | None]:
    return [meeting.place for meeting in read_notice(HEAD + text).meetings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "më 4 mars 2027, ora 11:00, në Sallën e Kuvendit; më 5 mars 2027, ora 17:00, në shkollën e Bujanit;"
            " më 8 mars 2027, ora 10:00, në Margegaj.",
            ["në Sallën e Kuvendit", "në shkollën e Bujanit", "në Margegaj"],
        ),
        (
            "më 4 mars 2027, ora 11:00, në Sallën e Kuvendit dhe më 8 mars 2027, ora 10:00, në Lekbibaj.",
            ["në Sallën e Kuvendit", "në Lekbibaj"],
        ),
        (
            "më 4 mars 2027, ora 11:00, në Fierzë; më 8 mars 2027, ora 10:00, te Shkolla e Re.",
            ["në Fierzë", "te Shkolla e Re"],
        ),
        (
            "më 4 mars 2027, ora 10:00, në Sallën e Kuvendit, dhe ora 14:00, në Fierzë.",
            ["në Sallën e Kuvendit", "në Fierzë"],
        ),
        ("më 4 mars 2027 në Fierzë, ora 11:00, dhe më 8 mars 2027 në Bytyç, ora 10:00.", ["në Fierzë", "në Bytyç"]),
        (
            "më 4 mars 2027, ora 11:00, në Fierzë, te shkolla, dhe më 8 mars 2027, ora 10, në Bytyç.",
            ["në Fierzë, te shkolla", "në Bytyç"],
        ),
        (
            "në Sallën e Kuvendit më 4 mars 2027, ora 11:00, dhe në shkollën e Bujanit më 8 mars 2027, ora 10:00.",
            ["në Sallën e Kuvendit", "në shkollën e Bujanit"],
        ),
        (
            "si më poshtë:\nTakimi i parë: 4 mars 2027, ora 11:00, në Sallën e Kuvendit.\n"
            "Takimi i dytë: 5 mars 2027, ora 10:00, në Llugaj.\nTakimi i tretë: 8 mars 2027, ora 9:00, online në Zoom.",
            ["në Sallën e Kuvendit", "në Llugaj", "online në Zoom"],
        ),
        (
            "si më poshtë:\n- 4 mars 2027, ora 11:00, Salla e Kuvendit\n- 5 mars 2027, ora 10:00, Margegaj\n"
            "- 8 mars 2027, ora 10:00, fshati Shoshan",
            ["Salla e Kuvendit", "Margegaj", "fshati Shoshan"],
        ),
        (
            ".\n\nData: 4 mars 2027\nOra: 11:00\nVendi: Salla e Kuvendit\n\n"
            "Data: 5 mars 2027\nOra: 10:00\nVendi: Llugaj",
            ["Salla e Kuvendit", "Llugaj"],
        ),
    ],
)
def test_each_meeting_has_its_own_place(text, expected):
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("më 4 mars 2027, ora 11:00, në Sallën e Kuvendit; më 8 mars 2027, ora 10:00.", ["në Sallën e Kuvendit", None]),
        ("më 4 mars 2027, ora 11:00; më 8 mars 2027, ora 10:00, në Sallën e Kuvendit.", [None, "në Sallën e Kuvendit"]),
        ("më 4 mars 2027, ora 10:00, në Sallën e Kuvendit, dhe në orën 14:00.", ["në Sallën e Kuvendit", None]),
        (
            "më 4 mars 2027, ora 11:00, në Sallën e Kuvendit. Takimi i dytë mbahet më 8 mars 2027, ora 10:00.",
            ["në Sallën e Kuvendit", None],
        ),
        (
            "më 4 mars 2027, ora 11:00, ne fierze, dhe më 8 mars 2027, ora 10:00, në Sallën e Kuvendit.",
            [None, "në Sallën e Kuvendit"],
        ),
        (
            ":\n1. 4 mars 2027, ora 11:00, Salla e Kuvendit\n2. 5 mars 2027, ora 10:00\n3. 8 mars 2027, ora 9, Llugaj",
            ["Salla e Kuvendit", None, "Llugaj"],
        ),
        (
            ".\n\nData: 4 mars 2027\nOra: 11:00\nVendi: Salla e Kuvendit\n\nData: 5 mars 2027\nOra: 10:00\n\n"
            "Data: 8 mars 2027\nOra: 12:00\nVendi: Llugaj",
            ["Salla e Kuvendit", None, "Llugaj"],
        ),
        (
            "më 4 mars 2027, ora 11:00, në Sallën e Kuvendit, dhe më 8 mars 2027, ora 10:00. Projekti gjendet në zyrën"
            " e koordinatorit.",
            ["në Sallën e Kuvendit", None],
        ),
    ],
)
def test_a_place_that_was_not_read_is_left_open(text, expected):
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "më 4 mars 2027, ora 11:00, dhe më 8 mars 2027, ora 10:00, në Sallën e Kuvendit.",
        "në Sallën e Kuvendit, më 4 mars 2027, ora 11:00, dhe më 8 mars 2027, ora 10:00.",
        "më 4 mars 2027 në Sallën e Kuvendit, ora 11:00 dhe në orën 14:00.",
        "në Sallën e Kuvendit më 4 mars 2027, ora 11:00 dhe në orën 14:00.",
        "më 4 dhe 5 mars 2027, ora 11:00, në Sallën e Kuvendit.",
        "në Sallën e Kuvendit:\n- 4 mars 2027, ora 11:00\n- 5 mars 2027, ora 10:00",
        ":\n- 4 mars 2027, ora 11:00\n- 5 mars 2027, ora 10:00\nVendi: në Sallën e Kuvendit",
        ".\nVendi: në Sallën e Kuvendit\nDatat:\n- 4 mars 2027, ora 11:00\n- 5 mars 2027, ora 10:00",
        "më 4 mars 2027, ora 11:00, dhe më 8 mars 2027, ora 10:00. Takimet mbahen në Sallën e Kuvendit.",
    ],
)
def test_a_place_that_is_said_of_all_is_that_of_each(text):
    assert places(text) == ["në Sallën e Kuvendit"] * 2


@pytest.mark.parametrize("words", ["në Projektin e Buxhetit", "në Regjistrin Elektronik", "në Mars", "te Koordinatori"])
def test_a_capital_letter_alone_makes_no_place(words):
    assert places(f"më 4 mars 2027, ora 11:00, {words}; më 8 mars 2027, ora 10:00.") == [None, None]


def test_a_village_is_a_place_of_one_meeting_too():
    assert read_notice(HEAD + "më 4 mars 2027, ora 11:00, në Margegaj.").meetings == (
        ReadMeeting(*_moment(), place="në Margegaj", words="4 mars 2027"),
    )


def _moment():
    whole = read_notice(HEAD + "më 4 mars 2027, ora 11:00, në Sallën e Kuvendit.").meetings[0]
    return whole.day, None, whole.start, None


@pytest.mark.parametrize(
    "again",
    [
        *("po aty", "po në atë sallë", "në të njëjtin vend"),
        *("në të njëjtën orë e vend", "në të njëjtën orë dhe në të njëjtin vend"),
    ],
)
def test_the_same_place_is_that_of_the_meeting_before(again):
    text = (
        f"a) me të rinjtë: 4 mars 2027, ora 11:00, Salla e Këshillit;\nb) me shkollat: 8 mars 2027, ora 10:00, {again};"
        "\nc) e hapur: 9 mars 2027, ora 17:00, Teatri “Dielli”."
    )
    assert places(text) == ["Salla e Këshillit", "Salla e Këshillit", "Teatri “Dielli”"]


def days(text: str) -> list[str]:
    return [
        f"{meeting.day:%d.%m} {meeting.start:%H:%M}" for meeting in read_notice(HEAD + text).meetings if meeting.day
    ]


def test_meetings_of_a_whole_week_are_held_each_working_day():
    text = "që mbahen nga 4 deri më 9 mars 2027, ora 17:00, në Sallën e Kuvendit."
    assert days(text) == ["04.03 17:00", "05.03 17:00", "08.03 17:00", "09.03 17:00"]
    assert set(places(text)) == {"në Sallën e Kuvendit"}
    assert days("që mbahen më 8-10 mars 2027, ora 17:00.") == ["08.03 17:00", "09.03 17:00", "10.03 17:00"]


@pytest.mark.parametrize(
    "text",
    [
        "nga 4 deri më 24 mars 2027, ora 17:00.",
        "nga 4 deri më 9 mars 2027 në sportel, ora 9:00-15:00, për të parë projektin.",
        "që mbahen nga 4 deri më 9 mars 2027 sipas kalendarit të njësive.",
    ],
)
def test_a_period_is_not_made_into_meetings(text):
    assert days(text) == []


def test_a_weekday_alone_in_a_list_is_the_day_between_those_beside_it():
    text = (
        ":\nE enjte, 4 mars 2027, ora 17:00, Bujan\nE premte, ora 16:00, Lekbibaj\n"
        "E hënë, 8 mars 2027, ora 17:00, Margegaj"
    )
    assert days(text) == ["04.03 17:00", "05.03 16:00", "08.03 17:00"]
    assert places(text) == ["Bujan", "Lekbibaj", "Margegaj"]


def test_a_meeting_of_tomorrow_stands_beside_those_with_a_day():
    read = read_notice(
        "NJOFTIM\nNesër, ora 11:00, në Sallën e Kuvendit mbahet dëgjesa publike për kullotat. "
        "Dëgjesa e radhës mbahet më 8 mars 2027, ora 17:00, në Bujan."
    )
    assert [(meeting.day is None, meeting.place) for meeting in read.meetings] == [
        (True, "në Sallën e Kuvendit"),
        (False, "në Bujan"),
    ]


def test_a_meeting_that_is_called_on_the_ground_of_a_law_is_ahead():
    text = (
        "Duke u bazuar në nenin 43 të statutit, thërras mbledhjen e kuvendit, më 4 mars 2027 (e enjte), në ora 10:00."
    )
    assert [f"{meeting.day:%d.%m} {meeting.start:%H}" for meeting in read_notice(text).meetings] == ["04.03 10"]


def test_an_hour_before_several_days_is_that_of_each():
    text = (
        "Ju presim në orën 11:00: të hënën, më 1 mars 2027, në Lugaj; të martën, më 2 mars 2027, në Bujan. Takimi i"
        " fundit"
        " bëhet të enjten, më 4 mars 2027, ora 16:00, në sallën e Kuvendit."
    )
    assert days(text) == ["01.03 11:00", "02.03 11:00", "04.03 16:00"]


def test_hours_below_a_day_with_its_house_are_held_there():
    text = (
        "si më poshtë:\n\nE martë, 2 mars 2027, biblioteka e qytetit\n09:30  hotelet dhe bujtinat\n11:30  tregtarët\n\n"
        "E enjte, 4 mars 2027, ora 17:00, Bujan, zyra e njësisë"
    )
    assert days(text) == ["02.03 09:30", "02.03 11:30", "04.03 17:00"]
    assert places(text) == ["biblioteka e qytetit", "biblioteka e qytetit", "Bujan, zyra e njësisë"]


def test_items_that_begin_with_the_word_for_a_day_are_days():
    text = (
        "si më poshtë:\n- date 1.03.2027 ora 10.00 ne zyren e njesise\n- date 20.03.2027 ora 17.00 ne sallen e Bashkise"
    )
    assert days(text) == ["01.03 10:00", "20.03 17:00"]


def test_a_series_that_moves_to_another_village_keeps_its_day():
    text = (
        "Më 4 mars 2027, ora 10:00, në Lugaj. Një ditë më pas, më 5 mars, ora 12:00, takimi zhvendoset në Bujan,"
        " në shkollë."
    )
    assert days(text) == ["04.03 10:00", "05.03 12:00"]


def test_a_meeting_of_a_list_may_begin_at_any_minute():
    text = "si më poshtë:\n• e enjte, 4 mars 2027, 17:01, Bujan\n• e premte, 5 mars 2027, 17:07, Margegaj"
    assert days(text) == ["04.03 17:01", "05.03 17:07"]
