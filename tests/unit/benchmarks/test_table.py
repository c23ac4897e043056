"""The table of figures: each that was promised stands in it once, and what is written down keeps its form."""

import json

import pytest

from benchmarks.__main__ import merged, write_down
from benchmarks.figures import FULL, Figure, Goal, Measured, Result, taken
from benchmarks.table import FIGURES

PROMISED = [
    "announce_time_over_ideal",
    "announce_reply_p95_s",
    "announce_lost",
    "announce_doubled",
    "announce_429s",
    "announce_faulty_time_over_ideal",
    "announce_faulty_lost",
    "send_vs_aiogram",
    "send_vs_ptb",
    "intake_vs_ptb_webhook",
    "intake_lost_at_kill",
    "growth_update",
    "growth_parcel",
    "announce_million_mb",
    "desk_inbox",
    "desk_narrowed",
    "desk_page",
    "desk_close",
    "desk_raise",
    "open_pdf_over_library",
    "open_word_over_library",
    "read_slowest_ms",
    "read_hundred_pages_over_one",
    "postgres_lost",
    "postgres_takeover_s",
]


def test_every_figure_that_was_promised_stands_in_the_table_once() -> None:
    assert [figure.name for figure in FIGURES] == PROMISED


@pytest.mark.parametrize(
    ("goal", "value", "met"),
    [
        (Goal(1.03), 1.03, True),
        (Goal(1.03), 1.04, False),
        (Goal(5, at_least=True), 5.0, True),
        (Goal(5, at_least=True), 4.9, False),
        (Goal(0), None, False),
    ],
)
def test_a_goal_is_met_or_not_and_never_by_what_was_not_measured(goal: Goal, value: float | None, met: bool) -> None:
    assert goal.is_met(value) is met


def test_a_figure_that_was_not_measured_says_so() -> None:
    figure = Figure("postgres_lost", Goal(0), lambda _: Measured(None, "not measured"))
    assert taken(figure, FULL) == Result("postgres_lost", None, "<= 0", ok=False, how="not measured")


def test_a_newer_row_takes_the_place_of_the_older_and_the_others_stay() -> None:
    older = [Result(name, 1.0, "<= 0", ok=False, how="old").json() for name in ("announce_lost", "send_vs_ptb")]
    rows = merged(older, [Result("announce_lost", 0.0, "<= 0", ok=True, how="new")])
    assert [(row["name"], row["how"]) for row in rows] == [("announce_lost", "new"), ("send_vs_ptb", "old")]


def test_the_latest_results_are_written_as_the_table_is_read(tmp_path) -> None:
    write_down([Result("send_vs_ptb", 5.1, ">= 5", ok=True, how="so")], tmp_path)
    [row] = json.loads((tmp_path / "latest.json").read_text(encoding="utf-8"))
    assert row == {"name": "send_vs_ptb", "value": 5.1, "goal": ">= 5", "ok": True, "how": "so"}
