"""Saying a part of the chapter in the institution's own words.

Wording ──words──▶ the chapter
"""

from dataclasses import dataclass, replace

from handlers.commands.year import chapter_shown
from handlers.dialogs.leaving import leavable
from handlers.events import Chose, Edited, Text
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import chapter as views
from handlers.views.chapter import PARTS, WritePart
from handlers.views.correcting import cannot_use
from handlers.views.errors import too_many_characters
from participation.errors import NotFound
from participation.ids import InstitutionId
from participation.messages import Message
from participation.paperwork.chapter import LONGEST_PART, parts_of, say_in_chapter
from participation.places import TextKey
from participation.words import has_letters


@dataclass(frozen=True)
class Wording:
    """The words of a part are awaited.

    What comes after words that were too long may be their tail: it is `offered` once before it is kept.
    """

    institution: int
    year: int
    part: TextKey
    offered: str | None = None


async def begin_wording(talk: Talk, pressed: WritePart) -> Turn:
    """Ask what a part shall say."""
    if pressed.part not in PARTS:
        raise NotFound
    draft = Wording(pressed.institution, pressed.year, TextKey(pressed.part))
    return show(await _asked(draft, talk), draft=draft)


async def wording(draft: Wording, said: Said, talk: Talk) -> Turn:
    """Keep the words."""
    match said:
        case Text(words) if len(words) > LONGEST_PART:
            told = too_many_characters(talk, len(words), LONGEST_PART)
            return show(await _asked(draft, talk, told), draft=replace(draft, offered=""))
        case Text(words) if draft.offered is not None:
            draft = replace(draft, offered=words.strip())
            return show(await _asked(draft, talk, views.is_it_all(talk, words)), draft=draft)
        case Chose("keep") if draft.offered:
            return await _kept(draft, draft.offered, talk)
        case Text(words) if has_letters(words) or any(map(str.isdigit, words)):
            return await _kept(draft, words.strip(), talk)
        case Chose("usual"):
            return await _kept(draft, "", talk)
        case Chose() | Edited():
            return show(await _asked(draft, talk), draft=draft)
        case _:
            return show(await _asked(draft, talk, cannot_use(talk)), draft=draft)


async def _kept(draft: Wording, words: str, talk: Talk) -> Turn:
    place = InstitutionId(draft.institution)
    await say_in_chapter(place, draft.part, words, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await chapter_shown(place, draft.year, talk, talk.t("Kept."))


async def _asked(draft: Wording, talk: Talk, complaint: str = "") -> Message:
    parts = await parts_of(InstitutionId(draft.institution), by=talk.person.id, uow=talk.uow)
    return views.ask(talk, draft.part, parts[draft.part], complaint, offered=bool(draft.offered))


CHAPTER = Dialog(views.DIALOG, 1, {Wording: leavable(wording)})
