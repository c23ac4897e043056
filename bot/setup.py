"""Setting the house up: the key, the database, the first institution, invitations."""

import re
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from bot.lock import database_file
from bot.settings import Settings
from participation.clock import Clock
from participation.ids import InstitutionId
from participation.people.model import Role
from participation.people.usecases import invite
from participation.places import Institution
from participation.words import fold
from storage.database import Database
from storage.keys import create_key_file
from storage.seed import lines_of
from storage.unit import Unit

TOKEN_BYTES = 12


class CannotBegin(Exception):  # noqa: N818  the name says it
    """What was given cannot be used; each problem is a line."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def new_token() -> str:
    """A secret that nobody guesses, short enough for a link."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def make_key(settings: Settings) -> bool:
    """Make the key file unless there is one; returns whether it is new."""
    if settings.key_file.exists():
        return False
    create_key_file(settings.key_file)
    return True


@dataclass(frozen=True)
class FirstInstitution:
    """What has to be known of an institution to begin."""

    name: str
    municipality: str | None
    prefix: str
    email: str | None = None
    office_hours: str | None = None
    register_url: str | None = None


def municipality_called(name: str) -> str | None:
    """The municipality of this name as it is written properly, however it was typed."""
    known = {fold(line["name"]): line["name"] for line in lines_of("municipalities")}
    return known.get(fold(name))


Fits = Callable[[str], object]
CHECKS: Final[tuple[tuple[str, str, Fits, str], ...]] = (
    ("name", "--institution", str.strip, "it is missing"),
    ("municipality", "--municipality", municipality_called, "`bashke places` lists them all"),
    ("prefix", "--prefix", re.compile(r"[A-Z]{1,6}").fullmatch, "one to six letters from A to Z"),
    ("email", "--email", re.compile(r"[^@\s]+@[^@\s]+").fullmatch, "an e-mail address has a name, an @ and a place"),
    ("register_url", "--register-url", re.compile(r"https?://\S+").fullmatch, "it begins with https:// or http://"),
)


def checked(wanted: FirstInstitution, settings: Settings) -> FirstInstitution:
    """The same with its municipality written properly.

    Raises CannotBegin with every problem at once; nothing has been written then.
    """
    problems = [*_unfit(wanted), *_in_the_way(settings)]
    if problems:
        raise CannotBegin(problems)
    home = wanted.municipality and municipality_called(wanted.municipality)
    return replace(wanted, municipality=home)


def _unfit(wanted: FirstInstitution) -> Iterator[str]:
    for field, option, fits, sentence in CHECKS:
        given = getattr(wanted, field)
        if given is not None and not fits(given):
            yield f"{option}: {sentence}" + (f", not {given!r}" if given else "")


def _in_the_way(settings: Settings) -> Iterator[str]:
    """What keeps the key and the database from being made."""
    database = database_file(settings.database_url)
    if database is not None and database.exists() and not settings.key_file.exists():
        yield f"{database}: this database was sealed with another key; put its key back as {settings.key_file}"
    for folder in {path.parent: None for path in (settings.key_file, database) if path is not None}:
        if not Path(folder).is_dir():
            yield f"{folder}: there is no such folder"


async def found(wanted: FirstInstitution, database: Database) -> InstitutionId:
    """Write an institution down; one of the same name is left as it is.

    Raises CannotBegin where the name or the letters already stand for something else.
    """
    async with database.transaction() as unit:
        for known in await unit.places.institutions():
            if _is_there(wanted, known):
                return known.id
        return await unit.admin.add_institution(
            wanted.name,
            municipality=wanted.municipality,
            prefix=wanted.prefix,
            email=wanted.email,
            office_hours=wanted.office_hours,
            register_url=wanted.register_url,
        )


def _is_there(wanted: FirstInstitution, known: Institution) -> bool:
    match fold(known.name) == fold(wanted.name), known.prefix == wanted.prefix:
        case True, False:
            raise CannotBegin([f"--prefix: {known.name} is here already, with the letters {known.prefix}"])
        case False, True:
            raise CannotBegin([f"--prefix: the letters {known.prefix} belong to {known.name}"])
        case same, _:
            return same


async def new_invitation(database: Database, clock: Clock, *, institution: str | None, role: Role) -> str:
    """A one-time token for an office; without a name the only institution is meant.

    Raises LookupError when it is not clear which.
    """
    token = new_token()
    async with database.transaction() as unit:
        number = await _institution(unit, institution)
        await invite(token, institution=number, role=role, by=None, uow=unit, now=clock.now())
    return token


async def _institution(unit: Unit, name: str | None) -> InstitutionId:
    known = await unit.places.institutions()
    chosen = [one for one in known if name is None or one.name.casefold() == name.casefold()]
    if len(chosen) != 1:
        raise LookupError("; ".join(one.name for one in known) or "no institution yet: run `bashke init`")
    return chosen[0].id
