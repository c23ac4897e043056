"""Changing what has to be written or chosen of a category of safety reports, and adding one.

Filling ──an answer──▶ the category as it is now
   └─somebody else─▶ Naming ──the name──▶ the same
Adding ──a name──▶ Adding … ──in the last language──▶ the new category
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from handlers.commands.categories import listed, shown
from handlers.events import Chose, Text
from handlers.turns import WITHIN_THE_HOUR, Dialog, Said, Talk, Turn, show
from handlers.views import sorting as views
from handlers.views.categories import AddCategory, EditCategory, nothing_changed
from participation.errors import Refusal, Refused
from participation.ids import CategoryId, InstitutionId
from participation.people.model import Language
from participation.reports import categories as rules
from participation.reports.categories import LONGEST_BODY, LONGEST_LABEL, LONGEST_TEXT, Aspect, Edit
from participation.reports.limits import Limit, Limits
from participation.reports.model import Body, CategoryRow, Recipient
from participation.words import has_letters, one_line


@dataclass(frozen=True)
class Filling:
    """Something of a category is awaited: what of it, and in which language."""

    to: int
    code: str
    ask: str


@dataclass(frozen=True)
class Naming:
    """The name of the office to which its reports are usually passed on is awaited."""

    to: int
    code: str


@dataclass(frozen=True)
class Adding:
    """The name of a new category is awaited, in one language after the other; an empty one was skipped."""

    to: int
    names: tuple[str, ...] = ()


def _limit(limits: Limits, aspect: Aspect, found: Limit) -> Limits:
    return replace(limits, read=found) if aspect is Aspect.READ else replace(limits, answer=found)


async def begin_filling(talk: Talk, pressed: EditCategory) -> Turn:
    """Ask for something of a category."""
    if pressed.ask not in views.ASKS:
        raise Refused(Refusal.NOT_FOUND)
    place = InstitutionId(pressed.institution)
    code = await rules.code_of(place, CategoryId(pressed.category), by=talk.person.id, uow=talk.uow)
    return await _ask(Filling(place, code, pressed.ask), talk, over=True)


async def _row(draft: Filling | Naming, talk: Talk) -> CategoryRow:
    return await rules.row_for(InstitutionId(draft.to), draft.code, by=talk.person.id, uow=talk.uow)


async def _ask(draft: Filling, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    row = await _row(draft, talk)
    return show(views.question(talk, row, views.ASKS[draft.ask], note), draft=draft, over=over)


async def filling(draft: Filling, said: Said, talk: Talk) -> Turn:
    """Take the answer and show the category as it is then."""
    aspect, language = views.ASKS[draft.ask]
    match said:
        case Chose("cancel"):
            return await _leave(draft, talk)
        case Chose("limit", value) if value in views.LIMITS.get(aspect, ()):
            return await _set_limit(draft, aspect, Limit.read(value), talk, over=True)
        case Chose("off") if aspect is Aspect.TEXT and language is not None:
            return await _set_words(draft, aspect, language, "", talk, over=True)
        case Chose("to", value) if aspect is Aspect.PASSED_TO:
            return await _routed(draft, value, talk)
        case Text(words):
            return await _typed(draft, one_line(words), talk)
        case _:
            return await _ask(draft, talk)


async def _leave(draft: Filling | Naming, talk: Talk) -> Turn:
    return await shown(InstitutionId(draft.to), draft.code, talk, nothing_changed(talk))


async def _typed(draft: Filling, words: str, talk: Talk) -> Turn:
    aspect, language = views.ASKS[draft.ask]
    if language is not None:
        if note := _too_long(words, aspect, talk):
            return await _ask(draft, talk, note)
        if not has_letters(words):
            return await _ask(draft, talk, talk.t("Please write it in words."))
        return await _set_words(draft, aspect, language, words, talk)
    if aspect is Aspect.PASSED_TO:
        return await naming(Naming(draft.to, draft.code), Text(words), talk)
    found = Limit.typed(words)
    if found is None:
        return await _ask(draft, talk, views.no_limit(talk))
    return await _set_limit(draft, aspect, found, talk)


LONGEST: Final[Mapping[Aspect, int]] = {
    Aspect.NAME: LONGEST_LABEL,
    Aspect.TEXT: LONGEST_TEXT,
    Aspect.PASSED_TO: LONGEST_BODY,
}


def _too_long(words: str, aspect: Aspect, talk: Talk) -> str:
    """Why it does not fit; nothing if it does."""
    if len(words) <= LONGEST[aspect]:
        return ""
    if aspect is Aspect.NAME:
        return views.too_long_a_name(talk, len(words))
    return views.too_long(talk, len(words), aspect)


async def _set_limit(draft: Filling, aspect: Aspect, found: Limit, talk: Talk, *, over: bool = False) -> Turn:
    def edit(row: CategoryRow) -> CategoryRow:
        return replace(row, limits=_limit(row.limits, aspect, found))

    return await _set(draft, aspect, edit, talk, over=over)


async def _set_words(
    draft: Filling, aspect: Aspect, language: Language, words: str, talk: Talk, *, over: bool = False
) -> Turn:
    """Put a name or a text in its language; no words take a text away."""

    def edit(row: CategoryRow) -> CategoryRow:
        if aspect is Aspect.NAME:
            return replace(row, labels={**row.labels, language: words})
        rest = {one: said for one, said in row.texts.items() if one is not language}
        return replace(row, texts={**rest, language: words} if words else rest)

    return await _set(draft, aspect, edit, talk, over=over)


async def _set(draft: Filling | Naming, aspect: Aspect, edit: Edit, talk: Talk, *, over: bool = False) -> Turn:
    place = InstitutionId(draft.to)
    differs = await rules.change(place, draft.code, aspect, edit, by=talk.person.id, uow=talk.uow, now=talk.now)
    note = views.changed(talk, aspect) if differs else nothing_changed(talk)
    return await shown(place, draft.code, talk, note, over=over)


async def _routed(draft: Filling, value: str, talk: Talk) -> Turn:
    """Take to whom; of somebody else the name is asked for."""
    if value == Body.OTHER:
        return await _ask_body(Naming(draft.to, draft.code), talk, over=True)
    if value not in {"nobody", *Body}:
        return await _ask(draft, talk)
    return await _set_recipient(draft, None if value == "nobody" else Recipient(Body(value)), talk, over=True)


async def _set_recipient(draft: Filling | Naming, found: Recipient | None, talk: Talk, *, over: bool = False) -> Turn:
    def edit(row: CategoryRow) -> CategoryRow:
        return replace(row, passed_to=found)

    return await _set(draft, Aspect.PASSED_TO, edit, talk, over=over)


async def _ask_body(draft: Naming, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    return show(views.ask_body(talk, await _row(draft, talk), note), draft=draft, over=over)


async def naming(draft: Naming, said: Said, talk: Talk) -> Turn:
    """Take the name of the office."""
    match said:
        case Chose("cancel"):
            return await _leave(draft, talk)
        case Chose("back"):
            return await _ask(Filling(draft.to, draft.code, Aspect.PASSED_TO.value), talk, over=True)
        case Text(words):
            name = one_line(words)
            if note := _too_long(name, Aspect.PASSED_TO, talk):
                return await _ask_body(draft, talk, note)
            if not has_letters(name):
                return await _ask_body(draft, talk, talk.t("That cannot be a name."))
            return await _set_recipient(draft, Recipient(Body.OTHER, name), talk)
        case _:
            return await _ask_body(draft, talk)


LANGUAGES: Final[Sequence[Language]] = tuple(Language)
"""In which the name of a new category is asked for, in their order."""


async def begin_adding_category(talk: Talk, pressed: AddCategory) -> Turn:
    """Ask what a new category is called."""
    await rules.check_room(InstitutionId(pressed.institution), by=talk.person.id, uow=talk.uow)
    return _ask_new(Adding(pressed.institution), talk, over=True)


def _ask_new(draft: Adding, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    return show(views.ask_new(talk, draft.names, LANGUAGES[len(draft.names)], note), draft=draft, over=over)


async def adding(draft: Adding, said: Said, talk: Talk) -> Turn:
    """Take a name, and the same in the next language."""
    match said:
        case Chose("cancel"):
            return await listed(InstitutionId(draft.to), talk, nothing_changed(talk))
        case Chose("back") if draft.names:
            return _ask_new(replace(draft, names=draft.names[:-1]), talk, over=True)
        case Chose("skip") if draft.names:
            return await _named(replace(draft, names=(*draft.names, "")), talk, over=True)
        case Text(words):
            name = one_line(words)
            if note := _too_long(name, Aspect.NAME, talk):
                return _ask_new(draft, talk, note)
            return await _named(replace(draft, names=(*draft.names, name)), talk)
        case _:
            return _ask_new(draft, talk)


async def _named(draft: Adding, talk: Talk, *, over: bool = False) -> Turn:
    """Go on to the next language, or add it."""
    place = InstitutionId(draft.to)
    labels = {one: name for one, name in zip(LANGUAGES, draft.names, strict=False) if name or one is LANGUAGES[0]}
    await rules.check_new(place, labels, by=talk.person.id, uow=talk.uow)
    if len(draft.names) < len(LANGUAGES):
        return _ask_new(draft, talk, over=over)
    row = await rules.add(place, labels, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await shown(place, row.code, talk, views.added(talk), over=over)


SORTING = Dialog(views.DIALOG, 1, {Filling: filling, Naming: naming, Adding: adding}, listens=WITHIN_THE_HOUR)
"""What is written counts at once, so that later words may be meant for something else."""
