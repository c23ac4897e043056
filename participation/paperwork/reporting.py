"""The report of a consultation, gathered from what was kept: time, meetings, comments, decisions, rules passed over."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from participation.comments.model import CommentChannel
from participation.consultations.concerns import WANTED_BY_LAW
from participation.consultations.keeping import versions_for
from participation.consultations.model import Consultation
from participation.consultations.usecases import consultation_for_officer
from participation.consultations.versions import Version
from participation.ids import ConsultationId, PersonId
from participation.paperwork.commentary import comments_table
from participation.paperwork.gathering import adopted_act, held
from participation.paperwork.meetings import kinds_together
from participation.paperwork.record import ConsultationReport, Method, Overridden, Prolonged
from participation.paperwork.standing import cancellation_in
from participation.ports import UnitOfWork

UNDECIDED = "undecided"
"""The rule that every comment is decided on before it is summed up (R20)."""
BY_CHANNEL: Final[Mapping[CommentChannel, Method]] = MappingProxyType(
    {
        CommentChannel.BOT: Method.BOT,
        CommentChannel.EMAIL: Method.EMAIL,
        CommentChannel.PAPER: Method.PAPER,
        CommentChannel.MEETING: Method.SPOKEN,
        CommentChannel.REGISTER: Method.REGISTER,
        CommentChannel.OTHER: Method.OTHER,
    }
)


async def report_of(
    consultation: ConsultationId, *, link: str, by: PersonId, uow: UnitOfWork, now: datetime
) -> ConsultationReport:
    """All that is told of a consultation, which has its page at `link`; that its comments were read for it is noted."""
    found = await consultation_for_officer(consultation, by=by, uow=uow)
    table = await comments_table(consultation, by=by, uow=uow, now=now)
    begun = [meeting for meeting in await uow.meetings.of(consultation) if meeting.has_begun(now)]
    meetings = [await held(meeting, uow=uow) for meeting in begun]
    versions = await versions_for(found, uow=uow)
    methods = methods_of(found, {row.channel for row in table.rows}, met=bool(meetings))
    return ConsultationReport(
        letterhead=table.letterhead,
        title=found.terms.title,
        kind=found.terms.kind,
        opened_on=versions[0].day,
        deadline=found.terms.deadline,
        phase=found.phase(now),
        link=found.terms.register_url or link,
        purpose=found.terms.purpose,
        methods=methods,
        offered=offered_by(found, methods),
        prolonged=tuple(_prolonged(versions)),
        meetings=tuple(note for note, _ in meetings),
        participants=kinds_together(people.kinds for _, people in meetings),
        comments=table.rows,
        groups=table.groups,
        overridden=tuple(_overridden(found, versions[0])),
        register_url=found.terms.register_url or "",
        summarised_on=found.summarised_on,
        cancelled=cancellation_in(found, versions),
        act=adopted_act(found),
    )


def methods_of(found: Consultation, channels: Collection[CommentChannel], *, met: bool) -> tuple[Method, ...]:
    """By what means people were asked, and spoke: where the notice stood, meetings held, the ways of their comments."""
    used = {BY_CHANNEL[channel] for channel in channels} | {Method.BOT}
    if found.terms.register_url:
        used.add(Method.REGISTER)
    if met:
        used.add(Method.MEETING)
    return tuple(method for method in Method if method in used)


def offered_by(found: Consultation, used: Collection[Method]) -> tuple[Method, ...]:
    """What the notice names beside, and nobody used."""
    return (Method.EMAIL,) if found.terms.email and Method.EMAIL not in used else ()


def _prolonged(versions: Sequence[Version]) -> Iterator[Prolonged]:
    """Each version by which there was more time."""
    for before, version in pairwise(versions):
        was, until = before.terms.deadline, version.terms.deadline
        if was is not None and until is not None and until > was:
            yield Prolonged(was, until, version.day, version.reason)


def _overridden(found: Consultation, first: Version) -> Iterator[Overridden]:
    """What the law wants and was passed over knowingly, and why."""
    for rule in first.despite:
        if rule in WANTED_BY_LAW:
            yield Overridden(rule, first.day, first.reason)
    if found.undecided_because:
        yield Overridden(UNDECIDED, found.summarised_on or found.since, found.undecided_because)
