"""What a comment in another language says in Albanian: a coordinator writes it, or asks its author.

Translating ──keep──▶ kept
     └──ask──▶ Limiting ──day──▶ asked
"""

from dataclasses import dataclass, replace
from datetime import date

from handlers.commands.comments import officer_page
from handlers.dialogs.typed_days import day_in
from handlers.events import Chose, Edited, Text
from handlers.spoken import NOTHING, Spoken
from handlers.turns import Dialog, Said, Talk, Turn, column, show
from handlers.views import translating as views
from handlers.views.correcting import cannot_use
from handlers.views.filing import TranslateComment, left
from handlers.when import When, unpacked
from participation.clock import local_day
from participation.comments.model import Comment
from participation.comments.translating import (
    ask_for_translation,
    drop_translation,
    translate_comment,
)
from participation.comments.usecases import comment_for_officer
from participation.ids import CommentId

OFFERED = (5, 10)
"""Working days that are offered to an author."""


@dataclass(frozen=True)
class Translating:
    """What it says is awaited of a coordinator."""

    comment: int
    spoken: Spoken = NOTHING


@dataclass(frozen=True)
class Limiting:
    """The day until which its author has time is awaited; what was written before waits for a step back."""

    comment: int
    spoken: Spoken = NOTHING


async def begin_translating(talk: Talk, pressed: TranslateComment) -> Turn:
    """Ask a coordinator what it says."""
    return await _ask(Translating(pressed.comment), talk)


async def _comment(draft: Translating | Limiting, talk: Talk) -> Comment:
    return await comment_for_officer(CommentId(draft.comment), by=talk.person.id, uow=talk.uow)


async def _ask(draft: Translating, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    found = await _comment(draft, talk)
    translation = found.filing.translation
    own = translation is not None and translation.by_author
    more = column(
        views.to_author(talk) if found.waits and not own else None,
        views.take_away(talk) if translation is not None and not own else None,
    )
    return show(views.ask_translation(talk, found, draft.spoken.words(), more, note), draft=draft, over=over)


async def translating(draft: Translating, said: Said, talk: Talk) -> Turn:
    """Take what it says."""
    number, by = CommentId(draft.comment), talk.person.id
    match said:
        case Chose("keep") if not draft.spoken.is_empty():
            text = draft.spoken.text
            found = await translate_comment(number, text, by=by, uow=talk.uow, now=talk.now)
            return await _page(found, talk.t("It is noted."), talk)
        case Chose("drop"):
            found = await drop_translation(number, by=by, uow=talk.uow, now=talk.now)
            return await _page(found, talk.t("The translation is taken away."), talk)
        case Chose("ask"):
            return await _ask_until(Limiting(draft.comment, draft.spoken), talk, over=True)
        case Chose("leave"):
            return show(left(talk, draft.comment), draft=None, over=True)
        case Text() | Edited() if more := draft.spoken.with_more(said):
            return await _ask(replace(draft, spoken=more), talk)
        case Chose() | Edited():
            return await _ask(draft, talk)
        case _:
            return await _ask(draft, talk, cannot_use(talk))


async def _page(found: Comment, note: str, talk: Talk) -> Turn:
    return show(*await officer_page(found, talk, files=False, note=note), draft=None, over=True)


async def _ask_until(draft: Limiting, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    found = await _comment(draft, talk)
    institution = (await talk.uow.consultations.get(found.consultation)).institution
    calendar = await talk.uow.places.calendar(institution)
    days = [calendar.after(local_day(talk.now), count) for count in OFFERED]
    return show(views.ask_until(talk, found, days, note), draft=draft, over=over)


async def limiting(draft: Limiting, said: Said, talk: Talk) -> Turn:
    """Take the day."""
    match said:
        case Chose("day", value) if (when := unpacked(value)) and when.day:
            return await _asked(draft, when.day, talk)
        case Chose("back"):
            return await _ask(Translating(draft.comment, draft.spoken), talk, over=True)
        case Chose("leave"):
            return show(left(talk, draft.comment), draft=None, over=True)
        case Text(words):
            typed = day_in(words, talk)
            if isinstance(typed, str):
                return await _ask_until(draft, talk, typed)
            if not typed.sure:
                return show(views.sure_of(talk, When(typed.day)), draft=draft)
            return await _asked(draft, typed.day, talk)
        case Chose() | Edited():
            return await _ask_until(draft, talk)
        case _:
            return await _ask_until(draft, talk, cannot_use(talk))


async def _asked(draft: Limiting, day: date, talk: Talk) -> Turn:
    found = await ask_for_translation(CommentId(draft.comment), day, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await _page(found, views.asked_of_author(talk, found), talk)


TRANSLATING = Dialog(views.DIALOG, 1, {Translating: translating, Limiting: limiting})
