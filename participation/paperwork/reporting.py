"""The report of a consultation, gathered from what was kept: time, meetings, comments, decisions, rules passed over."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise

from participation.consultations.amending import versions_for
from participation.consultations.concerns import WANTED_BY_LAW
from participation.consultations.model import Consultation, Stage
from participation.consultations.usecases import consultation_for_officer
from participation.consultations.versions import Version
from participation.ids import ConsultationId, PersonId
from participation.meetings.present import Actor, Participants
from participation.paperwork.commentary import comments_table
from participation.paperwork.gathering import adopted_act, held
from participation.paperwork.record import ConsultationReport, Method, Overridden, Prolonged
from participation.ports import UnitOfWork

UNDECIDED = "undecided"
"""The rule that every comment is decided on before it is summed up (R20)."""


async def report_of(
    consultation: ConsultationId, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> ConsultationReport:
    """All that is told of a consultation; that its comments were read for it is noted."""
    found = await consultation_for_officer(consultation, by=by, uow=uow)
    table = await comments_table(consultation, by=by, uow=uow, now=now)
    begun = [meeting for meeting in await uow.meetings.of(consultation) if meeting.has_begun(now)]
    meetings = [await held(meeting, uow=uow) for meeting in begun]
    notes = [note for note, _ in meetings]
    versions = await versions_for(found, uow=uow)
    return ConsultationReport(
        letterhead=table.letterhead,
        title=found.terms.title,
        kind=found.terms.kind,
        opened_on=versions[0].day,
        deadline=found.terms.deadline or max((note.day for note in notes), default=found.since),
        purpose=found.terms.purpose,
        methods=tuple(methods_of(found, met=bool(notes))),
        prolonged=tuple(_prolonged(versions)),
        meetings=tuple(notes),
        participants=_by_kind(people for _, people in meetings),
        comments=table.rows,
        groups=table.groups,
        overridden=tuple(_overridden(found, versions)),
        register_url=found.terms.register_url or "",
        published_at="Telegram" if found.stage in {Stage.SUMMARISED, Stage.ADOPTED} else "",
        act=adopted_act(found),
    )


def methods_of(found: Consultation, *, met: bool) -> Iterator[Method]:
    """By what means people were asked, as far as it is known here."""
    if found.terms.register_url:
        yield Method.REGISTER
    yield Method.BOT
    if found.terms.email:
        yield Method.EMAIL
    if met:
        yield Method.MEETING


def _prolonged(versions: Sequence[Version]) -> Iterator[Prolonged]:
    """Each version by which there was more time."""
    for before, version in pairwise(versions):
        was, until = before.terms.deadline, version.terms.deadline
        if was is not None and until is not None and until > was:
            yield Prolonged(was, until, version.day, version.reason)


def _by_kind(meetings: Iterable[Participants]) -> Counter[Actor]:
    """Who came to all meetings together."""
    counts = Counter[Actor]()
    for people in meetings:
        for actor, count in people.kinds.items():
            counts[actor or Actor.OTHER] += count.number
    return counts


def _overridden(found: Consultation, versions: Sequence[Version]) -> Iterator[Overridden]:
    """What the law wants and was passed over knowingly, and why; by any version."""
    for version in versions:
        for rule in version.despite:
            if rule in WANTED_BY_LAW:
                yield Overridden(rule, version.day, version.reason)
    if found.undecided_because:
        yield Overridden(UNDECIDED, found.summarised_on or found.since, found.undecided_because)
