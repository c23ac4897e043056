"""What is the same comment once more, and from when on another one is taken."""

from datetime import UTC, datetime, timedelta

import pytest

from participation.comments.model import Capacity, Comment, Signature, Words
from participation.comments.repeating import PACE, room_from, said_before
from participation.ids import CommentId, ConsultationId
from participation.messages import Media, MediaKind

NOW = datetime(2023, 6, 20, 8, 0, 30, tzinfo=UTC)
BUSES = Words("More buses.")
ANA = Signature(name="Ana")
PHOTO = Media(MediaKind.PHOTO, ref="7:one", size=4_200)
VOICE = Media(MediaKind.VOICE, ref="7:voice", size=900, seconds=7)


def said(words=BUSES, signature=Signature(), at=NOW, withdrawn_on=None):  # noqa: B008  frozen
    return Comment(
        CommentId(1), "PR-2023-0001", ConsultationId(1), words, signature, at, late=False, withdrawn_on=withdrawn_on
    )


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (BUSES, BUSES),
        (Words("MORE   buses\n!"), BUSES),
        (Words("me shume autobuse"), Words("Më shumë autobusë.")),
        (BUSES, Words(BUSES.text, (PHOTO,))),
        (Words("", (VOICE,)), Words("", (Media(MediaKind.VOICE, ref="7:again", size=900, seconds=7),))),
        (Words("👍"), Words("👍")),
    ],
)
def test_it_is_the_same_where_it_adds_nothing(words, first):
    assert said_before(words, Signature(), [said(first)]) == said(first)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (Words("More trains."), BUSES),
        (Words(BUSES.text, (PHOTO,)), BUSES),
        (Words("", (VOICE,)), Words("", (Media(MediaKind.VOICE, ref="7:other", size=901, seconds=7),))),
        (Words("", (Media(MediaKind.PHOTO, ref="7:two"),)), Words("", (Media(MediaKind.PHOTO, ref="7:one"),))),
        (Words("👍"), Words("👎")),
    ],
)
def test_it_is_another_one_where_it_says_more(words, first):
    assert said_before(words, Signature(), [said(first)]) is None


def on_behalf(name):
    return Signature(Capacity.ON_BEHALF, name)


def test_who_speaks_for_two_neighbours_may_say_the_same_for_each():
    assert said_before(BUSES, on_behalf("Beni"), [said(signature=on_behalf("Mine"))]) is None
    assert said_before(BUSES, on_behalf("mine "), [said(signature=on_behalf("Mine"))]) is not None
    assert said_before(BUSES, on_behalf("Mine"), [said()]) is None


def test_with_a_name_it_is_no_other_person():
    assert said_before(BUSES, ANA, [said()]) is not None


def test_what_was_taken_back_may_be_said_again():
    assert said_before(BUSES, Signature(), [said(withdrawn_on=NOW.date())]) is None


def every(minutes, count):
    return [said(at=NOW - timedelta(minutes=minutes * number)) for number in range(count)]


def test_there_is_room_for_ten_in_an_hour_and_thirty_in_a_day():
    assert room_from(every(1, 9), NOW) is None
    assert room_from(every(7, 29), NOW) is None
    assert room_from(every(60, 29), NOW) is None


def test_room_comes_back_at_the_next_full_minute_after_the_oldest_of_ten_is_an_hour_old():
    room = room_from(every(1, 10), NOW)
    assert room == datetime(2023, 6, 20, 8, 52, tzinfo=UTC)
    assert room_from(every(1, 10), room) is None
    assert room_from(every(1, 10), room - timedelta(minutes=1)) == room


def test_of_thirty_in_a_day_the_oldest_makes_room():
    room = room_from(every(40, 30), NOW)
    assert room == datetime(2023, 6, 20, 12, 41, tzinfo=UTC)
    assert room_from(every(40, 30), room) is None


def test_the_longer_of_two_waits_is_told():
    assert room_from([*every(1, 10), *every(40, 30)], NOW) == datetime(2023, 6, 20, 19, 21, tzinfo=UTC)


def test_the_order_does_not_matter():
    assert room_from(every(1, 10)[::-1], NOW) == room_from(every(1, 10), NOW)


def test_what_is_allowed_in_an_hour_is_within_what_is_allowed_in_a_day():
    (hour, few), (day, many) = PACE
    assert hour < day
    assert few < many
