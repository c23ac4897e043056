"""Reporting a danger to the safety council, unknown by default.

Asking ──danger now──▶ numbers to call, the end: nothing is kept
└─no──▶ Addressing ──▶ Sorting ──▶ Telling ──▶ Locating ──▶ Checking ──send──▶ receipt
                                                └─name─▶ Naming ─┘
Whatever is said on the way is added to the story, also before its turn has come.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.dialogs.careful import careful, with_warning
from handlers.drafts import recall
from handlers.events import Chose, Text
from handlers.spoken import NO, YES, Spoken, bare, means_send
from handlers.story import NOWHERE, UNTOLD, Story, is_too_large, only_safe
from handlers.turns import WITHIN_THE_HOUR, Dialog, Said, Step, Talk, Turn, show
from handlers.views import reporting as views
from handlers.views.errors import cancelled
from participation.errors import Refusal, Refused
from participation.ids import InstitutionId, UnitId
from participation.offices.usecases import can_be_told
from participation.people.model import Language
from participation.places import EmergencyNumber, Institution, TextKey, Unit
from participation.reports.danger import sounds_dangerous
from participation.reports.model import Category, Spot
from participation.reports.usecases import check_account, check_room, report
from participation.words import is_name, is_number, matching


@dataclass(frozen=True)
class Asking:
    """Is somebody in danger now?"""

    story: Story = UNTOLD


@dataclass(frozen=True)
class Addressing:
    """Which institution, where it is not clear."""

    story: Story


@dataclass(frozen=True)
class Sorting:
    """Which category."""

    to: int
    story: Story


@dataclass(frozen=True)
class Telling:
    """What happened."""

    to: int
    story: Story


@dataclass(frozen=True)
class Locating:
    """Where it is."""

    to: int
    story: Story


@dataclass(frozen=True)
class Checking:
    """All is here; it has to be looked at and sent."""

    to: int
    story: Story


@dataclass(frozen=True)
class Naming:
    """Somebody wants their name to be known."""

    to: int
    story: Story


async def begin_report(talk: Talk, _: object = None) -> Turn:
    """Ask first whether somebody is in danger now; what was told before and not sent is taken up again."""
    return await _ask(await _begun(talk), talk)


async def _begun(talk: Talk) -> Story:
    match await recall(REPORTING, talk):
        case Asking(story) | Addressing(story) | Sorting(_, story) | Telling(_, story):
            return story
        case Locating(_, story) | Checking(_, story) | Naming(_, story):
            return story
        case _:
            return UNTOLD


async def report_with(spoken: Spoken, talk: Talk) -> Turn:
    """Begin with words that are here already, beside those that were begun before."""
    safe = only_safe(spoken)
    begun = await _begun(talk)
    story = replace(begun, spoken=begun.spoken.before(safe))
    if not story.spoken.is_empty():
        check_account(story.account())
    turn = await _ask(story, talk)
    if len(safe.media) == len(spoken.media):
        return turn
    return with_warning(turn, talk, too_large=any(is_too_large(media) for media in spoken.media))


async def numbers_to_call(talk: Talk) -> Sequence[EmergencyNumber]:
    """Whom to call in danger, the most general number first, with those of the place where somebody lives."""
    return await talk.uow.places.emergency_numbers(Language(talk.texts.language), at=talk.person.municipality)


async def _ask(story: Story, talk: Talk, *, over: bool = False) -> Turn:
    screen = views.danger_now(REPORTING, talk, await numbers_to_call(talk), story.account())
    return show(screen, draft=Asking(story), over=over)


async def asking(draft: Asking, said: Said, talk: Talk) -> Turn:
    """Danger ends the form; otherwise find who is to get the report."""
    match said:
        case Chose("yes"):
            return show(views.call_now(talk, await numbers_to_call(talk)), draft=None, over=True)
        case Text(words) if bare(words) in YES:
            return show(views.call_now(talk, await numbers_to_call(talk)), draft=None)
        case Chose("no"):
            return await _address(draft.story, talk)
        case Text(words) if bare(words) in NO:
            return await _address(draft.story, talk, over=False)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case _:
            return await _ask(draft.story.hear(said) or draft.story, talk)


async def _receivers(talk: Talk) -> Sequence[Institution]:
    """Those of one's home, or of every municipality for somebody who has told us none, where somebody is told of it."""
    if talk.person.municipality is not None:
        found = await talk.uow.places.institutions_of(talk.person.municipality)
    else:
        found = [one for one in await talk.uow.places.institutions() if one.municipality is not None]
    return [one for one in found if await can_be_told(one.id, uow=talk.uow)]


