"""A problem that is known already: an officer says so, and whom it concerns too says that with one tap."""

import pytest

from bot.setup import FirstInstitution, ensure_institution
from tests.conversations.steps import opened, report
from tests.conversations.test_joining import FIRST, SECOND, do, kept

SENTENCE = "The street lights by the bridge are out."


@pytest.fixture
async def lights(square):
    """Somebody has reported it, and the coordinator has read that."""
    await report(square.town, square.ana, "It is dark by the bridge, I walk there at six.", about="Lighting")
    return square


async def make_known(square, words=SENTENCE, receipt=FIRST):
    await opened(square, receipt)
    await square.town.press(square.zana, "Tell citizens it is known")
    await square.town.say(square.zana, words)
    return await square.town.press(square.zana, "Confirm")


async def test_an_officer_writes_a_sentence_looks_at_it_and_can_change_it_and_take_it_back(lights):
    town, zana = lights.town, lights.zana
    await opened(lights, FIRST)
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
    await opened(lights, FIRST)
    await town.press(zana, "Tell citizens it is known")
    assert "at most 200 letters" in (await town.say(zana, "a " * 150)).text
    assert "Write one sentence" in (await town.say(zana, "...")).text
    named = await town.say(zana, "The lamp of Agim Hoxha is broken.")
    assert "It seems to name somebody: “Agim Hoxha”." in named.text
    assert SENTENCE in (await town.say(zana, SENTENCE)).text, "what is written instead is taken instead"
    await town.press(zana, "Write again")
    await town.press(zana, "Cancel")
    assert "Tell citizens it is known" in (await opened(lights, FIRST)).labels


@pytest.mark.parametrize("about", ["Weapons", "Violence"])
async def test_of_danger_and_need_nothing_can_be_told(square, about):
    await report(square.town, square.ana, about=about)
    shown = await opened(square, FIRST)
    assert not [label for label in shown.labels if "citizens" in label]
    forged = await square.town.do(square.zana, lambda: square.zana.presses_data(square.town.bot, "qn~1"))
    assert "This is not possible any more" in forged.text


async def test_nobody_but_the_officers_of_the_place_tells_or_hides_it(lights):
    town, ana = lights.town, lights.ana
    await make_known(lights)
    for forged in ("qn~1", "qo~1"):
        answered = await town.do(ana, lambda data=forged: ana.presses_data(town.bot, data))
        assert "coordinator" in answered.text.lower() or "not allowed" in answered.text.lower()
    assert SENTENCE in (await opened(lights, FIRST)).text


async def test_closed_by_a_colleague_meanwhile_there_is_nothing_to_tell(lights):
    town, zana = lights.town, lights.zana
    era = await town.officer("Era")
    await opened(lights, FIRST)
    await town.press(zana, "Tell citizens it is known")
    await town.say(zana, SENTENCE)
    await opened(lights, FIRST, era)
    for label in ("Close it", "Solved", "Skip", "Confirm"):
        await town.press(era, label)
    assert "This is not possible any more" in (await town.press(zana, "Confirm")).text
    assert "Citizens" not in (await opened(lights, FIRST)).text


async def begin(square, person, *labels):
    await square.town.say(person, "/raporto")
    for label in ("No", "Lighting", *labels):
        shown = await square.town.press(person, label)
    return shown


@pytest.mark.on_both
async def test_whom_it_concerns_too_says_so_with_three_taps_and_no_word(lights):
    town = lights.town
    await make_known(lights)
    beni = await town.citizen("Beni", "English")
    shown = await begin(lights, beni)
    assert shown.text.startswith(f"This is known already\n\n“{SENTENCE}”\n\nIf it is the same, one tap sends that")
    assert "Telegram itself sees your account. It is information, not a criminal complaint." in shown.text
    assert "walk there at six" not in shown.text, "nobody reads what somebody sent"
    receipt = await town.press(beni, "It concerns me too")
    assert f"Your number: {SECOND}" in receipt.text
    assert await kept(lights) == [("seen", None), ("joined", 1)]
    before = len(town.seen(beni))
    lead = await opened(lights, FIRST)
    assert "1 report is joined to this one: its sender hears what is done here." in lead.text
    await town.press(lights.zana, "Joined to it")
    assert "Whoever sent it says only that it concerns them too." in (await town.press(lights.zana, SECOND)).text
    assert len(town.seen(beni)) == before
    await do(lights, FIRST, "Something was done", "New lamps are in.", "Confirm")
    assert town.heard(beni).text == f"Something was done about {SECOND}."
    await town.say(beni, "/te_miat")
    assert "New lamps are in." in (await town.press(beni, SECOND)).text


