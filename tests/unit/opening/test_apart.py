"""A file is opened in a process of its own: whatever happens to that, we have an answer, and nothing is left of it."""

import asyncio
import errno
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest

from documents.opening import apart
from documents.opening.apart import ROOT, open_apart
from participation.unread import LARGEST, FileText, Unread, UnreadFileError

from .files import at, lines_at, odt, page, par, pdf, word
from .test_odd_files import drawing_itself, drawing_much, one_colour, with_a_large_picture

NOTICE = "Takimi publik mbahet nesër 👋"
MOST = 500_000_000
"""Bytes that the process and what it starts may have."""
MEASURED = """
import asyncio, json, resource, sys
from documents.opening.apart import open_apart
from participation.unread import UnreadFileError
try:
    said = asyncio.run(open_apart(sys.stdin.buffer.read())).words
except UnreadFileError as error:
    said = error.why.value
print(json.dumps([said, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024]))
"""
"""Of the largest process that was started, by a small one that starts no other."""


def in_its_place(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Another program is started for ours."""
    monkeypatch.setattr(apart, "CHILD", (sys.executable, "-c", program))


async def why(content: bytes = b"x", **limits: float) -> Unread:
    with pytest.raises(UnreadFileError) as refused:
        await open_apart(content, **limits)
    return refused.value.why


def is_gone(pid: int) -> bool:
    """Whether a process has ended; one that nobody has asked after yet has, too."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return True
    return state == "Z"


async def until(is_so: Callable[[], bool]) -> None:
    """Ask again and again, for some seconds."""
    for _ in range(500):
        if is_so():
            return
        await asyncio.sleep(0.02)
    pytest.fail("it never came true")


@pytest.mark.parametrize(
    "content",
    [NOTICE.encode(), word(par(NOTICE)), odt(f"<text:p>{NOTICE}</text:p>"), page(f"<p>{NOTICE}</p>")],
    ids=["text", "word", "odt", "page"],
)
async def test_it_says_what_is_in_the_file(content: bytes) -> None:
    assert await open_apart(content) == FileText(NOTICE)


async def test_it_says_what_is_in_a_pdf() -> None:
    assert await open_apart(pdf(at(72, 100, "Takimi publik"))) == FileText("Takimi publik")


async def test_it_says_why_there_is_nothing() -> None:
    assert await why(b"") is Unread.NO_WORDS
    assert await why(b"x" * (LARGEST + 1)) is Unread.TOO_LARGE


@pytest.mark.parametrize(
    "program",
    [
        "import os; os.kill(os.getpid(), 9)",
        "import os; os.kill(os.getpid(), 11)",
        "import os; os._exit(0)",
        "raise RuntimeError",
        "print('[' * 100_000)",
        "print('{\"words\": 7}')",
        'print(\'{"why": "because"}\')',
        "print('null')",
        "while True: print('a' * 65_536)",
        "import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write(b'\\xff\\xfe{')",
    ],
)
async def test_whatever_becomes_of_it_the_file_is_called_broken(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    in_its_place(monkeypatch, program)
    assert await why(b"x" * 1_000_000, patience=20) is Unread.BROKEN


async def test_one_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    in_its_place(monkeypatch, "import time; time.sleep(600)")
    begin = perf_counter()
    assert await why(b"x" * 10_000_000, patience=0.5) is Unread.TOO_SLOW
    assert perf_counter() - begin < 10


@pytest.mark.parametrize("is_cancelled", [True, False])
async def test_neither_it_nor_what_it_started_outlives_us(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, is_cancelled: bool
) -> None:
    told = tmp_path / "pids"
    in_its_place(
        monkeypatch,
        "import os, subprocess, sys, time\n"
        "other = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"open({str(told)!r} + '_', 'w').write(f'{{os.getpid()}} {{other.pid}}')\n"
        f"os.rename({str(told)!r} + '_', {str(told)!r})\n"
        "time.sleep(600)",
    )
    opening = asyncio.ensure_future(open_apart(b"x", patience=60 if is_cancelled else 3))
    await until(told.exists)
    pids = [int(pid) for pid in told.read_text().split()]
    assert not any(map(is_gone, pids))
    if is_cancelled:
        opening.cancel()
    with pytest.raises(asyncio.CancelledError if is_cancelled else UnreadFileError):
        await opening
    await until(lambda: all(map(is_gone, pids)))


async def test_it_sees_none_of_our_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BASHKE_TOKEN", "123:secret")
    monkeypatch.setenv("SOMETHING_ELSE", "secret")
    seen = "json.dumps({'words': json.dumps(dict(os.environ)), 'scanned': False, 'left_out': 0})"
    in_its_place(monkeypatch, f"import json, os; print({seen})")
    words = (await open_apart(b"x")).words
    assert "secret" not in words
    assert set(json.loads(words)) <= {*apart.PASSED_ON, *apart.SET, "LC_CTYPE"}


def limited(program: str) -> str:
    """What a program prints that has the limits of ours."""
    begun = "from documents.opening.__main__ import LIMITS\nimport resource\n"
    begun += "for limit, most in LIMITS.items(): resource.setrlimit(limit, (most, most))\n"
    return printed_by(begun + program)


def printed_by(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def test_it_writes_nothing_to_the_disk(tmp_path: Path) -> None:
    file = tmp_path / "written"
    writing = f"with open({str(file)!r}, 'w') as file: file.write('a')"
    assert limited(f"try:\n {writing}\nexcept OSError as error: print(error.errno)") == str(errno.EFBIG)
    assert file.read_bytes() == b""


def test_it_has_no_more_room_than_it_needs() -> None:
    assert limited("try: bytearray(500_000_000)\nexcept MemoryError: print('full')") == "full"


def test_nothing_that_is_opened_is_looked_up_elsewhere() -> None:
    """Neither is a socket made nor another file written, whatever a file refers to."""
    program = (
        "import sys\nfrom documents.opening.file import open_file\nfrom tests.unit.opening.files import *\n"
        'link = \'<img src="http://127.0.0.1:9/a.png"><link rel=stylesheet href="http://127.0.0.1:9/a.css">x\'\n'
        "seen = []\n"
        "def hook(event, given):\n"
        "    if event.startswith('socket') or event == 'open' and given[1] and set(given[1]) & set('wax+'):\n"
        "        seen.append(event)\n"
        "sys.addaudithook(hook)\n"
        "for content in (b'x', word(par('x')), odt('<text:p>x</text:p>'), page(link), pdf(at(9, 9, 'x'))):\n"
        "    open_file(content)\n"
        "print(seen)"
    )
    assert printed_by(program) == "[]"


@pytest.mark.parametrize(
    "content",
    [
        b"njoftim \n" * 2_000_000,
        word("<w:p " + " ".join(f'a{n}="1"' for n in range(300_000)) + "/>"),
        page("a " * 2_400_000),
        drawing_itself(),
        drawing_much(),
        with_a_large_picture(),
        one_colour(7_000, 8_000),
        one_colour(1_000_000, 1),
        pdf(*[lines_at(50, 50, *["Takimi publik mbahet më 12 mars 2027"] * 50)] * 200),
    ],
    ids=["text", "word", "page", "itself", "much", "picture", "dots", "line", "pages"],
)
def test_it_takes_no_more_room_than_a_small_machine_has(content: bytes) -> None:
    begin = perf_counter()
    command = [sys.executable, "-c", MEASURED]
    done = subprocess.run(command, cwd=ROOT, input=content, check=True, capture_output=True)
    said, room = json.loads(done.stdout)
    assert said
    assert room < MOST
    assert perf_counter() - begin < 30
