"""Leaving a comment: words or files, a signature, a look at it, and a receipt.

Writing ──words──▶ Signing ──anonymous──────────────▶ Checking ──send──▶ receipt
▲                  └──name, organisation──▶ Naming ──▶ ▲ │
└──────────────────────── write again ─────────────────┴─┘
"""

from dataclasses import dataclass, replace

from handlers.drafts import recall
from handlers.events import Chose, Edited, File, Text
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import commenting as views
from handlers.views.errors import cancelled, cannot_use
from participation import actions
from participation.comments.model import ANONYMOUS, Capacity, Signature, Words
from participation.comments.usecases import answer_owed_by, check_words, leave_comment
from participation.errors import Refusal, Refused
from participation.ids import ConsultationId

LONGEST_NAME = 120


@dataclass(frozen=True)
class Writing:
    """We wait for the words."""

    on: int


@dataclass(frozen=True)
class Signing:
    """The words are here; more may come before it is signed."""

    on: int
    words: Words


@dataclass(frozen=True)
class Naming:
    """A name is being asked for."""

    on: int
    words: Words
    capacity: Capacity


@dataclass(frozen=True)
class Checking:
    """All is here; it has to be looked at and sent."""

    on: int
    words: Words
    signature: Signature


async def begin_comment(talk: Talk, pressed: actions.WriteComment) -> Turn:
    """Ask for the words; what was begun before on the same consultation is taken up again."""
    consultation = await talk.uow.consultations.get(ConsultationId(pressed.consultation))
    if not consultation.accepts_comments():
        raise Refused(Refusal.NOT_OPEN)
    begun = await recall(COMMENTING, talk)
    if isinstance(begun, Signing | Naming | Checking) and begun.on == consultation.id:
        return _ask_signature(consultation.id, begun.words, talk)
    return show(views.invite(COMMENTING, talk, consultation), draft=Writing(consultation.id))


async def sign(on: ConsultationId, words: Words, talk: Talk) -> Turn:
    """Go on with words that are here already."""
    consultation = await talk.uow.consultations.get(on)
    if not consultation.accepts_comments():
        raise Refused(Refusal.NOT_OPEN)
    return _ask_signature(on, words, talk)


def with_more(words: Words, said: Said) -> Words | None:
    """The words with what was just said added to them, or None if it adds nothing."""
    match said:
        case Text(text):
            return replace(words, text=f"{words.text}\n{text}".strip())
        case Edited(text):
            return replace(words, text=text)
        case File(media, caption):
            return Words(f"{words.text}\n{caption}".strip(), (*words.media, media))
        case _:
            return None


async def writing(draft: Writing, said: Said, talk: Talk) -> Turn:
    """Take the first words."""
    match said:
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case _:
            words = with_more(Words(), said)
            if words is None:
                consultation = await talk.uow.consultations.get(ConsultationId(draft.on))
                return show(views.invite(COMMENTING, talk, consultation), draft=draft)
            return _ask_signature(draft.on, words, talk)


def _ask_signature(on: int, words: Words, talk: Talk, *, over: bool = False) -> Turn:
    check_words(words)
    return show(views.signing(COMMENTING, talk, words), draft=Signing(on, words), over=over)


async def signing(draft: Signing, said: Said, talk: Talk) -> Turn:
    """Take more words, or the way it is signed."""
    match said:
        case Chose("sign", "anonymous"):
            return await _check(draft.on, draft.words, ANONYMOUS, talk)
        case Chose("sign", kind) if kind in set(Capacity):
            capacity = Capacity(kind)
            return show(
                views.ask_name(COMMENTING, talk, capacity), draft=Naming(draft.on, draft.words, capacity), over=True
            )
        case Chose("back"):
            return await _rewrite(draft.on, talk)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case _:
            words = with_more(draft.words, said)
            if words is None:
                return show(views.signing(COMMENTING, talk, draft.words), draft=draft)
            return _ask_signature(draft.on, words, talk)


async def naming(draft: Naming, said: Said, talk: Talk) -> Turn:
    """Take the name."""
    match said:
        case Text(name) if 0 < len(name.strip()) <= LONGEST_NAME:
            signature = Signature(draft.capacity, " ".join(name.split()))
            return await _check(draft.on, draft.words, signature, talk)
        case Text():
            raise Refused(Refusal.TOO_LONG)
        case Chose("back"):
            return _ask_signature(draft.on, draft.words, talk, over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case _:
            return show(views.ask_name(COMMENTING, talk, draft.capacity), draft=draft)


async def _check(on: int, words: Words, signature: Signature, talk: Talk) -> Turn:
    consultation = await talk.uow.consultations.get(ConsultationId(on))
    screen = views.preview(COMMENTING, talk, consultation.terms.title, words, signature)
    return show(screen, draft=Checking(on, words, signature), over=True)


async def _rewrite(on: int, talk: Talk) -> Turn:
    consultation = await talk.uow.consultations.get(ConsultationId(on))
    return show(views.invite(COMMENTING, talk, consultation), draft=Writing(on), over=True)


async def checking(draft: Checking, said: Said, talk: Talk) -> Turn:
    """Send it, or change it once more."""
    match said:
        case Chose("send"):
            return await _send(draft, talk)
        case Chose("rewrite"):
            return await _rewrite(draft.on, talk)
        case Chose("resign"):
            return _ask_signature(draft.on, draft.words, talk, over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case _:
            words = with_more(draft.words, said)
            if words is None:
                return show(cannot_use(talk, talk.t("Press Send, or change what you wrote.")), draft=draft)
            check_words(words)
            return replace(await _check(draft.on, words, draft.signature, talk), over=False)


async def _send(draft: Checking, talk: Talk) -> Turn:
    comment = await leave_comment(
        draft.words,
        on=ConsultationId(draft.on),
        by=talk.person.id,
        signature=draft.signature,
        uow=talk.uow,
        now=talk.now,
    )
    owed_by = await answer_owed_by(comment, uow=talk.uow)
    return show(views.receipt(talk, comment, owed_by), draft=None)


COMMENTING = Dialog("comment", 1, {Writing: writing, Signing: signing, Naming: naming, Checking: checking})
