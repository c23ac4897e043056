"""Taking part in a meeting online: the link is for those who come, in every way in which it could leave."""

from datetime import date, time, timedelta

import pytest
from icalendar import Calendar

from participation.clock import wall
from participation.consultations.model import Stage
from participation.ids import ConsultationId, MeetingId
from participation.meetings.model import Coming
from tests.conversations.states import MEETING, walk
from tests.conversations.steps import publish_despite
from tests.conversations.test_time import answer, follow

ZOOM = "https://zoom.us/j/81234567890?pwd=abc.1"
MEET = "https://meet.google.com/abc-defg-hij"
NOTICE = (
    "NJOFTIM PËR KONSULTIM PUBLIK\nTema: Buxheti 2024\nTakim publik më 27.7.2023, ora 17:00, vendi: platforma Zoom, "
    f"{ZOOM}\nKomentet deri më 28.7.2023 në konsultime@permet.example."
)


async def give_link(town, zana, link: str = ZOOM):
    """The coordinator gives the link of the only meeting."""
    await open_meeting(town, zana)
    await town.press(zana, "Taking part online")
    return await town.say(zana, link)


async def open_meeting(town, zana):
    """The coordinator opens the only meeting ahead."""
    await walk(town, zana, MEETING)
    return town.heard(zana)


def url_of(message) -> str | None:
    """Where the button leads by which one joins."""
    return next(each.url for row in message.buttons for each in row if each.text == "Join online")


def has_it(person, link: str = ZOOM) -> int:
    """How many messages to somebody have the link in their words or under a button."""
    messages = person.chat().messages
    return sum(link in m.text or any(link == b.url for row in m.buttons for b in row) for m in messages)


@pytest.mark.on_both
async def test_only_who_says_that_they_come_gets_the_link(square):
    town, ana, zana = square.town, square.ana, square.zana
    told = await give_link(town, zana)
    assert "It is kept." in told.text
    assert "Whoever says that they come will get it." in told.text
    shown = await town.start(ana, "t_1")
    assert "Say that you come, and you will find here how to join online." in shown.text
    assert has_it(ana) == 0
    shown = await town.press(ana, "Yes")
    assert f"Join online here: {ZOOM}" in shown.text
    assert url_of(shown) == ZOOM
    shown = await town.press(ana, "No")
    assert ZOOM not in shown.text
    assert "Join online" not in shown.labels
    await town.press(ana, "Maybe")
    assert has_it(ana) == 1


async def test_who_comes_already_is_told_and_nobody_else(square):
    town, ana, zana = square.town, square.ana, square.zana
    ben, dora = await town.citizen("Ben", "English"), await town.citizen("Dora", "English")
    await follow(town, ben)
    await answer(town, ana, Coming.YES)
    await answer(town, dora, Coming.NO)
    assert "1 person who comes gets it." in (await give_link(town, zana)).text
    letter = town.heard(ana)
    assert letter.text.startswith("How to join the meeting online")
    assert "When: Tuesday, 25 July 2023, 11:00" in letter.text
    assert url_of(letter) == ZOOM
    assert [has_it(person) for person in (ana, ben, dora)] == [1, 0, 0]
    await give_link(town, zana, MEET)
    assert [has_it(person, MEET) for person in (ana, ben, dora)] == [1, 0, 0]


async def test_the_reminder_has_the_link_for_who_comes_also_if_they_say_so_late(square):
    town, ana, zana = square.town, square.ana, square.zana
    ben, dora = await town.citizen("Ben", "English"), await town.citizen("Dora", "English")
    for person in (ben, dora):
        await follow(town, person)
    await answer(town, ana, Coming.YES)
    await give_link(town, zana)
    before = has_it(ana)
    await town.until(wall(date(2023, 7, 24), time(20)), timedelta(hours=12))
    assert has_it(ana) == before + 2
    assert has_it(ben) == has_it(dora) == 0
    # The reminder of the last two hours is queued, without the link; Dora comes after all, and Ana does not.
    await town.start(dora, "t_1")
    await town.press(dora, "Yes")
    await town.start(ana, "t_1")
    await town.press(ana, "No")
    before = [has_it(person) for person in (ana, dora)]
    await town.until(wall(date(2023, 7, 25), time(10)), timedelta(hours=1))
    assert [has_it(person) for person in (ana, dora)] == [before[0], before[1] + 1]
    assert "The meeting is today at 11:00" in town.heard(ben).text
    assert has_it(ben) == 0
    assert [text for text in town.seen(dora) if "today at 11:00" in text] == [town.heard(dora).text]


