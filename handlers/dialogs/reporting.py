"""Reporting a danger to the safety council, unknown by default.

Asking ──danger now──▶ numbers to call, the end: nothing is kept
└─no──▶ Addressing ──▶ Sorting ──▶ Telling ──▶ Locating ──▶ Checking ──send──▶ receipt
└─name─▶ Naming ─┘
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.dialogs.arriving import choose_home
from handlers.events import Chose, Edited, File, Pin, Text
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import reporting as views
from handlers.views.errors import cancelled, cannot_use
from participation.comments.model import NOTHING_SAID, Words
from participation.errors import Refusal, Refused
from participation.ids import InstitutionId, UnitId
from participation.messages import Media, MediaKind
from participation.people.model import Language
from participation.places import EmergencyNumber, Institution, Unit
from participation.reports.model import Account, Category, Spot, coarse
from participation.reports.usecases import check_account, report

LONGEST_NAME = 120
SAFE_KINDS = frozenset({MediaKind.PHOTO, MediaKind.VOICE})


@dataclass(frozen=True)
class Asking:
    """Is somebody in danger now? Words that came before the question are held."""

    held: Words = NOTHING_SAID


@dataclass(frozen=True)
class Addressing:
    """Which institution, where there are several."""

    held: Words = NOTHING_SAID


@dataclass(frozen=True)
class Sorting:
    """Which category."""

    to: int
    held: Words = NOTHING_SAID


@dataclass(frozen=True)
class Telling:
    """What happened."""

    to: int
    account: Account


@dataclass(frozen=True)
class Locating:
    """Where it is."""

    to: int
    account: Account


@dataclass(frozen=True)
class Checking:
    """All is here; it has to be looked at and sent."""

    to: int
    account: Account


@dataclass(frozen=True)
class Naming:
    """Somebody wants their name to be known."""

    to: int
    account: Account


async def begin_report(talk: Talk, _: object = None) -> Turn:
    """Ask first whether somebody is in danger now."""
    return show(views.danger_now(REPORTING, talk), draft=Asking())


async def report_with(words: Words, talk: Talk) -> Turn:
    """Begin with words that are here already."""
    return show(views.danger_now(REPORTING, talk), draft=Asking(words))


async def _numbers(talk: Talk) -> Sequence[EmergencyNumber]:
    return await talk.uow.places.emergency_numbers(Language(talk.texts.language))


async def asking(draft: Asking, said: Said, talk: Talk) -> Turn:
    """Danger ends the form; otherwise find who is to get the report."""
    match said:
        case Chose("yes"):
            return show(views.call_now(talk, await _numbers(talk)), draft=None, over=True)
        case Chose("no"):
            return await _address(draft.held, talk)
        case Chose("cancel" | "back"):
            return show(cancelled(talk), draft=None, over=True)
        case _:
            return show(views.danger_now(REPORTING, talk), draft=draft)


async def _address(held: Words, talk: Talk) -> Turn:
    home = talk.person.municipality
    if home is None:
        return replace(await choose_home(talk), aside=True)
    found = await talk.uow.places.institutions_of(home)
    if not found:
        return show(views.no_council(talk, await _numbers(talk)), draft=None, over=True)
    if len(found) == 1:
        return await _sort(found[0].id, held, talk)
    return show(views.institutions(REPORTING, talk, found), draft=Addressing(held), over=True)


async def addressing(draft: Addressing, said: Said, talk: Talk) -> Turn:
    """Take the institution."""
    found: Sequence[Institution] = ()
    if talk.person.municipality is not None:
        found = await talk.uow.places.institutions_of(talk.person.municipality)
    match said:
        case Chose("to", number) if number in {str(i.id) for i in found}:
            return await _sort(InstitutionId(int(number)), draft.held, talk)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Chose("back"):
            return show(views.danger_now(REPORTING, talk), draft=Asking(draft.held), over=True)
        case _:
            return show(views.institutions(REPORTING, talk, found), draft=draft)


async def _categories(to: int, talk: Talk) -> Sequence[Category]:
    return await talk.uow.places.report_categories(InstitutionId(to), Language(talk.texts.language))


async def _sort(to: InstitutionId, held: Words, talk: Talk) -> Turn:
    screen = views.categories(REPORTING, talk, await _categories(to, talk))
    return show(screen, draft=Sorting(to, held), over=True)


async def sorting(draft: Sorting, said: Said, talk: Talk) -> Turn:
    """Take the category."""
    found = {c.code: c for c in await _categories(draft.to, talk)}
    match said:
        case Chose("category", code) if code in found:
            account = Account(code, draft.held.text, safe(draft.held.media))
            if account.text or account.media:
                return await _locate(draft.to, account, talk)
            screen = views.tell(REPORTING, talk, found[code], await _numbers(talk))
            return show(screen, draft=Telling(draft.to, account), over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Chose("back"):
            return show(views.danger_now(REPORTING, talk), draft=Asking(draft.held), over=True)
        case _:
            return show(views.categories(REPORTING, talk, list(found.values())), draft=draft)


def safe(media: tuple[Media, ...]) -> tuple[Media, ...]:
    """Only photos and recordings, without their file names: a file tells more than one sees."""
    return tuple(Media(m.kind, ref=m.ref, seconds=m.seconds) for m in media if m.kind in SAFE_KINDS)


def with_more(account: Account, said: Said) -> Account | None:
    """The account with what was said added to it, or None if it adds nothing that is safe to keep."""
    match said:
        case Text(text):
            return replace(account, text=f"{account.text}\n{text}".strip())
        case Edited(text):
            return replace(account, text=text)
        case File(media, words) if media.kind in SAFE_KINDS:
            text = f"{account.text}\n{words}".strip()
            return replace(account, text=text, media=(*account.media, *safe((media,))))
        case _:
            return None


async def telling(draft: Telling, said: Said, talk: Talk) -> Turn:
    """Take what happened."""
    match said:
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Chose("back"):
            return await _sort(InstitutionId(draft.to), NOTHING_SAID, talk)
        case File(media) if media.kind not in SAFE_KINDS:
            return show(views.send_as_photo(talk), draft=draft)
        case _:
            account = with_more(draft.account, said)
            if account is None:
                category = await _category(draft.to, draft.account.category, talk)
                return show(views.tell(REPORTING, talk, category, await _numbers(talk)), draft=draft)
            check_account(account)
            return await _locate(draft.to, account, talk)


async def _category(to: int, code: str, talk: Talk) -> Category:
    found = next((c for c in await _categories(to, talk) if c.code == code), None)
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    return found


async def _units(to: int, talk: Talk) -> Sequence[Unit]:
    institution = await talk.uow.places.institution(InstitutionId(to))
    return await talk.uow.places.units(institution.municipality) if institution.municipality else ()


async def _locate(to: int, account: Account, talk: Talk, *, over: bool = False) -> Turn:
    return show(views.where(REPORTING, talk, await _units(to, talk)), draft=Locating(to, account), over=over)


async def locating(draft: Locating, said: Said, talk: Talk) -> Turn:
    """Take the place, or one more photo."""
    units = {str(unit.id) for unit in await _units(draft.to, talk)}
    match said:
        case Chose("unit", number) if number in units:
            return await _check(draft.to, replace(draft.account, spot=Spot(unit=UnitId(int(number)))), talk)
        case Chose("skip"):
            return await _check(draft.to, draft.account, talk)
        case Text(words):
            check_account(replace(draft.account, text=words))
            return await _check(draft.to, replace(draft.account, spot=Spot(words=words.strip())), talk)
        case Pin(latitude, longitude):
            spot = Spot(latitude=coarse(latitude), longitude=coarse(longitude))
            return await _check(draft.to, replace(draft.account, spot=spot), talk)
        case File(media) if media.kind not in SAFE_KINDS:
            return show(views.send_as_photo(talk), draft=draft)
        case File() | Edited():
            account = with_more(draft.account, said) or draft.account
            check_account(account)
            return await _locate(draft.to, account, talk)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Chose("back"):
            return await _tell_again(draft.to, draft.account, talk)
        case _:
            return await _locate(draft.to, draft.account, talk)


async def _tell_again(to: int, account: Account, talk: Talk) -> Turn:
    category = await _category(to, account.category, talk)
    screen = views.tell(REPORTING, talk, category, await _numbers(talk))
    return show(screen, draft=Telling(to, Account(account.category)), over=True)


async def _check(to: int, account: Account, talk: Talk, *, over: bool = True) -> Turn:
    category = await _category(to, account.category, talk)
    place = views.spot_words(talk, account.spot, await _units(to, talk))
    screen = views.preview(REPORTING, talk, account, category.label, place)
    return show(screen, draft=Checking(to, account), over=over)


async def checking(draft: Checking, said: Said, talk: Talk) -> Turn:
    """Send it, or change it once more."""
    match said:
        case Chose("send"):
            return await _send(draft, talk)
        case Chose("again"):
            return await _tell_again(draft.to, draft.account, talk)
        case Chose("sign"):
            return show(views.ask_name(REPORTING, talk), draft=Naming(draft.to, draft.account), over=True)
        case Chose("unsign"):
            return await _check(draft.to, replace(draft.account, signature=None), talk)
        case Chose("back"):
            return await _locate(draft.to, draft.account, talk, over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case File(media) if media.kind not in SAFE_KINDS:
            return show(views.send_as_photo(talk), draft=draft)
        case _:
            account = with_more(draft.account, said)
            if account is None:
                return show(cannot_use(talk, talk.t("Press Send, or change what you wrote.")), draft=draft)
            check_account(account)
            return await _check(draft.to, account, talk, over=False)


async def _send(draft: Checking, talk: Talk) -> Turn:
    kept = await report(draft.account, to=InstitutionId(draft.to), by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.receipt(talk, kept), draft=None)


async def naming(draft: Naming, said: Said, talk: Talk) -> Turn:
    """Take the name of somebody who wants to be known."""
    match said:
        case Text(name) if 0 < len(name.strip()) <= LONGEST_NAME:
            return await _check(draft.to, replace(draft.account, signature=" ".join(name.split())), talk)
        case Text():
            raise Refused(Refusal.TOO_LONG)
        case Chose("back"):
            return await _check(draft.to, draft.account, talk)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case _:
            return show(views.ask_name(REPORTING, talk), draft=draft)


REPORTING = Dialog(
    "report",
    1,
    {
        Asking: asking,
        Addressing: addressing,
        Sorting: sorting,
        Telling: telling,
        Locating: locating,
        Checking: checking,
        Naming: naming,
    },
)
