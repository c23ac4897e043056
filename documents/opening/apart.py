"""Opens files in a process of their own: what a hostile one can do there is to end it.

It has a limit to its memory and to its time, and none of our secrets in its environment.
"""

import asyncio
import json
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from participation.unread import LARGEST, FileText, Unread, UnreadFileError

PATIENCE: Final = 75.0
"""Seconds: six pages that are pictures, on a small machine."""
ROOT: Final = Path(__file__).parents[2]
PASSED_ON: Final = ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "SYSTEMROOT")


async def open_apart(content: bytes, *, patience: float = PATIENCE) -> FileText:
    """The words of a file, whatever it is; raises UnreadFileError."""
    if len(content) > LARGEST:
        raise UnreadFileError(Unread.TOO_LARGE)
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "documents.opening",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=_environment(),
        start_new_session=True,
    )
    try:
        async with asyncio.timeout(patience):
            said, _ = await child.communicate(content)
    except TimeoutError as error:
        raise UnreadFileError(Unread.TOO_SLOW) from error
    finally:
        await _end(child)
    return _answered(said)


def _environment() -> dict[str, str]:
    passed = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    # One thread: on a small machine several of them wait for each other.
    return passed | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "OMP_THREAD_LIMIT": "1"}


async def _end(child: asyncio.subprocess.Process) -> None:
    """Nothing that it started outlives it."""
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    await child.wait()


def _answered(said: bytes) -> FileText:
    try:
        answer = json.loads(said)
    except ValueError as error:  # it was ended, by the file or for want of room
        raise UnreadFileError(Unread.BROKEN) from error
    if "why" in answer:
        raise UnreadFileError(Unread(answer["why"]))
    return FileText(**answer)
