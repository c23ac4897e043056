"""The papers of the year: report, annual calendar, chapter, repository and hand-over, from the chat and read back."""

import csv
import json
from datetime import date, time, timedelta
from hashlib import sha256
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from docx import Document

from bot.setup import FirstInstitution, ensure_institution
from participation.clock import wall
from participation.ids import MeetingId
from participation.meetings.minutes import Revision
from participation.messages import Media, MediaKind
from tests.conversations.coordinator.forums import apply_for, forum_of, told
from tests.conversations.coordinator.notes import noted
from tests.conversations.coordinator.test_papers import RECORD, words_of
from tests.conversations.steps import comment, forged
from tests.town import announce
from tests.unit.documents.test_sheets import opened as cells_of_sheet

LINES = "Buxheti 2024; nëntor; takime në njësi; Drejtoria e Financës\n• Taksat vendore; 11\nRregullorja e tregjeve"


async def year(square, *path):
    town, zana = square.town, square.zana
    await town.say(zana, "/zyra")
    shown = await town.press(zana, "Papers of the year")
    for label in path:
        shown = await town.press(zana, label)
    return shown


async def planned(square, lines=LINES):
    await year(square, "Annual calendar", "Add lines")
    return await square.town.say(square.zana, lines)


async def test_the_page_has_this_year_and_leads_to_the_others(square):
    shown = await year(square)
    assert shown.text.startswith("Papers of 2023")
    assert {"2024", "2022", "2021"} <= set(shown.labels)
    ahead = await square.town.press(square.zana, "2024")
    assert "This year has not begun" in ahead.text
    assert "Annual report" not in ahead.labels
    before = await square.town.press(square.zana, "2022")
    assert "Plani Social" not in words_of(await square.town.press(square.zana, "Annual report"))
    assert before.text.startswith("Papers of 2022")


async def test_lines_are_typed_all_at_once_and_stand_by_month(square):
    shown = await planned(square)
    assert "3 lines added." in shown.text
    assert shown.text.index("November: Buxheti 2024") < shown.text.index("November: Taksat vendore")
    assert shown.text.index("November: Taksat") < shown.text.index("month to be set: Rregullorja e tregjeve")
    assert "takime në njësi, Drejtoria e Financës" in shown.text
    again = await planned(square, "Taksat vendore; Nëntor\nPlani i emergjencave; shkurt")
    assert "1 line added." in again.text
    assert "1 was there already." in again.text
    assert again.text.index("February: Plani") < again.text.index("November: Buxheti")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Taksat; nesër", "the name of a month is expected: Taksat; nesër"),
        ("; nëntor", "names no act"),
        ("Taksat; maj; a; b; c", "more than four parts"),
        ("ë" * 501, "too long"),
        ("Taksat; maj; " + "ë" * 201, "too long"),
    ],
)
async def test_one_unclear_line_keeps_nothing_and_says_which(square, line, why):
    shown = await planned(square, f"Buxheti; mars\n{line}")
    assert why in shown.text
    await square.town.press(square.zana, "Cancel")
    assert "Nothing is planned" in (await year(square, "Annual calendar")).text


async def test_a_year_has_room_for_two_hundred_lines(square):
    await planned(square, "\n".join(f"Akti {n}" for n in range(200)))
    assert "Akti 12" in (await year(square, "Annual calendar", "More", "More")).text
    refused = await planned(square, "Një akt më shumë")
    assert "A year has room for 200 lines" in refused.text


async def test_what_is_announced_says_by_itself_how_far_it_has_got(square):
    town, zana = square.town, square.zana
    await planned(square, "Plani social; korrik")
    await town.press(zana, "Plani social")
    await town.press(zana, "It has been announced")
    shown = await town.press(zana, "Plani Social 2024")
    assert shown.text.endswith("open for comments")
    await town.until(wall(date(2023, 8, 21), time(10)), timedelta(days=1))
    assert "the time for comments is over" in (await year(square, "Annual calendar")).text
    await town.press(zana, "Plani social")
    await town.press(zana, "It is another consultation")
    assert (await town.press(zana, "None of these")).text.endswith("planned")


