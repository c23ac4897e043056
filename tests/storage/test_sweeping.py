"""What has served its time goes, and is gone from the file too."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from participation.drafts import KeptDraft
from participation.ids import CampaignId, PersonId
from participation.letters import DeadlineReminder, Digest, Lane, Progress, Tally
from participation.meeting_letters import MeetingReminder
from participation.meetings.model import Venue
from participation.people.model import Followed
from participation.post import Sent, Settled
from storage.tables import audit, drafts, notes, parcels
from tests.storage.rows import NOW, VAULT, House
from tests.storage.test_privacy import contents

DAY = timedelta(days=1)


async def sweep(house: House, now=NOW) -> int:
    async with house.database.transaction() as uow:
        return await uow.sweeper.sweep(now=now, marks_before=now - 7 * DAY)


async def sent(house: House) -> None:
    claimed = await house.claim()
    await house.queue.mark_sending([parcel.id for parcel in claimed])
    await house.queue.settle([Settled(parcel.id, Sent(1), NOW) for parcel in claimed])


async def kinds(house: House) -> set[str]:
    async with house.database.reading() as uow:
        return set((await uow._connection.execute(select(parcels.c.kind))).scalars())


async def test_news_for_officers_goes_after_a_week_and_reminders_after_a_month(house: House):
    one, two, three, four, five = await house.people(5)
    news = {one: Digest(house.institution, NOW, Tally()), two: Progress(CampaignId(1), house.consultation)}
    reminders = {three: MeetingReminder(house.meeting, NOW), four: DeadlineReminder(house.consultation, NOW.date())}
    async with house.database.transaction() as uow:
        for person, letter in news.items():
            await uow.outbox.add(letter, to=person, lane=Lane.REMINDER, due_at=NOW)
        for person, letter in reminders.items():
            await uow.outbox.remind(letter, people=[person], due_at=NOW, use_by=NOW, key="m")
        await uow.people.follow(five, Followed.MUNICIPALITY, house.municipality, NOW.date())
        await uow.outbox.announce(house.announced, to=house.audience, lane=Lane.ANNOUNCEMENT, due_at=NOW)
    await house.queue.expand(NOW, 9)
    await sent(house)
    left = []
    for days in (7, 8, 30, 31, 4000):
        await sweep(house, NOW + days * DAY)
        left.append(await kinds(house))
    reminded = {"meeting_reminder", "deadline_reminder", "announced"}
    assert left == [{"digest", "progress"} | reminded, reminded, reminded, {"announced"}, {"announced"}]


async def test_what_still_waits_is_not_swept_away(house: House):
    person = await house.person()
    async with house.database.transaction() as uow:
        letter = MeetingReminder(house.meeting, NOW)
        await uow.outbox.remind(letter, people=[person], due_at=NOW, use_by=NOW, key="m")
    await sweep(house, NOW + 99 * DAY)
    assert await kinds(house) == {"meeting_reminder"}


async def test_what_is_over_is_followed_no_more(house: House):
    person = await house.person()
    async with house.database.transaction() as uow:
        await uow.people.follow(person, Followed.CONSULTATION, house.consultation, NOW.date())
        await uow.people.follow(person, Followed.MUNICIPALITY, house.municipality, NOW.date())
        await uow.meetings.add(house.consultation, Venue(NOW + 40 * DAY, "Salla"))
    followed = []
    for days in (0, 31, 40, 41):  # the last day for comments is the thirtieth, the last meeting on the fortieth
        await sweep(house, NOW + days * DAY)
        async with house.database.reading() as uow:
            followed.append([one.what for one in await uow.people.follows(person)])
    assert followed == [[Followed.CONSULTATION, Followed.MUNICIPALITY]] * 3 + [[Followed.MUNICIPALITY]]


async def drafted(house: House, people: list[PersonId]) -> list[bytes]:
    """Drafts of several sizes; their sealed bytes."""
    async with house.database.transaction() as uow:
        for number, person in enumerate(people):
            draft = KeptDraft("report", 1, "s", "x" * 300 * (number % 9))
            await uow.drafts.save(person, draft, touched_at=NOW, listens_until=NOW, expires_at=NOW + DAY)
        return list((await uow._connection.execute(select(drafts.c.sealed))).scalars())


async def test_what_was_swept_away_stands_nowhere_in_the_files(house: House, place: Path):
    sealed = await drafted(house, await house.people(60))
    await house.shred()
    assert all(one[:40] in contents(place)["house.sqlite3"] for one in sealed)
    assert await sweep(house, NOW + DAY) == 60
    for content in contents(place).values():
        assert [one for one in sealed if one[:40] in content] == []


def free_pages(place: Path) -> int:
    with closing(sqlite3.connect(place / "house.sqlite3")) as connection:
        return connection.execute("PRAGMA freelist_count").fetchone()[0]


async def test_the_file_is_built_anew_once_a_night(house: House, place: Path):
    """Overwriting deleted rows is not enough: rows that were moved to another page may leave a copy behind."""
    people = await house.people(60)
    free = []
    for hours in (0, 24, 25, 49):
        await drafted(house, people)
        async with house.database.transaction() as uow:
            await uow._connection.execute(drafts.delete())
        await sweep(house, NOW + timedelta(hours=hours))
        free.append(free_pages(place) > 0)
    assert free == [False, False, True, False]
    async with house.database.reading() as uow:
        assert (await uow._connection.execute(select(func.count()).where(notes.c.name == "rebuilt"))).scalar_one() == 1


@pytest.mark.parametrize("times", [1, 30])
async def test_what_is_refused_is_counted_by_person_and_day(house: House, times: int):
    one, other = await house.people(2)
    async with house.database.transaction() as uow:
        first = [await uow.audit.refused(at=NOW, person=one, what="ShowReport") for _ in range(times)]
        assert await uow.audit.refused(at=NOW, person=one, what="publish")
        assert await uow.audit.refused(at=NOW, person=other, what="ShowReport")
        assert await uow.audit.refused(at=NOW + DAY, person=one, what="ShowReport")
        rows = (await uow._connection.execute(select(audit).order_by(audit.c.id))).mappings().all()
    assert first == [True] + [False] * (times - 1)
    assert [(row["action"], row["subject"], row["times"]) for row in rows] == [
        ("refused", "ShowReport", times),
        ("refused", "publish", 1),
        ("refused", "ShowReport", 1),
        ("refused", "ShowReport", 1),
    ]
    assert VAULT.open_text("audit", rows[0]["person"], "ShowReport") == str(one)
