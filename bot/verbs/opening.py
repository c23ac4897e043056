"""The words of a file that is named on the command line."""

from pathlib import Path
from typing import Final

from documents.opening.apart import open_apart
from documents.opening.file import is_text, open_file
from participation.unread import LARGEST, FileText, Unread, UnreadFileError

WHY: Final = {
    Unread.TOO_LARGE: "it is too large: 20 MB, 300 pages or 60 megapixels are the most.",
    Unread.NOT_A_DOCUMENT: "it is no text, DOCX, ODT, PDF, HTML or picture.",
    Unread.OLD_WORD: "it is an old Word or RTF file; save it as DOCX.",
    Unread.BROKEN: "it is broken.",
    Unread.LOCKED: "it opens with a password only.",
    Unread.NO_WORDS: "there are no words in it.",
    Unread.UNCLEAR: "it is a picture whose words cannot be made out.",
    Unread.NO_SCANNER: "it is a picture, and Tesseract with its Albanian data (tesseract-ocr-sqi) is not installed.",
    Unread.TOO_SLOW: "it takes too long.",
    Unread.SOMETHING_ELSE: "it is something else.",
}
"""Why a file cannot be read, after its name."""


async def words_in(content: bytes) -> FileText:
    """The words of a file; what is no plain text is opened apart. Raises UnreadFileError."""
    return open_file(content) if is_text(content) else await open_apart(content)


def content_of(file: Path) -> bytes:
    """What is in a file; raises OSError, and UnreadFileError where it is too large to look at."""
    if file.stat().st_size > LARGEST:
        raise UnreadFileError(Unread.TOO_LARGE)
    return file.read_bytes()
