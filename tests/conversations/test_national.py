"""A ministry asks the whole country: whoever follows any place hears of it, and it is open everywhere."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.setup import FirstInstitution, ensure_institution
from participation.clock import wall
from tests.town import MIDSUMMER, announce

MINISTRY = FirstInstitution("Ministria e Drejtësisë", None, "MD", email="konsultime@drejtesia.example")
TITLE = "Ligji për njoftimin"


@pytest.fixture
async def ministry(town):
    """A town in which a ministry announces too; its coordinator is Mimoza."""
    institution = await ensure_institution(MINISTRY, town.service.database)
    mimoza = await town.officer("Mimoza", institution=MINISTRY.name)
    return replace(town, institution=institution), mimoza


async def test_whoever_follows_any_place_hears_of_it_once(ministry):
    town, mimoza = ministry
    here = await town.citizen("Here", language="English")
    there = await town.citizen("There", language="English", place="Konispol")
    nowhere = town.newcomer("Nowhere")
    await town.start(nowhere)
    away = await town.citizen("Away", language="English")
    await town.say(away, "/ndal")
    await announce(town, mimoza, title=TITLE)
    heard = town.who_sees([here, there, nowhere, away], "asks for your opinion")
    assert heard == {here.id: 1, there.id: 1, nowhere.id: 0, away.id: 0}
    assert "Ministria e Drejtësisë" in town.heard(here).text


@pytest.mark.parametrize("place", ["Përmet", "Konispol"])
async def test_it_is_open_wherever_somebody_lives(ministry, place):
    town, mimoza = ministry
    ana = await town.citizen("Ana", language="English", place=place)
    await announce(town, mimoza, title=TITLE)
    assert TITLE in (await town.say(ana, "/hapur")).labels
    shown = await town.press(ana, TITLE)
    assert "Comment" in shown.labels
    assert "Tell me of everything" not in " ".join(shown.labels)


async def test_it_is_open_to_whoever_follows_nothing_and_to_whoever_comes_by_a_link_to_a_place(ministry):
    town, mimoza = ministry
    await announce(town, mimoza, title=TITLE)
    beni = town.newcomer("Beni", "en")
    await town.start(beni, "b_1")
    await town.press(beni, "English")
    assert TITLE in town.heard(beni).labels


async def test_what_is_said_loosely_can_be_said_on_it(ministry):
    town, mimoza = ministry
    ana = await town.citizen("Ana", language="English", place="Konispol")
    await announce(town, mimoza, title=TITLE)
    asked = await town.say(ana, "The register should be public.")
    assert any(TITLE in label for label in asked.labels)


async def test_a_meeting_that_moves_is_told_everywhere(ministry):
    town, mimoza = ministry
    ana = await town.citizen("Ana", language="English", place="Konispol")
    await announce(town, mimoza, title=TITLE)
    await town.say(mimoza, "/zyra")
    await town.press(mimoza, "Meetings ahead")
    await town.press(mimoza, town.heard(mimoza).labels[0])
    await town.press(mimoza, "Cancel the meeting")
    await town.press(mimoza, "The hall is not free.")
    await town.press(mimoza, "Cancel the meeting and tell everybody")
    await town.until(wall(MIDSUMMER.date() + timedelta(days=1), MIDSUMMER.time()))
    assert "cancelled" in town.heard(ana).text


async def test_a_municipality_s_own_stays_its_own(ministry):
    town, _ = ministry
    far = await town.citizen("Far", language="English", place="Konispol")
    permet = await ensure_institution(
        replace(MINISTRY, name="Bashkia Përmet", municipality="Përmet", prefix="PR"), town.service.database
    )
    zana = await town.officer("Zana")
    await announce(replace(town, institution=permet), zana)
    assert town.who_sees([far], "asks for your opinion") == {far.id: 0}
    assert "No consultation is open" in (await town.say(far, "/hapur")).text
