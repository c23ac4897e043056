"""`python -m benchmarks.reading`: how much longer ten times the text takes, for texts that are hard to read.

A clock belongs in no test: whoever changes a pattern of the reader looks here.
"""

import sys
from time import process_time

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
    *("| a | b |\n", "a\tb\n", "me date\n", "Afati\n", "Kalendari\n1. a: TBD\n", "ligj nr. 1/2014 "),
    "më 12 mars 2024, ora 10:00 në sallën e madhe\n",
    "në Bujan më 4 mars 2027, ora 11:00, dhe ",
    "Takimi mbahet në korrik 2027. ",
    *(notice.text + "\n" for notice in MORE_NOTICES[:6]),
)


def main() -> None:
    """Measure each text, and say which take more than their share."""
    for piece in PIECES:
        short, long = (_seconds((piece * SHORT * MORE)[:length]) for length in (SHORT, SHORT * MORE))
        verdict = "TOO MUCH" if long > TOO_MUCH * short + 0.05 else "ok"
        sys.stdout.write(f"{verdict:>8} {long / short:5.1f} times, {long:6.3f} s: {piece[:40]!r}\n")


def _seconds(text: str) -> float:
    """The time that this process needs, at its best: what others do on the machine does not count."""
    times = []
    for _ in range(3):
        begin = process_time()
        read_notice(text)
        times.append(process_time() - begin)
    return min(times)


if __name__ == "__main__":
    main()
