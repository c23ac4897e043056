"""Reporting a danger to the safety council, unknown by default.

Asking ──danger now──▶ numbers to call, the end: nothing is kept
└─no──▶ Addressing ──▶ Sorting ──▶ Telling ──▶ Locating ──▶ Checking ──send──▶ receipt
                         └─known already─▶ Comparing    └─name─▶ Naming ─┘
Whatever is said on the way is added to the story, also before its turn has come. Who is under sixteen says so at the
first question, if they like: then nobody asks for a place or a name, and all of it is said in the simplest words.
"""

from dataclasses import replace
from typing import Final

from handlers.dialogs.careful import careful, with_warning
from handlers.dialogs.kinds import kind_of, kinds_at, sorted_again
from handlers.dialogs.leaving import leavable
from handlers.drafts import recall
from handlers.events import Chose, Text
from handlers.names import UNASKED, Asked, Given, answer
from handlers.reports import (
    help_for,
    numbers_to_call,
    readers_at,
    readers_of_what_lies,
    receivers,
    screens_for,
    units,
)
from handlers.spoken import NO, YES, Spoken, bare, means_send
from handlers.stages import Addressing, Asking, Checking, Comparing, Locating, Naming, Sorting, Telling
from handlers.story import NOWHERE, UNTOLD, Story, is_too_large, only_safe
from handlers.turns import WITHIN_THE_HOUR, Dialog, Said, Step, Talk, Turn, show
from handlers.views import known, names
from handlers.views import reporting as views
from handlers.views.errors import changed_meanwhile, noted
from participation.errors import Refusal, Refused
from participation.ids import InstitutionId, KnownId, UnitId
from participation.people.model import Language
from participation.places import TextKey
from participation.reports.known import concern, known_about
from participation.reports.model import Category, NameKind, Report, Spot
from participation.reports.usecases import check_account, check_patience, check_room, report, where_it_lies
from participation.reports.youth import says_young, tells_young
from participation.words import is_number, matching

NO_ROOM: Final = frozenset({Refusal.TOO_OFTEN, Refusal.CROWDED})
"""Why no more is taken today; what was told is given back."""


async def begin_report(talk: Talk, _: object = None) -> Turn:
    """Ask first whether somebody is in danger now; what was told before and not sent is taken up again."""
    return await _ask(await _begun(talk), talk)


async def _begun(talk: Talk) -> Story:
    match await recall(REPORTING, talk):
        case Asking(story) | Addressing(story) | Sorting(_, story) | Comparing(_, story) | Telling(_, story):
            return story
        case Locating(_, story) | Checking(_, story) | Naming(_, story):
            return story
        case _:
            return UNTOLD


async def report_with(spoken: Spoken, talk: Talk) -> Turn:
    """Begin with words that are here already, beside those that were begun before."""
    safe = only_safe(spoken)
    begun = await _begun(talk)
    story = replace(begun, spoken=begun.spoken.before(_ageless(safe)))
    if any(tells_young(piece.words) for piece in safe.pieces):
        story = story.simply()
    if not story.spoken.is_empty():
        check_account(story.account())
    turn = await _ask(story, talk)
    if len(safe.media) == len(spoken.media):
        return turn
    return with_warning(turn, talk, too_large=any(is_too_large(media) for media in spoken.media))


def _ageless(spoken: Spoken) -> Spoken:
    """All of it but what says an age and nothing else: that is no part of what happened."""
    return replace(spoken, pieces=tuple(piece for piece in spoken.pieces if not says_young(piece.words)))


async def _ask(story: Story, talk: Talk, *, over: bool = False) -> Turn:
    screens = await screens_for(story, talk)
    screen = screens.danger_now(REPORTING, talk, await numbers_to_call(talk), story.account())
    return show(screen, draft=Asking(story), over=over)


