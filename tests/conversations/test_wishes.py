"""What is said beside the answer to an invitation: for or against, and help that somebody needs."""

from datetime import date, time, timedelta

import pytest

from bot.setup import ensure_institution
from participation.clock import wall
from tests.conversations.states import NEIGHBOUR, draft_of
from tests.conversations.steps import raw
from tests.conversations.test_meetings import move
from tests.town import announce

QUIET_WISH = "Më duhet një përkthyes në gjuhën e shenjave, jam Zamira"


async def coming(town, person, answer="Yes"):
    """Somebody who comes, or may come."""
    await town.start(person, "t_1")
    return await town.press(person, answer)


async def at_desk(town, officer):
    """The meeting as the coordinator sees it before it begins."""
    await town.say(officer, "/zyra")
    await town.press(officer, "Meetings ahead")
    return await town.press(officer, "25 July 2023")


@pytest.mark.on_both
async def test_a_position_is_one_tap_and_the_coordinator_sees_how_many_hold_which(square):
    town, ana = square.town, square.ana
    shown = await coming(town, ana)
    assert "For or against what is proposed?" in shown.text
    before = len(ana.chat().messages)
    assert "✓ Against" in (await town.press(ana, "Against")).labels
    assert "✓ For" in (await town.press(ana, "For")).labels
    assert len(ana.chat().messages) == before
    beni = await town.citizen("Beni")
    await coming(town, beni, "Ndoshta")
    await town.press(beni, "Ende pa vendosur")
    assert "On what is proposed: For 1, Undecided 1." in (await at_desk(town, square.zana)).text
    await town.press(ana, "✓ For")
    assert "On what is proposed: Undecided 1." in (await at_desk(town, square.zana)).text


async def test_who_has_not_said_that_they_come_is_asked_that_and_nothing_is_noted(square):
    town, ana = square.town, square.ana
    shown = await town.start(ana, "t_1")
    assert "For" not in shown.labels
    for data in ("po~1~for", "hp~1"):
        await town.do(ana, lambda data=data: ana.presses_data(town.bot, data))
        assert "Will you come?" in town.heard(ana).text
    assert "On what is proposed" not in (await at_desk(town, square.zana)).text


async def test_a_position_that_nobody_offered_is_none(square):
    town, ana = square.town, square.ana
    await coming(town, ana)
    await town.do(ana, lambda: ana.presses_data(town.bot, "po~1~perhaps"))
    assert "not here any more" in town.heard(ana).text


async def test_who_does_not_come_after_all_has_said_nothing(square):
    town, ana = square.town, square.ana
    await coming(town, ana)
    await town.press(ana, "For")
    await town.press(ana, "I need help")
    await town.press(ana, "Sign language")
    await town.press(ana, "No")
    shown = await at_desk(town, square.zana)
    assert "needs help" not in shown.text
    assert "proposed" not in shown.text
    assert "You need" not in (await coming(town, ana)).text


@pytest.mark.on_both
async def test_help_is_two_taps_and_the_coordinator_reads_what_and_not_who(square):
    town, ana = square.town, square.ana
    await coming(town, ana)
    asked = await town.press(ana, "I need help or interpretation")
    assert "It is noted" in asked.text
    assert "1 person needs help:\n• not said what" in (await at_desk(town, square.zana)).text
    assert "You need: Sign language." in (await town.press(ana, "Sign language")).text
    assert "• Sign language" in (await at_desk(town, square.zana)).text


async def test_for_a_translation_the_language_is_asked_and_it_may_be_said_in_albanian(square):
    town, beni = square.town, await square.town.citizen("Beni")
    await coming(town, beni, "Po")
    await town.press(beni, "Kam nevojë për ndihmë ose përkthim")
    assert "Në cilën gjuhë?" in (await town.press(beni, "Përkthim")).text
    assert "Ju duhet: Përkthim: rome." in (await town.say(beni, "  rome \n")).text
    assert "• Translation: rome" in (await at_desk(town, square.zana)).text


