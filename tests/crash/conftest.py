"""One nursery for all crash tests: interpreters start slowly, forks do not."""

import shutil
import sys
from collections.abc import Iterator

import pytest

from tests.crash.disk import compiled
from tests.crash.scene import Nursery, open_nursery


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    with open_nursery() as opened:
        yield opened


@pytest.fixture(scope="session")
def seen_nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    """One whose children write down what they do to the disk."""
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        pytest.skip("what the disk keeps is known only on Linux, with a C compiler (cc)")
    with open_nursery(compiled(tmp_path_factory.mktemp("disk"), compiler)) as opened:
        yield opened


@pytest.fixture(autouse=True)
def soon_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Telegram tries again at once where nobody was at home: its pauses are real seconds."""
    monkeypatch.setattr("simulator.webhook.pause", lambda _failures: 0.05)
