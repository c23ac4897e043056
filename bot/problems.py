"""What was given and cannot be used."""

from collections.abc import Sequence
from pathlib import Path


class Problems(Exception):  # noqa: N818  the name says it
    """What was given cannot be used; each problem is a line."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def read_text(file: Path) -> str:
    """The text of a file that somebody gave us.

    Raises Problems where it is not UTF-8, and OSError where it cannot be read.
    """
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Problems([f"{file}: this is not UTF-8 text; save it as UTF-8 and try again"]) from None
