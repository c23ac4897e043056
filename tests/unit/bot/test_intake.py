"""Intake is never held up: not by a slow answer, not by a crowd, not by an update that nobody can read."""

import asyncio
import io
import logging
import sqlite3
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import Conflict, NetworkError

from bot import direct, logs
from bot import intake as intake_module
from tests.misfortunes import undone_by_sqlite
from tests.town import MIDSUMMER, open_town

HELD_UP = 0.05


@pytest.fixture
async def town(tmp_path):
    async with open_town(tmp_path) as opened:
        yield opened


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(direct, "PATIENCE", HELD_UP)


def never(*_given, **_options):
    return asyncio.Event().wait()


def group(town, name="Lagjja"):
    ana = town.newcomer()
    return ana, town.world.group(name, members=[ana, town.bot])


def answers(chat):
    return sum(message.direction == "out" for message in chat.messages)


async def test_a_slow_acknowledgement_does_not_hold_the_poll(town, impatient, monkeypatch):
    monkeypatch.setattr(direct, "make", never)
    ana = town.newcomer()
    await town.start(ana)
    ana.presses_data(town.bot, "m")
    async with asyncio.timeout(5):
        assert await town.line.intake.poll(0) == 1


async def test_a_slow_group_does_not_hold_the_poll(town, impatient, monkeypatch):
    ana, lagjja = group(town)
    monkeypatch.setattr(Bot, "send_message", never)
    lagjja.says(ana, town.bot, "/menu")
    async with asyncio.timeout(5):
        assert await town.line.intake.poll(0) > 0


async def test_a_group_is_answered_once_an_hour(town):
    ana, lagjja = group(town)
    for minutes, heard in ((0, 1), (0, 1), (59, 1), (1, 2)):
        town.clock.move(timedelta(minutes=minutes))
        for _ in range(5):
            lagjja.says(ana, town.bot, "/menu")
        await town.line.intake.poll(0)
        assert answers(lagjja) == heard


async def test_few_groups_are_answered_in_one_poll(town):
    groups = [group(town, f"Lagjja {number}") for number in range(8)]
    for ana, lagjja in groups:
        lagjja.says(ana, town.bot, "/menu")
    await town.line.intake.poll(0)
    assert sum(answers(lagjja) for _, lagjja in groups) == direct.MOST_AT_ONCE


async def test_groups_are_not_remembered_without_end(town, monkeypatch):
    monkeypatch.setattr(direct, "MOST_REMEMBERED", 2)
    small = direct.Direct(bot=town.line.bot, house=None, clock=town.clock)
    assert [small._to_answer([chat]) for chat in (1, 2, 3, 1, 3)] == [[1], [2], [3], [1], []]


@pytest.fixture
def poisoned(monkeypatch):
    """What says POISON comes in a shape that the library cannot read."""
    post = Bot._post

    async def spoiling(self, endpoint, *given, **options):
        came = await post(self, endpoint, *given, **options)
        if endpoint.casefold() == "getupdates":
            for update in came:
                if update.get("message", {}).get("text") == "POISON":
                    del update["message"]["message_id"]
        return came

    monkeypatch.setattr(Bot, "_post", spoiling)


async def test_an_update_that_cannot_be_read_is_left_out_and_the_others_are_answered(town, poisoned, caplog):
    ana, zana = town.newcomer("Ana"), town.newcomer("Zana")
    ana.says(town.bot, "POISON")
    await town.start(zana)
    assert "Zgjidhni" in town.heard(zana).text or "Choose" in town.heard(zana).text
    assert town.world.pending(town.bot) == 0
    assert "an update could not be read, fault" in caplog.text


async def test_unreadable_updates_alone_are_passed_too(town, poisoned):
    town.newcomer().says(town.bot, "POISON")
    assert await town.line.intake.poll(0) == 1
    await town.line.intake.poll(0)
    assert town.world.pending(town.bot) == 0


async def test_what_could_not_be_read_is_not_in_the_log(town, poisoned):
    root, told = logging.getLogger(), io.StringIO()
    before = root.handlers[:], root.level
    logs.set_up("debug", told)
    town.newcomer().says(town.bot, "POISON")
    await town.line.intake.poll(0)
    root.handlers[:], root.level = before
    assert "could not be read, fault" in told.getvalue()
    assert "POISON" not in told.getvalue()


