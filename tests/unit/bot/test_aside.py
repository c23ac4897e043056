"""What is made aside: nobody waits for it, the same wish is made once, another one takes its place, and it ends."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from bot import aside as aside_module
from bot.aside import Aside, Errand


class Bench:
    """Things that are made as long as nobody lets go of them."""

    def __init__(self) -> None:
        self.aside = Aside()
        self.begun: list[str] = []
        self.told: list[object] = []
        self.given_up: list[str] = []
        self.done = asyncio.Event()

    def wish(self, things: str, whose: str = "zana", tell=None) -> None:
        async def make() -> str:
            self.begun.append(things)
            try:
                await self.done.wait()
            except asyncio.CancelledError:
                self.given_up.append(things)
                raise
            return things

        async def told(made: object) -> None:
            self.told.append(made)

        self.aside.add(Errand(whose, things, make, tell or told))

    async def breath(self) -> None:
        for _ in range(5):
            await asyncio.sleep(0)


@asynccontextmanager
async def at_work():
    bench = Bench()
    async with asyncio.timeout(5), asyncio.TaskGroup() as tasks:
        tasks.create_task(bench.aside.run())
        yield bench
        bench.aside.stop()


async def test_each_is_made_beside_the_others_and_told():
    async with at_work() as bench:
        bench.wish("a", "ana")
        await bench.breath()
        bench.wish("b", "zana")
        await bench.breath()
        assert bench.begun == ["a", "b"]
        assert bench.aside.is_busy
        bench.done.set()
        await bench.breath()
        assert sorted(bench.told) == ["a", "b"]
        assert not bench.aside.is_busy


async def test_the_same_wish_again_is_made_once():
    async with at_work() as bench:
        for _ in range(3):
            bench.wish("a")
            await bench.breath()
        bench.done.set()
        await bench.breath()
        assert bench.told == bench.begun == ["a"]


async def test_another_wish_of_the_same_person_takes_its_place():
    async with at_work() as bench:
        for things in ("page 1", "pages 1 and 2"):
            bench.wish(things)
            await bench.breath()
        bench.done.set()
        await bench.breath()
        assert bench.given_up == ["page 1"]
        assert bench.told == ["pages 1 and 2"]


async def test_when_it_stops_what_is_being_made_is_given_up_and_what_is_being_told_is_told():
    bench, may_tell = Bench(), asyncio.Event()

    async def slowly(made: object) -> None:
        await may_tell.wait()
        bench.told.append(made)

    async with asyncio.timeout(5), asyncio.TaskGroup() as tasks:
        running = tasks.create_task(bench.aside.run())
        bench.done.set()
        bench.wish("told", "ana", tell=slowly)
        await bench.breath()
        bench.done.clear()
        bench.wish("made", "zana")
        await bench.breath()
        bench.aside.stop()
        await bench.breath()
        assert bench.given_up == ["made"]
        assert not running.done()
        may_tell.set()
    assert bench.told == ["told"]


async def test_what_breaks_is_told_and_what_cannot_be_told_breaks_nothing_else(caplog):
    bench = Bench()
    bench.done.set()

    async def broken(*_) -> None:
        raise RuntimeError("no room")

    async def told(made: object) -> None:
        bench.told.append(str(made))

    bench.aside.add(Errand("ana", 1, broken, told))
    bench.wish("b", "zana", tell=broken)
    bench.wish("c", "drita")
    await bench.aside.settle()
    assert bench.told == ["no room", "c"]
    assert "could not be told" in caplog.text


async def test_it_is_not_filled_without_end(monkeypatch, caplog):
    monkeypatch.setattr(aside_module, "MOST_WAITING", 2)
    bench = Bench()
    bench.done.set()
    for number in range(3):
        bench.wish(f"{number}", f"{number}")
    await bench.aside.settle()
    assert bench.begun == ["0", "1"]
    assert "one is given up" in caplog.text


@pytest.mark.parametrize("times", [1, 3])
async def test_what_is_wished_before_anybody_works_waits(times):
    bench = Bench()
    bench.done.set()
    for number in range(times):
        bench.wish(f"{number}", f"{number}")
    assert bench.begun == []
    await bench.aside.settle()
    assert len(bench.told) == times
