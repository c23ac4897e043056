"""Requests to see a name: who may still answer and look when offices change hands, and what of them is left."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from participation.clock import local_day
from participation.errors import Refusal, Refused
from participation.ids import InstitutionId, PersonId, ReportId, UnveilingId
from participation.offices.usecases import dismiss, give_up
from participation.people.model import Role
from participation.reports.casework import read
from participation.reports.identity import agree, ask_for_name, look, veil_of
from participation.reports.model import Account, NewReport
from storage.errors import WrongKey
from storage.tables import entries, unveilings
from storage.work import Work
from tests.storage.rows import NOW, VAULT, House

NAME = "Zamira Lumturi"
WHY = "Duhet t’i flasim sot."


@dataclass
class Desk:
    """A report with a name, and three who act there."""

    house: House
    sender: PersonId
    report: ReportId
    asker: PersonId
    second: PersonId
    third: PersonId

    async def ask(self, uow: Work, *, by: PersonId | None = None) -> UnveilingId:
        await ask_for_name(self.report, WHY, by=by or self.asker, uow=uow, now=NOW)
        return max(await uow.unveilings.of(self.report))

    async def opened(self, uow: Work) -> UnveilingId:
        number = await self.ask(uow)
        await agree(self.report, number, by=self.second, uow=uow, now=NOW)
        return number

    async def refuses_to_show(self, uow: Work, to: PersonId) -> Refusal:
        with pytest.raises(Refused) as refused:
            await look(self.report, by=to, uow=uow, now=NOW)
        return refused.value.why


async def reported(house: House, at: InstitutionId, sender: PersonId, number: int, *officers: PersonId) -> ReportId:
    async with house.database.transaction() as uow:
        for person in officers:
            await uow.people.appoint(person, at, Role.COORDINATOR)
        told = Account("noise", "Çdo natë", signature=NAME)
        report = await uow.reports.add(NewReport(f"PR-S-{number}", at, sender, told, local_day(NOW), urgent=False))
        await read(report, by=officers[0], uow=uow, now=NOW)
        return report


@pytest.fixture
async def desk(house: House) -> Desk:
    sender, asker, second, third = await house.people(4)
    report = await reported(house, house.institution, sender, 1, asker, second, third)
    return Desk(house, sender, report, asker, second, third)


async def test_what_an_officer_asked_for_elsewhere_stays(desk: Desk):
    async with desk.house.database.transaction() as uow:
        other = await uow.admin.add_institution("Bashkia Elbasan", municipality="Elbasan", prefix="EL")
    there = await reported(desk.house, other, desk.sender, 2, desk.asker, desk.second)
    async with desk.house.database.transaction() as uow:
        await desk.ask(uow)
        await ask_for_name(there, WHY, by=desk.asker, uow=uow, now=NOW)
        await dismiss(desk.asker, institution=desk.house.institution, uow=uow, now=NOW)
        assert await uow.unveilings.of(desk.report) == {}
        (number,) = await uow.unveilings.of(there)
        await agree(there, number, by=desk.second, uow=uow, now=NOW)
        assert (await look(there, by=desk.asker, uow=uow, now=NOW))[1] == NAME


async def _dismissed(desk: Desk, uow: Work, who: PersonId) -> None:
    await dismiss(who, institution=desk.house.institution, uow=uow, now=NOW)


async def _moved_to_the_council(desk: Desk, uow: Work, who: PersonId) -> None:
    await uow.people.appoint(who, desk.house.institution, Role.MEMBER)


async def _forgotten(_: Desk, uow: Work, who: PersonId) -> None:
    await give_up(who, uow=uow, now=NOW)
    await uow.people.erase(who)


LEFT: dict[str, Callable[[Desk, Work, PersonId], Awaitable[None]]] = {
    "dismissed": _dismissed,
    "moved to the council": _moved_to_the_council,
    "forgotten": _forgotten,
}


@pytest.mark.parametrize("how", LEFT)
async def test_a_request_of_somebody_who_left_is_over_and_another_one_can_ask(desk: Desk, how: str):
    async with desk.house.database.transaction() as uow:
        number = await desk.ask(uow)
        await LEFT[how](desk, uow, desk.asker)
        with pytest.raises(Refused) as refused:
            await agree(desk.report, number, by=desk.second, uow=uow, now=NOW)
        assert refused.value.why is Refusal.REQUEST_OVER
        assert await desk.ask(uow, by=desk.third) != number, "a number never comes again: buttons name it"


@pytest.mark.parametrize("how", LEFT)
@pytest.mark.parametrize("gone", ["asker", "second"])
async def test_what_was_open_is_closed_once_one_of_the_two_has_left(desk: Desk, how: str, gone: str):
    async with desk.house.database.transaction() as uow:
        await desk.opened(uow)
        await LEFT[how](desk, uow, getattr(desk, gone))
        left = desk.second if gone == "asker" else desk.asker
        assert await desk.refuses_to_show(uow, left) is Refusal.NAME_CLOSED
        assert await desk.refuses_to_show(uow, getattr(desk, gone)) is Refusal.NOT_ALLOWED
        assert (await veil_of(await uow.reports.get(desk.report), by=left, uow=uow, now=NOW)).may_ask


async def test_why_it_was_opened_stays_with_the_report_and_goes_with_it(desk: Desk):
    async with desk.house.database.transaction() as uow:
        number = await desk.opened(uow)
        await _dismissed(desk, uow, desk.asker)
        assert (await uow.unveilings.of(desk.report))[number].reason == WHY
        await uow.reports.bury(desk.report, on=local_day(NOW))
        assert (await uow._connection.execute(select(unveilings))).all() == []


async def test_a_request_is_sealed_and_bound_to_its_receipt(desk: Desk):
    async with desk.house.database.transaction() as uow:
        await desk.ask(uow)
        (row,) = (await uow._connection.execute(select(unveilings))).mappings()
    assert set(row) == {"id", "report", "sealed"}
    assert WHY.encode() in VAULT.open("unveiling", row["sealed"], "PR-S-1")
    for purpose, receipt in (("unveiling", "PR-S-2"), ("entry", "PR-S-1")):
        with pytest.raises(WrongKey):
            VAULT.open(purpose, row["sealed"], receipt)


@pytest.mark.parametrize("how", ["cut", "erased"])
async def test_with_the_name_goes_all_that_tells_that_there_was_one(desk: Desk, how: str):
    """Of what else was done nothing is lost."""
    async with desk.house.database.transaction() as uow:
        before = (await uow._connection.execute(select(entries.c.id))).all()
        await desk.opened(uow)
        await look(desk.report, by=desk.asker, uow=uow, now=NOW)
        assert len((await uow._connection.execute(select(entries.c.id))).all()) == len(before) + 1
        await (uow.reports.cut(desk.report) if how == "cut" else uow.people.erase(desk.sender))
        assert (await uow._connection.execute(select(entries.c.id))).all() == before
        assert (await uow._connection.execute(select(unveilings))).all() == []
        assert await desk.refuses_to_show(uow, desk.asker) is Refusal.NO_NAME
