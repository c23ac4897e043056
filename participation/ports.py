"""What the rules need from the outside, by shape: a desk for each kind of thing, all in one transaction.

`get` must find (else NotFound), `find` may return None, `add` keeps something new.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import date, datetime, time
from typing import Protocol

from participation.calendar.working_days import DayOff, WorkingCalendar
from participation.casebook import Groups, KnownProblems, Reports, Unveilings
from participation.comments.model import Answer, Balance, Comment, NewComment, Unanswered
from participation.consultations.model import Adoption, Consultation, Paper, Stage, StepMark, Terms
from participation.consultations.notice import Margin
from participation.consultations.versions import Version
from participation.forum.ports import Forums, Proofs
from participation.ids import (
    CommentId,
    ConsultationId,
    DayOffId,
    InstitutionId,
    MunicipalityId,
    PaperId,
    PersonId,
    UnitId,
)
from participation.ledger import Ledger
from participation.meetings.ports import Doors, Meetings, Presence, Records, Voices
from participation.offices.ports import PendingChanges
from participation.paperwork.ports import Plans
from participation.people.model import (
    Appointment,
    Follow,
    Followed,
    Invitation,
    Language,
    Office,
    Person,
    QuietHours,
    Reach,
    Rhythm,
    Role,
)
from participation.places import EmergencyNumber, Institution, Municipality, Unit
from participation.posting import Listeners, Outbox
from participation.programme.ports import Calendars
from participation.reports.model import Category
from participation.sorting import Categories


class People(Protocol):
    """People, what they follow, and the offices they hold."""

    async def get(self, person: PersonId) -> Person: ...
    async def get_all(self, people: Sequence[PersonId]) -> Mapping[PersonId, Person]: ...
    async def set_language(self, person: PersonId, language: Language) -> None: ...
    async def set_home(self, person: PersonId, municipality: MunicipalityId, unit: UnitId | None) -> None: ...
    async def set_quiet(self, person: PersonId, quiet: QuietHours) -> None: ...
    async def set_reach(self, person: PersonId, reach: Reach) -> None: ...

    async def follow(self, person: PersonId, what: Followed, subject: int, since: date) -> None:
        """Twice is the same as once: the first `since` stays. Only its day is kept: a moment could tell who it was."""
        ...

    async def unfollow(self, person: PersonId, what: Followed, subject: int) -> None: ...
    async def follows(self, person: PersonId) -> Sequence[Follow]: ...
    async def places(self, person: PersonId) -> Sequence[MunicipalityId]:
        """The municipalities that somebody follows, whole or by a unit."""
        ...

    async def offices(self, person: PersonId) -> Sequence[Office]: ...
    async def officers(self, institution: InstitutionId) -> Sequence[Office]: ...
    async def all_officers(self) -> Sequence[Office]: ...
    async def appoint(self, person: PersonId, institution: InstitutionId, role: Role) -> None: ...
    async def dismiss(self, office: Office) -> None: ...
    async def call(self, office: Office) -> None:
        """It is known by the name that is in it now, or by none."""
        ...

    async def void_invitations(self, institution: InstitutionId) -> None: ...
    async def set_digest_hour(self, person: PersonId, institution: InstitutionId, hour: time) -> None: ...
    async def set_digest_rhythm(self, person: PersonId, institution: InstitutionId, every: Rhythm) -> None: ...

    async def add_invitation(self, token: str, invitation: Invitation) -> None:
        """Only a keyed hash of the token is kept."""
        ...

    async def find_invitation(self, token: str, now: datetime) -> Invitation | None:
        """The invitation, as long as it can be used."""
        ...

    async def use_invitation(self, token: str, now: datetime) -> Invitation | None:
        """The invitation, marked used in the same breath; None if unknown, expired or used."""
        ...

    async def erase(self, person: PersonId) -> None:
        """Forget address, name, follows, drafts, attendance and waiting letters; comments stay without their author."""
        ...


class Places(Protocol):
    """Municipalities, units, institutions and what is written about them in rows."""

    async def municipalities(self) -> Sequence[Municipality]: ...
    async def municipality(self, municipality: MunicipalityId) -> Municipality: ...
    async def unit(self, unit: UnitId) -> Unit: ...
    async def units(self, municipality: MunicipalityId) -> Sequence[Unit]: ...
    async def all_units(self) -> Sequence[Unit]: ...
    async def institution(self, institution: InstitutionId) -> Institution: ...
    async def institutions(self) -> Sequence[Institution]: ...
    async def institutions_of(self, municipality: MunicipalityId) -> Sequence[Institution]: ...
    async def emergency_numbers(
        self, language: Language, *, at: MunicipalityId | None = None
    ) -> Sequence[EmergencyNumber]: ...
    async def report_categories(self, institution: InstitutionId, language: Language) -> Sequence[Category]: ...

    async def text(self, institution: InstitutionId, key: str, language: Language) -> str | None:
        """An institution's own wording for a named text, if it has one."""
        ...

    async def calendar(self, institution: InstitutionId | None) -> WorkingCalendar:
        """The working days that count for an institution: holidays, extra days off, days worked."""
        ...

    async def days_off(self, institution: InstitutionId, since: date) -> Sequence[DayOff]:
        """The days off, and the days worked in their stead, that somebody entered for it and for all, from a day on."""
        ...

    async def add_day_off(self, institution: InstitutionId, day: date, name: str, *, worked: bool) -> None: ...
    async def remove_day_off(self, institution: InstitutionId, number: DayOffId) -> bool:
        """Take out one of its own; False where there is none."""
        ...

    async def say(self, institution: InstitutionId, key: str, language: Language, words: str) -> None:
        """Keep what an institution says in its own words; nothing takes back what it said."""
        ...

    async def next_receipt(self, institution: InstitutionId, series: str, year: int) -> int:
        """The next number of a series (comments, reports) in a year; a number is never used twice."""
        ...


