"""Whoever has commented hears what becomes of it: without following, once, and nothing is kept of who it was."""

from datetime import date, time, timedelta

import pytest

from participation.clock import wall
from tests.conversations.steps import comment, numbers, texts_since
from tests.town import announce

TITLE = "Plani Social"
BECAUSE = "You are told because you commented: PR-2023-"


@pytest.fixture
async def drita(square):
    """She commented without a name, and follows nothing here."""
    drita = await square.town.citizen("Drita", language="English")
    await comment(square.town, drita, "A bus for the village.")
    await stops_following(square.town, drita)
    return drita


async def stops_following(town, person):
    await town.say(person, "/ndjek")
    await town.press(person, "Stop: Përmet")


async def managed(square):
    await square.town.say(square.zana, "/zyra")
    await square.town.press(square.zana, "Consultations")
    return await square.town.press(square.zana, TITLE)


async def extended(square, until="25.8.2023"):
    await managed(square)
    await square.town.press(square.zana, "Give more time")
    await square.town.say(square.zana, until)
    asked = (await square.town.say(square.zana, "Many asked for it.")).text
    await square.town.press(square.zana, "Change it and tell everybody")
    return asked


async def cancelled(square):
    await managed(square)
    await square.town.press(square.zana, "Cancel the consultation")
    asked = (await square.town.say(square.zana, "The plan is withdrawn.")).text
    await square.town.press(square.zana, "Cancel the consultation and tell everybody")
    return asked


async def minutes_pass(town, minutes=3):
    await town.pass_time(timedelta(minutes=minutes))
    await town.settle()


async def after(square, day, hour=10):
    await square.town.until(wall(day, time(hour)), timedelta(days=1))
    await square.town.settle()


async def test_an_extension_is_told_once_to_who_commented(square, drita):
    town = square.town
    await comment(town, drita, "And a bench.")
    before = len(town.seen(drita))
    await extended(square)
    await minutes_pass(town)
    told = texts_since(town, drita, before)
    assert told.count("There is more time to comment") == 1
    assert "Comments were until: Friday, 18 August 2023." in told
    assert BECAUSE in told
    assert "Show my comment" in town.heard(drita).labels
    await after(square, date(2023, 6, 22))
    assert texts_since(town, drita, before).count("There is more time to comment") == 1


async def test_who_follows_and_has_commented_hears_it_once(square, drita):
    town, ana = square.town, square.ana
    await comment(town, ana, "A bench.")
    before = len(town.seen(ana))
    await extended(square)
    await minutes_pass(town)
    told = texts_since(town, ana, before)
    assert told.count("There is more time to comment") == 1
    assert BECAUSE not in told


async def test_at_night_it_waits_with_the_comment_and_no_name_stands_in_the_outbox(square, drita, tmp_path):
    town = square.town
    await town.until(wall(date(2023, 6, 20), time(22)), timedelta(hours=1))
    before = len(town.seen(drita))
    await extended(square)
    await minutes_pass(town)
    assert "There is more time" not in texts_since(town, drita, before)
    assert numbers(tmp_path, "SELECT count(*) FROM parcels WHERE kind = 'author_told'") == [0]
    assert numbers(tmp_path, "SELECT count(*) FROM news") == [1]
    await after(square, date(2023, 6, 21))
    assert texts_since(town, drita, before).count("There is more time to comment") == 1
    assert numbers(tmp_path, "SELECT count(*) FROM news") == [0]
    assert numbers(tmp_path, "SELECT count(*) FROM parcels WHERE kind = 'author_told'") == [0]


async def test_what_is_called_back_in_the_night_is_not_told_in_the_morning(square, drita):
    town = square.town
    await town.until(wall(date(2023, 6, 20), time(22)), timedelta(hours=1))
    before = len(town.seen(drita))
    await extended(square)
    await cancelled(square)
    await after(square, date(2023, 6, 21))
    told = texts_since(town, drita, before)
    assert "There is more time" not in told
    assert told.count("The consultation is cancelled") == 1


