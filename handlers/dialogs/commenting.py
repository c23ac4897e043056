"""Leaving a comment: words or files, a signature, a look at it, and a receipt.

Writing ──words──▶ Signing ──anonymous──────────────▶ Checking ──send──▶ receipt
▲                  └──name, organisation──▶ Naming ──▶ ▲ │ └──on an article──▶ Pointing ──▶ Checking
└──────────────────────── write again ─────────────────┴─┘

What was said already has its receipt; for what is too much at once there is room later, and it stays in Checking.
"""

from dataclasses import dataclass, replace
from typing import Final

from handlers.commands.consultations import announced
from handlers.drafts import recall
from handlers.events import Chose, Edited, File, Text
from handlers.spoken import NOTHING, Spoken, means_send
from handlers.turns import WITHIN_THE_HOUR, Dialog, Said, Talk, Turn, show
from handlers.views import commenting as views
from handlers.views.errors import cancelled
from participation.comments.model import ANONYMOUS, Capacity, Comment, Signature
from participation.comments.placing import placed
from participation.comments.repeating import own_on, room_from, said_before
from participation.comments.usecases import answer_owed_by, check_words, leave_comment
from participation.consultations.model import Consultation
from participation.errors import Refusal, Refused
from participation.ids import ConsultationId
from participation.messages import Message
from participation.words import is_name

HINDERED: Final = frozenset({Refusal.SPOKEN_BEFORE, Refusal.SPOKEN_OFTEN})
"""Why a comment is not taken now, though nothing is wrong with it."""


@dataclass(frozen=True)
class Writing:
    """We wait for the words; some may be here already. `former` is what they are to take the place of."""

    on: int
    spoken: Spoken = NOTHING
    former: Spoken = NOTHING
    article: str = ""


@dataclass(frozen=True)
class Signing:
    """The words are here; more may come before it is signed."""

    on: int
    spoken: Spoken
    article: str = ""


@dataclass(frozen=True)
class Naming:
    """A name is being asked for."""

    on: int
    spoken: Spoken
    capacity: Capacity
    article: str = ""


@dataclass(frozen=True)
class Checking:
    """All is here; it has to be looked at and sent. The name stood in the message `named_in`."""

    on: int
    spoken: Spoken
    signature: Signature
    named_in: int = 0
    article: str = ""


@dataclass(frozen=True)
class Pointing:
    """On which article or part it is may be said."""

    checked: Checking


async def comment_with(wanted: ConsultationId, more: Spoken, talk: Talk) -> Turn:
    """Ask for the words, or go on with those that are here already, behind what was begun on the same."""
    consultation = await announced(wanted, talk)
    on, begun = await begun_comment(talk) or (wanted, NOTHING)
    spoken = begun.before(more) if on == wanted else more
    return _invite(consultation, talk) if spoken.is_empty() else await _ask_signature(Signing(wanted, spoken), talk)


async def begun_comment(talk: Talk) -> tuple[ConsultationId, Spoken] | None:
    """What somebody has begun to write and not sent, and on which consultation."""
    match await recall(COMMENTING, talk):
        case Writing(on, spoken, former):
            words = spoken if former.is_empty() else spoken.before(former)
        case Signing(on, spoken) | Naming(on, spoken) | Checking(on, spoken) | Pointing(Checking(on, spoken)):
            words = spoken
        case _:
            return None
    return None if words.is_empty() else (ConsultationId(on), words)


def _invite(consultation: Consultation, talk: Talk, draft: Writing | None = None, *, over: bool = False) -> Turn:
    draft = draft or Writing(consultation.id)
    screen = views.invite(COMMENTING, talk, consultation, draft.spoken.words(), draft.former.words())
    return show(screen, draft=draft, over=over)


async def _write(draft: Writing, talk: Talk, *, over: bool = False) -> Turn:
    return _invite(await talk.uow.consultations.get(ConsultationId(draft.on)), talk, draft, over=over)


async def writing(draft: Writing, said: Said, talk: Talk) -> Turn:
    """Take the first words."""
    match said:
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Chose("go_on") if not draft.spoken.is_empty():
            return await _ask_signature(Signing(draft.on, draft.spoken, draft.article), talk, over=True)
        case Chose("former") if not draft.former.is_empty():
            return await _ask_signature(Signing(draft.on, draft.former, draft.article), talk, over=True)
        case _:
            spoken = draft.spoken.with_more(said)
            if spoken is None:
                return await _write(draft, talk)
            return await _ask_signature(Signing(draft.on, spoken, draft.article), talk)


