"""What is read once in the life of a process is read before the first turn."""

import gc

import pytest

from bot import ready
from bot.lines import Role
from bot.ready import get_ready
from documents.reading.tongue import foreign_tongue, loaded
from locales import texts


@pytest.fixture(autouse=True)
def _thawed():
    """What a test has made is no garbage that may stay for good."""
    yield
    gc.unfreeze()


@pytest.mark.parametrize(("role", "loads"), [(Role.ALL, 1), (Role.INTAKE, 1), (Role.COURIER, 0), (Role.SCHEDULER, 0)])
def test_who_takes_in_knows_the_languages_before_a_turn_asks_for_one(role, loads):
    loaded.cache_clear()
    get_ready(role)
    foreign_tongue("Nuk jemi dakord.")
    assert loaded.cache_info().hits == loads


def test_without_what_tells_languages_apart_the_service_goes_on(monkeypatch, caplog):
    def lost():
        raise FileNotFoundError

    monkeypatch.setattr(ready, "identifier", lost)
    get_ready(Role.ALL)
    assert "What tells languages apart cannot be loaded: FileNotFoundError" in caplog.text


def test_no_turn_waits_for_a_catalog():
    texts._texts.cache_clear()
    get_ready(Role.COURIER)
    read = texts._texts.cache_info().misses
    for language in texts.LANGUAGES:
        texts.texts_in(language).t("Menu")
    assert texts._texts.cache_info().misses == read


def test_what_was_there_at_the_start_is_left_alone_for_good():
    before = gc.get_freeze_count()
    get_ready(Role.COURIER)
    assert gc.get_freeze_count() > before + 10_000
