from collections import Counter
from datetime import datetime, timedelta

import pytest
from sqlalchemy import event, select
from sqlalchemy import text as sql
from sqlalchemy.exc import OperationalError

from participation.campaigns import Brake, Delivery
from participation.comments.model import Answer, AuthorTold, TranslationWanted, Verdict
from participation.ids import (
    CampaignId,
    CommentId,
    ConsultationId,
    EntryId,
    InstitutionId,
    MeetingId,
    PersonId,
    ReportId,
    UnveilingId,
)
from participation.letters import (
    MOST_TURNS,
    Announced,
    CaseGone,
    CaseInGroup,
    CommentAnswered,
    DeadlineReminder,
    GroupLost,
    Lane,
    Letter,
    NoAnswerYet,
    Progress,
    Reply,
    ReportArrived,
    ReportGiven,
    ReportMoved,
    ReportsReleased,
    SenderSaid,
    UnveilingAnswered,
    UnveilingAsked,
)
from participation.meeting_letters import MeetingReminder
from participation.messages import Message, Topic
from participation.people.model import Followed, Reach
from participation.post import (
    Address,
    Asleep,
    Doubtful,
    Gate,
    Later,
    Lost,
    Moved,
    Rejected,
    Sent,
    Settled,
    Stopped,
    Unreachable,
    Void,
)
from participation.reminders import usecases
from storage.database import Database
from storage.desks import expanding
from storage.desks.settling import Settling
from storage.tables import parcels
from storage.vault import Vault
from tests.storage.rows import BOT, LEASE, NOW, House, texts

SOON = NOW + timedelta(minutes=5)
MORNING = NOW + timedelta(hours=22)


async def rows(database: Database) -> list[dict]:
    async with database.reading() as uow:
        found = await uow._connection.execute(select(parcels).order_by(parcels.c.id))
        return [dict(row) for row in found.mappings()]


async def states(database: Database) -> Counter[str]:
    return Counter(row["state"] for row in await rows(database))


async def settle(house: House, parcel: int, outcome, *, retry_at: datetime | None = None) -> None:
    await house.queue.mark_sending([parcel])
    await house.queue.settle([Settled(parcel, outcome, NOW, retry_at)])


async def test_an_empty_queue_has_nothing_to_do(database: Database):
    queue = database.queue(BOT)
    assert await queue.claim(NOW, limit=9, others=0, lease=LEASE) == []
    assert await queue.expand(NOW, 9) == 0
    assert await queue.begin() == 0
    assert await queue.next_due() is None
    assert await queue.addresses([]) == {}
    await queue.mark_sending([])
    await queue.settle([])


async def test_replies_go_first_and_each_person_gets_one_at_a_time(house: House):
    one, two, three = await house.people(3)
    await house.say(one, "njoftim", lane=Lane.ANNOUNCEMENT)
    await house.say(two, "kujtesë", lane=Lane.REMINDER)
    await house.say(three, "urgjente", lane=Lane.URGENT)
    await house.say(one, "e para")
    await house.say(one, "e dyta")
    assert texts(await house.claim()) == ["e para", "urgjente", "kujtesë"]
    assert await house.claim() == []


async def test_a_persons_next_letter_comes_when_the_one_before_has_arrived(house: House):
    person = await house.person()
    for text in ("a", "b"):
        await house.say(person, text)
    await house.say(person, "c", lane=Lane.ANNOUNCEMENT)
    heard = []
    while claimed := await house.claim():
        heard += texts(claimed)
        await settle(house, claimed[0].id, Sent(1))
    assert heard == ["a", "b", "c"]


async def test_of_more_turns_than_anybody_reads_the_first_and_the_last_arrive_whole(house: House):
    one, two = await house.people(2)
    await house.say(one, "0")
    (away,) = await house.claim()
    for number in range(1, 50):
        await house.say(one, f"{number}", turn=f"{number}")
        async with house.database.transaction() as uow:
            await uow.outbox.add(Reply(Message("më tej"), turn=f"{number}"), to=one, lane=Lane.REPLY, due_at=NOW)
            assert await uow.outbox.turns_waiting(one) == min(number, MOST_TURNS + 1)
    await house.say(one, "kujtesë", lane=Lane.REMINDER)
    await house.say(two, "tjetri")
    await settle(house, away.id, Later(0, whole_token=False), retry_at=NOW)
    await house.say(one, "50", turn="50")
    heard = []
    while claimed := await house.claim():
        heard += texts(claimed)
        for parcel in claimed:
            await settle(house, parcel.id, Sent(1))
    first = [text for number in range(1, MOST_TURNS + 1) for text in (f"{number}", "më tej")]
    assert [text for text in heard if text != "tjetri"] == ["0", *first, "50", "kujtesë"]
    assert "tjetri" in heard


async def test_what_is_no_answer_can_be_asked_for_however_many_answers_there_are(house: House):
    people = await house.people(5)
    for person in people[:4]:
        await house.say(person, "përgjigje")
    for person in people[3:]:
        await house.say(person, "kujtesë", lane=Lane.REMINDER)
    assert texts(await house.claim(limit=1, others=2)) == ["përgjigje", "kujtesë"]  # the other one must wait
    assert texts(await house.claim(limit=9, others=2)) == ["përgjigje"] * 3


