"""One's own: every receipt is found again, with what it was on and for whom it was written."""

from datetime import date, time

from participation.clock import wall
from tests.conversations.steps import comment, report


async def test_every_receipt_is_found_again_a_page_at_a_time_and_those_of_reports_too(square):
    town, ana = square.town, square.ana
    await report(town, ana)
    for number in range(8):
        await comment(town, ana, f"Thought {number}.")
    first = await town.say(ana, "/te_miat")
    assert "PR-2023-0008" in first.text
    before = len(town.seen(ana))
    second = await town.press(ana, "More")
    assert len(town.seen(ana)) == before
    for receipt in ("PR-2023-0002", "PR-2023-0001", "PR-S-2023-0001"):
        assert receipt in second.text
    assert "Thought 0." in (await town.press(ana, "PR-2023-0001")).text
    await town.say(ana, "/te_miat")
    await town.press(ana, "More")
    assert "PR-2023-0008" in (await town.press(ana, "Back")).text


async def test_who_is_late_still_finds_the_consultation_and_is_heard(square):
    town, ana = square.town, square.ana
    assert "What closed lately" not in (await town.say(ana, "/hapur")).labels
    town.clock.set(wall(date(2023, 8, 21), time(12)))
    assert "No consultation is open right now." in (await town.say(ana, "/hapur")).text
    closed = await town.press(ana, "What closed lately")
    assert "You can still send a comment on these; it will be marked late." in closed.text
    await town.press(ana, "Plani Social")
    assert "Comment" in town.heard(ana).labels


async def test_the_list_says_for_whom_a_comment_was_written_and_that_it_came_late(square):
    town, ana = square.town, square.ana
    card = await town.start(ana, "k_1")
    town.clock.set(wall(date(2023, 8, 21), time(12)))
    await town.do(ana, lambda: ana.presses("Comment", message=card))
    await town.say(ana, "A ramp at the stairs.")
    await town.press(ana, "On behalf of somebody who agreed")
    await town.say(ana, "Neighbour 12")
    await town.press(ana, "Send")
    listed = await town.say(ana, "/te_miat")
    opened = await town.press(ana, "PR-2023-0001")
    for screen in (listed, opened):
        assert "On behalf of: Neighbour 12" in screen.text
        assert "The comment came after the deadline and is marked late." in screen.text
    assert "Bashkia Përmet" in opened.text
    assert "Plani Social" in (await town.press(ana, "Read the consultation")).text
