"""The way in: the menu, what is open, and where links lead."""

from collections.abc import Sequence
from typing import Final

from handlers.commands import belonging, casework, consultations, desk
from handlers.dialogs.commenting import begun_comment
from handlers.dialogs.here import come_in
from handlers.dialogs.joining import begin_joining
from handlers.dialogs.reporting import begin_report
from handlers.titles import titles
from handlers.turns import Talk, Turn, show
from handlers.views import consultations as views
from handlers.views import errors
from handlers.views import menu as menus
from handlers.views.belonging import ShowForums
from participation import actions, desk_actions
from participation.clock import local_day
from participation.errors import NotFound, NotTheirs, Refused
from participation.forum.members import open_calls
from participation.ids import ConsultationId, InstitutionId, MeetingId, MunicipalityId, UnitId
from participation.layout import button
from participation.messages import Button, Message
from participation.people.model import Follow, Followed, Language
from participation.people.usecases import come_back, settle_in
from participation.places import Institution, TextKey
from participation.words import is_number

TO_REPORT: Final = "r"
"""The link to a report, for a poster at a school."""


async def menu(talk: Talk, _: object = None) -> Turn:
    """Show the menu, with what somebody has begun to write."""
    begun = await begun_comment(talk)
    return show(menus.menu(talk, begun=begun[0] if begun else None, forum=await _to_forum(talk)))


async def _to_forum(talk: Talk) -> Button | None:
    """The way to a forum, where one calls or they are in one."""
    if await talk.uow.forums.of_person(talk.person.id) or await open_calls(talk.person.id, uow=talk.uow, now=talk.now):
        return button(talk.t("The forum"), ShowForums())
    return None


async def help_(talk: Talk, _: object = None) -> Turn:
    """Show what there is and how to ask for it."""
    return show(menus.help_screen(talk))


async def open_now(talk: Talk, page: int = 0, *, over: bool = False) -> Turn:
    """Show what is open in the places somebody follows; to a newcomer, everywhere."""
    here, hears = await _around(talk)
    found = await talk.uow.consultations.open_in(here, local_day(talk.now))
    closed = bool(await talk.uow.consultations.closed_in(here, local_day(talk.now)))
    screen = views.open_list(talk, found, await titles(found, talk), page, hears=hears, closed=closed)
    return show(screen, over=over)


async def closed_lately(talk: Talk, pressed: views.ShowClosed) -> Turn:
    """Show what has closed lately in the same places; it is turned in the same place."""
    here, _ = await _around(talk)
    found = await talk.uow.consultations.closed_in(here, local_day(talk.now))
    return show(views.closed_list(talk, found, await titles(found, talk), pressed.page), over=pressed.page != 0)


async def _around(talk: Talk) -> tuple[Sequence[MunicipalityId], bool]:
    """The places somebody follows, or else all; and whether they follow any."""
    places = await talk.uow.people.places(talk.person.id)
    return places or [m.id for m in await talk.uow.places.municipalities()], bool(places)


async def open_first(talk: Talk, _: object = None) -> Turn:
    """Show what is open, from the beginning."""
    return await open_now(talk)


async def open_page(talk: Talk, pressed: actions.ShowOpen) -> Turn:
    """Turn the pages of what is open, in the same place."""
    return await open_now(talk, pressed.page, over=pressed.page != 0)


async def open_link(talk: Talk, payload: str) -> Turn:
    """Go where a link leads; one that is unknown or too old leads to what is open now."""
    kind, _, rest = payload.partition("_")
    try:
        match kind:
            case "k" | "t" | "b" | "ff" if is_number(rest):
                return await _by_number(talk, kind, int(rest))
            case "ft" | "h" | "fj":
                return await _by_secret(talk, kind, rest)
            case "q" if is_number(rest) and talk.dockets:
                return await casework.report(talk, desk_actions.ShowReport(int(rest)))
            case "r":
                return await begin_report(talk)
            case "menu":
                return await menu(talk)
    except NotFound as lost:
        await _count(lost, talk)
        return show(menus.lost_link(talk), *(await open_now(talk)).screens)
    except Refused as refused:  # said here and not further out: it must not undo the language just chosen
        return show(errors.refusal(talk, refused.why), *(await open_now(talk)).screens)
    return show(menus.lost_link(talk), *(await open_now(talk)).screens)


async def _by_number(talk: Talk, kind: str, number: int) -> Turn:
    """Show a consultation, a meeting, what is open in a municipality, or the call of a forum."""
    match kind:
        case "k":
            return await consultations.show_one(talk, ConsultationId(number))
        case "t":
            return await consultations.show_meeting(talk, MeetingId(number))
        case "b":
            return await _visit(talk, MunicipalityId(number))
        case _:
            return await belonging.show_call(talk, InstitutionId(number))


async def _by_secret(talk: Talk, kind: str, secret: str) -> Turn:
    """Take an office, check in at a meeting, or join a forum; what opens these is made anew for each."""
    if kind == "h":
        return await come_in(talk, secret)
    if kind == "fj":
        return await begin_joining(talk, secret)
    await come_back(talk.person.id, uow=talk.uow, now=talk.now)  # an office cannot be held in silence
    return await desk.take_office(talk, secret)


async def _count(lost: NotFound, talk: Talk) -> None:
    """Whoever tries numbers of reports is counted, and does not see which of them are there."""
    if isinstance(lost, NotTheirs):
        await talk.uow.audit.refused(at=talk.now, person=talk.person.id, what="start")


async def settled(talk: Talk, municipality: MunicipalityId, unit: UnitId | None) -> Message:
    """What somebody hears of from now on, or that nobody speaks there yet."""
    places = talk.uow.places
    here = await places.institutions_of(municipality)
    followed = set(await talk.uow.people.places(talk.person.id)) - {municipality}
    return menus.settled(
        talk,
        await places.municipality(municipality),
        await places.unit(unit) if unit is not None else None,
        speaks=bool(here),
        others=[one.name for one in await places.municipalities() if one.id in followed],
        welcome=await own_words(here, TextKey.WELCOME, talk),
    )


async def own_words(institutions: Sequence[Institution], key: TextKey, talk: Talk) -> list[str]:
    """What institutions say themselves at this point, in the language of the talk."""
    language = Language(talk.texts.language)
    found = [await talk.uow.places.text(one.id, key, language) for one in institutions]
    return [text for text in found if text]


async def _visit(talk: Talk, municipality: MunicipalityId) -> Turn:
    """Show what is open there; a newcomer makes it their home, and is told so."""
    place = await talk.uow.places.municipality(municipality)
    screens: list[Message] = []
    if talk.person.municipality is None:
        await settle_in(talk.person.id, municipality=municipality, unit=None, uow=talk.uow, now=talk.now)
        screens.append(await settled(talk, municipality, None))
    follows = await talk.uow.people.follows(talk.person.id)
    hears = Follow(Followed.MUNICIPALITY, municipality) in follows
    found = await talk.uow.consultations.open_in([municipality], local_day(talk.now))
    elsewhere = None if hears else place
    return show(*screens, views.open_list(talk, found, await titles(found, talk), 0, elsewhere=elsewhere))
