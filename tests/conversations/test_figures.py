"""How many reports there are: asked for at the desk, told without giving anybody away, and taken along."""

from datetime import date, time

import pytest
from sqlalchemy import update

from participation.clock import wall
from participation.people.model import Role
from participation.reports.figures import Span
from storage.tables import institutions
from tests.conversations.steps import RECEIPT, opened, report
from tests.conversations.test_cases import close
from tests.conversations.test_known import SENTENCE, make_known
from tests.unit.documents.test_sheets import opened as pages

WORDS = "Cars race past the school."


async def time_of(square, label="This month"):
    await square.town.say(square.zana, "/zyra")
    await square.town.press(square.zana, "Safety reports")
    await square.town.press(square.zana, "Figures")
    return await square.town.press(square.zana, label)


@pytest.mark.on_both
async def test_figures_are_words_and_a_picture_and_no_small_number(square):
    await report(square.town, square.ana, WORDS)
    shown = await time_of(square)
    assert shown.text.startswith(
        "Safety reports in figures\n\nBashkia Përmet\nThis month: 1 June 2023 – 30 June 2023\n"
    )
    assert "Received: fewer than 5 (before: fewer than 5)" in shown.text
    assert shown.text.count("\nEverywhere, both times: fewer than 5") == 3
    assert "Counts below 5 are hidden" in shown.text
    assert shown.labels == ["XLSX", "CSV", "Another time", "Safety reports"]
    picture = square.zana.chat(square.town.bot).messages[-2]
    assert picture.text == "By category. The figures follow as text."
    assert picture.file.content.startswith(b"\x89PNG")
    assert RECEIPT not in shown.text
    assert WORDS not in shown.text


async def test_they_speak_albanian(square):
    town, zana = square.town, square.zana
    await town.say(zana, "/gjuha")
    await town.press(zana, "Shqip")
    await town.say(zana, "/zyra")
    await town.press(zana, "Raportimet e sigurisë")
    await town.press(zana, "Shifrat")
    shown = await town.press(zana, "Katër tremujorët e fundit")
    assert "Të marra: më pak se 17 (më parë: më pak se 17)" in shown.text
    assert "Raportimet që u fshinë" in shown.text
    assert "Numrat nën 5 nuk shfaqen" in shown.text


async def test_what_is_counted_and_what_came_of_it(square):
    town = square.town
    await report(town, square.ana, WORDS)
    await close(square)
    async with town.service.database.transaction() as work:
        await work._connection.execute(update(institutions).values(smallest=1))
    shown = await time_of(square)
    assert "Received: 1 (before: 0)" in shown.text
    assert "• Traffic or parking: 1 (before: 0)" in shown.text
    assert "• Solved: 1 (before: 0)" in shown.text
    assert "Not closed yet: 0" in shown.text
    assert "hidden" not in shown.text


@pytest.mark.parametrize("form", ["XLSX", "CSV"])
async def test_the_file_says_no_more_than_the_screen(square, form):
    await report(square.town, square.ana, WORDS)
    await time_of(square)
    sent = await square.town.press(square.zana, form)
    assert sent.file.name == f"figures.{form.lower()}"
    said = str(pages(sent.file.content)) if form == "XLSX" else sent.file.content.decode("utf-8-sig")
    assert "fewer than 5" in said
    assert "1 June 2023 – 30 June 2023" in said
    assert "Made on 20 June 2023" in said
    assert not [word for word in (RECEIPT, WORDS, "Ana") if word in said]


async def test_the_list_has_where_each_stands_and_nobody_in_it(square):
    town, zana = square.town, square.zana
    await report(town, square.ana, WORDS)
    await opened(square)
    await town.press(zana, "Pass it on")
    await town.press(zana, "Somebody else")
    await town.say(zana, "=Drejtoria")
    await town.press(zana, "Who took it there")
    await town.say(zana, "Inspector K.")
    await town.press(zana, "Confirm")
    await town.say(zana, "/zyra")
    await town.press(zana, "Safety reports")
    await town.press(zana, "Figures")
    sent = await town.press(zana, "List of reports (XLSX)")
    (page,) = pages(sent.file.content)
    assert page[-1][:6] == [RECEIPT, "2023-06-20", "Traffic or parking", "", "Passed on", "2023-06-20"]
    assert page[-1][7:] == [0.0, "=Drejtoria 2023-06-20"]
    assert not [word for word in (WORDS, "Inspector", "Zana") if word in str(page)]
    lines = (await town.press(zana, "List of reports (CSV)")).file.content.decode("utf-8-sig")
    assert "'=Drejtoria" in lines


async def test_a_citizen_gets_no_figures(square):
    town, zana = square.town, square.zana
    shown = await time_of(square)
    async with town.service.database.transaction() as work:
        await work.people.dismiss((await work.people.all_officers())[0])
    zana.presses("XLSX", message=shown)
    await town.settle()
    assert town.heard(zana).file is None


