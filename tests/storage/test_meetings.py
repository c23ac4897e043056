from datetime import timedelta

import pytest

from participation.consultations.model import Stage, Terms
from participation.errors import NotFound
from participation.ids import InstitutionId, MeetingId
from participation.meetings.model import Attendance, Coming, Meeting, Turnout, Venue
from tests.storage.rows import NOW, House

HERE = Venue(NOW + timedelta(days=3), "Pallati i Kulturës", NOW + timedelta(days=3, hours=2))


async def test_a_meeting_is_kept_whole_and_its_revision_grows(house: House):
    async with house.database.transaction() as uow:
        number = await uow.meetings.add(house.consultation, HERE)
        assert await uow.meetings.get(number) == Meeting(number, house.consultation, HERE)
        there = Venue(HERE.starts_at + timedelta(hours=1), "Biblioteka")
        moved = await uow.meetings.change(number, there, cancelled=False)
        assert moved == Meeting(number, house.consultation, there, revision=1)
        off = await uow.meetings.change(number, there, cancelled=True)
        assert off == await uow.meetings.find(number) == Meeting(number, house.consultation, there, True, 2)
        assert [one.id for one in await uow.meetings.of(house.consultation)] == [number, house.meeting]


async def test_a_meeting_that_is_not_there_is_not_found(house: House):
    async with house.database.transaction() as uow:
        assert await uow.meetings.find(MeetingId(99)) is None
        with pytest.raises(NotFound):
            await uow.meetings.get(MeetingId(99))
        with pytest.raises(NotFound):
            await uow.meetings.change(MeetingId(99), HERE, cancelled=True)


async def test_only_planned_meetings_of_published_consultations_come_near(house: House):
    span = (NOW, NOW + timedelta(days=5))
    async with house.database.transaction() as uow:
        near = await uow.meetings.add(house.consultation, HERE)
        off = await uow.meetings.add(house.consultation, HERE)
        await uow.meetings.change(off, HERE, cancelled=True)
        assert [one.id for one in await uow.meetings.between(*span)] == [near]
        await uow.consultations.move(house.consultation, Stage.CALLED_OFF, was=Stage.OPEN, on=NOW.date())
        assert await uow.meetings.between(*span) == []


async def test_the_meetings_ahead_are_those_of_an_institution_that_nobody_called_off(house: House):
    async with house.database.transaction() as uow:
        soon = await uow.meetings.add(house.consultation, HERE)
        off = await uow.meetings.add(house.consultation, HERE)
        await uow.meetings.change(off, HERE, cancelled=True)
        hour = timedelta(hours=1)
        for over in (Venue(NOW - 2 * hour, "Salla"), Venue(NOW - hour, "Salla", NOW)):
            await uow.meetings.add(house.consultation, over)
        begun = [Venue(NOW - 4 * hour, "Salla", NOW + hour), Venue(NOW - hour, "Salla")]
        on = [await uow.meetings.add(house.consultation, venue) for venue in begun]
        for stage in (Stage.SCHEDULED, Stage.CALLED_OFF):
            other = await uow.consultations.add(house.institution, Terms("Tregu"), stage=stage, publish_at=NOW)
            planned = await uow.meetings.add(other, Venue(NOW + timedelta(days=1), "Salla"))
            if stage is Stage.SCHEDULED:
                first = planned
        found = [one.id for one in await uow.meetings.ahead([house.institution], NOW)]
        assert found == [*on, first, soon, house.meeting]
        assert await uow.meetings.ahead([InstitutionId(99)], NOW) == []
        assert [one.terms.title for one in await uow.consultations.scheduled([house.institution])] == ["Tregu"]


@pytest.mark.parametrize("stage", [Stage.PROPOSED, Stage.SCHEDULED, Stage.CALLED_OFF])
async def test_a_meeting_of_what_nobody_has_heard_of_was_not_held(house: House, stage):
    async with house.database.transaction() as uow:
        other = await uow.consultations.add(house.institution, Terms("Tregu"), stage=stage, publish_at=NOW)
        await uow.meetings.add(other, Venue(NOW - timedelta(hours=4), "Salla"))
        assert await uow.meetings.held([house.institution], NOW) == []
        assert await uow.meetings.over_between(NOW - timedelta(days=1), NOW) == []


async def test_the_last_answer_counts(house: House):
    people = await house.people(4)
    async with house.database.transaction() as uow:
        for person, coming in zip(people, (Coming.YES, Coming.YES, Coming.MAYBE, Coming.NO), strict=True):
            await uow.meetings.attend(
                house.meeting, person, coming, wants_to_speak=coming is not Coming.MAYBE, on=NOW.date()
            )
        assert await uow.meetings.turnout(house.meeting) == Turnout(yes=2, maybe=1, speakers=2)
        await uow.meetings.attend(house.meeting, people[0], Coming.NO, wants_to_speak=False, on=NOW.date())
        assert await uow.meetings.attendance(house.meeting, people[0]) == Attendance(Coming.NO, False)
        assert await uow.meetings.turnout(house.meeting) == Turnout(yes=1, maybe=1, speakers=1)
        assert [one.id for one in await uow.meetings.attended_by(people[0])] == [house.meeting]


async def test_nobody_has_answered_yet(house: House):
    person = await house.person()
    async with house.database.reading() as uow:
        assert await uow.meetings.attendance(house.meeting, person) is None
        assert await uow.meetings.turnout(house.meeting) == Turnout()
        assert await uow.meetings.attended_by(person) == []
