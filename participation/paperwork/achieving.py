"""What was achieved of a consultation plan, counted from what was kept; the plan on paper with its matrix filled in.

What nobody gathered stays None, so that its cell says why it is empty. An activity of the timetable is held if a
meeting of the consultation is it: at the same place on the same day; else at the same place, on the nearest day,
since a meeting that was moved keeps its place more often than not; else on the same day, at whatever place. Each
meeting is one activity at most. An activity with a place that no meeting is was not held. Of what has no place and is
no meeting of ours (a publication, a talk among offices) nobody keeps whether it was done in time: it is left out, and
speaks neither for the timetable nor against it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from participation.comments.model import Capacity, Comment
from participation.consultations.model import Consultation
from participation.ids import PersonId, PlanId
from participation.meetings.heard import Heard, evaluated
from participation.meetings.model import Meeting
from participation.paperwork.gathering import held, letterhead_of
from participation.paperwork.letterhead import Letterhead
from participation.paperwork.matrix import Achieved, Held, Marks, Matrix, matrix
from participation.paperwork.meetings import MeetingNote, counted_at
from participation.paperwork.plan import Activity, ConsultationPlan, Quality
from participation.paperwork.planning import plan_for_officer
from participation.paperwork.reporting import methods_of
from participation.ports import UnitOfWork
from participation.words import fold, near

MEETS: Final = re.compile(r"\b(takim|degjes|tryez|forum|seanc|mbledhj|diskutim)")
"""Words, folded, by which the text of an activity tells that people come together."""


@dataclass(frozen=True)
class PlanPaper:
    """A consultation plan as it is printed: before the consultation, or with its matrix filled in."""

    letterhead: Letterhead
    plan: ConsultationPlan
    filled: Matrix | None = None


async def plan_paper_of(plan: PlanId, *, filled: bool, by: PersonId, uow: UnitOfWork, now: datetime) -> PlanPaper:
    """The plan for printing; filled in with what was achieved by today, where it is tied to a consultation."""
    found = await plan_for_officer(plan, by=by, uow=uow)
    head = await letterhead_of(found.institution, uow=uow, now=now)
    action = "plan with matrix taken" if filled and found.consultation else "plan taken"
    await uow.audit.note(at=now, person=by, institution=found.institution, action=action, subject=f"plan {plan}")
    if not filled or found.consultation is None:
        return PlanPaper(head, found.plan)
    consultation = await uow.consultations.get(found.consultation)
    achieved = await achieved_of(consultation, found.plan.activities, uow=uow, now=now)
    return PlanPaper(head, found.plan, matrix(found.plan.monitoring, achieved, today=head.day))


async def achieved_of(
    consultation: Consultation, activities: Sequence[Activity], *, uow: UnitOfWork, now: datetime
) -> Achieved:
    """All that can be counted of a consultation by now."""
    begun = [meeting for meeting in await uow.meetings.of(consultation.id) if meeting.has_begun(now)]
    notes = [(await held(meeting, uow=uow))[0] for meeting in begun]
    comments = [one for one in await uow.ledger.of(consultation.id) if one.withdrawn_on is None]
    return Achieved(
        methods=methods_of(consultation, {one.channel for one in comments}, met=bool(notes)),
        organisations=organisations_in(notes, comments),
        participants=counted_at(notes),
        comments=Counter(one.channel for one in comments),
        activities=tuple(as_held(activities, notes)),
        marks=await _marks(consultation, begun, uow=uow),
    )


def organisations_in(notes: Iterable[MeetingNote], comments: Iterable[Comment]) -> int | None:
    """How many organisations came or wrote, each once however it is spelled; None where none was written down."""
    came = (name for note in notes for name in note.organisations)
    wrote = (one.signature.name or "" for one in comments if one.signature.capacity is Capacity.ORGANISATION)
    known = {" ".join(fold(name).split()) for name in (*came, *wrote)} - {""}
    return len(known) or None


def as_held(activities: Sequence[Activity], notes: Sequence[MeetingNote]) -> Iterator[Held]:
    """Each activity that is a meeting, with the day on which it was held, if it was."""
    found: dict[int, MeetingNote] = {}
    left = list(notes)
    for is_it in (_same_day_and_place, _same_place, _same_day):
        for number, activity in enumerate(activities):
            if number not in found and (note := _nearest(activity, left, is_it)):
                left.remove(note)
                found[number] = note
    for number, activity in enumerate(activities):
        if number in found:
            yield Held(activity.text, activity.day, found[number].day)
        elif activity.place:
            yield Held(activity.text, activity.day, None)


Likeness = Callable[[Activity, MeetingNote], bool]


def _nearest(activity: Activity, notes: Iterable[MeetingNote], is_it: Likeness) -> MeetingNote | None:
    day = activity.day
    like = [note for note in notes if _is_meeting(activity) and is_it(activity, note)]
    return min(like, key=lambda note: abs(note.day - day) if day else note.day - note.day, default=None)


def _same_day_and_place(activity: Activity, note: MeetingNote) -> bool:
    return _same_day(activity, note) and _same_place(activity, note)


def _same_place(activity: Activity, note: MeetingNote) -> bool:
    """Whether one place is named within the other: `Korçë` in `Pallati i Kulturës, Korçë`."""
    one, other = activity.place, note.place
    return bool(one and other) and bool(near(one, [other], str) or near(other, [one], str))


def _same_day(activity: Activity, note: MeetingNote) -> bool:
    return activity.day == note.day


def _is_meeting(activity: Activity) -> bool:
    return bool(activity.place) or MEETS.search(fold(activity.text)) is not None


async def _marks(
    consultation: Consultation, begun: Iterable[Meeting], *, uow: UnitOfWork
) -> dict[Quality, Marks | None]:
    """How far people felt heard at all meetings together.

    Told only if no count of any one of them is hidden: else one could subtract the others from the sum.
    """
    smallest = (await uow.places.institution(consultation.institution)).smallest
    answered = [counts for meeting in begun if any((counts := await uow.voices.counts(meeting.id)).values())]
    if not answered:
        return {}
    shown = [evaluated(counts, smallest).heard for counts in answered]
    if any(count.number is None for heard in shown for count in heard.values()):
        return {Quality.EXPECTATIONS: None}
    worst, low, high, best = (
        sum(counts.get(step, 0) for counts in answered) for step in (Heard.NOT, Heard.LITTLE, Heard.PARTLY, Heard.MUCH)
    )
    return {Quality.EXPECTATIONS: Marks((worst, low, high, best))}
