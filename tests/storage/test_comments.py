from datetime import date, time, timedelta

import pytest

from participation.clock import wall
from participation.comments.model import ANONYMOUS, Answer, Capacity, Comment, Signature, Verdict, Words
from participation.comments.usecases import answer_owed_by
from participation.digests.model import Tally
from participation.digests.usecases import tally_of
from participation.errors import NotFound
from participation.ids import CommentId, InstitutionId, PersonId
from participation.messages import Media, MediaKind
from storage.vault import Vault
from tests.storage.rows import NOW, House

WORDS = Words("Ujë & rrugë <b>\u200f🙂", (Media(MediaKind.VOICE, ref="AwAC", size=9_000, seconds=12),))
NAMED = Signature(Capacity.ORGANISATION, "Shoqata Vjosa")


async def test_a_comment_is_kept_whole(house: House):
    person = await house.person()
    async with house.database.transaction() as uow:
        number = await uow.comments.add(house.signed_comment(person, WORDS, NAMED))
        kept = Comment(number, "PR-2026-0001", house.consultation, WORDS, NAMED, NOW, late=False)
        assert await uow.comments.get(number) == kept
        assert await uow.comments.of_person(person) == [kept]
        assert await uow.comments.author(number) == person


async def test_a_comment_that_is_not_there_is_not_found(house: House):
    person = await house.person()
    async with house.database.transaction() as uow:
        for ask in (uow.comments.get, uow.comments.author):
            with pytest.raises(NotFound):
                await ask(CommentId(99))
        with pytest.raises(NotFound):
            await uow.comments.answer(CommentId(99), Answer(Verdict.ACCEPTED, None, NOW), by=person)


async def test_everybody_finds_their_own_newest_first(house: House):
    mine, yours = await house.people(2)
    async with house.database.transaction() as uow:
        first = await uow.comments.add(house.comment(mine, number=1))
        await uow.comments.add(house.comment(yours, number=2))
        second = await uow.comments.add(house.comment(mine, number=3))
        assert [one.id for one in await uow.comments.of_person(mine)] == [second, first]


@pytest.mark.parametrize("reason", ["Nuk ka fonde për këtë vit.", None, ""])
async def test_an_answer_ends_what_is_owed(house: House, reason: str | None):
    author, officer = await house.people(2)
    answer = Answer(Verdict.PARTLY, reason, NOW + timedelta(days=2))
    async with house.database.transaction() as uow:
        later, earlier = [
            await uow.comments.add(
                house.signed_comment(author, WORDS, ANONYMOUS, number=n, left_at=NOW - timedelta(days=n))
            )
            for n in (1, 2)
        ]
        assert [one.id for one in await uow.comments.owed([house.institution])] == [earlier, later]
        await uow.comments.answer(earlier, answer, by=officer)
        assert [one.id for one in await uow.comments.owed([house.institution])] == [later]
        assert (await uow.comments.get(earlier)).answer == answer
        assert await uow.comments.answered([house.institution]) == [earlier]
        assert await uow.comments.answered([InstitutionId(99)]) == []


async def test_a_comment_is_found_by_the_number_of_its_receipt(house: House):
    person = await house.person()
    async with house.database.transaction() as uow:
        number = await uow.comments.add(house.comment(person, number=1))
        assert await uow.comments.find("PR-2026-0001") == number
        assert await uow.comments.find("PR-2026-0002") is None


async def test_comments_are_counted(house: House):
    person = await house.person()
    async with house.database.transaction() as uow:
        for number, hours in enumerate((1, 0, -1)):
            at = NOW - timedelta(hours=hours)
            await uow.comments.add(house.signed_comment(person, WORDS, ANONYMOUS, number=number, left_at=at))
        assert await uow.comments.count_since(house.institution, NOW) == 1
        assert await uow.comments.count_since(InstitutionId(99), NOW) == 0


async def test_only_what_came_on_that_day_or_the_day_before_it_is_opened_to_be_counted(house: House, monkeypatch):
    person = await house.person()
    async with house.database.transaction() as uow:
        for number, days in enumerate((-2, -1, 0, 1, 2)):
            at = NOW + timedelta(days=days, hours=1)
            await uow.comments.add(house.signed_comment(person, WORDS, ANONYMOUS, number=number, left_at=at))
        opened: list[str] = []
        monkeypatch.setattr(
            Vault,
            "open",
            lambda self, purpose, *rest, real=Vault.open: opened.append(purpose) or real(self, purpose, *rest),
        )
        assert [one.id for one in await uow.comments.owed([house.institution])] == [1, 2, 3, 4, 5]
        assert opened == []
        assert await uow.comments.count_since(house.institution, NOW) == 3
    assert opened == ["comment", "comment"]


async def told_on(house: House, day: date) -> Tally:
    """What the digest of a day counts."""
    async with house.database.reading() as uow:
        calendar = await uow.places.calendar(house.institution)
        now = wall(day, time(9))
        return await tally_of(house.institution, calendar, person=PersonId(1), since=NOW, uow=uow, now=now)


async def test_an_answer_is_overdue_from_the_day_after_it_was_owed(house: House):
    author = await house.person()
    async with house.database.transaction() as uow:
        comment = await uow.comments.get(await uow.comments.add(house.comment(author)))
        owed = await answer_owed_by(comment, uow=uow)
    assert [(await told_on(house, owed + timedelta(days=n))).overdue for n in (0, 1)] == [0, 1]


async def test_a_digest_tells_of_a_week_and_not_of_what_is_farther_away(house: House):
    days = [NOW.date() + timedelta(days=n) for n in (3, 4)]
    assert [(await told_on(house, day)).meetings for day in days] == [(), (house.meeting,)]
    days = [date(2026, 11, 25), date(2026, 11, 26)]
    assert [(await told_on(house, day)).closing for day in days] == [(), (house.consultation,)]
