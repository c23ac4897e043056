"""Words out of the blue: nothing is lost, we ask what they are meant for.

Holding ──a consultation──▶ the comment dialog, with the words in it
└──────a danger────────▶ the report dialog, with the words in it
"""

from dataclasses import dataclass

from handlers.dialogs.commenting import begun_comment, comment_with
from handlers.dialogs.publishing import publish_with
from handlers.dialogs.reporting import numbers_to_call, report_with
from handlers.drafts import recall
from handlers.events import Chose, Edited, File, Odd, Pin, Text
from handlers.handed import may_be_notice
from handlers.spoken import NOTHING, Spoken
from handlers.turns import WITHIN_THE_HOUR, Dialog, Said, Talk, Turn, show
from handlers.views import loose as views
from handlers.views.errors import changed_nothing, nothing_done
from handlers.views.menu import menu
from participation.clock import local_day
from participation.comments.usecases import check_words
from participation.consultations.model import Consultation
from participation.ids import ConsultationId
from participation.messages import Message
from participation.words import is_number

MOST = 5


@dataclass(frozen=True)
class Holding:
    """We hold words whose purpose we do not know."""

    spoken: Spoken


async def loose(talk: Talk, said: Said) -> Turn:
    """Hold what was said and ask what it is for; what cannot be held gets the menu."""
    match said:
        case Text() | File():
            return await hold(NOTHING.with_more(said) or NOTHING, talk)
        case Edited():
            return show(menu(talk, body=changed_nothing(talk)))
        case Pin() | Odd():
            return show(menu(talk, body=talk.t("We cannot use this here. What would you like to do?")))
        case Chose():
            return show(menu(talk))


async def hold(spoken: Spoken, talk: Talk) -> Turn:
    """Keep what was said and ask what it is for."""
    if not (talk.is_officer and may_be_notice(spoken)):
        check_words(spoken.words())
    return show(await _question(spoken, talk), draft=Holding(spoken))


async def with_held(turn: Turn, talk: Talk) -> Turn:
    """The end of something else, and the question what those words were for that we held meanwhile."""
    match await recall(LOOSE, talk):
        case Holding(spoken):
            asked = await hold(spoken, talk)
            return Turn((*turn.screens, *asked.screens), draft=asked.draft, over=turn.over)
        case _:
            return turn


async def _open_here(talk: Talk) -> list[Consultation]:
    """What somebody may want to speak on: what they have begun to write on, and what is open where they follow."""
    begun = await begun_comment(talk)
    first = [await talk.uow.consultations.get(begun[0])] if begun else []
    found = await talk.uow.consultations.open_in(await talk.uow.people.places(talk.person.id), local_day(talk.now))
    return [*first, *(one for one in found if one not in first)][:MOST]


async def _question(spoken: Spoken, talk: Talk) -> Message:
    return views.what_for(
        talk,
        spoken.words(),
        await _open_here(talk),
        numbers=await numbers_to_call(talk),
        may_publish=talk.is_officer and bool(spoken.text),
    )


async def holding(draft: Holding, said: Said, talk: Talk) -> Turn:
    """Take the words where they belong, or more of them."""
    match said:
        case Chose("comment", number) if is_number(number):
            return await comment_with(ConsultationId(int(number)), draft.spoken, talk)
        case Chose("report"):
            return await report_with(draft.spoken, talk)
        case Chose("publish") if talk.is_officer:
            return await publish_with(draft.spoken, talk)
        case Chose("forget"):
            return show(nothing_done(talk), draft=None, over=True)
        case _:
            return await hold(draft.spoken.with_more(said) or draft.spoken, talk)


LOOSE = Dialog(views.DIALOG, 1, {Holding: holding}, listens=WITHIN_THE_HOUR)
