"""`python -m benchmarks [--quick] [figure …]`: measure, print the table, and write it down."""

import json
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks.door import capacity
from benchmarks.figures import FULL, QUICK, Figure, Result, taken
from benchmarks.table import FIGURES

RESULTS: Final = Path(__file__).parent / "results"
LATEST: Final = "latest.json"


def main() -> None:
    """Measure what is asked for, or everything."""
    wishes = _arguments()
    chosen = [figure for figure in FIGURES if not wishes.figures or figure.name in wishes.figures]
    print(f"the door alone: sendMessage {capacity()}", flush=True)
    for figure in chosen:
        result = _measured(figure, quick=wishes.quick)
        print(line_of(result), flush=True)
        if not wishes.quick:
            write_down([result])


def _measured(figure: Figure, *, quick: bool) -> Result:
    """A figure; one that cannot be measured says why, and the others are measured all the same."""
    try:
        return taken(figure, QUICK if quick else FULL)
    except Exception as error:  # noqa: BLE001  whatever it is, it is told in its row
        return Result(figure.name, None, str(figure.goal), ok=False, how=f"failed: {type(error).__name__}: {error}")


def line_of(result: Result) -> str:
    """A row of the table."""
    value = "-" if result.value is None else f"{result.value:g}"
    return f"{result.name:32} {value:>10} {result.goal:>8} {'ok' if result.ok else 'NO':>3}  {result.how}"


def write_down(results: Sequence[Result], folder: Path = RESULTS) -> None:
    """Put these in the place of older ones of the same name, and beside the commit they were measured at."""
    for name in (LATEST, f"{_commit()}.json"):
        path = folder / name
        rows = merged(json.loads(path.read_text(encoding="utf-8")) if path.exists() else [], results)
        path.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def merged(older: Iterable[dict[str, Any]], results: Sequence[Result]) -> list[dict[str, Any]]:
    """The rows in the order of the table, the newer for each name."""
    rows = {row["name"]: row for row in older} | {result.name: result.json() for result in results}
    return [rows[figure.name] for figure in FIGURES if figure.name in rows]


def _commit() -> str:
    command = ["git", "-C", str(RESULTS), "rev-parse", "--short=10", "HEAD"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("figures", nargs="*", metavar="figure", help="; ".join(figure.name for figure in FIGURES))
    parser.add_argument("--quick", action="store_true", help="at a smaller scale; nothing is written down")
    wishes = parser.parse_args()
    if unknown := set(wishes.figures) - {figure.name for figure in FIGURES}:
        sys.exit(f"There is no figure {', '.join(sorted(unknown))}")
    return wishes


if __name__ == "__main__":
    main()