async def test_a_link_that_changes_is_in_the_reminder_that_waits(square):
    town, ana, zana = square.town, square.ana, square.zana
    await answer(town, ana, Coming.YES)
    await give_link(town, zana)
    await town.until(wall(date(2023, 7, 24), time(20)), timedelta(days=40))
    await give_link(town, zana, MEET)
    before = has_it(ana)
    await town.until(wall(date(2023, 7, 25), time(10)), timedelta(hours=1))
    assert "The meeting is today" in town.heard(ana).text
    assert has_it(ana) == before
    assert MEET in town.heard(ana).text


async def test_a_reminder_that_waits_gets_the_link_that_comes_after_it(square):
    town, ana, zana = square.town, square.ana, square.zana
    await answer(town, ana, Coming.YES)
    await town.until(wall(date(2023, 7, 24), time(20)), timedelta(days=40))
    await give_link(town, zana)
    before = has_it(ana)
    await town.until(wall(date(2023, 7, 25), time(10)), timedelta(hours=1))
    assert "The meeting is today" in town.heard(ana).text
    assert has_it(ana) == before + 1


async def test_a_link_that_is_given_anew_overnight_is_told_once(square):
    town, ana, zana = square.town, square.ana, square.zana
    await answer(town, ana, Coming.YES)
    town.clock.set(wall(date(2023, 7, 20), time(23)))
    await give_link(town, zana)
    await give_link(town, zana, MEET)
    await town.until(wall(date(2023, 7, 21), time(9)), timedelta(hours=1))
    assert (has_it(ana), has_it(ana, MEET)) == (0, 1)


async def test_a_meeting_that_is_called_off_leads_nowhere(square):
    town, ana, zana = square.town, square.ana, square.zana
    await answer(town, ana, Coming.YES)
    town.clock.set(wall(date(2023, 7, 20), time(23)))
    await give_link(town, zana)
    await open_meeting(town, zana)
    await walk(town, zana, ("Cancel the meeting", "The hall is not free.", "Cancel the meeting and tell everybody"))
    async with town.service.database.reading() as unit:
        assert await unit.meetings.joining(MeetingId(1)) == ""
    await town.until(wall(date(2023, 7, 21), time(9)), timedelta(hours=1))
    assert "The meeting is cancelled" in town.heard(ana).text
    assert has_it(ana) == 0


async def test_a_new_meeting_of_a_correction_brings_its_link(square):
    town, ana, zana = square.town, square.ana, square.zana
    await walk(town, zana, ("/zyra", "Consultations", "Plani Social", "Correct"))
    await walk(town, zana, ("Meetings", "Add a meeting", "“28.7.2023, 11:00”", f"“{ZOOM}”", "Go on"))
    await town.press(zana, "Change it and tell everybody")
    async with town.service.database.reading() as unit:
        assert await unit.meetings.joining(MeetingId(2)) == ZOOM
        assert (await unit.meetings.get(MeetingId(2))).venue.place == "Online"
    await town.start(ana, "t_2")
    await town.press(ana, "Yes")
    assert has_it(ana) == 1


async def test_the_same_link_again_is_no_news(square):
    town, ana, zana = square.town, square.ana, square.zana
    await answer(town, ana, Coming.YES)
    await give_link(town, zana)
    told = await give_link(town, zana)
    assert "Nothing would change" in told.text or "nothing" in told.text.lower()
    assert has_it(ana) == 1


async def moved_to(square, place: str) -> str:
    """The place of the meeting is changed; what everybody reads of it."""
    town, zana = square.town, square.zana
    await open_meeting(town, zana)
    await town.press(zana, "Change the place")
    await town.say(zana, place)
    await town.press(zana, "The hall is not free.")
    letter = town.seen(zana)[-2]
    await town.press(zana, "Change it and tell everybody")
    return letter


async def test_a_meeting_that_goes_back_into_a_hall_is_joined_by_nobody(square):
    town, ana, zana = square.town, square.ana, square.zana
    assert (await moved_to(square, "Online")).startswith("The meeting is held online")
    await give_link(town, zana)
    letter = await moved_to(square, "Salla 5, Pallati i Kulturës")
    assert letter.startswith("The meeting is at another place")
    assert "One can no longer join online: a link to join is removed." in town.heard(zana).text
    await town.start(ana, "t_1")
    await town.press(ana, "Yes")
    assert has_it(ana) == 0


