"""What goes wrong around a report: it is closed, cut, edited or begun long ago, and somebody is gone in between."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participation.people.model import Role
from storage.tables import entries, reports
from tests.conversations.steps import RECEIPT, loses_office, named_report, opened, own, report, texts_since
from tests.conversations.test_cases import ask, begin_more, close
from tests.town import open_town

GONE = "This is not here any more, or it is not for you."


async def count(town, table):
    async with town.service.database.reading() as unit:
        return len((await unit._connection.execute(select(table.c.id))).all())


async def test_who_shares_where_they_are_live_gives_the_first_point_and_is_told_to_stop(square):
    town, ana = square.town, square.ana
    await town.say(ana, "/raporto")
    await town.press(ana, "No")
    await town.press(ana, "Traffic")
    await town.say(ana, "Cars race past the school.")
    before = len(town.seen(ana))
    shared = ana.sends_location(town.bot, 40.2361, 20.3522, live=900)
    await town.settle()
    assert "Please stop it in Telegram" in "".join(town.seen(ana)[before:])
    checked = town.heard(ana).text
    assert "Please check" in checked
    before = len(town.seen(ana))
    for step in range(5):
        ana.moves(shared, 40.3 + step, 20.4)
        await town.settle()
    assert len(town.seen(ana)) == before, "a point that moves by itself is nothing that anybody says"
    await town.press(ana, "Send")
    async with town.service.database.reading() as unit:
        [number] = (await unit._connection.execute(select(reports.c.id))).scalars().all()
        spot = (await unit.reports.get(number)).account.spot
    assert (spot.latitude, spot.longitude) == (40.236, 20.352)


async def test_an_edit_of_what_was_sent_changes_nothing_and_says_how_to_say_more(square):
    town, ana = square.town, square.ana
    await town.say(ana, "/raporto")
    for label in ("No", "Traffic"):
        await town.press(ana, label)
    told = ana.says(town.bot, "Cars race past the school.")
    await town.settle()
    for label in ("Skip", "Send"):
        await town.press(ana, label)
    before = len(town.seen(ana))
    answered = await town.do(ana, lambda: ana.edits(told, "Cars race past the school, a red one."))
    assert len(town.seen(ana)) == before + 1
    assert answered.text == (
        "You changed an old message. It changes nothing here: what was sent stays as it was. "
        "You find it under /te_miat; more can be written to a report there."
    )
    assert "red one" not in (await opened(square)).text


@pytest.mark.parametrize("way", ["an old button", "words that were begun", "the answer to a question"])
async def test_who_writes_more_to_a_report_that_is_closed_meanwhile_is_told_and_keeps_the_words(square, way):
    town, ana = square.town, square.ana
    await report(town, ana)
    if way == "an old button":
        await own(square)
        await close(square)
        answered = await town.do(ana, lambda: ana.presses_data(town.bot, "qa~1"))
    elif way == "words that were begun":
        await begin_more(square, "There are two of them now.")
        await close(square)
        answered = await town.press(ana, "Send")
    else:
        await ask(square, "How many?")
        await close(square)
        answered = await town.do(ana, lambda: ana.presses_data(town.bot, "qa~1"))
    assert "This report is closed, so nothing is added to it now." in answered.text
    if way == "words that were begun":
        assert "This is what you had written:\nThere are two of them now." in answered.text
    assert "two of them" not in (await opened(square)).text
    for label in ("Show my report", "No, look at it again", "Write more"):
        await town.press(ana, label)
    await town.say(ana, "There are two of them now.")
    await town.press(ana, "Send")
    assert "two of them" in (await opened(square)).text


@pytest.mark.parametrize("begun", [False, True])
async def test_who_writes_more_to_a_report_whose_thread_is_cut_reaches_nobody(square, begun):
    town, ana = square.town, square.ana
    await report(town, ana)
    await ask(square, "How many?")
    asked = town.heard(ana)
    if begun:
        await begin_more(square, "There are two of them now.")
    await own(square)
    for label in ("Cut the thread to me", "Yes, cut it"):
        await town.press(ana, label)
    kept = await count(town, entries)
    await town.do(ana, lambda: ana.presses("Answer", town.bot))
    assert asked.labels[0] == "Answer"
    assert town.heard(ana).text == GONE
    assert RECEIPT not in town.heard(ana).text
    assert await count(town, entries) == kept


async def test_a_report_begun_before_a_restart_goes_on_after_it(tmp_path):
    """The old buttons as well; the process that shows them has forgotten nothing, for it remembers nothing."""
    async with open_town(tmp_path) as town:
        await town.officer("Zana")
        ana = await town.citizen("Ana", "English")
        await town.say(ana, "/raporto")
        for label in ("No", "Traffic"):
            await town.press(ana, label)
        await town.say(ana, "Cars race past the school.")
    ana.sends_voice(town.bot)
    async with open_town(tmp_path, clock=town.clock, world=town.world) as again:
        await again.settle()
        checked = await again.press(ana, "Skip")
        assert "Cars race past the school." in checked.text
        assert "Attached: 1 voice message." in checked.text
        assert f"Your number: {RECEIPT}" in (await again.press(ana, "Send")).text


async def test_who_blocks_us_in_the_middle_is_not_written_to_and_finds_all_on_return(square):
    town, ana = square.town, square.ana
    await report(town, ana)
    ana.blocks(town.bot)
    await town.settle()
    before = len(town.seen(ana))
    await ask(square, "How many cars?")
    await close(square)
    assert len(town.seen(ana)) == before
    shown = await opened(square)
    assert "block" not in shown.text.lower(), "no officer sees who can be reached"
    ana.unblocks(town.bot)
    await town.settle()
    await town.say(ana, "/menu")
    await town.pass_time(timedelta(minutes=2), timedelta(minutes=1))
    heard = texts_since(town, ana, before)
    assert f"There is a question to you about {RECEIPT}." in heard
    assert f"{RECEIPT} was closed." in heard


@pytest.mark.parametrize("label", ["Write a note", "Ask the sender", "Something was done"])
async def test_a_coordinator_who_is_dismissed_in_the_middle_of_an_answer_does_nothing_any_more(square, label):
    town, ana = square.town, square.ana
    era = await town.officer("Era", role=Role.COORDINATOR)
    await report(town, ana)
    await town.say(era, "/zyra")
    for one in ("Safety reports", RECEIPT, label):
        await town.press(era, one)
    await town.say(era, "Two of them were seen.")
    before, kept = len(town.seen(ana)), await count(town, entries)
    await loses_office(town, era)
    refused = await town.press(era, "Confirm")
    assert "You hold no office any more at: Bashkia Përmet." in refused.text
    assert await count(town, entries) == kept
    assert len(town.seen(ana)) == before
    assert "Two of them" not in (await opened(square)).text


async def test_a_name_and_a_cut_and_a_closing_in_any_order_leave_no_name(square):
    town, ana = square.town, square.ana
    await named_report(town, ana, "Zamira Lumturi")
    await close(square)
    await own(square)
    for label in ("Cut the thread to me", "Yes, cut it"):
        await town.press(ana, label)
    assert "No name was given." in (await opened(square)).text
