"""The list of a meeting in the coordinator's hands: people written down from paper, bare counts, wrong lines."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from participation.consultations.model import Consultation
from participation.errors import NotFound, Refusal, Refused
from participation.ids import MeetingId, ParticipantId, PersonId
from participation.meetings.model import DOOR_OPENS, Meeting
from participation.meetings.present import Listing, NewPresent, Present
from participation.meetings.usecases import gathering_for_officer
from participation.ports import UnitOfWork
from participation.words import has_letters, is_email

MOST_LINES: Final = 2_000
"""So many lines fit on a list; whoever has more people writes down how many they are."""


async def list_for_officer(
    meeting: MeetingId, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> tuple[Meeting, Consultation]:
    """A meeting to which people come or came, for somebody who acts where it is held."""
    found, consultation = await gathering_for_officer(meeting, by=by, uow=uow)
    if now < found.venue.starts_at - DOOR_OPENS:
        raise Refused(Refusal.MEETING_AHEAD)
    return found, consultation


async def write_down(
    meeting: MeetingId, lines: Sequence[NewPresent], *, agreed: bool, by: PersonId, uow: UnitOfWork, now: datetime
) -> Sequence[ParticipantId]:
    """Add lines to the list; where those on the paper have not agreed to it, only their organisations are named."""
    found, consultation = await list_for_officer(meeting, by=by, uow=uow, now=now)
    if len(await uow.presence.of(found.id)) + len(lines) > MOST_LINES:
        raise Refused(Refusal.LIST_FULL)
    kept = [line if agreed else unnamed(line) for line in lines]
    await _note("participants added", found, consultation, by=by, uow=uow, now=now)
    return await uow.presence.add(found.id, kept)


def unnamed(line: NewPresent) -> NewPresent:
    """What is kept of somebody who has not agreed to be named: an organisation is nobody's own name, a telephone is."""
    organisation = line.listing.organisation if line.listing else ""
    is_one = has_letters(organisation) and not is_email(organisation)
    return replace(line, listing=Listing("", organisation) if is_one else None)


async def line_of(participant: ParticipantId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Present:
    """A line of the list, for somebody who may take it off."""
    present = await uow.presence.find(participant)
    if present is None:
        raise NotFound
    await list_for_officer(present.meeting, by=by, uow=uow, now=now)
    return present


async def take_off(
    meeting: MeetingId, lines: Sequence[ParticipantId], *, by: PersonId, uow: UnitOfWork, now: datetime
) -> int:
    """Take lines off the list; returns how many were there."""
    found, consultation = await list_for_officer(meeting, by=by, uow=uow, now=now)
    there = {present.id for present in await uow.presence.of(found.id)}
    wrong = [line for line in lines if line in there]
    if wrong:
        await _note("participants removed", found, consultation, by=by, uow=uow, now=now)
    return await uow.presence.strike(wrong)


async def _note(
    action: str, found: Meeting, consultation: Consultation, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> None:
    await uow.audit.note(
        at=now, person=by, institution=consultation.institution, action=action, subject=f"meeting {found.id}"
    )
