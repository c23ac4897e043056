"""Official papers from the chat: who came, minutes, the report of a meeting, the year; as Word files, read back."""

from datetime import date, time, timedelta
from io import BytesIO

import pytest
from docx import Document

from bot.setup import FirstInstitution, ensure_institution
from participation.clock import wall
from participation.ids import MeetingId
from participation.meetings.minutes import Contribution, Minutes, Revision
from participation.meetings.model import Venue
from participation.meetings.present import Actor, Headcount, Listing, NewPresent
from tests.conversations.coordinator.notes import noted
from tests.conversations.steps import comment, forged
from tests.conversations.test_checking_in import open_door

MEETING = MeetingId(1)
RECORD = Minutes(
    Venue(wall(date(2023, 7, 25), time(11, 5)), "Salla e Këshillit", wall(date(2023, 7, 25), time(12, 40))),
    "Shërbimet sociale",
    moderator="Zana Lleshi",
    agenda=("Hapja", "Diskutimi"),
    said=(Contribution("Ana Koçi", "Shoqata Drita", "Duhen më shumë autobusë."),),
    recommendations=("Një linjë për fshatrat.",),
    decisions=("Linja hapet në shtator.",),
    present=Headcount(15, about=True),
    closing="Linja e re provohet një vit.",
)


def words_of(message) -> str:
    """All that stands in a Word file."""
    document = Document(BytesIO(message.file.content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in document.paragraphs), *cells))


@pytest.fixture
async def held(square):
    """A meeting that is over, with people on its list."""
    town = square.town
    await comment(town, square.ana, "A bus.")
    await town.until(wall(date(2023, 7, 25), time(15)), timedelta(days=2))
    async with town.service.database.transaction() as unit:
        for new in (
            NewPresent(Actor.CIVIL_SOCIETY, listing=Listing("Ana Koçi", "Shoqata Drita", "drejtuese")),
            NewPresent(Actor.CITIZEN),
            NewPresent(Actor.BUSINESS, Headcount(4, about=True)),
        ):
            await unit.presence.add(MEETING, [new])
    return square


async def finish(square) -> None:
    async with square.town.service.database.transaction() as unit:
        await unit.minutes.put(MEETING, Revision(RECORD, 0, square.town.clock.now()))


async def papers(square):
    town, zana = square.town, square.zana
    await town.say(zana, "/zyra")
    await town.press(zana, "Consultations")
    await town.press(zana, "Plani Social")
    return await town.press(zana, "Official papers")


async def test_before_a_meeting_is_held_there_is_no_paper_of_it(square):
    shown = await papers(square)
    assert "No meeting has been held yet" in shown.text
    assert not any("Minutes" in label or "participants" in label for label in shown.labels)


async def test_the_list_tells_who_checked_in_themselves(square):
    town, ana = square.town, square.ana
    town.clock.set(wall(date(2023, 7, 25), time(10, 30)))
    _, link = await open_door(town, square.zana)
    await town.start(ana, link)
    for label in ("Civil society", "Yes, with my name"):
        await town.press(ana, label)
    await town.say(ana, "Ana Koçi, Shoqata Drita, drejtuese")
    await town.press(ana, "Yes, I agree")
    town.clock.set(wall(date(2023, 7, 25), time(12)))
    await papers(square)
    assert "vetë, me telefon" in words_of(await town.press(square.zana, "List of participants"))


async def test_the_list_names_who_agreed_and_counts_all_others(held):
    await papers(held)
    words = words_of(await held.town.press(held.zana, "List of participants"))
    assert "LISTA E PJESËMARRËSVE" in words.upper()
    assert "Ana Koçi" in words
    assert "Shoqata Drita" in words
    assert "Të pranishëm\nrreth 6" in words
    assert "Të shënuar në listë\nrreth 6" in words
    assert "qytetarë: 1, organizata të shoqërisë civile: 1, biznese: rreth 4" in words
    assert "Pa emër u numëruan rreth 5 persona." in words
    assert "në listën me shkrim" in words
    assert "vetë, me telefon" not in words
    assert "list of participants taken" in await noted(held.town)


async def test_there_are_no_minutes_before_the_record_is_finished_and_the_page_leads_to_it(held):
    shown = await papers(held)
    assert not any("Minutes" in label for label in shown.labels)
    assert "come from its record" in shown.text
    assert "Record of the meeting" in (await held.town.press(held.zana, "Write the record, 25 July 2023")).text
    assert "not finished yet" in await forged(held, held.zana, "om~1~0")
    await finish(held)
    shown = await papers(held)
    assert "come from its record" not in shown.text
    assert sum("25 July 2023" in label for label in shown.labels) == 2


async def test_the_minutes_say_what_the_record_says(held):
    await finish(held)
    await papers(held)
    words = words_of(await held.town.press(held.zana, "Minutes, "))
    for part in (
        "PROCESVERBAL", "BASHKIA PËRMET", "Zana Lleshi", "Salla e Këshillit", "11:05", "12:40", "rreth 15",
        "Duhen më shumë autobusë.", "Një linjë për fshatrat.", "Linja hapet në shtator.", "Ana Koçi",
    ):  # fmt: skip
        assert part in words, part


