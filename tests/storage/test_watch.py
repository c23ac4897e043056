"""Each watchdog hears what is planted for it, says so once, and is silent again when it is over."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from alembic import command
from sqlalchemy import create_engine, event, text

from participation.ids import PersonId
from participation.letters import Lane, Reply
from participation.messages import Message
from participation.people.model import Followed
from participation.post import Doubtful, Gate, Later, Lost, Rejected, Sent, Settled, Unreachable, Void
from scheduler.watchdogs import FEW, SELDOM, WATCHDOGS, Memory, look, sentence_of, standing
from storage.schema import configured, upgrade
from storage.tables import campaigns, notes, parcels
from tests.storage.rows import BOT, LEASE, NOW, VAULT, House

BEAT = timedelta(seconds=15)


class Watchman:
    """Looks, and writes down what he would say: `+` for an alarm, `-` for its end."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.memory = Memory()

    async def looks(self, now: datetime = NOW) -> list[str]:
        async with self.house.database.transaction() as uow:
            changes = await look(uow.watch, self.memory, now, today=now.date())
        return [f"{'+' if change.rings else '-'}{change.alarm}" for change in changes]

    async def looks_for(self, span: timedelta, since: datetime = NOW) -> list[str]:
        """At every beat of a span of time."""
        return [said for beat in range(int(span / BEAT) + 1) for said in await self.looks(since + beat * BEAT)]


@pytest.fixture
async def watchman(house: House) -> Watchman:
    await house.queue.begin()
    return Watchman(house)


async def announced(house: House, people: int) -> list[PersonId]:
    """An announcement that has been written out for so many."""
    theirs = await house.followers(people)
    async with house.database.transaction() as uow:
        await uow.outbox.announce(house.announced, to=house.audience, lane=Lane.ANNOUNCEMENT, due_at=NOW)
    await house.queue.expand(NOW, 1000)
    return theirs


async def settle(house: House, outcomes: Sequence, at: datetime = NOW) -> None:
    claimed = await house.claim(at, limit=len(outcomes))
    await house.queue.mark_sending([parcel.id for parcel in claimed])
    await house.queue.settle([Settled(p.id, outcome, at) for p, outcome in zip(claimed, outcomes, strict=True)])


async def change(house: House, statement) -> None:
    async with house.database.transaction() as uow:
        await uow._connection.execute(statement)


async def test_an_empty_house_has_no_alarm(watchman: Watchman):
    assert await watchman.looks_for(timedelta(minutes=5)) == []


@pytest.mark.parametrize("is_sending", [False, True])
async def test_what_was_taken_and_never_heard_of(watchman: Watchman, is_sending: bool):
    house = watchman.house
    await announced(house, 2)
    taken = await house.claim()
    if is_sending:
        await house.queue.mark_sending([parcel.id for parcel in taken])
    late = NOW + LEASE + timedelta(minutes=5)
    assert await watchman.looks(late) == []
    late += BEAT
    assert await watchman.looks(late) == [f"+stuck {BOT}"]
    assert await watchman.looks(late + timedelta(hours=1)) == []
    assert await watchman.looks(late + timedelta(days=1)) == [f"+stuck {BOT}"]
    await house.queue.begin()
    assert await watchman.looks(late + timedelta(days=1) + BEAT) == [f"-stuck {BOT}"]


async def count_all(watchman: Watchman, since: datetime = NOW) -> list[str]:
    return [said for turn in range(4) for said in await watchman.looks(since + turn * SELDOM)]


@pytest.mark.parametrize("name", ["deleted", "one too many", "done too soon", "passed over"])
async def test_an_announcement_that_does_not_add_up(watchman: Watchman, name: str):
    house = watchman.house
    people = await announced(house, 5)
    assert await count_all(watchman) == []
    plants = {
        "deleted": (parcels.delete().where(parcels.c.person == people[0]),),
        "one too many": (campaigns.update().values(total=4),),
        "done too soon": (parcels.delete().where(parcels.c.person > min(people)), campaigns.update().values(total=6)),
        "passed over": (campaigns.update().values(cursor=min(people)),),
    }
    for statement in plants[name]:
        await change(house, statement)
    assert await count_all(watchman, NOW + 4 * SELDOM) == ["+accounts 1"]
    mended = campaigns.update().values(total=text("(SELECT count(*) FROM parcels)"), cursor=max(people))
    await change(house, mended)
    assert await count_all(watchman, NOW + 8 * SELDOM) == ["-accounts 1"]


