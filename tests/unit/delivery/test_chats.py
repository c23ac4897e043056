from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.chats import Chats
from delivery.limits import Limits
from participation.letters import Lane
from tests.unit.delivery.test_limits import NOW, seconds


@pytest.fixture
def chats() -> Chats:
    return Chats(Limits())


def book(chats: Chats, chat: int, *, cost: int = 1, now=NOW) -> None:
    chats.book(chat, cost=cost, now=now)


def test_a_chat_rests_between_announcements(chats):
    book(chats, 5)
    assert chats.free_at(5, Lane.ANNOUNCEMENT) == NOW + seconds(1.05)
    assert chats.free_at(6, Lane.ANNOUNCEMENT) < NOW


def test_three_replies_may_follow_each_other_at_once_and_the_fourth_waits(chats):
    free = []
    for _ in range(4):
        free.append(chats.free_at(5, Lane.REPLY) <= NOW)
        book(chats, 5)
    assert free == [True, True, True, False]


def test_a_group_rests_longer_and_has_no_burst(chats):
    book(chats, -100)
    assert chats.free_at(-100, Lane.REPLY) == NOW + seconds(3.1)


def test_a_chat_rests_longer_from_a_long_message(chats):
    book(chats, 5, cost=3)
    assert chats.free_at(5, Lane.ANNOUNCEMENT) == NOW + seconds(3.15)


def test_rested_chats_are_forgotten(chats):
    for number in range(10_000):
        book(chats, number + 1, now=NOW + seconds(number / 28))
    assert len(chats) <= 128


def test_a_chat_that_got_one_message_was_not_pressed_and_one_that_got_two_was(chats):
    book(chats, 5)
    later = NOW + seconds(0.2)
    assert not chats.was_pressed(5, later)
    book(chats, 5)
    assert chats.was_pressed(5, later)


def test_a_refused_chat_takes_nothing_until_then_not_even_replies(chats):
    chats.refuse(5, NOW + seconds(7))
    assert chats.free_at(5, Lane.REPLY) == NOW + seconds(7)
    assert chats.free_at(5, Lane.ANNOUNCEMENT) > NOW + seconds(7)


@given(st.timedeltas(min_value=timedelta(seconds=6), max_value=timedelta(days=4_000)))
def test_a_clock_that_is_set_back_takes_every_moment_with_it(back):
    chats = Chats(Limits())
    book(chats, 5)
    chats.set_back(back)
    assert chats.free_at(5, Lane.ANNOUNCEMENT) == NOW - back + seconds(1.05)
