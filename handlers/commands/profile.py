"""One's own settings: language, quiet hours, what one follows, privacy, and stopping."""

from collections.abc import Sequence
from datetime import time
from typing import Final

from handlers.commands.consultations import announced
from handlers.commands.home import own_words
from handlers.titles import titles
from handlers.turns import Talk, Turn, show
from handlers.views import profile as views
from handlers.views.profile import FollowAgain, SetLanguage, SetQuiet, ShowFollows, Unfollow
from participation.errors import NotFound
from participation.ids import ConsultationId, MunicipalityId, UnitId
from participation.people.model import Follow, Followed, Language
from participation.people.usecases import follow_place, keep_quiet, remind_no_more, remind_of, stop
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
    return show(views.follows(talk, await _followed(talk), 0))


async def follows_page(talk: Talk, pressed: ShowFollows) -> Turn:
    """Turn the pages of what somebody follows, in the same place."""
    return show(views.follows(talk, await _followed(talk), pressed.page), over=True)


async def _followed(talk: Talk) -> list[views.FollowedThing]:
    """What somebody follows: first the places, then what is to be decided there."""
    follows = await talk.uow.people.follows(talk.person.id)
    found = await _consultations([each.id for each in follows if each.what is Followed.CONSULTATION], talk)
    things = [*[await _place(talk, each) for each in follows if each.what is not Followed.CONSULTATION], *found]
    return sorted(filter(None, things), key=lambda one: (one.what is Followed.CONSULTATION, fold(one.name)))


async def _consultations(numbers: Sequence[int], talk: Talk) -> list[views.FollowedThing]:
    found = [await talk.uow.consultations.find(ConsultationId(each)) for each in numbers]
    named = await titles(filter(None, found), talk)
    return [views.FollowedThing(Followed.CONSULTATION, number, title) for number, title in named.items()]


async def _place(talk: Talk, followed: Follow) -> views.FollowedThing | None:
    if followed.what is Followed.UNIT:
        name = await _name_of_unit(talk, UnitId(followed.id))
    else:
        name = next((m.name for m in await talk.uow.places.municipalities() if m.id == followed.id), "")
    return views.FollowedThing(followed.what, followed.id, name) if name else None


async def _name_of_unit(talk: Talk, subject: UnitId) -> str:
    """Its name, with its municipality where that is not home."""
    try:
        unit = await talk.uow.places.unit(subject)
    except NotFound:  # its row was taken out of the table
        return ""
    if unit.namesake or unit.municipality == talk.person.municipality:
        return talk.texts.unit(unit)
    place = await talk.uow.places.municipality(unit.municipality)
    return f"{unit.name}, {place.name}"


async def unfollow(talk: Talk, pressed: Unfollow) -> Turn:
    """Hear no more of one thing, and show what is left in the same place, with the way back."""
    left = next((one for one in await _followed(talk) if (one.what, one.id) == (pressed.what, pressed.id)), None)
    if pressed.what == Followed.CONSULTATION:
        await remind_no_more(talk.person.id, ConsultationId(pressed.id), uow=talk.uow)
    elif pressed.what in set(Followed):
        await talk.uow.people.unfollow(talk.person.id, Followed(pressed.what), pressed.id)
    return show(views.follows(talk, await _followed(talk), pressed.page, left), over=True)


async def follow_again(talk: Talk, pressed: FollowAgain) -> Turn:
    """Hear again of what has just been left."""
    me, uow, now = talk.person.id, talk.uow, talk.now
    match pressed.what:
        case Followed.CONSULTATION:
            await announced(pressed.id, talk)
            await remind_of(me, ConsultationId(pressed.id), uow=uow, now=now)
        case Followed.MUNICIPALITY:
            place = await uow.places.municipality(MunicipalityId(pressed.id))
            await follow_place(me, municipality=place.id, unit=None, uow=uow, now=now)
        case Followed.UNIT:
            unit = await uow.places.unit(UnitId(pressed.id))
            await follow_place(me, municipality=unit.municipality, unit=unit.id, uow=uow, now=now)
        case _:
            raise NotFound
    return show(views.follows(talk, await _followed(talk), pressed.page), over=True)


async def privacy(talk: Talk, _: object = None) -> Turn:
    """Say what is kept, why, how long, who answers for it, and who to complain to."""
    home = talk.person.municipality
    responsible = await talk.uow.places.institutions_of(home) if home is not None else ()
    return show(views.privacy(talk, responsible, await own_words(responsible, TextKey.PRIVACY, talk)))


async def stop_all(talk: Talk, _: object = None) -> Turn:
    """Send nothing any more that was not asked for."""
    await stop(talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.stopped(talk))
