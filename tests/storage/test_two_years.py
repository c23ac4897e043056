"""Two years of a forum, on both kinds of database: what meets a right, by when, and of whom; and what does not."""

from collections import Counter
from datetime import timedelta

import pytest

from participation.comments.model import Capacity, CommentChannel
from participation.consultations.model import Stage
from participation.errors import NotFound, Refused
from participation.forum.members import (
    end,
    own_membership,
)
from participation.forum.model import (
    ForumRight,
    ForumState,
    ProofTopic,
)
from participation.forum.proof import ProofStep, ProofWay, text_mark
from participation.forum.rights import write_evidence
from participation.forum.telling import (
    ERASED,
    GIVEN_UP,
    RECALLED,
    SAID_BY_HAND,
    follow_proofs,
    key_of,
    mark_emailed,
    saw,
    tell_member,
    untold,
)
from participation.meetings.model import Venue
from participation.people.model import Language
from tests.storage.rows import House
from tests.storage.two_years import (
    DUE,
    FIRST_MEETING,
    FOUNDED,
    HEARD,
    INFORMED,
    INVITED,
    INVITED_BY,
    LAST,
    LAST_MEETING,
    LATER,
    NOTICE,
    TOOK_PART,
    WORDS,
    at,
    bare,
    day,
    ended,
    forum_at,
    forum_in,
    tell,
    write,
)


