"""The matrix of a plan is filled in from what was kept of its consultation: each number is the one that was played."""

import json
from dataclasses import replace
from datetime import date, time, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from documents.reading.plan import read_plan, read_plan_file
from participation.clock import wall
from participation.consultations.model import Terms
from participation.consultations.plan import Plan
from participation.consultations.usecases import publish
from participation.ids import MeetingId
from participation.meetings.heard import Heard
from participation.meetings.model import Venue
from participation.meetings.present import Actor, Headcount, Listing, NewPresent
from tests.conversations.coordinator.test_plans import desk, fill, paste
from tests.conversations.steps import comment
from tests.conversations.test_meetings import move

SEED = Path(__file__).parents[4] / "shared" / "seeds" / "004-plani-i-konsultimit-mb.txt"
MEETING = MeetingId(1)
HELD = wall(date(2023, 7, 25), time(15))


def rows_of(message) -> dict[str, list[str]]:
    """The rows of all tables of a Word file, each by its first cell without its box."""
    tables = Document(BytesIO(message.file.content)).tables
    rows = [[cell.text for cell in row.cells] for table in tables for row in table.rows]
    return {row[0].lstrip("☐☒ ").casefold(): row[1:] for row in rows}


async def was_there(town, meeting: MeetingId, *people: NewPresent) -> None:
    async with town.service.database.transaction() as unit:
        await unit.presence.add(meeting, people)


async def plan(square):
    """A plan of the consultation, made before its meeting, with a value for each count."""
    town, zana = square.town, square.zana
    await town.say(zana, "/zyra")
    await town.press(zana, "Consultations")
    await town.press(zana, "Plani Social")
    await town.press(zana, "Consultation plan")
    await town.press(zana, "From this consultation")
    for label, planned in (
        ("Number of methods", "4"),
        ("Number of parties", "2"),
        ("Number of participants", "10"),
        ("Number of comments", "disa"),
    ):
        await town.press(zana, "Monitoring")
        await town.press(zana, label)
        await town.press(zana, "Choose it")
        await fill(town, zana, "Planned value", planned)
        await town.press(zana, "Back to the plan")


async def taken(square, name: str = "Plani Social"):
    await desk(square.town, square.zana)
    await square.town.press(square.zana, name)
    return rows_of(await square.town.press(square.zana, "Plan with the matrix filled in"))


async def test_before_anything_happened_each_empty_cell_says_why(square):
    await plan(square)
    rows = await taken(square)
    assert rows["numri i pjesëmarrësve"][0] == "10"
    assert "nuk" in rows["numri i pjesëmarrësve"][1]
    assert rows["numri i komenteve të pranuara"][1] == "0"
    assert "☐ po" in rows["numri i pjesëmarrësve"][2]
    assert "" not in [cell for row in rows.values() for cell in row]


async def test_each_value_is_the_count_of_what_was_played(square):
    town = square.town
    await plan(square)
    await comment(town, square.ana, "A bus.")
    await by_hand(square, "Zyra e taksave", "E-mail")
    town.clock.set(HELD)
    await was_there(
        town,
        MEETING,
        NewPresent(Actor.CIVIL_SOCIETY, listing=Listing("Mira", "Shoqata Drita")),
        NewPresent(Actor.CIVIL_SOCIETY, listing=Listing("Agim", "shoqata drita")),
        NewPresent(Actor.BUSINESS, Headcount(13, about=True)),
    )
    rows = await taken(square)
    assert rows["numri i metodave të konsultimit"][1] == "4"
    assert "☒ po" in rows["numri i metodave të konsultimit"][2]
    assert rows["numri i palëve të përfshira"][1] == "2"
    assert rows["numri i pjesëmarrësve"][1] == "rreth 15"
    assert "☒ po" in rows["numri i pjesëmarrësve"][2]
    assert rows["numri i komenteve të pranuara"][1] == "2"
    assert "☐ po   ☐ jo" in rows["numri i komenteve të pranuara"][2]
    on_time = rows["a u realizuan aktivitetet sipas afatit të planifikuar?"]
    assert "☒ po" in on_time[0]


async def test_the_plan_as_data_has_the_same_counts_and_says_by_a_code_what_is_missing(square):
    town = square.town
    await plan(square)
    await comment(town, square.ana, "A bus.")
    await desk(town, square.zana)
    await town.press(square.zana, "Plani Social")
    given = await town.press(square.zana, "Plan as open data")
    data = json.loads(given.file.content)
    assert data["name"] == "Plani Social 2024–2027"
    assert [row["day"] for row in data["activities"]] == ["2023-07-25"]
    rows = {row["indicator"]: row for row in data["monitoring"]["quantities"]}
    assert rows["comments"]["achieved"] == {"number": 1, "about": False}
    assert rows["participants"]["achieved"] == {"missing": "not_collected"}
    assert rows["participants"]["planned"] == "10"
    assert data["resources"] == {"human": None, "financial": None, "equipment": None}


