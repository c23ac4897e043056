"""Typing in a comment that came another way: how, when, what, whose; a look at it, and it has a number.

Choosing ──▶ Dating ──▶ Writing ──▶ Signing ──anonymous──▶ Checking ──keep──▶ kept
                                       └──name──▶ Naming ──▶ ▲
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from handlers.dialogs.typed_days import past_day_in
from handlers.events import Chose, Edited, Text
from handlers.spoken import NOTHING, Spoken
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import receiving as views
from handlers.views.correcting import cannot_use
from handlers.views.errors import cancelled
from handlers.views.managing import AddAlike, AddByHand
from handlers.when import When, unpacked
from participation.clock import local_day, wall
from participation.comments.model import ANONYMOUS, Capacity, CommentChannel, Signature
from participation.comments.receiving import NOON, check_day, receive_comment, receiving_consultation
from participation.comments.usecases import check_words
from participation.consultations.model import Consultation
from participation.errors import NotFound
from participation.ids import ConsultationId
from participation.words import is_name

ELSEWHERE = frozenset(way.value for way in views.WAYS)
AGO = ("0", "1")


@dataclass(frozen=True)
class Choosing:
    """The way it came is awaited."""

    on: int


@dataclass(frozen=True)
class Dating:
    """The day on which it came is awaited."""

    on: int
    way: CommentChannel


@dataclass(frozen=True)
class Slip:
    """What is known of it so far: which way it came, when, and what it says."""

    on: int
    way: CommentChannel
    day: date
    spoken: Spoken = NOTHING

    def hear(self, said: Said) -> "Slip":
        """The same with what was just said, if that adds anything."""
        return replace(self, spoken=self.spoken.with_more(said) or self.spoken)


@dataclass(frozen=True)
class Writing:
    """Its words are awaited."""

    slip: Slip


@dataclass(frozen=True)
class Signing:
    """Whose name stands on it is awaited."""

    slip: Slip


@dataclass(frozen=True)
class Naming:
    """The name is awaited."""

    slip: Slip
    capacity: Capacity


@dataclass(frozen=True)
class Checking:
    """All is here; it has to be looked at and kept."""

    slip: Slip
    signature: Signature


async def begin_receiving(talk: Talk, pressed: AddByHand) -> Turn:
    """Ask which way it came."""
    return await _choose(Choosing(pressed.consultation), talk)


async def begin_alike(talk: Talk, pressed: AddAlike) -> Turn:
    """Ask for the words of another one that came the same way on the same day."""
    when = unpacked(pressed.day)
    if pressed.way not in ELSEWHERE or when is None or when.day is None:
        raise NotFound
    consultation = await _consultation(pressed.consultation, talk)
    return _dated(Dating(consultation.id, CommentChannel(pressed.way)), when.day, talk)


async def _consultation(on: int, talk: Talk) -> Consultation:
    return await receiving_consultation(ConsultationId(on), by=talk.person.id, uow=talk.uow)


def _cancel(talk: Talk) -> Turn:
    return show(cancelled(talk), draft=None, over=True)


async def _choose(draft: Choosing, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    return show(views.ask_way(talk, await _consultation(draft.on, talk), note), draft=draft, over=over)


async def choosing(draft: Choosing, said: Said, talk: Talk) -> Turn:
    """Take the way it came."""
    match said:
        case Chose("way", value) if value in ELSEWHERE:
            return _ask_day(Dating(draft.on, CommentChannel(value)), talk, over=True)
        case Chose("cancel"):
            return _cancel(talk)
        case Chose() | Edited():
            return await _choose(draft, talk)
        case _:
            return await _choose(draft, talk, talk.t("Please press first which way it came."))


def _ask_day(draft: Dating, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    return show(views.ask_day(talk, note), draft=draft, over=over)


async def dating(draft: Dating, said: Said, talk: Talk) -> Turn:
    """Take the day on which it came, which cannot be still to come."""
    match said:
        case Chose("ago", days) if days in AGO:
            return _dated(draft, local_day(talk.now) - timedelta(days=int(days)), talk)
        case Chose("day", value) if (when := unpacked(value)) and when.day:
            return _dated(draft, when.day, talk)
        case Chose("back"):
            return await _choose(Choosing(draft.on), talk, over=True)
        case Chose("cancel"):
            return _cancel(talk)
        case Text(words):
            return _typed(draft, words, talk)
        case Chose() | Edited():
            return _ask_day(draft, talk)
        case _:
            return _ask_day(draft, talk, cannot_use(talk))


def _typed(draft: Dating, words: str, talk: Talk) -> Turn:
    typed = past_day_in(words, talk)
    if isinstance(typed, str):
        return _ask_day(draft, talk, typed)
    if not typed.sure:
        return show(views.sure_of(talk, When(typed.day)), draft=draft)
    return _dated(draft, typed.day, talk)


def _dated(draft: Dating, day: date, talk: Talk) -> Turn:
    check_day(day, talk.now)
    return _write(Writing(Slip(draft.on, draft.way, day)), talk)


def _write(draft: Writing, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    return show(views.ask_words(talk, draft.slip.spoken.words(), note), draft=draft, over=over)


async def writing(draft: Writing, said: Said, talk: Talk) -> Turn:
    """Take what it says: words, or a picture of them."""
    slip = draft.slip
    match said:
        case Chose("go_on") if not slip.spoken.is_empty():
            return _sign(Signing(slip), talk, over=True)
        case Chose("back"):
            return _ask_day(Dating(slip.on, slip.way), talk, over=True)
        case Chose("cancel"):
            return _cancel(talk)
        case Chose():
            return _write(draft, talk)
        case _:
            spoken = slip.spoken.with_more(said)
            return _write(draft, talk) if spoken is None else _sign(Signing(replace(slip, spoken=spoken)), talk)


def _sign(draft: Signing, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    check_words(draft.slip.spoken.words())
    return show(views.ask_signature(talk, draft.slip.spoken.words(), note), draft=draft, over=over)


async def signing(draft: Signing, said: Said, talk: Talk) -> Turn:
    """Take more of what it says, or whose name stands on it."""
    match said:
        case Chose("sign", "anonymous"):
            return await _check(Checking(draft.slip, ANONYMOUS), talk, over=True)
        case Chose("sign", kind) if kind in views.SIGNED:
            return _name(Naming(draft.slip, Capacity(kind)), talk, over=True)
        case Chose("back"):
            return _write(Writing(draft.slip), talk, over=True)
        case Chose("cancel"):
            return _cancel(talk)
        case _:
            return _sign(Signing(draft.slip.hear(said)), talk)


def _name(draft: Naming, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    return show(views.ask_name(talk, draft.capacity, note), draft=draft, over=over)


async def naming(draft: Naming, said: Said, talk: Talk) -> Turn:
    """Take the name."""
    match said:
        case Text(name) if is_name(name):
            return await _check(Checking(draft.slip, Signature(draft.capacity, " ".join(name.split()))), talk)
        case Text():
            return _name(draft, talk, talk.t("That cannot be a name."))
        case Chose("back"):
            return _sign(Signing(draft.slip), talk, over=True)
        case Chose("cancel"):
            return _cancel(talk)
        case Chose() | Edited():
            return _name(draft, talk)
        case _:
            return _name(draft, talk, cannot_use(talk))


async def _check(draft: Checking, talk: Talk, *, over: bool = False) -> Turn:
    slip, words = draft.slip, draft.slip.spoken.words()
    check_words(words)
    consultation = await _consultation(slip.on, talk)
    late = consultation.is_late(wall(slip.day, NOON))
    sheet = views.Sheet(slip.way, slip.day, words, draft.signature, late)
    return show(views.preview(talk, consultation, sheet), draft=draft, over=over)


async def checking(draft: Checking, said: Said, talk: Talk) -> Turn:
    """Keep it, or change it once more."""
    slip = draft.slip
    match said:
        case Chose("keep"):
            return await _keep(draft, talk)
        case Chose("rewrite"):
            return _write(Writing(replace(slip, spoken=NOTHING)), talk, over=True)
        case Chose("resign" | "back"):
            return _sign(Signing(slip), talk, over=True)
        case Chose("cancel"):
            return _cancel(talk)
        case _:
            return await _check(replace(draft, slip=slip.hear(said)), talk)


async def _keep(draft: Checking, talk: Talk) -> Turn:
    slip = draft.slip
    found = await receive_comment(
        slip.spoken.words(),
        on=ConsultationId(slip.on),
        by=talk.person.id,
        signature=draft.signature,
        channel=slip.way,
        day=slip.day,
        uow=talk.uow,
        now=talk.now,
    )
    return show(views.received(talk, found), draft=None, over=True)


RECEIVING = Dialog(
    views.DIALOG,
    1,
    {
        Choosing: choosing,
        Dating: dating,
        Writing: writing,
        Signing: signing,
        Naming: naming,
        Checking: checking,
    },
)
