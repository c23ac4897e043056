"""A report that nobody reads in time: the deputy hears of it, then who leads the council, and its sender each time."""

from datetime import date, time, timedelta

import pytest

from participation.clock import wall
from participation.people.model import Role
from storage.tables import parcels
from tests.conversations.steps import RECEIPT, numbers, opened, own, raw, report, rows, texts_since
from tests.conversations.test_cases import close

WAITS = "1 safety report has not been read."
COUNCIL = "please ask the coordinators to open it today"
URGENT = "Weapons"
FRIDAY = wall(date(2023, 6, 23), time(8, 30))
THURSDAY = wall(date(2023, 6, 29), time(8, 30))
"""When the first two working days are over, and the next two: it came on Tuesday 20 June, and the 28th is Eid."""


async def until(town, moment):
    near = moment - timedelta(hours=2)
    if town.clock.now() < near:
        await town.pass_time(near - town.clock.now(), timedelta(hours=1))
    await town.pass_time(moment - town.clock.now(), timedelta(minutes=5))


@pytest.mark.on_both
async def test_first_the_deputy_hears_of_it_then_the_council_and_the_sender_each_time(square):
    town, ana, zana = square.town, square.ana, square.zana
    era, beni = await town.officer("Era", role=Role.DEPUTY), await town.officer("Beni", role=Role.CHAIR)
    receipt = await report(town, ana)
    assert "It should be read by Thursday, 22 June 2023." in receipt.text
    assert "It should be read by Thursday, 22 June 2023." in (await own(square)).text
    await until(town, FRIDAY - timedelta(minutes=95))
    assert not [text for who in (zana, era, beni) for text in town.seen(who) if "has not been read" in text]
    assert "It should have been read by Thursday, 22 June 2023." in (await own(square)).text
    await until(town, FRIDAY)
    assert WAITS in town.heard(era).text
    assert "nobody has opened it so far" in town.heard(era).text
    assert town.heard(ana).text == f"{RECEIPT} has not been read in time."
    assert town.heard(ana).silent
    told = await town.press(ana, "Show")
    assert "Nobody has read your report in time. The deputy coordinator was told that it waits." in told.text
    assert "should" not in told.text
    assert not [text for who in (zana, beni) for text in town.seen(who) if "Not read in time" in text]
    await until(town, THURSDAY)
    assert COUNCIL in town.heard(beni).text
    assert not town.heard(beni).labels
    assert RECEIPT not in "".join(town.seen(beni))
    assert "Whoever leads the safety council was told that one waits." in (await own(square)).text
    before = [len(town.seen(who)) for who in (ana, era, beni)]
    await town.pass_time(timedelta(days=8), timedelta(hours=1))
    later = [texts_since(town, who, count) for who, count in zip((ana, era, beni), before, strict=True)]
    assert not [text for text in later if "not been read" in text or "Not read" in text]


async def test_the_deputy_reads_it_and_all_is_in_time_again(square):
    town, ana = square.town, square.ana
    era, beni = await town.officer("Era", role=Role.DEPUTY), await town.officer("Beni", role=Role.CHAIR)
    await report(town, ana)
    await until(town, FRIDAY)
    assert "Late" not in (await town.press(era, "Safety reports")).labels[0], "what is new is told to be new"
    shown = await town.press(era, RECEIPT)
    assert "not read in time – the deputy coordinator was told" in shown.text
    assert "An answer is due by Wednesday, 5 July 2023." in shown.text
    assert "An answer is due by Wednesday, 5 July 2023." in (await own(square)).text
    await until(town, THURSDAY)
    assert not [text for text in town.seen(beni) if COUNCIL in text]


async def test_an_urgent_one_goes_up_after_hours_in_the_night_too(square):
    town, ana = square.town, square.ana
    era, beni = await town.officer("Era", role=Role.DEPUTY), await town.officer("Beni", role=Role.CHAIR)
    await until(town, wall(date(2023, 6, 24), time(1, 20)))
    await report(town, ana, about=URGENT)
    await until(town, wall(date(2023, 6, 24), time(3, 55)))
    assert not [text for text in town.seen(era) if WAITS in text]
    await until(town, wall(date(2023, 6, 24), time(4, 5)))
    assert WAITS in town.heard(era).text
    assert not town.heard(era).silent
    assert "has not been read in time" not in town.heard(ana).text, "the sender sleeps, and may not be alone"
    await until(town, wall(date(2023, 6, 24), time(6, 10)))
    assert COUNCIL in town.heard(beni).text
    await until(town, wall(date(2023, 6, 24), time(9)))
    assert sum("has not been read in time" in text for text in town.seen(ana)) == 2


async def test_without_a_deputy_the_coordinators_are_told_again_or_whoever_is_there(square):
    town, ana, zana = square.town, square.ana, square.zana
    era = await town.officer("Era", role=Role.COORDINATOR)
    await report(town, ana)
    await until(town, FRIDAY)
    assert WAITS in town.heard(era).text
    assert not [text for text in town.seen(zana) if WAITS in text]
    assert "The coordinators were told that it waits." in (await own(square)).text
    await until(town, THURSDAY)
    assert WAITS in town.heard(zana).text
    assert "The administrator was told that it waits." in (await own(square)).text


