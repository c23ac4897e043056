"""The XML in a packed document (DOCX, ODT), opened piece by piece and within limits: a bomb is let go before it swells.

No entity is resolved, no link is followed, and nothing outside the file is asked for.
"""

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Final, Protocol
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from participation.unread import LARGEST, Unread, UnreadFileError

MOST_PARTS: Final = 2_000
MOST_XML: Final = 12_000_000
PIECE: Final = 65_536
LOCKED: Final = 0x1
"""The mark of a part that opens with a password (APPNOTE.TXT, general purpose bit flag)."""
FOREIGN: Final = (BadZipFile, RuntimeError, ValueError, OSError, EOFError, KeyError, struct.error, zlib.error)
"""What the library raises over a file that is none, or half of one."""


class Hand(Protocol):
    """Writes down what the parser meets; names come as "space local"."""

    def start(self, name: str, attributes: Mapping[str, str], /) -> None:
        """An element begins."""

    def end(self, name: str, /) -> None:
        """An element ends."""

    def words(self, text: str, /) -> None:
        """Words of the element that began last."""


def is_packed(content: bytes) -> bool:
    """Whether it begins as a packed document does."""
    return content.startswith(b"PK\x03\x04")


def names_in(content: bytes) -> frozenset[str]:
    """The names of its parts; raises UnreadFileError and nothing else."""
    if len(content) > LARGEST or content.count(b"PK\x01\x02") > MOST_PARTS:
        raise UnreadFileError(Unread.TOO_LARGE)
    try:
        with ZipFile(BytesIO(content)) as box:
            return frozenset(box.namelist())
    except FOREIGN as error:
        raise UnreadFileError(Unread.BROKEN) from error


def read_part(content: bytes, name: str, hand: Hand) -> None:
    """Read a part of it out to a hand; raises UnreadFileError and nothing else."""
    try:
        with ZipFile(BytesIO(content)) as box:
            _read(box, name, hand)
    except FOREIGN as error:
        raise UnreadFileError(Unread.BROKEN) from error


def _read(box: ZipFile, name: str, hand: Hand) -> None:
    part = box.getinfo(name)
    if part.flag_bits & LOCKED:
        raise UnreadFileError(Unread.LOCKED)
    if part.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise UnreadFileError(Unread.BROKEN)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = hand.start, hand.end
    parser.CharacterDataHandler = hand.words
    parser.StartDoctypeDeclHandler = _refuse_doctype
    read = 0
    try:
        with box.open(part) as text:
            while piece := text.read(PIECE):
                read += len(piece)
                if read > MOST_XML:
                    raise UnreadFileError(Unread.TOO_LARGE)
                parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise UnreadFileError(Unread.BROKEN) from error


def _refuse_doctype(*_: object) -> None:
    """No such file declares one; whoever does wants to have something expanded."""
    raise UnreadFileError(Unread.BROKEN)
