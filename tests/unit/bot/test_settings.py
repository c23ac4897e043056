"""Settings: defaults, and every problem at once."""

import contextlib
from pathlib import Path

import pytest

from bot.problems import Problems
from bot.settings import BadSettings, in_force, read_settings, reference
from storage.keys import create_key_file

GOOD_TOKEN = "1234567:" + "A" * 35


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for name, _, _ in reference():
        monkeypatch.delenv(name, raising=False)


def test_nothing_has_to_be_set_to_begin():
    settings = read_settings()
    assert settings.token is None
    assert settings.database_url == "sqlite:///bashke.sqlite3"


def test_the_environment_goes_before_the_file(monkeypatch, tmp_path):
    (tmp_path / ".env").write_text("BASHKE_MESSAGES_PER_SECOND=5\nBASHKE_LOG_LEVEL=debug\n")
    monkeypatch.setenv("BASHKE_MESSAGES_PER_SECOND", "7")
    settings = read_settings()
    assert settings.messages_per_second == 7
    assert settings.log_level == "debug"


def test_every_problem_is_named_at_once(monkeypatch):
    monkeypatch.setenv("BASHKE_TOKEN", "nonsense")
    monkeypatch.setenv("BASHKE_TELEGRAM_URL", "ftp://here")
    monkeypatch.setenv("BASHKE_DATABASE_URL", "oracle://there")
    monkeypatch.setenv("BASHKE_WEBHOOK_URL", "http://elsewhere.example")
    monkeypatch.setenv("BASHKE_LISTEN", "8080")
    monkeypatch.setenv("BASHKE_MESSAGES_PER_SECOND", "0")
    monkeypatch.setenv("BASHKE_LOG_LEVEL", "loud")
    with pytest.raises(BadSettings) as bad:
        read_settings()
    named = {problem.partition(":")[0] for problem in bad.value.problems}
    assert named == {
        "BASHKE_TOKEN",
        "BASHKE_TELEGRAM_URL",
        "BASHKE_DATABASE_URL",
        "BASHKE_WEBHOOK_URL",
        "BASHKE_LISTEN",
        "BASHKE_MESSAGES_PER_SECOND",
        "BASHKE_LOG_LEVEL",
    }


def test_a_problem_never_repeats_a_secret(monkeypatch):
    monkeypatch.setenv("BASHKE_TOKEN", "almost:secret")
    with pytest.raises(BadSettings) as bad:
        read_settings()
    assert "secret" not in str(bad.value)


def test_a_token_is_not_shown(monkeypatch):
    monkeypatch.setenv("BASHKE_TOKEN", GOOD_TOKEN)
    assert GOOD_TOKEN not in repr(read_settings())


def test_every_setting_says_what_it_is_for():
    assert all(sentence for _, _, sentence in reference())


def test_a_slip_of_the_pen_is_named_with_what_was_meant(monkeypatch, tmp_path):
    (tmp_path / ".env").write_text("BASHKE_LOGLEVEL=debug\nOTHER=1\n")
    monkeypatch.setenv("BASHKE_TOKN", GOOD_TOKEN)
    with pytest.raises(BadSettings) as bad:
        read_settings()
    assert bad.value.problems == [
        "BASHKE_TOKN: there is no such setting (environment); did you mean BASHKE_TOKEN?",
        "BASHKE_LOGLEVEL: there is no such setting (.env); did you mean BASHKE_LOG_LEVEL?",
    ]


def test_a_missing_token_is_one_of_all_the_problems(monkeypatch):
    monkeypatch.setenv("BASHKE_LOG_LEVEL", "loud")
    with pytest.raises(BadSettings) as bad:
        read_settings(with_token=True)
    assert [problem.partition(":")[0] for problem in bad.value.problems] == ["BASHKE_LOG_LEVEL", "BASHKE_TOKEN"]


