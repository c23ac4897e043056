import asyncio
import itertools
import logging
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.habits import Habits
from delivery.ledger import Ledger
from delivery.limits import Limits
from participation.clock import HandClock
from participation.ids import CampaignId, PersonId
from participation.letters import Lane, Reply
from participation.messages import Message
from participation.post import (
    Asleep,
    Doubtful,
    Gate,
    Later,
    Lost,
    Moved,
    Rejected,
    Sent,
    Stopped,
    Unreachable,
    Void,
)
from tests.unit.delivery.fakes import START, FakeQueue, FakeWriter, House, announcement


def seconds(count: float) -> timedelta:
    return timedelta(seconds=count)


async def until(condition) -> None:
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110  the fakes have no events to wait for
            await asyncio.sleep(0.001)


async def test_everything_due_arrives_and_is_written_down():
    house = House()
    for person in range(1, 41):
        house.queue.add(person, f"hello {person}")
    assert await house.courier.deliver_due() == 40
    assert house.queue.states() == {"done"}
    assert sorted(house.channel.texts()) == sorted(f"hello {n}" for n in range(1, 41))


async def test_what_is_not_due_yet_stays():
    house = House()
    house.queue.add(1, "tomorrow", due=START + timedelta(days=1))
    assert await house.courier.deliver_due() == 0
    assert house.queue.states() == {"waiting"}
    assert house.clock.now() == START


async def test_nothing_is_sent_that_was_not_marked_as_sending_before():
    house = House()
    house.queue.add(1, "a")
    house.channel.answers["a"] = []
    seen = []
    real = house.channel.send

    async def spy(message, *, to, over, done):
        seen.append(house.queue.rows[1].state)
        return await real(message, to=to, over=over, done=done)

    house.channel.send = spy
    await house.courier.deliver_due()
    assert seen == ["sending"]


@pytest.mark.parametrize(("hung", "sent"), [(4.9, ["a", "b"]), (5.1, [])])
async def test_who_hung_for_long_before_the_bytes_went_leaves_them_to_whoever_has_them_now(hung, sent):
    house = House(habits=Habits(slice_seconds=0.15))
    for person, words in enumerate("ab", 1):
        house.queue.add(person, words)
    real = house.queue.mark_sending

    async def hang(parcels):
        house.clock.move(seconds(hung))
        return await real(parcels)

    house.queue.mark_sending = hang
    async with asyncio.TaskGroup() as flights:
        await house.courier._round(flights)
    assert house.channel.texts() == sent


async def test_the_pace_is_kept_over_many_slices():
    house = House()
    for person in range(1, 200):
        house.queue.add(person, "x")
    await house.courier.deliver_due()
    times = house.channel.times()
    gaps = [b - a for a, b in itertools.pairwise(times)]
    assert min(gaps) >= seconds(1 / 28) - timedelta(microseconds=2)
    assert times[-1] - times[0] < seconds(198 / 28 * 1.02)


@pytest.mark.parametrize(("delay", "times_longer"), [(0.03, 1.02), (0.1, 1.15), (0.3, 1.3)])
async def test_a_slow_database_hardly_costs_us_the_pace_and_never_makes_a_burst(delay, times_longer):
    house = House()
    for person in range(1, 300):
        house.queue.add(person, "x")
    claim = house.queue.claim

    async def slowly(now, **how):
        await house.clock.sleep(delay)
        return await claim(now, **how)

    house.queue.claim = slowly
    await house.courier.deliver_due()
    times = house.channel.times()
    assert min(b - a for a, b in itertools.pairwise(times)) >= seconds(1 / 28) - timedelta(microseconds=2)
    assert times[-1] - times[0] < seconds(298 / 28 * times_longer)


async def test_who_may_speak_only_every_ten_seconds_does():
    house = House(limits=Limits(per_second=0.1))
    for person in range(1, 4):
        house.queue.add(person, "x")
    assert await house.courier.deliver_due() == 3
    assert house.channel.times() == [START, START + seconds(10), START + seconds(20)]


