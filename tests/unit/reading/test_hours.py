"""Hours in every form that a clerk gives them."""

from datetime import time

import pytest

from documents.reading.hours import find_hours
from documents.reading.text import Sheet


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("ora 10:00", [(10, 0)]),
        ("ora 10.00", [(10, 0)]),
        ("ora 10;30", [(10, 30)]),
        ("ora 10,30", [(10, 30)]),
        ("ora 9", [(9, 0)]),
        ("ora 1330", [(13, 30)]),
        ("n'ora gjashtë e gjysë t'mbramjes", [(18, 30)]),
        ("Ora: 09 : 30", [(9, 30)]),
        ("orën 11 e 30", [(11, 30)]),
        ("në orën 17.30 të mbasdites", [(17, 30)]),
        ("ora 5 pasdite", [(17, 0)]),
        ("ora 5:30 e pasdites", [(17, 30)]),
        ("në 10:30", [(10, 30)]),
        ("18h00", [(18, 0)]),
        ("e martë, 18h, shkolla", [(18, 0)]),
        ("24h në ditë", []),
        ("90 km/h", []),
        ("ora 12 (dymbëdhjetë)", [(12, 0)]),
        ("ora 25:00", []),
        ("ora 10:75", []),
        ("raporti 3:2", []),
        ("12.50 lekë", []),
    ],
)
def test_an_hour_is_read(text, hours):
    assert [hour.begins for hour in find_hours(Sheet(text), apart_from=())] == [time(*hour) for hour in hours]


@pytest.mark.parametrize(
    "text",
    ["ora 10:30-12:30", "ora 10:30 – 12:30", "ora 10.30 deri në 12.30", "nga ora 10:30 deri në orën 12:30",
     "10:30 - 12:30", "ora 10:30 deri më ora 12:30", "prej orës 10:30 deri në 12:30", "ora 10:30/12:30",
     "ora 10:30 e deri 12:30", "nga ora 10:30 në orën 12:30"],
)  # fmt: skip
def test_a_range_has_its_end(text):
    [hour] = find_hours(Sheet(text), apart_from=())

    assert (hour.begins, hour.ends) == (time(10, 30), time(12, 30))
