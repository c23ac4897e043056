"""What was given and cannot be used."""

from collections.abc import Sequence


class Problems(Exception):  # noqa: N818  the name says it
    """What was given cannot be used; each problem is a line."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
