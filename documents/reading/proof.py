"""An exported proof of notice, read back and checked: whoever has the file needs nothing else."""

import csv
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import product, takewhile
from typing import Final

from documents.writing.papers.proof import COLUMNS, LAST, TEXTS, TEXTS_HEADING
from documents.writing.tables import BEFORE, BYTE_ORDER_MARK, FORMULAS, SEPARATOR, lined
from participation.forum.proof import BEGINNING, Flaw, examine, mark_of, sha

Lines = Sequence[list[str]]
MARKED: Final = 11
"""So many cells are marked; the mark, the name and the random word follow."""

PUT_BETWEEN: Final = re.compile(r"""([,;\t\r\n][\s"']*)'(?=[=+\-@])""")


BETWEEN: Final[Lines] = [[], [TEXTS_HEADING], list(TEXTS)]
"""What stands between the rows and the texts."""
SEPARATORS: Final = (SEPARATOR, ",", "\t")
"""Ours, and what programs put in its stead that save the file anew."""
ENCODINGS: Final = ("utf-8", "utf-16")
WORKBOOK: Final = b"PK\x03\x04"
"""How a workbook begins, and any other ZIP."""


class NoProofError(Exception):
    """The file is no proof of notice as it is exported (CSV)."""


class WorkbookError(NoProofError):
    """The file is a workbook: it is for reading, and only the lines (CSV) can be checked."""


@dataclass(frozen=True)
class Checked:
    """How many rows there are, the last mark, how many bear no name any more, how many texts, and the first flaw.

    A file that is not, byte for byte, written `as_given` was saved anew by a program that may have changed cells.
    """

    count: int
    last: str
    nameless: int
    texts: int
    flaw: Flaw | None
    as_given: bool = True


ELSEWHERE: Final = Flaw(None, "elsewhere")
"""There are lines that stand in no table of the export: whoever reads the file would take them for a part of it."""


def check_proof(content: bytes) -> Checked:
    """Reckon the chain, the names and the texts of a file anew; nothing else may stand in it.

    Raises NoProofError where it is none.
    """
    head, rows, texts, rest = _parts(_lines(content))
    marks = [line[0].removeprefix(LAST) for line in head if line and line[0].startswith(LAST)]
    wide = any(len(row) > len(COLUMNS) for row in rows) or any(len(line) != len(TEXTS) for line in texts)
    rows = [[*row, *[""] * (len(COLUMNS) - len(row))] for row in rows]
    last = rows[-1][MARKED] if rows else BEGINNING
    misplaced = ELSEWHERE if rest or wide or marks != [last] else None
    flaw = examine(_tamed(rows), last=marks[0] if marks else None) or misplaced
    flaw = flaw or _name_flaw(rows) or _text_flaw(rows, texts)
    nameless = sum(bool(row[MARKED - 1]) and not row[MARKED + 2] for row in rows)
    return Checked(
        len(rows), last, nameless, len(texts), flaw, content == lined([*head, COLUMNS, *rows, *BETWEEN, *texts, *rest])
    )


def _lines(content: bytes) -> list[list[str]]:
    """The lines, also as another program has saved them: the table is found by its heads."""
    if content.startswith(WORKBOOK):
        raise WorkbookError
    for encoding, separator in product(ENCODINGS, SEPARATORS):
        try:
            text = content.decode(encoding).removeprefix(BYTE_ORDER_MARK)
            found = list(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True))
        except (UnicodeDecodeError, csv.Error):
            continue
        if list(COLUMNS) in (lines := [_trimmed(line) for line in found]):
            return lines
    raise NoProofError


def _trimmed(line: list[str]) -> list[str]:
    """The line without the empty cells that other programs put at its end."""
    while line and not line[-1]:
        line = line[:-1]
    return line


def _parts(lines: Sequence[list[str]]) -> tuple[Lines, Lines, Lines, Lines]:
    """What stands above the rows, the rows, the texts, and what belongs to neither."""
    above = lines.index(list(COLUMNS))
    rows = list(takewhile(bool, lines[above + 1 :]))
    below = lines[above + 1 + len(rows) :]
    if below[: len(BETWEEN)] != BETWEEN:
        return lines[:above], rows, [], below
    texts = list(takewhile(bool, below[len(BETWEEN) :]))
    return lines[:above], rows, texts, below[len(BETWEEN) + len(texts) :]


def _tamed(rows: Sequence[list[str]]) -> list[tuple[Sequence[str], str]]:
    """Each row with its mark; an apostrophe that the sheet put before a cell is taken off where the mark says so."""
    chain: list[tuple[Sequence[str], str]] = []
    before = BEGINNING
    for row in rows:
        cells, link = row[:MARKED], row[MARKED]
        plain = [_plain(cell) for cell in cells]
        chain.append((plain if mark_of(cells, before) != link else cells, link))
        before = link
    return chain


def _plain(cell: str) -> str:
    """The cell without the apostrophes that `documents.writing.tables.harmless` put into it."""
    bare = cell[1:] if cell.startswith("'") and cell[1:].lstrip(BEFORE).startswith(FORMULAS) else cell
    return PUT_BETWEEN.sub(r"\1", bare)


def _name_flaw(rows: Sequence[list[str]]) -> Flaw | None:
    """A name that is not the one that was marked."""
    for row in rows:
        who, name, salt = row[MARKED - 1], row[MARKED + 1], row[MARKED + 2]
        if salt and who not in {sha(json.dumps([salt, each], ensure_ascii=False)) for each in (name, _plain(name))}:
            return Flaw(int(row[0]), "name")
        if name and not salt:
            return Flaw(int(row[0]), "name")
    return None


def _text_flaw(rows: Sequence[list[str]], texts: Lines) -> Flaw | None:
    """Words that are not those that were marked, that no row names, or that stand there twice."""
    named = {row[8] for row in rows}
    wrong = {link for link, words in texts if link not in {sha(words), sha(_plain(words))}}
    if found := next((Flaw(int(row[0]), "text") for row in rows if row[8] in wrong), None):
        return found
    links = [link for link, _ in texts]
    return ELSEWHERE if len(set(links)) < len(links) or set(links) - named else None
