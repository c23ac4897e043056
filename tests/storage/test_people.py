from datetime import time, timedelta

import pytest

from participation.errors import NotFound
from participation.ids import PersonId
from participation.letters import Lane
from participation.meeting_letters import MeetingReminder
from participation.meetings.model import Coming
from participation.people.model import Follow, Followed, Invitation, Language, Office, Person, QuietHours, Reach, Role
from participation.people.usecases import remind_no_more
from participation.post import Address, Sent, Settled
from participation.reminders.usecases import remind_of_meetings
from storage.database import Database
from storage.tables import addresses
from tests.storage.rows import BOT, LONG_AGO, NOW, House


async def test_somebody_new_is_met_once(database: Database):
    async with database.transaction() as uow:
        person = await uow.addresses.person_at(BOT, -1_001_234_567_890)
        assert await uow.addresses.person_at(BOT, -1_001_234_567_890) == person
        assert await uow.addresses.find(BOT, -1_001_234_567_890) == person
        assert await uow.addresses.address_of(person) == Address(BOT, -1_001_234_567_890)
        assert await uow.people.get(person) == Person(person)


async def test_the_same_chat_of_another_bot_is_somebody_else(database: Database):
    async with database.transaction() as uow:
        assert await uow.addresses.person_at(1, 5) != await uow.addresses.person_at(2, 5)


async def test_an_address_that_cannot_be_read_keeps_nobody_elses_back(database: Database, caplog):
    async with database.transaction() as uow:
        spoilt, whole = [await uow.addresses.person_at(BOT, chat) for chat in (5, 6)]
        await uow._connection.execute(addresses.update().where(addresses.c.person == spoilt).values(sealed=b"spoilt"))
        assert await uow.addresses.of_all([spoilt, whole]) == {whole: Address(BOT, 6)}
    assert "an address cannot be read" in caplog.text
    assert str(spoilt) not in caplog.text


async def test_nobody_is_nowhere(database: Database):
    async with database.transaction() as uow:
        assert await uow.addresses.find(BOT, 99) is None
        assert await uow.addresses.address_of(PersonId(99)) is None
        with pytest.raises(NotFound):
            await uow.people.get(PersonId(99))
        with pytest.raises(NotFound):
            await uow.people.set_language(PersonId(99), Language.EN)


async def test_what_is_said_of_a_person_is_kept(house: House):
    person = await house.person()
    async with house.database.transaction() as uow:
        (unit, *_) = await uow.places.units(house.municipality)
        await uow.people.set_language(person, Language.EN)
        await uow.people.set_home(person, house.municipality, unit.id)
        await uow.people.set_quiet(person, QuietHours(time(22, 30), time(7)))
        await uow.people.set_reach(person, Reach.STOPPED)
    async with house.database.reading() as uow:
        assert await uow.people.get(person) == Person(
            person, Language.EN, house.municipality, unit.id, QuietHours(time(22, 30), time(7)), Reach.STOPPED
        )


async def test_following_twice_is_following_once(house: House):
    person = await house.person()
    async with house.database.transaction() as uow:
        await uow.people.follow(person, Followed.UNIT, 3, LONG_AGO.date())
        await uow.people.follow(person, Followed.UNIT, 3, NOW.date())
        await uow.people.follow(person, Followed.CONSULTATION, 3, NOW.date())
        assert await uow.people.follows(person) == [
            Follow(Followed.CONSULTATION, 3),
            Follow(Followed.UNIT, 3),
        ]
        await uow.people.unfollow(person, Followed.UNIT, 3)
        assert await uow.people.follows(person) == [Follow(Followed.CONSULTATION, 3)]


async def test_a_person_holds_one_office_in_an_institution(house: House):
    person, other = sorted(await house.people(2))
    async with house.database.transaction() as uow:
        await uow.people.appoint(person, house.institution, Role.COORDINATOR)
        await uow.people.set_digest_hour(person, house.institution, time(7, 30))
        await uow.people.appoint(person, house.institution, Role.ADMIN)
        await uow.people.appoint(other, house.institution, Role.COORDINATOR)
        held = Office(person, house.institution, Role.ADMIN, time(7, 30))
        assert await uow.people.offices(person) == [held]
        both = [held, Office(other, house.institution, Role.COORDINATOR)]
        assert await uow.people.officers(house.institution) == both
        assert await uow.people.all_officers() == both


async def test_an_hour_is_set_only_for_an_office_that_is_held(house: House):
    person = await house.person()
    async with house.database.transaction() as uow:
        with pytest.raises(NotFound):
            await uow.people.set_digest_hour(person, house.institution, time(7))


async def test_an_invitation_works_once(house: House):
    invitation = Invitation(house.institution, Role.ADMIN, NOW + timedelta(days=2))
    async with house.database.transaction() as uow:
        await uow.people.add_invitation("fjalë-e-fshehtë", invitation)
        assert await uow.people.use_invitation("tjetër", NOW) is None
        assert await uow.people.use_invitation("fjalë-e-fshehtë", NOW) == invitation
        assert await uow.people.use_invitation("fjalë-e-fshehtë", NOW) is None


async def test_an_invitation_expires(house: House):
    async with house.database.transaction() as uow:
        await uow.people.add_invitation("x", Invitation(house.institution, Role.ADMIN, NOW))
        assert await uow.people.use_invitation("x", NOW) is None


async def test_a_chat_that_moved_is_the_same_person(database: Database):
    async with database.transaction() as uow:
        person = await uow.addresses.person_at(BOT, 1)
        assert await uow.addresses.move(person, Address(BOT, 2))
        assert await uow.addresses.find(BOT, 1) is None
        assert await uow.addresses.find(BOT, 2) == person


async def test_a_chat_does_not_move_to_where_somebody_is(database: Database):
    async with database.transaction() as uow:
        person, other = [await uow.addresses.person_at(BOT, chat) for chat in (1, 2)]
        assert not await uow.addresses.move(person, Address(BOT, 2))
        assert await uow.addresses.find(BOT, 2) == other


async def test_whoever_stops_us_hears_nothing_more_but_replies(house: House):
    person = await house.person()
    await house.say(person, "kujtesë", lane=Lane.REMINDER)
    await house.say(person, "përgjigje")
    async with house.database.transaction() as uow:
        await uow.people.set_reach(person, Reach.STOPPED)
    await house.say(person, "njoftim", lane=Lane.URGENT)
    await house.say(person, "mirupafshim")
    lanes = []
    while claimed := await house.claim():
        lanes += [parcel.lane for parcel in claimed]
        await house.queue.settle([Settled(parcel.id, Sent(1), NOW) for parcel in claimed])
    assert lanes == [Lane.REPLY, Lane.REPLY]


async def test_who_unfollows_is_still_reminded_of_a_meeting_to_which_they_said_yes(house: House):
    people = await house.people(3)
    near = NOW + timedelta(days=6, hours=12)
    async with house.database.transaction() as uow:
        for person, coming in zip(people, (Coming.YES, Coming.NO, None), strict=True):
            await uow.people.follow(person, Followed.CONSULTATION, house.consultation, LONG_AGO.date())
            if coming is not None:
                await uow.meetings.attend(house.meeting, person, coming, wants_to_speak=False, on=LONG_AGO.date())
        assert await remind_of_meetings(uow=uow, now=near) == 2
        for person in people:
            await remind_no_more(person, house.consultation, uow=uow)
    claimed = await house.claim(near + timedelta(days=1))
    assert [(one.person, type(one.letter)) for one in claimed] == [(people[0], MeetingReminder)]
