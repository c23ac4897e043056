"""Writing something down of a forum: each form asks its fields one after the other, then it is kept.

Filling ──a field──▶ Filling … ──the last──▶ the forum, the member, or the rights of a consultation
What others will read is looked at before it goes out.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from handlers.commands.forum import forum_of, member_page
from handlers.commands.forum_rights import rights_page
from handlers.dialogs.asking import send_or_ask
from handlers.dialogs.leaving import leavable
from handlers.dialogs.typed_days import day_in, past_day_in
from handlers.events import Chose, Edited, Text
from handlers.turns import Dialog, Outgoing, Said, Talk, Turn, show
from handlers.views import forum_forms as views
from handlers.views.belonging import call
from handlers.views.correcting import cannot_use
from handlers.views.forum import FillForum
from handlers.views.forum_forms import FORMS, LONGEST, NO_EMAIL
from handlers.views.forum_words import declined, in_all_languages
from handlers.when import When, unpacked
from participation.clock import local_day
from participation.consultations.usecases import consultation_for_officer
from participation.errors import NotFound, Refusal, Refused
from participation.forum.meetings import write_meeting
from participation.forum.members import (
    add_by_hand,
    call_for_members,
    check_last_day,
    decline,
    forum_for_officer,
    hearers_of_call,
    is_call_stopped,
    member_for_officer,
    name_forum,
)
from participation.forum.model import Forum, ForumCall, ForumMeeting, ForumRight
from participation.forum.rights import check_past, write_evidence
from participation.ids import ConsultationId, ForumMemberId, InstitutionId, PendingId
from participation.layout import paragraphs
from participation.meetings.present import Actor
from participation.messages import Message
from participation.offices.pending import works_by_two
from participation.offices.usecases import office_in
from participation.words import is_blank, is_email


@dataclass(frozen=True)
class Filling:
    """The next field of a form is awaited; what was said in the ones before is kept."""

    institution: int
    form: str
    subject: int = 0
    got: tuple[str, ...] = ()


async def begin_filling_forum(talk: Talk, pressed: FillForum) -> Turn:
    """Ask for the first field of a form."""
    if pressed.form not in FORMS:
        raise NotFound
    await office_in(talk.person.id, InstitutionId(pressed.institution), uow=talk.uow)
    if pressed.form == "decline":
        await member_for_officer(ForumMemberId(pressed.subject), by=talk.person.id, uow=talk.uow)
    if pressed.form in set(ForumRight):
        await consultation_for_officer(ConsultationId(pressed.subject), by=talk.person.id, uow=talk.uow)
    return await _ask(Filling(pressed.institution, pressed.form, pressed.subject), talk)


def typed_in(draft: Filling) -> str:
    """The words that were typed into a form so far."""
    given = zip(FORMS[draft.form], draft.got, strict=False)
    return ", ".join(value for field, value in given if field in LONGEST)


def _field(draft: Filling) -> str:
    return FORMS[draft.form][len(draft.got)]


async def _ask(draft: Filling, talk: Talk, complaint: str = "", *, over: bool = False) -> Turn:
    if _field(draft) == "look":
        return show(await _look(draft, talk), draft=draft, over=over)
    return show(views.ask(talk, _field(draft), complaint, first=not draft.got), draft=draft, over=over)


async def filling(draft: Filling, said: Said, talk: Talk) -> Turn:
    """Take what was said into the field that is asked for."""
    field = _field(draft)
    match said:
        case Chose("send" | "ask" as bidden) if field == "look" and draft.form in CALLS:
            here = InstitutionId(draft.institution)
            by_two = await works_by_two(here, uow=talk.uow)
            return await send_or_ask(draft, bidden, FOUNDING, talk, at=here, by_two=by_two)
        case Chose("back") if draft.got:
            return await _ask(replace(draft, got=draft.got[:-1]), talk, over=True)
        case Chose("day", value) if field in {"day", "until"} and (when := unpacked(value)) and when.day:
            return await _dated(draft, when, talk)
        case Chose(name, value) if (pressed := _pressed(field, name, value)) is not None:
            return await _next(draft, pressed, talk)
        case Text(words) if field in {"day", "until"}:
            return await _typed_day(draft, words, talk)
        case Text(words) if field == "email":
            given = words.strip()
            return await _next(draft, given, talk) if is_email(given) else await _ask(draft, talk, talk.t(NO_EMAIL))
        case Text(words) if field in LONGEST:
            return await _typed(draft, field, words, talk)
        case Chose() | Edited():
            return await _ask(draft, talk)
        case _:
            return await _ask(draft, talk, cannot_use(talk))


def _pressed(field: str, name: str, value: str) -> str | None:
    """What a button says into a field; None for one of another question."""
    match field, name:
        case ("kind", "kind") if value in set(Actor):
            return value
        case "paper", "paper":
            return value
        case "email", "none":
            return ""
        case "look", "send":
            return "sent"
        case _:
            return None


async def _typed(draft: Filling, field: str, words: str, talk: Talk) -> Turn:
    given = words.strip() if field == "call" else " ".join(words.split())
    if is_blank(given) or len(given) > LONGEST[field]:
        return await _ask(draft, talk, views.too_long(talk, field))
    return await _next(draft, given, talk)


async def _typed_day(draft: Filling, words: str, talk: Talk) -> Turn:
    typed = (day_in if _field(draft) == "until" else past_day_in)(words, talk)
    if isinstance(typed, str):
        return await _ask(draft, talk, typed)
    if not typed.sure:
        return show(views.sure(talk, When(typed.day)), draft=draft)
    return await _dated(draft, When(typed.day), talk)


async def _dated(draft: Filling, when: When, talk: Talk) -> Turn:
    assert when.day is not None
    check = check_last_day if _field(draft) == "until" else check_past
    check(when.day, talk.now)
    return await _next(draft, when.packed(), talk)


async def _next(draft: Filling, value: str, talk: Talk) -> Turn:
    """The next field, or the end; whoever did not agree on paper has no address here."""
    got = replace(draft, got=(*draft.got, value))
    if draft.form == "member" and _field(draft) == "paper" and value != "yes":
        got = replace(got, got=(*got.got, ""))
    if len(got.got) < len(FORMS[draft.form]):
        return await _ask(got, talk)
    return await KEEPERS[draft.form](got, talk)


async def _name(draft: Filling, talk: Talk) -> Turn:
    here, (name,) = InstitutionId(draft.institution), draft.got
    await name_forum(here, name, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await forum_of(here, talk)


async def _forum(draft: Filling, talk: Talk) -> Forum:
    forum = await forum_for_officer(InstitutionId(draft.institution), by=talk.person.id, uow=talk.uow)
    if forum is None:
        raise NotFound
    return forum


async def _look(draft: Filling, talk: Talk) -> Message:
    """What goes out, as it will be read."""
    forum = await _forum(draft, talk)
    if draft.form == "decline":
        words = declined(talk, forum, draft.got[0])
        return views.look(talk, Message(title=words.title, body=words.body), talk.t("This goes to whoever applied:"))
    institution = await talk.uow.places.institution(forum.institution)
    shown = call(talk, replace(forum, call=_worded(draft, forum)), institution.name)
    stopped = await is_call_stopped(forum, uow=talk.uow, now=talk.now)
    told = views.told_of_call(talk, await hearers_of_call(forum, uow=talk.uow, now=talk.now), stopped=stopped)
    by_two = await works_by_two(forum.institution, uow=talk.uow)
    return views.look(talk, shown, paragraphs(told, talk.t("This is what citizens will read:")), by_two=by_two)


def _worded(draft: Filling, forum: Forum) -> ForumCall:
    """The call with what was said of it; the rest of it stays as it is."""
    said = dict(zip(FORMS[draft.form], draft.got, strict=False))
    before = forum.call
    if before is None and draft.form != "call":  # it was ended meanwhile: there is nothing to be put right
        raise Refused(Refusal.NO_CALL)
    when = unpacked(said["until"]) if "until" in said else None
    until = when.day if when is not None else before.until if before else None
    if until is None:
        raise NotFound
    return ForumCall(said.get("call", before.text if before else ""), until)


async def _seen(draft: Filling, talk: Talk) -> object:
    """The call as it will be read, and whether those who follow are told of it."""
    forum = await _forum(draft, talk)
    worded = _worded(draft, forum)
    check_last_day(worded.until, talk.now)
    return forum.name, worded, forum.calls(local_day(talk.now))


async def _call(draft: Filling, talk: Talk, asked: PendingId | None) -> Turn:
    worded = _worded(draft, await _forum(draft, talk))
    here, by = InstitutionId(draft.institution), talk.person.id
    await call_for_members(here, worded.text, worded.until, by=by, asked=asked, uow=talk.uow, now=talk.now)
    return await forum_of(here, talk)


async def _member(draft: Filling, talk: Talk) -> Turn:
    organisation, kind, paper, email = draft.got
    add = partial(add_by_hand, InstitutionId(draft.institution), organisation, Actor(kind), email=email)
    member = await add(on_paper=paper == "yes", by=talk.person.id, uow=talk.uow, now=talk.now)
    return member_page(await talk.uow.forums.get(member), talk, talk.t("Added."))


async def _decline(draft: Filling, talk: Talk) -> Turn:
    reason, forum = draft.got[0], await _forum(draft, talk)
    words = in_all_languages(talk, partial(declined, forum=forum, reason=reason))
    number = ForumMemberId(draft.subject)
    found = await decline(number, reason, words, by=talk.person.id, uow=talk.uow, now=talk.now)
    return member_page(found, talk, talk.t("Not accepted. They are told, with your reason."))


async def _meeting(draft: Filling, talk: Talk) -> Turn:
    here, (day, place, about) = InstitutionId(draft.institution), draft.got
    when = unpacked(day)
    assert when is not None
    assert when.day is not None
    meeting = ForumMeeting(when.day, place, about)
    await write_meeting(here, meeting, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await forum_of(here, talk)


async def _deed(draft: Filling, talk: Talk) -> Turn:
    consultation, (day, evidence) = ConsultationId(draft.subject), draft.got
    when, right = unpacked(day), ForumRight(draft.form)
    assert when is not None
    assert when.day is not None
    await write_evidence(consultation, right, when.day, evidence, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await rights_page(consultation, talk)


CALLS: Final = frozenset({"call", "reword", "extend"})
"""The forms of what all who follow read: they go out, or are released by a colleague."""
KEEPERS: Final[Mapping[str, Callable[[Filling, Talk], Awaitable[Turn]]]] = {
    "name": _name,
    "member": _member,
    "decline": _decline,
    "meeting": _meeting,
    **{right.value: _deed for right in ForumRight},
}
"""What becomes of a form that is full."""

FOUNDING = Dialog(
    views.DIALOG, 1, {Filling: leavable(filling)}, outgoing={Filling: Outgoing(lambda _: "call", _ask, _seen, _call)}
)
