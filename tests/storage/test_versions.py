"""What a notice has said is kept; of two who amend it at once one is refused; who proposed it nobody reads."""

from dataclasses import replace
from datetime import timedelta

from participation.comments.model import Balance
from participation.consultations.model import Adoption, Stage, Terms
from participation.consultations.versions import Amendment, Version
from participation.meetings.model import Venue
from tests.storage.rows import NOW, House

TODAY = NOW.date()
FIRST = Version(1, Amendment.PUBLISHED, TODAY, Terms("Plani"), "Pse", ("no_paper",))
SECOND = Version(
    2, Amendment.CORRECTED, TODAY, Terms("Plani Social"), "Gabim", venues=(Venue(NOW, "Salla"),), papers=("a.pdf",)
)


async def test_every_version_comes_back_as_it_was(house: House):
    async with house.database.transaction() as uow:
        for version in (FIRST, SECOND):
            await uow.versions.add(house.consultation, version)
        assert list(await uow.versions.of(house.consultation)) == [FIRST, SECOND]


async def test_the_first_one_holds_from_the_day_on_which_it_is_announced(house: House):
    later = TODAY + timedelta(days=3)
    async with house.database.transaction() as uow:
        await uow.versions.begin(house.consultation, later)
        await uow.versions.add(house.consultation, FIRST)
        await uow.versions.begin(house.consultation, later)
        assert list(await uow.versions.of(house.consultation)) == [replace(FIRST, day=later)]
        await uow.versions.begin(house.consultation, later, despite=["no_deadline"], reason="Tjetër")
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


async def test_what_waited_says_the_day_on_which_it_is_announced_in_its_first_version_too(house: House):
    at, dated = NOW + timedelta(days=7), Terms("Plani", deadline=TODAY + timedelta(days=35))
    async with house.database.transaction() as uow:
        await uow.consultations.begin(house.consultation, dated, at=at)
        found = await uow.consultations.get(house.consultation)
        assert (found.terms, found.publish_at, found.version) == (dated, at, 1)
        await uow.versions.add(house.consultation, FIRST)
        await uow.versions.begin(house.consultation, TODAY, terms=dated)
        assert list(await uow.versions.of(house.consultation)) == [replace(FIRST, terms=dated)]
