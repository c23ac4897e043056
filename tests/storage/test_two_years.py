"""Two years of a forum, on both kinds of database: what meets a right, by when, and of whom; and what does not."""

from collections import Counter
from datetime import date, timedelta

import pytest
from sqlalchemy import update

from participation.comments.model import Capacity, CommentChannel, Verdict
from participation.consultations.model import Adoption, Stage, Terms
from participation.errors import NotFound, Refused
from participation.forum.exporting import proof_about, proof_of
from participation.forum.keeping import forget_former, forget_lists
from participation.forum.meetings import duties_of, write_meeting
from participation.forum.members import (
    accept,
    add_by_hand,
    apply,
    call_for_members,
    decline,
    end,
    end_call,
    invited,
    join,
    link_for,
    name_forum,
    open_calls,
    own_membership,
)
from participation.forum.membership import ConsentWay, MemberCard
from participation.forum.model import (
    ForumDuties,
    ForumMeeting,
    ForumRight,
    ForumState,
    KeptProof,
    MemberState,
    ProofTopic,
)
from participation.forum.proof import BEGINNING, ProofStep, ProofWay, text_mark
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
    tell_forum,
    tell_member,
    untold,
)
from participation.meetings.minutes import Minutes, Revision
from participation.meetings.model import Venue
from participation.meetings.present import Actor
from participation.paperwork.handing_over import hand_over
from participation.paperwork.reckoning import figures_of
from participation.people.model import Followed, Language, Role
from participation.programme.model import PlannedConsultation, PlannedStatus
from participation.reports.model import Account, NewReport
from scheduler.jobs import forget
from storage.tables import forum_members, institutions
from tests.storage.rows import House
from tests.storage.two_years import WORDS, Forum, at, bare, forum_at

INFORMED, INVITED, HEARD, TOOK_PART = ForumRight
FOUNDED = date(2025, 1, 13)
NOTICE, DUE, LAST = date(2025, 9, 22), date(2025, 10, 3), date(2025, 10, 31)
"""From the third to the last of October there are 20 working days."""
FIRST_MEETING, INVITED_BY, LAST_MEETING = date(2025, 10, 29), date(2025, 10, 1), date(2025, 11, 5)
LATER, EARLY = date(2025, 12, 15), date(2025, 10, 3)


def day(number: int, month: int = 10, year: int = 2025) -> date:
    return date(year, month, number)


async def forum_in(uow, house: House) -> Forum:
    """Alfa and Epsi are reached in Telegram, Beta by e-mail; Gama took the application back, Zeta was not taken."""
    forum = await forum_at(house, uow)
    await forum.founded(FOUNDED)
    for name in ("Alfa", "Epsi"):
        await forum.joins(name, FOUNDED)
    await forum.by_hand("Beta", FOUNDED, "beta@example.al")
    await forum.applies("Gama", FOUNDED)
    await forum.leaves("Gama", FOUNDED)
    zeta = await forum.applies("Zeta", FOUNDED)
    await decline(zeta, "S'ka vend.", WORDS, by=forum.zana, uow=uow, now=at(FOUNDED))
    return forum


async def tell(forum: Forum, about, on: date, meeting=None, hour: int = 10) -> int:
    given = {"by": forum.zana, "uow": forum.uow, "now": at(on, hour)}
    return await tell_forum(about, WORDS, meeting=meeting, **given)


async def write(forum: Forum, about, name: str, on: date, meeting=None) -> bool:
    given = {"by": forum.zana, "uow": forum.uow, "now": at(on)}
    return await mark_emailed(about, forum.members[name], WORDS["sq"], meeting=meeting, **given)


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


async def ended(forum: Forum, about, name: str, state: str, on: date, meeting=None) -> None:
    await forum.becomes(state, on, key_of(topic(meeting), forum.members[name], about, meeting))


def topic(meeting) -> ProofTopic:
    return ProofTopic.INVITED if meeting else ProofTopic.INFORMED


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


async def test_only_who_acts_there_changes_a_forum(house: House):
    async with house.database.transaction() as uow:
        forum, other = await forum_in(uow, house), await forum_at(house, uow, first=200, other="Qarku")
        await forum.applies("Delta", FOUNDED)
        by_others = {"by": other.zana, "uow": uow, "now": at(day(1))}
        here, alfa, delta = forum.institution, forum.members["Alfa"], forum.members["Delta"]
        for act in (
            name_forum(here, "Tjetër", **by_others),
            call_for_members(here, "Ejani!", day(9), **by_others),
            end_call(here, **by_others),
            add_by_hand(here, "X", Actor.MEDIA, **by_others),
            link_for(alfa, "token", **by_others),
            accept(delta, WORDS, **by_others),
            decline(delta, "Jo.", WORDS, **by_others),
            end(alfa, WORDS, **by_others),
            write_meeting(here, ForumMeeting(day(1), "Salla", ""), **by_others),
        ):
            with pytest.raises(Refused):
                await act
        assert (await uow.forums.find(here)).name == "Forumi"


