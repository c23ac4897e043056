"""A coordinator at the desk, and the notice of Përmet."""

from pathlib import Path

import pytest

NOTICE = Path(__file__).parents[3] / "examples" / "permet-plani-social.txt"


@pytest.fixture
def notice() -> str:
    """The notice as it is pasted."""
    return NOTICE.read_text(encoding="utf-8")


@pytest.fixture
async def era(town):
    """The coordinator, who is also administrator."""
    return await town.officer("Era")


@pytest.fixture
async def draft(town, era, notice):
    """The coordinator has pasted the notice and sees its doubts."""
    await town.press(era, "Publish a notice")
    await town.say(era, notice)
    await town.press(era, "That was all")
    return era
