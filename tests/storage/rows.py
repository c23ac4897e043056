"""What tests of the storage begin with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path

from participation.campaigns import Audience
from participation.comments.model import ANONYMOUS, NewComment, Signature, Words
from participation.consultations.model import Stage, Terms
from participation.ids import ConsultationId, InstitutionId, MeetingId, MunicipalityId, PersonId
from participation.letters import Announced, Lane, Reply
from participation.meetings.model import Venue
from participation.messages import Message
from participation.people.model import Followed
from participation.post import Parcel
from storage.database import Database
from storage.keys import Key
from storage.queue import Queue
from storage.vault import Vault

NOW = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=30)
LEASE = timedelta(seconds=60)
VAULT = Vault([Key(b"test", bytes(range(32)))])
BOT = 7_000_000_001


def url_of(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


@dataclass
class House:
    database: Database
    municipality: MunicipalityId
    institution: InstitutionId
    consultation: ConsultationId
    meeting: MeetingId

    @classmethod
    async def built(cls, database: Database) -> "House":
        async with database.transaction() as uow:
            municipality = await uow.admin.municipality_named("Përmet")
            institution = await uow.admin.add_institution("Bashkia Përmet", municipality="Përmet", prefix="PR")
            terms = Terms("Plani social", deadline=date(2026, 12, 3))
            consultation = await uow.consultations.add(institution, terms, stage=Stage.OPEN, publish_at=NOW)
            meeting = await uow.meetings.add(consultation, Venue(NOW + timedelta(days=10), "Salla e bashkisë"))
        return cls(database, municipality, institution, consultation, meeting)

    @cached_property
    def queue(self) -> Queue:
        return self.database.queue(BOT)

    async def person(self, chat: int = 1) -> PersonId:
        return (await self.people(1, first=chat))[0]

    async def people(self, count: int, *, first: int = 1) -> list[PersonId]:
        async with self.database.transaction() as uow:
            return [await uow.addresses.person_at(BOT, chat) for chat in range(first, first + count)]

    async def followers(self, count: int, *, first: int = 1) -> list[PersonId]:
        people = await self.people(count, first=first)
        async with self.database.transaction() as uow:
            for person in people:
                await uow.people.follow(person, Followed.MUNICIPALITY, self.municipality, LONG_AGO.date())
        return people

    @property
    def audience(self) -> Audience:
        return Audience(self.consultation, self.municipality)

    @property
    def announced(self) -> Announced:
        return Announced(self.consultation)

    def comment(self, author: PersonId, text: str = "Na duhet një rrugë.", *, number: int = 1) -> NewComment:
        return self.signed_comment(author, Words(text), ANONYMOUS, number=number)

    def signed_comment(
        self, author: PersonId, words: Words, signature: Signature, *, number: int = 1, left_at: datetime = NOW
    ) -> NewComment:
        receipt = f"PR-2026-{number:04}"
        return NewComment(
            receipt, self.consultation, author, words, signature, left_at=left_at, read_at=left_at, late=False
        )

    async def say(
        self,
        to: PersonId,
        text: str = "Mirë",
        *,
        lane: Lane = Lane.REPLY,
        due_at: datetime = NOW,
        key: str | None = None,
        turn: str = "",
    ) -> bool:
        async with self.database.transaction() as uow:
            if turn:
                await uow.outbox.make_room(to)
            return await uow.outbox.add(Reply(Message(text), turn=turn), to=to, lane=lane, due_at=due_at, key=key)

    async def shred(self) -> None:
        async with self.database.transaction() as uow:
            await uow.sweeper.shred()

    async def claim(self, now: datetime = NOW, limit: int = 100, others: int = 0) -> Sequence[Parcel]:
        return await self.queue.claim(now, limit=limit, others=others, lease=LEASE)


def texts(parcels: Sequence[Parcel]) -> list[str]:
    return [parcel.letter.message.body for parcel in parcels if isinstance(parcel.letter, Reply)]
