"""No moment stands beside a person that could be laid over the moment of a comment or a report."""

from datetime import timedelta

from sqlalchemy import Date, select

from participation.meetings.model import Coming
from participation.people.model import Followed
from storage.columns import Moment
from storage.tables import attendance, comments, drafts, follows, inbox, metadata, people, reports
from tests.storage.rows import NOW, House

TODAY = NOW.date()
OF_THE_POST = {"parcels": {"due_at", "use_by", "lease_until", "settled_at"}}
"""A letter needs its hour; which letters leave no row behind is tested beside the queue."""


def columns(table, *kinds) -> set[str]:
    return {column.name for column in table.c if isinstance(column.type, kinds)}


def test_no_table_that_names_a_person_keeps_moments():
    naming = [table for table in metadata.sorted_tables if "person" in table.c and table.name != "audit"]
    assert {table.name: columns(table, Moment) for table in naming if columns(table, Moment)} == OF_THE_POST
    assert columns(people, Moment, Date) == set()


def test_what_was_said_is_known_by_its_day():
    assert columns(comments, Moment) == columns(reports, Moment) == set()
    assert columns(inbox, Moment) == set()


def test_drafts_have_moments_but_name_nobody():
    assert "person" not in drafts.c


def test_no_table_about_people_is_kept_in_the_order_in_which_they_came():
    """The hidden number of a row (rowid) counts; without one, or with a random one, nobody knows who was first."""
    kept = {table.name for table in metadata.sorted_tables if table.dialect_options["sqlite"]["with_rowid"]}
    assert kept & {"addresses", "attendance", "drafts", "follows"} == set()


async def test_after_a_month_not_even_the_day_is_kept_on_which_somebody_asked(house: House):
    person = await house.person()
    days = {Followed.MUNICIPALITY: TODAY - timedelta(days=31), Followed.CONSULTATION: TODAY - timedelta(days=30)}
    async with house.database.transaction() as uow:
        for what, day in days.items():
            await uow.people.follow(person, what, 1, day)
        await uow.meetings.attend(
            house.meeting, person, Coming.YES, wants_to_speak=False, on=TODAY - timedelta(days=31)
        )
        await uow.sweeper.sweep(now=NOW, marks_before=NOW)
        followed = dict((await uow._connection.execute(select(follows.c.what, follows.c.since))).all())
        came = (await uow._connection.execute(select(attendance.c.since))).scalar_one()
    assert followed == {"municipality": None, "consultation": TODAY - timedelta(days=30)}
    assert came is None


async def test_the_numbers_of_people_do_not_tell_who_came_first(house: House):
    met = await house.people(40)
    assert sorted(met) != met
    assert max(met) > 1_000_000
