from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from participation.comments.model import ANONYMOUS, Capacity, Signature, Words
from participation.drafts import KeptDraft
from participation.errors import NotFound
from participation.ids import CommentId, PersonId, ReportId
from participation.letters import CommentAnswered, Lane
from participation.meetings.model import Coming
from participation.people.model import Followed, Language, Person, Reach, Role
from participation.post import Address, Lost, Sent, Settled, Unreachable
from participation.reports.model import Account, NewReport, Spot
from storage.tables import addresses, farewells, parcels, people
from tests.storage.rows import BOT, LONG_AGO, NOW, House, texts

CHAT = 5


async def lived(house: House) -> PersonId:
    """Somebody who has used everything there is."""
    person = await house.person(CHAT)
    async with house.database.transaction() as uow:
        await uow.people.set_language(person, Language.EN)
        await uow.people.set_home(person, house.municipality, None)
        await uow.people.follow(person, Followed.CONSULTATION, house.consultation, LONG_AGO.date())
        await uow.people.appoint(person, house.institution, Role.COORDINATOR)
        await uow.meetings.attend(house.meeting, person, Coming.YES, wants_to_speak=True, on=NOW.date())
        draft = KeptDraft("report", 1, "s", "{}")
        await uow.drafts.save(person, draft, touched_at=NOW, listens_until=NOW, expires_at=NOW + timedelta(days=1))
        comment = await uow.comments.add(house.comment(person))
        report = NewReport("PR-S-1", house.institution, person, Account("noise"), date(2026, 11, 3), False)
        await uow.reports.add(report)
        await uow.outbox.add(CommentAnswered(comment), to=person, lane=Lane.URGENT, due_at=NOW)
    return person


async def erase(house: House, person: PersonId) -> None:
    async with house.database.transaction() as uow:
        await uow.people.erase(person)


async def count(house: House, table) -> int:
    async with house.database.reading() as uow:
        return (await uow._connection.execute(select(func.count()).select_from(table))).scalar_one()


async def test_nothing_leads_to_whoever_was_erased(house: House):
    person = await lived(house)
    await erase(house, person)
    async with house.database.reading() as uow:
        assert await uow.people.get(person) == Person(person, reach=Reach.UNREACHABLE)
        assert await uow.people.follows(person) == []
        assert await uow.people.offices(person) == []
        assert await uow.meetings.attendance(house.meeting, person) is None
        assert await uow.drafts.newest(person, NOW) is None
        assert await uow.addresses.find(BOT, CHAT) is None
        assert await uow.comments.of_person(person) == []
        assert await uow.reports.receipts_of(person) == []
    assert await house.claim() == []
    assert (await count(house, addresses), await count(house, parcels)) == (0, 0)


async def test_comment_and_report_stay_without_their_author(house: House):
    person = await lived(house)
    await erase(house, person)
    async with house.database.reading() as uow:
        comment = await uow.comments.get(CommentId(1))
        report = await uow.reports.get(ReportId(1))
        assert comment.words.text == "Na duhet një rrugë."
        assert await uow.comments.author(comment.id) is None
        assert report.account == Account("noise")
        assert await uow.reports.sender(report.id) is None


@pytest.mark.parametrize(
    ("signature", "kept"),
    [
        (Signature(Capacity.ONESELF, "Zamira Lumturi"), Signature(Capacity.ONESELF)),
        (Signature(Capacity.ON_BEHALF, "Zamira Lumturi"), Signature(Capacity.ON_BEHALF)),
        (Signature(Capacity.ORGANISATION, "Shoqata Vjosa"), Signature(Capacity.ORGANISATION, "Shoqata Vjosa")),
        (ANONYMOUS, ANONYMOUS),
    ],
)
async def test_whoever_is_erased_takes_their_name_off_their_comments(house: House, signature, kept):
    mine, yours = await house.people(2)
    words = Words("Na duhet një rrugë.")
    async with house.database.transaction() as uow:
        my_comment = await uow.comments.add(house.signed_comment(mine, words, signature, number=1))
        your_comment = await uow.comments.add(house.signed_comment(yours, words, signature, number=2))
        await uow.people.erase(mine)
        found = [await uow.comments.get(one) for one in (my_comment, your_comment)]
    assert [one.signature for one in found] == [kept, signature]
    assert {one.words for one in found} == {words}


