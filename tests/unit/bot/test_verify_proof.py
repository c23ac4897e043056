"""`bashke verify-proof`: whole, or at which row it is not, from the file alone."""

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.troubles import BROKEN, OK
from documents.writing.papers.proof import proof_file
from participation.reports.sheets import Form
from tests.unit.documents.papers import PROOF

Rows = list[list[str]]


def planted(change: Callable[[Rows], Rows]) -> bytes:
    """The exported file with its rows changed."""
    content = proof_file(PROOF, Form.CSV).content
    assert content is not None
    lines = list(csv.reader(StringIO(content.decode(), newline=""), delimiter=";"))
    first = next(place for place, line in enumerate(lines) if line[:1] == ["Nr."]) + 1
    last = next(place for place, line in enumerate(lines) if place > first and not any(line))
    out = StringIO()
    csv.writer(out, delimiter=";").writerows([*lines[:first], *change(lines[first:last]), *lines[last:]])
    return out.getvalue().encode()


def put(rows: Rows, place: int, cell: int, words: str) -> Rows:
    return [[*row[:cell], words, *row[cell + 1 :]] if number == place else row for number, row in enumerate(rows)]


CHANGES = {
    "changed": (lambda rows: put(rows, 2, 2, "nuk mbërriti"), "BROKEN. Row 3 is not as it was written."),
    "removed": (lambda rows: [*rows[:2], *rows[3:]], "BROKEN. Row 3 is not where it belongs"),
    "moved": (lambda rows: [rows[1], rows[0], *rows[2:]], "BROKEN. Row 1 is not where it belongs"),
    "cut off": (lambda rows: rows[:-1], "BROKEN. Its end is cut off."),
    "renamed": (lambda rows: put(rows, 3, 12, "Tjetër"), "BROKEN. Row 4 bears a name that is not the one of its mark."),
    "whole": (lambda rows: rows, "whole: 5 rows, 0 without a name; texts checked: "),
    "without a name": (
        lambda rows: put(put(rows, 3, 12, ""), 3, 13, ""),
        "whole: 5 rows, 1 without a name; texts checked: ",
    ),
}


@pytest.mark.parametrize(("change", "said"), CHANGES.values(), ids=CHANGES)
def test_a_proof_is_whole_or_broken_at_a_row(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Callable[[Rows], Rows], said: str
) -> None:
    file = tmp_path / "prova.csv"
    file.write_bytes(planted(change))
    assert main(["verify-proof", str(file)]) == (OK if said.startswith("whole") else BROKEN)
    assert said in capsys.readouterr().out


def test_words_that_were_told_otherwise_are_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "prova.csv"
    file.write_bytes(planted(lambda rows: rows).replace(b"12 mars", b"12 prill"))
    assert main(["verify-proof", str(file)]) == BROKEN
    assert "Row 1 belongs to words that are not those of its mark." in capsys.readouterr().out


def test_the_last_mark_that_was_written_down_must_be_the_last(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "prova.csv"
    file.write_bytes(planted(lambda rows: rows))
    assert main(["verify-proof", str(file), "--seen", PROOF.last]) == OK
    assert main(["verify-proof", str(file), "--seen", PROOF.rows[1].link]) == BROKEN
    assert "its last mark is another one" in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"x;y\n", b"\xff\xfe", b""], ids=["another table", "no text", "empty"])
def test_what_is_no_proof_is_said_to_be_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    file = tmp_path / "other.csv"
    file.write_bytes(content)
    assert main(["verify-proof", str(file)]) not in {OK, BROKEN}
    assert "this is no proof of notice" in capsys.readouterr().err
    assert main(["verify-proof", str(tmp_path / "none.csv")]) not in {OK, BROKEN}


def exported() -> list[list[str]]:
    content = proof_file(PROOF, Form.CSV).content
    assert content is not None
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def written(lines: Rows) -> bytes:
    out = StringIO()
    csv.writer(out, delimiter=";").writerows(lines)
    return out.getvalue().encode()


def _texts(lines: Rows) -> int:
    return lines.index(["Shenja e tekstit", "Teksti"])


def _forged_below(lines: Rows) -> Rows:
    forged = ["6", *lines[-1], *["x"] * 9]
    return [*lines[: _texts(lines) - 2], [], forged, *lines[_texts(lines) - 2 :]]


