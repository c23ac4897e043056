"""A notice on its way to the public: what was read or typed so far, and what is still open about it.

A proof is never silently completed: what the text leaves open stays open until somebody says it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final

from handlers.words import fold
from participation.calendar.working_days import WorkingCalendar, comment_deadline
from participation.clock import wall
from participation.consultations.concerns import Worry, worries
from participation.consultations.model import Kind, Step, Terms
from participation.consultations.notice import Doubt, DoubtKind, NoticeReading, ReadMeeting, ReadStep
from participation.consultations.usecases import Plan
from participation.ids import InstitutionId
from participation.meetings.model import Venue
from participation.messages import Media
from participation.places import Institution

LONGEST_TITLE = 300
OF_DATES: Final = (DoubtKind.WEEKDAY_CONTRADICTS, DoubtKind.NO_YEAR, DoubtKind.IMPOSSIBLE_DATE, DoubtKind.RELATIVE_DATE)
_KINDS: Final[Sequence[tuple[str, Kind]]] = (
    ("paraprak", Kind.PRIOR),
    ("projektvendim", Kind.DRAFT),
    ("projekt-vendim", Kind.DRAFT),
    ("projektakt", Kind.DRAFT),
    ("projekt-akt", Kind.DRAFT),
    ("projektligj", Kind.DRAFT),
    ("projektplan", Kind.DRAFT),
    ("projektin e", Kind.DRAFT),
)


class Open(StrEnum):
    """What a notice leaves open that nobody but the coordinator can say."""

    MEETING_NO_DAY = "meeting_no_day"
    MEETING_NO_YEAR = "meeting_no_year"
    MEETING_NO_HOUR = "meeting_no_hour"
    MEETING_NO_PLACE = "meeting_no_place"
    STEP_NO_YEAR = "step_no_year"
    DEADLINE_NO_YEAR = "deadline_no_year"
    OTHER_ISSUER = "other_issuer"


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

    `terms.notice_date` is what the notice itself says; without one the day of publishing counts. `working_days` is a
    deadline that the notice gives only as a count; `lent` names the fields that came from the institution's record;
    `early_steps` are those that may stand before the launch.
    """

    institution: InstitutionId
    terms: Terms
    meetings: tuple[ReadMeeting, ...] = ()
    steps: tuple[ReadStep, ...] = ()
    papers: tuple[Media, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    issuer: str | None = None
    deadline_month_day: tuple[int, int] | None = None
    working_days: int | None = None
    lent: tuple[str, ...] = ()
    early_steps: tuple[str, ...] = ()


def proof_of(reading: NoticeReading, *, institution: Institution, papers: tuple[Media, ...]) -> Proof:
    """The first proof of a notice as it was read; e-mail and register come from the record where it gives none."""
    terms = Terms(
        title=(reading.title or "")[:LONGEST_TITLE],
        purpose=reading.purpose or "",
        kind=kind_of(reading),
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
        meetings=reading.meetings,
        steps=reading.steps,
        papers=papers,
        doubts=tuple(doubt for doubt in reading.doubts if not _is_asked_anyway(doubt, reading)),
        issuer=reading.institution,
        deadline_month_day=reading.deadline_month_day,
        working_days=reading.deadline_working_days,
        lent=tuple(_lent(reading, institution)),
    )


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


def kind_of(reading: NoticeReading) -> Kind:
    """The occasion, by the words of the notice; the coordinator sees it and can change it."""
    text = fold(reading.cleaned_text)
    named = next((kind for words, kind in _KINDS if words in text), None)
    return named or (Kind.MEETING if reading.meetings else Kind.PRIOR)


def plan_of(proof: Proof, *, on: date, calendar: WorkingCalendar) -> Plan:
    """What would be published on a day; a deadline given as a count is counted from the notice."""
    announced = proof.terms.notice_date or on
    deadline = proof.terms.deadline
    if deadline is None and proof.working_days:
        deadline = comment_deadline(announced, calendar, proof.working_days)
    steps = tuple(Step(step.what, step.day) for step in proof.steps)
    terms = replace(proof.terms, notice_date=announced, deadline=deadline, steps=steps)
    venues = tuple(venue for meeting in proof.meetings if (venue := venue_of(meeting)))
    return Plan(terms, venues, proof.papers)


def venue_of(meeting: ReadMeeting) -> Venue | None:
    """The meeting as it would be announced, or None while its day or hour is open."""
    if meeting.day is None or meeting.start is None:
        return None
    ends_at = wall(meeting.day, meeting.end) if meeting.end and meeting.end > meeting.start else None
    return Venue(wall(meeting.day, meeting.start), meeting.place or "", ends_at)


def first_unfinished(proof: Proof) -> int | None:
    """The number of the first meeting that cannot be announced yet."""
    return next((number for number, meeting in enumerate(proof.meetings) if venue_of(meeting) is None), None)


def questions(proof: Proof, *, institution: Institution, on: date, calendar: WorkingCalendar) -> tuple[Question, ...]:
    """All that should make the coordinator look twice: of the text, of what is open, of the plan on that day."""
    plan = plan_of(proof, on=on, calendar=calendar)
    return (
        *proof.doubts,
        *steps_before_launch(proof),
        *gaps(proof, institution),
        *worries(plan, today=on, calendar=calendar),
    )


def steps_before_launch(proof: Proof) -> Iterator[Doubt]:
    """Steps dated before the first meeting, which opens the work, unless somebody said that this is right."""
    launch = min((meeting.day for meeting in proof.meetings if meeting.day), default=None)
    for step in proof.steps:
        if launch and step.day and step.day < launch and step.what not in proof.early_steps:
            yield Doubt(DoubtKind.STEP_BEFORE_LAUNCH, step.what)


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
    if proof.terms.deadline is None and proof.deadline_month_day is not None:
        yield Gap(Open.DEADLINE_NO_YEAR)
    for meeting in proof.meetings:
        yield from _meeting_gaps(meeting)
    for step in proof.steps:
        if step.day is None and step.month_day is not None:
            yield Gap(Open.STEP_NO_YEAR, f"{step.what}: {step.words}")


def _same_body(one: str, other: str) -> bool:
    return fold(one) in fold(other) or fold(other) in fold(one)


def _meeting_gaps(meeting: ReadMeeting) -> Iterator[Gap]:
    if meeting.day is None:
        yield Gap(Open.MEETING_NO_YEAR if meeting.month_day else Open.MEETING_NO_DAY, meeting.words)
    elif meeting.start is None:
        yield Gap(Open.MEETING_NO_HOUR, day=meeting.day)
    if not meeting.place:
        yield Gap(Open.MEETING_NO_PLACE, meeting.words, meeting.day)


def without_doubts(proof: Proof, *kinds: DoubtKind, about: str | None = None) -> Proof:
    """The proof with doubts of these kinds settled: all of them, or those about some words."""
    kept = (d for d in proof.doubts if d.kind not in kinds or (about is not None and about not in d.words))
    return replace(proof, doubts=tuple(kept))


def with_terms(proof: Proof, **values: Any) -> Proof:
    """The proof with some of its terms said anew; what was said is no longer lent by the record."""
    lent = tuple(name for name in proof.lent if name not in values)
    return replace(proof, terms=replace(proof.terms, **values), lent=lent)


def with_deadline(proof: Proof, day: date) -> Proof:
    """The proof with its last day for comments said; doubts about dates of no meeting are settled by it."""
    settled = tuple(d for d in proof.doubts if d.kind not in OF_DATES or _of_a_meeting(d, proof))
    return replace(with_terms(proof, deadline=day), doubts=settled, deadline_month_day=None, working_days=None)


def _of_a_meeting(doubt: Doubt, proof: Proof) -> bool:
    return any(meeting.words and meeting.words in doubt.words for meeting in proof.meetings)


def with_meeting(proof: Proof, number: int, meeting: ReadMeeting) -> Proof:
    """The proof with a meeting said anew, or a new one at the end."""
    return replace(proof, meetings=(*proof.meetings[:number], meeting, *proof.meetings[number + 1 :]))


def with_date_settled(proof: Proof, number: int) -> Proof:
    """The proof without the doubts about a meeting's date."""
    words = proof.meetings[number].words
    return without_doubts(proof, *OF_DATES, about=words) if words else proof


def without_meeting(proof: Proof, number: int) -> Proof:
    """The proof without one of its meetings, and without the doubts about it."""
    proof = with_date_settled(proof, number)
    return replace(proof, meetings=(*proof.meetings[:number], *proof.meetings[number + 1 :]))


def without_empty_meetings(proof: Proof) -> Proof:
    """The proof without meetings that were begun and left with nothing said of them."""
    return replace(proof, meetings=tuple(meeting for meeting in proof.meetings if meeting != ReadMeeting()))


def with_step(proof: Proof, number: int, day: date | None) -> Proof:
    """The proof with the day of a step said, or left open."""
    changed = ReadStep(proof.steps[number].what, day)
    return replace(proof, steps=(*proof.steps[:number], changed, *proof.steps[number + 1 :]))


def without_step(proof: Proof, number: int) -> Proof:
    """The proof without one of its steps."""
    return replace(proof, steps=(*proof.steps[:number], *proof.steps[number + 1 :]))


def with_early_steps(proof: Proof) -> Proof:
    """The proof in which every step may stand before the launch: the coordinator says so."""
    return replace(proof, early_steps=tuple(step.what for step in proof.steps))


def with_laws(proof: Proof, laws: tuple[str, ...], doubts: Sequence[Doubt]) -> Proof:
    """The proof with its laws said anew, and what is doubtful about those."""
    kept = without_doubts(proof, DoubtKind.UNKNOWN_LAW)
    return replace(with_terms(kept, laws=laws), doubts=(*kept.doubts, *doubts))


def with_law_corrected(proof: Proof, wrong: str, right: str) -> Proof:
    """The proof with a law's number put right wherever it stands."""
    laws = tuple(dict.fromkeys(right if law == wrong else law for law in proof.terms.laws))
    terms = proof.terms
    said = with_terms(
        proof, laws=laws, title=terms.title.replace(wrong, right), purpose=terms.purpose.replace(wrong, right)
    )
    return without_doubts(said, DoubtKind.UNKNOWN_LAW, about=wrong)


def with_spelling(proof: Proof) -> Proof:
    """The proof with every W that was typed as Ë put right, in all that will be published."""
    for doubt in (d for d in proof.doubts if d.kind is DoubtKind.W_AS_E and d.suggestion):
        proof = _spelled(proof, doubt.words, doubt.suggestion or doubt.words)
    return without_doubts(proof, DoubtKind.W_AS_E)


def _spelled(proof: Proof, wrong: str, right: str) -> Proof:
    word = re.compile(rf"(?<![^\W_]){re.escape(wrong)}(?![^\W_])", re.IGNORECASE)

    def put_right(text: str) -> str:
        return word.sub(lambda found: _same_case(found[0], wrong, right), text)

    terms = proof.terms
    return replace(
        with_terms(
            proof, title=put_right(terms.title), purpose=put_right(terms.purpose), audience=put_right(terms.audience)
        ),
        meetings=tuple(replace(m, place=put_right(m.place) if m.place else m.place) for m in proof.meetings),
        steps=tuple(replace(step, what=put_right(step.what)) for step in proof.steps),
    )


def _same_case(found: str, wrong: str, right: str) -> str:
    """The right word in the case in which the wrong one stands: `ëorkshop` becomes `workshop`."""
    if found == wrong or len(found) != len(right):
        return right
    letters = {"Ë": "W", "ë": "w"}
    return "".join(letters.get(f, f) if r in "wW" else f for f, r in zip(found, right, strict=True))
