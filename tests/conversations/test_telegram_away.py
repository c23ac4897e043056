"""Telegram is away for six hours: nothing is lost, nothing comes too late, and nobody is pestered meanwhile."""

from collections import Counter
from datetime import date, time, timedelta

from bot.logs import OURS
from participation.clock import wall
from participation.meetings.model import Venue
from simulator.faults import Fault
from simulator.people import Person
from tests.conversations.steps import numbers, schedule
from tests.conversations.test_meetings import move
from tests.conversations.test_time import follow
from tests.hours import living
from tests.town import announce

DAY = date(2023, 7, 25)
GOES, COMES = wall(DAY, time(6)), wall(DAY, time(12))
FACES = (("refused", time(8)), ("html_502", time(10)), ("timeout_before", time(12)))
MOST_RISKED = 3
"""So many failures tell that the line is down; then only harmless questions are asked."""
MOST_ASKED = 1_500
"""About two each half minute: whether there is news, and whether the line is well."""
OF_REMINDERS = "SELECT count(*) FROM parcels WHERE state = '{}' AND kind = 'meeting_reminder'"


async def prepare(town, ana, zana) -> list[Person]:
    """Ana is to be reminded of two meetings, all are to hear of something new, and an answer is about to leave."""
    others = [await town.citizen(f"Citizen {number}", language="English") for number in range(5)]
    await announce(town, zana, title="Buxheti 2024")
    await move(town, zana, Venue(wall(DAY, time(13, 30)), "Bashkia"), meeting=2)
    for consultation in (1, 2):
        await follow(town, ana, consultation)
    await schedule(town, zana, "Plani i rrugëve", at=wall(DAY, time(7, 30)))
    await town.until(GOES - timedelta(minutes=1), timedelta(days=1))
    ana.says(town.bot, "/menu")
    await town.line.intake.poll(0)
    town.clock.set(GOES)
    return others


async def test_after_six_hours_all_comes_once_in_its_order_and_nothing_too_late(square, tmp_path, caplog):
    town, ana = square.town, square.ana
    others = await prepare(town, ana, square.zana)
    town.world.calls.clear()
    caplog.clear()
    before = len(town.seen(ana))
    risked = []
    async with living(town) as hours:
        for person in (ana, *others):
            person.says(town.bot, "/hapur")
        for kind, until in FACES:
            town.world.faults.clear()
            town.world.faults.add(Fault(kind, times=None))
            await hours.until(wall(DAY, until))
            risked += numbers(tmp_path, "SELECT sum(attempts) FROM parcels")
        asked = Counter(call.method for call in town.world.calls)
        told = Counter(record.msg for record in caplog.records if record.name.startswith(OURS))
        town.world.faults.clear()
        await hours.until(COMES + timedelta(minutes=10))
    news = [text.partition("\n")[0] for text in town.seen(ana)[before:]]
    assert sorted(news[:2]) == ["Open now", "What would you like to do?"]
    assert news[2:] == ["The meeting is today at 13:30", "Plani i rrugëve"]
    for person in others:
        assert [text.partition("\n")[0] for text in town.seen(person)[-2:]] in (news[1::2], [news[3], news[1]])
    assert town.world.pending(town.bot) == 0
    assert numbers(tmp_path, OF_REMINDERS.format("expired")) == [1]
    assert numbers(tmp_path, OF_REMINDERS.format("queued")) == [0]
    assert risked == [0, 0, 0]
    assert asked["sendMessage"] <= MOST_RISKED
    assert asked.total() < MOST_ASKED
    assert set(told) == {"Telegram cannot be reached (%s); trying again", "%s"}
    assert told["%s"] == 1, "the watchdogs ring once"
    assert told.total() <= 361
