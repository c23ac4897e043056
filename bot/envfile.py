"""The file `.env`: one line is changed in it, and everything else stays."""

import os
import re
import stat
from typing import Final

from bot.problems import read_text
from bot.settings import FILE, HIDDEN, in_force
from storage.private import write_private

OPEN: Final = f"{FILE}: everybody on this machine can read the token in it; chmod 600 it"


def keep(name: str, value: str) -> None:
    """Give a setting this value in `.env`, which nobody else may read."""
    text = read_text(FILE) if FILE.exists() else ""
    write_private(FILE, with_line(text, name, value))


def with_line(text: str, name: str, value: str) -> str:
    """The text with one line for this name."""
    said = re.compile(rf"\s*(export\s+)?{name}\s*(=|$)", re.IGNORECASE)
    lines = [line for line in text.splitlines() if not said.match(line)]
    return "\n".join([*lines, f"{name}={value}", ""])


def lies_open() -> bool:
    """Whether somebody else on this machine can read the token in it."""
    holds_secret = any(setting.origin == str(FILE) and setting.value == HIDDEN for setting in in_force())
    return holds_secret and bool(FILE.stat().st_mode & stat.S_IROTH)


def is_writable() -> bool:
    """Whether it could be kept there."""
    return os.access(FILE.resolve().parent, os.W_OK)