async def test_the_four_rights_are_due_by_the_days_of_the_law(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        plan = await forum.consults("Plani", NOTICE, LAST)
        # In the order in which they were entered, not in which they are held; one was called off.
        for on in (LAST_MEETING, FIRST_MEETING):
            await forum.meets(plan, on)
        off = await forum.meets(plan, day(6))
        await uow.meetings.change(off, Venue(at(day(6), 17), "Salla"), cancelled=True)
        found = await forum.rights(plan, NOTICE)
        assert [each.check.due for each in found.values()] == [DUE, INVITED_BY, LAST, LAST_MEETING]
        assert [each.check.done_on for each in found.values()] == [None] * 4
        assert list(found) == list(ForumRight)


@pytest.mark.parametrize(
    ("notice", "last", "meets", "due"),
    [
        (day(6), LAST, day(31), [day(6), day(6)]),  # never before there was anything to tell
        (day(2), LAST, day(31), [day(3), day(3)]),
        (day(3), LAST, day(31), [day(3), day(3)]),
        (day(6), None, None, [day(6), None]),  # without a last day and a meeting
        (day(3, 11), day(12, 12), day(12, 12), [day(10, 11), day(10, 11)]),  # four holidays lie between
    ],
)
async def test_nothing_is_due_before_its_notice_and_holidays_are_no_working_days(
    house: House, notice, last, meets, due
):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        plan = await forum.consults("Plani", notice, last)
        if meets:
            await forum.meets(plan, meets)
        found = await forum.rights(plan, notice)
        assert [bare(found, each)[0] for each in (INFORMED, INVITED)] == due
        assert bare(found, TOOK_PART)[0] == meets
        assert bare(found, HEARD)[0] == last


async def test_everybody_who_was_there_is_told_by_the_day_on_which_the_last_of_them_was(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        plan = await forum.consults("Plani", NOTICE, LAST)
        other = await forum.consults("Tjetër", NOTICE, LAST)
        assert await tell(forum, plan, day(1)) == 2
        assert await tell(forum, plan, day(2)) == 0
        assert bare(await forum.rights(plan, LATER), INFORMED) == (DUE, None), "Beta waits for an e-mail"
        assert await write(forum, plan, "Beta", DUE)
        assert not await write(forum, plan, "Beta", day(7))
        found = await forum.rights(plan, LATER)
        assert bare(found, INFORMED) == (DUE, DUE)
        assert found[INFORMED].check.state(LATER) is ForumState.DONE
        counted = found[INFORMED].evidence
        assert (counted.members, counted.told, counted.by_email) == (3, 3, 1)
        assert bare(found, INVITED)[1] is None
        assert bare(await forum.rights(other, LATER), INFORMED)[1] is None
        # Who comes later undoes nothing; who leaves takes nothing back, and is told nothing more.
        await forum.by_hand("Delta", day(4), "delta@example.al")
        await forum.by_hand("Fi", DUE - timedelta(days=2))
        found = await forum.rights(plan, LATER)
        assert bare(found, INFORMED)[1] == DUE
        assert (found[INFORMED].evidence.members, found[INFORMED].evidence.told) == (5, 3)
        waiting = await untold(await uow.consultations.get(plan), None, uow=uow)
        assert [[one.card.organisation for one in part] for part in vars(waiting).values()] == [[], ["Delta"], ["Fi"]]
        assert await write(forum, plan, "Delta", day(6))
        assert bare(await forum.rights(plan, LATER), INFORMED)[1] == DUE
        await forum.leaves("Epsi", day(6))
        assert bare(await forum.rights(plan, LATER), INFORMED)[1] == DUE
        waiting = await untold(await uow.consultations.get(other), None, uow=uow)
        assert [[one.card.organisation for one in part] for part in vars(waiting).values()] == [
            ["Alfa"],
            ["Beta", "Delta"],
            ["Fi"],
        ]


async def test_whoever_was_there_before_the_first_was_told_has_to_be_told_too(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        await forum.by_hand("Fi", day(30, 9))
        plan = await forum.consults("Plani", NOTICE, LAST)
        await tell(forum, plan, day(1))
        await write(forum, plan, "Beta", day(2))
        assert bare(await forum.rights(plan, LATER), INFORMED)[1] is None
        await forum.by_link("Fi", day(6))
        await tell(forum, plan, day(6))
        found = await forum.rights(plan, LATER)
        assert bare(found, INFORMED) == (DUE, day(6))
        assert found[INFORMED].check.state(LATER) is ForumState.LATE


async def test_an_invitation_counts_for_a_meeting_that_stands_and_once_more_for_one_that_was_moved(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        await forum.leaves("Epsi", FOUNDED)
        await end(forum.members["Beta"], WORDS, by=forum.zana, uow=uow, now=at(FOUNDED))
        plan = await forum.consults("Plani", NOTICE, LAST)
        first, second = await forum.meets(plan, FIRST_MEETING), await forum.meets(plan, LAST_MEETING)
        assert await tell(forum, plan, day(1), first) == 1
        assert await tell(forum, plan, day(2), second) == 1
        assert bare(await forum.rights(plan, LATER), INVITED) == (INVITED_BY, day(1)), "the first word counts"
        assert bare(await forum.rights(plan, LATER), INFORMED)[1] is None
        await uow.meetings.change(first, Venue(at(day(30), 17), "Shkolla"), cancelled=False)
        assert await tell(forum, plan, day(3), first) == 1
        assert bare(await forum.rights(plan, LATER), INVITED) == (day(2), day(1))
        await uow.meetings.change(first, Venue(at(day(30), 17), "Shkolla"), cancelled=True)
        found = await forum.rights(plan, LATER)
        assert bare(found, INVITED) == (day(8), day(2))
        assert found[INVITED].evidence.told == 1
        assert {row.detail for row in await uow.proofs.about(plan)} == {""}, "an invitation brings no draft"
        with pytest.raises(Refused):
            await tell(forum, plan, day(4), first)
        with pytest.raises(Refused):
            await tell(forum, plan, LAST_MEETING, second, hour=17)
        with pytest.raises(NotFound):
            await tell(forum, await forum.consults("Tjetër", NOTICE, LAST), day(4), second)


async def test_heard_is_what_a_member_of_that_day_signed_and_did_not_take_back(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        await forum.by_hand("Delta", day(1, 2, 2026))
        await forum.by_link("Delta", day(2, 2, 2026))
        plan = await forum.consults("Plani", NOTICE, LAST)
        other = await forum.consults("Tjetër", NOTICE, LAST)
        await forum.says(other, day(1), by="Alfa", name="Alfa")
        gone = await forum.says(plan, day(2), by="Alfa", name="Alfa")
        await forum.says(plan, day(6), by="Alfa")
        await forum.says(plan, day(6), by="Alfa", name="Qytetar")
        await forum.says(plan, day(7), by="Epsi", name="alfa")
        await forum.says(plan, day(7), by="Delta", name="Delta")
        await forum.says(plan, FOUNDED, by="Gama", name="Gama")
        await forum.applies("Pi", FOUNDED)
        await forum.says(plan, day(8), by="Pi", name="Pi")
        await forum.says(plan, day(8), name="Beta", channel=CommentChannel.PAPER, capacity=Capacity.ONESELF)
        await forum.says(plan, day(9), name="Tjetër", channel=CommentChannel.PAPER)
        await forum.says(plan, day(9), name="Delta", channel=CommentChannel.EMAIL)
        assert bare(await forum.rights(plan, LATER), HEARD) == (LAST, day(2))
        assert await uow.ledger.withdraw(gone, day(14))
        found = await forum.rights(plan, LATER)
        assert (bare(found, HEARD), found[HEARD].evidence.spoken) == ((LAST, None), 0)
        await forum.says(plan, day(24), name="BETA", channel=CommentChannel.PAPER)
        await forum.says(plan, day(20), by="Epsi", name="Kontakti Epsi", capacity=Capacity.ONESELF)
        await forum.says(plan, day(22), by="Alfa", name="Alfa")
        await forum.leaves("Epsi", day(27))
        await forum.says(plan, day(28), by="Epsi", name="Epsi")
        found = await forum.rights(plan, LATER)
        assert (bare(found, HEARD), found[HEARD].evidence.spoken) == ((LAST, day(20)), 3)
        assert found[HEARD].check.state(LATER) is ForumState.DONE


async def test_who_leaves_is_heard_by_the_name_of_the_organisation_on_their_last_day_still(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        plan = await forum.consults("Plani", NOTICE, LAST)
        await forum.says(plan, FOUNDED, by="Epsi", name="Epsi")
        await forum.says(plan, day(20), by="Epsi", name="Epsi")
        await forum.says(plan, day(6), by="Epsi")
        await forum.leaves("Epsi", day(20))
        found = await forum.rights(plan, LATER)
        assert (bare(found, HEARD)[1], found[HEARD].evidence.spoken) == (FOUNDED, 2)
        assert dict(await uow.forums.deeds(plan)) == {}


async def test_what_others_said_is_not_kept_because_somebody_leaves(house: House):
    async with house.database.transaction() as uow:
        forum, other = await forum_in(uow, house), await forum_at(house, uow, first=200, other="Qarku")
        await other.founded(FOUNDED)
        other.people.append(forum.persons["Epsi"])
        await other.joins("Epsi", FOUNDED)
        plan, theirs = await forum.consults("Plani", NOTICE, LAST), await other.consults("I tyre", NOTICE, LAST)
        other.persons["Epsi"] = forum.persons["Epsi"]
        await other.says(theirs, day(6), by="Epsi", name="Kontakti Epsi")
        await forum.says(plan, day(6), by="Alfa", name="Alfa")
        await forum.by_hand("Fi", FOUNDED)
        await forum.by_link("Fi", FOUNDED)
        await forum.says(plan, day(6), by="Fi")
        await forum.applies("Pi", FOUNDED)
        await forum.says(plan, day(6), by="Pi", name="Kontakti Pi")
        for name in ("Fi", "Epsi", "Pi"):
            await forum.leaves(name, day(8))
        assert dict(await uow.forums.deeds(plan)) == dict(await uow.forums.deeds(theirs)) == {}
        assert bare(await other.rights(theirs, LATER), HEARD)[1] == day(6)


async def test_what_was_said_by_whoever_speaks_for_a_member_counts_when_that_name_is_gone(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        plan, other = [await forum.consults(title, NOTICE, LAST) for title in ("Plani", "Tjetër")]
        await forum.says(plan, day(6), by="Epsi", name="Kontakti Epsi", capacity=Capacity.ONESELF)
        gone = await forum.says(other, day(6), by="Epsi", name="Kontakti Epsi", capacity=Capacity.ONESELF)
        assert await uow.ledger.withdraw(gone, day(7))
        assert bare(await forum.rights(plan, LATER), HEARD) == (LAST, day(6))
        await forum.leaves("Epsi", day(8))
        assert (await uow.forums.get(forum.members["Epsi"])).card.contact == ""
        found = await forum.rights(plan, LATER)
        assert bare(found, HEARD) == (LAST, day(6))
        assert found[HEARD].evidence.spoken == 1
        assert bare(await forum.rights(other, LATER), HEARD)[1] is None
        assert dict(await uow.forums.deeds(other)) == {}


async def test_took_part_whoever_belonged_on_the_day_of_a_meeting_that_was_held(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        await forum.by_hand("Delta", day(1, 2, 2026))
        plan = await forum.consults("Plani", NOTICE, LAST)
        second, first = await forum.meets(plan, LAST_MEETING), await forum.meets(plan, FIRST_MEETING)
        off = await forum.meets(plan, day(15))
        await forum.came(off, "Alfa")
        await uow.meetings.change(off, Venue(at(day(15), 17), "Salla"), cancelled=True)
        await forum.applies("Pi", FOUNDED)
        await forum.came(first, "Delta", "Gama", "Zeta", "Shoqata", "Pi")
        await forum.came(second, "EPSI", "Alfa", "Shoqata")
        assert bare(await forum.rights(plan, FIRST_MEETING), TOOK_PART) == (LAST_MEETING, None)
        found = await forum.rights(plan, LAST_MEETING)
        assert bare(found, TOOK_PART) == (LAST_MEETING, LAST_MEETING)
        assert found[TOOK_PART].evidence.organisations == ("Alfa", "Epsi")
        await forum.came(first, "Beta", "Alfa")
        await forum.leaves("Epsi", LAST_MEETING - timedelta(days=1))
        found = await forum.rights(plan, LATER)
        assert bare(found, TOOK_PART) == (LAST_MEETING, FIRST_MEETING)
        assert found[TOOK_PART].evidence.organisations == ("Alfa", "Beta")
        await forum.leaves("Alfa", FIRST_MEETING)
        await end(forum.members["Beta"], WORDS, by=forum.zana, uow=uow, now=at(LATER))
        found = await forum.rights(plan, LATER)
        assert found[TOOK_PART].evidence.organisations == ("Alfa", "Beta"), "who leaves later was there"


async def test_a_list_of_a_meeting_still_ahead_proves_nothing(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        plan = await forum.consults("Plani", NOTICE, LAST)
        await forum.came(await forum.meets(plan, FIRST_MEETING), "Alfa")
        assert bare(await forum.rights(plan, FIRST_MEETING - timedelta(days=1)), TOOK_PART) == (FIRST_MEETING, None)


async def test_what_was_written_by_hand_goes_before_what_was_counted_and_for_its_right_alone(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        plan = await forum.consults("Plani", NOTICE, LAST)
        other = await forum.consults("Tjetër", NOTICE, LAST)
        await forum.says(plan, day(22), by="Alfa", name="Alfa")
        given = {"by": forum.zana, "uow": uow, "now": at(LATER)}
        await write_evidence(plan, HEARD, day(3, 11), "Letra nr. 12", **given)
        await write_evidence(plan, HEARD, LATER, "Letra nr. 13", **given)
        found = await forum.rights(plan, LATER)
        assert bare(found, HEARD) == (LAST, LATER)
        assert found[HEARD].evidence.written == "Letra nr. 13"
        assert found[HEARD].check.state(LATER) is ForumState.LATE
        assert bare(found, INFORMED)[1] is None
        assert bare(await forum.rights(other, LATER), HEARD)[1] is None
        with pytest.raises(Refused):
            await write_evidence(plan, HEARD, LATER + timedelta(days=1), "Nesër", **given)


async def test_what_the_institution_gave_up_before_it_left_told_nobody_anything(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        for name in ("Fi", "Ro"):
            await forum.by_hand(name, FOUNDED)
            await forum.by_link(name, FOUNDED)
        plan = await forum.consults("Plani", NOTICE, LAST)
        await tell(forum, plan, day(1))
        await write(forum, plan, "Beta", day(1))
        for name, state in (("Alfa", "sent"), ("Epsi", "cancelled"), ("Fi", "unreachable"), ("Ro", "sent")):
            await ended(forum, plan, name, state, day(2))
        await saw(forum.institution, 4, person=forum.persons["Alfa"], uow=uow, now=at(day(2), 12))
        await uow.consultations.move(plan, Stage.CANCELLED, was=Stage.OPEN, on=day(2))
        await follow_proofs(uow=uow, now=at(day(3)))
        about = [(row.step, row.first, row.detail) for row in await uow.proofs.about(plan) if row.first]
        # In the order of their names; what came before are the letters about their own places.
        assert about == [
            (ProofStep.OPENED, 4, ""),
            (ProofStep.DELIVERED, 4, ""),
            (ProofStep.FAILED, 5, GIVEN_UP),
            (ProofStep.FAILED, 6, "Telegrami nuk e gjen marrësin"),
            (ProofStep.DELIVERED, 7, ""),
        ]
        assert {row.at.date() for row in await uow.proofs.about(plan) if row.step is ProofStep.DELIVERED} == {day(2)}
        found = await forum.rights(plan, LATER)
        assert bare(found, INFORMED)[1] is None
        evidence = found[INFORMED].evidence
        assert (evidence.told, evidence.arrived, evidence.seen, evidence.failed) == (4, 2, 1, 1)
        assert await follow_proofs(uow=uow, now=at(day(4))) == 0


@pytest.mark.parametrize("why", sorted(RECALLED))
async def test_each_way_to_call_something_back_is_known(house: House, why: str):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        await forum.leaves("Epsi", FOUNDED)
        await end(forum.members["Beta"], WORDS, by=forum.zana, uow=uow, now=at(FOUNDED))
        plan = await forum.consults("Plani", NOTICE, LAST)
        meeting = await forum.meets(plan, FIRST_MEETING)
        await tell(forum, plan, day(1), meeting)
        assert bare(await forum.rights(plan, LATER), INVITED)[1] == day(1)
        await ended(forum, plan, "Alfa", "cancelled", day(2), await uow.meetings.get(meeting))
        if why == GIVEN_UP:
            await uow.consultations.move(plan, Stage.CANCELLED, was=Stage.OPEN, on=day(2))
        else:
            venue = Venue(at(day(30), 17), "Shkolla")
            await uow.meetings.change(meeting, venue, cancelled="anulua" in why)
        await follow_proofs(uow=uow, now=at(day(3)))
        (failed,) = [row for row in await uow.proofs.about(plan) if row.step is ProofStep.FAILED]
        assert failed.detail == why
        found = await forum.rights(plan, LATER)
        assert bare(found, INVITED)[1] is None
        assert found[INVITED].evidence.told == 0


async def test_what_waits_is_not_ended_and_what_is_gone_was_erased(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        plan = await forum.consults("Plani", NOTICE, LAST)
        await tell(forum, plan, day(1))
        await follow_proofs(uow=uow, now=at(day(3)))
        assert [row for row in await uow.proofs.about(plan) if row.first] == []
        await forum.becomes("sent", day(2), key_of(ProofTopic.INFORMED, forum.members["Alfa"], plan))
        await uow.people.erase(forum.persons["Epsi"])
        await follow_proofs(uow=uow, now=at(day(3)))
        ends = {row.first: (row.step, row.detail, row.whose) for row in await uow.proofs.about(plan) if row.first}
        (alfa, epsi) = [row for row in await uow.proofs.about(plan) if not row.first]
        assert ends[epsi.place] == (ProofStep.FAILED, ERASED, None)
        assert ends[alfa.place][0] is ProofStep.DELIVERED
        assert ends[alfa.place][2] == alfa.whose


async def test_each_word_to_a_member_is_told_once_and_of_their_own_place_no_words_are_kept(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        alfa = await end(forum.members["Alfa"], WORDS, by=forum.zana, uow=uow, now=at(day(1)))
        again = tell_member(alfa, ProofTopic.ENDED, WORDS, subject="Forumi", uow=uow, now=at(day(2)))
        assert not await again
        rows = await uow.proofs.of(forum.institution)
        assert Counter(row.topic for row in rows) == {
            ProofTopic.ACCEPTED: 2,
            ProofTopic.DECLINED: 1,
            ProofTopic.ENDED: 1,
        }
        assert {row.whose.words for row in rows if row.whose} == {""}
        assert [row.whose for row in rows if row.topic is ProofTopic.DECLINED] == [None]
        assert {row.text for row in rows} == {text_mark(WORDS[Language.SQ])}


async def test_only_what_takes_comments_and_has_a_draft_is_told(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        bare_one = await forum.consults("Pa projekt", NOTICE, LAST, register_url=None)
        with pytest.raises(Refused):
            await tell(forum, bare_one, day(1))
        both = await forum.consults("Me dokument", NOTICE, LAST)
        await uow.consultations.add_paper(both, "projekti.pdf", 1_200, "ref")
        await tell(forum, both, day(1))
        assert {row.detail for row in await uow.proofs.about(both)} == {"dokumente: projekti.pdf"}
        meeting = await forum.meets(both, FIRST_MEETING)
        await write(forum, both, "Beta", day(1))
        await write(forum, both, "Beta", day(1), meeting)
        by_hand = [row.detail for row in await uow.proofs.about(both) if row.step is ProofStep.BY_HAND]
        assert by_hand == [f"{SAID_BY_HAND}; dokumente: projekti.pdf", SAID_BY_HAND]
        over = await forum.consults("Mbaroi", NOTICE, LAST)
        await uow.consultations.move(over, Stage.REVIEW, was=Stage.OPEN, on=day(2))
        assert await tell(forum, over, day(3)) == 2
        await uow.consultations.move(over, Stage.SUMMARISED, was=Stage.REVIEW, on=day(4))
        with pytest.raises(Refused):
            await tell(forum, over, day(6))


async def test_who_joins_with_an_address_is_told_in_telegram_and_in_their_language(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        await forum.by_link("Beta", day(1))
        await uow.people.set_language(forum.persons["Beta"], Language.EN)
        plan = await forum.consults("Plani", NOTICE, LAST)
        waiting = await untold(await uow.consultations.get(plan), None, uow=uow)
        assert [len(part) for part in vars(waiting).values()] == [3, 0, 0]
        await tell(forum, plan, day(1))
        marks = {row.whose.name: row.text for row in await uow.proofs.about(plan)}
        assert marks["Beta"] == text_mark(WORDS[Language.EN]) != marks["Alfa"] == text_mark(WORDS[Language.SQ])


async def test_nobody_says_for_another_that_they_saw_it_and_an_answer_is_not_seen_again(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        other = await forum_at(house, uow, first=200, other="Qarku")
        plan = await forum.consults("Plani", NOTICE, LAST)
        await tell(forum, plan, day(1))
        await write(forum, plan, "Beta", day(1))
        alfa, beta = [row for row in await uow.proofs.about(plan) if row.whose.name in {"Alfa", "Beta"}]
        given = {"uow": uow, "now": at(day(2))}
        for institution, place, person in (
            (forum.institution, alfa.place, forum.persons["Epsi"]),
            (other.institution, alfa.place, forum.persons["Alfa"]),
            (forum.institution, beta.place, forum.persons["Alfa"]),
        ):
            with pytest.raises(NotFound):
                await saw(institution, place, person=person, **given)
        for _ in range(2):
            await saw(forum.institution, alfa.place, person=forum.persons["Alfa"], **given)
        (seen,) = [row for row in await uow.proofs.about(plan) if row.step is ProofStep.OPENED]
        assert (seen.first, seen.topic, seen.way) == (alfa.place, ProofTopic.INFORMED, ProofWay.TELEGRAM)
        with pytest.raises(NotFound):
            await saw(forum.institution, seen.place, person=forum.persons["Alfa"], **given)


async def test_another_institution_has_its_own_forum_proof_and_rights(house: House):
    async with house.database.transaction() as uow:
        forum, other = await forum_in(uow, house), await forum_at(house, uow, first=200, other="Qarku")
        await other.founded(FOUNDED)
        await other.joins("Alfa", FOUNDED)
        plan, theirs = await forum.consults("Plani", NOTICE, LAST), await other.consults("Plani i tyre", NOTICE, LAST)
        await tell(other, theirs, day(1))
        await other.says(theirs, day(2), by="Alfa", name="Alfa")
        await other.came(await other.meets(theirs, FIRST_MEETING), "Alfa")
        assert [bare(await other.rights(theirs, LATER), right)[1] for right in (INFORMED, HEARD, TOOK_PART)] == [
            day(1),
            day(2),
            FIRST_MEETING,
        ]
        assert [each.check.done_on for each in (await forum.rights(plan, LATER)).values()] == [None] * 4
        assert {row.subject for row in await uow.proofs.of(other.institution)} == {"Forumi", "Plani i tyre"}
        assert {row.subject for row in await uow.proofs.of(forum.institution)} == {"Forumi"}
        with pytest.raises(Refused):
            await forum.rights(theirs, LATER)
        with pytest.raises(Refused):
            await tell(forum, theirs, day(3))
        beta = await other.by_hand("Beta", FOUNDED, "beta@example.al")
        with pytest.raises(NotFound):
            await mark_emailed(plan, beta, WORDS["sq"], by=forum.zana, uow=uow, now=at(day(3)))
        with pytest.raises(NotFound):
            await own_membership(other.members["Alfa"], person=forum.persons["Alfa"], uow=uow)


async def test_only_a_member_with_an_address_was_written_to(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        plan = await forum.consults("Plani", NOTICE, LAST)
        for name in ("Alfa", "Gama"):
            with pytest.raises(NotFound):
                await write(forum, plan, name, day(1))
        await end(forum.members["Beta"], WORDS, by=forum.zana, uow=uow, now=at(day(1)))
        with pytest.raises(NotFound):
            await write(forum, plan, "Beta", day(1))
        beta = await uow.forums.get(forum.members["Beta"])
        assert (beta.card.organisation, beta.card.email, beta.ended) == ("Beta", "", day(1))
