"""Opens the file on its standard input within limits, and says what is in it: the process that `apart.py` starts."""

import json
import resource
import sys
from dataclasses import asdict
from typing import Final

from participation.unread import Unread, UnreadFileError

MOST_MEMORY: Final = 450_000_000
"""Bytes of room for addresses; Tesseract, which we start, has as much again."""
MOST_SECONDS: Final = 90


def main() -> None:
    """Answer with the words of the file, or why there are none."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    try:
        from documents.opening.file import open_file  # noqa: PLC0415  what it loads counts too

        answer: dict[str, object] = asdict(open_file(sys.stdin.buffer.read()))
    except UnreadFileError as error:
        answer = {"why": error.why.value}
    except MemoryError:
        answer = {"why": Unread.TOO_LARGE.value}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
