"""Words out of the blue: nothing is lost, we ask what they are meant for.

Holding ──a consultation──▶ the comment dialog, with the words in it
│  │                     or Torn, if a comment on something else waits: two at once are never mixed
│  └────a danger───────▶ the report dialog, with the words in it
└─what was written meanwhile ends──▶ asked again
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from handlers.commands.consultations import announced
from handlers.dialogs.adding import add_with
from handlers.dialogs.answering import begun_answer, reason_with
from handlers.dialogs.commenting import COMMENTING, begun_comment, comment_with
from handlers.dialogs.publishing import publish_with
from handlers.dialogs.reporting import report_with
from handlers.drafts import recall, remember
from handlers.events import Chose, Edited, File, Odd, Pin, Text
from handlers.handed import may_be_notice
from handlers.opened import may_be_opened
from handlers.reports import numbers_to_call
from handlers.spoken import NOTHING, Spoken
from handlers.titles import titles
from handlers.turns import WITHIN_THE_HOUR, Dialog, Said, Talk, Turn, show
from handlers.views import loose as views
from handlers.views.errors import cancelled, changed_nothing, nothing_done
from handlers.views.menu import menu
from participation import actions
from participation.clock import local_day
from participation.comments.usecases import check_words
from participation.consultations.model import Consultation
from participation.errors import Refused
from participation.ids import ConsultationId
from participation.messages import Message
from participation.reports.senders import asked_of
from participation.words import is_number

MOST = 5
WITHIN_THE_DAY = timedelta(days=1)
"""What nobody said the purpose of may be a report: it is not brought up again much later."""


@dataclass(frozen=True)
class Holding:
    """We hold words whose purpose we do not know."""

    spoken: Spoken


@dataclass(frozen=True)
class Torn:
    """A comment on one consultation was begun, and one on another is wanted; `spoken` is what was said since."""

    wanted: int
    spoken: Spoken = NOTHING


async def loose(talk: Talk, said: Said) -> Turn:
    """Hold what was said and ask what it is for; what cannot be held gets the menu."""
    match said:
        case Text() | File():
            held = await _held(talk)
            return await hold(held.with_more(said) or held, talk)
        case Edited():
            return show(menu(talk, body=changed_nothing(talk)))
        case Pin():  # where somebody is says much of them: it is taken only where it is asked for
            return show(menu(talk, body=views.place_not_kept(talk)))
        case Odd():
            return show(menu(talk, body=talk.t("We cannot use this here. What would you like to do?")))
        case Chose():
            return show(menu(talk))


async def hold(spoken: Spoken, talk: Talk) -> Turn:
    """Keep what was said and ask what it is for."""
    if not (talk.is_officer and may_be_notice(spoken)):
        check_words(spoken.words())
    return show(await _question(spoken, talk), draft=Holding(spoken))


async def with_held(turn: Turn, talk: Talk) -> Turn:
    """The end of something else, and the question what those words were for that we held meanwhile.

    Where they are more than can be asked about they stay held: the end of the other must not be undone for it.
    """
    held = await _held(talk)
    if held.is_empty():
        return turn
    try:
        asked = await hold(held, talk)
    except Refused:
        return turn
    return replace(turn, screens=(*turn.screens, *asked.screens), draft=asked.draft)


async def _held(talk: Talk) -> Spoken:
    """What was said before and has no place yet."""
    match await recall(LOOSE, talk):
        case Holding(spoken) | Torn(spoken=spoken):
            return spoken
        case _:
            return NOTHING


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
        await titles(await _open_here(talk), talk),
        numbers=await numbers_to_call(talk),
        asked=await asked_of(talk.person.id, uow=talk.uow),
        answering=await begun_answer(talk) if talk.is_officer and spoken.text else None,
        may_publish=talk.is_officer and (bool(spoken.text) or any(map(may_be_opened, spoken.media))),
    )


async def holding(draft: Holding, said: Said, talk: Talk) -> Turn:
    """Take the words where they belong, or more of them."""
    match said:
        case Chose("comment", number) if is_number(number):
            return await _comment(ConsultationId(int(number)), draft.spoken, talk)
        case Chose("add") if asked := await asked_of(talk.person.id, uow=talk.uow):
            return await add_with(asked.id, draft.spoken, talk)
        case Chose("report"):
            return await report_with(draft.spoken, talk)
        case Chose("publish") if talk.is_officer:
            return await publish_with(draft.spoken, talk)
        case Chose("reason") if talk.is_officer:
            return await reason_with(draft.spoken, talk)
        case Chose("forget"):
            return show(nothing_done(talk), draft=None, over=True)
        case _:
            return await hold(draft.spoken.with_more(said) or draft.spoken, talk)


async def begin_comment(talk: Talk, pressed: actions.WriteComment) -> Turn:
    """Ask for the words of a comment; what was begun before is never thrown away unasked."""
    return await _comment(ConsultationId(pressed.consultation), NOTHING, talk)


async def replied(talk: Talk, said: Text | File) -> Turn:
    """What somebody says in reply to an announcement is for a comment on that, whatever else they were writing."""
    return await _comment(ConsultationId(said.about), NOTHING.with_more(said) or NOTHING, talk)


async def _comment(wanted: ConsultationId, more: Spoken, talk: Talk) -> Turn:
    begun = await begun_comment(talk)
    if begun is None or begun[0] == wanted:
        return await comment_with(wanted, more, talk)
    return await _torn(Torn(wanted, (await _held(talk)).before(more)), talk)


async def _torn(draft: Torn, talk: Talk) -> Turn:
    if not draft.spoken.is_empty():
        check_words(draft.spoken.words())
    wanted = await announced(draft.wanted, talk)
    on, spoken = await begun_comment(talk) or (wanted.id, NOTHING)
    begun = await talk.uow.consultations.get(on)
    named = await titles((begun, wanted), talk)
    screen = views.torn(talk, named[begun.id], spoken.words(), named[wanted.id], draft.spoken.words())
    return show(screen, draft=draft)


async def torn(draft: Torn, said: Said, talk: Talk) -> Turn:
    """Go on with what was begun, and ask about the rest when that has ended; or drop it and begin on the other."""
    match said:
        case Chose("begun") if begun := await begun_comment(talk):
            await _keep_for_later(draft.spoken, talk)
            return replace(await comment_with(begun[0], NOTHING, talk), over=True)
        case Chose("begun" | "wanted"):
            await talk.uow.drafts.drop(talk.person.id, COMMENTING.name)
            return replace(await comment_with(ConsultationId(draft.wanted), draft.spoken, talk), over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case _:
            return await _torn(replace(draft, spoken=draft.spoken.with_more(said) or draft.spoken), talk)


async def _keep_for_later(spoken: Spoken, talk: Talk) -> None:
    """Hold it without listening: what is said next belongs to what is being written."""
    if not spoken.is_empty():
        await remember(Holding(spoken), dialog=LOOSE, talk=talk)
        await talk.uow.drafts.lay_aside(talk.person.id)


LOOSE = Dialog(views.DIALOG, 2, {Holding: holding, Torn: torn}, listens=WITHIN_THE_HOUR, lasts=WITHIN_THE_DAY)
