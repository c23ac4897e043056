"""The record of a meeting at the desk: looking at it, finishing it, beginning a correction."""

from dataclasses import replace

from handlers.turns import Talk, Turn, column, show
from handlers.views import minutes as views
from handlers.views.errors import changed_meanwhile
from handlers.views.minutes import CorrectMinutes, FinishMinutes, ShowMinutes
from handlers.views.oral import to_oral
from handlers.views.papers import TakeMinutes
from participation.errors import Refusal, Refused
from participation.ids import MeetingId
from participation.layout import button
from participation.meetings.minutes import missing
from participation.meetings.oral import points_in
from participation.meetings.recording import correct, finish, people_at, record_for_officer


async def minutes(talk: Talk, pressed: ShowMinutes) -> Turn:
    """Show the record."""
    return await show_minutes(talk, pressed.meeting)


async def show_minutes(talk: Talk, meeting: int, note: str = "", *, over: bool = False) -> Turn:
    """The record as it stands now; whatever was asked of it is over."""
    number = MeetingId(meeting)
    found, on, revision = await record_for_officer(number, by=talk.person.id, uow=talk.uow, now=talk.now)
    people = await people_at(number, uow=talk.uow)
    oral = to_oral(talk, number) if on.accepts_comments() and points_in(revision.minutes, people) else None
    shown = views.minutes(talk, found, revision, people, note, oral=oral)
    if revision.finished_at is None:
        return show(shown, draft=None, over=over)
    take = button(talk.t("Take it as a file"), TakeMinutes(found.id))
    return show(replace(shown, buttons=(*column(take), *shown.buttons)), draft=None, over=over)


async def finish_minutes(talk: Talk, pressed: FinishMinutes) -> Turn:
    """Say what is missing, else ask once, then finish it; a colleague who was faster has shown how it stands."""
    number = MeetingId(pressed.meeting)
    found, _, revision = await record_for_officer(number, by=talk.person.id, uow=talk.uow, now=talk.now)
    people = await people_at(number, uow=talk.uow)
    if lacks := missing(revision.minutes, people):
        return await show_minutes(talk, found.id, views.lacking(talk, lacks))
    if not pressed.sure and revision.finished_at is None:
        return show(views.sure(talk, found, revision, people), over=True)
    try:
        await finish(number, number=pressed.revision, by=talk.person.id, uow=talk.uow, now=talk.now)
    except Refused as refused:
        if refused.why is not Refusal.RECORD_FINISHED:
            raise
        return changed_meanwhile(await show_minutes(talk, found.id), talk)
    return await show_minutes(talk, found.id, talk.t("The record is finished."), over=True)


async def correct_minutes(talk: Talk, pressed: CorrectMinutes) -> Turn:
    """Begin a new revision."""
    await correct(MeetingId(pressed.meeting), by=talk.person.id, uow=talk.uow, now=talk.now)
    return await show_minutes(talk, pressed.meeting, over=True)
