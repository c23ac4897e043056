"""An announcement that is held back, stopped or tried again: nobody gets it who should not, and all are counted."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from participation.campaigns import Brake, Delivery
from participation.clock import local_day
from participation.consultations import announcements
from participation.ids import CampaignId, PersonId
from participation.letters import Announced, Lane
from participation.meeting_letters import Change, MeetingChanged, meeting_subject
from participation.people.model import Followed, Reach, Role
from participation.post import Doubtful, Later, Lost, Outcome, Rejected, Sent, Settled, Unreachable, Void
from scheduler.watchdogs import Memory, look
from storage.database import Database
from storage.tables import audit, parcels
from tests.storage.rows import LEASE, NOW, VAULT, House

LATER = NOW + timedelta(hours=1)


async def announce(house: House, people: int = 6, *, written: int = 100) -> tuple[CampaignId, list[PersonId]]:
    """To so many people, of whom so many have a parcel."""
    theirs = await house.followers(people)
    async with house.database.transaction() as uow:
        campaign = await uow.outbox.announce(
            Announced(house.consultation), to=house.audience, lane=Lane.ANNOUNCEMENT, due_at=NOW
        )
    if written:
        await house.queue.expand(NOW, written)
    return campaign, theirs


async def stands(house: House, campaign: CampaignId) -> Delivery:
    async with house.database.reading() as uow:
        found = await uow.outbox.delivery(campaign, LATER)
    others = (found.unreachable, found.failed, found.unwanted, found.waiting, found.unsent)
    assert found.sent + sum(others) == found.total
    return found


async def take(house: House, limit: int, *, sending: bool = True) -> list[int]:
    ids = [parcel.id for parcel in await house.claim(limit=limit)]
    if sending:
        await house.queue.mark_sending(ids)
    return ids


async def settle(house: House, ids: list[int], *outcomes: Outcome | Void) -> None:
    await house.queue.settle([Settled(i, outcome, NOW) for i, outcome in zip(ids, outcomes, strict=True)])


async def brake(house: House, campaign: CampaignId, act: Brake) -> bool:
    async with house.database.transaction() as uow:
        return await uow.outbox.brake(campaign, act)


async def hold(house: House, campaign: CampaignId) -> bool:
    return await brake(house, campaign, Brake.PAUSE)


async def resume(house: House, campaign: CampaignId) -> bool:
    return await brake(house, campaign, Brake.RESUME)


async def stop(house: House, campaign: CampaignId) -> bool:
    return await brake(house, campaign, Brake.STOP)


async def try_again(house: House, campaign: CampaignId, mark: int | None = None) -> int:
    if mark is None:
        mark = (await stands(house, campaign)).mark
    async with house.database.transaction() as uow:
        return await uow.outbox.try_again(campaign, mark, LATER)


async def test_a_pause_between_two_pieces_keeps_all_back_and_what_is_on_its_way_is_counted(house: House):
    campaign, _ = await announce(house, 6, written=4)
    on_their_way = await take(house, 1)
    assert await hold(house, campaign)
    assert await house.queue.expand(NOW, 100) == 0
    assert await house.claim() == []
    assert await house.queue.next_due() is None
    await settle(house, on_their_way, Sent(1))
    assert await stands(house, campaign) == Delivery(total=6, sent=1, waiting=5, held=True)
    assert await resume(house, campaign)
    assert await house.queue.expand(NOW, 100) == 2
    await settle(house, await take(house, 9), *[Sent(2)] * 5)
    assert await stands(house, campaign) == Delivery(total=6, sent=6)


async def test_a_pause_before_the_first_piece_keeps_everybody_back(house: House):
    campaign, _ = await announce(house, written=0)
    assert await hold(house, campaign)
    assert await house.queue.expand(NOW, 100) == 0
    assert await stands(house, campaign) == Delivery(total=6, waiting=6, held=True)


@pytest.mark.parametrize("way", ["put back", "in doubt", "lease over", "crash while claimed", "crash while sending"])
@pytest.mark.parametrize("act", [hold, stop])
async def test_what_is_put_back_after_a_pause_or_a_stop_does_not_leave(house: House, way: str, act):
    campaign, _ = await announce(house, 2)
    sending = way not in {"lease over", "crash while claimed"}
    taken = await take(house, 2, sending=sending)
    assert await act(house, campaign)
    match way:
        case "put back":
            await settle(house, taken, *[Later(0, whole_token=False)] * 2)
        case "in doubt":
            ended = [Settled(i, Doubtful("cut"), NOW, NOW) for i in taken]
            await house.queue.settle(ended)
        case "lease over":
            assert await house.claim(NOW + LEASE) == []
        case _:
            await house.queue.begin()
    assert await house.claim(LATER) == []


async def test_a_second_pause_and_a_second_continue_change_nothing(house: House):
    campaign, _ = await announce(house)
    assert not await resume(house, campaign)
    assert await hold(house, campaign)
    assert not await hold(house, campaign)
    assert await resume(house, campaign)
    assert not await resume(house, campaign)
    assert len(await house.claim()) == 6


async def test_what_changes_nothing_is_not_written_down(house: House):
    campaign, (officer, _) = await announce(house, 2)
    async with house.database.transaction() as uow:
        await uow.people.appoint(officer, house.institution, Role.COORDINATOR)
        for act in (Brake.PAUSE, Brake.PAUSE, Brake.RESUME, Brake.RESUME, Brake.STOP, Brake.STOP):
            await announcements.brake(campaign, act, by=officer, uow=uow, now=NOW)
        await announcements.try_again(campaign, 0, by=officer, uow=uow, now=NOW)
        rows = (await uow._connection.execute(select(audit.c.action, audit.c.subject).order_by(audit.c.id))).all()
    assert [tuple(row) for row in rows] == [(act.value, f"announcement {campaign}") for act in Brake]


async def test_a_pause_outlives_a_restart(house: House):
    campaign, _ = await announce(house, written=4)
    await hold(house, campaign)
    await house.queue.begin()
    assert await house.queue.expand(LATER, 100) == 0
    assert await house.claim(LATER) == []


async def test_what_is_stopped_for_good_reaches_nobody_else_and_everybody_is_counted(house: House):
    campaign, _ = await announce(house, 6, written=4)
    sent, on_its_way = await take(house, 2)
    await settle(house, [sent], Sent(1))
    assert await stop(house, campaign)
    assert not await stop(house, campaign)
    assert not await resume(house, campaign)
    assert not await hold(house, campaign)
    assert await house.queue.expand(LATER, 100) == 0
    assert await stands(house, campaign) == Delivery(total=6, sent=1, waiting=1, unsent=4, ended=True)
    await settle(house, [on_its_way], Sent(2))
    assert await house.claim(LATER) == []
    assert await stands(house, campaign) == Delivery(total=6, sent=2, unsent=4, ended=True)


@pytest.mark.parametrize("before", ["held", "stopped by a fault"])
async def test_what_stands_can_be_stopped_for_good(house: House, before: str):
    campaign, _ = await announce(house, 3)
    if before == "held":
        await hold(house, campaign)
    else:
        await house.queue.stop_campaign(campaign, "BUTTON_DATA_INVALID")
    assert await stop(house, campaign)
    assert await stands(house, campaign) == Delivery(total=3, unsent=3, ended=True)


async def test_a_fault_does_not_let_a_stopped_one_go_on(house: House):
    campaign, _ = await announce(house, 3)
    await stop(house, campaign)
    await house.queue.stop_campaign(campaign, "?")
    assert not await resume(house, campaign)


async def test_what_has_been_sent_can_neither_be_paused_nor_stopped(house: House):
    campaign, _ = await announce(house, 2)
    await settle(house, await take(house, 2), Sent(1), Sent(2))
    assert not await hold(house, campaign)
    assert not await stop(house, campaign)
    assert await stands(house, campaign) == Delivery(total=2, sent=2)


async def test_news_of_a_change_is_neither_paused_nor_stopped(house: House):
    """Whoever has not heard of it would be told of the next one as if they had."""
    await house.followers(2)
    async with house.database.transaction() as uow:
        letter = MeetingChanged(house.meeting, Change.CANCELLED, 1, NOW, "Salla")
        campaign = await uow.outbox.announce(letter, to=house.audience, lane=Lane.URGENT, due_at=NOW)
    assert not await hold(house, campaign)
    assert not await stop(house, campaign)


async def test_only_what_failed_and_may_succeed_is_tried_again(house: House):
    campaign, people = await announce(house, 7)
    outcomes = (
        Sent(1),
        Unreachable(Lost.BLOCKED),
        Rejected("no"),
        Doubtful("cut"),
        Void("expired"),
        Void("cancelled"),
        Rejected("no"),
    )
    await settle(house, await take(house, 7), *outcomes)
    assert await stands(house, campaign) == Delivery(
        total=7, sent=1, unreachable=1, failed=4, unwanted=1, again=4, mark=int(NOW.timestamp() * 1000)
    )
    assert await try_again(house, campaign) == 4
    assert await stands(house, campaign) == Delivery(total=7, sent=1, unreachable=1, unwanted=1, waiting=4)
    claimed = await house.claim(LATER)
    assert len(claimed) == 4
    assert {parcel.person for parcel in claimed} < set(people)


async def test_who_does_not_want_it_any_more_has_not_failed(house: House):
    campaign, _ = await announce(house, 5)
    sent, unfollowed, refused = await take(house, 3)
    async with house.database.transaction() as uow:
        waits = select(parcels.c.person).where(parcels.c.state == "queued").order_by(parcels.c.id).limit(1)
        stopped = PersonId((await uow._connection.execute(waits)).scalar_one())
        await uow.people.set_reach(stopped, Reach.STOPPED)
    await settle(house, [sent, unfollowed, refused], Sent(1), Void("cancelled"), Rejected("no"))
    assert await stands(house, campaign) == Delivery(total=5, sent=1, failed=1, unwanted=2, waiting=1)
    assert await stop(house, campaign)
    assert await stands(house, campaign) == Delivery(total=5, sent=1, failed=1, unsent=3, ended=True)


async def test_news_that_is_called_back_was_never_sent_and_is_not_said_to_be_unwanted(house: House):
    await house.followers(4)
    async with house.database.transaction() as uow:
        letter = MeetingChanged(house.meeting, Change.MOVED, 1, NOW, "Salla")
        campaign = await uow.outbox.announce(letter, to=house.audience, lane=Lane.URGENT, due_at=NOW)
    await house.queue.expand(NOW, 100)
    await settle(house, await take(house, 1), Sent(1))
    async with house.database.transaction() as uow:
        assert await uow.outbox.call_back(meeting_subject(house.meeting)) == 3
    assert await stands(house, campaign) == Delivery(total=4, sent=1, unsent=3, of_change=local_day(NOW))


async def test_a_second_tap_on_try_again_sends_nothing_twice(house: House):
    campaign, _ = await announce(house, 2)
    await settle(house, await take(house, 2), Rejected("no"), Sent(1))
    mark = (await stands(house, campaign)).mark
    assert await try_again(house, campaign, mark) == 1
    assert await try_again(house, campaign, mark) == 0
    (again,) = await house.claim(LATER)
    await house.queue.mark_sending([again.id])
    await house.queue.settle([Settled(again.id, Rejected("no"), LATER)])
    assert await try_again(house, campaign, mark) == 0, "it has failed again, and the tap was for the time before"
    assert await stands(house, campaign) == Delivery(
        total=2, sent=1, failed=1, again=1, mark=int(LATER.timestamp() * 1000)
    )


async def test_who_stopped_us_left_or_unfollowed_is_not_tried_again(house: House):
    campaign, people = await announce(house, 4)
    await settle(house, await take(house, 4), *[Rejected("no")] * 4)
    stopped, erased, unfollowed, there = people
    async with house.database.transaction() as uow:
        await uow.people.set_reach(stopped, Reach.STOPPED)
        await uow.people.erase(erased)
        await uow.people.unfollow(unfollowed, Followed.MUNICIPALITY, house.municipality)
    assert (await stands(house, campaign)).again == 1
    assert await try_again(house, campaign) == 1
    assert [parcel.person for parcel in await house.claim(LATER)] == [there]


async def test_who_had_blocked_us_and_is_back_is_not_told_what_was_sent_before(house: House):
    campaign, people = await announce(house, 2)
    await settle(house, await take(house, 2), Unreachable(Lost.BLOCKED), Rejected("no"))
    async with house.database.transaction() as uow:
        for person in people:
            await uow.people.set_reach(person, Reach.REACHABLE)
    assert (await stands(house, campaign)).again == 1
    assert await try_again(house, campaign) == 1


async def test_what_may_have_arrived_is_sent_once_more_and_not_again_and_again(house: House):
    campaign, _ = await announce(house, 1)
    await settle(house, await take(house, 1), Rejected("no"))
    await try_again(house, campaign)
    (parcel,) = await house.claim(LATER)
    assert parcel.attempts > 6


async def test_while_something_waits_nothing_is_tried_again(house: House):
    campaign, _ = await announce(house, 2)
    await settle(house, await take(house, 1), Rejected("no"))
    assert (await stands(house, campaign)).again == 0
    assert await try_again(house, campaign, int(NOW.timestamp() * 1000)) == 0


async def test_what_was_stopped_for_good_is_not_tried_again(house: House):
    campaign, _ = await announce(house, 2)
    await settle(house, await take(house, 1), Rejected("no"))
    await stop(house, campaign)
    assert await stands(house, campaign) == Delivery(total=2, failed=1, unsent=1, ended=True)
    assert await try_again(house, campaign, int(NOW.timestamp() * 1000)) == 0


async def test_what_is_paused_is_followed_for_longer_than_two_days(house: House):
    campaign, _ = await announce(house)
    await hold(house, campaign)
    async with house.database.reading() as uow:
        assert [found for found, _ in await uow.outbox.announced_since(NOW + timedelta(days=9))] == [campaign]


async def test_the_accounts_add_up_through_all_of_it(house: House):
    await house.queue.begin()
    first, _ = await announce(house, 4, written=2)
    await hold(house, first)
    await resume(house, first)
    await house.queue.expand(NOW, 100)
    await settle(house, await take(house, 9), Sent(1), Rejected("no"), Sent(1), Sent(1))
    await try_again(house, first)
    second, _ = await announce(house, 4, written=2)
    await stop(house, second)
    memory = Memory(most=9)
    async with house.database.transaction() as uow:
        assert await look(uow.watch, memory, LATER, today=NOW.date()) == []


async def test_someone_who_waits_while_it_is_paused_may_block_us_or_be_erased(house: House):
    campaign, people = await announce(house, 3)
    await hold(house, campaign)
    async with house.database.transaction() as uow:
        await uow.people.set_reach(people[0], Reach.STOPPED)
        await uow.people.erase(people[1])
    await resume(house, campaign)
    assert [parcel.person for parcel in await house.claim()] == [people[2]]
    async with house.database.reading() as uow:
        rows = (await uow._connection.execute(select(parcels.c.person))).scalars().all()
    assert people[1] not in rows


@pytest.mark.parametrize("act", [Brake.PAUSE, Brake.STOP])
async def test_a_brake_amid_writing_and_taking_leaves_nothing_between(house: House, act: Brake):
    """Two processes at once: whatever comes first, what was taken is on its way, and nothing else leaves."""
    campaign, _ = await announce(house, 40, written=10)
    elsewhere = replace(house, database=Database(house.database._url, VAULT))
    await elsewhere.database.open()
    taken, *_, first, second = await asyncio.gather(
        take(house, 5),
        house.queue.expand(NOW, 7),
        house.queue.expand(NOW, 7),
        brake(elsewhere, campaign, act),
        brake(elsewhere, campaign, act),
    )
    await elsewhere.database.close()
    assert (first, second) == (True, False)
    assert await house.claim(LATER) == []
    assert await house.queue.expand(LATER, 100) == 0
    await settle(house, taken, *[Sent(1)] * len(taken))
    left = 40 - len(taken)
    found = await stands(house, campaign)
    assert (found.total, found.sent, found.waiting + found.unsent) == (40, len(taken), left)


async def test_what_was_stopped_for_good_is_not_sent_by_a_button_that_was_never_shown(house: House):
    campaign, _ = await announce(house, 3)
    first, second = await take(house, 2)
    await house.queue.settle([Settled(first, Doubtful("cut"), NOW), Settled(second, Rejected("no_rights"), NOW)])
    assert await stop(house, campaign)
    assert await try_again(house, campaign, 0) == 0
    assert await house.queue.claim(LATER, limit=9, others=0, lease=LEASE) == []
