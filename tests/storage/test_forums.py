"""Forums, their members and the proof of notice as they are kept, on both kinds of database."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from participation.errors import NotFound
from participation.forum.members import call_for_members
from participation.forum.membership import ConsentWay, MemberCard
from participation.forum.model import ForumCall, ForumMeeting, ForumRight, KeptProof, MemberState, ProofTopic
from participation.forum.proof import NewProof, ProofStep, ProofWay, examine, named
from participation.ids import ForumMemberId
from participation.letters import Lane, Reply
from participation.meetings.present import Actor
from participation.messages import Message
from participation.people.model import Role
from participation.post import Fate
from storage.tables import campaigns, forum_members, proofs
from tests.storage.rows import NOW, House

TODAY = NOW.date()
CARD = MemberCard("Tjetër Vizion", "Ana Koçi", "vizion@example.al", "Punojmë me gratë.", ConsentWay.TAP, TODAY)
TOLD = NewProof(ProofStep.TOLD, ProofTopic.INFORMED, ProofWay.TELEGRAM, "Plani social", key="k")


async def member(house: House, uow, person=None, **changes) -> ForumMemberId:
    given = {"kind": Actor.CIVIL_SOCIETY, "state": MemberState.MEMBER, "since": TODAY} | changes
    return await uow.forums.add(house.institution, CARD, person=person, **given)


async def test_a_forum_has_a_name_a_first_day_and_one_call_at_a_time(house: House):
    async with house.database.transaction() as uow:
        assert await uow.forums.find(house.institution) is None
        with pytest.raises(NotFound):
            await uow.forums.call(house.institution, None)
        await uow.forums.name(house.institution, "Forumi", TODAY)
        await uow.forums.name(house.institution, "Forumi Bashkëqeverisës", TODAY + timedelta(days=1))
        call = ForumCall("Ejani!", TODAY)
        await uow.forums.call(house.institution, call)
        (found,) = await uow.forums.all()
        assert (found.name, found.since, found.call) == ("Forumi Bashkëqeverisës", TODAY, call)
        assert [found.calls(TODAY), found.calls(TODAY + timedelta(days=1))] == [True, False]
        await uow.forums.call(house.institution, None)
        assert (await uow.forums.find(house.institution)).call is None


async def test_members_come_back_as_they_were_and_change_only_from_what_they_were(house: House):
    (ana,) = await house.people(1)
    async with house.database.transaction() as uow:
        number = await member(house, uow, ana, state=MemberState.APPLIED)
        found = await uow.forums.get(number)
        assert (found.card, found.person, found.kind) == (CARD, ana, Actor.CIVIL_SOCIETY)
        assert await uow.forums.of(house.institution) == await uow.forums.of_person(ana) == [found]
        taken = replace(found, state=MemberState.MEMBER)
        assert await uow.forums.change(taken, was=MemberState.APPLIED)
        assert not await uow.forums.change(replace(found, state=MemberState.DECLINED), was=MemberState.APPLIED)
        assert await uow.forums.get(number) == taken


async def test_a_link_leads_to_its_member_until_it_is_used_or_another_one_is_made(house: House):
    (ana,) = await house.people(1)
    async with house.database.transaction() as uow:
        number = await member(house, uow)
        await uow.forums.invite(number, "a", on=TODAY)
        await uow.forums.invite(number, "b", on=TODAY)
        assert await uow.forums.invited_by("a", made_since=TODAY) is None
        assert await uow.forums.invited_by("b", made_since=TODAY + timedelta(days=1)) is None
        found = await uow.forums.invited_by("b", made_since=TODAY)
        assert found.id == number
        assert await uow.forums.change(replace(found, person=ana), was=MemberState.MEMBER)
        assert await uow.forums.invited_by("b", made_since=TODAY) is None


async def test_the_declined_and_the_former_are_forgotten_and_what_they_were_told_stays_without_the_name(house: House):
    async with house.database.transaction() as uow:
        old, late = [
            await member(house, uow, state=MemberState.APPLIED),
            await member(house, uow, state=MemberState.APPLIED),
        ]
        for number, ended in ((old, TODAY - timedelta(days=9)), (late, TODAY)):
            gone = replace(await uow.forums.get(number), state=MemberState.DECLINED, ended=ended)
            await uow.forums.change(gone, was=MemberState.APPLIED)
        await uow.proofs.add(house.institution, replace(TOLD, member=old, whose=named("A")), at=NOW)
        assert await uow.forums.forget(house.institution, TODAY - timedelta(days=3)) == 1
        assert [one.id for one in await uow.forums.of(house.institution)] == [late]
        (row,) = await uow.proofs.of(house.institution)
        assert (row.member, row.whose) == (None, None)


async def test_what_was_met_by_hand_and_the_meetings_are_kept(house: House):
    async with house.database.transaction() as uow:
        await uow.forums.keep_deed(house.consultation, ForumRight.HEARD, TODAY, "E-mail")
        await uow.forums.keep_deed(house.consultation, ForumRight.HEARD, TODAY, "Letër")
        assert await uow.forums.deeds(house.consultation) == {ForumRight.HEARD: (TODAY, "Letër")}
        held = [ForumMeeting(date(2026, month, 1), "Salla", "Mbetjet") for month in (1, 3, 2)]
        for one in held:
            await uow.forums.add_meeting(house.institution, one)
        assert await uow.forums.meetings(house.institution) == [held[1], held[2], held[0]]


async def test_what_is_kept_of_the_forgotten_stands_beside_what_was_written_by_hand(house: House):
    async with house.database.transaction() as uow:
        await uow.forums.keep_deed(house.consultation, ForumRight.TOOK_PART, TODAY, "Foto")
        for count in (1, 3):
            await uow.forums.keep(house.consultation, ForumRight.TOOK_PART, KeptProof(TODAY, count))
        assert await uow.forums.kept(house.consultation) == {ForumRight.TOOK_PART: KeptProof(TODAY, 3)}
        assert await uow.forums.deeds(house.consultation) == {ForumRight.TOOK_PART: (TODAY, "Foto")}


async def test_two_who_open_a_call_at_once_queue_one_letter(house: House):
    officers = await house.people(2)
    async with house.database.transaction() as uow:
        for officer in officers:
            await uow.people.appoint(officer, house.institution, Role.ADMIN)
        await uow.forums.name(house.institution, "Forumi", TODAY)

    async def opens(officer) -> None:
        async with house.database.transaction(pen=False) as uow:
            await call_for_members(house.institution, "Ejani!", TODAY, by=officer, uow=uow, now=NOW)

    await asyncio.gather(*map(opens, officers))
    async with house.database.reading() as uow:
        rows = (await uow._connection.execute(select(campaigns.c.state))).all()
    assert len(rows) == 1


async def test_the_proof_is_a_chain_of_its_own_for_each_institution(house: House):
    async with house.database.transaction() as uow:
        other = await uow.admin.add_institution("Qarku", municipality="Përmet", prefix="QG")
        first = await uow.proofs.add(house.institution, replace(TOLD, whose=named("A")), at=NOW)
        await uow.proofs.add(other, TOLD, at=NOW)
        second = await uow.proofs.add(house.institution, replace(TOLD, key="j", first=1), at=NOW)
        assert [first.place, second.place] == [1, 2]
        assert await uow.proofs.of(house.institution) == [first, second]
        assert await uow.proofs.get(house.institution, 2) == second
        assert len(await uow.proofs.of(other)) == 1
        assert await uow.proofs.has(house.institution, "k")
        assert not await uow.proofs.has(other, "j")
        rows = await uow.proofs.of(house.institution)
        assert examine([(row.cells, row.link) for row in rows], last=second.link) is None


async def test_two_at_once_write_one_behind_the_other(house: House):
    async def write(name: str) -> None:
        async with house.database.transaction() as uow:
            await uow.proofs.add(house.institution, replace(TOLD, key=name), at=NOW)

    await asyncio.gather(*(write(f"k{number}") for number in range(8)))
    async with house.database.reading() as uow:
        rows = await uow.proofs.of(house.institution)
    assert len(rows) == 8
    assert examine([(row.cells, row.link) for row in rows]) is None


async def test_what_was_sent_is_unended_until_it_arrived_or_failed(house: House):
    async with house.database.transaction() as uow:
        for key in ("a", "b", "c"):
            await uow.proofs.add(house.institution, replace(TOLD, key=key), at=NOW)
        for step, first in ((ProofStep.DELIVERED, 1), (ProofStep.FAILED, 2), (ProofStep.OPENED, 3)):
            await uow.proofs.add(house.institution, replace(TOLD, step=step, first=first, key=""), at=NOW)
        assert [(one, row.key) for one, row in await uow.proofs.unended()] == [(house.institution, "c")]
        other = await uow.admin.add_institution("Qarku", municipality="Përmet", prefix="QG")
        for number in (1, 2, 3):
            await uow.proofs.add(other, replace(TOLD, key=f"o{number}"), at=NOW)
        await uow.proofs.add(other, replace(TOLD, step=ProofStep.DELIVERED, first=3, key=""), at=NOW)
        found = [(one, row.key) for one, row in await uow.proofs.unended()]
        assert found == [(house.institution, "c"), (other, "o1"), (other, "o2")]


async def test_whoever_is_erased_leaves_the_chain_whole_and_no_name_in_it(house: House):
    (ana,) = await house.people(1)
    async with house.database.transaction() as uow:
        number = await member(house, uow, ana)
        told = replace(TOLD, member=number, whose=named(CARD.organisation))
        written = await uow.proofs.add(house.institution, told, at=NOW)
        await uow.people.erase(ana)
        assert await uow.forums.of(house.institution) == []
        (row,) = await uow.proofs.of(house.institution)
        assert (row.who, row.link, row.whose, row.member) == (written.who, written.link, None, None)
        assert examine([(row.cells, row.link)], last=written.link) is None


async def test_names_addresses_and_reasons_are_sealed(house: House):
    (ana,) = await house.people(1)
    async with house.database.transaction() as uow:
        number = await member(house, uow, ana)
        told = replace(TOLD, member=number, whose=named(CARD.organisation))
        await uow.proofs.add(house.institution, told, at=NOW)
        rows = [
            *(await uow._connection.execute(select(forum_members))).all(),
            *(await uow._connection.execute(select(proofs))).all(),
        ]
    for words in (CARD.organisation, CARD.contact, CARD.email, CARD.why):
        assert words not in str(rows)


async def test_the_fate_of_a_letter_is_known_by_its_key(house: House):
    (ana,) = await house.people(1)
    async with house.database.transaction() as uow:
        assert await uow.outbox.fate("k") is None
        await uow.outbox.add(Reply(Message("x")), to=ana, lane=Lane.REMINDER, due_at=NOW, key="k")
        assert await uow.outbox.fate("k") == Fate("queued", None, waits=True)
