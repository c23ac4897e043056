"""A notice that is out, taken up as a draft again: what is put right in it makes its next version."""

from dataclasses import fields, replace

from participation.consultations.model import Consultation, Paper, Step, Terms
from participation.consultations.notice import ReadStep
from participation.consultations.proofs import Proof, joining_of, venues_of
from participation.consultations.versions import NewVersion, Version
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


def says_the_same(before: Version, found: Consultation) -> bool:
    """Whether a version has the words and documents of now, and at most its meetings are others."""
    return before.terms == found.terms and before.papers == found.papers


def rebased(proof: Proof, begun: Version, found: Consultation) -> Proof:
    """What a draft has changed of the version it was begun with, laid over what the notice says now."""
    was = proof_of_amending(replace(found, terms=begun.terms, papers=begun.papers or ()))
    now = proof_of_amending(found)
    said = ((each.name, getattr(proof.terms, each.name), getattr(was.terms, each.name)) for each in fields(Terms))
    stay = (paper for paper in now.papers if paper in proof.papers or paper not in was.papers)
    come = (paper for paper in proof.papers if paper not in was.papers and paper not in now.papers)
    return replace(
        proof,
        terms=replace(now.terms, **{name: value for name, value, before in said if value != before}),
        steps=now.steps if proof.steps == was.steps else proof.steps,
        early_steps=now.early_steps if proof.steps == was.steps else proof.early_steps,
        papers=(*stay, *come),
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
