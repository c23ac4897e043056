"""Changes that wait for a second coordinator: looked at, released, taken over or thrown away."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import dropwhile
from typing import Final

from handlers.dialogs.amending import AMENDING, Weighing
from handlers.dialogs.asking import let_out
from handlers.dialogs.concluding import CONCLUDING
from handlers.dialogs.founding import FOUNDING
from handlers.dialogs.moving import MOVING
from handlers.dialogs.publishing import begin_publishing, has_begun
from handlers.drafts import UnreadableError, recall, thaw
from handlers.events import Chose
from handlers.turns import KEEP, Dialog, Outgoing, Talk, Turn, show
from handlers.views import pending as views
from handlers.views.errors import SENTENCES, in_the_way
from participation.desk_actions import ShowPending
from participation.drafts import PendingChange
from participation.errors import Refused
from participation.ids import PendingId
from participation.layout import button
from participation.messages import Button, Message
from participation.offices.pending import pending_for, pending_for_officer, take_over, throw_away

RELEASED: Final[Mapping[str, Dialog]] = {each.name: each for each in (AMENDING, CONCLUDING, FOUNDING, MOVING)}
"""The conversations whose end a colleague may have to release."""


async def pending(talk: Talk, pressed: ShowPending) -> Turn:
    """Show what waits, the oldest first, as its author had it before them."""
    if pressed.change:
        await _found(pressed.change, talk)
    found = await pending_for(talk.institutions, person=talk.person.id, uow=talk.uow)
    if not found:
        return show(views.nothing(talk))
    one, *later = dropwhile(lambda each: pressed.change not in {0, each.id}, found)
    following = button(talk.t("The next one"), ShowPending(later[0].id)) if later else None
    return await _shown(one, talk, following)


async def _found(change: int, talk: Talk) -> PendingChange:
    return await pending_for_officer(PendingId(change), by=talk.person.id, uow=talk.uow)


async def _shown(change: PendingChange, talk: Talk, following: Button | None = None) -> Turn:
    looked_at, blocked = await _looked_at(change, talk)
    return show(*views.waiting(talk, change, looked_at, blocked=blocked, following=following))


async def _looked_at(change: PendingChange, talk: Talk) -> tuple[tuple[Message, ...], str]:
    """The last look as it is now; where it cannot go out any more, what it is about, and why."""
    try:
        draft, outgoing = _thawed(change)
        turn = await outgoing.show(draft, talk)
    except UnreadableError:
        return (await _about(change, talk),), views.unreadable(talk)
    except Refused as refused:
        return (await _about(change, talk),), talk.t(SENTENCES[refused.why])
    if turn.draft != draft:
        return (await _about(change, talk),), views.overtaken(talk)
    return turn.screens, ""


def _thawed(change: PendingChange) -> tuple[object, Outgoing]:
    dialog = RELEASED[change.draft.dialog]
    draft = thaw(change.draft, dialog)
    return draft, dialog.outgoing[type(draft)]


async def _about(change: PendingChange, talk: Talk) -> Message:
    if change.consultation is None:
        return Message(title=(await talk.uow.places.institution(change.institution)).name, body="")
    return Message(title=(await talk.uow.consultations.get(change.consultation)).terms.title, body="")


async def release_change(talk: Talk, pressed: views.ReleaseChange) -> Turn:
    """Let it go out; where it is another one by now, that is said."""
    change = await _found(pressed.change, talk)
    try:
        draft, outgoing = _thawed(change)
    except UnreadableError:
        return await _shown(change, talk)
    turn = await let_out(draft, outgoing, talk, change.id)
    is_out = turn.draft in {None, KEEP}
    return replace(turn, draft=KEEP) if is_out else await _shown(change, talk)


async def take_over_change(talk: Talk, pressed: views.TakeOver) -> Turn:
    """Go on with it as with one's own; what one has begun oneself must be done with first."""
    change = await _found(pressed.change, talk)
    try:
        draft, outgoing = _thawed(change)
    except UnreadableError:
        return await _shown(change, talk)
    if isinstance(draft, Weighing) and draft.wish.proof is not None and await has_begun(talk):
        return in_the_way(await begin_publishing(talk), talk)
    dialog = RELEASED[change.draft.dialog]
    begun = await recall(dialog, talk)
    if begun is not None:
        return in_the_way(await dialog.steps[type(begun)](begun, Chose(""), talk), talk)
    await take_over(change.id, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await outgoing.show(draft, talk)


async def throw_away_change(talk: Talk, pressed: views.ThrowAway) -> Turn:
    """Ask once, then throw away what one has prepared."""
    change = await _found(pressed.change, talk)
    if not pressed.sure:
        return show(views.ask_to_throw_away(talk, change.id), over=True)
    await throw_away(change.id, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.thrown_away(talk), over=True)
