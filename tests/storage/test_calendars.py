"""Annual calendars of consultations, on both databases."""

import asyncio
from datetime import date

import pytest

from participation.errors import NotFound
from participation.ids import ConsultationId, LineId
from participation.people.model import Language
from participation.places import TextKey
from participation.programme.model import ActsAdopted, PlannedConsultation, PlannedStatus
from tests.storage.rows import House

BUDGET = PlannedConsultation("Buxheti", 11, "takime", "Financa")
TAXES = PlannedConsultation("Taksat", None)
PLAN = PlannedConsultation("Plani social", 2, status=PlannedStatus.DROPPED)


async def test_lines_stand_by_month_and_are_kept_as_they_were_given(house: House):
    async with house.database.transaction() as uow:
        for planned in (TAXES, BUDGET, PLAN):
            await uow.calendars.add(house.institution, 2026, planned)
        await uow.calendars.add(house.institution, 2027, BUDGET)
        found = await uow.calendars.of(house.institution, 2026)
        assert [line.planned for line in found] == [PLAN, BUDGET, TAXES]
        assert await uow.calendars.get(found[1].id) == found[1]
        assert {(line.institution, line.year) for line in found} == {(house.institution, 2026)}


async def test_how_many_acts_there_were_is_kept_by_year_and_said_anew(house: House):
    first, second = ActsAdopted(12, date(2027, 1, 4)), ActsAdopted(14, date(2027, 1, 5))
    async with house.database.transaction() as uow:
        assert await uow.calendars.acts(house.institution, 2026) is None
        for said in (first, second):
            await uow.calendars.say_acts(house.institution, 2026, said)
        await uow.calendars.say_acts(house.institution, 2025, first)
    async with house.database.transaction() as uow:
        assert await uow.calendars.acts(house.institution, 2026) == second
        await uow.calendars.say_acts(house.institution, 2026, None)
        assert await uow.calendars.acts(house.institution, 2026) is None
        assert await uow.calendars.acts(house.institution, 2025) == first


@pytest.mark.postgresql_only
async def test_of_two_who_say_it_at_once_both_are_heard_and_the_later_one_stands(house: House):
    first, second = ActsAdopted(12, date(2027, 1, 4)), ActsAdopted(14, date(2027, 1, 5))

    async def say(said: ActsAdopted) -> None:
        async with house.database.transaction(pen=False) as uow:
            await uow.calendars.say_acts(house.institution, 2026, said)

    async with asyncio.timeout(20), asyncio.TaskGroup() as group, house.database.transaction(pen=False) as uow:
        await uow.calendars.say_acts(house.institution, 2026, first)
        later = group.create_task(say(second))
        await asyncio.sleep(0.2)
        assert not later.done(), "it waits for the one before it"
    async with house.database.reading() as uow:
        assert await uow.calendars.acts(house.institution, 2026) == second


async def test_the_years_are_those_of_which_there_is_any_line(house: House):
    async with house.database.transaction() as uow:
        assert await uow.calendars.years(house.institution) == []
        for year in (2027, 2024, 2027):
            await uow.calendars.add(house.institution, year, BUDGET)
        assert await uow.calendars.years(house.institution) == [2024, 2027]


async def test_a_consultation_is_one_line_only(house: House):
    async with house.database.transaction() as uow:
        first = await uow.calendars.add(house.institution, 2026, BUDGET)
        second = await uow.calendars.add(house.institution, 2026, TAXES)
        for line in (first, second):
            await uow.calendars.tie(line, house.consultation)
        tied = {line.id: line.consultation for line in await uow.calendars.of(house.institution, 2026)}
        assert tied == {first: None, second: house.consultation}
        await uow.calendars.tie(second, None)
        assert (await uow.calendars.get(second)).consultation is None


async def test_a_number_is_never_given_twice_and_what_is_gone_is_not_found(house: House):
    async with house.database.transaction() as uow:
        line = await uow.calendars.add(house.institution, 2026, BUDGET)
        await uow.calendars.remove(line)
        assert await uow.calendars.add(house.institution, 2026, BUDGET) > line
        for doing in (
            uow.calendars.get(line),
            uow.calendars.remove(line),
            uow.calendars.change(LineId(99), BUDGET),
            uow.calendars.tie(line, ConsultationId(1)),
        ):
            with pytest.raises(NotFound):
                await doing


async def test_an_institution_says_something_and_takes_it_back(house: House):
    async with house.database.transaction() as uow:
        for words in ("Sheshi", "Sheshi i ri"):
            await uow.places.say(house.institution, TextKey.ADDRESS, Language.SQ, words)
        assert await uow.places.text(house.institution, TextKey.ADDRESS, Language.SQ) == "Sheshi i ri"
        assert await uow.places.text(house.institution, TextKey.ADDRESS, Language.EN) is None
        await uow.places.say(house.institution, TextKey.ADDRESS, Language.SQ, "")
        assert await uow.places.text(house.institution, TextKey.ADDRESS, Language.SQ) is None
