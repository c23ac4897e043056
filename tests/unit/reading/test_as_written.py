"""Texts in the shapes that people give them: how many meetings, on which day, at what hour and where."""

import pytest

from documents.reading.notice import read_notice

from .as_written import AS_WRITTEN, Told, told


@pytest.mark.parametrize(("text", "expected"), AS_WRITTEN.values(), ids=AS_WRITTEN)
def test_each_meeting_is_told_once_with_its_hour_and_its_place(text: str, expected: Told) -> None:
    notice = read_notice(text)
    assert notice.is_notice
    assert told(notice) == expected


@pytest.mark.parametrize(
    ("name", "deadline"),
    [
        ("moved twice", None),
        ("a table the other way round", "2026-10-16"),
        ("only a window for comments", "2026-10-30"),
        ("the house in the cell of the day", "2026-10-30"),
        ("a week of talks in prose", None),
        ("cycles without hours", "2026-10-02"),
        ("a hearing by mail, copied line by line", "2026-03-26"),
        ("a limit that is over", "2026-10-20"),
        ("a step at which comments close", "2026-11-12"),
        ("one that was held and one that is added", "2026-10-18"),
        ("a call that was opened, and office hours", "2026-10-30"),
        ("a window that lasted and is longer", "2026-10-12"),
        ("comments as a heading of a form", "2026-10-16"),
        ("steps of a call with an hour", "2026-11-05"),
        ("a decision with a word for an end", "2026-10-16"),
        ("steps with their days first", "2026-11-15"),
    ],
)
def test_the_last_day_for_comments_is_none_of_its_other_days(name: str, deadline: str | None) -> None:
    found = read_notice(AS_WRITTEN[name][0]).deadline
    assert (found and found.isoformat()) == deadline
