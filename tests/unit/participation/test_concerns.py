"""What should make a coordinator look twice."""

from datetime import date, time

import pytest

from participation.calendar.working_days import WorkingCalendar
from participation.clock import wall
from participation.consultations.concerns import Concern, Worry, worries
from participation.consultations.model import Kind, Terms
from participation.consultations.plan import Plan
from participation.meetings.model import Venue
from participation.messages import Media, MediaKind

TODAY = date(2023, 6, 20)
GOOD = {
    "title": "Plani Social",
    "purpose": "Shërbimet.",
    "deadline": date(2023, 7, 20),
    "email": "a@b.example",
    "register_url": "https://register.example/1",
    "kind": Kind.DRAFT,
}
PAPERS = (Media(MediaKind.DOCUMENT, ref="x"),)


def concerns(venues=(), papers=PAPERS, **changes) -> set[Concern]:
    plan = Plan(Terms(**(GOOD | changes)), tuple(venues), papers)
    return {worry.concern for worry in worries(plan, today=TODAY, calendar=WorkingCalendar())}


def on(day: date) -> Venue:
    return Venue(wall(day, time(11)), "Salla")


def test_a_complete_plan_worries_nobody():
    assert concerns([on(date(2023, 7, 19))]) == set()


@pytest.mark.parametrize(
    ("changes", "concern"),
    [
        ({"title": ""}, Concern.NO_TITLE),
        ({"purpose": ""}, Concern.NO_PURPOSE),
        ({"papers": ()}, Concern.NO_PAPER),
        ({"deadline": None}, Concern.NO_DEADLINE),
        ({"email": None}, Concern.NO_CONTACT),
        ({"register_url": None}, Concern.NO_REGISTER_LINK),
        ({"register_url": "ftp://register"}, Concern.ODD_LINK),
        ({"register_url": "https://register.example/"}, Concern.LINK_TO_NO_PAGE),
        ({"kind": Kind.MEETING}, Concern.NO_MEETING),
        ({"kind": Kind.SERIES}, Concern.NO_MEETING),
        ({"venues": [Venue(wall(date(2023, 7, 19), time(3)), "Salla")]}, Concern.MEETING_AT_NIGHT),
        ({"deadline": date(2023, 6, 19)}, Concern.PAST_DEADLINE),
        ({"deadline": date(2023, 7, 10)}, Concern.SHORT_DEADLINE),
        ({"venues": [on(date(2023, 6, 19))]}, Concern.MEETING_PAST),
        ({"venues": [on(date(2023, 6, 30))]}, Concern.MEETING_TOO_SOON),
        ({"venues": [on(date(2023, 7, 25))]}, Concern.MEETING_AFTER_CLOSE),
    ],
)
def test_each_gap_is_one_worry(changes, concern):
    assert concerns(**changes) == {concern}


def test_before_a_text_is_written_nobody_misses_the_draft():
    assert concerns(papers=(), kind=Kind.PRIOR) == set()


@pytest.mark.parametrize(
    ("changes", "concern"),
    [
        ({"deadline": date(2023, 7, 22)}, Concern.DEADLINE_DAY_OFF),
        ({"deadline": date(2023, 7, 28), "venues": [on(date(2023, 7, 22))]}, Concern.MEETING_DAY_OFF),
    ],
)
def test_a_day_on_which_no_office_works_is_a_worry(changes, concern):
    plan = Plan(
        Terms(**(GOOD | {k: v for k, v in changes.items() if k != "venues"})), (*changes.get("venues", ()),), PAPERS
    )
    assert {worry.concern for worry in worries(plan, today=TODAY, calendar=WorkingCalendar())} == {concern}


def test_a_day_in_an_unlikely_year_is_a_worry():
    far, near = date(2033, 7, 20), date(2025, 6, 10)
    assert concerns([on(far)], deadline=far) == {Concern.MEETING_FAR, Concern.DEADLINE_FAR}
    assert concerns([on(near)], deadline=near) == set()
    assert concerns([on(date(1923, 6, 20))], deadline=date(1923, 6, 20)) == {
        Concern.MEETING_PAST,
        Concern.PAST_DEADLINE,
    }


@pytest.mark.parametrize(
    "title", ["Njoftim për mbledhjen e Këshillit Bashkiak", "KËSHILLI BASHKIAK MBLIDHET NË SEANCË TË ZAKONSHME"]
)
def test_the_council_is_convened_five_days_before_and_not_twenty(title):
    def worried(day: date) -> tuple[Worry, ...]:
        plan = Plan(Terms(**(GOOD | {"title": title})), (on(day),), PAPERS)
        return worries(plan, today=date(2023, 6, 22), calendar=WorkingCalendar())

    assert worried(date(2023, 6, 27)) == ()
    assert worried(date(2023, 6, 26)) == (Worry(Concern.COUNCIL_TOO_SOON, date(2023, 6, 26), 4),)


@pytest.mark.parametrize(
    "title", ["Dëgjesë në sallën e mbledhjeve të Këshillit Bashkiak", "Këshilli mblidhet në seancë këshillimi"]
)
def test_a_hearing_before_the_council_wants_twenty_days(title):
    assert concerns([on(date(2023, 6, 30))], title=title) == {Concern.MEETING_TOO_SOON}


def test_a_telephone_is_a_contact_too():
    assert concerns(email=None, phone="04 222 33 44") == set()


def test_a_short_deadline_says_its_day_and_how_many_working_days_it_leaves():
    plan = Plan(Terms(**(GOOD | {"deadline": date(2023, 7, 10)})), (), PAPERS)
    (worry,) = worries(plan, today=TODAY, calendar=WorkingCalendar())
    assert worry == Worry(Concern.SHORT_DEADLINE, date(2023, 7, 10), 14)


TWENTIETH = date(2023, 7, 18)
"""The first day on which the law has nothing to say."""


def test_exactly_twenty_working_days_are_enough():
    assert concerns([on(TWENTIETH)], deadline=TWENTIETH) == set()
    assert concerns(deadline=date(2023, 7, 17)) == {Concern.SHORT_DEADLINE}
    assert concerns([on(date(2023, 7, 17))]) == {Concern.MEETING_TOO_SOON}