@pytest.mark.parametrize("slow_round", [None, 9])
async def test_a_reply_overtakes_a_running_announcement_within_a_slice(slow_round):
    """Also where the disk was slow once, as every disk is now and then: only what stays slow is worth long slices."""
    house = House()
    for person in range(1, 101):
        house.queue.add(person, announcement(), Lane.ANNOUNCEMENT)
    send, claim, rounds, asked = house.channel.send, house.queue.claim, itertools.count(), []

    async def answered_meanwhile(message, **how):
        if len(house.channel.heard) == 25:
            house.queue.add(500, "an answer", due=house.clock.now())
            asked.append(house.clock.now())
        return await send(message, **how)

    async def slow_once(now, **how):
        if next(rounds) == slow_round:
            await house.clock.sleep(0.2)
        return await claim(now, **how)

    house.channel.send, house.queue.claim = answered_meanwhile, slow_once
    await house.courier.deliver_due()
    answered = next(at for at, _, text in house.channel.heard if text == "an answer")
    assert answered - asked[0] <= seconds(3 / 28)
    assert len(house.channel.heard) == 101


@pytest.mark.parametrize("slice_seconds", [0.05, 1.0])
async def test_however_many_ask_without_end_an_announcement_goes_on(slice_seconds):
    house = House(habits=Habits(slice_seconds=slice_seconds))
    for person in range(1, 41):
        house.queue.add(person, announcement(), Lane.ANNOUNCEMENT)
    for person in range(100, 400):
        house.queue.add(person, "a menu once more")
    await house.courier.deliver_due()
    places = [place for place, text in enumerate(house.channel.texts()) if text != "a menu once more"]
    gaps = [later - earlier for earlier, later in itertools.pairwise(places)]
    assert max(gaps) <= 5 + slice_seconds * 28
    assert places[-1] < 40 * 6


async def test_one_person_reads_in_order_and_not_too_fast():
    house = House()
    for number in range(8):
        house.queue.add(1, f"{number}")
    assert await house.courier.deliver_due() == 8
    assert house.channel.texts() == [str(n) for n in range(8)]
    times = house.channel.times()
    assert times[2] - times[0] < seconds(0.5)
    assert all(b - a >= seconds(0.9) for a, b in itertools.pairwise(times[3:]))


async def test_announcements_to_one_person_never_use_the_burst():
    house = House()
    for number in range(3):
        house.queue.add(1, announcement(number), Lane.ANNOUNCEMENT)
    await house.courier.deliver_due()
    first, second, third = house.channel.times()
    assert min(second - first, third - second) >= seconds(1.05)


async def test_an_announcement_is_expanded_and_written_once_a_slice_for_each_language():
    house = House(habits=Habits(slice_seconds=1.0, expand_chunk=10))
    house.queue.announce(range(1, 57), announcement())
    assert await house.courier.deliver_due() == 56
    assert len(house.writer.written) <= 2 * 8
    assert set(house.channel.texts()) == {"Announced in sq", "Announced in en"}


async def test_a_letter_that_lost_its_reason_is_cancelled_and_one_too_late_expired():
    house = House(writer=FakeWriter(void={announcement()}))
    void = house.queue.add(1, announcement(), Lane.ANNOUNCEMENT)
    late = house.queue.add(2, "too late", use_by=START - seconds(1))
    assert await house.courier.deliver_due() == 0
    assert house.queue.outcome(void) == Void("cancelled")
    assert house.queue.outcome(late) == Void("expired")
    assert house.channel.heard == []


async def test_somebody_without_an_address_is_unreachable():
    house = House()
    number = house.queue.add(999_999, "hello")
    await house.courier.deliver_due()
    assert house.queue.outcome(number) == Unreachable(Lost.NOT_FOUND)


@pytest.mark.parametrize("gone", [1, 3, 5])
async def test_a_letter_that_one_reader_no_longer_needs_still_comes_to_the_others_of_their_language(gone):
    house = House()
    house.queue.announce([1, 3, 5], announcement())
    house.writer.unconcerned.add(PersonId(gone))
    await house.courier.deliver_due()
    assert {chat for _, chat, _ in house.channel.heard} == {1, 3, 5} - {gone}


@pytest.mark.parametrize(
    "outcome",
    [Unreachable(Lost.BLOCKED), Unreachable(Lost.GONE), Rejected("no_rights"), Rejected("too_long", for_all=True)],
)
async def test_a_final_outcome_is_written_down_and_never_tried_again(outcome):
    house = House()
    number = house.queue.add(1, "x")
    house.channel.answers["x"] = [outcome]
    assert await house.courier.deliver_due() == 0
    assert house.queue.outcome(number) == outcome
    assert len(house.channel.heard) == 1


