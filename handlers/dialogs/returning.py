"""Giving back what a colleague has prepared: the reason is asked for, and they are told."""

from dataclasses import dataclass

from handlers.dialogs.leaving import leavable
from handlers.events import Chose, Edited, Text
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import pending as views
from handlers.views.correcting import cannot_use
from participation.errors import Refusal, Refused
from participation.ids import PendingId
from participation.offices.pending import give_back, pending_for_officer
from participation.readable import one_sentence
from participation.words import has_letters


@dataclass(frozen=True)
class Returning:
    """The reason is awaited."""

    change: int


async def begin_giving_back(talk: Talk, pressed: views.GiveBack) -> Turn:
    """Ask why."""
    return await _ask(Returning(pressed.change), talk)


async def _ask(draft: Returning, talk: Talk, complaint: str = "") -> Turn:
    found = await pending_for_officer(PendingId(draft.change), by=talk.person.id, uow=talk.uow)
    if found.prepared_by == talk.person.id:
        raise Refused(Refusal.NEEDS_ANOTHER)
    return show(views.ask_why(talk, complaint), draft=draft)


@leavable
async def returning(draft: Returning, said: Said, talk: Talk) -> Turn:
    """Take the reason, and tell it to whoever has prepared the change."""
    match said:
        case Text(words) if not has_letters(words):
            return await _ask(draft, talk, talk.t("Please write why, in words."))
        case Text(words):
            why, by = one_sentence(words), talk.person.id
            await give_back(PendingId(draft.change), why, by=by, uow=talk.uow, now=talk.now)
            return show(views.given_back(talk), draft=None)
        case Chose() | Edited():
            return await _ask(draft, talk)
        case _:
            return await _ask(draft, talk, cannot_use(talk))


RETURNING = Dialog(views.DIALOG, 1, {Returning: returning})
