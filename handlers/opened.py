"""What was found in files that somebody sent, and which text among them is the notice."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from participation.consultations.notice import NoticeReading
from participation.consultations.source import Source
from participation.messages import Media, MediaKind
from participation.unread import FileText, Unread

LONGEST_NOTICE: Final = 60_000
"""Characters; the longest notice we know has a sixth of it."""

Content = FileText | Unread | None
"""The words of a file, or why there are none; None where the messenger did not give it out now."""

OpenedFile = tuple[Media, Content]


@dataclass(frozen=True)
class Candidate:
    """A text as it was found in a file, or in the pictures of its pages; no more of it than a notice may have."""

    words: str
    source: Source
    is_cut: bool = False


@dataclass(frozen=True)
class Opened:
    """Files that were opened, in the order in which they were sent, and the text among them that is most of a notice.

    It is none where its reading says so.
    """

    files: tuple[OpenedFile, ...]
    best: tuple[Candidate, NoticeReading] | None = None

    @property
    def media(self) -> tuple[Media, ...]:
        """The files themselves."""
        return tuple(media for media, _ in self.files)

    @property
    def are_all_here(self) -> bool:
        """Whether the messenger gave all of them out."""
        return all(content is not None for _, content in self.files)


def sorted_out(files: Sequence[OpenedFile], read: Callable[[str], NoticeReading]) -> Opened:
    """The first of their texts that is a notice, else the first; reading takes its time, so it is done aside."""
    best: tuple[Candidate, NoticeReading] | None = None
    for candidate in _candidates(files):
        reading = read(candidate.words)
        if best is None or reading.is_notice:
            best = candidate, reading
        if reading.is_notice:
            break
    return Opened(tuple(files), best)


def _candidates(files: Sequence[OpenedFile]) -> Iterator[Candidate]:
    """Each document is a text of its own; pictures are the pages of one."""
    read = [(media, content) for media, content in files if isinstance(content, FileText)]
    for media, content in read:
        if not media.is_picture:
            yield _candidate([(media, content)])
    if pages := [(media, content) for media, content in read if media.is_picture]:
        yield _candidate(pages)


def _candidate(pages: Sequence[tuple[Media, FileText]]) -> Candidate:
    words = "\n\n".join(content.words.strip() for _, content in pages)
    source = Source(
        files=tuple(media for media, _ in pages),
        scanned=any(content.scanned for _, content in pages),
        left_out=sum(content.left_out for _, content in pages),
    )
    return Candidate(words[:LONGEST_NOTICE], source, is_cut=len(words) > LONGEST_NOTICE)


def may_be_opened(media: Media) -> bool:
    """Whether there may be written words in it."""
    return media.kind in {MediaKind.DOCUMENT, MediaKind.PHOTO}