async def test_a_line_is_changed_dropped_taken_up_and_removed(square):
    town, zana = square.town, square.zana
    await planned(square)
    await town.press(zana, "Taksat vendore")
    asked = await town.press(zana, "Change the line")
    assert asked.text.endswith("Taksat vendore; nëntor")
    assert "Changed." in (await town.say(zana, "Taksat dhe tarifat; dhjetor; takim")).text
    assert (await town.press(zana, "It will not be consulted on")).text.endswith("will not be consulted on")
    assert "December: Taksat dhe tarifat" in (await town.press(zana, "Whole calendar")).text
    await town.press(zana, "Taksat dhe tarifat")
    assert (await town.press(zana, "Take it up again")).text.endswith("planned")
    await town.press(zana, "Remove the line")
    await town.press(zana, "Back")
    await town.press(zana, "Remove the line")
    shown = await town.press(zana, "Yes, remove it")
    assert "The line is removed." in shown.text
    assert "tarifat" not in shown.text
    assert "annual calendar: removed" in await noted(town)


async def test_the_calendar_is_taken_as_data(square):
    town, zana = square.town, square.zana
    await planned(square)
    sheet = (await town.press(zana, "Annual calendar (Excel)")).file
    (page,) = cells_of_sheet(sheet.content)
    assert page[-3:] == [
        ["Buxheti 2024", "nëntor", "takime në njësi", "Drejtoria e Financës", "planifikuar"],
        ["Taksat vendore", "nëntor", "", "", "planifikuar"],
        ["Rregullorja e tregjeve", "për t'u caktuar", "", "", "planifikuar"],
    ]
    plain = (await town.press(zana, "Annual calendar (CSV)")).file.content.decode("utf-8-sig")
    assert [*csv.reader(StringIO(plain), delimiter=";")][-2][:2] == ["Taksat vendore", "nëntor"]
    data = json.loads((await town.press(zana, "Annual calendar as open data")).file.content)
    assert data["consultations"][0] == {
        "act": "Buxheti 2024",
        "month": 11,
        "how": "takime në njësi",
        "unit": "Drejtoria e Financës",
        "status": "planned",
    }


async def test_the_chapter_says_what_the_law_says_until_the_institution_says_it_itself(square):
    town, zana = square.town, square.zana
    await planned(square)
    shown = await year(square, "Transparency chapter")
    assert "Taksat dhe tarifat vendore" in shown.text
    assert shown.text.count("(as the law says it)") == 3
    assert shown.text.count("Nothing is said yet.") == 4
    for label, words in (
        ("Address of the coordinator", "Sheshi Abdyl Frashëri, Përmet"),
        ("Internal rules", "Rregullorja e Këshillit https://permet.example/rregullore"),
        ("Where one may complain", "Te Kryetari i Bashkisë."),
    ):
        await town.press(zana, label)
        shown = await town.say(zana, words)
        assert "Kept." in shown.text
    words = words_of(await town.press(zana, "Take the chapter"))
    for part in (
        "Sheshi Abdyl Frashëri",
        "konsultime@permet.example",
        "Buxheti 2024",
        "https://permet.example/rregullore",
        "Plani Social 2024–2027",
        "Te Kryetari i Bashkisë.",
        "Komentet pranohen për 20 ditë pune",
    ):
        assert part in words, part
    assert "info@idp.al" not in words
    await town.press(zana, "Where one may complain")
    await town.press(zana, "As the law says it")
    assert "info@idp.al" in words_of(await town.press(zana, "Take the chapter"))


@pytest.mark.parametrize("words", ["ë" * 2_001, "…", "\u200b"])
async def test_a_part_of_no_words_or_too_many_is_asked_for_again(square, words):
    await year(square, "Transparency chapter", "Internal rules")
    shown = await square.town.say(square.zana, words)
    assert "Which internal rules are there?" in shown.text
    await square.town.press(square.zana, "Cancel")
    assert (await year(square, "Transparency chapter")).text.count("Nothing is said yet.") == 4


async def finish(square) -> None:
    """A meeting with its record, and all that follows until the act."""
    town, zana = square.town, square.zana
    await town.until(wall(date(2023, 7, 25), time(15)), timedelta(days=2))
    async with town.service.database.transaction() as unit:
        await unit.minutes.put(MeetingId(1), Revision(RECORD, 0, town.clock.now()))
    await town.until(wall(date(2023, 8, 21), time(10)), timedelta(days=1))
    await town.say(zana, "/zyra")
    await town.press(zana, "Consultations")
    await town.press(zana, "Plani Social")
    await town.press(zana, "Publish what became of the comments")
    await town.press(zana, "Publish it without deciding them")
    await town.say(zana, "Puna vazhdon.")
    await town.press(zana, "Publish what became of the comments")


