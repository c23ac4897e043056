"""Whether anybody looks: digests that are seen or not, and what the author of a comment sees of it."""

from datetime import date, time, timedelta

import pytest

from participation.clock import wall
from participation.people.model import Role
from tests.conversations.coordinator.notes import noted
from tests.conversations.steps import comment

HOUR = timedelta(hours=1)
NOT_SEEN = "Not seen: the digest"


def when(person, words):
    return [f"{m.at:%d}" for m in person.chat().messages if words in m.text]


async def own(square):
    await square.town.say(square.ana, "/te_miat")
    return await square.town.press(square.ana, "PR-2023-0001")


async def test_the_author_sees_that_it_was_delivered_seen_and_answered(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "More buses.")
    assert "delivered 20 June 2023 · not seen yet" in (await own(square)).text
    town.clock.set(wall(date(2023, 6, 21), time(8)))
    await town.say(zana, "PR-2023-0001")
    assert "delivered 20 June 2023 · seen 21 June 2023" in (await own(square)).text
    town.clock.set(wall(date(2023, 6, 22), time(10)))
    await town.press(zana, "Answer")
    await town.press(zana, "Accept")
    await town.press(zana, "Without a reason")
    await town.press(zana, "Send")
    assert "delivered 20 June 2023 · seen 21 June 2023 · answered 22 June 2023" in (await own(square)).text


@pytest.mark.on_both
async def test_who_says_that_they_have_seen_a_digest_has_seen_what_it_counted_and_nothing_later(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "More buses.")
    await town.until(wall(date(2023, 6, 21), time(9, 5)), HOUR)
    await comment(town, ana, "More trees.")
    assert "I have seen it" in town.heard(zana).labels
    assert "It is noted" in (await town.press(zana, "I have seen it")).text
    assert "seen 21 June 2023" in (await own(square)).text
    await town.say(ana, "/te_miat")
    assert "not seen yet" in (await town.press(ana, "PR-2023-0002")).text
    await town.press(zana, "I have seen it")
    assert (await noted(town)).count("digest seen") == 1


async def test_what_nobody_has_seen_is_told_again_then_to_the_deputy_then_to_whoever_leads(square):
    town, ana, zana = square.town, square.ana, square.zana
    deputy = await town.officer("Era", role=Role.DEPUTY)
    chair = await town.officer("Dritan", role=Role.CHAIR)
    await comment(town, ana, "More buses.")
    await town.until(wall(date(2023, 6, 30), time(20)), HOUR)
    assert when(zana, "Your summary") == ["20", "26"]
    assert when(zana, NOT_SEEN) == ["21"]
    assert when(deputy, NOT_SEEN) == ["21", "22"]
    assert when(chair, NOT_SEEN) == ["23"], "once, and no more"
    told = next(text for text in town.seen(chair) if NOT_SEEN in text)
    assert "Since 20 June 2023 nobody has said" in told
    assert "You do not answer comments yourself" in told
    assert "More buses" not in told


async def test_over_a_weekend_nobody_is_told(square):
    town, ana, zana = square.town, square.ana, square.zana
    deputy = await town.officer("Era", role=Role.DEPUTY)
    await town.until(wall(date(2023, 6, 23), time(8)), HOUR)
    await comment(town, ana, "More buses.")
    await town.until(wall(date(2023, 6, 28), time(20)), HOUR)
    assert when(zana, "Your summary") == ["23", "26"]
    assert when(deputy, NOT_SEEN) == ["27"]
    again = next(text for text in town.seen(zana) if "26 June" in text)
    assert "Since 23 June 2023 nobody has said that they have seen the digest." in again


async def test_whoever_is_at_the_desk_needs_not_say_so(square):
    town, ana, zana = square.town, square.ana, square.zana
    deputy = await town.officer("Era", role=Role.DEPUTY)
    await comment(town, ana, "More buses.")
    await town.until(wall(date(2023, 6, 20), time(15)), HOUR)
    await town.say(zana, "/zyra")
    await town.until(wall(date(2023, 6, 23), time(20)), HOUR)
    assert when(zana, NOT_SEEN) == when(deputy, NOT_SEEN) == []


async def test_one_of_two_who_has_seen_it_is_enough(square):
    town, ana, zana = square.town, square.ana, square.zana
    deputy = await town.officer("Era", role=Role.DEPUTY)
    await comment(town, ana, "More buses.")
    await town.until(wall(date(2023, 6, 20), time(15)), HOUR)
    await town.press(deputy, "I have seen it")
    await town.until(wall(date(2023, 6, 23), time(20)), HOUR)
    assert when(zana, NOT_SEEN) == when(deputy, NOT_SEEN) == []


async def test_once_all_is_answered_nobody_need_have_seen_it(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "More buses.")
    await town.until(wall(date(2023, 6, 20), time(15)), HOUR)
    await town.say(zana, "PR-2023-0001")
    await town.press(zana, "Answer")
    await town.press(zana, "Accept")
    await town.press(zana, "Without a reason")
    await town.press(zana, "Send")
    await town.until(wall(date(2023, 6, 26), time(20)), HOUR)
    assert when(zana, NOT_SEEN) == []


async def test_who_sits_there_alone_is_reminded_once_and_not_told_of_themselves(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "More buses.")
    await town.until(wall(date(2023, 6, 24), time(20)), HOUR)
    assert when(zana, NOT_SEEN) == ["21"]


async def test_who_sits_there_alone_is_told_of_by_nobody_but_to_whoever_leads(square):
    town, ana, zana = square.town, square.ana, square.zana
    chair = await town.officer("Dritan", role=Role.CHAIR)
    await comment(town, ana, "More buses.")
    await town.until(wall(date(2023, 6, 24), time(20)), HOUR)
    assert when(zana, NOT_SEEN) == ["21"]
    assert when(chair, NOT_SEEN) == ["22"]


@pytest.mark.parametrize("work", [("PR-2023-0001",), ("PR-2023-0001", "Answer", "Accept", "Without a reason", "Send")])
async def test_who_opens_or_answers_a_comment_needs_not_say_that_they_have_seen_the_digest(square, work):
    town, ana, zana = square.town, square.ana, square.zana
    deputy = await town.officer("Era", role=Role.DEPUTY)
    await comment(town, ana, "More buses.")
    await comment(town, ana, "More trees.")
    await town.until(wall(date(2023, 6, 20), time(15)), HOUR)
    await town.say(zana, work[0])
    for label in work[1:]:
        await town.press(zana, label)
    await town.until(wall(date(2023, 6, 23), time(20)), HOUR)
    assert when(zana, NOT_SEEN) == when(deputy, NOT_SEEN) == []
