"""Linking a group of officers: only administrators do, by a link that works once and for them alone."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from hmac import compare_digest
from typing import Final

from handlers.commands.which import ask_which
from handlers.ports import Drafts
from handlers.turns import Talk, Turn, show
from handlers.views import group as views
from handlers.views.group import CheckGroup, LinkGroup, UnlinkGroup
from locales.texts import texts_in
from participation import desk_actions
from participation.clock import day_begins, local_day
from participation.drafts import KeptDraft
from participation.errors import Refusal, Refused
from participation.ids import InstitutionId, PersonId
from participation.letters import Lane, Reply
from participation.messages import Message
from participation.offices.group import link_group, unlink_group
from participation.offices.usecases import office_in
from participation.people.model import Lack, Language, Right
from participation.reports.group import catch_up

PENDING: Final = "group"
"""Under which name a link that waits is kept among somebody's drafts: sealed, one at a time, and not for long."""
LINK_LASTS: Final = timedelta(hours=1)


async def group(talk: Talk, pressed: desk_actions.ShowGroup) -> Turn:
    """Show how the group of an institution stands."""
    places = talk.where(Right.APPOINT)
    if not places:
        return show(views.no_right(talk))
    if not pressed.institution and len(places) > 1:
        question = talk.t("Of which institution is the group?")
        return await ask_which(talk, question, places, desk_actions.ShowGroup)
    place = await _administered(pressed.institution or places[0], talk)
    return show(views.group(talk, await talk.uow.places.institution(place), await talk.uow.groups.of(place)))


async def check(talk: Talk, pressed: CheckGroup) -> Turn:
    """Show it as it is found now: whoever took the press in has looked."""
    turn = await group(talk, desk_actions.ShowGroup(pressed.institution))
    return Turn(turn.screens, turn.draft, over=True)


async def link(talk: Talk, pressed: LinkGroup) -> Turn:
    """Make the link."""
    place = await _administered(pressed.institution, talk)
    token, until = talk.house.tokens(), talk.now + LINK_LASTS
    kept = KeptDraft(PENDING, 1, token, json.dumps(place))
    await talk.uow.drafts.save(talk.person.id, kept, touched_at=talk.now, listens_until=talk.now, expires_at=until)
    return show(*views.steps(talk, talk.house.links.into_group(token), until))


async def unlink(talk: Talk, pressed: UnlinkGroup) -> Turn:
    """Ask once, then let it go."""
    place = await _administered(pressed.institution, talk)
    institution = await talk.uow.places.institution(place)
    if not pressed.sure:
        return show(views.sure_to_unlink(talk, institution), over=True)
    let_go = await unlink_group(place, by=talk.person.id, uow=talk.uow, now=talk.now)
    await tell_group(let_go.recipient, views.farewell(texts_in(Language.SQ)), talk)
    return show(views.unlinked(talk, institution), over=True)


async def is_awaited_by(person: PersonId, token: str, drafts: Drafts, now: datetime) -> bool:
    """Whether somebody has made this link, and it still holds."""
    kept = await drafts.get(person, PENDING, now)
    return kept is not None and compare_digest(kept.stamp.encode(), token.encode())


async def link_to(talk: Talk, recipient: PersonId, lacks: Sequence[Lack]) -> None:
    """The link was opened in a group, by whoever made it."""
    kept = await talk.uow.drafts.get(talk.person.id, PENDING, talk.now)
    if kept is None:
        raise Refused(Refusal.INVITATION_VOID)
    await talk.uow.drafts.drop(talk.person.id, PENDING)
    place = InstitutionId(json.loads(kept.body))
    replaced = await link_group(
        recipient, institution=place, lacks=lacks, by=talk.person.id, uow=talk.uow, now=talk.now
    )
    texts = texts_in(Language.SQ)
    if replaced is not None:
        await tell_group(replaced.recipient, views.farewell(texts), talk)
    await tell_group(recipient, views.linked(texts, await talk.uow.places.institution(place), lacks), talk)
    linked = await talk.uow.groups.of(place)
    if linked is not None:
        await catch_up(linked, uow=talk.uow, now=talk.now)


async def tell_group(recipient: PersonId, message: Message, talk: Talk) -> None:
    """Say something in a group."""
    reply = Reply(message, turn=talk.stamp)
    await talk.uow.outbox.add(reply, to=recipient, lane=Lane.REPLY, due_at=day_begins(local_day(talk.now)))


async def _administered(place: int, talk: Talk) -> InstitutionId:
    await office_in(talk.person.id, InstitutionId(place), uow=talk.uow, right=Right.APPOINT)
    return InstitutionId(place)
