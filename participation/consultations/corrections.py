"""Putting a proof right: each correction gives a new proof, with the doubts it settles taken out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from participation.consultations.notice import Doubt, DoubtKind, ReadMeeting, ReadStep
from participation.consultations.proofs import OF_DATES, Proof


def without_doubts(proof: Proof, *kinds: DoubtKind, about: str | None = None) -> Proof:
    """The proof with doubts of these kinds settled: all of them, or those about some words."""
    kept = (d for d in proof.doubts if d.kind not in kinds or (about is not None and about not in d.words))
    return replace(proof, doubts=tuple(kept))


OF_WORDS: Final = frozenset({DoubtKind.W_AS_E, DoubtKind.UNKNOWN_LAW})
"""What is doubtful about words wherever they stand, also those that somebody types into a part."""


def words_of(proof: Proof) -> str:
    """All that will be published in words, a part in each paragraph."""
    terms = proof.terms
    laws = f"ligji nr. {', '.join(terms.laws)}" if terms.laws else ""
    parts = (terms.title, terms.purpose, terms.audience, laws)
    return "\n\n".join((*parts, *(m.place or "" for m in proof.meetings), *(step.what for step in proof.steps)))


def with_words_read(proof: Proof, before: Proof, found: Iterable[Doubt]) -> Proof:
    """The proof with what is doubtful about its words by now, and without what somebody has put right by hand."""
    had, has = words_of(before), words_of(proof)
    kept = (d for d in proof.doubts if d.kind is not DoubtKind.W_AS_E or d.words in has or d.words not in had)
    return replace(proof, doubts=tuple(dict.fromkeys((*kept, *(d for d in found if d.kind in OF_WORDS)))))


def with_terms(proof: Proof, **values: Any) -> Proof:
    """The proof with some of its terms said anew; what was said is no longer lent by the record."""
    lent = tuple(name for name in proof.lent if name not in values)
    guessed = proof.kind_guessed and "kind" not in values
    return replace(proof, terms=replace(proof.terms, **values), lent=lent, kind_guessed=guessed)


def with_deadline(proof: Proof, day: date) -> Proof:
    """The proof with its last day for comments said; doubts about dates of no meeting are settled by it."""
    settled = tuple(d for d in proof.doubts if d.kind not in OF_DATES or _of_a_meeting(d, proof))
    return replace(with_terms(proof, deadline=day), doubts=settled, deadline_month_day=None, days=None)


def _of_a_meeting(doubt: Doubt, proof: Proof) -> bool:
    return any(meeting.words and meeting.words in doubt.words for meeting in proof.meetings)


def with_meeting(proof: Proof, number: int, meeting: ReadMeeting) -> Proof:
    """The proof with a meeting said anew, or a new one at the end."""
    return replace(proof, meetings=(*proof.meetings[:number], meeting, *proof.meetings[number + 1 :]))


def with_date_settled(proof: Proof, number: int) -> Proof:
    """The proof without the doubts about a meeting's date; "tomorrow" is settled by any date that is said."""
    words = proof.meetings[number].words
    proof = without_doubts(proof, DoubtKind.RELATIVE_DATE)
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


def with_step_called(proof: Proof, number: int, what: str) -> Proof:
    """The proof with a step in other words, or a new one at the end whose day is open."""
    present = proof.steps[number] if number < len(proof.steps) else ReadStep(what)
    return replace(proof, steps=(*proof.steps[:number], replace(present, what=what), *proof.steps[number + 1 :]))


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
