"""The drafts of an announcement that is being put right, and the look at it."""

from dataclasses import dataclass
from datetime import datetime

from handlers.events import Chose
from handlers.turns import Said, Talk, Turn, show
from handlers.views.errors import cancelled
from handlers.views.publishing import Look, leaving_screen, preview, review, seen_above
from participation.clock import local_day
from participation.consultations import corrections
from participation.consultations.model import Consultation
from participation.consultations.proofs import Proof, announced_already, plan_of, questions
from participation.consultations.rechecking import notice_out, questions_of_amending
from participation.consultations.rewording import proof_of_amending
from participation.ids import ConsultationId
from participation.layout import paragraphs


@dataclass(frozen=True)
class Reviewing:
    """The draft is looked at."""

    proof: Proof


@dataclass(frozen=True)
class Filling:
    """Words for a part are awaited; `number` is the meeting's or the step's, where it is one's."""

    proof: Proof
    field: str
    number: int = 0


@dataclass(frozen=True)
class Listing:
    """One of several is being chosen: a kind, a unit, a document, a meeting, a step."""

    proof: Proof
    what: str


@dataclass(frozen=True)
class Changing:
    """One meeting is being changed."""

    proof: Proof
    number: int


@dataclass(frozen=True)
class Dating:
    """A day or an hour is awaited, for the deadline (`d`), a meeting (`m3`) or a step (`s3`)."""

    proof: Proof
    target: str


@dataclass(frozen=True)
class Leaving:
    """Whether the draft shall be thrown away was asked, once."""

    proof: Proof


async def look_at(
    proof: Proof, talk: Talk, at: datetime | None = None, *, kept_as: ConsultationId | None = None
) -> Look:
    """The proof as it stands now, or at the moment it shall be published; `kept_as` is itself, kept for later."""
    institution = await talk.uow.places.institution(proof.institution)
    calendar = await talk.uow.places.calendar(institution.id)
    units = await talk.uow.places.units(institution.municipality) if institution.municipality else ()
    day = local_day(at or talk.now)
    if proof.of is not None:
        out = await notice_out(await talk.uow.consultations.get(proof.of), uow=talk.uow)
        asked = questions_of_amending(proof, out, institution=institution, today=day)
        plan = plan_of(proof, on=day, calendar=calendar)
        return Look(proof, institution, calendar, tuple(units), plan, asked, tuple(out.meetings))
    others = [one for one in await talk.uow.consultations.of(institution.id) if one.id != kept_as]
    return Look(
        proof=proof,
        institution=institution,
        calendar=calendar,
        units=tuple(units),
        plan=plan_of(proof, on=day, calendar=calendar),
        questions=(
            *announced_already(proof, others, talk.now),
            *questions(proof, institution=institution, on=day, calendar=calendar, at=at),
        ),
    )


def proof_to_amend(found: Consultation, talk: Talk) -> Proof:
    """What is out as a draft, with what is doubtful about its words."""
    return with_doubts(proof_of_amending(found), talk)


def with_doubts(proof: Proof, talk: Talk) -> Proof:
    """A draft of what is out, with what is doubtful about its words: that was not kept, and still stands."""
    return corrections.with_words_read(proof, proof, talk.house.scribe.read_notice(corrections.words_of(proof)).doubts)


async def show_proof(proof: Proof, talk: Talk, echo: str = "") -> Turn:
    """The draft as everybody will see it, then its doubts."""
    proof = corrections.without_empty_meetings(proof)
    look = await look_at(proof, talk)
    return show(preview(talk, look), review(talk, look, paragraphs(echo, seen_above(talk))), draft=Reviewing(proof))


async def review_again(proof: Proof, talk: Talk, echo: str = "") -> Turn:
    """What was changed, in full, and the doubts counted anew, in place of the question."""
    proof = corrections.without_empty_meetings(proof)
    return show(review(talk, await look_at(proof, talk), echo), draft=Reviewing(proof), over=True)


def ask_to_leave(proof: Proof, talk: Talk, *, over: bool = False) -> Turn:
    """Ask before a draft is thrown away: much may have been put right in it."""
    return show(leaving_screen(talk, proof.terms.title), draft=Leaving(proof), over=over)


async def leaving(draft: Leaving, said: Said, talk: Talk) -> Turn:
    """Throw the draft away, or go on with it."""
    match said:
        case Chose("away"):
            return show(cancelled(talk), draft=None, over=True)
        case Chose("keep"):
            return await review_again(draft.proof, talk)
        case _:
            return ask_to_leave(draft.proof, talk)


def removed(talk: Talk, what: str) -> str:
    """That a part is gone."""
    return talk.t("Removed: {name}", name=what)
