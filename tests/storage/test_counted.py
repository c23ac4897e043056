"""What the public was told stands in the proof as counts: once all of it has ended, and anew if it reached more."""

from datetime import timedelta

import pytest

from participation.campaigns import Brake
from participation.consultations.announcements import LONGEST_ANNOUNCEMENT
from participation.forum.model import ProofTopic
from participation.forum.telling import follow_proofs, reached
from participation.ids import CampaignId
from participation.letters import Announced, Lane, Letter, NoticeChanged
from participation.meeting_letters import Change, MeetingChanged
from participation.post import Lost, Outcome, Rejected, Sent, Settled, Unreachable, Void
from tests.storage.rows import NOW, House


async def sent_out(house: House, letter: Letter) -> CampaignId:
    async with house.database.transaction() as uow:
        return await uow.outbox.announce(letter, to=house.audience, lane=Lane.ANNOUNCEMENT, due_at=NOW)


async def end(house: House, *outcomes: Outcome | Void) -> None:
    parcels = await house.claim(limit=len(outcomes))
    ended = [Settled(parcel.id, outcome, NOW) for parcel, outcome in zip(parcels, outcomes, strict=True)]
    await house.queue.settle(ended)


async def counted(house: House, after: timedelta = timedelta(minutes=1)) -> list[tuple[str, list[int]]]:
    async with house.database.transaction() as uow:
        await follow_proofs(uow=uow, now=NOW + after)
        rows = await uow.proofs.of(house.institution)
    assert all((row.consultation, row.who, row.whose) == (house.consultation, "", None) for row in rows)
    return [(row.topic, reached(row.detail)) for row in rows]


async def test_it_is_counted_once_it_has_ended_with_what_became_of_it(house: House):
    await house.followers(6)
    await sent_out(house, house.announced)
    await house.queue.expand(NOW, 3)
    assert await counted(house) == []
    await house.queue.expand(NOW, 100)
    await end(house, Sent(1), Sent(2), Unreachable(Lost.BLOCKED), Rejected("no"), Void("cancelled"))
    assert await counted(house) == [], "one waits still"
    await end(house, Sent(3))
    told = [(ProofTopic.ANNOUNCED, [6, 3, 1, 1, 1])]
    assert await counted(house) == told
    assert await counted(house) == told, "twice is once"


@pytest.mark.parametrize("change", ["notice", "meeting"])
async def test_what_changed_is_told_as_a_change(house: House, change: str):
    await house.followers(1)
    moved = MeetingChanged(house.meeting, Change.MOVED, 1, NOW, "Salla")
    await sent_out(house, NoticeChanged(house.consultation, 2) if change == "notice" else moved)
    await house.queue.expand(NOW, 100)
    await end(house, Sent(1))
    assert await counted(house) == [(ProofTopic.CHANGED, [1, 1, 0, 0, 0])]


async def test_what_was_tried_again_and_arrived_makes_another_row_and_who_was_erased_makes_none(house: House):
    people = await house.followers(4)
    campaign = await sent_out(house, house.announced)
    await house.queue.expand(NOW, 100)
    await end(house, Sent(1), Sent(2), Rejected("no"), Rejected("no"))
    first = (ProofTopic.ANNOUNCED, [4, 2, 0, 2, 0])
    assert await counted(house) == [first]
    async with house.database.transaction() as uow:
        delivery = await uow.outbox.delivery(campaign, NOW)
        assert await uow.outbox.try_again(campaign, delivery.mark, NOW) == 2
    assert await counted(house) == [first]
    await end(house, Sent(3))
    async with house.database.transaction() as uow:
        for person in people:  # one of them waited still: it was for three people then
            await uow.people.erase(person)
    both = [first, (ProofTopic.ANNOUNCED, [3, 3, 0, 0, 0])]
    assert await counted(house) == both
    assert await counted(house) == both


async def test_who_is_erased_while_it_is_tried_again_makes_no_row(house: House):
    people = await house.followers(2)
    campaign = await sent_out(house, house.announced)
    await house.queue.expand(NOW, 100)
    await end(house, Sent(1), Rejected("no"))
    first = [(ProofTopic.ANNOUNCED, [2, 1, 0, 1, 0])]
    assert await counted(house) == first
    async with house.database.transaction() as uow:
        delivery = await uow.outbox.delivery(campaign, NOW)
        assert await uow.outbox.try_again(campaign, delivery.mark, NOW) == 1
        for person in people:
            await uow.people.erase(person)
    assert await counted(house) == first


async def test_what_is_held_or_stopped_has_not_ended_and_what_was_ended_by_hand_has(house: House):
    await house.followers(2)
    campaign = await sent_out(house, house.announced)
    await house.queue.expand(NOW, 100)
    await end(house, Sent(1))
    for brake in (Brake.PAUSE, Brake.STOP):
        async with house.database.transaction() as uow:
            assert await uow.outbox.brake(campaign, brake)
        told = [(ProofTopic.ANNOUNCED, [2, 1, 0, 0, 1])]
        assert await counted(house) == ([] if brake is Brake.PAUSE else told)


async def test_what_a_fault_has_stopped_has_not_ended_even_if_nothing_waits(house: House):
    await house.followers(1)
    campaign = await sent_out(house, house.announced)
    await house.queue.expand(NOW, 100)
    await end(house, Rejected("no", for_all=True))
    await house.queue.stop_campaign(campaign, "no")
    assert await counted(house) == []


async def test_what_is_long_over_is_not_counted_any_more(house: House):
    await house.followers(1)
    await sent_out(house, Announced(house.consultation))
    await house.queue.expand(NOW, 100)
    await end(house, Sent(1))
    assert await counted(house, LONGEST_ANNOUNCEMENT + timedelta(seconds=1)) == []
    assert len(await counted(house, LONGEST_ANNOUNCEMENT)) == 1
