"""Taking in what a notice is read from: pieces of a text, or files and photos, which are opened aside.

Collecting ──a file──▶ it waits to be opened ──opened: a notice──────▶ Reviewing
│    ▲                                 └──opened: none──▶ Collecting, with one document more
└────┘ a piece of the text             └──read again, or not at all──▶ Collecting
"""

from dataclasses import dataclass, replace

from handlers.dialogs.proofing import show_proof
from handlers.events import Chose
from handlers.handed import NOTHING_HANDED, Handed, cannot_attach, cut_off, not_opened, settled, take
from handlers.opened import Candidate, Opened
from handlers.turns import Opening, Said, Talk, Turn, show
from handlers.views import collecting as views
from handlers.views.errors import cancelled
from handlers.views.publishing import DIALOG
from participation.consultations.notice import NoticeReading
from participation.consultations.proofs import proof_of
from participation.ids import InstitutionId
from participation.layout import paragraphs
from participation.unread import Unread


@dataclass(frozen=True)
class Collecting:
    """The notice comes in pieces, its documents too; a `candidate` was found in a file and does not look like one."""

    institution: int
    handed: Handed = NOTHING_HANDED
    candidate: Candidate | None = None


async def collecting(draft: Collecting, said: Said, talk: Talk) -> Turn:
    """Take each piece of the notice, each document, until that was all."""
    match said:
        case Chose("all" | "anyway" as why) if not draft.handed.notice.is_empty():
            return await _read(draft, talk, anyway=why == "anyway")
        case Chose("is_one") if draft.candidate is not None:
            return await _read_anyway(draft, draft.candidate, talk)
        case Chose("again") if draft.handed.unopened:
            return collected(draft, talk, over=True)
        case Chose("unread") if draft.handed.unopened:
            handed, refused = not_opened(draft.handed, talk)
            return collected(replace(draft, handed=handed), talk, refused, over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case _:
            handed, complaint = take(draft.handed, said, talk)
            return collected(Collecting(draft.institution, handed), talk, complaint)


def collected(draft: Collecting, talk: Talk, complaint: str = "", *, over: bool = False) -> Turn:
    """What has come so far; files that may be the notice are opened once that is written down."""
    handed, refused = settled(draft.handed, talk)
    turn = _shown(replace(draft, handed=handed), talk, paragraphs(complaint, refused), over=over)
    files = handed.waiting
    return replace(turn, later=Opening(DIALOG, files)) if files else turn


def _shown(draft: Collecting, talk: Talk, complaint: str = "", *, over: bool = False) -> Turn:
    screen = views.collected(talk, draft.handed, complaint, may_be_one=draft.candidate is not None)
    return replace(show(screen, draft=draft, over=over), left_out=complaint)


async def take_opened(draft: Collecting, opened: Opened, talk: Talk) -> Turn | None:
    """The proof of the notice that was found; what is none becomes a document, and why that is so is said."""
    if opened.media != draft.handed.waiting:
        return None
    if not opened.are_all_here:
        return show(views.not_fetched(talk, draft.handed), draft=draft)
    match opened.best:
        case (candidate, reading) if reading.is_notice:
            return await _found(draft, opened, candidate, reading, talk)
        case best:
            return _none_found(draft, opened, best[0] if best else None, talk)


async def _found(draft: Collecting, opened: Opened, notice: Candidate, reading: NoticeReading, talk: Talk) -> Turn:
    """The proof; of the other files, documents are documents, and of a page that is not read it is said why."""
    papers, told = draft.handed.papers, []
    for media, content in opened.files:
        if media not in notice.source.files:
            refusal = cannot_attach(papers, media, talk)
            papers = papers if refusal else (*papers, media)
            is_page = media.is_picture and isinstance(content, Unread)
            told.append(views.not_the_notice(talk, media, content) if is_page else refusal)
    beside = paragraphs(draft.handed.notice.text, *(each.words for each in draft.handed.unopened))
    return await _proof(replace(draft, handed=Handed(papers=papers)), reading, notice, talk, beside, *told)


def _none_found(draft: Collecting, opened: Opened, candidate: Candidate | None, talk: Talk) -> Turn:
    """What does not look like a notice is a document, or is refused; whoever knows better can say so."""
    handed, refused = not_opened(draft.handed, talk)
    reasons = dict.fromkeys(views.not_the_notice(talk, media, content) for media, content in opened.files)
    return collected(Collecting(draft.institution, handed, candidate), talk, paragraphs(*reasons, refused))


async def _read(draft: Collecting, talk: Talk, *, anyway: bool) -> Turn:
    """The proof of the notice; of a text that calls the public to nothing only where somebody says that it is one."""
    reading = talk.house.scribe.read_notice(draft.handed.notice.text)
    if not reading.is_notice and not anyway:
        return show(views.no_notice(talk), draft=draft, over=True)
    return await _proof(draft, reading, None, talk)


async def _read_anyway(draft: Collecting, candidate: Candidate, talk: Talk) -> Turn:
    """The proof of what was found in a file, where somebody says that it is a notice."""
    reading = talk.house.scribe.read_notice(candidate.words)
    papers = tuple(paper for paper in draft.handed.papers if paper not in candidate.source.files)
    handed = Handed(papers=papers)
    return await _proof(replace(draft, handed=handed), reading, candidate, talk, draft.handed.notice.text)


async def _proof(
    draft: Collecting, reading: NoticeReading, found: Candidate | None, talk: Talk, beside: str = "", *told: str
) -> Turn:
    """The proof, and what it was read from, with what was written beside that."""
    institution = await talk.uow.places.institution(InstitutionId(draft.institution))
    proof = proof_of(reading, institution=institution, papers=draft.handed.papers)
    if found is None:
        return await show_proof(proof, talk)
    cut = cut_off(talk) if found.is_cut else ""
    echo = paragraphs(views.read_from(talk, found.source), cut, *dict.fromkeys(told), views.beside(talk, beside))
    return await show_proof(replace(proof, source=found.source), talk, echo)
