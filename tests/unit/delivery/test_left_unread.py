"""Word of what was left unread: for whom it is, what it tells them, and when it is void."""

from dataclasses import replace

import pytest

from participation.desk_actions import ShowReports
from participation.ids import InstitutionId, PersonId, ReportId
from participation.letters import LeftUnread
from participation.packing import pack
from participation.people.model import Office, Role
from participation.reports.life import State
from participation.reports.limits import NOT_DUE
from tests.unit.delivery.samples import LEFT, Desks
from tests.unit.delivery.test_letters import concerns, presses, render


@pytest.mark.parametrize(
    "pending", [(), (replace(LEFT, state=State.SEEN),), (replace(LEFT, due=NOT_DUE),)], ids=("none", "read", "in time")
)
async def test_what_has_been_read_meanwhile_was_not_left_unread(pending):
    assert await render(LeftUnread(InstitutionId(3)), Desks(pending_=pending)) is None


async def test_whoever_leads_the_council_is_asked_to_see_to_it_and_told_neither_what_nor_how_many():
    desks = Desks(pending_=(LEFT, replace(LEFT, id=ReportId(42))))
    to_desk = await render(LeftUnread(InstitutionId(3)), desks)
    to_council = await render(LeftUnread(InstitutionId(3), to_council=True), desks)
    assert "2 safety reports have not been read." in to_desk.body
    assert presses(to_desk) == [pack(ShowReports())]
    assert "please ask the coordinators to open it today" in to_council.body
    assert not [letter for letter in to_council.body if letter.isdigit()]
    assert not to_council.buttons


@pytest.mark.parametrize(
    ("role", "to_council", "concerned"),
    [
        (Role.DEPUTY, False, True),
        (Role.CHAIR, False, False),
        (Role.CHAIR, True, True),
        (None, True, False),
    ],
)
async def test_what_was_left_unread_concerns_those_who_can_see_to_it(role, to_council, concerned):
    offices = () if role is None else (Office(PersonId(1), InstitutionId(3), role),)
    letter = LeftUnread(InstitutionId(3), to_council=to_council)
    assert await concerns(letter, Desks(offices=offices)) is concerned
