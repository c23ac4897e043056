"""A safety desk when it is full: how long an officer waits, beside the same rows read or written plainly.

The reports come in, are read and are joined through the use cases that conversations call. Then each figure is taken in
copies of that house, in SQLite's thread as intake works, through the handlers where there is a screen.
"""

import asyncio
import shutil
import sqlite3
import time as stopwatch
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache, partial
from itertools import count, cycle
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final

from benchmarks.figures import Measured, Scale
from benchmarks.town import BOT, FIRST_SPEAKER, OFFICER, begin, settings_of, settle_people, vault_of
from bot.office import OfficeScribe, PrintingOffice
from bot.setup import new_token
from bot.wiring import DeepLinks, open_database
from handlers.commands.casework import report as page
from handlers.commands.inbox import inbox, reports
from handlers.turns import House, Talk
from locales.texts import texts_in
from participation import desk_actions
from participation.clock import wall
from participation.ids import PersonId, ReportId, UnitId
from participation.people.model import Language
from participation.reports.casework import carry_out, read
from participation.reports.known import concern, make_known
from participation.reports.life import Act
from participation.reports.model import Account, Deed, Outcome, Spot, View
from participation.reports.raising import raise_unread
from participation.reports.usecases import report
from storage.database import Database
from storage.vault import Vault
from storage.work import Work

TODAY: Final = date(2026, 3, 4)
NOW: Final = wall(TODAY, time(11, 30))
"""On a working day, for what is not urgent is raised on no other."""
LAST: Final = TODAY - timedelta(days=7)
"""The day on which the last came: who has not read it by now is late."""
A_DAY: Final = 100
OFTEN: Final = 5
"""So often each screen is opened in a round."""
FIRST_CITIZEN: Final = 2**30
CATEGORIES: Final = ("street", "traffic", "noise", "environment")
TELLS: Final = 90
"""Words of a report."""
VOCABULARY: Final = (
    "rruga ndriçimi shkolla trotuari gropa uji kanali mbeturina lagjja parku natën fëmijët kalimi semafori ura pallati "
    "muri shtylla kabllo qentë zhurma makina shpejtësia kryqëzimi stacioni lumi pema çatia gardhi sheshi"
)
HOUSE: Final = House(PrintingOffice(), OfficeScribe("bench"), DeepLinks("bench"), new_token, "bench")
DUES: Final = "SELECT id, receipt, due FROM reports WHERE state NOT IN ('closed', 'joined')"
ACCOUNTS: Final = "SELECT id, receipt, account FROM reports"
POOL: Final = "SELECT * FROM reports WHERE state NOT IN ('closed', 'joined') ORDER BY id DESC LIMIT 200"
PURPOSES: Final = {"account": "report", "due": "due"}
"""For what each column is sealed."""
WRITTEN: Final = 1000
"""So many are written plainly to know how long one takes."""

Do = Callable[[Work], Coroutine[Any, Any, object]]
Show = Callable[[Talk], Coroutine[Any, Any, object]]


@dataclass(frozen=True)
class Desk:
    """A full house: who sits there, the report that leads, and the row of one category."""

    officer: PersonId
    lead: ReportId
    category: int


@dataclass(frozen=True)
class Took:
    """Milliseconds by the clock, and of the processor's time: the steadier of the two where others work as well."""

    waited: float
    worked: float

    def over(self, times: int) -> "Took":
        """A part of it."""
        return Took(self.waited / times, self.worked / times)


def middle(seen: Sequence[Took]) -> Took:
    """The medians."""
    return Took(median(one.waited for one in seen), median(one.worked for one in seen))


@dataclass(frozen=True)
class Timed:
    """A stopwatch that runs since it was made."""

    began: float = field(default_factory=stopwatch.perf_counter)
    worked: float = field(default_factory=stopwatch.process_time)

    def took(self) -> Took:
        """How long it has run."""
        return Took((stopwatch.perf_counter() - self.began) * 1000, (stopwatch.process_time() - self.worked) * 1000)