async def asking(draft: Asking, said: Said, talk: Talk) -> Turn:
    """Danger ends the form; otherwise find who is to get the report."""
    screens = await screens_for(draft.story, talk)
    match said:
        case Chose("yes"):
            return show(screens.call_now(talk, await numbers_to_call(talk)), draft=None, over=True)
        case Text(words) if bare(words) in YES:
            return show(screens.call_now(talk, await numbers_to_call(talk)), draft=None)
        case Chose("young"):
            return await _ask(draft.story.simply(), talk, over=True)
        case Text(words) if says_young(words):
            return await _ask(draft.story.simply(), talk)
        case Chose("back") if draft.story.simple:
            return await _ask(replace(draft.story, simple=False), talk, over=True)
        case Chose("no"):
            return await _address(draft.story, talk)
        case Text(words) if bare(words) in NO:
            return await _address(draft.story, talk, over=False)
        case _:
            story = draft.story.hear(said) or draft.story
            young = isinstance(said, Text) and tells_young(said.words)
            return await _ask(story.simply() if young else story, talk)


async def _address(story: Story, talk: Talk, *, over: bool = True) -> Turn:
    found = await receivers(talk)
    screens = await screens_for(story, talk)
    if not found:
        return show(screens.no_council(talk, await numbers_to_call(talk), story.account()), draft=None, over=over)
    if len(found) == 1 and talk.person.municipality is not None:
        return await _sort(found[0].id, story, talk, over=over)
    return show(screens.institutions(REPORTING, talk, found, story.account()), draft=Addressing(story), over=over)


async def addressing(draft: Addressing, said: Said, talk: Talk) -> Turn:
    """Take the institution, from a button or by its name."""
    found = await receivers(talk)
    match said:
        case Chose("to", number) if number in {str(one.id) for one in found}:
            return await _sort(InstitutionId(int(number)), draft.story, talk)
        case Text(words) if len(named := matching(words, found, lambda one: one.name)) == 1:
            return await _sort(named[0].id, draft.story, talk)
        case Chose("back"):
            return await _ask(draft.story, talk, over=True)
        case _:
            return await _address(draft.story.hear(said) or draft.story, talk, over=False)


async def _sort(to: InstitutionId, story: Story, talk: Talk, *, over: bool = True) -> Turn:
    """Ask what it is about, unless no more of one person is taken today: that is said before anybody writes."""
    screens = await screens_for(story, talk)
    try:
        await check_patience(by=talk.person.id, uow=talk.uow, now=talk.now)
    except Refused as full:
        return await _no_room(full.why, story, talk, over=over)
    kinds = await kinds_at(to, talk)
    screen = screens.categories(REPORTING, talk, kinds, story.account())
    return show(screen, draft=Sorting(to, story, tuple(kind.code for kind in kinds)), over=over)


async def _no_room(why: Refusal, story: Story, talk: Talk, *, over: bool) -> Turn:
    screens, numbers = await screens_for(story, talk), await numbers_to_call(talk)
    return show(screens.no_room(talk, why, numbers, story.account()), draft=None, over=over)


async def sorting(draft: Sorting, said: Said, talk: Talk) -> Turn:
    """Take the category."""
    match said:
        case Chose("category", place) if is_number(place) and int(place) < len(draft.shown):
            return await _sorted(draft.to, replace(draft.story, category=draft.shown[int(place)]), talk)
        case Text(words) if len(named := matching(words, await kinds_at(draft.to, talk), _label)) == 1:
            return await _sorted(draft.to, replace(draft.story, category=named[0].code), talk, over=False)
        case Chose("back"):
            return await _ask(draft.story, talk, over=True)
        case _:
            return await _sort(InstitutionId(draft.to), draft.story.hear(said) or draft.story, talk, over=False)


def _label(category: Category) -> str:
    return category.label


async def _sorted(to: int, story: Story, talk: Talk, *, over: bool = True) -> Turn:
    """Show first what is known already of its category, if anything is; unless no more of it is taken today."""
    kind = await kind_of(to, story, talk)
    try:
        docket = await where_it_lies(InstitutionId(to), kind, uow=talk.uow)
        await check_room(docket, by=talk.person.id, uow=talk.uow, now=talk.now)
    except Refused as full:
        return await _no_room(full.why, story, talk, over=over)
    found = () if story.simple else await known_about(kind, InstitutionId(to), uow=talk.uow)
    if not found:
        return await _tell_or_go_on(to, replace(story, known=0), talk, over=over)
    return show(known.choices(REPORTING, talk, found, story.account()), draft=Comparing(to, story), over=over)


