"""What the rules of meetings need from the outside, by shape."""

from collections.abc import Collection, Mapping, Sequence, Set
from datetime import date, datetime
from typing import Protocol

from participation.ids import ConsultationId, InstitutionId, MeetingId, ParticipantId, PersonId
from participation.meetings.heard import Heard
from participation.meetings.minutes import Revision
from participation.meetings.model import Attendance, Coming, Meeting, Need, Position, Turnout, Venue, Wishes
from participation.meetings.present import Actor, Listing, NewPresent, Present


class Meetings(Protocol):
    """Meetings and who comes."""

    async def add(self, consultation: ConsultationId, venue: Venue) -> MeetingId: ...
    async def keep_joining(self, meeting: MeetingId, joining: str) -> None:
        """Keep how one joins it online, sealed; nothing of it is left where that is empty."""
        ...

    async def joining(self, meeting: MeetingId) -> str:
        """How one joins it online; empty where nobody has said."""
        ...

    async def forget_joining(self, before: datetime) -> int:
        """Let go of how one joined meetings that began before; returns of how many."""
        ...

    async def guests(self, meeting: MeetingId) -> Set[PersonId]:
        """Those who come, or may come."""
        ...

    async def get(self, meeting: MeetingId) -> Meeting: ...
    async def find(self, meeting: MeetingId) -> Meeting | None: ...
    async def change(self, meeting: MeetingId, venue: Venue, *, cancelled: bool) -> Meeting:
        """Put the new venue or the cancellation in its place and raise the revision; what is off nobody joins."""
        ...

    async def of(self, consultation: ConsultationId) -> Sequence[Meeting]: ...
    async def ahead(self, institutions: Sequence[InstitutionId], now: datetime) -> Sequence[Meeting]:
        """Those that are not over, also of what is not published yet, the next one first."""
        ...

    async def held(self, institutions: Sequence[InstitutionId], now: datetime) -> Sequence[Meeting]:
        """Those of published consultations that have begun and were not called off, the latest first."""
        ...

    async def between(self, first: datetime, last: datetime) -> Sequence[Meeting]:
        """Planned meetings of published consultations that begin in this span."""
        ...

    async def attend(
        self, meeting: MeetingId, person: PersonId, coming: Coming, *, wants_to_speak: bool, on: date
    ) -> None: ...
    async def attendance(self, meeting: MeetingId, person: PersonId) -> Attendance | None: ...
    async def attended_by(self, person: PersonId) -> Sequence[Meeting]: ...
    async def turnout(self, meeting: MeetingId) -> Turnout: ...
    async def keep_wish(
        self, meeting: MeetingId, person: PersonId, position: Position | None, need: Need | None
    ) -> None:
        """Keep what somebody who has answered says beside it, sealed; nothing of it is left where both are None."""
        ...

    async def wishes(self, meeting: MeetingId) -> Wishes: ...
    async def forget_wishes(self, before: datetime) -> int:
        """Let go of what was said for meetings that began before; returns of how many people."""
        ...

    async def over_between(self, first: datetime, last: datetime) -> Sequence[Meeting]:
        """Those of published consultations that ended in this span and were not called off."""
        ...


class Doors(Protocol):
    """The codes by which people check in; of each code and link only a keyed hash is kept."""

    async def put(self, meeting: MeetingId, *, code: str, link: str) -> bool:
        """Give a meeting a new code and a new link; False if another meeting has this code."""
        ...

    async def all(self) -> Sequence[MeetingId]: ...
    async def by_code(self, code: str) -> MeetingId | None: ...
    async def by_link(self, link: str) -> MeetingId | None: ...
    async def shut(self, meeting: MeetingId) -> None: ...
    async def tries(self, person: PersonId, on: date) -> int:
        """How many wrong codes somebody has typed on a day."""
        ...

    async def note_try(self, person: PersonId, on: date) -> None: ...
    async def forget_tries(self, before: date) -> None: ...


class Records(Protocol):
    """Records of meetings, sealed, each revision for itself."""

    async def latest(self, meeting: MeetingId) -> Revision | None:
        """The newest revision, finished or not."""
        ...

    async def finished(self, meeting: MeetingId) -> Revision | None:
        """The newest revision that is finished."""
        ...

    async def finished_among(self, meetings: Collection[MeetingId]) -> Set[MeetingId]:
        """Those of them that have a finished record; none is opened for it."""
        ...

    async def put(self, meeting: MeetingId, revision: Revision) -> None:
        """It stands like this now; one that is finished never changes again."""
        ...

    async def hold(self, meeting: MeetingId) -> None:
        """Let nobody else write it, or take anything out of it, until this is done."""
        ...


class Voices(Protocol):
    """How far people felt heard: counts, and for a while a mark of each who answered, with the answer sealed."""

    async def guests(self, meeting: MeetingId, *, lacking: str) -> Sequence[PersonId]:
        """Reachable people who checked in or said that they come, and have no letter under this key."""
        ...

    async def is_guest(self, meeting: MeetingId, person: PersonId) -> bool: ...
    async def count(self, meeting: MeetingId, person: PersonId, heard: Heard) -> None:
        """The last answer counts."""
        ...

    async def counts(self, meeting: MeetingId) -> Mapping[Heard, int]: ...
    async def forget(self, before: datetime) -> int:
        """Let the answers of meetings that began before be nobody's any more; the counts stay."""
        ...


class Presence(Protocol):
    """Who is at meetings; names are sealed."""

    async def enter(self, meeting: MeetingId, person: PersonId) -> bool:
        """Count somebody in; False if they are there already."""
        ...

    async def of_person(self, meeting: MeetingId, person: PersonId) -> Present | None: ...
    async def tell(self, participant: ParticipantId, actor: Actor | None, listing: Listing | None) -> None:
        """It stands like this on the list now; without a listing they are only counted."""
        ...

    async def add(self, meeting: MeetingId, lines: Sequence[NewPresent]) -> Sequence[ParticipantId]: ...
    async def of(self, meeting: MeetingId) -> Sequence[Present]: ...
    async def find(self, participant: ParticipantId) -> Present | None: ...
    async def strike(self, participants: Sequence[ParticipantId]) -> int:
        """Take lines off the list; returns how many were there."""
        ...

    async def named_before(self, institution: InstitutionId, before: datetime) -> Sequence[ConsultationId]:
        """The consultations of an institution with a meeting that began before, on whose list there are names still."""
        ...

    async def forget(self, institution: InstitutionId, before: datetime) -> int:
        """Leave only counts of the meetings of an institution that began before; returns how many lines it were."""
        ...

    async def speakers(self, meeting: MeetingId) -> Sequence[Listing]:
        """Those on the list who had asked to speak."""
        ...