async def _ask_signature(draft: Signing, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    words = draft.spoken.words()
    check_words(words)
    consultation = await talk.uow.consultations.get(ConsultationId(draft.on))
    return show(views.signing(COMMENTING, talk, consultation.terms.title, words, note), draft=draft, over=over)


async def signing(draft: Signing, said: Said, talk: Talk) -> Turn:
    """Take more words, or the way it is signed."""
    match said:
        case Chose("sign", "anonymous"):
            return await _check(Checking(draft.on, draft.spoken, ANONYMOUS, article=draft.article), talk)
        case Chose("sign", kind) if kind in set(Capacity):
            return _ask_name(Naming(draft.on, draft.spoken, Capacity(kind), draft.article), talk, over=True)
        case Text(words) if named := views.signed_in_words(talk, words):
            return await signing(draft, Chose("sign", named), talk)
        case Text(words) if means_send(words):
            return await _ask_signature(draft, talk, talk.t("Please say first in whose name you write."))
        case Chose("back"):
            return await _write(Writing(draft.on, draft.spoken, article=draft.article), talk, over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case _:
            return await _ask_signature(replace(draft, spoken=draft.spoken.with_more(said) or draft.spoken), talk)


def _ask_name(draft: Naming, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    check_words(draft.spoken.words())
    return show(views.ask_name(COMMENTING, talk, draft.capacity, note), draft=draft, over=over)


async def naming(draft: Naming, said: Said, talk: Talk) -> Turn:
    """Take the name; a file, or a change of the words, belongs to the comment."""
    match said:
        case Chose("back"):
            return await _ask_signature(Signing(draft.on, draft.spoken, draft.article), talk, over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Edited(_, message) if draft.spoken.has(message):
            return _ask_name(replace(draft, spoken=draft.spoken.with_more(said) or draft.spoken), talk)
        case Text(name, message):
            if not is_name(name):
                return _ask_name(draft, talk, talk.t("That cannot be a name."))
            signature = Signature(draft.capacity, " ".join(name.split()))
            return await _check(Checking(draft.on, draft.spoken, signature, message, draft.article), talk)
        case File():
            spoken = draft.spoken.with_more(said) or draft.spoken
            return _ask_name(replace(draft, spoken=spoken), talk, views.received(talk, spoken.words()))
        case _:
            return _ask_name(draft, talk)


async def _check(draft: Checking, talk: Talk, note: str = "", *, over: bool = True) -> Turn:
    check_words(draft.spoken.words())
    consultation = await talk.uow.consultations.get(ConsultationId(draft.on))
    sheet = views.Sheet(consultation.terms.title, draft.spoken.words(), draft.signature, draft.article)
    return show(views.preview(COMMENTING, talk, sheet, note), draft=draft, over=over)


async def checking(draft: Checking, said: Said, talk: Talk) -> Turn:
    """Send it, or change it once more."""
    match said:
        case Chose("send"):
            return await _send(draft, talk)
        case Text(words) if means_send(words):
            return await _send(draft, talk)
        case Chose("rewrite"):
            return await _write(Writing(draft.on, former=draft.spoken, article=draft.article), talk, over=True)
        case Chose("resign"):
            return await _ask_signature(Signing(draft.on, draft.spoken, draft.article), talk, over=True)
        case Chose("point"):
            return _ask_article(Pointing(draft), talk, over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Edited(name, message) if message and message == draft.named_in and is_name(name):
            signature = replace(draft.signature, name=" ".join(name.split()))
            return await _check(replace(draft, signature=signature), talk, over=False)
        case _:
            spoken = draft.spoken.with_more(said)
            return await _check(replace(draft, spoken=spoken or draft.spoken), talk, over=False)


def _ask_article(draft: Pointing, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    return show(views.ask_article(COMMENTING, talk, draft.checked.article, note), draft=draft, over=over)


async def pointing(draft: Pointing, said: Said, talk: Talk) -> Turn:
    """Take the article or part, or none; a file, or a change of the words, belongs to the comment."""
    checked = draft.checked
    match said:
        case Chose("back"):
            return await _check(checked, talk)
        case Chose("whole"):
            return await _check(replace(checked, article=""), talk)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Edited() | File():
            spoken = checked.spoken.with_more(said) or checked.spoken
            check_words(spoken.words())
            return _ask_article(Pointing(replace(checked, spoken=spoken)), talk, views.kept(talk, spoken.words()))
        case Text(words):
            return await _check(replace(checked, article=placed(words or " ").article), talk, over=False)
        case _:
            return _ask_article(draft, talk)


async def _send(draft: Checking, talk: Talk) -> Turn:
    try:
        comment = await leave_comment(
            draft.spoken.words(),
            on=ConsultationId(draft.on),
            by=talk.person.id,
            signature=draft.signature,
            article=draft.article,
            written_at=draft.spoken.at,
            uow=talk.uow,
            now=talk.now,
        )
    except Refused as refused:
        if refused.why not in HINDERED:
            raise
        return await _hindered(draft, talk)
    return show(await _receipt(comment, talk), draft=None, over=True)


async def _receipt(comment: Comment, talk: Talk, *, anew: bool = True) -> Message:
    owed_by = await answer_owed_by(comment, uow=talk.uow)
    assert owed_by is not None  # of one that was cancelled no comment is taken
    consultation = await talk.uow.consultations.get(comment.consultation)
    return (views.receipt if anew else views.receipt_again)(talk, comment, consultation, owed_by)


async def _hindered(draft: Checking, talk: Talk) -> Turn:
    """The receipt of what was said before; or from when on there is room, and the comment waits to be sent then."""
    own = await own_on(ConsultationId(draft.on), by=talk.person.id, uow=talk.uow)
    if first := said_before(draft.spoken.words(), draft.signature, own):
        return show(await _receipt(first, talk, anew=False), draft=None, over=True)
    return await _check(draft, talk, views.later(talk, room_from(own, talk.now) or talk.now))


COMMENTING = Dialog(
    "comment",
    1,
    {Writing: writing, Signing: signing, Naming: naming, Checking: checking, Pointing: pointing},
    listens=WITHIN_THE_HOUR,
)
