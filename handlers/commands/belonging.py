"""A forum as citizens use it: its call, one's own place in it, leaving, and that something was seen."""

from handlers.turns import Talk, Turn, show
from handlers.views import belonging as views
from handlers.views.belonging import LeaveForum, ShowCall, ShowMembership
from participation.forum.actions import SawTold
from participation.forum.members import THERE, go, open_call, open_calls, own_membership
from participation.forum.membership import Member
from participation.forum.telling import saw
from participation.ids import ForumMemberId, InstitutionId


async def forums(talk: Talk, _: object = None) -> Turn:
    """Show one's own places in forums, and the calls that are open and not one's own already."""
    own = await talk.uow.forums.of_person(talk.person.id)
    there = {one.institution for one in own if one.state in THERE}
    calling = await open_calls(talk.person.id, uow=talk.uow, now=talk.now)
    named = [(one, await name_of(one, talk)) for one in own]
    return show(views.forums(talk, named, [one for one in calling if one.institution not in there]))


async def name_of(one: Member, talk: Talk) -> str:
    """What the forum of a member is called."""
    forum = await talk.uow.forums.find(one.institution)
    return forum.name if forum else ""


async def call(talk: Talk, pressed: ShowCall) -> Turn:
    """Show an open call."""
    return await show_call(talk, InstitutionId(pressed.institution))


async def show_call(talk: Talk, institution: InstitutionId) -> Turn:
    """The call, as the institution wrote it."""
    forum = await open_call(institution, uow=talk.uow, now=talk.now)
    return show(views.call(talk, forum, (await talk.uow.places.institution(institution)).name))


async def membership(talk: Talk, pressed: ShowMembership) -> Turn:
    """Show what is kept of one's place in a forum."""
    found = await own_membership(ForumMemberId(pressed.member), person=talk.person.id, uow=talk.uow)
    return await _place(found, talk)


async def _place(found: Member, talk: Talk, *, over: bool = False) -> Turn:
    return show(views.membership(talk, found, await name_of(found, talk)), over=over)


async def leave_forum(talk: Talk, pressed: LeaveForum) -> Turn:
    """Ask once, then leave, or take the application back."""
    number = ForumMemberId(pressed.member)
    found = await own_membership(number, person=talk.person.id, uow=talk.uow)
    if not pressed.sure:
        return show(views.ask_leave(talk, found), over=True)
    gone = await go(number, person=talk.person.id, uow=talk.uow, now=talk.now)
    return await _place(gone, talk, over=True)


async def saw_told(talk: Talk, pressed: SawTold) -> Turn:
    """Note that a member has seen what they were told."""
    institution = InstitutionId(pressed.institution)
    row = await saw(institution, pressed.place, person=talk.person.id, uow=talk.uow, now=talk.now)
    about = None if row.consultation is None else await talk.uow.consultations.get(row.consultation)
    speaks = about is not None and about.accepts_comments()
    return show(views.seen(talk, row.consultation, speaks=speaks))