async def test_not_more_is_claimed_than_asked_for(house: House):
    for person in await house.people(3):
        await house.say(person)
    assert len(await house.claim(limit=2)) == 2
    assert len(await house.claim(limit=2)) == 1


async def test_what_is_due_later_blocks_nothing_now(house: House):
    person = await house.person()
    await house.say(person, "nesër", due_at=SOON)
    await house.say(person, "tani")
    (claimed,) = await house.claim()
    assert texts([claimed]) == ["tani"]
    await settle(house, claimed.id, Sent(1))
    assert await house.queue.next_due() == SOON
    assert texts(await house.claim(SOON)) == ["nesër"]


async def test_what_was_put_back_goes_before_the_persons_later_letters(house: House):
    person = await house.person()
    for text in ("a", "b"):
        await house.say(person, text)
    (first,) = await house.claim()
    await settle(house, first.id, Later(300, whole_token=False), retry_at=SOON)
    assert await house.claim() == []
    assert await house.queue.next_due() == SOON
    assert texts(await house.claim(SOON)) == ["a"]


async def test_a_reminder_that_was_put_back_holds_up_no_answer(house: House):
    person = await house.person()
    await house.say(person, "kujtesë", lane=Lane.REMINDER)
    (first,) = await house.claim()
    await settle(house, first.id, Later(300, whole_token=False), retry_at=SOON)
    await house.say(person, "përgjigje")
    await house.say(person, "kujtesë tjetër", lane=Lane.REMINDER)
    assert texts(await house.claim()) == ["përgjigje"]


async def test_what_is_put_back_for_hours_lets_the_persons_later_letters_pass(house: House):
    person = await house.person()
    for text in ("a", "b"):
        await house.say(person, text)
    (first,) = await house.claim()
    await settle(house, first.id, Doubtful("timed out"), retry_at=MORNING)
    (second,) = await house.claim()
    assert texts([second]) == ["b"]
    assert await house.queue.next_due() is None
    await settle(house, second.id, Sent(1))
    assert await house.queue.next_due() == MORNING


async def test_where_a_long_message_broke_off_is_remembered(house: House):
    await house.say(await house.person())
    done = []
    for outcome in (Doubtful("timed out", done=2), Later(1, whole_token=False), Later(1, whole_token=True, done=3)):
        (claimed,) = await house.claim()
        done.append(claimed.done)
        await settle(house, claimed.id, outcome, retry_at=NOW)
    (claimed,) = await house.claim()
    assert [*done, claimed.done] == [0, 2, 2, 3]


async def test_when_the_clock_is_set_back_only_what_was_near_is_called_forward(house: House):
    one, two, three, four = await house.people(4)
    await house.say(one, "provuar")
    await house.say(four, "tani", lane=Lane.REMINDER)
    await house.say(two, "urgjente", lane=Lane.URGENT, due_at=SOON)
    await house.say(three, "nesër", lane=Lane.REMINDER, due_at=MORNING)
    (first,) = await house.claim(limit=1)
    await settle(house, first.id, Later(300, whole_token=False), retry_at=SOON)
    earlier = NOW - timedelta(days=1)
    assert await house.claim(earlier) == []
    await house.queue.call_forward(earlier, NOW)
    assert texts(await house.claim(earlier)) == ["provuar", "urgjente", "tani"]
    assert await house.queue.next_due() == MORNING


async def test_whoever_sleeps_gets_it_in_the_morning(house: House):
    await remind(house, [await house.person()])
    (claimed,) = await house.claim()
    await settle(house, claimed.id, Asleep(MORNING), retry_at=MORNING)
    (row,) = await rows(house.database)
    assert (row["state"], row["attempts"], row["due_at"], row["tried"]) == ("queued", 0, MORNING, False)
    assert len(await house.claim(MORNING)) == 1


async def test_the_answer_to_a_comment_waits_for_the_morning_with_the_comment(house: House):
    person = await house.person()
    async with house.database.transaction() as uow:
        comment = await uow.comments.add(house.comment(person))
        await uow.comments.answer(comment, Answer(Verdict.ACCEPTED, None, NOW), person)
        await uow.comments.mark_told(comment)
        await uow.outbox.add(CommentAnswered(comment), to=person, lane=Lane.REMINDER, due_at=NOW, key="a")
    (claimed,) = await house.claim()
    await settle(house, claimed.id, Asleep(MORNING), retry_at=MORNING)
    assert await rows(house.database) == []
    async with house.database.reading() as uow:
        assert await uow.comments.untold() == [comment]


async def test_next_due_does_not_count_whoever_has_something_on_the_way(house: House):
    person = await house.person()
    await house.say(person, "a")
    await house.say(person, "b")
    assert await house.queue.next_due() == NOW
    await house.claim()
    assert await house.queue.next_due() is None


async def test_a_lease_that_ran_out_is_given_to_another(house: House):
    await house.say(await house.person())
    assert len(await house.claim()) == 1
    assert await house.claim(NOW + LEASE - timedelta(seconds=1)) == []
    assert len(await house.claim(NOW + LEASE)) == 1


async def test_after_a_crash_only_what_was_being_sent_is_doubtful(house: House):
    for person in await house.people(3):
        await house.say(person)
    claimed = await house.claim(limit=2)
    await house.queue.mark_sending([claimed[0].id])
    assert await house.queue.begin() == 1
    again = await house.claim()
    assert [parcel.attempts for parcel in again] == [1, 0, 0]


