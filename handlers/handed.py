"""What a coordinator hands in to be published: the words of a notice, in many messages if need be, and documents.

As long as there are no words of a notice, each file may be the notice: it waits to be opened.
"""

from dataclasses import dataclass, replace

from handlers.events import Edited, File, Text
from handlers.opened import LONGEST_NOTICE, may_be_opened
from handlers.spoken import NOTHING, Spoken
from handlers.turns import Said, Talk
from participation.layout import paragraphs
from participation.messages import Media, MediaKind

MOST_PAPERS = 10
LONGEST_NAME = 100
LOOKED_AT = 6_000
"""Characters: a notice calls the public to something at its beginning."""


@dataclass(frozen=True)
class Unopened:
    """A file that may be the notice, and what was written beside it in that message."""

    media: Media
    words: str = ""
    message: int = 0


@dataclass(frozen=True)
class Handed:
    """The words of a notice and the documents that came so far; some files wait to be opened."""

    notice: Spoken = NOTHING
    papers: tuple[Media, ...] = ()
    unopened: tuple[Unopened, ...] = ()

    def is_empty(self) -> bool:
        """Whether nothing came yet."""
        return not self.papers and not self.unopened and self.notice.is_empty()

    def before(self, more: "Handed") -> "Handed":
        """What was handed in earlier, and what came since."""
        return Handed(
            self.notice.before(more.notice),
            (*self.papers, *more.papers)[:MOST_PAPERS],
            (*self.unopened, *more.unopened)[:MOST_PAPERS],
        )

    @property
    def waiting(self) -> tuple[Media, ...]:
        """The files that wait to be opened."""
        return tuple(each.media for each in self.unopened)


NOTHING_HANDED = Handed()


def may_be_notice(spoken: Spoken) -> bool:
    """Whether there are words in it, and not more than the longest notice has."""
    return 0 < len(spoken.text) <= LONGEST_NOTICE


def handed_in(spoken: Spoken, talk: Talk) -> tuple[Handed, str]:
    """What was said before anybody spoke of a notice, and that some of its files were not taken, if so."""
    handed, refused = Handed(replace(spoken, media=())), False
    is_there = is_notice(spoken.text, talk)
    for media in spoken.media:
        if may_be_opened(media) and not is_there:
            handed = replace(handed, unopened=(*handed.unopened, Unopened(_named(media, talk))))
        elif media.kind is MediaKind.DOCUMENT:
            handed = replace(handed, papers=(*handed.papers, named_paper(media, talk)))
        else:
            refused = True
    return NOTHING_HANDED.before(handed), as_a_file(talk) if refused else ""


def is_notice(words: str, talk: Talk) -> bool:
    """Whether the public is called to something in these words, as far as they are looked at here."""
    return bool(words) and talk.house.scribe.read_notice(words[:LOOKED_AT]).is_notice


def take(handed: Handed, said: Said, talk: Talk) -> tuple[Handed, str]:
    """All of it with what was just sent, and why some of that was not taken, if so."""
    match said:
        case File(media, words) if may_be_opened(media) and not _is_there(handed, words, talk):
            return _let_wait(handed, said, talk)
        case File(media, words, message):
            more, complaint = take_words(handed, Text(words, message), talk)
            refusal = cannot_attach(more.papers, media, talk)
            if refusal:
                return more, refusal
            return replace(more, papers=(*more.papers, named_paper(media, talk))), complaint
        case Text() | Edited():
            more, complaint = take_words(handed, said, talk)
            more, refused = settled(more, talk)
            return more, paragraphs(complaint, refused)
        case _:
            return handed, talk.t("We cannot use this here.")


def _is_there(handed: Handed, words: str, talk: Talk) -> bool:
    """Whether the words of a notice are there, at the latest with those beside the file."""
    return is_notice(handed.notice.text, talk) or is_notice(words, talk)


def _let_wait(handed: Handed, sent: File, talk: Talk) -> tuple[Handed, str]:
    """The file waits to be opened."""
    media = _named(sent.media, talk)
    if media.kind is MediaKind.DOCUMENT:
        refusal = cannot_attach((*handed.papers, *handed.waiting), media, talk)
    else:
        refusal = talk.t("Ten pages are the most that we read at once.") if len(handed.waiting) >= MOST_PAPERS else ""
    if refusal:
        return handed, refusal
    return replace(handed, unopened=(*handed.unopened, Unopened(media, sent.words, sent.message))), ""


def _named(media: Media, talk: Talk) -> Media:
    return named_paper(media, talk) if media.kind is MediaKind.DOCUMENT else media


def settled(handed: Handed, talk: Talk) -> tuple[Handed, str]:
    """Where the words of a notice are there, no file waits; and which of them were not taken, if any."""
    if handed.unopened and is_notice(handed.notice.text, talk):
        return not_opened(handed, talk)
    return handed, ""


def not_opened(handed: Handed, talk: Talk) -> tuple[Handed, str]:
    """The same where no file waits: each is a document, if it can be one, and what was beside it a piece of text."""
    more, complaints = replace(handed, unopened=()), []
    for each in handed.unopened:
        more, complaint = take_words(more, Text(each.words, each.message), talk)
        refusal = cannot_attach(more.papers, each.media, talk)
        more = more if refusal else replace(more, papers=(*more.papers, each.media))
        complaints += [complaint, refusal]
    return more, paragraphs(*dict.fromkeys(complaints))


def take_words(handed: Handed, said: Text | Edited, talk: Talk) -> tuple[Handed, str]:
    """What goes beyond the longest notice is cut off at its end, so that it has no hole in its middle."""
    more = handed.notice.with_more(said)
    if more is None:
        return handed, ""
    beyond = len(more.text) - LONGEST_NOTICE
    if beyond <= 0:
        return replace(handed, notice=more), ""
    fitting = replace(said, words=said.words[: max(len(said.words) - beyond, 0)])
    return replace(handed, notice=handed.notice.with_more(fitting) or handed.notice), cut_off(talk)


def cut_off(talk: Talk) -> str:
    """What becomes of more words than a notice may have."""
    return talk.t("A notice has 60,000 characters at most. What goes beyond was not taken.")


def cannot_attach(papers: tuple[Media, ...], media: Media, talk: Talk) -> str:
    """Why a file cannot be one of the documents, or nothing."""
    if media.kind is not MediaKind.DOCUMENT:
        return as_a_file(talk)
    if any((paper.name, paper.size) == (named_paper(media, talk).name, media.size) for paper in papers):
        return talk.t("This document is there already: {name}.", name=named_paper(media, talk).name)
    if len(papers) >= MOST_PAPERS:
        return talk.t("Ten documents are the most that fit into one announcement.")
    return ""


def as_a_file(talk: Talk) -> str:
    """How a document has to be sent."""
    return talk.t("Please send it as a file, not as a photo or recording, so that people can open and print it.")


def named_paper(media: Media, talk: Talk) -> Media:
    """The file under a name that fits on a button."""
    return replace(media, name=(media.name or talk.t("Document"))[:LONGEST_NAME])
