"""Doors, lists, records and answers of meetings as they are kept, on both kinds of database."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from participation.errors import NotFound
from participation.forum.keeping import forget_lists
from participation.ids import MeetingId, ParticipantId
from participation.meeting_letters import VoiceAsked
from participation.meetings.heard import Evaluation, Heard
from participation.meetings.minutes import Contribution, Heading, Minutes, Revision, missing
from participation.meetings.model import Coming, Need, Position, Venue
from participation.meetings.papers import evaluation_of, participants_of, record_of
from participation.meetings.present import Actor, Headcount, Listing, NewPresent, Participants
from participation.meetings.recording import finish
from participation.meetings.retention import forget_after_meetings
from participation.messages import Media, MediaKind
from participation.people.model import Role
from storage.tables import attendance, participants, voices
from tests.storage.rows import NOW, House

ANA = Listing("Ana Koçi", "Shoqata Drita", "drejtuese")
HOUR = timedelta(hours=1)
MINUTES = Minutes(
    Venue(NOW, "Pallati i Kulturës", NOW + HOUR),
    "Të rinjtë për sigurinë publike",
    "Ervin Muço",
    Headcount(15, True),
    ("Shkolla e Mesme",),
    ("Hapja",),
    (Contribution("Ana Koçi", "Drita", "Më shumë autobusë."),),
    ("Një linjë e re.",),
    ("Linja hapet në shtator.",),
    (Media(MediaKind.DOCUMENT, ref="7:x", name="p.pdf", size=9),),
)


async def test_a_door_has_one_code_and_one_link_at_a_time_and_no_two_doors_have_the_same(house: House):
    async with house.database.transaction() as uow:
        other = await uow.meetings.add(house.consultation, Venue(NOW, "Biblioteka"))
        assert await uow.doors.put(house.meeting, code="0042", link="a")
        assert not await uow.doors.put(other, code="0042", link="b")
        assert await uow.doors.put(house.meeting, code="0043", link="c")
        assert await uow.doors.put(other, code="0042", link="b")
        assert [await uow.doors.by_code(code) for code in ("0042", "0043", "0044")] == [other, house.meeting, None]
        assert [await uow.doors.by_link(link) for link in ("a", "b", "c")] == [None, other, house.meeting]
        assert await uow.doors.all() == [house.meeting, other]
        await uow.doors.shut(other)
        assert await uow.doors.all() == [house.meeting]


async def test_wrong_tries_are_counted_for_each_person_and_day(house: House):
    ana, beni = await house.people(2)
    today = NOW.date()
    async with house.database.transaction() as uow:
        for _ in range(3):
            await uow.doors.note_try(ana, today)
        await uow.doors.note_try(beni, today)
        assert [await uow.doors.tries(one, today) for one in (ana, beni)] == [3, 1]
        await uow.doors.note_try(ana, today + timedelta(days=1))
        await forget_after_meetings(uow=uow, now=NOW + timedelta(days=1))
        assert await uow.doors.tries(ana, today) == 0
        assert await uow.doors.tries(ana, today + timedelta(days=1)) == 1


async def test_somebody_is_counted_once_and_stands_on_the_list_as_they_say(house: House):
    (ana,) = await house.people(1)
    async with house.database.transaction() as uow:
        assert await uow.presence.enter(house.meeting, ana)
        assert not await uow.presence.enter(house.meeting, ana)
        line = await uow.presence.of_person(house.meeting, ana)
        assert (line.actor, line.count, line.listing, line.by_phone) == (None, Headcount(1), None, True)
        await uow.presence.tell(line.id, Actor.CIVIL_SOCIETY, ANA)
        assert (await uow.presence.find(line.id)).listing == ANA
        with pytest.raises(NotFound):
            await uow.presence.tell(ParticipantId(1), None, None)
        assert await uow.presence.strike([line.id, line.id]) == 1
        assert await uow.presence.find(line.id) is None


async def test_two_hundred_lines_are_added_and_taken_off_again(house: House):
    lines = [NewPresent(Actor.YOUTH, listing=Listing(f"Person {number}")) for number in range(1_200)]
    async with house.database.transaction() as uow:
        added = await uow.presence.add(house.meeting, [*lines, NewPresent(None, Headcount(15, True))])
        people = await participants_of(house.meeting, uow=uow)
        assert (people.count, len(people.listed)) == (Headcount(1_215, True), 1_200)
        assert people.kinds == {Actor.YOUTH: Headcount(1_200), None: Headcount(15, True)}
        assert await uow.presence.strike(added) == 1_201
        assert await participants_of(house.meeting, uow=uow) == Participants()


async def test_the_numbers_of_the_lines_tell_no_order(house: House):
    async with house.database.transaction() as uow:
        added = await uow.presence.add(house.meeting, [NewPresent()] * 20)
    assert list(added) != sorted(added)


async def test_who_asked_to_speak_and_is_named_is_a_speaker(house: House):
    ana, beni, era, lira = await house.people(4)
    async with house.database.transaction() as uow:
        for person, speaks in ((ana, True), (beni, False), (era, True), (lira, True)):
            await uow.meetings.attend(house.meeting, person, Coming.YES, wants_to_speak=speaks, on=NOW.date())
        for person, listing in ((ana, ANA), (beni, Listing("Beni")), (era, None)):
            await uow.presence.enter(house.meeting, person)
            line = await uow.presence.of_person(house.meeting, person)
            await uow.presence.tell(line.id, None, listing)
        assert await uow.presence.speakers(house.meeting) == [ANA]


async def test_a_record_comes_back_whole_and_a_finished_one_never_changes(house: House):
    async with house.database.transaction() as uow:
        assert await uow.minutes.latest(house.meeting) is None
        await uow.minutes.put(house.meeting, Revision(MINUTES))
        assert await uow.minutes.latest(house.meeting) == Revision(MINUTES)
        assert await uow.minutes.finished(house.meeting) is None
        done = Revision(replace(MINUTES, theme="Tema"), 0, NOW)
        await uow.minutes.put(house.meeting, done)
        with pytest.raises(NotFound):
            await uow.minutes.put(house.meeting, Revision(MINUTES))
        await uow.minutes.put(house.meeting, Revision(MINUTES, 1))
        assert await uow.minutes.latest(house.meeting) == Revision(MINUTES, 1)
        assert await uow.minutes.finished(house.meeting) == done


async def test_the_record_of_papers_has_the_count_and_all_organisations_also_once_the_list_is_gone(house: House):
    (era,) = await house.people(1)
    async with house.database.transaction() as uow:
        await uow.people.appoint(era, house.institution, Role.COORDINATOR)
        venue = Venue(NOW - timedelta(days=400), "Salla")
        meeting = await uow.meetings.add(house.consultation, venue)
        assert await record_of(meeting, uow=uow) is None
        await uow.presence.add(meeting, [NewPresent(Actor.MEDIA, listing=ANA), NewPresent(None, Headcount(3))])
        await uow.minutes.put(meeting, Revision(replace(MINUTES, present=None)))
        assert await record_of(meeting, uow=uow) is None, "what is not finished is nobody's paper"
        assert await finish(meeting, number=0, by=era, uow=uow, now=NOW) == ()
        await forget_lists(uow=uow, now=NOW)
        found = await record_of(meeting, uow=uow)
        assert (found.present, found.organisations) == (Headcount(4), ("Shoqata Drita", "Shkolla e Mesme"))
        assert (await participants_of(meeting, uow=uow)).listed == ()


def test_without_a_place_a_moderator_and_presence_no_record_is_finished():
    assert missing(MINUTES, Participants()) == ()
    bare = Minutes(Venue(NOW, " "), "Tema")
    assert missing(bare, Participants()) == (Heading.PLACE, Heading.MODERATOR, Heading.PRESENT)


async def test_answers_are_counted_and_the_last_one_of_each_person_holds(house: House):
    people = await house.people(6)
    async with house.database.transaction() as uow:
        assert await evaluation_of(house.meeting, uow=uow) == Evaluation({})
        for person in people:
            await uow.voices.count(house.meeting, person, Heard.MUCH)
        for heard in (Heard.NOT, Heard.NOT, Heard.LITTLE):
            await uow.voices.count(house.meeting, people[0], heard)
        counts = await uow.voices.counts(house.meeting)
        assert {step: count for step, count in counts.items() if count} == {Heard.MUCH: 5, Heard.LITTLE: 1}
        shown = (await evaluation_of(house.meeting, uow=uow)).heard
        assert (shown[Heard.MUCH].number, shown[Heard.LITTLE].number) == (5, None)


async def test_those_are_asked_who_came_or_said_so_and_were_not_asked_before(house: House):
    yes, maybe, here, nobody = await house.people(4)
    async with house.database.transaction() as uow:
        await uow.meetings.attend(house.meeting, yes, Coming.YES, wants_to_speak=False, on=NOW.date())
        await uow.meetings.attend(house.meeting, maybe, Coming.MAYBE, wants_to_speak=False, on=NOW.date())
        await uow.presence.enter(house.meeting, here)
        assert set(await uow.voices.guests(house.meeting, lacking="k")) == {yes, here}
        assert [await uow.voices.is_guest(house.meeting, one) for one in (yes, maybe, here, nobody)] == [
            *(True, False, True, False)
        ]
        letter = VoiceAsked(house.meeting)
        assert await uow.outbox.remind(letter, people=[yes], due_at=NOW, use_by=NOW + HOUR, key="k") == 1
        assert await uow.voices.guests(house.meeting, lacking="k") == [here]


async def test_meetings_that_are_over_are_found_by_their_end(house: House):
    async with house.database.transaction() as uow:
        plain = await uow.meetings.add(house.consultation, Venue(NOW - 3 * HOUR, "Salla"))
        long = await uow.meetings.add(house.consultation, Venue(NOW - 9 * HOUR, "Salla", NOW - HOUR))
        off = await uow.meetings.add(house.consultation, Venue(NOW - 3 * HOUR, "Salla"))
        await uow.meetings.change(off, Venue(NOW - 3 * HOUR, "Salla"), cancelled=True)
        await uow.meetings.add(house.consultation, Venue(NOW - HOUR, "Salla"))
        found = await uow.meetings.over_between(NOW - 2 * HOUR, NOW)
        assert [one.id for one in found] == [long, plain]
        held = await uow.meetings.held([house.institution], NOW)
        assert [one.id for one in held][-2:] == [plain, long]


async def lived(house: House, began) -> MeetingId:
    """A meeting of long ago, with everything that can be known of somebody there."""
    (ana,) = await house.people(1)
    async with house.database.transaction() as uow:
        meeting = await uow.meetings.add(house.consultation, Venue(began, "Salla"))
        await uow.meetings.attend(meeting, ana, Coming.YES, wants_to_speak=True, on=began.date())
        await uow.meetings.keep_wish(meeting, ana, Position.FOR, Need(words="Një rampë"))
        await uow.presence.enter(meeting, ana)
        line = await uow.presence.of_person(meeting, ana)
        await uow.presence.tell(line.id, Actor.YOUTH, ANA)
        await uow.presence.add(meeting, [NewPresent(Actor.MEDIA, listing=Listing("Beni"))])
        await uow.voices.count(meeting, ana, Heard.NOT)
    return meeting


async def known(house: House) -> tuple[int, int, int]:
    """How many wishes, answers and names are kept."""
    async with house.database.reading() as uow:
        wishes = await uow._connection.execute(select(attendance.c.meeting).where(attendance.c.wish.is_not(None)))
        answers = await uow._connection.execute(select(voices.c.mark))
        names = await uow._connection.execute(select(participants.c.id).where(participants.c.sealed.is_not(None)))
        return len(wishes.all()), len(answers.all()), len(names.all())


@pytest.mark.parametrize(
    ("days", "kept"), [(29, (1, 1, 2)), (32, (0, 0, 2)), (365, (0, 0, 2)), (366, (0, 0, 0))], ids=str
)
async def test_needs_and_answers_go_after_a_month_and_names_when_their_institution_says(house: House, days, kept):
    meeting = await lived(house, NOW - timedelta(days=days))
    async with house.database.transaction() as uow:
        await forget_after_meetings(uow=uow, now=NOW)
        await forget_lists(uow=uow, now=NOW)
    assert await known(house) == kept
    async with house.database.reading() as uow:
        people = await participants_of(meeting, uow=uow)
        assert people.kinds == {Actor.MEDIA: Headcount(1), Actor.YOUTH: Headcount(1)}
        assert (await uow.voices.counts(meeting))[Heard.NOT] == 1


async def test_another_institution_keeps_names_as_long_as_it_says(house: House):
    await lived(house, NOW - timedelta(days=40))
    async with house.database.transaction() as uow:
        await uow._connection.exec_driver_sql("UPDATE institutions SET keep_days = 30")
        await forget_after_meetings(uow=uow, now=NOW)
        await forget_lists(uow=uow, now=NOW)
    assert await known(house) == (0, 0, 0)
