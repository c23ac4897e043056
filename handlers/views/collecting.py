"""What a coordinator sees while a notice is collected: pasted, or opened out of files and photos."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from handlers.handed import Handed
from handlers.opened import Content
from handlers.turns import Talk, column
from handlers.views.publishing import choice, here_already, leave
from locales.texts import mark
from participation.consultations.source import Source
from participation.layout import paragraphs
from participation.messages import Media, MediaKind, Message
from participation.places import Institution
from participation.unread import Unread
from participation.words import quote

LONGEST_BESIDE: Final = 500
MOST_NAMES: Final = 3

WHY: Final[Mapping[Unread, str]] = {
    Unread.TOO_LARGE: mark("It is too large to be read. Please send the notice alone, in a file of at most 20 MB."),
    Unread.NOT_A_DOCUMENT: mark("We cannot read files of this kind. Please send Word (DOCX), ODT, PDF or a photo."),
    Unread.OLD_WORD: mark("It is in an old format of Word. Please save it as DOCX and send that."),
    Unread.BROKEN: mark("It is broken and does not open. Please save it anew and send that."),
    Unread.LOCKED: mark("It opens with a password only. Please save it without one and send that."),
    Unread.NO_WORDS: mark("We found nothing written in it. Please send another file or photo, or paste the text."),
    Unread.UNCLEAR: mark("The words are not clear enough. Take it again: more light, straight from above, nearer."),
    Unread.NO_SCANNER: mark(
        "Pictures cannot be read on this server yet; whoever runs the bot can change that. "
        "Please send Word or PDF, or paste the text."
    ),
    Unread.TOO_SLOW: mark("Reading it took too long. Please send fewer pages, or paste the text."),
    Unread.SOMETHING_ELSE: mark("We found no invitation in it: to a meeting, to comments or to anything else."),
}


def ask_notice(talk: Talk, institution: Institution) -> Message:
    """The invitation to send or paste."""
    return Message(
        title=talk.t("Publish a notice"),
        body=paragraphs(
            talk.t("For: {institution}", institution=institution.name),
            talk.t("Send the notice as a file (Word, ODT, PDF) or as a photo of each page, or paste its text."),
            talk.t("You can also send the draft and its report as files: people will be able to ask for them."),
        ),
        buttons=column(leave(talk)),
    )


def collected(talk: Talk, handed: Handed, complaint: str = "", *, may_be_one: bool = False) -> Message:
    """What has come so far, in one line; of files that wait, that they are being read, and the ways round it."""
    if handed.unopened:
        return _reading(
            talk,
            handed,
            talk.t(
                "We are reading {names}. That takes some seconds, with photos up to a minute. "
                "If nothing comes, press “Read again”.",
                names=_names(talk, handed.waiting),
            ),
            complaint,
        )
    no_text = handed.notice.is_empty()
    missing = talk.t("The notice is still missing: send it as a file or photo, or paste its text.") if no_text else ""
    return Message(
        body=paragraphs(complaint, here_already(talk, handed), to_be_seen(talk, handed), missing),
        buttons=column(
            None if no_text else choice(talk, talk.t("That was all"), "all"),
            choice(talk, talk.t("It is a notice, go on"), "is_one") if may_be_one else None,
            leave(talk),
        ),
        quiet=True,
    )


def not_fetched(talk: Talk, handed: Handed) -> Message:
    """Files that Telegram does not give out now."""
    why = talk.t(
        "{names} could not be fetched from Telegram now. Press “Read again” in a moment.",
        names=_names(talk, handed.waiting),
    )
    return _reading(talk, handed, why)


def _reading(talk: Talk, handed: Handed, *told: str) -> Message:
    others = replace(handed, unopened=())
    return Message(
        body=paragraphs(*told, here_already(talk, others), to_be_seen(talk, others)),
        buttons=column(
            choice(talk, talk.t("Read again"), "again"),
            choice(talk, talk.t("Go on without reading"), "unread"),
            leave(talk),
        ),
        quiet=True,
    )


def _names(talk: Talk, files: tuple[Media, ...]) -> str:
    """Documents by their names, photos by their number."""
    documents = [quote(each.name or "") for each in files if each.kind is MediaKind.DOCUMENT]
    unnamed: list[str] = [each.kind for each in files if each.kind is not MediaKind.DOCUMENT]
    unnamed += [MediaKind.DOCUMENT] * len(documents[MOST_NAMES:])
    return ", ".join(filter(None, (*documents[:MOST_NAMES], talk.texts.attached(unnamed))))


def no_notice(talk: Talk) -> Message:
    """What came calls the public to nothing, as far as we can read it; it is kept."""
    found = talk.t(WHY[Unread.SOMETHING_ELSE])
    kept = talk.t("Your text is kept. If something is missing, send it now.")
    return Message(
        title=talk.t("This does not look like a notice"),
        body=paragraphs(found, kept),
        buttons=column(choice(talk, talk.t("It is a notice, go on"), "anyway"), leave(talk)),
    )


def to_be_seen(talk: Talk, handed: Handed) -> str:
    """The documents by name, so that nobody publishes one by mistake."""
    names = ", ".join(paper.name or "" for paper in handed.papers)
    return talk.t("People will be able to ask for: {names}.", names=names) if names else ""


def not_the_notice(talk: Talk, media: Media, content: Content) -> str:
    """Why a file is not taken for the notice."""
    why = talk.t(WHY[content if isinstance(content, Unread) else Unread.SOMETHING_ELSE])
    if media.kind is MediaKind.DOCUMENT:
        told = talk.t("{name} was not read as the notice.", name=quote(media.name or ""))
    else:
        told = talk.t("The photo was not read as the notice.")
    return f"{told} {why}"


def read_from(talk: Talk, source: Source) -> str:
    """What the notice was read from; a document is not published unless somebody says so."""
    names = _names(talk, source.files)
    if not source.documents():
        return talk.t("We have read the notice from: {names}.", names=names)
    return talk.t("We have read the notice from {names}; the file itself is not published.", names=names)


def beside(talk: Talk, words: str) -> str:
    """What somebody wrote beside a file that is the notice: it does not get lost in silence."""
    shown = quote(words, LONGEST_BESIDE)
    return talk.t("What you wrote beside it is not part of the notice: “{words}”", words=shown) if shown else ""
