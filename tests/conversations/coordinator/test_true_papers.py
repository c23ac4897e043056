"""A paper says what is so, and nothing else: time, cancellation, ways of asking, who came, the year of a comment."""

import json
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from documents.writing.said import day_said
from participation.clock import wall
from participation.consultations.model import Kind, Terms
from participation.consultations.plan import Plan
from participation.consultations.usecases import publish
from participation.ids import MeetingId
from participation.meetings.model import Venue
from participation.meetings.present import Actor, Headcount, Listing, NewPresent
from tests.conversations.coordinator.test_papers import words_of
from tests.conversations.coordinator.test_plan_matrix import rows_of, was_there
from tests.conversations.coordinator.test_year import planned, year
from tests.conversations.steps import comment, forged

ROADS = "Rrugët e fshatrave"
HALL, SCHOOL = "Salla e Këshillit", "Shkolla e Petranit"
DAYS = wall(date(2023, 7, 18), time(11)), wall(date(2023, 7, 19), time(11))


async def announce(square, *venues: Venue, **said: object) -> None:
    """A second consultation, with what the notice says of it."""
    town, zana = square.town, square.zana
    terms = Terms(ROADS, "Cilat rrugë shtrohen.", kind=Kind.DRAFT, **said)
    async with town.service.database.transaction() as unit:
        by = await unit.addresses.find(town.bot.id, zana.id)
        await publish(
            Plan(terms, venues), institution=town.institution, by=by, at=None, overridden=(), uow=unit,
            now=town.clock.now(),
        )  # fmt: skip
    await town.settle()


async def page(square, *labels: str):
    """The page of that consultation at the desk, and further."""
    town, zana = square.town, square.zana
    await town.say(zana, "/zyra")
    shown = await town.press(zana, "Consultations")
    for label in (ROADS, *labels):
        shown = await town.press(zana, label)
    return shown


async def report(square) -> tuple[str, dict[str, object]]:
    """The words of the report, and its open data."""
    words = words_of(await page(square, "Official papers", "Report of the consultation"))
    return words, json.loads((await square.town.press(square.zana, "Open data")).file.content)


async def typed_in(square, way: str, words: str) -> None:
    await page(square, "Add a comment from elsewhere", way, "Today")
    await square.town.say(square.zana, words)
    await square.town.press(square.zana, "Without a name")
    await square.town.press(square.zana, "Keep the comment")


async def sum_up(square) -> None:
    await page(square, "Begin to examine the comments", "Yes, begin")
    await page(square, "Publish what became of the comments")
    await square.town.press(square.zana, "Publish it without deciding them")
    await square.town.say(square.zana, "Puna vazhdon.")
    await square.town.press(square.zana, "Publish what became of the comments")


async def call_off(square, reason: str = "Paratë nuk u dhanë.") -> None:
    await page(square, "Cancel the consultation")
    await square.town.say(square.zana, reason)
    await square.town.press(square.zana, "Cancel the consultation and tell everybody")


async def tables(square, *labels: str) -> list[list[list[str]]]:
    """The tables of a paper of the year."""
    document = Document(BytesIO((await year(square, *labels)).file.content))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def table(found: Sequence[list[list[str]]], heading: str) -> list[list[str]]:
    return next(rows[1:] for rows in found if rows[0][0] == heading)


# time


async def test_a_notice_without_a_deadline_has_none_in_its_report(square):
    await announce(square)
    await comment(square.town, square.ana, "Asfalt.", ROADS)
    words, data = await report(square)
    assert "Njoftimi nuk cakton afat për komente. Komentet priten ende." in words
    assert "prej tyre pas afatit" not in words
    assert data["deadline"] is None
    assert data["phase"] == "open"


async def test_while_time_runs_comments_are_awaited_and_afterwards_they_were(square):
    await announce(square, deadline=date(2023, 7, 28))
    words, _ = await report(square)
    assert "Komentet priten deri më 28 korrik 2023." in words
    square.town.clock.set(wall(date(2023, 7, 29), time(10)))
    words, data = await report(square)
    assert "Komentet u pritën deri më 28 korrik 2023." in words
    assert (data["deadline"], data["phase"]) == ("2023-07-28", "closed")


@pytest.mark.parametrize("register", ["https://register.example/7", None])
async def test_once_it_is_summed_up_the_report_says_where_it_is_read(square, register):
    await announce(square, register_url=register)
    await comment(square.town, square.ana, "Asfalt.", ROADS)
    words, data = await report(square)
    assert "ende e papublikuar" in words
    assert "Lexohet te" not in words
    await sum_up(square)
    words, data = await report(square)
    link = register or f"https://t.me/{square.town.bot.username}?start=k_2"
    assert data["link"] == link
    assert f"Lexohet te\n{link}" in words
    assert data["summarised_on"] == square.town.clock.now().date().isoformat()