async def test_a_moved_chat_is_written_to_under_its_new_number():
    house = House()
    house.queue.add(77, "x")
    house.channel.answers["x"] = [Moved(-1007)]
    await house.courier.deliver_due()
    assert [chat for _, chat, _ in house.channel.heard] == [77, -1007]


async def test_a_doubtful_message_is_sent_again_later():
    house = House()
    number = house.queue.add(1, "x")
    house.channel.answers["x"] = [Doubtful("timeout"), Doubtful("timeout")]
    await over_time(house, timedelta(minutes=3))
    assert house.queue.outcome(number) == Sent(3)
    first, second, third = house.channel.times()
    assert second - first >= seconds(10)
    assert third - second >= seconds(120)


async def over_time(house: House, span: timedelta, step: timedelta = timedelta(seconds=20)) -> None:
    """Deliver what is due, again and again, for so long."""
    until = house.clock.now() + span
    while house.clock.now() < until:
        await house.courier.deliver_due()
        house.clock.move(step)


async def test_what_is_never_answered_while_others_arrive_is_given_up_after_four_tries():
    house = House()
    number = house.queue.add(1, "x")
    house.channel.answers["x"] = [Doubtful("timeout")] * 9
    for minute in range(0, 60, 5):
        house.queue.add(2, f"well {minute}", due=START + timedelta(minutes=minute))
    await over_time(house, timedelta(hours=1))
    assert house.queue.outcome(number) == Rejected("unanswered: timeout")
    assert house.channel.texts().count("x") == 4


async def test_what_is_no_answer_in_a_conversation_is_tried_for_hours_while_others_arrive():
    house = House()
    number = house.queue.add(2, announcement(), Lane.REMINDER)
    house.channel.answers["Announced in sq"] = [Doubtful("timeout")] * 9
    for minute in range(0, 9 * 60, 5):
        house.queue.add(4, f"well {minute}", due=START + timedelta(minutes=minute))
    await over_time(house, timedelta(hours=9), step=timedelta(minutes=2))
    assert house.queue.outcome(number) == Rejected("unanswered: timeout")
    assert house.channel.texts().count("Announced in sq") == 6
    first, *_, last = (at for at, _, text in house.channel.heard if text == "Announced in sq")
    assert last - first > timedelta(hours=7)


async def test_the_rest_of_a_long_message_is_sent_where_it_stopped():
    house = House()
    house.queue.add(1, "x")
    house.channel.answers["x"] = [Doubtful("timeout", done=2), Later(1, whole_token=False), Doubtful("timeout", done=3)]
    await over_time(house, timedelta(minutes=4))
    assert house.channel.done == [0, 2, 2, 3]


EVENING = START.replace(hour=20, minute=30)  # half past ten in Tirana
MORNING = START.replace(hour=6) + timedelta(days=1)


@pytest.mark.parametrize("lane", [Lane.REMINDER, Lane.ANNOUNCEMENT])
async def test_what_is_late_wakes_nobody(lane):
    house = House(clock=HandClock(EVENING))
    number = house.queue.add(500, announcement(), lane)
    house.queue.add(2, announcement(), lane)
    assert await house.courier.deliver_due() == 1
    assert house.queue.outcome(number) == Asleep(MORNING)
    house.clock.set(MORNING)
    assert await house.courier.deliver_due() == 1


@pytest.mark.parametrize(
    ("lane", "use_by"),
    [(Lane.REPLY, None), (Lane.URGENT, None), (Lane.REMINDER, MORNING), (Lane.REMINDER, MORNING - seconds(1))],
)
async def test_what_cannot_wait_for_the_morning_does_not(lane, use_by):
    house = House(clock=HandClock(EVENING))
    letter = "an answer" if lane is Lane.REPLY else announcement()
    house.queue.add(500, letter, lane, use_by=use_by)
    assert await house.courier.deliver_due() == 1


async def test_while_nothing_arrives_at_all_nothing_is_given_up():
    house = House()
    number = house.queue.add(1, "x")
    house.channel.answers["x"] = [Doubtful("timeout")] * 9
    await over_time(house, timedelta(hours=2))
    assert house.queue.outcome(number) == Sent(10)


