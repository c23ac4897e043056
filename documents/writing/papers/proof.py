"""The proof of notice, as a sheet that anybody can check and as a Word file to be read."""

from collections.abc import Sequence
from typing import Final

from documents.writing.lines import plain
from documents.writing.said import day_in_table
from documents.writing.tables import sheet_file
from documents.writing.word import SMALLEST, Column, Entry, WordPaper, told
from participation.clock import local, local_day
from participation.forum.proof import ProofRow, ProofStep, ProofTable
from participation.messages import Media
from participation.reports.sheets import Form, Part, Sheet

TITLE: Final = "Prova e njoftimit"
LAST: Final = "Shenja e fundit: "
"""How the line begins that names the last mark."""
COLUMNS: Final = (
    *("Nr.", "Çasti (UTC)", "Hapi", "Objekti", "Rruga", "Titulli", "Konsultimi", "Rreshti i parë", "Shenja e tekstit"),
    *("Hollësi", "Shenja e emrit", "Shenja"),
    *("Emri", "Fjala e rastit"),
)
"""The cells that are marked, the mark, and beside them the name with its random word."""
TEXTS: Final = ("Shenja e tekstit", "Teksti")
TEXTS_HEADING: Final = "Tekstet"
ERASED: Final = "(i fshirë)"
HOW: Final = (
    "Shenja e çdo rreshti është SHA-256 e listës JSON (UTF-8) me njëmbëdhjetë kutitë e para, si tekst, dhe shenjën e "
    "rreshtit para tij; te rreshti i parë kjo është teksti bosh.",
    "Shenja e emrit është SHA-256 e listës JSON [fjala e rastit, emri]; kush i fshin të dhënat lë vetëm shenjën.",
    "Kontrollohet me: bashke verify-proof SKEDARI. Kontrolloni skedarin siç e dha boti: Excel dhe LibreOffice, kur e "
    "ruajnë, ndryshojnë kutitë.",
)
WORD_COLUMNS: Final = (
    Column("Nr.", 0.5),
    Column("Kush", 1.7),
    Column("Çfarë", 1.5),
    Column("Rruga", 0.8),
    Column("U nis", 1.1),
    Column("Mbërriti", 1.3),
    Column("U pa", 1.1),
    Column("Shenja", 1.6),
)
SHORT: Final = 16
"""Digits of a mark on paper; the whole one stands in the sheet."""


def proof_file(table: ProofTable, form: Form, *, name: str = "prova-e-njoftimit") -> Media:
    """The whole chain, row by row as it was written, and the words that were told."""
    head = table.letterhead
    words = {row.text: row.whose.words for row in table.rows if row.whose and row.whose.words}
    rows = [
        ("Rreshtat", COLUMNS, tuple(_cells(row) for row in table.rows)),
        (TEXTS_HEADING, TEXTS, tuple(words.items())),
    ]
    # What no workbook takes is left out there; the lines stay as they were marked.
    cell = plain if form is Form.XLSX else _as_marked
    notes = (plain(head.institution), day_in_table(head.day), *HOW, cell(f"{LAST}{table.last}"))
    parts = tuple(Part(each, columns, tuple(tuple(map(cell, row)) for row in cells)) for each, columns, cells in rows)
    return sheet_file(Sheet(TITLE, notes, parts), form, name=name)


def _as_marked(cell: str) -> str:
    return cell.encode(errors="replace").decode()


def _cells(row: ProofRow) -> tuple[str, ...]:
    whose = row.whose
    return (*row.cells, row.link, whose.name if whose else "", whose.salt if whose else "")


def proof_paper(table: ProofTable, *, name: str = "prova-e-njoftimit") -> Media:
    """What was told, a row each with what became of it, lying."""
    paper = WordPaper(table.letterhead, TITLE.upper(), subject=table.title, wide=True)
    sent = [row for row in table.rows if not row.first]
    after = {(row.first, row.step): row for row in table.rows if row.first}
    lines = [_line(row, after) for row in sent]
    paper.table(WORD_COLUMNS, lines, size=SMALLEST, nothing="Nuk është shënuar asnjë njoftim.")
    paper.paragraph(f"{LAST}{table.last or '–'}")
    paper.paragraph("Numrat dhe shenjat janë ata të zinxhirit të plotë, që jepet si CSV dhe kontrollohet prej kujtdo.")
    return paper.file(name)


def _line(row: ProofRow, after: dict[tuple[int, ProofStep], ProofRow]) -> Sequence[Entry]:
    arrived, failed, seen = (
        after.get((row.place, step)) for step in (ProofStep.DELIVERED, ProofStep.FAILED, ProofStep.OPENED)
    )
    became = _moment(arrived) if arrived else (f"{ProofStep.FAILED.value}: {failed.detail}" if failed else row.detail)
    return (
        row.place,
        _who(row),
        f"{row.topic.value}\n{row.subject}",
        row.way.value,
        _moment(row),
        told(became, "nuk dihet ende"),
        told(_moment(seen) if seen else "", "jo" if row.step is ProofStep.TOLD else "nuk dihet"),
        row.link[:SHORT],
    )


def _who(row: ProofRow) -> str:
    """The organisation; the public is counted and not named."""
    if row.step is ProofStep.COUNTED:
        return "publiku"
    return row.whose.name if row.whose else ERASED


def _moment(row: ProofRow) -> str:
    return f"{day_in_table(local_day(row.at))} {local(row.at):%H:%M}"
