"""What is brought is answered as Telegram needs it: 200 once it is safe, 503 until then, and nothing is taken twice."""

import asyncio
import io
import logging
import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest
from telegram import Bot
from telegram.error import InvalidToken

from bot import direct, front, logs, webhook
from bot.front import SECRET
from scheduler.watchdogs import sentence_of
from storage import sqlite
from tests.hooked import at_work, open_door

LARGE = 1_200_000


@pytest.fixture
async def shut(tmp_path):
    """Nobody takes in yet."""
    async with open_door(tmp_path) as door:
        yield door


@pytest.fixture
async def door(shut):
    async with at_work(shut):
        yield shut


def marks(tmp_path):
    with closing(sqlite3.connect(tmp_path / "bashke.sqlite3")) as database:
        return database.execute("SELECT update_id, fault FROM inbox").fetchall()


def hello(number=1, chat=77, text="/start"):
    person = {"id": chat, "is_bot": False, "first_name": "Ana", "language_code": "en"}
    message = {"message_id": number, "date": 1687248000, "chat": {"id": chat, "type": "private"}, "from": person}
    return {"update_id": number, "message": message | {"text": text}}


async def met(door):
    """Somebody who was answered once and has a message to press something on."""
    ana = door.town.newcomer()
    ana.starts(door.town.bot)
    async with at_work(door):
        await door.bring_all()
    await door.town.line.courier.deliver_due()
    return ana


async def raw(door, head, *chunks, patience=5.0):
    """What is answered to these bytes, sent one after another with the line left open."""
    reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
    try:
        writer.write(head.replace("\n", "\r\n").encode() + b"\r\n")
        for chunk in chunks:
            writer.write(chunk)
            await writer.drain()
        async with asyncio.timeout(patience):
            return (await reader.readline()).decode().split()[1]
    finally:
        writer.close()


def head(door, *lines, secret=None):
    first = f"POST {door.path} HTTP/1.1\nHost: x\n{SECRET}: {door.secret if secret is None else secret}\n"
    return first + "".join(f"{line}\n" for line in lines)


async def test_what_was_brought_is_taken_in_before_it_is_answered(door, tmp_path):
    ana = door.town.newcomer()
    ana.starts(door.town.bot)
    assert await door.bring_all() == [200]
    assert len(marks(tmp_path)) == 1
    await door.town.line.courier.deliver_due()
    assert "Zgjidhni" in door.town.heard(ana).text or "Choose" in door.town.heard(ana).text


@pytest.mark.parametrize("secret", ["", "wrong", "é" * 64, "x" * 5000])
async def test_a_wrong_secret_is_refused_and_nothing_is_read(door, tmp_path, secret):
    assert await raw(door, head(door, f"Content-Length: {LARGE}", secret=secret)) == "403"
    assert marks(tmp_path) == []


async def test_a_missing_secret_is_refused(door):
    assert (await door.client.post(door.path, json=hello())).status_code == 403


async def test_a_secret_is_compared_to_its_end_whatever_is_said(door, monkeypatch):
    compared = []
    monkeypatch.setattr(webhook.hmac, "compare_digest", lambda *given: compared.append(given) or False)
    await door.post(hello())
    assert compared == [(door.secret.encode(), door.secret.encode())]


async def test_the_secret_is_one_that_telegram_takes_and_the_same_after_a_restart(door, tmp_path):
    assert door.town.bot.webhook.secret == door.secret
    assert len(door.secret) == 64
    async with open_door(tmp_path, world=door.town.world, clock=door.town.clock) as again:
        assert again.secret == door.secret


@pytest.mark.parametrize(
    ("lines", "chunks"),
    [
        ([f"Content-Length: {LARGE}"], []),
        (["Transfer-Encoding: chunked"], [b"ffff\r\n" + b"x" * 0xFFFF + b"\r\n"] * 18),
        ([f"Content-Length: {10**18}"], [b"x" * 100]),
    ],
    ids=["says so", "says nothing", "boasts"],
)
async def test_too_large_a_body_is_refused_without_reading_all_of_it(door, lines, chunks):
    assert await raw(door, head(door, *lines), *chunks) == "413"