async def test_of_a_cancelled_consultation_no_answer_is_owed_and_the_author_is_told_so(square, drita):
    town, zana = square.town, square.zana
    before = len(town.seen(drita))
    weighed = await cancelled(square)
    assert "1 comment has no answer yet. It is kept, and no answer is owed" in weighed
    await minutes_pass(town)
    told = texts_since(town, drita, before)
    assert told.count("The consultation is cancelled") == 1
    assert "Comments that were sent are kept, and no answer is owed to them." in told
    page = await town.press(drita, "Show my comment")
    assert "The consultation was cancelled: no answer is owed." in page.text
    assert "owed by" not in page.text
    await after(square, date(2023, 10, 20))
    assert "No answer yet" not in texts_since(town, drita, before)
    desk = await town.say(zana, "/zyra")
    assert "Comments to answer" in desk.labels
    assert "overdue" not in desk.text
    managed_page = await managed(square)
    assert "Comments to answer" not in managed_page.labels
    listed = await town.press(zana, "All comments")
    opened = await town.press(zana, next(label for label in listed.labels if label.startswith("PR-2023-")))
    assert "The consultation was cancelled: no answer is owed." in opened.text
    assert "The answer is overdue." not in opened.text


async def test_nobody_complains_of_an_answer_that_is_not_owed(square, drita):
    town = square.town
    await cancelled(square)
    await minutes_pass(town)
    await after(square, date(2023, 10, 20))
    drita.presses_data(town.bot, "cp~1")
    await town.settle()
    assert "The consultation was cancelled: no answer is owed." in town.heard(drita).text
    assert "Write the text for me" not in town.heard(drita).labels


async def test_the_summary_and_the_act_with_its_link_are_told_to_who_commented(square, drita):
    town, zana = square.town, square.zana
    before = len(town.seen(drita))
    await after(square, date(2023, 8, 21))
    await managed(square)
    shown = await town.press(zana, "Publish what became of the comments")
    assert "Whoever has commented here is told as well." in shown.text
    await town.press(zana, "Publish it without deciding them")
    await town.say(zana, "The council decides first.")
    await town.press(zana, "Publish what became of the comments")
    await minutes_pass(town)
    assert texts_since(town, drita, before).count("The summary of comments is published") == 1
    await managed(square)
    await town.press(zana, "The act is adopted")
    await town.say(zana, "Nr. 12")
    await town.say(zana, "20.8.2023")
    await town.say(zana, "https://akte.example/12")
    await town.press(zana, "Publish it and tell everybody")
    await minutes_pass(town)
    told = texts_since(town, drita, before)
    assert told.count("The act is adopted") == 1
    assert "https://akte.example/12" in told


async def test_who_took_it_back_hears_nothing(square, drita, tmp_path):
    town = square.town
    await town.say(drita, "/te_miat")
    await town.press(drita, "PR-2023-0001")
    await town.press(drita, "Take it back")
    await town.press(drita, "Yes, take it back")
    before = len(town.seen(drita))
    await extended(square)
    await minutes_pass(town)
    assert "There is more time" not in texts_since(town, drita, before)
    assert numbers(tmp_path, "SELECT count(*) FROM news") == [0]


async def test_who_speaks_only_of_another_consultation_hears_nothing_of_this(square, drita):
    town = square.town
    await announce(town, square.zana, title="Taksat")
    eris = await town.citizen("Eris", language="English")
    await comment(town, eris, "Less.", on="Taksat")
    await stops_following(town, eris)
    before = len(town.seen(eris))
    await extended(square)
    await minutes_pass(town)
    assert "There is more time" not in texts_since(town, eris, before)


async def test_the_last_question_says_that_authors_are_told_too(square, drita):
    await stops_following(square.town, square.ana)
    asked = await extended(square)
    assert "Nobody follows yet" not in asked
    assert "Whoever has commented here is told as well." in asked
