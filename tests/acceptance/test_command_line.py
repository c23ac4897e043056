"""What an operator types, and what they are told."""

import sqlite3
import stat
import sys
import sysconfig
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

import pytest

from bot.envfile import OPEN
from bot.settings import reference
from storage.keys import create_key_file
from tests.acceptance.conftest import INIT, Desk
from tests.town import TOKEN

COMMANDS = {
    "python -m bot": (sys.executable, "-m", "bot"),
    "bashke": (str(Path(sysconfig.get_path("scripts")) / "bashke"),),
}


async def test_init_makes_a_key_for_its_owner_alone_and_may_be_repeated(empty_desk: Desk) -> None:
    first = await empty_desk.bashke(*INIT, "--token", handed=f"{TOKEN}\n")
    assert first.code == 0, first.said
    key, kept = empty_desk.folder / "bashke.key", empty_desk.folder / ".env"
    assert {stat.S_IMODE(path.stat().st_mode) for path in (key, kept)} == {0o600}
    assert kept.read_text(encoding="utf-8") == f"BASHKE_TOKEN={TOKEN}\n"
    secret = key.read_bytes()
    again = await empty_desk.bashke(*INIT)
    assert again.code == 0, again.said
    assert key.read_bytes() == secret
    assert kept.read_text(encoding="utf-8") == f"BASHKE_TOKEN={TOKEN}\n"
    assert TOKEN not in first.said + again.said + first.complained + again.complained


async def test_what_init_lacks_is_named_at_once_and_nothing_is_made(empty_desk: Desk) -> None:
    refused = await empty_desk.bashke("init")
    assert (refused.code, refused.said) == (2, "")
    named = [line.partition(":")[0] for line in refused.complained.splitlines()]
    assert named == ["--institution", "--prefix", "--municipality"]
    assert list(empty_desk.folder.iterdir()) == []


@pytest.mark.parametrize("program", COMMANDS.values(), ids=COMMANDS)
async def test_the_settings_are_all_listed_whichever_way_it_is_called(
    empty_desk: Desk, program: tuple[str, ...]
) -> None:
    listed = await empty_desk.bashke("settings", program=program)
    assert listed.code == 0
    assert [line.partition("=")[0] for line in listed.said.splitlines() if not line.startswith(" ")] == [
        name for name, _, _ in reference()
    ]


async def test_a_wrong_setting_stops_the_start_with_all_problems_at_once(empty_desk: Desk) -> None:
    wrong = {
        "BASHKE_TOKEN": "secret-but-wrong",
        "BASHKE_TELEGRAM_URL": "telegram",
        "BASHKE_DATABASE_URL": "oracle://",
        "BASHKE_MESSAGES_PER_SECOND": "0",
        "BASHKE_LOG_LEVEL": "shout",
        "BASHKE_TOKN": "secret-but-wrong",
    }
    empty_desk.environment |= wrong
    stopped = await empty_desk.bashke("run")
    assert stopped.code == 2
    named = sorted(line.partition(":")[0] for line in stopped.complained.splitlines())
    assert named == sorted([*wrong, "BASHKE_KEY_FILE"])
    assert "secret-but-wrong" not in stopped.complained


async def test_without_a_token_it_does_not_start(empty_desk: Desk) -> None:
    stopped = await empty_desk.bashke("run")
    assert (stopped.code, "BASHKE_TOKEN" in stopped.complained) == (2, True)


async def test_a_wrong_key_refuses_to_start(desk: Desk) -> None:
    key = desk.folder / "bashke.key"
    key.unlink()
    create_key_file(key)
    stopped = await desk.bashke("run")
    assert stopped.code == 2
    assert "sealed with another key" in stopped.complained
    assert len(stopped.complained.splitlines()) == 1


async def test_a_key_that_others_can_read_refuses_to_start(desk: Desk) -> None:
    (desk.folder / "bashke.key").chmod(0o644)
    stopped = await desk.bashke("migrate")
    assert stopped.code == 2
    assert "chmod 600" in stopped.complained