async def test_announcements_are_counted_in_turn(watchman: Watchman):
    house = watchman.house
    await announced(house, 2)
    await announced(house, 2)
    await change(house, campaigns.update().values(total=9))
    said = [await watchman.looks(NOW + turn * SELDOM / 2) for turn in range(6)]
    assert said == [["+accounts 1"], [], ["+accounts 2"], [], [], []]


async def test_an_announcement_adds_up_when_somebody_is_erased_and_somebody_comes(watchman: Watchman):
    house = watchman.house
    waiting, sent, _ = await announced(house, 3)
    await change(house, parcels.update().where(parcels.c.person == sent).values(state="sent", settled_at=NOW))
    async with house.database.transaction() as uow:
        for person in (waiting, sent):
            await uow.people.erase(person)
    newcomers = await house.people(20, first=50)
    async with house.database.transaction() as uow:
        for person in newcomers:
            await uow.people.follow(person, Followed.MUNICIPALITY, house.municipality, NOW.date())
    assert await count_all(watchman) == []


async def test_an_announcement_on_its_way_is_no_matter(watchman: Watchman):
    house = watchman.house
    await house.followers(5)
    async with house.database.transaction() as uow:
        await uow.outbox.announce(house.announced, to=house.audience, lane=Lane.ANNOUNCEMENT, due_at=NOW)
    await house.queue.expand(NOW, 2)
    await house.people(1, first=60)
    assert await count_all(watchman) == []


async def test_too_many_failures(watchman: Watchman):
    house = watchman.house
    await announced(house, 60)
    await settle(house, [Sent(1)] * 19)
    assert await watchman.looks() == []
    await settle(house, [Rejected("no")] * 2)
    assert await watchman.looks(NOW + SELDOM / 2) == []
    assert await watchman.looks(NOW + SELDOM) == [f"+failures {BOT}"]
    await settle(house, [Sent(1)] * 29)
    assert await watchman.looks(NOW + 2 * SELDOM) == []  # four in a hundred: not well enough to say that it is over
    assert await watchman.looks(NOW + timedelta(hours=1)) == [f"-failures {BOT}"]


@pytest.mark.parametrize(
    ("outcomes", "why"),
    [
        ([Sent(1)] * 38 + [Rejected("no")] * 2, "one in twenty"),
        ([Sent(1)] * 10 + [Rejected("no")] * 9, f"of fewer than {FEW} no share is taken"),
        ([Sent(1)] * 20 + [Unreachable(Lost.BLOCKED)] * 20, "people may block us"),
        ([Later(30, whole_token=True)] * 40, "Telegram says wait"),
    ],
)
async def test_what_is_no_failure_rate(watchman: Watchman, outcomes: Sequence, why: str):
    await announced(watchman.house, len(outcomes))
    await settle(watchman.house, outcomes)
    assert await watchman.looks() == [], why


async def answered(house: House, outcomes: Sequence, at: datetime = NOW, *, first: int = 1) -> None:
    """So many people wrote and were answered, and this became of the answers."""
    people = await house.people(len(outcomes), first=first)
    async with house.database.transaction() as uow:
        for number, person in enumerate(people):
            await uow.inbox.take(BOT, first + number, at.date())
            await uow.outbox.add(Reply(Message("Mirë")), to=person, lane=Lane.REPLY, due_at=at)
    await settle(house, outcomes, at)


async def test_too_many_replies_that_nobody_got(watchman: Watchman):
    house = watchman.house
    await answered(house, [Sent(1)] * 19)
    await answered(house, [Rejected("no")], first=20)
    assert await watchman.looks() == []
    await answered(house, [Doubtful("timed out")], first=21)
    assert await watchman.looks(NOW + SELDOM) == [f"+refusals {BOT}"]
    assert "the log says why" in sentence_of(f"refusals {BOT}")
    tomorrow = NOW + timedelta(days=1)
    assert await watchman.looks(tomorrow) == [f"-refusals {BOT}"]
    await answered(house, [Rejected("no")], tomorrow, first=50)
    await answered(house, [Sent(1)] * 19, tomorrow, first=51)
    assert await watchman.looks(tomorrow + SELDOM) == []


@pytest.mark.parametrize("outcome", [Unreachable(Lost.BLOCKED), Void("expired")])
async def test_a_reply_that_nobody_waits_for_is_not_refused(watchman: Watchman, outcome: object):
    await answered(watchman.house, [outcome] * FEW)
    assert await watchman.looks() == []


