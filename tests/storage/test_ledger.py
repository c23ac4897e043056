"""What is owed: comments from elsewhere, filed, joined, taken back; each is answered once, whoever is faster."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from participation.clock import local_day
from participation.comments.filing import candidates, file_comment, join_comment, spelled, take_apart, themes_in
from participation.comments.model import (
    ANONYMOUS,
    UNFILED,
    Answer,
    Balance,
    Capacity,
    CommentChannel,
    Earlier,
    Filing,
    Signature,
    Together,
    Verdict,
    Words,
)
from participation.comments.receiving import receive_comment
from participation.comments.together import answer_together
from participation.comments.usecases import answer_comment, owed_in_order
from participation.consultations.model import Stage, Terms
from participation.digests.model import Unseen
from participation.errors import Refusal, Refused
from participation.ids import CommentId, ConsultationId, PersonId
from participation.paperwork.commentary import comments_table
from participation.paperwork.record import GroupReason, settled
from participation.people.model import Role
from storage.tables import audit, comments
from tests.storage.rows import NOW, House

TODAY = local_day(NOW)
FILED = Filing("Ujë & <b>\u200fشرب", "Neni 5/1, pika “b”", "Drejtoria e Ujit", TODAY)


async def officer_of(house: House, chat: int = 900) -> PersonId:
    officer = await house.person(chat)
    async with house.database.transaction() as uow:
        await uow.people.appoint(officer, house.institution, Role.COORDINATOR)
    return officer


async def left(house: House, *texts: str, first: int = 1) -> list[CommentId]:
    people = await house.people(len(texts), first=1)
    async with house.database.transaction() as uow:
        return [
            await uow.comments.add(house.comment(person, text, number=number))
            for number, (person, text) in enumerate(zip(people, texts, strict=True), start=first)
        ]


async def answered(house: House, *found: CommentId, by: PersonId, verdict: Verdict = Verdict.ACCEPTED) -> None:
    async with house.database.transaction() as uow:
        await answer_together(
            found, on=house.consultation, verdict=verdict, reason="Sepse po.", by=by, uow=uow, now=NOW
        )


async def test_a_comment_from_elsewhere_is_of_the_same_series_sealed_and_nobodys(house: House):
    officer = await officer_of(house)
    signed = Signature(Capacity.ORGANISATION, "Shoqata Vjosa")
    async with house.database.transaction() as uow:
        found = await receive_comment(
            Words("Letër me shkrim dore."), on=house.consultation, by=officer, signature=signed,
            channel=CommentChannel.PAPER, day=TODAY - timedelta(days=2), uow=uow, now=NOW,
        )  # fmt: skip
        assert await uow.comments.author(found.id) is None
        assert await uow.comments.of_person(officer) == []
        row = (await uow._connection.execute(select(comments))).mappings().one()
    assert (found.receipt, found.channel, found.signature) == ("PR-2026-0001", CommentChannel.PAPER, signed)
    assert (local_day(found.left_at), found.late, found.seen_on) == (TODAY - timedelta(days=2), False, TODAY)
    assert b"dore" not in bytes(row["sealed"])
    assert row["channel"] == "paper"


@pytest.mark.parametrize(("days", "late"), [(0, False), (1, True)])
async def test_what_came_on_the_last_day_is_in_time_and_a_day_after_it_late(house: House, days: int, late: bool):
    officer = await officer_of(house)
    day = date(2026, 12, 3) + timedelta(days=days)
    async with house.database.transaction() as uow:
        found = await receive_comment(
            Words("Letër."), on=house.consultation, by=officer, signature=ANONYMOUS,
            channel=CommentChannel.EMAIL, day=day, uow=uow, now=NOW + timedelta(days=60),
        )  # fmt: skip
    assert found.late is late


async def test_how_a_comment_is_filed_is_locked_and_comes_back(house: House):
    (comment,) = await left(house, "Ujë!")
    async with house.database.transaction() as uow:
        assert (await uow.comments.get(comment)).filing == UNFILED
        await uow.ledger.file(comment, FILED)
        assert (await uow.comments.get(comment)).filing == FILED
        row = (await uow._connection.execute(select(comments))).mappings().one()
    assert b"Drejtoria" not in bytes(row["filed"])


async def test_a_theme_that_is_typed_otherwise_is_the_same_theme(house: House):
    officer = await officer_of(house)
    one, other = await left(house, "Ujë!", "Uji!")
    async with house.database.transaction() as uow:
        await file_comment(one, lambda _: Filing(theme="Uji i pijshëm"), by=officer, uow=uow, now=NOW)
        found = await file_comment(other, lambda _: Filing(theme="uji  i PIJSHEM"), by=officer, uow=uow, now=NOW)
        assert found.filing.theme == "Uji i pijshëm"
        assert themes_in(await uow.ledger.of(house.consultation)) == ["Uji i pijshëm"]
    assert spelled(" Rruga ", ["Uji"]) == "Rruga"


async def test_what_a_comment_said_before_is_kept_and_locked(house: House):
    (comment,) = await left(house, "Na duhet një urë.")
    async with house.database.transaction() as uow:
        assert await uow.ledger.reword(comment, Words("Na duhet një shkollë."), TODAY)
        found = await uow.comments.get(comment)
        row = (await uow._connection.execute(select(comments))).mappings().one()
    assert found.words.text == "Na duhet një shkollë."
    assert found.earlier == (Earlier(Words("Na duhet një urë."), TODAY),)
    assert "një urë".encode() not in bytes(row["sealed"])


async def test_an_answer_is_given_once(house: House):
    officer = await officer_of(house)
    (comment,) = await left(house, "Ujë!")
    async with house.database.transaction() as uow:
        assert await uow.comments.answer(comment, Answer(Verdict.ACCEPTED, None, NOW), officer)
        assert not await uow.comments.answer(comment, Answer(Verdict.REFUSED, "Jo.", NOW), officer)
        assert (await uow.comments.get(comment)).answer == Answer(Verdict.ACCEPTED, None, NOW)
        assert not await uow.ledger.reword(comment, Words("Tjetër."), TODAY)
        assert not await uow.ledger.withdraw(comment, TODAY)
        assert not await uow.ledger.join(comment, None)


@pytest.mark.parametrize("first", [0, 1])
async def test_of_two_who_decide_at_once_only_one_does(house: House, first: int):
    """Each in a transaction of its own, at the same time; on PostgreSQL they truly overlap."""
    officers = [await officer_of(house, 900), await officer_of(house, 901)]
    found = await left(house, *(f"Fjala {n}" for n in range(6)))
    groups = [found[:4], found[2:]] if not first else [found[2:], found[:4]]
    said = [answered(house, *group, by=by, verdict=v) for group, by, v in zip(groups, officers, Verdict, strict=False)]
    outcomes = await asyncio.wait_for(asyncio.gather(*said, return_exceptions=True), 20)
    refused = [one for one in outcomes if isinstance(one, Refused)]
    assert sorted(map(type, outcomes), key=str) == sorted([type(None), Refused], key=str)
    assert refused[0].why in {Refusal.CHANGED_MEANWHILE, Refusal.ALREADY_ANSWERED}
    async with house.database.reading() as uow:
        whole = [await uow.comments.get(one) for one in found]
    assert sum(one.answer is not None for one in whole) == 4
    assert len({one.answer.verdict for one in whole if one.answer}) == 1


async def test_each_of_a_group_keeps_its_reason_and_what_was_joined_goes_along(house: House):
    officer = await officer_of(house)
    one, other, third, alone = await left(house, "Ujë.", "Ujë!", "Ujë?", "Rrugë.")
    async with house.database.transaction() as uow:
        await join_comment(third, other, by=officer, uow=uow, now=NOW)
        with pytest.raises(Refused) as refused:
            await answer_together(
                [one, other], on=house.consultation, verdict=Verdict.PARTLY, reason="Pjesërisht.", by=officer,
                uow=uow, now=NOW,
            )  # fmt: skip
        assert refused.value.why is Refusal.CHANGED_MEANWHILE, "what was looked at was not all of it"
        group = await answer_together(
            [one, other, third], on=house.consultation, verdict=Verdict.PARTLY, reason="Pjesërisht.", subject="Uji",
            by=officer, uow=uow, now=NOW,
        )  # fmt: skip
        expected = Answer(Verdict.PARTLY, "Pjesërisht.", NOW, Together("PR-2026-0001", "Uji"))
        assert [each.answer for each in group] == [expected] * 3
        assert (await uow.comments.get(alone)).answer is None


async def test_a_joined_comment_takes_the_answer_of_the_one_that_leads(house: House):
    officer = await officer_of(house)
    lead, same = await left(house, "Ujë.", "Ujë!")
    async with house.database.transaction() as uow:
        await join_comment(same, lead, by=officer, uow=uow, now=NOW)
        await answer_comment(same, verdict=Verdict.REFUSED, reason="S'ka.", by=officer, uow=uow, now=NOW)
        both = [await uow.comments.get(each) for each in (lead, same)]
    assert [one.answer.reason for one in both] == ["S'ka."] * 2
    async with house.database.transaction() as uow:
        with pytest.raises(Refused) as refused:
            await take_apart(same, by=officer, uow=uow, now=NOW)
    assert refused.value.why is Refusal.ALREADY_ANSWERED


async def test_one_that_is_joined_to_an_answered_one_is_answered_at_once(house: House):
    officer = await officer_of(house)
    lead, same = await left(house, "Ujë.", "Ujë!")
    async with house.database.transaction() as uow:
        await answer_comment(lead, verdict=Verdict.REFUSED, reason="S'ka.", by=officer, uow=uow, now=NOW)
        found = await join_comment(same, lead, by=officer, uow=uow, now=NOW)
    assert found.answer == Answer(Verdict.REFUSED, "S'ka.", NOW, Together("PR-2026-0001"))


async def test_there_are_no_chains(house: House):
    officer = await officer_of(house)
    one, two, three = await left(house, "Ujë.", "Ujë!", "Ujë?")
    async with house.database.transaction() as uow:
        await join_comment(two, one, by=officer, uow=uow, now=NOW)
        await join_comment(three, two, by=officer, uow=uow, now=NOW)
        assert [(await uow.comments.get(each)).lead for each in (one, two, three)] == [None, one, one]
        with pytest.raises(Refused):
            await join_comment(one, three, by=officer, uow=uow, now=NOW)
        await take_apart(two, by=officer, uow=uow, now=NOW)
        await join_comment(one, two, by=officer, uow=uow, now=NOW)
        assert [(await uow.comments.get(each)).lead for each in (one, two, three)] == [two, None, two]


async def test_nothing_is_joined_across_consultations(house: House):
    officer = await officer_of(house)
    (one,) = await left(house, "Ujë.")
    person = await house.person(77)
    async with house.database.transaction() as uow:
        terms = Terms("Buxheti")
        elsewhere = await uow.consultations.add(house.institution, terms, stage=Stage.OPEN, publish_at=NOW)
        new = replace(house.comment(person, number=9), consultation=ConsultationId(elsewhere))
        other = await uow.comments.add(new)
        with pytest.raises(Refused) as refused:
            await join_comment(one, other, by=officer, uow=uow, now=NOW)
    assert refused.value.why is Refusal.NOT_ALIKE


async def test_when_the_leading_one_is_taken_back_the_oldest_of_the_others_leads(house: House):
    officer = await officer_of(house)
    one, two, three = await left(house, "Ujë.", "Ujë!", "Ujë?")
    async with house.database.transaction() as uow:
        for each in (two, three):
            await join_comment(each, one, by=officer, uow=uow, now=NOW)
        assert await uow.ledger.withdraw(one, TODAY)
        assert [(await uow.comments.get(each)).lead for each in (one, two, three)] == [None, None, two]
        assert [each.id for each in await uow.comments.owed([house.institution])] == [two, three]
        assert await uow.comments.balance(house.consultation) == Balance(undecided=2)
        with pytest.raises(Refused) as refused:
            await answer_comment(one, verdict=Verdict.ACCEPTED, reason=None, by=officer, uow=uow, now=NOW)
    assert refused.value.why is Refusal.WITHDRAWN


async def test_the_likeliest_comes_first(house: House):
    found = await left(
        house,
        "Duam ujë të pijshëm në lagjen e re, çdo ditë.",
        "Rruga e shkollës ka gropa të mëdha.",
        "Në lagjen e re mungon uji i pijshëm prej muajsh!",
    )
    async with house.database.reading() as uow:
        whole = await uow.ledger.of(house.consultation)
    assert [one.id for one in candidates(whole[2], whole)] == [found[0], found[1]]


async def test_what_is_late_comes_first(house: House):
    author = await house.person()
    async with house.database.transaction() as uow:
        terms = Terms("Pa afat")
        open_ended = await uow.consultations.add(house.institution, terms, stage=Stage.OPEN, publish_at=NOW)
        early = await uow.comments.add(house.comment(author, number=1))
        new = house.signed_comment(author, Words("Ujë"), ANONYMOUS, number=2, left_at=NOW + timedelta(days=1))
        sooner = await uow.comments.add(replace(new, consultation=ConsultationId(open_ended)))
        ordered = await owed_in_order([house.institution], uow=uow)
    assert [one.id for one, _ in ordered] == [sooner, early]
    assert ordered[0][1] < ordered[1][1]


async def test_all_that_a_digest_counted_was_seen_and_nothing_later(house: House):
    author = await house.person()
    moments = [NOW - timedelta(days=3), NOW, NOW + timedelta(minutes=1), NOW + timedelta(days=1)]
    async with house.database.transaction() as uow:
        for number, at in enumerate(moments):
            await uow.comments.add(house.signed_comment(author, Words("Ujë"), ANONYMOUS, number=number, left_at=at))
        await uow.ledger.mark_seen(CommentId(1), TODAY - timedelta(days=1))
        await uow.ledger.mark_all_seen(house.institution, NOW, TODAY)
        await uow.ledger.mark_all_seen(house.institution, NOW, TODAY + timedelta(days=5))
        seen = [one.seen_on for one in await uow.ledger.of(house.consultation)]
    assert seen == [TODAY - timedelta(days=1), TODAY, None, None]


async def test_whether_anybody_has_seen_a_digest_is_kept_once(house: House):
    async with house.database.transaction() as uow:
        assert await uow.ledger.unseen(house.institution) is None
        for found in (Unseen(TODAY, 0, TODAY), Unseen(TODAY, 1, TODAY), Unseen(None, 0, TODAY)):
            await uow.ledger.keep_unseen(house.institution, found)
            assert await uow.ledger.unseen(house.institution) == found


async def test_who_was_told_that_there_is_no_answer_is_not_told_again(house: House):
    one, other = await left(house, "Ujë.", "Rrugë.")
    async with house.database.transaction() as uow:
        assert [each.id for each in await uow.ledger.unwarned()] == [one, other]
        await uow.ledger.mark_warned(one)
        assert [each.id for each in await uow.ledger.unwarned()] == [other]


async def test_the_table_of_comments_has_all_of_them_and_the_reasons_by_group(house: House):
    officer = await officer_of(house)
    one, two, three, alone, gone = await left(house, "Ujë.", "Ujë!", "Ujë?", "Rrugë.", "Asgjë.", first=51)
    async with house.database.transaction() as uow:
        by_letter = await receive_comment(
            Words("Letër."), on=house.consultation, by=officer, signature=Signature(Capacity.ORGANISATION, "Vjosa"),
            channel=CommentChannel.PAPER, day=TODAY, uow=uow, now=NOW,
        )  # fmt: skip
        await uow.ledger.file(one, FILED)
        await uow.ledger.withdraw(gone, TODAY)
        await join_comment(three, one, by=officer, uow=uow, now=NOW)
        await answer_together(
            [one, two, three], on=house.consultation, verdict=Verdict.REFUSED, reason="S'ka.", subject="Uji",
            by=officer, uow=uow, now=NOW,
        )  # fmt: skip
        await answer_comment(alone, verdict=Verdict.ACCEPTED, reason=None, by=officer, uow=uow, now=NOW)
        table = await comments_table(house.consultation, by=officer, uow=uow, now=NOW)
        noted = (await uow._connection.execute(select(audit.c.action))).scalars().all()
    first, second, third, fourth, letter = table.rows
    assert (table.title, table.letterhead.institution) == ("Plani social", "Bashkia Përmet")
    assert Filing(first.theme, first.article, first.unit, first.sent_on) == FILED
    assert (third.joined_to, third.verdict, third.reason) == (first.number, Verdict.REFUSED, "S'ka.")
    assert (fourth.verdict, fourth.reason) == (Verdict.ACCEPTED, "")
    assert (letter.number, letter.channel, letter.verdict) == (by_letter.receipt, CommentChannel.PAPER, None)
    receipts = (first.number, second.number, third.number)
    assert table.groups == (GroupReason("Uji", Verdict.REFUSED, "S'ka.", receipts),)
    assert settled(table.rows, table.groups) == table.rows
    assert noted[-1] == "comments table read"


async def test_the_table_is_for_those_who_hold_an_office_there(house: House):
    person = await house.person()
    async with house.database.transaction() as uow:
        with pytest.raises(Refused):
            await comments_table(house.consultation, by=person, uow=uow, now=NOW)
