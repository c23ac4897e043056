"""Whatever is said to many asks whether a colleague has released it, or says here why not."""

from tests.rules.repository import ROOT

HEARD_BY_MANY = {
    "participation/consultations/announcements.py": "queues what others have decided on",
    "participation/consultations/usecases.py": "announces what is released, or was never proposed",
}
"""Where something is queued for many without asking whether a colleague released it, and why that is right."""


def test_whatever_is_said_to_many_asks_whether_a_colleague_released_it() -> None:
    speaking = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "participation").rglob("*.py")
        if any(call in path.read_text(encoding="utf-8") for call in ("outbox.announce(", "send_out("))
    }
    asking = {name for name in speaking if "await let_through(" in (ROOT / name).read_text(encoding="utf-8")}
    assert speaking - asking == set(HEARD_BY_MANY)
