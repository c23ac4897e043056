"""Steps of a process: done with one tap, no longer planned with another, taken back; citizens read it in the list."""

from dataclasses import replace
from datetime import date, time

from bot.taps import ONE_WISH
from participation.clock import wall
from participation.consultations.keeping import keep_next
from participation.consultations.model import Kind, Stage, Step
from participation.consultations.versions import Amendment, Version
from participation.ids import ConsultationId
from tests.town import announce

TITLE = "Rrugët"
LONG = "Takimi i grupit të punës me përfaqësuesit e njësive administrative dhe të fshatrave " * 2
STEPS = (Step("Rishikimi i planit", date(2023, 6, 28)), Step("Fokus grupet"), Step(LONG.strip(), date(2023, 9, 1)))


async def process(square):
    return await announce(square.town, square.zana, title=TITLE, kind=Kind.PRIOR, steps=STEPS)


async def page(square, *labels):
    town, zana = square.town, square.zana
    town.clock.move(ONE_WISH)
    await town.say(zana, "/zyra")
    for label in ("Consultations", TITLE, "Steps of the work", *labels):
        shown = await town.press(zana, label)
    return shown


async def read(square, who=None):
    person = who or square.ana
    square.town.clock.move(ONE_WISH)
    return (await square.town.start(person, "k_2")).text


async def test_a_day_that_has_passed_makes_nothing_done(square):
    await process(square)
    square.town.clock.set(wall(date(2023, 7, 3), time(9)))
    shown = await page(square)
    assert "1. Rishikimi i planit, 28 June 2023: to come" in shown.text
    assert "2. Fokus grupet, date to be set: to come" in shown.text
    assert "• Rishikimi i planit: Wednesday, 28 June 2023\n" in await read(square)


async def test_one_tap_says_done_and_everybody_reads_it_and_nobody_is_rung_up(square):
    await process(square)
    before = len(square.town.seen(square.ana))
    shown = await page(square, "Done: Rishikimi")
    assert "1. Rishikimi i planit, 28 June 2023: done (said on 20 June 2023)" in shown.text
    assert len(square.town.seen(square.ana)) == before
    assert "• Rishikimi i planit: Wednesday, 28 June 2023, done" in await read(square)
    shown = await page(square, "Done: Fokus")
    assert "• Fokus grupet: done" in await read(square)


async def test_what_is_no_longer_planned_says_so_and_can_be_taken_back(square):
    await process(square)
    shown = await page(square, "A step is no longer planned", "No longer planned: Fokus")
    assert "2. Fokus grupet, date to be set: no longer planned (said on 20 June 2023)" in shown.text
    assert "• Fokus grupet: no longer planned" in await read(square)
    shown = await page(square, "Take back: Fokus")
    assert "2. Fokus grupet, date to be set: to come" in shown.text
    assert "• Fokus grupet: date to be set" in await read(square)


async def test_a_second_tap_and_an_old_button_change_nothing_else(square):
    town, zana = square.town, square.zana
    await process(square)
    await page(square, "Done: Rishikimi")
    for _ in range(2):
        town.clock.move(ONE_WISH)
        await town.do(zana, lambda: zana.presses_data(town.bot, "hsm~2~1~0~done"))
    assert town.heard(zana).text.count("done (said on") == 1
    async with town.service.database.transaction() as unit:
        found = await unit.consultations.get(ConsultationId(2))
        await keep_next(found, Version(2, Amendment.CORRECTED, date(2023, 6, 20), found.terms, "x"), uow=unit)
    await town.do(zana, lambda: zana.presses_data(town.bot, "hsm~2~1~1~done"))
    assert "• Fokus grupet: date to be set" in await read(square)
    assert "28 June 2023, done" in await read(square), "a new version of the notice keeps it"


async def test_a_reworded_step_keeps_its_mark_in_the_next_version(square):
    town = square.town
    await process(square)
    await page(square, "Done: Rishikimi")
    async with town.service.database.transaction() as unit:
        found = await unit.consultations.get(ConsultationId(2))
        terms = replace(found.terms, steps=(Step("Rishikimi i planit të vjetër", date(2023, 6, 28)), *STEPS[1:]))
        await keep_next(found, Version(2, Amendment.CORRECTED, date(2023, 6, 20), terms, "x"), uow=unit)
    assert "• Rishikimi i planit të vjetër: Wednesday, 28 June 2023, done" in await read(square)


async def test_in_albanian_it_says_so_too(square):
    town, zana = square.town, square.zana
    await process(square)
    await page(square, "Done: Rishikimi")
    await town.say(square.ana, "/gjuha")
    await town.press(square.ana, "Shqip")
    assert "• Rishikimi i planit: e mërkurë, 28 qershor 2023, u krye" in await read(square)
    await town.say(zana, "/gjuha")
    await town.press(zana, "Shqip")
    await town.do(zana, lambda: zana.presses_data(town.bot, "hs~2~0"))
    assert "1. Rishikimi i planit, 28 qershor 2023: u krye (shënuar më 20 qershor 2023)" in town.heard(zana).text


async def test_nobody_else_marks_and_what_was_called_off_or_has_no_steps_is_not_marked(square):
    town, ana, zana = square.town, square.ana, square.zana
    await process(square)
    for person, data in (
        (ana, "hsm~2~1~0~done"),
        (zana, "hsm~2~1~9~done"),
        (zana, "hsm~2~1~0~lost"),
        (zana, "hs~1~0"),
    ):
        await town.do(person, lambda person=person, data=data: person.presses_data(town.bot, data))
    async with town.service.database.transaction() as unit:
        await unit.consultations.move(ConsultationId(2), Stage.CANCELLED, was=Stage.OPEN, on=date(2023, 6, 20))
    await town.do(zana, lambda: zana.presses_data(town.bot, "hsm~2~1~0~done"))
    assert "not here any more" in town.heard(zana).text
    async with town.service.database.transaction() as unit:
        assert (await unit.consultations.get(ConsultationId(2))).marks == ()
