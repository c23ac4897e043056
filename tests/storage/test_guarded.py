"""What only the protection contact reads lies apart from the rest, whoever asks and for whatever."""

from dataclasses import dataclass
from datetime import date, time, timedelta

import pytest
from alembic import command
from sqlalchemy import create_engine, event, select, text

from participation.dockets import Docket, both_of, open_to
from participation.errors import Refusal, Refused
from participation.ids import PersonId, ReportId
from participation.messages import Topic
from participation.people.model import Group, Office, Role
from participation.reports.casework import carry_out, read
from participation.reports.joining import likely
from participation.reports.known import make_known
from participation.reports.life import Act, State
from participation.reports.model import Account, Deed, NewReport, Unveiling, View
from storage.schema import configured
from storage.tables import parcels
from tests.storage.rows import BOT, NOW, VAULT, House

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


@dataclass
class Desk:
    """An officer and a contact of one house; the officer has read two reports, and given one of them to the contact."""

    house: House
    officer: PersonId
    contact: PersonId
    guarded: ReportId
    plain: ReportId


@pytest.fixture
async def desk(house: House) -> Desk:
    sender, officer, contact = await house.people(3)
    async with house.database.transaction() as uow:
        await uow.people.appoint(officer, house.institution, Role.COORDINATOR)
        await uow.people.appoint(contact, house.institution, Role.PROTECTION)
        kept = []
        for number in (1, 2):
            told = Account("noise", "Bërtasin çdo natë pranë shkollës.", signature="Zamira Lumturi")
            receipt = f"PR-S-2026-{number:04d}"
            kept.append(await uow.reports.add(NewReport(receipt, house.institution, sender, told, DAY, urgent=False)))
            await read(kept[-1], by=officer, uow=uow, now=NOW)
        group = await uow.addresses.person_at(BOT, -100_555)
        await uow.groups.put(Group(house.institution, group, told=True))
        await uow.groups.keep(group, Topic(kept[0], "PR-S-2026-0001", 77, card=78, told="seen"))
        await make_known(kept[0], "Zhurma dihet.", by=officer, uow=uow, now=NOW)
        number = await uow.unveilings.add(kept[0], Unveiling(contact, "Pse", DAY))
        await uow.unveilings.put(
            number, Unveiling(contact, "Pse", DAY, agreed_by=officer, until=NOW + timedelta(days=1))
        )
        await carry_out(kept[0], Deed(Act.GUARD), by=officer, uow=uow, now=NOW)
        await read(kept[0], by=contact, uow=uow, now=NOW)
    return Desk(house, officer, contact, *kept)


async def test_what_is_given_to_the_contact_leaves_everything_that_others_look_at(desk: Desk) -> None:
    async with desk.house.database.transaction() as uow:
        assert await uow.groups.topic(desk.guarded) is None
        assert await uow.known.of(desk.house.institution) == []
        assert await uow.unveilings.of(desk.guarded) == {}
        kinds = (await uow._connection.execute(select(parcels.c.kind))).scalars().all()
        assert "case_gone" in kinds
        assert (await uow.reports.get(desk.guarded)).urgent


async def test_it_is_like_no_other_and_leads_no_other(desk: Desk) -> None:
    async with desk.house.database.transaction() as uow:
        for one in (desk.plain, desk.guarded):
            assert await likely(await uow.reports.get(one), uow=uow, today=DAY) == []
    for one, by, lead in ((desk.plain, desk.officer, desk.guarded), (desk.guarded, desk.contact, desk.plain)):
        async with desk.house.database.transaction() as uow:
            with pytest.raises(Refused) as refused:
                await carry_out(one, Deed(Act.JOIN, lead=lead), by=by, uow=uow, now=NOW)
            assert refused.value.why is Refusal.NO_LEAD


@pytest.mark.parametrize("guarded", [True, False])
async def test_it_is_given_to_nobody_who_may_not_read_it(desk: Desk, guarded: bool) -> None:
    one, by, to = (desk.guarded, desk.contact, desk.officer) if guarded else (desk.plain, desk.officer, desk.contact)
    async with desk.house.database.transaction() as uow:
        with pytest.raises(Refused) as refused:
            await carry_out(one, Deed(Act.ASSIGN, officer=to), by=by, uow=uow, now=NOW)
        assert refused.value.why is Refusal.NO_COLLEAGUE