async def _address(story: Story, talk: Talk, *, over: bool = True) -> Turn:
    found = await _receivers(talk)
    if not found:
        return show(views.no_council(talk, await numbers_to_call(talk), story.account()), draft=None, over=over)
    if len(found) == 1 and talk.person.municipality is not None:
        return await _sort(found[0].id, story, talk, over=over)
    return show(views.institutions(REPORTING, talk, found, story.account()), draft=Addressing(story), over=over)


async def addressing(draft: Addressing, said: Said, talk: Talk) -> Turn:
    """Take the institution, from a button or by its name."""
    found = await _receivers(talk)
    match said:
        case Chose("to", number) if number in {str(one.id) for one in found}:
            return await _sort(InstitutionId(int(number)), draft.story, talk)
        case Text(words) if len(named := matching(words, found, lambda one: one.name)) == 1:
            return await _sort(named[0].id, draft.story, talk)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Chose("back"):
            return await _ask(draft.story, talk, over=True)
        case _:
            story = draft.story.hear(said) or draft.story
            return show(views.institutions(REPORTING, talk, found, story.account()), draft=Addressing(story))


async def _categories(to: int, talk: Talk) -> Sequence[Category]:
    return await talk.uow.places.report_categories(InstitutionId(to), Language(talk.texts.language))


async def _sort(to: InstitutionId, story: Story, talk: Talk, *, over: bool = True) -> Turn:
    """Ask what it is about, unless no more is taken today: that is said before anybody writes."""
    try:
        await check_room(to, by=talk.person.id, uow=talk.uow, now=talk.now)
    except Refused as full:
        numbers = await numbers_to_call(talk)
        return show(views.no_room(talk, full.why, numbers, story.account()), draft=None, over=over)
    screen = views.categories(REPORTING, talk, await _categories(to, talk), story.account())
    return show(screen, draft=Sorting(to, story), over=over)


async def sorting(draft: Sorting, said: Said, talk: Talk) -> Turn:
    """Take the category."""
    match said:
        case Chose("category", place) if kind := await _placed(place, draft.to, talk):
            return await _tell_or_go_on(draft.to, replace(draft.story, category=kind.code), talk)
        case Text(words) if len(named := matching(words, await _categories(draft.to, talk), _label)) == 1:
            return await _tell_or_go_on(draft.to, replace(draft.story, category=named[0].code), talk, over=False)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Chose("back"):
            return await _ask(draft.story, talk, over=True)
        case _:
            return await _sort(InstitutionId(draft.to), draft.story.hear(said) or draft.story, talk, over=False)


async def _placed(place: str, to: int, talk: Talk) -> Category | None:
    """The category at a place of the list."""
    found = await _categories(to, talk)
    return found[int(place)] if is_number(place) and int(place) < len(found) else None


def _label(category: Category) -> str:
    return category.label


async def _tell_or_go_on(to: int, story: Story, talk: Talk, *, over: bool = True) -> Turn:
    """Who has told it already need not tell it again; where people may need help themselves, its numbers come first."""
    category = await _category(to, story.category, talk)
    if story.spoken.is_empty() or category.helps:
        return await _tell(to, story, talk, over=over)
    return await _go_on(to, story, talk, over=over)


async def _category(to: int, code: str, talk: Talk) -> Category:
    found = next((c for c in await _categories(to, talk) if c.code == code), None)
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    return found


async def _help(category: Category, story: Story, talk: Talk) -> views.Help:
    """Whom to call, where somebody may be in need themselves, or it sounds as if danger were near."""
    near = sounds_dangerous(story.spoken.text)
    numbers = await numbers_to_call(talk) if category.helps or near else ()
    return views.Help(numbers, near=near, own=category.helps)


async def _tell(to: int, story: Story, talk: Talk, *, over: bool = False) -> Turn:
    category = await _category(to, story.category, talk)
    screen = views.tell(REPORTING, talk, category, await _help(category, story, talk), story)
    return show(screen, draft=Telling(to, story), over=over)


async def telling(draft: Telling, said: Said, talk: Talk) -> Turn:
    """Take what happened."""
    match said:
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Chose("back"):
            return await _sort(InstitutionId(draft.to), draft.story, talk)
        case Chose("go_on") if not draft.story.spoken.is_empty():
            return await _go_on(draft.to, draft.story, talk, over=True)
        case Chose("former") if not draft.story.former.is_empty():
            return await _go_on(draft.to, draft.story.as_before(), talk, over=True)
        case _:
            story = draft.story.hear(said) or draft.story
            told = story.spoken != draft.story.spoken
            return await _go_on(draft.to, story, talk) if told else await _tell(draft.to, story, talk)