async def test_what_was_called_off_says_when_and_why_in_every_paper(square):
    await announce(square, deadline=date(2023, 8, 10))
    await call_off(square)
    reason = "Paratë nuk u dhanë."
    day = square.town.clock.now().date()
    told = f"anuluar më {day_said(day)}: {reason}"
    words, data = await report(square)
    assert told in words
    assert f"komentet u pritën deri më {day_said(day)}." in words
    assert data["cancelled"] == {"day": day.isoformat(), "reason": reason}
    yearly = await tables(square, "Annual report")
    listed = next(rows for rows in yearly if rows[0] == ["Konsultimi", "Anuluar më", "Arsyeja"])
    assert listed[1:] == [[ROADS, f"{day:%d.%m.%Y}", reason]]
    assert told in words_of(await year(square, "Transparency chapter", "Take the chapter"))
    with ZipFile(BytesIO((await year(square, "Repository")).file.content)) as packed:
        assert told in packed.read("index.html").decode()
        assert told in packed.read("permbajtja.csv").decode()


# ways of asking


async def test_an_address_in_the_notice_is_offered_until_somebody_writes_there(square):
    await announce(square, email="konsultime@permet.example")
    words, data = await report(square)
    assert "komente me e-mail (u ofrua, nuk u përdor)" in words
    assert (data["methods"], data["offered"]) == (["bot"], ["email"])
    await typed_in(square, "E-mail", "Asfalt.")
    words, data = await report(square)
    assert "u ofrua" not in words
    assert (data["methods"], data["offered"]) == (["bot", "email"], [])


async def test_paper_and_what_was_said_at_a_meeting_are_ways_too(square):
    await announce(square, Venue(DAYS[0], HALL))
    await typed_in(square, "Paper", "Asfalt.")
    square.town.clock.set(DAYS[0] + timedelta(hours=2))
    await typed_in(square, "Meeting", "Edhe ura.")
    words, data = await report(square)
    assert data["methods"] == ["bot", "meeting", "paper", "spoken"]
    assert "komente me shkrim në letër" in words
    assert "komente me gojë në takim" in words


# who came


async def hold_two(square) -> None:
    """Two meetings: about 25 at the first one, and at the second one nobody has counted yet."""
    await announce(square, *(Venue(day, place) for day, place in zip(DAYS, (HALL, SCHOOL), strict=True)))
    square.town.clock.set(DAYS[1] + timedelta(hours=3))
    await was_there(
        square.town,
        MeetingId(2),
        NewPresent(Actor.CITIZEN, Headcount(20, about=True)),
        NewPresent(Actor.CIVIL_SOCIETY, listing=Listing("Mira", "Shoqata Drita")),
        NewPresent(None, Headcount(4)),
    )


async def test_a_meeting_at_which_nobody_counted_is_said_wherever_the_sum_stands(square):
    await hold_two(square)
    words, data = await report(square)
    assert "Të pranishëm gjithsej: rreth 25 (1 nga 2 takime u numërua)." in words
    assert data["present"] == {"number": 25, "about": True, "meetings": 2, "counted": 1}
    assert "qytetarë\nrreth 20" in words
    assert "lloji nuk u shënua\n4" in words
    assert data["participants"] == {
        "citizen": {"number": 20, "about": True},
        "civil": {"number": 1, "about": False},
        "unknown": {"number": 4, "about": False},
    }
    listed = words_of(await page(square, "Official papers", "List of participants"))
    assert "Të pranishëm\nnuk u numëruan" in listed
    assert "Pa emër u numëruan rreth 24 persona." in listed
    assert "pëlqim" not in listed
    await page(square, "Consultation plan", "From this consultation")
    for step in ("Monitoring", "Number of participants", "Planned value"):
        await square.town.press(square.zana, step)
    await square.town.say(square.zana, "30")
    await square.town.press(square.zana, "Back to the plan")
    row = rows_of(await square.town.press(square.zana, "Plan with the matrix filled in"))["numri i pjesëmarrësve"]
    assert row[1] == "rreth 25 (1 nga 2 takime u numërua)"
    assert "jo çdo takim u numërua" in row[2]


async def test_who_came_to_several_meetings_is_added_and_not_the_largest_taken(square):
    await hold_two(square)
    await was_there(square.town, MeetingId(3), NewPresent(Actor.CIVIL_SOCIETY, Headcount(7)))
    words, data = await report(square)
    assert "Të pranishëm gjithsej: rreth 32." in words
    assert data["present"] == {"number": 32, "about": True, "meetings": 2, "counted": 2}
    assert data["participants"]["civil"] == {"number": 8, "about": False}
    await page(square, "Consultation plan", "From this consultation")
    row = rows_of(await square.town.press(square.zana, "Plan with the matrix filled in"))["numri i pjesëmarrësve"]
    assert row[1] == "rreth 32"


