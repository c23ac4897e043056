"""Opens the file on its standard input within limits, and says what is in it: the process that `apart.py` starts."""

import json
import resource
import sys
from dataclasses import asdict
from typing import Final

from participation.unread import Unread, UnreadFileError

LIMITS: Final = {
    resource.RLIMIT_AS: 450_000_000,  # bytes of room for addresses; Tesseract, which we start, has as much again
    resource.RLIMIT_CPU: 90,  # seconds
    resource.RLIMIT_FSIZE: 0,  # bytes of a file that is written
    resource.RLIMIT_CORE: 0,
}


def main() -> None:
    """Answer with the words of the file, or why there are none."""
    for limit, most in LIMITS.items():
        resource.setrlimit(limit, (most, most))
    try:
        from documents.opening.file import open_file  # noqa: PLC0415  what it loads counts too

        answer: dict[str, object] = asdict(open_file(sys.stdin.buffer.read()))
    except UnreadFileError as error:
        answer = {"why": error.why.value}
    except MemoryError:
        answer = {"why": Unread.TOO_LARGE.value}
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode())


if __name__ == "__main__":
    main()
