"""Which reports are offered as being about the same thing."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.ids import InstitutionId, ReportId, UnitId
from participation.reports.likeness import LIKELY, MOST, Sketch, alike, likeness
from participation.reports.model import Account, Grain, Report, Spot, pinned

DAY = date(2026, 11, 3)
NOWHERE = Spot()
SQUARE = Spot(latitude=40.236, longitude=20.352)
AREA = pinned(40.236, 20.352, Grain.AREA)
LAMPS = "Dritat e rrugës nuk ndizen prej tri ditësh te shkolla."


def sketched(text: str = "", *, category: str = "lights", spot: Spot = NOWHERE, days: int = 0) -> Sketch:
    return Sketch(category, spot, DAY + timedelta(days=days), text)


def reported(number: int, text: str = LAMPS, *, spot: Spot = NOWHERE, days: int = 0) -> Report:
    account = Account("lights", text, spot=spot)
    return Report(ReportId(number), f"PR-{number}", InstitutionId(1), account, DAY + timedelta(days=days), urgent=False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (sketched(LAMPS), sketched("Te shkolla s'ka drita në rrugë, nuk ndizen fare")),
        (sketched(spot=Spot(UnitId(3))), sketched(spot=Spot(UnitId(3)))),
        (sketched(spot=SQUARE), sketched(spot=Spot(latitude=40.237, longitude=20.353), days=9)),
        (sketched(spot=SQUARE), sketched(spot=AREA)),
        (sketched(LAMPS, spot=SQUARE), sketched(LAMPS, category="public_space", spot=SQUARE)),
        (sketched("DRITAT E RRUGES s'ndizen", days=3), sketched("dritën e rrugës s'e ndizni")),
    ],
    ids=[
        "words with other endings",
        "one area, one day",
        "a street further",
        "within what is shown",
        "another category",
        "no diacritics",
    ],
)
def test_what_may_be_the_same_is_offered(one: Sketch, other: Sketch):
    assert likeness(one, other) >= LIKELY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (sketched(), sketched()),
        (sketched(LAMPS, spot=Spot(UnitId(3))), sketched("Makinat parkojnë mbi trotuar", spot=Spot(UnitId(4)))),
        (sketched(spot=SQUARE), sketched(spot=Spot(latitude=40.336, longitude=20.352))),
        (sketched(spot=AREA), sketched(spot=pinned(40.336, 20.352, Grain.AREA))),
        (sketched(spot=Spot(UnitId(3))), sketched(spot=Spot(UnitId(3)), days=29)),
        (sketched("Zhurmë"), sketched("Zhurmë natën", category="noise", days=20)),
        (sketched(LAMPS, spot=Spot(UnitId(3))), sketched(LAMPS, category="drugs", spot=Spot(UnitId(4)), days=25)),
    ],
    ids=[
        "nothing known",
        "another place",
        "ten kilometres away",
        "another area",
        "long ago",
        "one word",
        "words alone",
    ],
)
def test_what_is_likely_something_else_is_not(one: Sketch, other: Sketch):
    assert likeness(one, other) < LIKELY


words = st.text("abcë xyz", max_size=60)
spots = st.builds(
    Spot,
    unit=st.none() | st.builds(UnitId, st.integers(1, 3)),
    words=words,
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
)
sketches = st.builds(Sketch, st.sampled_from(("lights", "noise")), spots, st.dates(), words)


@given(sketches, sketches)
def test_it_is_between_nothing_and_all_and_the_same_from_both_sides(one: Sketch, other: Sketch):
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) >= likeness(one, other) - 0.3 or len(one.stems) < 2


def test_the_likeliest_comes_first_and_only_some():
    here = Spot(UnitId(3))
    mine = reported(100, spot=here)
    others = [reported(number, spot=here, days=-number) for number in range(9)] + [mine]
    found = alike(mine, others)
    assert [one.id for one in found] == [0, 1, 2, 3, 4]
    assert len(found) == MOST
    assert alike(mine, [mine]) == []
