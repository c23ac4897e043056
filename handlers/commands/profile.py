"""One's own settings: language, quiet hours, what one follows, privacy, and stopping."""

from datetime import time
from typing import Final

from handlers.commands.home import own_words
from handlers.turns import Talk, Turn, show
from handlers.views import profile as views
from handlers.views.profile import SetLanguage, SetQuiet, Unfollow
from participation.errors import NotFound
from participation.ids import ConsultationId, UnitId
from participation.messages import Message
from participation.people.model import Followed, Language
from participation.people.usecases import keep_quiet, remind_no_more, stop
from participation.places import TextKey
from participation.words import fold

QUIET_CHOICES: Final = ((21, 8), (22, 7), (20, 9), (0, 0))
HOURS_IN_DAY: Final = 24


async def languages(talk: Talk, _: object = None) -> Turn:
    """Offer the languages and the quiet hours."""
    return show(views.languages(talk))


async def set_language(talk: Talk, pressed: SetLanguage) -> Turn:
    """Change the language and say so in it."""
    if pressed.language not in set(Language):
        return show(views.languages(talk))
    language = Language(pressed.language)
    await talk.uow.people.set_language(talk.person.id, language)
    return Turn((views.language_set(talk.in_language(language)),), over=True)


async def quiet_hours(talk: Talk, _: object = None) -> Turn:
    """Offer hours in which nothing rings."""
    return show(views.quiet_hours(talk, QUIET_CHOICES))


async def set_quiet(talk: Talk, pressed: SetQuiet) -> Turn:
    """Keep quiet in these hours."""
    start, end = time(pressed.start % HOURS_IN_DAY), time(pressed.end % HOURS_IN_DAY)
    quiet = await keep_quiet(talk.person.id, start=start, end=end, uow=talk.uow)
    return Turn((views.quiet_set(talk, quiet),), over=True)


async def follows(talk: Talk, _: object = None) -> Turn:
    """List what somebody follows, each with a button to stop it."""
    return Turn((await _followed(talk),))


async def _followed(talk: Talk) -> Message:
    lines: list[views.FollowedThing] = []
    for follow in await talk.uow.people.follows(talk.person.id):
        name = await _name(talk, follow.what, follow.id)
        if name:
            lines.append(views.FollowedThing(Unfollow(follow.what, follow.id), follow.what, name))
    return views.follows(talk, sorted(lines, key=lambda thing: (thing.what, fold(thing.name))))


async def _name(talk: Talk, what: Followed, subject: int) -> str:
    match what:
        case Followed.CONSULTATION:
            consultation = await talk.uow.consultations.find(ConsultationId(subject))
            return consultation.terms.title if consultation else ""
        case Followed.MUNICIPALITY:
            return next((m.name for m in await talk.uow.places.municipalities() if m.id == subject), "")
        case Followed.UNIT:
            return await _name_of_unit(talk, UnitId(subject))


async def _name_of_unit(talk: Talk, subject: UnitId) -> str:
    """Its name, with its municipality where that is not home."""
    try:
        unit = await talk.uow.places.unit(subject)
    except NotFound:  # its row was taken out of the table
        return ""
    if unit.municipality == talk.person.municipality:
        return unit.name
    return f"{unit.name}, {(await talk.uow.places.municipality(unit.municipality)).name}"


async def unfollow(talk: Talk, pressed: Unfollow) -> Turn:
    """Hear no more of one thing, and show what is left in the same place."""
    if pressed.what == Followed.CONSULTATION:
        await remind_no_more(talk.person.id, ConsultationId(pressed.id), uow=talk.uow)
    elif pressed.what in set(Followed):
        await talk.uow.people.unfollow(talk.person.id, Followed(pressed.what), pressed.id)
    return Turn((await _followed(talk),), over=True)


async def privacy(talk: Talk, _: object = None) -> Turn:
    """Say what is kept, why, how long, who answers for it, and who to complain to."""
    home = talk.person.municipality
    responsible = await talk.uow.places.institutions_of(home) if home is not None else ()
    return show(views.privacy(talk, responsible, await own_words(responsible, TextKey.PRIVACY, talk)))


async def stop_all(talk: Talk, _: object = None) -> Turn:
    """Send nothing any more that was not asked for."""
    await stop(talk.person.id, uow=talk.uow)
    return show(views.stopped(talk))