async def comparing(draft: Comparing, said: Said, talk: Talk) -> Turn:
    """Take that it is the same, which says it all, or that it is something else; whoever tells it has said that."""
    match said:
        case Chose("same", number) if is_number(number) and draft.story.spoken.is_empty():
            return await _send(Checking(draft.to, replace(draft.story, known=int(number))), talk)
        case Chose("same", number) if is_number(number):
            return await _check(draft.to, replace(draft.story, known=int(number)), talk)
        case Chose("another"):
            return await _tell_or_go_on(draft.to, replace(draft.story, known=0), talk)
        case Chose("back"):
            return await _sort(InstitutionId(draft.to), draft.story, talk)
        case _ if (story := draft.story.hear(said)) is not None and story.spoken != draft.story.spoken:
            return await _tell_or_go_on(draft.to, replace(story, known=0), talk, over=False)
        case _:
            return await _sorted(draft.to, draft.story.hear(said) or draft.story, talk, over=False)


async def _tell_or_go_on(to: int, story: Story, talk: Talk, *, over: bool = True) -> Turn:
    """Who has told it already need not tell it again; where people may need help themselves, its numbers come first."""
    category = await kind_of(to, story, talk)
    if story.spoken.is_empty() or category.helps:
        return await _tell(to, story, talk, over=over)
    return await _go_on(to, story, talk, over=over)


async def _tell(to: int, story: Story, talk: Talk, *, over: bool = False) -> Turn:
    category = await kind_of(to, story, talk)
    screens = await screens_for(story, talk)
    readers = await readers_at(to, category, talk)
    screen = screens.tell(REPORTING, talk, category, await help_for(category, story, talk), story, readers=readers)
    return show(screen, draft=Telling(to, story), over=over)


async def telling(draft: Telling, said: Said, talk: Talk) -> Turn:
    """Take what happened."""
    match said:
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


async def _go_on(to: int, story: Story, talk: Talk, *, over: bool = False) -> Turn:
    """Ask for the place, unless it is known, or nothing is asked that need not be."""
    if story.spot != NOWHERE or story.simple:
        return await _check(to, story, talk, over=over)
    return await _locate(to, story, talk, over=over)


async def _locate(to: int, story: Story, talk: Talk, *, over: bool = False) -> Turn:
    numbers = await help_for(await kind_of(to, story, talk), story, talk)
    screen = views.where(REPORTING, talk, await units(to, talk), numbers, story.account())
    return show(screen, draft=Locating(to, story), over=over)


async def locating(draft: Locating, said: Said, talk: Talk) -> Turn:
    """Take the place, or one more photo."""
    here = {str(unit.id) for unit in await units(draft.to, talk)}
    match said:
        case Chose("unit", number) if number in here and not draft.story.simple:
            return await _check(draft.to, replace(draft.story, spot=Spot(unit=UnitId(int(number))), spot_in=0), talk)
        case Chose("skip"):
            return await _check(draft.to, draft.story, talk)
        case Chose("back"):
            return await _tell(draft.to, draft.story, talk, over=True)
        case Text(words, message):
            return await _check(draft.to, draft.story.at(words, message), talk)
        case _:
            return await _go_on(draft.to, draft.story.hear(said) or draft.story, talk)


async def _check(to: int, story: Story, talk: Talk, *, over: bool = True) -> Turn:
    category = await kind_of(to, story, talk)
    place = views.spot_words(talk, story.place(), await units(to, talk))
    help_, readers = await _helped_and_read(to, category, story, talk)
    screens = await screens_for(story, talk)
    screen = screens.preview(REPORTING, talk, story.account(), category, help_, place=place, readers=readers)
    told, offers_alone = views.read_by_whom(talk, readers), readers.alone is not None
    turn = show(screen, draft=Checking(to, story, category.label, told, offers_alone), over=over)
    same = await talk.uow.known.find(KnownId(story.known)) if story.known else None
    return turn if same is None else noted(turn, known.same(talk, same))