def test_so_is_a_missing_key(monkeypatch, tmp_path):
    monkeypatch.setenv("BASHKE_LOG_LEVEL", "loud")
    (tmp_path / ".env").write_text("BASHKE_KEY_FILE=the.key\n")
    with pytest.raises(BadSettings) as bad:
        read_settings(with_token=True, with_key=True)
    named = [problem.partition(":")[0] for problem in bad.value.problems]
    assert named == ["BASHKE_LOG_LEVEL", "BASHKE_TOKEN", "BASHKE_KEY_FILE"]
    assert "There is no key file the.key" in bad.value.problems[-1]


def test_a_key_that_others_can_read_is_named_too(monkeypatch, tmp_path):
    monkeypatch.setenv("BASHKE_KEY_FILE", "")
    create_key_file(tmp_path / "bashke.key")
    assert read_settings(with_key=True).key_file == Path("bashke.key")
    (tmp_path / "bashke.key").chmod(0o644)
    with pytest.raises(BadSettings, match=r"BASHKE_KEY_FILE: .*chmod 600"):
        read_settings(with_key=True)


def test_so_is_a_database_that_is_not_there_for_only_init_begins_one(monkeypatch, tmp_path):
    monkeypatch.setenv("BASHKE_LOG_LEVEL", "loud")
    monkeypatch.setenv("BASHKE_DATABASE_URL", "sqlite:///nofolder/b.sqlite3")
    with pytest.raises(BadSettings) as bad:
        read_settings(with_database=True)
    assert [problem.partition(":")[0] for problem in bad.value.problems] == ["BASHKE_LOG_LEVEL", "BASHKE_DATABASE_URL"]
    assert "there is no database nofolder/b.sqlite3" in bad.value.problems[-1]
    monkeypatch.setenv("BASHKE_LOG_LEVEL", "info")
    monkeypatch.setenv("BASHKE_DATABASE_URL", "sqlite:///b.sqlite3")
    (tmp_path / "b.sqlite3").touch()
    assert read_settings(with_database=True).database_file == Path("b.sqlite3")


def test_a_line_that_gives_a_setting_nothing_is_named_and_nobody_else_remarks_on_it(tmp_path, caplog):
    (tmp_path / ".env").write_text(
        f"BASHKE_TOKEN: {GOOD_TOKEN}\n# BASHKE_X\nexport BASHKE_LOG_LEVEL info\nOTHER thing\n"
    )
    with pytest.raises(BadSettings) as bad:
        read_settings()
    assert bad.value.problems == [
        ".env, line 1: there has to be a = after BASHKE_TOKEN",
        ".env, line 3: there has to be a = after BASHKE_LOG_LEVEL",
    ]
    assert caplog.text == ""


@pytest.mark.parametrize("read", [read_settings, lambda: list(in_force())])
def test_a_file_that_is_no_utf8_is_named(tmp_path, read):
    (tmp_path / ".env").write_bytes("# për\n".encode("latin-1"))
    with pytest.raises(Problems, match=r"^\.env: this is not UTF-8 text"):
        read()


def test_a_wrong_value_is_told_with_what_it_may_be(monkeypatch):
    monkeypatch.setenv("BASHKE_LOG_LEVEL", "loud")
    monkeypatch.setenv("BASHKE_MESSAGES_PER_SECOND", "1e-320")
    with pytest.raises(BadSettings) as bad:
        read_settings()
    speed, level = bad.value.problems
    assert "0.1 to 1000" in speed
    assert "debug, info, warning or error" in level


def test_the_level_of_the_log_may_be_written_in_capitals(monkeypatch):
    monkeypatch.setenv("BASHKE_LOG_LEVEL", "DEBUG")
    assert read_settings().log_level == "debug"


@pytest.mark.parametrize("empty", ["BASHKE_TOKEN=\n", "BASHKE_TOKEN=''\n", "\ufeffBASHKE_TOKEN=\n"])
def test_an_empty_line_is_no_token(tmp_path, empty):
    (tmp_path / ".env").write_text(empty, encoding="utf-8")
    assert read_settings().token is None


