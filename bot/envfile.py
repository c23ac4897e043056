"""The file `.env`: one line is changed in it, and everything else stays."""

import os
import re

from bot.problems import read_text
from bot.settings import FILE
from storage.private import write_private


def keep(name: str, value: str) -> None:
    """Give a setting this value in `.env`, which nobody else may read."""
    text = read_text(FILE) if FILE.exists() else ""
    write_private(FILE, with_line(text, name, value))


def with_line(text: str, name: str, value: str) -> str:
    """The text with one line for this name."""
    said = re.compile(rf"\s*(export\s+)?{name}\s*(=|$)", re.IGNORECASE)
    lines = [line for line in text.splitlines() if not said.match(line)]
    return "\n".join([*lines, f"{name}={value}", ""])


def is_writable() -> bool:
    """Whether it could be kept there."""
    return os.access(FILE.resolve().parent, os.W_OK)
