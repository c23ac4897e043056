"""Reports under another one in the database: found, moved along, set free when that one is deleted."""

from datetime import date, timedelta

import pytest

from participation.clock import local_day
from participation.dockets import Docket
from participation.errors import Refusal, Refused
from participation.ids import PersonId, ReportId
from participation.people.model import Role
from participation.reports.casework import carry_out, read
from participation.reports.joining import POOL, likely
from participation.reports.known import concern, known_about, make_known, withdraw
from participation.reports.life import Act, State
from participation.reports.model import Account, Category, Deed, NewReport, Outcome
from participation.reports.retention import expire_reports
from storage.work import Work
from tests.storage.rows import BOT, NOW, House

TODAY = local_day(NOW)
LIGHTS = "Dritat e rrugës nuk ndizen."
NOISE = Category("noise", "Zhurmë")
CLOSED = Deed(Act.CLOSE, "u krye", outcome=Outcome.SOLVED)


async def keep(uow: Work, house: House, number: int, *, text: str = LIGHTS, day: date = TODAY) -> ReportId:
    sender = await uow.addresses.person_at(BOT, 1)
    new = NewReport(f"PR-S-{number}", house.institution, sender, Account("noise", text), day, urgent=False)
    return await uow.reports.add(new)


@pytest.fixture
async def officer(house: House) -> PersonId:
    _, officer = await house.people(2)
    async with house.database.transaction() as uow:
        await uow.people.appoint(officer, house.institution, Role.COORDINATOR)
    return officer


async def joined(uow: Work, house: House, officer: PersonId, count: int) -> list[ReportId]:
    """So many reports; the first leads."""
    numbers = [await keep(uow, house, number) for number in range(1, count + 1)]
    for number in numbers:
        await read(number, by=officer, uow=uow, now=NOW)
    for number in numbers[1:]:
        await carry_out(number, Deed(Act.JOIN, lead=numbers[0]), by=officer, uow=uow, now=NOW)
    return numbers


async def test_all_under_one_are_found_the_newest_first_and_closed_with_it(house: House, officer: PersonId):
    async with house.database.transaction() as uow:
        lead, second, third = await joined(uow, house, officer, 3)
        assert await uow.reports.joined_to(lead) == [third, second]
        await carry_out(lead, CLOSED, by=officer, uow=uow, now=NOW)
        assert {(await uow.reports.get(one)).state for one in (lead, second, third)} == {State.CLOSED}
        assert await uow.reports.joined_to(lead) == []


async def test_one_that_was_closed_alone_is_not_closed_again_with_the_lead(house: House, officer: PersonId):
    async with house.database.transaction() as uow:
        lead, second = await joined(uow, house, officer, 2)
        await carry_out(second, CLOSED, by=officer, uow=uow, now=NOW)
        await carry_out(lead, CLOSED, by=officer, uow=uow, now=NOW)
        closings = [entry for entry in await uow.reports.entries(second) if entry.deed.act is Act.CLOSE]
        assert len(closings) == 1


async def test_when_the_lead_is_deleted_the_others_stay_and_name_nobody(house: House, officer: PersonId):
    async with house.database.transaction() as uow:
        lead, second = await joined(uow, house, officer, 2)
        await make_known(lead, "Dritat te ura.", by=officer, uow=uow, now=NOW)
        await carry_out(second, CLOSED, by=officer, uow=uow, now=NOW + timedelta(days=3))
        await carry_out(lead, CLOSED, by=officer, uow=uow, now=NOW)
        days = (await uow.places.institution(house.institution)).keep_days + 2
        assert await expire_reports(uow=uow, now=NOW + timedelta(days=days)) == 1
        assert (await uow.reports.get(second)).lead is None
        assert await expire_reports(uow=uow, now=NOW + timedelta(days=days + 3)) == 1


async def test_what_is_read_is_compared_and_only_the_newest_of_it(house: House, officer: PersonId):
    async with house.database.transaction() as uow:
        old = await keep(uow, house, 1, day=TODAY - timedelta(days=31))
        unread, fresh = await keep(uow, house, 2), await keep(uow, house, 3)
        mine = await keep(uow, house, 4)
        for number in (old, fresh, mine):
            await read(number, by=officer, uow=uow, now=NOW)
        found = await likely(await uow.reports.get(mine), uow=uow, today=TODAY)
        assert [one.id for one in found] == [fresh]
        assert await likely(await uow.reports.get(unread), uow=uow, today=TODAY) == ()
        for number in range(POOL):
            await keep(uow, house, 100 + number, text="diçka tjetër")
        assert await likely(await uow.reports.get(mine), uow=uow, today=TODAY) == []


