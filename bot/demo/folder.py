"""Where a demo leaves its traces: a folder of its own, told by a mark in it; nothing else is ever deleted."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

MARK: Final = ".bashke-demo"
FILES: Final = (
    "bashke.sqlite3",
    "bashke.sqlite3-wal",
    "bashke.sqlite3-shm",
    "bashke.key",
    "transcript.json",
    "transcript.html",
)
DOCUMENTS: Final = "documents"


def in_the_way(folder: Path) -> Iterator[str]:
    """Why a demo may not use this folder, if it may not."""
    if folder.exists() and not folder.is_dir():
        yield f"--output: {folder} is not a folder"
    elif folder.is_dir() and not (folder / MARK).exists() and any(folder.iterdir()):
        yield f"--output: {folder} is not empty and no demo made it; name another folder, or empty it yourself"


def make_ready(folder: Path) -> None:
    """A folder with its mark, in which nothing of an earlier demo is left."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).touch()
    for name in FILES:
        (folder / name).unlink(missing_ok=True)
    if (folder / DOCUMENTS).is_dir():
        shutil.rmtree(folder / DOCUMENTS)
    (folder / DOCUMENTS).mkdir()
