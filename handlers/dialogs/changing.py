"""Changing one's own comment until the time for comments is over.

Rewriting ──words──▶ Comparing ──send──▶ changed
"""

from dataclasses import dataclass

from handlers.events import Chose, Text
from handlers.spoken import NOTHING, Spoken, means_send
from handlers.turns import WITHIN_THE_HOUR, Dialog, Said, Talk, Turn, show
from handlers.views import changing as views
from handlers.views.changing import ChangeComment, WithdrawComment
from handlers.views.errors import cancelled
from participation.comments.changing import changeable, reword_comment, withdraw_comment
from participation.comments.model import Comment
from participation.comments.usecases import check_words
from participation.ids import CommentId


@dataclass(frozen=True)
class Rewriting:
    """The new words are awaited."""

    comment: int
    spoken: Spoken = NOTHING


@dataclass(frozen=True)
class Comparing:
    """They are here; they have to be looked at and sent."""

    comment: int
    spoken: Spoken


async def begin_changing(talk: Talk, pressed: ChangeComment) -> Turn:
    """Ask for the new words."""
    return await _rewrite(Rewriting(pressed.comment), talk)


async def withdraw(talk: Talk, pressed: WithdrawComment) -> Turn:
    """Ask once, then take it back."""
    found = await _mine(pressed.comment, talk)
    if not pressed.sure:
        return show(views.ask_to_withdraw(talk, found), over=True)
    gone = await withdraw_comment(found.id, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.withdrawn(talk, gone), over=True)


async def _mine(comment: int, talk: Talk) -> Comment:
    return await changeable(CommentId(comment), by=talk.person.id, uow=talk.uow, now=talk.now)


async def _rewrite(draft: Rewriting, talk: Talk, *, over: bool = False) -> Turn:
    found = await _mine(draft.comment, talk)
    return show(views.ask_words(talk, found, draft.spoken.words()), draft=draft, over=over)


async def rewriting(draft: Rewriting, said: Said, talk: Talk) -> Turn:
    """Take the new words."""
    match said:
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Chose("go_on") if not draft.spoken.is_empty():
            return await _check(Comparing(draft.comment, draft.spoken), talk, over=True)
        case _:
            spoken = draft.spoken.with_more(said)
            return (
                await _rewrite(draft, talk) if spoken is None else await _check(Comparing(draft.comment, spoken), talk)
            )


async def _check(draft: Comparing, talk: Talk, *, over: bool = False) -> Turn:
    check_words(draft.spoken.words())
    found = await _mine(draft.comment, talk)
    return show(views.preview(talk, found, draft.spoken.words()), draft=draft, over=over)


async def comparing(draft: Comparing, said: Said, talk: Talk) -> Turn:
    """Send it, or say more."""
    match said:
        case Chose("send"):
            return await _send(draft, talk)
        case Text(words) if means_send(words):
            return await _send(draft, talk)
        case Chose("back"):
            return await _rewrite(Rewriting(draft.comment, draft.spoken), talk, over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case _:
            return await _check(Comparing(draft.comment, draft.spoken.with_more(said) or draft.spoken), talk)


async def _send(draft: Comparing, talk: Talk) -> Turn:
    found = await reword_comment(
        CommentId(draft.comment), draft.spoken.words(), by=talk.person.id, uow=talk.uow, now=talk.now
    )
    return show(views.changed(talk, found), draft=None, over=True)


CHANGING = Dialog(views.DIALOG, 1, {Rewriting: rewriting, Comparing: comparing}, listens=WITHIN_THE_HOUR)
"""As a comment: what somebody says later is not meant for it unasked."""
