"""A report changes hands: given to a colleague, who hears of it, and left by one who goes, of which all hear once."""

from datetime import date, time, timedelta

import pytest

from participation.clock import wall
from participation.people.model import Role
from tests.conversations.steps import RECEIPT, loses_office, numbers, opened, own, report, texts_since
from tests.conversations.test_inbox import keep, receipts

GIVE = "Give to a colleague"
GIVEN = f"A colleague has given you the report {RECEIPT}."
LEFT = "A colleague at Bashkia Përmet does this work no longer."


async def dismissed(square, colleague):
    """The administrator has taken a colleague's office away."""
    await square.town.say(square.zana, "/zyra")
    for label in ("Colleagues", colleague, "Take the office away"):
        await square.town.press(square.zana, label)


async def shown_to(town, officer, receipt=RECEIPT):
    await town.say(officer, "/zyra")
    await town.press(officer, "Safety reports")
    return await town.press(officer, receipt)


async def give(square, colleague):
    await opened(square)
    for label in (GIVE, colleague, "Confirm"):
        shown = await square.town.press(square.zana, label)
    return shown


@pytest.mark.on_both
async def test_what_is_given_to_a_colleague_is_in_their_hands_and_they_hear_of_it(square):
    town, ana, zana = square.town, square.ana, square.zana
    era = await town.officer("Era", role=Role.COORDINATOR)
    await report(town, ana)
    await opened(square)
    asked = await town.press(zana, GIVE)
    assert asked.labels == ["coordinator, since 20 June 2023", "Back", "Cancel"]
    before = len(town.seen(era))
    preview = await town.press(zana, "coordinator, since 20 June 2023")
    assert "given to a colleague\ncoordinator, since 20 June 2023\n\nYour colleague is told of it." in preview.text
    assert "The sender is told of it" in preview.text
    done = await town.press(zana, "Confirm")
    assert "State: In a colleague's hands (coordinator)" in done.text
    assert GIVE not in done.labels, "nobody is left to give it to"
    assert texts_since(town, era, before) == GIVEN
    assert town.heard(ana).text == f"Somebody is dealing with {RECEIPT} now."
    shown = await town.press(era, "Show")
    assert "State: In your hands" in shown.text
    assert "given to a colleague" in shown.text
    assert "Era" not in "".join(town.seen(zana))
    assert (await own(square)).text.count("colleague") == 0
    await town.press(era, "Something was done")
    await town.say(era, "A bump was built.")
    assert "State: Something was done. In your hands" in (await town.press(era, "Confirm")).text
    assert "Something was done. In a colleague's hands (coordinator)" in (await opened(square)).text


async def test_who_is_alone_sees_no_button_and_who_sits_on_the_council_is_no_colleague(square):
    town, zana = square.town, square.zana
    await town.officer("Mira", role=Role.CHAIR)
    await report(town, square.ana)
    assert GIVE not in (await opened(square)).labels
    forged = await town.do(zana, lambda: zana.presses_data(town.bot, "qd~1~assign"))
    assert "This colleague does not work here any more. Nothing was changed." in forged.text


async def test_colleagues_of_one_office_are_told_apart(square):
    town, zana = square.town, square.zana
    first, second = [await town.officer(name, role=Role.COORDINATOR) for name in ("Era", "Beni")]
    town.clock.move(timedelta(days=1))
    await town.officer("Mira", role=Role.COORDINATOR)
    await report(town, square.ana)
    await opened(square)
    asked = await town.press(zana, GIVE)
    assert asked.labels[:3] == [
        "coordinator, since 20 June 2023 (1)",
        "coordinator, since 20 June 2023 (2)",
        "coordinator, since 21 June 2023",
    ]
    await town.press(zana, "20 June 2023 (2)")
    await town.press(zana, "Confirm")
    assert GIVEN in town.seen(second)
    assert GIVEN not in town.seen(first)
    await shown_to(town, second)
    again = await town.press(second, GIVE)
    assert again.labels[:3] == [
        "administrator, since 20 June 2023",
        "coordinator, since 20 June 2023 (1)",
        "coordinator, since 21 June 2023",
    ], "they have the same number, whoever looks"


async def test_a_colleague_who_is_dismissed_before_it_is_confirmed_gets_nothing(square):
    town, zana = square.town, square.zana
    era = await town.officer("Era", role=Role.COORDINATOR)
    await town.officer("Mira", role=Role.DEPUTY)
    await report(town, square.ana)
    await opened(square)
    await town.press(zana, GIVE)
    await town.press(zana, "coordinator, since")
    await loses_office(town, era)
    refused = await town.press(zana, "Confirm")
    assert "This colleague does not work here any more. Nothing was changed." in refused.text
    assert refused.labels == ["deputy coordinator, since 20 June 2023", "Back", "Cancel"], "and another can be chosen"
    await town.press(zana, "Cancel")
    assert "State: Read, nobody deals with it yet" in (await opened(square)).text
    assert GIVEN not in town.seen(era)


