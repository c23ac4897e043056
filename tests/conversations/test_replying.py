"""Words that reply to an announcement are a comment on what it announced: nobody asks what they are for."""

import pytest

from participation.consultations.model import Stage
from participation.ids import ConsultationId
from tests.conversations.steps import comment
from tests.town import announce


@pytest.fixture
async def town(square):
    await announce(square.town, square.zana, title="Buxheti 2024")
    return square.town


def announcement_of(town, person, title):
    return next(m for m in person.chat(town.bot).messages if m.direction == "out" and title in m.text and m.labels)


async def reply(town, person, words, to="Buxheti"):
    quoted = announcement_of(town, person, to)
    return await town.do(person, lambda: person.says(town.bot, words, reply_to=quoted))


async def test_a_reply_is_a_comment_on_what_was_announced(town, square):
    asked = await reply(town, square.ana, "More for the roads.")
    assert asked.text.startswith("Buxheti 2024")
    assert "You wrote: “More for the roads.”" in asked.text
    await town.press(square.ana, "Without a name")
    assert "On: Buxheti 2024" in (await town.press(square.ana, "Send")).text


async def test_a_photo_in_reply_is_one_too(town, square):
    quoted = announcement_of(town, square.ana, "Buxheti")
    asked = await town.do(square.ana, lambda: square.ana.sends_photo(town.bot, caption="This road.", reply_to=quoted))
    assert "Attached: 1 photo." in asked.text
    assert asked.text.startswith("Buxheti 2024")


async def test_a_second_reply_goes_on_with_the_same_comment(town, square):
    await reply(town, square.ana, "More for the roads.")
    asked = await reply(town, square.ana, "And for the school.")
    assert "More for the roads. And for the school." in asked.text


async def test_two_comments_are_not_mixed_by_a_reply(town, square):
    await announce(town, square.zana, title="Tregu i ri")
    await reply(town, square.ana, "ALPHA", to="Tregu")
    torn = await reply(town, square.ana, "BETA")
    assert "You have begun a comment" in torn.text
    assert "After that you sent:\nYou wrote: “BETA”" in torn.text
    await town.press(square.ana, "Drop it and write on: Buxheti")
    preview = await town.press(square.ana, "Without a name")
    assert "BETA" in preview.text
    assert "ALPHA" not in preview.text


async def test_a_reply_to_anything_else_is_asked_about(town, square):
    receipt = await comment(town, square.ana, "A bus.")
    asked = await town.do(square.ana, lambda: square.ana.says(town.bot, "Thanks", reply_to=receipt))
    assert "What is it for?" in asked.text


async def test_a_reply_to_what_is_no_longer_public_is_kept_and_asked_about(town, square):
    async with town.service.database.transaction() as unit:
        await unit.consultations.move(ConsultationId(2), Stage.CALLED_OFF, was=Stage.OPEN, on=town.clock.now().date())
    asked = await reply(town, square.ana, "More for the roads.")
    assert "What is it for?" in asked.text
    assert "More for the roads." in asked.text