@dataclass(frozen=True)
class Waits:
    """What each thing took, medians, and how the house was filled."""

    took: Mapping[str, Took]
    filled: str

    def over(self, what: str, floor: str, means: str, times: int = 1) -> Measured:
        """One thing over its floor, so many times; the ratio is of the processor's time."""
        whole, least = self.took[what], self.took[floor].worked * times
        said = f"{whole.waited:.0f} ms, of which worked {whole.worked:.0f}; floor {least:.1f} ms: {means}"
        return Measured(whole.worked / least, f"{self.filled}: {said}")


def desk_inbox(scale: Scale) -> Measured:
    """Opening the inbox over looking by when each is due."""
    return waits(scale).over("inbox", "dues", "by when each open one is due, read and unsealed")


def desk_narrowed(scale: Scale) -> Measured:
    """Opening what the inbox has of a category over looking into all."""
    return waits(scale).over("narrowed", "accounts", "all that was told, read and unsealed: there stands the category")


def desk_page(scale: Scale) -> Measured:
    """Opening a report over looking into those that it is compared with."""
    return waits(scale).over("page", "pool", "the 200 newest open ones read and unsealed: those it is compared with")


def desk_close(scale: Scale) -> Measured:
    """Closing one that leads over writing down what belongs to each that is joined to it."""
    return waits(scale).over("close", "row", f"three sealed rows for each of {scale.joined}, in one go", scale.joined)


def desk_raise(scale: Scale) -> Measured:
    """Raising what nobody has read over writing down what belongs to each."""
    late = scale.reports // 2
    return waits(scale).over("raise", "row", f"three sealed rows for each of {late}, in one go", late)


@cache
def waits(scale: Scale) -> Waits:
    """All of them in one run, in turn."""
    seen: dict[str, list[Took]] = {}
    with TemporaryDirectory() as folder:
        full = Path(folder) / "full"
        began = stopwatch.monotonic()
        desk = asyncio.run(fill(full, scale))
        built = stopwatch.monotonic() - began
        for number in range(scale.rounds):
            here = Path(folder) / str(number)
            shutil.copytree(full, here)
            for name, took in (*plainly(here), *asyncio.run(waited(here, desk))):
                seen.setdefault(name, []).append(took)
            shutil.rmtree(here)
    filled = (
        f"{scale.reports:,} open reports, every other one unread and late, and {scale.joined} joined to one, "
        f"written in {built:.0f} s; medians of {scale.rounds} rounds"
    )
    return Waits({name: middle(found) for name, found in seen.items()}, filled)


async def fill(folder: Path, scale: Scale) -> Desk:
    """A house in which so many reports came in, some each day; the first leads, and concerns others too."""
    institution, home = await begin(folder)
    citizens = scale.reports + scale.joined
    settle_people(folder, range(FIRST_SPEAKER, FIRST_SPEAKER + citizens), home, follow=0, first=FIRST_CITIZEN)
    authors = map(PersonId, count(FIRST_CITIZEN))
    async with open_database(settings_of(folder), durable=False) as database:
        async with database.reading() as work:
            officer = await work.addresses.person_at(BOT, OFFICER)
            stories = told([one.id for one in await work.places.units(home)])
            [category] = [row.id for row in await work.categories.of(institution) if row.code == CATEGORIES[0]]

        async def come(day: datetime, many: int, work: Work) -> Sequence[ReportId]:
            """What comes in on a day; an officer reads every other one."""
            there = [
                (await report(next(stories), to=institution, by=next(authors), uow=work, now=day)).id
                for _ in range(many)
            ]
            for one in there[::2]:
                await read(one, by=officer, uow=work, now=day)
            return there

        async def join(lead: ReportId, day: datetime, many: int, work: Work) -> None:
            """Those whom it concerns too."""
            if await work.known.about(lead) is None:
                await make_known(lead, "Rruga është e errët.", by=officer, uow=work, now=day)
            known = await work.known.about(lead)
            assert known is not None
            for _ in range(many):
                await concern(known.id, Account(known.category), by=next(authors), uow=work, now=day)

        [lead, *_] = [(await database.perform(partial(come, *day)))[0] for day in days(scale.reports)]
        for day, many in days(scale.joined):
            await database.perform(partial(join, lead, day + timedelta(hours=1), many))
    return Desk(officer, lead, category)


