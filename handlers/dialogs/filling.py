"""Words for a part of an announcement: asked for, read, asked again where they do not fit."""

from dataclasses import replace
from typing import Final

from handlers.dialogs.proofing import Filling, review_again
from handlers.events import Chose, Edited, Text
from handlers.fields import read_field
from handlers.turns import Said, Talk, Turn, show
from handlers.views import correcting as views
from handlers.views.publishing import said as echo_of
from participation.consultations import corrections
from participation.consultations.notice import DoubtKind
from participation.consultations.proofs import Proof, with_place

IN_WORDS: Final = frozenset({"title", "purpose", "audience", "place", "step"})
"""The parts whose words are read as those of a notice are: what somebody types may be wrong in the same way."""


def ask_title(proof: Proof, talk: Talk) -> Turn:
    """Ask for the title, without which nothing can be published."""
    return ask_field(
        Filling(proof, "title"), talk, complaint=talk.t("It cannot be published without a title."), over=True
    )


def ask_field(draft: Filling, talk: Talk, *, complaint: str = "", over: bool = False) -> Turn:
    """Ask for the words of a part."""
    laws = views.law_buttons(talk, draft.proof.doubts) if draft.field == "laws" else ()
    screen = views.ask(talk, draft.field, present=_present(draft), complaint=complaint, more=laws)
    return show(screen, draft=draft, over=over)


def _present(draft: Filling) -> str:
    match draft.field:
        case "place":
            return draft.proof.meetings[draft.number].place or ""
        case "step":
            return "".join(step.what for step in draft.proof.steps[draft.number : draft.number + 1])
        case "laws":
            return ", ".join(draft.proof.terms.laws)
        case field:
            return str(getattr(draft.proof.terms, field) or "")


async def filling(draft: Filling, said: Said, talk: Talk) -> Turn:
    """Take the words for a part; what does not fit is asked again."""
    match said:
        case Text(words):
            return await _fill(draft, words, talk)
        case Chose("back"):
            return await review_again(draft.proof, talk)
        case Chose("empty") if draft.field not in views.NEVER_EMPTY:
            return await _echoed(draft, None, talk)
        case Chose(name, law) if name.startswith("law") and draft.field == "laws":
            return await _accept_law(draft.proof, law, talk)
        case Chose() | Edited():
            return ask_field(draft, talk)
        case _:
            return ask_field(draft, talk, complaint=views.cannot_use(talk))


async def _echoed(draft: Filling, value: str | None, talk: Talk) -> Turn:
    filled = _filled(draft, value)
    words = _present(replace(draft, proof=filled))
    doubts = talk.house.scribe.read_notice(words).doubts if words and draft.field in IN_WORDS else ()
    proof = corrections.with_words_read(filled, draft.proof, doubts)
    return await review_again(proof, talk, echo_of(talk, draft.field, words))


async def _accept_law(proof: Proof, suggestion: str, talk: Talk) -> Turn:
    meant = (d for d in proof.doubts if d.kind is DoubtKind.UNKNOWN_LAW and d.suggestion == suggestion)
    for doubt in meant:
        proof = corrections.with_law_corrected(proof, doubt.words, suggestion)
    return await review_again(proof, talk, echo_of(talk, "laws", ", ".join(proof.terms.laws)))


async def _fill(draft: Filling, words: str, talk: Talk) -> Turn:
    if draft.field == "laws":
        return await _fill_laws(draft, words, talk)
    value = read_field(draft.field, words)
    if value is None:
        return ask_field(draft, talk, complaint=talk.t(views.WRONG[draft.field]))
    return await _echoed(draft, value, talk)


async def _fill_laws(draft: Filling, words: str, talk: Talk) -> Turn:
    reading = talk.house.scribe.read_notice(f"ligji nr. {words}")
    if not reading.laws:
        return ask_field(draft, talk, complaint=talk.t(views.WRONG[draft.field]))
    doubts = [doubt for doubt in reading.doubts if doubt.kind is DoubtKind.UNKNOWN_LAW]
    proof = corrections.with_laws(draft.proof, reading.laws, doubts)
    return await review_again(proof, talk, echo_of(talk, "laws", ", ".join(reading.laws)))


def _filled(draft: Filling, value: str | None) -> Proof:
    match draft.field:
        case "place":
            meeting = draft.proof.meetings[draft.number]
            return corrections.with_meeting(draft.proof, draft.number, with_place(meeting, value or ""))
        case "step":
            return corrections.with_step_called(draft.proof, draft.number, value or "")
        case "laws":
            return corrections.with_laws(draft.proof, (), ())
        case "purpose" | "audience" as field:
            return corrections.with_terms(draft.proof, **{field: value or ""})
        case field:
            return corrections.with_terms(draft.proof, **{field: value})
