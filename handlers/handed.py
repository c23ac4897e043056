"""What a coordinator hands in to be published: the words of a notice, in many messages if need be, and documents."""

from dataclasses import dataclass, replace

from handlers.events import Edited, File, Text
from handlers.spoken import NOTHING, Spoken
from handlers.turns import Said, Talk
from participation.layout import paragraphs
from participation.messages import Media, MediaKind

LONGEST_NOTICE = 60_000
"""Characters; the longest notice we know has a sixth of it."""
MOST_PAPERS = 10
LONGEST_NAME = 100


@dataclass(frozen=True)
class Handed:
    """The words of a notice and the documents that came so far."""

    notice: Spoken = NOTHING
    papers: tuple[Media, ...] = ()

    def is_empty(self) -> bool:
        """Whether nothing came yet."""
        return not self.papers and self.notice.is_empty()

    def before(self, more: "Handed") -> "Handed":
        """What was handed in earlier, and what came since."""
        return Handed(self.notice.before(more.notice), (*self.papers, *more.papers)[:MOST_PAPERS])


NOTHING_HANDED = Handed()


def may_be_notice(spoken: Spoken) -> bool:
    """Whether there are words in it, and not more than the longest notice has."""
    return 0 < len(spoken.text) <= LONGEST_NOTICE


def handed_in(spoken: Spoken, talk: Talk) -> Handed:
    """What was said before anybody spoke of a notice; of its files, those that are documents."""
    papers = tuple(named_paper(media, talk) for media in spoken.media if media.kind is MediaKind.DOCUMENT)
    return Handed(replace(spoken, media=()), papers[:MOST_PAPERS])


def take(handed: Handed, said: Said, talk: Talk) -> tuple[Handed, str]:
    """All of it with what was just sent, and why some of that was not taken, if so."""
    match said:
        case File(media, words, message, plain) if plain:
            more, _ = take(handed, Text(words, message), talk)
            more, complaint = _take_words(more, Text(plain), talk)
            read = talk.t("{name}: we read it as text; it is not a document.", name=named_paper(media, talk).name)
            return more, paragraphs(read, complaint)
        case File(media, words, message):
            more, complaint = take(handed, Text(words, message), talk)
            refusal = cannot_attach(more.papers, media, talk)
            if refusal:
                return more, refusal
            return replace(more, papers=(*more.papers, named_paper(media, talk))), complaint
        case Text() | Edited():
            return _take_words(handed, said, talk)
        case _:
            return handed, talk.t("We cannot use this here.")


def _take_words(handed: Handed, said: Text | Edited, talk: Talk) -> tuple[Handed, str]:
    """What goes beyond the longest notice is cut off at its end, so that it has no hole in its middle."""
    more = handed.notice.with_more(said)
    if more is None:
        return handed, ""
    beyond = len(more.text) - LONGEST_NOTICE
    if beyond <= 0:
        return replace(handed, notice=more), ""
    fitting = replace(said, words=said.words[: max(len(said.words) - beyond, 0)])
    complaint = talk.t("A notice has 60,000 characters at most. What goes beyond was not taken.")
    return replace(handed, notice=handed.notice.with_more(fitting) or handed.notice), complaint


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
