"""`bashke read-notice`: what is in a file, its doubts, and why a file is not read."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from bot.__main__ import main
from bot.troubles import BROKEN, OK, WRONG

EXAMPLES = Path(__file__).parents[3] / "examples"
ON = "2023-06-20"
NOTICE = """Bashkia Kroi fton banorët në dëgjesë publike për planin e lagjes.
Dëgjesa mbahet ditën e hënë, më 26.9.2023, ora 10:30-12:00, në sallën e Këshillit.
Komentet dërgohen deri më 30.10.2023 te plani@kroi.example. Ligji nr. 146/2012.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "njoftim.txt").write_text(NOTICE, encoding="utf-8")
    document = Document()
    for line in NOTICE.splitlines():
        document.add_paragraph(line)
    written = BytesIO()
    document.save(written)
    (tmp_path / "tjetri.docx").write_bytes(written.getvalue())
    return tmp_path


def test_a_folder_gives_a_line_of_json_for_each_file(folder, capsys):
    assert main(["read-notice", "--json", "--on", ON, str(folder)]) == OK
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (first["id"], second["id"]) == ("njoftim", "tjetri")
    same = ("is_notice", "institution", "meetings", "deadline", "email", "laws", "doubts")
    assert [first[name] for name in same] == [second[name] for name in same]
    assert first["meetings"] == [
        {"date": "2023-09-26", "start": "10:30", "end": "12:00", "place": "në sallën e Këshillit"}
    ]
    assert (first["deadline"], first["email"], first["laws"]) == ("2023-10-30", "plani@kroi.example", ["146/2012"])


def test_doubts_are_said_in_albanian_with_what_may_be_meant(folder, capsys):
    main(["read-notice", "--json", "--on", ON, str(folder / "njoftim.txt")])
    doubts = {doubt["kind"]: doubt for doubt in json.loads(capsys.readouterr().out)["doubts"]}
    assert doubts["unknown_law"]["suggestion"] == "146/2014"
    assert doubts["weekday_contradicts"]["suggestion"] == "e martë"
    assert doubts["weekday_contradicts"]["says"].startswith("“e hënë, 26.9.2023”")
    assert "no_register_link" in doubts


def test_what_is_past_depends_on_the_day(folder, capsys):
    for on, past in ((ON, False), ("2024-01-01", True)):
        main(["read-notice", "--json", "--on", on, str(folder / "njoftim.txt")])
        kinds = {doubt["kind"] for doubt in json.loads(capsys.readouterr().out)["doubts"]}
        assert ({"meeting_past", "past_deadline"} <= kinds) is past


def test_without_json_it_is_told_in_lines(folder, capsys):
    assert main(["read-notice", "--on", ON, str(folder / "njoftim.txt")]) == OK
    said = capsys.readouterr().out
    assert "njoftim.txt: a notice" in said
    assert "  meeting: 2023-09-26, 10:30–12:00, në sallën e Këshillit" in said
    assert "  ? Nuk njohim ligj me numër 146/2012. A është fjala për 146/2014?" in said


def test_what_cannot_be_read_is_named_and_the_others_are_read_all_the_same(folder, capsys):
    (folder / "aaa.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (folder / "bbb.bin").write_bytes(bytes(range(256)))
    assert main(["read-notice", "--json", "--on", ON, str(folder)]) == BROKEN
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 2
    assert [line.rpartition("/")[2] for line in said.err.splitlines()] == [
        "aaa.doc: it is an old Word or RTF file; save it as DOCX.",
        "bbb.bin: it is no text, DOCX, ODT, PDF, HTML or picture.",
    ]


def test_a_file_that_is_not_there_is_named(tmp_path, capsys):
    assert main(["read-notice", str(tmp_path / "askund.txt")]) == WRONG
    assert "askund.txt: No such file or directory" in capsys.readouterr().err


def test_each_example_is_a_notice_of_its_institution(capsys):
    main(["read-notice", "--json", "--on", ON, *map(str, sorted(EXAMPLES.glob("*.txt")))])
    read = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["institution"] for row in read] == [
        f"Bashkia {name}" for name in ("Divjakë", "Elbasan", "Fier", "Gramsh", "Përmet")
    ]
    assert all(row["is_notice"] for row in read)
