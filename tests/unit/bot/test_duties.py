"""One of several processes works; another takes over when it is gone."""

import asyncio

import pytest

from bot import duties
from bot.duties import Watch


class Roster:
    """Duties in memory: a name each, and whoever has lost one is told."""

    def __init__(self):
        self.held = {}
        self.lost = {}

    def hands(self, who):
        return Hands(self, who)


class Hands:
    def __init__(self, roster, who):
        self.roster, self.who = roster, who

    async def take(self, duty):
        return self.roster.held.setdefault(duty, self.who) is self.who

    async def until_lost(self, duty):
        await self.roster.lost.setdefault((duty, self.who), asyncio.Event()).wait()

    async def leave(self, duty):
        if self.roster.held.get(duty) is self.who:
            del self.roster.held[duty]


class Work:
    """Goes on until it resigns, or is told to end."""

    def __init__(self):
        self.begun, self.at_it = 0, False
        self._over = asyncio.Event()

    async def run(self):
        self._over.clear()
        self.begun, self.at_it = self.begun + 1, True
        await self._over.wait()
        self.at_it = False

    def end(self):
        self._over.set()


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(duties, "TRY_AGAIN", 0.001)


def watch_of(work, roster, who):
    return Watch("courier", duties=roster.hands(who), work=work.run, resign=work.end)


async def until(what):
    async with asyncio.timeout(5):
        while not what():  # noqa: ASYNC110  whatever it is, nobody rings when it is so
            await asyncio.sleep(0.001)


async def test_one_works_and_the_other_takes_over_when_it_ends():
    roster, first, second = Roster(), Work(), Work()
    async with asyncio.TaskGroup() as tasks:
        ahead = tasks.create_task(watch_of(first, roster, "a").run())
        await until(lambda: first.at_it)
        behind = watch_of(second, roster, "b")
        tasks.create_task(behind.run())
        await asyncio.sleep(0.02)
        assert not second.begun
        first.end()
        await ahead
        await until(lambda: second.at_it)
        behind.stop()
        second.end()
    assert roster.held == {}


async def test_who_has_lost_a_duty_resigns_and_stands_by_again():
    roster, first = Roster(), Work()
    watch = watch_of(first, roster, "a")
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(watch.run())
        await until(lambda: first.at_it)
        roster.held["courier"] = "b"
        roster.lost.pop(("courier", "a")).set()
        await until(lambda: not first.at_it)
        await asyncio.sleep(0.02)
        assert first.begun == 1
        del roster.held["courier"]
        await until(lambda: first.begun == 2)
        watch.stop()
        first.end()


async def test_who_stands_by_can_be_stopped():
    roster = Roster()
    roster.held["courier"] = "b"
    work = Work()
    watch = watch_of(work, roster, "a")
    async with asyncio.timeout(5), asyncio.TaskGroup() as tasks:
        tasks.create_task(watch.run())
        await asyncio.sleep(0.01)
        watch.stop()
    assert not work.begun
    assert roster.held == {"courier": "b"}


async def test_work_that_fails_lets_go_of_its_duty():
    roster = Roster()

    async def fails():
        raise ZeroDivisionError

    with pytest.raises(ExceptionGroup):
        await Watch("courier", duties=roster.hands("a"), work=fails, resign=lambda: None).run()
    assert roster.held == {}
