from datetime import timedelta

import pytest

from participation.drafts import KeptDraft
from participation.errors import NotFound
from participation.ids import PersonId
from storage.database import Database
from tests.storage.rows import BOT, NOW, House

TODAY = NOW.date()
DAY = timedelta(days=1)
LATER = NOW + timedelta(hours=1)
COMMENT = KeptDraft("comment", 1, "a1b2", '{"step": "Writing", "with": {}}')
REPORT = KeptDraft("report", 2, "c3d4", '{"step": "Telling", "with": {"text": "ë"}}')


async def save(house: House, person: PersonId, draft: KeptDraft, *, minutes: int = 0) -> None:
    async with house.database.transaction() as uow:
        touched = NOW + timedelta(minutes=minutes)
        await uow.drafts.save(
            person,
            draft,
            touched_at=touched,
            listens_until=touched + timedelta(minutes=30),
            expires_at=touched + timedelta(hours=1),
        )


async def test_there_is_one_draft_of_each_dialog(house: House):
    person, other = await house.people(2)
    await save(house, person, COMMENT)
    newer = KeptDraft("comment", 1, "e5f6", "{}")
    await save(house, person, newer)
    await save(house, other, REPORT)
    async with house.database.transaction() as uow:
        assert await uow.drafts.get(person, "comment", NOW) == newer
        assert await uow.drafts.get(person, "report", NOW) is None
        await uow.drafts.drop(person, "comment")
        await uow.drafts.drop(person, "comment")
        assert await uow.drafts.get(person, "comment", NOW) is None
        assert await uow.drafts.get(other, "report", NOW) == REPORT


async def test_the_draft_touched_last_is_the_active_one(house: House):
    person = await house.person()
    await save(house, person, REPORT, minutes=1)
    await save(house, person, COMMENT)
    async with house.database.reading() as uow:
        assert await uow.drafts.newest(person, NOW) == REPORT
        assert await uow.drafts.newest(PersonId(99), NOW) is None


async def test_what_was_laid_aside_or_left_for_long_takes_no_words_and_is_still_there(house: House):
    person = await house.person()
    await save(house, person, REPORT)
    await save(house, person, COMMENT, minutes=1)
    async with house.database.transaction() as uow:
        assert await uow.drafts.listening(person, NOW) == COMMENT
        assert await uow.drafts.listening(person, NOW + timedelta(minutes=31)) is None
        await uow.drafts.lay_aside(person)
        assert await uow.drafts.listening(person, NOW) is None
        assert await uow.drafts.newest(person, NOW) == COMMENT
        assert await uow.drafts.get(person, "report", NOW) == REPORT
    await save(house, person, REPORT)
    async with house.database.reading() as uow:
        assert await uow.drafts.listening(person, NOW) == REPORT


async def test_an_expired_draft_is_as_good_as_gone(house: House):
    person = await house.person()
    await save(house, person, COMMENT)
    await save(house, person, REPORT, minutes=1)
    async with house.database.transaction() as uow:
        assert await uow.drafts.get(person, "comment", LATER) is None
        assert await uow.drafts.newest(person, LATER) == REPORT
        assert await uow.drafts.drop_expired(LATER) == 1
        assert await uow.drafts.drop_expired(LATER + timedelta(minutes=1)) == 1
        assert await uow.drafts.newest(person, NOW) is None


async def test_an_update_is_taken_once(database: Database):
    async with database.transaction() as uow:
        assert await uow.inbox.take(BOT, 7, TODAY)
        assert not await uow.inbox.take(BOT, 7, TODAY)
        assert await uow.inbox.take(BOT + 1, 7, TODAY)


async def test_only_an_update_that_was_taken_can_fail(database: Database):
    async with database.transaction() as uow:
        await uow.inbox.take(BOT, 7, TODAY)
        await uow.inbox.mark_failed(BOT, 7, "A1B2C3")
        with pytest.raises(NotFound):
            await uow.inbox.mark_failed(BOT, 8, "A1B2C3")


async def test_old_updates_are_forgotten(database: Database):
    async with database.transaction() as uow:
        await uow.inbox.take(BOT, 7, TODAY)
        await uow.inbox.take(BOT, 8, TODAY + DAY)
        assert await uow.inbox.purge(TODAY + DAY) == 1
        assert await uow.inbox.take(BOT, 7, TODAY)
        assert not await uow.inbox.take(BOT, 8, TODAY)
