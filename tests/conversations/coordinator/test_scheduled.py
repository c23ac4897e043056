"""What was kept for later can be seen, sent at once, or called off."""

from datetime import date, time

import pytest

from participation.clock import wall
from tests.conversations.coordinator.notes import noted


@pytest.fixture
async def kept(town, draft):
    """The coordinator has kept the announcement for the next working morning."""
    await town.press(draft, "Go on")
    await town.press(draft, "Publish later")
    await town.press(draft, "Wednesday, 21 June 2023, 09:00")
    await town.press(draft, "Publish at that time")
    return draft


async def test_it_stands_on_the_desk_with_its_hour_and_its_words(town, kept):
    assert "Kept for later (1)" in (await town.say(kept, "/zyra")).labels
    shown = await town.press(kept, "Kept for later (1)")
    assert "It will be published by itself: Wednesday, 21 June 2023, 09:00." in shown.text
    assert "Afati për komente" in town.seen(kept)[-2]


async def test_what_is_called_off_reaches_nobody_and_is_nowhere(town, kept):
    ana = await town.citizen(language="English")
    await town.say(kept, "/zyra")
    await town.press(kept, "Kept for later")
    assert "will not be published" in (await town.press(kept, "Do not publish it")).text
    await town.until(wall(date(2023, 6, 22), time(10)))
    assert not any("Plani Social" in text for text in town.seen(ana))
    await town.start(ana, "k_1")
    assert any("not valid any more" in text for text in town.seen(ana))
    desk = await town.say(kept, "/zyra")
    assert not any("Kept for later" in label or "Meetings ahead (" in label for label in desk.labels)
    assert "call off" in await noted(town)


async def test_it_can_go_out_before_its_hour_and_then_only_once(town, kept):
    ana = await town.citizen(language="English")
    await town.say(kept, "/zyra")
    await town.press(kept, "Kept for later")
    await town.press(kept, "Publish now")
    assert any("The announcement is on its way" in text for text in town.seen(kept))
    await town.until(wall(date(2023, 6, 22), time(10)))
    assert sum("Plani Social" in text and "Afati" not in text for text in town.seen(ana)) == 1


async def test_a_second_tap_on_a_button_of_it_is_refused_kindly(town, kept):
    await town.say(kept, "/zyra")
    shown = await town.press(kept, "Kept for later")
    kept.presses("Do not publish it", town.bot)
    kept.presses("Publish now", town.bot)
    await town.settle()
    assert "does not take comments now" in town.heard(kept).text or "not here any more" in town.heard(kept).text
    assert shown is not None
