"""How long notices take to read: ours, and a hundred pages; `python -m benchmarks.reading` for texts that are hard.

A clock belongs in no test: whoever changes a pattern of the reader looks here.
"""

import sys
from pathlib import Path
from statistics import median
from time import process_time
from typing import Final

from benchmarks.figures import Measured, Scale
from documents.reading.notice import read_notice
from tests.unit.reading.more_notices import MORE_NOTICES

SHORT, MORE = 6_000, 10
TOO_MUCH = 25
"""Ten times as long is right, and some more on a busy machine; a square would take a hundred times as long."""
PIECES = (
    *("a", "1", " ", "\n", "_", "|", ". A", "1.1.", "a@", "'", '"', "“", "nr. ", "12 dhe ", "12-", "e ", "06 7 "),
    *(
        "\u0130",
        "takim ",
        "takimi per ",
        "e\u0300\u0323",
        "\u0300\u0323",
        "njoftim",
        "njoftim ",
        "vend (",
        "https://a.al/b ",
        "ora 1 deri ",
    ),
    *('projekt "', "20 dite ", "afat brenda ", "thirrje per ", "koment per ", "Ministria e A dhe B, "),
    *("1. x\n", "   ", "- ora 10:00 salla\n", "a  b   c\nd   e   f\n", "Nga: a\nPër: b\nTema: c\n", "po atë ditë "),
    *("| a | b |\n", "a\tb\n", "me date\n", "Afati\n", "Kalendari\n1. a: TBD\n", "ligj nr. 1/2014 "),
    "më 12 mars 2024, ora 10:00 në sallën e madhe\n",
    "në Bujan më 4 mars 2027, ora 11:00, dhe ",
    "Takimi mbahet në korrik 2027. ",
    *(notice.text + "\n" for notice in MORE_NOTICES[:6]),
)

EXAMPLES: Final = Path(__file__).parents[1] / "examples"
PAGES: Final = (1, 10, 100)
PAGE: Final = 2_500
"""Letters."""
ARTICLE: Final = (
    "Neni {number}. Subjektet që ushtrojnë veprimtari në territorin e bashkisë njoftojnë drejtorinë brenda afatit, dhe "
    "paguajnë tarifën sipas shtojcës nr. {number} të kësaj rregulloreje.\n"
)


def read_slowest(scale: Scale) -> Measured:
    """Milliseconds for the notice that takes longest, of those in `examples/`."""
    took = {file.stem: 1000 * _once(file.read_text(encoding="utf-8"), scale.rounds) for file in EXAMPLES.glob("*.txt")}
    slowest = max(took, key=lambda name: took[name])
    return Measured(took[slowest], f"{len(took)} notices on one core, median of {scale.rounds} rounds; it is {slowest}")


def read_pages(scale: Scale) -> Measured:
    """Time for a page of a hundred over that for one alone: a notice with the act that it is about behind it."""
    notice = (EXAMPLES / "elbasan-mbetjet.txt").read_text(encoding="utf-8")
    took = {pages: _once(_pages(notice, pages), scale.rounds) / pages for pages in PAGES}
    told = ", ".join(f"{pages}: {1000 * seconds:.1f} ms a page" for pages, seconds in took.items())
    return Measured(
        took[PAGES[-1]] / took[PAGES[0]], f"pages of {PAGE} letters, median of {scale.rounds} rounds; {told}"
    )


def _pages(notice: str, pages: int) -> str:
    act = "".join(ARTICLE.format(number=number) for number in range(1, pages * PAGE // 100))
    return f"{notice}\n\n{act}"[: pages * PAGE]


def _once(text: str, rounds: int) -> float:
    read_notice(text)
    return median(_timed(text) for _ in range(rounds))


def _timed(text: str) -> float:
    begin = process_time()
    read_notice(text)
    return process_time() - begin


def main() -> None:
    """Measure each text, and say which take more than their share."""
    for piece in PIECES:
        short, long = (_seconds((piece * SHORT * MORE)[:length]) for length in (SHORT, SHORT * MORE))
        verdict = "TOO MUCH" if long > TOO_MUCH * short + 0.05 else "ok"
        sys.stdout.write(f"{verdict:>8} {long / short:5.1f} times, {long:6.3f} s: {piece[:40]!r}\n")


def _seconds(text: str) -> float:
    """The time that this process needs, at its best: what others do on the machine does not count."""
    return min(_timed(text) for _ in range(3))


if __name__ == "__main__":
    main()