async def _helped_and_read(to: int, category: Category, story: Story, talk: Talk) -> tuple[views.Help, views.Readers]:
    help_ = await help_for(category, story, talk)
    return help_, await readers_at(to, category, talk, need=help_.own and not story.known)


async def checking(draft: Checking, said: Said, talk: Talk) -> Turn:
    """Send it, or change it once more."""
    match said:
        case Chose("send" | "alone" as way) if way == "send" or draft.offers_alone:
            return await _send(draft, talk, alone=way == "alone")
        case Text(words) if means_send(words):
            return await _send(draft, talk, alone=draft.offers_alone)
        case Chose("again"):
            return await _tell(draft.to, draft.story.anew(), talk, over=True)
        case Chose("rough" | "fine" as grain):
            return await _check(draft.to, replace(draft.story, rough=grain == "rough"), talk)
        case Chose("sign" | "back") if draft.story.simple:
            return await _check(draft.to, draft.story, talk)
        case Chose("sign"):
            return show(names.ask(REPORTING.choice, talk, UNASKED), draft=Naming(draft.to, draft.story), over=True)
        case Chose("unsign"):
            return await _check(draft.to, draft.story.unsigned(), talk)
        case Chose("back"):
            return await _locate(draft.to, replace(draft.story, spot=NOWHERE, spot_in=0), talk, over=True)
        case _:
            return await _check(draft.to, draft.story.hear(said) or draft.story, talk, over=False)


async def _send(draft: Checking, talk: Talk, *, alone: bool = False) -> Turn:
    category = await kind_of(draft.to, draft.story, talk)
    help_, readers = await _helped_and_read(draft.to, category, draft.story, talk)
    shown, now = (draft.called, draft.read_by), (category.label, views.read_by_whom(talk, readers))
    if draft.called and shown != now:
        return changed_meanwhile(await _check(draft.to, draft.story, talk), talk)
    try:
        kept = await _keep(draft, talk, alone=alone)
    except Refused as full:
        if full.why not in NO_ROOM:
            raise
        return await _no_room(full.why, draft.story, talk, over=False)
    own = await talk.uow.places.text(kept.institution, TextKey.REPORTED, Language(talk.texts.language))
    screens = await screens_for(draft.story, talk)
    readers = await readers_of_what_lies(kept.docket, talk)
    return show(screens.receipt(talk, kept, readers, help_, own or ""), draft=None, over=True)


async def _keep(draft: Checking, talk: Talk, *, alone: bool) -> Report:
    account, known_as = draft.story.account(), KnownId(draft.story.known)
    if known_as:
        return await concern(known_as, account, by=talk.person.id, uow=talk.uow, now=talk.now)
    to = InstitutionId(draft.to)
    return await report(account, to=to, by=talk.person.id, alone=alone, uow=talk.uow, now=talk.now)


async def naming(draft: Naming, said: Said, talk: Talk) -> Turn:
    """Take what somebody wants to be called; all else belongs to the story."""
    over = isinstance(said, Chose)
    match answer(draft.asked, said):
        case Given(name, message):
            made_up = name.kind is NameKind.MADE_UP
            return await _check(draft.to, draft.story.signed(name.words, message, made_up=made_up), talk, over=over)
        case Asked() as asked:
            return show(names.ask(REPORTING.choice, talk, asked), draft=replace(draft, asked=asked), over=over)
    match said:
        case Chose("back"):
            return await _check(draft.to, draft.story, talk)
        case _:
            story = draft.story.hear(said) or draft.story
            note = views.told(talk, story.account()) if story != draft.story else ""
            return show(names.ask(REPORTING.choice, talk, draft.asked, note=note), draft=replace(draft, story=story))


STEPS: dict[type, Step] = {
    Asking: asking,
    Addressing: addressing,
    Sorting: sorting,
    Comparing: comparing,
    Telling: telling,
    Locating: locating,
    Checking: checking,
    Naming: naming,
}

REPORTING = Dialog(
    "report",
    1,
    {kind: careful(leavable(sorted_again(step, _sort))) for kind, step in STEPS.items()},
    listens=WITHIN_THE_HOUR,
    lasts=WITHIN_THE_HOUR,
)
"""What was not sent is gone after an hour: whoever takes up the phone later must not be shown it."""
