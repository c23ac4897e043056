"""What the rules of a forum need from the outside, by shape."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from participation.forum.membership import Member, MemberCard
from participation.forum.model import Forum, ForumCall, ForumMeeting, ForumRight, KeptProof, MemberState
from participation.forum.proof import NewProof, ProofRow
from participation.ids import ConsultationId, ForumMemberId, InstitutionId, PersonId
from participation.meetings.present import Actor


class Forums(Protocol):
    """Forums of institutions and who belongs to them; what tells who they are is sealed."""

    async def find(self, institution: InstitutionId) -> Forum | None: ...
    async def all(self) -> Sequence[Forum]: ...
    async def name(self, institution: InstitutionId, name: str, since: date) -> None:
        """It is called like this now; the day from which it is stays."""
        ...

    async def call(self, institution: InstitutionId, call: ForumCall | None) -> None: ...
    async def add(
        self,
        institution: InstitutionId,
        card: MemberCard,
        *,
        kind: Actor,
        state: MemberState,
        since: date,
        person: PersonId | None = None,
    ) -> ForumMemberId: ...

    async def get(self, member: ForumMemberId) -> Member: ...
    async def of(self, institution: InstitutionId) -> Sequence[Member]: ...
    async def of_person(self, person: PersonId) -> Sequence[Member]: ...
    async def invited_by(self, token: str, *, made_since: date) -> Member | None:
        """Who was invited by this link, if it is no older, and has not used it."""
        ...

    async def invite(self, member: ForumMemberId, token: str, *, on: date) -> None:
        """The newest link counts; of it only a keyed hash is kept, and the day."""
        ...

    async def change(self, member: Member, *, was: MemberState) -> bool:
        """They stand like this now, and no link of theirs leads anywhere; False if a colleague was faster."""
        ...

    async def forget(self, institution: InstitutionId, before: date) -> int:
        """Delete those who were declined, withdrew or left before a day, and their names in the proof."""
        ...

    async def deeds(self, consultation: ConsultationId) -> Mapping[ForumRight, tuple[date, str]]:
        """What was written down by hand of the rights in a consultation: the day, and what proves it."""
        ...

    async def keep_deed(self, consultation: ConsultationId, right: ForumRight, day: date, evidence: str) -> None: ...
    async def kept(self, consultation: ConsultationId) -> Mapping[ForumRight, KeptProof]:
        """What is kept of those who are forgotten; it stands beside what was written by hand, and what counts still."""
        ...

    async def keep(self, consultation: ConsultationId, right: ForumRight, kept: KeptProof) -> None: ...
    async def hold(self, institution: InstitutionId) -> None:
        """Let nobody else change its forum until this is done."""
        ...

    async def meetings(self, institution: InstitutionId) -> Sequence[ForumMeeting]:
        """The latest first."""
        ...

    async def add_meeting(self, institution: InstitutionId, meeting: ForumMeeting) -> None: ...


class Proofs(Protocol):
    """The proof of notice of each institution: rows are added, and never changed."""

    async def add(self, institution: InstitutionId, new: NewProof, *, at: datetime) -> ProofRow:
        """Put a row behind the last; whoever comes meanwhile waits for our end."""
        ...

    async def of(self, institution: InstitutionId) -> Sequence[ProofRow]: ...
    async def about(self, consultation: ConsultationId) -> Sequence[ProofRow]:
        """Those about a consultation, in their order."""
        ...

    async def keys_about(self, consultation: ConsultationId) -> Collection[str]:
        """The keys of those; nothing sealed is opened for them."""
        ...

    async def head(self, institution: InstitutionId) -> tuple[int, str]:
        """The place of the last row, and its mark."""
        ...

    async def get(self, institution: InstitutionId, place: int) -> ProofRow: ...
    async def has(self, institution: InstitutionId, key: str) -> bool:
        """Whether a row was written under this key."""
        ...

    async def unended(self) -> Sequence[tuple[InstitutionId, ProofRow]]:
        """What was sent by us, and of which is not written down what became of it."""
        ...

    async def latest(self, institution: InstitutionId, key: str) -> ProofRow | None:
        """The last row that was written under this key."""
        ...
