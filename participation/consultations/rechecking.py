"""What is doubtful about a notice that is out, and which rules of the law a new version of it passes over.

What was announced is judged by the day on which it was, what is new by today: a meeting of which people have known for
a month is not too soon because it is tomorrow.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from participation.calendar.working_days import LONGEST_COMMENT_DAYS, WorkingCalendar, comment_days
from participation.clock import local_day
from participation.consultations.concerns import (
    Concern,
    Worry,
    about_deadline,
    about_hour,
    about_meeting,
    missing,
    needs_reason,
)
from participation.consultations.keeping import versions_for
from participation.consultations.model import Consultation, Terms
from participation.consultations.plan import Plan
from participation.consultations.proofs import Gap, Open, Proof, Question, gaps, name_of
from participation.consultations.rewording import as_media, new_version
from participation.consultations.versions import NewVersion, Version
from participation.meetings.model import Meeting, Venue
from participation.places import Institution
from participation.ports import UnitOfWork


@dataclass(frozen=True)
class NoticeOut:
    """A notice that is out, with what it is judged by: all that it has said, its meetings, the working days."""

    consultation: Consultation
    versions: Sequence[Version]
    meetings: Sequence[Meeting]
    calendar: WorkingCalendar

    @property
    def standing(self) -> tuple[Meeting, ...]:
        """The meetings that were not called off."""
        return tuple(meeting for meeting in self.meetings if not meeting.cancelled)

    def told_on(self, meeting: Meeting) -> date:
        """The day on which a meeting was announced as it stands: with a later version, or with the notice."""
        with_it = (one for one in self.versions if meeting.venue in {each.venue for each in one.meetings or ()})
        return next((one.day for one in with_it), self.versions[0].day)


async def notice_out(found: Consultation, *, uow: UnitOfWork) -> NoticeOut:
    """A notice that is out, with what it is judged by."""
    versions = await versions_for(found, uow=uow)
    calendar = await uow.places.calendar(found.institution)
    return NoticeOut(found, versions, await uow.meetings.of(found.id), calendar)


def questions_of_amending(
    proof: Proof, out: NoticeOut, *, institution: Institution, today: date
) -> tuple[Question, ...]:
    """All that is open or doubtful about a notice once it says what its draft says."""
    new = new_version(proof, out.consultation)
    return tuple(dict.fromkeys((*proof.doubts, *gaps(proof, institution), *doubts_after(new, out, today=today))))


def doubts_after(new: NewVersion, out: NoticeOut, *, today: date) -> tuple[Question, ...]:
    """What is doubtful about a notice once it says what a new version says."""
    found = (*_about_terms(new, out), *_about_deadline(new, out), *_about_meetings(new, out, today))
    return tuple(dict.fromkeys(found))


def passed_over(new: NewVersion, out: NoticeOut, *, today: date) -> tuple[Question, ...]:
    """The rules of the law that a new version passes over; those passed over before have been answered for."""
    before = {_rule(doubt) for doubt in doubts_after(NewVersion(out.consultation.terms), out, today=today)}
    wanted = (doubt for doubt in doubts_after(new, out, today=today) if needs_reason([name_of(doubt)]))
    return tuple(doubt for doubt in wanted if _rule(doubt) not in before)


def _rule(doubt: Question) -> Question | Concern:
    """What is passed over: of each meeting by itself; time that is still too short was too short before."""
    is_short = isinstance(doubt, Worry) and doubt.concern is Concern.SHORT_DEADLINE
    return Concern.SHORT_DEADLINE if is_short else doubt


def _about_terms(new: NewVersion, out: NoticeOut) -> Iterator[Question]:
    kept = (as_media(paper) for paper in out.consultation.papers if paper not in new.without)
    venues = (*(meeting.venue for meeting in out.standing), *new.venues)
    yield from missing(Plan(new.terms, venues, (*kept, *new.papers)))


def _about_deadline(new: NewVersion, out: NoticeOut) -> Iterator[Worry]:
    """The time that the notice gives since it is out; the law lets it be extended to 40 working days (art. 15)."""
    yield from about_deadline(Plan(new.terms), out.versions[0].day, out.calendar)
    until = new.terms.deadline
    if until is not None and until != out.consultation.terms.deadline:
        days = comment_days(out.consultation.since, until, out.calendar)
        if days > LONGEST_COMMENT_DAYS:
            yield Worry(Concern.LONG_DEADLINE, until, days)


def _about_meetings(new: NewVersion, out: NoticeOut, today: date) -> Iterator[Question]:
    for meeting in out.standing:
        if local_day(meeting.venue.starts_at) >= today:
            yield from _about_venue(meeting.venue, new.terms, out.told_on(meeting), out.calendar)
    for venue in new.venues:
        yield from _about_venue(venue, new.terms, today, out.calendar)


def _about_venue(venue: Venue, terms: Terms, told_on: date, calendar: WorkingCalendar) -> Iterator[Question]:
    day = local_day(venue.starts_at)
    yield from about_meeting(day, terms, today=told_on, calendar=calendar)
    yield from about_hour(venue)
    if not venue.place:
        yield Gap(Open.MEETING_NO_PLACE, day=day)