async def test_another_hall_is_another_hall_also_if_it_is_online_too(square):
    assert (await moved_to(square, "Pallati i Kulturës, edhe online")).startswith("The meeting is at another place")
    assert (await moved_to(square, "në platformën Zoom")).startswith("The meeting is held online")


@pytest.mark.on_both
async def test_of_a_consultation_that_is_cancelled_no_link_is_left(square):
    town, ana, zana = square.town, square.ana, square.zana
    await answer(town, ana, Coming.YES)
    town.clock.set(wall(date(2023, 7, 20), time(23)))
    await give_link(town, zana)
    await walk(town, zana, ("/zyra", "Consultations", "Plani Social", "Cancel the consultation", "“Nuk bëhet.”"))
    await town.press(zana, "tell everybody")
    async with town.service.database.reading() as unit:
        assert await unit.meetings.joining(MeetingId(1)) == ""
    await town.until(wall(date(2023, 7, 21), time(9)), timedelta(hours=1))
    assert has_it(ana) == 0


async def test_who_comes_before_there_is_a_link_is_not_asked_to_come(square):
    town, ana = square.town, square.ana
    await moved_to(square, "Online")
    assert "Say that you come, and you will get it." in (await town.start(ana, "t_1")).text
    assert "You will get it as soon as there is one." in (await town.press(ana, "Yes")).text


@pytest.mark.parametrize("links", [f"{ZOOM} ose {MEET}", "zoom.us/j/81234567890 ose meet.google.com/abc-defg-hij"])
async def test_no_link_of_a_notice_stands_in_the_open(square, links):
    town, zana = square.town, square.zana
    await paste(town, zana, NOTICE.replace(f"platforma Zoom, {ZOOM}", "platforma Zoom") + f"\nLinku: {links}")
    await town.press(zana, "Go on")
    await town.press(zana, "Publish later")
    await town.press(zana, "Wednesday, 21 June 2023, 09:00")
    await publish_despite(town, zana, "Publish at that time")
    async with town.service.database.reading() as unit:
        margin = repr(await unit.consultations.margin(ConsultationId(2)))
    assert "81234567890" not in margin
    assert "abc-defg-hij" not in margin


async def test_the_calendar_of_who_comes_has_it(square):
    town, ana, zana = square.town, square.ana, square.zana
    await give_link(town, zana)

    async def event():
        file = (await town.press(ana, "Add to my calendar")).file
        (found,) = Calendar.from_ical(file.content).walk("VEVENT")
        return found, file.content.decode()

    await town.start(ana, "t_1")
    _, without = await event()
    assert "zoom" not in without
    await town.start(ana, "t_1")
    await town.press(ana, "Yes")
    found, _ = await event()
    assert ZOOM in found["DESCRIPTION"]
    assert found["CONFERENCE"] == ZOOM
    assert found["CONFERENCE"].params["VALUE"] == "URI"


async def test_a_link_given_at_night_waits_for_the_morning_unless_the_meeting_does_not(square):
    town, ana, zana = square.town, square.ana, square.zana
    await answer(town, ana, Coming.YES)
    town.clock.set(wall(date(2023, 7, 20), time(23)))
    await give_link(town, zana)
    assert has_it(ana) == 0
    await town.until(wall(date(2023, 7, 21), time(9)), timedelta(hours=1))
    assert has_it(ana) == 1
    town.clock.set(wall(date(2023, 7, 25), time(11, 30)))
    await give_link(town, zana, MEET)
    assert has_it(ana, MEET) == 1


async def test_that_it_is_online_too_is_told_to_everybody_with_its_reason_and_without_the_link(square):
    town, ana, zana = square.town, square.ana, square.zana
    await follow(town, ana)
    told = await give_link(town, zana)
    assert "The place does not say yet that one can take part online" in told.text
    asked = await town.press(zana, "Tell everybody that it is online too")
    assert "Why is the place changed?" in asked.text
    await town.press(zana, "One can take part online too.")
    letter = town.seen(zana)[-2]
    assert letter.startswith("One can take part in the meeting online too")
    assert "Now: Salla e Këshillit Bashkiak, edhe online" in letter
    await town.press(zana, "Change it and tell everybody")
    assert town.heard(ana).text == letter
    assert has_it(ana) == 0
    shown = await open_meeting(town, zana)
    assert f"Who comes joins online here: {ZOOM}" in shown.text


