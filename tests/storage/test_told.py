"""What authors are still to be told of: beside the comment, never beside a name, and gone once it is told."""

from datetime import timedelta

import pytest

from participation.campaigns import Audience
from participation.clock import local_day
from participation.comments.model import AuthorTold, Filing, TranslationWanted
from participation.comments.telling import tell_commenters
from participation.comments.translating import ask_authors
from participation.comments.warning import warn_authors
from participation.consultations.model import Stage
from participation.ids import CampaignId, CommentId, PersonId
from participation.letters import (
    DeadlineReminder,
    Lane,
    NoAnswerYet,
    NoticeChanged,
    StageReached,
    consultation_subject,
)
from participation.people.model import Followed
from participation.post import Asleep, Sent, Settled
from tests.storage.rows import NOW, House

NOON = NOW.replace(hour=11)
LATER = NOON + timedelta(hours=20)


@pytest.fixture
async def author(house: House) -> PersonId:
    [person] = await house.people(1)
    async with house.database.transaction() as uow:
        await uow.comments.add(house.comment(person, "Ujë."))
    return person


async def sent_out(house: House, *, lane: Lane = Lane.REMINDER, stage: Stage | None = None) -> CampaignId:
    """News of the consultation, to all who follow it and to all who have commented."""
    about = house.consultation
    letter = NoticeChanged(about, 2) if stage is None else StageReached(about, stage)
    async with house.database.transaction() as uow:
        to = Audience(about, house.municipality)
        campaign = await uow.outbox.announce(letter, to=to, lane=lane, due_at=NOON)
        await uow.ledger.spread_news(campaign, about)
    return campaign


async def brought(house: House, at=NOON) -> int:
    async with house.database.transaction() as uow:
        return await tell_commenters(uow=uow, now=at)


async def waiting(house: House) -> list[CommentId]:
    async with house.database.reading() as uow:
        return [comment for one in await uow.ledger.news() for comment in one.authors]


async def test_it_waits_until_it_is_known_who_gets_it_with_all_others(house: House, author: PersonId):
    campaign = await sent_out(house)
    assert await brought(house) == 0
    assert await waiting(house) == [1]
    await house.queue.expand(NOON, 1000)
    assert await brought(house) == 1
    assert await waiting(house) == []
    [parcel] = await house.claim(NOON)
    assert (parcel.person, parcel.letter) == (
        author,
        AuthorTold(CommentId(1), campaign, house.consultation, 2),
    )


async def test_several_comments_of_one_author_are_one_letter(house: House, author: PersonId):
    async with house.database.transaction() as uow:
        await uow.comments.add(house.comment(author, "Rrugë.", number=2))
    await sent_out(house)
    await house.queue.expand(NOON, 1000)
    assert await brought(house) == 1
    assert await waiting(house) == []
    assert await brought(house) == 0


async def test_who_follows_is_told_with_all_others(house: House, author: PersonId):
    async with house.database.transaction() as uow:
        await uow.people.follow(author, Followed.CONSULTATION, house.consultation, local_day(NOW))
    await sent_out(house)
    await house.queue.expand(NOON, 1000)
    assert await brought(house) == 0
    assert await waiting(house) == []
    assert [type(parcel.letter) for parcel in await house.claim(NOON)] == [NoticeChanged]


async def test_who_begins_to_follow_or_stops_in_the_night_is_told_all_the_same(house: House, author: PersonId):
    [other] = await house.people(1, first=2)
    async with house.database.transaction() as uow:
        await uow.comments.add(house.comment(other, "Rrugë.", number=2))
        await uow.people.follow(other, Followed.CONSULTATION, house.consultation, local_day(NOW))
    await sent_out(house)
    await house.queue.expand(NOON, 1000)
    async with house.database.transaction() as uow:
        await uow.people.follow(author, Followed.CONSULTATION, house.consultation, local_day(NOW))
        await uow.people.unfollow(other, Followed.CONSULTATION, house.consultation)
    assert await brought(house) == 2


async def test_the_erased_and_who_took_it_back_are_told_nothing(house: House, author: PersonId):
    [other] = await house.people(1, first=2)
    async with house.database.transaction() as uow:
        gone = await uow.comments.add(house.comment(other, "Rrugë.", number=2))
        await uow.ledger.withdraw(gone, local_day(NOW))
    await sent_out(house)
    assert await waiting(house) == [1]
    async with house.database.transaction() as uow:
        await uow.people.erase(author)
    await house.queue.expand(NOON, 1000)
    assert await brought(house) == 0
    assert await waiting(house) == []


