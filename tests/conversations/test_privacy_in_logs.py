"""The operator's lines tell that something happened, never to whom or what was said, even at the finest level."""

import io
import json
import logging
from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.logs import set_up
from handlers import tables
from handlers.routes import Route
from participation.people.model import Role
from tests.conversations.states import walk
from tests.conversations.steps import named_report, opened, own, tell
from tests.conversations.test_group import link
from tests.town import TOKEN

WORDS = "Knife behind gymnasium yesterday evening"
PLACE = "Rrugica pas furrës"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """The log at its finest, set up as the service does it; afterwards all is as it was."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    quiet = {name: logging.getLogger(name).level for name in list(logging.Logger.manager.loggerDict)}
    stream = io.StringIO()
    set_up("debug", stream)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, was in quiet.items():
        logging.getLogger(name).setLevel(was)


async def test_a_whole_report_and_a_whole_comment_leave_no_trace_in_the_log(lines, square):
    town, ana = square.town, square.ana
    ana.username = "ana_e_permetit"
    await tell(town, ana, WORDS, "Weapons")
    await town.do(ana, lambda: ana.sends_photo(town.bot, caption="lagjja"))
    await town.do(ana, lambda: ana.sends_location(town.bot, 40.2345, 20.3512))
    await town.press(ana, "Change the place")
    await town.say(ana, PLACE)
    await town.press(ana, "Add a name")
    await town.press(ana, "My real name")
    await town.say(ana, "Valbona Deti")
    receipt = await town.press(ana, "Send")
    await town.press(square.zana, "Show")
    await walk(town, ana, ("/te_miat", "PR-S-2023-0001", "Say who I am", "A made-up name", "“Dallëndyshja”", "Confirm"))
    await walk(town, ana, ("/raporto", "“jam 14 vjeç”", "Cancel"))
    await town.do(ana, lambda: ana.sends_location(town.bot, 40.2345, 20.3512))
    await town.start(ana, "k_1")
    await town.press(ana, "Comment")
    await town.say(ana, "Autobusi vonohet gjithmonë")
    await town.press(ana, "Without a name")
    await town.press(ana, "Send")
    await town.service.metronome.beat()
    logging.getLogger("bot.intake").info("token %s", TOKEN)
    for library in ("telegram.Bot", "telegram.request.BaseRequest", "telegram.ext"):
        logging.getLogger(library).error("cannot read %s", WORDS)
    log = lines.getvalue()
    assert "PR-S-2023-0001" in receipt.text
    assert log
    for line in log.splitlines():
        json.loads(line)
    secrets = [*WORDS.split(), *PLACE.split(), "Valbona", "Deti", "lagjja", "Autobusi", "vonohet", "gjithmonë"]
    secrets += ["Dallëndyshja", "made_up", "14 vje", "young"]
    secrets += ["40.234", "20.351", "ana_e_permetit", str(ana.id), str(square.zana.id), TOKEN, TOKEN.split(":")[1]]
    assert [secret for secret in secrets if secret in log] == []


async def test_a_case_that_is_asked_about_answered_passed_on_and_closed_leaves_none_either(lines, square):
    """With a group of officers, a joined one, a known sentence, a name that was looked at, and a cut thread."""
    town, ana, zana = square.town, square.ana, square.zana
    era = await town.officer("Era", role=Role.DEPUTY)
    group = town.world.group("Zyra", members=[zana, era], forum=True)
    await link(town, zana, group)
    await named_report(town, ana, "Valbona Deti", "Lighting")
    await opened(square)
    await walk(town, zana, ("Ask the sender", "“Pyetje?”", "Confirm"))
    await walk(town, ana, ("Answer", "“Përgjigje”", "Send"))
    await opened(square)
    await walk(town, zana, ("Ask to see the name", "“Arsye”", "Confirm"))
    await walk(town, era, ("Agree",))
    await opened(square)
    await walk(town, zana, ("Tell citizens it is known", "“Dihet”", "Confirm"))
    await opened(square)
    await walk(town, zana, ("Pass it on", "Somebody else", "“Drejtoria”", "Who took it there", "“Inspektori”"))
    await walk(town, zana, ("Its number there", "“77/2023”", "Confirm"))
    await town.pass_time(timedelta(hours=1))
    group.says(era, town.bot, "Shënim", thread=group.thread("PR-S-2023-0001"))
    await town.settle()
    await opened(square)
    await walk(town, zana, ("Close it", "Could not be solved", "“Përfundim”", "Confirm"))
    await own(square)
    await walk(town, ana, ("A confirmation to show", "Back to the report", "Cut the thread to me", "Yes, cut it"))
    await town.service.metronome.beat()
    log = lines.getvalue()
    assert log
    secrets = ["Pyetje", "Përgjigje", "Arsye", "Dihet", "Drejtoria", "Inspektori", "77/2023", "Shënim", "Përfundim"]
    secrets += ["Valbona", "Deti", *(str(one.id) for one in (ana, zana, era, group))]
    escaped = log.encode().decode("unicode_escape", errors="replace")
    assert [secret for secret in secrets if secret in log or secret in escaped] == []


async def test_a_fault_is_written_down_without_the_words_that_caused_it(lines, square, monkeypatch):
    async def burst(talk, argument):
        raise ValueError(argument)

    monkeypatch.setitem(tables.COMMANDS, "ndihme", Route(burst))
    await square.town.say(square.ana, "/ndihme sekreti im")
    log = lines.getvalue()
    assert "ValueError" in log
    assert "sekreti" not in log
    assert str(square.ana.id) not in log