async def test_what_is_no_longer_in_hand_is_not_marked_as_on_its_way(house: House):
    for person in await house.people(2):
        await house.say(person)
    kept, lost = await house.claim()
    async with house.database.transaction() as uow:
        await uow._connection.execute(parcels.update().where(parcels.c.id == lost.id).values(state="queued"))
    assert await house.queue.mark_sending([kept.id, lost.id]) == {kept.id}
    assert await states(house.database) == {"sending": 1, "queued": 1}


async def test_a_reply_is_gone_once_it_has_arrived(house: House):
    await house.say(await house.person())
    (claimed,) = await house.claim()
    await settle(house, claimed.id, Sent(41))
    assert await rows(house.database) == []


async def test_the_proof_of_a_notice_stays(house: House):
    person = await house.person()
    await house.say(person, lane=Lane.ANNOUNCEMENT)
    (claimed,) = await house.claim()
    await settle(house, claimed.id, Sent(41))
    (row,) = await rows(house.database)
    assert (row["person"], row["state"], row["message"], row["settled_at"]) == (person, "sent", 41, NOW)


@pytest.mark.parametrize(
    ("outcome", "retry_at", "state", "attempts", "due_at"),
    [
        (Later(7, whole_token=False), None, "queued", 0, NOW + timedelta(seconds=7)),
        (Later(7, whole_token=True, counts=True), SOON, "queued", 1, SOON),
        (Doubtful("timed out"), SOON, "queued", 1, SOON),
        (Doubtful("timed out"), None, "doubtful", 0, NOW),
        (Rejected("chat is closed"), None, "rejected", 0, NOW),
        (Unreachable(Lost.BLOCKED), None, "unreachable", 0, NOW),
        (Stopped("unauthorized"), None, "queued", 0, NOW),
        (Moved(77), None, "queued", 0, NOW),
        (Void("cancelled"), None, "cancelled", 0, NOW),
        (Void("expired"), None, "expired", 0, NOW),
    ],
)
async def test_what_becomes_of_a_notice(house: House, outcome, retry_at, state, attempts, due_at):
    await house.say(await house.person(), lane=Lane.REMINDER)
    (claimed,) = await house.claim()
    await settle(house, claimed.id, outcome, retry_at=retry_at)
    (row,) = await rows(house.database)
    assert (row["state"], row["attempts"], row["due_at"]) == (state, attempts, due_at)


ENDS = (
    Sent(41),
    Doubtful("timed out"),
    Rejected("chat is closed"),
    Unreachable(Lost.BLOCKED),
    Void("cancelled"),
    Void("expired"),
    Moved(2),
)
TELLTALES = (
    Reply(Message("Mirë")),
    ReportArrived(ReportId(7)),
    CommentAnswered(CommentId(7)),
    AuthorTold(CommentId(7), CampaignId(3), ConsultationId(1), 2),
    NoAnswerYet(CommentId(7)),
    TranslationWanted(CommentId(7)),
    ReportMoved(EntryId(7)),
    SenderSaid(EntryId(7)),
    ReportGiven(ReportId(7)),
    ReportsReleased(InstitutionId(1), 3),
    CaseInGroup(ReportId(7), "seen"),
    CaseGone(InstitutionId(1), Topic(ReportId(7), "PR-S-2026-0001", 5)),
    GroupLost(InstitutionId(1)),
    UnveilingAsked(ReportId(7), UnveilingId(7)),
    UnveilingAnswered(ReportId(7), NOW),
)


async def queue_telltale(house: House, letter: Letter) -> tuple[PersonId, bool]:
    person, _somebody_in_chat_2 = await house.people(2)
    lane = Lane.REPLY if isinstance(letter, Reply) else Lane.URGENT
    async with house.database.transaction() as uow:
        return person, await uow.outbox.add(letter, to=person, lane=lane, due_at=NOW)


@pytest.mark.parametrize("outcome", ENDS, ids=repr)
@pytest.mark.parametrize("letter", TELLTALES, ids=lambda letter: type(letter).__name__)
async def test_nothing_tells_when_somebody_was_answered_or_reported_once_it_is_over(house: House, letter, outcome):
    await queue_telltale(house, letter)
    (claimed,) = await house.claim()
    await settle(house, claimed.id, outcome)
    assert await rows(house.database) == []


POISON = 2**70
"""A message number that no column takes."""


async def settle_all(house: House, outcome_of, lane: Lane) -> list[PersonId]:
    people = await house.people(3)
    for person in people:
        await house.say(person, lane=lane)
    claimed = await house.claim()
    await house.queue.settle([Settled(one.id, outcome_of(place), NOW) for place, one in enumerate(claimed)])
    return people


