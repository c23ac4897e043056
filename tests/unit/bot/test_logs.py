"""Log lines carry no token and no message of an exception."""

import asyncio
import gc
import io
import json
import logging

import pytest

from bot import logs

TOKEN = "1234567:" + "Ab_-" * 9


@pytest.fixture
def lines():
    stream = io.StringIO()
    before = logging.getLogger().handlers[:], logging.getLogger().level
    logs.set_up("debug", stream)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    logging.getLogger().handlers[:], logging.getLogger().level = before


@pytest.mark.parametrize(
    ("message", "args"),
    [
        (f"GET https://api.telegram.org/bot{TOKEN}/getMe", ()),
        ("GET %s", (f"https://api.telegram.org/bot{TOKEN}/getMe",)),
    ],
)
def test_a_token_is_cut_out_wherever_it_stands(lines, message, args):
    logging.getLogger("bot.below").info(message, *args)
    assert TOKEN not in json.dumps(lines())
    assert logs.CUT in lines()[0]["said"]


def test_an_exception_is_told_without_its_message(lines):
    try:
        raise ValueError("what somebody wrote")
    except ValueError:
        logging.getLogger("here").exception("it failed")
    (line,) = lines()
    assert "what somebody wrote" not in json.dumps(line)
    assert line["fault"][0] == "ValueError"


def test_the_values_in_a_librarys_sentence_are_nobodys_business(lines):
    logging.getLogger("some.library").warning("cannot read %s", "what somebody wrote")
    logging.getLogger("some.library").warning(f"GET https://api.telegram.org/bot{TOKEN}/getMe")
    first, second = lines()
    assert first["said"] == "cannot read %s"
    assert TOKEN not in second["said"]


async def test_a_task_that_nobody_waited_for_tells_no_words(lines):
    async def fails():
        raise ValueError("what somebody wrote")

    task = asyncio.get_running_loop().create_task(fails())
    await asyncio.wait([task])
    del task
    gc.collect()
    (line,) = [one for one in lines() if one["level"] == "error"]
    assert "what somebody wrote" not in json.dumps(line)
    assert line["fault"][0] == "ValueError"


def test_libraries_that_chat_are_told_to_be_brief(lines):
    logging.getLogger("httpx").info("every request")
    logging.getLogger("apscheduler.scheduler").info("every beat")
    assert lines() == []
