"""The same comment once more is the first one's receipt; too many at once wait, and nobody is silenced (R24)."""

from datetime import timedelta

import pytest

from participation.comments import repeating
from tests.conversations.steps import comment, numbers
from tests.town import announce

WORDS = "More buses."


@pytest.fixture
async def ana(square):
    await comment(square.town, square.ana, WORDS)
    square.town.clock.move(timedelta(minutes=1))
    return square.ana


async def say(town, person, words, *ways):
    """A comment up to the last look at it, signed by these buttons and names."""
    await town.say(person, "/hapur")
    await town.press(person, "Plani Social")
    await town.press(person, "Comment")
    shown = await town.say(person, words)
    for way in ways or ("Without a name",):
        shown = await (town.say(person, way[1:]) if way.startswith("“") else town.press(person, way))
    return shown


def kept(tmp_path):
    return numbers(tmp_path, "SELECT COUNT(*) FROM comments")[0]


async def test_the_same_words_have_the_receipt_of_the_first(square, ana, tmp_path):
    town = square.town
    shown = await comment(town, ana, "more  BUSES!")
    assert shown.text.startswith("You have said this already: PR-2023-0001")
    assert "You wrote: “More buses.”" in shown.text
    assert "An answer is owed to you by Monday, 18 September 2023." in shown.text
    assert shown.labels == ["Say something else", "Show my comment", "Menu"]
    assert kept(tmp_path) == 1


async def test_forty_times_the_same_is_one_answer_owed(square, ana, tmp_path):
    town, zana = square.town, square.zana
    for _ in range(40):
        town.clock.move(timedelta(seconds=20))
        await comment(town, ana, WORDS)
    assert kept(tmp_path) == 1
    await town.say(zana, "/zyra")
    assert "You owe 1 answer." in town.heard(zana).text


async def test_something_else_can_be_said_from_there(square, ana):
    town = square.town
    await comment(town, ana, WORDS)
    assert "Write what you think" in (await town.press(ana, "Say something else")).text
    await town.say(ana, "More trains.")
    await town.press(ana, "Without a name")
    assert "Your number: PR-2023-0002" in (await town.press(ana, "Send")).text


async def test_the_first_one_can_be_looked_at_and_changed_from_there(square, ana):
    town = square.town
    await comment(town, ana, WORDS)
    assert "Change what it says" in (await town.press(ana, "Show my comment")).labels


async def test_a_picture_more_is_another_comment(square, ana):
    town = square.town
    await say(town, ana, WORDS)
    ana.sends_photo(town.bot)
    await town.settle()
    assert "Your number: PR-2023-0002" in (await town.press(ana, "Send")).text


async def test_the_same_for_two_neighbours_is_two_comments(square, ana):
    town = square.town
    for name, receipt in (("Gjyshja Mine", "0002"), ("Xha Beni", "0003")):
        await say(town, ana, WORDS, "On behalf of somebody who agreed", f"“{name}")
        assert f"Your number: PR-2023-{receipt}" in (await town.press(ana, "Send")).text


async def test_what_was_taken_back_may_be_said_again_with_a_name(square, ana):
    town = square.town
    await say(town, ana, WORDS, "With my name", "“Ana Lule")
    await town.press(ana, "Send")
    await town.press(ana, "Show my comment")
    await town.press(ana, "Take it back")
    await town.press(ana, "Yes, take it back")
    await say(town, ana, WORDS, "With my name", "“Ana Lule")
    assert "Your number: PR-2023-0002" in (await town.press(ana, "Send")).text


async def test_somebody_else_may_say_the_same(square, ana):
    beni = await square.town.citizen("Beni", language="English")
    assert "Your number: PR-2023-0002" in (await comment(square.town, beni, WORDS)).text


async def test_who_sends_many_is_told_when_there_is_room_again_and_loses_nothing(square, ana, tmp_path):
    town = square.town
    for number in range(2, 11):
        town.clock.move(timedelta(seconds=10))
        assert "Your number" in (await comment(town, ana, f"Thought {number}.")).text
    told = await comment(town, ana, "Thought 11.")
    assert "It is not sent yet: you have sent many comments on this in a short time" in told.text
    assert "You can send this one here from Tuesday, 20 June 2023, 11:01 on. It is kept for you" in told.text
    assert "Thought 11." in told.text
    assert told.labels[0] == "Send"
    assert kept(tmp_path) == 10
    town.clock.move(timedelta(minutes=5))
    assert "11:01 on" in (await town.press(ana, "Send")).text
    town.clock.move(timedelta(hours=1))
    assert "Your number: PR-2023-0011" in (await town.press(ana, "Send")).text
    assert kept(tmp_path) == 11


async def test_other_consultations_are_not_closed_by_it(square, ana, monkeypatch):
    town = square.town
    await announce(town, square.zana, title="Buxheti 2024")
    monkeypatch.setattr(repeating, "PACE", ((timedelta(hours=1), 1),))
    assert "not sent yet" in (await comment(town, ana, "Another one.")).text
    await town.press(ana, "Cancel")
    assert "Your number" in (await comment(town, ana, "Another one.", on="Buxheti")).text


async def test_both_are_said_in_albanian(square):
    town = square.town
    lira = await town.citizen("Lira", language="Shqip")

    async def send():
        await town.say(lira, "/hapur")
        await town.press(lira, "Plani Social")
        await town.press(lira, "Komento")
        await town.say(lira, "Më shumë autobusë.")
        await town.press(lira, "Pa emër")
        return await town.press(lira, "Dërgo")

    await send()
    town.clock.move(timedelta(minutes=1))
    again = await send()
    assert again.text.startswith("Këtë e keni thënë tashmë: PR-2023-0001")
    assert "Thuaj diçka tjetër" in again.labels
