"""The meeting is moved once, and those who will come are reminded of the new hour."""

from datetime import datetime, time

from bot.demo.acting import DAY, Play
from bot.demo.plot import last_working
from participation.clock import local, local_day, wall

A_WEEK_BEFORE = 7 * DAY
TWO_DAYS_LATER = 2 * DAY
AT_THE_DESK = time(10)
AFTER_WORK = time(17)


async def the_meeting_moves(play: Play) -> None:
    """Moved once, a week before; everybody who got the announcement hears old and new."""
    if play.meeting is None:
        return
    drita, citizens, day = play.cast.drita, play.cast.citizens, local_day(play.meeting)
    desk = wall(last_working(day - A_WEEK_BEFORE, play.plot.calendar), AT_THE_DESK)
    await play.until(desk)
    play.scene("Drita moves the meeting. Everybody who heard of it hears old and new, once.")
    moved = wall(play.plot.calendar.next_working(day + TWO_DAYS_LATER), AFTER_WORK)
    await move_to(play, moved)
    play.expect(citizens, "The meeting has been changed")
    arrived = play.stage.world.delivered()
    people = len(citizens) - play.account.unreachable
    async with play.show.bar("delivering", lambda: min(play.stage.world.delivered() - arrived, people), people):
        await play.press(drita, "Change it and tell everybody")
    play.meeting = moved
    play.look(play.cast.mira)


async def move_to(play: Play, moved: datetime) -> None:
    """From the desk to the meeting, and its new day and hour."""
    drita = play.cast.drita
    await to_the_meeting(play)
    await play.press(drita, "Move to another day or hour")
    await play.write(drita, f"{local(moved):%d.%m.%Y, %H:%M}")
    if play.offers(drita, "Yes"):
        await play.press(drita, "Yes")
    before = play.heard_by(drita)
    await play.press(drita, "Whoever leads the meeting cannot come.")
    play.look_since(drita, before)


async def to_the_meeting(play: Play) -> None:
    """From the desk to the next meeting."""
    drita = play.cast.drita
    await play.write(drita, "/zyra")
    await play.press(drita, "Meetings ahead")
    await play.press_first(drita)


async def the_meeting_comes_near(play: Play) -> None:
    """Three days, one day and two hours before."""
    if play.meeting is None:
        return
    expect_meeting_reminders(play, play.meeting)
    mira = play.cast.mira
    before = play.heard_by(mira)
    await play.until(play.meeting)
    play.scene("Three days, one day and two hours before, those who come or asked were reminded.")
    play.look_since(mira, before)
    play.look(play.cast.emily)


def expect_meeting_reminders(play: Play, meeting: datetime) -> None:
    """All three reminders of the new hour, for those who will come and those who asked."""
    for person in {each.id: each for each in (*play.comers, *play.reminded)}.values():
        texts = play.texts(person)
        when = texts.moment(meeting)
        for near in (
            texts.n("The meeting is in {count} day", "The meeting is in {count} days", 3),
            texts.t("The meeting is tomorrow at {hour}", hour=texts.hour(meeting)),
            texts.t("The meeting is today at {hour}", hour=texts.hour(meeting)),
        ):
            play.account.expect([person], near, when)
