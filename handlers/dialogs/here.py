"""Checking in at a meeting: by a link or a code one is there, and everything else may be left out.

Coding ──the code──▶ Choosing ──for whom──▶ Asking ──yes──▶ Naming ──the name──▶ Checking ──agreed──▶ on the list
                                              └───no, at any step: only counted
"""

from dataclasses import dataclass, replace

from handlers.events import Chose, Edited, Text
from handlers.spoken import means_send
from handlers.turns import WITHIN_THE_HOUR, Dialog, Said, Talk, Turn, show
from handlers.views import here as views
from handlers.views.here import ChangePlace, ComeIn, LeaveList, ShowPlace
from participation.errors import Refusal, Refused
from participation.ids import MeetingId
from participation.meetings.checkin import (
    Wrong,
    code_in,
    enter_by_code,
    enter_by_link,
    own_line,
    say_for_whom,
    stand_on_list,
)
from participation.meetings.lines import listing_in
from participation.meetings.present import Actor, Listing, Present
from participation.meetings.usecases import find_public


@dataclass(frozen=True)
class Coding:
    """The code is awaited."""

    meeting: int


@dataclass(frozen=True)
class Choosing:
    """They are counted; for whom they are there is asked."""

    meeting: int


@dataclass(frozen=True)
class Asking:
    """Whether the name shall stand on the list is asked."""

    meeting: int


@dataclass(frozen=True)
class Naming:
    """The name is awaited, perhaps with an organisation and a role."""

    meeting: int


@dataclass(frozen=True)
class Checking:
    """How it will stand there is looked at."""

    meeting: int
    listing: Listing


async def come_in(talk: Talk, link: str) -> Turn:
    """Check in by a link; whoever is there already sees how they stand on the list."""
    meeting = await enter_by_link(link, person=talk.person.id, uow=talk.uow, now=talk.now)
    return await _inside(meeting, talk)


async def try_code(talk: Talk, words: str) -> Turn | None:
    """What somebody wrote without being asked, if it may be the code of a meeting that is on now."""
    code = code_in(words)
    if code is None:
        return None
    entered = await enter_by_code(code, person=talk.person.id, uow=talk.uow, now=talk.now)
    if isinstance(entered, Wrong):
        return show(views.wrong_code(talk, entered))
    return None if entered is None else await _inside(entered, talk)


async def begin_coming_in(talk: Talk, pressed: ComeIn) -> Turn:
    """Ask for the code; nobody who is there already is asked for it."""
    found, _ = await find_public(MeetingId(pressed.meeting), uow=talk.uow)
    if found.cancelled:
        raise Refused(Refusal.CANCELLED)
    if await talk.uow.presence.of_person(found.id, talk.person.id) is not None:
        return await _place(found.id, talk)
    if not found.lets_in(talk.now):
        raise Refused(Refusal.DOOR_SHUT)
    return show(views.ask_code(talk), draft=Coding(found.id))


async def show_place(talk: Talk, pressed: ShowPlace) -> Turn:
    """Show how one stands on the list."""
    return await _place(pressed.meeting, talk)


async def change_place(talk: Talk, pressed: ChangePlace) -> Turn:
    """Ask everything once more."""
    return await _ask_actor(pressed.meeting, talk)


async def leave_list(talk: Talk, pressed: LeaveList) -> Turn:
    """Take the name off; they stay counted."""
    await stand_on_list(MeetingId(pressed.meeting), person=talk.person.id, listing=None, uow=talk.uow)
    return await _place(pressed.meeting, talk, over=True)


async def _own(meeting: int, talk: Talk) -> Present:
    _, present = await own_line(MeetingId(meeting), person=talk.person.id, uow=talk.uow)
    return present


async def _title(meeting: int, talk: Talk) -> str:
    _, consultation = await find_public(MeetingId(meeting), uow=talk.uow)
    return consultation.terms.title


async def _inside(meeting: int, talk: Talk, *, over: bool = False) -> Turn:
    present = await _own(meeting, talk)
    if present.actor is not None or present.listing is not None:  # they have answered before
        return await _place(meeting, talk)
    return await _ask_actor(meeting, talk, over=over)


async def _place(meeting: int, talk: Talk, *, over: bool = False) -> Turn:
    found, present = await own_line(MeetingId(meeting), person=talk.person.id, uow=talk.uow)
    return show(views.place(talk, found, await _title(meeting, talk), present), draft=None, over=over)


async def _ask_actor(meeting: int, talk: Talk, *, over: bool = False) -> Turn:
    named = (await _own(meeting, talk)).listing is not None
    return show(views.ask_actor(talk, await _title(meeting, talk), named=named), draft=Choosing(meeting), over=over)


