"""A meeting that is moved again while the news of its last move is on its way: all hear once of what they missed."""

from collections import defaultdict
from datetime import timedelta

import pytest

from participation.ids import PersonId
from participation.meeting_letters import Change
from participation.meetings.model import Venue
from participation.meetings.usecases import tell_change
from participation.post import Later, Sent, Settled
from tests.storage.rows import NOW, House


class Square:
    """Six people who follow, and what they have heard."""

    def __init__(self, house: House, people: list[PersonId]) -> None:
        self.house, self.people = house, people
        self.heard: defaultdict[PersonId, list[str]] = defaultdict(list)

    async def move(self, number: int) -> None:
        async with self.house.database.transaction() as uow:
            old = await uow.meetings.get(self.house.meeting)
            venue = Venue(NOW + timedelta(days=10 + number), f"Salla {number}")
            new = await uow.meetings.change(self.house.meeting, venue, cancelled=False)
            await tell_change(old, new, Change.MOVED, by=self.people[0], uow=uow, now=NOW)

    async def write(self, chunk: int = 500) -> None:
        await self.house.queue.expand(NOW, chunk)

    async def take(self, most: int) -> list:
        parcels = await self.house.claim(NOW, limit=most)
        await self.house.queue.mark_sending([parcel.id for parcel in parcels])
        return list(parcels)

    async def deliver(self, most: int = 99) -> None:
        while most and (parcels := await self.take(most)):
            for parcel in parcels:
                self.heard[parcel.person].append(f"{parcel.letter.revision} after {parcel.letter.old_place}")
            await self.house.queue.settle([Settled(parcel.id, Sent(parcel.id), NOW) for parcel in parcels])
            most -= len(parcels)

    async def write_and_deliver_all(self) -> None:
        for _ in range(20):
            await self.write()
            await self.deliver()


@pytest.fixture
async def square(house: House) -> Square:
    people = await house.followers(6)
    await house.queue.begin()
    return Square(house, people)


@pytest.mark.parametrize("written", [500, 3], ids=["all written", "half written"])
async def test_two_more_moves_before_anything_is_written_tell_everybody_once(square: Square, written):
    await square.move(1)
    await square.write(written)
    await square.deliver(3)
    told = set(square.heard)
    await square.move(2)
    await square.move(3)
    await square.write_and_deliver_all()
    for person in square.people:
        assert len(square.heard[person]) == (2 if person in told else 1), square.heard
        assert square.heard[person][-1].endswith("after Salla 1") == (person in told)


@pytest.mark.parametrize("written", [500, 3], ids=["all written", "half written"])
async def test_who_is_on_the_way_during_a_move_hears_of_it_when_they_come_back(square: Square, written):
    await square.move(1)
    await square.write(written)
    [flying] = await square.take(1)
    await square.move(2)
    await square.write(2)
    await square.house.queue.settle([Settled(flying.id, Later(5, whole_token=True), NOW, NOW)])
    await square.write_and_deliver_all()
    first = flying.letter.old_place
    one_by_one, at_once = [f"1 after {first}", "2 after Salla 1"], [f"2 after {first}"]
    assert all(square.heard[person] in (one_by_one, at_once) for person in square.people), square.heard
