"""Whatever is brought with the right secret is answered below 500, and what is parked is parked once."""

import copy
import re
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import sqlite
from tests.hooked import at_work, open_door
from tests.unit.bot.test_webhook import hello, marks

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)
PRESS = {
    "callback_query": {
        "id": "1",
        "from": {"id": 77, "is_bot": False, "first_name": "Ana"},
        "chat_instance": "1",
        "data": "m",
        "message": hello()["message"],
    }
}
MOVE = {
    "my_chat_member": {
        "chat": {"id": 77, "type": "private"},
        "from": {"id": 77, "is_bot": False, "first_name": "Ana"},
        "date": 1687248000,
        "old_chat_member": {"status": "member", "user": {"id": 1000, "is_bot": True, "first_name": "B"}},
        "new_chat_member": {"status": "member", "user": {"id": 1000, "is_bot": True, "first_name": "B"}},
    }
}
FILE = {
    "message": hello()["message"] | {"document": {"file_id": "x", "file_unique_id": "y", "mime_type": "text/plain"}}
}
NUMBERS = count(1)
FAULT = re.compile(r", fault (\w+)")


def paths(tree, path=()):
    for key, inner in tree.items():
        yield (*path, key)
        if isinstance(inner, dict):
            yield from paths(inner, (*path, key))


@st.composite
def spoiled(draw):
    """An update as Telegram writes it, with something else in a few places, or nothing."""
    whole = copy.deepcopy(draw(st.sampled_from([{"message": hello()["message"]}, PRESS, MOVE, FILE])))
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from(sorted(paths(whole))))
        inner = whole
        for key in way:
            inner = inner[key]
        if draw(st.booleans()):
            inner[last] = draw(ANYTHING)
        else:
            del inner[last]
        if not whole:
            break
    return whole


@pytest.fixture
async def door(tmp_path, monkeypatch):
    monkeypatch.setattr(sqlite, "PRAGMAS", (*sqlite.PRAGMAS, "synchronous=OFF"))
    async with open_door(tmp_path) as opened, at_work(opened):
        yield opened


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=300)
@given(found=st.binary() | ANYTHING | spoiled())
async def test_garbage_is_answered_and_parked_once(door, tmp_path, caplog, found):
    caplog.clear()
    number = next(NUMBERS)
    whole = found | {"update_id": number} if isinstance(found, dict) else found
    for _ in range(2):
        assert (await door.post(whole)).status_code == 200
    assert dict(marks(tmp_path)).keys() <= set(range(number + 1))
    fault = dict(marks(tmp_path)).get(number)
    told = FAULT.findall(caplog.text)
    assert told in ([], [fault]) if isinstance(found, dict) else len(told) <= 2
    assert door.webhook.is_well