async def test_everything_that_init_cannot_use_is_named_at_once_and_nothing_is_made(empty_desk: Desk) -> None:
    wrong = ("--prefix", "P4", "--municipality", "Permett", "--email", "nobody", "--register-url", "register.example")
    refused = await empty_desk.bashke("init", "--institution", "Bashkia Përmet", *wrong)
    assert refused.code == 2
    named = [line.partition(":")[0] for line in refused.complained.splitlines()]
    assert sorted(named) == ["--email", "--municipality", "--prefix", "--register-url"]
    assert list(empty_desk.folder.iterdir()) == []


async def test_a_database_without_its_key_gets_no_new_one(desk: Desk) -> None:
    (desk.folder / "bashke.key").unlink()
    refused = await desk.bashke(*INIT)
    assert refused.code == 2
    assert "this database was sealed with another key" in refused.complained
    assert not (desk.folder / "bashke.key").exists()


@pytest.mark.parametrize(
    ("name", "municipality", "prefix", "said"),
    [
        ("Bashkia Elbasan", "elbasan", "pr", "the letters PR belong to Bashkia Përmet"),
        ("bashkia permet", "permet", "PE", "Bashkia Përmet is here already, with the letters PR"),
        ("bashkia permet", "PERMET", "PR", "stays as it is"),
    ],
)
async def test_a_name_and_letters_belong_together(
    desk: Desk, name: str, municipality: str, prefix: str, said: str
) -> None:
    answer = await desk.bashke("init", "--institution", name, "--municipality", municipality, "--prefix", prefix)
    assert said in answer.said + answer.complained
    assert (answer.code == 0) == (said == "stays as it is")
    assert "Traceback" not in answer.complained


@pytest.mark.parametrize(
    ("words", "settings"),
    [
        (("rows", "units", "--load", "nowhere.csv"), {}),
        (("rows", "units", "--load", "latin.csv"), {}),
        (("demo", "--notice", "nowhere.txt"), {}),
        (("demo", "--notice", "torn.docx"), {}),
        (("migrate",), {"BASHKE_DATABASE_URL": "sqlite:///nowhere/bashke.sqlite3"}),
        (("run",), {"BASHKE_DATABASE_URL": "sqlite:///nowhere/bashke.sqlite3"}),
        (("migrate",), {"BASHKE_DATABASE_URL": "sqlite:///latin.csv"}),
    ],
)
async def test_what_goes_wrong_is_said_in_a_line(desk: Desk, words: tuple[str, ...], settings: dict[str, str]) -> None:
    (desk.folder / "latin.csv").write_bytes("Përmet;Çarshovë\n".encode("latin-1") * 200)
    (desk.folder / "torn.docx").write_bytes(b"PK\x03\x04torn")
    desk.environment |= settings
    stopped = await desk.bashke(*words)
    assert stopped.code in {1, 2}
    assert "Traceback" not in stopped.complained
    assert len(stopped.complained.splitlines()) == 1, stopped.complained


async def test_an_answer_that_nobody_reads_to_the_end_is_no_trouble(desk: Desk) -> None:
    head = ("sh", "-c", f"{sys.executable} -m bot places | head -n 1")
    shortened = await desk.bashke(program=head)
    assert (shortened.code, shortened.complained) == (0, "")
    assert shortened.said.count("\n") == 1


async def test_the_version_is_told(empty_desk: Desk) -> None:
    assert (await empty_desk.bashke("--version")).said == f"bashke {version('bashke')}\n"


async def test_settings_are_shown_even_where_they_are_bad(empty_desk: Desk) -> None:
    (empty_desk.folder / ".env").write_text(f"BASHKE_TOKEN={TOKEN}\nBASHKE_LOG_LEVEL=loud\n", encoding="utf-8")
    shown = await empty_desk.bashke("settings")
    assert shown.code == 2
    assert "BASHKE_LOG_LEVEL=loud" in shown.said
    assert "(.env)" in shown.said
    assert TOKEN not in shown.said
    assert shown.complained.startswith("BASHKE_LOG_LEVEL: ")


