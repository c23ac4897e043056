"""What happens when a consultation is announced: everybody once, and the coordinator sees how far it has got."""

from datetime import date, time, timedelta

from participation.clock import wall
from participation.ids import CampaignId
from tests.town import announce


async def test_everybody_who_follows_hears_once(town):
    people = [await town.citizen(f"P{n}", language="English") for n in range(4)]
    elsewhere = await town.citizen("Far", language="English", place="Konispol")
    await announce(town)
    assert set(town.who_sees(people, "asks for your opinion").values()) == {1}
    assert town.who_sees([elsewhere], "asks for your opinion") == {elsewhere.id: 0}


async def test_progress_is_one_message_edited_as_it_moves(town):
    era = await town.officer()
    for n in range(3):
        await town.citizen(f"P{n}", language="English")
    before = len(town.seen(era))
    await announce(town, by=era)
    await town.pass_time(timedelta(minutes=2), step=timedelta(minutes=1))
    progress = [text for text in town.seen(era)[before:] if "Sent:" in text]
    assert len(progress) == 1
    assert "Sending is finished" in progress[0]
    assert "Sent: 3 of 3" in progress[0]


async def test_the_one_message_says_how_many_still_wait_and_then_that_all_have_it(town):
    era, awake = await town.officer(), await town.citizen("Awake", language="English")
    await town.citizen("Asleep", language="English")
    for person in (era, awake):
        await town.say(person, "/qetesi")
        await town.press(person, "Never quiet")
    town.clock.set(wall(date(2023, 6, 20), time(23)))
    await announce(town, by=era)
    await town.pass_time(timedelta(minutes=2), step=timedelta(minutes=1))
    card = next(m for m in era.chat().messages if "The announcement is on its way" in m.text)
    assert "Sent: 1 of 2" in card.text
    assert "Still waiting: 1" in card.text
    await town.until(wall(date(2023, 6, 21), time(10)), timedelta(minutes=30))
    assert "Sending is finished" in card.text
    assert "Sent: 2 of 2" in card.text
    assert [m for m in era.chat().messages if m is not card and "The announcement" in m.text] == []


async def test_the_last_word_on_an_announcement_is_said_once(town):
    era = await town.officer()
    await town.citizen(language="English")
    await announce(town, by=era)
    await town.pass_time(timedelta(minutes=5), step=timedelta(minutes=1))
    calls = [call.method for call in town.world.calls if call.parameters.get("chat_id") == era.id]
    after = len(calls)
    await town.pass_time(timedelta(minutes=30), step=timedelta(minutes=1))
    calls = [call.method for call in town.world.calls if call.parameters.get("chat_id") == era.id]
    assert len(calls) == after


async def test_an_unreachable_person_is_counted_as_such(town):
    era = await town.officer()
    await town.citizen("Ana", language="English")
    gone = await town.citizen("Gone", language="English")
    gone.deletes_account()
    await announce(town, by=era)
    await town.pass_time(timedelta(minutes=2), step=timedelta(minutes=1))
    assert "Cannot be reached: 1" in "\n".join(town.seen(era))


async def test_an_announcement_that_was_stopped_says_so_and_can_go_on(town):
    era, ana = await town.officer(), await town.citizen(language="English")
    await town.until(wall(date(2023, 6, 20), time(22)), step=timedelta(hours=1))
    await announce(town, by=era)
    await town.service.database.queue(town.bot.id).stop_campaign(CampaignId(1), "buttons")
    await town.pass_time(timedelta(minutes=1), step=timedelta(minutes=1))
    assert "Sending has stopped" in "\n".join(town.seen(era))
    await town.until(wall(date(2023, 6, 21), time(9)), step=timedelta(hours=1))
    assert town.who_sees([ana], "asks for your opinion") == {ana.id: 0}
    await town.press(era, "Try again")
    await town.pass_time(timedelta(minutes=1), step=timedelta(minutes=1))
    assert town.who_sees([ana], "asks for your opinion") == {ana.id: 1}
    assert "Sending is finished" in town.seen(era)[-1]


async def test_the_pages_of_a_long_list_turn_in_one_message(town):
    era, ana = await town.officer(), await town.citizen(language="English")
    for n in range(8):
        await announce(town, by=era, title=f"Buxheti {n}")
    first = await town.say(ana, "/hapur")
    before = len(ana.chat().messages)
    assert (first.labels[0], first.labels[6]) == ("Buxheti 0", "More")
    second = await town.press(ana, "More")
    assert second.labels[:3] == ["Buxheti 6", "Buxheti 7", "Back"]
    assert (await town.press(ana, "Back")).labels == first.labels
    assert len(ana.chat().messages) == before


async def test_who_unfollows_in_the_evening_is_not_woken_with_it_in_the_morning(town):
    era, ana, ben = await town.officer(), await town.citizen("Ana", "English"), await town.citizen("Ben", "English")
    await town.until(wall(date(2023, 6, 20), time(22)), step=timedelta(hours=1))
    await announce(town, by=era)
    await town.say(ana, "/ndjek")
    await town.press(ana, "Stop: Përmet")
    await town.until(wall(date(2023, 6, 21), time(9)), step=timedelta(hours=1))
    assert town.who_sees([ana, ben], "asks for your opinion") == {ana.id: 0, ben.id: 1}
