"""The four figures of a year (art. 20), gathered from what was kept: each thing counts by its own day."""

from collections.abc import Sequence
from datetime import date, datetime

from participation.clock import local_day
from participation.consultations.model import Consultation
from participation.consultations.usecases import public_of
from participation.errors import NotFound
from participation.ids import InstitutionId, PersonId
from participation.offices.usecases import office_in
from participation.paperwork.commentary import groups_of, rows_of
from participation.paperwork.gathering import adopted_act, held, letterhead_of
from participation.paperwork.record import settled
from participation.paperwork.standing import cancellation_of
from participation.paperwork.yearly import AnnualReport, Recommendation, YearConsultation
from participation.ports import UnitOfWork
from participation.programme.usecases import calendar_of


async def year_of(
    institution: InstitutionId, year: int, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> AnnualReport:
    """The report of a year that has begun; it lists what became of each comment, so that it was taken is noted."""
    found = await figures_of(institution, year, by=by, uow=uow, now=now)
    await uow.audit.note(at=now, person=by, institution=institution, action="annual report taken", subject=str(year))
    return found


async def figures_of(
    institution: InstitutionId, year: int, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> AnnualReport:
    """The same for a paper that tells the year beside other things."""
    await office_in(by, institution, uow=uow)
    if year > local_day(now).year:
        raise NotFound
    told = [await _of_year(one, year, uow=uow, now=now) for one in await public_of(institution, uow=uow)]
    lines = await calendar_of(institution, year, by=by, uow=uow, now=now)
    return AnnualReport(
        await letterhead_of(institution, uow=uow, now=now),
        year,
        tuple(each for each in told if each is not None),
        planned=tuple(line.planned for line in lines),
        acts=await uow.calendars.acts(institution, year),
    )


async def _of_year(one: Consultation, year: int, *, uow: UnitOfWork, now: datetime) -> YearConsultation | None:
    """A consultation of which anything happened in the year; any other is left out."""
    begun = [meeting for meeting in await uow.meetings.of(one.id) if meeting.has_begun(now)]
    notes = [note for meeting in begun if (note := (await held(meeting, uow=uow))[0]).day.year == year]
    act = adopted_act(one) if one.adoption is not None and one.adoption.day.year == year else None
    came = await recommendations_of(one, year, uow=uow)
    if not (one.since.year <= year <= _last_day(one, now).year or notes or act or came):
        return None
    return YearConsultation(
        title=one.terms.title,
        opened_on=one.since,
        closed_on=one.terms.deadline,
        recommendations=tuple(came),
        act=act,
        meetings=tuple(notes),
        cancelled=await cancellation_of(one, uow=uow),
    )


def _last_day(one: Consultation, now: datetime) -> date:
    """Until when it ran: what has no deadline runs until somebody says that it is over."""
    ends = one.moved_on or one.since
    if one.accepts_comments():
        return one.terms.deadline or local_day(now)
    return max(one.terms.deadline or ends, ends)


async def recommendations_of(one: Consultation, year: int, *, uow: UnitOfWork) -> Sequence[Recommendation]:
    """The comments that came in a year by their own day, each with what became of it, whenever that was decided."""
    if min(one.since, local_day(one.publish_at)).year > year:
        return ()
    comments = await uow.ledger.of(one.id)
    rows = settled(rows_of(comments), groups_of(comments))
    return [Recommendation(row.number, row.day, row.verdict, row.reason) for row in rows if row.day.year == year]