@pytest.mark.parametrize(
    ("poison", "error"),
    [
        (Sent(POISON), "OverflowError"),
        (Later(POISON, whole_token=False), "OverflowError"),
        (Void("nonsense"), "ValueError"),
    ],
    ids=repr,
)
async def test_an_outcome_that_cannot_be_written_stops_nobody_elses(house: House, caplog, poison, error):
    await settle_all(house, lambda place: poison if place == 1 else Sent(41), Lane.REMINDER)
    found = [(row["state"], row["reason"], row["message"]) for row in await rows(house.database)]
    assert found == [("sent", None, 41), ("rejected", "unwritable", None), ("sent", None, 41)]
    (heard,) = {line.split(": ")[1] for line in caplog.messages}
    assert heard in {error, "DBAPIError"}, "the second is what PostgreSQL's driver says of a number"


async def test_a_reply_whose_outcome_cannot_be_written_is_gone(house: House):
    await settle_all(house, lambda place: Void("nonsense") if place == 1 else Sent(41), Lane.REPLY)
    assert await rows(house.database) == []


async def test_outcomes_wait_for_a_database_that_is_away(house: House, monkeypatch):
    async def away(*_: object) -> None:
        raise OperationalError("", {}, Exception("disk I/O error"))

    monkeypatch.setattr(Settling, "_one", away)
    with pytest.raises(OperationalError):
        await settle_all(house, lambda _: Sent(41), Lane.REMINDER)
    assert await states(house.database) == {"claimed": 3}


@pytest.mark.parametrize("letter", TELLTALES, ids=lambda letter: type(letter).__name__)
@pytest.mark.parametrize("outcome", [Later(7, whole_token=False), Stopped("unauthorized"), Moved(77)], ids=repr)
async def test_what_tells_a_moment_is_still_tried_again(house: House, letter, outcome):
    await queue_telltale(house, letter)
    (claimed,) = await house.claim()
    await settle(house, claimed.id, outcome)
    assert await states(house.database) == {"queued": 1}


@pytest.mark.parametrize("letter", TELLTALES, ids=lambda letter: type(letter).__name__)
async def test_what_tells_a_moment_and_cannot_be_read_is_gone(house: House, letter):
    await queue_telltale(house, letter)
    async with house.database.transaction() as uow:
        await uow._connection.execute(parcels.update().values(letter=b"spoilt"))
    assert await house.claim() == []
    assert await rows(house.database) == []


@pytest.mark.parametrize("letter", TELLTALES[1:], ids=lambda letter: type(letter).__name__)
async def test_what_tells_a_moment_is_gone_when_its_reader_stops_us(house: House, letter):
    person, _ = await queue_telltale(house, letter)
    async with house.database.transaction() as uow:
        await uow.people.set_reach(person, Reach.STOPPED)
    assert await rows(house.database) == []


@pytest.mark.parametrize("letter", TELLTALES[1:], ids=lambda letter: type(letter).__name__)
async def test_what_tells_a_moment_is_gone_when_another_letter_finds_nobody(house: House, letter):
    person, _ = await queue_telltale(house, letter)
    await house.say(person)
    (reply,) = await house.claim()
    await settle(house, reply.id, Unreachable(Lost.BLOCKED))
    assert await rows(house.database) == []


@pytest.mark.parametrize("letter", TELLTALES[1:], ids=lambda letter: type(letter).__name__)
async def test_what_tells_a_moment_is_not_kept_for_somebody_unreachable(house: House, letter):
    async with house.database.transaction() as uow:
        person = await uow.addresses.person_at(BOT, 1)
        await uow.people.set_reach(person, Reach.UNREACHABLE)
    assert await queue_telltale(house, letter) == (person, False)
    assert await rows(house.database) == []


async def test_whoever_cannot_be_reached_waits_for_nothing_but_replies(house: House):
    person, other = await house.people(2)
    for to in (person, other):
        await house.say(to, "kujtesë", lane=Lane.REMINDER)
        await house.say(to, "përgjigje")
        await house.say(to, "përgjigje tjetër")
    claimed = {parcel.person: parcel.id for parcel in await house.claim()}
    await settle(house, claimed[person], Unreachable(Lost.BLOCKED))
    async with house.database.reading() as uow:
        assert (await uow.people.get(person)).reach is Reach.UNREACHABLE
        assert (await uow.people.get(other)).reach is Reach.REACHABLE
    theirs = [(row["lane"], row["state"]) for row in await rows(house.database) if row["person"] == person]
    assert theirs == [(2, "unreachable"), (0, "queued")]


async def test_whoever_cannot_be_reached_may_be_back_before_what_is_due_later(house: House):
    person = await house.person()
    await house.say(person, "tani", lane=Lane.REMINDER)
    await house.say(person, "nesër", lane=Lane.REMINDER, due_at=MORNING)
    (claimed,) = await house.claim()
    await settle(house, claimed.id, Unreachable(Lost.BLOCKED))
    assert [row["state"] for row in await rows(house.database)] == ["unreachable", "queued"]
    assert texts(await house.claim(MORNING)) == ["nesër"]


async def test_whoever_stopped_us_is_not_taken_for_unreachable(house: House):
    person = await house.person()
    await house.say(person)
    async with house.database.transaction() as uow:
        await uow.people.set_reach(person, Reach.STOPPED)
    (claimed,) = await house.claim()
    await settle(house, claimed.id, Unreachable(Lost.BLOCKED))
    async with house.database.reading() as uow:
        assert (await uow.people.get(person)).reach is Reach.STOPPED


