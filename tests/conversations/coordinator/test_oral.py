"""What was said at a meeting goes from its record into the one list of comments by a tap, each point once (R27)."""

from datetime import timedelta

import pytest

from participation.comments.model import Capacity, CommentChannel, Signature
from participation.ids import ConsultationId
from tests.conversations.coordinator.test_minutes import BEGINS, open_record, record, write
from tests.conversations.steps import forged, raw

__all__ = ["record"]

LINE = "Duhen më shumë autobusë."
SIGN = "Të vihet një semafor."


@pytest.fixture
async def era_with_points(town, record):
    await write(town, record, "Organisations", "Shoqata Drita")
    await write(
        town, record, "What was said", f"Ana Koçi, shoqata drita, drejtuese: {LINE}", "Beni, mësues: Po edhe ne."
    )
    await write(town, record, "Recommendations", SIGN)
    await town.press(record, "Take into the comments")
    return record


async def finish(town, officer):
    await write(town, officer, "Who led it", "Ervin Muço, koordinator")
    await write(town, officer, "How many were there", "15")
    await town.press(officer, "Finish the record")
    return await town.press(officer, "Yes, finish it")


async def comments(town):
    async with town.service.database.reading() as unit:
        return await unit.ledger.of(ConsultationId(1))


async def test_the_points_stand_there_with_the_organisation_that_the_record_names(town, era_with_points):
    shown = town.heard(era_with_points)
    assert shown.text.startswith("Into the comments")
    assert f"“{LINE}”\nFor the organisation: Shoqata Drita" in shown.text
    assert "“Po edhe ne.”\nWithout a name" in shown.text
    assert f"“{SIGN}”\nWithout a name" in shown.text
    assert "Koçi" not in shown.text
    assert shown.labels == [
        f"Take in: {LINE}",
        "Take in: Po edhe ne.",
        f"Take in: {SIGN}",
        "Take all in (3)",
        "Back to the record",
    ]
    assert not await comments(town)


async def test_a_tap_makes_a_comment_of_the_day_of_the_meeting_and_nobody_types_it_again(
    town, era_with_points, tmp_path
):
    town.clock.move(timedelta(days=3))
    shown = await town.press(era_with_points, "Take in: Duhen")
    assert shown.text.startswith("Into the comments\n\nKept under number PR-2023-0001.")
    assert f"“{LINE}”\nFor the organisation: Shoqata Drita\nComment PR-2023-0001" in shown.text
    assert shown.labels[0] == f"PR-2023-0001: {LINE}"
    (found,) = await comments(town)
    assert found.channel is CommentChannel.MEETING
    assert found.signature == Signature(Capacity.ORGANISATION, "Shoqata Drita")
    assert found.left_at.date() == BEGINS.date()
    assert found.words.text == LINE
    assert not found.late
    page = await town.press(era_with_points, "PR-2023-0001")
    assert "It came at a meeting." in page.text
    assert LINE.encode() not in raw(tmp_path)


async def test_a_second_tap_says_which_number_it_has(town, era_with_points):
    earlier = [town.heard(era_with_points).buttons]
    await town.press(era_with_points, f"Take in: {SIGN}")
    town.clock.move(timedelta(minutes=5))
    told = await pressed_late(town, era_with_points, earlier, SIGN)
    assert "This is a comment already: PR-2023-0001. Nothing was taken in twice." in told
    assert len(await comments(town)) == 1


async def pressed_late(town, officer, earlier, label):
    """A button of a screen that has changed since."""
    buttons = [each for rows in earlier for row in rows for each in row]
    data = next(each.data for each in buttons if label in each.text)
    officer.presses_data(town.bot, data)
    await town.settle()
    return town.heard(officer).text


async def test_all_of_them_at_once_when_the_record_is_finished(town, era_with_points):
    await town.press(era_with_points, "Back to the record")
    assert "Take into the comments" in (await finish(town, era_with_points)).labels
    await town.press(era_with_points, "Take into the comments")
    await town.press(era_with_points, f"Take in: {SIGN}")
    asked = await town.press(era_with_points, "Take all in (2)")
    assert "2 points become comments, and each is owed a decision." in asked.text
    done = await town.press(era_with_points, "Yes, take them all")
    assert "2 points are comments now." in done.text
    assert not [label for label in done.labels if label.startswith("Take")]
    found = await comments(town)
    assert [one.receipt for one in found] == ["PR-2023-0001", "PR-2023-0002", "PR-2023-0003"]
    assert [one.words.text for one in found] == [SIGN, LINE, "Po edhe ne."]


async def test_in_a_correction_what_was_taken_stays_taken_and_what_is_new_is_offered(town, era_with_points):
    await town.press(era_with_points, f"Take in: {SIGN}")
    await town.press(era_with_points, "Back to the record")
    await finish(town, era_with_points)
    await town.press(era_with_points, "Correct it")
    await write(town, era_with_points, "Recommendations", "Rruga të ndriçohet.", SIGN)
    shown = await town.press(era_with_points, "Take into the comments")
    assert f"PR-2023-0001: {SIGN}" in shown.labels
    assert "Take in: Rruga të ndriçohet." in shown.labels
    assert f"Take in: {SIGN}" in shown.labels  # said a second time, by somebody else perhaps


async def test_a_point_that_was_changed_meanwhile_is_looked_at_anew(town, era_with_points):
    earlier = [town.heard(era_with_points).buttons]
    earlier += [(await town.press(era_with_points, "Take all in (3)")).buttons]
    await town.press(era_with_points, "Back")
    await town.press(era_with_points, "Back to the record")
    await town.press(era_with_points, "Recommendations")
    await town.press(era_with_points, "Take the last one away")
    await town.say(era_with_points, "Krejt tjetër.")
    town.clock.move(timedelta(minutes=5))
    for name in (SIGN, "Yes, take them all"):
        told = await pressed_late(town, era_with_points, earlier, name)
        assert "A colleague has changed it in the meantime." in told
    assert not await comments(town)


async def test_what_was_said_in_time_is_in_time_whenever_it_is_taken_in(town, record):
    await write(town, record, "Recommendations", SIGN)
    town.clock.move(timedelta(days=40))
    await open_record(town, record)
    await town.press(record, "Take into the comments")
    await town.press(record, f"Take in: {SIGN}")
    (found,) = await comments(town)
    assert not found.late


async def test_an_empty_record_offers_nothing(town, record):
    assert "Take into the comments" not in town.heard(record).labels
    assert "Nothing stands under" in await forged(type("Square", (), {"town": town}), record, "mq~1~0")


async def test_long_records_have_pages(town, record):
    await write(town, record, "Recommendations", "\n".join(f"Pika {number}." for number in range(1, 15)))
    shown = await town.press(record, "Take into the comments")
    assert "1–6 of 14" in shown.text
    shown = await town.press(record, "More")
    assert "7–12 of 14" in shown.text
    taken = await town.press(record, "Take in: Pika 9.")
    assert "7–12 of 14" in taken.text
    assert "PR-2023-0001: Pika 9." in taken.labels


async def test_they_stand_in_the_one_list_and_count_as_said_at_a_meeting(town, era_with_points):
    await town.press(era_with_points, "Take in: Duhen")
    shown = await town.press(era_with_points, "All comments of this consultation")
    assert "PR-2023-0001" in "".join(shown.labels)
