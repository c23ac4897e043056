"""The protection contact (personi i kontaktit për mbrojtjen): who alone reads what somebody in need tells."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from participation.dockets import Docket
from participation.errors import Refusal, Refused
from participation.ids import InstitutionId, PersonId
from participation.offices.usecases import readers_of
from participation.people.model import Office, Reach, Right
from participation.ports import UnitOfWork
from participation.words import is_name

ELSEWHERE: Final = re.compile(r"[@/:;]|\w\.\w")
"""What stands in links and addresses; what parts several names from each other."""


async def contacts(institution: InstitutionId, *, uow: UnitOfWork) -> list[Office]:
    """Those whom our messages reach: only what these can read is kept for them alone."""
    found = await readers_of(Docket(institution, guarded=True), uow=uow)
    return [one for one in found if (await uow.people.get(one.person)).reach is Reach.REACHABLE]


async def is_last_contact(person: PersonId, institution: InstitutionId, *, uow: UnitOfWork) -> bool:
    """Whether nobody else there would read what only the contact reads."""
    found = await readers_of(Docket(institution, guarded=True), uow=uow)
    return [one.person for one in found] == [person]


async def offices_as_contact(person: PersonId, *, uow: UnitOfWork) -> Sequence[Office]:
    """Where somebody is the contact."""
    return [one for one in await uow.people.offices(person) if one.may(Right.PROTECT)]


def can_be_called(words: str) -> bool:
    """Whether it is a name and what somebody does: nothing that leads elsewhere."""
    return is_name(words) and not ELSEWHERE.search(words)


async def be_called(words: str, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Let whoever is about to tell something read this name, wherever one is the contact; empty words take it back.

    In a small town people must know who reads, before they tell: it may be the last person they would tell.
    """
    if words and not can_be_called(words):
        raise Refused(Refusal.NAME_MISSING)
    called = " ".join(words.split())
    for office in await offices_as_contact(by, uow=uow):
        await uow.people.call(replace(office, called=called))
        await uow.audit.note(
            at=now, person=by, institution=office.institution, action="called", subject=office.role.value
        )
