"""Settings: defaults, and every problem at once."""

import pytest

from bot.settings import BadSettings, read_settings, reference

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
    monkeypatch.setenv("BASHKE_MESSAGES_PER_SECOND", "0")
    monkeypatch.setenv("BASHKE_LOG_LEVEL", "loud")
    with pytest.raises(BadSettings) as bad:
        read_settings()
    named = {problem.partition(":")[0] for problem in bad.value.problems}
    assert named == {
        "BASHKE_TOKEN",
        "BASHKE_TELEGRAM_URL",
        "BASHKE_DATABASE_URL",
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
