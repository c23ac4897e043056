"""A nation's worth of rows around a town: people elsewhere, their comments, and old and open consultations."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from benchmarks.town import settle_people, vault_of
from bot.wiring import SystemClock
from participation.clock import local_day
from participation.comments.model import ANONYMOUS, Words
from participation.ids import PersonId
from storage.codec import to_json
from storage.desks.comments import Said
from storage.desks.owning import owner_mark
from storage.tables import comments as comments_table
from storage.vault import Vault

FIRST_CHAT: Final = 500_000_000
FIRST_PERSON: Final = 1
OPEN_OF_A_HUNDRED: Final = 1
CHUNK: Final = 100_000
TEXT: Final = "Na duhen më shumë autobusë për fëmijët që vijnë nga fshatrat, sidomos në dimër."


def fill(folder: Path, *, people: int, comments: int, consultations: int) -> None:
    """Write them straight into the tables of a town, sealed as the service seals."""
    homes = _other_homes(folder)
    for start in range(0, people, CHUNK):
        count = min(CHUNK, people - start)
        chats = range(FIRST_CHAT + start, FIRST_CHAT + start + count)
        home = homes[start // CHUNK % len(homes)]
        settle_people(folder, chats, home, follow=count, first=FIRST_PERSON + start)
    now, vault = SystemClock().now(), vault_of(folder)
    with closing(sqlite3.connect(folder / "bashke.sqlite3")) as disk:
        disk.executescript("PRAGMA synchronous=OFF; PRAGMA cache_size=-1000000;")
        with disk:
            first = _consultations(disk, consultations, now)
        for start in range(0, comments, CHUNK):
            rows = range(start, min(start + CHUNK, comments))
            with disk:
                disk.executemany(
                    "INSERT INTO comments (receipt, consultation, sealed, author, owner, left_on, late, told)"
                    " VALUES (?, ?, ?, ?, ?, ?, 0, 0)",
                    _comments(rows, first, consultations, now, vault),
                )
        disk.execute("ANALYZE")


def _other_homes(folder: Path) -> list[int]:
    """The municipalities that have no institution yet."""
    with closing(sqlite3.connect(folder / "bashke.sqlite3")) as disk:
        found = disk.execute("SELECT id FROM municipalities WHERE id NOT IN (SELECT municipality FROM institutions)")
        return [number for (number,) in found]


def _consultations(disk: sqlite3.Connection, count: int, now: datetime) -> int:
    """Like the first one, of another institution; most of them closed long ago. Returns the first number."""
    disk.execute(
        "INSERT INTO institutions (name, municipality, prefix, answer_days) SELECT 'Tjetër', id, 'TJ', 20"
        " FROM municipalities WHERE id NOT IN (SELECT municipality FROM institutions) LIMIT 1"
    )
    [(institution,)] = disk.execute("SELECT max(id) FROM institutions")
    names = [row[1] for row in disk.execute("PRAGMA table_info(consultations)")]
    [like] = disk.execute("SELECT * FROM consultations LIMIT 1").fetchall()
    base: dict[str, Any] = dict(zip(names, like, strict=True)) | {"institution": institution}
    first = int(base["id"]) + 1
    today = local_day(now)

    def row(number: int) -> tuple[Any, ...]:
        days = 30 if number % 100 < OPEN_OF_A_HUNDRED else -30 - number % 1000
        deadline = {"deadline": (today + timedelta(days=days)).isoformat()}
        return tuple((base | {"id": first + number} | deadline).values())

    marks = ",".join("?" * len(names))
    disk.executemany(f"INSERT INTO consultations VALUES ({marks})", map(row, range(count)))
    return first


def _comments(
    numbers: range, first: int, consultations: int, now: datetime, vault: Vault
) -> Iterator[tuple[str, int, bytes, bytes, str, str]]:
    """Each person's first comment, spread over the consultations."""
    said = to_json(Said(Words(TEXT), ANONYMOUS, now, now))
    day = local_day(now).isoformat()
    for number in numbers:
        person, receipt = PersonId(FIRST_PERSON + number), f"TJ-2026-{number:07d}"
        yield (
            receipt,
            first + number % consultations,
            vault.seal("comment", said, receipt),
            vault.seal_text("comments author", str(person), receipt),
            owner_mark(person, comments_table, 0, vault),
            day,
        )
