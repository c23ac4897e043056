"""Conversations of the other pages once more, where the world brings the updates over HTTP, lane by lane."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.conversations import test_commenting, test_reporting, test_taps
from tests.conversations.conftest import Album, Square, lively
from tests.conversations.steps import comment, rows
from tests.hooked import brought, pushed

CROWD = 40


@pytest.fixture
async def square(album: Album, tmp_path: Path) -> AsyncIterator[Square]:
    async with album.opened("lively", lively, tmp_path, **brought()) as (town, (ana, zana)), pushed(town) as hooked:
        yield Square(hooked, ana, zana)


town, ana = test_taps.town, test_taps.ana

test_a_comment_from_a_link = test_commenting.test_five_taps_and_a_sentence_from_the_link_to_the_receipt
test_a_comment_from_the_start = test_commenting.test_seven_taps_a_place_and_a_sentence_from_the_start_to_the_receipt
test_a_report = test_reporting.test_a_report_gives_a_number_and_says_who_does_not_see_whom
test_a_report_with_pictures = test_reporting.test_words_a_photo_a_voice_and_a_pin_arrive_and_the_pin_is_coarse
test_two_taps_are_one_wish = test_taps.test_two_taps_are_one_wish_in_every_step_of_a_comment


async def test_what_each_of_a_crowd_says_is_answered_in_the_order_in_which_they_said_it(square):
    town = square.town
    crowd = [town.newcomer(f"Citizen {number}", "en") for number in range(CROWD)]
    for words in ("/start", "/ndihme", "/privatesia"):
        for person in crowd:
            person.says(town.bot, words)
    await town.settle()
    expected = [message.text for message in crowd[0].chat().messages if message.direction == "out"]
    assert len(expected) == 3
    assert all(town.seen(person) == expected for person in crowd)


async def test_a_press_and_a_sentence_that_come_side_by_side_are_both_taken_once(square, tmp_path):
    town, ana = square.town, square.ana
    await comment(town, ana, "More buses.")
    menu = await town.say(ana, "/menu")
    for _ in range(5):
        ana.presses("Help", message=menu)
        ana.says(town.bot, "/te_miat")
    await town.settle()
    numbers = [row[1] for row in rows(tmp_path, "inbox")]
    assert len(numbers) == len(set(numbers))
    assert sum("PR-2023-0001" in text for text in town.seen(ana)) >= 5
    assert sum(text.startswith("Help") for text in town.seen(ana)) >= 1
