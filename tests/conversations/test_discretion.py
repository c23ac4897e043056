"""What the tables say while people talk: nothing of who spoke."""

from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from participation.clock import wall
from participation.comments.model import Verdict
from participation.comments.usecases import answer_comment
from participation.ids import CommentId
from scheduler.jobs import jobs
from storage.tables import audit, metadata
from tests.conversations.steps import comment, report
from tests.conversations.test_time import follow, heard_at


async def naming(town, person) -> list[tuple[str, dict]]:
    """Every row that bears somebody's number."""
    async with town.service.database.reading() as unit:
        number = await unit.addresses.find(town.bot.id, person.id)
        return [
            (table.name, dict(row))
            for table in metadata.sorted_tables
            if "person" in table.c
            for row in (await unit._connection.execute(select(table))).mappings()
            if row["person"] == number
        ]


async def test_a_comment_or_a_report_changes_nothing_that_bears_its_authors_number(square):
    town, ana = square.town, square.ana
    await follow(town, ana)
    await town.until(wall(date(2023, 8, 3), time(12)), timedelta(days=60))
    before = await naming(town, ana)
    assert any(row.get("kind") == "deadline_reminder" and row["state"] == "queued" for _, row in before)
    await comment(town, ana, "More buses.")
    assert await naming(town, ana) == before
    await report(town, ana)
    assert await naming(town, ana) == before


async def test_the_log_of_the_database_does_not_keep_who_spoke_for_longer_than_a_beat(square, tmp_path):
    town, ana = square.town, square.ana
    await comment(town, ana, "More buses.")
    (log,) = tmp_path.glob("*-wal")
    assert log.stat().st_size > 0
    shred = next(job for job in jobs() if job.name == "shred")
    assert shred.every <= timedelta(seconds=15)
    await town.service.metronome.perform(shred)
    assert log.stat().st_size == 0


async def test_an_answer_that_waits_for_the_morning_does_not_name_its_author_meanwhile(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "More buses.")
    before = await naming(town, ana)
    town.clock.set(wall(date(2023, 6, 20), time(23)))
    async with town.service.database.transaction() as unit:
        by = await unit.addresses.find(town.bot.id, zana.id)
        await answer_comment(CommentId(1), verdict=Verdict.ACCEPTED, reason=None, by=by, uow=unit, now=town.clock.now())
    await town.until(wall(date(2023, 6, 21), time(7, 59)), timedelta(hours=1))
    assert await naming(town, ana) == before
    await town.until(wall(date(2023, 6, 21), time(8)))
    assert heard_at(ana, "Your comment was accepted") == ["2023-06-21 08:00"]
    assert await naming(town, ana) == before


async def test_the_coordinator_sees_the_day_of_a_comment_and_not_its_hour(square):
    town, ana, zana = square.town, square.ana, square.zana
    town.clock.set(wall(date(2023, 6, 20), time(17, 43)))
    await comment(town, ana, "More buses.")
    await town.do(zana, lambda: zana.presses_data(town.bot, "c~1"))
    shown = town.heard(zana).text
    assert "Received: Tuesday, 20 June 2023\n" in shown
    assert "43" not in shown
    await town.do(ana, lambda: ana.presses_data(town.bot, "c~1"))
    assert "17:43" in town.heard(ana).text


async def test_a_reply_that_cannot_leave_does_not_tell_when_it_was_written(square):
    """It bears a number; its moment would be that of the draft, and of whatever came in just then."""
    town, ana = square.town, square.ana
    town.clock.set(wall(date(2023, 6, 20), time(17, 43)))
    ana.says(town.bot, "/raporto")
    await town.line.intake.poll(0)
    ((_, reply),) = [(table, row) for table, row in await naming(town, ana) if row.get("state") == "queued"]
    moments = {name: value for name, value in reply.items() if isinstance(value, datetime)}
    assert moments == {"due_at": wall(date(2023, 6, 20), time(0))}
    await town.settle()
    assert "in danger right now" in town.heard(ana).text


async def test_whoever_tries_a_foreign_door_again_and_again_stands_in_the_book_once(square, caplog):
    town, ana = square.town, square.ana
    await report(town, ana)
    for _ in range(5):
        await town.do(ana, lambda: ana.presses_data(town.bot, "q~1"))
    async with town.service.database.reading() as unit:
        tries = select(audit.c.subject, audit.c.times).where(audit.c.action == "refused")
        assert (await unit._connection.execute(tries)).all() == [("ShowReport", 5)]
    assert caplog.text.count("refused: ShowReport") == 1
