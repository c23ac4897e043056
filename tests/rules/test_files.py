"""What git keeps: no secret, no address of anybody's index, no path of anybody's machine; and how long things are."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles

import pytest

from tests.rules.repository import PACKAGES, ROOT, modules, name_of, parsed, tracked

SECRET_NAMES = re.compile(r"(^|/)[.]env($|[.])|[.](sqlite3(-\w+)?|key|pem)$")
SECRETS = {
    "a token": re.compile(r"\b\d{8,10}:[\w-]{35}\b"),
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE[ ]KEY"),
}
ADDRESSES = {
    "a package index": re.compile(r"pypi[.]org|pythonhosted[.]org|(?:extra-)?index[-_]url\s*=|npmjs[.]|/simple[/]"),
    "a path of a machine": re.compile(r"(?<![\w.~])/(?:home|Users|root|work)/\w"),
}
LONGEST_FUNCTION = 40
LONGEST_MODULE = 375
TABLES = ("storage/tables.py", "storage/migrations/versions/")
"""Modules that are data."""

in_a_checkout = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git checkout")


@in_a_checkout
def test_no_secret_is_kept() -> None:
    assert [name_of(path) for path in tracked() if SECRET_NAMES.search(name_of(path))] == []
    assert list(said_in(SECRETS)) == []


@in_a_checkout
def test_no_address_of_anybodys_machine_or_index_is_kept() -> None:
    assert list(said_in(ADDRESSES)) == []


def said_in(patterns: dict[str, re.Pattern[str]]) -> Iterator[tuple[str, str]]:
    for path in tracked():
        text = path.read_bytes().decode(errors="replace")
        yield from ((name_of(path), what) for what, pattern in patterns.items() if pattern.search(text))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (".env", True),
        ("deploy/.env.local", True),
        ("bashke.sqlite3", True),
        ("x/bashke.sqlite3-wal", True),
        ("a.key", True),
        ("storage/keys.py", False),
        ("docs/environment.md", False),
    ],
)
def test_a_planted_secret_would_be_seen_by_its_name(name: str, found: bool) -> None:
    assert bool(SECRET_NAMES.search(name)) is found


@pytest.mark.parametrize("name", ["dev.lock", "run.lock", "bench.lock"])
def test_a_lock_pins_and_hashes_everything_and_names_no_address(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert "://" not in text
    pins = [entry for entry in re.split(r"\n(?=\S)", text) if entry.strip() and not entry.startswith("#")]
    assert len(pins) > 10
    assert [pin.splitlines()[0] for pin in pins if not re.match(r"[\w.-]+(\[.*\])?==\S+", pin)] == []
    assert [pin.splitlines()[0] for pin in pins if "--hash=sha256:" not in pin] == []


def functions() -> Iterator[tuple[str, int]]:
    for path in modules(*PACKAGES):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{name_of(path)}:{node.name}", lines_of(node)


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of its body, without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_functions_and_modules_stay_small(record_property: Callable[[str, object], None]) -> None:
    lengths = {name: length for name, length in functions() if not name.startswith(TABLES)}
    files = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules(*PACKAGES)}
    full = [length for length in files.values() if length]
    record_property("median function", median(lengths.values()))
    record_property("nine functions in ten", quantiles(lengths.values(), n=10)[-1])
    record_property("median module", median(full))
    record_property("nine modules in ten", quantiles(full, n=10)[-1])
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}
    assert {
        name: length for name, length in files.items() if length > LONGEST_MODULE and not name.startswith(TABLES)
    } == {}


PLANTED = '''"""Planted."""

import asyncio
import time
from datetime import date, datetime


def late() -> tuple[object, ...]:
    """Ask the machine for the time."""
    return datetime.now(), datetime.utcnow(), datetime.today(), date.today(), time.time(), asyncio.create_task
'''


def test_a_planted_clock_call_is_found(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ruff", "check", "--select", "TID251", "--output-format", "concise"]
    command += ["--no-cache", "--stdin-filename", str(ROOT / "participation" / "planted.py"), "-"]
    found = subprocess.run(command, input=PLANTED, cwd=ROOT, capture_output=True, check=False, text=True)
    assert found.stdout.count("TID251") == 6, found.stdout


def test_only_the_wiring_asks_the_machine_for_the_time() -> None:
    excused = [name_of(path) for path in modules(*PACKAGES) if "noqa: TID251" in path.read_text(encoding="utf-8")]
    assert excused == ["bot/wiring.py"]
