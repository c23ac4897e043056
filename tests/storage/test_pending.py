"""Changes that wait for a second official: kept sealed, given back, decided on once, and not kept for ever."""

from dataclasses import replace
from datetime import timedelta

import pytest

from participation.drafts import KeptDraft, PendingChange
from participation.errors import NotFound
from participation.ids import InstitutionId, PersonId
from storage.desks.pending import WAITS
from tests.storage.rows import NOW, House
from tests.storage.test_sweeping import sweep

DRAFT = KeptDraft("amend", 1, "a1b2", '{"step": "Weighing", "with": {"reason": "Shumë e kërkuan."}}')
DAY = timedelta(days=1)


@pytest.fixture
async def change(house: House) -> PendingChange:
    async with house.database.transaction() as uow:
        number = await uow.pending.add(
            house.institution, house.consultation, prepared_by=PersonId(5), what="extended", draft=DRAFT, now=NOW
        )
        return await uow.pending.get(number)


async def test_it_is_kept_as_it_was_prepared_until_it_is_decided_on_once(house: House, change: PendingChange):
    assert change == PendingChange(change.id, house.institution, house.consultation, PersonId(5), "extended", DRAFT)
    async with house.database.transaction() as uow:
        assert await uow.pending.of([house.institution]) == [change]
        assert await uow.pending.of([InstitutionId(99)]) == []
        assert await uow.pending.of([]) == []
        assert await uow.pending.drop(change.id)
        assert not await uow.pending.drop(change.id)
        assert await uow.pending.find(change.id) is None
        with pytest.raises(NotFound):
            await uow.pending.get(change.id)
        with pytest.raises(NotFound):
            await uow.pending.put(change, now=NOW)


async def test_its_number_never_comes_again(house: House, change: PendingChange):
    async with house.database.transaction() as uow:
        await uow.pending.drop(change.id)
        again = await uow.pending.add(
            house.institution, None, prepared_by=PersonId(5), what="extended", draft=DRAFT, now=NOW
        )
    assert again > change.id


async def test_given_back_or_taken_it_keeps_what_it_is_and_waits_anew(house: House, change: PendingChange):
    async with house.database.transaction() as uow:
        await uow.pending.put(
            replace(change, returned="Bie ditë pushimi.", taken_by=PersonId(6)), now=NOW + WAITS - DAY
        )
    await sweep(house, NOW + WAITS)
    async with house.database.reading() as uow:
        found = await uow.pending.get(change.id)
    assert found == replace(change, returned="Bie ditë pushimi.", taken_by=PersonId(6))


async def test_what_nobody_decides_on_is_thrown_away_after_two_months(house: House, change: PendingChange):
    await sweep(house, NOW + WAITS - DAY)
    async with house.database.reading() as uow:
        assert await uow.pending.find(change.id) == change
    await sweep(house, NOW + WAITS)
    async with house.database.reading() as uow:
        assert await uow.pending.find(change.id) is None