async def test_it_is_said_once_and_whoever_reported_it_first_has_said_it(lights):
    town = lights.town
    await make_known(lights)
    beni = await town.citizen("Beni", "English")
    await begin(lights, beni, "It concerns me too")
    for person in (beni, lights.ana):
        again = await begin(lights, person, "It concerns me too")
        assert "You have reported this already. You find it under /te_miat." in again.text
        assert "It is something else" in again.labels
    assert len(await kept(lights)) == 2


async def test_words_that_are_there_go_along_and_are_to_be_read(lights):
    town, zana = lights.town, lights.zana
    await make_known(lights)
    beni = await town.citizen("Beni", "English")
    await town.say(beni, "/raporto")
    await town.say(beni, "It is dark on the other side too.")
    await town.press(beni, "No")
    shown = await town.press(beni, "Lighting")
    assert "It is dark on the other side too." in shown.text
    checked = await town.press(beni, "It concerns me too")
    assert f"It belongs to what is known already: “{SENTENCE}”" in checked.text
    assert "It is dark on the other side too." in checked.text
    await town.press(beni, "Send")
    await town.say(zana, "/zyra")
    unread = await town.press(zana, "Safety reports")
    assert unread.labels[0].startswith(f"Said more – {SECOND}")
    assert "It is dark on the other side too." in (await town.press(zana, SECOND)).text


async def test_what_is_something_else_is_told_as_ever_also_by_simply_telling_it(lights):
    town = lights.town
    await make_known(lights)
    beni = await town.citizen("Beni", "English")
    assert "What happened?" in (await begin(lights, beni, "It is something else")).text
    await town.say(beni, "/anulo")
    await begin(lights, beni)
    assert "Where is it?" in (await town.say(beni, "A hole in the road.")).text
    await town.press(beni, "Skip")
    await town.press(beni, "Send")
    assert (await kept(lights))[-1] == ("delivered", None)


async def test_closed_while_somebody_looks_at_it_it_is_not_shown_any_more(lights):
    town = lights.town
    await make_known(lights)
    beni = await town.citizen("Beni", "English")
    await begin(lights, beni)
    await do(lights, FIRST, "Close it", "Solved", "Skip", "Confirm")
    answered = await town.press(beni, "It concerns me too")
    assert "This is not shown any more" in answered.text
    assert "What happened?" in answered.text
    assert len(await kept(lights)) == 1


async def test_how_many_it_concerns_is_said_once_nobody_can_be_counted_by_it(lights):
    town = lights.town
    await make_known(lights)
    said = []
    for number in range(5):
        person = await town.citizen(f"Citizen {number}", "English")
        said.append("reported it" in (await begin(lights, person)).text)
        await town.press(person, "It concerns me too")
    assert said == [False, False, False, False, True]


async def test_of_several_each_has_its_number(lights):
    town, zana = lights.town, lights.zana
    await make_known(lights)
    await report(town, lights.ana, "The road has a hole.", about="Lighting")
    await town.say(zana, "/zyra")
    for label in ("Safety reports", SECOND, "Tell citizens it is known"):
        await town.press(zana, label)
    await town.say(zana, "A hole in the road to the market.")
    await town.press(zana, "Confirm")
    beni = await town.citizen("Beni", "English")
    shown = await begin(lights, beni)
    assert f"1. “A hole in the road to the market.”\n2. “{SENTENCE}”" in shown.text
    await town.press(beni, "It concerns me too: 2")
    assert (await kept(lights))[-1] == ("joined", 1)


async def test_whom_it_concerns_can_cut_the_thread_like_anybody(lights):
    town = lights.town
    await make_known(lights)
    beni = await town.citizen("Beni", "English")
    await begin(lights, beni, "It concerns me too")
    await town.say(beni, "/te_miat")
    for label in (SECOND, "Cut the thread to me", "Yes, cut it"):
        await town.press(beni, label)
    before = len(town.seen(beni))
    await do(lights, FIRST, "Close it", "Solved", "Skip", "Confirm")
    assert len(town.seen(beni)) == before


async def test_what_is_known_at_one_institution_is_told_at_no_other_nor_in_its_figures(lights):
    town = lights.town
    await make_known(lights)
    await ensure_institution(FirstInstitution("Qarku Gjirokastër", "Përmet", "QG"), town.service.database)
    era = await town.officer("Era", institution="Qarku Gjirokastër")
    beni = await town.citizen("Beni", "English")
    for label in ("/raporto", "No", "Qarku", "Lighting"):
        await (town.say(beni, label) if label.startswith("/") else town.press(beni, label))
    assert SENTENCE not in town.heard(beni).text
    assert "What happened?" in town.heard(beni).text
    for label in ("/zyra", "Safety reports", "Figures", "This month"):
        await (town.say(era, label) if label.startswith("/") else town.press(era, label))
    assert "Safety reports in figures" in town.heard(era).text
    assert SENTENCE not in town.heard(era).text
