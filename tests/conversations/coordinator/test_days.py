"""Days off that a decision adds, written down by an administrator; open deadlines end later, never earlier."""

from datetime import date

import pytest

from participation.calendar.working_days import comment_deadline
from participation.people.model import Role
from tests.conversations.coordinator.notes import noted
from tests.conversations.steps import forged, texts_since
from tests.town import announce


async def add(square, day, why="Vendim i qeverisë"):
    town, zana = square.town, square.zana
    await town.say(zana, "/zyra")
    await town.press(zana, "Days off")
    await town.press(zana, "Add a day")
    answer = await town.say(zana, day)
    return await town.say(zana, why) if "why?" in answer.text else answer


async def test_a_day_off_moves_the_deadline_that_needs_it_and_everybody_is_told(square):
    town, ana = square.town, square.ana
    await announce(town, square.zana, title="Taksat", deadline=date(2023, 7, 18))
    before = len(town.seen(ana))
    await add(square, "10.7.2023")
    shown = next(text for text in town.seen(square.zana) if "Added: Monday, 10 July 2023" in text)
    assert "1 deadline ends later because of it" in shown
    assert "• Monday, 10 July 2023: Vendim i qeverisë" in shown
    told = texts_since(town, ana, before)
    assert told.count("There is more time to comment") == 1
    assert "Taksat" in told
    assert "Plani Social" not in told
    assert "day off" in await noted(town)


async def test_working_days_that_were_given_by_number_are_counted_anew_and_a_day_that_was_chosen_is_not(square):
    town, ana, zana = square.town, square.ana, square.zana
    for title, choose in (
        ("Tregu", lambda: town.press(zana, "10 working days more")),
        ("Parku", lambda: town.say(zana, "1.8.2023")),
    ):
        await announce(town, zana, title=title, deadline=date(2023, 7, 18))
        await town.say(zana, "/zyra")
        await town.press(zana, "Consultations")
        await town.press(zana, title)
        await town.press(zana, "Give more time")
        await choose()
        await town.say(zana, "Many asked for it.")
        assert "Comments until: Tuesday, 1 August 2023" in town.seen(zana)[-2]
        await town.press(zana, "Change it and tell everybody")
    before = len(town.seen(ana))
    await add(square, "24.7.2023")
    told = texts_since(town, ana, before)
    assert told.count("There is more time to comment") == 1
    assert "Tregu" in told
    assert "Comments were until: Tuesday, 1 August 2023." in told
    assert "Comments until: Wednesday, 2 August 2023" in told


async def test_a_day_taken_out_again_shortens_nothing(square):
    town, ana = square.town, square.ana
    await announce(town, square.zana, title="Taksat", deadline=date(2023, 7, 18))
    await add(square, "10.7.2023")
    before = len(town.seen(ana))
    await town.say(square.zana, "/zyra")
    await town.press(square.zana, "Days off")
    shown = await town.press(square.zana, "Remove: 10 July")
    assert "stays where it is" in shown.text
    assert "10 July 2023" not in shown.text
    assert texts_since(town, ana, before) == ""


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("8.7.2023", "Saturday, 8 July 2023"),
        ("28.11.2023", "Tuesday, 28 November 2023"),
        ("1.5.2023", "Monday, 1 May 2023"),
    ],
)
async def test_a_day_on_which_nobody_works_anyway_may_be_worked_by_decision(square, day, told):
    town, zana = square.town, square.zana
    asked = await add(square, day)
    assert asked.text == f"Nobody works on {told} as a rule. Does your institution work then?"
    assert "day" not in await noted(town)
    asked = await town.press(zana, "Yes, we work on that day")
    assert "Working day by decision of the government" in asked.labels
    shown = await town.press(zana, "Working day by decision")
    assert f"• {told}: Working day by decision of the government (worked)" in shown.text
    assert "worked day" in await noted(town)


async def test_a_rest_day_that_is_worked_counts_for_new_deadlines_and_shortens_no_old_one(square):
    town, ana, zana = square.town, square.ana, square.zana
    await announce(town, zana, title="Taksat", deadline=date(2023, 7, 18))
    before = len(town.seen(ana))
    await add(square, "8.7.2023")
    await town.press(zana, "Yes, we work on that day")
    await town.press(zana, "Working day by decision")
    assert texts_since(town, ana, before) == ""
    async with town.service.database.reading() as unit:
        calendar = await unit.places.calendar(town.institution)
    assert comment_deadline(date(2023, 6, 20), calendar) == date(2023, 7, 18)
    shown = await town.press(zana, "Remove: 8 July")
    assert "8 July 2023" not in shown.text
    async with town.service.database.reading() as unit:
        calendar = await unit.places.calendar(town.institution)
    assert comment_deadline(date(2023, 6, 20), calendar) == date(2023, 7, 19)


async def test_a_day_that_was_counted_as_worked_is_given_back_when_it_is_none(square):
    town, ana, zana = square.town, square.ana, square.zana
    await add(square, "8.7.2023")
    await town.press(zana, "Yes, we work on that day")
    await town.press(zana, "Working day by decision")
    await announce(town, zana, title="Taksat", deadline=date(2023, 7, 18))
    before = len(town.seen(ana))
    await town.say(zana, "/zyra")
    await town.press(zana, "Days off")
    await town.press(zana, "Remove: 8 July")
    assert any("Removed." in text and "1 deadline ends later because of it" in text for text in town.seen(zana))
    told = texts_since(town, ana, before)
    assert "Taksat" in told
    assert "Comments until: Wednesday, 19 July 2023" in told


@pytest.mark.parametrize("day", ["10.7.2023", "8.7.2023"])
async def test_a_day_that_is_on_the_list_is_not_written_down_twice(square, day):
    town, zana = square.town, square.zana
    await add(square, "10.7.2023")
    await add(square, "8.7.2023")
    await town.press(zana, "Yes, we work on that day")
    await town.say(zana, "Vendim")
    assert "That day is on the list already." in (await add(square, day)).text


@pytest.mark.parametrize(("day", "said"), [("29.2.2023", "in no calendar"), ("3.4.2022", "past already")])
async def test_a_day_that_cannot_be_is_not_taken(square, day, said):
    refused = await add(square, day)
    assert said in refused.text


async def test_only_an_administrator_finds_the_days_and_only_of_their_own_institution(square):
    town = square.town
    era = await town.officer("Era", role=Role.COORDINATOR)
    assert "Days off" not in (await town.say(era, "/zyra")).labels
    place = type("Place", (), {"town": town})
    for data in ("do~0", "do~1", "da~1", "dr~1~1"):
        assert "Only a coordinator of this institution can do that." in await forged(place, era, data)
    assert "not here" in await forged(place, square.zana, "dr~1~1") or "not for you" in town.heard(square.zana).text