async def test_where_nobody_can_be_told_nobody_is_said_to_have_been(square):
    await report(square.town, square.ana)
    square.zana.blocks(square.town.bot)
    await until(square.town, FRIDAY)
    assert "in time, and we reach nobody who could." in (await own(square)).text


async def test_whoever_leads_the_council_and_left_is_not_said_to_have_been_told(square):
    town, ana, zana = square.town, square.ana, square.zana
    era = await town.officer("Era", role=Role.DEPUTY)
    era.blocks(town.bot)
    await report(town, ana)
    await until(town, FRIDAY)
    assert WAITS in town.heard(zana).text
    assert "The administrator was told that it waits." in (await own(square)).text


async def test_many_that_nobody_read_are_one_message(square):
    town = square.town
    era = await town.officer("Era", role=Role.DEPUTY)
    for words in ("One.", "Two.", "Three."):
        await report(town, square.ana, words)
    await until(town, FRIDAY)
    assert "3 safety reports have not been read." in town.heard(era).text
    assert sum("Not read in time" in text for text in town.seen(era)) == 1


async def test_what_was_not_answered_in_time_stands_in_the_list_and_in_the_digest(square):
    town, ana, zana = square.town, square.ana, square.zana
    await report(town, ana)
    await opened(square)
    await town.pass_time(timedelta(days=14), timedelta(hours=6))
    await town.say(zana, "/zyra")
    assert (await town.press(zana, "Safety reports")).labels[0] == f"{RECEIPT}: Traffic or parking"
    await until(town, wall(date(2023, 7, 6), time(9, 5)))
    digest = next(text for text in reversed(town.seen(zana)) if text.startswith("Your summary"))
    assert "1 safety report is late." in digest
    await town.say(zana, "/zyra")
    listed = await town.press(zana, "Safety reports")
    assert listed.labels[0] == f"Late – {RECEIPT}: Traffic or parking"
    assert "An answer was due by Wednesday, 5 July 2023." in (await town.press(zana, listed.labels[0])).text
    assert "An answer was due by Wednesday, 5 July 2023." in (await own(square)).text
    await close(square)
    assert "An answer" not in (await own(square)).text
    await town.say(zana, "/zyra")
    assert (await town.press(zana, "Safety reports")).labels[0] == f"{RECEIPT}: Traffic or parking"


async def test_what_is_opened_again_has_its_time_anew(square):
    town, ana = square.town, square.ana
    era = await town.officer("Era", role=Role.DEPUTY)
    await report(town, ana)
    await until(town, FRIDAY)
    await close(square)
    await own(square)
    shown = await town.press(ana, "No, look at it again")
    assert "It should be read by Tuesday, 27 June 2023." in shown.text
    heard = len(town.seen(era))
    await until(town, THURSDAY)
    assert WAITS in texts_since(town, era, heard)


async def test_the_file_tells_no_hour_of_a_report_and_nothing_is_left_of_the_letters(square, tmp_path):
    town = square.town
    era = await town.officer("Era", role=Role.DEPUTY)
    await report(town, square.ana, about=URGENT)
    await until(town, town.clock.now() + timedelta(hours=3))
    assert WAITS in town.heard(era).text
    assert not numbers(tmp_path, f"SELECT id FROM {parcels.name} WHERE kind IN ('left_unread', 'report_moved')")
    assert "raise" not in str(rows(tmp_path, "audit")), "its moment would tell the hour at which the report came"
    assert b'"read_by"' not in raw(tmp_path)
    assert b'"raised"' not in raw(tmp_path)


async def test_what_is_late_has_a_view_of_its_own(square):
    """What nobody has read in time as well, also once somebody else was told; what is answered is not in it."""
    town, zana, ana = square.town, square.zana, square.ana
    beni = await town.citizen("Beni", "English")
    await report(town, ana)
    await report(town, beni, about="Noise")
    await opened(square)
    await town.say(zana, "/zyra")
    assert not [label for label in (await town.press(zana, "Safety reports")).labels if "Late" in label]
    await until(town, FRIDAY)
    await town.say(zana, "/zyra")
    shown = await town.press(zana, "Safety reports")
    assert "Late ones (1)" in shown.labels
    late = await town.press(zana, "Late ones")
    assert late.text == "Safety reports: Late ones\n\n1 report"
    assert late.labels[0] == "New – PR-S-2023-0002: Noise"
    await until(town, wall(date(2023, 7, 6), time(8, 30)))
    await town.say(zana, "/zyra")
    both = await town.press(zana, "Safety reports")
    assert "Late ones" not in "".join(both.labels), "all there are"
    await town.press(zana, RECEIPT)
    for label in ("Close it", "Solved", "Skip", "Confirm"):
        await town.press(zana, label)
    await town.say(zana, "/zyra")
    await town.press(zana, "Safety reports")
    assert (await town.press(zana, "Late ones (1)")).labels[0] == "New – PR-S-2023-0002: Noise"
    kinds = await town.press(zana, "By category") if "By category" in town.heard(zana).labels else None
    assert kinds is None, "one needs no narrowing"
