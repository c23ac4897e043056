"""Figures of safety reports: counted as they are, shown so that nobody finds out what is hidden."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participation.ids import InstitutionId, MunicipalityId, UnitId
from participation.places import Institution
from participation.reports.figures import (
    ALL,
    NO,
    NOWHERE,
    OVER,
    STILL_OPEN,
    YES,
    Period,
    Span,
    Table,
    count,
    figures,
    periods_of,
)
from participation.reports.hiding import Cell, hidden, together
from participation.reports.life import State
from participation.reports.model import Body, Fact, Handover, Outcome

TODAY = date(2026, 11, 27)
HOUSE = Institution(InstitutionId(3), "Bashkia Përmet", MunicipalityId(1), "PR")
KINDS = ["noise", "traffic", "other"]
UNITS = [UnitId(1), UnitId(2)]


def fact(day: date, category: str = "noise", unit: int | None = 1, **more: object) -> Fact:
    values = {"state": State.SEEN, "moved_on": day, **more}
    return Fact("PR-S-2026-0001", category, None if unit is None else UnitId(unit), day, **values)


def made(facts: list[Fact], span: Span = Span.LAST_MONTH, k: int = 1):
    house = Institution(HOUSE.id, HOUSE.name, HOUSE.municipality, "PR", smallest=k)
    return figures(facts, span, institution=house, categories=KINDS, units=UNITS, today=TODAY)


@pytest.mark.parametrize(
    ("span", "period", "before"),
    [
        (Span.THIS_MONTH, ("2026-11-01", "2026-11-30"), ("2026-10-01", "2026-10-31")),
        (Span.LAST_MONTH, ("2026-10-01", "2026-10-31"), ("2026-09-01", "2026-09-30")),
        (Span.LAST_QUARTER, ("2026-07-01", "2026-09-30"), ("2026-04-01", "2026-06-30")),
        (Span.TWELVE_MONTHS, ("2025-10-01", "2026-09-30"), ("2024-10-01", "2025-09-30")),
    ],
)
def test_times_follow_the_calendar(span, period, before):
    said = tuple((str(each.first), str(each.last)) for each in periods_of(span, TODAY))
    assert said == (period, before)


def test_in_january_the_last_quarter_is_that_of_the_old_year():
    assert periods_of(Span.LAST_QUARTER, date(2027, 1, 1))[0] == Period(date(2026, 10, 1), date(2026, 12, 31))


def test_everything_is_counted_and_what_is_unknown_has_a_row():
    then = date(2026, 10, 5)
    handed = (Handover(Body.POLICE, then),)
    facts = [
        fact(then),
        fact(then, "gone", None, acted_on=True),
        fact(then, "traffic", 99, handed=handed, state=State.CLOSED, outcome=Outcome.SOLVED),
        fact(then, state=State.JOINED),
        fact(date(2026, 9, 30)),
        fact(TODAY),
    ]
    found = made(facts)
    numbers = {table: {row: cell.number for row, cell in rows.items()} for table, rows in found.now.items()}
    assert numbers[Table.ALL] == {ALL: 4}
    assert numbers[Table.CATEGORY] == {"noise": 2, "traffic": 1, "other": 1}
    assert numbers[Table.AREA] == {NOWHERE: 2, "1": 2, "2": 0}
    assert numbers[Table.ACTED_ON] == {YES: 1, NO: 3}
    assert numbers[Table.PASSED_ON] == {YES: 1, NO: 3}
    assert (numbers[Table.OUTCOME]["solved"], numbers[Table.OUTCOME][STILL_OPEN]) == (1, 2)
    assert found.then[Table.ALL][ALL].number == 1
    assert (found.open[Table.ALL][ALL].number, found.open[OVER][YES].number) == (3, 1), "on 31 October"
    now = made(facts, Span.THIS_MONTH)
    assert (now.open[Table.ALL][ALL].number, now.open[OVER][YES].number) == (4, 3), "today"


def test_what_was_open_when_a_month_ended_does_not_move_when_it_is_closed_or_more_comes_in():
    old = fact(date(2026, 9, 1))
    closed = fact(date(2026, 9, 1), state=State.CLOSED, outcome=Outcome.SOLVED, moved_on=date(2026, 11, 3))
    before = fact(date(2026, 9, 1), state=State.CLOSED, outcome=Outcome.SOLVED, moved_on=date(2026, 10, 31))
    for facts in ([old], [closed], [old, before], [closed, fact(date(2026, 11, 2))]):
        found = made(facts)
        assert (found.open[Table.ALL][ALL].number, found.open[OVER][YES].number) == (1, 1)


def test_a_small_number_is_hidden_and_so_is_a_zero():
    shown = hidden({"all": {"": 12}, "by": {"a": 8, "b": 4, "c": 0}}, 5)
    assert shown["by"] == {"a": Cell(8, 8), "b": Cell(0, 4), "c": Cell(0, 4)}
    assert shown["all"][""].number == 12


def test_a_single_hidden_one_hides_the_next_smallest_and_the_sum_stays():
    shown = hidden({"all": {"": 12}, "by": {"a": 8, "b": 4}}, 5)
    assert shown["by"] == {"a": Cell(5), "b": Cell(0, 4)}
    assert shown["all"][""].number == 12


def test_a_table_shown_whole_does_not_betray_another():
    shown = hidden({"by": {"a": 6, "b": 7}, "of": {"x": 10, "y": 3}}, 5)
    assert shown["of"] == {"x": Cell(5), "y": Cell(0, 4)}
    assert shown["by"]["a"].number == 6


def test_with_a_limit_of_one_nothing_is_hidden():
    assert hidden({"by": {"a": 0, "b": 1}}, 1)["by"] == {"a": Cell(0, 0), "b": Cell(1, 1)}


CAP = 24


def possible(shown) -> dict[tuple[str, str], set[int]]:
    """What somebody can find out who has all tables, and knows that they count the same reports, by trying all."""
    fits = {}
    for table, rows in shown.items():
        ranges = [range(cell.least, (CAP if cell.most is None else cell.most) + 1) for cell in rows.values()]
        fits[table] = [each for each in product(*ranges) if sum(each) <= CAP]
    sums = set.intersection(*({sum(each) for each in them} for them in fits.values()))
    left: dict[tuple[str, str], set[int]] = {}
    for table, rows in shown.items():
        for place, row in enumerate(rows):
            left[table, row] = {each[place] for each in fits[table] if sum(each) in sums}
    return left


@st.composite
def countings(draw):
    """The same few reports, counted three ways."""
    reports = draw(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 1), st.integers(0, 2)), max_size=12))
    return {
        "all": {"": len(reports)},
        **{
            f"by {way}": {str(row): sum(each[way] == row for each in reports) for row in range(size)}
            for way, size in enumerate((3, 2, 3))
        },
    }


@settings(max_examples=300, deadline=None)
@given(countings(), st.integers(2, 5))
def test_nobody_finds_a_hidden_number(counts, k):
    shown = hidden(counts, k)
    left = possible(shown)
    for table, rows in shown.items():
        for row, cell in rows.items():
            assert counts[table][row] in left[table, row], "what is shown is true"
            if cell.number is None:
                assert len(left[table, row]) > 1, (counts, shown)
            else:
                assert cell.number >= k


@settings(max_examples=300, deadline=None)
@given(st.lists(countings(), min_size=3, max_size=3), st.integers(2, 5))
def test_a_quarter_does_not_give_away_its_months(months, k):
    seen = [hidden(month, k) for month in months]
    whole = {
        table: {row: sum(month[table][row] for month in months) for row in rows} for table, rows in months[0].items()
    }
    shown = hidden(whole, k, seen)
    for table, rows in shown.items():
        for row, cell in rows.items():
            parts = [month[table][row] for month in seen]
            closed = [each for each in parts if each.number is None]
            if cell.number is not None and closed:
                rest = cell.number - sum(each.number or 0 for each in parts)
                ranges = [range(each.least, (rest if each.most is None else each.most) + 1) for each in closed]
                found = [each for each in product(*ranges) if sum(each) == rest]
                assert all(len({each[place] for each in found}) > 1 for place in range(len(closed)))


@settings(max_examples=100, deadline=None)
@given(st.lists(countings(), min_size=4, max_size=4), st.integers(1, 5))
def test_a_year_tells_what_its_quarters_tell_and_no_more(quarters, k):
    seen = [hidden(quarter, k) for quarter in quarters]
    for table, rows in together(seen).items():
        for row, cell in rows.items():
            true = sum(quarter[table][row] for quarter in quarters)
            assert cell.least <= true
            assert cell.most is None or true <= cell.most
            assert (cell.number is not None) == all(each[table][row].number is not None for each in seen)


def test_what_may_have_been_deleted_is_said():
    assert made([], Span.TWELVE_MONTHS).gone
    assert not made([], Span.LAST_MONTH).gone


def test_the_rows_do_not_depend_on_what_was_reported():
    october = Period(date(2026, 10, 1), date(2026, 10, 31))
    some = [fact(october.first + timedelta(days=day), "strange", 77) for day in range(9)]
    rows = [{table: set(them) for table, them in count(facts, october, KINDS, UNITS).items()} for facts in ([], some)]
    assert rows[0] == rows[1]
