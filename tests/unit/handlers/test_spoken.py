"""What is said over several messages, and what is told of a danger."""

from dataclasses import replace

import pytest

from handlers.events import Chose, Edited, File, Odd, Pin, Text
from handlers.spoken import NOTHING
from handlers.story import LONGEST_PLACE, UNTOLD, is_unsafe, kept_of, only_safe, words_beside
from participation.errors import Refused
from participation.messages import Media, MediaKind
from participation.readable import LONGEST
from participation.reports.model import Grain, Spot

PHOTO = Media(MediaKind.PHOTO, ref="p")
PAPER = Media(MediaKind.DOCUMENT, ref="d", name="emri_im.pdf")


def said(*events):
    spoken = NOTHING
    for event in events:
        spoken = spoken.with_more(event) or spoken
    return spoken


def test_messages_follow_each_other_line_by_line():
    assert said(Text("a", 1), File(PHOTO, "b", 2), Text("c", 3)).text == "a\nb\nc"


def test_an_edit_changes_its_own_message_only():
    assert said(Text("a", 1), Text("b", 2), Edited("B", 2)).text == "a\nB"
    assert said(File(PHOTO, "b", 2), Text("c", 3), Edited("B", 2)).words().media == (PHOTO,)


def test_an_edit_of_a_message_that_is_no_part_of_it_adds_nothing():
    assert said(Text("a", 1), Edited("meant for something else", 9)).text == "a"


@pytest.mark.parametrize("nothing", ["", " \n", "\u200b", "\u2800", "\u3164\u202e"])
def test_what_cannot_be_seen_adds_nothing(nothing):
    assert NOTHING.with_more(Text(nothing, 1)) is None


def test_without_numbers_nothing_is_overwritten():
    assert said(Text("a"), Text("b")).text == "a\nb"


@pytest.mark.parametrize("event", [Pin(1.0, 2.0), Odd("sticker"), Chose("send")])
def test_what_has_no_words_adds_none(event):
    assert NOTHING.with_more(event) is None
    assert NOTHING.is_empty()


def test_a_pin_is_made_coarse_before_it_is_kept():
    story = UNTOLD.hear(Pin(40.2345678, 20.3512345))
    assert story is not None
    assert (story.spot.latitude, story.spot.longitude) == (40.235, 20.351)


def test_of_a_pin_only_the_area_is_sent_where_somebody_chose_so_and_of_other_places_all():
    story = replace(UNTOLD, rough=True).hear(Pin(40.2345678, 20.3512345))
    assert story is not None
    assert story.account().spot == Spot(latitude=40.23, longitude=20.35, grain=Grain.AREA)
    assert story.account().spot.pin == "40.23, 20.35"
    assert story.at("By the church").account().spot == Spot(words="By the church")


def test_the_place_and_the_name_can_be_edited():
    story = UNTOLD.at("By the chruch", 5).signed("Ana Lul", 6)
    story = story.hear(Edited("By the church", 5)).hear(Edited("Ana  Lule", 6))
    assert story.spot.words == "By the church"
    assert story.signature == "Ana Lule"
    assert story.unsigned().signature is None


def test_a_place_that_is_a_story_is_told_as_one():
    story = UNTOLD.at("so it went on " * 40, 5)
    assert story.spot.words == ""
    assert len(story.spoken.text) > LONGEST_PLACE


def test_more_than_a_person_can_read_is_refused():
    with pytest.raises(Refused):
        UNTOLD.hear(Text("x" * (LONGEST + 1)))


def test_a_file_that_tells_more_than_one_sees_is_not_kept_but_its_words_are():
    assert is_unsafe(File(PAPER, "shiko", 3))
    assert words_beside(File(PAPER, "shiko", 3)) == Text("shiko", 3)
    assert words_beside(File(PAPER)) == Odd("file")
    assert only_safe(said(File(PAPER, "x", 1), File(PHOTO, "", 2))).media == (replace(PHOTO, anew=True),)


def test_a_photo_loses_the_name_of_its_file():
    named = Media(MediaKind.PHOTO, ref="p", name="IMG_Ana.jpg", size=9)
    assert kept_of(File(named, "w", 1)) == File(replace(PHOTO, anew=True), "w", 1)
