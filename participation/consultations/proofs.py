"""A notice on its way to the public: what was read or typed so far, and what is still open about it.

A proof is never silently completed: what the text leaves open stays open until somebody says it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from participation.calendar.working_days import WorkingCalendar, comment_deadline
from participation.clock import local, local_day, wall
from participation.consultations.concerns import Concern, Worry, worries
from participation.consultations.model import Consultation, Kind, Stage, Step, Terms
from participation.consultations.notice import (
    DayCount,
    Doubt,
    DoubtKind,
    Margin,
    NoticeReading,
    ReadMeeting,
    ReadStep,
    before_launch,
)
from participation.consultations.plan import Plan
from participation.consultations.source import PASTED, Source
from participation.ids import ConsultationId, InstitutionId, MeetingId
from participation.joining import host_of, leads_to_a_meeting, parted, says_online
from participation.meetings.model import Joining, Meeting, Venue
from participation.messages import Media, MediaKind
from participation.places import Institution
from participation.words import fold

LONGEST_TITLE = 300
NOBODY_JOINS: Final[Mapping[MeetingId, str]] = {}
OF_DATES: Final = (
    DoubtKind.WEEKDAY_CONTRADICTS,
    DoubtKind.NO_YEAR,
    DoubtKind.NO_DAY,
    DoubtKind.IMPOSSIBLE_DATE,
    DoubtKind.LETTER_FOR_DIGIT,
    DoubtKind.TWO_READINGS,
    DoubtKind.UNUSED_DATE,
    DoubtKind.RELATIVE_DATE,
    DoubtKind.BARE_DAYS,
)


class Open(StrEnum):
    """What a notice leaves open that nobody but the coordinator can say."""

    MEETING_NO_DAY = "meeting_no_day"
    MEETING_NO_YEAR = "meeting_no_year"
    MEETING_NO_HOUR = "meeting_no_hour"
    MEETING_NO_PLACE = "meeting_no_place"
    MEETING_ENDS_EARLY = "meeting_ends_early"
    STEP_NO_YEAR = "step_no_year"
    DEADLINE_NO_YEAR = "deadline_no_year"
    OTHER_ISSUER = "other_issuer"
    ANNOUNCED_ALREADY = "announced_already"
    KIND_GUESSED = "kind_guessed"


@dataclass(frozen=True)
class Gap:
    """An open point: the words it is about, or the day."""

    what: Open
    words: str = ""
    day: date | None = None


Question = Doubt | Gap | Worry


@dataclass(frozen=True)
class Proof:
    """The draft of an announcement.

    `terms.notice_date` is what the notice itself says; without one the day of publishing counts. `days` is a
    deadline that the notice gives only as a count; `lent` names the fields that came from the institution's record;
    `early_steps` are those that may stand before the launch. One that corrects what is out is `of` that consultation,
    and was begun with the version `seen`. Where it was no text that was pasted, its `source` is a file.
    """

    institution: InstitutionId
    terms: Terms
    meetings: tuple[ReadMeeting, ...] = ()
    steps: tuple[ReadStep, ...] = ()
    papers: tuple[Media, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    issuer: str | None = None
    deadline_month_day: tuple[int, int] | None = None
    days: DayCount | None = None
    lent: tuple[str, ...] = ()
    early_steps: tuple[str, ...] = ()
    kind_guessed: bool = False
    of: ConsultationId | None = None
    seen: int = 0
    source: Source = PASTED


def proof_of(reading: NoticeReading, *, institution: Institution, papers: tuple[Media, ...]) -> Proof:
    """The first proof of a notice as it was read; e-mail and register come from the record where it gives none."""
    meetings, unused = online_apart(reading)
    terms = Terms(
        title=(reading.title or "")[:LONGEST_TITLE],
        purpose=reading.purpose or "",
        audience=reading.audience or "",
        kind=reading.kind or (Kind.MEETING if reading.meetings else Kind.PRIOR),
        notice_date=reading.published_on,
        deadline=reading.deadline,
        email=reading.email or institution.email,
        phone=reading.phone,
        register_url=reading.register_url or institution.register_url,
        protocol=reading.protocol_number,
        laws=reading.laws,
    )
    return Proof(
        institution=institution.id,
        terms=terms,
        meetings=meetings,
        steps=reading.steps,
        papers=papers,
        doubts=tuple(doubt for doubt in unused if not _is_asked_anyway(doubt, reading)),
        issuer=reading.institution,
        deadline_month_day=reading.deadline_month_day,
        days=reading.deadline_days,
        lent=tuple(_lent(reading, institution)),
        kind_guessed=reading.kind is None,
    )


def online_apart(reading: NoticeReading) -> tuple[tuple[ReadMeeting, ...], tuple[Doubt, ...]]:
    """The meetings with the links by which one joins beside their places, and the doubts without such a link.

    One that stands elsewhere in the notice is for its meetings that are online, or for its only one.
    """
    meetings = tuple(with_place(meeting, meeting.place or "") for meeting in reading.meetings)
    lost = [d for d in reading.doubts if d.kind is DoubtKind.UNUSED_LINK and leads_to_a_meeting(d.words)]
    whose = [m for m in meetings if says_online(m.place or "")] or list(meetings)[: len(meetings) == 1]
    if len(lost) != 1 or not whose or any(meeting.joining for meeting in meetings):
        return meetings, reading.doubts
    joined = (with_place(m, f"{m.place or ''} {lost[0].words}") if m in whose else m for m in meetings)
    return tuple(joined), tuple(doubt for doubt in reading.doubts if doubt not in lost)


def with_place(meeting: ReadMeeting, words: str) -> ReadMeeting:
    """A meeting at a place, with the link apart that stands in its words; one is of no use where nobody joins."""
    place, joining = parted(words)
    known = meeting.joining if says_online(place) else ""
    return replace(meeting, place=place.strip() or None, joining=joining or known)


def margin_of(proof: Proof) -> Margin:
    """All of a proof that is not published; how one joins a meeting does not stand in it, but is sealed with that."""
    beside = Margin(**{each.name: getattr(proof, each.name) for each in fields(Margin)})
    return replace(
        beside,
        meetings=tuple(replace(meeting, joining="") for meeting in beside.meetings),
        doubts=tuple(replace(d, words=host_of(d.words)) if leads_to_a_meeting(d.words) else d for d in beside.doubts),
    )


def proof_again(
    found: Consultation, meetings: Iterable[Meeting], margin: Margin, joining: Mapping[MeetingId, str] = NOBODY_JOINS
) -> Proof:
    """The proof of what was kept for later, with all that it would have said and the doubts that it had.

    `joining` is how one joins its meetings online. What was to be dated or counted from the day of its publishing
    waits for the new day.
    """
    terms = found.terms
    dated_anew = terms.notice_date == local_day(found.publish_at)
    standing = [meeting for meeting in meetings if not meeting.cancelled]
    again = tuple(replace(_again(one.venue, margin), joining=joining.get(one.id, "")) for one in standing)
    return Proof(
        institution=found.institution,
        terms=replace(
            terms,
            notice_date=None if dated_anew else terms.notice_date,
            deadline=None if margin.days else terms.deadline,
            steps=(),
        ),
        papers=tuple(Media(MediaKind.DOCUMENT, paper.ref, paper.name, paper.size) for paper in found.papers),
        **{
            **vars(margin),
            "meetings": again,
            "steps": tuple(_step_again(step, margin) for step in terms.steps),
            "doubts": tuple(doubt for doubt in margin.doubts if not _is_of_another_day(doubt, margin, again)),
        },
    )


def _again(venue: Venue, margin: Margin) -> ReadMeeting:
    """The meeting as it was read, or as it has been moved since."""
    starts, ends = local(venue.starts_at), local(venue.ends_at) if venue.ends_at else None
    now = ReadMeeting(
        day=starts.date(), start=starts.time(), end=ends.time() if ends else None, place=venue.place or None
    )
    read = next((read for read in margin.meetings if (read.day, read.start) == (now.day, now.start)), ReadMeeting())
    return replace(now, words=read.words)


def _step_again(step: Step, margin: Margin) -> ReadStep:
    return next(
        (read for read in margin.steps if (read.what, read.day) == (step.what, step.day)), ReadStep(step.what, step.day)
    )


def _is_of_another_day(doubt: Doubt, margin: Margin, now: Sequence[ReadMeeting]) -> bool:
    """Whether a doubt is about the date of a meeting that has been moved or cancelled since."""
    gone = {read.words for read in margin.meetings} - {meeting.words for meeting in now}
    return doubt.kind in OF_DATES and any(words and words in doubt.words for words in gone)


def _lent(reading: NoticeReading, institution: Institution) -> Iterator[str]:
    if not reading.email and institution.email:
        yield "email"
    if not reading.register_url and institution.register_url:
        yield "register_url"


def _is_asked_anyway(doubt: Doubt, reading: NoticeReading) -> bool:
    """Whether a doubt is found again in the proof itself, where it follows each correction."""
    if doubt.kind is DoubtKind.NO_YEAR:
        of_meeting = any(meeting.words == doubt.words for meeting in reading.meetings)
        return of_meeting or reading.deadline_month_day is not None
    return doubt.kind is DoubtKind.STEP_BEFORE_LAUNCH


def plan_of(proof: Proof, *, on: date, calendar: WorkingCalendar) -> Plan:
    """What would be published on a day; a deadline given as a count is counted from the notice."""
    announced = proof.terms.notice_date or on
    deadline = proof.terms.deadline
    if deadline is None and proof.days:
        deadline = counted(proof.days, announced, calendar)
    steps = tuple(Step(step.what, step.day) for step in proof.steps)
    terms = replace(proof.terms, notice_date=announced, deadline=deadline, steps=steps)
    return Plan(terms, venues_of(proof), proof.papers, margin_of(proof), joining_of(proof))


def terms_on(day: date, found: Consultation, margin: Margin, calendar: WorkingCalendar) -> Terms:
    """What a consultation that waits would say on that day: dated of it and counted from it, where it is to be."""
    return plan_of(proof_again(found, (), margin), on=day, calendar=calendar).terms


def counted(days: DayCount, since: date, calendar: WorkingCalendar) -> date:
    """The last of so many days; calendar days that end when nobody works go on to the next working day."""
    if days.working:
        return comment_deadline(since, calendar, days.number)
    return calendar.next_working(since + timedelta(days=days.number))


def venue_of(meeting: ReadMeeting) -> Venue | None:
    """The meeting as it would be announced, or None while its day or hour is open; an end before it begins is none."""
    if meeting.day is None or meeting.start is None:
        return None
    ends_at = wall(meeting.day, meeting.end) if meeting.end and meeting.end > meeting.start else None
    return Venue(wall(meeting.day, meeting.start), meeting.place or "", ends_at)


def venues_of(proof: Proof) -> tuple[Venue, ...]:
    """The meetings that can be announced."""
    return tuple(venue for meeting in proof.meetings if (venue := venue_of(meeting)))


def joining_of(proof: Proof) -> tuple[Joining, ...]:
    """How one joins those of them that can be joined online."""
    return tuple((venue, read.joining) for read in proof.meetings if read.joining and (venue := venue_of(read)))


def first_unfinished(proof: Proof) -> int | None:
    """The number of the first meeting that cannot be announced yet."""
    return next((number for number, meeting in enumerate(proof.meetings) if venue_of(meeting) is None), None)


def questions(
    proof: Proof, *, institution: Institution, on: date, calendar: WorkingCalendar, at: datetime | None = None
) -> tuple[Question, ...]:
    """All that should make the coordinator look twice: of the text, of what is open, of the plan on that day.

    `at` is the moment of that day, where one was chosen.
    """
    plan = plan_of(proof, on=on, calendar=calendar)
    planned = {Worry(Concern.NO_MEETING)} if proof.meetings else set()  # one without a day is asked about by itself
    found: tuple[Question, ...] = (
        *proof.doubts,
        *steps_before_launch(proof),
        *gaps(proof, institution),
        *worries(plan, today=on, calendar=calendar, at=at),
    )
    return tuple(each for each in dict.fromkeys(found) if each not in planned and not _is_asked_closer(each, proof))


def _is_asked_closer(question: Question, proof: Proof) -> bool:
    """Whether another question asks the same with more in its hands: a deadline that only lacks its year or day."""
    lacks_a_part = proof.deadline_month_day is not None or any(d.kind is DoubtKind.NO_DAY for d in proof.doubts)
    return question == Worry(Concern.NO_DEADLINE) and lacks_a_part


def steps_before_launch(proof: Proof) -> Iterator[Doubt]:
    """The steps before the launch, unless somebody said that this is right."""
    for step in before_launch(proof.steps, proof.meetings):
        if step.what not in proof.early_steps:
            yield Doubt(DoubtKind.STEP_BEFORE_LAUNCH, step.what)


def names_of(questions: Iterable[Question]) -> tuple[str, ...]:
    """What is noted when somebody publishes in spite of all these, each once."""
    return tuple(dict.fromkeys(map(name_of, questions)))


def name_of(question: Question) -> str:
    """The name under which a question is noted when somebody publishes in spite of it."""
    match question:
        case Doubt(kind=kind):
            return str(kind.value)
        case Gap(what=what):
            return what.value
        case Worry(concern=concern):
            return concern.value


def gaps(proof: Proof, institution: Institution) -> Iterator[Gap]:
    """What is open in a proof."""
    if proof.issuer and not _same_body(proof.issuer, institution.name):
        yield Gap(Open.OTHER_ISSUER, proof.issuer)
    if proof.kind_guessed:
        yield Gap(Open.KIND_GUESSED)
    if proof.terms.deadline is None and proof.deadline_month_day is not None:
        yield Gap(Open.DEADLINE_NO_YEAR)
    for meeting in proof.meetings:
        yield from _meeting_gaps(meeting, proof.doubts)
    for step in proof.steps:
        if step.day is None and step.month_day is not None:
            yield Gap(Open.STEP_NO_YEAR, f"{step.what}: {step.words}")


def announced_already(proof: Proof, known: Iterable[Consultation], now: datetime) -> Iterator[Gap]:
    """Whether the same title is open to comments, or kept for later: a notice that is pasted twice is told twice."""
    title = _letters_of(proof.terms.title)
    for one in known:
        if title and _letters_of(one.terms.title) == title and (one.is_open(now) or one.stage is Stage.SCHEDULED):
            yield Gap(Open.ANNOUNCED_ALREADY, one.terms.title, local_day(one.publish_at))
            return


def _letters_of(title: str) -> str:
    """Letters and digits only: a comma makes no other consultation."""
    return "".join(filter(str.isalnum, fold(title)))


def _same_body(one: str, other: str) -> bool:
    return fold(one) in fold(other) or fold(other) in fold(one)


def _meeting_gaps(meeting: ReadMeeting, doubts: Sequence[Doubt]) -> Iterator[Gap]:
    if meeting.day is None:
        if not _is_doubted(meeting, doubts):
            yield Gap(Open.MEETING_NO_YEAR if meeting.month_day else Open.MEETING_NO_DAY, meeting.words)
    elif meeting.start is None:
        yield Gap(Open.MEETING_NO_HOUR, day=meeting.day)
    elif meeting.end is not None and meeting.end <= meeting.start:
        yield Gap(Open.MEETING_ENDS_EARLY, day=meeting.day)
    if not meeting.place:
        yield Gap(Open.MEETING_NO_PLACE, meeting.words, meeting.day)


def _is_doubted(meeting: ReadMeeting, doubts: Sequence[Doubt]) -> bool:
    """Whether a doubt asks for the day of this meeting already."""
    return bool(meeting.words) and any(doubt.kind in OF_DATES and meeting.words in doubt.words for doubt in doubts)
