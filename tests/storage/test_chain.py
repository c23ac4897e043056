"""The register of deeds: whoever changes it without the key, or takes something from it, is found out."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import create_engine, text

from storage.database import Database
from storage.desks.chain import Break, Broken, Whole, mark_of, proof_of
from storage.keys import Key, new_key
from storage.schema import configured
from storage.vault import Vault
from storage.work import Work
from tests.storage.rows import NOW, VAULT, url_of

ENTRIES = 5
STRANGER = Vault([Key(b"none", bytes(32))])
"""Somebody who has the file and a key that is not ours."""


async def write(database: Database, number: int, *, person: int | None = 7) -> None:
    async with database.transaction() as uow:
        at = NOW + timedelta(days=number)
        await uow.audit.note(at=at, person=person, institution=None, action="answer", subject=f"PR-{number}")


async def examined(database: Database, seen: str | None = None) -> Whole | Broken:
    async with database.reading() as uow:
        return await uow.chain.examine(seen=seen)


@pytest.fixture
async def filled(database: Database) -> Database:
    for number in range(1, ENTRIES + 1):
        await write(database, number, person=None if number == 2 else number)
    return database


async def test_an_empty_register_is_whole(database: Database):
    assert await examined(database) == Whole(0, None, None, "")


async def test_a_register_that_nobody_touched_is_whole_and_says_from_when_to_when(filled: Database):
    found = await examined(filled)
    assert isinstance(found, Whole)
    assert (found.count, found.first, found.last) == (ENTRIES, NOW + timedelta(days=1), NOW + timedelta(days=ENTRIES))


async def test_tries_that_are_repeated_break_nothing(filled: Database):
    async with filled.transaction() as uow:
        for what in ("ShowReport", "ShowReport", "publish"):
            await uow.audit.refused(at=NOW, person=7, what=what)
    await write(filled, 9)
    found = await examined(filled)
    assert isinstance(found, Whole)
    assert found.count == ENTRIES + 3


async def test_what_is_undone_leaves_no_gap(filled: Database):
    async def fail(uow: Work) -> None:
        await uow.audit.note(at=NOW, person=7, institution=None, action="answer", subject="PR-0")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await filled.perform(fail)
    await write(filled, 9)
    assert isinstance(await examined(filled), Whole)


async def test_a_mark_that_was_written_down_is_found_again_after_more_was_written(filled: Database):
    noted = await examined(filled)
    assert isinstance(noted, Whole)
    await write(filled, 9)
    assert isinstance(await examined(filled, noted.mark), Whole)
    lost = await examined(filled, "0" * 64)
    assert isinstance(lost, Broken)
    assert lost.how is Break.FORGOTTEN


def forge(raw: sqlite3.Connection, first: int = 3) -> None:
    """Change an entry and make all marks from it on anew, with a key that is not ours."""
    raw.execute("UPDATE audit SET subject = 'PR-99' WHERE place = ?", (first,))
    raw.row_factory = sqlite3.Row
    mark = raw.execute("SELECT link FROM audit WHERE place = ?", (first - 1,)).fetchone()[0]
    for row in raw.execute("SELECT * FROM audit WHERE place >= ? ORDER BY place", (first,)).fetchall():
        mark = mark_of(dict(row) | {"at": NOW + timedelta(days=row["place"])}, "7", mark, STRANGER)
        raw.execute("UPDATE audit SET link = ? WHERE place = ?", (mark, row["place"]))
    raw.execute("UPDATE audit_head SET link = ?, proof = ?", (mark, proof_of(ENTRIES, mark, STRANGER)))


def in_words(*statements: str) -> Callable[[sqlite3.Connection], None]:
    def tamper(raw: sqlite3.Connection) -> None:
        for statement in statements:
            raw.execute(statement)

    return tamper


CUT = "DELETE FROM audit WHERE place = 5"
COPY = "INSERT INTO audit SELECT 99, at, person, institution, action, subject, times, key, {}, link FROM audit"
TAMPERED = {
    "another action": (in_words("UPDATE audit SET action = 'publish' WHERE place = 3"), Break.CHANGED, 3),
    "another time": (in_words("UPDATE audit SET at = '2026-01-01 00:00:00.000000' WHERE place = 3"), Break.CHANGED, 3),
    "another receipt": (in_words("UPDATE audit SET subject = 'PR-1' WHERE place = 3"), Break.CHANGED, 3),
    "another institution": (in_words("UPDATE audit SET institution = 9 WHERE place = 3"), Break.CHANGED, 3),
    "nobody did it": (in_words("UPDATE audit SET person = NULL WHERE place = 3"), Break.CHANGED, 3),
    "somebody did it": (
        in_words("UPDATE audit SET person = (SELECT person FROM audit WHERE place = 1) WHERE place = 2"),
        Break.CHANGED,
        2,
    ),
    "the first is gone": (in_words("DELETE FROM audit WHERE place = 1"), Break.MISSING, 1),
    "one in the middle is gone": (in_words("DELETE FROM audit WHERE place = 3"), Break.MISSING, 3),
    "gone, and the others moved up": (
        in_words(
            "DELETE FROM audit WHERE place = 3",
            "UPDATE audit SET place = 3 WHERE place = 4",
            "UPDATE audit SET place = 4 WHERE place = 5",
        ),
        Break.CHANGED,
        3,
    ),
    "the last is gone": (in_words(CUT), Break.CUT_OFF, 5),
    "the last is gone, and the end counted anew": (
        in_words(CUT, "UPDATE audit_head SET last = 4, link = (SELECT link FROM audit WHERE place = 4)"),
        Break.HEAD,
        4,
    ),
    "all are gone": (in_words("DELETE FROM audit"), Break.CUT_OFF, 1),
    "all are gone, and the end": (in_words("DELETE FROM audit", "DELETE FROM audit_head"), Break.HEAD, 0),
    "two in each other's place": (
        in_words(
            "UPDATE audit SET place = 0 WHERE place = 2",
            "UPDATE audit SET place = 2 WHERE place = 3",
            "UPDATE audit SET place = 3 WHERE place = 0",
        ),
        Break.CHANGED,
        2,
    ),
    "one more at the end": (in_words(f"{COPY.format(6)} WHERE place = 5"), Break.CHANGED, 6),
    "one more in front": (in_words(f"{COPY.format(0)} WHERE place = 5"), Break.CHANGED, 1),
    "one more in the middle": (
        in_words(
            "UPDATE audit SET place = 6 WHERE place = 5",
            "UPDATE audit SET place = 5 WHERE place = 4",
            f"{COPY.format(4)} WHERE place = 3",
        ),
        Break.CHANGED,
        4,
    ),
    "made anew with another key": (forge, Break.CHANGED, 3),
}


@pytest.mark.parametrize(("tamper", "how", "place_of_it"), TAMPERED.values(), ids=TAMPERED)
async def test_whoever_touches_the_file_is_found_out(
    filled: Database, path: Path, tamper: Callable[[sqlite3.Connection], None], how: Break, place_of_it: int
):
    with closing(sqlite3.connect(path)) as raw, raw:
        tamper(raw)
    found = await examined(filled)
    assert isinstance(found, Broken)
    assert (found.how, found.place) == (how, place_of_it)


@pytest.mark.sqlite_only
async def test_an_end_that_was_changed_is_not_made_good_by_what_is_written_after_it(filled: Database, path: Path):
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DELETE FROM audit WHERE place > 2")
        raw.execute("UPDATE audit_head SET last = 2, link = (SELECT link FROM audit WHERE place = 2)")
    for number in (11, 12):
        await write(filled, number)
    found = await examined(filled)
    assert isinstance(found, Broken)
    assert found.how is Break.HEAD


@pytest.mark.sqlite_only
async def test_all_is_sealed_anew_and_the_register_bears_the_same_marks(filled: Database, path: Path):
    noted = await examined(filled)
    await filled.close()
    again = Database(url_of(path), Vault([new_key(), Key(b"test", bytes(range(32)))]))
    await again.open()
    await again.reseal()
    assert await examined(again) == noted
    await write(again, 9)
    assert isinstance(await examined(again), Whole)
    await again.close()


@pytest.mark.postgresql_only
async def test_several_processes_write_one_chain(database: Database, url: str):
    other = Database(url, VAULT)
    await other.open()
    await asyncio.gather(*(write(one, number) for number in range(10) for one in (database, other)))
    await other.close()
    found = await examined(database)
    assert isinstance(found, Whole)
    assert found.count == 20


@pytest.mark.postgresql_only
async def test_writers_without_the_pen_wait_for_each_other_too(database: Database, url: str):
    other = Database(url, VAULT)
    await other.open()

    async def note(one: Database, number: int) -> None:
        async with one.transaction(pen=False) as uow:
            await uow.audit.note(at=NOW, person=7, institution=None, action="answer", subject=f"PR-{number}")

    await asyncio.gather(*(note(one, number) for number in range(5) for one in (database, other)))
    await other.close()
    found = await examined(database)
    assert isinstance(found, Whole)
    assert found.count == 10


async def test_a_register_of_before_is_chained_and_the_way_back_keeps_its_entries(path: Path):
    engine = create_engine(f"sqlite:///{path.with_name('older.sqlite3')}")
    with engine.begin() as connection:
        command.upgrade(configured(connection, VAULT), "0005")
        for number in (3, 8, 9):
            person = VAULT.seal_text("audit", "7", f"PR-{number}") if number != 8 else None
            put = "INSERT INTO audit VALUES (:id, :at, :person, NULL, 'answer', :subject, 1, NULL)"
            values = {"id": number, "at": f"2026-11-0{number} 09:00:00.000000", "person": person}
            connection.execute(text(put), values | {"subject": f"PR-{number}"})
        heads = []
        for version in ("0006", "0005", "0006"):
            move = command.downgrade if version == "0005" else command.upgrade
            move(configured(connection, VAULT), version)
            if version == "0006":
                heads.append(connection.execute(text("SELECT last, link, proof FROM audit_head")).one())
        kept = connection.execute(text("SELECT id, place FROM audit ORDER BY id")).all()
        command.upgrade(configured(connection, VAULT), "head")
    engine.dispose()
    assert [tuple(row) for row in kept] == [(3, 1), (8, 2), (9, 3)]
    assert heads[0] == heads[1]
    older = Database(url_of(path.with_name("older.sqlite3")), VAULT)
    await older.open()
    found = await examined(older)
    await older.close()
    assert isinstance(found, Whole)
    assert found.count == 3
