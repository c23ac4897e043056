"""Whoever was away, or had asked for silence, finds on return what they must not miss, and all of it once."""

from datetime import timedelta

import pytest

from tests.conversations.steps import comment, report, texts_since

ALARM = "Urgent safety report PR-S-2023-0001"
ANSWER = "The answer to your comment PR-2023-0001"


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


@pytest.mark.parametrize("how", ["stops", "blocks", "blocks unseen"])
async def test_an_urgent_report_waits_for_its_officer_as_long_as_nobody_has_read_it(square, how):
    town, ana, zana = square.town, square.ana, square.zana
    await falls_silent(town, zana, how)
    await report(town, ana, "A gun.", "Weapons")
    assert town.who_sees([zana], ALARM) == {zana.id: 0}
    await returns(town, zana, how)
    assert town.who_sees([zana], ALARM) == {zana.id: 1}
    await town.press(zana, "Show")
    await falls_silent(town, zana, how)
    await returns(town, zana, how)
    assert town.who_sees([zana], ALARM) == {zana.id: 1}
