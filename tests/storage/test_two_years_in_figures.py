"""Two years of an institution, on both kinds of database: what its papers and its hand-over say of them."""

from datetime import date, timedelta

import pytest

from participation.comments.model import CommentChannel, Verdict
from participation.consultations.model import Adoption, Stage, Terms
from participation.errors import NotFound, Refused
from participation.forum.exporting import proof_about, proof_of
from participation.forum.meetings import duties_of
from participation.forum.members import (
    end,
)
from participation.forum.model import (
    ProofTopic,
)
from participation.forum.proof import BEGINNING, ProofStep
from participation.forum.telling import (
    key_of,
)
from participation.meetings.minutes import Minutes, Revision
from participation.meetings.model import Venue
from participation.paperwork.handing_over import hand_over
from participation.paperwork.reckoning import figures_of
from participation.people.model import Role
from participation.programme.model import PlannedConsultation, PlannedStatus
from participation.reports.model import Account, NewReport
from tests.storage.rows import House
from tests.storage.two_years import (
    FIRST_MEETING,
    FOUNDED,
    LAST,
    LAST_MEETING,
    LATER,
    NOTICE,
    WORDS,
    at,
    day,
    forum_at,
    forum_in,
    tell,
)


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