async def test_whoever_is_erased_takes_their_name_off_their_reports(house: House):
    person = await house.person()
    account = Account("noise", "Çdo natë", spot=Spot(words="pas shkollës"), signature="Zamira Lumturi")
    async with house.database.transaction() as uow:
        report = NewReport("PR-S-1", house.institution, person, account, date(2026, 11, 3), urgent=False)
        number = await uow.reports.add(report)
        await uow.people.erase(person)
        assert (await uow.reports.get(number)).account == replace(account, signature=None)


async def test_the_last_answer_still_finds_its_way_and_then_the_chat_is_forgotten(house: House):
    person = await lived(house)
    await erase(house, person)
    await house.say(person, "Gjithçka u fshi.")
    assert await house.queue.addresses([person]) == {person: Address(BOT, CHAT)}
    (last,) = await house.claim()
    assert texts([last]) == ["Gjithçka u fshi."]
    await house.queue.settle([Settled(last.id, Sent(1), NOW)])
    assert await house.queue.addresses([person]) == {}
    assert await count(house, farewells) == 0
    async with house.database.reading() as uow:
        with pytest.raises(NotFound):
            await uow.people.get(person)


async def test_a_last_answer_that_cannot_arrive_does_not_keep_the_chat(house: House):
    person = await lived(house)
    await erase(house, person)
    await house.say(person)
    (last,) = await house.claim()
    await house.queue.settle([Settled(last.id, Unreachable(Lost.BLOCKED), NOW)])
    assert await count(house, farewells) == 0


async def test_a_chat_without_a_last_answer_is_forgotten_soon(house: House):
    person = await lived(house)
    await erase(house, person)
    await house.queue.settle([])
    assert (await count(house, farewells), await count(house, people)) == (0, 0)


async def test_whoever_comes_back_is_somebody_new(house: House):
    person = await lived(house)
    await erase(house, person)
    await house.queue.settle([])
    async with house.database.transaction() as uow:
        again = await uow.addresses.person_at(BOT, CHAT)
        assert again != person
        assert await uow.comments.of_person(again) == []


async def test_whoever_comes_back_before_the_last_answer_left_is_somebody_new(house: House):
    person = await lived(house)
    await erase(house, person)
    await house.say(person, "Gjithçka u fshi.")
    async with house.database.transaction() as uow:
        again = await uow.addresses.person_at(BOT, CHAT)
    assert again != person
    assert set(await house.queue.addresses([person, again])) == {person, again}


async def test_the_proof_of_an_old_notice_stays_as_a_number_without_anybody(house: House):
    person = await house.person(CHAT)
    await house.say(person, lane=Lane.REMINDER)
    (claimed,) = await house.claim()
    await house.queue.settle([Settled(claimed.id, Sent(9), NOW)])
    await erase(house, person)
    await house.queue.settle([])
    async with house.database.reading() as uow:
        assert await uow.people.get(person) == Person(person, reach=Reach.UNREACHABLE)
        row = (await uow._connection.execute(select(parcels))).mappings().one()
    assert (row["state"], row["letter"]) == ("sent", None)


async def test_being_erased_twice_is_being_erased(house: House):
    person = await lived(house)
    await erase(house, person)
    await erase(house, person)
    assert await count(house, addresses) == 0


async def test_others_keep_everything(house: House):
    person, other = await lived(house), await house.person(6)
    async with house.database.transaction() as uow:
        await uow.people.follow(other, Followed.CONSULTATION, house.consultation, LONG_AGO.date())
        kept = await uow.comments.add(house.comment(other, number=2))
        await uow.people.erase(person)
        assert await uow.comments.author(kept) == other
        assert await uow.addresses.find(BOT, 6) == other
        assert len(await uow.people.follows(other)) == 1
