"""Changes that wait for a second coordinator: looked at, released, taken over or thrown away."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import dropwhile
from typing import Final

from handlers.dialogs.amending import AMENDING, Weighing, added_papers
from handlers.dialogs.concluding import CONCLUDING
from handlers.dialogs.founding import FOUNDING
from handlers.dialogs.moving import MOVING
from handlers.dialogs.publishing import begin_publishing, has_begun
from handlers.dialogs.resuming import says_something
from handlers.drafts import UnreadableError, recall, thaw
from handlers.events import Chose
from handlers.turns import Dialog, Talk, Turn, show
from handlers.views import pending as views
from handlers.views.errors import SENTENCES, changed_meanwhile, in_the_way
from handlers.views.files import file
from participation.desk_actions import ShowPending
from participation.drafts import PendingChange
from participation.errors import Refused
from participation.ids import PendingId
from participation.layout import button
from participation.messages import Button, Message
from participation.offices.pending import has_lost_author, pending_for, pending_for_officer, take_over, throw_away
from participation.offices.usecases import offices_at
from participation.packing import short_mark

RELEASED: Final[Mapping[str, Dialog]] = {each.name: each for each in (AMENDING, CONCLUDING, FOUNDING, MOVING)}
"""The conversations whose end a colleague may have to release."""


@dataclass(frozen=True)
class Opened:
    """The draft of a change and its last look as it is now; without a turn it cannot be changed either."""

    look: views.Look
    draft: object = None
    turn: Turn | None = None


async def pending(talk: Talk, pressed: ShowPending) -> Turn:
    """Show what waits, the oldest first, as its author had it before them."""
    if pressed.change:
        await _found(pressed.change, talk)
    found = await pending_for(talk.institutions, person=talk.person.id, uow=talk.uow)
    if not found:
        return show(views.nothing(talk))
    one, *later = dropwhile(lambda each: pressed.change not in {0, each.id}, found)
    following = button(talk.t("The next one"), ShowPending(later[0].id)) if later else None
    return await _shown(one, await _opened(one, talk), talk, following)


async def _found(change: int, talk: Talk) -> PendingChange:
    return await pending_for_officer(PendingId(change), by=talk.person.id, uow=talk.uow)


async def _shown(change: PendingChange, opened: Opened, talk: Talk, following: Button | None = None) -> Turn:
    others = [one for one in await offices_at(change.institution, uow=talk.uow) if one.person != talk.person.id]
    standing = views.Standing(
        own=change.prepared_by == talk.person.id,
        orphan=await has_lost_author(change, uow=talk.uow),
        alone=not others,
        for_good=opened.turn is None,
    )
    return show(*views.waiting(talk, change, opened.look, standing=standing, following=following))


async def _opened(change: PendingChange, talk: Talk) -> Opened:
    """The last look as it is now, with the documents it adds; where it cannot go out, what it is about, and why."""
    about, dialog = (await _about(change, talk),), RELEASED[change.draft.dialog]
    try:
        draft = thaw(change.draft, dialog)
        outgoing = dialog.outgoing[type(draft)]
        turn = await outgoing.show(draft, talk)
    except UnreadableError:
        return Opened(views.Look(about, blocked=views.unreadable(talk)))
    except Refused as refused:
        return Opened(views.Look(about, blocked=talk.t(SENTENCES[refused.why])))
    if turn.draft != draft:
        return Opened(views.Look(about, blocked=views.overtaken(talk)), draft, turn)
    try:
        mark = short_mark(await outgoing.seen(draft, talk))
    except Refused as refused:
        return Opened(views.Look(turn.screens, blocked=talk.t(SENTENCES[refused.why])), draft, turn)
    added = [file(talk, paper, paper.name or "") for paper in await added_papers(draft, talk)]
    return Opened(views.Look((*added, *turn.screens), mark), draft, turn)


async def _about(change: PendingChange, talk: Talk) -> Message:
    if change.consultation is None:
        return Message(title=(await talk.uow.places.institution(change.institution)).name, body="")
    return Message(title=(await talk.uow.consultations.get(change.consultation)).terms.title, body="")


async def release_change(talk: Talk, pressed: views.ReleaseChange) -> Turn:
    """Let it go out if it is still what was looked at; else it is looked at once more."""
    change = await _found(pressed.change, talk)
    opened = await _opened(change, talk)
    if opened.look.blocked or opened.look.mark != pressed.seen:
        return changed_meanwhile(await _shown(change, opened, talk), talk)
    outgoing = RELEASED[change.draft.dialog].outgoing[type(opened.draft)]
    return await outgoing.send(opened.draft, talk, change.id)


async def take_over_change(talk: Talk, pressed: views.TakeOver) -> Turn:
    """Go on with it as with one's own, while it waits on; what one has begun oneself must be done with first."""
    change = await _found(pressed.change, talk)
    opened = await _opened(change, talk)
    if opened.turn is None:
        return await _shown(change, opened, talk)
    draft, dialog = opened.draft, RELEASED[change.draft.dialog]
    if isinstance(draft, Weighing) and draft.wish.proof is not None and await has_begun(talk):
        return in_the_way(await begin_publishing(talk), talk)
    begun = await recall(dialog, talk)
    if begun is not None and says_something(dialog, begun):
        return in_the_way(await dialog.steps[type(begun)](begun, Chose(""), talk), talk)
    await take_over(change.id, by=talk.person.id, uow=talk.uow, now=talk.now)
    return opened.turn


async def throw_away_change(talk: Talk, pressed: views.ThrowAway) -> Turn:
    """Ask once, then throw away what one has prepared."""
    change = await _found(pressed.change, talk)
    if not pressed.sure:
        return show(views.ask_to_throw_away(talk, change.id), over=True)
    await throw_away(change.id, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.thrown_away(talk), over=True)
