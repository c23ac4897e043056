"""What a subject is told on its command line, and how it is watched on request."""

import cProfile
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def read_order() -> dict[str, Any]:
    """The order, from the first argument; from here on the process keeps to its core."""
    order: dict[str, Any] = json.loads(sys.argv[1])
    if (core := order.get("core")) is not None:
        os.sched_setaffinity(0, {core})
    return order


@contextmanager
def watched(order: dict[str, Any]) -> Iterator[None]:
    """Write a profile to where the order says, if it does: `.prof` for cProfile, anything else for pyinstrument."""
    where = order.get("profile")
    if where is None:
        yield
    elif where.endswith(".prof"):
        profile = cProfile.Profile()
        profile.enable()
        try:
            yield
        finally:
            profile.disable()
            profile.dump_stats(where)
    else:
        from pyinstrument import Profiler  # noqa: PLC0415  only where it is asked for

        profiler = Profiler(interval=0.001, async_mode="disabled")
        profiler.start()
        try:
            yield
        finally:
            profiler.stop()
            Path(where).write_text(profiler.output_text(show_all=True, timeline=False))
