from dataclasses import replace
from datetime import date, timedelta

import pytest

from participation.campaigns import Audience
from participation.consultations.model import Kind
from participation.ids import ConsultationId, MunicipalityId, PersonId, UnitId
from participation.letters import Lane
from participation.meetings.model import Coming, Venue
from participation.people.model import Followed, QuietHours, Reach
from tests.storage.rows import NOW, House

TODAY = NOW.date()
TOMORROW = TODAY + timedelta(days=1)


async def follow(house: House, person: PersonId, what: Followed, subject: int, since: date = TODAY) -> None:
    async with house.database.transaction() as uow:
        await uow.people.follow(person, what, subject, since)


async def attend(house: House, person: PersonId, coming: Coming, on: date = TODAY) -> None:
    async with house.database.transaction() as uow:
        await uow.meetings.attend(house.meeting, person, coming, wants_to_speak=False, on=on)


async def units_of(house: House) -> list[UnitId]:
    async with house.database.reading() as uow:
        return [unit.id for unit in await uow.places.units(house.municipality)]


async def heard_by(house: House, audience: Audience) -> set[PersonId]:
    """Who gets a parcel; and the count beforehand must say the same."""
    async with house.database.transaction() as uow:
        count = await uow.listeners.count(audience)
        await uow.outbox.announce(house.announced, to=audience, lane=Lane.ANNOUNCEMENT, due_at=NOW - timedelta(days=99))
    await house.queue.expand(NOW, 1000)
    people = {parcel.person for parcel in await house.claim(NOW + timedelta(days=1))}
    assert len(people) == count
    return people


async def test_what_concerns_the_whole_municipality_is_for_all_who_follow_it_or_any_unit_of_it(house: House):
    *_, last = units = await units_of(house)
    follows = [
        (Followed.MUNICIPALITY, house.municipality),
        (Followed.UNIT, units[0]),
        (Followed.UNIT, last),
        (Followed.CONSULTATION, house.consultation),
        (Followed.MUNICIPALITY, house.municipality + 1),
        (Followed.UNIT, units[-1] + 1),
        (Followed.CONSULTATION, house.consultation + 1),
    ]
    people = await house.people(len(follows))
    for person, (what, subject) in zip(people, follows, strict=True):
        await follow(house, person, what, subject)
    assert await heard_by(house, house.audience) == set(people[:4])


async def test_what_concerns_a_unit_is_for_its_followers_and_for_those_of_the_whole_municipality_only(house: House):
    first, second, *_ = await units_of(house)
    in_it, in_another, of_the_whole, elsewhere = await house.people(4)
    await follow(house, in_it, Followed.UNIT, first)
    await follow(house, in_another, Followed.UNIT, second)
    await follow(house, of_the_whole, Followed.MUNICIPALITY, house.municipality)
    await follow(house, elsewhere, Followed.MUNICIPALITY, house.municipality + 1)
    audience = Audience(house.consultation, house.municipality, (first,))
    assert await heard_by(house, audience) == {in_it, of_the_whole}


async def test_who_follows_a_unit_is_in_its_municipality_without_following_all_of_it(house: House):
    _, second, *_ = await units_of(house)
    person, nobody = await house.people(2)
    await follow(house, person, Followed.UNIT, second)
    await follow(house, person, Followed.MUNICIPALITY, house.municipality + 1)
    async with house.database.reading() as uow:
        assert sorted(await uow.people.places(person)) == [house.municipality, house.municipality + 1]
        assert await uow.people.places(nobody) == []


async def test_whoever_follows_twice_hears_once(house: House):
    person = await house.person()
    await follow(house, person, Followed.MUNICIPALITY, house.municipality)
    await follow(house, person, Followed.CONSULTATION, house.consultation)
    await attend(house, person, Coming.YES)
    audience = Audience(house.consultation, house.municipality, coming_to=house.meeting)
    assert await heard_by(house, audience) == {person}


async def test_whoever_comes_or_may_come_hears_of_a_change(house: House):
    people = await house.people(3)
    for person, coming in zip(people, Coming, strict=True):
        await attend(house, person, coming)
    audience = Audience(house.consultation, MunicipalityId(1), coming_to=house.meeting)
    assert await heard_by(house, audience) == {people[0], people[2]}


