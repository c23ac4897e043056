"""All that is said differently to PostgreSQL, which several processes share: the pen, the bell, the nightly rebuild.

The rules were written for one writer at a time. So whoever writes takes the pen first, an advisory lock that ends with
the transaction. A session that is stuck, or whose machine is gone, loses pen and duties within seconds.
"""

import asyncio
import logging
import re
import secrets
import socket
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from pathlib import Path
from typing import Any, Final

import asyncpg
from sqlalchemy import Table, event, func, make_url, select, text
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.connection import Connection
from storage.duties import Duties
from storage.roster import GONE, Roster
from storage.tables import metadata

log = logging.getLogger(__name__)

SETTINGS: Final = {
    "timezone": "UTC",
    "idle_in_transaction_session_timeout": "10s",
    "tcp_keepalives_idle": "4",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "3",
}
KEEPALIVES: Final = {"TCP_KEEPIDLE": 4, "TCP_KEEPINTVL": 2, "TCP_KEEPCNT": 3}
"""The same on our side: ten seconds after the other machine has gone silent we know."""
PATIENCE: Final = 10.0
"""Seconds for a connection to be made."""
REST: Final = 2.0
"""Seconds before the bell is looked for again."""
PEN: Final = func.pg_advisory_xact_lock(0x6261, 1)
OTHERS: Final = text(
    "SELECT count(DISTINCT application_name) FROM pg_stat_activity"
    " WHERE datname = current_database() AND application_name LIKE 'bashke %' AND application_name <> :ours"
)
BELL: Final = "bashke"
AWAY_STATES: Final = ("08", "0A000", "25006", "25P03", "28", "3D", "40", "53", "55P03", "57", "58")
"""What begins the codes that tell of the server, or of others who write, and not of what was asked: shut or shutting,
a plan that a migration made void, a standby, no entry, a deadlock, no room, no disk."""


class Postgres:
    """Fulfils `storage.dialect.Dialect` with a server."""

    one_writer: bool = False
    reading: Mapping[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}

    def __init__(self) -> None:
        self._name = f"bashke {secrets.token_hex(8)}"
        """Of this process, on all its sessions: who hangs loses them all. Our own ring we need not hear."""

    def check_version(self) -> None:
        """Each that still gets repairs will do."""

    def name_of(self, url: str) -> str:
        """Its address without the password."""
        return make_url(url).render_as_string(hide_password=True)

    def file_of(self, url: str) -> Path | None:  # noqa: ARG002, RUF100
        """It is none."""
        return None

    def make_engine(self, url: str, *, durable: bool) -> AsyncEngine:
        """An engine with a few connections, each tried before it is used."""
        engine = create_async_engine(
            "postgresql+asyncpg://",
            async_creator=lambda *_, **__: connect(url, self._name, durable=durable),
            hide_parameters=True,
            pool_pre_ping=True,
            pool_size=5,
            max_overflow=5,
        )
        event.listen(engine.sync_engine, "handle_error", _tell_away, retval=True)
        return engine

    async def take_pen(self, connection: Connection) -> None:
        """Wait for all others who write with the pen, in any process."""
        await connection.execute(select(PEN))

    async def count_on(self, connection: AsyncConnection, table: Table) -> None:
        """Let the sequence of a table go on behind the highest number in it."""
        key = table.autoincrement_column
        if key is not None:
            sequence = func.pg_get_serial_sequence(table.name, key.name)
            await connection.execute(select(func.setval(sequence, func.max(key))).where(key.is_not(None)))

    def rebuilding(self, connection: AsyncConnection) -> AbstractAsyncContextManager[None]:
        """It changes tables where they are."""
        return nullcontext()

    async def check_ties(self, connection: AsyncConnection) -> None:
        """It minds them all the time."""

    async def rebuild(self, engine: AsyncEngine) -> None:
        """Write every table anew, in the order of its keys, with one transaction as the maker of all rows.

        Which rows were written together, when, and what was deleted is not to be seen in the new files.
        """
        async with engine.begin() as connection:
            await self.take_pen(connection)
            for table in metadata.sorted_tables:
                key = next(iter(table.primary_key))
                await connection.execute(table.update().values({key: key}))
        async with engine.connect() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            for table in metadata.sorted_tables:
                await connection.execute(text(f'CLUSTER "{table.name}" USING "{table.primary_key.name}"'))
            await connection.execute(text("ANALYZE"))

    async def empty_log(self, engine: AsyncEngine) -> None:
        """It cannot be had: PostgreSQL keeps its log as long as it needs it."""

    async def others(self, connection: AsyncConnection) -> int:
        """Each has a name of its own on its sessions, and at least one session as long as it has the database open."""
        return int((await connection.execute(OTHERS, {"ours": self._name})).scalar_one())

    def duties(self, url: str) -> Duties:
        """A roster that all processes see."""
        return Roster(lambda: connect(url, self._name))

    async def ring(self, connection: Connection) -> None:
        """Tell the other processes, once this is committed, that something was queued."""
        await connection.execute(select(func.pg_notify(BELL, self._name)))

    async def listen(self, url: str, kick: Callable[[], None]) -> None:
        """Pass on every ring of others, until cancelled; after a silence we kick, for nobody knows what we missed."""
        while True:
            with suppress(*GONE):
                await self._listen(url, kick)
            await asyncio.sleep(REST)

    async def _listen(self, url: str, kick: Callable[[], None]) -> None:
        gone = asyncio.Event()
        connection = await connect(url, self._name)
        try:
            connection.add_termination_listener(lambda _: gone.set())
            await connection.add_listener(BELL, lambda *heard: None if heard[-1] == self._name else kick())
            kick()
            await gone.wait()
        finally:
            connection.terminate()


POSTGRES: Final = Postgres()


async def connect(url: str, name: str, *, durable: bool = True) -> Any:
    """A prepared connection of a process; where nobody answers, that is said as PostgreSQL itself would."""
    settings = SETTINGS | {"application_name": name} | ({} if durable else {"synchronous_commit": "off"})
    try:
        connection = await asyncpg.connect(_plain(url), timeout=PATIENCE, server_settings=settings)
    except OSError as error:
        raise asyncpg.ClientCannotConnectError(type(error).__name__) from error
    _keep_alive(connection)
    return connection


def _plain(url: str) -> str:
    """The address as everybody writes it."""
    return re.sub(r"^postgresql\+asyncpg:", "postgresql:", url)


def _keep_alive(connection: Any) -> None:
    line = connection._transport.get_extra_info("socket")
    if line.family in {socket.AF_INET, socket.AF_INET6}:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for name, value in KEEPALIVES.items():
            if hasattr(socket, name):
                line.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)


def _tell_away(context: ExceptionContext) -> DBAPIError | None:
    """Everything that tells of the server is an OperationalError, as with SQLite; the driver has no such kind."""
    error = context.sqlalchemy_exception
    if not isinstance(error, DBAPIError):
        return None
    state = getattr(error.orig, "sqlstate", None) or ""
    if not (context.is_disconnect or state.startswith(AWAY_STATES)):
        return None
    assert error.orig is not None
    return OperationalError(
        error.statement,
        error.params,
        error.orig,
        hide_parameters=True,
        connection_invalidated=context.is_disconnect,
    )
