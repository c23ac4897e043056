"""A notice that is out, taken up as a draft again: what is put right in it makes its next version."""

from dataclasses import replace

from participation.consultations.model import Consultation, Paper, Step
from participation.consultations.notice import ReadStep
from participation.consultations.proofs import Proof, joining_of, venues_of
from participation.consultations.versions import NewVersion
from participation.messages import Media, MediaKind


def proof_of_amending(found: Consultation) -> Proof:
    """The draft with all that it says now; its meetings are moved one by one, so that here stand new ones only."""
    return Proof(
        institution=found.institution,
        terms=replace(found.terms, steps=()),
        steps=tuple(ReadStep(step.what, step.day) for step in found.terms.steps),
        papers=tuple(map(as_media, found.papers)),
        early_steps=tuple(step.what for step in found.terms.steps),
        of=found.id,
        seen=found.version,
    )


def as_media(paper: Paper) -> Media:
    """A document that is out, as a draft holds it."""
    return Media(MediaKind.DOCUMENT, paper.ref, paper.name, paper.size)


def new_version(proof: Proof, found: Consultation) -> NewVersion:
    """What the draft makes of what is out."""
    kept, had = {paper.ref for paper in proof.papers}, {paper.ref for paper in found.papers}
    steps = tuple(Step(step.what, step.day) for step in proof.steps)
    return NewVersion(
        terms=replace(proof.terms, steps=steps),
        venues=venues_of(proof),
        joining=joining_of(proof),
        papers=tuple(paper for paper in proof.papers if paper.ref not in had),
        without=tuple(paper for paper in found.papers if paper.ref not in kept),
    )
