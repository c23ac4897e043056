"""Help or interpretation that somebody needs at a meeting: one tap says it, a second one or a sentence says what.

Needing ──what it is, or enough──▶ the meeting
   └──forget it──▶ nothing is noted
"""

from dataclasses import dataclass, replace

from handlers.commands.consultations import show_meeting
from handlers.events import Chose, Edited, Text
from handlers.turns import WITHIN_THE_HOUR, Dialog, Said, Talk, Turn, show
from handlers.views import wishes as views
from handlers.views.errors import nothing_done
from handlers.views.wishes import AskForHelp
from participation.ids import MeetingId
from participation.meetings.model import Aid, Attendance, Coming, Need
from participation.meetings.wishes import ask_for_help
from participation.words import one_line


@dataclass(frozen=True)
class Needing:
    """The need is noted; what it is may be said."""

    meeting: int


async def begin_helping(talk: Talk, pressed: AskForHelp) -> Turn:
    """Note the need at once; whoever has not said that they come is asked that first."""
    meeting = MeetingId(pressed.meeting)
    before = await talk.uow.meetings.attendance(meeting, talk.person.id)
    need = before.need if before and before.need else Need()
    if await _note(need, meeting, talk) is None:
        return await show_meeting(talk, meeting)
    return show(views.ask_need(talk, need), draft=Needing(meeting))


async def _note(need: Need | None, meeting: int, talk: Talk) -> Attendance | None:
    return await ask_for_help(MeetingId(meeting), person=talk.person.id, need=need, uow=talk.uow, now=talk.now)


async def needing(draft: Needing, said: Said, talk: Talk) -> Turn:
    """Take what it is."""
    answer = await talk.uow.meetings.attendance(MeetingId(draft.meeting), talk.person.id)
    if answer is None or answer.coming is Coming.NO:  # they have said meanwhile that they do not come
        return await _done(draft, talk)
    need = answer.need or Need()
    match said:
        case Chose("aid", aid) if aid in set(Aid):
            return await _said(replace(need, aid=Aid(aid)), draft, talk)
        case Chose("enough"):
            return await _done(draft, talk)
        case Chose("forget"):
            await _note(None, draft.meeting, talk)
            return show(nothing_done(talk), draft=None, over=True)
        case Text(words) | Edited(words) if tidy := one_line(words):
            return await _said(replace(need, words=tidy), draft, talk)
        case _:
            return show(views.ask_need(talk, need), draft=draft)


async def _said(need: Need, draft: Needing, talk: Talk) -> Turn:
    await _note(need, draft.meeting, talk)
    if need.aid is Aid.TRANSLATION and not need.words:
        return show(views.ask_need(talk, need), draft=draft, over=True)
    return await _done(draft, talk)


async def _done(draft: Needing, talk: Talk) -> Turn:
    turn = await show_meeting(talk, MeetingId(draft.meeting), over=True)
    return replace(turn, draft=None)


HELPING = Dialog(views.DIALOG, 1, {Needing: needing}, listens=WITHIN_THE_HOUR)