async def test_a_colleague_who_is_dismissed_before_they_are_chosen_is_refused(square):
    town, zana = square.town, square.zana
    era = await town.officer("Era", role=Role.COORDINATOR)
    await report(town, square.ana)
    await opened(square)
    await town.press(zana, GIVE)
    await loses_office(town, era)
    refused = await town.press(zana, "coordinator, since")
    assert "This colleague does not work here any more. Nothing was changed." in refused.text
    assert GIVE not in (await opened(square)).labels


async def test_word_of_it_waits_for_the_morning_and_is_only_for_whoever_has_it_then(square, tmp_path):
    town, zana = square.town, square.zana
    era = await town.officer("Era", role=Role.COORDINATOR)
    await report(town, square.ana)
    town.clock.set(wall(date(2023, 6, 20), time(23)))
    await give(square, "coordinator, since")
    assert GIVEN not in town.seen(era)
    assert numbers(tmp_path, "SELECT count(*) FROM parcels WHERE kind = 'report_given'") == [1]
    await opened(square)
    await town.press(zana, "Take it in hand")
    await town.pass_time(timedelta(hours=10), timedelta(minutes=30))
    assert GIVEN not in town.seen(era)
    assert numbers(tmp_path, "SELECT count(*) FROM parcels WHERE kind = 'report_given'") == [0]


async def test_what_is_urgent_does_not_wait_for_the_morning(square):
    town = square.town
    era = await town.officer("Era", role=Role.COORDINATOR)
    await report(town, square.ana, "A gun.", "Weapons")
    town.clock.set(wall(date(2023, 6, 20), time(23)))
    await give(square, "coordinator, since")
    assert f"A colleague has given you the urgent report {RECEIPT}." in town.seen(era)


@pytest.mark.on_both
async def test_who_leaves_is_told_of_once_with_how_many_reports_wait_again(square):
    town, zana = square.town, square.zana
    era = await town.officer("Era", role=Role.COORDINATOR)
    chair = await town.officer("Mira", role=Role.CHAIR)
    await keep(square, "noise", "noise", "traffic")
    for receipt in ("PR-S-2023-0001", "PR-S-2023-0003"):
        await shown_to(town, era, receipt)
        await town.press(era, "Take it in hand")
    before = {who.id: len(town.seen(who)) for who in (zana, era, chair)}
    await dismissed(square, "coordinator, since")
    told = texts_since(town, zana, before[zana.id])
    assert told.count(f"{LEFT} 2 reports that they had in hand are in nobody's hands now.") == told.count(LEFT) == 1
    assert not texts_since(town, chair, before[chair.id])
    assert "in nobody's hands" not in texts_since(town, era, before[era.id])
    shown = await town.press(zana, "Show what is in nobody's hands")
    assert shown.text == "Safety reports: Nobody's\n\n3 reports"
    assert receipts(shown) == ["PR-S-2023-0003", "PR-S-2023-0002", "PR-S-2023-0001"]
    assert LEFT in "".join(town.seen(zana)), "the list has not taken the place of the letter"


async def test_of_who_leaves_with_empty_hands_nothing_is_said(square):
    town, zana = square.town, square.zana
    era = await town.officer("Era", role=Role.COORDINATOR)
    await report(town, square.ana)
    await shown_to(town, era)
    await dismissed(square, "coordinator, since")
    assert LEFT not in "\n".join(town.seen(zana))


async def test_who_asks_to_be_forgotten_leaves_their_reports_to_the_others(square):
    town, zana = square.town, square.zana
    era = await town.officer("Era", role=Role.COORDINATOR)
    await report(town, square.ana)
    await shown_to(town, era)
    await town.press(era, "Take it in hand")
    await town.say(era, "/fshij")
    await town.press(era, "Yes, erase everything")
    assert f"{LEFT} 1 report that they had in hand is in nobody's hands now." in "\n".join(town.seen(zana))


async def test_an_administrator_sees_as_what_each_colleague_works(square):
    town, zana = square.town, square.zana
    await town.officer("Era", role=Role.DEPUTY)
    await town.officer("Mira", role=Role.CHAIR)
    await town.say(zana, "/zyra")
    listed = await town.press(zana, "Colleagues")
    assert "• Bashkia Përmet: deputy coordinator, since Tuesday, 20 June 2023, 10:00" in listed.text
    assert listed.labels[:2] == [
        "deputy coordinator, since 20 June 2023, 10:00",
        "chair of the safety council, since 20 June 2023, 10:00",
    ]