async def test_what_is_called_back_is_news_no_more_and_the_rest_is(house: House, author: PersonId):
    await sent_out(house)
    await sent_out(house, stage=Stage.SUMMARISED)
    subject = consultation_subject(house.consultation)
    async with house.database.transaction() as uow:
        await uow.outbox.call_back(subject, only=(DeadlineReminder,))
    assert await waiting(house) == [1, 1]
    async with house.database.transaction() as uow:
        await uow.outbox.call_back(subject)
    assert await waiting(house) == [1]


@pytest.mark.parametrize("lane", [Lane.REMINDER, Lane.URGENT])
async def test_only_what_is_urgent_wakes(house: House, author: PersonId, lane: Lane):
    night = NOON + timedelta(hours=11)
    await sent_out(house, lane=lane)
    await house.queue.expand(night, 1000)
    assert await brought(house, night) == (lane is Lane.URGENT)
    assert await waiting(house) == ([] if lane is Lane.URGENT else [1])


async def test_a_letter_that_finds_its_author_asleep_waits_with_the_comment_again(house: House, author: PersonId):
    await sent_out(house)
    await house.queue.expand(NOON, 1000)
    await brought(house)
    [parcel] = await house.claim(NOON)
    await house.queue.settle([Settled(parcel.id, Asleep(LATER), NOON)])
    assert await waiting(house) == [1]
    assert await house.claim(LATER) == []
    assert await brought(house, LATER) == 1
    [parcel] = await house.claim(LATER)
    await house.queue.mark_sending([parcel.id])
    await house.queue.settle([Settled(parcel.id, Sent(5), LATER)])
    assert await brought(house, LATER) == 0


async def test_of_a_cancelled_consultation_no_answer_is_owed(house: House, author: PersonId):
    async with house.database.transaction() as uow:
        assert [one.id for one in await uow.comments.owed([house.institution])] == [1]
        await uow.ledger.ask_author(CommentId(1))
        await uow.consultations.move(house.consultation, Stage.CANCELLED, was=Stage.OPEN, on=local_day(NOW))
        assert await uow.comments.owed([house.institution]) == []
        assert await uow.ledger.unwarned() == []
        assert await uow.ledger.unasked() == []


async def test_word_that_there_is_no_answer_waits_with_the_comment_where_its_author_is_asleep(
    house: House, author: PersonId
):
    late = NOON + timedelta(days=120)
    async with house.database.transaction() as uow:
        assert await warn_authors(uow=uow, now=late) == 1
    [parcel] = await house.claim(late)
    assert parcel.letter == NoAnswerYet(CommentId(1))
    morning = late + timedelta(hours=20)
    await house.queue.settle([Settled(parcel.id, Asleep(morning), late)])
    assert await house.claim(morning) == []
    async with house.database.transaction() as uow:
        assert await warn_authors(uow=uow, now=morning) == 1
    [parcel] = await house.claim(morning)
    await house.queue.mark_sending([parcel.id])
    await house.queue.settle([Settled(parcel.id, Sent(5), morning)])
    async with house.database.transaction() as uow:
        assert await warn_authors(uow=uow, now=morning) == 0


async def test_a_request_that_finds_its_author_asleep_waits_with_the_comment_too(house: House, author: PersonId):
    async with house.database.transaction() as uow:
        await uow.ledger.file(CommentId(1), Filing(wanted_by=local_day(LATER)))
        await uow.ledger.ask_author(CommentId(1))
        assert await ask_authors(uow=uow, now=NOON) == 1
    [parcel] = await house.claim(NOON)
    await house.queue.settle([Settled(parcel.id, Asleep(LATER), NOON)])
    assert await house.claim(LATER) == []
    async with house.database.transaction() as uow:
        assert await ask_authors(uow=uow, now=LATER) == 1
    [parcel] = await house.claim(LATER)
    assert parcel.letter == TranslationWanted(CommentId(1))
    await house.queue.mark_sending([parcel.id])
    await house.queue.settle([Settled(parcel.id, Sent(5), LATER)])
    async with house.database.transaction() as uow:
        assert (await uow.comments.get(CommentId(1))).filing.asked
        assert await ask_authors(uow=uow, now=LATER) == 0
