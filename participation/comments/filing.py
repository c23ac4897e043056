"""Filing comments: theme, article, the unit that got them in writing, and those that say the same (L18, L19, R19)."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from participation.clock import local_day
from participation.comments.model import Answer, Comment, Filing, Together
from participation.comments.placing import LONGEST_ARTICLE
from participation.comments.usecases import check_waits, comment_for_officer, decide
from participation.errors import Refusal, Refused
from participation.ids import CommentId, ConsultationId, PersonId
from participation.likeness import shared, stems
from participation.offices.usecases import office_in
from participation.ports import UnitOfWork
from participation.words import fold, has_letters, is_blank

LONGEST_THEME: Final = 60
LONGEST_UNIT: Final = 120
COMPARED: Final = 1500
"""Letters of a comment; what it wants stands at its beginning."""


async def comments_for_officer(on: ConsultationId, *, by: PersonId, uow: UnitOfWork) -> Sequence[Comment]:
    """All comments of a consultation, for somebody who holds an office there."""
    await office_in(by, (await uow.consultations.get(on)).institution, uow=uow)
    return await uow.ledger.of(on)


async def file_comment(
    comment: CommentId, refiled: Callable[[Filing], Filing], *, by: PersonId, uow: UnitOfWork, now: datetime
) -> Comment:
    """Keep how it is filed; a theme that somebody typed otherwise before is the same theme."""
    found = await held_for_officer(comment, by=by, uow=uow)
    filing = refiled(found.filing)
    check_filing(filing, now)
    others = await uow.ledger.of(found.consultation)
    filing = replace(
        filing,
        theme=spelled(filing.theme, themes_in(others)),
        article=" ".join(filing.article.split()),
        article_by_author=filing.article_by_author and filing.article == found.filing.article,
        unit=spelled(filing.unit, units_in(others)),
    )
    await uow.ledger.file(comment, filing)
    await note_filing("comment filed", found, by=by, uow=uow, now=now)
    return await uow.comments.get(comment)


async def held_for_officer(comment: CommentId, *, by: PersonId, uow: UnitOfWork) -> Comment:
    """A comment for somebody who holds an office there, which nobody else changes until this is done."""
    await comment_for_officer(comment, by=by, uow=uow)
    await uow.ledger.hold([comment])
    return await comment_for_officer(comment, by=by, uow=uow)  # as it stands now that nobody changes it


def check_filing(filing: Filing, now: datetime) -> None:
    """Refuse what says nothing, what is a story, and a day that is still to come."""
    checked = ((filing.theme, LONGEST_THEME), (filing.article, LONGEST_ARTICLE), (filing.unit, LONGEST_UNIT))
    for words, longest in checked:
        if words and is_blank(words):
            raise Refused(Refusal.EMPTY)
        if len(" ".join(words.split())) > longest:
            raise Refused(Refusal.TOO_LONG)
    if filing.sent_on is not None and filing.sent_on > local_day(now):
        raise Refused(Refusal.STILL_TO_COME)
    if filing.unit and not has_letters(filing.unit):
        raise Refused(Refusal.EMPTY)


def spelled(words: str, known: Iterable[str]) -> str:
    """Words in one line, as they were spelled before if they were."""
    tidy = " ".join(words.split())
    return next((one for one in known if fold(one) == fold(tidy)), tidy)


def themes_in(comments: Iterable[Comment]) -> Sequence[str]:
    """The themes of these, the most used first."""
    return _used(comments, lambda one: one.filing.theme)


def units_in(comments: Iterable[Comment]) -> Sequence[str]:
    """The units to which any of these was sent, the most used first."""
    return _used(comments, lambda one: one.filing.unit)


def _used(comments: Iterable[Comment], what: Callable[[Comment], str]) -> Sequence[str]:
    counted = Counter(filter(None, map(what, comments)))
    return sorted(counted, key=lambda word: (-counted[word], word))


def candidates(found: Comment, others: Iterable[Comment]) -> Sequence[Comment]:
    """Those with which it may be answered, the likeliest first: they lead, and say something themselves."""
    mine = stems(found.words.text[:COMPARED])
    may = [one for one in others if one.id != found.id and one.lead is None and one.withdrawn_on is None]
    return sorted(may, key=lambda one: (-shared(mine, stems(one.words.text[:COMPARED])), -one.id))


async def head_of(comment: CommentId, to: CommentId, *, by: PersonId, uow: UnitOfWork) -> tuple[Comment, Comment]:
    """A comment, and the one with which it would be answered: that which leads the one that was meant."""
    found = await comment_for_officer(comment, by=by, uow=uow)
    meant = await comment_for_officer(to, by=by, uow=uow)
    head = meant if meant.lead is None else await uow.comments.get(meant.lead)
    check_waits(found)
    if head.id == found.id or head.consultation != found.consultation or head.withdrawn_on is not None:
        raise Refused(Refusal.NOT_ALIKE)
    return found, head


async def join_comment(comment: CommentId, to: CommentId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Comment:
    """Let it be answered with another one, by its decision and reason; where that has them, at once."""
    _, head = await head_of(comment, to, by=by, uow=uow)
    await uow.ledger.hold([comment, head.id])
    found, head = await head_of(comment, head.id, by=by, uow=uow)  # as they stand now that nobody changes them
    along = [comment, *await uow.ledger.joined_to(comment)]
    if not await uow.ledger.join(comment, head.id):
        raise Refused(Refusal.ALREADY_ANSWERED)
    if head.answer is not None:
        together = head.answer.together or Together(head.receipt)
        answer = Answer(head.answer.verdict, head.answer.reason, now, together)
        await decide(along, answer, by=by, uow=uow, now=now)
    await note_filing(f"comment joined to {head.receipt}", found, by=by, uow=uow, now=now)
    return await uow.comments.get(comment)


async def take_apart(comment: CommentId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Comment:
    """Let it be answered by itself again."""
    found = await comment_for_officer(comment, by=by, uow=uow)
    check_waits(found)
    if found.lead is None:
        raise Refused(Refusal.NOTHING_CHANGED)
    if not await uow.ledger.join(comment, None):
        raise Refused(Refusal.ALREADY_ANSWERED)
    await note_filing("comment taken apart", found, by=by, uow=uow, now=now)
    return await uow.comments.get(comment)


async def note_filing(what: str, found: Comment, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Note in the register what a coordinator did to a comment."""
    institution = (await uow.consultations.get(found.consultation)).institution
    await uow.audit.note(at=now, person=by, institution=institution, action=what, subject=found.receipt)
