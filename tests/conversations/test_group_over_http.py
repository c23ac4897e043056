"""A group of officers from its link to a closed case, over HTTP: updates are asked for, or brought to our webhook."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from participation.people.model import Role
from participation.reports.life import State
from simulator.people import Person
from tests.conversations.steps import raw, report
from tests.conversations.test_group import (
    RECEIPT,
    SECRET,
    Desk,
    link,
    notes_of,
    person_of,
    state_of,
)
from tests.hooked import brought, pushed
from tests.town import open_town

NOTE = "Shkojmë atje sot pasdite."
REFUSED = "Only coordinators of the institution can do this, under their own name."


@pytest.fixture(params=[False, True], ids=["asked for", "brought"])
async def desk(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Desk]:
    async with AsyncExitStack() as stack:
        doors = brought() if request.param else {}
        town = await stack.enter_async_context(open_town(tmp_path, over_http=True, **doors))
        if request.param:
            town = await stack.enter_async_context(pushed(town))
        zana = await town.officer("Zana")
        ana = await town.citizen("Ana", "English")
        yield Desk(town, ana, zana, town.world.group("Zyra", members=[zana, ana], forum=True))


async def is_refused(desk: Desk, who: Person, words: str) -> None:
    """They press and write, and nothing comes of it."""
    before = await state_of(desk.town), await notes_of(desk.town), len(desk.in_topic())
    assert await desk.presses(who, message=desk.in_topic()[0]) == REFUSED
    await desk.says(who, words)
    assert (await state_of(desk.town), await notes_of(desk.town)) == before[:2]
    assert all("Ruhet vetëm" in one for one in desk.told()[before[2] :])


async def test_a_group_is_linked_told_of_a_case_and_acted_in_by_officers_only(desk, tmp_path):
    town, zana, ana = desk.town, desk.zana, desk.ana
    chair = await town.officer("Drita", role=Role.CHAIR)
    desk.group.adds(chair)
    await link(town, zana, desk.group)
    assert [one.partition(".")[0] for one in desk.said] == ["Ky është tani grupi i institucionit Bashkia Përmet"]
    await report(town, ana, words=SECRET, about="Weapons")
    assert desk.told() == [f"Urgjent: {RECEIPT}, Armë\nI ri"]
    for who in (ana, chair):
        await is_refused(desk, who, "I want this to be a note.")
    assert sum("Ruhet vetëm" in one for one in desk.told()) == 1, "said once a day in a topic"
    await desk.says(zana, NOTE)
    assert "nuk e ka lexuar ende askush" in desk.told()[-1]
    assert await desk.presses(zana) == "It is in your hands. You can read it in our private chat."
    assert await state_of(town) == (State.IN_HAND, await person_of(town, zana))
    assert SECRET in town.heard(zana).text
    assert desk.told()[-1] == "Në shqyrtim (administrator)"
    await desk.says(zana, NOTE)
    assert await notes_of(town) == [NOTE]
    assert desk.told()[-1] == f"U ruajt si shënim i {RECEIPT}."
    for who in (ana, chair):
        await is_refused(desk, who, "And now?")
    for label in ("Close it", "Solved", "Skip", "Confirm"):
        await town.press(zana, label)
    assert desk.told()[-1] == "I mbyllur"
    [topic] = desk.group.topics.values()
    assert topic.closed
    assert not any(SECRET in one or "Ana" in one for one in desk.said)
    assert {call.outcome for call in town.world.calls} == {"ok"}
    assert SECRET.encode() not in raw(tmp_path)
    assert NOTE.encode() not in raw(tmp_path)