async def test_the_repository_holds_what_may_be_read_by_everybody(square):
    await comment(square.town, square.ana, "Dua më shumë autobusë. Ana Koçi")
    early = await repository(square)
    assert {name.rpartition("/")[2] for name in early.namelist()} == {
        "index.html", "permbajtja.csv", "njoftimi.docx", "raporti-vjetor-2023.docx",
    }  # fmt: skip
    await finish(square)
    packed = await repository(square)
    names = {name.rpartition("/")[2] for name in packed.namelist()}
    assert {"takimi-1-2023-07-25.docx", "raporti-i-konsultimit.docx", "te-dhena.json", "njoftimi.docx"} <= names
    everything = "\n".join(
        text_of(packed.read(name)) if name.endswith(".docx") else packed.read(name).decode()
        for name in packed.namelist()
    )
    assert "Plani Social 2024–2027" in everything
    assert "Një linjë për fshatrat" in everything, "what was recommended at the meeting"
    for theirs in ("Ana Koçi", "Dua më shumë autobusë", "PR-2023-0001"):
        assert theirs not in everything, theirs
    listed = list(csv.reader(StringIO(packed.read("permbajtja.csv").decode("utf-8-sig")), delimiter=";"))[1:]
    paths = [f"{folder}/{name}" if folder else name for folder, name, *_ in listed]
    assert sorted(paths) == sorted(set(packed.namelist()) - {"index.html", "permbajtja.csv"})
    assert all(sha256(packed.read(path)).hexdigest() == row[-1] for path, row in zip(paths, listed, strict=True))
    page = packed.read("index.html").decode()
    assert all(f'href="{path}"' in page for path in paths)


async def repository(square) -> ZipFile:
    return ZipFile(BytesIO((await year(square, "Repository")).file.content))


def text_of(content: bytes) -> str:
    document = Document(BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in document.paragraphs), *cells))


async def test_a_notice_in_the_repository_says_the_meetings_and_documents_of_its_day(square):
    town, zana = square.town, square.zana
    await announce(town, zana, title="Rruga", papers=(Media(MediaKind.DOCUMENT, "ref", "projekti.pdf", 1_200),))
    (said,) = (await notices(square, "rruga")).values()
    assert "25 korrik 2023, ora 11:00, Salla e Këshillit Bashkiak" in said
    assert "projekti.pdf" in said
    assert "Nuk është" not in said
    await told(square, zana, "/zyra", "Consultations", "Rruga", "Correct it or add to it", "Meetings", "Add a meeting")
    await told(square, zana, "“27.7.2023, 17:00”", "“Shkolla e Petranit”", "Go on", "Change it and tell everybody")
    said = await notices(square, "rruga")
    assert said.keys() == {"njoftimi-version-1.docx", "njoftimi.docx"}
    for name, there in (("njoftimi-version-1.docx", False), ("njoftimi.docx", True)):
        assert "Salla e Këshillit" in said[name]
        assert "projekti.pdf" in said[name]
        assert ("Shkolla e Petranit" in said[name]) is there


async def notices(square, title) -> dict[str, str]:
    """What the notices of a consultation say, by the names of their files."""
    packed = await repository(square)
    theirs = [name for name in packed.namelist() if title in name and "/njoftimi" in name]
    return {name.rpartition("/")[2]: text_of(packed.read(name)) for name in theirs}


async def test_the_same_repository_is_the_same_file(square):
    first = (await year(square, "Repository")).file.content
    assert (await year(square, "Repository")).file.content == first


async def test_whoever_takes_over_finds_all_that_is_open(square):
    town = square.town
    await comment(town, square.ana, "Dua më shumë autobusë. Ana Koçi")
    await planned(square)
    await told(square, square.zana, "/zyra", "The forum", "Register the forum", "“Forumi”")
    add = ("Add a member", "“Shoqata Alfa”", "Media", "Yes, on paper", "“alfa@example.al”")
    await told(square, square.zana, "/zyra", "The forum", *add)
    words = words_of(await year(square, "Hand-over of the desk"))
    for part in (
        "PR-2023-0001",
        "Plani Social 2024–2027",
        "hapur për komente",
        "25.07.2023",
        "Buxheti 2024",
        "Shoqata Alfa",
    ):
        assert part in words, part
    assert "Ana" not in words
    assert "autobusë" not in words
    assert "alfa@example.al" not in words
    assert "Raportime të palexuara: 0." in words
    assert "Forumi nuk pret asgjë." in words
    await town.until(wall(date(2023, 7, 26), time(10)), timedelta(days=2))
    handed = await year(square, "Hand-over of the desk")
    later = words_of(handed)
    assert "Asnjë takim nuk është caktuar." in later
    assert "Asnjë procesverbal nuk mungon." not in later
    assert "25.07.2023" in later
    assert "25.07.2023" not in rows_under("4. Takime të ardhshme", handed)
    assert "25.07.2023" in rows_under("5. Takime pa procesverbal të mbyllur", handed)
    assert "hand-over kit taken" in await noted(town)


