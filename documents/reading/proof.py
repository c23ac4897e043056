"""An exported proof of notice, read back and checked: whoever has the file needs nothing else."""

import csv
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import takewhile
from typing import Final

from documents.writing.papers.proof import COLUMNS, LAST, TEXTS, TEXTS_HEADING
from documents.writing.tables import BEFORE, BYTE_ORDER_MARK, FORMULAS, SEPARATOR
from participation.forum.proof import BEGINNING, Flaw, examine, mark_of, sha

Lines = Sequence[list[str]]
MARKED: Final = 11
"""So many cells are marked; the mark, the name and the random word follow."""

PUT_BETWEEN: Final = re.compile(r"""([,;\t\r\n][\s"']*)'(?=[=+\-@])""")


class NoProofError(Exception):
    """The file is no proof of notice as it is exported (CSV)."""


@dataclass(frozen=True)
class Checked:
    """How many rows there are, the last mark, how many bear no name any more, how many texts, and the first flaw."""

    count: int
    last: str
    nameless: int
    texts: int
    flaw: Flaw | None


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
    return Checked(len(rows), last, nameless, len(texts), flaw)


def _lines(content: bytes) -> list[list[str]]:
    """The lines, without the empty cells that other programs put at their ends."""
    try:
        text = content.decode().removeprefix(BYTE_ORDER_MARK)
        lines = list(csv.reader(StringIO(text, newline=""), delimiter=SEPARATOR, strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise NoProofError from None
    return [_trimmed(line) for line in lines]


def _trimmed(line: list[str]) -> list[str]:
    while line and not line[-1]:
        line = line[:-1]
    return line


def _parts(lines: Sequence[list[str]]) -> tuple[Lines, Lines, Lines, Lines]:
    """What stands above the rows, the rows, the texts, and what belongs to neither."""
    if list(COLUMNS) not in lines:
        raise NoProofError
    above = lines.index(list(COLUMNS))
    rows = list(takewhile(bool, lines[above + 1 :]))
    below = lines[above + 1 + len(rows) :]
    heading = [[], [TEXTS_HEADING], list(TEXTS)]
    if below[: len(heading)] != heading:
        return lines[:above], rows, [], below
    texts = list(takewhile(bool, below[len(heading) :]))
    return lines[:above], rows, texts, below[len(heading) + len(texts) :]


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
