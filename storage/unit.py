"""One transaction, and the desks that work in it."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import date

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.admin import Admin
from storage.desks.addresses import Addresses
from storage.desks.audit import Audit
from storage.desks.claiming import Claiming
from storage.desks.comments import Comments
from storage.desks.consultations import Consultations
from storage.desks.drafts import Drafts
from storage.desks.expanding import Expanding
from storage.desks.gate import Gate
from storage.desks.inbox import Inbox
from storage.desks.listeners import Listeners
from storage.desks.meetings import Meetings
from storage.desks.outbox import Outbox
from storage.desks.people import People
from storage.desks.places import Places
from storage.desks.reports import Reports
from storage.desks.settling import Settling
from storage.vault import Vault


class Unit:
    """Fulfils `participation.ports.UnitOfWork`, and what intake, dialogs and the queue need beside it."""

    def __init__(self, connection: AsyncConnection, vault: Vault, *, holidays: Mapping[date, str]) -> None:
        self._connection = connection
        self.people = People(connection, vault)
        self.places = Places(connection, vault, holidays=holidays)
        self.consultations = Consultations(connection, vault)
        self.meetings = Meetings(connection, vault)
        self.comments = Comments(connection, vault)
        self.reports = Reports(connection, vault)
        self.outbox = Outbox(connection, vault)
        self.listeners = Listeners(connection, vault)
        self.audit = Audit(connection, vault)
        self.drafts = Drafts(connection, vault)
        self.inbox = Inbox(connection, vault)
        self.addresses = Addresses(connection, vault)
        self.expanding = Expanding(connection, vault)
        self.claiming = Claiming(connection, vault)
        self.settling = Settling(connection, vault)
        self.gate = Gate(connection, vault)
        self.admin = Admin(connection, vault)

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """What is written inside is undone if an exception leaves it; the transaction goes on."""
        async with self._connection.begin_nested():
            yield
