"""How one comes into a forum and leaves it: added by an official, by a link, or by an application to an open call."""

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import date, datetime, timedelta

from participation.campaigns import NO_CONSULTATION, Audience, Brake
from participation.clock import is_too_far, local_day
from participation.errors import NotFound, Refusal, Refused
from participation.forum.keeping import heard_by_contact
from participation.forum.membership import ConsentWay, Member, MemberCard
from participation.forum.model import CallOpened, Forum, ForumCall, MemberState, ProofTopic
from participation.forum.telling import Words, tell_member
from participation.ids import ForumMemberId, InstitutionId, PendingId, PersonId
from participation.letters import Lane
from participation.meetings.present import Actor
from participation.offices.pending import let_through
from participation.offices.usecases import office_in
from participation.people.usecases import come_back
from participation.ports import UnitOfWork
from participation.words import has_letters

CALLED_LATELY = timedelta(days=30)
"""Whoever got a letter of a call of a forum is sent none of its next one for so long, be it opened ever so often."""
THERE = frozenset({MemberState.APPLIED, MemberState.MEMBER})
LINK_LASTS = timedelta(days=14)
"""A link that was forwarded, or lies in the chat of somebody who has left, opens nothing later."""


async def forum_for_officer(institution: InstitutionId, *, by: PersonId, uow: UnitOfWork) -> Forum | None:
    """The forum of an institution, for somebody who acts for it."""
    await office_in(by, institution, uow=uow)
    return await uow.forums.find(institution)


async def member_for_officer(member: ForumMemberId, *, by: PersonId, uow: UnitOfWork) -> Member:
    """A member, or somebody who has applied, for whoever acts for that institution."""
    found = await uow.forums.get(member)
    await office_in(by, found.institution, uow=uow)
    return found


