"""What comes from the topics of an officers' group: a note, a case taken in hand, or a word that nothing was kept.

Nobody acts there but officers of the institution, under their own name. Nothing is swallowed: what is not kept is said
not to be, to officers each time, of others once a day in a topic.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from handlers.commands.casework import take_from_group
from handlers.events import Command, Edited, Elsewhere, File, Odd, Pin, Pressed, Text
from handlers.tables import ALSO, COMMANDS
from handlers.turns import Talk
from handlers.views import errors
from locales.texts import mark
from participation.clock import local_day
from participation.desk_actions import TakeFromGroup
from participation.errors import Refusal, Refused
from participation.ids import ReportId
from participation.messages import Message, Topic
from participation.offices.usecases import holds_office
from participation.people.model import Group
from participation.reports.casework import carry_out
from participation.reports.life import Act
from participation.reports.model import Deed

ONCE_A_DAY: Final[Mapping[str, str]] = {
    "masked": mark(
        "I cannot see who writes here as an anonymous administrator or a channel: nothing of it is kept. "
        "Turn off “Remain anonymous” for yourself, or write as yourself, and it becomes a note."
    ),
    "stranger": mark(
        "Only what coordinators of the institution write here is kept. What others write stays in Telegram."
    ),
    "edit": mark("A message that is changed changes nothing of the note: write what is right in a new one."),
}
"""What is said once a day in a topic."""
NO_OFFICER: Final = mark("Only coordinators of the institution can do this, under their own name.")


@dataclass(frozen=True)
class Answered:
    """What comes of it: what is said in the group, what its speaker reads in private, what their screen shows."""

    there: Message | None = None
    private: tuple[Message, ...] = ()
    alert: str = ""


NOTHING: Final = Answered()


async def pressed(press: Pressed, talk: Talk, group: Group) -> Answered:
    """A button in the group, pressed by somebody we know."""
    if not isinstance(press.action, TakeFromGroup):
        return Answered(alert=errors.stale(talk).body)
    if not await holds_office(talk.person.id, group.institution, uow=talk.uow):
        await talk.uow.audit.refused(at=talk.now, person=talk.person.id, what="TakeFromGroup")
        return Answered(alert=talk.t(NO_OFFICER))
    try:
        async with talk.uow.savepoint():
            turn = await take_from_group(talk, press.action)
    except Refused as refused:
        return Answered(alert=errors.refusal(talk, refused.why).body)
    return Answered(private=turn.screens, alert=talk.t("It is in your hands. You can read it in our private chat."))


async def said(what: Elsewhere, about: ReportId, talk: Talk | None, group: Group, *, here: Talk) -> Answered:
    """Something in the topic of a report; `here` is how we talk in the group.

    Without a talk its speaker is nobody whom we know.
    """
    if what.content is None:
        return NOTHING
    if what.masked:
        return await _once_a_day("masked", what, about, here)
    if talk is None or not await holds_office(talk.person.id, group.institution, uow=here.uow):
        return await _once_a_day("stranger", what, about, here)
    match what.content:
        case Edited():
            return await _once_a_day("edit", what, about, here)
        case Command(name=name) if name in COMMANDS or name in ALSO:
            words = here.t("Commands work in our private chat: {link}", link=here.house.links.to("menu"))
            return await _there(words, what, about, here)
        case Text() as written:
            return await _note(written, what, about, talk, here)
        case Command(said=written):
            return await _note(written, what, about, talk, here)
        case File() | Pin() | Odd():
            words = here.t("This is not kept: send it to me in our private chat. Only words become a note here.")
            return await _there(words, what, about, here)
        case _:
            return NOTHING


async def _note(written: Text, what: Elsewhere, about: ReportId, talk: Talk, here: Talk) -> Answered:
    """Keep it in the name of whoever wrote it, if the case takes it now."""
    try:
        async with talk.uow.savepoint():
            deed = Deed(Act.NOTE, words=written.words)
            found = await carry_out(about, deed, by=talk.person.id, uow=talk.uow, now=talk.now)
    except Refused as refused:
        return await _there(_why_not(refused.why, here), what, about, here)
    return await _there(here.t("Kept as a note of {receipt}.", receipt=found.receipt), what, about, here)


def _why_not(why: Refusal, here: Talk) -> str:
    if why is Refusal.NOT_NOW:
        return here.t("Not kept: nobody has read this report yet. Open it first.")
    return here.t("Not kept: {why}", why=errors.refusal(here, why).body)


async def _once_a_day(kind: str, what: Elsewhere, about: ReportId, here: Talk) -> Answered:
    if not await here.uow.groups.warn(about, kind, local_day(here.now)):
        return NOTHING
    return await _there(here.t(ONCE_A_DAY[kind]), what, about, here)


async def _there(words: str, what: Elsewhere, about: ReportId, here: Talk) -> Answered:
    """In the topic it was said in, which is made anew if it is deleted meanwhile."""
    receipt = (await here.uow.reports.get(about)).receipt
    return Answered(Message(words, quiet=True, topic=Topic(about, receipt, thread=what.thread)))
