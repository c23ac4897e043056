"""What a full house costs: the same run on a nation's rows and on none, and the memory of a long announcement."""

import asyncio
import shutil
import signal
import time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.crowd import fill
from benchmarks.figures import Measured, Scale
from benchmarks.race import Door, Speed, middle, open_door, running, until
from benchmarks.sending import rate_of as sending_rate
from benchmarks.taking import ours
from benchmarks.taking import rate_of as taking_rate
from benchmarks.town import UNLIMITED, found
from participation.ids import ConsultationId

LOOK: Final = 1.0
ENOUGH: Final = 0.02
"""Memory that is flat over less of an announcement than this says nothing of the whole."""
MEASURED_SENDS: Final = 1000
MEASURED_SPEAKERS: Final = 200


def growth_update(scale: Scale) -> Measured:
    """Time per update in a full house over an empty one."""
    empty, full, how = _rates(scale, "update")
    return Measured(full.cost / empty.cost, how)


def growth_parcel(scale: Scale) -> Measured:
    """Time per parcel in a full house over an empty one."""
    empty, full, how = _rates(scale, "parcel")
    return Measured(full.cost / empty.cost, how)


def _rates(scale: Scale, of: str) -> tuple[Speed, Speed, str]:
    empty, full, built = both(scale)
    how = (
        f"{scale.people:,} people, {scale.comments:,} comments and {scale.consultations:,} consultations written in "
        f"{built:.0f} s; {MEASURED_SENDS} parcels and {MEASURED_SPEAKERS * 4} updates, medians of {scale.rounds} "
        f"rounds in turn: {of}s in an empty base {empty[of]}, in the full one "
        f"{full[of]}; the ratio is of the processor's time, by the clock it is {empty[of].rate / full[of].rate:.2f}"
    )
    return empty[of], full[of], how


@cache
def both(scale: Scale) -> tuple[dict[str, Speed], dict[str, Speed], float]:
    """Updates and parcels a second in an empty base and in a full one, and how long it took to fill."""
    seen: dict[str, list[dict[str, Speed]]] = {"empty": [], "full": []}
    with open_door() as door, TemporaryDirectory() as folder:
        base = Path(folder) / "empty"
        on = asyncio.run(found(base, followers=MEASURED_SENDS, speakers=MEASURED_SPEAKERS))
        shutil.copytree(base, Path(folder) / "full")
        began = time.monotonic()
        fill(Path(folder) / "full", people=scale.people, comments=scale.comments, consultations=scale.consultations)
        built = time.monotonic() - began
        for _ in range(scale.rounds):
            for name, found_there in seen.items():
                here = Path(folder) / "run"
                shutil.copytree(Path(folder) / name, here)
                found_there.append(_one(door, here, on))
                shutil.rmtree(here)
    empty, full = ({of: middle([one[of] for one in runs]) for of in ("update", "parcel")} for runs in seen.values())
    return empty, full, built


def _one(door: Door, folder: Path, on: ConsultationId) -> dict[str, Speed]:
    """First the announcement that waits in the base, then what people say."""
    order = {"folder": str(folder), "per_second": UNLIMITED}
    parcel = sending_rate(door, "ours", order, MEASURED_SENDS, sign=signal.SIGTERM)
    return {"parcel": parcel, "update": taking_rate(door, ours(folder), on, MEASURED_SPEAKERS)}


def announce_million_mb(scale: Scale) -> Measured:
    """How much memory an announcement to everybody takes beyond what the service takes to start."""
    with open_door() as door, TemporaryDirectory() as folder:
        asyncio.run(found(Path(folder), followers=scale.followers))
        door.begin()
        order = {"folder": folder, "telegram": door.url, "per_second": UNLIMITED}
        with running("ours", order, sign=signal.SIGTERM) as subject:
            until(lambda: door.accepted() > 0, 120)
            start, seen, began = subject.megabytes(), [], time.monotonic()
            while door.accepted() < scale.followers and time.monotonic() - began < scale.patience:
                seen.append(subject.megabytes())
                time.sleep(LOOK)
            sent, took = door.accepted(), time.monotonic() - began
            peak = subject.megabytes("VmHWM")
    half = max(seen[: len(seen) // 2 + 1])
    if sent < scale.followers * ENOUGH:
        return Measured(None, f"not measured: of {scale.followers:,} only {sent:,} were sent in {took:.0f} s")
    whole = "all were sent" if sent >= scale.followers else f"broken off after {took:.0f} s with {sent:,} sent"
    return Measured(
        peak - start,
        f"{scale.followers:,} followers, no limit, {whole}; {start:.0f} MB at the first message, {half:.0f} MB at most "
        f"in the first half, {max(seen):.0f} MB in all, peak {peak:.0f} MB",
    )
