"""What only the protection contact reads: who hears of it, and what the others are told instead."""

from dataclasses import replace
from datetime import date

import pytest

from participation.dockets import Docket
from participation.ids import AppointmentId, EntryId, InstitutionId, PersonId, ReportId, UnveilingId
from participation.letters import (
    ColleagueCame,
    ContactChange,
    ContactsChanged,
    LeftUnread,
    OfficeEnded,
    ReportArrived,
    ReportGiven,
    ReportsReleased,
    SenderSaid,
    UnveilingAnswered,
    UnveilingAsked,
)
from participation.people.model import Office, Role
from tests.unit.delivery.samples import LEFT, NOW, REPORT, Desks
from tests.unit.delivery.test_letters import concerns, render

HERE = InstitutionId(3)
GUARDED = replace(REPORT, guarded=True, officer=PersonId(1))
ABOUT_IT = [
    ReportArrived(ReportId(41)),
    SenderSaid(EntryId(62)),
    ReportGiven(ReportId(41)),
    UnveilingAsked(ReportId(41), UnveilingId(71)),
    UnveilingAnswered(ReportId(41), NOW),
    ReportsReleased(HERE, 2, guarded=True),
    LeftUnread(HERE, guarded=True),
]


def held_as(role, report=GUARDED):
    return Desks(offices=(Office(PersonId(1), HERE, role),), reports_={ReportId(41): report})


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("letter", ABOUT_IT, ids=lambda letter: type(letter).__name__)
async def test_it_is_for_the_protection_contact_alone(letter, role):
    assert await concerns(letter, held_as(role)) is (role is Role.PROTECTION)


@pytest.mark.parametrize("letter", ABOUT_IT[:5], ids=lambda letter: type(letter).__name__)
async def test_of_what_others_read_the_contact_hears_nothing(letter):
    report = replace(GUARDED, guarded=False)
    assert await concerns(letter, held_as(Role.COORDINATOR, report))
    assert not await concerns(letter, held_as(Role.PROTECTION, report))


async def test_others_are_told_that_it_waits_and_neither_what_nor_how_much():
    waits = (replace(LEFT, docket=Docket(HERE, guarded=True)),)
    message = await render(LeftUnread(HERE, to_council=True, guarded=True), Desks(pending_=waits))
    assert "please ask the protection contact to open it today" in message.body
    assert not [letter for letter in message.body if letter.isdigit()]
    assert not message.buttons


@pytest.mark.parametrize("guarded", [True, False])
async def test_what_waits_in_one_place_is_not_told_of_the_other(guarded):
    waits = (replace(LEFT, docket=Docket(HERE, guarded)),)
    assert await render(LeftUnread(HERE, guarded=not guarded), Desks(pending_=waits)) is None
    assert await render(LeftUnread(HERE, guarded=guarded), Desks(pending_=waits)) is not None


@pytest.mark.parametrize("change", ContactChange)
async def test_what_happened_with_the_contacts_is_for_administrators_and_says_since_which_day(change):
    letter = ContactsChanged(HERE, date(2023, 6, 12), change)
    assert {role for role in Role if await concerns(letter, held_as(role))} == {Role.ADMIN}
    body = (await render(letter)).body
    assert body.splitlines()[0].startswith("Since 12 June 2023")
    assert ("bashke invite" in body) is (change is ContactChange.GONE)


async def test_whose_office_was_taken_away_hears_so_whatever_they_hold_now():
    letter = OfficeEnded(HERE, date(2023, 6, 12), Role.PROTECTION)
    assert await concerns(letter, Desks(offices=()))
    assert "Since 12 June 2023 you no longer hold this office" in (await render(letter)).body


async def test_word_of_a_new_contact_is_for_those_who_can_end_it():
    letter = ColleagueCame(HERE, AppointmentId(5), NOW, Role.PROTECTION)
    assert {role for role in Role if await concerns(letter, held_as(role))} == {Role.PROTECTION}
    assert {role for role in Role if await concerns(replace(letter, role=Role.ADMIN), held_as(role))} == {Role.ADMIN}