async def test_what_citizens_read_ends_with_the_report_it_is_about(house: House, officer: PersonId):
    async with house.database.transaction() as uow:
        lead, second = [await keep(uow, house, number) for number in (1, 2)]
        for number in (lead, second):
            await read(number, by=officer, uow=uow, now=NOW)
            await make_known(number, "Dritat te ura.", by=officer, uow=uow, now=NOW)
        await make_known(lead, "Dritat te ura dhe te shkolla.", by=officer, uow=uow, now=NOW)
        told = await known_about(NOISE, house.institution, uow=uow)
        assert [one.problem.words for one in told] == ["Dritat te ura dhe te shkolla.", "Dritat te ura."]
        await carry_out(second, Deed(Act.JOIN, lead=lead), by=officer, uow=uow, now=NOW)
        assert [one.problem.report for one in await known_about(NOISE, house.institution, uow=uow)] == [lead]
        await carry_out(second, Deed(Act.PART), by=officer, uow=uow, now=NOW)
        assert await uow.known.about(second) is None, "parted again it is told anew, or not"
        await carry_out(lead, CLOSED, by=officer, uow=uow, now=NOW)
        assert await known_about(NOISE, house.institution, uow=uow) == []
        assert await uow.known.about(lead) is None


async def test_taken_back_twice_it_is_noted_once(house: House, officer: PersonId):
    async with house.database.transaction() as uow:
        lead = await keep(uow, house, 1)
        await read(lead, by=officer, uow=uow, now=NOW)
        await make_known(lead, "Dritat te ura.", by=officer, uow=uow, now=NOW)
        for _ in range(2):
            await withdraw(lead, by=officer, uow=uow, now=NOW)
        assert await uow.known.about(lead) is None
        rows = await uow._connection.exec_driver_sql("SELECT count(*) FROM audit WHERE action = 'known hidden'")
        assert rows.scalar_one() == 1


@pytest.mark.parametrize("category", [Category("noise", "Z", urgent=True), Category("noise", "Z", helps=True)])
async def test_of_danger_and_of_need_a_town_is_told_nothing(house: House, officer: PersonId, category: Category):
    async with house.database.transaction() as uow:
        lead = await keep(uow, house, 1)
        await read(lead, by=officer, uow=uow, now=NOW)
        await make_known(lead, "Dritat te ura.", by=officer, uow=uow, now=NOW)
        assert await known_about(category, house.institution, uow=uow) == ()


async def test_whom_it_concerns_too_is_joined_as_it_comes_and_says_so_once(house: House, officer: PersonId):
    first, second = await house.people(2, first=50)
    async with house.database.transaction() as uow:
        lead = await keep(uow, house, 1)
        await read(lead, by=officer, uow=uow, now=NOW)
        await make_known(lead, "Dritat te ura.", by=officer, uow=uow, now=NOW)
        (known,) = await known_about(NOISE, house.institution, uow=uow)
        silent = await concern(known.problem.id, Account("noise"), by=first, uow=uow, now=NOW)
        telling = await concern(known.problem.id, Account("noise", "Edhe te shkolla."), by=second, uow=uow, now=NOW)
        assert (silent.state, silent.lead, silent.said) == (State.JOINED, lead, False)
        assert (telling.state, telling.lead, telling.said) == (State.JOINED, lead, True)
        assert await uow.reports.sender(silent.id) == first
        with pytest.raises(Refused) as refused:
            await concern(known.problem.id, Account("noise"), by=first, uow=uow, now=NOW)
        assert refused.value.why is Refusal.SAID_BEFORE
        assert await uow.reports.count_unseen([Docket(house.institution)]) == 1, (
            "who adds nothing gives nobody anything to read"
        )


async def test_how_many_it_concerns_is_said_from_the_smallest_number_on(house: House, officer: PersonId):
    people = await house.people(6, first=50)
    async with house.database.transaction() as uow:
        lead = await keep(uow, house, 1)
        await read(lead, by=officer, uow=uow, now=NOW)
        await make_known(lead, "Dritat te ura.", by=officer, uow=uow, now=NOW)
        smallest = (await uow.places.institution(house.institution)).smallest
        said = []
        for person in people:
            (known,) = await known_about(NOISE, house.institution, uow=uow)
            said.append(known.concerned)
            await concern(known.problem.id, Account("noise"), by=person, uow=uow, now=NOW)
        assert said == [count if count >= smallest else None for count in range(1, 7)]


async def test_what_is_not_told_any_more_takes_nobody_in(house: House, officer: PersonId):
    async with house.database.transaction() as uow:
        lead = await keep(uow, house, 1)
        await read(lead, by=officer, uow=uow, now=NOW)
        await make_known(lead, "Dritat te ura.", by=officer, uow=uow, now=NOW)
        (known,) = await known_about(NOISE, house.institution, uow=uow)
        await carry_out(lead, CLOSED, by=officer, uow=uow, now=NOW)
        with pytest.raises(Refused) as refused:
            await concern(known.problem.id, Account("noise"), by=officer, uow=uow, now=NOW)
        assert refused.value.why is Refusal.NOT_KNOWN