async def _ask_consent(meeting: int, talk: Talk, *, over: bool = False) -> Turn:
    _, consultation = await find_public(MeetingId(meeting), uow=talk.uow)
    institution = await talk.uow.places.institution(consultation.institution)
    return show(views.ask_consent(talk, institution.keep_days), draft=Asking(meeting), over=over)


async def coding(draft: Coding, said: Said, talk: Talk) -> Turn:
    """Take the code."""
    match said:
        case Text(words) | Edited(words) if code := code_in(words):
            return await _try(draft, code, talk)
        case Chose("leave"):
            return show(views.left(talk), draft=None, over=True)
        case _:
            return show(views.ask_code(talk), draft=draft)


async def _try(draft: Coding, code: str, talk: Talk) -> Turn:
    entered = await enter_by_code(code, person=talk.person.id, uow=talk.uow, now=talk.now)
    match entered:
        case None:
            raise Refused(Refusal.DOOR_SHUT)
        case Wrong(left=0):
            return show(views.wrong_code(talk, entered), draft=None)
        case Wrong():
            return show(views.ask_code(talk, views.wrong(talk, entered)), draft=draft)
        case _:
            return await _inside(entered, talk)


async def choosing(draft: Choosing, said: Said, talk: Talk) -> Turn:
    """Take for whom they are there."""
    match said:
        case Chose("actor", actor) if actor in set(Actor):
            await _say(Actor(actor), draft.meeting, talk)
            return await _ask_consent(draft.meeting, talk, over=True)
        case Chose("skip"):
            return await _ask_consent(draft.meeting, talk, over=True)
        case Chose("leave"):
            return show(views.left(talk), draft=None, over=True)
        case _:
            return await _ask_actor(draft.meeting, talk)


async def _say(actor: Actor, meeting: int, talk: Talk) -> None:
    await say_for_whom(MeetingId(meeting), person=talk.person.id, actor=actor, uow=talk.uow)


async def asking(draft: Asking, said: Said, talk: Talk) -> Turn:
    """Take whether the name shall stand on the list."""
    await _own(draft.meeting, talk)
    match said:
        case Chose("yes"):
            return show(views.ask_name(talk), draft=Naming(draft.meeting), over=True)
        case Chose("no"):
            return await _stand(None, draft.meeting, talk)
        case Chose("back"):
            return await _ask_actor(draft.meeting, talk, over=True)
        case Chose("leave"):
            return show(views.left(talk), draft=None, over=True)
        case _:
            return await _ask_consent(draft.meeting, talk)


async def naming(draft: Naming, said: Said, talk: Talk) -> Turn:
    """Take the name."""
    await _own(draft.meeting, talk)
    match said:
        case Text(words) | Edited(words):
            listing = listing_in(words.replace("\n", ","))
            if listing is None:
                return show(views.ask_name(talk, talk.t("We could not read a name in it.")), draft=draft)
            return show(views.check(talk, listing), draft=Checking(draft.meeting, listing))
        case Chose("no"):
            return await _stand(None, draft.meeting, talk)
        case Chose("back"):
            return await _ask_consent(draft.meeting, talk, over=True)
        case _:
            return show(views.ask_name(talk), draft=draft)


async def checking(draft: Checking, said: Said, talk: Talk) -> Turn:
    """Put it on the list, or write it anew."""
    await _own(draft.meeting, talk)
    match said:
        case Chose("agree"):
            return await _stand(draft.listing, draft.meeting, talk)
        case Text(words) if means_send(words):
            return await _stand(draft.listing, draft.meeting, talk)
        case Chose("no"):
            return await _stand(None, draft.meeting, talk)
        case Chose("again"):
            return show(views.ask_name(talk), draft=Naming(draft.meeting), over=True)
        case Chose("leave"):
            return show(views.left(talk), draft=None, over=True)
        case Text() | Edited():
            return await naming(Naming(draft.meeting), said, talk)
        case _:
            return show(views.check(talk, draft.listing), draft=draft)


async def _stand(listing: Listing | None, meeting: int, talk: Talk) -> Turn:
    await stand_on_list(MeetingId(meeting), person=talk.person.id, listing=listing, uow=talk.uow)
    return replace(await _place(meeting, talk, over=True), draft=None)


HERE = Dialog(
    views.DIALOG,
    1,
    {Coding: coding, Choosing: choosing, Asking: asking, Naming: naming, Checking: checking},
    listens=WITHIN_THE_HOUR,
)
