"""What may stand in the list of categories, and time limits as people write them."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.calendar.working_days import WorkingCalendar
from participation.clock import TIRANE
from participation.errors import Refusal, Refused
from participation.ids import CategoryId
from participation.people.model import Language
from participation.reports.categories import check_change, label_in, may_go
from participation.reports.limits import Limit, Limits, Measure
from participation.reports.model import OTHER, Body, Category, CategoryRow, Recipient, label_of
from participation.words import one_line

HOURS = Measure.HOURS
NOISE = CategoryRow(
    CategoryId(1),
    None,
    "noise",
    urgent=False,
    helps=False,
    limits=Limits(),
    passed_to=None,
    labels={Language.SQ: "Zhurmë", Language.EN: "Noise"},
    texts={},
)
RIVER = replace(NOISE, id=CategoryId(2), code="own2", labels={Language.SQ: "Lumi"})
LAST = replace(NOISE, id=CategoryId(3), code=OTHER, labels={Language.SQ: "Tjetër", Language.EN: "Something else"})
ROWS = (NOISE, RIVER, LAST)
limits = st.builds(Limit, st.integers(1, 999), st.sampled_from(Measure))


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        *(("4 orë", Limit(4, HOURS)), ("4 ore", Limit(4, HOURS)), ("4 h", Limit(4, HOURS)), ("4H.", Limit(4, HOURS))),
        *(("1 hour", Limit(1, HOURS)), ("48hours", Limit(48, HOURS)), (" 12  orësh ", Limit(12, HOURS))),
        *(
            ("2 ditë pune", Limit(2)),
            ("2 dite", Limit(2)),
            ("10 d", Limit(10)),
            ("10D", Limit(10)),
            ("1 DITË", Limit(1)),
        ),
        *(("5 working days", Limit(5)), ("1 working day", Limit(1)), ("02 d", Limit(2)), ("999 days", Limit(999))),
    ],
)
def test_a_limit_is_understood_as_people_write_it(words, limit):
    assert Limit.typed(words) == limit


@pytest.mark.parametrize(
    "words",
    [
        *(
            "",
            "4",
            "orë",
            "0 orë",
            "-2 ditë",
            "1000 d",
            "4 javë",
            "katër orë",
            "2 ditë e 4 orë",
            "4,5 orë",
            "٤ h",
            "²d",
        ),
        *("4 orë pune", "2 pune", "2 working hours", "d 10", "10 d 2"),
    ],
)
def test_what_is_no_limit_is_not_guessed(words):
    assert Limit.typed(words) is None


@given(limits, st.sampled_from(["", " ", "  ", "\n", "\u00a0"]), st.booleans(), st.sampled_from(["", ".", " !", " "]))
def test_a_limit_comes_back_however_it_is_typed(limit, gap, loud, end):
    names = {HOURS: ("h", "orë", "hours", "Orë"), Measure.WORKING_DAYS: ("d", "ditë pune", "working days", "ditë")}
    for name in names[limit.measure]:
        words = f"{limit.count}{gap}{name}"
        assert Limit.typed((words.upper() if loud else words) + end) == limit


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_limit_that_rows_can_say_or_none(words):
    found = Limit.typed(words)
    assert found is None or Limit.read(str(found)) == found


@given(
    limits,
    limits,
    st.builds(datetime.combine, st.dates(date(2022, 1, 3), date(2026, 1, 1)), st.times(), st.just(TIRANE)),
    st.sampled_from([WorkingCalendar(), WorkingCalendar(holidays={date(2023, 6, 19): "x", date(2024, 3, 14): "x"})]),
)
def test_what_is_within_a_limit_is_never_over_after_it(shorter, longer, came, calendar):
    if shorter.is_within(longer):
        assert shorter.end(came, calendar) <= longer.end(came, calendar)


def test_no_days_are_within_hours_since_a_holiday_makes_them_longer():
    assert not Limit(1).is_within(Limit(999, HOURS))
    assert Limit(24, HOURS).is_within(Limit(1))
    assert not Limit(25, HOURS).is_within(Limit(1))
    assert Limit(3).is_within(Limit(3))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"labels": {**NOISE.labels, Language.EN: "x" * 61}}, Refusal.TOO_LONG),
        ({"labels": {**NOISE.labels, Language.EN: "x" * 60}}, None),
        ({"labels": {**NOISE.labels, Language.EN: "…"}}, Refusal.NAME_MISSING),
        ({"labels": {**NOISE.labels, Language.EN: "SOMETHING ELSE"}}, Refusal.SAME_NAME),
        ({"labels": {**NOISE.labels, Language.SQ: "tjeter"}}, Refusal.SAME_NAME),
        ({"labels": {**NOISE.labels, Language.EN: "Lumi"}}, Refusal.SAME_NAME),
        ({"labels": {**NOISE.labels, Language.EN: "Tjetër"}}, None),
        ({"labels": {**NOISE.labels, Language.EN: "noise"}}, None),
        ({"limits": Limits(Limit(11), Limit(10))}, Refusal.ANSWER_SHORTER),
        ({"limits": Limits(Limit(1), Limit(72, HOURS))}, Refusal.ANSWER_SHORTER),
        ({"limits": Limits(Limit(10), Limit(10))}, None),
        ({"texts": {Language.SQ: "x" * 401}}, Refusal.TOO_LONG),
        ({"texts": {Language.SQ: "x" * 400}}, None),
        ({"passed_to": Recipient(Body.OTHER)}, Refusal.NAME_MISSING),
        ({"passed_to": Recipient(Body.POLICE, "Era")}, Refusal.NAME_MISSING),
        ({"passed_to": Recipient(Body.OTHER, "x" * 121)}, Refusal.TOO_LONG),
        ({"passed_to": Recipient(Body.OTHER, "x" * 120)}, None),
    ],
)
def test_what_cannot_stand_in_the_list_is_refused(changes, why):
    changed = replace(NOISE, **changes)
    if why is None:
        check_change(changed, NOISE, ROWS)
        return
    with pytest.raises(Refused) as refused:
        check_change(changed, NOISE, ROWS)
    assert refused.value.why is why


def test_what_a_sheet_brought_is_nobodys_fault_when_something_else_is_changed():
    long = replace(NOISE, labels={Language.SQ: "x" * 110}, limits=Limits(Limit(10), Limit(1)))
    for changes in ({"urgent": True}, {"labels": {**long.labels, Language.EN: "Loud music"}}):
        check_change(replace(long, **changes), long, [long, *ROWS[1:]])


def test_words_are_one_line_and_steer_no_screen():
    assert one_line(" Zhurmë\n\u202e natën\u0007 ") == "Zhurmë natën"


def test_a_category_without_a_name_in_a_language_is_read_by_another():
    assert [label_in(Language.EN, row) for row in ROWS] == ["Noise", "Lumi", "Something else"]


def test_what_is_for_all_the_rest_stays_and_so_does_the_last_one():
    assert [may_go(row, ROWS) for row in ROWS] == [True, True, False]
    assert not may_go(NOISE, [NOISE])


def test_a_category_that_is_gone_is_called_like_what_fits_nowhere_else():
    noise, last = Category("noise", "Noise"), Category(OTHER, "Something else")
    assert label_of("noise", [noise, last], other="?") == "Noise"
    assert label_of("gone", [noise, last], other="?") == "Something else"
    assert label_of("gone", [noise], other="Another category") == "Another category"
    assert label_of(OTHER, [noise], other="Another category") == "Another category"
