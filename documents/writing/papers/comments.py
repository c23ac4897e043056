"""The table of comments, as a Word file and as a sheet."""

from collections.abc import Sequence
from typing import Final

from documents.writing.lines import plain
from documents.writing.papers.report import why
from documents.writing.said import BLANK, CHANNELS, VERDICTS, author_said, day_in_table, said_in
from documents.writing.tables import sheet_file
from documents.writing.word import SMALLEST, Column, Entry, WordPaper
from participation.messages import Media
from participation.paperwork.record import CommentRow, CommentsTable, settled
from participation.reports.sheets import Form, Part, Sheet

TITLE: Final = "Tabela e komenteve dhe rekomandimeve"
LONGEST_CELL: Final = 32_000
"""A cell of a spreadsheet holds a little more."""
COLUMNS: Final = (
    Column("Nr.", 1.15),
    Column("Data", 0.95),
    Column("Kanali", 0.9),
    Column("Autori", 1.1),
    Column("Tema", 1),
    Column("Neni", 0.7),
    Column("Kaluar te", 1.1),
    Column("Komenti", 3),
    Column("Vendimi", 0.95),
    Column("Arsyet", 2.2),
)
SHEET_COLUMNS: Final = (
    *("Nr.", "Data", "Pas afatit", "Kanali", "Autori", "Tema", "Neni", "Kaluar te", "Kaluar më", "Komenti"),
    *("Vendimi", "Arsyet", "Bashkuar me"),
)


def comments_paper(table: CommentsTable, *, name: str = "tabela-e-komenteve") -> Media:
    """All comments as a Word file, lying."""
    paper = WordPaper(table.letterhead, TITLE.upper(), subject=table.title, wide=True)
    if table.rows:
        paper.table(COLUMNS, (_row(row) for row in settled(table.rows, table.groups)), size=SMALLEST)
    else:
        paper.paragraph("Nuk u mor asnjë koment.", aside=True)
    paper.paragraph(f"Komente gjithsej: {len(table.rows)}.")
    return paper.file(name)


def comments_file(table: CommentsTable, form: Form, *, name: str = "tabela-e-komenteve") -> Media:
    """All comments for a spreadsheet, or as plain lines."""
    notes = (_cell(table.letterhead.institution), f"Komente gjithsej: {len(table.rows)}")
    part = Part("Komentet", SHEET_COLUMNS, tuple(_cells(row) for row in settled(table.rows, table.groups)))
    return sheet_file(Sheet(_cell(table.title), notes, (part,)), form, name=name)


def _row(row: CommentRow) -> Sequence[Entry]:
    unit = "\n".join(filter(None, (row.unit, day_in_table(row.sent_on, undated=""))))
    day = f"{day_in_table(row.day)}\npas afatit" if row.late else day_in_table(row.day)
    verdict = VERDICTS[row.verdict]
    said = f"{verdict}\n(i bashkuar me {row.joined_to})" if row.joined_to else verdict
    about = CHANNELS[row.channel], author_said(row.signature), row.theme, row.article, unit
    return row.number, day, *about, said_in(row), said, why(row)


def _cells(row: CommentRow) -> tuple[str, ...]:
    known = (
        row.number,
        day_in_table(row.day),
        "po" if row.late else "jo",
        CHANNELS[row.channel],
        author_said(row.signature),
        row.theme,
        row.article,
        row.unit,
        day_in_table(row.sent_on),
        said_in(row),
        VERDICTS[row.verdict],
        row.reason,
        row.joined_to,
    )
    return tuple(_cell(value) or BLANK for value in known)


def _cell(value: str) -> str:
    return plain(value)[:LONGEST_CELL]
