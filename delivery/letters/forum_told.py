"""What a member of a forum is told: the words as they were fixed, and what one can do then."""

from datetime import datetime

from delivery.letters.card import paper_button
from locales.texts import Texts
from participation.actions import ShowMeeting, ShowMenu, WriteComment
from participation.consultations.model import Stage
from participation.forum.actions import SawTold
from participation.forum.model import ForumTold, ProofTopic
from participation.layout import button
from participation.messages import Button, Message
from participation.ports import UnitOfWork


async def forum_told(letter: ForumTold, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """The very words; None if what they are about was called off or moved meanwhile."""
    del now
    if await _is_off(letter, uow):
        return None
    seen = button(texts.t("I have seen it"), SawTold(letter.institution, letter.place))
    ways = [(one,) for one in await _ways(letter, uow, texts)]
    return Message(title=letter.wording.title, body=letter.wording.body, buttons=((seen,), *ways))


async def _is_off(letter: ForumTold, uow: UnitOfWork) -> bool:
    """Whether the meeting, or the whole consultation, was called off, or the meeting is not when it says."""
    meeting = None if letter.meeting is None else await uow.meetings.get(letter.meeting)
    about = None if letter.consultation is None else await uow.consultations.get(letter.consultation)
    off = meeting is not None and (meeting.cancelled or letter.revision not in {None, meeting.revision})
    return off or (about is not None and about.stage is Stage.CANCELLED)


async def _ways(letter: ForumTold, uow: UnitOfWork, texts: Texts) -> list[Button]:
    """To the meeting, to a recommendation, to the documents; who is told of their membership finds the menu."""
    if letter.consultation is None:
        return [button(texts.t("Menu"), ShowMenu())]
    found = await uow.consultations.get(letter.consultation)
    ways = []
    if letter.meeting is not None:
        ways.append(button(texts.t("Will you come?"), ShowMeeting(letter.meeting)))
    if found.accepts_comments():
        ways.append(button(texts.t("Write a recommendation"), WriteComment(found.id)))
    if letter.topic is ProofTopic.INFORMED:
        ways += [paper_button(paper, texts) for paper in found.papers]
    return ways