async def test_a_moved_chat_is_written_to_at_its_new_place(house: House):
    person = await house.person(5)
    await house.say(person)
    (claimed,) = await house.claim()
    await settle(house, claimed.id, Moved(-100_500))
    assert await house.queue.addresses([person]) == {person: Address(BOT, -100_500)}
    assert len(await house.claim()) == 1


async def test_a_chat_that_moved_to_where_somebody_else_is_is_lost(house: House):
    person, _other = await house.people(2)
    await house.say(person, lane=Lane.REMINDER)
    (claimed,) = await house.claim()
    await settle(house, claimed.id, Moved(2))
    assert await states(house.database) == {"unreachable": 1}


async def test_a_key_is_used_once(house: House):
    person, other = await house.people(2)
    assert await house.say(person, key="digest:1")
    assert not await house.say(person, key="digest:1")
    assert await house.say(other, key="digest:2")
    assert await house.say(person)
    assert await house.say(person)
    assert len(await rows(house.database)) == 4


async def remind(house: House, people: list[PersonId], key: str = "m:1:3d", due_at: datetime = NOW) -> int:
    letter = MeetingReminder(house.meeting, NOW + timedelta(days=10))
    async with house.database.transaction() as uow:
        return await uow.outbox.remind(letter, people=people, due_at=due_at, use_by=SOON, key=key)


async def test_a_reminder_is_queued_once_for_each_person(house: House):
    people = await house.people(3)
    assert await remind(house, people[:2]) == 2
    assert await remind(house, people) == 1
    assert await remind(house, people, key="m:1:1d") == 3
    assert await remind(house, []) == 0
    claimed = await house.claim()
    assert [parcel.letter for parcel in claimed] == [MeetingReminder(house.meeting, NOW + timedelta(days=10))] * 3
    assert {(parcel.use_by, parcel.lane) for parcel in claimed} == {(SOON, Lane.REMINDER)}


@pytest.mark.sqlite_only  # which counts what it writes
async def test_a_reminder_that_waits_is_neither_looked_up_nor_sealed_nor_written_anew(house: House, monkeypatch):
    """The job looks every minute, for a day: it would wear out the disk, and nobody else can write meanwhile."""
    people = await house.people(3)
    a_day_before = NOW + timedelta(days=9)
    await follow(house, people[:2])
    assert await look(house, a_day_before) == 4
    done: list[str] = []
    for name in ("seal", "mark", "lasting_mark"):
        monkeypatch.setattr(Vault, name, counted(getattr(Vault, name), done))
    before = await written(house)
    assert await look(house, a_day_before) == 0
    assert (await written(house) - before, done) == (0, ["lasting_mark"] * 2)
    await follow(house, people)
    before = await written(house)
    assert await look(house, a_day_before) == 2
    assert (await written(house) - before, done.count("seal")) == (2, 2)


async def test_many_reminders_are_queued_in_several_looks(house: House, monkeypatch):
    monkeypatch.setattr(usecases, "AT_ONCE", 2)
    await follow(house, await house.people(5))
    assert [await look(house, NOW + timedelta(days=9)) for _ in range(4)] == [4, 4, 2, 0]


async def follow(house: House, people: list[PersonId]) -> None:
    async with house.database.transaction() as uow:
        for person in people:
            await uow.people.follow(person, Followed.CONSULTATION, house.consultation, NOW.date())


async def look(house: House, now: datetime) -> int:
    async with house.database.transaction() as uow:
        return await usecases.queue_reminders(uow=uow, now=now)


def counted(method, done: list[str]):
    def call(*args):
        done.append(method.__name__)
        return method(*args)

    return call


async def written(house: House) -> int:
    """How many rows this connection has written since it was opened."""
    async with house.database.reading() as uow:
        return (await uow._connection.exec_driver_sql("SELECT total_changes()")).scalar_one()


async def test_a_reminder_that_was_called_back_is_queued_again(house: House):
    people = await house.people(2)
    await remind(house, people)
    async with house.database.transaction() as uow:
        assert await uow.outbox.call_back(f"meeting:{house.meeting}", only=(MeetingReminder,)) == 2
    assert await house.claim(SOON) == []
    assert await remind(house, people, due_at=SOON) == 2
    assert len(await house.claim(SOON)) == 2


@pytest.mark.parametrize("settled", [Void("cancelled"), Rejected("chat not found"), Doubtful("?")], ids=repr)
async def test_the_end_of_a_reminder_does_not_tell_who_has_commented(house: House, settled):
    """It is void for those who have: their row must look like all others, whatever became of these."""
    await house.people(2)
    people = await house.people(2)
    letter = DeadlineReminder(house.consultation, NOW.date())
    async with house.database.transaction() as uow:
        await uow.outbox.remind(letter, people=people, due_at=NOW, use_by=SOON, key="d:1:3w")
    silent, heard = await house.claim()
    await settle(house, silent.id, Later(1, whole_token=False, counts=True), retry_at=NOW)
    (silent,) = await house.claim()
    await house.queue.mark_sending([silent.id])
    later = NOW + timedelta(seconds=9)
    await house.queue.settle([Settled(silent.id, Sent(41), later), Settled(heard.id, settled, NOW)])
    one, other = await rows(house.database)
    same = one.keys() - {"id", "person", "key", "letter"}
    assert {name: one[name] for name in same} == {name: other[name] for name in same}
    async with house.database.transaction() as uow:
        assert await uow.outbox.remind(letter, people=people, due_at=NOW, use_by=SOON, key="d:1:3w") == 0


