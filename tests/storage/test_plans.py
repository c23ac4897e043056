"""A plan comes back whole; of two who change it at once one is refused; of a consultation there is one at most."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from participation.errors import NotFound
from participation.ids import PlanId
from participation.paperwork.plan import Monitoring, Quantity, QuantityRow
from tests.storage.rows import NOW, House
from tests.unit.documents.papers import PLAN

LATER = NOW + timedelta(hours=1)
OTHER = replace(PLAN, name="Tjetër")


async def add(house: House, plan=PLAN, *, at=NOW, tied: bool = False) -> PlanId:
    async with house.database.transaction() as uow:
        number = await uow.plans.add(house.institution, plan, consultation=house.consultation if tied else None, at=at)
    assert number is not None
    return number


async def test_a_plan_comes_back_whole(house: House):
    number = await add(house)
    async with house.database.reading() as uow:
        found = await uow.plans.get(number)
    assert found.plan == PLAN
    assert (found.institution, found.consultation, found.version, found.changed_at) == (house.institution, None, 1, NOW)


async def test_the_list_begins_with_what_was_changed_last(house: House):
    first, second = await add(house), await add(house, OTHER, at=NOW)
    async with house.database.transaction() as uow:
        assert [one.id for one in await uow.plans.of([house.institution])] == [second, first]
        assert await uow.plans.change(first, replace(PLAN, name="Ndryshuar"), version=1, at=LATER)
        listed = await uow.plans.of([house.institution])
        assert [(one.id, one.name) for one in listed] == [(first, "Ndryshuar"), (second, "Tjetër")]
        assert await uow.plans.of([]) == []


async def test_of_two_changes_of_one_version_one_is_taken(house: House):
    number = await add(house)
    async with house.database.transaction() as uow:
        assert await uow.plans.change(number, OTHER, version=1, at=LATER)
        assert not await uow.plans.change(number, PLAN, version=1, at=LATER)
        assert not await uow.plans.tie(number, house.consultation, version=1, at=LATER)
        assert not await uow.plans.drop(number, version=1)
        found = await uow.plans.get(number)
        assert (found.plan, found.version, found.changed_at) == (OTHER, 2, LATER)


async def test_of_a_consultation_there_is_one_plan(house: House):
    number = await add(house, tied=True)
    async with house.database.transaction() as uow:
        assert await uow.plans.add(house.institution, OTHER, consultation=house.consultation, at=NOW) is None
        assert await uow.plans.of_consultation(house.consultation) == number
        assert await uow.plans.tie(number, None, version=1, at=LATER)
        assert await uow.plans.of_consultation(house.consultation) is None
        assert await uow.plans.add(house.institution, OTHER, consultation=house.consultation, at=NOW) is not None


async def test_a_deleted_plan_is_gone_and_its_number_does_not_come_again(house: House):
    number = await add(house)
    async with house.database.transaction() as uow:
        assert await uow.plans.drop(number, version=1)
        with pytest.raises(NotFound):
            await uow.plans.get(number)
    assert await add(house) > number


async def test_a_plan_of_an_older_or_a_newer_form_can_be_read(house: House):
    number = await add(house, replace(PLAN, monitoring=Monitoring(quantities=(QuantityRow(Quantity.METHODS, True),))))
    async with house.database.transaction() as uow:
        told = 'UPDATE plans SET said = replace(said, \'"collection"\', \'"read_by":[1],"collection"\')'
        await uow._connection.execute(text(told))
        found = (await uow.plans.get(number)).plan
    assert [row.indicator for row in found.monitoring.quantities] == list(Quantity)
    assert found.monitoring.quantities[0].chosen
    assert found.collection == PLAN.collection
