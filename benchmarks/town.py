"""A town on the disk to measure in: an institution, so many followers, and consultations, written in bulk."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Final

from bot.settings import Settings
from bot.setup import FirstInstitution, ensure_institution
from bot.wiring import SystemClock, open_database
from participation.clock import local_day, wall
from participation.consultations.model import Terms
from participation.consultations.plan import Plan
from participation.consultations.usecases import publish
from participation.ids import ConsultationId, InstitutionId, MunicipalityId
from participation.meetings.model import Venue
from participation.people.model import Followed, Language, Reach, Role
from storage.keys import create_key_file, read_key_file
from storage.vault import Vault

TOKEN: Final = "1000:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"  # noqa: S105  the simulator's, worth nothing
BOT: Final = 1000
OFFICER: Final = 900_000_001
FIRST_FOLLOWER: Final = 1_000_000
FIRST_SPEAKER: Final = 100_000_000
PERMET: Final = FirstInstitution("Bashkia Përmet", "Përmet", "PR", email="konsultime@permet.example")
UNLIMITED: Final = 100_000.0
"""A rate that never holds anything back."""
NEVER_QUIET: Final = "04:00:00.000000"
"""Quiet hours that begin and end at once: a measurement at night is one too."""


def settings_of(
    folder: Path, telegram: str = "http://127.0.0.1:1", per_second: float = 1000.0, database: str = ""
) -> Settings:
    """The settings of a town; a rate beyond what operators may set is one that never holds anything back."""
    said = {
        "token": TOKEN,
        "telegram_url": telegram,
        "database_url": database or f"sqlite:///{folder / 'bashke.sqlite3'}",
        "key_file": folder / "bashke.key",
    }
    settings = Settings.model_validate(said)  # without a look at the environment
    return settings.model_copy(update={"messages_per_second": per_second})


async def found(folder: Path, *, followers: int = 0, speakers: int = 0) -> ConsultationId:
    """A new town with its first consultation, announced to nobody yet; returns that consultation."""
    institution, home = await begin(folder)
    settle_people(folder, chats_of(followers, speakers), home, follow=followers)
    return await announce(folder, institution)


async def begin(folder: Path, database: str = "") -> tuple[InstitutionId, MunicipalityId]:
    """A new town, in which an officer lives and nobody else; returns its institution and where people will live."""
    folder.mkdir(parents=True, exist_ok=True)  # noqa: ASYNC240  nobody else waits here
    create_key_file(folder / "bashke.key")
    async with open_database(settings_of(folder, database=database)) as house:
        institution = await ensure_institution(PERMET, house)
        async with house.transaction() as work:
            home = (await work.places.institution(institution)).municipality
            officer = await work.addresses.person_at(BOT, OFFICER)
            await work.people.set_language(officer, Language.EN)
            await work.people.appoint(officer, institution, Role.COORDINATOR)
    assert home is not None
    return institution, home


def chats_of(followers: int, speakers: int) -> list[int]:
    """The followers' chats, then the speakers'."""
    return [*range(FIRST_FOLLOWER, FIRST_FOLLOWER + followers), *range(FIRST_SPEAKER, FIRST_SPEAKER + speakers)]


def vault_of(folder: Path) -> Vault:
    """What the town is sealed with."""
    return Vault(read_key_file(folder / "bashke.key"))


def settle_people(folder: Path, chats: Iterable[int], home: int, *, follow: int, first: int = 2**30) -> None:
    """Write people straight into the tables, the first so many of them as followers of their municipality."""
    vault = vault_of(folder)
    numbered = list(enumerate(chats, first))
    today = SystemClock().now().date().isoformat()
    with closing(sqlite3.connect(folder / "bashke.sqlite3")) as disk, disk:
        disk.execute("PRAGMA synchronous=OFF")
        disk.executemany(
            "INSERT INTO people (id, bot, language, municipality, unit, quiet_start, quiet_end, reach)"
            f" VALUES (?, {BOT}, '{Language.SQ.value}', ?, NULL, ?, ?, '{Reach.REACHABLE.value}')",
            ((number, home, NEVER_QUIET, NEVER_QUIET) for number, _ in numbered),
        )
        disk.executemany("INSERT INTO addresses (mark, person, sealed) VALUES (?, ?, ?)", addresses_of(numbered, vault))
        disk.executemany(
            f"INSERT INTO follows (person, what, subject, since) VALUES (?, '{Followed.MUNICIPALITY.value}', ?, ?)",
            ((number, home, today) for number, _ in numbered[:follow]),
        )


def addresses_of(numbered: Iterable[tuple[int, int]], vault: Vault) -> Iterator[tuple[str, int, bytes]]:
    """As `storage.desks.addresses` writes them, in the order of their marks."""
    yield from sorted(
        (vault.mark("address", f"{BOT}:{chat}"), number, vault.seal_text("address", str(chat), str(number)))
        for number, chat in numbered
    )


def plan(now: datetime) -> Plan:
    """A consultation with everything an announcement can hold."""
    today = local_day(now)
    terms = Terms(
        title="Plani Social 2024–2027",
        purpose="Bashkia vendos për shërbimet sociale të katër viteve të ardhshme në të gjitha njësitë.",
        deadline=today + timedelta(days=45),
        email="konsultime@permet.example",
        register_url="https://register.example/109",
        laws=("146/2014",),
    )
    return Plan(terms, (Venue(starts_at=wall(today + timedelta(days=20), time(11)), place="Salla e Këshillit"),))


async def announce(folder: Path, institution: InstitutionId | None = None, database: str = "") -> ConsultationId:
    """Publish one more consultation: its announcement is queued for all followers and nothing has left."""
    now = SystemClock().now()
    async with open_database(settings_of(folder, database=database)) as house:
        institution = institution or await ensure_institution(PERMET, house)
        async with house.transaction() as work:
            officer = await work.addresses.person_at(BOT, OFFICER)
            return await publish(
                plan(now), institution=institution, by=officer, at=None, overridden=(), uow=work, now=now
            )
