"""What the rules need of the post, by shape: letters that wait, and who is to hear of what."""

from collections.abc import Collection, Sequence, Set
from datetime import date, datetime
from typing import Protocol

from participation.campaigns import Audience, Brake, Delivery, Spread
from participation.ids import CampaignId, ConsultationId, Mark, MeetingId, PersonId
from participation.letters import Lane, Letter
from participation.meeting_letters import MeetingChanged
from participation.people.model import QuietHours
from participation.post import Fate


class Outbox(Protocol):
    """Letters that must leave the house, kept with the change that caused them."""

    async def add(
        self,
        letter: Letter,
        *,
        to: PersonId,
        lane: Lane,
        due_at: datetime,
        use_by: datetime | None = None,
        key: str | None = None,
    ) -> bool:
        """Queue it; with a key already used for them nothing happens and the answer is False."""
        ...

    async def turns_waiting(self, person: PersonId) -> int:
        """How many turns of a conversation wait to be shown to somebody."""
        ...

    async def make_room(self, person: PersonId) -> None:
        """Let what waits beyond the most turns that may wait for somebody give way to the next one."""
        ...

    async def has(self, key: str) -> bool:
        """Whether something was queued under this key."""
        ...

    async def arrived(self, key: str) -> Letter | None:
        """What was queued under this key, if it has arrived."""
        ...

    async def fate(self, key: str) -> Fate | None:
        """What became of what was queued under this key; None where nothing of it is left."""
        ...

    async def announce(
        self, letter: Letter, *, to: Audience, lane: Lane, due_at: datetime, use_by: datetime | None = None
    ) -> CampaignId:
        """Queue it for everybody in the audience; the addresses are filled in piece by piece, restartably."""
        ...

    async def remind(
        self,
        letter: Letter,
        *,
        people: Sequence[PersonId],
        due_at: datetime,
        use_by: datetime,
        key: str,
    ) -> int:
        """Queue a reminder for each person once; returns how many were new.

        One that was called back is queued again.
        """
        ...

    async def call_back(self, subject: str, *, only: tuple[type, ...] = (), to: PersonId | None = None) -> int:
        """Cancel what still waits about a subject (of these letter types, for this person, if named)."""
        ...

    async def unheard_changes(self, meeting: MeetingId) -> Sequence[tuple[CampaignId, MeetingChanged]]:
        """The news of a meeting that has not been told to everybody yet, and could be called back."""
        ...

    async def delivery(self, campaign: CampaignId, now: datetime | None = None) -> Delivery:
        """How an announcement stands; with a moment, also what may be tried again then, once nothing waits."""
        ...

    async def brake(self, campaign: CampaignId, brake: Brake) -> bool:
        """Pause an announcement, let it go on, or stop it for good; returns whether that changed anything."""
        ...

    async def stopped_about(self, subject: str) -> CampaignId | None:
        """The announcement about a subject that a fault has stopped, if there is one."""
        ...

    async def try_again(self, campaign: CampaignId, mark: Mark, now: datetime) -> int:
        """Queue what failed once more, if it is still that of the mark; returns how many."""
        ...

    async def consultation_of(self, campaign: CampaignId) -> ConsultationId:
        """Which consultation an announcement is about."""
        ...

    async def announced_since(
        self, since: datetime, *, with_meetings: bool = False
    ) -> Sequence[tuple[CampaignId, ConsultationId]]:
        """Those that fell due since a moment or stand; news of a meeting only if asked, or if ever stopped."""
        ...


class Listeners(Protocol):
    """Who is to be reminded of what."""

    async def hearing(self, campaign: CampaignId, people: Sequence[PersonId]) -> Set[PersonId] | None:
        """Those of them who get an announcement as it goes to all; None as long as it is being written out."""
        ...

    async def of_meeting(
        self, meeting: MeetingId, asked_by: date, *, lacking: str
    ) -> Sequence[tuple[PersonId, QuietHours]]:
        """Reachable people who follow its consultation or come (yes, maybe), and asked so by the end of a day.

        Only those who have no reminder under this key yet; from whom one was called back, they had asked in time.
        Those who said no are left in peace.
        """
        ...

    async def of_deadline(
        self, consultation: ConsultationId, asked_by: date, *, lacking: str
    ) -> Sequence[tuple[PersonId, QuietHours]]:
        """Reachable people who follow a consultation, and asked so by the end of a day; lacking a reminder as above.

        Also those who have commented: who is left out of the queue could be told by looking into it.
        """
        ...

    async def count(self, audience: Audience, *, apart_from: Collection[PersonId] = ()) -> int:
        """How many an announcement would reach, these few left out."""
        ...

    async def spread(self, audience: Audience) -> Spread:
        """How many of these there are of each language, and of each area."""
        ...

    async def concerned(self, audience: Audience, people: Sequence[PersonId]) -> Set[PersonId]:
        """Those of them who hear of it, be they reachable or not."""
        ...
