"""What is asked of storage about safety reports; storage fulfils it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from participation.dockets import Docket
from participation.ids import EntryId, InstitutionId, KnownId, PersonId, ReportId, UnveilingId
from participation.messages import Topic
from participation.people.model import Group
from participation.reports.life import State
from participation.reports.limits import Due
from participation.reports.model import (
    Entry,
    Fact,
    Gist,
    KnownProblem,
    NewReport,
    Pending,
    Report,
    Unveiling,
    View,
)


class Reports(Protocol):
    """Safety reports, sealed; a sender is found again only to bring an answer."""

    async def add(self, report: NewReport) -> ReportId: ...
    async def get(self, report: ReportId) -> Report: ...
    async def find(self, receipt: str) -> ReportId | None: ...
    async def receipts_of(self, person: PersonId) -> Sequence[Report]: ...
    async def sender(self, report: ReportId) -> PersonId | None:
        """Who is to hear of it; None once they have cut the thread, or asked to be erased."""
        ...

    async def cut(self, report: ReportId) -> None:
        """Nothing leads from it to its sender any more, for ever; a name they gave is taken off."""
        ...

    async def of(
        self, dockets: Sequence[Docket], view: View = View.ALL, *, officer: PersonId | None = None
    ) -> Sequence[ReportId]:
        """What an officer sees in a view; none is opened for it.

        Those with something unread first, then those that are open; of these the urgent ones first, then the newest.
        """
        ...

    async def gists(self, dockets: Sequence[Docket], view: View, *, officer: PersonId) -> Sequence[Gist]:
        """The same in the same order, each opened to see by what it is found."""
        ...

    async def count_by_view(self, dockets: Sequence[Docket], *, officer: PersonId) -> Mapping[View, int]:
        """How many an officer sees in each view."""
        ...

    async def move(self, report: ReportId, state: State, *, officer: PersonId | None, on: date) -> None:
        """It stands there now, in the hands of this officer or of nobody."""
        ...

    async def pending(self, dockets: Sequence[Docket]) -> Sequence[Pending]:
        """Those neither closed nor joined, the oldest first; only by when they are due is opened for it."""
        ...

    async def set_due(self, report: ReportId, due: Due) -> None: ...
    async def rename(self, report: Report) -> None: ...
    async def enter(self, report: ReportId, entry: Entry) -> EntryId:
        """Write down what was done or said about it."""
        ...

    async def entry(self, entry: EntryId) -> tuple[ReportId, Entry]: ...
    async def entries(self, report: ReportId) -> Sequence[Entry]: ...
    async def untold(self) -> Sequence[EntryId]:
        """News that has not been brought to whoever is to hear it."""
        ...

    async def mark_told(self, entry: EntryId) -> None: ...
    async def unheard(self, person: PersonId) -> Sequence[EntryId]:
        """News of somebody's own reports that has not reached them."""
        ...

    async def mark_read(self, report: ReportId) -> None:
        """An officer has looked at all that its sender said."""
        ...

    async def join(self, report: ReportId, lead: ReportId) -> None:
        """It stands under another one, and so do those that stood under it."""
        ...

    async def part(self, report: ReportId) -> None:
        """It stands under no other."""
        ...

    async def joined_to(self, lead: ReportId) -> Sequence[ReportId]:
        """Those that are dealt with together with it, the newest first; none is opened for it."""
        ...

    async def guard(self, report: ReportId) -> None:
        """Only the protection contact reads it from now on; it is urgent, and no group speaks of it."""
        ...

    async def lately(self, docket: Docket, *, since: date, most: int) -> Sequence[Report]:
        """Those that came since a day and are open, so many of the newest."""
        ...

    async def release(self, officer: PersonId, docket: Docket) -> int:
        """What an officer has in hand there is in nobody's; returns how many reports that are."""
        ...

    async def count_of(self, person: PersonId, day: date) -> int:
        """How many somebody has sent on a day; none of them is opened for it."""
        ...

    async def count_on(self, docket: Docket, day: date) -> int:
        """How many came in on a day."""
        ...

    async def closed_before(self, institution: InstitutionId, day: date) -> Sequence[ReportId]:
        """Those that have been closed since before a day."""
        ...

    async def facts(self, docket: Docket, *, since: date) -> Sequence[Fact]:
        """Of each that came in since a day, and of each that is open, what is counted; no officer and no words."""
        ...

    async def bury(self, report: ReportId, *, on: date) -> None:
        """Delete it, what was said about it and the thread; that it was there stays, with the day."""
        ...

    async def unseen_urgent(self, docket: Docket) -> Sequence[ReportId]:
        """The urgent ones that nobody has read yet."""
        ...

    async def count_unseen(self, dockets: Sequence[Docket]) -> int:
        """How many nobody has read yet, or not what their sender said since."""
        ...


class Groups(Protocol):
    """The groups of officers, and in which topic each report is spoken of; that is sealed."""

    async def of(self, institution: InstitutionId) -> Group | None: ...
    async def at(self, recipient: PersonId) -> Group | None: ...
    async def all(self) -> Sequence[Group]: ...
    async def put(self, group: Group) -> None:
        """It is the group of its institution now, and stands like this."""
        ...

    async def drop(self, institution: InstitutionId) -> None:
        """It has none any more, and no report has a topic."""
        ...

    async def topic(self, report: ReportId) -> Topic | None:
        """Where a report is spoken of."""
        ...

    async def keep(self, recipient: PersonId, topic: Topic) -> None:
        """A report is spoken of there, unless its group is another one by now, or it is deleted."""
        ...

    async def case_in(self, recipient: PersonId, thread: int) -> ReportId | None:
        """Which report a topic is about."""
        ...

    async def unspoken(self, institution: InstitutionId) -> Sequence[ReportId]:
        """Those that are neither closed nor joined and have no topic, the oldest first."""
        ...

    async def spoken(self, institution: InstitutionId) -> Sequence[tuple[ReportId, State, PersonId | None, Topic]]:
        """Those that have one: where each stands, who has it in hand, and what was told."""
        ...

    async def warn(self, report: ReportId, what: str, on: date) -> bool:
        """Remember that something was said in its topic; whether it was not said there on this day."""
        ...


class KnownProblems(Protocol):
    """What citizens may know is known already; of a report that is closed or joined nobody reads."""

    async def put(self, report: ReportId, words: str) -> None: ...
    async def of(self, institution: InstitutionId) -> Sequence[KnownProblem]:
        """All that are open there, the newest first."""
        ...

    async def find(self, known: KnownId) -> KnownProblem | None: ...
    async def about(self, report: ReportId) -> KnownProblem | None: ...
    async def drop(self, report: ReportId) -> None: ...


class Unveilings(Protocol):
    """Who asked to see the name that was given with a report, and what became of it; gone with the name."""

    async def add(self, report: ReportId, unveiling: Unveiling) -> UnveilingId: ...
    async def of(self, report: ReportId) -> Mapping[UnveilingId, Unveiling]:
        """All about one report, the oldest first."""
        ...

    async def put(self, number: UnveilingId, unveiling: Unveiling) -> None:
        """It stands like this now."""
        ...

    async def drop(self, number: UnveilingId) -> None: ...
    async def release(self, officer: PersonId, docket: Docket) -> None:
        """What an officer asked for there and nobody answered is gone; what they asked for or agreed to is closed."""
        ...
