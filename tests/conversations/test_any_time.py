"""Whatever happens meanwhile: no reminder comes twice, of another date, or at night, and none is missing.

Beside the real service stands a plain model: the reminders that the rules ask for, and what may have taken one away.
"""

import shutil
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.demo.stage import A_BREATH
from participation.calendar.working_days import WorkingCalendar
from participation.clock import TIRANE, local_day, wall
from participation.consultations.model import Terms
from participation.consultations.plan import Plan
from participation.consultations.usecases import publish
from participation.errors import Refused
from participation.ids import ConsultationId, MeetingId, PersonId
from participation.meetings.model import Venue
from participation.meetings.usecases import cancel_meeting, move_meeting
from participation.people.model import QuietHours
from participation.people.usecases import keep_quiet, remind_no_more, remind_of
from participation.reminders.rules import AHEAD, Due, deadline_dues, in_waking_hours, meeting_dues
from tests.conversations.conftest import lively
from tests.town import Town, open_town

HOUR = timedelta(hours=1)
SUMMER, AUTUMN, SPRING = date(2023, 9, 4), date(2023, 10, 26), date(2024, 3, 27)
"""In autumn and in spring the clocks are changed three and four days later."""
ABOUT = ConsultationId(2)
MEETING = MeetingId(2)
WHY = "Salla është e zënë."
RUNNING_OUT = "The time for comments is running out"


@dataclass
class Story:
    """A town, one person in it, and what has happened so far."""

    town: Town
    folder: Path
    house: AsyncExitStack
    ana: object
    zana: object
    number: PersonId | None = None
    by: PersonId | None = None
    starts: list[tuple[datetime, datetime | None]] = field(default_factory=list)
    """Since when the meeting was to begin at which moment."""
    quiets: list[tuple[datetime, QuietHours]] = field(default_factory=list)
    follows: list[tuple[datetime, bool]] = field(default_factory=list)
    dark: list[tuple[datetime, datetime]] = field(default_factory=list)

    @property
    def now(self) -> datetime:
        return self.town.clock.now()

    async def act(self, do: Callable[..., object]) -> None:
        async with self.town.service.database.transaction() as unit:
            await do(uow=unit, now=self.now)
        await self.town.settle()


Deed = tuple[str, object]
TICK = timedelta(milliseconds=1)
HOURS = st.integers(0, 23).map(time)
QUIETS = st.sampled_from([QuietHours(), QuietHours(time(0), time(0))]) | st.builds(QuietHours, HOURS, HOURS)
STARTS = st.tuples(st.integers(0, 9), st.integers(0, 47))
DEEDS: st.SearchStrategy[Deed] = st.one_of(
    st.tuples(st.just("pass"), st.integers(1, 60)),
    st.tuples(st.just("down"), st.integers(1, 60)),
    st.tuples(st.just("restart"), st.just(0)),
    st.tuples(st.just("move"), STARTS),
    st.tuples(st.just("cancel"), st.just(0)),
    st.tuples(st.just("quiet"), QUIETS),
    st.tuples(st.just("follow"), st.booleans()),
)