async def test_without_consent_a_name_is_kept_and_neither_who_speaks_for_it_nor_an_address(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        given = {"by": forum.zana, "uow": uow, "now": at(day(1))}
        cards = []
        for on_paper in (False, True):
            add = add_by_hand(
                forum.institution, "Drita, Ana Koçi", Actor.MEDIA, email="a@example.al", on_paper=on_paper, **given
            )
            cards.append((await uow.forums.get(await add)).card)
        assert cards == [
            MemberCard("Drita"),
            MemberCard("Drita", "Ana Koçi", "a@example.al", consent=ConsentWay.PAPER, agreed_on=day(1)),
        ]


async def test_a_link_is_for_a_member_whom_nobody_speaks_for_and_lasts_two_weeks(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        given = {"by": forum.zana, "uow": uow, "now": at(day(1))}
        zeta = await forum.applies("Delta", day(1))
        for member in (forum.members["Alfa"], forum.members["Gama"], zeta):
            with pytest.raises(Refused):
                await link_for(member, "token", **given)
        await link_for(forum.members["Beta"], "token", **given)
        assert (await invited("token", uow=uow, now=at(day(15)))).card.organisation == "Beta"
        with pytest.raises(Refused):
            await invited("token", uow=uow, now=at(day(16)))
        with pytest.raises(Refused):  # who speaks for one organisation does not speak for another one there
            await join("token", person=forum.persons["Alfa"], uow=uow, now=at(day(2)))
        joined = await join("token", person=forum.people.pop(), uow=uow, now=at(day(2)))
        assert (joined.card.consent, joined.card.agreed_on) == (ConsentWay.TAP, day(2))
        assert (joined.card.email, joined.since) == ("beta@example.al", FOUNDED)
        with pytest.raises(Refused):
            await invited("token", uow=uow, now=at(day(2)))
        await forum.by_hand("Fi", day(2))
        await link_for(forum.members["Fi"], "fi", **given)
        await end(forum.members["Fi"], WORDS, **given)
        with pytest.raises(Refused):
            await invited("fi", uow=uow, now=at(day(2)))
        with pytest.raises(Refused):
            await link_for(forum.members["Fi"], "fi", **given)


async def test_one_applies_to_an_open_call_once_and_elsewhere_too(house: House):
    async with house.database.transaction() as uow:
        forum, other = await forum_in(uow, house), await forum_at(house, uow, first=200, other="Qarku")
        await other.founded(FOUNDED)
        alfa = forum.persons["Alfa"]
        for each in (forum, other):
            given = {"by": each.zana, "uow": uow, "now": at(day(1))}
            await call_for_members(each.institution, "Ejani!", day(3), **given)
            for last in (day(30, 9), date(2037, 1, 1)):
                with pytest.raises(Refused):
                    await call_for_members(each.institution, "Ejani!", last, **given)

        def one_more(person, institution=forum.institution, on=EARLY):
            return apply(institution, MemberCard("X"), Actor.YOUTH, person=person, uow=uow, now=at(on))

        with pytest.raises(Refused):
            await one_more(alfa)
        await one_more(alfa, other.institution)
        with pytest.raises(Refused):
            await one_more(alfa, other.institution)
        with pytest.raises(Refused):
            await one_more(forum.people[0], on=day(4))
        found = await uow.forums.get(await one_more(forum.persons["Gama"]))
        assert (found.state, found.since, found.card.agreed_on) == (MemberState.APPLIED, day(3), day(3))
        taken = await accept(found.id, WORDS, by=forum.zana, uow=uow, now=at(day(8)))
        assert (taken.state, taken.since) == (MemberState.MEMBER, day(8))
        assert await uow.forums.get(found.id) == taken
        for again in (
            accept(found.id, WORDS, by=forum.zana, uow=uow, now=at(day(8))),
            decline(found.id, "Jo.", WORDS, by=forum.zana, uow=uow, now=at(day(8))),
        ):
            with pytest.raises(Refused):
                await again


async def test_the_calls_of_the_places_one_follows_are_open_to_them_and_to_a_newcomer_all(house: House):
    async with house.database.transaction() as uow:
        forum, near = await forum_at(house, uow), await forum_at(house, uow, first=200, other="Qarku")
        far = await uow.admin.add_institution("Bashkia Berat", municipality="Berat", prefix="BR")
        country = await uow.admin.add_institution("Ministria", municipality=None, prefix="MI")
        await uow.people.appoint(forum.zana, far, Role.ADMIN)
        await uow.people.appoint(forum.zana, country, Role.ADMIN)
        for place in (far, country, forum.institution):
            await name_forum(place, "Forumi", by=forum.zana, uow=uow, now=at(FOUNDED))
            await call_for_members(place, "Ejani!", day(3), by=forum.zana, uow=uow, now=at(day(1)))
        await near.founded(FOUNDED)
        newcomer, follower = forum.people.pop(), forum.people.pop()
        await uow.people.follow(follower, Followed.MUNICIPALITY, house.municipality, FOUNDED)
        all_calls = await open_calls(newcomer, uow=uow, now=at(day(3)))
        assert {one.institution for one in all_calls} == {far, country, forum.institution}
        theirs = await open_calls(follower, uow=uow, now=at(day(3)))
        assert {one.institution for one in theirs} == {country, forum.institution}
        assert await open_calls(newcomer, uow=uow, now=at(day(4))) == []


async def test_whoever_is_out_cannot_go_again_and_of_them_the_name_and_the_consent_stay(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        await forum.leaves("Alfa", day(1))
        found = {name: await uow.forums.get(forum.members[name]) for name in ("Alfa", "Gama", "Zeta")}
        assert {name: one.state for name, one in found.items()} == {
            "Alfa": MemberState.LEFT,
            "Gama": MemberState.WITHDRAWN,
            "Zeta": MemberState.DECLINED,
        }
        assert found["Alfa"].card == MemberCard("Alfa", consent=ConsentWay.TAP, agreed_on=FOUNDED)
        assert found["Zeta"].card.declined_because == "S'ka vend."
        assert (found["Alfa"].ended, found["Gama"].ended) == (day(1), FOUNDED)
        for name in found:
            with pytest.raises(Refused):
                await forum.leaves(name, day(2))
            with pytest.raises(Refused):
                await end(forum.members[name], WORDS, by=forum.zana, uow=uow, now=at(day(2)))
        await forum.applies("Delta", day(1))
        with pytest.raises(Refused):
            await decline(forum.members["Delta"], "…", WORDS, by=forum.zana, uow=uow, now=at(day(2)))
        with pytest.raises(Refused):
            await decline(forum.members["Epsi"], "S'ka vend.", WORDS, by=forum.zana, uow=uow, now=at(day(2)))


async def test_a_forum_keeps_its_first_day_and_its_meetings_lie_behind(house: House):
    async with house.database.transaction() as uow:
        forum, other = await forum_in(uow, house), await forum_at(house, uow, first=200, other="Qarku")
        await other.founded(FOUNDED)
        given = {"by": forum.zana, "uow": uow, "now": at(day(1))}
        await name_forum(forum.institution, "Tjetër", **given)
        assert vars(await uow.forums.find(forum.institution)).items() >= {"name": "Tjetër", "since": FOUNDED}.items()
        await write_meeting(forum.institution, ForumMeeting(day(1), "Salla", "Mbetjet"), **given)
        with pytest.raises(Refused):
            await write_meeting(forum.institution, ForumMeeting(day(2), "Salla", "Mbetjet"), **given)
        assert [each.day for each in await uow.forums.meetings(forum.institution)] == [day(1)]
        assert await uow.forums.meetings(other.institution) == []


async def test_the_desk_hears_of_what_is_overdue_since_there_is_a_forum_and_as_long_as_it_goes_on(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_at(house, uow)
        given = {"uow": uow}
        assert (await duties_of(forum.institution, now=at(LATER), **given)).is_empty()
        await forum.founded(FOUNDED)
        old = await forum.consults("I vjetër", FOUNDED - timedelta(days=1), day(14, 2))
        new = await forum.consults("I ri", FOUNDED, day(14, 2))
        review = await forum.consults("Shqyrtim", FOUNDED, day(14, 2))
        for stage in (Stage.SUMMARISED, Stage.CANCELLED):
            over = await forum.consults("Mbaroi", FOUNDED, day(14, 2))
            await uow.consultations.move(over, stage, was=Stage.OPEN, on=FOUNDED)
        await uow.consultations.move(review, Stage.REVIEW, was=Stage.OPEN, on=FOUNDED)
        due = bare(await forum.rights(old, FOUNDED), INFORMED)[0]
        after = at(due + timedelta(days=1))
        assert due == day(17, 1)
        assert (await duties_of(forum.institution, now=after, **given)).overdue == (), "nobody belongs to it"
        for name in ("Gama", "Zeta"):
            await forum.applies(name, FOUNDED)
        await forum.leaves("Zeta", FOUNDED)
        assert (await duties_of(forum.institution, now=after, **given)) == ForumDuties((), 1, None)
        await forum.by_hand("Alfa", FOUNDED)
        assert set((await duties_of(forum.institution, now=after, **given)).overdue) == {new, review}
        assert (await duties_of(forum.institution, now=at(due), **given)).overdue == ()
        await forum.by_link("Alfa", FOUNDED)
        assert await tell(forum, new, due) == 1
        assert (await duties_of(forum.institution, now=after, **given)).overdue == (review,)


async def test_the_next_meeting_is_told_of_a_month_before_and_not_earlier(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_at(house, uow)
        await forum.founded(FOUNDED)
        for now, told in ((date(2025, 6, 12), None), (date(2025, 6, 13), date(2025, 7, 13))):
            assert (await duties_of(forum.institution, uow=uow, now=at(now))).meets_by == told


async def test_former_members_are_kept_as_long_as_reports_are_and_a_day_more_is_too_long(house: House):
    keep = timedelta(days=365)
    async with house.database.transaction() as uow:
        forum, other = await forum_in(uow, house), await forum_at(house, uow, first=200, other="Qarku")
        await other.founded(FOUNDED)
        await other.joins("Alfa", FOUNDED)
        plan = await forum.consults("Plani", NOTICE, LAST)
        await tell(forum, plan, day(1))
        await forum.leaves("Epsi", day(2))
        # Another institution keeps what is its own for a month only.
        sooner = update(institutions).where(institutions.c.id == other.institution).values(keep_days=30)
        await uow._connection.execute(sooner)
        assert await forget_former(uow=uow, now=at(FOUNDED + timedelta(days=40))) == 0
        states = [MemberState.MEMBER, MemberState.LEFT, MemberState.MEMBER]
        assert await forget_former(uow=uow, now=at(FOUNDED + keep)) == 0
        assert await forget_former(uow=uow, now=at(FOUNDED + keep + timedelta(days=1))) == 2
        assert Counter(one.state for one in await uow.forums.of(forum.institution)) == Counter(states)
        assert await forget_former(uow=uow, now=at(day(2) + keep)) == 0
        assert await forget_former(uow=uow, now=at(day(3) + keep)) == 1
        names = sorted(one.card.organisation for one in await uow.forums.of(forum.institution))
        assert names == ["Alfa", "Beta"]
        assert len(await uow.forums.of(other.institution)) == 1
        told = [(row.whose.name if row.whose else "", row.member is None) for row in await uow.proofs.about(plan)]
        assert told == [("Alfa", False), ("", True)]
        assert bare(await forum.rights(plan, LATER), INFORMED)[1] is None, "Beta was not told"


async def test_that_a_member_took_part_outlives_the_list_as_a_day_and_a_count(house: House):
    keep = timedelta(days=365)
    async with house.database.transaction() as uow:
        forum, other = await forum_in(uow, house), await forum_at(house, uow, first=200, other="Qarku")
        plan, written, alone = [await forum.consults(title, NOTICE, LAST) for title in ("Plani", "Me dorë", "Vetëm")]
        theirs = await other.consults("I tyre", NOTICE, LAST)
        for about, names in ((plan, ("Alfa", "Epsi", "X")), (written, ("Alfa",)), (alone, ("X",)), (theirs, ("Alfa",))):
            await forum.came(await forum.meets(about, FIRST_MEETING), *names)
        await forum.came(await forum.meets(plan, LAST_MEETING), "Beta")
        await forum.says(plan, day(20), by="Alfa", name="Alfa")
        recorded = await forum.consults("Me procesverbal", NOTICE, LAST)
        record = Minutes(Venue(at(FIRST_MEETING, 17), "Salla"), "Plani", organisations=("Alfa",))
        await uow.minutes.put(await forum.meets(recorded, FIRST_MEETING), Revision(record, 0, at(LATER)))
        sooner = update(institutions).where(institutions.c.id == other.institution).values(keep_days=30)
        await uow._connection.execute(sooner)
        await other.founded(FOUNDED)
        await write_evidence(written, TOOK_PART, LATER, "Foto", by=forum.zana, uow=uow, now=at(LATER))
        for now in (FIRST_MEETING + keep, FIRST_MEETING + keep + timedelta(days=1)):
            forgotten = await forget_lists(uow=uow, now=at(now))
            kept = {each: dict(await uow.forums.kept(each)) for each in (plan, written, alone, theirs, recorded)}
            assert dict(await uow.forums.deeds(written)) == {TOOK_PART: (LATER, "Foto")}
            assert kept[alone] == kept[theirs] == kept[recorded] == dict(await uow.forums.deeds(plan)) == {}
            is_over = now > FIRST_MEETING + keep
            assert kept[plan] == ({TOOK_PART: KeptProof(FIRST_MEETING, 2)} if is_over else {})
            assert forgotten == (5 if is_over else 1)
        found = await forum.rights(plan, now)
        assert bare(found, TOOK_PART) == (LAST_MEETING, FIRST_MEETING)
        assert found[TOOK_PART].check.state(now) is ForumState.DONE
        evidence = found[TOOK_PART].evidence
        assert (evidence.organisations, evidence.kept) == (("Beta",), 2), "its list is a week younger"
        await forget_lists(uow=uow, now=at(now + keep))
        assert dict(await uow.forums.kept(plan)) == {TOOK_PART: KeptProof(FIRST_MEETING, 3)}
        evidence = (await forum.rights(plan, now + keep))[TOOK_PART].evidence
        assert (evidence.organisations, evidence.kept) == ((), 3)


async def test_what_a_member_said_and_that_they_came_counts_when_they_are_forgotten(house: House):
    keep = timedelta(days=366)
    async with house.database.transaction() as uow:
        forum, other = await forum_in(uow, house), await forum_at(house, uow, first=200, other="Qarku")
        await other.founded(FOUNDED)
        await other.joins("Alfa", FOUNDED)
        plan = await forum.consults("Plani", NOTICE, LAST)
        theirs = await other.consults("I tyre", NOTICE, LAST)
        await forum.says(plan, day(20), by="Epsi", name="Epsi")
        await other.says(theirs, day(20), by="Alfa", name="Alfa")
        meeting = await forum.meets(plan, FIRST_MEETING)
        record = Minutes(Venue(at(FIRST_MEETING, 17), "Salla"), "Plani", organisations=("Epsi",))
        await uow.minutes.put(meeting, Revision(record, 0, at(FIRST_MEETING, 20)))
        await forum.leaves("Epsi", LATER)
        assert await forget_former(uow=uow, now=at(LATER + keep - timedelta(days=1))) == 2
        assert dict(await uow.forums.kept(plan)) == {}
        assert await forget_former(uow=uow, now=at(LATER + keep)) == 1
        one = {HEARD: KeptProof(day(20), 1), TOOK_PART: KeptProof(FIRST_MEETING, 1)}
        assert dict(await uow.forums.kept(plan)) == one
        assert dict(await uow.forums.kept(theirs)) == {}
        found = await forum.rights(plan, LATER + keep)
        assert [bare(found, right)[1] for right in ForumRight] == [None, None, day(20), FIRST_MEETING]


async def test_what_is_kept_of_the_forgotten_hides_nothing_that_counts_still(house: House):
    keep = timedelta(days=366)
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        fresh = LATER + keep - timedelta(days=3)
        old, new = await forum.consults("I vjetër", NOTICE, LAST), await forum.consults("I ri", fresh, LATER + 2 * keep)
        await forum.says(old, day(21), by="Epsi", name="Epsi")
        await forum.says(old, day(20), by="Alfa", name="Alfa")
        await forum.says(new, fresh, by="Alfa", name="Alfa")
        await forum.came(await forum.meets(new, fresh), "Alfa")
        await forum.leaves("Epsi", LATER)
        await forget(uow, at(LATER + keep))
        for _ in range(4):
            taken_back = await forum.says(new, LATER + keep, by="Alfa", name="Alfa")
        await forum.came(await forum.meets(new, LATER + keep, 8), "Beta")
        found = (await forum.rights(new, LATER + keep)).values()
        said, came = [one.evidence for one in found][2:]
        assert (said.spoken, said.kept, said.written) == (5, 0, "")
        assert (came.organisations, came.kept) == (("Alfa", "Beta"), 0)
        assert await uow.ledger.withdraw(taken_back, LATER + keep)
        assert (await forum.rights(new, LATER + keep))[HEARD].evidence.spoken == 4
        found = (await forum.rights(old, LATER + keep))[HEARD]
        assert (found.check.done_on, found.evidence.spoken, found.evidence.kept) == (day(20), 1, 1)
        await write_evidence(old, HEARD, day(25), "Letra", by=forum.zana, uow=uow, now=at(LATER))
        found = (await forum.rights(old, LATER + keep))[HEARD]
        assert (found.check.done_on, found.evidence.written) == (day(25), "Letra"), "by hand goes before"


async def test_who_has_left_may_take_back_what_they_said_and_others_go_on_counting(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        plan = await forum.consults("Plani", NOTICE, LAST)
        gone = await forum.says(plan, day(6), by="Epsi", name="Kontakti Epsi", capacity=Capacity.ONESELF)
        await forum.says(plan, day(6), name="Kontakti Epsi", channel=CommentChannel.PAPER)
        await forum.says(plan, day(6), by="Epsi")
        await forum.leaves("Epsi", day(8))
        await forum.says(plan, day(9), by="Alfa", name="Alfa")
        assert (await forum.rights(plan, LATER))[HEARD].evidence.spoken == 3
        assert await uow.ledger.withdraw(gone, day(10))
        found = (await forum.rights(plan, LATER))[HEARD]
        assert (found.check.done_on, found.evidence.spoken, found.evidence.kept) == (day(6), 2, 0)
        for days, kept in ((365, 0), (366, 1), (367, 1)):
            await forget_former(uow=uow, now=at(day(8) + timedelta(days=days)))
            found = (await forum.rights(plan, LATER))[HEARD]
            assert (found.check.done_on, found.evidence.spoken + kept, found.evidence.kept) == (day(6), 2, kept)


async def test_where_what_is_to_be_kept_cannot_be_read_the_lists_of_others_go(house: House):
    async with house.database.transaction() as uow:
        forum, other = await forum_in(uow, house), await forum_at(house, uow, first=200, other="Qarku")
        await other.founded(FOUNDED)
        await other.joins("Gama", FOUNDED)
        plan, theirs = await forum.consults("Plani", NOTICE, LAST), await other.consults("I tyre", NOTICE, LAST)
        first, second = await forum.meets(plan, FIRST_MEETING), await other.meets(theirs, FIRST_MEETING)
        await forum.came(first, "Alfa")
        await other.came(second, "Gama")
        broken = update(forum_members).where(forum_members.c.institution == forum.institution)
        await uow._connection.execute(broken.values(sealed=b"?"))
        await forget(uow, at(FIRST_MEETING + timedelta(days=366)))
        assert [one.listing is None for one in await uow.presence.of(first)] == [False], "nothing is to go there"
        assert [one.listing is None for one in await uow.presence.of(second)] == [True]
        assert dict(await uow.forums.kept(theirs)) == {TOOK_PART: KeptProof(FIRST_MEETING, 1)}


async def test_the_proof_is_handed_out_whole_or_about_one_consultation_and_that_is_noted(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        stranger = await forum_at(house, uow, first=200, other="Qarku")
        plan, other = [await forum.consults(title, NOTICE, LAST) for title in ("Plani", "Tjetër")]
        empty = await proof_of(stranger.institution, by=stranger.zana, uow=uow, now=at(day(1)))
        assert (empty.rows, empty.last) == ((), BEGINNING)
        assert await uow.proofs.head(stranger.institution) == (0, BEGINNING)
        await tell(forum, plan, day(1))
        await tell(forum, other, day(1))
        await forum.becomes("sent", day(1), key_of(ProofTopic.INFORMED, forum.members["Alfa"], other))
        given = {"uow": uow, "now": at(day(2))}
        part = await proof_about(plan, by=forum.zana, **given)
        whole = await proof_of(forum.institution, by=forum.zana, **given)
        assert [(row.whose.name, row.step) for row in part.rows] == [("Alfa", ProofStep.TOLD), ("Epsi", ProofStep.TOLD)]
        assert (part.title, part.last) == ("Plani", whole.rows[-1].link)
        assert whole.rows[-1].step is ProofStep.DELIVERED, "what is known by now is written down first"
        assert [row.place for row in whole.rows] == list(range(1, len(whole.rows) + 1))
        with pytest.raises((NotFound, Refused)):
            await proof_of(forum.institution, by=stranger.zana, **given)


async def test_the_figures_of_a_year_hold_what_came_in_that_year_and_was_not_taken_back(house: House):
    async with house.database.transaction() as uow:
        forum, other = await forum_in(uow, house), await forum_at(house, uow, first=200, other="Qarku")
        theirs = await other.consults("I tyre", NOTICE, LAST)
        await forum.says(theirs, day(20), by="Alfa")
        plan = await forum.consults("Plani", date(2025, 12, 1), date(2026, 1, 30))
        only = await forum.consults("Vetëm 2025", NOTICE, LAST)
        await uow.consultations.move(only, Stage.REVIEW, was=Stage.OPEN, on=LATER)
        await uow.consultations.move(only, Stage.SUMMARISED, was=Stage.REVIEW, on=LATER)
        await forum.consults("Pa publikuar", NOTICE, LAST)
        first = await forum.says(plan, date(2025, 12, 31), by="Alfa", name="Alfa")
        gone = await forum.says(plan, date(2025, 12, 30), by="Epsi")
        assert await uow.ledger.withdraw(gone, date(2026, 1, 2))
        second = await forum.says(plan, date(2026, 1, 1), name="Beta", channel=CommentChannel.PAPER)
        await forum.says(plan, date(2026, 1, 2), by="Epsi")
        await forum.answers(first, Verdict.PARTLY, date(2026, 2, 2))
        await forum.answers(second, Verdict.OUT_OF_SCOPE, date(2026, 2, 2))
        for on in (date(2025, 12, 18), date(2026, 1, 22), date(2026, 3, 25)):
            await forum.meets(plan, on)
        await uow.consultations.move(plan, Stage.REVIEW, was=Stage.OPEN, on=date(2026, 2, 2))
        await uow.consultations.move(plan, Stage.SUMMARISED, was=Stage.REVIEW, on=date(2026, 2, 3))
        await uow.consultations.move(plan, Stage.ADOPTED, was=Stage.SUMMARISED, on=date(2026, 2, 20))
        await uow.consultations.adopt(plan, Adoption("12", date(2026, 2, 20)))
        now = at(date(2026, 3, 2))
        found = {
            year: await figures_of(forum.institution, year, by=forum.zana, uow=uow, now=now)
            for year in (2024, 2025, 2026)
        }
        assert [len(each.consultations) for each in found.values()] == [0, 3, 2]
        told = {year: (each.received, each.accepted, each.refused, each.undecided) for year, each in found.items()}
        assert told == {2024: (0, 0, 0, 0), 2025: (1, 1, 0, 0), 2026: (2, 0, 1, 1)}
        assert [[each.day for _, each in year.meetings] for year in found.values()] == [
            [],
            [date(2025, 12, 18)],
            [date(2026, 1, 22)],
        ]
        assert [len(each.adopted) for each in found.values()] == [0, 0, 1]
        with pytest.raises(NotFound):
            await figures_of(forum.institution, 2027, by=forum.zana, uow=uow, now=now)
        with pytest.raises(Refused):
            await figures_of(forum.institution, 2025, by=other.zana, uow=uow, now=now)


async def test_a_consultation_is_of_each_year_in_which_anything_of_it_happened(house: House):
    begun, last, after = date(2025, 10, 1), date(2025, 12, 1), date(2026, 1, 20)
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        told = {}
        for title in ("Vetëm", "Vonë", "Takim", "Akt", "Përmbledhje"):
            told[title] = await forum.consults(title, begun, last)
        told["Pa afat"] = await forum.consults("Pa afat", date(2024, 5, 2), None)
        early = Terms("Më herët", notice_date=after, deadline=date(2026, 3, 2))
        told["Më herët"] = await uow.consultations.add(
            forum.institution, early, stage=Stage.OPEN, publish_at=at(date(2025, 12, 30))
        )
        await forum.says(told["Më herët"], date(2025, 12, 31), by="Alfa")
        await forum.says(told["Vonë"], after, by="Alfa")
        await forum.meets(told["Takim"], after)
        for title, stages in (
            ("Përmbledhje", [(Stage.REVIEW, last), (Stage.SUMMARISED, after)]),
            ("Akt", [(Stage.REVIEW, begun), (Stage.ADOPTED, last)]),
        ):
            was = Stage.OPEN
            for stage, on in stages:
                await uow.consultations.move(told[title], stage, was=was, on=on)
                was = stage
        await uow.consultations.adopt(told["Akt"], Adoption("12", after))
        given = {"by": forum.zana, "uow": uow, "now": at(date(2026, 3, 2))}
        years = {
            year: {each.title for each in (await figures_of(forum.institution, year, **given)).consultations}
            for year in (2024, 2025, 2026)
        }
        assert years[2024] == {"Pa afat"}
        assert years[2025] == set(told)
        assert years[2026] - {"Plani social"} == set(told) - {"Vetëm"}  # the house has one of its own in that year


async def test_what_was_joined_to_another_recommendation_shares_its_decision_in_the_figures(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        plan = await forum.consults("Plani", NOTICE, LAST)
        first, second = [await forum.says(plan, day(number), by="Alfa") for number in (20, 21)]
        assert await uow.ledger.join(second, first)
        await forum.answers(first, Verdict.ACCEPTED, day(22))
        found = await figures_of(forum.institution, 2025, by=forum.zana, uow=uow, now=at(LATER))
        assert (found.received, found.accepted, found.undecided) == (2, 2, 0)


async def test_what_was_called_off_is_of_the_year_of_that_day(house: House):
    async with house.database.transaction() as uow:
        forum = await forum_in(uow, house)
        plan = await forum.consults("Plani", date(2025, 12, 1), date(2026, 1, 30))
        await uow.consultations.move(plan, Stage.CANCELLED, was=Stage.OPEN, on=date(2026, 1, 5))
        given = {"by": forum.zana, "uow": uow, "now": at(date(2026, 3, 2))}
        years = [await figures_of(forum.institution, year, **given) for year in (2025, 2026)]
        assert [[gone.day for _, gone in year.cancelled] for year in years] == [[], [date(2026, 1, 5)]]


async def test_the_hand_over_holds_what_is_open_here_and_nothing_of_another_desk(house: House):
    async with house.database.transaction() as uow:
        forum, other = await forum_in(uow, house), await forum_at(house, uow, first=200, other="Qarku")
        await uow.consultations.move(house.consultation, Stage.CANCELLED, was=Stage.OPEN, on=LATER)
        theirs = await other.consults("I tyre", NOTICE, LAST)
        await forum.says(theirs, day(20), by="Alfa")
        await other.meets(theirs, LATER + timedelta(days=9))
        for name in ("Fi", "Ish"):
            await forum.by_hand(name, FOUNDED)
        await end(forum.members["Ish"], WORDS, by=forum.zana, uow=uow, now=at(LATER))
        await other.founded(FOUNDED)
        await other.by_hand("Tjetër", FOUNDED)
        plan, endless = await forum.consults("Plani", NOTICE, LAST), await forum.consults("Pa afat", NOTICE, None)
        adopted = await forum.consults("Miratuar", NOTICE, LAST)
        await uow.consultations.move(adopted, Stage.ADOPTED, was=Stage.OPEN, on=LATER)
        for stage, title in ((Stage.SCHEDULED, "Nesër"), (Stage.PROPOSED, "Propozuar"), (Stage.CALLED_OFF, "Hequr")):
            waits = await forum.consults(title, NOTICE, LAST)
            await uow.consultations.move(waits, stage, was=Stage.OPEN, on=LATER)
            await forum.meets(waits, LATER + timedelta(days=3))
        answered = await forum.says(plan, day(20), by="Alfa")
        await forum.says(plan, day(21), by="Alfa")
        await forum.answers(answered, Verdict.ACCEPTED, day(22))
        await forum.meets(plan, FIRST_MEETING)
        record = Minutes(Venue(at(LAST_MEETING, 17), "Salla"), "Plani")
        recorded = await forum.meets(plan, LAST_MEETING)
        await uow.minutes.put(recorded, Revision(record, 0, at(LAST_MEETING, 20)))
        for each in (forum, other):
            account = Account("noise", "Çdo natë")
            new = NewReport(f"S-{each.institution}", each.institution, forum.zana, account, LATER, urgent=False)
            await uow.reports.add(new)
        await forum.meets(endless, LATER + timedelta(days=9))
        for year, act in ((2024, "Vjet"), (2025, "Sivjet"), (2026, "Motmot")):
            await uow.calendars.add(forum.institution, year, PlannedConsultation(act))
        await uow.calendars.add(forum.institution, 2025, PlannedConsultation("Hequr", status=PlannedStatus.DROPPED))
        duties = await duties_of(forum.institution, uow=uow, now=at(LATER))
        kit = await hand_over(forum.institution, duties, by=forum.zana, uow=uow, now=at(LATER))
        assert [(each.title, each.until, each.balance.received) for each in kit.running] == [
            ("Plani", LAST, 2),
            ("Pa afat", None, 0),
        ]
        assert dict(kit.waiting) == {"Nesër": NOTICE, "Propozuar": NOTICE}
        assert [(each.receipt, each.title) for each in kit.owed] == [(f"C-{forum.institution}-0003", "Plani")]
        assert [(each.title, each.meeting.day) for each in kit.ahead] == [("Pa afat", LATER + timedelta(days=9))]
        assert [(each.title, each.meeting.day) for each in kit.unrecorded] == [("Plani", FIRST_MEETING)]
        assert [each.act for each in kit.planned] == ["Sivjet", "Motmot"]
        assert kit.not_in_telegram == ("Beta", "Fi")
        assert set(kit.late_rights) == {"Plani", "Pa afat"}
        assert dict(kit.offices) == {Role.ADMIN: 1}
        assert kit.unread_reports == 1
        with pytest.raises(Refused):
            await hand_over(forum.institution, duties, by=other.zana, uow=uow, now=at(LATER))
