"""Whatever file somebody sends: what it is by its first bytes, and the words in it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from documents.opening.lines import MOST_LETTERS, Line, text_of
from documents.opening.odt import odt_lines
from documents.opening.packed import is_packed, names_in
from documents.opening.plain import decoded, in_utf8
from documents.opening.web import is_page, page_lines
from documents.opening.word import is_body, word_lines
from participation.unread import LARGEST, FileText, Unread, UnreadFileError

LIGATURES: Final = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
"""Letters that a printer draws as one."""
OLD: Final = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")


def open_file(content: bytes) -> FileText:
    """The words of a file, whatever it is called; raises UnreadFileError and nothing else."""
    if len(content) > LARGEST:
        raise UnreadFileError(Unread.TOO_LARGE)
    plain = in_utf8(content)
    found = _reader_of(plain)(plain)
    found = replace(found, words=found.words.translate(LIGATURES).strip())
    if not any(map(str.isalnum, found.words)):
        raise UnreadFileError(Unread.NO_WORDS)
    return found


def is_text(content: bytes) -> bool:
    """Whether it is of no kind that we know, and so may be a text."""
    return _reader_of(in_utf8(content)) is _text


def _reader_of(plain: bytes) -> Callable[[bytes], FileText]:
    return next(read for is_it, read in KINDS if is_it(plain))


def _packed(content: bytes) -> FileText:
    lines = word_lines(content) if any(map(is_body, names_in(content))) else odt_lines(content)
    return _written(lines)


def _page(content: bytes) -> FileText:
    return _written(page_lines(content))


def _written(lines: tuple[Line, ...]) -> FileText:
    return FileText(text_of(lines))


def _is_pdf(content: bytes) -> bool:
    return b"%PDF-" in content[:1024]


def _pdf(content: bytes) -> FileText:
    from documents.opening.pdf import read_pdf  # noqa: PLC0415  most files are none, and the library is large

    return read_pdf(content)


def _is_picture(content: bytes) -> bool:
    from documents.opening.scan import is_picture  # noqa: PLC0415

    return is_picture(content)


def _photo(content: bytes) -> FileText:
    from documents.opening.scan import read_photo  # noqa: PLC0415

    return read_photo(content)


def _old(_: bytes) -> FileText:
    raise UnreadFileError(Unread.OLD_WORD)


def _text(content: bytes) -> FileText:
    words = decoded(content)
    if words is None:
        raise UnreadFileError(Unread.NOT_A_DOCUMENT)
    if len(words) > MOST_LETTERS:
        raise UnreadFileError(Unread.TOO_LARGE)
    return FileText(words)


def _is_anything(_: bytes) -> bool:
    return True


KINDS: Final[tuple[tuple[Callable[[bytes], bool], Callable[[bytes], FileText]], ...]] = (
    (is_packed, _packed),
    (_is_pdf, _pdf),
    (lambda content: content.startswith(OLD), _old),
    (is_page, _page),
    (_is_picture, _photo),
    (_is_anything, _text),
)
"""How to know a kind of file, and who reads it; the first that knows it."""
