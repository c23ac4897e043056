"""A town for tests: the simulator's world, the real service behind its in-process door, and a clock moved by hand."""

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path
from typing import Any

from httpx import ConnectError
from telegram.error import NetworkError

from bot.demo.stage import Stage
from bot.settings import Settings
from bot.setup import FirstInstitution, ensure_institution, new_invitation
from bot.transport import AiohttpRequest
from bot.wiring import open_service
from delivery.channels.calls import NotSent
from participation.clock import HandClock, wall
from participation.consultations.model import Terms
from participation.consultations.plan import Plan
from participation.consultations.usecases import publish
from participation.ids import ConsultationId, InstitutionId
from participation.meetings.model import Venue
from participation.messages import Media
from participation.people.model import Role
from simulator.door import InProcess
from simulator.http import serving
from simulator.messages import Message
from simulator.people import Person
from simulator.world import World
from storage.database import nobody_listens
from storage.keys import create_key_file

TOKEN = "1000:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
MIDSUMMER = wall(date(2023, 6, 20), time(10))
PERMET = FirstInstitution("Bashkia Përmet", "Përmet", "PR", email="konsultime@permet.example")


class Road(InProcess):
    """Into a world, and it tells what never left, as the house's own road does."""

    async def do_request(self, *given: Any, **options: Any) -> tuple[int, bytes]:
        """Carry one request there and its answer back."""
        try:
            return await super().do_request(*given, **options)
        except NetworkError as error:
            if isinstance(error.__cause__, ConnectError):
                raise NotSent("ConnectError") from error
            raise


@dataclass
class Town(Stage):
    """The stage of a conversation test: one act of somebody, and all that follows from it."""

    institution: InstitutionId

    def newcomer(self, name: str = "Ana", language: str = "sq") -> Person:
        """Somebody who has never spoken with the bot."""
        return self.world.person(name, language_code=language)

    async def citizen(self, name: str = "Ana", language: str = "Shqip", place: str = "Përmet") -> Person:
        """Somebody who has chosen a language and a municipality."""
        person = self.newcomer(name)
        await self.start(person)
        await self.press(person, language)
        await self.say(person, place)
        await self.press(person, "bashki" if language == "Shqip" else "whole municipality")
        return person

    async def officer(
        self,
        name: str = "Era",
        language: str = "English",
        role: Role = Role.ADMIN,
        institution: str = PERMET.name,
    ) -> Person:
        """A coordinator who came by an invitation."""
        token = await new_invitation(self.service.database, self.clock, institution=institution, role=role)
        person = self.newcomer(name, "en")
        await self.start(person, f"ft_{token}")
        await self.press(person, language)
        return person

    async def start(self, person: Person, payload: str = "") -> Message:
        """Press START."""
        return await self.do(person, lambda: person.starts(self.bot, payload))

    async def say(self, person: Person, words: str) -> Message:
        """Write something."""
        return await self.do(person, lambda: person.says(self.bot, words))

    async def press(self, person: Person, label: str) -> Message:
        """Press a button."""
        return await self.do(person, lambda: person.presses(label, self.bot))

    def who_sees(self, people: Iterable[Person], words: str) -> dict[int, int]:
        """How many messages with these words each person has been sent."""
        return {person.id: sum(words in text for text in self.seen(person)) for person in people}

    async def do(self, person: Person, act: Callable[[], object]) -> Message:
        """Do something, let everything happen, and see the last message."""
        act()
        await self.settle()
        return self.heard(person)


@asynccontextmanager
async def open_town(
    folder: Path,
    *,
    url: str = "",
    clock: HandClock | None = None,
    world: World | None = None,
    on_commit: Callable[[str], None] = nobody_listens,
    over_http: bool = False,
    **changes: object,
) -> AsyncIterator[Town]:
    """A town in a folder; opened again in the same folder with the same world, it is the same town after a restart.

    Its service speaks with the world in process, or over HTTP as with Telegram.
    """
    clock = clock or HandClock(MIDSUMMER)
    world = world or World(now=clock.now)
    bot = next(iter(world.bots.values()), None) or world.add_bot(token=TOKEN, username="bashke_bot", name="Bashkë")
    tokens = ",".join(each.token for each in world.bots.values())
    key = folder / "bashke.key"
    if not key.exists():
        create_key_file(key)
    database = url or f"sqlite:///{folder / 'bashke.sqlite3'}"
    async with AsyncExitStack() as stack:
        if over_http:
            changes["telegram_url"] = (await stack.enter_async_context(serving(world))).root
        settings = Settings(_env_file=None, token=tokens, database_url=database, key_file=key, **changes)
        road: Callable[[], Any] = AiohttpRequest if over_http else lambda: Road(world)
        service = await stack.enter_async_context(open_service(settings, clock, road=road, on_commit=on_commit))
        institution = await ensure_institution(PERMET, service.database)
        yield Town(world, bot, service, clock, institution)


async def announce(
    town: Town,
    by: Person | None = None,
    *,
    venue: Venue | None = None,
    papers: tuple[Media, ...] = (),
    **changes: object,
) -> ConsultationId:
    """A published consultation on Përmet's social plan, delivered to everybody who follows the place."""
    officer = by or await town.officer("Zana")
    terms = Terms(
        title="Plani Social 2024–2027",
        purpose="Bashkia vendos për shërbimet sociale të katër viteve.",
        deadline=date(2023, 8, 18),
        email="konsultime@permet.example",
        register_url="https://register.example/109",
        laws=("146/2014",),
    )
    usual = Venue(starts_at=wall(date(2023, 7, 25), time(11)), place="Salla e Këshillit Bashkiak")
    plan = Plan(replace(terms, **changes), (venue or usual,), papers)
    async with town.service.database.transaction() as unit:
        person = await unit.addresses.find(town.bot.id, officer.id)
        assert person is not None
        consultation = await publish(
            plan, institution=town.institution, by=person, at=None, overridden=(), uow=unit, now=town.clock.now()
        )
    await town.settle()
    return consultation
