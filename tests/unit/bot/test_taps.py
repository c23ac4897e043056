"""A tap is the second of two only if it is the same button of the same message, at once, in another update."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.taps import ONE_WISH, Tap

FIRST = Tap(message=7, data="m", update=100, at=datetime(2023, 6, 12, 9, tzinfo=UTC))
SECOND = replace(FIRST, update=101, at=FIRST.at + timedelta(seconds=1))


def test_the_same_button_at_once_is_the_same_wish():
    assert SECOND.repeats(FIRST)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(SECOND, message=8), id="the same button of another message"),
        pytest.param(replace(SECOND, data="n"), id="another button"),
        pytest.param(replace(SECOND, at=FIRST.at + ONE_WISH), id="later"),
        pytest.param(replace(SECOND, at=FIRST.at - timedelta(hours=1)), id="the clock was set back"),
        pytest.param(replace(SECOND, update=FIRST.update), id="the same update, delivered anew"),
    ],
)
def test_everything_else_is_a_wish_of_its_own(other):
    assert not other.repeats(FIRST)
    assert not other.repeats(None)
