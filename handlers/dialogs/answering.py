"""Answering a comment: a decision, its reason, a look at it, and it goes to the author.

Deciding ──verdict──▶ Reasoning ──words or skip──▶ Checking ──send──▶ answered, and the next one
A reason may come in several messages, as a comment may: a phone cuts a long one in two.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.commands.comments import copied, officer_page
from handlers.drafts import recall
from handlers.events import Chose, Edited, Text
from handlers.spoken import NOTHING, Spoken
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import answering as views
from handlers.views.errors import cancelled, cannot_use, refusal
from handlers.views.grouping import by_hand as by_hand_line
from participation import desk_actions
from participation.comments.model import Comment, CommentChannel, Verdict
from participation.comments.usecases import answer_comment, check_reason, open_comment, owed_in_order
from participation.errors import NotFound, Refusal, Refused
from participation.ids import CommentId
from participation.messages import Message


@dataclass(frozen=True)
class Deciding:
    """The decision is awaited; a reason may have been written already."""

    comment: int
    spoken: Spoken = NOTHING


@dataclass(frozen=True)
class Reasoning:
    """The reason is awaited."""

    comment: int
    verdict: Verdict


@dataclass(frozen=True)
class Checking:
    """All is here; it has to be looked at and sent."""

    comment: int
    verdict: Verdict
    spoken: Spoken


async def begin_answer(talk: Talk, pressed: desk_actions.AnswerComment) -> Turn:
    """Show the comment and ask for the decision."""
    found = await _comment(pressed.comment, talk)
    if not found.waits:
        return await _answered_already(found, talk)
    return await _decide(Deciding(found.lead or found.id), talk)


async def begun_answer(talk: Talk) -> Comment | None:
    """The comment whose answer was begun and left, as long as it waits for one."""
    match await recall(ANSWERING, talk):
        case Deciding(comment) | Reasoning(comment) | Checking(comment):
            pass
        case _:
            return None
    try:
        found = await _comment(comment, talk)
    except Refused:
        return None
    return found if found.waits else None


async def reason_with(more: Spoken, talk: Talk) -> Turn:
    """Go on with an answer that was begun, with words that belong to its reason."""
    words = replace(more, media=())
    match await recall(ANSWERING, talk):
        case Deciding() as draft:
            return await _decide(replace(draft, spoken=draft.spoken.before(words)), talk)
        case Reasoning(comment, verdict):
            return await _check(Checking(comment, verdict, words), talk)
        case Checking() as draft:
            return await _check(replace(draft, spoken=draft.spoken.before(words)), talk)
        case _:
            raise NotFound


async def _answered_already(found: Comment, talk: Talk) -> Turn:
    """A colleague was faster: what they answered is there to be read."""
    said = refusal(talk, Refusal.ALREADY_ANSWERED if found.answer is not None else Refusal.WITHDRAWN)
    return show(said, *await officer_page(found, talk), draft=None)


async def _comment(comment: int, talk: Talk) -> Comment:
    return await open_comment(CommentId(comment), by=talk.person.id, uow=talk.uow, now=talk.now)


async def _decide(draft: Deciding, talk: Talk, *, over: bool = False) -> Turn:
    found = await _comment(draft.comment, talk)
    consultation = await talk.uow.consultations.get(found.consultation)
    joined = [one.receipt for one in await _joined(found, talk)]
    screen = views.deciding(talk, found, consultation.terms.title, draft.spoken.text, joined)
    return show(screen, draft=draft, over=over)


async def _joined(found: Comment, talk: Talk) -> Sequence[Comment]:
    """Those that get the same answer."""
    return [await talk.uow.comments.get(one) for one in await talk.uow.ledger.joined_to(found.id)]


async def deciding(draft: Deciding, said: Said, talk: Talk) -> Turn:
    """Take the decision; words that come before it are kept as its reason."""
    match said:
        case Chose("verdict", value) if value in set(Verdict):
            if draft.spoken.is_empty():
                return await _ask_reason(Reasoning(draft.comment, Verdict(value)), talk, over=True)
            return await _check(Checking(draft.comment, Verdict(value), draft.spoken), talk)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case _:
            return await _decide(replace(draft, spoken=_with_words(draft.spoken, said)), talk)


def _with_words(spoken: Spoken, said: Said) -> Spoken:
    """The reason so far with what was just said: only words are a reason."""
    return (spoken.with_more(said) or spoken) if isinstance(said, Text | Edited) else spoken


async def _ask_reason(draft: Reasoning, talk: Talk, *, over: bool = False) -> Turn:
    found = await _comment(draft.comment, talk)
    return show(views.ask_reason(talk, found.receipt, draft.verdict), draft=draft, over=over)


async def reasoning(draft: Reasoning, said: Said, talk: Talk) -> Turn:
    """Take the reason; only full acceptance may do without."""
    match said:
        case Text():
            return await _check(Checking(draft.comment, draft.verdict, _with_words(NOTHING, said)), talk)
        case Chose("skip") if draft.verdict is Verdict.ACCEPTED:
            return await _check(Checking(draft.comment, draft.verdict, NOTHING), talk, over=True)
        case Chose("back"):
            return await _decide(Deciding(draft.comment), talk, over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Chose() | Edited():
            return await _ask_reason(draft, talk)
        case _:
            turn = await _ask_reason(draft, talk)
            return show(cannot_use(talk, talk.t("Please write the reason as text.")), *turn.screens, draft=draft)


async def _check(draft: Checking, talk: Talk, *, over: bool = False) -> Turn:
    reason = draft.spoken.text
    check_reason(draft.verdict, reason)
    found = await _comment(draft.comment, talk)
    return show(views.preview(talk, found, draft.verdict, reason), draft=draft, over=over)


async def checking(draft: Checking, said: Said, talk: Talk) -> Turn:
    """Send it, or change it once more; more words are more of the reason."""
    match said:
        case Chose("send"):
            return await _send(draft, talk)
        case Chose("reason"):
            return await _ask_reason(Reasoning(draft.comment, draft.verdict), talk, over=True)
        case Chose("back"):
            return await _decide(Deciding(draft.comment, draft.spoken), talk, over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Chose() | Text() | Edited():
            return await _check(replace(draft, spoken=_with_words(draft.spoken, said)), talk)
        case _:
            turn = await _check(draft, talk)
            return show(
                cannot_use(talk, talk.t("Press Send, or write more of the reason.")), *turn.screens, draft=draft
            )


async def _send(draft: Checking, talk: Talk) -> Turn:
    found = await _comment(draft.comment, talk)
    if not found.waits:
        return await _answered_already(found, talk)
    answered = await answer_comment(
        CommentId(draft.comment),
        verdict=draft.verdict,
        reason=draft.spoken.text or None,
        by=talk.person.id,
        uow=talk.uow,
        now=talk.now,
    )
    waiting = await owed_in_order(talk.institutions, uow=talk.uow)
    screen = views.answered(talk, answered, waiting[0][0].id if waiting else None, len(waiting))
    by_hand = [] if answered.channel is CommentChannel.BOT else [await copied(answered, talk)]
    others = by_hand_line(talk, await _joined(answered, talk))
    by_hand += [Message(body=others)] if others else []
    return show(screen, *by_hand, draft=None, over=True)


ANSWERING = Dialog(views.DIALOG, 2, {Deciding: deciding, Reasoning: reasoning, Checking: checking})
