"""The database cannot be written for some minutes: nothing is confirmed or lost, and what has left leaves once."""

import asyncio
import sqlite3
from collections import Counter
from contextlib import AbstractContextManager, ExitStack, closing
from datetime import timedelta

import pytest

from bot.logs import OURS
from storage import sqlite
from tests.conversations.steps import numbers, schedule
from tests.hours import living
from tests.misfortunes import locked, no_room

WORDS = "Plani i rrugëve"
CITIZENS = 8
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    """The database gives up at once instead of waiting five seconds for a lock."""
    pragmas = tuple(each for each in sqlite.PRAGMAS if each != sqlite.PATIENT)
    monkeypatch.setattr(sqlite, "PATIENT", "busy_timeout=5")
    monkeypatch.setattr(sqlite, "PRAGMAS", (*pragmas, sqlite.PATIENT))


def begin_at_the(call: int, method: str, of: object, trouble: AbstractContextManager, patch, *, since) -> ExitStack:
    """Let the trouble begin while this call of a method is out, counted since it was due; closing the stack ends it."""
    real, stack, calls = getattr(of, method), ExitStack(), []

    async def called(*given, **options):
        if since():
            calls.append(1)
        if len(calls) == call:
            await asyncio.to_thread(stack.enter_context, trouble)  # it may have to wait for us
        return await real(*given, **options)

    patch.setattr(of, method, called)
    return stack


def headlines(town, people) -> Counter[str]:
    return Counter(text.partition("\n")[0] for person in people for text in town.seen(person))


@pytest.mark.parametrize(
    ("trouble", "room", "method", "call"),
    [
        (locked, "_channel", "send", 3),
        (locked, "_queue", "expand", 3),
        (no_room, "_channel", "send", 3),
        (no_room, "_queue", "mark_sending", 2),
        (no_room, "_queue", "expand", 3),
    ],
)
async def test_what_was_on_its_way_is_written_down_later_and_nothing_is_done_twice(
    square, tmp_path, caplog, monkeypatch, trouble, room, method, call
):
    town, file = square.town, tmp_path / "bashke.sqlite3"
    people = [square.ana, *[await town.citizen(f"Citizen {n}", language="English") for n in range(CITIZENS)]]
    begins = town.clock.now() + MINUTE
    await schedule(town, square.zana, WORDS, at=begins)
    before = headlines(town, people)
    caplog.clear()
    async with living(town, beat=MINUTE) as hours:
        of = getattr(town.line.courier, room)
        stack = begin_at_the(call, method, of, trouble(file), monkeypatch, since=lambda: town.clock.now() >= begins)
        await hours.until(begins + MINUTE)
        for person in people:
            person.says(town.bot, "/hapur")
        await hours.until(begins + 6 * MINUTE)
        assert town.world.pending(town.bot) == len(people)
        told = Counter(record.name for record in caplog.records if record.name.startswith(OURS))
        faults = [record.getMessage() for record in caplog.records if record.exc_info or "fault" in record.msg]
        stack.close()
        await hours.until(begins + 10 * MINUTE)
    assert headlines(town, people) - before == Counter({WORDS: len(people), "Open now": len(people)})
    assert town.world.pending(town.bot) == 0
    assert numbers(tmp_path, "SELECT sum(attempts) FROM parcels") == [0]
    assert numbers(tmp_path, "SELECT count(*) FROM parcels WHERE state IN ('queued', 'claimed', 'sending')") == [0]
    assert faults == []
    assert told.keys() <= {"bot.polling", "bot.wiring"}
    assert max(told.values()) <= 7
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
