"""A problem that is known already: an officer says so, and whom it concerns too says that with one tap."""

import pytest

from tests.conversations.steps import report
from tests.conversations.test_joining import FIRST, opens

SENTENCE = "The street lights by the bridge are out."


@pytest.fixture
async def lights(square):
    """Somebody has reported it, and the coordinator has read that."""
    await report(square.town, square.ana, "It is dark by the bridge, I walk there at six.", about="Lighting")
    return square


async def make_known(square, words=SENTENCE):
    await opens(square, FIRST)
    await square.town.press(square.zana, "Tell citizens it is known")
    await square.town.say(square.zana, words)
    return await square.town.press(square.zana, "Confirm")


async def test_an_officer_writes_a_sentence_looks_at_it_and_can_change_it_and_take_it_back(lights):
    town, zana = lights.town, lights.zana
    await opens(lights, FIRST)
    asked = await town.press(zana, "Tell citizens it is known")
    assert "Please leave out names, and what only the sender can know." in asked.text
    preview = await town.say(zana, f"  {SENTENCE}\n")
    assert f"“{SENTENCE}”" in preview.text
    assert "of the category “Lighting, roads, public space”" in preview.text
    assert (await town.press(zana, "Confirm")).text == "Done. Whoever reports the like reads it now."
    shown = await town.press(zana, "Show the report")
    assert f"Citizens who report the like read: “{SENTENCE}”" in shown.text
    again = await town.press(zana, "Change what citizens read")
    assert f"They read now: “{SENTENCE}”" in again.text
    await town.say(zana, "The lights are out from the bridge to the school.")
    await town.press(zana, "Confirm")
    shown = await town.press(zana, "Show the report")
    assert "from the bridge to the school" in shown.text
    assert SENTENCE not in shown.text
    hidden = await town.press(zana, "Do not tell citizens any more")
    assert "Citizens who report the like read" not in hidden.text
    assert "Tell citizens it is known" in hidden.labels


async def test_a_name_in_it_is_pointed_out_and_what_is_no_sentence_is_asked_for_again(lights):
    town, zana = lights.town, lights.zana
    await opens(lights, FIRST)
    await town.press(zana, "Tell citizens it is known")
    assert "at most 200 letters" in (await town.say(zana, "a " * 150)).text
    assert "Write one sentence" in (await town.say(zana, "...")).text
    named = await town.say(zana, "The lamp of Agim Hoxha is broken.")
    assert "It seems to name somebody: “Agim Hoxha”." in named.text
    assert SENTENCE in (await town.say(zana, SENTENCE)).text, "what is written instead is taken instead"
    await town.press(zana, "Write again")
    await town.press(zana, "Cancel")
    assert "Tell citizens it is known" in (await opens(lights, FIRST)).labels


@pytest.mark.parametrize("about", ["Weapons", "Violence"])
async def test_of_danger_and_need_nothing_can_be_told(square, about):
    await report(square.town, square.ana, about=about)
    shown = await opens(square, FIRST)
    assert not [label for label in shown.labels if "citizens" in label]
    forged = await square.town.do(square.zana, lambda: square.zana.presses_data(square.town.bot, "qn~1"))
    assert "This is not possible any more" in forged.text


async def test_nobody_but_the_officers_of_the_place_tells_or_hides_it(lights):
    town, ana = lights.town, lights.ana
    await make_known(lights)
    for forged in ("qn~1", "qo~1"):
        answered = await town.do(ana, lambda data=forged: ana.presses_data(town.bot, data))
        assert "coordinator" in answered.text.lower() or "not allowed" in answered.text.lower()
    assert SENTENCE in (await opens(lights, FIRST)).text


async def test_closed_by_a_colleague_meanwhile_there_is_nothing_to_tell(lights):
    town, zana = lights.town, lights.zana
    era = await town.officer("Era")
    await opens(lights, FIRST)
    await town.press(zana, "Tell citizens it is known")
    await town.say(zana, SENTENCE)
    await opens(lights, FIRST, era)
    for label in ("Close it", "Solved", "Skip", "Confirm"):
        await town.press(era, label)
    assert "This is not possible any more" in (await town.press(zana, "Confirm")).text
    assert "Citizens" not in (await opens(lights, FIRST)).text
