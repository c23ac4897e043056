"""Joining a forum: an application to an open call, or the link of an organisation; the last tap is the consent.

Naming ──the organisation──▶ Sorting ──its kind──▶ Arguing ──why──▶ Agreeing ──agreed──▶ it waits
  └──an active citizen──▶ Introducing ──the name───────▲
by a link: Joining ──agreed──▶ a member
"""

from dataclasses import dataclass

from handlers.dialogs.leaving import leavable
from handlers.events import Chose, Edited, Text
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import belonging as views
from handlers.views.correcting import cannot_use
from participation.forum.actions import ApplyTo
from participation.forum.members import apply, check_free, invited, join, open_call
from participation.forum.membership import LONGEST_WHY, MemberCard
from participation.ids import InstitutionId
from participation.meetings.present import Actor
from participation.words import has_letters, is_name


@dataclass(frozen=True)
class Naming:
    """The organisation is awaited, with perhaps who speaks for it; `name` was said before."""

    institution: int
    name: str = ""


@dataclass(frozen=True)
class Introducing:
    """The name of an active citizen is awaited."""

    institution: int


@dataclass(frozen=True)
class Sorting:
    """The kind of an organisation is awaited."""

    institution: int
    name: str


@dataclass(frozen=True)
class Arguing:
    """Why they want to join is awaited; `why` was said before."""

    institution: int
    name: str
    kind: Actor
    why: str = ""


@dataclass(frozen=True)
class Agreeing:
    """What will be kept is looked at."""

    institution: int
    name: str
    kind: Actor
    why: str


@dataclass(frozen=True)
class Joining:
    """What will be kept of an organisation that was invited is looked at."""

    token: str


async def begin_applying(talk: Talk, pressed: ApplyTo) -> Turn:
    """Ask for whom."""
    institution = InstitutionId(pressed.institution)
    await open_call(institution, uow=talk.uow, now=talk.now)
    await check_free(institution, talk.person.id, uow=talk.uow)
    return show(views.ask_name(talk), draft=Naming(institution))


async def begin_joining(talk: Talk, token: str) -> Turn:
    """Show to somebody with the link of an organisation what will be kept."""
    found = await invited(token, uow=talk.uow, now=talk.now)
    await check_free(found.institution, talk.person.id, uow=talk.uow)
    return await _ask_to_join(Joining(token), talk)


async def naming(draft: Naming, said: Said, talk: Talk) -> Turn:
    """Take the organisation."""
    match said:
        case Chose("citizen"):
            return show(views.ask_name(talk, citizen=True), draft=Introducing(draft.institution), over=True)
        case Chose("same") if draft.name:
            return show(views.ask_kind(talk), draft=Sorting(draft.institution, draft.name), over=True)
        case Text(words) if is_name(words) and has_letters(words.partition(",")[0]):
            return show(views.ask_kind(talk), draft=Sorting(draft.institution, " ".join(words.split())))
        case Chose() | Edited():
            return show(views.ask_name(talk, before=draft.name), draft=draft)
        case _:
            return show(views.ask_name(talk, cannot_use(talk), before=draft.name), draft=draft)


async def introducing(draft: Introducing, said: Said, talk: Talk) -> Turn:
    """Take the name of an active citizen."""
    match said:
        case Text(words) if is_name(words) and has_letters(words):
            name = " ".join(words.replace(",", " ").split())
            return show(views.ask_why(talk), draft=Arguing(draft.institution, name, Actor.CITIZEN))
        case Chose("back"):
            return show(views.ask_name(talk), draft=Naming(draft.institution), over=True)
        case Chose() | Edited():
            return show(views.ask_name(talk, citizen=True), draft=draft)
        case _:
            return show(views.ask_name(talk, cannot_use(talk), citizen=True), draft=draft)