def days(many: int) -> Sequence[tuple[datetime, int]]:
    """On which days so many come, the last one last; an institution takes only so many in a day."""
    parts = [min(A_DAY, many - start) for start in range(0, many, A_DAY)]
    return [(wall(LAST - timedelta(days=len(parts) - n), time(11, 30)), part) for n, part in enumerate(parts, 1)]


def told(units: Sequence[UnitId]) -> Iterator[Account]:
    """What people tell, of one category after the other; the same in every run."""
    dice, words = Random(1), VOCABULARY.split()  # noqa: S311  no secret
    for category in cycle(CATEGORIES):
        spot = Spot(dice.choice(units), latitude=40.23 + dice.random() / 50, longitude=20.35 + dice.random() / 50)
        yield Account(category, " ".join(dice.choices(words, k=TELLS)), spot=spot)


async def waited(folder: Path, desk: Desk) -> Sequence[tuple[str, Took]]:
    """What each took; what changes most comes last."""
    screens: Mapping[str, Show] = {
        "inbox": lambda talk: reports(talk, desk_actions.ShowReports()),
        "narrowed": lambda talk: inbox(talk, desk_actions.ShowInbox(View.ALL.value, desk.category)),
        "page": lambda talk: page(talk, desk_actions.ShowReport(desk.lead)),
    }
    async with open_database(settings_of(folder)) as database:
        found = [(name, await _seen(database, show, desk.officer)) for name, show in screens.items()]
        closed = await _timed(database, lambda work: close(desk, work))
        return [*found, ("close", closed), ("raise", await _raised(database))]


async def close(desk: Desk, work: Work) -> None:
    """Close the one that leads, and with it those that are joined to it."""
    solved = Deed(Act.CLOSE, outcome=Outcome.SOLVED)
    await carry_out(desk.lead, solved, by=desk.officer, uow=work, now=NOW)


async def _raised(database: Database) -> Took:
    """The metronome does it in a transaction that waits for each statement."""
    watch = Timed()
    async with database.transaction() as work:
        await raise_unread(uow=work, now=NOW)
    return watch.took()


async def _seen(database: Database, show: Show, officer: PersonId) -> Took:
    """How long it takes to open a screen, as it is opened again and again."""

    async def shown(work: Work) -> None:
        person, offices = await work.people.get(officer), await work.people.offices(officer)
        await show(Talk(person, offices, texts_in(Language.EN), work, HOUSE, NOW, NOW, stamp="bench"))

    return middle([await _timed(database, shown) for _ in range(OFTEN)])


async def _timed(database: Database, do: Do) -> Took:
    watch = Timed()
    await database.perform(do)
    return watch.took()


def plainly(folder: Path) -> Iterator[tuple[str, Took]]:
    """What the floors take: rows read and unsealed, or sealed and written, and nothing else."""
    vault = vault_of(folder)
    with closing(sqlite3.connect(folder / "bashke.sqlite3")) as disk:
        disk.row_factory = sqlite3.Row
        yield "dues", _opened(disk, DUES, ("due",), vault)
        yield "accounts", _opened(disk, ACCOUNTS, ("account",), vault)
        yield "pool", _opened(disk, POOL, ("account", "due"), vault)
        yield "row", _written(disk, vault).over(WRITTEN)


def _opened(disk: sqlite3.Connection, rows: str, sealed: Sequence[str], vault: Vault) -> Took:
    """As often as screens are opened."""
    seen = []
    for _ in range(OFTEN):
        watch = Timed()
        for row in disk.execute(rows):
            for name in sealed:
                vault.open(PURPOSES[name], row[name], row["receipt"])
        seen.append(watch.took())
    return middle(seen)


def _written(disk: sqlite3.Connection, vault: Vault) -> Took:
    """A table of its own takes them: nothing of ours is in the way."""
    disk.execute("CREATE TABLE plain (id INTEGER PRIMARY KEY, sealed BLOB)")
    watch = Timed()
    for number in range(WRITTEN):
        for _ in range(3):
            disk.execute("INSERT INTO plain (sealed) VALUES (?)", (vault.seal("entry", b"0" * 200, str(number)),))
    disk.commit()
    took = watch.took()
    disk.execute("DROP TABLE plain")
    disk.commit()
    return took