def _padded(lines: Rows) -> Rows:
    return [[*line, *[""] * (14 - len(line))] for line in lines]


def _forged_text(lines: Rows) -> Rows:
    place = _texts(lines)
    return [*lines[: place + 1], [lines[place + 1][0], "Fjalë të tjera"], *lines[place + 1 :]]


def _without_end(lines: Rows) -> Rows:
    rows = [line for line in lines if not (line and line[0].startswith("Shenja e fundit"))]
    return [line for line in rows if line[:1] != ["5"]]


def _wider(lines: Rows) -> Rows:
    return [[*line, "edhe kjo"] if line[:1] == ["5"] else line for line in lines]


FORGED = {
    "rows after an empty line": _forged_below,
    "two texts under one mark": _forged_text,
    "the end with its mark gone": _without_end,
    "a cell too many": _wider,
    "a text changed where all lines are padded": lambda lines: [
        [cell.replace("12 mars", "12 prill") for cell in line] for line in _padded(lines)
    ],
    "something beneath": lambda lines: [*lines, [], ["Shënim", "i shtuar"]],
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_nothing_else_can_stand_in_a_proof(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], forge: Callable[[Rows], Rows]
) -> None:
    file = tmp_path / "prova.csv"
    file.write_bytes(written(forge(exported())))
    assert main(["verify-proof", str(file)]) == BROKEN
    assert "as the bot gave it" in capsys.readouterr().out


def test_empty_cells_that_another_program_puts_at_the_ends_change_nothing(tmp_path: Path) -> None:
    file = tmp_path / "prova.csv"
    file.write_bytes(written(_padded(exported())))
    assert main(["verify-proof", str(file)]) == OK


def _saved(lines: Rows, separator: str = ";", encoding: str = "utf-8-sig", **how: object) -> bytes:
    """As a spreadsheet saves it: every line as long as the longest, in a writing of its own."""
    out = StringIO()
    csv.writer(out, delimiter=separator, **how).writerows(_padded(lines))  # type: ignore[arg-type]
    return out.getvalue().encode(encoding)


SAVED = {
    "Excel, here": _saved(exported()),
    "Excel, elsewhere": _saved(exported(), ","),
    "Excel, as text of Unicode": _saved(exported(), "\t", "utf-16"),
    "LibreOffice, all in quotation marks": _saved(exported(), ",", "utf-8", quoting=csv.QUOTE_ALL, lineterminator="\n"),
    "an editor, without the mark of the encoding": written(exported()),
}


@pytest.mark.parametrize("content", SAVED.values(), ids=SAVED)
def test_a_file_that_was_saved_anew_is_read_and_said_to_be_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    file = tmp_path / "prova.csv"
    file.write_bytes(content)
    assert main(["verify-proof", str(file)]) == OK
    assert "It was saved anew by another program, which has changed nothing that is marked." in capsys.readouterr().out


@pytest.mark.parametrize("is_now", ["10.03.2027 08:00", "3/10/27 8:00", "46456"])
def test_a_day_that_a_spreadsheet_wrote_otherwise_is_not_said_to_be_forged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], is_now: str
) -> None:
    moment = PROOF.rows[0].cells[1]
    file = tmp_path / "prova.csv"
    file.write_bytes(_saved([[is_now if cell == moment else cell for cell in line] for line in exported()]))
    assert main(["verify-proof", str(file)]) == BROKEN
    assert "saved anew by another program" in capsys.readouterr().out


def test_the_file_as_it_was_given_is_not_said_to_be_saved_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = proof_file(PROOF, Form.CSV).content
    assert content is not None
    file = tmp_path / "prova.csv"
    file.write_bytes(content)
    assert main(["verify-proof", str(file)]) == OK
    assert "saved anew" not in capsys.readouterr().out
    file.write_bytes(content.replace(PROOF.rows[0].link.encode(), b"0" * 64))
    assert main(["verify-proof", str(file)]) == BROKEN
    assert "saved anew by another program" not in capsys.readouterr().out


def test_a_workbook_is_said_to_be_for_reading(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = proof_file(PROOF, Form.XLSX).content
    assert content is not None
    file = tmp_path / "prova.xlsx"
    file.write_bytes(content)
    assert main(["verify-proof", str(file)]) not in {OK, BROKEN}
    assert "this is a workbook: what can be checked is the CSV" in capsys.readouterr().err
