"""The same notice typed in another way says the same."""

import textwrap
from collections.abc import Callable

import pytest

from documents.reading.notice import read_notice
from documents.reading.text import fold, tidy

from .as_written import AS_WRITTEN, told
from .more_notices import MORE_NOTICES
from .notices import NOTICES, Labelled
from .short_notices import SHORT_NOTICES

CALLS = [notice for notice in (*NOTICES, *MORE_NOTICES, *SHORT_NOTICES) if notice.is_notice]


def _without_dots(text: str) -> str:
    return text.translate(str.maketrans("ëçËÇ", "ecEC"))


def _in_capitals(text: str) -> str:
    return text.upper()


def _in_small_letters(text: str) -> str:
    return text.lower()


def _in_small_letters_without_dots(text: str) -> str:
    return _without_dots(text.lower())


def _with_plain_quotes(text: str) -> str:
    return text.translate(str.maketrans("“”„«»–—’", '"""""--\''))


def _with_other_spaces(text: str) -> str:
    return text.replace("\n", " \r\n").replace(" ", "\u00a0", 5)


def _from_another_keyboard(text: str) -> str:
    """With the Cyrillic letters that look like ours, as a phone with two keyboards types them."""
    return text.translate(str.maketrans("ëË", "ёЁ"))


def _wrapped(text: str) -> str:
    """As a narrow window copies it: paragraphs broken, forms and tables as they were."""
    lines = text.split("\n")
    return "\n".join(
        "\n".join(textwrap.wrap(line, 70)) if len(line) > 140 and "\t" not in line else line for line in lines
    )


BY_HAND = (_without_dots, _in_capitals, _in_small_letters, _in_small_letters_without_dots)
"""As somebody types who does not mind dots and capital letters."""
WAYS = (*BY_HAND, _with_plain_quotes, _with_other_spaces, _from_another_keyboard, _wrapped)


def _facts(text: str) -> tuple[object, ...]:
    reading = read_notice(text)
    return (
        reading.is_notice,
        [(meeting.day, meeting.month_day, meeting.start, meeting.end) for meeting in reading.meetings],
        reading.deadline or reading.deadline_month_day,
        reading.deadline_days,
        (reading.email or "").lower(),
        reading.laws,
        reading.published_on,
    )


def _places(text: str) -> list[str]:
    return [fold(meeting.place or "") for meeting in read_notice(text).meetings]


@pytest.mark.parametrize("way", BY_HAND, ids=lambda way: way.__name__.strip("_"))
@pytest.mark.parametrize("notice", CALLS, ids=lambda notice: notice.name)
def test_people_meet_at_the_same_places(notice: Labelled, way: Callable[[str], str]):
    assert _places(way(tidy(notice.text))) == _places(notice.text)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__.strip("_"))
@pytest.mark.parametrize("notice", CALLS, ids=lambda notice: notice.name)
def test_it_reads_the_same(notice: Labelled, way: Callable[[str], str]):
    assert _facts(way(tidy(notice.text))) == _facts(notice.text)


@pytest.mark.parametrize("typed", BY_HAND, ids=lambda way: way.__name__.strip("_"))
@pytest.mark.parametrize("text", [text for text, _ in AS_WRITTEN.values()], ids=AS_WRITTEN)
def test_in_whatever_shape_people_meet_at_the_same_hours(text: str, typed: Callable[[str], str]) -> None:
    said, again = read_notice(text), read_notice(typed(text))
    assert again.is_notice
    assert [moment for moment, _ in told(again)] == [moment for moment, _ in told(said)]
    assert again.deadline == said.deadline
