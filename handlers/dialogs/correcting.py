"""Putting right one part of an announcement; each correction leads back to the draft with its doubts counted anew.

Reviewing ──a part──▶ Filling (words) ────────────▶ Reviewing
│                 Dating (a day, an hour) ────▶
└────────────────▶ Listing ──one of them──▶ Changing
"""

from collections.abc import Mapping, Set
from dataclasses import replace
from typing import Final

from handlers.dialogs.dating import ask_date, change, changing, dating
from handlers.dialogs.filling import ask_field, filling
from handlers.dialogs.proofing import (
    Changing,
    Dating,
    Filling,
    Listing,
    look_at,
    removed,
    review_again,
)
from handlers.events import Chose, Edited, File
from handlers.handed import cannot_attach, named_paper
from handlers.turns import Said, Step, Talk, Turn, show
from handlers.views import correcting as views
from handlers.views.errors import cannot_use
from handlers.views.publishing import said as echo_of
from locales.words import KINDS
from participation.consultations import corrections, proofs
from participation.consultations.model import Kind
from participation.consultations.notice import ReadMeeting
from participation.consultations.proofs import Proof
from participation.ids import UnitId
from participation.messages import Media


async def fix(what: str, proof: Proof, talk: Talk) -> Turn:
    """Ask for one part of the draft."""
    match what:
        case "kind" | "units" | "papers" | "meetings" | "steps":
            return await _list(Listing(proof, what), talk, over=True)
        case "deadline":
            return await ask_date(Dating(proof, "d"), talk, over=True)
        case field if field in views.ASKS and field not in views.OF_ONE:
            return ask_field(Filling(proof, field), talk, over=True)
        case _:
            return await review_again(proof, talk)


async def _list(draft: Listing, talk: Talk, *, over: bool = False) -> Turn:
    proof = draft.proof
    match draft.what:
        case "kind":
            screen = views.kinds(talk)
        case "units":
            screen = views.units(talk, (await look_at(proof, talk)).units, proof.terms.units)
        case "papers":
            screen = views.papers(talk, proof.papers)
        case "steps":
            screen = views.steps(talk, proof.steps, early=any(proofs.steps_before_launch(proof)))
        case _:
            screen = views.meetings(talk, proof)
    return show(screen, draft=draft, over=over)


async def listing(draft: Listing, said: Said, talk: Talk) -> Turn:
    """Take the one that was chosen; a file is always one more document."""
    match said:
        case Chose("back"):
            return await review_again(draft.proof, talk)
        case Chose(name, value):
            return await _picked(draft, name, value, talk)
        case File(media):
            return await attach(draft.proof, media, talk)
        case Edited():
            return await _list(draft, talk)
        case _:
            turn = await _list(draft, talk)
            return replace(turn, screens=(cannot_use(talk, talk.t("Press one of the buttons.")), *turn.screens))


async def _picked(draft: Listing, name: str, value: str, talk: Talk) -> Turn:
    proof, number = draft.proof, int(value) if value.isdecimal() else 0
    match draft.what, name:
        case "kind", "kind" if value in set(Kind):
            echo = echo_of(talk, "kind", talk.t(KINDS[Kind(value)]))
            return await review_again(corrections.with_terms(proof, kind=Kind(value)), talk, echo)
        case "units", "with":
            return await _chosen(draft, {*proof.terms.units, UnitId(number)}, talk)
        case "units", "without":
            return await _chosen(draft, {*proof.terms.units} - {UnitId(number)}, talk)
        case "papers", "remove" if number < len(proof.papers):
            kept = (*proof.papers[:number], *proof.papers[number + 1 :])
            return await review_again(replace(proof, papers=kept), talk, removed(talk, proof.papers[number].name or ""))
        case "meetings", "meeting" if number < len(proof.meetings):
            return change(Changing(proof, number), talk, over=True)
        case "meetings", "add":
            added = corrections.with_meeting(proof, len(proof.meetings), ReadMeeting())
            return await ask_date(Dating(added, f"m{len(proof.meetings)}"), talk, over=True)
        case "steps", "step" if number < len(proof.steps):
            return await ask_date(Dating(proof, f"s{number}"), talk, over=True)
        case "steps", "add":
            return ask_field(Filling(proof, "step", len(proof.steps)), talk, over=True)
        case "steps", "right":
            return await review_again(corrections.with_early_steps(proof), talk)
        case _:
            return await _list(draft, talk)


async def _chosen(draft: Listing, units: Set[UnitId], talk: Talk) -> Turn:
    known = {unit.id for unit in (await look_at(draft.proof, talk)).units}
    proof = corrections.with_terms(draft.proof, units=tuple(sorted(units & known)))
    return await _list(Listing(proof, "units"), talk, over=True)


async def attach(proof: Proof, media: Media, talk: Talk) -> Turn:
    """Put a file to the documents, if people could open it there."""
    complaint = cannot_attach(proof.papers, media, talk)
    if complaint:
        return replace(await review_again(proof, talk, complaint), left_out=complaint)
    paper = named_paper(media, talk)
    echo = talk.t("Added: {name}", name=paper.name)
    return await review_again(replace(proof, papers=(*proof.papers, paper)), talk, echo)


CORRECTING: Final[Mapping[type, Step]] = {
    Filling: filling,
    Listing: listing,
    Changing: changing,
    Dating: dating,
}