async def test_a_sentence_is_kept_sealed_and_can_be_changed_or_taken_back(square, tmp_path):
    town, ana = square.town, square.ana
    await coming(town, ana)
    await town.press(ana, "I need help")
    assert "at most 200 letters" in (await town.say(ana, "x" * 201)).text
    assert QUIET_WISH in (await town.say(ana, QUIET_WISH)).text
    assert f"• {QUIET_WISH}" in (await at_desk(town, square.zana)).text
    await town.service.metronome.beat()
    assert b"Zamira" not in raw(tmp_path)
    await town.press(ana, "Change what I need")
    assert "nothing was changed" in (await town.press(ana, "Nothing, forget it")).text
    assert "needs help" not in (await at_desk(town, square.zana)).text
    assert await draft_of(town, ana, "help") == ""


async def test_that_somebody_needs_help_is_told_by_no_length(square, tmp_path):
    town, ana = square.town, square.ana
    beni = await town.citizen("Beni", "English")
    for person in (ana, beni):
        await coming(town, person)
        await town.press(person, "For")
    await town.press(ana, "I need help")
    await town.say(ana, "Një karrocë")
    async with town.service.database.reading() as unit:
        rows = await unit._connection.exec_driver_sql("SELECT length(wish) FROM attendance")
        assert len({length for (length,) in rows}) == 1


async def test_a_meeting_that_was_cancelled_meanwhile_says_so_at_each_step(square):
    town, ana = square.town, square.ana
    old = await coming(town, ana)
    await town.press(ana, "I need help")
    await move(town, square.zana, None)
    await town.say(ana, "A ramp.")
    assert "has been cancelled" in town.seen(ana)[-2]
    for label in ("For", "I need help"):
        ana.presses(label, message=old)
        await town.settle()
        assert "has been cancelled" in town.heard(ana).text


async def test_who_said_meanwhile_that_they_do_not_come_is_not_asked_on(square):
    town, ana = square.town, square.ana
    old = await coming(town, ana)
    await town.press(ana, "I need help")
    await town.do(ana, lambda: ana.presses("No", message=old))
    assert "You are not coming." in (await town.say(ana, "A ramp.")).text


async def test_words_of_the_next_day_are_no_need(square):
    town, ana = square.town, square.ana
    await coming(town, ana)
    await town.press(ana, "I need help")
    await town.pass_time(timedelta(hours=20), step=timedelta(hours=10))
    assert "We have kept what you sent. What is it for?" in (await town.say(ana, "When is the bus?")).text
    assert "• not said what" in (await at_desk(town, square.zana)).text


async def test_what_is_needed_goes_with_whoever_is_erased(square):
    town, ana = square.town, square.ana
    await coming(town, ana)
    await town.press(ana, "I need help")
    await town.say(ana, "A ramp.")
    await town.say(ana, "/fshij")
    await town.press(ana, "Erase")
    assert "needs help" not in (await at_desk(town, square.zana)).text


async def test_the_needs_of_another_institution_are_nobodys_business(square):
    town, ana = square.town, square.ana
    await coming(town, ana)
    await town.press(ana, "I need help")
    await town.say(ana, "A ramp.")
    await announce(town, square.zana, title="Tjetër")
    era = await town.officer("Era", institution=(await neighbour(town)))
    await town.do(era, lambda: era.presses_data(town.bot, "mm~1"))
    assert "A ramp" not in town.heard(era).text


async def neighbour(town) -> str:
    """Another institution of the same town."""
    await ensure_institution(NEIGHBOUR, town.service.database)
    return NEIGHBOUR.name


async def test_once_it_is_over_nothing_more_is_said(square):
    town, ana = square.town, square.ana
    old = await coming(town, ana)
    town.clock.set(wall(date(2023, 7, 25), time(18)))
    ana.presses("For", message=old)
    await town.settle()
    assert "This meeting is over." in town.heard(ana).text
