"""A PostgreSQL that goes away is never taken for a fault of what was asked, and is used again when it is back."""

# ruff: noqa: PT012  what is raised in a transaction is raised by all of it

import asyncio
from contextlib import nullcontext
from threading import Thread
from time import sleep

import pytest
from sqlalchemy import text

from storage import postgres
from storage.database import Database
from storage.dialect import AWAY
from storage.postgres import POSTGRES, Postgres
from storage.troubles import in_words, is_away
from storage.work import Work
from tests.servers import Server
from tests.storage.conftest import Templates
from tests.storage.rows import VAULT

pytestmark = pytest.mark.postgresql_only
KILL = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}' AND pid != pg_backend_pid()"


@pytest.fixture
def server(templates: Templates) -> Server:
    return templates.server


async def ask(uow: Work, words: str = "SELECT 1") -> object:
    return (await uow._connection.execute(text(words))).scalar()


async def kill(server: Server, url: str) -> None:
    """End every session in a database, as a server does that is shut down."""
    await server.say(KILL.format(url.rpartition("/")[2]))


@pytest.mark.parametrize("inside", [True, False], ids=["in a savepoint", "outside one"])
async def test_a_session_that_ends_in_a_transaction_is_no_fault_of_an_update(
    database: Database, url: str, server: Server, inside: bool
):
    heard: list[tuple[Exception, bool]] = []
    with pytest.raises(AWAY) as raised:
        async with database.transaction() as uow:
            await ask(uow)
            await kill(server, url)
            try:
                if inside:
                    async with uow.savepoint():
                        await ask(uow)
                await ask(uow)
            except Exception as error:
                heard.append((error, uow.is_lost(error)))
                raise
    assert heard == [(raised.value, True)]
    assert is_away(raised.value)


async def test_one_that_ends_before_the_commit_is_away_too_and_afterwards_all_is_well(
    database: Database, url: str, server: Server
):
    with pytest.raises(AWAY):
        async with database.transaction() as uow:
            await ask(uow)
            await kill(server, url)
    with pytest.raises(AWAY):
        async with database.reading() as uow:
            await kill(server, url)
            await ask(uow)
    async with database.transaction() as uow:
        assert await ask(uow) == 1
    assert await database.answers()


def hang(server: Server, url: str) -> None:
    """Neither hear nor say anything for a moment; meanwhile what was asked is answered, and then the session ended."""
    sleep(0.3)
    ending = Thread(target=lambda: asyncio.run(kill(server, url)))
    ending.start()
    ending.join()
    sleep(0.1)


async def test_who_hung_while_the_session_was_ended_is_told_that_it_is_away(
    database: Database, url: str, server: Server
):
    with pytest.raises(AWAY) as raised:
        async with database.transaction() as uow:
            asyncio.get_running_loop().call_later(0.05, hang, server, url)
            await ask(uow, "SELECT pg_sleep(0.2)")
            await ask(uow)
    assert is_away(raised.value)
    async with database.transaction() as uow:
        assert await ask(uow) == 1


async def test_who_sleeps_in_a_transaction_loses_it_and_with_it_the_pen(database: Database):
    with pytest.raises(AWAY):
        async with database.transaction() as uow:
            await ask(uow, "SELECT set_config('idle_in_transaction_session_timeout', '50ms', true)")
            await asyncio.sleep(0.3)
            await ask(uow)
    async with database.transaction() as uow:
        assert await ask(uow, "SHOW idle_in_transaction_session_timeout") == "10s"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda url: url + "_not", "`createdb` makes one"),
        (lambda url: url.replace("postgres@", "nobody_of_this_name@"), "refuses the user or the password"),
        (lambda _: "postgresql://postgres@127.0.0.1:1/x", "does not answer"),
    ],
)
async def test_what_keeps_us_out_has_its_sentence(url: str, change, words: str):
    database = Database(change(url), VAULT)
    with pytest.raises(AWAY) as raised:
        await database.open()
    await database.close()
    assert words in (in_words(raised.value) or "")


async def test_one_pen_for_all_processes(database: Database, url: str):
    """Two that read, think and write do not overtake each other."""
    other = Database(url, VAULT)
    await other.open()
    order: list[str] = []

    async def write(which: Database, name: str) -> None:
        async with which.transaction() as uow:
            order.append(f"{name} begins")
            await ask(uow, "SELECT pg_sleep(0.05)")
            order.append(f"{name} ends")

    await asyncio.gather(write(database, "one"), write(other, "two"))
    assert order in (
        ["one begins", "one ends", "two begins", "two ends"],
        ["two begins", "two ends", "one begins", "one ends"],
    )
    async with database.transaction(), other.transaction(pen=False) as uow:
        assert await ask(uow) == 1
    await other.close()


async def test_a_ring_is_heard_by_others_and_not_by_the_ringer(database: Database, url: str):
    heard = asyncio.Event()
    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        listening = group.create_task(database.listen(heard.set))
        await heard.wait()  # whoever begins to listen kicks once
        for ringer, is_heard in ((POSTGRES, False), (Postgres(), True)):
            heard.clear()
            async with database.transaction() as uow:
                await ringer.ring(uow._connection)
            with nullcontext() if is_heard else pytest.raises(TimeoutError):
                await asyncio.wait_for(heard.wait(), 5 if is_heard else 0.2)
        listening.cancel()


async def test_who_listens_listens_again_when_the_server_is_back(
    database: Database, url: str, server: Server, monkeypatch
):
    monkeypatch.setattr(postgres, "REST", 0.05)
    heard = asyncio.Event()
    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        listening = group.create_task(database.listen(heard.set))
        await heard.wait()
        heard.clear()
        await kill(server, url)
        await heard.wait()
        listening.cancel()
