"""The clock that two processes share: whoever looks sees a moment at which it stood, never one in between."""

import subprocess
import sys
import time
from pathlib import Path

from tests.crash.dial import Dial
from tests.town import MIDSUMMER

A_WHILE = 0.5
"""Seconds; in so many a face that is wiped before it is written was seen empty some 50 times."""
WRITER = """
import sys
from pathlib import Path
from tests.crash.dial import Dial
with Dial(Path(sys.argv[1])) as dial:
    while True:
        dial.count_commit()
"""


def test_whoever_looks_while_another_process_writes_sees_no_other_moment(tmp_path: Path) -> None:
    with (
        Dial(tmp_path / "dial", MIDSUMMER) as dial,
        subprocess.Popen([sys.executable, "-c", WRITER, tmp_path / "dial"]) as writer,
    ):
        try:
            while not dial.commits:
                assert writer.poll() is None
            end = time.monotonic() + A_WHILE
            seen = {dial.now() for _ in iter(lambda: time.monotonic() < end, False)}
        finally:
            writer.kill()
    assert seen == {MIDSUMMER}
