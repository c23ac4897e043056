"""The groups of officers: what is known of them with an arrival, and what a thief learns."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from participation.ids import PersonId, ReportId
from participation.letters import CaseInGroup, Lane
from participation.messages import Topic
from participation.people.model import Group, Lack
from participation.post import Doubtful, Later, Moved, Outcome, Rejected, Sent, Settled
from participation.reports.life import State
from participation.reports.model import Account, NewReport
from storage.tables import groups, topics
from tests.storage.rows import BOT, NOW, House

CHAT, RECEIPT, TODAY = -1_002_000_000_777, "PR-S-2026-0001", date(2026, 11, 3)


async def grouped(house: House) -> tuple[PersonId, ReportId]:
    """An institution with a group, and a report of somebody."""
    async with house.database.transaction() as uow:
        group = await uow.addresses.person_at(BOT, CHAT)
        await uow.groups.put(Group(house.institution, group))
        author = await uow.addresses.person_at(BOT, 1)
        new = NewReport(RECEIPT, house.institution, author, Account("noise"), TODAY, urgent=False)
        return group, await uow.reports.add(new)


async def settle(house: House, group: PersonId, report: ReportId, outcome: Outcome) -> None:
    async with house.database.transaction() as uow:
        await uow.outbox.add(CaseInGroup(report), to=group, lane=Lane.URGENT, due_at=NOW, key="once")
    [parcel] = await house.claim()
    await house.queue.mark_sending([parcel.id])
    retry = NOW + timedelta(hours=9) if isinstance(outcome, Later | Doubtful | Moved) else None
    await house.queue.settle([Settled(parcel.id, outcome, NOW, retry)])


async def topic(house: House, report: ReportId) -> Topic | None:
    async with house.database.reading() as uow:
        return await uow.groups.topic(report)


async def test_a_topic_is_known_with_its_arrival_and_leads_back(house: House) -> None:
    group, report = await grouped(house)
    there = Topic(report, RECEIPT, 4_410, card=4_411, told="delivered", turns=True)
    await settle(house, group, report, Sent(4_411, there))
    async with house.database.reading() as uow:
        kept = await uow.groups.topic(report)
        assert (kept.thread, kept.card, kept.told, kept.turns) == (4_410, 4_411, "delivered", False)
        assert await uow.groups.case_in(group, 4_410) == report
        assert await uow.groups.case_in(group, 4_411) is None
        assert await uow.groups.case_in(PersonId(group + 1), 4_410) is None, "of another group it is another one"
        assert await uow.groups.unspoken(house.institution) == []
        [(number, state, officer, same)] = await uow.groups.spoken(house.institution)
        assert (number, state, officer, same) == (report, State.DELIVERED, None, kept)


@pytest.mark.parametrize(
    "outcome",
    [Later(3, whole_token=True), Doubtful("timed out"), Rejected("no_rights")],
    ids=lambda one: type(one).__name__,
)
async def test_one_that_was_made_in_vain_is_known_too_and_told_nothing(house: House, outcome: Outcome) -> None:
    group, report = await grouped(house)
    await settle(house, group, report, replace(outcome, topic=Topic(report, RECEIPT, 4_410, shut=True)))
    kept = await topic(house, report)
    assert (kept.thread, kept.told, kept.card, kept.shut) == (4_410, "", None, False)


async def test_what_is_said_in_passing_does_not_change_what_was_told(house: House) -> None:
    group, report = await grouped(house)
    async with house.database.transaction() as uow:
        await uow.groups.keep(group, Topic(report, RECEIPT, 4_410, card=4_411, told="closed", shut=True))
        await uow.groups.keep(group, Topic(report, RECEIPT, 4_410))
    kept = await topic(house, report)
    assert (kept.told, kept.card, kept.shut) == ("closed", 4_411, True)
    async with house.database.transaction() as uow:
        await uow.groups.keep(group, Topic(report, RECEIPT, 5_000))
    kept = await topic(house, report)
    assert (kept.thread, kept.told, kept.card) == (5_000, "closed", None), "of a new one the card is still to come"


async def test_what_a_group_lacks_turns_out_and_is_over_when_a_topic_could_be_made(house: House) -> None:
    group, report = await grouped(house)
    async with house.database.transaction() as uow:
        await uow.groups.put(Group(house.institution, group, (Lack.DELETE,), told=True))
    await settle(house, group, report, Rejected("no_forum"))
    async with house.database.reading() as uow:
        assert await uow.groups.of(house.institution) == Group(house.institution, group, (Lack.DELETE, Lack.FORUM))
    await settle(house, group, report, Sent(4_411, Topic(report, RECEIPT, 4_410, told="delivered")))
    async with house.database.reading() as uow:
        assert (await uow.groups.of(house.institution)).lacks == (Lack.DELETE,)


async def test_a_group_that_has_moved_is_the_same(house: House) -> None:
    group, report = await grouped(house)
    await settle(house, group, report, Moved(CHAT - 1))
    async with house.database.reading() as uow:
        assert await uow.addresses.find(BOT, CHAT - 1) == group
        assert await uow.addresses.find(BOT, CHAT) is None


async def test_what_arrives_in_a_former_group_is_no_topic_of_the_new_one(house: House) -> None:
    group, report = await grouped(house)
    async with house.database.transaction() as uow:
        await uow.groups.keep(group, Topic(report, RECEIPT, 4_410, told="delivered"))
        await uow.groups.drop(house.institution)
        new = await uow.addresses.person_at(BOT, CHAT - 5)
        await uow.groups.put(Group(house.institution, new))
        await uow.groups.keep(group, Topic(report, RECEIPT, 4_411, told="delivered"))
        assert await uow.groups.topic(report) is None
        assert await uow.groups.unspoken(house.institution) == [report]


async def test_a_deleted_report_leaves_no_topic_and_gets_none(house: House) -> None:
    group, report = await grouped(house)
    async with house.database.transaction() as uow:
        await uow.groups.keep(group, Topic(report, RECEIPT, 4_410, told="closed"))
        await uow.reports.bury(report, on=TODAY)
        await uow.groups.keep(group, Topic(report, RECEIPT, 4_410, told="closed"))
        assert (await uow._connection.execute(select(topics))).all() == []


async def test_a_warning_is_new_once_a_day(house: House) -> None:
    group, report = await grouped(house)
    async with house.database.transaction() as uow:
        await uow.groups.keep(group, Topic(report, RECEIPT, 4_410, told="delivered"))
        for day, what, is_new in ((0, "masked", True), (0, "masked", False), (0, "edit", True), (1, "masked", True)):
            assert await uow.groups.warn(report, what, TODAY + timedelta(days=day)) is is_new
        assert (await uow.groups.topic(report)).told == "delivered"


async def test_without_the_key_a_topic_tells_neither_where_it_is_nor_what_was_told(house: House) -> None:
    group, report = await grouped(house)
    async with house.database.transaction() as uow:
        await uow.groups.keep(group, Topic(report, RECEIPT, 4_410_555, card=4_410_556, told="in_hand coordinator"))
        rows = (await uow._connection.execute(select(topics))).all()
        theirs = (await uow._connection.execute(select(groups))).all()
    assert b"coordinator" not in repr(rows).encode()
    assert "4410555" not in repr(rows)
    assert str(CHAT) not in repr(theirs)
