"""The file `.env`: one line is changed in it, and everything else stays."""

import os
import re
from pathlib import Path

from bot.settings import ENCODING, FILE


def keep(name: str, value: str) -> None:
    """Give a setting this value in `.env`, which nobody else may read; what stood there before is whole until then."""
    place = FILE.resolve()  # where it is a link, the link stays
    text = place.read_text(encoding=ENCODING) if place.exists() else ""
    fresh = place.with_name(f"{place.name}.new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(with_line(text, name, value))
    fresh.replace(place)


def with_line(text: str, name: str, value: str) -> str:
    """The text with one line for this name."""
    said = re.compile(rf"\s*(export\s+)?{name}\s*(=|$)", re.IGNORECASE)
    lines = [line for line in text.splitlines() if not said.match(line)]
    return "\n".join([*lines, f"{name}={value}", ""])


def is_writable() -> bool:
    """Whether it could be kept there."""
    place: Path = FILE.resolve()
    return os.access(place.parent, os.W_OK)