async def test_a_body_that_says_it_is_shorter_is_read_no_further(door, tmp_path):
    assert await raw(door, head(door, "Content-Length: 2"), b"{}" + b"x" * 100_000) == "200"
    assert marks(tmp_path) == []


async def test_half_a_body_holds_nobody_else_and_is_given_up(door, tmp_path, monkeypatch):
    monkeypatch.setattr(front, "PATIENCE", 3.0)  # longer than a loaded machine takes for one more
    async with asyncio.TaskGroup() as both:
        slow = [both.create_task(raw(door, head(door, "Content-Length: 100"), b"{")) for _ in range(50)]
        await asyncio.sleep(0.05)
        assert (await door.post(hello())).status_code == 200
        assert not any(each.done() for each in slow)
    assert {each.result() for each in slow} == {"408"}
    assert len(marks(tmp_path)) == 1


async def test_whoever_never_ends_their_first_line_holds_nobody_else(door):
    _, writer = await asyncio.open_connection("127.0.0.1", door.port)
    writer.write(b"POST /tele")
    assert (await door.post(hello())).status_code == 200
    writer.close()


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
async def test_only_what_is_posted_is_taken(door, method):
    answer = await door.client.request(method, door.path, headers={SECRET: door.secret})
    assert answer.status_code == 405


@pytest.mark.parametrize("path", ["/", "/telegram/", "/telegram/1", "/telegram/x", "/telegram/" + "9" * 6000])
async def test_elsewhere_nobody_is_at_home(door, path):
    answer = await door.client.post(path, json=hello(), headers={SECRET: door.secret})
    assert answer.status_code == 404


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"null", b"7", b"[]", b"{}", b'{"update_id": "1"}', b"9" * 5000]
)
async def test_what_is_no_update_is_left_out_with_a_fault_number_and_not_asked_for_again(door, tmp_path, caplog, body):
    assert (await door.post(body)).status_code == 200
    assert caplog.text.count("no update, fault") == 1
    assert marks(tmp_path) == []


@pytest.mark.parametrize("broken", [{"message": "x"}, {"message": {"message_id": 1}}, {"callback_query": {"id": 1}}])
async def test_an_update_that_cannot_be_read_is_parked_once(door, tmp_path, caplog, broken):
    for _ in range(2):
        assert (await door.post({"update_id": 5} | broken)).status_code == 200
    [(number, fault)] = marks(tmp_path)
    assert number == 5
    assert caplog.text.count(f"fault {fault}") == caplog.text.count("could not be taken") == 1


async def test_an_update_of_an_unknown_kind_is_taken_and_done(door, tmp_path):
    assert (await door.post({"update_id": 5, "something_new": {"x": 1}})).status_code == 200
    assert marks(tmp_path) == [(5, None)]


async def test_what_it_says_of_its_kind_does_not_matter(door, tmp_path):
    assert (await door.post(hello(), **{"Content-Type": "text/plain; charset=utf-8"})).status_code == 200
    assert len(marks(tmp_path)) == 1


async def test_an_update_that_fails_delays_none_of_those_that_wait_with_it(shut, tmp_path, monkeypatch):
    taps = shut.webhook._intake._taps

    def burst(update):
        if update.update_id == 3:
            raise ZeroDivisionError

    monkeypatch.setattr(taps, "is_second", burst)
    async with at_work(shut):
        answers = await asyncio.gather(*[shut.post(hello(number, chat=number)) for number in range(1, 7)])
    assert [answer.status_code for answer in answers] == [200] * 6
    assert [number for number, fault in sorted(marks(tmp_path)) if fault] == [3]
    assert len(marks(tmp_path)) == 6


async def test_all_that_wait_share_one_commit(tmp_path):
    commits = []
    async with open_door(tmp_path, on_commit=lambda when: commits.append(when == "before")) as door, at_work(door):
        for number in range(150):
            door.town.newcomer(f"Citizen {number}").says(door.town.bot, "/start")
        before = sum(commits)
        statuses = await door.bring_all()
    assert set(statuses) == {200}
    assert len(marks(tmp_path)) == len(statuses) >= 150
    assert sum(commits) - before < 20


