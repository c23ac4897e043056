"""What the words of a notice were read from, where it was no text that was pasted."""

from collections.abc import Sequence
from dataclasses import dataclass

from participation.messages import Media, MediaKind


@dataclass(frozen=True)
class Source:
    """The files that the words of a notice were read from; those of `scanned` ones were made out in pictures.

    Of `left_out` pages nothing was read.
    """

    files: tuple[Media, ...] = ()
    scanned: bool = False
    left_out: int = 0

    def documents(self, papers: Sequence[Media] = ()) -> tuple[Media, ...]:
        """Those that people could open, and that are not among these already."""
        return tuple(media for media in self.files if media.kind is MediaKind.DOCUMENT and media not in papers)


PASTED = Source()
