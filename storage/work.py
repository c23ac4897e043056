"""One transaction, and the desks that work in it."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import date

from participation import casebook, ledger, ports, posting, sorting
from participation.forum import ports as forums
from participation.meetings import ports as gatherings
from participation.offices import ports as offices
from participation.paperwork import ports as paperwork
from participation.programme import ports as programme
from storage.admin import Admin
from storage.connection import Connection, savepoint
from storage.desks.addresses import Addresses
from storage.desks.audit import Audit
from storage.desks.calendars import Calendars
from storage.desks.campaigns import Campaigns
from storage.desks.categories import Categories
from storage.desks.chain import Chain
from storage.desks.claiming import Claiming
from storage.desks.comments import Comments
from storage.desks.consultations import Consultations
from storage.desks.doors import Doors
from storage.desks.drafts import Drafts
from storage.desks.expanding import Expanding
from storage.desks.forums import Forums
from storage.desks.gates import Gates
from storage.desks.groups import Groups
from storage.desks.inbox import Inbox
from storage.desks.known import KnownProblems
from storage.desks.ledger import Ledger
from storage.desks.listeners import Listeners
from storage.desks.meetings import Meetings
from storage.desks.minutes import Records
from storage.desks.outbox import Outbox
from storage.desks.pending import PendingChanges
from storage.desks.people import People
from storage.desks.places import Places
from storage.desks.plans import Plans
from storage.desks.presence import Presence
from storage.desks.proofs import Proofs
from storage.desks.reports import Reports
from storage.desks.settling import Settling
from storage.desks.sweeper import Sweeper
from storage.desks.terms import Terms
from storage.desks.unveilings import Unveilings
from storage.desks.versions import Versions
from storage.desks.voices import Voices
from storage.desks.watch import Watch
from storage.dialect import AWAY
from storage.sheets import Sheets
from storage.vault import Vault


class Work:
    """Fulfils `participation.ports.UnitOfWork`, and what intake, dialogs and the queue need beside it."""

    def __init__(self, connection: Connection, vault: Vault, *, holidays: Mapping[date, str]) -> None:
        self._connection = connection
        self.people: ports.People = People(connection, vault)
        self.places: ports.Places = Places(connection, vault, holidays=holidays)
        self.consultations: ports.Consultations = Consultations(connection, vault)
        self.versions: ports.Versions = Versions(connection, vault)
        self.meetings: gatherings.Meetings = Meetings(connection, vault)
        self.doors: gatherings.Doors = Doors(connection, vault)
        self.presence: gatherings.Presence = Presence(connection, vault)
        self.minutes: gatherings.Records = Records(connection, vault)
        self.voices: gatherings.Voices = Voices(connection, vault)
        self.calendars: programme.Calendars = Calendars(connection, vault)
        self.plans: paperwork.Plans = Plans(connection, vault)
        self.forums: forums.Forums = Forums(connection, vault)
        self.proofs: forums.Proofs = Proofs(connection, vault)
        self.pending: offices.PendingChanges = PendingChanges(connection, vault)
        self.comments: ports.Comments = Comments(connection, vault)
        self.ledger: ledger.Ledger = Ledger(connection, vault)
        self.reports: casebook.Reports = Reports(connection, vault)
        self.unveilings: casebook.Unveilings = Unveilings(connection, vault)
        self.known: casebook.KnownProblems = KnownProblems(connection, vault)
        self.categories: sorting.Categories = Categories(connection, vault)
        self.groups: casebook.Groups = Groups(connection, vault)
        self._outbox = Outbox(connection, vault)
        self.outbox: posting.Outbox = self._outbox
        self.campaigns = Campaigns(connection, vault)
        self.listeners: posting.Listeners = Listeners(connection, vault)
        self.audit: ports.Audit = Audit(connection, vault)
        self.chain = Chain(connection, vault)
        self.drafts = Drafts(connection, vault)
        self.inbox = Inbox(connection, vault)
        self.addresses = Addresses(connection, vault)
        self.expanding = Expanding(connection, vault)
        self.claiming = Claiming(connection, vault)
        self.settling = Settling(connection, vault)
        self.gates = Gates(connection, vault)
        self.terms = Terms(connection, vault)
        self.sweeper = Sweeper(connection, vault)
        self.watch = Watch(connection, vault)
        self.admin = Admin(connection, vault)
        self.sheets = Sheets(connection, vault)

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """What is written inside is undone if an exception leaves it; the transaction goes on."""
        async with savepoint(self._connection):
            yield

    @property
    def queued_something(self) -> bool:
        """Whether a courier will find something that was not there before."""
        return self._outbox.queued_something or self.expanding.queued_something

    def is_lost(self, error: BaseException) -> bool:
        """Whether an exception means that the database is away, and not that one update is at fault."""
        return isinstance(error, AWAY) or self._connection.invalidated
