"""Of several processes on one PostgreSQL each duty is done by one, and taken over when that one is gone."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest
from sqlalchemy.exc import DBAPIError

from bot.duties import TRY_AGAIN
from storage import roster
from storage.database import Database
from storage.duties import Duties
from storage.postgres import Postgres
from tests.servers import Server
from tests.storage.conftest import Templates, opened
from tests.storage.test_away import hang, kill

pytestmark = pytest.mark.postgresql_only
SILENCE, LOOK = roster.SILENCE, roster.LOOK
TAKEOVER = 15.0
"""Seconds after which a duty must be in other hands."""


@pytest.fixture
def server(templates: Templates) -> Server:
    return templates.server


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roster, "BREATH", 0.0)
    monkeypatch.setattr(roster, "LOOK", 0.05)
    monkeypatch.setattr(roster, "SILENCE", 3.0)


@pytest.fixture
async def hired(database_kind: str, url: str) -> AsyncIterator[Callable[[], Duties]]:
    """Processes that share a database, as many as are asked for."""
    there: list[Duties] = []

    def hire() -> Duties:
        there.append(Postgres().duties(url))
        return there[-1]

    yield hire
    for one in there:
        await one.close()


async def test_a_duty_is_one_processs_until_it_leaves_it(hired):
    first, second = hired(), hired()
    assert await first.take("courier of @a")
    assert not await second.take("courier of @a")
    assert await second.take("courier of @b")
    await first.leave("courier of @a")
    assert await second.take("courier of @a")


async def test_a_process_that_ends_leaves_all_it_had(hired):
    first, second = hired(), hired()
    for duty in ("a", "b"):
        assert await first.take(duty)
    await first.close()
    for duty in ("a", "b"):
        assert await second.take(duty)


async def test_whose_session_is_ended_hears_that_the_duty_is_lost_and_can_take_it_again(hired, server, url):
    first = hired()
    assert await first.take("a")
    async with asyncio.timeout(TAKEOVER), asyncio.TaskGroup() as tasks:
        lost = tasks.create_task(first.until_lost("a"))
        await asyncio.sleep(0.2)
        assert not lost.done()
        await kill(server, url)
        await lost
    second = hired()
    assert await second.take("a")
    assert not await first.take("a")
    await second.leave("a")
    assert await first.take("a")


async def test_who_hung_while_the_session_was_ended_hears_that_the_duty_is_lost(hired, server, url):
    first = hired()
    assert await first.take("a")
    asyncio.get_running_loop().call_later(0.05, hang, server, url)
    await first._ask("SELECT pg_sleep(0.2) IS NULL")
    async with asyncio.timeout(TAKEOVER):
        await first.until_lost("a")


async def test_two_that_begin_together_share_the_duties(hired, monkeypatch):
    monkeypatch.setattr(roster, "BREATH", 0.1)
    both, held = (hired(), hired()), (set[str](), set[str]())
    async with asyncio.timeout(TAKEOVER):
        while held[0] | held[1] != set("abcdef"):
            for one, theirs in zip(both, held, strict=True):
                theirs |= {duty for duty in "abcdef" if await one.take(duty)}
            await asyncio.sleep(0.05)
    assert held[0].isdisjoint(held[1])
    assert min(map(len, held)) >= 2


async def test_a_duty_that_is_taken_twice_is_given_back_once(hired):
    first, second = hired(), hired()
    assert await first.take("a")
    assert await first.take("a")
    await first.leave("a")
    assert await second.take("a")


def test_the_duty_of_one_that_hangs_is_in_other_hands_in_time():
    seen_and_then_taken = LOOK + 2 * TRY_AGAIN
    assert SILENCE + seen_and_then_taken < TAKEOVER
    assert roster.PATIENCE + LOOK < SILENCE


async def in_hand(duties: Duties, duty: str) -> None:
    async with asyncio.timeout(TAKEOVER):
        while not await duties.take(duty):  # noqa: ASYNC110  nobody rings
            await asyncio.sleep(0.05)


async def test_a_holder_that_gives_no_sign_of_life_is_put_out(hired):
    hung, other = hired(), hired()
    assert await hung.take("a")
    assert await hung.take("b")
    await in_hand(other, "a")
    assert await other.take("b")
    async with asyncio.timeout(TAKEOVER):
        await hung.until_lost("a")
    assert not await hung.take("a")


async def test_one_that_speaks_keeps_what_it_has_however_long_somebody_stands_by(hired):
    first, other = hired(), hired()
    assert await first.take("a")
    loop = asyncio.get_running_loop()
    async with asyncio.TaskGroup() as tasks:
        speaking = tasks.create_task(first.until_lost("a"))
        end = loop.time() + 1.5 * roster.SILENCE
        while loop.time() < end:
            assert not await other.take("a")
            await asyncio.sleep(0.05)
        assert not speaking.done()
        speaking.cancel()


async def test_one_that_is_put_out_lets_go_of_the_pen_as_well(hired, database: Database, url):
    other, written = hired(), False
    assert await database.duties.take("a")
    with pytest.raises(DBAPIError):  # noqa: PT012  the transaction is lost, wherever that is noticed
        async with database.transaction() as uow:
            await in_hand(other, "a")
            # In less time than the server itself lets a transaction be in which nothing is done.
            async with asyncio.timeout(5), opened(url) as theirs, theirs.transaction():
                written = True
            await uow.gates.find(1)
    assert written


async def test_only_the_holder_in_this_database_is_put_out(hired, templates: Templates):
    hung, other = hired(), hired()
    assert await hung.take("a")
    async with templates.fresh("empty") as elsewhere:
        stranger, neighbour = (Postgres().duties(elsewhere) for _ in range(2))
        assert await stranger.take("a")
        await in_hand(other, "a")
        assert not await neighbour.take("a")
        for one in (stranger, neighbour):
            await one.close()
