"""Setting the house up: the key, the database, the first institution, invitations."""

import secrets
from dataclasses import dataclass

from bot.settings import Settings
from participation.clock import Clock
from participation.ids import InstitutionId
from participation.people.model import Role
from participation.people.usecases import invite
from storage.database import Database
from storage.keys import create_key_file
from storage.unit import Unit

TOKEN_BYTES = 12


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


async def found(wanted: FirstInstitution, database: Database) -> InstitutionId:
    """Write an institution down; one of the same name is left as it is."""
    async with database.transaction() as unit:
        for known in await unit.places.institutions():
            if known.name == wanted.name:
                return known.id
        return await unit.admin.add_institution(
            wanted.name,
            municipality=wanted.municipality,
            prefix=wanted.prefix,
            email=wanted.email,
            office_hours=wanted.office_hours,
            register_url=wanted.register_url,
        )


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
