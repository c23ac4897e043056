"""Whoever sees nothing happen taps again: it is one wish, and what is confirmed is what the screen shows."""

from datetime import timedelta

import pytest

from bot.taps import ONE_WISH
from tests.conversations.steps import rows


@pytest.fixture
async def town(square):
    await square.town.say(square.ana, "/hapur")
    await square.town.press(square.ana, "Plani Social")
    return square.town


@pytest.fixture
def ana(square):
    return square.ana


async def tap_twice(town, person, label):
    """Two taps before anything is answered."""
    shown = next(
        message for message in reversed(person.chat().messages) if any(label in each for each in message.labels)
    )
    before = len(town.seen(person))
    person.presses(label, message=shown)
    person.presses(label, message=shown)
    await town.settle()
    return town.seen(person)[before:]


async def test_two_taps_are_one_wish_in_every_step_of_a_comment(town, ana):
    await tap_twice(town, ana, "Comment")
    await town.say(ana, "A lamp by the school, please.")
    assert len(await tap_twice(town, ana, "Without a name")) <= 1
    assert await tap_twice(town, ana, "Send") == []
    assert town.heard(ana).text.startswith("Thank you. Your number: PR-2023-0001")


async def test_two_taps_in_one_batch_or_in_two_are_the_same(town, ana):
    ana.presses("Comment", town.bot)
    await town.settle()
    before = len(town.seen(ana))
    ana.presses("Comment", message=next(m for m in ana.chat().messages if "Comment" in m.labels))
    await town.settle()
    assert len(town.seen(ana)) == before


async def test_a_button_pressed_again_later_is_a_new_wish(town, ana):
    menu = await town.say(ana, "/menu")
    await town.press(ana, "Help")
    town.clock.move(ONE_WISH)
    await town.do(ana, lambda: ana.presses("Help", message=menu))
    assert sum(text.startswith("Help") for text in town.seen(ana)) == 2


async def test_a_button_pressed_again_after_something_else_is_a_new_wish(town, ana):
    menu = await town.say(ana, "/menu")
    for label in ("Help", "My comments", "Help"):
        await town.do(ana, lambda label=label: ana.presses(label, message=menu))
    assert sum(text.startswith("Help") for text in town.seen(ana)) == 2


async def test_going_back_and_back_again_is_no_second_tap(town, ana):
    await town.say(ana, "/raporto")
    await town.press(ana, "No")
    await town.press(ana, "Traffic")
    await town.press(ana, "Back")
    assert "is somebody in danger" in (await town.press(ana, "Back")).text.lower()


@pytest.mark.parametrize("later", [timedelta(0), timedelta(minutes=5)])
async def test_who_erases_everything_stays_unknown_after_another_tap(square, later, tmp_path):
    town, ana = square.town, square.ana
    known = len(rows(tmp_path, "people"))
    asked = await town.say(ana, "/fshij")
    await town.press(ana, "Yes")
    town.clock.move(later)
    before = len(town.seen(ana))
    await town.do(ana, lambda: ana.presses_data(town.bot, asked.buttons[0][0].data, message=asked))
    assert len(town.seen(ana)) == before
    assert len(rows(tmp_path, "people")) == known - 1
    assert len(rows(tmp_path, "addresses")) == known - 1


async def test_an_earlier_preview_sends_nothing_else_than_it_shows(town, ana):
    await town.press(ana, "Comment")
    await town.say(ana, "The first words.")
    earlier = await town.press(ana, "Without a name")
    await town.say(ana, "And some more.")
    now = await town.do(ana, lambda: ana.presses("Send", message=earlier))
    assert "That button is from an earlier message" in now.text
    assert "And some more." in now.text
    assert "Thank you" in (await town.press(ana, "Send")).text


async def test_somebody_new_who_presses_an_old_menu_is_greeted(square):
    town, ana = square.town, square.ana
    menu = await town.say(ana, "/menu")
    await town.say(ana, "/fshij")
    await town.press(ana, "Yes")
    assert (await town.do(ana, lambda: ana.presses("Help", message=menu))).labels
    assert (await town.do(ana, lambda: ana.presses("My comments", message=menu))).labels == ["Shqip", "English"]
