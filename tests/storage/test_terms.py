"""A courier that was put out and does not know it yet writes nothing that counts."""

from datetime import timedelta

from participation.letters import Lane
from participation.people.model import Followed
from participation.post import Gate, Sent, Settled
from tests.storage.rows import BOT, LEASE, LONG_AGO, NOW, House, texts
from tests.storage.test_queue import states


async def test_a_new_term_takes_back_what_an_older_one_had_in_hand(house: House):
    old, new = house.database.queue(BOT), house.database.queue(BOT)
    await old.begin()
    for person in await house.people(3):
        await house.say(person)
    taken = await old.claim(NOW, limit=2, others=0, lease=LEASE)
    await old.mark_sending([taken[0].id])
    assert await new.begin() == 1
    again = await new.claim(NOW, limit=9, others=0, lease=LEASE)
    assert [parcel.attempts for parcel in again] == [1, 0, 0]


async def test_an_older_term_takes_nothing_and_sends_nothing_that_it_had_taken(house: House):
    old, new = house.database.queue(BOT), house.database.queue(BOT)
    await old.begin()
    [person] = await house.people(1)
    await house.say(person)
    [taken] = await old.claim(NOW, limit=9, others=0, lease=LEASE)
    await new.begin()
    assert await old.mark_sending([taken.id]) == set()
    assert await old.claim(NOW, limit=9, others=0, lease=LEASE) == []
    [again] = await new.claim(NOW, limit=9, others=0, lease=LEASE)
    assert await old.mark_sending([again.id]) == set()
    assert await new.mark_sending([again.id]) == {again.id}


async def test_what_an_older_term_had_sent_counts_until_the_new_one_takes_it(house: House):
    old, new = house.database.queue(BOT), house.database.queue(BOT)
    await old.begin()
    first, second = await house.people(2)
    for person in (first, second):
        await house.say(person)
    sent = await old.claim(NOW, limit=9, others=0, lease=LEASE)
    await old.mark_sending([parcel.id for parcel in sent])
    await new.begin()
    await old.settle([Settled(sent[0].id, Sent(5), NOW)])
    [again] = await new.claim(NOW, limit=9, others=0, lease=LEASE)
    assert again.id == sent[1].id
    await old.settle([Settled(again.id, Sent(6), NOW)])
    assert await states(house.database) == {"claimed": 1}


async def test_an_older_term_has_no_say_in_how_the_gate_stands(house: House):
    old, new = house.database.queue(BOT), house.database.queue(BOT)
    await old.begin()
    await old.keep(Gate(NOW, 1.0, NOW))
    await new.begin()
    shut = Gate(NOW + timedelta(hours=1), 0.7, NOW)
    await new.keep(shut)
    await old.keep(Gate(NOW, 1.0, NOW))
    assert await new.gate() == shut


async def test_couriers_of_two_bots_leave_each_other_in_peace(house: House):
    ours, other = house.database.queue(BOT), house.database.queue(BOT + 1)
    async with house.database.transaction() as uow:
        stranger = await uow.addresses.person_at(BOT + 1, 1)
    [person] = await house.people(1)
    await house.say(person, "ours")
    await house.say(stranger, "theirs", due_at=NOW - timedelta(hours=1))
    assert await ours.next_due() == NOW
    assert await other.next_due() == NOW - timedelta(hours=1)
    [mine] = await ours.claim(NOW, limit=9, others=0, lease=LEASE)
    assert texts([mine]) == ["ours"]
    await other.begin()
    assert await ours.mark_sending([mine.id]) == {mine.id}
    assert texts(await other.claim(NOW, limit=9, others=0, lease=LEASE)) == ["theirs"]
    assert {address.bot for address in (await ours.addresses([person, stranger])).values()} == {BOT, BOT + 1}


async def test_an_announcement_goes_to_each_through_the_bot_that_they_know(house: House):
    async with house.database.transaction() as uow:
        stranger = await uow.addresses.person_at(BOT + 1, 1)
        await uow.people.follow(stranger, Followed.MUNICIPALITY, house.municipality, LONG_AGO.date())
        await uow.outbox.announce(house.announced, to=house.audience, lane=Lane.ANNOUNCEMENT, due_at=NOW)
    await house.followers(2, first=2)
    ours, other = house.database.queue(BOT), house.database.queue(BOT + 1)
    assert await ours.expand(NOW, 10) == 3
    assert len(await ours.claim(NOW, limit=9, others=0, lease=LEASE)) == 2
    assert [parcel.person for parcel in await other.claim(NOW, limit=9, others=0, lease=LEASE)] == [stranger]