async def test_a_reply_that_waits(watchman: Watchman):
    house = watchman.house
    await watchman.looks(NOW - timedelta(hours=1))
    await house.say(await house.person())
    assert await watchman.looks_for(timedelta(seconds=60)) == []
    assert await watchman.looks(NOW + timedelta(seconds=75)) == [f"+replies {BOT}"]
    await house.say(await house.person(2))
    assert await watchman.looks(NOW + timedelta(seconds=90)) == []
    await settle(house, [Sent(1)] * 2, NOW + timedelta(seconds=90))
    assert await watchman.looks(NOW + timedelta(seconds=105)) == [f"-replies {BOT}"]


async def test_a_queue_of_replies_that_is_too_long_though_it_moves(watchman: Watchman):
    """Each waits for 90 seconds and then leaves: none of them is ever seen to be the first for a minute."""
    house = watchman.house
    people = iter(await house.people(40))
    said = []
    for beat in range(12):
        at = NOW + beat * BEAT
        await house.say(next(people))
        if beat >= 6:
            await settle(house, [Sent(1)], at)
        said += await watchman.looks(at)
    assert said == [f"+replies {BOT}"]


async def test_replies_that_leave_at_once_never_wait_though_there_is_always_one(watchman: Watchman):
    """On SQLite each has the number of the one before, which is gone."""
    house = watchman.house
    person = await house.person()
    said = []
    for beat in range(12):
        await house.say(person)
        said += await watchman.looks(NOW + beat * BEAT)
        await settle(house, [Sent(1)], NOW + beat * BEAT)
    assert said == []


async def test_a_reply_that_waits_because_telegram_said_so_is_another_matter(watchman: Watchman):
    house = watchman.house
    await house.say(await house.person())
    await house.queue.keep(Gate(NOW + timedelta(minutes=3), 1.0, NOW))
    assert await watchman.looks_for(timedelta(minutes=2)) == [f"+silenced {BOT}"]
    assert "It goes on by itself" in sentence_of(f"silenced {BOT}")
    assert await watchman.looks(NOW + timedelta(minutes=3)) == [f"+replies {BOT}", f"-silenced {BOT}"]


async def test_replies_that_are_put_back_or_have_to_let_one_go_first_do_not_wait(watchman: Watchman):
    house = watchman.house
    person = await house.person()
    for words in ("e para", "e dyta"):
        await house.say(person, words)
    (first,) = await house.claim()
    await house.queue.mark_sending([first.id])
    back = NOW + timedelta(minutes=9)
    await house.queue.settle([Settled(first.id, Later(540, whole_token=False), NOW, back)])
    assert await watchman.looks_for(timedelta(minutes=3)) == []


async def test_nobody_waits_for_a_bot_that_never_had_a_courier(house: House):
    await house.say(await house.person())
    assert await Watchman(house).looks_for(timedelta(minutes=5)) == []


async def test_a_watchman_who_has_just_come_does_not_say_that_it_is_over(watchman: Watchman):
    house = watchman.house
    await house.say(await house.person())
    assert await watchman.looks_for(timedelta(minutes=2)) == [f"+replies {BOT}"]
    since = NOW + timedelta(minutes=3)
    assert await Watchman(house).looks_for(timedelta(minutes=2), since) == []


async def test_two_watchmen_say_it_once(watchman: Watchman):
    house = watchman.house
    other = Watchman(house)
    await watchman.looks(NOW - timedelta(minutes=2))
    await other.looks(NOW - timedelta(minutes=2))
    await house.say(await house.person())
    said = []
    for beat in range(10):
        said += await watchman.looks(NOW + beat * BEAT)
        said += await other.looks(NOW + beat * BEAT + BEAT * 0.9)
    assert said == [f"+replies {BOT}"]


async def test_a_clock_that_is_set_back_raises_no_alarm(watchman: Watchman):
    house = watchman.house
    await watchman.looks(NOW + timedelta(hours=1))
    await house.say(await house.person())
    assert await watchman.looks(NOW + timedelta(hours=1)) == []
    assert await watchman.looks_for(timedelta(seconds=60)) == []


async def test_an_ordinary_announcement_is_no_alarm(watchman: Watchman):
    """Some have blocked us, one message is refused, Telegram says wait for some seconds, people are answered."""
    house = watchman.house
    people = await announced(house, 40)
    said = []
    outcomes = {0: Unreachable(Lost.BLOCKED), 7: Unreachable(Lost.BLOCKED), 11: Rejected("no"), 13: Later(9, True)}
    for turn in range(30):
        at = NOW + turn * timedelta(seconds=5)
        if turn % 3 == 0:
            await house.say(people[turn % 40], due_at=NOW)
        if turn == 13:
            await house.queue.keep(Gate(at + timedelta(seconds=9), 0.8, at))
        if turn not in {14, 15}:
            taken = await house.claim(at, limit=2)
            await house.queue.mark_sending([parcel.id for parcel in taken])
            became = [outcomes.get(turn, Sent(turn)), Sent(turn)]
            await house.queue.settle([Settled(p.id, one, at, at + BEAT) for p, one in zip(taken, became, strict=False)])
        said += await watchman.looks(at)
    assert said == []


