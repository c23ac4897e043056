"""What one's own comment, which was in another language, says in Albanian.

Rendering ──keep──▶ given
"""

from dataclasses import dataclass, replace

from handlers.events import Chose, Edited, Text
from handlers.spoken import NOTHING, Spoken
from handlers.turns import WITHIN_THE_HOUR, Dialog, Said, Talk, Turn, show
from handlers.views import translating as views
from handlers.views.correcting import cannot_use
from handlers.views.errors import cancelled
from participation.actions import GiveTranslation
from participation.comments.translating import give_translation, translatable
from participation.ids import CommentId


@dataclass(frozen=True)
class Rendering:
    """What it says is awaited of its author."""

    comment: int
    spoken: Spoken = NOTHING


async def begin_rendering(talk: Talk, pressed: GiveTranslation) -> Turn:
    """Ask the author what it says."""
    return await _ask_own(Rendering(pressed.comment), talk)


async def _ask_own(draft: Rendering, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    found = await translatable(CommentId(draft.comment), by=talk.person.id, uow=talk.uow)
    words = draft.spoken.words()
    return show(views.ask_own(talk, found, found.filing.wanted_by, words, note), draft=draft, over=over)


async def rendering(draft: Rendering, said: Said, talk: Talk) -> Turn:
    """Take what it says."""
    match said:
        case Chose("keep") if not draft.spoken.is_empty():
            number, text = CommentId(draft.comment), draft.spoken.text
            found = await give_translation(number, text, by=talk.person.id, uow=talk.uow, now=talk.now)
            return show(views.given(talk, found), draft=None, over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Text() | Edited() if more := draft.spoken.with_more(said):
            return await _ask_own(replace(draft, spoken=more), talk)
        case Chose() | Edited():
            return await _ask_own(draft, talk)
        case _:
            return await _ask_own(draft, talk, cannot_use(talk))


RENDERING = Dialog(views.OWN, 1, {Rendering: rendering}, listens=WITHIN_THE_HOUR)
