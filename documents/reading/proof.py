"""An exported proof of notice, read back and checked: whoever has the file needs nothing else."""

import csv
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Final

from documents.writing.papers.proof import COLUMNS, LAST, TEXTS
from documents.writing.tables import BYTE_ORDER_MARK, FORMULAS, SEPARATOR
from participation.forum.proof import BEGINNING, Flaw, examine, mark_of, sha

MARKED: Final = 11
"""So many cells are marked; the mark, the name and the random word follow."""

PUT_BETWEEN: Final = re.compile(r"""([,;\t\r\n][\s"']*)'(?=[=+\-@])""")


class NoProofError(Exception):
    """The file is no proof of notice as it is exported (CSV)."""


@dataclass(frozen=True)
class Checked:
    """How many rows there are, the last mark, how many bear no name any more, and the first flaw, if any."""

    count: int
    last: str
    nameless: int
    flaw: Flaw | None


def check_proof(content: bytes) -> Checked:
    """Reckon the chain, the names and the texts of a file anew.

    Raises NoProofError where it is none.
    """
    lines = _lines(content)
    rows = list(_table(lines, COLUMNS))
    chain = _tamed(rows)
    last = next((line[0].removeprefix(LAST) for line in lines if line and line[0].startswith(LAST)), None)
    flaw = examine(chain, last=last) or _name_flaw(rows) or _text_flaw(rows, dict(_table(lines, TEXTS)))
    nameless = sum(bool(row[MARKED - 1]) and not row[MARKED + 2] for row in rows)
    return Checked(len(rows), rows[-1][MARKED] if rows else BEGINNING, nameless, flaw)


def _lines(content: bytes) -> list[list[str]]:
    try:
        text = content.decode().removeprefix(BYTE_ORDER_MARK)
        lines = list(csv.reader(StringIO(text, newline=""), delimiter=SEPARATOR, strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise NoProofError from None
    if list(COLUMNS) not in lines:
        raise NoProofError
    return lines


def _table(lines: Sequence[list[str]], columns: Sequence[str]) -> Iterator[list[str]]:
    """The rows beneath these columns, up to an empty line."""
    begins = lines.index(list(columns)) + 1 if list(columns) in lines else len(lines)
    for line in lines[begins:]:
        if not any(line):
            return
        yield [*line, *[""] * (len(columns) - len(line))]


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
    bare = cell[1:] if cell.startswith("'") and cell[1:].lstrip(" ").startswith(FORMULAS) else cell
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


def _text_flaw(rows: Sequence[list[str]], texts: dict[str, str]) -> Flaw | None:
    """Words that are not those that were marked."""
    wrong = {link for link, words in texts.items() if link not in {sha(words), sha(_plain(words))}}
    return next((Flaw(int(row[0]), "text") for row in rows if row[8] in wrong), None)
