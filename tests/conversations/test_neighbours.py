"""Whoever follows two municipalities is told in every list which of them asks; whoever follows one, is not."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.setup import FirstInstitution, ensure_institution
from participation.clock import wall
from tests.conversations.steps import comment
from tests.town import announce


@pytest.fixture
async def both(square):
    """Ana follows Përmet and Këlcyrë, and both announce their budget."""
    town, ana = square.town, square.ana
    neighbour = await ensure_institution(FirstInstitution("Bashkia Këlcyrë", "Këlcyrë", "KE"), town.service.database)
    await town.say(ana, "/ndjek")
    await town.press(ana, "Add a municipality")
    await town.say(ana, "Këlcyrë")
    await town.press(ana, "The whole municipality")
    beni = await town.officer("Beni", institution="Bashkia Këlcyrë")
    await announce(replace(town, institution=neighbour), beni, title="Plani Social 2024–2027")
    return town, ana


async def test_what_is_open_says_whose_it_is_and_until_when(both):
    town, ana = both
    shown = await town.say(ana, "/hapur")
    assert shown.labels[:2] == ["Bashkia Përmet: Plani Social 2024–2027", "Bashkia Këlcyrë: Plani Social 2024–2027"]
    assert "Bashkia Këlcyrë: Plani Social 2024–2027\nComments until: Friday, 18 August 2023." in shown.text


async def test_where_one_institution_asks_its_name_is_not_repeated(square):
    shown = await square.town.say(square.ana, "/hapur")
    assert shown.labels[0] == "Plani Social 2024–2027"
    assert "Comments until: Friday, 18 August 2023." in shown.text


async def test_loose_words_are_offered_a_place_that_can_be_told_from_the_other(both):
    town, ana = both
    asked = await town.say(ana, "More benches.")
    assert "Comment on: Bashkia Këlcyrë: Plani Social 2024–2027" in asked.labels


async def test_two_comments_at_once_are_told_apart_by_who_asks(both):
    town, ana = both
    await town.say(ana, "/hapur")
    await town.press(ana, "Bashkia Përmet")
    await town.press(ana, "Comment")
    await town.say(ana, "More benches.")
    await town.say(ana, "/hapur")
    await town.press(ana, "Bashkia Këlcyrë")
    torn = await town.press(ana, "Comment")
    assert "“Bashkia Përmet: Plani Social 2024–2027”" in torn.text
    assert "Drop it and write on: Bashkia Këlcyrë: Plani Social 2024–2027" in torn.labels


async def test_ones_own_say_whose_it_is(both):
    town, ana = both
    await comment(town, ana, "More benches.", on="Bashkia Përmet")
    await comment(town, ana, "More lamps.", on="Bashkia Këlcyrë")
    assert "Bashkia Këlcyrë: Plani Social" in (await town.say(ana, "/te_miat")).text


async def test_what_one_follows_says_whose_it_is(both):
    town, ana = both
    for number in (1, 2):
        await town.start(ana, f"k_{number}")
        await town.press(ana, "Remind me")
    assert "– Bashkia Këlcyrë: Plani Social 2024–2027" in (await town.say(ana, "/ndjek")).text


async def test_a_meeting_and_its_reminder_say_who_holds_it(both):
    town, ana = both
    assert "Bashkia Këlcyrë" in (await town.start(ana, "t_2")).text
    await town.press(ana, "Yes")
    await town.until(wall(date(2023, 7, 22), time(12)), timedelta(hours=20))
    assert any("The meeting is in 3 days" in text and "Bashkia Këlcyrë" in text for text in town.seen(ana))


async def test_who_looks_at_a_municipality_that_they_do_not_follow_sees_its_name(square):
    town, ana = square.town, square.ana
    neighbours = {m.name: m.id for m in await _places(town)}
    shown = await town.start(ana, f"b_{neighbours['Këlcyrë']}")
    assert "No consultation is open in Këlcyrë right now." in shown.text
    assert "Tell me of everything in Këlcyrë" in shown.labels


async def _places(town):
    async with town.service.database.reading() as unit:
        return await unit.places.municipalities()
