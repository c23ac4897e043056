"""A paper is drawn once the pen is laid down: nobody waits for it, and what goes wrong with it is said."""

import asyncio
from datetime import timedelta

import pytest

from bot.office import OfficeScribe
from tests.conversations.steps import comment

PAPERS = ("Consultations", "Plani Social", "Official papers")


async def papers(square):
    await square.town.say(square.zana, "/zyra")
    for label in PAPERS:
        shown = await square.town.press(square.zana, label)
    return shown


@pytest.mark.on_both
async def test_others_write_while_a_paper_is_drawn(square, monkeypatch):
    town, real, wrote = square.town, OfficeScribe.paper, []

    async def slowly(scribe, value):
        async with asyncio.timeout(5), town.service.database.transaction() as unit:
            wrote.append(await unit.people.get(await unit.addresses.find(town.bot.id, square.ana.id)))
        return await real(scribe, value)

    monkeypatch.setattr(OfficeScribe, "paper", slowly)
    await papers(square)
    given = await town.press(square.zana, "Report of the consultation")
    assert given.file.name == "raporti-i-konsultimit.docx"
    assert len(wrote) == 1


async def test_a_paper_that_cannot_be_drawn_is_a_fault_with_a_number(square, monkeypatch, caplog):
    async def broken(scribe, value):
        raise RuntimeError("no ink")

    monkeypatch.setattr(OfficeScribe, "paper", broken)
    await papers(square)
    told = await square.town.press(square.zana, "Report of the consultation")
    assert "Something went wrong on our side" in told.text
    assert "no ink" in caplog.text
    monkeypatch.undo()
    square.town.clock.move(timedelta(minutes=1))
    await papers(square)
    assert (await square.town.press(square.zana, "Report of the consultation")).file is not None


async def test_from_a_paper_there_is_a_way_back_to_what_was_being_written(square):
    town, zana = square.town, square.zana
    await comment(town, square.ana, "More buses.")
    await papers(square)
    await town.say(zana, "/publiko")
    await town.say(zana, "NJOFTIM")
    given = await town.press(zana, "Report of the consultation")
    assert given.file is not None
    assert "Go on with what I was writing" in given.labels
