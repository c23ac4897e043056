"""The digest says what was left undone, its buttons lead there, and the desk counts it."""

from datetime import date, time, timedelta

from participation.clock import wall
from participation.ids import MeetingId
from participation.meetings.minutes import Minutes, Revision
from participation.meetings.model import Venue
from participation.people.model import Role
from tests.conversations.coordinator.forums import apply_for, found, told
from tests.conversations.steps import comment
from tests.conversations.test_meetings import move

TITLE = "Plani Social 2024–2027"
RECORD = f"Meetings without a record:\n• 25 July 2023 – {TITLE}"
ENDED = f"The time for comments is over, and you can begin to examine them:\n• 18 August 2023 – {TITLE}"


def days(person, words):
    return [f"{m.at:%d.%m}" for m in person.chat().messages if words in m.text]


async def morning(square, day, hour=10):
    await square.town.until(wall(day, time(hour)), timedelta(days=1))
    await square.town.settle()


async def recorded(square):
    async with square.town.service.database.transaction() as uow:
        venue = Venue(wall(date(2023, 7, 25), time(11)), "Salla")
        await uow.minutes.put(MeetingId(1), Revision(Minutes(venue, "Plani"), 0, square.town.clock.now()))


async def test_a_meeting_without_a_record_is_told_the_next_day_and_each_week_until_there_is_one(square):
    town, zana = square.town, square.zana
    await morning(square, date(2023, 7, 26))
    assert days(zana, RECORD) == ["26.07"]
    page = await town.press(zana, "Write the record")
    assert "The record" in page.labels
    await morning(square, date(2023, 7, 31))
    assert days(zana, RECORD) == ["26.07", "31.07"]
    await recorded(square)
    await morning(square, date(2023, 8, 7))
    assert days(zana, RECORD) == ["26.07", "31.07"]


async def test_the_desk_counts_meetings_without_a_record_and_the_list_marks_them(square):
    town, zana = square.town, square.zana
    assert not [label for label in (await town.say(zana, "/zyra")).labels if "record" in label]
    town.clock.set(wall(date(2023, 7, 25), time(11, 30)))
    assert not [label for label in (await town.say(zana, "/zyra")).labels if "record" in label], "it is not over yet"
    await morning(square, date(2023, 7, 26))
    assert "Meetings without a record (1)" in (await town.say(zana, "/zyra")).labels
    listed = await town.press(zana, "Meetings without a record (1)")
    assert [label for label in listed.labels if label.startswith("No record – ")]
    await recorded(square)
    assert not [label for label in (await town.say(zana, "/zyra")).labels if "record" in label]
    await town.press(zana, "Meetings ahead")
    listed = await town.press(zana, "Meetings that were held")
    assert not [label for label in listed.labels if label.startswith("No record")]


async def test_that_the_time_is_over_is_told_the_next_working_day_with_the_way_to_begin(square):
    town, zana = square.town, square.zana
    await recorded(square)
    await morning(square, date(2023, 8, 21))
    assert days(zana, ENDED) == ["21.08"]
    page = await town.press(zana, f"Examine: {TITLE}")
    assert "Begin to examine the comments" in page.labels
    desk = await town.say(zana, "/zyra")
    assert "The time for comments is over in 1 consultation: you can begin to examine them." in desk.text
    assert "Consultations (1)" in desk.labels
    await town.press(zana, f"Examine: {TITLE}")
    await town.press(zana, "Begin to examine the comments")
    await town.press(zana, "Yes, begin")
    await morning(square, date(2023, 8, 28))
    assert days(zana, ENDED) == ["21.08"]
    assert "Consultations" in (await town.say(zana, "/zyra")).labels


async def test_the_forum_button_of_the_desk_counts_applications_and_the_digest_leads_to_them(square):
    town, zana = square.town, square.zana
    await found(square)
    await told(square, zana, "/zyra", "The forum", "Open a call", "“18.8.2023”", "“Ejani!”", "Send")
    drita = await town.citizen("Drita", "English")
    await apply_for(town, drita)
    assert "The forum (1)" in (await town.say(zana, "/zyra")).labels
    await morning(square, date(2023, 6, 26))
    page = await town.press(zana, "Applications to the forum")
    assert [label for label in page.labels if "Drita" in label]


async def test_late_comments_and_late_answers_are_two_things(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "More buses.")
    await comment(town, ana, "More trees.")
    await morning(square, date(2023, 10, 20))
    shown = await told(square, zana, "/zyra", "Consultations")
    line = "Comments: 2. Not decided yet: 2.\nCame after the deadline: 0. Answers overdue: 2."
    assert line in shown.text
    assert line in (await town.press(zana, TITLE)).text


async def test_a_digest_comes_once_a_week_by_choice_and_back(square):
    town, ana, zana = square.town, square.ana, square.zana
    hours = await told(square, zana, "/zyra", "Hour of the digest")
    assert "comes at 09:00 on working days" in hours.text
    assert "comes once a week, at 09:00 of its first working day" in (await town.press(zana, "Once a week")).text
    await comment(town, ana, "More buses.")
    await morning(square, date(2023, 6, 23))
    assert days(zana, "Your summary") == []
    await comment(town, ana, "More trees.")
    await morning(square, date(2023, 6, 26))
    assert days(zana, "Your summary") == ["26.06"]
    assert any("2 new comments." in text for text in town.seen(zana))
    await told(square, zana, "/zyra", "Hour of the digest", "Every working day")
    await comment(town, ana, "More benches.")
    await morning(square, date(2023, 6, 27))
    assert days(zana, "Your summary") == ["26.06", "27.06"]


async def test_a_digest_that_did_not_arrive_shows_on_the_desk_of_colleagues_until_one_does(square):
    town, ana, zana = square.town, square.ana, square.zana
    era = await town.officer("Era", role=Role.COORDINATOR)
    era.blocks(town.bot)
    await comment(town, ana, "More buses.")
    await morning(square, date(2023, 6, 21))
    line = "Not delivered: the digest of 21 June 2023 to a colleague (coordinator)."
    assert line in (await town.say(zana, "/zyra")).text
    era.unblocks(town.bot)
    assert "Not delivered" not in (await town.say(era, "/zyra")).text, "it is for the colleagues"
    await comment(town, ana, "More trees.")
    await morning(square, date(2023, 6, 22))
    assert "Not delivered" not in (await town.say(zana, "/zyra")).text


async def test_that_a_meeting_online_has_no_link_yet_is_said_until_it_has_one_and_one_tap_leads_there(square):
    town, zana = square.town, square.zana
    await move(town, zana, Venue(wall(date(2023, 7, 25), time(11)), "Salla e Këshillit, edhe online"))
    wanted = f"One can take part online, and there is no link to join yet:\n• 25 July 2023 – {TITLE}"
    await morning(square, date(2023, 7, 24))
    assert days(zana, wanted) == ["24.07"]
    await told(square, zana, "Give the link: 25 July 2023", "Taking part online", "“https://zoom.us/j/81234567890”")
    await morning(square, date(2023, 7, 25), 9)
    assert days(zana, wanted) == ["24.07"]


async def test_of_a_meeting_in_a_hall_no_link_is_missed(square):
    await morning(square, date(2023, 7, 24))
    assert not days(square.zana, "no link to join yet")
