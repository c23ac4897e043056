"""Opens files in a process of their own: what a hostile one can do there is to end it.

It has a limit to its memory and to its time, none of our secrets in its environment, and writes nothing to the disk.
"""

import asyncio
import json
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from documents.opening.lines import MOST_LETTERS
from participation.unread import LARGEST, FileText, Unread, UnreadFileError

PATIENCE: Final = 75.0
"""Seconds: six pages that are pictures, on a small machine."""
ROOT: Final = Path(__file__).parents[2]
CHILD: Final = (sys.executable, "-P", "-m", "documents.opening")
PASSED_ON: Final = ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "SYSTEMROOT")
SET: Final = {
    "PYTHONPATH": str(ROOT),
    "PYTHONDONTWRITEBYTECODE": "1",
    # One thread: on a small machine several of them wait for each other, and each has room of its own.
    "OMP_THREAD_LIMIT": "1",
    "OPENBLAS_NUM_THREADS": "1",
}
LONGEST_ANSWER: Final = 4 * MOST_LETTERS + 1_000
"""Bytes; whoever says more is no longer the process that we started."""


async def open_apart(content: bytes, *, patience: float = PATIENCE) -> FileText:
    """The words of a file, whatever it is; raises UnreadFileError."""
    if len(content) > LARGEST:
        raise UnreadFileError(Unread.TOO_LARGE)
    child = await asyncio.create_subprocess_exec(
        *CHILD,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        cwd="/",
        env={name: os.environ[name] for name in PASSED_ON if name in os.environ} | SET,
        start_new_session=True,
    )
    try:
        async with asyncio.timeout(patience):
            return _understood(await _asked(child, content))
    except TimeoutError as error:
        raise UnreadFileError(Unread.TOO_SLOW) from error
    finally:
        await _end(child)


async def _asked(child: asyncio.subprocess.Process, content: bytes) -> bytes:
    """What the process says of a file, as far as it may go on; it may end before it has read all of it."""
    assert child.stdout
    async with asyncio.TaskGroup() as both:
        giving = both.create_task(_give(child, content))
        try:
            return await child.stdout.readexactly(LONGEST_ANSWER)
        except asyncio.IncompleteReadError as ended:
            return ended.partial
        finally:
            giving.cancel()


async def _give(child: asyncio.subprocess.Process, content: bytes) -> None:
    assert child.stdin
    with suppress(BrokenPipeError, ConnectionResetError):
        child.stdin.write(content)
        await child.stdin.drain()
    child.stdin.close()


async def _end(child: asyncio.subprocess.Process) -> None:
    """Nothing that it started outlives it."""
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    # What it had said is taken from it: asyncio waits for the end of a pipe that nobody reads.
    await child.communicate()


def _understood(answer: bytes) -> FileText:
    try:
        match json.loads(answer):
            case {"words": str(words), "scanned": bool(scanned), "left_out": int(left_out)}:
                return FileText(words, scanned=scanned, left_out=left_out)
            case {"why": str(why)}:
                raise UnreadFileError(Unread(why))
    except (ValueError, RecursionError) as error:  # it was ended, by the file or for want of room
        raise UnreadFileError(Unread.BROKEN) from error
    raise UnreadFileError(Unread.BROKEN)