async def name_forum(institution: InstitutionId, name: str, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Enter the forum of an institution, or call it something else."""
    await office_in(by, institution, uow=uow)
    await uow.forums.name(institution, name, local_day(now))
    await _note("forum named", institution, by=by, uow=uow, now=now)


async def call_for_members(
    institution: InstitutionId,
    text: str,
    until: date,
    *,
    by: PersonId,
    asked: PendingId | None = None,
    uow: UnitOfWork,
    now: datetime,
) -> None:
    """Open a call, of which whoever follows the place is told once; or put another one in its place.

    Where a fault had stopped the letter of one that is open, it goes on: it says what stands there now. Where two
    release, it is what a colleague has `asked` to release.
    """
    before = await _held(institution, by=by, uow=uow)
    await let_through(asked, institution=institution, about=None, by=by, uow=uow, now=now)
    check_last_day(until, now)
    await uow.forums.call(institution, ForumCall(text, until))
    await _note("forum call opened", institution, by=by, uow=uow, now=now)
    letter = CallOpened(institution)
    if before.calls(local_day(now)):
        await _resume(letter, uow=uow)
        return
    await uow.outbox.call_back(letter.subject)  # of one that is over nothing goes on beside the new one
    to = await _to_be_called(institution, uow=uow, now=now)
    await uow.outbox.announce(letter, to=to, lane=Lane.ANNOUNCEMENT, due_at=now)


async def send_call_on(institution: InstitutionId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Let the letter of an open call that a fault has stopped go on to those who have not got it."""
    forum = await _held(institution, by=by, uow=uow)
    if not forum.calls(local_day(now)) or not await _resume(CallOpened(institution), uow=uow):
        raise Refused(Refusal.NOTHING_CHANGED)
    await _note("forum call sent on", institution, by=by, uow=uow, now=now)


async def is_call_stopped(forum: Forum, *, uow: UnitOfWork, now: datetime) -> bool:
    """Whether a fault has stopped the letter of its open call, so that not everybody has been told."""
    stopped = await uow.outbox.stopped_about(CallOpened(forum.institution).subject)
    return forum.calls(local_day(now)) and stopped is not None


async def _resume(letter: CallOpened, *, uow: UnitOfWork) -> bool:
    stopped = await uow.outbox.stopped_about(letter.subject)
    return stopped is not None and await uow.outbox.brake(stopped, Brake.RESUME)


async def hearers_of_call(forum: Forum, *, uow: UnitOfWork, now: datetime) -> int | None:
    """How many are told of its call once that is open; None where one is, of which they are told.

    Who belongs to the forum or has applied is told nothing, and is not counted.
    """
    if forum.calls(local_day(now)):
        return None
    there = await those_there(forum.institution, uow=uow)
    return await uow.listeners.count(await _to_be_called(forum.institution, uow=uow, now=now), apart_from=there)


async def those_there(institution: InstitutionId, *, uow: UnitOfWork) -> Set[PersonId]:
    """Who belongs to a forum, or has applied, and is reached as a person of ours."""
    there = [one.person for one in await uow.forums.of(institution) if one.state in THERE]
    return {person for person in there if person is not None}


async def _to_be_called(institution: InstitutionId, *, uow: UnitOfWork, now: datetime) -> Audience:
    """Those of them who got no letter of a call of this forum in the last 30 days."""
    spared = CallOpened(institution).subject
    return replace(await called_by(institution, uow=uow), spared=spared, spared_since=now - CALLED_LATELY)


async def called_by(institution: InstitutionId, *, uow: UnitOfWork) -> Audience:
    """Who is told of a call: whoever follows the municipality or a part of it; of the whole country's, everybody."""
    return Audience(NO_CONSULTATION, (await uow.places.institution(institution)).municipality)


def check_last_day(until: date, now: datetime) -> None:
    """A call ends today at the earliest."""
    if until < local_day(now):
        raise Refused(Refusal.IN_THE_PAST)
    if is_too_far(until, now):
        raise Refused(Refusal.TOO_FAR)


async def end_call(institution: InstitutionId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Nobody applies any more."""
    await _held(institution, by=by, uow=uow)
    await uow.forums.call(institution, None)
    await uow.outbox.call_back(CallOpened(institution).subject)
    await _note("forum call ended", institution, by=by, uow=uow, now=now)


async def _there(institution: InstitutionId, *, by: PersonId, uow: UnitOfWork) -> Forum:
    found = await forum_for_officer(institution, by=by, uow=uow)
    if found is None:
        raise NotFound
    return found


async def _held(institution: InstitutionId, *, by: PersonId, uow: UnitOfWork) -> Forum:
    """The forum as it is once nobody else changes it: of two who open a call at once the second finds it open."""
    await _there(institution, by=by, uow=uow)
    await uow.forums.hold(institution)
    return await _there(institution, by=by, uow=uow)


async def add_by_hand(
    institution: InstitutionId,
    organisation: str,
    kind: Actor,
    *,
    email: str = "",
    on_paper: bool = False,
    by: PersonId,
    uow: UnitOfWork,
    now: datetime,
) -> ForumMemberId:
    """Write down an organisation; an address is kept only of those who have agreed to it on paper."""
    await _there(institution, by=by, uow=uow)
    today = local_day(now)
    name, _, contact = (part.strip() for part in organisation.partition(","))
    card = MemberCard(name)
    if on_paper:
        card = MemberCard(name, contact, email, consent=ConsentWay.PAPER, agreed_on=today)
    member = await uow.forums.add(institution, card, kind=kind, state=MemberState.MEMBER, since=today)
    await _note("forum member added", institution, by=by, uow=uow, now=now)
    return member


async def link_for(member: ForumMemberId, token: str, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Member:
    """Make a link by which somebody of an organisation joins in Telegram; the former one leads nowhere then."""
    found = await member_for_officer(member, by=by, uow=uow)
    if not found.belongs or found.person is not None:
        raise Refused(Refusal.NOTHING_CHANGED)
    await uow.forums.invite(member, token, on=local_day(now))
    await _note("forum link made", found.institution, by=by, uow=uow, now=now)
    return found


async def invited(token: str, *, uow: UnitOfWork, now: datetime) -> Member:
    """The member to whom a link leads, as long as it is not too old."""
    found = await uow.forums.invited_by(token, made_since=local_day(now) - LINK_LASTS)
    if found is None:
        raise Refused(Refusal.INVITATION_VOID)
    return found


async def join(token: str, *, person: PersonId, uow: UnitOfWork, now: datetime) -> Member:
    """Somebody of an organisation agrees, and is from now on told what its forum is told."""
    found = await invited(token, uow=uow, now=now)
    await check_free(found.institution, person, uow=uow)
    card = replace(found.card, consent=ConsentWay.TAP, agreed_on=local_day(now))
    joined = replace(found, person=person, card=card)
    if not await uow.forums.change(joined, was=MemberState.MEMBER):
        raise Refused(Refusal.INVITATION_VOID)
    await come_back(person, uow=uow, now=now)
    await _note("forum member joined", found.institution, by=None, uow=uow, now=now)
    return joined


async def open_call(institution: InstitutionId, *, uow: UnitOfWork, now: datetime) -> Forum:
    """The forum whose call is open."""
    found = await uow.forums.find(institution)
    if found is None or not found.calls(local_day(now)):
        raise Refused(Refusal.NO_CALL)
    return found


async def open_calls(person: PersonId, *, uow: UnitOfWork, now: datetime) -> Sequence[Forum]:
    """The open calls of the places somebody follows, and of the whole country; to a newcomer, all."""
    calling = [one for one in await uow.forums.all() if one.calls(local_day(now))]
    places = set(await uow.people.places(person)) if calling else set()
    if not places:
        return calling
    where = {one.institution: (await uow.places.institution(one.institution)).municipality for one in calling}
    return [one for one in calling if where[one.institution] in places or where[one.institution] is None]


async def check_free(institution: InstitutionId, person: PersonId, *, uow: UnitOfWork) -> None:
    """Nobody is in the same forum twice."""
    own = await uow.forums.of_person(person)
    if any(one.institution == institution and one.state in THERE for one in own):
        raise Refused(Refusal.IN_FORUM)


async def apply(
    institution: InstitutionId,
    card: MemberCard,
    kind: Actor,
    *,
    person: PersonId,
    uow: UnitOfWork,
    now: datetime,
) -> ForumMemberId:
    """Apply to an open call; the tap that sends it is the consent to what is kept."""
    await open_call(institution, uow=uow, now=now)
    await check_free(institution, person, uow=uow)
    await come_back(person, uow=uow, now=now)
    today = local_day(now)
    agreed = replace(card, consent=ConsentWay.TAP, agreed_on=today)
    return await uow.forums.add(institution, agreed, kind=kind, state=MemberState.APPLIED, since=today, person=person)


async def own_membership(member: ForumMemberId, *, person: PersonId, uow: UnitOfWork) -> Member:
    """Somebody's own place in a forum."""
    found = await uow.forums.get(member)
    if found.person != person:
        raise NotFound
    return found


async def go(member: ForumMemberId, *, person: PersonId, uow: UnitOfWork, now: datetime) -> Member:
    """Take back an application, or leave the forum.

    Of what was locked the name of the organisation stays, and which recommendations were its own.
    """
    found = await own_membership(member, person=person, uow=uow)
    if found.state not in THERE:
        raise Refused(Refusal.NOTHING_CHANGED)
    state = MemberState.WITHDRAWN if found.state is MemberState.APPLIED else MemberState.LEFT
    return await _ended(found, state, uow=uow, now=now)


async def _ended(found: Member, state: MemberState, *, because: str = "", uow: UnitOfWork, now: datetime) -> Member:
    card = MemberCard(
        found.card.organisation,
        consent=found.card.consent,
        agreed_on=found.card.agreed_on,
        declined_because=because,
        heard=await heard_by_contact(found, uow=uow),
    )
    gone = replace(found, state=state, ended=local_day(now), card=card)
    if not await uow.forums.change(gone, was=found.state):
        raise Refused(Refusal.CHANGED_MEANWHILE)
    return gone


async def accept(member: ForumMemberId, words: Words, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Member:
    """Take somebody into the forum; they are told once."""
    found = await _applied(member, by=by, uow=uow)
    taken = replace(found, state=MemberState.MEMBER, since=local_day(now))
    if not await uow.forums.change(taken, was=MemberState.APPLIED):
        raise Refused(Refusal.CHANGED_MEANWHILE)
    await _tell(taken, ProofTopic.ACCEPTED, words, by=by, uow=uow, now=now)
    return taken


async def decline(
    member: ForumMemberId, reason: str, words: Words, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> Member:
    """Do not take somebody, and say why; they are told once."""
    if not has_letters(reason):
        raise Refused(Refusal.REASON_MISSING)
    found = await _applied(member, by=by, uow=uow)
    declined = await _ended(found, MemberState.DECLINED, because=reason, uow=uow, now=now)
    await _tell(declined, ProofTopic.DECLINED, words, by=by, uow=uow, now=now)
    return declined


async def _applied(member: ForumMemberId, *, by: PersonId, uow: UnitOfWork) -> Member:
    found = await member_for_officer(member, by=by, uow=uow)
    if found.state is not MemberState.APPLIED:
        raise Refused(Refusal.CHANGED_MEANWHILE)
    return found


async def end(member: ForumMemberId, words: Words, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Member:
    """An official ends a membership; whoever is reached in Telegram is told once."""
    found = await member_for_officer(member, by=by, uow=uow)
    if not found.belongs:
        raise Refused(Refusal.CHANGED_MEANWHILE)
    gone = await _ended(found, MemberState.LEFT, uow=uow, now=now)
    await _tell(gone, ProofTopic.ENDED, words, by=by, uow=uow, now=now)
    return gone


async def _tell(
    member: Member, topic: ProofTopic, words: Words, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> None:
    forum = await uow.forums.find(member.institution)
    await tell_member(member, topic, words, subject=forum.name if forum else "", uow=uow, now=now)
    await _note(f"forum: {topic.name.lower()}", member.institution, by=by, uow=uow, now=now)


async def _note(
    action: str, institution: InstitutionId, *, by: PersonId | None, uow: UnitOfWork, now: datetime
) -> None:
    await uow.audit.note(at=now, person=by, institution=institution, action=action, subject="forum")