@pytest.mark.parametrize(
    ("trouble", "words"), [(NetworkError, "cannot be reached"), (Conflict, "another process polls")]
)
async def test_an_outage_is_told_once_a_minute(town, monkeypatch, caplog, trouble, words):
    intake, passing = town.line.intake, iter((0, 1, 58, 1, 60))

    async def broken(*_given, **_options):
        town.clock.move(timedelta(seconds=next(passing)))
        raise trouble("away")

    async def no_rest(_seconds):
        if town.clock.now() >= MIDSUMMER + timedelta(minutes=2):
            intake.stop()

    monkeypatch.setattr(Bot, "get_updates", broken)
    monkeypatch.setattr(intake, "_rest", no_rest)
    await intake.run()
    assert caplog.text.count(words) == 3


async def test_told_to_stop_twice_while_a_poll_is_broken_off_it_stops(town, monkeypatch):
    waits = asyncio.Event()

    async def slow(*_given, **_options):
        waits.set()
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)  # a road needs a moment to be closed

    monkeypatch.setattr(Bot, "get_updates", slow)
    intake = town.line.intake
    async with asyncio.TaskGroup() as room:
        room.create_task(intake.run())
        await waits.wait()
        intake.stop()
        for _ in range(2):  # it is being broken off now
            await asyncio.sleep(0)
        intake.stop()


async def test_a_webhook_that_was_left_behind_is_closed_at_the_start_and_what_waits_behind_it_stays(town, monkeypatch):
    town.newcomer().starts(town.bot)
    waiting = town.world.pending(town.bot)
    await town.line.bot.set_webhook("https://old.example/hook")

    async def poll(_patience):
        assert town.bot.webhook is None
        assert town.world.pending(town.bot) == waiting
        town.line.intake.stop()

    monkeypatch.setattr(town.line.intake, "poll", poll)
    await town.line.intake.run()


async def test_a_webhook_that_somebody_sets_meanwhile_is_closed(town, monkeypatch):
    poll = town.line.intake.poll

    async def polling(_patience):
        await town.line.bot.set_webhook("https://old.example/hook")
        await poll(0)

    async def no_rest(_seconds):
        town.line.intake.stop()

    monkeypatch.setattr(town.line.intake, "poll", polling)
    monkeypatch.setattr(town.line.intake, "_rest", no_rest)
    await town.line.intake.run()
    assert not (await town.line.bot.get_webhook_info()).url


async def test_what_cannot_even_be_apologised_for_is_parked_and_the_others_are_answered(town, monkeypatch, caplog):
    taps = town.line.intake._intake._taps
    ana, zana = town.newcomer("Ana"), town.newcomer("Zana")

    def burst(update):
        if update.effective_chat.id == ana.id:
            raise ZeroDivisionError

    monkeypatch.setattr(taps, "is_second", burst)
    ana.says(town.bot, "x")
    await town.start(zana)
    assert "Zgjidhni" in town.heard(zana).text or "Choose" in town.heard(zana).text
    assert town.world.pending(town.bot) == 0
    assert caplog.text.count("an update could not be taken, fault") == 1


async def test_a_database_that_is_away_is_told_in_a_sentence_and_nothing_is_confirmed(town, monkeypatch, caplog):
    away = sqlite3.OperationalError("disk I/O error")
    away.sqlite_errorname = "SQLITE_FULL"
    await town.start(town.newcomer())
    town.newcomer().says(town.bot, "hello")
    intake = town.line.intake

    async def broken(_do):
        raise away

    async def no_rest(_seconds):
        intake.stop()

    monkeypatch.setattr(town.service.database, "perform", broken)
    monkeypatch.setattr(intake, "_rest", no_rest)
    with pytest.raises(ExceptionGroup):
        await intake.poll(0)
    await intake.run()
    assert "The disk is full" in caplog.text
    assert "Traceback" not in caplog.text
    assert town.world.pending(town.bot) == 1


async def test_a_disk_that_is_full_while_we_apologise_confirms_nobodys_words(town, monkeypatch):
    ana, zana, bora = (town.newcomer(name) for name in ("Ana", "Zana", "Bora"))
    real, full = intake_module.event_of, [True]

    def event_of(update, **more):
        if update.effective_chat.id == zana.id:
            raise ZeroDivisionError
        return real(update, **more)

    async def say_sorry(_self, _update, work, _number):
        if full:
            await undone_by_sqlite(work)

    monkeypatch.setattr(intake_module, "event_of", event_of)
    monkeypatch.setattr(intake_module.Intake, "_say_sorry", say_sorry)
    for person in (ana, zana, bora):
        person.says(town.bot, "hello")
    with pytest.raises(ExceptionGroup):
        await town.line.intake.poll(0)
    assert town.world.pending(town.bot) == 3
    full.clear()
    await town.line.intake.poll(0)
    await town.line.courier.deliver_due()
    assert all("Choose your language" in town.heard(person).text for person in (ana, bora))