@pytest.mark.parametrize("minutes", [1, 40, 23 * 60])
async def test_an_outage_loses_nothing_and_puts_no_message_at_risk_while_it_lasts(minutes):
    house = House()
    house.channel.down_until = START + timedelta(minutes=minutes)
    for person in range(1, 31):
        house.queue.add(person, f"{person}")
    await over_time(house, timedelta(minutes=minutes + 15), step=timedelta(minutes=1) if minutes > 60 else seconds(20))
    assert house.queue.states() == {"done"}
    assert house.courier.arrived == 30
    risked = [at for at in house.channel.times() if at < house.channel.down_until]
    assert len(risked) <= 8
    assert max(risked) - START < seconds(20)


async def test_what_was_called_off_just_before_it_left_does_not_leave():
    house = House()
    number = house.queue.add(1, "x")
    house.queue.add(2, "y")
    real = house.queue.mark_sending

    async def called_off(parcels):
        house.queue.rows[number].state = "cancelled"
        return await real(parcels)

    house.queue.mark_sending = called_off
    await house.courier.deliver_due()
    assert house.channel.texts() == ["y"]


@pytest.mark.parametrize("back", [timedelta(minutes=10), timedelta(days=400)])
async def test_a_clock_that_is_set_back_silences_nobody(back):
    house = House()
    house.queue.add(1, "before")
    house.queue.add(2, "refused")
    house.channel.answers["refused"] = [Later(5, whole_token=True)]
    await house.courier.deliver_due()
    house.clock.set(house.clock.now() - back)
    house.queue.add(1, "after", due=house.clock.now())
    await house.courier.deliver_due()
    assert "after" in house.channel.texts()
    assert house.queue.states() == {"done"}


async def test_a_gate_that_was_shut_by_another_clock_opens_within_a_day(caplog):
    queue, latest = FakeQueue(), START + timedelta(days=1)
    queue.kept = Gate(START + timedelta(days=3_000), 1.0, START)
    assert (await Ledger(queue).read_gate(latest)).shut_until == latest
    assert "too far away" in caplog.text
    queue.kept = Gate(START, 0.7, START + timedelta(days=3_000))
    assert (await Ledger(queue).read_gate(latest)).share_since == latest, "or the rate would never rise again"
    queue.kept = Gate(START, 0.7, START)
    assert await Ledger(queue).read_gate(latest) == queue.kept


async def test_too_many_requests_shuts_the_gate_for_all_counts_no_attempt_and_is_remembered():
    house = House()
    number = house.queue.add(1, "x")
    for person in range(2, 30):
        house.queue.add(person, "y")
    house.channel.answers["x"] = [Later(7, whole_token=True)]
    assert await house.courier.deliver_due() == 29
    shut = START + seconds(7)
    assert house.queue.kept == Gate(shut, 0.97, shut)
    assert [at for at in house.channel.times()[1:] if at < shut] == []
    assert house.queue.rows[number].parcel.attempts == 0


async def test_after_too_many_requests_the_rate_is_lower():
    house = House()
    house.queue.add(1, "x")
    for person in range(2, 60):
        house.queue.add(person, "y")
    house.channel.answers["x"] = [Later(3, whole_token=True), Later(3, whole_token=True)]
    await house.courier.deliver_due()
    after = [at for at in house.channel.times() if at >= START + seconds(6)]
    assert after[10] - after[0] >= seconds(10 / (28 * 0.75)) - seconds(0.01)


async def test_too_many_requests_of_a_pressed_chat_leave_the_others_alone():
    house = House()
    house.queue.add(1, "a")
    house.queue.add(1, "b")
    house.queue.add(2, "c")
    house.channel.answers["b"] = [Later(20, whole_token=True)]
    assert await house.courier.deliver_due() == 3
    assert house.queue.kept is None
    assert {text: at - START > seconds(19) for at, _, text in house.channel.heard} == {
        "a": False,
        "b": True,
        "c": False,
    }


async def test_too_many_requests_for_a_long_message_shut_the_gate_for_all():
    house = House()
    house.channel.cost = lambda _message: 2
    for person in range(1, 30):
        house.queue.add(person, announcement(), Lane.ANNOUNCEMENT)
    house.channel.answers["Announced in en"] = [Later(10_000, whole_token=True)]
    await house.courier.deliver_due()
    assert len(house.channel.heard) <= 2
    assert house.queue.kept is not None