async def test_a_link_is_no_place_and_the_coordinator_reads_where_it_belongs(square):
    town, zana = square.town, square.zana
    await open_meeting(town, zana)
    await town.press(zana, "Change the place")
    asked = await town.say(zana, f"Zoom, {ZOOM}")
    assert "Everybody reads the place. Write only “Online”" in asked.text
    await town.say(zana, "Online")
    await town.press(zana, "The hall is not free.")
    await town.press(zana, "Change it and tell everybody")
    shown = await open_meeting(town, zana)
    assert "There is no link to join online yet." in shown.text
    shown = await town.start(square.ana, "t_1")
    assert "There is no link to join online yet. Say that you come, and you will get it." in shown.text


async def test_what_is_no_link_is_asked_again_and_a_link_can_be_taken_back(square):
    town, ana, zana = square.town, square.ana, square.zana
    assert "We found no link in this" in (await give_link(town, zana, "në Zoom")).text
    await town.say(zana, ZOOM)
    await open_meeting(town, zana)
    asked = await town.press(zana, "Taking part online")
    assert f"Now it says: {ZOOM}" in asked.text
    assert "The link is removed." in (await town.press(zana, "Remove the link")).text
    await town.start(ana, "t_1")
    assert ZOOM not in (await town.press(ana, "Yes")).text


@pytest.mark.on_both
async def test_a_notice_with_a_link_in_it_is_published_without(square):
    town, ana, zana = square.town, square.ana, square.zana
    await paste(town, zana)
    proof = "\n".join(town.seen(zana)[-3:])
    assert f"only those who say that they come get it: {ZOOM}" in proof
    assert "17:00, platforma Zoom" in proof
    await town.press(zana, "Go on")
    await publish_despite(town, zana)
    assert "Buxheti 2024" in town.heard(ana).text
    assert has_it(ana) == 0
    await town.start(ana, "k_2")
    await town.press(ana, "I will come")
    assert has_it(ana) == 1
    async with town.service.database.reading() as unit:
        [version] = await unit.versions.of(ConsultationId(2))
        assert await unit.meetings.joining(MeetingId(2)) == ZOOM
    assert "zoom.us" not in repr(version)


async def test_what_is_taken_back_before_it_is_published_keeps_its_link(square):
    town, zana = square.town, square.zana
    await paste(town, zana)
    await town.press(zana, "Go on")
    await town.press(zana, "Publish later")
    await town.press(zana, "Wednesday, 21 June 2023, 09:00")
    await publish_despite(town, zana, "Publish at that time")
    async with town.service.database.reading() as unit:
        assert (await unit.consultations.get(ConsultationId(2))).stage is Stage.SCHEDULED
        assert "zoom.us" not in repr(await unit.consultations.margin(ConsultationId(2)))
    await town.say(zana, "/zyra")
    await town.press(zana, "Kept for later")
    await town.press(zana, "Change")
    assert any(f"only those who say that they come get it: {ZOOM}" in text for text in town.seen(zana)[-4:])


async def test_a_typed_place_with_a_link_keeps_them_apart(square):
    town, zana = square.town, square.zana
    await paste(town, zana, NOTICE.replace(f"platforma Zoom, {ZOOM}", "Salla e Këshillit"))
    await walk(town, zana, ("Meetings (1)", "27 July", "Place", f"“Biblioteka, {MEET}”"))
    said = "\n".join(town.seen(zana)[-4:])
    assert "Place: Biblioteka, edhe online\n" in said
    assert f"get it: {MEET}" in said


async def paste(town, zana, notice: str = NOTICE) -> None:
    """The coordinator hands a notice over."""
    await town.say(zana, "/publiko")
    await town.say(zana, notice)
    await town.press(zana, "That was all")


async def test_nothing_of_it_is_left_a_day_after_the_meeting(square):
    town, ana, zana = square.town, square.ana, square.zana
    await answer(town, ana, Coming.YES)
    await give_link(town, zana)
    await town.until(wall(date(2023, 7, 27), time(12)), timedelta(days=40))
    async with town.service.database.reading() as unit:
        assert await unit.meetings.joining(MeetingId(1)) == ""
    assert ZOOM not in (await town.start(ana, "t_1")).text