def test_a_file_of_windows_is_read_too(tmp_path):
    (tmp_path / ".env").write_bytes(f"\ufeffBASHKE_TOKEN={GOOD_TOKEN}\r\n".encode())
    assert read_settings(with_token=True).token.get_secret_value() == GOOD_TOKEN


@pytest.mark.parametrize(
    ("url", "fits"),
    [
        ("https://api.telegram.org/", True),
        ("http://127.0.0.1:8081", True),
        ("https://", False),
        ("https:///bot", False),
        ("api.telegram.org", False),
        ("https://api telegram.org", False),
        ("https://api.telegram.org/bot", False),
        ("https://api.telegram.org/bot/", False),
        (f"https://api.telegram.org/bot{GOOD_TOKEN}", False),
        ("https://example.al/botim", True),
    ],
)
def test_the_address_of_telegram_names_a_host(monkeypatch, url, fits):
    monkeypatch.setenv("BASHKE_TELEGRAM_URL", url)
    with contextlib.nullcontext() if fits else pytest.raises(BadSettings, match="BASHKE_TELEGRAM_URL"):
        read_settings()


@pytest.mark.parametrize(
    "url", ["sqlite:///", "sqlite:///:memory:", "sqlite:///x?mode=memory", "sqlite:///x?timeout=5"]
)
def test_nothing_is_kept_in_memory_or_elsewhere_than_the_file_says(monkeypatch, url):
    monkeypatch.setenv("BASHKE_DATABASE_URL", url)
    with pytest.raises(BadSettings, match="it has to name a file"):
        read_settings()


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("sqlite:///bashke.sqlite3", "bashke.sqlite3"),
        ("sqlite+aiosqlite:////srv/b.sqlite3", "/srv/b.sqlite3"),
    ],
)
def test_the_file_behind_an_address(monkeypatch, url, file):
    monkeypatch.setenv("BASHKE_DATABASE_URL", url)
    assert read_settings().database_file == Path(file)


@pytest.mark.parametrize("scheme", ["postgresql", "postgres"])
def test_a_server_may_be_named_and_its_password_is_never_shown(monkeypatch, scheme):
    monkeypatch.setenv("BASHKE_DATABASE_URL", f"{scheme}://ana:se:cr@et@db.example:5433/bashke")
    settings = read_settings(with_database=True)
    assert settings.database_url == "postgresql://ana:se:cr@et@db.example:5433/bashke"
    assert settings.database_file is None
    assert settings.database_name == "postgresql://ana:***@db.example:5433/bashke"
    (shown,) = [setting.value for setting in in_force() if setting.name == "BASHKE_DATABASE_URL"]
    assert shown == f"{scheme}://ana:***@db.example:5433/bashke"
    assert "cr@et" not in repr(settings)


@pytest.mark.parametrize("url", ["postgresql://ana:secret@db.example", "postgresql://ana:secret@db.example:port/x"])
def test_a_server_without_a_database_is_refused_without_its_password(monkeypatch, url):
    monkeypatch.setenv("BASHKE_DATABASE_URL", url)
    with pytest.raises(BadSettings) as bad:
        read_settings()
    (problem,) = bad.value.problems
    assert "postgresql://user:password@host:port/name" in problem
    assert "secret" not in problem


def test_what_holds_is_shown_with_where_it_was_said_and_no_secret(monkeypatch, tmp_path):
    (tmp_path / ".env").write_text(f"BASHKE_TOKEN={GOOD_TOKEN}\nBASHKE_LOG_LEVEL=debug\n")
    monkeypatch.setenv("BASHKE_LOG_LEVEL", "loud")
    shown = {setting.name: (setting.value, setting.origin) for setting in in_force()}
    assert shown["BASHKE_TOKEN"] == ("***", ".env")
    assert shown["BASHKE_LOG_LEVEL"] == ("loud", "environment")
    assert shown["BASHKE_KEY_FILE"] == ("bashke.key", "default")