async def test_only_what_was_named_is_called_back(house: House):
    one, two = await house.people(2)
    await remind(house, [one, two])
    subject = f"meeting:{house.meeting}"
    async with house.database.transaction() as uow:
        assert await uow.outbox.call_back("meeting:99") == 0
        assert await uow.outbox.call_back(subject, only=(DeadlineReminder, Announced)) == 0
        assert await uow.outbox.call_back(subject, to=two) == 1
        assert await uow.outbox.call_back(subject) == 1


async def test_what_is_on_its_way_is_not_called_back(house: House):
    await remind(house, [await house.person()])
    await house.claim()
    async with house.database.transaction() as uow:
        assert await uow.outbox.call_back(f"meeting:{house.meeting}") == 0


async def test_a_parcel_that_cannot_be_read_leaves_the_queue(house: House):
    for person in await house.people(2):
        await house.say(person, lane=Lane.REMINDER)
    async with house.database.transaction() as uow:
        await uow._connection.execute(parcels.update().where(parcels.c.id == 1).values(letter=b"spoilt"))
    assert [parcel.id for parcel in await house.claim()] == [2]
    assert (await rows(house.database))[0]["reason"] == "unreadable"


async def test_a_letter_that_edits_carries_the_message_it_replaces(house: House):
    person = await house.person()
    async with house.database.transaction() as uow:
        await uow.outbox.add(Reply(Message("e re"), over=33), to=person, lane=Lane.REPLY, due_at=NOW)
    assert [parcel.over for parcel in await house.claim()] == [33]


async def test_the_shut_gate_outlives_a_restart(database: Database):
    queue, other = database.queue(BOT), database.queue(BOT + 1)
    assert await queue.gate() is None
    await queue.keep(Gate(SOON, 0.7, NOW))
    await queue.keep(Gate(SOON + timedelta(hours=3), 0.49, SOON))
    await database.close()
    await database.open()
    assert await queue.gate() == Gate(SOON + timedelta(hours=3), 0.49, SOON)
    assert await other.gate() is None


# Announcements


async def announce(house: House, *, due_at: datetime = NOW, lane: Lane = Lane.ANNOUNCEMENT, **more) -> CampaignId:
    async with house.database.transaction() as uow:
        return await uow.outbox.announce(house.announced, to=house.audience, lane=lane, due_at=due_at, **more)


async def delivery(house: House, campaign: CampaignId) -> Delivery:
    async with house.database.reading() as uow:
        return await uow.outbox.delivery(campaign)


async def test_an_announcement_is_filled_in_piece_by_piece_and_survives_a_restart(house: House):
    people = await house.followers(25)
    campaign = await announce(house)
    assert await delivery(house, campaign) == Delivery(total=25, waiting=25)
    assert await house.queue.next_due() == NOW
    assert await house.queue.expand(NOW, 10) == 10
    await house.database.close()
    await house.database.open()
    assert [await house.queue.expand(NOW, 10) for _ in range(3)] == [10, 5, 0]
    claimed = await house.claim()
    assert [parcel.person for parcel in claimed] == sorted(people)
    assert {(parcel.letter, parcel.campaign) for parcel in claimed} == {(house.announced, campaign)}


async def test_an_announcement_costs_as_much_as_it_has_followers_however_many_people_there_are(house: House):
    await house.people(22)
    followers = await house.followers(3, first=100)
    async with house.database.transaction() as uow:
        await uow.outbox.announce(house.announced, to=house.audience, lane=Lane.ANNOUNCEMENT, due_at=NOW)
    assert [await house.queue.expand(NOW, 10) for _ in range(2)] == [3, 0]
    assert {parcel.person for parcel in await house.claim()} == set(followers)


async def test_whoever_hears_of_it_in_several_ways_is_found_once_in_whatever_pieces(house: House):
    people = await house.people(12)
    async with house.database.transaction() as uow:
        unit, *_ = await uow.places.units(house.municipality)
        for number, person in enumerate(people):
            for what, subject in (
                (Followed.MUNICIPALITY, house.municipality),
                (Followed.UNIT, unit.id),
                (Followed.CONSULTATION, house.consultation),
            )[number % 3 :]:
                await uow.people.follow(person, what, subject, NOW.date())
        await uow.outbox.announce(house.announced, to=house.audience, lane=Lane.ANNOUNCEMENT, due_at=NOW)
    assert [await house.queue.expand(NOW, 5) for _ in range(4)] == [5, 5, 2, 0]
    assert sorted(parcel.person for parcel in await house.claim()) == sorted(people)


async def test_a_crash_in_the_middle_of_a_piece_repeats_or_loses_nobody(house: House):
    await house.followers(20)
    campaign = await announce(house)
    await house.queue.expand(NOW, 8)

    async def crash() -> None:
        async with house.database.transaction() as uow:
            await uow.expanding.expand(NOW, 8, bot=BOT)
            raise ConnectionError

    with pytest.raises(ConnectionError):
        await crash()
    while await house.queue.expand(NOW, 8):
        pass
    assert Counter(row["person"] for row in await rows(house.database)).most_common(1)[0][1] == 1
    assert await delivery(house, campaign) == Delivery(total=20, waiting=20)


