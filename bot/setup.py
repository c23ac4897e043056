"""Setting the house up: the key, the database, the first institution, invitations."""

import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Final

from bot.problems import Problems
from bot.settings import Settings
from participation.clock import Clock
from participation.ids import InstitutionId
from participation.offices.usecases import invite
from participation.people.model import Role
from participation.places import Institution
from participation.words import fold
from storage.cells import FORMS
from storage.database import Database
from storage.keys import create_key_file
from storage.seed import lines_of
from storage.work import Work

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
    """What has to be known of an institution to begin; a ministry has no municipality."""

    name: str
    municipality: str | None
    prefix: str
    email: str | None = None
    office_hours: str | None = None
    register_url: str | None = None


def municipality_called(name: str) -> str | None:
    """The municipality of this name as it is written properly, however it was typed."""
    return _municipalities().get(fold(name))


def _municipalities() -> dict[str, str]:
    return {fold(line["name"]): line["name"] for line in lines_of("municipalities")}


def _like(name: str) -> str:
    """What somebody may have meant."""
    known = _municipalities()
    near = [known[found] for found in get_close_matches(fold(name), known, 3)]
    return f"did you mean {' or '.join(near)}?" if near else "`bashke places` lists them all"


OPTIONS: Final = {"name": "institution"}
"""Options of the command line that are called otherwise than what they say."""


def _in_words(sentence: str) -> Callable[[str], str]:
    return lambda _: sentence


Fits = Callable[[str], object]
CHECKS: Final[Mapping[str, tuple[Fits, Callable[[str], str]]]] = {
    "name": (str.strip, _in_words("it is missing")),
    "municipality": (municipality_called, _like),
    **{
        column.name: (form.fits, _in_words(form.sentence))
        for column, form in FORMS.items()
        if column.name in {field.name for field in fields(FirstInstitution)}
    },
}
NEEDED: Final = ("name", "prefix")


def why_unfit(field: str, given: str) -> str | None:
    """What is wrong with something that is said of an institution, if it is."""
    fits, sentence = CHECKS.get(field, (str, str))
    if fits(given) or not (given or field in NEEDED):
        return None
    return sentence(given) + (f" (not {given!r})" if given else "")


def unfit(wanted: FirstInstitution) -> Iterator[str]:
    """What cannot be used of an institution, a line each."""
    for field in CHECKS:
        if problem := why_unfit(field, getattr(wanted, field) or ""):
            yield f"--{OPTIONS.get(field, field.replace('_', '-'))}: {problem}"


def is_begun(settings: Settings) -> bool:
    """Whether there may be somebody in the database: a file is there, or on a server there is the key to it."""
    return (settings.database_file or settings.key_file).is_file()


def in_the_way(settings: Settings) -> Iterator[str]:
    """What keeps the key and the database from being made."""
    database, key = settings.database_file, settings.key_file
    if database is not None and database.exists() and not key.exists():
        yield f"{database}: this database was sealed with another key; put its key back as {key}"
    for folder in dict.fromkeys(file.parent for file in (key, database) if file is not None):
        if not folder.is_dir():
            yield f"{folder}: there is no such folder"
        elif not os.access(folder, os.W_OK):
            yield f"{folder}: this user may not write there"


async def ensure_institution(wanted: FirstInstitution, database: Database) -> InstitutionId:
    """Write an institution down; one of the same name is left as it is.

    Raises Problems where the name or the letters already stand for something else.
    """
    known = await same_as(wanted, database)
    if known is not None:
        return known.id
    home = wanted.municipality and municipality_called(wanted.municipality)
    async with database.transaction() as work:
        return await work.admin.add_institution(
            wanted.name,
            municipality=home,
            prefix=wanted.prefix,
            email=wanted.email,
            office_hours=wanted.office_hours,
            register_url=wanted.register_url,
        )


async def same_as(wanted: FirstInstitution, database: Database) -> Institution | None:
    """The institution that is here already under this name and these letters.

    Raises Problems where the name or the letters already stand for something else.
    """
    async with database.reading() as work:
        return next((known for known in await work.places.institutions() if _is_there(wanted, known)), None)


def _is_there(wanted: FirstInstitution, known: Institution) -> bool:
    match fold(known.name) == fold(wanted.name), known.prefix == wanted.prefix:
        case True, False:
            raise Problems([f"--prefix: {known.name} is here already, with the letters {known.prefix}"])
        case False, True:
            raise Problems([f"--prefix: the letters {known.prefix} belong to {known.name}"])
        case same, _:
            return same


async def new_invitation(database: Database, clock: Clock, *, institution: str | None, role: Role) -> str:
    """A one-time token for an office; without a name the only institution is meant.

    Raises Problems when it is not clear which.
    """
    token = new_token()
    async with database.transaction() as work:
        number = await _institution(work, institution)
        await invite(token, institution=number, role=role, by=None, uow=work, now=clock.now())
    return token


async def _institution(work: Work, name: str | None) -> InstitutionId:
    known = await work.places.institutions()
    chosen = [one for one in known if name is None or fold(name) in {fold(one.name), fold(one.prefix)}]
    if len(chosen) != 1:
        names = "; ".join(one.name for one in known)
        raise Problems(
            [f"--institution: which one? {names}" if names else "There is no institution: run `bashke init`"]
        )
    return chosen[0].id
