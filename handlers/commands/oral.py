"""What was said at a meeting, taken from its record into the comments by a tap."""

from handlers.turns import Talk, Turn, show
from handlers.views import oral as views
from handlers.views.oral import ShowOral, TakeAllPoints, TakePoint
from handlers.views.pages import PAGE
from participation.ids import MeetingId
from participation.meetings.oral import OralPoints, oral_points, take_all_points, take_point


async def _points(meeting: int, talk: Talk) -> OralPoints:
    return await oral_points(MeetingId(meeting), by=talk.person.id, uow=talk.uow, now=talk.now)


async def points(talk: Talk, pressed: ShowOral) -> Turn:
    """Show what can be taken, a page at a time."""
    return show(views.points(talk, await _points(pressed.meeting, talk), pressed.page), over=pressed.page != 0)


async def take(talk: Talk, pressed: TakePoint) -> Turn:
    """Take one; of what was taken before the number is told."""
    before, place = await _points(pressed.meeting, talk), pressed.place
    meeting = MeetingId(pressed.meeting)
    after = await take_point(meeting, place, pressed.stamp, by=talk.person.id, uow=talk.uow, now=talk.now)
    say = views.taken if place in before.fresh else views.taken_before
    return show(views.points(talk, after, place // PAGE, say(talk, after.points[place])), over=True)


async def take_all(talk: Talk, pressed: TakeAllPoints) -> Turn:
    """Ask once, then take all that are no comments yet."""
    before = await _points(pressed.meeting, talk)
    if not pressed.sure:
        return show(views.sure(talk, before), over=True)
    meeting = MeetingId(pressed.meeting)
    after = await take_all_points(meeting, pressed.stamp, by=talk.person.id, uow=talk.uow, now=talk.now)
    note = views.taken_all(talk, len(before.fresh) - len(after.fresh))
    return show(views.points(talk, after, note=note), over=True)
