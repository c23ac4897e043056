import pytest


@pytest.fixture(autouse=True)
def periods(monkeypatch):
    """Without this python-telegram-bot warns each time it hears a 429."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
