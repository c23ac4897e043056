"""The coordinator's desk: one tap each, for whoever holds an office."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile

from handlers.commands.which import ask_which
from handlers.dialogs.publishing import has_begun
from handlers.turns import Talk, Turn, show
from handlers.views import desk as views
from handlers.views import protecting
from handlers.views import scheduled as scheduled_views
from handlers.views.desk import (
    AskDigestHour,
    Owed,
    Planned,
    SetDigestHour,
    SetDigestRhythm,
    ShowAnswered,
    ShowMeetingsOfMine,
    Waiting,
)
from handlers.views.inviting import welcome_to_council
from handlers.views.menu import menu
from handlers.views.pages import page_of
from handlers.views.scheduled import CallOff
from participation import desk_actions
from participation.clock import local_day
from participation.comments.usecases import owed_in_order
from participation.consultations.dossier import dossier_of
from participation.consultations.outcome import to_examine
from participation.consultations.usecases import (
    call_off,
    scheduled_for_officer,
    waiting_for_officer,
)
from participation.digests.failing import undelivered
from participation.digests.usecases import choose_hour, choose_rhythm
from participation.errors import NotFound, Refused
from participation.forum.model import MemberState
from participation.ids import ConsultationId, InstitutionId
from participation.meetings.model import Meeting
from participation.meetings.recording import unrecorded
from participation.messages import Message
from participation.offices.attending import at_the_desk
from participation.offices.pending import pending_for
from participation.offices.usecases import (
    is_for_a_colleague,
    office_in,
)
from participation.people.model import Office, Rhythm, Right
from participation.people.usecases import take_up
from participation.places import Institution


async def desk(talk: Talk, _: object = None) -> Turn:
    """Show what can be done, and how much waits."""
    return show(await _desk(talk))


async def _desk(talk: Talk) -> Message:
    unread = await talk.uow.reports.count_unseen(talk.dockets)
    if not talk.is_officer:
        called = next(one.called for one in talk.offices if one.may(Right.PROTECT))
        return protecting.desk(talk, await _institutions(talk, talk.where(Right.PROTECT)), unread, called)
    await at_the_desk(talk.institutions, uow=talk.uow, now=talk.now)
    owed = await owed_in_order(talk.institutions, uow=talk.uow)
    waiting = Waiting(
        comments=len(owed),
        late=sum(day < local_day(talk.now) for _, day in owed),
        reports=unread,
        meetings=len(await talk.uow.meetings.ahead(talk.institutions, talk.now)),
        scheduled=len(await talk.uow.consultations.scheduled(talk.institutions)),
        proposed=len(await talk.uow.consultations.proposed(talk.institutions)),
        pending=tuple(await pending_for(talk.institutions, person=talk.person.id, uow=talk.uow)),
        begun=await has_begun(talk),
        unrecorded=len(await unrecorded(talk.institutions, uow=talk.uow, now=talk.now)),
        to_examine=len(await to_examine(talk.institutions, uow=talk.uow, now=talk.now)),
        applied=await _applied(talk),
        undelivered=tuple(
            [
                one
                for place in talk.institutions
                for one in await undelivered(place, by=talk.person.id, uow=talk.uow, now=talk.now)
            ]
        ),
    )
    may_invite = bool(talk.where(Right.APPOINT, Right.PROTECT))
    return views.desk(talk, await _institutions(talk), waiting, may_invite=may_invite)


async def _applied(talk: Talk) -> int:
    members = [one for place in talk.institutions for one in await talk.uow.forums.of(place)]
    return sum(one.state is MemberState.APPLIED for one in members)


async def _institutions(talk: Talk, only: Sequence[InstitutionId] | None = None) -> list[Institution]:
    places = talk.institutions if only is None else only
    return [await talk.uow.places.institution(place) for place in places]


async def take_office(talk: Talk, token: str) -> Turn:
    """Take the office that an invitation opens, and see the desk."""
    if await is_for_a_colleague(token, person=talk.person.id, uow=talk.uow, now=talk.now):
        return show(views.for_a_colleague(talk), await _desk(talk) if talk.dockets else menu(talk))
    try:
        invitation = await take_up(token, person=talk.person.id, uow=talk.uow, now=talk.now)
    except Refused:
        if not talk.dockets:  # whoever opens their own link again is let in all the same
            raise
        return await desk(talk)
    talk = replace(talk, offices=await talk.uow.people.offices(talk.person.id))
    institution = await talk.uow.places.institution(invitation.institution)
    if invitation.role.may(Right.PROTECT):
        return show(protecting.welcome(talk, institution), await _desk(talk))
    if not invitation.role.may(Right.ACT):
        return show(welcome_to_council(talk, institution, invitation.role))
    return show(views.welcome(talk, institution), await _desk(talk))


async def owed(talk: Talk, pressed: desk_actions.ShowOwed) -> Turn:
    """List the comments that wait for an answer: what is late first, and of one day the oldest."""
    waiting = await owed_in_order(talk.institutions, uow=talk.uow)
    page = page_of(waiting, pressed.page)
    shown = [Owed(await talk.uow.comments.get(one.id), day) for one, day in page]
    done = len(await talk.uow.comments.answered(talk.institutions))
    late = sum(day < local_day(talk.now) for _, day in waiting)
    return show(views.owed(talk, shown, (len(waiting), late), pressed.page, answered=done), over=pressed.page != 0)


async def answered(talk: Talk, pressed: ShowAnswered) -> Turn:
    """List the comments that have their answer, the newest first."""
    found = await talk.uow.comments.answered(talk.institutions)
    shown = [await talk.uow.comments.get(one) for one in page_of(found, pressed.page)]
    return show(views.answered(talk, shown, len(found), pressed.page), over=pressed.page != 0)


async def scheduled(talk: Talk, pressed: desk_actions.ShowScheduled) -> Turn:
    """Show what waits to be published, the next one first; each can be published at once or called off."""
    wanted = ConsultationId(pressed.consultation)
    if wanted:
        await scheduled_for_officer(wanted, by=talk.person.id, uow=talk.uow)
    found = await talk.uow.consultations.scheduled(talk.institutions)
    if not found:
        return show(scheduled_views.nothing_scheduled(talk))
    one, *later = dropwhile(lambda each: each.id != wanted, found) if wanted else found
    following = later[0].id if later else None
    return show(*scheduled_views.scheduled(talk, one, await dossier_of(one.id, talk.uow), following))


async def call_off_scheduled(talk: Talk, pressed: CallOff) -> Turn:
    """Ask once, then take back what has not been published yet."""
    consultation = ConsultationId(pressed.consultation)
    found = await waiting_for_officer(consultation, by=talk.person.id, uow=talk.uow)
    if not pressed.sure:
        return show(scheduled_views.ask_to_call_off(talk, found), over=True)
    await call_off(consultation, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(scheduled_views.called_off(talk, found), over=True)


async def meetings(talk: Talk, pressed: ShowMeetingsOfMine) -> Turn:
    """List the meetings ahead, the next one first, with who comes."""
    ahead = await talk.uow.meetings.ahead(talk.institutions, talk.now)
    shown = [await _planned(talk, meeting) for meeting in page_of(ahead, pressed.page)]
    return show(views.meetings(talk, shown, len(ahead), pressed.page), over=pressed.page != 0)


async def _planned(talk: Talk, meeting: Meeting) -> Planned:
    consultation = await talk.uow.consultations.get(meeting.consultation)
    turnout = await talk.uow.meetings.turnout(meeting.id)
    several = len(talk.institutions) > 1
    held_by = (await talk.uow.places.institution(consultation.institution)).name if several else ""
    return Planned(meeting, held_by, consultation.terms.title, turnout, published=consultation.is_public())


async def ask_digest_hour(talk: Talk, pressed: AskDigestHour) -> Turn:
    """Show the hours at which the digest may come."""
    if not pressed.institution and len(talk.institutions) > 1:
        return await ask_which(talk, talk.t("The digest of which institution?"), talk.institutions, AskDigestHour)
    place = InstitutionId(pressed.institution) if pressed.institution else talk.institutions[0]
    return show(views.digest_hours(talk, *await _digest_of(place, talk)))


async def _digest_of(place: InstitutionId, talk: Talk) -> tuple[Institution, Office]:
    return await talk.uow.places.institution(place), await office_in(talk.person.id, place, uow=talk.uow)


async def set_digest_hour(talk: Talk, pressed: SetDigestHour) -> Turn:
    """Let the digest come at another hour of the working day."""
    place = InstitutionId(pressed.institution)
    await choose_hour(pressed.hour, by=talk.person.id, institution=place, uow=talk.uow)
    return show(views.digest_set(talk, *await _digest_of(place, talk)), over=True)


async def set_digest_rhythm(talk: Talk, pressed: SetDigestRhythm) -> Turn:
    """Let the digest come every working day, or once a week."""
    if pressed.every not in set(Rhythm):
        raise NotFound
    place = InstitutionId(pressed.institution)
    await choose_rhythm(Rhythm(pressed.every), by=talk.person.id, institution=place, uow=talk.uow)
    return show(views.digest_set(talk, *await _digest_of(place, talk)), over=True)