def rows_under(heading: str, message) -> str:
    """What stands between a heading and the next one, tables too."""
    found = Document(BytesIO(message.file.content)).element.body.xpath("./w:p | ./w:tbl")
    parts = ["".join(each.xpath(".//w:t/text()")) for each in found]
    begins = parts.index(heading)
    ends = next(
        place for place in range(begins + 1, len(parts)) if parts[place][:1].isdigit() and ". " in parts[place][:3]
    )
    return "\n".join(parts[begins:ends])


async def test_whoever_takes_over_finds_what_the_forum_waits_for(square):
    await forum_of(square, 1)
    town, zana = square.town, square.zana
    await apply_for(town, await town.citizen("Drita", "English"))
    await told(
        square, zana, "/zyra", "The forum", "Write down a meeting of the forum", "“1.3.2023”", "“Salla”", "“Mbetjet”"
    )
    await town.until(wall(date(2023, 9, 4), time(10)), timedelta(days=2))
    words = words_of(await year(square, "Hand-over of the desk"))
    assert "Aplikime që presin përgjigje: 1." in words
    assert "Mbledhja e radhës e forumit, afati: 01.09.2023, me vonesë." in words
    assert "Të drejta të forumit me vonesë: Plani Social 2024–2027." in words
    assert "Drita" not in words


async def test_nobody_of_another_institution_sees_or_changes_any_of_it(square):
    town = square.town
    await planned(square)
    await ensure_institution(FirstInstitution("Qarku Gjirokastër", "Përmet", "QG"), town.service.database)
    stranger = await town.officer("Mira", institution="Qarku Gjirokastër")
    for person in (stranger, square.ana):
        for data in (
            *("oy~1~2023", "zc~1~2023~0", "zh~1~2023", "za~1~2023", "zw~1~2023~address"),
            *("zl~1", "zx~1", "zd~1~1", "zq~1~0", "zt~1~1", "zr~1~1", "zf~1~2023~json"),
            *(f"ot~1~2023~{what}" for what in ("report", "chapter", "repository", "handover")),
        ):
            said = await forged(square, person, data)
            assert "Buxheti" not in said
            assert "Plani Social" not in said
        assert not [message for message in person.chat().messages if message.file]
    assert "November: Buxheti 2024" in (await year(square, "Annual calendar")).text


@pytest.mark.parametrize("data", ["oy~1~1999", "zc~1~2099~0", "ot~1~2023~nothing", "ot~1~2024~report", "zf~1~2023~pdf"])
async def test_a_year_or_a_paper_that_is_none_is_not_there(square, data):
    assert "not here" in (said := await forged(square, square.zana, data)) or "no longer" in said


async def test_a_pasted_calendar_that_the_messenger_cut_is_kept_whole(square):
    town, zana = square.town, square.zana
    acts = [
        f"Akti i {number} për rregullimin e hapësirave publike në lagje; korrik; takim; Drejtoria e Planifikimit"
        for number in range(60)
    ]
    whole = "\n".join(acts)
    first, second = whole[:4096], whole[4096:]
    assert not first.endswith("\n")
    await year(square, "Annual calendar", "Add lines")
    shown = await town.say(zana, first)
    assert "Send the rest, or press “That was all”." in shown.text
    done = await town.say(zana, second)
    assert "added" in done.text
    async with town.service.database.reading() as unit:
        lines = await unit.calendars.of(town.institution, 2023)
    assert [line.planned.act for line in lines] == [act.split(";")[0] for act in acts]


async def test_the_last_piece_may_be_all_there_is(square):
    town, zana = square.town, square.zana
    acts = [f"Akti {number:02} {'a' * 120}" for number in range(32)]
    whole = "\n".join(acts)[:4096].ljust(4096, "b")
    await year(square, "Annual calendar", "Add lines")
    await town.say(zana, whole)
    assert "1 line added." in (await town.press(zana, "That was all")).text
    async with town.service.database.reading() as unit:
        lines = await unit.calendars.of(town.institution, 2023)
    assert [line.planned.act for line in lines] == whole.splitlines()


async def test_the_tail_of_a_text_that_was_too_long_is_not_taken_for_all_of_it(square):
    town, zana = square.town, square.zana
    await year(square, "Transparency chapter", "Internal rules")
    await town.say(zana, "x" * 4096)
    asked = await town.say(zana, "bishti i tekstit.")
    assert "Kept." not in asked.text
    assert "“bishti i tekstit.”" in asked.text
    assert "Kept." in (await town.press(zana, "Keep this text")).text
