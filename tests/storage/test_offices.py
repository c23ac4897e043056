"""What is an officer's is refused to everybody else by the verb itself, whatever the screens allow."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from participation.campaigns import Brake
from participation.comments.model import Verdict
from participation.comments.usecases import answer_comment, comment_for_officer
from participation.consultations.announcements import announcement_for_officer, brake, try_again
from participation.consultations.model import Stage, Terms
from participation.consultations.plan import Plan
from participation.consultations.usecases import announce, call_off, publish, publish_now
from participation.errors import Refusal, Refused
from participation.ids import CampaignId, CommentId, PersonId, ReportId, UnveilingId
from participation.meetings.model import Venue
from participation.meetings.usecases import cancel_meeting, move_meeting
from participation.offices.usecases import accept_invitation, can_be_told, dismiss, invite, is_for_a_colleague
from participation.people.model import Role
from participation.reports.casework import carry_out, read
from participation.reports.identity import agree, ask_for_name, decline, look, request_about
from participation.reports.life import Act
from participation.reports.model import Account, Deed, NewReport
from storage.work import Work
from tests.storage.rows import NOW, House

Verb = Callable[[House, PersonId, Work], Awaitable[object]]
LATER = Venue(NOW + timedelta(days=12), "Salla")

VERBS: dict[str, Verb] = {
    "publish": lambda house, by, uow: publish(
        Plan(Terms("Plani")), institution=house.institution, by=by, at=None, overridden=(), uow=uow, now=NOW
    ),
    "publish now": lambda house, by, uow: publish_now(house.consultation, by=by, overridden=(), uow=uow, now=NOW),
    "call off": lambda house, by, uow: call_off(house.consultation, by=by, uow=uow, now=NOW),
    "pause": lambda house, by, uow: brake(CampaignId(1), Brake.PAUSE, by=by, uow=uow, now=NOW),
    "resume": lambda house, by, uow: brake(CampaignId(1), Brake.RESUME, by=by, uow=uow, now=NOW),
    "stop": lambda house, by, uow: brake(CampaignId(1), Brake.STOP, by=by, uow=uow, now=NOW),
    "try again": lambda house, by, uow: try_again(CampaignId(1), 0, by=by, uow=uow, now=NOW),
    "ask to stop": lambda house, by, uow: announcement_for_officer(CampaignId(1), by=by, uow=uow),
    "move": lambda house, by, uow: move_meeting(house.meeting, to=LATER, reason="Pse", by=by, uow=uow, now=NOW),
    "cancel": lambda house, by, uow: cancel_meeting(house.meeting, reason="Pse", by=by, uow=uow, now=NOW),
    "read a comment": lambda house, by, uow: comment_for_officer(CommentId(1), by=by, uow=uow),
    "answer": lambda house, by, uow: answer_comment(
        CommentId(1), verdict=Verdict.ACCEPTED, reason=None, by=by, uow=uow, now=NOW
    ),
    "read a report": lambda house, by, uow: read(ReportId(1), by=by, uow=uow, now=NOW),
    "work on a report": lambda house, by, uow: carry_out(ReportId(1), Deed(Act.NOTE, "fjalë"), by=by, uow=uow, now=NOW),
    "ask for a name": lambda house, by, uow: ask_for_name(ReportId(1), "fjalë", by=by, uow=uow, now=NOW),
    "read why": lambda house, by, uow: request_about(ReportId(1), by=by, uow=uow, now=NOW),
    "agree to a name": lambda house, by, uow: agree(ReportId(1), UnveilingId(1), by=by, uow=uow, now=NOW),
    "decline it": lambda house, by, uow: decline(ReportId(1), UnveilingId(1), by=by, uow=uow, now=NOW),
    "look at a name": lambda house, by, uow: look(ReportId(1), by=by, uow=uow, now=NOW),
    "invite": lambda house, by, uow: invite(
        "token", institution=house.institution, role=Role.COORDINATOR, by=by, uow=uow, now=NOW
    ),
}


HIDDEN = {Refusal.NOT_ALLOWED, Refusal.NOT_FOUND}
"""Of a report nobody is told that it is there."""


@pytest.fixture
async def lived_in(house: House) -> House:
    """A comment, a report and an announcement are there, each the first of its kind."""
    author = await house.person(9)
    report = NewReport(
        "PR-S-2026-0001", house.institution, author, Account("noise", "Zhurmë"), NOW.date(), urgent=False
    )
    async with house.database.transaction() as uow:
        await uow.comments.add(house.comment(author))
        await uow.reports.add(report)
        await uow.consultations.move(house.consultation, Stage.SCHEDULED, was=Stage.OPEN, on=NOW.date())
        await announce(house.consultation, uow=uow, now=NOW)
    return house


@pytest.mark.parametrize("verb", VERBS)
async def test_without_the_office_it_is_refused(lived_in: House, verb: str) -> None:
    stranger, official = await lived_in.people(2)
    async with lived_in.database.transaction() as uow:
        elsewhere = await uow.admin.add_institution("Bashkia Berat", municipality="Berat", prefix="BR")
        await uow.people.appoint(official, elsewhere, Role.ADMIN)
    for person in (stranger, official):
        async with lived_in.database.transaction() as uow:
            with pytest.raises(Refused) as refused:
                await VERBS[verb](lived_in, person, uow)
            assert refused.value.why in HIDDEN


@pytest.mark.parametrize("role", [Role.CHAIR, Role.MEMBER])
@pytest.mark.parametrize("verb", VERBS)
async def test_the_council_is_refused_all_of_it(lived_in: House, verb: str, role: Role) -> None:
    person = await lived_in.person()
    async with lived_in.database.transaction() as uow:
        await uow.people.appoint(person, lived_in.institution, role)
        with pytest.raises(Refused) as refused:
            await VERBS[verb](lived_in, person, uow)
        assert refused.value.why in HIDDEN


async def test_where_only_the_council_is_left_nothing_can_be_told(house: House) -> None:
    member, deputy = await house.people(2)
    async with house.database.transaction() as uow:
        await uow.people.appoint(member, house.institution, Role.CHAIR)
        assert not await can_be_told(house.institution, uow=uow)
        await uow.people.appoint(deputy, house.institution, Role.DEPUTY)
        assert await can_be_told(house.institution, uow=uow)


@pytest.mark.parametrize(
    ("held", "offered", "gives_nothing"),
    [
        (Role.COORDINATOR, Role.MEMBER, True),
        (Role.COORDINATOR, Role.ADMIN, False),
        (Role.MEMBER, Role.COORDINATOR, False),
        (Role.CHAIR, Role.CHAIR, True),
        (Role.CHAIR, Role.MEMBER, False),
        (Role.DEPUTY, Role.COORDINATOR, False),
        (Role.ADMIN, Role.DEPUTY, True),
    ],
)
async def test_a_link_that_gives_less_takes_nothing_away(
    house: House, held: Role, offered: Role, *, gives_nothing: bool
) -> None:
    person = await house.person()
    await invited(house, "link", offered)
    async with house.database.transaction() as uow:
        await uow.people.appoint(person, house.institution, held)
        assert await is_for_a_colleague("link", person=person, uow=uow, now=NOW) is gives_nothing


async def test_a_coordinator_invites_nobody(house: House) -> None:
    coordinator = await house.person()
    async with house.database.transaction() as uow:
        await uow.people.appoint(coordinator, house.institution, Role.COORDINATOR)
        with pytest.raises(Refused):
            await VERBS["invite"](house, coordinator, uow)


async def invited(house: House, token: str, role: Role) -> None:
    async with house.database.transaction() as uow:
        await invite(token, institution=house.institution, role=role, by=None, uow=uow, now=NOW)


async def test_a_colleagues_link_is_not_for_an_administrator_and_stays_for_the_colleague(house: House) -> None:
    admin, colleague = await house.person(1), await house.person(2)
    await invited(house, "own", Role.ADMIN)
    await invited(house, "colleague", Role.COORDINATOR)
    async with house.database.transaction() as uow:
        await accept_invitation("own", person=admin, uow=uow, now=NOW)
        assert await is_for_a_colleague("colleague", person=admin, uow=uow, now=NOW)
        assert not await is_for_a_colleague("colleague", person=colleague, uow=uow, now=NOW)
        await accept_invitation("colleague", person=colleague, uow=uow, now=NOW)
        assert [office.role for office in await uow.people.offices(admin)] == [Role.ADMIN]
        assert [office.role for office in await uow.people.offices(colleague)] == [Role.COORDINATOR]


async def test_with_a_dismissal_all_links_that_nobody_has_used_lead_nowhere(house: House) -> None:
    officer, stranger = await house.people(2)
    await invited(house, "unused", Role.ADMIN)
    async with house.database.transaction() as uow:
        await uow.people.appoint(officer, house.institution, Role.ADMIN)
        await dismiss(officer, institution=house.institution, uow=uow, now=NOW)
        with pytest.raises(Refused) as refused:
            await accept_invitation("unused", person=stranger, uow=uow, now=NOW)
    assert refused.value.why is Refusal.INVITATION_VOID
