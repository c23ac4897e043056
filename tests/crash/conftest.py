"""One nursery for all crash tests: interpreters start slowly, forks do not."""

from collections.abc import Iterator

import pytest

from tests.crash.scene import Nursery, open_nursery


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    with open_nursery() as opened:
        yield opened
