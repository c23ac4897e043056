"""Checking in at a meeting: a code that is read aloud or a link behind a picture, and how somebody stands on the list.

A code has four digits and could be guessed: so it opens for some hours only, and whoever types wrong ones is asked to
go to the coordinator instead.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from participation.clock import local_day
from participation.errors import NotFound, Refusal, Refused
from participation.ids import MeetingId, PersonId
from participation.meetings.model import Meeting
from participation.meetings.present import Actor, Listing, Present
from participation.meetings.usecases import find_public, gathering_for_officer
from participation.ports import UnitOfWork

DIGITS: Final = 4
MOST_TRIES: Final = 5
"""So many wrong codes may somebody type in a day."""
draw: Final = secrets.randbelow


@dataclass(frozen=True)
class Wrong:
    """No open meeting has this code; so many tries are left for today."""

    left: int


def code_in(words: str) -> str | None:
    """The code that somebody wrote: four digits, perhaps apart as they were read, and nothing beside them."""
    digits = re.sub(r"[\s.,-]+", "", words)
    return digits if len(digits) == DIGITS and digits.isascii() and digits.isdigit() else None


async def open_door(meeting: MeetingId, *, link: str, by: PersonId, uow: UnitOfWork, now: datetime) -> str:
    """Draw a code for a meeting that people come to now, and let a link lead there; older ones are void."""
    found, consultation = await gathering_for_officer(meeting, by=by, uow=uow)
    if not found.lets_in(now):
        raise Refused(Refusal.DOOR_SHUT)
    for other in await uow.doors.all():  # what is shut leaves its code to others
        if not (await uow.meetings.get(other)).lets_in(now):
            await uow.doors.shut(other)
    while not await uow.doors.put(found.id, code=(code := f"{draw(10**DIGITS):0{DIGITS}}"), link=link):
        pass
    await uow.audit.note(
        at=now, person=by, institution=consultation.institution, action="door opened", subject=f"meeting {found.id}"
    )
    return code


async def enter_by_code(code: str, *, person: PersonId, uow: UnitOfWork, now: datetime) -> MeetingId | Wrong | None:
    """Check somebody in where this is the code; None while no meeting lets anybody in, then it is a bare number."""
    doors = [await uow.meetings.get(one) for one in await uow.doors.all()]
    inviting = {one.id for one in doors if one.lets_in(now)}
    if not inviting:
        return None
    today = local_day(now)
    tried = await uow.doors.tries(person, today)
    if tried >= MOST_TRIES:
        return Wrong(0)
    found = await uow.doors.by_code(code)
    if found is None or found not in inviting:
        await uow.doors.note_try(person, today)
        return Wrong(MOST_TRIES - tried - 1)
    await uow.presence.enter(found, person)
    return found


async def enter_by_link(link: str, *, person: PersonId, uow: UnitOfWork, now: datetime) -> MeetingId:
    """Check somebody in where this link leads; an older one, or one whose meeting is over, opens nothing."""
    meeting = await uow.doors.by_link(link)
    if meeting is None:
        raise Refused(Refusal.DOOR_SHUT)
    found, _ = await find_public(meeting, uow=uow)
    if found.cancelled:
        raise Refused(Refusal.CANCELLED)
    if not found.lets_in(now):
        raise Refused(Refusal.DOOR_SHUT)
    await uow.presence.enter(meeting, person)
    return meeting


async def own_line(meeting: MeetingId, *, person: PersonId, uow: UnitOfWork) -> tuple[Meeting, Present]:
    """The meeting at which somebody is, and their own line of its list."""
    found, _ = await find_public(meeting, uow=uow)
    if found.cancelled:
        raise Refused(Refusal.CANCELLED)
    present = await uow.presence.of_person(meeting, person)
    if present is None:
        raise NotFound
    return found, present


async def say_for_whom(meeting: MeetingId, *, person: PersonId, actor: Actor | None, uow: UnitOfWork) -> None:
    """Note what kind of actor somebody is."""
    _, present = await own_line(meeting, person=person, uow=uow)
    await uow.presence.tell(present.id, actor, present.listing)


async def stand_on_list(meeting: MeetingId, *, person: PersonId, listing: Listing | None, uow: UnitOfWork) -> None:
    """Put somebody on the list with their name, as they agreed, or only count them from now on."""
    _, present = await own_line(meeting, person=person, uow=uow)
    await uow.presence.tell(present.id, present.actor, listing)