async def by_hand(square, organisation: str, channel: str) -> None:
    """A comment of an organisation that came another way."""
    town, zana = square.town, square.zana
    await town.say(zana, "/zyra")
    for step in ("Consultations", "Plani Social", "Add a comment from elsewhere", channel, "Today"):
        await town.press(zana, step)
    await town.say(zana, "Më pak letra.")
    await town.press(zana, "The name of an organisation")
    await town.say(zana, organisation)
    await town.press(zana, "Keep")


async def test_a_meeting_that_was_moved_later_was_not_held_in_time(square):
    town, zana = square.town, square.zana
    await plan(square)
    await move(town, zana, Venue(wall(date(2023, 7, 28), time(11)), "Salla e Këshillit Bashkiak"))
    town.clock.set(HELD + timedelta(days=5))
    rows = await taken(square)
    assert "☒ jo" in rows["a u realizuan aktivitetet sipas afatit të planifikuar?"][0]


async def heard(square, **counts: int) -> None:
    """So many answers after the meeting, each of somebody else."""
    async with square.town.service.database.transaction() as unit:
        for step in Heard:
            for number in range(counts.get(step.value, 0)):
                chat = 10_000 + 100 * list(Heard).index(step) + number
                stranger = await unit.addresses.person_at(square.town.bot.id, chat)
                await unit.voices.count(MEETING, stranger, step)


EXPECTATIONS = "përmbushja e pritshmërive të pjesëmarrësve"


async def test_marks_are_told_only_where_no_count_of_them_is_hidden(square):
    town = square.town
    await plan(square)
    town.clock.set(HELD)
    assert "nuk" in (await taken(square))[EXPECTATIONS][0]
    await heard(square, much=9, partly=2)
    told = (await taken(square))[EXPECTATIONS][0]
    assert "11" not in told
    assert "Nota mesatare" not in told
    await heard(square, partly=7, little=6, **{"not": 5})
    assert "Nota mesatare 2,7 nga 4; përgjigje: 27" in (await taken(square))[EXPECTATIONS][0]


@pytest.mark.skipif(not SEED.exists(), reason="the seeds are not beside this checkout")
async def test_the_plan_of_the_seed_with_its_six_meetings_is_filled_in(town, era):
    text = SEED.read_text(encoding="utf-8")
    meant = read_plan(text).plan
    terms = Terms("Antitrafikimi 2024–2025", email="a@mb.example", register_url="https://register.example/1140")
    places = [f"Salla, {row.place}" if row.place else "MKR" for row in meant.activities]
    days = [row.day for row in meant.activities]
    assert None not in days
    venues = [Venue(wall(day, time(11)), place) for day, place in zip(days, places, strict=True)]
    async with town.service.database.transaction() as unit:
        by = await unit.addresses.find(town.bot.id, era.id)
        now = town.clock.now()
        await publish(
            Plan(terms, tuple(venues)), institution=town.institution, by=by, at=None, overridden=(), uow=unit, now=now
        )
    await town.settle()
    await paste(town, era, text)
    await town.press(era, "For which consultation")
    await town.press(era, "Antitrafikimi")
    town.clock.set(wall(date(2023, 11, 20), time(10)))
    people = 0
    for number, row in enumerate(meant.activities, 1):
        listed = [
            NewPresent(Actor.INSTITUTION, listing=Listing(f"N{n}", each)) for n, each in enumerate(row.organisations)
        ]
        await was_there(town, MeetingId(number), *listed, NewPresent(Actor.CITIZEN, Headcount(number)))
        people += len(listed) + number
    await desk(town, era)
    await town.press(era, "Për një ndryshim" if meant.name.startswith("Për") else meant.name[:12])
    given = await town.press(era, "Plan with the matrix filled in")
    again = read_plan_file(given.file.content).plan
    assert replace(again, monitoring=meant.monitoring) == meant
    rows = rows_of(given)
    assert rows["numri i pjesëmarrësve"][1] == str(people)
    different = {" ".join(each.casefold().split()) for row in meant.activities for each in row.organisations}
    assert rows["numri i palëve të përfshira"][1] == str(len(different))
    assert rows["numri i metodave të konsultimit"][1] == "3"
    assert "1 takim i grupit të punës" in rows["numri i metodave të konsultimit"][0]
    assert rows["numri i komenteve të pranuara"][1] == "0"
    assert "☒ po" in rows["a u realizuan aktivitetet sipas afatit të planifikuar?"][0]
