"""A notice that is out, taken up as a draft again: what is put right in it makes its next version."""

from dataclasses import replace
from datetime import date

from participation.calendar.working_days import WorkingCalendar
from participation.clock import local_day
from participation.consultations.concerns import about_hour, about_meeting
from participation.consultations.model import Consultation, Paper, Step
from participation.consultations.notice import ReadStep
from participation.consultations.proofs import Proof, Question, gaps, venue_of
from participation.consultations.versions import NewVersion
from participation.messages import Media, MediaKind
from participation.places import Institution


def proof_of_amending(found: Consultation) -> Proof:
    """The draft with all that it says now; its meetings are moved one by one, so that here stand new ones only."""
    return Proof(
        institution=found.institution,
        terms=replace(found.terms, steps=()),
        steps=tuple(ReadStep(step.what, step.day) for step in found.terms.steps),
        papers=tuple(map(_as_media, found.papers)),
        early_steps=tuple(step.what for step in found.terms.steps),
        of=found.id,
        seen=found.version,
    )


def _as_media(paper: Paper) -> Media:
    return Media(MediaKind.DOCUMENT, paper.ref, paper.name, paper.size)


def new_version(proof: Proof, found: Consultation) -> NewVersion:
    """What the draft makes of what is out."""
    kept, had = {paper.ref for paper in proof.papers}, {paper.ref for paper in found.papers}
    steps = tuple(Step(step.what, step.day) for step in proof.steps)
    return NewVersion(
        terms=replace(proof.terms, steps=steps),
        venues=tuple(venue for meeting in proof.meetings if (venue := venue_of(meeting))),
        papers=tuple(paper for paper in proof.papers if paper.ref not in had),
        without=tuple(paper for paper in found.papers if paper.ref not in kept),
    )


def questions_of_amending(
    proof: Proof, *, institution: Institution, today: date, calendar: WorkingCalendar
) -> tuple[Question, ...]:
    """What is open or doubtful about what is new: the rest is out, and was looked at then."""
    venues = [venue for meeting in proof.meetings if (venue := venue_of(meeting))]
    days = [(local_day(venue.starts_at), venue) for venue in venues]
    found: tuple[Question, ...] = (
        *gaps(proof, institution),
        *(worry for day, _ in days for worry in about_meeting(day, proof.terms, today=today, calendar=calendar)),
        *(worry for _, venue in days for worry in about_hour(venue)),
    )
    return tuple(dict.fromkeys(found))
