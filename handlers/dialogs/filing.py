"""Filing a comment: its theme, its article, the unit that got it in writing, or the comment that says the same.

Theming ──▶ filed        Locating ──▶ filed
Routing ──unit──▶ SendingOn ──day──▶ filed
Matching ──another──▶ Matched ──yes──▶ joined
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from handlers.commands.comments import officer_page
from handlers.dialogs.typed_days import past_day_in
from handlers.events import Chose, Edited, Text
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import filing as views
from handlers.views.correcting import cannot_use
from handlers.views.filing import FileComment
from handlers.when import When, unpacked
from participation.clock import local_day
from participation.comments.filing import (
    candidates,
    check_filing,
    file_comment,
    head_of,
    join_comment,
    themes_in,
    units_in,
)
from participation.comments.model import Comment, Filing
from participation.comments.usecases import check_waits, comment_for_officer, receipt_in
from participation.errors import NotFound, Refusal, Refused
from participation.ids import CommentId
from participation.words import is_number


@dataclass(frozen=True)
class Theming:
    """The theme is awaited."""

    comment: int


@dataclass(frozen=True)
class Locating:
    """The article or part is awaited."""

    comment: int


@dataclass(frozen=True)
class Routing:
    """The unit to which it was sent is awaited; one was named before, if somebody stepped back."""

    comment: int
    unit: str = ""


@dataclass(frozen=True)
class SendingOn:
    """The day on which it was sent there is awaited."""

    comment: int
    unit: str


@dataclass(frozen=True)
class Matching:
    """The comment that says the same is awaited."""

    comment: int
    page: int = 0


@dataclass(frozen=True)
class Matched:
    """Both are looked at."""

    comment: int
    to: int


async def begin_filing(talk: Talk, pressed: FileComment) -> Turn:
    """Ask for what was pressed."""
    found = await _comment(pressed.comment, talk)
    match pressed.what:
        case "theme":
            return await _ask_theme(Theming(found.id), talk)
        case "article":
            return await _ask_article(Locating(found.id), talk)
        case "unit":
            return await _ask_unit(Routing(found.id), talk)
        case "same":
            check_waits(found)
            return await _ask_same(Matching(found.id), talk)
        case _:
            raise NotFound


async def _comment(comment: int, talk: Talk) -> Comment:
    return await comment_for_officer(CommentId(comment), by=talk.person.id, uow=talk.uow)


async def _others(found: Comment, talk: Talk) -> Sequence[Comment]:
    return await talk.uow.ledger.of(found.consultation)


def _leave(comment: int, talk: Talk) -> Turn:
    return show(views.left(talk, comment), draft=None, over=True)


async def _keep(comment: int, talk: Talk, **filed: object) -> Turn:
    refiled = partial(replace, **filed)
    found = await file_comment(CommentId(comment), refiled, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(*await officer_page(found, talk, files=False, note=talk.t("It is noted.")), draft=None)


async def _used(found: Comment, value: str, what: Callable[[Filing], str], talk: Talk) -> str:
    """The words that a button stands for: those of another comment of the same consultation."""
    number = int(value) if is_number(value) else 0
    one = next((each for each in await _others(found, talk) if each.id == number), None)
    return what(one.filing) if one else ""


def _bearing(words: Sequence[str], others: Sequence[Comment], what: Callable[[Filing], str]) -> views.Offered:
    return [(next(one.id for one in others if what(one.filing) == each), each) for each in words]


def _theme(filing: Filing) -> str:
    return filing.theme


def _unit(filing: Filing) -> str:
    return filing.unit


async def _ask_theme(draft: Theming, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    found = await _comment(draft.comment, talk)
    others = await _others(found, talk)
    known = _bearing(themes_in(others), others, _theme)
    return show(views.ask_theme(talk, found, known, note), draft=draft, over=over)


async def theming(draft: Theming, said: Said, talk: Talk) -> Turn:
    """Take the theme."""
    found = await _comment(draft.comment, talk)
    match said:
        case Text(words):
            return await _keep(draft.comment, talk, theme=_some(words))
        case Chose("of", value) if theme := await _used(found, value, _theme, talk):
            return await _keep(draft.comment, talk, theme=theme)
        case Chose("none"):
            return await _keep(draft.comment, talk, theme="")
        case Chose("leave"):
            return _leave(draft.comment, talk)
        case Chose() | Edited():
            return await _ask_theme(draft, talk)
        case _:
            return await _ask_theme(draft, talk, cannot_use(talk))


def _some(words: str) -> str:
    """What was typed; nothing at all is no theme."""
    if not words.strip():
        raise Refused(Refusal.EMPTY)
    return words


async def _ask_article(draft: Locating, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    return show(views.ask_article(talk, await _comment(draft.comment, talk), note), draft=draft, over=over)


async def locating(draft: Locating, said: Said, talk: Talk) -> Turn:
    """Take the article or part."""
    match said:
        case Text(words):
            return await _keep(draft.comment, talk, article=_some(words))
        case Chose("none"):
            return await _keep(draft.comment, talk, article="")
        case Chose("leave"):
            return _leave(draft.comment, talk)
        case Chose() | Edited():
            return await _ask_article(draft, talk)
        case _:
            return await _ask_article(draft, talk, cannot_use(talk))


async def _ask_unit(draft: Routing, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    found = await _comment(draft.comment, talk)
    others = await _others(found, talk)
    known = _bearing(units_in(others), others, _unit)
    return show(views.ask_unit(talk, found, known, draft.unit, note), draft=draft, over=over)


async def routing(draft: Routing, said: Said, talk: Talk) -> Turn:
    """Take the unit."""
    found = await _comment(draft.comment, talk)
    match said:
        case Text(words):
            check_filing(Filing(unit=_some(words)), talk.now)
            return _ask_sent_on(SendingOn(draft.comment, " ".join(words.split())), talk)
        case Chose("same") if draft.unit:
            return _ask_sent_on(SendingOn(draft.comment, draft.unit), talk, over=True)
        case Chose("of", value) if unit := await _used(found, value, _unit, talk):
            return _ask_sent_on(SendingOn(draft.comment, unit), talk, over=True)
        case Chose("none"):
            return await _keep(draft.comment, talk, unit="", sent_on=None)
        case Chose("leave"):
            return _leave(draft.comment, talk)
        case Chose() | Edited():
            return await _ask_unit(draft, talk)
        case _:
            return await _ask_unit(draft, talk, cannot_use(talk))


def _ask_sent_on(draft: SendingOn, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    return show(views.ask_sent_on(talk, draft.unit, note), draft=draft, over=over)


async def sending_on(draft: SendingOn, said: Said, talk: Talk) -> Turn:
    """Take the day."""
    match said:
        case Chose("today"):
            return await _sent(draft, local_day(talk.now), talk)
        case Chose("day", value) if (when := unpacked(value)) and when.day:
            return await _sent(draft, when.day, talk)
        case Chose("back"):
            return await _ask_unit(Routing(draft.comment, draft.unit), talk, over=True)
        case Chose("leave"):
            return _leave(draft.comment, talk)
        case Text(words):
            return await _typed(draft, words, talk)
        case Chose() | Edited():
            return _ask_sent_on(draft, talk)
        case _:
            return _ask_sent_on(draft, talk, cannot_use(talk))


async def _typed(draft: SendingOn, words: str, talk: Talk) -> Turn:
    typed = past_day_in(words, talk)
    if isinstance(typed, str):
        return _ask_sent_on(draft, talk, typed)
    if not typed.sure:
        return show(views.sure_of(talk, When(typed.day)), draft=draft)
    return await _sent(draft, typed.day, talk)


async def _sent(draft: SendingOn, day: date, talk: Talk) -> Turn:
    return await _keep(draft.comment, talk, unit=draft.unit, sent_on=day)


async def _ask_same(draft: Matching, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    found = await _comment(draft.comment, talk)
    likely = candidates(found, await _others(found, talk))
    return show(views.ask_same(talk, found, likely, draft.page, note), draft=draft, over=over)


async def matching(draft: Matching, said: Said, talk: Talk) -> Turn:
    """Take the one that says the same: pressed, or by the number of its receipt."""
    match said:
        case Chose("to", value) if is_number(value):
            return await _look(Matched(draft.comment, int(value)), talk, over=True)
        case Chose("page", value) if is_number(value):
            return await _ask_same(Matching(draft.comment, int(value)), talk, over=True)
        case Chose("leave"):
            return _leave(draft.comment, talk)
        case Text(words):
            receipt = receipt_in(words)
            meant = await talk.uow.comments.find(receipt) if receipt else None
            if meant is None:
                return await _ask_same(draft, talk, talk.t("There is no comment of that number."))
            return await _look(Matched(draft.comment, meant), talk)
        case Chose() | Edited():
            return await _ask_same(draft, talk)
        case _:
            return await _ask_same(draft, talk, cannot_use(talk))


async def _look(draft: Matched, talk: Talk, *, over: bool = False) -> Turn:
    found, head = await head_of(CommentId(draft.comment), CommentId(draft.to), by=talk.person.id, uow=talk.uow)
    return show(views.ask_join(talk, found, head), draft=Matched(found.id, head.id), over=over)


async def matched(draft: Matched, said: Said, talk: Talk) -> Turn:
    """Join them, or not."""
    match said:
        case Chose("join"):
            joined = await join_comment(
                CommentId(draft.comment), CommentId(draft.to), by=talk.person.id, uow=talk.uow, now=talk.now
            )
            page = await officer_page(joined, talk, files=False, note=talk.t("They are answered together."))
            return show(*page, draft=None, over=True)
        case Chose("back"):
            return await _ask_same(Matching(draft.comment), talk, over=True)
        case Chose("leave"):
            return _leave(draft.comment, talk)
        case _:
            return await _look(draft, talk)


FILING = Dialog(
    views.DIALOG,
    1,
    {
        Theming: theming,
        Locating: locating,
        Routing: routing,
        SendingOn: sending_on,
        Matching: matching,
        Matched: matched,
    },
)