async def test_a_planned_value_chooses_its_indicator(square):
    town, zana = square.town, square.zana
    await announce(square)
    await page(square, "Consultation plan", "From this consultation", "Monitoring", "Number of participants")
    await town.press(zana, "Planned value")
    await town.say(zana, "30")
    await town.press(zana, "Back to the plan")
    words = words_of(await town.press(zana, "Plan as a Word file"))
    assert "☒ numri i pjesëmarrësve" in words
    assert "☐ numri i palëve të përfshira" in words


# the year


async def test_each_comment_counts_in_the_year_in_which_it_came(square):
    town = square.town
    await announce(square, deadline=date(2024, 1, 19))
    for day, words in ((date(2023, 12, 29), "E para."), (date(2024, 1, 3), "E dyta."), (date(2024, 1, 4), "E treta.")):
        town.clock.set(wall(day, time(10)))
        await comment(town, square.ana, words, ROADS)
    this = await tables(square, "Annual report")
    before = await tables(square, "2023", "Annual report")
    for found, count, days in ((before, 1, ["29.12.2023"]), (this, 2, ["03.01.2024", "04.01.2024"])):
        four = {row[0]: row[1] for row in table(found, "Treguesi")}
        assert four["Rekomandime të marra gjithsej"] == str(count)
        assert four["Rekomandime ende pa vendim"] == str(count)
        assert [row[1] for row in table(found, "Nr.")] == days
    received = {row[0]: row[3] for row in table(this, "Konsultimi") if len(row) == 4}
    assert received == {ROADS: "2"}, "Plani Social was over in 2023"


async def test_the_list_behind_the_figures_has_receipt_decision_and_reason_and_nothing_of_a_person(square):
    town = square.town
    await announce(square)
    await comment(town, square.ana, "Asfalt, ju lutem. Ana Koçi", ROADS)
    await sum_up(square)
    words = words_of(await year(square, "Annual report"))
    assert "PR-2023-0001" in words
    assert "pret vendim" in words
    assert "Çdo rekomandim numërohet në vitin kur erdhi" in words
    assert "Asfalt" not in words
    assert "Ana" not in words


@pytest.mark.parametrize("later", [2026, 2031])
async def test_every_year_of_which_anything_is_kept_can_be_asked_for(square, later):
    town = square.town
    await planned(square, "Buxheti 2024; nëntor")
    town.clock.set(datetime(later, 5, 4, 9, tzinfo=town.clock.now().tzinfo))
    shown = await year(square)
    assert {"2023", "2024", str(later - 1), str(later + 1)} <= set(shown.labels)
    assert "2022" not in shown.labels
    four = {row[0]: row[1] for row in table(await tables(square, "2023", "Annual report"), "Treguesi")}
    assert four["Takime publike të mbajtura"] == "1"
    assert "Buxheti 2024" in words_of(await year(square, "2023", "Transparency chapter", "Take the chapter"))
    assert "not here" in (said := await forged(square, square.zana, "oy~1~2019")) or "no longer" in said


async def test_what_was_announced_stands_beside_what_was_planned(square):
    await planned(square, "Plani social; korrik\nBuxheti 2024; nëntor\nRrugët; korrik")
    await announce(square)
    for line, title in (("Plani social", "Plani Social 2024"), ("Rrugët", ROADS)):
        await year(square, "Annual calendar", line, "It has been announced", title)
    assert table(await tables(square, "Annual report"), "Të planifikuara") == [["3", "2", "66,67 %"]]
    await call_off(square)
    found = await tables(square, "Annual report")
    assert table(found, "Të planifikuara") == [["3", "1", "33,33 %"]]
    assert {row[0] for row in next(rows for rows in found if rows[0][0] == "Akti" and rows[0][1] == "Muaji")[1:]} == {
        "Plani social", "Buxheti 2024", "Rrugët",
    }  # fmt: skip


async def test_the_office_hours_are_written_at_the_desk(square):
    town, zana = square.town, square.zana
    words = words_of(await year(square, "Transparency chapter", "Take the chapter"))
    assert "Orari\nnuk është shënuar: shkruhet nga zyra e koordinimit" in words
    await year(square, "Transparency chapter", "Office hours of the coordinator")
    shown = await town.say(zana, "e hënë – e premte, 08:00–16:00")
    assert "Kept." in shown.text
    assert "Orari\ne hënë – e premte, 08:00–16:00" in words_of(await town.press(zana, "Take the chapter"))
    assert "Emri" not in words
