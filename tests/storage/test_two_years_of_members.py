"""Two years of a forum, on both kinds of database: how one comes and goes, and what is kept of whoever went."""

from collections import Counter
from datetime import date, timedelta

import pytest
from sqlalchemy import update

from participation.comments.model import Capacity, CommentChannel
from participation.consultations.model import Stage
from participation.errors import Refused
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
)
from participation.forum.membership import ConsentWay, MemberCard
from participation.forum.model import (
    ForumDuties,
    ForumMeeting,
    ForumRight,
    ForumState,
    KeptProof,
    MemberState,
)
from participation.forum.rights import write_evidence
from participation.meetings.minutes import Minutes, Revision
from participation.meetings.model import Venue
from participation.meetings.present import Actor
from participation.people.model import Followed, Role
from scheduler.jobs import forget
from storage.tables import forum_members, institutions
from tests.storage.rows import House
from tests.storage.two_years import (
    EARLY,
    FIRST_MEETING,
    FOUNDED,
    HEARD,
    INFORMED,
    LAST,
    LAST_MEETING,
    LATER,
    NOTICE,
    TOOK_PART,
    WORDS,
    at,
    bare,
    day,
    forum_at,
    forum_in,
    tell,
)


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
