import itertools
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.limits import Limits, Pace

NOW = datetime(2023, 6, 12, 8, 0, tzinfo=UTC)


def seconds(count: float) -> timedelta:
    return timedelta(seconds=count)


def booked(pace: Pace, count: int, now: datetime = NOW) -> list[datetime]:
    slots = []
    for _ in range(count):
        pace, slot = pace.book(cost=1, now=now)
        slots.append(slot)
    return slots


@given(st.integers(2, 200), st.floats(1, 60))
def test_slots_are_evenly_spaced_and_never_above_the_rate(count, rate):
    slots = booked(Pace(Limits(per_second=rate)), count)
    gaps = [(b - a).total_seconds() for a, b in itertools.pairwise(slots)]
    assert min(gaps) == pytest.approx(1 / rate, abs=1e-5)
    assert max(gaps) == pytest.approx(1 / rate, abs=1e-5)


@given(st.lists(st.floats(0, 0.2), min_size=1, max_size=120))
def test_no_second_ever_holds_more_than_the_rate_whatever_the_pauses(pauses):
    pace, now, slots = Pace(Limits(per_second=28)), NOW, []
    for pause in pauses:
        now = max(now + seconds(pause), pace.free_at)
        pace, slot = pace.book(cost=1, now=now)
        slots.append(slot)
    for slot in slots:
        assert len([s for s in slots if slot <= s < slot + seconds(1 - 1e-4)]) <= 28


def test_a_long_message_costs_as_many_slots_as_it_has_parts():
    pace, _ = Pace(Limits(per_second=10)).book(cost=3, now=NOW)
    assert pace.free_at == NOW + seconds(0.3)


def test_after_a_429_that_stands_alone_the_rate_is_a_little_lower_once_the_gate_opens():
    opens = NOW + seconds(5)
    pace = Pace().refuse(NOW, opens).refuse(NOW, opens).refuse(NOW, NOW)
    assert pace.shut_until == opens
    assert pace.rate(opens) == pytest.approx(28 * 0.97)


def test_the_rate_rises_again_with_every_quiet_second_after_the_gate_opened():
    opens = NOW + seconds(60)
    pace = Pace().refuse(NOW, opens)
    assert pace.rate(opens + seconds(4)) == pytest.approx(28 * 0.99)
    assert pace.rate(opens + seconds(3600)) == 28


@pytest.mark.parametrize(("quiet", "left"), [(19, 0.7), (20, 0.97)])
def test_a_429_that_comes_soon_after_another_says_that_the_pace_is_wrong(quiet, left):
    again = NOW + seconds(5 + quiet)
    pace = Pace().refuse(NOW, NOW + seconds(5)).refuse(again, again)
    assert pace.rate(again) == pytest.approx(28 * left)


def test_the_rate_never_falls_below_a_tenth():
    pace = Pace()
    for number in range(30):
        now = NOW + seconds(number)
        pace = pace.refuse(now, now)
    assert pace.rate(now) == pytest.approx(2.8)


@dataclass
class Strict:
    """A messenger that bears so many a second, thirty in one go, and then wants silence."""

    bears: float
    wants: float
    left: float = 30.0
    sent: int = 0
    refused: int = 0

    def hear(self, pace: Pace, now: datetime, since: datetime) -> Pace:
        self.left = min(self.left + self.bears * (now - since).total_seconds(), 30.0)
        if self.left < 1:
            self.refused += 1
            return pace.refuse(now, now + seconds(self.wants))
        self.left, self.sent = self.left - 1, self.sent + 1
        return pace


@pytest.mark.parametrize("wants", [1, 5])
@pytest.mark.parametrize("bears", [27.5, 26, 20, 14, 8, 3])
def test_the_pace_finds_what_the_messenger_bears(bears, wants):
    messenger, pace, now, end = Strict(bears, wants), Pace(), NOW, NOW + seconds(600)
    while now < end:
        pace, slot = pace.book(cost=1, now=max(now, pace.shut_until))
        pace, now = messenger.hear(pace, slot, since=now), slot
    assert messenger.sent > 0.84 * bears * 600
    assert messenger.refused <= 80, "eight a minute"


def test_a_gate_never_opens_earlier_than_it_was_to():
    pace = Pace().shut(NOW + seconds(60)).shut(NOW + seconds(5))
    assert pace.is_shut(NOW + seconds(59))
    assert not pace.is_shut(NOW + seconds(60))


def test_two_failures_are_bad_luck_and_more_are_silence_that_grows_to_half_a_minute():
    pace, now, silences = Pace(), NOW, []
    for _ in range(10):
        pace = pace.fail(now)
        silences.append(max((pace.shut_until - now).total_seconds(), 0))
        now = max(now, pace.shut_until)
    assert silences == [0, 0, 1, 2, 4, 8, 16, 30, 30, 30]
    assert pace.arrive().failures == 0


def test_nobody_counts_failures_for_ever():
    pace = Pace()
    for _ in range(5_000):
        now = max(NOW, pace.shut_until)
        pace = pace.fail(now)
    assert pace.is_down
    assert pace.shut_until - now == timedelta(seconds=pace.limits.longest_silence)


@given(st.timedeltas(min_value=timedelta(seconds=6), max_value=timedelta(days=4_000)))
def test_a_clock_that_is_set_back_takes_every_moment_with_it(back):
    pace, _ = Pace().at(NOW).book(cost=2, now=NOW)
    pace = pace.shut(NOW + timedelta(seconds=9))
    moved = pace.at(NOW - back)
    assert moved.free_at - (NOW - back) == pace.free_at - NOW
    assert moved.shut_until == NOW - back + timedelta(seconds=9)


def test_a_clock_that_trembles_or_goes_on_changes_nothing():
    pace = Pace().at(NOW).shut(NOW + timedelta(seconds=9))
    for now in (NOW - timedelta(seconds=3), NOW + timedelta(days=9)):
        assert pace.at(now).shut_until == pace.shut_until
