"""`bashke backup` and `bashke restore`, as an operator uses them."""

import asyncio
import sqlite3
import stat
from contextlib import closing

from storage.keys import create_key_file
from tests.acceptance.conftest import INIT, PATIENCE, Desk, Telegram

ELBASAN = ("init", "--institution", "Bashkia Elbasan", "--municipality", "Elbasan", "--prefix", "EL")


async def test_a_backup_of_the_running_service_brings_back_what_was_there(desk: Desk, telegram: Telegram) -> None:
    ana = telegram.world.person("Ana", language_code="en")
    bot = telegram.world.bot()
    async with desk.at_work():
        await telegram.answer(ana, lambda: ana.starts(bot), "Choose your language.")
        made = await desk.bashke("backup", "copy.sqlite3")
        refused = await desk.bashke("restore", "copy.sqlite3")
    assert made.code == 0, made.complained
    assert stat.S_IMODE((desk.folder / "copy.sqlite3").stat().st_mode) == 0o600
    assert refused.code == 2
    assert "another bashke runs on this database" in refused.complained
    assert (await desk.bashke(*ELBASAN)).code == 0
    restored = await desk.bashke("restore", "copy.sqlite3")
    assert restored.code == 0, restored.complained
    listed = await desk.bashke("places")
    assert ("Bashkia Përmet" in listed.said, "Bashkia Elbasan" in listed.said) == (True, False)
    former = [path for path in desk.folder.iterdir() if ".before-" in path.name]
    assert len(former) == 1
    async with desk.at_work():
        await telegram.answer(ana, lambda: ana.presses("English", bot), "Which is your municipality?")


async def test_a_database_that_is_taken_away_ends_the_service_and_none_is_begun_in_its_place(
    desk: Desk, telegram: Telegram
) -> None:
    ana = telegram.world.person("Ana", language_code="en")
    bot = telegram.world.bot()
    process = await desk.begin("run")
    await telegram.answer(ana, lambda: ana.starts(bot), "Choose your language.")
    (desk.folder / "bashke.sqlite3").unlink()
    ana.says(bot, "what must not be lost")
    async with asyncio.timeout(PATIENCE):
        _, complained = await process.communicate()
    assert process.returncode == 2
    assert complained.decode().splitlines()[-1].startswith("bashke.sqlite3: the database was taken away or replaced")
    assert "Traceback" not in complained.decode()
    assert telegram.world.pending(bot) == 1
    for words in (("run",), ("invite",), ("officers",), ("migrate",), ("rows", "units"), ("key",), ("backup", "copy")):
        refused = await desk.bashke(*words)
        assert refused.code == 2
        assert refused.complained.startswith("BASHKE_DATABASE_URL: there is no database bashke.sqlite3")
    assert not (desk.folder / "bashke.sqlite3").exists()


async def test_a_backup_that_is_moved_into_the_place_of_a_database_in_use_is_not_mixed_with_it(
    desk: Desk, telegram: Telegram
) -> None:
    ana = telegram.world.person("Ana", language_code="en")
    bot = telegram.world.bot()
    await desk.bashke("backup", "copy.sqlite3")
    process = await desk.begin("run")
    await telegram.answer(ana, lambda: ana.starts(bot), "Choose your language.")
    (desk.folder / "copy.sqlite3").rename(desk.folder / "bashke.sqlite3")
    ana.says(bot, "what must not be lost")
    async with asyncio.timeout(PATIENCE):
        assert await process.wait() == 2
    with closing(sqlite3.connect(desk.folder / "bashke.sqlite3")) as database:
        assert database.execute("SELECT count(*) FROM people").fetchone() == (0,)
    async with desk.at_work():
        await telegram.answer(ana, lambda: None, "Choose your language.")