class Consultations(Protocol):
    """Consultations and their papers."""

    async def add(
        self, institution: InstitutionId, terms: Terms, *, stage: Stage, publish_at: datetime
    ) -> ConsultationId: ...
    async def get(self, consultation: ConsultationId) -> Consultation: ...
    async def find(self, consultation: ConsultationId) -> Consultation | None: ...
    async def move(self, consultation: ConsultationId, to: Stage, *, was: Stage, on: date) -> bool:
        """Bring it to another stage; False if it is no longer where it was: somebody was faster."""
        ...

    async def begin(self, consultation: ConsultationId, terms: Terms, *, at: datetime) -> None:
        """Let it say what it says on the day on which it is announced, and be announced at that moment."""

    async def owe(self, consultation: ConsultationId, days: int | None) -> None:
        """Keep how many working days are owed to citizens."""
        ...

    async def close_despite(self, consultation: ConsultationId, reason: str) -> None:
        """Keep why it was summed up with comments that nobody had decided on."""
        ...

    async def adopt(self, consultation: ConsultationId, adoption: Adoption) -> None: ...
    async def reword(self, consultation: ConsultationId, terms: Terms, *, version: int) -> bool:
        """Let it say what the next version of its notice says; False if that one is there already."""
        ...

    async def hold(self, consultation: ConsultationId) -> None:
        """Let nobody else change it until this is done."""
        ...

    async def mark_steps(self, consultation: ConsultationId, marks: Sequence[StepMark]) -> None: ...
    async def propose(self, consultation: ConsultationId, by: PersonId) -> None:
        """Keep who wants to have it announced, sealed, until another official has released it."""
        ...

    async def proposer(self, consultation: ConsultationId) -> PersonId | None: ...
    async def proposed(self, institutions: Sequence[InstitutionId]) -> Sequence[Consultation]:
        """What waits for a second coordinator, the oldest first."""
        ...

    async def keep_margin(self, consultation: ConsultationId, margin: Margin) -> None:
        """Keep what its coordinator may need again as long as it waits to be published."""
        ...

    async def margin(self, consultation: ConsultationId) -> Margin: ...
    async def add_paper(self, consultation: ConsultationId, name: str, size: int, ref: str) -> PaperId: ...
    async def drop_paper(self, paper: PaperId) -> None:
        """Leave a document out of the notice; who reads an old version may still ask for it."""
        ...

    async def paper(self, paper: PaperId) -> Paper:
        """A document of a consultation that has been announced; any other is not there."""
        ...

    async def open_in(self, municipalities: Sequence[MunicipalityId], today: date) -> Sequence[Consultation]:
        """Published ones that one can still speak on or come to, soonest deadline first.

        Their deadline is not past, or a meeting is still ahead; without either, announced in the last 60 days.
        """
        ...

    async def closed_in(self, municipalities: Sequence[MunicipalityId], today: date) -> Sequence[Consultation]:
        """Published ones that ended in the last 60 days, the latest first: a late comment may still be left."""
        ...

    async def of(self, institution: InstitutionId) -> Sequence[Consultation]: ...
    async def scheduled(self, institutions: Sequence[InstitutionId]) -> Sequence[Consultation]:
        """What is kept for later, the next one first."""
        ...

    async def to_publish(self, now: datetime) -> Sequence[Consultation]: ...
    async def with_deadline_between(self, first: date, last: date) -> Sequence[Consultation]: ...
    async def counted(self, today: date) -> Sequence[Consultation]:
        """Open ones whose working days are counted and not over."""
        ...


