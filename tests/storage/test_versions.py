"""What a notice has said is kept; of two who amend it at once one is refused; who proposed it nobody reads."""

import json
from dataclasses import replace
from datetime import timedelta

from alembic import command
from sqlalchemy import select

from participation.comments.model import Balance
from participation.consultations.keeping import begin
from participation.consultations.model import Adoption, Paper, Stage, Terms
from participation.consultations.versions import Amendment, Version
from participation.ids import ConsultationId, MeetingId, PaperId
from participation.meetings.model import Meeting, Venue
from storage.schema import configured
from storage.tables import versions
from tests.storage.rows import NOW, VAULT, House

TODAY = NOW.date()
FIRST = Version(1, Amendment.PUBLISHED, TODAY, Terms("Plani"), "Pse", ("no_paper",))
SECOND = Version(
    2,
    Amendment.CORRECTED,
    TODAY,
    Terms("Plani Social"),
    "Gabim",
    meetings=(Meeting(MeetingId(3), ConsultationId(1), Venue(NOW, "Salla", NOW), cancelled=True, revision=2),),
    papers=(Paper(PaperId(4), "a.pdf", 12, "ref"),),
)
UNKNOWN = Version(3, Amendment.CORRECTED, TODAY, Terms("Plani Social"), meetings=None, papers=None)


async def test_every_version_comes_back_as_it_was(house: House):
    async with house.database.transaction() as uow:
        for version in (FIRST, SECOND, UNKNOWN):
            await uow.versions.add(house.consultation, version)
        assert list(await uow.versions.of(house.consultation)) == [FIRST, SECOND, UNKNOWN]


async def test_the_first_one_holds_from_the_day_on_which_it_is_announced_as_it_stands_then(house: House):
    later = TODAY + timedelta(days=3)
    async with house.database.transaction() as uow:
        await begin(house.consultation, later, uow=uow)
        await uow.versions.add(house.consultation, FIRST)
        paper = await uow.consultations.add_paper(house.consultation, "a.pdf", 1, "ref")
        await begin(house.consultation, later, uow=uow)
        (kept,) = await uow.versions.of(house.consultation)
        assert [each.id for each in kept.meetings] == [house.meeting]
        assert kept.papers == (Paper(paper, "a.pdf", 1, "ref"),)
        assert replace(kept, meetings=(), papers=()) == replace(FIRST, day=later)
        await begin(house.consultation, later, despite=["no_deadline"], reason="Tjetër", uow=uow)
        (kept,) = await uow.versions.of(house.consultation)
        assert (kept.despite, kept.reason) == (("no_deadline",), "Tjetër")


async def test_of_two_next_versions_one_is_taken(house: House):
    async with house.database.transaction() as uow:
        assert await uow.consultations.reword(house.consultation, SECOND.terms, version=2)
        assert not await uow.consultations.reword(house.consultation, Terms("Another"), version=2)
        found = await uow.consultations.get(house.consultation)
        assert (found.version, found.terms.title) == (2, "Plani Social")


async def test_who_wants_it_announced_is_known_until_it_is_released(house: House):
    (officer,) = await house.people(1)
    async with house.database.transaction() as uow:
        number = await uow.consultations.add(house.institution, Terms("T"), stage=Stage.PROPOSED, publish_at=NOW)
        await uow.consultations.propose(number, officer)
        assert await uow.consultations.proposer(number) == officer
        assert [one.id for one in await uow.consultations.proposed([house.institution])] == [number]
        assert await uow.consultations.move(number, Stage.SCHEDULED, was=Stage.PROPOSED, on=TODAY)
        assert await uow.consultations.proposer(number) is None
        assert await uow.consultations.proposed([house.institution]) == []


async def test_what_came_of_it_is_kept(house: House):
    act = Adoption("Vendim nr. 43", TODAY, "https://permet.example/43")
    async with house.database.transaction() as uow:
        await uow.consultations.adopt(house.consultation, act)
        await uow.consultations.owe(house.consultation, 20)
        assert await uow.consultations.move(house.consultation, Stage.SUMMARISED, was=Stage.OPEN, on=TODAY)
        await uow.consultations.close_despite(house.consultation, "Nxitim")
        later = TODAY + timedelta(days=9)
        assert await uow.consultations.move(house.consultation, Stage.ADOPTED, was=Stage.SUMMARISED, on=later)
        found = await uow.consultations.get(house.consultation)
        assert (found.adoption, found.owed) == (act, 20)
        assert (found.summarised_on, found.undecided_because, found.moved_on) == (TODAY, "Nxitim", later)
        assert await uow.comments.balance(house.consultation) == Balance()