async def test_a_backup_overwrites_nothing_and_a_folder_gets_one_with_its_moment(desk: Desk) -> None:
    (desk.folder / "backups").mkdir()
    assert (await desk.bashke("backup", "backups")).code == 0
    (made,) = (desk.folder / "backups").iterdir()
    assert made.name.startswith("bashke-20")
    again = await desk.bashke("backup", f"backups/{made.name}")
    assert again.code != 0
    assert again.complained == f"backups/{made.name}: it is there already; a backup overwrites nothing\n"


async def test_without_the_key_of_the_backup_nothing_is_touched(desk: Desk) -> None:
    await desk.bashke("backup", "copy.sqlite3")
    (desk.folder / "bashke.key").unlink()
    create_key_file(desk.folder / "bashke.key")
    before = {path.name: path.read_bytes() for path in desk.folder.iterdir()}
    refused = await desk.bashke("restore", "copy.sqlite3")
    assert refused.code == 2
    assert "sealed with another key" in refused.complained
    after = {path.name: path.read_bytes() for path in desk.folder.iterdir() if not path.name.endswith(".lock")}
    assert after == before


async def test_on_a_new_server_the_key_and_the_backup_are_enough(desk: Desk) -> None:
    await desk.bashke("backup", "copy.sqlite3")
    (desk.folder / "bashke.sqlite3").unlink()
    assert (await desk.bashke("restore", "copy.sqlite3")).code == 0
    assert "Bashkia Përmet" in (await desk.bashke("places")).said


async def test_what_cannot_be_restored_is_said_in_a_line(desk: Desk) -> None:
    (desk.folder / "text").write_text("no database " * 100)
    for word, sentence in (("nowhere", "no such file"), ("text", "no database"), ("bashke.sqlite3", "itself")):
        refused = await desk.bashke("restore", word)
        assert (refused.code, refused.said) == (2, "")
        assert sentence in refused.complained
        assert len(refused.complained.splitlines()) == 1


async def test_a_database_of_a_newer_version_is_not_touched(desk: Desk) -> None:
    with closing(sqlite3.connect(desk.folder / "bashke.sqlite3", isolation_level=None)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    for words in (("run",), ("migrate",), INIT):
        refused = await desk.bashke(*words)
        assert refused.code == 2
        assert refused.complained.startswith("A newer Bashkë made this database")


async def test_two_backups_at_once_do_not_hurt_each_other(desk: Desk) -> None:
    both = await asyncio.gather(desk.bashke("backup", "one"), desk.bashke("backup", "two"))
    assert [each.code for each in both] == [0, 0]


async def test_after_a_theft_a_new_key_seals_all_and_everybody_is_known_again(desk: Desk, telegram: Telegram) -> None:
    ana = telegram.world.person("Ana", language_code="en")
    bot = telegram.world.bot()
    stolen = (desk.folder / "bashke.key").read_text(encoding="ascii")
    async with desk.at_work():
        await telegram.answer(ana, lambda: ana.starts(bot), "Choose your language.")
        refused = await desk.bashke("key", "--add", "--reseal")
        assert (refused.code, "another bashke runs" in refused.complained) == (2, True)
    assert "1 in all" in (await desk.bashke("key")).said
    renewed = await desk.bashke("key", "--add", "--reseal")
    assert renewed.code == 0, renewed.complained
    assert "2 in all" in (await desk.bashke("key")).said
    assert stat.S_IMODE((desk.folder / "bashke.key").stat().st_mode) == 0o600
    async with desk.at_work():
        await telegram.answer(ana, lambda: ana.presses("English", bot), "Which is your municipality?")
    (desk.folder / "bashke.key").write_text(stolen, encoding="ascii")
    assert "sealed with another key" in (await desk.bashke("places")).complained


async def test_a_key_of_another_database_is_given_no_company(desk: Desk) -> None:
    (desk.folder / "bashke.key").unlink()
    create_key_file(desk.folder / "bashke.key")
    before = (desk.folder / "bashke.key").read_bytes()
    refused = await desk.bashke("key", "--add")
    assert refused.code == 2
    assert (desk.folder / "bashke.key").read_bytes() == before
