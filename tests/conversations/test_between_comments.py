"""Two comments at once are never mixed, and words that belong to neither wait until there is room for them."""

import pytest

from tests.town import announce


@pytest.fixture
async def town(square):
    await announce(square.town, square.zana, title="Buxheti 2024")
    return square.town


@pytest.fixture
async def ana(square, town):
    """She has begun a comment on the social plan, and turned to something else."""
    await town.say(square.ana, "/hapur")
    await town.press(square.ana, "Plani Social")
    await town.press(square.ana, "Comment")
    await town.say(square.ana, "ALPHA on the plan")
    await town.say(square.ana, "/menu")
    return square.ana


async def write_on_the_budget(town, ana):
    await town.say(ana, "/hapur")
    await town.press(ana, "Buxheti")
    return await town.press(ana, "Comment")


async def send(town, ana):
    preview = await town.press(ana, "Without a name")
    await town.press(ana, "Send")
    return preview.text


async def test_words_out_of_the_blue_wait_while_the_first_comment_is_finished(town, ana):
    await town.say(ana, "BETA on the budget")
    torn = await town.press(ana, "Comment on: Buxheti")
    assert "ALPHA on the plan" in torn.text
    assert "BETA on the budget" in torn.text
    assert "ALPHA on the plan" in (await town.press(ana, "Go on with it")).text
    assert "BETA" not in await send(town, ana)
    assert "BETA on the budget" in town.heard(ana).text
    await town.press(ana, "Comment on: Buxheti")
    assert "BETA on the budget" in await send(town, ana)


async def test_what_is_said_between_two_comments_falls_into_neither(town, ana):
    await write_on_the_budget(town, ana)
    torn = await town.say(ana, "GAMMA on the budget")
    assert "After that you sent:\nYou wrote: “GAMMA on the budget”" in torn.text
    await town.press(ana, "Drop it and write on: Buxheti")
    preview = await send(town, ana)
    assert "GAMMA on the budget" in preview
    assert "ALPHA" not in preview


async def test_what_is_said_after_going_on_belongs_to_the_first(town, ana):
    await town.say(ana, "BETA on the budget")
    await town.press(ana, "Comment on: Buxheti")
    await town.press(ana, "Go on with it")
    assert "ALPHA on the plan and more" in (await town.say(ana, "and more")).text.replace("\n", " ")


async def test_turning_away_between_two_comments_loses_neither(town, ana):
    await town.say(ana, "BETA on the budget")
    await town.press(ana, "Comment on: Buxheti")
    await town.say(ana, "/menu")
    torn = await write_on_the_budget(town, ana)
    assert "ALPHA on the plan" in torn.text
    assert "BETA on the budget" in torn.text


async def test_words_out_of_the_blue_take_no_place_of_earlier_ones(town, ana):
    await town.say(ana, "BETA on the budget")
    await town.say(ana, "/menu")
    assert "BETA on the budget and DELTA" in (await town.say(ana, "and DELTA")).text.replace("\n", " ")


async def test_the_choice_can_be_left_and_the_first_comment_stays(town, ana):
    await write_on_the_budget(town, ana)
    await town.press(ana, "Cancel")
    await town.say(ana, "/menu")
    assert "ALPHA on the plan" in (await town.press(ana, "Go on with my comment")).text


async def test_what_is_said_between_two_comments_is_no_longer_than_a_comment_and_the_first_can_be_sent(town, ana):
    await write_on_the_budget(town, ana)
    for _ in range(2):
        await town.say(ana, "fjalë " * 680)
    assert "too long" in (await town.say(ana, "fjalë " * 680)).text
    await write_on_the_budget(town, ana)
    await town.press(ana, "Go on with it")
    await send(town, ana)
    assert any("Your number" in words for words in town.seen(ana))
