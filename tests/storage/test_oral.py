"""Points of a record become comments once, whoever is faster; of which meeting they are is sealed."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from participation.comments.model import UNFILED, Filing, Signature, Words
from participation.comments.usecases import leave_comment
from participation.errors import NotFound, Refusal, Refused
from participation.ids import PersonId
from participation.meetings.minutes import Contribution, Minutes, Revision
from participation.meetings.model import Venue
from participation.meetings.oral import OralPoints, oral_points, take_all_points, take_point
from storage.tables import comments
from tests.storage.rows import NOW, House
from tests.storage.test_ledger import officer_of

HELD = NOW + timedelta(days=11)
SAID = ("Një urë.", "Një shkollë.", "Një urë.")


async def recorded(house: House, *said: str) -> None:
    minutes = Minutes(
        Venue(NOW + timedelta(days=10), "Salla"), "Tema", said=tuple(Contribution("", "", one) for one in said)
    )
    async with house.database.transaction() as uow:
        await uow.minutes.put(house.meeting, Revision(minutes))


async def points(house: House, officer: PersonId) -> OralPoints:
    async with house.database.reading() as uow:
        return await oral_points(house.meeting, by=officer, uow=uow, now=HELD)


async def test_what_was_said_twice_becomes_two_and_no_third(house: House):
    officer = await officer_of(house)
    await recorded(house, *SAID)
    found = await points(house, officer)
    async with house.database.transaction() as uow:
        await take_point(house.meeting, 2, found.points[2].stamp, by=officer, uow=uow, now=HELD)
    assert (await points(house, officer)).fresh == (1, 2)  # nobody can tell the first of two from the second
    for _ in range(2):
        async with house.database.transaction() as uow:
            await take_all_points(house.meeting, found.stamp, by=officer, uow=uow, now=HELD)
    after = await points(house, officer)
    assert after.fresh == ()
    assert len({one.comment.receipt for one in after.points if one.comment}) == 3


async def test_of_two_who_take_at_once_the_second_takes_nothing(house: House):
    """Each in a transaction of its own, at the same time; on PostgreSQL they truly overlap."""
    officers = [await officer_of(house, 900), await officer_of(house, 901)]
    await recorded(house, *SAID)
    stamp = (await points(house, officers[0])).stamp

    async def take(officer: PersonId) -> None:
        async with house.database.transaction() as uow:
            await take_all_points(house.meeting, stamp, by=officer, uow=uow, now=HELD)

    await asyncio.wait_for(asyncio.gather(*map(take, officers)), 20)
    async with house.database.reading() as uow:
        kept = await uow.ledger.of(house.consultation)
    assert sorted(one.words.text for one in kept) == sorted(SAID)
    assert {one.meeting for one in kept} == {house.meeting}


async def test_a_point_that_is_not_there_is_not_taken(house: House):
    officer = await officer_of(house)
    await recorded(house, "Një urë.")
    for place, stamp in ((0, "00000000"), (7, (await points(house, officer)).points[0].stamp)):
        with pytest.raises(Refused) as refused:
            async with house.database.transaction() as uow:
                await take_point(house.meeting, place, stamp, by=officer, uow=uow, now=HELD)
        assert refused.value.why is Refusal.CHANGED_MEANWHILE


async def test_a_record_that_nobody_has_begun_has_none(house: House):
    officer = await officer_of(house)
    assert (await points(house, officer)).points == ()
    with pytest.raises(NotFound):
        async with house.database.transaction() as uow:
            await take_all_points(house.meeting, "00000000", by=officer, uow=uow, now=HELD)


async def test_what_its_author_says_of_the_article_is_kept_with_a_new_comment_and_locked(house: House):
    person = await house.person()
    async with house.database.transaction() as uow:
        for words, article in (("Një urë.", "neni  12"), ("Një shkollë.", "")):
            await leave_comment(
                Words(words), on=house.consultation, by=person, signature=Signature(), article=article, uow=uow, now=NOW
            )
        whole, placed = await uow.comments.of_person(person)
        rows = (await uow._connection.execute(select(comments.c.filed).order_by(comments.c.id))).scalars().all()
    assert placed.filing == Filing(article="neni 12", article_by_author=True)
    assert whole.filing == UNFILED
    assert b"neni" not in bytes(rows[0])
    assert rows[1] is None