class Versions(Protocol):
    """All that a notice has ever said."""

    async def add(self, consultation: ConsultationId, version: Version) -> None: ...
    async def of(self, consultation: ConsultationId) -> Sequence[Version]:
        """All of a notice, the first one first."""
        ...

    async def replace(self, consultation: ConsultationId, version: Version) -> None:
        """Let one that nobody has read yet say something else."""
        ...


class Comments(Protocol):
    """Comments, their authors (sealed) and their answers."""

    async def add(self, comment: NewComment) -> CommentId: ...
    async def get(self, comment: CommentId) -> Comment: ...
    async def find(self, receipt: str) -> CommentId | None: ...
    async def author(self, comment: CommentId) -> PersonId | None:
        """Who is to hear the answer; None once they have asked to be erased."""
        ...

    async def of_person(self, person: PersonId) -> Sequence[Comment]: ...
    async def has_commented(self, person: PersonId, on: ConsultationId) -> bool: ...
    async def owed(self, institutions: Sequence[InstitutionId]) -> Sequence[Unanswered]:
        """Those without an answer, oldest first; none of them is opened for it."""
        ...

    async def answered(self, institutions: Sequence[InstitutionId]) -> Sequence[CommentId]: ...
    async def balance(self, consultation: ConsultationId) -> Balance: ...
    async def answer(self, comment: CommentId, answer: Answer, by: PersonId) -> bool:
        """Keep it; False if it waits for none any more: a colleague was faster, or its author has taken it back."""
        ...

    async def untold(self) -> Sequence[CommentId]:
        """Those whose answer their author has not been told of."""
        ...

    async def mark_told(self, comment: CommentId) -> None: ...

    async def unheard(self, person: PersonId) -> Sequence[CommentId]:
        """Somebody's own whose answer has not reached them."""
        ...

    async def count_since(self, institution: InstitutionId, since: datetime) -> int: ...


class Audit(Protocol):
    """What officials did, in order."""

    async def note(
        self,
        *,
        at: datetime,
        person: PersonId | None,
        institution: InstitutionId | None,
        action: str,
        subject: str,
    ) -> int:
        """Write down what was done; returns the number under which it stands."""
        ...

    async def refused(self, *, at: datetime, person: PersonId, what: str) -> bool:
        """Count what somebody tried and may not do; returns whether it is their first try that day."""
        ...

    async def appointments(self) -> Sequence[Appointment]:
        """When each office was taken last."""
        ...


class UnitOfWork(Protocol):
    """One transaction, and the desks that work in it."""

    people: People
    places: Places
    consultations: Consultations
    versions: Versions
    meetings: Meetings
    doors: Doors
    presence: Presence
    minutes: Records
    voices: Voices
    calendars: Calendars
    plans: Plans
    forums: Forums
    proofs: Proofs
    pending: PendingChanges
    comments: Comments
    ledger: Ledger
    reports: Reports
    unveilings: Unveilings
    known: KnownProblems
    categories: Categories
    groups: Groups
    outbox: Outbox
    listeners: Listeners
    audit: Audit

    def savepoint(self) -> AbstractAsyncContextManager[None]:
        """What is written inside is undone if an exception leaves it."""
        ...

    def is_lost(self, error: BaseException) -> bool:
        """Whether an exception means that the database is away, and not that one thing is at fault."""
        ...
