"""Lines for the operator: no token, no number of a person, no word of anybody, at any level.

A filter on the root handlers (a filter on a logger would miss its children) cuts tokens out; exceptions are written
as their kind and the places they came through, never with their message, which may carry what somebody wrote. Of what
a library says only the sentence is kept, not the values in it, nor what follows in further lines: asyncio writes there
the error of a task that nobody waited for, word by word.
"""

import json
import logging
import re
import sys
import traceback
from typing import TextIO

OURS = ("bot", "handlers", "scheduler", "participation", "storage", "delivery", "documents", "locales")
TOKEN = re.compile(r"\d{3,}(?::|%3[Aa])[A-Za-z0-9_-]{20,}|(?<![A-Za-z0-9_-])AA[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])")
"""A token as it is, as a URL may write it, and its secret half alone."""
CUT = "[token]"
QUIET = (
    "httpx",
    "httpcore",
    "aiohttp.access",
    "uvicorn.access",
    "uvicorn.error",
    "apscheduler",
    "aiosqlite",
    "alembic",
)
SILENT = ("telegram", "telegram.Bot", "telegram.request")
"""It writes whole updates, and answers that are no JSON, into the log; we say so ourselves, without their content."""


class Redaction(logging.Filter):
    """Cuts tokens out of whatever passes."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, cleaned."""
        is_ours = record.name.partition(".")[0] in OURS
        said = record.getMessage() if is_ours else str(record.msg).partition("\n")[0]
        record.msg = TOKEN.sub(CUT, said)
        record.args = ()
        return True


class Lines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as a line."""
        line: dict[str, object] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "from": record.name,
            "said": record.getMessage(),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["fault"] = where(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def where(error: BaseException) -> list[str]:
    """The kind of an exception and the places it came through."""
    frames = traceback.extract_tb(error.__traceback__)
    return [type(error).__name__, *(f"{frame.name}:{frame.lineno}" for frame in frames[-6:])]


def set_up(level: str = "info", stream: TextIO = sys.stderr) -> None:
    """Write lines to a stream, cleaned; the libraries that chat are told to be brief, and write nowhere else."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Lines())
    handler.addFilter(Redaction())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for name in list(logging.root.manager.loggerDict):
        early = logging.getLogger(name)
        early.handlers.clear()
        early.propagate = True
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLogger().level))
    for name in SILENT:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
