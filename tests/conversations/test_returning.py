"""Whoever was away, or had asked for silence, finds on return what they must not miss, and all of it once."""

from datetime import date, time, timedelta

import pytest

from participation.clock import wall
from tests.conversations.steps import comment, report, texts_since
from tests.town import announce

ALARM = "Urgent safety report PR-S-2023-0001"
ANSWER = "The answer to your comment PR-2023-0001"
REQUEST = "Please write it in Albanian: PR-2023-0001"
GREEK = "Δεν συμφωνούμε με το νέο τέλος για τα μικρά μαγαζιά."


async def falls_silent(town, person, how: str) -> None:
    if how == "stops":
        await town.say(person, "/ndal")
    else:
        person.blocks()
        if how == "blocks":
            await town.settle()


async def returns(town, person, how: str) -> None:
    if how == "stops":
        await town.start(person)
    else:
        person.unblocks()
        await town.say(person, "/menu")
    await town.pass_time(timedelta(minutes=2))


async def answer(town, officer) -> None:
    await town.say(officer, "/zyra")
    await town.press(officer, "Comments to answer")
    await town.press(officer, "PR-2023-0001")
    await town.press(officer, "Answer")
    await town.press(officer, "Accept")
    await town.press(officer, "Without a reason")
    await town.press(officer, "Send")


@pytest.mark.parametrize("how", ["stops", "blocks", "blocks unseen"])
async def test_an_answer_waits_for_its_author(square, how):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "More buses.")
    await falls_silent(town, ana, how)
    before = len(town.seen(ana))
    await answer(town, zana)
    await town.pass_time(timedelta(minutes=2))
    assert texts_since(town, ana, before).count("PR-2023-0001") == 0
    await returns(town, ana, how)
    assert town.who_sees([ana], ANSWER) == {ana.id: 1}
    await falls_silent(town, ana, "stops")
    await returns(town, ana, "stops")
    assert town.who_sees([ana], ANSWER) == {ana.id: 1}


async def ask_in_albanian(town, officer) -> None:
    await town.say(officer, "PR-2023-0001")
    await town.press(officer, "In Albanian…")
    await town.press(officer, "Ask its author")
    await town.press(officer, "Tuesday, 27 June 2023")


@pytest.mark.parametrize("how", ["stops", "blocks", "blocks unseen"])
async def test_a_request_for_a_translation_waits_for_its_author(square, how):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, GREEK)
    await falls_silent(town, ana, how)
    await ask_in_albanian(town, zana)
    await town.pass_time(timedelta(minutes=2))
    assert town.who_sees([ana], REQUEST) == {ana.id: 0}
    await returns(town, ana, how)
    assert town.who_sees([ana], REQUEST) == {ana.id: 1}
    await falls_silent(town, ana, how)
    await returns(town, ana, how)
    assert town.who_sees([ana], REQUEST) == {ana.id: 1}
    await ask_in_albanian(town, zana)
    await town.pass_time(timedelta(minutes=2))
    assert town.who_sees([ana], REQUEST) == {ana.id: 2}


async def test_a_request_whose_day_is_over_is_not_brought_any_more(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, GREEK)
    await falls_silent(town, ana, "stops")
    await ask_in_albanian(town, zana)
    await town.until(wall(date(2023, 6, 28), time(12)), timedelta(days=1))
    await returns(town, ana, "stops")
    assert town.who_sees([ana], REQUEST) == {ana.id: 0}


@pytest.mark.parametrize("how", ["stops", "blocks", "blocks unseen"])
@pytest.mark.on_both
async def test_an_urgent_report_waits_for_its_officer_as_long_as_nobody_has_read_it(square, how):
    town, ana, zana = square.town, square.ana, square.zana
    await town.officer("Era")  # a colleague who is there, or no report would be taken
    await falls_silent(town, zana, how)
    await report(town, ana, "A gun.", "Weapons")
    assert town.who_sees([zana], ALARM) == {zana.id: 0}
    await returns(town, zana, how)
    assert town.who_sees([zana], ALARM) == {zana.id: 1}
    await town.press(zana, "Show")
    await falls_silent(town, zana, how)
    await returns(town, zana, how)
    assert town.who_sees([zana], ALARM) == {zana.id: 1}


@pytest.mark.on_both
async def test_an_answer_that_was_brought_on_return_does_not_come_once_more_in_the_morning(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "More buses.")
    await falls_silent(town, ana, "stops")
    await town.until(wall(date(2023, 6, 20), time(22)), timedelta(hours=6))
    await answer(town, zana)
    await returns(town, ana, "stops")
    await town.until(wall(date(2023, 6, 21), time(9)), timedelta(hours=3))
    assert town.who_sees([ana], ANSWER) == {ana.id: 1}


async def test_who_was_away_for_a_minute_is_reminded_all_the_same(square):
    town, ana, zana = square.town, square.ana, square.zana
    await town.start(ana, "t_1")
    await town.press(ana, "Yes")
    await town.until(wall(date(2023, 7, 22), time(10)), timedelta(hours=30))
    await town.pass_time(timedelta(minutes=5))
    ana.blocks()
    await announce(town, zana, title="Buxheti 2024")
    ana.unblocks()
    await town.say(ana, "/menu")
    await town.until(wall(date(2023, 7, 25), time(12)), timedelta(hours=8))
    assert town.who_sees([ana], "The meeting is today") == {ana.id: 1}
