"""From every step of every dialog one comes out again, and one step back leads back."""

import pytest

from tests.conversations.states import STATES, bring_to, draft_of

ASKED_ONCE = "Yes, delete it"
OUT = ("Cancel", ASKED_ONCE, "Leave it as it is", "No, keep it", "Nothing, forget it", "Not now")
NOTHING_DONE = ("Nothing was sent", "Nothing was changed", "nothing was sent", "What would you like to do?")
LONGEST_WAY = 6
WITHOUT_BACK = {
    *("arrive: Placing", "comment: Writing", "report: Asking", "loose: Holding", "erase: Asking", "answer: Deciding"),
    *(
        "publish: Choosing",
        "publish: Resuming",
        "publish: Collecting",
        "publish: Reviewing",
        "move: Looking",
        "online: Linking",
    ),
    *(
        "name: Reasoning",
        "sort: Filling",
        "sort: Adding",
        "known: Writing",
        "known: Checking",
        "called: Naming",
        "called: Checking",
    ),
    *("publish: Leaving", "amend: Extending", "days: Dating", "return: Returning", "end: Summing", "end: Numbering"),
    *(
        "help: Needing",
        "here: Coding",
        "here: Choosing",
        "here: Checking",
        "list: Adding",
        "list: Consenting",
        "minutes: Filling",
    ),
    *(
        "add: Telling",
        "add: Checking",
        "loose: Torn",
        "comment: Checking",
        "report: Checking",
        "answer: Checking",
        "move: Checking",
    ),
    *("hand: Choosing", "file: Theming", "file: Locating", "file: Routing", "file: Matching", "albanian: Translating"),
    *(
        "many: Choosing",
        "alter: Rewriting",
        "own_albanian: Rendering",
        "foreseeing: Adding",
        "foreseeing: Changing",
        "chapter: Wording",
        "acts: Counting",
    ),
    *("plans: Collecting", "plans: Naming", "plans: Filling", "plans: Adding"),
    *("forum: Filling", "join: Naming", "join: Joining"),
}
"""First steps, and looks at the whole, where each part has a button that leads back to it."""


@pytest.mark.parametrize("state", STATES)
async def test_the_way_out_is_at_hand_or_a_few_steps_back(square, state):
    """Where nothing says how to leave, Back leads to where it is said, each time to something else."""
    town, person = square.town, await bring_to(state, square)
    dialog = state.partition(":")[0]
    shown = town.heard(person)
    screens = [shown.text]
    while not set(OUT) & set(shown.labels):
        shown = await town.press(person, "Back")
        assert shown.text not in screens
        screens.append(shown.text)
        assert len(screens) <= LONGEST_WAY
    way = next(label for label in OUT if label in shown.labels)
    left = await town.press(person, way)
    if ASKED_ONCE in left.labels:
        left = await town.press(person, ASKED_ONCE)
    assert any(words in left.text for words in NOTHING_DONE)
    assert await draft_of(town, person, dialog) == ""


@pytest.mark.parametrize("state", sorted(STATES.keys() - WITHOUT_BACK))
async def test_back_shows_the_step_before_and_keeps_what_was_said(square, state):
    town, person = square.town, await bring_to(state, square)
    dialog, step = state.split(": ")
    asked, labels = town.heard(person).text, town.heard(person).labels
    assert "Back" in labels
    before = await draft_of(town, person, dialog)
    assert (await town.press(person, "Back")).text != asked
    after = await draft_of(town, person, dialog)
    assert f'"step": "{step}"' not in after
    assert ("Kept words" in before) <= ("Kept words" in after)