async def test_who_resigns_writes_down_what_they_know_and_what_they_were_told():
    house = House()
    for person, words in enumerate(["a", "b", "c"], 1):
        house.queue.add(person, words)
    house.channel.answers["b"] = [Later(3_600, whole_token=True)]
    real = house.channel.send

    async def send(message, **how):
        house.courier.resign()
        return await real(message, **how)

    house.channel.send = send
    for _ in range(2):
        await asyncio.wait_for(house.courier.run(), 5)
    assert house.queue.kept.shut_until >= START + timedelta(hours=1)
    assert house.channel.texts() == ["a", "b"]
    assert house.queue.rows[1].state == "done"


async def test_a_wait_that_could_not_be_written_down_is_kept_to_in_the_next_term():
    house = House()
    house.queue.add(1, "x")
    house.channel.answers["x"] = [Later(3_600, whole_token=True)]
    await house.courier.deliver_due()
    house.queue.kept = None
    await house.courier.begin()
    house.queue.add(2, "y")
    await house.courier.deliver_due()
    assert house.channel.texts() == ["x"]


async def test_a_gate_that_is_shut_for_long_is_an_alarm_and_not_waited_for(caplog):
    house = House()
    house.queue.add(1, "x")
    house.channel.answers["x"] = [Later(10_000, whole_token=True)]
    assert await house.courier.deliver_due() == 0
    assert house.clock.now() < START + seconds(1)
    assert "silence for 10000 seconds" in caplog.text or "silence for 9999 seconds" in caplog.text


async def test_a_restart_does_not_forget_the_gate():
    house = House()
    house.queue.kept = Gate(START + timedelta(hours=1), 1.0, START)
    house.queue.add(1, "x")
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(house.courier.run())
        await asyncio.sleep(0.05)
        house.courier.stop()
    assert house.channel.heard == []


async def test_a_line_that_fails_again_and_again_is_left_alone_for_a_while():
    house = House()
    for person in range(1, 30):
        house.queue.add(person, "x")
    house.channel.down_until, house.channel.hears = START + timedelta(minutes=5), Later(1, whole_token=False)
    await over_time(house, timedelta(minutes=10))
    assert house.courier.arrived == 29
    assert house.queue.kept is not None
    assert len([at for at in house.channel.times() if at < house.channel.down_until]) <= 8
    assert all(row.parcel.attempts == 0 for row in house.queue.rows.values())


@pytest.mark.parametrize(("outcome", "why"), [(Rejected("a"), "a"), (Doubtful("b"), "unanswered: b")])
async def test_why_a_reply_was_given_up_stands_in_the_log_for_nothing_else_is_left_of_it(caplog, outcome, why):
    house = House()
    house.queue.add(1, "hello")
    house.channel.answers["hello"] = [outcome] * 9
    for other in range(2, 20):
        house.queue.add(other, "to others it arrives")
        await house.courier.deliver_due()
        house.clock.move(timedelta(minutes=5))
    assert [record.getMessage() for record in caplog.records if "given up" in record.getMessage()] == [
        f"Reply was given up: {why}"
    ]
    assert "hello" not in caplog.text


async def test_a_revoked_token_stops_everything_and_keeps_the_parcels(caplog):
    house = House()
    for person in range(1, 20):
        house.queue.add(person, "x")
    house.channel.answers["x"] = [Stopped("unauthorized")]
    assert await asyncio.wait_for(house.courier.run(), 5) == Stopped("unauthorized")
    assert house.queue.states() == {"waiting"}
    assert "refuses our token" in caplog.text


async def test_the_first_faulty_message_stops_its_announcement_and_no_other():
    house = House()
    house.queue.announce(range(1, 200), announcement(1), campaign=1)
    house.queue.add(900, announcement(2), Lane.ANNOUNCEMENT, campaign=CampaignId(2))
    house.channel.answers["Announced in en"] = [Rejected("too_long", for_all=True)]
    await house.courier.deliver_due()
    assert house.queue.stopped == {CampaignId(1): "too_long"}
    assert len(house.channel.heard) < 20
    assert isinstance(next(r for r in house.queue.rows.values() if r.parcel.person == 900).outcome, Sent)