async def test_on_the_first_working_day_of_a_month_whoever_holds_an_office_is_told(square):
    town, zana = square.town, square.zana
    await report(town, square.ana, WORDS)
    told = "Safety reports in figures\n\nBashkia Përmet\nLast month: 1 June 2023"
    await town.until(wall(date(2023, 7, 3), time(7)))
    assert not [each for each in town.seen(zana) if each.startswith(told)]
    await town.until(wall(date(2023, 7, 4), time(18)))
    assert len([each for each in town.seen(zana) if each.startswith(told)]) == 1
    assert not [each for each in town.seen(square.ana) if "in figures" in each]
    sent = next(each for each in zana.chat(town.bot).messages if each.text.startswith(told))
    zana.presses("Figures", message=sent)
    await town.settle()
    assert town.heard(zana).text.startswith(told)


async def test_where_nothing_was_reported_nobody_is_told(square):
    await square.town.until(wall(date(2023, 7, 3), time(18)))
    assert not [each for each in square.town.seen(square.zana) if "in figures" in each]


@pytest.mark.parametrize("role", [Role.MEMBER, Role.CHAIR])
async def test_the_council_reads_the_figures_of_months_that_are_over_and_no_list(square, role):
    town = square.town
    beni = await town.officer("Beni", role=role)
    await report(town, square.ana, WORDS)
    menu = await town.say(beni, "/menu")
    assert "Figures of safety reports" in menu.labels
    asked = await town.press(beni, "Figures of safety reports")
    assert asked.text == "Bashkia Përmet\n\nFigures of which time?"
    assert asked.labels == ["Last month", "Last quarter", "Last four quarters", "Menu"]
    shown = await town.press(beni, "Last month")
    assert "Received: fewer than 5" in shown.text
    assert "Not closed yet" not in shown.text, "it moves with each report that comes"
    assert "Not closed on 31 May 2023: fewer than 5" in shown.text
    assert shown.labels == ["XLSX", "CSV", "Another time", "Menu"]
    assert (await town.press(beni, "CSV")).file.name == "figures.csv"
    for forged in (f"qf~1~{Span.THIS_MONTH}~csv", "ql~1~csv", f"fg~1~{Span.THIS_MONTH}"):
        beni.presses_data(town.bot, forged)
        await town.settle()
        assert town.heard(beni).file is None, forged
        assert "Only a coordinator" in town.heard(beni).text, forged


async def test_the_council_is_told_of_a_month_like_the_desk(square):
    town = square.town
    beni = await town.officer("Beni", role=Role.MEMBER)
    await report(town, square.ana, WORDS)
    await town.until(wall(date(2023, 7, 4), time(18)))
    assert [each for each in town.seen(beni) if "Last month: 1 June 2023" in each]
    assert "digest" not in "\n".join(town.seen(beni)[2:]).casefold()


@pytest.mark.parametrize("form", ["XLSX", "CSV"])
async def test_of_words_the_council_reads_only_those_a_coordinator_chose_to_tell(square, form):
    """Beside the figures, as long as it is not closed; of the report itself never a word."""
    town = square.town
    beni = await town.officer("Beni", role=Role.MEMBER)
    await report(town, square.ana, WORDS, about="Lighting")
    await make_known(square)
    await town.say(beni, "/menu")
    await town.press(beni, "Figures of safety reports")
    shown = await town.press(beni, "Last month")
    heading = "Known and not solved yet, in the coordinators' words"
    assert f"{heading}\n• Lighting, roads, public space: “{SENTENCE}”" in shown.text
    sent = (await town.press(beni, form)).file
    said = str(pages(sent.content)) if form == "XLSX" else sent.content.decode("utf-8-sig")
    assert SENTENCE in said
    await close(square)
    await town.say(beni, "/menu")
    await town.press(beni, "Figures of safety reports")
    assert heading not in (await town.press(beni, "Last month")).text
    assert WORDS not in said + "".join(town.seen(beni))


async def test_of_many_known_problems_the_newest_stand_in_the_message_and_all_in_the_file(square):
    town, zana = square.town, square.zana
    for number in range(7):
        await report(town, await town.citizen(f"C{number}", "English"), f"Lamp {number}.", about="Lighting")
        await make_known(square, f"=Lamp {number} is out.", f"PR-S-2023-000{number + 1}")
    shown = (await time_of(square)).text
    assert shown.count("“=Lamp") == 5
    assert "“=Lamp 6 is out.”\n" in shown
    assert "Lamp 1 is out" not in shown
    assert "2 more are in the file." in shown
    told = (await town.press(zana, "CSV")).file.content.decode("utf-8-sig")
    assert told.count("'=Lamp") == 7, "and none is a formula"