async def test_nobody_is_let_in_where_nobody_takes_in(shut, tmp_path):
    answer = await shut.post(hello())
    assert (answer.status_code, int(answer.headers["Retry-After"]) > 0) == (503, True)
    assert marks(tmp_path) == []


@pytest.fixture
def impatient(monkeypatch):
    """The database gives up at once instead of waiting five seconds for a lock."""
    pragmas = tuple(each for each in sqlite.PRAGMAS if each != sqlite.PATIENT)
    monkeypatch.setattr(sqlite, "PRAGMAS", (*pragmas, "busy_timeout=50"))


async def test_while_the_database_is_locked_nothing_is_confirmed_and_then_all_is_taken_once(
    impatient, tmp_path, caplog
):
    async with open_door(tmp_path) as door, at_work(door):
        ana = door.town.newcomer()
        ana.starts(door.town.bot)
        came = await door.waiting()
        with closing(sqlite3.connect(tmp_path / "bashke.sqlite3", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            for _ in range(3):
                answers = await asyncio.gather(*[door.post(update) for update in came])
                assert {answer.status_code for answer in answers} == {503}
                assert all(int(answer.headers["Retry-After"]) > 0 for answer in answers)
            assert (await door.client.get("/health")).status_code == 503
            other.execute("ROLLBACK")
        assert marks(tmp_path) == []
        assert await door.bring_all() == [200] * len(came)
        assert {(await door.post(update)).status_code for update in came} == {200}
        assert len(marks(tmp_path)) == len(came)
        await door.town.line.courier.deliver_due()
        assert len(door.town.seen(ana)) == 1
        assert (await door.client.get("/health")).status_code == 200
    assert caplog.text.count("locked by another program") == 1


async def test_beyond_some_hundred_that_wait_nobody_is_let_in(shut, tmp_path, monkeypatch):
    monkeypatch.setattr(webhook, "MOST_WAITING", 5)
    go = asyncio.Event()
    take = shut.webhook._intake.take

    async def slow(updates):
        await go.wait()
        await take(updates)

    monkeypatch.setattr(shut.webhook._intake, "take", slow)
    async with at_work(shut), asyncio.TaskGroup() as crowd:
        posts = [crowd.create_task(shut.post(hello(number, chat=number))) for number in range(1, 21)]
        while sum(post.done() for post in posts) < 10:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        turned_away = [post.result() for post in posts if post.done()]
        go.set()
    assert {answer.status_code for answer in turned_away} == {503}
    assert all(answer.headers["Retry-After"] for answer in turned_away)
    assert sum(post.result().status_code == 200 for post in posts) == len(marks(tmp_path)) >= 5


async def test_told_to_stop_it_takes_what_it_let_in_and_nothing_more(shut, tmp_path, monkeypatch):
    going, go = asyncio.Event(), asyncio.Event()
    take = shut.webhook._intake.take

    async def slow(updates):
        going.set()
        await go.wait()
        await take(updates)

    monkeypatch.setattr(shut.webhook._intake, "take", slow)
    async with asyncio.TaskGroup() as house:
        house.create_task(shut.webhook.run())
        await asyncio.sleep(0)
        first = house.create_task(shut.post(hello(1, chat=1)))
        await going.wait()
        second = house.create_task(shut.post(hello(2, chat=2)))
        while not shut.webhook._queue:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        shut.webhook.stop()
        assert (await shut.post(hello(3, chat=3))).status_code == 503
        go.set()
    assert (first.result().status_code, second.result().status_code) == (200, 200)
    assert {number for number, _ in marks(tmp_path)} == {1, 2}


async def test_at_the_end_nobody_waits_for_half_a_body(tmp_path, caplog):
    async with asyncio.TaskGroup() as both, open_door(tmp_path) as door, at_work(door):
        slow = both.create_task(raw(door, head(door, "Content-Length: 100"), b"{"))
        await asyncio.sleep(0.1)
        assert (await door.post(hello())).status_code == 200
    assert slow.result() == "408"
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


async def test_one_that_resigned_can_be_called_again(shut):
    for _ in range(2):
        async with asyncio.TaskGroup() as house:
            house.create_task(shut.webhook.run())
            await asyncio.sleep(0)
            assert (await shut.post(hello())).status_code == 200
            shut.webhook.resign()
        assert (await shut.post(hello())).status_code == 503


async def test_a_press_is_acknowledged_while_the_one_before_it_is_still_being_taken(shut, monkeypatch):
    go, acknowledged = asyncio.Event(), asyncio.Event()

    async def slow(_updates):
        await go.wait()

    async def acknowledge(*_given, **_options):
        acknowledged.set()

    ana = await met(shut)
    ana.presses_data(shut.town.bot, "m")
    [press] = await shut.waiting()
    monkeypatch.setattr(shut.webhook._intake, "take", slow)
    monkeypatch.setattr(direct, "make", acknowledge)
    async with at_work(shut), asyncio.TaskGroup() as both:
        both.create_task(shut.post(hello()))
        await asyncio.sleep(0.05)
        both.create_task(shut.post(press))
        async with asyncio.timeout(5):
            await acknowledged.wait()
        go.set()


async def test_presses_that_are_too_old_to_be_acknowledged_break_nothing(shut, tmp_path):
    ana = await met(shut)
    for _ in range(30):
        ana.presses_data(shut.town.bot, "m")
    came = await shut.waiting()
    shut.town.clock.move(timedelta(minutes=10))
    async with at_work(shut):
        answers = await asyncio.gather(*[shut.post(update) for update in came])
    assert {answer.status_code for answer in answers} == {200}
    assert len(marks(tmp_path)) == 1 + len(came) == 31


async def test_health_says_whether_somebody_takes_in_and_nothing_else(shut):
    async def said():
        answer = await shut.client.get("/health")
        return answer.status_code, answer.text, dict(answer.headers).keys() - {"content-length", "content-type"}

    assert await said() == (503, "not at work\n", set())
    async with at_work(shut):
        assert await said() == (200, "at work\n", set())
    assert await said() == (503, "not at work\n", set())


async def test_health_tells_which_alarms_ring_and_is_well_all_the_same(door):
    """Whoever starts us anew where we are ill would help nobody: updates are taken in."""
    async with door.town.service.database.transaction() as work:
        await work.watch.ring("replies 1000", date(2023, 6, 20))
    answer = await door.client.get("/health")
    assert answer.status_code == 200
    assert answer.text == f"at work\nALARM: {sentence_of('replies 1000')}\n"


async def test_health_is_ill_when_the_database_is(door, monkeypatch):
    async def never():
        await asyncio.Event().wait()

    monkeypatch.setattr(front, "A_MOMENT", 0.05)
    monkeypatch.setattr(door.town.service.database, "answers", never)
    assert (await door.client.get("/health")).status_code == 503


async def test_a_refused_token_ends_it(shut, monkeypatch):
    async def refused(*_given, **_options):
        raise InvalidToken

    monkeypatch.setattr(Bot, "get_webhook_info", refused)
    async with asyncio.timeout(5):
        await shut.webhook.run()


async def test_neither_a_secret_nor_a_word_nor_an_address_is_in_the_log(door):
    root, told = logging.getLogger(), io.StringIO()
    before = root.handlers[:], root.level
    logs.set_up("debug", told)
    for body in (hello(text="quicksilver"), b"quicksilver", {"update_id": 5, "message": "quicksilver"}):
        await door.post(body)
        await door.client.post(door.path, content=b"x", headers={SECRET: "quicksilver"})
    root.handlers[:], root.level = before
    assert "no update, fault" in told.getvalue()
    ours = "".join(line for line in told.getvalue().splitlines() if '"from": "httpcore' not in line)
    assert [word for word in ("quicksilver", door.secret, "127.0.0.1") if word in ours] == []


def test_a_socket_behind_which_somebody_is_at_work_is_not_taken_and_one_that_was_left_is(tmp_path):
    door = tmp_path / "door"
    with front._at_file(door) as listener:
        listener.listen()
        with pytest.raises(OSError, match="in use"):
            front._at_file(door)
    front._at_file(door).close()