async def test_a_person_who_cannot_get_it_does_not_stop_the_announcement():
    house = House()
    house.queue.announce(range(1, 21), announcement())
    house.channel.answers["Announced in en"] = [Rejected("no_rights"), Unreachable(Lost.BLOCKED)]
    assert await house.courier.deliver_due() == 18
    assert house.queue.stopped == {}


async def test_a_letter_that_cannot_be_written_is_tried_again_put_aside_and_stops_no_other(caplog):
    house = House(writer=FakeWriter(broken={announcement(1): 9}))
    bad = house.queue.add(1, announcement(1), Lane.REMINDER)
    good = house.queue.add(2, announcement(2), Lane.REMINDER)
    assert await house.courier.deliver_due() == 1
    assert house.queue.outcome(bad) == Rejected("fault F00D", for_all=True)
    assert isinstance(house.queue.outcome(good), Sent)
    assert len([w for w in house.writer.written if w[0] == announcement(1)]) == 3


async def test_a_stumbling_database_does_not_cost_a_letter():
    house = House(writer=FakeWriter(broken={announcement(1): 2}))
    number = house.queue.add(1, announcement(1), Lane.URGENT)
    assert await house.courier.deliver_due() == 1
    assert isinstance(house.queue.outcome(number), Sent)


async def test_a_database_that_is_away_for_long_is_no_fault_of_a_letter_and_not_told_as_one(caplog):
    told = []
    house = House(
        writer=FakeWriter(broken={announcement(1): 9}),
        habits=Habits(tick=0.01),
        is_told=lambda error: told.append(error) is None,
    )
    number = house.queue.add(1, announcement(1), Lane.ANNOUNCEMENT)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(house.courier.run())
        await until(lambda: house.queue.states() == {"done"})
        house.courier.stop()
    assert isinstance(house.queue.outcome(number), Sent)
    assert house.queue.rows[number].parcel.attempts == 0
    assert len(told) == 2 * 9
    assert "fault" not in caplog.text


async def test_a_fault_in_the_log_names_the_letter_and_nobodys_words(caplog):
    house = House(writer=FakeWriter(broken={announcement(1): 9}))
    house.queue.add(424242, announcement(1), Lane.REMINDER)
    await house.courier.deliver_due()
    assert "Announced" in caplog.text
    assert "F00D" in caplog.text
    assert "secret" not in caplog.text
    assert "424242" not in caplog.text


async def test_a_fault_in_the_channel_stops_no_other():
    house = House()
    bad = house.queue.add(1, "bad")
    house.queue.add(2, "good")
    house.channel.answers["bad"] = [TypeError("ours")]
    assert await house.courier.deliver_due() == 1
    assert house.queue.outcome(bad) == Rejected("fault F00D", for_all=True)


async def test_an_answer_takes_the_place_of_the_message_it_names():
    house = House()
    house.queue.add(1, Reply(Message("new"), over=31))
    house.queue.add(2, "moved", over=32)
    await house.courier.deliver_due()
    assert house.channel.overs == [31, 32]


async def test_running_it_wakes_on_a_kick_and_stops_politely():
    house = House(habits=Habits(tick=60))
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(house.courier.run())
        await asyncio.sleep(0.01)
        house.queue.add(1, "x")
        house.courier.kick()
        await until(lambda: house.queue.states() == {"done"})
        house.courier.stop()
    assert running.result() is None


async def test_running_it_wakes_at_the_next_tick_without_a_kick():
    house = House(habits=Habits(tick=0.02))
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(house.courier.run())
        await asyncio.sleep(0.01)
        house.queue.add(1, "x")
        await until(lambda: house.queue.states() == {"done"})
        house.courier.stop()


async def test_stopping_waits_for_answers_and_gives_the_rest_back():
    house = House(limits=Limits(per_second=1000), habits=Habits(slice_seconds=0.01, in_flight=5))
    for person in range(1, 50):
        house.queue.add(person, "slow")
    released = asyncio.Event()

    async def slow(message, *, to, over, done):
        await released.wait()
        return Sent(1)

    house.channel.send = slow
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(house.courier.run())
        await until(lambda: len(house.queue.marked) > 0 and house.queue.marked[0])
        await asyncio.sleep(0.01)
        house.courier.stop()
        await asyncio.sleep(0.01)
        released.set()
    assert house.queue.states() == {"done", "waiting"}