def half_hour(day: date, count: int) -> datetime:
    return wall(day, time(count // 2, count % 2 * 30))


async def happen(story: Story, deed: Deed) -> None:
    story.town.clock.move(TICK)  # else what left just before a change would bear its moment
    match deed:
        case "pass", hours:
            await story.town.until(story.now + hours * HOUR, 20 * HOUR)
        case "down", hours:
            story.dark.append((story.now, story.now + hours * HOUR))
            story.town.clock.set(story.now + hours * HOUR)
            await story.town.until(story.now + HOUR / 60)
        case "restart", _:
            world, clock = story.town.world, story.town.clock
            await story.house.aclose()
            story.town = await story.house.enter_async_context(open_town(story.folder, clock=clock, world=world))
        case "move", (days, count):
            await move(story, half_hour(local_day(story.now) + timedelta(days=days), count))
        case "cancel", _:
            await move(story, None)
        case "quiet", quiet:
            await story.act(lambda uow, now: keep_quiet(story.number, start=quiet.start, end=quiet.end, uow=uow))
            story.quiets.append((story.now, quiet))
        case "follow", wants:
            do = remind_of if wants else (lambda *who, uow, now: remind_no_more(*who, uow=uow))
            await story.act(lambda uow, now: do(story.number, ABOUT, uow=uow, now=now))
            if wants is not story.follows[-1][1]:
                story.follows.append((story.now, wants))


async def move(story: Story, to: datetime | None) -> None:
    venue = None if to is None else Venue(to, "Bashkia")
    try:
        if venue is None:
            await story.act(lambda uow, now: cancel_meeting(MEETING, reason=WHY, by=story.by, uow=uow, now=now))
        else:
            await story.act(lambda uow, now: move_meeting(MEETING, to=venue, reason=WHY, by=story.by, uow=uow, now=now))
    except Refused:
        return
    story.starts.append((story.now, to))


async def begin(story: Story, day: date, start: tuple[int, int], closes: int, quiet: QuietHours) -> date:
    """A consultation with one meeting and a deadline, which Ana follows from the beginning."""
    town = story.town
    town.clock.set(wall(day, time(12)))
    starts_at = half_hour(day + timedelta(days=start[0] + 1), start[1])
    deadline = day + timedelta(days=closes)
    async with town.service.database.transaction() as unit:
        story.number = await unit.addresses.find(town.bot.id, story.ana.id)
        story.by = await unit.addresses.find(town.bot.id, story.zana.id)
        plan = Plan(Terms("Buxheti", deadline=deadline), (Venue(starts_at, "Bashkia"),))
        told = {"institution": town.institution, "by": story.by, "at": None, "overridden": ()}
        await publish(plan, **told, uow=unit, now=story.now)
        await keep_quiet(story.number, start=quiet.start, end=quiet.end, uow=unit)
        await remind_of(story.number, ABOUT, uow=unit, now=story.now)
    await town.settle()
    for kept, first in ((story.starts, starts_at), (story.quiets, quiet), (story.follows, True)):
        kept.append((story.now, first))
    return deadline


def at(moment: datetime, history: list[tuple[datetime, object]]) -> object:
    """What held at a moment; a change at that very moment has come before it."""
    return next((what for since, what in reversed(history) if since <= moment), history[0][1])


def reminders(story: Story) -> list[tuple[datetime, str]]:
    told = (m for m in story.ana.chat().messages if m.direction == "out" and "Buxheti" in m.text)
    return [(m.at, m.text) for m in told if m.text.startswith(("The meeting is in ", "The meeting is to", RUNNING_OUT))]


def said_of(moment: datetime) -> str:
    return f"{moment.astimezone(TIRANE):%-d %B %Y, %H:%M}"


def check_each(story: Story, deadline: date) -> None:
    """None twice, none of another date, none at night."""
    seen = []
    for moment, text in reminders(story):
        assert not at(moment, story.quiets).cover(moment), (moment, text)
        if text.startswith(RUNNING_OUT):
            assert f"{deadline:%-d %B %Y}" in text
            continue
        start = at(moment, story.starts)
        assert start is not None, (moment, text)
        assert moment < start, (moment, text)
        assert said_of(start) in text, (moment, text)
        window = (start, [due.code for due in meeting_dues(start) if due.moment <= moment][-1:])
        assert window not in seen, (moment, text)
        seen.append(window)


def check_none_missing(story: Story, deadline: date, calendar: WorkingCalendar) -> None:
    """A reminder whose time was calm comes at the very moment that the rules name for it."""
    came = [moment for moment, _ in reminders(story)]
    for start in {start for _, start in story.starts if start is not None}:
        for due in meeting_dues(start):
            if is_calm(story, due) and at(due.moment, story.starts) == start:
                check_came(story, due, came)
    for due in deadline_dues(deadline, calendar):
        if is_calm(story, due):
            check_came(story, due, came)


def is_calm(story: Story, due: Due) -> bool:
    """Whether nothing happened from long before a reminder until it would be stale."""
    begins, (first, _) = due.moment - AHEAD - HOUR, story.follows[0]
    changes = [moment for kept in (story.starts, story.quiets, story.follows) for moment, _ in kept]
    is_dark = any(down < due.until and begins < up for down, up in story.dark)
    return first < begins and due.until < story.now and not is_dark and not any(begins < c < due.until for c in changes)


def check_came(story: Story, due: Due, came: list[datetime]) -> None:
    expected = in_waking_hours(due, at(due.moment, story.quiets), due.moment - AHEAD)
    if at(due.moment, story.follows) and expected is not None and expected >= due.moment:
        assert any(expected <= moment < expected + A_BREATH for moment in came), (due, expected, came)


@pytest.fixture(scope="module")
def stories(tmp_path_factory):
    return tmp_path_factory.mktemp("stories")


@settings(max_examples=12)
@example(
    day=date(2023, 9, 4),
    start=(3, 23),
    closes=12,
    quiet=QuietHours(time(21), time(8)),
    deeds=[("down", 49), ("down", 27), ("quiet", QuietHours(time(2), time(1))), ("pass", 7), ("cancel", 0)],
)
@given(
    day=st.sampled_from([SUMMER, AUTUMN, SPRING]),
    start=STARTS,
    closes=st.integers(1, 20),
    quiet=QUIETS,
    deeds=st.lists(DEEDS, max_size=10),
)
async def test_whatever_happens_reminders_come_once_of_the_right_date_and_never_at_night(
    album, stories, day, start, closes, quiet, deeds
):
    folder = stories / "town"
    shutil.rmtree(folder, ignore_errors=True)
    async with AsyncExitStack() as house:
        town, (ana, zana) = await house.enter_async_context(album.opened("lively", lively, folder))
        story = Story(town, folder, house, ana, zana)
        deadline = await begin(story, day, start, closes, quiet)
        for deed in deeds:
            await happen(story, deed)
        await story.town.until(max(story.now, wall(day, time(12)) + timedelta(days=12)), 20 * HOUR)
        async with story.town.service.database.reading() as unit:
            calendar = await unit.places.calendar(story.town.institution)
        check_each(story, deadline)
        check_none_missing(story, deadline, calendar)
