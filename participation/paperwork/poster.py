"""A notice on one page for a wall (afishe): few words in large letters, and a code that leads to the bot.

Nobody has to read much to be able to speak. It hangs for weeks: it says no number of days left, and of meetings only
those that are still ahead.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from participation.consultations.model import MEETS, Consultation, Kind, Stage
from participation.consultations.usecases import find_announced
from participation.ids import ConsultationId
from participation.meetings.model import Venue
from participation.paperwork.gathering import letterhead_of
from participation.paperwork.letterhead import Letterhead
from participation.people.model import Language
from participation.places import Institution, TextKey
from participation.ports import UnitOfWork


class MaySpeak(StrEnum):
    """Whether one may still speak, as somebody learns who stands before the page."""

    UNTIL = "until"
    UNDATED = "undated"
    COME = "come"
    """It is for a meeting, and nobody has set a last day."""
    LATE = "late"
    OVER = "over"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Ways:
    """The other ways that a notice names; what nobody has named is empty."""

    email: str = ""
    phone: str = ""
    address: str = ""
    hours: str = ""


@dataclass(frozen=True)
class Poster:
    """What stands on the page; its `link` is that of the code, and it leads to the bot."""

    letterhead: Letterhead
    kind: Kind
    title: str
    purpose: str
    may_speak: MaySpeak
    deadline: date | None
    meetings: tuple[Venue, ...]
    ways: Ways
    register_url: str
    link: str


async def poster_of(consultation: ConsultationId, *, link: str, uow: UnitOfWork, now: datetime) -> Poster:
    """The page of a consultation that has been announced: anybody may hang it up."""
    found = await find_announced(consultation, uow=uow)
    institution = await uow.places.institution(found.institution)
    meetings = [each.venue for each in await uow.meetings.of(consultation) if each.is_ahead(now)]
    return Poster(
        letterhead=await letterhead_of(institution.id, uow=uow, now=now, protocol=found.terms.protocol or ""),
        kind=found.terms.kind,
        title=found.terms.title,
        purpose=found.terms.purpose,
        may_speak=may_speak(found, now, meets=bool(meetings)),
        deadline=found.terms.deadline,
        meetings=tuple(sorted(meetings, key=lambda venue: venue.starts_at)),
        ways=await _ways(found, institution, uow=uow),
        register_url=found.terms.register_url or institution.register_url or "",
        link=link,
    )


def may_speak(found: Consultation, now: datetime, *, meets: bool) -> MaySpeak:
    """What the page says of the time for comments; whoever is late is heard until it is summed up.

    Where no day is set one is asked to come, if a meeting is ahead and the notice is for it.
    """
    if found.stage is Stage.CANCELLED:
        return MaySpeak.CANCELLED
    if not found.accepts_comments():
        return MaySpeak.OVER
    if found.is_late(now):
        return MaySpeak.LATE
    if found.terms.deadline is not None:
        return MaySpeak.UNTIL
    return MaySpeak.COME if meets and found.terms.kind in MEETS else MaySpeak.UNDATED


async def _ways(found: Consultation, institution: Institution, *, uow: UnitOfWork) -> Ways:
    said = {key: await uow.places.text(institution.id, key, Language.SQ) for key in (TextKey.ADDRESS, TextKey.HOURS)}
    return Ways(
        email=found.terms.email or institution.email or "",
        phone=found.terms.phone or "",
        address=said[TextKey.ADDRESS] or "",
        hours=said[TextKey.HOURS] or institution.office_hours or "",
    )
