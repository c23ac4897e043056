"""Consultation plans in the chat: read from a text or a file, begun in four ways, changed part by part, printed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.setup import ensure_institution
from documents.reading.plan import read_plan, read_plan_file
from documents.writing.papers.plan import plan_paper
from participation.consultations.model import Kind
from participation.ids import PlanId
from participation.paperwork.audiences import PRESETS, AudiencePreset
from participation.paperwork.parts import MOST_ROWS
from participation.paperwork.plan import (
    Activity,
    AudienceRow,
    ConsultationPlan,
    Quality,
    QualityTool,
    Quantity,
    QuantityTool,
)
from tests.conversations.coordinator.notes import noted
from tests.conversations.coordinator.things import THINGS
from tests.conversations.states import NEIGHBOUR
from tests.conversations.steps import forged, loses_office
from tests.town import announce, open_town
from tests.unit.documents.papers import HEAD, PLAN
from tests.unit.reading.plans import FILLED

SEED = Path(__file__).parents[4] / "shared" / "seeds" / "004-plani-i-konsultimit-mb.txt"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NAME = "Rregullorja e tregut"
HALF = FILLED.index("2. Afati")


async def desk(town, officer):
    await town.say(officer, "/zyra")
    return await town.press(officer, "Consultation plans")


async def begin(town, officer, way: str):
    await desk(town, officer)
    await town.press(officer, "New plan")
    return await town.press(officer, way)


async def empty(town, officer, name: str = NAME):
    """An empty plan; its page."""
    await begin(town, officer, "Empty, only with a name")
    return await town.say(officer, name)


async def paste(town, officer, text: str):
    """A text, which Telegram cuts where it is long; the page of the plan that was read."""
    await begin(town, officer, "From a file or a text")
    await town.say(officer, text)
    return await town.press(officer, "That was all")


async def send(town, officer, content: bytes, name: str = "plani.docx", mime: str = WORD):
    return await town.do(officer, lambda: officer.sends_document(town.bot, name, content, mime))


async def kept(town, number: int = 1):
    async with town.service.database.reading() as unit:
        return await unit.plans.get(PlanId(number))


async def plan_of(town, number: int = 1) -> ConsultationPlan:
    return (await kept(town, number)).plan


async def how_many(town) -> int:
    async with town.service.database.reading() as unit:
        return len(await unit.plans.of([town.institution]))


async def printed(town, officer, label: str = "Plan as a Word file") -> ConsultationPlan:
    given = await town.press(officer, label)
    return read_plan_file(given.file.content).plan


TEXTS = {"invented": FILLED} | ({"the seed": SEED.read_text(encoding="utf-8")} if SEED.exists() else {})


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
async def test_a_pasted_form_becomes_a_plan_and_its_word_file_says_the_same(town, era, text):
    shown = await paste(town, era, text)
    meant = read_plan(text)
    assert "Timetable: " in shown.text
    told = town.seen(era)[-2]
    assert "The plan was read and is kept" in told
    for doubt in meant.doubts[:5]:
        assert doubt.words[:40] in told
    assert await plan_of(town) == meant.plan
    assert await printed(town, era) == meant.plan
    assert {"plan begun", "plan taken"} <= set(await noted(town))


@pytest.mark.skipif(not SEED.exists(), reason="the seeds are not beside this checkout")
async def test_the_seed_has_its_six_meetings_and_its_boxes(town, era):
    await paste(town, era, TEXTS["the seed"])
    shown = await town.press(era, "Timetable")
    for place in ("Korçë", "Kukës", "Dibër", "Vlorë", "Shkodër", "26 October 2023"):
        assert place in shown.text
    plan = await plan_of(town)
    assert len(plan.activities) == 6
    assert {row.indicator for row in plan.monitoring.quantities if row.chosen} == {*Quantity} - {Quantity.OTHER}
    assert QuantityTool.PARTICIPANTS_LIST in plan.monitoring.quantity_tools


async def test_a_word_file_becomes_a_plan(town, era):
    await begin(town, era, "From a file or a text")
    shown = await send(town, era, plan_paper(PLAN, HEAD).content)
    assert "Audience: 4 rows" in shown.text
    assert await plan_of(town) == PLAN
    assert await printed(town, era) == PLAN


async def test_a_word_file_is_known_by_its_name_too_and_a_text_file_is_read(town, era):
    await begin(town, era, "From a file or a text")
    await send(town, era, plan_paper(PLAN, HEAD).content, "PLANI.DOCX", "application/octet-stream")
    await begin(town, era, "From a file or a text")
    await send(town, era, FILLED.encode(), "plani.txt", "text/plain")
    assert await plan_of(town, 1) == PLAN
    assert await plan_of(town, 2) == read_plan(FILLED).plan


OURS = plan_paper(PLAN, HEAD).content


@pytest.mark.parametrize(
    ("content", "name", "mime", "said"),
    [
        (OURS[: len(OURS) // 2], "plani.docx", WORD, "broken and could not be opened"),
        (b"PK\x03\x04", "plani.docx", WORD, "broken and could not be opened"),
        (b"%PDF-1.4", "plani.pdf", "application/pdf", "no Word file (DOCX) and no text"),
        (b"\xd0\xcf\x11\xe0", "plani.doc", "application/msword", "no Word file (DOCX) and no text"),
        (b"x" * 10_000_001, "plani.docx", WORD, "too large for a plan"),
        ("Përshëndetje!".encode(), "plani.txt", "text/plain", "did not find the headings"),
        (plan_paper(PLAN, HEAD).content[:0], "plani.docx", WORD, "could not be fetched"),
    ],
    ids=["half a file", "four bytes", "pdf", "old word", "too large", "no plan", "empty"],
)
async def test_a_file_that_is_no_plan_gets_its_answer_and_the_question_stays(town, era, content, name, mime, said):
    await begin(town, era, "From a file or a text")
    shown = await send(town, era, content, name, mime)
    assert said in shown.text
    assert "Cancel" in shown.labels
    assert await how_many(town) == 0
    await send(town, era, OURS)
    assert await plan_of(town) == PLAN


async def test_a_text_that_is_no_plan_is_kept_until_somebody_starts_over(town, era):
    await begin(town, era, "From a file or a text")
    await town.press(era, "Cancel")
    shown = await paste(town, era, "Emri i ligjit: Rregullorja\nx" + "y" * 5000)
    assert "did not find the headings" in shown.text
    assert "5,028 characters are here" in shown.text
    shown = await town.press(era, "Start over")
    assert "paste its text" in shown.text
    await town.say(era, FILLED[:HALF])
    await town.say(era, FILLED[HALF:])
    assert "characters are here" in town.heard(era).text
    await town.press(era, "That was all")
    assert await how_many(town) == 1


async def test_a_table_with_more_rows_than_anybody_fills_in_is_too_large(town, era):
    many = replace(PLAN, activities=tuple(Activity(f"Takim {n}", date(2027, 1, 1)) for n in range(MOST_ROWS + 1)))
    rows = "\n".join(f"- Takim {n} më 1 janar 2027" for n in range(len(many.activities)))
    shown = await paste(town, era, FILLED.replace("- Publikimi i përmbledhjes.", rows))
    assert "too large for a plan" in shown.text
    assert await how_many(town) == 0


async def test_what_is_no_text_and_no_file_is_not_taken(town, era):
    await begin(town, era, "From a file or a text")
    for thing in THINGS:
        shown = await town.do(era, lambda thing=thing: thing(era, town.bot))
        assert shown.text.count("We cannot use this here.") == 1
    assert await how_many(town) == 0


@pytest.mark.on_both
async def test_a_plan_begins_from_a_consultation_with_its_meetings(square):
    town, zana = square.town, square.zana
    await desk(town, zana)
    await town.press(zana, "New plan")
    await town.press(zana, "From a consultation")
    shown = await town.press(zana, "Plani Social")
    assert "For the consultation “Plani Social 2024–2027”." in shown.text
    plan = await plan_of(town)
    assert plan.name == "Plani Social 2024–2027"
    assert plan.audience == (replace(PRESETS[AudiencePreset.PUBLIC], kinds=(Kind.PRIOR,)),)
    assert plan.activities == (Activity("Takim publik", date(2023, 7, 25), "Salla e Këshillit Bashkiak"),)
    await begin(town, zana, "From a consultation")
    assert "no published consultation without a plan" in town.heard(zana).text


async def page_of_consultation(square):
    await square.town.say(square.zana, "/zyra")
    await square.town.press(square.zana, "Consultations")
    await square.town.press(square.zana, "Plani Social")
    return await square.town.press(square.zana, "Consultation plan")


async def test_the_page_of_a_consultation_opens_its_plan_or_begins_one(square):
    town, zana = square.town, square.zana
    shown = await page_of_consultation(square)
    assert "has no plan yet" in shown.text
    await town.press(zana, "From this consultation")
    shown = await page_of_consultation(square)
    assert "For the consultation" in shown.text
    assert "Back to the consultation" in shown.labels
    assert await how_many(town) == 1


@pytest.mark.on_both
async def test_a_form_that_is_read_for_a_consultation_is_its_plan(square):
    town, zana = square.town, square.zana
    await page_of_consultation(square)
    await town.press(zana, "From a file or a text")
    await send(town, zana, OURS)
    assert (await kept(town)).consultation == 1
    await town.press(zana, "Timetable")
    shown = await town.press(zana, "Take over the meetings of the consultation")
    assert "Salla e Këshillit Bashkiak" in (shown.text + str(shown.labels))
    before = len((await plan_of(town)).activities)
    assert before == len(PLAN.activities) + 1
    await town.press(zana, "Take over the meetings of the consultation")
    assert len((await plan_of(town)).activities) == before


async def test_a_plan_begins_like_an_earlier_one_with_its_days_open(square):
    town, zana = square.town, square.zana
    await begin(town, zana, "Like an earlier plan")
    assert "There is no earlier plan yet." in town.heard(zana).text
    await begin(town, zana, "From a file or a text")
    await send(town, zana, OURS)
    await begin(town, zana, "Like an earlier plan")
    await town.press(zana, PLAN.name[:20])
    await town.say(zana, "Plani i ri")
    copy = await plan_of(town, 2)
    assert copy.name == "Plani i ri"
    assert {row.day for row in copy.activities} == {None}
    assert copy.audience == PLAN.audience
    await page_of_consultation(square)
    await town.press(zana, "Like an earlier plan")
    await town.press(zana, "Plani i ri")
    third = await kept(town, 3)
    assert (third.plan.name, third.consultation) == ("Plani Social 2024–2027", 1)


async def test_an_empty_plan_says_what_it_lacks(town, era):
    shown = await empty(town, era)
    assert shown.text.startswith(NAME)
    for gap in ("who is asked", "the timetable", "what will be counted", "how answers are collected"):
        assert f"• {gap}" in shown.text
    assert "It is for no consultation yet." in shown.text
    assert "Plan with the matrix filled in" not in shown.labels


async def fill(town, officer, button: str, words: str):
    await town.press(officer, button)
    return await town.say(officer, words)


async def test_every_part_is_written_and_the_word_file_says_it(town, era):
    await empty(town, era)
    await fill(town, era, "Name of the plan", "Rregullorja e re e tregut")
    await town.press(era, "Audience")
    await town.press(era, "Add: Publiku")
    await fill(town, era, "Add a row of your own", "Tregtarët; takime; telefon\nFermerët")
    await town.press(era, "That was all")
    await town.press(era, "3. Fermerët")
    await town.press(era, "Add: Consultation on a draft")
    await fill(town, era, "Methods", "pyetësor")
    await fill(town, era, "Channel of communication", "radio lokale")
    await town.press(era, "Back to the plan")
    await town.press(era, "Timetable")
    await fill(
        town,
        era,
        "Add activities",
        "26.9.2023; Korçë; Takim me grupet e interesit; Bashkia Korçë, Bashkia Maliq\n-; Publikimi i përmbledhjes",
    )
    await town.press(era, "That was all")
    await town.press(era, "2. day to be set")
    await fill(town, era, "Day", "30.10.2023")
    await town.press(era, "Back to the plan")
    await town.press(era, "Resources")
    await fill(town, era, "People needed", "Koordinatori.\nDy ekspertë.")
    await fill(town, era, "Money needed", "45 000 lekë")
    await fill(town, era, "Equipment needed", "Projektor")
    await town.press(era, "Back to the plan")
    await fill(town, era, "How answers are collected", "RENJK\nE-mail")
    await monitored(town, era)
    shown = town.heard(era)
    assert "kind not said" not in shown.text
    plan = await plan_of(town)
    assert plan.name == "Rregullorja e re e tregut"
    assert plan.audience == (
        PRESETS[AudiencePreset.PUBLIC],
        AudienceRow("Tregtarët", (), "takime", "telefon"),
        AudienceRow("Fermerët", (Kind.DRAFT,), "pyetësor", "radio lokale"),
    )
    assert plan.activities == (
        Activity("Takim me grupet e interesit", date(2023, 9, 26), "Korçë", ("Bashkia Korçë", "Bashkia Maliq")),
        Activity("Publikimi i përmbledhjes", date(2023, 10, 30)),
    )
    assert plan.resources.human == "Koordinatori.\nDy ekspertë."
    assert plan.collection == "RENJK\nE-mail"
    assert await printed(town, era) == plan


async def monitored(town, era):
    """All of the fifth part."""
    await town.press(era, "Monitoring")
    await town.press(era, "Number of participants")
    await town.press(era, "Choose it")
    await fill(town, era, "Planned value", "40")
    await town.press(era, "It suits: no")
    await fill(town, era, "Measures to improve", "Ftesa më herët.")
    await town.press(era, "Monitoring")
    await town.press(era, "Another count")
    await town.press(era, "Choose it")
    await fill(town, era, "What is counted", "fletëpalosje")
    await fill(town, era, "Achieved value, by hand", "300")
    await town.press(era, "Monitoring")
    await town.press(era, "Means of counting")
    await town.press(era, "Add: List of participants")
    await town.press(era, "Add: Another means")
    await fill(town, era, "Another means of counting", "fotografi")
    await town.press(era, "Monitoring")
    await town.press(era, "Expectations of participants")
    await town.press(era, "Choose it")
    await fill(town, era, "Findings", "U dëgjuan.")
    await town.press(era, "Monitoring")
    await town.press(era, "Means of judging")
    await town.press(era, "Add: Questionnaire")
    await town.press(era, "Monitoring")
    await town.press(era, "Were they held with the planned money?")
    await town.press(era, "It suits: yes")
    await fill(town, era, "Measures to improve", "Asnjë.")
    await town.press(era, "Back to the plan")
    found = (await plan_of(town)).monitoring
    people, other = found.quantities[2], found.quantities[4]
    assert (people.chosen, people.planned, people.suits, people.measures) == (True, "40", False, "Ftesa më herët.")
    assert (other.chosen, other.label, other.achieved) == (True, "fletëpalosje", "300")
    assert found.quantity_tools == {QuantityTool.PARTICIPANTS_LIST, QuantityTool.OTHER}
    assert found.other_quantity_tool == "fotografi"
    assert found.qualities[1].indicator is Quality.EXPECTATIONS
    assert (found.qualities[1].chosen, found.qualities[1].findings) == (True, "U dëgjuan.")
    assert found.quality_tools == {QualityTool.QUESTIONNAIRE}
    assert (found.frame[1].suits, found.frame[1].measures) == (True, "Asnjë.")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("nesër; Korçë; Takim; Drita", "could not read a day with its year"),
        ("26.9; Korçë; Takim", "could not read a day with its year"),
        ("31.2.2023; Korçë; Takim", "could not read a day with its year"),
        ("26.9.2023;;", "does not say who, or what happens"),
        (";;;", "does not say who, or what happens"),
        ("\u2800", "We cannot use this here."),
        ("\n".join(f"Takim {n}" for n in range(301)), "300 rows at most"),
    ],
)
async def test_of_lines_that_cannot_be_read_none_is_added(town, era, line, said):
    await empty(town, era)
    await town.press(era, "Timetable")
    await town.press(era, "Add activities")
    shown = await town.say(
        era, f"1.9.2023; Përmet; Takim\n{line}" if "Takim 3" not in line and line.strip("\u2800") else line
    )
    assert said in shown.text
    assert (await plan_of(town)).activities == ()
    await town.say(era, "Publikimi i draftit")
    assert (await plan_of(town)).activities == (Activity("Publikimi i draftit"),)


@pytest.mark.parametrize("day", ["-", "", "për t'u caktuar", "Për t’u caktuar", "e pacaktuar", "open"])
async def test_a_day_that_is_still_open_is_written_in_several_ways(town, era, day):
    await empty(town, era)
    await town.press(era, "Timetable")
    await town.press(era, "Add activities")
    await town.say(era, f"{day}; Korçë; Takim; Drita")
    assert (await plan_of(town)).activities == (Activity("Takim", None, "Korçë", ("Drita",)),)


async def test_a_day_without_its_year_is_asked_about_and_may_be_left_open_again(town, era):
    await empty(town, era)
    await town.press(era, "Timetable")
    await fill(town, era, "Add activities", "26.9.2023; Takim")
    await town.press(era, "That was all")
    await town.press(era, "1. 26 September 2023")
    assert "We could not read a day" in (await fill(town, era, "Day", "një ditë")).text
    assert "Do you mean: Saturday, 30 September 2023?" in (await town.say(era, "30 shtator")).text
    await town.press(era, "Yes")
    assert (await plan_of(town)).activities[0].day == date(2023, 9, 30)
    await town.press(era, "Day")
    await town.press(era, "Leave the day open")
    assert (await plan_of(town)).activities[0].day is None
    shown = await town.press(era, "Remove this row")
    assert "There are no rows yet." in shown.text


async def test_tables_of_two_hundred_rows_and_sixty_activities_are_turned_by_pages(town, era):
    await empty(town, era)
    await town.press(era, "Audience")
    await town.press(era, "Add a row of your own")
    for start in range(0, 200, 50):
        await town.say(era, "\n".join(f"Fshati {n}; takime; telefon" for n in range(start, start + 50)))
    shown = await town.press(era, "That was all")
    assert "199. Fshati 198" in shown.text
    shown = await town.press(era, "Back")
    assert "193. Fshati 192" in shown.text
    await town.press(era, "Back to the plan")
    await town.press(era, "Timetable")
    await town.press(era, "Add activities")
    await town.say(era, "\n".join(f"{1 + n % 28}.{1 + n // 28}.2024; Fshati {n}; Takim {n}" for n in range(60)))
    shown = await town.press(era, "That was all")
    assert "60. " in shown.text
    await town.press(era, "60. ")
    await town.press(era, "Back to the plan")
    found = await printed(town, era)
    assert (len(found.audience), len(found.activities)) == (200, 60)


LONG = "fjalë " * 666 + "fund"


async def test_names_and_texts_of_four_thousand_letters_are_kept_and_more_is_said_to_be_too_much(town, era):
    await empty(town, era, LONG)
    assert (await plan_of(town)).name == LONG
    await desk(town, era)
    await town.press(era, "fjalë")
    await fill(town, era, "How answers are collected", LONG)
    assert (await plan_of(town)).collection == LONG
    shown = await fill(town, era, "How answers are collected", "x" * 4_096)
    assert "4,000 characters at most" in shown.text
    await town.press(era, "Leave it as it is")
    await town.press(era, "Audience")
    await fill(town, era, "Add a row of your own", LONG)
    await town.press(era, "That was all")
    await town.press(era, "1. ")
    await fill(town, era, "Methods", LONG)
    await town.press(era, "Methods")
    await town.press(era, "Leave it empty")
    assert (await plan_of(town)).audience == (AudienceRow(LONG),)
    await town.press(era, "Back to the plan")
    assert (await printed(town, era)).collection == LONG


async def test_markup_and_steering_letters_are_words(town, era):
    await empty(town, era, "<b>Plani</b> & *yll* \u202e{name} %s")
    assert (await plan_of(town)).name == "<b>Plani</b> & *yll* {name} %s"
    assert "<b>Plani</b>" in town.heard(era).text
    assert (await printed(town, era)).name == "<b>Plani</b> & *yll* {name} %s"


async def open_plan(town, officer, name: str = NAME):
    await desk(town, officer)
    return await town.press(officer, name)


async def test_of_two_coordinators_the_second_is_told_and_sees_how_it_stands(town, era):
    lira = await town.officer("Lira")
    await empty(town, era)
    await open_plan(town, lira)
    await town.press(lira, "How answers are collected")
    await fill(town, era, "How answers are collected", "E-mail")
    told = await town.say(lira, "Telegram")
    assert "The plan has changed in the meantime" in told.text
    assert "Now it says: E-mail" in told.text
    assert (await plan_of(town)).collection == "E-mail"
    await town.say(lira, "E-mail, Telegram")
    assert (await plan_of(town)).collection == "E-mail, Telegram"


async def test_a_tap_on_a_page_that_is_out_of_date_does_nothing_but_show_it_anew(town, era):
    lira = await town.officer("Lira")
    await empty(town, era)
    await open_plan(town, lira)
    await town.press(lira, "Audience")
    await town.press(era, "Audience")
    await town.press(era, "Add: Publiku")
    shown = await town.press(lira, "Add: Publiku")
    assert "Something has changed in the meantime." in shown.text
    assert "1. Publiku" in shown.text
    await town.press(lira, "1. Publiku")
    await town.press(era, "1. Publiku")
    await town.press(era, "Remove this row")
    shown = await town.press(lira, "Remove this row")
    assert "Something has changed in the meantime." in shown.text
    assert (await plan_of(town)).audience == ()


async def test_a_row_that_a_colleague_removed_is_not_written_into(town, era):
    lira = await town.officer("Lira")
    await empty(town, era)
    await town.press(era, "Audience")
    await town.press(era, "Add: Publiku")
    await town.press(era, "1. Publiku")
    await town.press(era, "Methods")
    await open_plan(town, lira)
    await town.press(lira, "Audience")
    await town.press(lira, "1. Publiku")
    await town.press(lira, "Remove this row")
    told = await town.say(era, "takime")
    assert "The plan has changed in the meantime" in told.text
    assert (await plan_of(town)).audience == ()


async def test_deleting_asks_first_and_whoever_writes_into_it_hears_that_it_is_gone(town, era):
    lira = await town.officer("Lira")
    await empty(town, era)
    await open_plan(town, lira)
    await town.press(lira, "Name of the plan")
    asked = await town.press(era, "Delete the plan")
    assert "Delete the plan?" in asked.text
    await town.press(era, "Back to the plan")
    await town.press(era, "Delete the plan")
    gone = await town.press(era, "Yes, delete it")
    assert "The plan is deleted." in gone.text
    assert await how_many(town) == 0
    await town.say(lira, "Tjetër")
    assert "This is not here any more" in "\n".join(town.seen(lira)[-2:])
    assert "plan deleted" in await noted(town)


async def test_a_plan_that_changed_after_the_question_is_not_deleted(town, era):
    lira = await town.officer("Lira")
    await empty(town, era)
    await town.press(era, "Delete the plan")
    await open_plan(town, lira)
    await fill(town, lira, "How answers are collected", "E-mail")
    shown = await town.press(era, "Yes, delete it")
    assert "Something has changed in the meantime." in shown.text
    assert await how_many(town) == 1


async def test_a_plan_is_tied_to_a_consultation_that_has_none_and_untied(square):
    town, zana = square.town, square.zana
    await empty(town, zana)
    await town.press(zana, "For which consultation")
    shown = await town.press(zana, "Plani Social")
    assert "For the consultation “Plani Social 2024–2027”." in shown.text
    assert (await kept(town)).consultation == 1
    await empty(town, zana, "I dyti")
    assert "This consultation has a plan already." in await forged(square, zana, "ple~2~1~1")
    await open_plan(town, zana)
    await town.press(zana, "For another consultation")
    assert "There is no published consultation without a plan." in town.heard(zana).text
    shown = await town.press(zana, "For no consultation")
    assert "It is for no consultation yet." in shown.text


async def test_everything_can_be_left(town, era):
    await begin(town, era, "Empty, only with a name")
    assert "Nothing was sent" in (await town.press(era, "Cancel")).text
    await begin(town, era, "From a file or a text")
    await town.press(era, "Cancel")
    assert await how_many(town) == 0
    await empty(town, era)
    await town.press(era, "How answers are collected")
    shown = await town.press(era, "Leave it as it is")
    assert "Nothing was changed." in shown.text
    await town.press(era, "Timetable")
    await town.press(era, "Add activities")
    await town.press(era, "Leave it as it is")
    await town.say(era, "/anulo")
    assert await plan_of(town) == ConsultationPlan(NAME)


async def test_what_was_begun_goes_on_after_a_restart(town, era, tmp_path):
    await begin(town, era, "From a file or a text")
    await town.say(era, FILLED[:HALF])
    async with open_town(tmp_path, clock=town.clock, world=town.world) as again:
        await again.say(era, FILLED[HALF:])
        await again.press(era, "That was all")
        assert (await plan_of(again)).name == read_plan(FILLED).plan.name
        await again.press(era, "How answers are collected")
    async with open_town(tmp_path, clock=town.clock, world=town.world) as once_more:
        await once_more.say(era, "Telegram")
        assert (await plan_of(once_more)).collection == "Telegram"


EVERY_BUTTON = (
    "pln~1~0", "plo~1", "plb~1~0", "plz~1", "plc~1~0", "plf~1", "plm~1~0~0", "ply~1~0", "plp~1", "plt~1~audience~0",
    "plt~1~monitoring~0", "plr~1~audience~0", "pli~1~0~name", "pla~1~audience", "plx~1~1~0~preset.public",
    "plk~1~1", "plu~1~0", "ple~1~1~0", "pld~1~1~1", "plw~1~0~0", "plw~1~1~0", "plw~1~1~1",
)  # fmt: skip


async def test_plans_are_for_nobody_else_by_no_button(square):
    town = square.town
    await empty(town, square.zana)
    await ensure_institution(NEIGHBOUR, town.service.database)
    stranger = await town.officer("Mira", institution=NEIGHBOUR.name)
    for person in (stranger, square.ana):
        files = len([m for m in person.chat().messages if m.file])
        for data in EVERY_BUTTON:
            said = await forged(square, person, data)
            assert NAME not in said, data
            assert "Only a coordinator of this institution can do that." in said or "not for you" in said, data
        assert len([m for m in person.chat().messages if m.file]) == files
    assert (await kept(town)).version == 1
    assert "There is no plan yet." in (await desk(town, stranger)).text


async def test_who_loses_the_office_goes_on_with_nothing(square):
    town, zana = square.town, square.zana
    await empty(town, zana)
    await town.press(zana, "How answers are collected")
    await town.officer("Lira")
    await loses_office(town, zana)
    await town.say(zana, "Telegram")
    assert "Only a coordinator of this institution can do that." in "\n".join(town.seen(zana)[-2:])
    assert (await plan_of(town)).collection == ""


@pytest.mark.parametrize(
    "data",
    [
        "plp~99", "plt~1~nothing~0", "plr~1~nothing~0", "plr~1~audience~99", "plr~1~frame~-1", "pli~1~99~methods",
        "pli~1~0~nothing", "pla~1~frame", "plx~1~1~0~remove.frame", "plx~1~1~0~nothing", "plx~1~1~-1~kind.prior",
        "plx~1~1~0~suits.frame.maybe", "plk~1~1", "ple~1~1~99", "plf~99", "ply~99~0", "plm~99~0~0", "plb~99~0",
    ],
)  # fmt: skip
async def test_a_forged_button_changes_nothing_and_is_answered(square, data):
    await empty(square.town, square.zana)
    said = await forged(square, square.zana, data)
    assert said
    assert "Something went wrong" not in said
    assert (await kept(square.town)).plan == ConsultationPlan(NAME)


async def test_of_several_institutions_one_is_asked_for(town, era):
    await ensure_institution(NEIGHBOUR, town.service.database)
    await town.officer("Mira", institution=NEIGHBOUR.name)
    async with town.service.database.transaction() as unit:
        person = await unit.addresses.find(town.bot.id, era.id)
        (office,) = await unit.people.offices(person)
        await unit.people.appoint(person, type(town.institution)(2), office.role)
    await desk(town, era)
    asked = await town.press(era, "New plan")
    assert "For which institution is the plan?" in asked.text
    await town.press(era, NEIGHBOUR.name)
    await town.press(era, "Empty, only with a name")
    shown = await town.say(era, NAME)
    assert NEIGHBOUR.name in shown.text


async def test_plans_in_albanian(town):
    lira = await town.officer("Lira", "Shqip")
    await announce(town, lira)
    await town.say(lira, "/zyra")
    shown = await town.press(lira, "Planet e konsultimit")
    assert "Ende nuk ka asnjë plan." in shown.text
    await town.press(lira, "Plan i ri")
    await town.press(lira, "Nga një skedar ose tekst")
    shown = await send(town, lira, OURS)
    assert "Audienca: 4 rreshta" in shown.text
    await town.press(lira, "Monitorimi")
    shown = await town.press(lira, "Numri i pjesëmarrësve")
    assert "Vlera e planifikuar: 40" in shown.text


async def test_a_number_beneath_an_indicator_is_its_planned_value(town, era):
    await town.say(era, "/zyra")
    for step in ("Consultation plans", "New plan", "Empty, only with a name"):
        await town.press(era, step)
    await town.say(era, "Plani")
    await town.press(era, "Monitoring")
    page = await town.press(era, "Comments")
    shown = await town.say(era, "120")
    assert shown.text.partition("\n")[0] == page.text.partition("\n")[0]
    assert "Planned value: 120" in shown.text
    await town.press(era, "Monitoring")
    await town.press(era, "Comments")
    asked = await town.say(era, "120 people came to the meeting of Monday.")
    assert "Planned value" not in asked.text


async def test_correcting_an_old_message_writes_into_no_other_field(square):
    town, zana = square.town, square.zana
    for label in ("/zyra", "Consultation plans", "New plan", "Empty, only with a name"):
        await (town.say if label.startswith("/") else town.press)(zana, label)
    name = zana.says(town.bot, "Plani i rrugëve")
    await town.settle()
    await town.press(zana, "How answers are collected")
    again = await town.do(zana, lambda: zana.edits(name, "Plani i rrugëve rurale"))
    assert "Plani i rrugëve rurale" not in again.text
