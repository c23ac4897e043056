"""The database: opens, migrates, and hands out units of work, one writer at a time."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, nullcontext
from typing import Any, TypeVar

from sqlalchemy import inspect, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.connection import Connection
from storage.dialect import AWAY, insert
from storage.dialects import dialect_of
from storage.duties import Duties
from storage.errors import InUse, TakenAway
from storage.holidays import PublicHolidays
from storage.hop import Undone, in_one_go, is_undone
from storage.queue import Queue
from storage.resealing import reseal
from storage.schema import upgrade
from storage.seed import seed
from storage.tables import notes
from storage.vault import Vault
from storage.work import Work

CHECK = "vault"

T = TypeVar("T")


OnCommit = Callable[[str], None]


def nobody_listens(_when: str) -> None:
    """Commits are of interest to crash tests only."""


class Database:
    """A database and the vault it is sealed with.

    `on_commit` is called with "before" and "after" around each commit: there a crash test pulls the plug.
    One that is not durable does not wait for the disk.
    """

    def __init__(self, url: str, vault: Vault, *, on_commit: OnCommit = nobody_listens, durable: bool = True) -> None:
        self._url = url
        self._durable = durable
        self._vault = vault
        self._on_commit = on_commit
        self._holidays = PublicHolidays()
        self._pen = asyncio.Lock()
        self._writers: set[asyncio.Task[object] | None] = set()
        self._engine: AsyncEngine | None = None
        self._dialect = dialect_of(url)
        self._file = self._dialect.file_of(url)
        self._opened: tuple[int, int] | None = None
        self._gone = asyncio.Event()
        self._duties = self._dialect.duties(url)

    async def open(self) -> None:
        """Connect, and make sure that the key belongs to what is there.

        Raises WrongKey otherwise, and OldSqlite where nothing could be kept.
        """
        self._dialect.check_version()
        self._engine = self._dialect.make_engine(self._url, durable=self._durable)
        self._opened = self._identity()
        async with self._reader() as connection:
            if await connection.run_sync(lambda sync: inspect(sync).has_table(notes.name)):
                await self._check_key(connection)

    async def close(self) -> None:
        """Let go of the files, of duties and connections."""
        await self._duties.close()
        if self._engine is not None:
            await self._engine.dispose()
            self._engine = None

    async def until_taken_away(self) -> None:
        """Wait as long as the file is where it was opened.

        Raises TakenAway once it is not: whoever works with it has to end.
        """
        await self._gone.wait()
        self._make_sure_it_is_there()

    async def migrate(self) -> None:
        """Bring the tables up to date and fill in what is still empty; harmless when repeated."""
        async with (
            self._pen,
            self._connected().connect() as connection,
            self._dialect.rebuilding(connection),
            self._begun(connection),
        ):
            await connection.run_sync(upgrade, self._vault)
            await self._check_key(connection)
            await self._leave_check(connection)
            await seed(connection, self._dialect)
            await self._dialect.check_ties(connection)
            self._on_commit("before")
        self._on_commit("after")

    async def make_sure_we_are_alone(self) -> None:
        """Raise InUse where another process has it open: it knows the keys of before only."""
        async with self._reader() as connection:
            await self._check_alone(connection)

    async def reseal(self) -> int:
        """Seal all anew with the first key, all of it or nothing; returns how many seals were made.

        Raises InUse where another process has it open. One that comes later waits for the pen and finds the new seals.
        """
        fresh = self._vault.renewed()
        async with self._pen, self._begin() as connection:
            count = await reseal(connection, self._vault, fresh)
            self._vault = fresh
            await connection.execute(notes.delete().where(notes.c.name == CHECK))
            await self._leave_check(connection)
            await self._check_alone(connection)
        async with self._pen:
            await self._clean(rebuild=True)
        return count

    @asynccontextmanager
    async def transaction(self, *, pen: bool = True) -> AsyncIterator[Work]:
        """A unit of work that is committed at the end, and undone if an exception leaves it.

        With the pen, nobody else writes who has it too, in whatever process; without, on PostgreSQL, others do.
        Raises RuntimeError inside another one of the same task, which would wait for itself for ever.
        """
        async with self._turn(pen=pen):
            async with self._connected().connect() as connection, self._writing(connection, pen=pen) as work:
                yield work
            await self._committed(work)

    async def perform(self, do: Callable[[Work], Coroutine[Any, Any, T]]) -> T:
        """Do a piece of work in a transaction, in one go: it may wait for nothing but this database."""

        async def whole(there: Connection) -> tuple[Work, T]:
            async with self._writing(there) as work:
                return work, await do(work)

        async with self._turn():
            async with self._connected().connect() as connection:
                work, done = await in_one_go(connection, whole)
            await self._committed(work)
        return done

    async def look(self, do: Callable[[Work], Coroutine[Any, Any, T]]) -> T:
        """The same, only reading."""

        async def whole(there: Connection) -> T:
            async with self._only_reading(there) as work:
                return await do(work)

        async with self._reader() as connection:
            return await in_one_go(connection, whole)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Work]:
        """A unit of work that only reads, beside whoever writes; what it would write is undone."""
        async with self._reader() as connection, self._only_reading(connection) as work:
            yield work

    @asynccontextmanager
    async def _turn(self, *, pen: bool = True) -> AsyncIterator[None]:
        """The turn of this task to write."""
        this = asyncio.current_task()
        if this in self._writers:
            raise RuntimeError("A transaction inside a transaction: use a savepoint.")
        async with self._pen if pen or self._dialect.one_writer else nullcontext():
            self._writers.add(this)
            try:
                yield
            except TakenAway:
                self._gone.set()
                raise
            finally:
                self._writers.discard(this)

    @asynccontextmanager
    async def _writing(self, connection: Connection, *, pen: bool = True) -> AsyncIterator[Work]:
        async with self._begun(connection, pen=pen):
            work = Work(connection, self._vault, holidays=self._holidays)
            yield work
            if work.queued_something:
                await self._dialect.ring(connection)
            self._on_commit("before")

    @asynccontextmanager
    async def _begun(self, connection: Connection, *, pen: bool = True) -> AsyncIterator[None]:
        """A transaction that is committed at the end, if it and the file are there still."""
        async with connection.begin():
            if pen:
                await self._dialect.take_pen(connection)
            yield
            self._make_sure_it_is_there()
            if is_undone(connection):
                raise Undone

    async def _committed(self, work: Work) -> None:
        self._on_commit("after")
        await self._clean(rebuild=work.sweeper.is_first_of_day, log=work.sweeper.empties_log)

    @asynccontextmanager
    async def _reader(self) -> AsyncIterator[AsyncConnection]:
        async with self._connected().connect() as connection:
            await connection.execution_options(**self._dialect.reading)
            yield connection

    @asynccontextmanager
    async def _only_reading(self, connection: Connection) -> AsyncIterator[Work]:
        async with connection.begin():
            yield Work(connection, self._vault, holidays=self._holidays)
            await connection.rollback()

    async def answers(self) -> bool:
        """Whether it can be read."""
        try:
            async with self._reader() as connection:
                await connection.execute(select(notes.c.name).limit(1))
        except AWAY:
            return False
        return self._identity() == self._opened

    @property
    def duties(self) -> Duties:
        """Who does what, among the processes that share this database."""
        return self._duties

    async def listen(self, kick: Callable[[], None]) -> None:
        """Pass on that another process has queued something, until cancelled."""
        await self._dialect.listen(self._url, kick)

    def queue(self, bot: int) -> Queue:
        """The outbox of a bot, for one courier of it."""
        return Queue(bot, self)

    async def _clean(self, *, rebuild: bool = False, log: bool = True) -> None:
        if rebuild:
            await self._dialect.rebuild(self._connected())
        if log:
            await self._dialect.empty_log(self._connected())

    def _identity(self) -> tuple[int, int] | None:
        """Which file lies there now, whatever its name."""
        try:
            found = self._file.stat() if self._file is not None else None
        except FileNotFoundError:
            return None
        return None if found is None else (found.st_dev, found.st_ino)

    def _make_sure_it_is_there(self) -> None:
        """Writing to a file that was deleted or moved works as ever, and nobody finds again what was written."""
        if self._file is not None and self._identity() != self._opened:
            raise TakenAway(self._file)

    def _connected(self) -> AsyncEngine:
        if self._engine is None:
            raise RuntimeError("The database is not open.")
        return self._engine

    @asynccontextmanager
    async def _begin(self) -> AsyncIterator[AsyncConnection]:
        """A transaction of the house itself."""
        async with self._connected().connect() as connection, self._begun(connection):
            yield connection

    async def _check_key(self, connection: AsyncConnection) -> None:
        kept = (await connection.execute(select(notes.c.value).where(notes.c.name == CHECK))).scalar()
        if kept is not None:
            marks = self._vault.open_text(CHECK, bytes.fromhex(kept), CHECK)
            self._vault = self._vault.marking_like(CHECK, marks)

    async def _check_alone(self, connection: AsyncConnection) -> None:
        if await self._dialect.others(connection):
            raise InUse

    async def _leave_check(self, connection: AsyncConnection) -> None:
        sealed = self._vault.seal_text(CHECK, self._vault.example(CHECK), CHECK).hex()
        await connection.execute(insert(notes).values(name=CHECK, value=sealed).on_conflict_do_nothing())
