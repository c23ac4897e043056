"""The forum of an institution at the desk: its members, applications, call, meetings and proof."""

from functools import partial

from handlers.turns import Talk, Turn, show
from handlers.views import forum as views
from handlers.views.files import drawn
from handlers.views.forum import (
    PROOFS,
    AcceptMember,
    EndCall,
    EndMembership,
    InviteMember,
    SendCallOn,
    ShowMember,
    TakeProof,
)
from handlers.views.forum_words import accepted, ended, in_all_languages
from handlers.views.pages import page_of
from participation.errors import NotFound
from participation.forum.actions import ShowForum, ShowMembers
from participation.forum.exporting import proof_of
from participation.forum.meetings import due_by
from participation.forum.members import (
    accept,
    end,
    end_call,
    forum_for_officer,
    is_call_stopped,
    link_for,
    member_for_officer,
    send_call_on,
)
from participation.forum.membership import Member, in_order
from participation.forum.model import Forum, MemberState
from participation.ids import ForumMemberId, InstitutionId
from participation.reports.sheets import Form


async def forum(talk: Talk, pressed: ShowForum) -> Turn:
    """Show the forum of an institution, or ask of which."""
    places = talk.institutions
    if not pressed.institution and len(places) > 1:
        return show(views.where(talk, [await talk.uow.places.institution(place) for place in places]))
    return await forum_of(InstitutionId(pressed.institution or places[0]), talk)


async def forum_of(institution: InstitutionId, talk: Talk, *, over: bool = False) -> Turn:
    """The page of a forum; whatever was asked about it is over."""
    found = await forum_for_officer(institution, by=talk.person.id, uow=talk.uow)
    if found is None:
        return show(views.none_yet(talk, institution), draft=None, over=over)
    members = await talk.uow.forums.of(institution)
    held = await talk.uow.forums.meetings(institution)
    stopped = await is_call_stopped(found, uow=talk.uow, now=talk.now)
    shown = views.page(talk, found, members, held, due_by(found, held), stopped=stopped)
    return show(shown, draft=None, over=over)


async def members(talk: Talk, pressed: ShowMembers) -> Turn:
    """List the members, or those who have applied."""
    found = await _there(InstitutionId(pressed.institution), talk)
    wanted = MemberState.APPLIED if pressed.applied else MemberState.MEMBER
    listed = in_order([one for one in await talk.uow.forums.of(found.institution) if one.state is wanted])
    shown = views.members(talk, found, page_of(listed, pressed.page), pressed, len(listed))
    return show(shown, over=pressed.page != 0)


async def _there(institution: InstitutionId, talk: Talk) -> Forum:
    found = await forum_for_officer(institution, by=talk.person.id, uow=talk.uow)
    if found is None:
        raise NotFound
    return found


async def member(talk: Talk, pressed: ShowMember) -> Turn:
    """Show one of them."""
    found = await member_for_officer(ForumMemberId(pressed.member), by=talk.person.id, uow=talk.uow)
    return member_page(found, talk)


def member_page(found: Member, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    """What is known of one, with a word above it; whatever was asked is over."""
    return show(views.member(talk, found, note), draft=None, over=over)


async def invite_member(talk: Talk, pressed: InviteMember) -> Turn:
    """Make a link by which somebody of an organisation joins."""
    token = talk.house.tokens()
    number = ForumMemberId(pressed.member)
    found = await link_for(number, token, by=talk.person.id, uow=talk.uow, now=talk.now)
    return member_page(found, talk, views.link(talk, found, talk.house.links.to(f"fj_{token}")))


async def accept_member(talk: Talk, pressed: AcceptMember) -> Turn:
    """Take somebody who has applied into the forum."""
    number = ForumMemberId(pressed.member)
    there = await _there((await talk.uow.forums.get(number)).institution, talk)
    words = in_all_languages(talk, partial(accepted, forum=there))
    found = await accept(number, words, by=talk.person.id, uow=talk.uow, now=talk.now)
    return member_page(found, talk, talk.t("Taken into the forum. They are told."), over=True)


async def end_membership(talk: Talk, pressed: EndMembership) -> Turn:
    """Ask once, then end it."""
    number = ForumMemberId(pressed.member)
    found = await member_for_officer(number, by=talk.person.id, uow=talk.uow)
    if not pressed.sure:
        return show(views.ask_end(talk, found), over=True)
    words = in_all_languages(talk, partial(ended, forum=await _there(found.institution, talk)))
    gone = await end(number, words, by=talk.person.id, uow=talk.uow, now=talk.now)
    return member_page(gone, talk, over=True)


async def end_open_call(talk: Talk, pressed: EndCall) -> Turn:
    """Let nobody apply any more."""
    institution = InstitutionId(pressed.institution)
    await end_call(institution, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await forum_of(institution, talk, over=True)


async def send_on(talk: Talk, pressed: SendCallOn) -> Turn:
    """Let a call that was stopped go on to those who have not got it."""
    institution = InstitutionId(pressed.institution)
    await send_call_on(institution, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await forum_of(institution, talk, over=True)


async def proof(talk: Talk, pressed: TakeProof) -> Turn:
    """Give the proof of notice of an institution; that it was taken is noted with its last mark."""
    if pressed.form not in PROOFS:
        raise NotFound
    institution, scribe = InstitutionId(pressed.institution), talk.house.scribe
    table = await proof_of(institution, by=talk.person.id, uow=talk.uow, now=talk.now)
    word = pressed.form == "word"
    make = partial(scribe.paper, table) if word else partial(scribe.proof_file, table, Form(pressed.form))
    said = talk.t("Proof of notice. The last mark is {mark}: write it down elsewhere.", mark=table.last or "–")
    return drawn(talk, make, said)