async def test_the_report_of_a_meeting_has_its_five_headings_and_names_nobody_who_spoke(held):
    await finish(held)
    await papers(held)
    words = words_of(await held.town.press(held.zana, "Report of the meeting"))
    for part in (
        "1. Qëllimi i takimit\nBashkia vendos për shërbimet sociale të katër viteve.",
        "2. Pjesëmarrësit",
        "3. Përmbajtja e diskutimeve",
        "4. Përfundime dhe rekomandime",
        "5. Përfundim\nLinja e re provohet një vit.",
        "Linja hapet në shtator.",
        "Në takim morën pjesë rreth 15 persona. Lloji u shënua për rreth 6 – qytetarë: 1, "
        "organizata të shoqërisë civile: 1, biznese: rreth 4.",
    ):
        assert part in words, part
    assert "Ana Koçi" not in words


async def test_the_report_of_a_year_counts_what_was_kept(held):
    town, zana = held.town, held.zana
    await town.say(zana, "/zyra")
    await town.press(zana, "Papers of the year")
    words = words_of(await town.press(zana, "Annual report"))
    assert "Plani Social 2024–2027" in words


async def test_papers_are_for_nobody_else_by_no_button(held):
    town = held.town
    await finish(held)
    await ensure_institution(FirstInstitution("Qarku Gjirokastër", "Përmet", "QG"), town.service.database)
    stranger = await town.officer("Mira", institution="Qarku Gjirokastër")
    for person in (stranger, held.ana):
        before = len([m for m in person.chat().messages if m.file])
        for data in (
            "op~1",
            "ol~1",
            "opr~1~report",
            "opr~1~csv",
            "opr~1~json",
            "om~1~0",
            "om~1~1",
        ):
            said = await forged(held, person, data)
            assert "Plani Social" not in said
        assert len([m for m in person.chat().messages if m.file]) == before


async def test_the_report_tells_time_meetings_comments_and_what_was_passed_over(held):
    town, zana = held.town, held.zana
    await finish(held)
    await town.say(zana, "/zyra")
    await town.press(zana, "Consultations")
    await town.press(zana, "Plani Social")
    await town.press(zana, "Give more time")
    await town.say(zana, "25.8.2023")
    await town.say(zana, "Kërkuar nga banorët.")
    await town.press(zana, "Change it and tell everybody")
    await town.until(wall(date(2023, 8, 28), time(10)), timedelta(days=3))
    await town.say(zana, "/zyra")
    await town.press(zana, "Consultations")
    await town.press(zana, "Plani Social")
    await town.press(zana, "Publish what became of the comments")
    await town.press(zana, "Publish it without deciding them")
    await town.say(zana, "Këshilli e kërkoi.")
    await town.press(zana, "Publish what became of the comments")
    await papers(held)
    words = words_of(await town.press(zana, "Report of the consultation"))
    for part in (
        "RAPORTI I KONSULTIMIT", "Plani Social 2024–2027", "Kërkuar nga banorët.", "25.08.2023", "rreth 15",
        "A bus.", "përmbledhje me komente pa vendim", "Këshilli e kërkoi.", "organizata",
    ):  # fmt: skip
        assert part.casefold() in words.casefold(), part


@pytest.mark.parametrize(
    ("label", "name", "begins"),
    [
        ("Table of comments (Word)", ".docx", b"PK"),
        ("Table of comments (Excel)", ".xlsx", b"PK"),
        ("Table of comments (CSV)", ".csv", b"\xef\xbb\xbf"),
        ("Open data", ".json", b"{"),
        ("Charts", ".png", b"\x89PNG"),
    ],
)
async def test_each_form_comes_as_a_file_of_its_kind(held, label, name, begins):
    await papers(held)
    given = await held.town.press(held.zana, label)
    assert given.file.content.startswith(begins)
    assert given.kind == "photo" or given.file.name.endswith(name)


async def test_the_open_data_hold_no_word_and_no_receipt_of_anybody(held):
    await papers(held)
    given = await held.town.press(held.zana, "Open data")
    text = given.file.content.decode()
    assert '"received": 1' in text
    for word in ("A bus.", "PR-2023-0001", "Ana Koçi"):
        assert word not in text


async def test_each_chart_says_in_words_what_it_shows(held):
    await papers(held)
    before = len(held.zana.chat().messages)
    await held.town.press(held.zana, "Charts")
    shown = [message.text for message in held.zana.chat().messages[before:] if message.file]
    assert len(shown) == len(set(shown)) == 5
    assert "Chart: who came to the meetings" in shown


async def test_without_comments_and_meetings_there_is_nothing_to_draw(square):
    await papers(square)
    assert "nothing to draw" in (await square.town.press(square.zana, "Charts")).text