async def test_no_more_is_written_than_leaves_soon(house: House, monkeypatch: pytest.MonkeyPatch):
    """To hold an announcement back changes all that waits: of a million it would take seconds."""
    monkeypatch.setattr(expanding, "AHEAD", 20)
    people = await house.followers(60)
    campaign = await announce(house)
    assert [await house.queue.expand(NOW, 10) for _ in range(4)] == [10, 10, 0, 0]
    assert await delivery(house, campaign) == Delivery(total=60, waiting=60)
    heard = [parcel.person for parcel in await house.claim(limit=1)]
    assert [await house.queue.expand(NOW, 10) for _ in range(2)] == [10, 0]
    while claimed := await house.claim(limit=7):
        heard += [parcel.person for parcel in claimed]
        await house.queue.expand(NOW, 10)
    assert heard == sorted(people)


async def test_what_is_urgent_is_written_at_once(house: House, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(expanding, "AHEAD", 3)
    await house.followers(9)
    await announce(house)
    assert [await house.queue.expand(NOW, 5) for _ in range(2)] == [5, 0]
    await announce(house, lane=Lane.URGENT)
    assert [await house.queue.expand(NOW, 5) for _ in range(3)] == [5, 4, 0]


async def test_what_waits_for_the_morning_or_for_another_bot_holds_up_nobody(
    house: House, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(expanding, "AHEAD", 3)
    await house.followers(9)
    await announce(house, due_at=NIGHT)
    assert [await house.queue.expand(NIGHT, 5) for _ in range(3)] == [5, 4, 0]
    await announce(house, due_at=MORNING)
    assert await house.queue.expand(MORNING, 5) == 0
    assert [await house.database.queue(BOT + 1).expand(MORNING, 5) for _ in range(3)] == [5, 4, 0]


async def test_several_announcements_share_a_piece(house: House):
    await house.followers(4)
    for _ in range(3):
        await announce(house)
    assert [await house.queue.expand(NOW, 10) for _ in range(3)] == [10, 2, 0]


async def test_an_announcement_waits_for_its_hour(house: House):
    await house.followers(2)
    await announce(house, due_at=SOON)
    assert await house.queue.expand(NOW, 10) == 0
    assert await house.queue.next_due() == SOON
    assert await house.queue.expand(SOON, 10) == 2


async def test_delivery_counts_people(house: House):
    await house.followers(6)
    campaign = await announce(house)
    await house.queue.expand(NOW, 10)
    claimed = await house.claim(limit=4)
    outcomes = (Sent(5), Unreachable(Lost.GONE), Rejected("?"), Doubtful("?"))
    for parcel, outcome in zip(claimed, outcomes, strict=True):
        await settle(house, parcel.id, outcome)
    assert await delivery(house, campaign) == Delivery(total=6, sent=1, unreachable=1, failed=2, waiting=2)


async def test_an_announcement_to_nobody_is_done_at_once(house: House):
    campaign = await announce(house)
    assert await house.queue.expand(NOW, 10) == 0
    assert await delivery(house, campaign) == Delivery()
    assert await house.queue.next_due() is None


async def test_a_faulty_announcement_stops_and_can_go_on(house: House):
    await house.followers(6)
    campaign = await announce(house)
    await house.queue.expand(NOW, 4)
    (first,) = await house.claim(limit=1)
    await house.queue.stop_campaign(campaign, "BUTTON_DATA_INVALID")
    await settle(house, first.id, Rejected("BUTTON_DATA_INVALID", for_all=True))
    assert await house.queue.expand(NOW, 10) == 0
    assert await house.claim() == []
    assert await house.queue.next_due() is None
    assert await delivery(house, campaign) == Delivery(total=6, failed=1, waiting=5, stopped=True)
    async with house.database.transaction() as uow:
        await uow.outbox.brake(campaign, Brake.RESUME)
    assert await house.queue.expand(NOW, 10) == 2
    assert len(await house.claim()) == 5


async def test_stopping_the_last_of_an_announcement_stops_what_waits(house: House):
    await house.followers(3)
    campaign = await announce(house)
    await house.queue.expand(NOW, 10)
    await house.queue.stop_campaign(campaign, "?")
    assert await house.claim() == []


async def test_an_announcement_that_is_called_back_reaches_nobody_more(house: House):
    await house.followers(6)
    campaign = await announce(house)
    await house.queue.expand(NOW, 4)
    async with house.database.transaction() as uow:
        assert await uow.outbox.call_back(f"consultation:{house.consultation}") == 4
        assert await uow.outbox.consultation_of(campaign) == house.consultation
    assert await house.queue.expand(NOW, 4) == 0
    assert await house.claim() == []
    assert await delivery(house, campaign) == Delivery(total=4, unsent=4)


NIGHT = NOW.replace(hour=22)
MORNING = (NIGHT + timedelta(days=1)).replace(hour=7)


@pytest.mark.parametrize(
    ("lane", "use_by", "due_at"),
    [
        (Lane.ANNOUNCEMENT, None, MORNING),
        (Lane.REMINDER, MORNING + timedelta(hours=1), MORNING),
        (Lane.REMINDER, MORNING, NIGHT),
        (Lane.URGENT, None, NIGHT),
    ],
)
async def test_an_announcement_lets_people_sleep_unless_it_cannot_wait(house: House, lane, use_by, due_at):
    await house.followers(1)
    await announce(house, due_at=NIGHT, lane=lane, use_by=use_by)
    await house.queue.expand(NIGHT, 10)
    assert [row["due_at"] for row in await rows(house.database)] == [due_at]


# Progress


async def progress(house: House, officer: PersonId, due_at: datetime = NOW, key: str | None = None) -> bool:
    async with house.database.transaction() as uow:
        letter = Progress(CampaignId(1), house.consultation)
        return await uow.outbox.add(letter, to=officer, lane=Lane.URGENT, due_at=due_at, key=key)


async def test_the_last_word_is_queued_once(house: House):
    officer = await house.person()
    assert await progress(house, officer, key="delivered:1")
    (claimed,) = await house.claim()
    await settle(house, claimed.id, Sent(41))
    assert not await progress(house, officer, key="delivered:1")
    assert await house.claim() == []


async def test_progress_is_one_message_that_is_edited(house: House):
    officer, other = await house.people(2)
    overs = []
    for _ in range(3):
        for to in (officer, other):
            await progress(house, to)
            await progress(house, to)
        claimed = await house.claim()
        overs.append([parcel.over for parcel in claimed])
        for parcel in claimed:
            await settle(house, parcel.id, Sent(parcel.person + 40))
    assert overs == [[None, None], [officer + 40, other + 40], [officer + 40, other + 40]]
    assert await states(house.database) == {"sent": 2}


async def test_progress_while_one_is_on_its_way_comes_after_it(house: House):
    officer = await house.person()
    await progress(house, officer)
    (first,) = await house.claim()
    await progress(house, officer)
    assert await house.claim() == []
    await settle(house, first.id, Sent(41))
    assert [parcel.over for parcel in await house.claim()] == [41]


async def test_waiting_progress_comes_at_the_earlier_of_two_moments(house: House):
    officer = await house.person()
    await progress(house, officer, SOON)
    await progress(house, officer)
    assert len(await house.claim()) == 1


@pytest.mark.parametrize(
    "letter", [DeadlineReminder(ConsultationId(7), NOW.date()), MeetingReminder(MeetingId(7), NOW)]
)
async def test_a_letter_to_somebody_unreachable_is_written_down_as_undelivered(house: House, letter):
    person = await house.person()
    async with house.database.transaction() as uow:
        await uow.people.set_reach(person, Reach.UNREACHABLE)
        assert await uow.outbox.add(letter, to=person, lane=Lane.URGENT, due_at=NOW, key="k")
        assert not await uow.outbox.add(letter, to=person, lane=Lane.URGENT, due_at=NOW, key="k")
    assert await states(house.database) == {"unreachable": 1}


def plans_of(house: House, explain: str, *, column: int) -> list[str]:
    """How the database goes about what it is asked of the queue from now on."""
    plans: list[str] = []

    def explained(_connection, cursor, statement, parameters, _context, _many) -> None:
        if "parcels AS" in statement:
            cursor.execute(f"{explain} {statement}", parameters)
            plans.append(" | ".join(row[column] for row in cursor.fetchall()))

    event.listen(house.database._engine.sync_engine, "before_cursor_execute", explained)
    return plans


@pytest.mark.sqlite_only
async def test_the_queue_is_asked_by_way_of_its_indexes(house: House):
    """On 20,000 waiting parcels a claim that compares all with all takes minutes; so the plan itself is the test."""
    await house.claim()
    plans = plans_of(house, "EXPLAIN QUERY PLAN", column=3)
    await house.claim()
    await house.queue.next_due()
    claiming, waiting = plans
    assert "TEMP B-TREE" not in claiming + waiting
    assert "SCAN parcels" not in claiming + waiting
    assert "parcels USING INDEX ix_parcels_next (bot=? AND state=? AND lane>?)" in claiming
    assert "parcels_1 USING INDEX ix_parcels_person (person=? AND state=? AND due_at<?)" in claiming
    assert "parcels USING INDEX ix_parcels_due (bot=? AND state=?)" in waiting
    for plan in (claiming, waiting):  # one who was told thousands of things must not hold up the others
        assert "ix_parcels_tried (person=? AND tried=? AND lane=? AND id<?)" in plan


@pytest.mark.postgresql_only
async def test_what_was_sent_in_years_is_not_gone_through_at_each_beat(house: House):
    """PostgreSQL chooses by what it has counted, so there must be something to count."""
    person = await house.person()
    for number in range(3):
        await house.say(person, f"{number}")
    async with house.database.transaction() as uow:
        columns = ", ".join(column.name for column in parcels.c if column.name not in {"id", "state", "key"})
        years = (
            f"INSERT INTO parcels ({columns}, state) SELECT {columns}, 'sent' FROM parcels, generate_series(1, 20000)"
        )
        await uow.outbox._connection.execute(sql(years))
        await uow.outbox._connection.execute(sql("ANALYZE parcels"))
    plans = plans_of(house, "EXPLAIN", column=0)
    assert texts(await house.claim(limit=1, others=1)) == ["0"]
    await house.queue.next_due()
    claiming, waiting = plans
    assert "Seq Scan on parcels" not in claiming + waiting
