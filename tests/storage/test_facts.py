"""What is counted of reports comes out of the sealed rows, and nothing else does."""

from datetime import timedelta

import pytest

from participation.dockets import Docket
from participation.ids import UnitId
from participation.reports.life import Act, State
from participation.reports.model import Account, Body, Deed, Entry, Fact, Handover, NewReport, Outcome, Spot
from storage.desks import facts
from tests.storage.rows import NOW, House

TODAY = NOW.date()


async def send(house: House, number: int, *, on=TODAY, deeds: tuple[Deed, ...] = (), state: State = State.SEEN) -> None:
    person = await house.person()
    account = Account("noise", "Çdo natë", spot=Spot(UnitId(5), "Te furra"), signature="Ana")
    new = NewReport(f"PR-S-{number}", house.institution, person, account, on, urgent=False)
    async with house.database.transaction() as uow:
        report = await uow.reports.add(new)
        for deed in deeds:
            await uow.reports.enter(report, Entry(deed, on, is_news=False))
        await uow.reports.move(report, state, officer=None, on=on)


async def facts_of(house: House, *, since=TODAY):
    async with house.database.reading() as uow:
        return await uow.reports.facts(Docket(house.institution), since=since)


async def test_a_fact_has_what_is_counted_and_no_words(house: House):
    handover = Handover(Body.POLICE, TODAY, officer="Inspektor K.", reference="12")
    deeds = (
        Deed(Act.ACT_ON, "U vendos një llambë."),
        Deed(Act.HAND_OVER, handover=handover),
        Deed(Act.CLOSE, outcome=Outcome.NOT_SOLVED, words="Nuk u gjet."),
        Deed(Act.CLOSE, outcome=Outcome.SOLVED),
    )
    await send(house, 1, deeds=deeds, state=State.CLOSED)
    nobody = Handover(Body.POLICE, TODAY)
    assert await facts_of(house) == [
        Fact("PR-S-1", "noise", UnitId(5), TODAY, State.CLOSED, TODAY, Outcome.SOLVED, True, (nobody,))
    ]


async def test_what_was_reopened_has_no_outcome(house: House):
    await send(house, 1, deeds=(Deed(Act.CLOSE, outcome=Outcome.SOLVED),), state=State.DELIVERED)
    assert (await facts_of(house))[0].outcome is None


async def test_older_ones_are_counted_as_long_as_they_are_open(house: House, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(facts, "AT_ONCE", 2)
    long_ago = TODAY - timedelta(days=90)
    for number, (on, state) in enumerate(
        [(long_ago, State.CLOSED), (long_ago, State.IN_HAND), (long_ago, State.JOINED), (TODAY, State.CLOSED)], 1
    ):
        await send(house, number, on=on, state=state)
    assert [fact.receipt for fact in await facts_of(house)] == ["PR-S-2", "PR-S-4"]
    assert len(await facts_of(house, since=long_ago)) == 4


async def test_an_institution_hides_what_is_below_five(house: House):
    async with house.database.reading() as uow:
        assert (await uow.places.institution(house.institution)).smallest == 5