async def test_many_are_on_their_way_at_once_but_never_more_than_allowed():
    house = House(limits=Limits(per_second=1000), habits=Habits(slice_seconds=0.05, in_flight=8))
    for person in range(1, 101):
        house.queue.add(person, "x")
    now, most = 0, 0

    async def send(message, *, to, over, done):
        nonlocal now, most
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.002)
        now -= 1
        return Sent(1)

    house.channel.send = send
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(house.courier.run())
        await until(lambda: house.queue.states() == {"done"})
        house.courier.stop()
    assert 4 < most <= 8


async def test_a_database_that_goes_away_for_a_moment_loses_nothing(caplog):
    house = House(habits=Habits(tick=0.01))
    house.queue.failures = 2
    house.queue.add(1, "x")
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(house.courier.run())
        await until(lambda: house.queue.states() == {"done"})
        house.courier.stop()
    assert house.channel.texts() == ["x"]
    assert caplog.text.count("A round of the courier failed: ConnectionError") == 2


async def test_what_is_on_its_way_when_we_leave_is_written_down_though_the_database_is_busy():
    house = House(habits=Habits(tick=0.01))
    house.queue.add(1, "x")
    real, busy = house.queue.settle, [ConnectionError()] * 4

    async def settle(settled):
        if busy:
            house.courier.stop()
            raise busy.pop()
        await real(settled)

    house.queue.settle = settle
    await house.courier.run()
    assert house.queue.states() == {"done"}
    assert house.channel.texts() == ["x"]


async def test_a_database_that_stays_away_does_not_keep_us_for_ever():
    house = House(habits=Habits(tick=0.01))
    house.queue.add(1, "x")

    async def settle(settled):
        house.courier.stop()
        raise ConnectionError

    house.queue.settle = settle
    with pytest.raises(ConnectionError):
        await house.courier.run()


async def test_after_a_crash_the_doubtful_are_counted_in_the_log(caplog):
    house = House()
    house.queue.doubtful_after_crash = 3
    with caplog.at_level(logging.WARNING):
        house.courier.stop()
        await house.courier.run()
    assert "3 messages may have been sent" in caplog.text


async def test_results_are_written_down_in_batches():
    house = House(habits=Habits(slice_seconds=1.0))
    for person in range(1, 113):
        house.queue.add(person, "x")
    await house.courier.deliver_due()
    assert len(house.queue.batches) <= 5
    assert PersonId(1) in {row.parcel.person for row in house.queue.rows.values()}


@pytest.mark.parametrize("question", ["addresses", "mark_sending"])
async def test_what_was_claimed_when_the_database_went_away_goes_out_as_soon_as_it_is_back(question):
    house = House(habits=Habits(tick=0.01, lease=timedelta(days=1)))
    house.queue.add(1, "x")
    real = getattr(house.queue, question)
    failures = [ConnectionError()]

    async def stumbling(*args):
        if failures:
            raise failures.pop()
        return await real(*args)

    setattr(house.queue, question, stumbling)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(house.courier.run())
        await until(lambda: house.queue.states() == {"done"})
        house.courier.stop()
    assert house.channel.texts() == ["x"]


OUTCOMES = st.sampled_from(
    [
        Sent(1),
        Later(3, whole_token=True),
        Later(1, whole_token=False),
        Doubtful("timeout"),
        Moved(-5),
        Unreachable(Lost.BLOCKED),
        Rejected("no_rights"),
        RuntimeError("ours"),
    ]
)


@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(Lane), st.lists(OUTCOMES, max_size=5)), max_size=12))
async def test_whatever_the_messenger_says_every_parcel_comes_to_one_end(plan):
    house = House()
    for number, (person, lane, answers) in enumerate(plan):
        house.queue.add(person, f"{number}", lane)
        house.channel.answers[f"{number}"] = list(answers)
    await over_time(house, timedelta(hours=3), step=timedelta(minutes=2))
    assert house.queue.states() <= {"done"}
    for number, (_, _, answers) in enumerate(plan):
        ends = [n for n, each in enumerate(answers) if not isinstance(each, Later | Doubtful | Moved)]
        assert house.channel.texts().count(f"{number}") == (ends[0] + 1 if ends else len(answers) + 1)