@pytest.mark.parametrize("words", [("invite",), ("run",)])
async def test_a_token_that_telegram_does_not_know_is_said_to_be_one(desk: Desk, words: tuple[str, ...]) -> None:
    desk.environment["BASHKE_TOKEN"] = "1001:" + "B" * 35
    stopped = await desk.bashke(*words)
    assert stopped.code == 2
    assert stopped.complained.startswith("BASHKE_TOKEN: Telegram does not know this token")
    assert len(stopped.complained.splitlines()) == 1


async def test_without_a_network_an_invitation_is_not_made(desk: Desk) -> None:
    desk.environment["BASHKE_TELEGRAM_URL"] = "http://127.0.0.1:9"
    stopped = await desk.bashke("invite")
    assert (stopped.code, stopped.complained) == (1, "Telegram cannot be reached; nothing was done\n")


async def test_a_database_that_somebody_else_writes_is_said_to_be_locked(desk: Desk) -> None:
    with closing(sqlite3.connect(desk.folder / "bashke.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        stopped = await desk.bashke("migrate")
    assert stopped.code == 1
    assert stopped.complained.startswith("The database is locked by another program")
    assert len(stopped.complained.splitlines()) == 1


async def test_rows_go_out_come_back_and_go_by_their_whole_key(desk: Desk) -> None:
    listed = (await desk.bashke("places")).said.splitlines()
    assert listed[0].startswith("1 ")
    assert listed[-1] == "* 1 Bashkia Përmet, PR"
    (desk.folder / "days.csv").write_text("\ufeffDay;Name;Worked\n24.12.2027;Pushim;jo\n", encoding="utf-8")
    loaded = await desk.bashke("rows", "days_off", "--load", "days.csv")
    assert (loaded.code, loaded.said) == (0, "days_off: rows in place: 1\n")
    line = next(line for line in (await desk.bashke("rows", "days_off")).said.splitlines() if "2027-12-24" in line)
    number = line.partition(",")[0]
    assert (await desk.bashke("rows", "days_off", "--remove", number)).code == 0
    gone = await desk.bashke("rows", "days_off", "--remove", number)
    assert (gone.code, gone.complained) == (2, f"--remove: days_off has no row {number}\n")


async def test_run_warns_of_a_token_that_everybody_on_the_machine_can_read(desk: Desk) -> None:
    del desk.environment["BASHKE_TOKEN"]
    (desk.folder / ".env").write_text(f"BASHKE_TOKEN=1001:{'B' * 35}")
    (desk.folder / ".env").chmod(0o644)
    stopped = await desk.bashke("run")
    assert stopped.code == 2
    assert OPEN in stopped.complained


async def test_status_says_what_is_wrong_and_ends_accordingly(desk: Desk) -> None:
    well = await desk.bashke("status")
    assert (well.code, well.said) == (0, "No alarm.\n")
    with closing(sqlite3.connect(desk.folder / "bashke.sqlite3")) as database:
        database.execute("INSERT INTO notes VALUES ('alarm replies 1000', '2026-11-03')")
        database.commit()
    ill = await desk.bashke("status")
    assert (ill.code, ill.said.partition(" have")[0]) == (1, "ALARM: Replies of bot 1000")


async def test_the_register_of_deeds_is_whole_until_somebody_changes_it(desk: Desk) -> None:
    file = desk.folder / "bashke.sqlite3"
    untouched = await desk.bashke("audit")
    assert (untouched.code, untouched.said.splitlines()[0][:33]) == (0, "The register of deeds is whole: t")
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute(
            "INSERT INTO audit (at, action, subject, times, place, link)"
            " VALUES ('2026-11-03 09:00:00.000000', 'invite', 'admin', 1, 1, 'x')"
        )
    changed = await desk.bashke("audit")
    assert (changed.code, changed.said.strip()) == (
        1,
        "The register of deeds is BROKEN. Entry 1, of 03.11.2026, is not as it was written.",
    )
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("DELETE FROM audit")
    lost = await desk.bashke("audit", "--seen", "0" * 64)
    assert (lost.code, "No entry bears that mark" in lost.said) == (1, True)
