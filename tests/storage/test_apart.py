"""What is done for many is done for each by itself."""

from datetime import date, time, timedelta

import pytest
from sqlalchemy.exc import OperationalError

from participation.apart import one_by_one
from participation.clock import wall
from participation.consultations.model import Stage, Terms
from participation.consultations.usecases import publish_due
from participation.letters import DeadlineReminder
from participation.meeting_letters import MeetingReminder
from participation.meetings.model import Venue
from participation.people.model import Followed
from participation.post import Sent, Settled
from participation.reminders.usecases import queue_reminders
from storage.desks.listeners import Listeners
from storage.desks.outbox import Outbox
from tests.storage.rows import LONG_AGO, NOW, House


async def two_consultations(house: House) -> None:
    """Both with a meeting in three days and a deadline in three working days, followed by one person."""
    person = await house.person()
    async with house.database.transaction() as uow:
        terms = Terms("Tjetri", deadline=date(2026, 12, 3))
        other = await uow.consultations.add(house.institution, terms, stage=Stage.OPEN, publish_at=NOW)
        for consultation in (house.consultation, other):
            await uow.meetings.add(consultation, Venue(wall(date(2026, 12, 2), time(11)), "Bashkia"))
            await uow.people.follow(person, Followed.CONSULTATION, consultation, LONG_AGO.date())


NEAR = wall(date(2026, 11, 29), time(12))


@pytest.mark.parametrize(("asked", "kind"), [("of_meeting", MeetingReminder), ("of_deadline", DeadlineReminder)])
async def test_one_that_fails_keeps_no_other_from_being_remembered(house: House, monkeypatch, caplog, asked, kind):
    await two_consultations(house)
    real = getattr(Listeners, asked)
    first: list[int] = []

    async def fail_for_the_first(self, subject, by, **rest):
        first.append(subject)
        if subject == first[0]:
            raise ZeroDivisionError
        return await real(self, subject, by, **rest)

    monkeypatch.setattr(Listeners, asked, fail_for_the_first)
    async with house.database.transaction() as uow:
        assert await queue_reminders(uow=uow, now=NEAR) == 3
    letters = [parcel.letter for _ in range(3) for parcel in await deliver(house)]
    assert sum(isinstance(letter, kind) for letter in letters) == 1
    assert "failed" in caplog.text


async def deliver(house: House):
    claimed = await house.claim(NEAR + timedelta(days=1))
    await house.queue.settle([Settled(parcel.id, Sent(1), NEAR) for parcel in claimed])
    return claimed


async def test_one_that_cannot_be_announced_keeps_no_other_from_it(house: House, monkeypatch):
    async with house.database.transaction() as uow:
        bad, good = [
            await uow.consultations.add(house.institution, Terms("T"), stage=Stage.SCHEDULED, publish_at=NOW)
            for _ in range(2)
        ]
        real = Outbox.announce

        async def announce(self, letter, **rest):
            if letter.consultation == bad:
                raise ZeroDivisionError
            return await real(self, letter, **rest)

        monkeypatch.setattr(Outbox, "announce", announce)
        assert await publish_due(uow=uow, now=NOW) == 1
        stages = [(await uow.consultations.get(one)).stage for one in (bad, good)]
    assert stages == [Stage.SCHEDULED, Stage.OPEN]


async def test_what_fails_is_undone_and_a_database_that_is_away_is_raised(house: House):
    person = await house.person()
    async with house.database.transaction() as uow:

        async def follow(unit: int) -> int:
            await uow.people.follow(person, Followed.UNIT, unit, NOW.date())
            if unit == 1:
                raise ValueError
            return 1

        async def be_away(_: int) -> int:
            raise OperationalError("", {}, Exception("disk I/O error"))

        assert await one_by_one([1, 2], follow, uow=uow) == 1
        assert [follow.id for follow in await uow.people.follows(person)] == [2]
        with pytest.raises(OperationalError):
            await one_by_one([1], be_away, uow=uow)
