"""The demo's last line is honest: it is counted in the simulator's log, and a lost and a doubled message show."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from telegram import Bot
from telegram.error import Forbidden, RetryAfter

from bot.demo.account import Account, Letter, Verdict, judged, last_line
from bot.demo.records import records_of
from simulator.door import InProcess
from simulator.faults import Fault
from simulator.transcript import Entry
from simulator.world import World

NOW = datetime(2023, 6, 20, 8, tzinfo=UTC)
CHATS = range(1, 9)
REMINDERS = ("in 3 days", "tomorrow", "today")


def said(number: int, chat: int, text: str, *, direction: str = "out", edited: bool = False) -> Entry:
    """A line of the log; the number is that of the message, so that they differ."""
    at = NOW + timedelta(days=1 if "The" in text or "Plan" in text else 0, seconds=number)
    return Entry(at, chat, direction, text, buttons=(), media=None, message_id=number, edited=edited)


def a_run() -> list[Entry]:
    """Everybody writes, is answered, gets the announcement and three reminders; the first message is edited later."""
    log: list[Entry] = []
    for chat in CHATS:
        log.append(said(len(log), chat, "/start", direction="in"))
        log.append(said(len(log), chat, "Welcome"))
    for text in ("Plan: it is open", *(f"The meeting is {when}" for when in REMINDERS)):
        log += [said(len(log) + place, chat, text) for place, chat in enumerate(CHATS)]
    return [*log, said(1, CHATS[0], "Welcome. Done.", edited=True)]


EXPECTED = [
    Letter(chat, words) for chat in CHATS for words in (("Plan", "open"), *(("meeting", when) for when in REMINDERS))
]


def test_a_run_in_which_all_got_everything_once_is_clean() -> None:
    assert judged(records_of(a_run()), EXPECTED) == Verdict(lost=0, doubled=0)


LETTERS = [number for number, entry in enumerate(a_run()) if entry.direction == "out" and not entry.edited]


@pytest.mark.parametrize("number", LETTERS)
def test_whichever_message_is_dropped_it_is_lost(number: int) -> None:
    log = a_run()
    kept = [entry for entry in log if entry.message_id != number]
    assert judged(records_of(kept), EXPECTED) == Verdict(lost=1, doubled=0)


@pytest.mark.parametrize("number", LETTERS)
@pytest.mark.parametrize("after", [1, 20, 200])
def test_whichever_message_is_sent_twice_it_is_doubled_however_much_later(number: int, after: int) -> None:
    log = a_run()
    again = said(1000, log[number].chat_id, log[number].text)
    log.insert(number + after, again)
    assert judged(records_of(log), EXPECTED) == Verdict(lost=0, doubled=1)


def test_one_lost_and_another_doubled_do_not_make_up_for_each_other() -> None:
    log = [entry for entry in a_run() if (entry.chat_id, entry.text) != (3, "The meeting is today")]
    log.append(said(1000, 3, "The meeting is tomorrow"))
    assert judged(records_of(log), EXPECTED) == Verdict(lost=1, doubled=1)


def test_the_same_letter_in_other_words_is_doubled_too() -> None:
    log = [*a_run(), said(1000, 3, "Plan: it is open, once more")]
    assert judged(records_of(log), EXPECTED) == Verdict(lost=0, doubled=1)


def test_a_screen_that_somebody_asks_for_again_is_not_doubled_but_its_double_is() -> None:
    asked = [*a_run(), said(1000, 3, "/start", direction="in"), said(1001, 3, "Welcome")]
    assert judged(records_of(asked), EXPECTED) == Verdict(lost=0, doubled=0)
    assert judged(records_of([*asked, said(1002, 3, "Welcome")]), EXPECTED) == Verdict(lost=0, doubled=1)


def in_topic(number: int, topic: str, text: str, **more: str | bool) -> Entry:
    """A line of a forum."""
    return replace(said(number, -7, text, **more), topic=topic)  # type: ignore[arg-type]


def test_the_same_words_in_two_topics_are_said_of_two_things_and_in_one_they_are_doubled() -> None:
    log = [in_topic(1, "0001", "Closed"), in_topic(2, "0002", "Closed")]
    assert judged(records_of(log), [Letter(-7, ("Closed",))] * 2) == Verdict(lost=0, doubled=0)
    assert judged(records_of([*log, in_topic(3, "0002", "Closed")]), [Letter(-7, ("Closed",))] * 2).doubled == 1


def test_words_in_a_topic_are_answered_there_and_nowhere_else() -> None:
    log = [in_topic(1, "0001", "A note.", direction="in"), in_topic(2, "0002", "Kept")]
    assert judged(records_of(log), []).lost == 1
    assert judged(records_of([*log, in_topic(3, "0001", "Kept")]), []).lost == 0


def test_what_the_server_notes_in_a_group_is_no_message_of_anybody() -> None:
    noted = [replace(said(number, -7, "", direction=side), media="service") for number, side in ((1, "out"), (2, "in"))]
    assert records_of(noted) == []


@pytest.fixture
async def scene():
    world = World(now=lambda: NOW)
    side = world.add_bot()
    people = [world.person(name) for name in ("Ana", "Beni", "Cela")]
    for person in people:
        person.starts(side)
    async with Bot(side.token, request=InProcess(world), get_updates_request=InProcess(world)) as bot:
        heard = await bot.get_updates(timeout=0)
        await bot.get_updates(offset=heard[-1].update_id + 1, timeout=0)
        yield world, side, people, bot


async def test_what_the_server_refused_was_not_sent(scene):
    world, side, people, bot = scene
    people[2].blocks()
    account = Account()
    account.nobody_reaches(people)
    account.expect(people, "hello")
    world.faults.add(Fault("429", method="sendMessage"))
    with pytest.raises(RetryAfter):
        await bot.send_message(people[0].id, "hello")
    for person in people[:2]:
        await bot.send_message(person.id, "hello")
    with pytest.raises(Forbidden):
        await bot.send_message(people[2].id, "hello")
    line = last_line(world, side, account, 1.2)
    # Two lost: what the block tells the bot was never fetched, and Cela's /start never answered.
    assert line == "sent=2 received=2 unreachable=1 lost=2 doubled=0 seconds=1"


async def test_who_was_to_hear_and_did_not_is_lost(scene):
    world, side, people, bot = scene
    account = Account()
    account.expect(people, "hello")
    for person in people[:2]:
        await bot.send_message(person.id, "hello")
    await bot.send_message(people[2].id, "something else")
    assert " lost=1 doubled=0 " in last_line(world, side, account, 1.2)


async def test_what_is_on_no_phone_though_the_server_took_it_is_lost(scene):
    world, side, people, bot = scene
    for person in people:
        await bot.send_message(person.id, "hello")
    world.calls.append(world.calls[-1])
    assert " lost=1 doubled=0 " in last_line(world, side, Account(), 1.2)


async def test_a_story_that_breaks_off_has_lost_something(scene):
    world, side, people, bot = scene
    for person in people:
        await bot.send_message(person.id, "hello")
    assert " lost=1 doubled=0 " in last_line(world, side, Account(broken_off=True), 1.2)
