"""What only the protection contact reads lies apart from the rest, whoever asks and for whatever."""

from datetime import date, time

import pytest
from alembic import command
from sqlalchemy import create_engine, event, text

from participation.dockets import Docket, both_of, open_to
from participation.ids import PersonId, ReportId
from participation.people.model import Office, Role
from participation.reports.life import State
from participation.reports.model import Account, NewReport, View
from storage.schema import configured
from tests.storage.rows import VAULT, House

DAY = date(2026, 11, 3)


async def keep(house: House, author: PersonId, *, guarded: bool, taken_by: PersonId | None = None) -> ReportId:
    """One of each kind lies there after two calls."""
    async with house.database.transaction() as uow:
        receipt = f"PR-S-2026-{guarded + 1:04d}"
        new = NewReport(receipt, house.institution, author, Account("violence", "…"), DAY, urgent=True, guarded=guarded)
        kept = await uow.reports.add(new)
        if taken_by is not None:
            await uow.reports.move(kept, State.IN_HAND, officer=taken_by, on=DAY)
        return kept


@pytest.mark.parametrize("guarded", [False, True])
async def test_each_question_is_asked_of_one_place(house: House, guarded: bool) -> None:
    author, officer = await house.person(1), await house.person(2)
    both = {kind: await keep(house, author, guarded=kind) for kind in (False, True)}
    here, only = Docket(house.institution, guarded), both[guarded]
    async with house.database.transaction() as uow:
        desk = uow.reports
        assert (await desk.get(only)).docket == here
        assert await desk.of([here]) == [only]
        assert [gist.id for gist in await desk.gists([here], View.ALL, officer=officer)] == [only]
        assert (await desk.count_by_view([here], officer=officer))[View.ALL] == 1
        assert [(one.id, one.docket) for one in await desk.pending([here])] == [(only, here)]
        assert [one.id for one in await desk.lately(here, since=DAY, most=9)] == [only]
        assert [fact.receipt for fact in await desk.facts(here, since=DAY)] == [(await desk.get(only)).receipt]
        assert await desk.unseen_urgent(here) == [only]
        assert await desk.count_unseen([here]) == 1
        assert set(await desk.of(both_of(house.institution))) == set(both.values())
        assert await desk.of([]) == []
        assert only in await uow.groups.unspoken(house.institution) or guarded


async def test_a_group_is_told_of_none(house: House) -> None:
    author = await house.person(1)
    await keep(house, author, guarded=True)
    plain = await keep(house, author, guarded=False)
    async with house.database.transaction() as uow:
        assert await uow.groups.unspoken(house.institution) == [plain]


@pytest.mark.parametrize("guarded", [False, True])
async def test_who_loses_one_office_lets_go_of_what_lies_there_alone(house: House, guarded: bool) -> None:
    author, officer = await house.person(1), await house.person(2)
    both = {kind: await keep(house, author, guarded=kind, taken_by=officer) for kind in (False, True)}
    async with house.database.transaction() as uow:
        assert await uow.reports.release(officer, Docket(house.institution, guarded)) == 1
        assert (await uow.reports.get(both[guarded])).officer is None
        assert (await uow.reports.get(both[not guarded])).officer == officer


async def test_a_contact_may_do_other_work_beside_it(house: House) -> None:
    person = await house.person()
    async with house.database.transaction() as uow:
        for role in (Role.MEMBER, Role.PROTECTION, Role.COORDINATOR, Role.PROTECTION):
            await uow.people.appoint(person, house.institution, role)
        await uow.people.set_digest_hour(person, house.institution, time(7))
        await uow.people.appoint(person, house.institution, Role.ADMIN)
        held = await uow.people.offices(person)
        assert [(one.role, one.digest_at.hour) for one in held] == [(Role.ADMIN, 7), (Role.PROTECTION, 7)]
        assert set(open_to(held)) == set(both_of(house.institution))
        await uow.people.call(Office(person, house.institution, Role.PROTECTION, called="Mira"))
        assert [one.called for one in await uow.people.officers(house.institution)] == ["", "Mira"]
        await uow.people.call(Office(person, house.institution, Role.PROTECTION))
        assert [one.called for one in await uow.people.all_officers()] == ["", ""]
        await uow.people.dismiss(held[1])
        assert [one.role for one in await uow.people.offices(person)] == [Role.ADMIN]


def test_an_older_house_goes_on_and_back_only_while_nothing_is_guarded():
    engine = create_engine("sqlite://")
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA foreign_keys = ON"))
    with engine.begin() as connection:
        command.upgrade(configured(connection, VAULT), "0011")
        put = connection.execute
        put(text("INSERT INTO institutions VALUES (1, 'B', NULL, 'PR', NULL, NULL, NULL, 30, 365, 5)"))
        put(text("INSERT INTO people (id, bot, quiet_start, quiet_end, reach) VALUES (7, 1, '21:00', '08:00', 'x')"))
        put(text("INSERT INTO offices VALUES (7, 1, 'coordinator', '09:00')"))
        columns = "id, receipt, institution, account, received_on, urgent, state, moved_on, said, due"
        values = "1, 'PR-S-1', 1, x'00', '2026-11-03', 0, 'seen', '2026-11-03', 0, x'00'"
        put(text(f"INSERT INTO reports ({columns}) VALUES ({values})"))
        for move, version in ((command.upgrade, "0012"), (command.downgrade, "0011"), (command.upgrade, "0012")):
            move(configured(connection, VAULT), version)
        assert put(text("SELECT person, institution, role, called FROM offices")).all() == [(7, 1, "coordinator", None)]
        assert put(text("SELECT id, guarded FROM reports")).all() == [(1, 0)]
        put(text("INSERT INTO offices VALUES (7, 1, 'protection', '09:00', NULL)"))
        put(text("UPDATE reports SET guarded = 1"))
        with pytest.raises(RuntimeError, match="only a protection contact"):
            command.downgrade(configured(connection, VAULT), "0011")
        put(text("UPDATE reports SET guarded = 0"))
        command.downgrade(configured(connection, VAULT), "0011")
        assert put(text("SELECT role FROM offices")).all() == [("coordinator",)]
    engine.dispose()
