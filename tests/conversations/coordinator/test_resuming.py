"""What a coordinator began to write is offered again, and never lost for beginning the same thing anew."""

from typing import Final

import pytest

from bot.taps import ONE_WISH
from handlers.dialogs.resuming import RESUMES
from tests.conversations.states import ADOPTED, FORUM, HELD, KEPT, STATES, WANTED, draft_of, walk

CORRECTED: Final = (*HELD, "Correct it or add to it", "Title", f"“{KEPT}”", "Go on")
BEGUN: Final = {
    "hand": (STATES["hand: Checking"], "Add a comment from elsewhere"),
    "amend": (STATES["amend: Weighing"], "Give more time"),
    "answer": (STATES["answer: Checking"], "Answer"),
    "many": (STATES["many: Checking"], "Answer several at once"),
    "end": (STATES["end: Adopting"], "The act is adopted"),
    "forum": ((*FORUM, "Register the forum", "“Forumi”", "Add a member", f"“{KEPT}”"), "Add a member"),
    "known": (STATES["known: Checking"], "Tell citizens it is known"),
}
WAYS: Final = {
    "hand": HELD,
    "amend": HELD,
    "answer": ("/zyra", "Comments to answer", "PR-2023-0001"),
    "many": (*HELD, "All comments"),
    "end": ADOPTED[:-1],
    "forum": FORUM,
    "known": ("/zyra", "Safety reports", "PR-S-2023-0001"),
}


async def begun(square, dialog):
    """Something was written, then the desk was opened, and the same thing is begun again; what is shown."""
    steps, start = BEGUN[dialog]
    wanted = next((state for state, way in STATES.items() if way == steps), "")
    if wanted in WANTED:
        await WANTED[wanted](square)
    await walk(square.town, square.zana, (*steps, *WAYS[dialog]))
    return await square.town.press(square.zana, start)


def test_each_dialog_of_the_table_is_tried_here():
    assert BEGUN.keys() == {one.dialog.name for one in RESUMES.values()}


@pytest.mark.parametrize("dialog", BEGUN)
async def test_what_was_begun_is_offered_and_goes_on_where_it_was(square, dialog):
    asked = await begun(square, dialog)
    assert "You have begun" in asked.text
    assert KEPT in asked.text
    before = await draft_of(square.town, square.zana, dialog)
    await square.town.press(square.zana, "Go on with it")
    assert KEPT in before
    assert KEPT in await draft_of(square.town, square.zana, dialog)


@pytest.mark.parametrize("dialog", BEGUN)
async def test_it_is_thrown_away_only_where_somebody_says_so(square, dialog):
    asked = await begun(square, dialog)
    town, zana = square.town, square.zana
    fresh = await town.press(zana, "Delete it and begin a new one")
    assert "You have begun" not in fresh.text
    assert KEPT not in await draft_of(town, zana, dialog)
    town.clock.move(ONE_WISH * 2)
    zana.presses("Delete it and begin a new one", message=asked)
    await town.settle()
    assert "You have begun" not in town.heard(zana).text  # nothing was written since


async def test_an_old_button_throws_away_nothing_that_was_written_since(square):
    asked = await begun(square, "hand")
    town, zana = square.town, square.zana
    await walk(town, zana, ("Go on with it", "Back"))
    town.clock.move(ONE_WISH * 2)
    zana.presses("Delete it and begin a new one", message=asked)
    await town.settle()
    assert KEPT in await draft_of(town, zana, "hand")
    assert KEPT in town.heard(zana).text


async def test_a_correction_that_waited_for_its_reason_is_offered_again(square):
    await walk(square.town, square.zana, (*CORRECTED, *HELD))
    asked = await square.town.press(square.zana, "Correct it or add to it")
    assert f"You have begun to change a notice, and nothing is sent yet: “{KEPT}”." in asked.text
    await square.town.press(square.zana, "Go on with it")
    assert KEPT in await draft_of(square.town, square.zana, "amend")


async def test_nothing_is_asked_where_nothing_was_written(square):
    await walk(square.town, square.zana, (*HELD, "Add a comment from elsewhere", "Paper", *HELD))
    asked = await square.town.press(square.zana, "Add a comment from elsewhere")
    assert "You have begun" not in asked.text