async def test_status_says_what_rings_and_what_would(watchman: Watchman):
    house = watchman.house
    await announced(house, 2)
    await announced(house, 2)
    await change(house, campaigns.update().values(total=9))
    async with house.database.reading() as uow:
        assert await standing(uow.watch, NOW) == ["accounts 1", "accounts 2"]
    await house.say(await house.person(77))
    await watchman.looks_for(timedelta(minutes=2))
    async with house.database.reading() as uow:
        assert await standing(uow.watch, NOW) == ["accounts 1", "accounts 2", f"replies {BOT}"]


async def test_of_an_alarm_only_its_day_is_kept(watchman: Watchman):
    house = watchman.house
    await house.say(await house.person())
    await watchman.looks_for(timedelta(minutes=2))
    async with house.database.reading() as uow:
        rows = (await uow._connection.execute(notes.select().where(notes.c.name.startswith("alarm")))).all()
    assert [tuple(row) for row in rows] == [(f"alarm replies {BOT}", NOW.date().isoformat())]


def test_a_house_of_the_version_before_adds_up_after_the_upgrade():
    """Its totals still counted those who were erased."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        command.upgrade(configured(connection, VAULT), "0001")
        for statement in (
            "INSERT INTO people VALUES (1, 7, NULL, NULL, NULL, '22:00', '07:00', 'reachable')",
            "INSERT INTO campaigns VALUES"
            " (1, 1, 'announced', x'00', NULL, '{}', 3, '2026-11-03', NULL, 'done', 9, 5, NULL)",
            "INSERT INTO parcels (id, bot, person, campaign, lane, kind, due_at, state, attempts, tried, done)"
            " VALUES (1, 7, 1, 1, 3, 'announced', '2026-11-03', 'sent', 0, 0, 0)",
        ):
            connection.execute(text(statement))
        upgrade(connection, VAULT)
        assert connection.execute(text("SELECT total FROM campaigns")).scalar() == 1
    engine.dispose()


async def plans_of(house: House, prepare: str, explain: str) -> list[str]:
    """How the database answers each question of the watchdogs."""
    plans: list[str] = []

    def explained(_connection, cursor, statement, parameters, _context, _many) -> None:
        if "parcels" in statement:
            cursor.execute(f"{explain} {statement}", parameters)
            plans.append(" | ".join(str(row[-1]) for row in cursor.fetchall()))

    async with house.database.transaction() as uow:
        await uow._connection.execute(text(prepare))
        event.listen(house.database._engine.sync_engine, "before_cursor_execute", explained)
        for dog in WATCHDOGS:
            await dog.look(uow.watch, Memory(), NOW)
    return plans


@pytest.fixture
async def busy(watchman: Watchman) -> House:
    """Much has been sent, and more waits."""
    house = watchman.house
    people = await announced(house, 60)
    await settle(house, [Sent(1)] * 20)
    for person in people[:5]:
        await house.say(person)
    return house


@pytest.mark.sqlite_only
async def test_no_watchdog_goes_through_the_parcels(busy: House):
    stuck, accounts, failures, replies, these, *_ = plans = await plans_of(busy, "SELECT 1", "EXPLAIN QUERY PLAN")
    assert len(plans) == 7
    assert all("SEARCH parcels" in plan and "SCAN parcels" not in plan and "B-TREE" not in plan for plan in plans)
    assert "(bot=? AND state=?" in stuck
    assert "COVERING INDEX sqlite_autoindex_parcels_1 (campaign=?)" in accounts
    assert "SEARCH follows USING" in accounts
    assert failures.count("COVERING INDEX ix_parcels_settled (bot=? AND state=? AND settled_at>?)") >= 2
    assert replies.count("parcels USING INDEX ix_parcels_next (bot=? AND state=? AND lane=?)") == 2
    assert "parcels USING INTEGER PRIMARY KEY" in these


@pytest.mark.postgresql_only
async def test_no_watchdog_goes_through_the_parcels_on_a_server(busy: House):
    """With so few rows it would rather read them all; told not to, it does so only where it has no other way."""
    plans = await plans_of(busy, "SET LOCAL enable_seqscan = off", "EXPLAIN")
    assert len(plans) == 7
    assert all("Seq Scan on parcels" not in plan for plan in plans)
    assert "ix_parcels_settled" in plans[2]