async def test_a_document_that_is_left_out_is_found_only_by_who_still_asks_for_it(house: House):
    async with house.database.transaction() as uow:
        paper = await uow.consultations.add_paper(house.consultation, "a.pdf", 1, "ref")
        await uow.consultations.drop_paper(paper)
        assert (await uow.consultations.get(house.consultation)).papers == ()
        assert (await uow.consultations.paper(paper)).name == "a.pdf"


async def test_only_what_is_counted_and_not_over_is_counted_anew(house: House):
    async with house.database.transaction() as uow:
        numbers = []
        for deadline, owed in ((TODAY, 20), (TODAY - timedelta(days=1), 20), (TODAY, None), (None, None)):
            added = await uow.consultations.add(
                house.institution, Terms("T", deadline=deadline), stage=Stage.OPEN, publish_at=NOW
            )
            await uow.consultations.owe(added, owed)
            numbers.append(added)
        assert [one.id for one in await uow.consultations.counted(TODAY)] == numbers[:1]


async def test_versions_from_before_say_what_is_known_of_their_meetings_and_documents_and_deny_nothing(house: House):
    """Before, a version held only what came with it; the first one nothing at all."""
    added, moved = Venue(NOW + timedelta(days=12), "Shkolla"), Venue(NOW + timedelta(days=14), "Salla", NOW)
    async with house.database.transaction() as uow:
        other = await uow.consultations.add(house.institution, Terms("Rruga"), stage=Stage.OPEN, publish_at=NOW)
        names = {house.consultation: ("projekti.pdf", "relacioni.pdf"), other: ("a.pdf",)}
        papers = {where: [await uow.consultations.add_paper(where, n, 1, n) for n in names[where]] for where in names}
        for consultation in (house.consultation, other):
            for number in (1, 2, 3):
                await uow.versions.add(consultation, replace(SECOND, number=number))
        second = await uow.meetings.add(house.consultation, added)
        theirs = await uow.meetings.add(other, moved)
        await uow.meetings.change(theirs, moved, cancelled=False)
        await uow.consultations.drop_paper(papers[other][0])
    older = {"terms": {"title": "Plani"}, "reason": "Pse", "despite": ["no_paper"]}
    came = {"venues": [{"starts_at": added.starts_at.isoformat(), "place": "Shkolla"}], "papers": ["relacioni.pdf"]}
    with_it = {(house.consultation, 2): came}
    async with house.database.transaction() as uow:
        await uow._connection.run_sync(lambda sync: command.downgrade(configured(sync, VAULT), "0019"))
        for consultation in (house.consultation, other):
            for number in (1, 2, 3):
                said = [older | with_it.get((consultation, number), {"venues": [], "papers": []})]
                same = (versions.c.consultation == consultation, versions.c.number == number)
                await uow._connection.execute(versions.update().where(*same).values(said=json.dumps(said)))
    await house.database.migrate()
    async with house.database.reading() as uow:
        kept = await uow.versions.of(house.consultation)
        first = await uow.meetings.get(house.meeting)
        later = await uow.meetings.get(second)
        assert [each.meetings for each in kept] == [(first,), (first, later), (first, later)]
        assert [[paper.name for paper in each.papers] for each in kept] == [
            ["projekti.pdf"], ["projekti.pdf", "relacioni.pdf"], ["projekti.pdf", "relacioni.pdf"],
        ]  # fmt: skip
        assert (kept[0].reason, kept[0].despite) == ("Pse", ("no_paper",))
        now = (await uow.meetings.get(theirs),)
        unknown = await uow.versions.of(other)
        assert [each.meetings for each in unknown] == [None, None, now]
        assert [each.papers for each in unknown] == [None, None, ()]


async def test_an_older_bot_finds_in_a_version_what_came_with_it(house: House):
    async with house.database.transaction() as uow:
        first = await uow.meetings.get(house.meeting)
        second = replace(first, id=MeetingId(9), venue=Venue(NOW, "Shkolla"))
        for number, its, amendment in (
            (1, (first,), "published"),
            (2, (first, second), "completed"),
            (3, None, "moved"),
        ):
            version = Version(number, Amendment(amendment), TODAY, Terms("T"), meetings=its, papers=SECOND.papers)
            await uow.versions.add(house.consultation, version)
        await uow._connection.run_sync(lambda sync: command.downgrade(configured(sync, VAULT), "0019"))
        rows = (await uow._connection.execute(select(versions).order_by(versions.c.number))).mappings().all()
    said = [json.loads(row["said"])[0] for row in rows]
    assert [[venue["place"] for venue in each["venues"]] for each in said] == [[], ["Shkolla"], []]
    assert [each["papers"] for each in said] == [[], [], []]
    assert [row["amendment"] for row in rows] == ["published", "completed", "corrected"]