async def _units(to: int, talk: Talk) -> Sequence[Unit]:
    institution = await talk.uow.places.institution(InstitutionId(to))
    return await talk.uow.places.units(institution.municipality) if institution.municipality else ()


async def _go_on(to: int, story: Story, talk: Talk, *, over: bool = False) -> Turn:
    """Ask for the place, unless it is known."""
    if story.spot != NOWHERE:
        return await _check(to, story, talk, over=over)
    return await _locate(to, story, talk, over=over)


async def _locate(to: int, story: Story, talk: Talk, *, over: bool = False) -> Turn:
    numbers = await _help(await _category(to, story.category, talk), story, talk)
    screen = views.where(REPORTING, talk, await _units(to, talk), numbers, story.account())
    return show(screen, draft=Locating(to, story), over=over)


async def locating(draft: Locating, said: Said, talk: Talk) -> Turn:
    """Take the place, or one more photo."""
    units = {str(unit.id) for unit in await _units(draft.to, talk)}
    match said:
        case Chose("unit", number) if number in units:
            return await _check(draft.to, replace(draft.story, spot=Spot(unit=UnitId(int(number))), spot_in=0), talk)
        case Chose("skip"):
            return await _check(draft.to, draft.story, talk)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Chose("back"):
            return await _tell(draft.to, draft.story, talk, over=True)
        case Text(words, message):
            return await _check(draft.to, draft.story.at(words, message), talk)
        case _:
            return await _go_on(draft.to, draft.story.hear(said) or draft.story, talk)


async def _check(to: int, story: Story, talk: Talk, *, over: bool = True) -> Turn:
    category = await _category(to, story.category, talk)
    place = views.spot_words(talk, story.spot, await _units(to, talk))
    receiver = await talk.uow.places.institution(InstitutionId(to))
    numbers = await _help(category, story, talk)
    screen = views.preview(REPORTING, talk, story.account(), category, numbers, place=place, receiver=receiver)
    return show(screen, draft=Checking(to, story), over=over)


async def checking(draft: Checking, said: Said, talk: Talk) -> Turn:
    """Send it, or change it once more."""
    match said:
        case Chose("send"):
            return await _send(draft, talk)
        case Text(words) if means_send(words):
            return await _send(draft, talk)
        case Chose("again"):
            return await _tell(draft.to, draft.story.anew(), talk, over=True)
        case Chose("sign"):
            return show(views.ask_name(REPORTING, talk), draft=Naming(draft.to, draft.story), over=True)
        case Chose("unsign"):
            return await _check(draft.to, draft.story.unsigned(), talk)
        case Chose("back"):
            return await _locate(draft.to, replace(draft.story, spot=NOWHERE, spot_in=0), talk, over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case _:
            return await _check(draft.to, draft.story.hear(said) or draft.story, talk, over=False)


async def _send(draft: Checking, talk: Talk) -> Turn:
    account = draft.story.account()
    kept = await report(account, to=InstitutionId(draft.to), by=talk.person.id, uow=talk.uow, now=talk.now)
    numbers = await _help(await _category(draft.to, draft.story.category, talk), draft.story, talk)
    receiver = await talk.uow.places.institution(kept.institution)
    own = await talk.uow.places.text(kept.institution, TextKey.REPORTED, Language(talk.texts.language))
    return show(views.receipt(talk, kept, receiver, numbers, own or ""), draft=None, over=True)


async def naming(draft: Naming, said: Said, talk: Talk) -> Turn:
    """Take the name of somebody who wants to be known; all else belongs to the story."""
    match said:
        case Chose("back"):
            return await _check(draft.to, draft.story, talk)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Text(name, message):
            if not is_name(name):
                return show(views.ask_name(REPORTING, talk, talk.t("That cannot be a name.")), draft=draft)
            return await _check(draft.to, draft.story.signed(name, message), talk)
        case _:
            story = draft.story.hear(said) or draft.story
            note = views.told(talk, story.account()) if story != draft.story else ""
            return show(views.ask_name(REPORTING, talk, note), draft=replace(draft, story=story))


STEPS: dict[type, Step] = {
    Asking: asking,
    Addressing: addressing,
    Sorting: sorting,
    Telling: telling,
    Locating: locating,
    Checking: checking,
    Naming: naming,
}

REPORTING = Dialog(
    "report", 1, {kind: careful(step) for kind, step in STEPS.items()}, listens=WITHIN_THE_HOUR, lasts=WITHIN_THE_HOUR
)
"""What was not sent is gone after an hour: whoever takes up the phone later must not be shown it."""
