"""What a notice says once holds where it is meant: for the rows below, for all items, for a day that is meant again."""

import pytest

from documents.reading.notice import read_notice

HEAD = "Bashkia Kroi fton banorët në dëgjesat publike për buxhetin 2027.\n\n"
FIRST = f"{HEAD}Takimi i parë mbahet më 5.10.2026, ora 10:00, në shkollën e Lugajt."


def meetings(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """(day, hour, place) of each, the place as far as its last comma."""
    return [
        (
            str(meeting.day) if meeting.day else None,
            f"{meeting.start:%H:%M}" if meeting.start else None,
            (meeting.place or "").split(", ")[-1] or None,
        )
        for meeting in read_notice(text).meetings
    ]


@pytest.mark.parametrize("cell", ["|", "\t"], ids=["pipes", "tabs"])
def test_a_day_holds_for_the_rows_below_it_and_a_ditto_for_the_place(cell):
    table = [
        ("Data", "Ora", "Fshatrat", "Vendi"),
        ("5.10.2026", "10:00", "Lugaj", "shkolla e Lugajt"),
        ("", "12:30", "Bregas", "- “ -"),
        ("6.10.2026", "17:00", "Mali", "zyra e njësisë"),
    ]
    rows = [cell.join(row) if cell == "\t" else f"| {' | '.join(row)} |" for row in table]
    assert meetings(HEAD + "\n".join(rows)) == [
        ("2026-10-05", "10:00", "shkolla e Lugajt"),
        ("2026-10-05", "12:30", "shkolla e Lugajt"),
        ("2026-10-06", "17:00", "zyra e njësisë"),
    ]


def test_columns_that_became_spaces_are_columns_again():
    table = (
        "Njësia        Dita        Data     Ora     Vendi\n"
        "-----------   ---------   ------   -----   ----------------\n"
        "Lugaj         e hënë      05.10    10:00   shkolla e Lugajt\n"
        "Bregas        e martë     06.10    18      zyra e njësisë\n"
    )
    assert meetings("Bashkia Kroi – dëgjesat e buxhetit, tetor 2026\n\n" + table) == [
        ("2026-10-05", "10:00", "shkolla e Lugajt"),
        ("2026-10-06", "18:00", "zyra e njësisë"),
    ]


def test_a_row_that_is_called_off_is_none_and_behind_an_arrow_stands_the_new_hour():
    table = (
        "| Njësia | Data | Ora | Vendi | Shënim |\n"
        "| Lugaj | 5.10.2026 | 10:00 | shkolla | ANULOHET |\n"
        "| Bregas | 6.10.2026 | 10:00 → 12:00 | zyra | ndryshon ora |\n"
    )
    assert meetings(HEAD + table) == [("2026-10-06", "12:00", "zyra")]


def test_of_a_table_of_corrections_only_what_is_right_now_holds():
    table = (
        "Fshati | Ishte | Bëhet\n"
        "Lugaj | 5.10.2026, 10:00, shkolla | 7.10.2026, 11:00, shkolla\n"
        "Bregas | 6.10.2026, 10:00, zyra | pa ndryshim\n"
        "Mali | 6.10.2026, 12:00, zyra | nuk mbahet\n"
    )
    assert [found[:2] for found in meetings(HEAD + table)] == [("2026-10-07", "11:00"), ("2026-10-06", "10:00")]


def test_a_cell_that_goes_on_below_is_one_cell():
    table = (
        "+----+----------------------------+--------------------------+\n"
        "| Nr | Hapi                       | Kur                      |\n"
        "+----+----------------------------+--------------------------+\n"
        "| 1  | Tryezë e hapur, Teatri     | 5 tetor 2026, ora 16:30  |\n"
        "|    | Kombëtar                   |                          |\n"
        "| 2  | Mbyllja e komenteve        | 20 tetor 2026            |\n"
    )
    reading = read_notice(HEAD + table)
    [meeting] = reading.meetings
    assert meeting.place == "Teatri Kombëtar"
    assert str(reading.deadline) == "2026-10-20"


def test_the_line_above_a_list_says_the_hour_and_the_place_of_all():
    text = (
        f"{HEAD}Takimet zhvillohen në Qendrën Rinore, nga ora 10:00 deri në 12:00:\n"
        "• 5 tetor 2026 – gratë\n• 6 tetor 2026 – të rinjtë\n"
    )
    assert meetings(text) == [
        ("2026-10-05", "10:00", "në Qendrën Rinore"),
        ("2026-10-06", "10:00", "në Qendrën Rinore"),
    ]


def test_an_hour_that_is_said_of_all_goes_before_another_one():
    text = (
        f"{HEAD}| Njësia | Data | Vendi |\n| Lugaj | 5.10.2026 | shkolla |\n| Bregas | 6.10.2026 | zyra |\n\n"
        "Të gjitha takimet nisin në orën 11:00. Autobusi niset në orën 10:15."
    )
    assert [hour for _, hour, _ in meetings(text)] == ["11:00", "11:00"]


def test_a_day_heads_the_lines_below_it():
    text = f"{HEAD}E hënë, 5 tetor 2026\n  Lugaj – shkolla – 17:30\n  Bregas – zyra e njësisë – 19:00\n"
    assert meetings(text) == [("2026-10-05", "17:30", "shkolla"), ("2026-10-05", "19:00", "zyra e njësisë")]


def test_a_day_without_its_month_takes_that_of_the_heading_where_its_weekday_agrees():
    week = "E MARTË 6\nOra 10:00 – Këshilli mblidhet, salla e madhe.\n\nE ENJTE 9\nPushim."
    text = f"AGJENDA E JAVËS\n5–9 tetor 2026\n\n{week}"
    assert meetings(text) == [("2026-10-06", "10:00", "salla e madhe")]


@pytest.mark.parametrize(
    ("said", "day"),
    [("po atë ditë", "2026-10-05"), ("një ditë më vonë", "2026-10-06"), ("të nesërmen", "2026-10-06")],
)
def test_a_day_may_be_said_by_the_one_before(said, day):
    text = f"{FIRST} I dyti mbahet {said}, ora 17:00, në zyrën e njësisë."
    assert meetings(text)[1] == (day, "17:00", "në zyrën e njësisë")


def test_an_hour_may_be_said_to_be_the_same():
    text = f"{FIRST} I dyti mbahet më 6.10.2026, po në atë orë, në zyrën e njësisë."
    assert meetings(text)[1] == ("2026-10-06", "10:00", "në zyrën e njësisë")


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("ora 17:30 dhe jo ora 17:00", "17:30"),
        ("në vend të orës 11:00, në orën 14:00", "14:00"),
        ("ora. Është: ora 13:00. Duhet: ora 10:00", "10:00"),
        ("ora; ku shkruhet “ora 09:00”, të lexohet ora 11:00", "11:00"),
    ],
)
def test_an_hour_that_was_wrong_gives_way_to_the_right_one(said, hour):
    [found] = meetings(f"NDRYSHIM ORARI\nBashkia Kroi: takimi mbahet më 5.10.2026, {said}.")
    assert found[:2] == ("2026-10-05", hour)