async def test_a_ministry_is_heard_by_whoever_follows_any_place_or_its_consultation(house: House):
    itself, here, there, unit, another = await house.people(5)
    await follow(house, itself, Followed.CONSULTATION, house.consultation)
    await follow(house, here, Followed.MUNICIPALITY, house.municipality)
    await follow(house, there, Followed.MUNICIPALITY, MunicipalityId(1))
    await follow(house, unit, Followed.UNIT, (await units_of(house))[0])
    await follow(house, another, Followed.CONSULTATION, house.consultation + 1)
    assert await heard_by(house, Audience(house.consultation, None)) == {itself, here, there, unit}


@pytest.mark.parametrize("reach", [Reach.STOPPED, Reach.UNREACHABLE])
async def test_whoever_cannot_be_reached_is_no_audience(house: House, reach: Reach):
    person = await house.person()
    await follow(house, person, Followed.CONSULTATION, house.consultation)
    await attend(house, person, Coming.YES)
    async with house.database.transaction() as uow:
        await uow.people.set_reach(person, reach)
        assert await uow.listeners.of_meeting(house.meeting, TODAY, lacking="m") == []
        assert await uow.listeners.of_deadline(house.consultation, TODAY, lacking="d") == []
    assert await heard_by(house, house.audience) == set()


@pytest.mark.parametrize(
    ("follows", "coming", "is_reminded"),
    [
        (TODAY, None, True),
        (TOMORROW, None, False),
        (None, None, False),
        (None, (Coming.YES, TODAY), True),
        (None, (Coming.MAYBE, TODAY), True),
        (None, (Coming.YES, TOMORROW), False),
        (None, (Coming.NO, TODAY), False),
        (TODAY, (Coming.NO, TOMORROW), False),
        (TODAY, (Coming.YES, TOMORROW), True),
    ],
)
async def test_who_is_reminded_of_a_meeting(house: House, follows, coming, is_reminded):
    person = await house.person()
    if follows:
        await follow(house, person, Followed.CONSULTATION, house.consultation, follows)
    if coming:
        await attend(house, person, *coming)
    async with house.database.reading() as uow:
        found = await uow.listeners.of_meeting(house.meeting, TODAY, lacking="m")
    assert found == ([(person, QuietHours())] if is_reminded else [])


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("coming", [Coming.YES, Coming.MAYBE])
async def test_who_has_chosen_a_meeting_is_reminded_of_that_one_only(house: House, kind: Kind, coming: Coming):
    chosen, follower = await house.people(2)
    async with house.database.transaction() as uow:
        found = await uow.consultations.get(house.consultation)
        await uow.consultations.reword(house.consultation, replace(found.terms, kind=kind), version=found.version + 1)
        other = await uow.meetings.add(house.consultation, Venue(NOW + timedelta(days=9), "Petran"))
        await uow.meetings.attend(other, chosen, coming, wants_to_speak=False, on=TODAY)
    for person in (chosen, follower):
        await follow(house, person, Followed.CONSULTATION, house.consultation)
    async with house.database.transaction() as uow:
        all_of_it = [] if kind is Kind.SERIES else [follower]
        assert await reminded(uow, house.meeting) == all_of_it
        assert await reminded(uow, other) == sorted([*all_of_it, chosen])
        await uow.meetings.change(other, Venue(NOW + timedelta(days=9), "Petran"), cancelled=True)
        back = [] if kind is Kind.SERIES else sorted([chosen, follower])
        assert await reminded(uow, house.meeting) == back
        await uow.meetings.attend(house.meeting, chosen, Coming.YES, wants_to_speak=False, on=TODAY)
        await uow.meetings.change(other, Venue(NOW + timedelta(days=9), "Petran"), cancelled=False)
        assert chosen in await reminded(uow, house.meeting)


async def reminded(uow, meeting) -> list[PersonId]:
    return [person for person, _ in await uow.listeners.of_meeting(meeting, TODAY, lacking=f"m{meeting}")]


async def test_who_has_commented_waits_for_a_reminder_like_everybody(house: House):
    """Who were left out of the queue, or taken out of it, would be known to have commented."""
    silent, heard, late = await house.people(3)
    for person, since in ((silent, TODAY), (heard, TODAY), (late, TOMORROW)):
        await follow(house, person, Followed.CONSULTATION, house.consultation, since)
    async with house.database.transaction() as uow:
        await uow.comments.add(house.comment(heard))
        found = await uow.listeners.of_deadline(house.consultation, TODAY, lacking="d")
        assert sorted(found) == sorted([(silent, QuietHours()), (heard, QuietHours())])
        assert await uow.comments.has_commented(heard, house.consultation)
        assert not await uow.comments.has_commented(heard, ConsultationId(house.consultation + 1))
        assert not await uow.comments.has_commented(silent, house.consultation)
