"""What a protection contact may be called by whoever is about to tell: the name, and a look at it.

Naming ──the name──▶ Checking ──confirm──▶ shown
   └──take it away──▶ taken away
"""

from dataclasses import dataclass

from handlers.events import Chose, Edited, Text
from handlers.spoken import means_send
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import protecting as views
from handlers.views.errors import cancelled
from participation.offices.contacts import be_called, can_be_called, offices_as_contact
from participation.words import one_line


@dataclass(frozen=True)
class Naming:
    """The name is awaited."""


@dataclass(frozen=True)
class Checking:
    """It is here; it has to be looked at."""

    called: str


async def begin_calling(talk: Talk, _: views.SayCalled) -> Turn:
    """Ask for the name."""
    return await _ask(talk)


async def _ask(talk: Talk, *, unfit: bool = False, over: bool = False) -> Turn:
    called = next((one.called for one in await offices_as_contact(talk.person.id, uow=talk.uow)), "")
    return show(views.question(talk, called, unfit=unfit), draft=Naming(), over=over)


async def naming(draft: Naming, said: Said, talk: Talk) -> Turn:
    """Take the name, or take it away."""
    match said:
        case Chose("away"):
            return await _call("", talk)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Text(words) | Edited(words):
            called = one_line(words)
            if not can_be_called(called):
                return await _ask(talk, unfit=True)
            return show(views.preview(talk, called), draft=Checking(called))
        case _:
            return await _ask(talk)


async def checking(draft: Checking, said: Said, talk: Talk) -> Turn:
    """Show it, or write it anew."""
    match said:
        case Chose("send"):
            return await _call(draft.called, talk)
        case Text(words) if means_send(words):
            return await _call(draft.called, talk)
        case Chose("again"):
            return await _ask(talk, over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Text() | Edited():
            return await naming(Naming(), said, talk)
        case _:
            return show(views.preview(talk, draft.called), draft=draft)


async def _call(called: str, talk: Talk) -> Turn:
    await be_called(called, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.done(talk, called), draft=None, over=True)


CALLING = Dialog(views.DIALOG, 1, {Naming: naming, Checking: checking})
