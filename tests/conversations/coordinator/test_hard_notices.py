"""Notices and dates at the edge: sixty meetings, titles without end, an hour that the clocks leave out, 29 February."""

from datetime import date, timedelta

import pytest

from tests.conversations.coordinator.test_life import managed
from tests.conversations.steps import publish_despite

FIRST = date(2023, 9, 4)
SIXTY = [FIRST + timedelta(days=number) for number in range(60)]


def notice(*lines: str, title: str = "Buxheti 2024") -> str:
    return "\n".join(("NJOFTIM", f"Tema: {title}", "Takimet publike zhvillohen sipas ligjit nr. 146/2014:", *lines))


async def pasted(town, era, *pieces: str):
    await town.say(era, "/publiko")
    for piece in pieces:
        await town.say(era, piece)
    return await town.press(era, "That was all")


async def test_sixty_meetings_in_one_notice_are_all_announced_and_found(town, era):
    ana = await town.citizen("Ana", "English")
    lines = [f"{n}. Njësia {n} – {day:%d.%m.%Y}, ora 10:00, salla {n}" for n, day in enumerate(SIXTY, 1)]
    half = len(lines) // 2
    await pasted(town, era, notice(*lines[:half]), "\n".join(lines[half:]))
    await town.press(era, "Go on")
    await publish_despite(town, era)
    async with town.service.database.reading() as unit:
        (found,) = await unit.consultations.of(town.institution)
        meetings = await unit.meetings.of(found.id)
    assert len(meetings) == 60
    assert all(len(message.text) <= 4_096 for message in ana.chat().messages)
    await town.start(ana, f"k_{found.id}")
    await town.press(ana, "I will come")
    offered = [label for label in town.heard(ana).labels if "10:00" in label]
    assert len(set(offered)) == 60, "each place can be chosen"
    await town.press(ana, offered[-1])
    assert "2 November" in town.heard(ana).text
    shown = await managed_by(town, era)
    assert "Buxheti 2024" in shown.text


async def managed_by(town, era):
    await town.say(era, "/zyra")
    await town.press(era, "Consultations")
    return await town.press(era, "Buxheti 2024")


async def test_a_title_without_end_is_asked_for_again_and_nothing_is_lost(town, era):
    await pasted(town, era, notice("Takim publik më 25.7.2023, ora 11:00, në Sallën e Këshillit."))
    await town.press(era, "Title")
    told = await town.say(era, "ë" * 4_000)
    assert "A title has one to 300 characters." in told.text
    shown = await town.say(era, "Taksat vendore")
    assert "Taksat vendore" in "\n".join(town.seen(era)[-2:])
    assert "Go on" in shown.labels


async def test_a_notice_whose_title_has_no_end_is_still_read(town, era):
    shown = await pasted(town, era, notice("Takim publik më 25.7.2023, ora 11:00.", title="fjalë " * 600))
    assert "Go on" in shown.labels
    assert all(len(text) <= 4_096 for text in town.seen(era))


@pytest.mark.parametrize("hour", ["02:30", "02:00"])
async def test_an_hour_that_the_clocks_leave_out_is_kept_as_the_one_that_comes(town, era, hour):
    await pasted(town, era, notice(f"Takim publik më 31.3.2024, ora {hour}, në Sallën e Këshillit."))
    await town.press(era, "Go on")
    await publish_despite(town, era)
    async with town.service.database.reading() as unit:
        (found,) = await unit.consultations.of(town.institution)
        (meeting,) = await unit.meetings.of(found.id)
    assert meeting.venue.starts_at.isoformat().startswith("2024-03-31T01:")
    assert "31 March 2024, 03:" in (await managed_meeting(town, era)).text


async def managed_meeting(town, era):
    await town.say(era, "/zyra")
    return await town.press(era, "Meetings ahead")


@pytest.mark.parametrize("day", ["29.2.2025", "31.11.2023", "0.0.2024"])
async def test_a_day_that_is_in_no_calendar_extends_nothing(square, day):
    town, zana = square.town, square.zana
    await managed(square)
    await town.press(zana, "Give more time")
    told = await town.say(zana, day)
    assert "Until which day may people comment now?" in told.text
    assert "18 August 2023" in (await managed(square)).text


async def test_hours_that_end_before_they_begin_are_not_taken(town, era):
    await pasted(town, era, notice("Takim publik më 25.7.2023, ora 14:00–11:00, në Sallën e Këshillit."))
    preview = town.seen(era)[-2]
    assert "ora 14:00, në Sallën e Këshillit" in preview
    assert "11:00" not in preview
