"""Killed with -9 at every named point, the first time it is passed and again in the next life: nothing is lost.

A point is what lies between two steps: before and after every call over a port, before the commit inside it, and, for
what is said to Telegram, the moment at which it has heard and its answer is not in. So there is one for each row of the
table in docs/explanation/delivery.md. A call that a port gets needs a row here before it can be merged.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from delivery import ports
from scheduler.jobs import jobs
from simulator.world import Call
from tests.crash.houses import build
from tests.crash.points import HEARD, Plug, verbs_of
from tests.crash.scene import House, Nursery
from tests.crash.stories import (
    BROUGHT,
    CARD,
    CUT_OFF,
    DUE,
    SET_BACK,
    SILENCED,
    SPOILT,
    SPOKEN,
    SQUARE,
    TOLD_TO_WAIT,
    WAIT,
    Story,
    left_over,
    nothing_is_lost,
    played,
)
from tests.hooked import free_port

CITIZENS = 12
AROUND = ("before {}", "after {}")
UNDONE = ("before commit in {}",)
WRITING = ("before {}", "before commit in {}", "after {}")
SAID = ("before {}", HEARD + "{}", "after {}")


@dataclass(frozen=True)
class Row:
    """In which story a call is made, its points, and at which passage the second life ends, if it does."""

    story: Story = SQUARE
    points: tuple[str, ...] = WRITING
    later: int = 2


ROWS: Mapping[str, Row] = {
    "intake.take": Row(),
    "queue.begin": Row(later=1),
    "queue.expand": Row(),
    "queue.claim": Row(later=4),
    "queue.mark_sending": Row(later=3),
    "queue.settle": Row(later=3),
    "queue.call_forward": Row(SET_BACK, later=1),
    "queue.stop_campaign": Row(SPOILT, later=0),
    "queue.next_due": Row(points=AROUND, later=1),
    "queue.addresses": Row(points=AROUND, later=3),
    "queue.gate": Row(points=AROUND, later=1),
    "queue.keep": Row(TOLD_TO_WAIT),
    "channel.cost": Row(points=AROUND, later=5),
    "channel.send": Row(points=AROUND, later=5),
    "channel.is_up": Row(CUT_OFF, points=AROUND, later=1),
    "sendMessage": Row(points=SAID, later=5),
    "createForumTopic": Row(SPOKEN, points=SAID, later=1),
    "getUpdates": Row(points=SAID, later=3),
    "setWebhook": Row(BROUGHT, points=SAID, later=1),
    "webhook.hand_in": Row(BROUGHT, points=AROUND, later=1),
    "webhook.take": Row(BROUGHT, points=("before {}", "before commit in intake.take", "after {}"), later=1),
    "job publish": Row(DUE),
    "job progress": Row(DUE, points=UNDONE),
    "job remind": Row(DUE),
    "job digest": Row(DUE, points=UNDONE),
    "job figures": Row(DUE, points=UNDONE),
    "job answers": Row(DUE, points=UNDONE),
    "job sweep": Row(DUE, points=UNDONE),
    "job groups": Row(DUE, points=UNDONE),
    "job expire": Row(DUE, points=UNDONE),
    "job offices": Row(DUE, points=UNDONE),
    "job watch": Row(DUE, points=UNDONE),
    "job unread": Row(DUE, points=UNDONE),
    "job recount": Row(DUE, points=UNDONE),
    "job proofs": Row(DUE, points=UNDONE),
    "job voices": Row(DUE, points=UNDONE),
    "job late": Row(DUE, points=UNDONE),
    "job translations": Row(DUE, points=UNDONE),
    "job unseen": Row(DUE, points=UNDONE),
    "job forget": Row(DUE, points=UNDONE),
    "job shred": Row(DUE, points=UNDONE),
    "dialect.rebuild": Row(DUE, points=AROUND, later=0),
    "dialect.empty_log": Row(DUE, points=AROUND),
}
STOPPING = (
    "before service.stop",
    "after service.stop",
    "after channel.send",
    "before queue.settle",
    "before commit in queue.settle",
    "after queue.settle",
)
"""What still happens when it was told to stop while messages are on their way."""

Houses = Callable[[Story], Awaitable[House]]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def houses(tmp_path_factory: pytest.TempPathFactory) -> Houses:
    built: dict[tuple[object, ...], House] = {}

    async def of(story: Story) -> House:
        key = (story.plan, story.at, story.spoken)
        if key not in built:
            folder = tmp_path_factory.mktemp("points")
            differs = {"plan": story.plan, "at": story.at, "spoken": story.spoken}
            built[key] = await build(folder, citizens=CITIZENS, followers=True, **differs)
        return built[key]

    return of


def test_every_call_over_a_port_and_every_job_has_its_points() -> None:
    calls = {f"queue.{verb}" for verb in verbs_of(ports.Queue)} | {
        f"channel.{verb}" for verb in verbs_of(ports.Channel)
    }
    assert calls == {call for call in ROWS if call.startswith(("queue.", "channel."))}
    assert {f"job {job.name}" for job in jobs()} == {call for call in ROWS if call.startswith("job ")}


async def test_undisturbed_nothing_is_said_twice(houses: Houses, nursery: Nursery, tmp_path: Path) -> None:
    house = await houses(SQUARE)
    async with house.opened(nursery, tmp_path / "house") as scene:
        await played(SQUARE, scene)
        assert scene.deaths == []
        nothing_is_lost(SQUARE, scene)


@pytest.mark.parametrize(
    ("call", "point"), [(call, point.format(call)) for call, row in ROWS.items() for point in row.points]
)
async def test_killed_at_a_point_it_loses_nothing(
    houses: Houses, nursery: Nursery, tmp_path: Path, call: str, point: str
) -> None:
    row = ROWS[call]
    house = await houses(row.story)
    plugs = [Plug(point), *([Plug(point, row.later)] if row.later else [])]
    doors = {"port": free_port() if row.story.brought else 0, "beats": row.story is DUE}
    async with house.opened(nursery, tmp_path / "house", plugs, **doors) as scene:
        await played(row.story, scene)
        assert len(scene.deaths) == len(plugs)
        nothing_is_lost(row.story, scene)


@pytest.mark.parametrize(
    ("point", "left"),
    [
        ("before createForumTopic", []),
        (HEARD + "createForumTopic", [[]]),
        ("after createForumTopic", [[]]),
        ("when the card is there", [[CARD]]),
    ],
)
async def test_killed_around_a_topic_it_leaves_at_most_one_over_with_its_card_or_empty(
    houses: Houses, nursery: Nursery, tmp_path: Path, point: str, left: list[list[str]]
) -> None:
    house = await houses(SPOKEN)
    async with house.opened(nursery, tmp_path / "house", [Plug(point)]) as scene:

        def hear(call: Call) -> None:
            if point == "when the card is there" and "message_thread_id" in call.parameters and not scene.deaths:
                scene.kill()

        scene.listen = hear
        await played(SPOKEN, scene)
        assert len(scene.deaths) == 1
        nothing_is_lost(SPOKEN, scene)
        assert left_over(scene) == left


async def test_killed_when_it_knew_how_long_to_be_silent_it_is_silent(
    houses: Houses, nursery: Nursery, tmp_path: Path
) -> None:
    house = await houses(SILENCED)
    async with house.opened(nursery, tmp_path / "house", [Plug("after queue.keep")]) as scene:
        await played(SILENCED, scene)
        [cut] = scene.heard_until
        before, after = list(scene.world.calls)[:cut], list(scene.world.calls)[cut:]
        refused = max(call.at for call in before if call.outcome == "429")
        assert min(call.at for call in after if call.method == "sendMessage") >= refused + timedelta(seconds=WAIT)


@pytest.mark.parametrize("point", [""] + [f"stopping: {point}" for point in STOPPING])
async def test_killed_while_it_stops_it_loses_nothing(
    houses: Houses, nursery: Nursery, tmp_path: Path, point: str
) -> None:
    plugs = [Plug(point)] * 2 if point else []
    house = await houses(SQUARE)
    async with house.opened(nursery, tmp_path / "house", plugs, stops=Plug("before sendMessage", 5)) as scene:
        await played(SQUARE, scene)
        assert len(scene.deaths) == len(plugs)
        assert scene.drained
        nothing_is_lost(SQUARE, scene)
