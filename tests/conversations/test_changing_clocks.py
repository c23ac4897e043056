"""The nights in which the clocks are changed: an hour that is missing, and one that comes twice."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from handlers.when import When
from locales.texts import texts_in
from participation.clock import HandClock, wall
from participation.ids import ConsultationId
from participation.meetings.model import Venue
from participation.people.model import Language
from tests.conversations.steps import comment, schedule
from tests.conversations.test_time import follow, heard_at
from tests.town import announce, open_town

DAY = timedelta(days=1)
NIGHTS = (
    (date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "02:30", 1),
    (date(2027, 3, 28), time(2, 30), datetime(2027, 3, 28, 1, 30, tzinfo=UTC), "03:30", 2),
)
"""A night, an hour in it that comes twice or never, the moment that is meant, how clocks show it then, and in how many
days offices open again: in spring Easter Monday comes first."""


@pytest.mark.parametrize(("day", "hour", "moment", "shown", "rest"), NIGHTS, ids=["autumn", "spring"])
async def test_in_such_a_night_all_comes_once_at_the_moment_that_was_shown(tmp_path, day, hour, moment, shown, rest):
    assert shown in When(day, hour).shown(texts_in(Language.EN))
    async with open_town(tmp_path, clock=HandClock(wall(day - 3 * DAY, time(10)))) as town:
        zana = await town.officer("Zana")
        awake, asleep = [await town.citizen(name, language="English") for name in ("Ana", "Bora")]
        await town.say(awake, "/qetesi")
        await town.press(awake, "Never quiet")
        await announce(town, zana, deadline=day + 20 * DAY)
        async with town.service.database.transaction() as unit:
            await unit.meetings.add(ConsultationId(1), Venue(wall(day + DAY, time(11)), "Bashkia"))
        for person in (awake, asleep):
            await follow(town, person)
        await comment(town, awake, "More buses.")
        await schedule(town, zana, "Plani i rrugëve", at=wall(day, hour))
        await town.until(wall(day, time(0)), timedelta(hours=6))
        await town.until(wall(day, time(5)), timedelta(minutes=10))
        news = [m for m in awake.chat().messages if m.text.startswith("Plani i rrugëve\n")]
        assert [m.at.replace(microsecond=0) for m in news] == [moment]
        assert heard_at(asleep, "Plani i rrugëve\n") == []
        await town.until(wall(day + 2 * DAY, time(12)), timedelta(minutes=30))
    assert heard_at(asleep, "Plani i rrugëve\n") == [f"{day} 08:00"]
    for person in (awake, asleep):
        assert heard_at(person, "The meeting is in 3 days") == [f"{day - 2 * DAY} 11:00"]
        assert heard_at(person, "The meeting is tomorrow at 11:00") == [f"{day} 11:00"]
        assert heard_at(person, "The meeting is today at 11:00") == [f"{day + DAY} 09:00"]
    mornings = sorted({day + rest * DAY, day + 2 * DAY})  # the latter because the meeting before it has no record
    assert [at for at in heard_at(zana, "Your summary") if at > f"{day}"] == [f"{one} 09:00" for one in mornings]
