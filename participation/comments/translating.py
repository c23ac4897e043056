"""Comments in another language: taken as they are; the procedure is held in Albanian (Code 44/2015, art. 20; R23)."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final

from participation.apart import one_by_one
from participation.clock import local_day
from participation.comments.bringing import once_awake
from participation.comments.filing import held_for_officer, note_filing
from participation.comments.model import Comment, CommentChannel, Filing, Translation, TranslationWanted
from participation.comments.usecases import check_waits, comment_for_author
from participation.errors import NotFound, Refusal, Refused
from participation.ids import CommentId, PersonId
from participation.letters import Lane
from participation.ports import UnitOfWork
from participation.readable import check_readable
from participation.words import has_letters

FARTHEST: Final = timedelta(days=60)
"""Who is asked for a translation need not wait longer to know what becomes of the comment."""


def is_wanted(found: Comment) -> bool:
    """Whether its author was asked for a translation and can still give one, or a better one."""
    return found.filing.wanted_by is not None and found.waits


def is_awaited(found: Comment) -> bool:
    """Whether nothing of its author's has come yet of what they were asked for."""
    translation = found.filing.translation
    return is_wanted(found) and not (translation is not None and translation.by_author)


async def translate_comment(comment: CommentId, text: str, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Comment:
    """Keep what a coordinator says that it says in Albanian; the original stays as it is."""
    _check(text)
    found = await held_for_officer(comment, by=by, uow=uow)
    filing = replace(found.filing, translation=Translation(text.strip(), local_day(now)))
    return await _keep(found, filing, "comment translated", by=by, uow=uow, now=now)


async def drop_translation(comment: CommentId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Comment:
    """Take away what a coordinator wrote; what its author wrote is not theirs to take."""
    found = await held_for_officer(comment, by=by, uow=uow)
    translation = found.filing.translation
    if translation is None or translation.by_author:
        raise Refused(Refusal.NOTHING_CHANGED)
    filing = replace(found.filing, translation=None)
    return await _keep(found, filing, "translation taken away", by=by, uow=uow, now=now)


async def ask_for_translation(
    comment: CommentId, until: date, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> Comment:
    """Give its author an additional day for a translation; whose phone may not ring yet hears it when it may."""
    found = await held_for_officer(comment, by=by, uow=uow)
    check_waits(found)
    today = local_day(now)
    if until <= today:
        raise Refused(Refusal.IN_THE_PAST)
    if until > today + FARTHEST:
        raise Refused(Refusal.TOO_FAR)
    filing = replace(found.filing, wanted_by=until, asked=False)
    kept = await _keep(found, filing, "translation asked for", by=by, uow=uow, now=now)
    if found.channel is CommentChannel.BOT:
        await _ask_awake(comment, uow=uow, now=now)
    return kept


async def ask_returned(author: PersonId, *, uow: UnitOfWork, now: datetime) -> None:
    """Ask somebody who is back for what they were never reached to be asked for, until its day is over."""
    for found in await uow.comments.of_person(author):
        until = found.filing.wanted_by
        if until is not None and until >= local_day(now) and is_awaited(found) and not found.filing.asked:
            await _ask_awake(found.id, uow=uow, now=now)


async def _ask_awake(comment: CommentId, *, uow: UnitOfWork, now: datetime) -> None:
    await uow.ledger.ask_author(comment)
    await _ask(comment, uow=uow, now=now)


async def ask_authors(*, uow: UnitOfWork, now: datetime) -> int:
    """Ask those whose quiet hours are over: as an answer it does not wait in the outbox, a name beside it."""
    return await one_by_one(await uow.ledger.unasked(), partial(_ask, uow=uow, now=now), uow=uow)


async def _ask(comment: CommentId, *, uow: UnitOfWork, now: datetime) -> bool:

    async def bring_to(author: PersonId) -> bool:
        until = (await uow.comments.get(comment)).filing.wanted_by
        letter, key = TranslationWanted(comment), f"translation:{comment}:{until}"
        return await uow.outbox.add(letter, to=author, lane=Lane.REMINDER, due_at=now, key=key)

    return await once_awake(comment, uow.ledger.mark_asked, bring_to, uow=uow, now=now)


async def give_translation(comment: CommentId, text: str, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Comment:
    """Keep what its author says that it says in Albanian, in place of what anybody wrote before."""
    await translatable(comment, by=by, uow=uow)
    _check(text)
    await uow.ledger.hold([comment])
    found = await translatable(comment, by=by, uow=uow)  # as it stands now that nobody changes it
    translation = Translation(text.strip(), local_day(now), by_author=True)
    await uow.ledger.file(comment, replace(found.filing, translation=translation))
    return await uow.comments.get(comment)


async def translatable(comment: CommentId, *, by: PersonId, uow: UnitOfWork) -> Comment:
    """One's own comment, as long as a translation of it is wanted."""
    found = await comment_for_author(comment, by=by, uow=uow)
    check_waits(found)
    if not is_wanted(found):
        raise NotFound
    return found


def _check(text: str) -> None:
    if not has_letters(text):
        raise Refused(Refusal.EMPTY)
    check_readable(text)


async def _keep(found: Comment, filing: Filing, what: str, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Comment:
    await uow.ledger.file(found.id, filing)
    await note_filing(what, found, by=by, uow=uow, now=now)
    return await uow.comments.get(found.id)