async def sorting(draft: Sorting, said: Said, talk: Talk) -> Turn:
    """Take the kind."""
    match said:
        case Chose("kind", kind) if kind in set(Actor) - {Actor.CITIZEN}:
            return show(views.ask_why(talk), draft=Arguing(draft.institution, draft.name, Actor(kind)), over=True)
        case Chose("back"):
            named = Naming(draft.institution, draft.name)
            return show(views.ask_name(talk, before=draft.name), draft=named, over=True)
        case Chose() | Edited():
            return show(views.ask_kind(talk), draft=draft)
        case _:
            return show(views.ask_kind(talk, cannot_use(talk)), draft=draft)


async def arguing(draft: Arguing, said: Said, talk: Talk) -> Turn:
    """Take why."""
    match said:
        case Chose("same") if draft.why:
            return await _ask_consent(Agreeing(draft.institution, draft.name, draft.kind, draft.why), talk, over=True)
        case Text(words) if has_letters(words) and len(" ".join(words.split())) <= LONGEST_WHY:
            why = " ".join(words.split())
            return await _ask_consent(Agreeing(draft.institution, draft.name, draft.kind, why), talk)
        case Chose("back") if draft.kind is Actor.CITIZEN:
            return show(views.ask_name(talk, citizen=True), draft=Introducing(draft.institution), over=True)
        case Chose("back"):
            return show(views.ask_kind(talk), draft=Sorting(draft.institution, draft.name), over=True)
        case Chose() | Edited():
            return show(views.ask_why(talk, before=draft.why), draft=draft)
        case _:
            return show(views.ask_why(talk, cannot_use(talk), before=draft.why), draft=draft)


async def _ask_consent(draft: Agreeing, talk: Talk, *, over: bool = False) -> Turn:
    forum = await open_call(InstitutionId(draft.institution), uow=talk.uow, now=talk.now)
    institution = await talk.uow.places.institution(forum.institution)
    return show(views.agree(talk, forum, _card(draft), draft.kind, institution.name), draft=draft, over=over)


def _card(draft: Agreeing) -> MemberCard:
    """What stands after the first comma is who speaks for it."""
    organisation, _, contact = draft.name.partition(",")
    return MemberCard(organisation.strip(), contact.strip(), why=draft.why)


async def agreeing(draft: Agreeing, said: Said, talk: Talk) -> Turn:
    """Take the consent, and send it."""
    match said:
        case Chose("agree"):
            here, card = InstitutionId(draft.institution), _card(draft)
            member = await apply(here, card, draft.kind, person=talk.person.id, uow=talk.uow, now=talk.now)
            return show(views.applied(talk, member), draft=None, over=True)
        case Chose("back"):
            argued = Arguing(draft.institution, draft.name, draft.kind, draft.why)
            return show(views.ask_why(talk, before=draft.why), draft=argued, over=True)
        case _:
            return await _ask_consent(draft, talk)


async def joining(draft: Joining, said: Said, talk: Talk) -> Turn:
    """Take the consent of whoever speaks for an organisation."""
    if not isinstance(said, Chose) or said.name != "agree":
        return await _ask_to_join(draft, talk)
    member = await join(draft.token, person=talk.person.id, uow=talk.uow, now=talk.now)
    forum = await talk.uow.forums.find(member.institution)
    assert forum is not None
    return show(views.joined(talk, forum, member.id), draft=None, over=True)


async def _ask_to_join(draft: Joining, talk: Talk) -> Turn:
    found = await invited(draft.token, uow=talk.uow, now=talk.now)
    forum = await talk.uow.forums.find(found.institution)
    assert forum is not None
    institution = await talk.uow.places.institution(found.institution)
    return show(views.agree_to_join(talk, forum, found, institution.name), draft=draft)


JOINING = Dialog(
    views.DIALOG,
    1,
    {
        Naming: leavable(naming),
        Introducing: leavable(introducing),
        Sorting: leavable(sorting),
        Arguing: leavable(arguing),
        Agreeing: leavable(agreeing),
        Joining: leavable(joining),
    },
)
