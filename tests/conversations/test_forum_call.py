"""The open call of a forum on its way: to whoever follows the place, looked at before, and once."""

from datetime import date, time, timedelta

import pytest
from sqlalchemy import func, select

from bot.setup import FirstInstitution, ensure_institution
from participation.clock import wall
from participation.forum.meetings import duties_of
from participation.ids import CampaignId
from participation.people.model import Followed
from storage.tables import campaigns
from tests.conversations.coordinator.forums import apply_for, found, told
from tests.conversations.steps import texts_since

CALL = ("/zyra", "The forum", "Open a call", "“18.8.2023”", "“Ejani në forum!”")

CORRECTION = ("Change the text of the call", "“Ejani në forum! Të gjithë.”", "Send")


async def stop_the_last(town) -> None:
    """The announcement that was queued last has a fault in it."""
    async with town.service.database.reading() as unit:
        last = (await unit._connection.execute(select(func.max(campaigns.c.id)))).scalar_one()
    await town.service.database.queue(town.bot.id).stop_campaign(CampaignId(last), "entities")


def calls(town, person) -> int:
    return sum("Ejani në forum!" in text for text in town.seen(person))


@pytest.mark.on_both
async def test_a_call_goes_to_whoever_follows_the_place_once_and_from_there_one_applies(square):
    town, zana, ana = square.town, square.zana, square.ana
    beni = await town.citizen("Beni")
    elsewhere = await town.citizen("Dea", place="Berat")
    stranger = town.newcomer("Gent")
    await town.start(stranger)
    await found(square)
    looked = await told(square, zana, *CALL)
    assert "It is sent to 2 people who follow the place, once." in looked.text
    assert calls(town, ana) == 0
    await town.press(zana, "Send")
    assert [calls(town, each) for each in (ana, beni, elsewhere, stranger)] == [1, 1, 0, 0]
    letter = town.heard(ana)
    assert "You can apply until Friday, 18 August 2023." in letter.text
    assert "You get this because you asked to be told." in letter.text
    assert "Bashkia Përmet" in letter.text
    assert letter.labels == ["Apply"]
    said = town.seen(beni)[-1]
    assert "Dita e fundit për të aplikuar: e premte, 18 gusht 2023." in said
    assert "/ndjek" in said
    asked = await town.press(ana, "Apply")
    assert "For which organisation do you apply?" in asked.text
    await town.pass_time(timedelta(days=3), timedelta(hours=6))
    assert [calls(town, each) for each in (ana, beni)] == [1, 1]


async def test_what_is_put_right_in_an_open_call_is_not_sent_again_nor_a_new_one_within_a_month(square):
    town, zana, ana = square.town, square.zana, square.ana
    await found(square)
    await told(square, zana, *CALL, "Send")
    looked = await told(square, zana, "Change the text of the call", "“Ejani në forum! Të gjithë.”")
    assert "has been told of this call and is not told again" in looked.text
    await told(square, zana, "Send", "Move its last day", "“1.9.2023”", "Send")
    assert calls(town, ana) == 1
    sent = town.clock.now()
    beni = await town.citizen("Beni", "English")
    await told(square, zana, "/zyra", "The forum", "End the call")
    looked = await told(square, zana, *CALL)
    assert "It is sent to 1 person who follows the place, once." in looked.text
    assert "in the last 30 days does not get another one" in looked.text
    await town.press(zana, "Send")
    assert [calls(town, each) for each in (ana, beni)] == [1, 1]
    town.clock.set(sent + timedelta(days=29))
    again = ("/zyra", "The forum", "Open a call", "“18.9.2023”", "“Ejani në forum!”", "Send")
    await told(square, zana, "/zyra", "The forum", "End the call")
    await told(square, zana, *again)
    assert [calls(town, each) for each in (ana, beni)] == [1, 1]
    town.clock.set(sent + timedelta(days=31))
    await told(square, zana, "/zyra", "The forum", "End the call")
    await told(square, zana, *again)
    assert [calls(town, each) for each in (ana, beni)] == [2, 2]


async def test_a_call_waits_for_the_morning_says_what_it_says_then_and_is_nothing_once_it_is_ended(square):
    town, zana, ana = square.town, square.zana, square.ana
    await found(square)
    town.clock.set(wall(date(2023, 6, 20), time(23)))
    await told(square, zana, *CALL, "Send")
    assert calls(town, ana) == 0, "it wakes nobody"
    await told(square, zana, "Change the text of the call", "“Ejani në forum! Të gjithë.”", "Send")
    await town.until(wall(date(2023, 6, 21), time(12)), timedelta(minutes=30))
    assert calls(town, ana) == 1
    assert "Të gjithë." in town.seen(ana)[-1]
    ana = await town.citizen("Beni", "English")
    town.clock.set(wall(date(2023, 6, 21), time(23)))
    for _ in range(2):
        await told(square, zana, "/zyra", "The forum", "End the call")
        await told(square, zana, *CALL, "Send")
    await town.until(wall(date(2023, 6, 22), time(12)), timedelta(minutes=30))
    assert calls(town, ana) == 1, "of two calls in one night the last is told, once"
    ana = await town.citizen("Dea", "English")
    town.clock.set(wall(date(2023, 6, 22), time(23)))
    await told(square, zana, "/zyra", "The forum", "End the call")
    await told(square, zana, *CALL, "Send")
    await told(square, zana, "/zyra", "The forum", "End the call")
    await town.until(wall(date(2023, 6, 23), time(12)), timedelta(minutes=30))
    assert calls(town, ana) == 0


async def test_a_call_that_is_over_by_the_morning_does_not_leave(square):
    town, zana, ana = square.town, square.zana, square.ana
    await found(square)
    town.clock.set(wall(date(2023, 6, 20), time(23)))
    await told(square, zana, "/zyra", "The forum", "Open a call", "“20.6.2023”", "“Ejani në forum!”", "Send")
    await town.until(wall(date(2023, 6, 21), time(12)), timedelta(minutes=30))
    assert calls(town, ana) == 0


async def test_who_belongs_or_has_applied_or_no_longer_follows_is_not_called(square):
    town, zana, ana = square.town, square.zana, square.ana
    beni = await town.citizen("Beni", "English")
    await found(square)
    await told(square, zana, *CALL, "Send")
    await apply_for(town, ana)
    await told(square, zana, "/zyra", "The forum", "End the call")
    town.clock.set(wall(date(2023, 6, 20), time(23)))
    await told(square, zana, *CALL, "Send")
    dea = await town.citizen("Dea", "English")
    await told(square, zana, "/zyra", "The forum", "End the call")
    await told(square, zana, *CALL, "Send")
    before = [len(town.seen(each)) for each in (ana, beni, dea)]
    await told(square, beni, "/fshij", "Erase everything")
    async with town.service.database.transaction() as unit:
        person = await unit.addresses.find(town.bot.id, dea.id)
        place = await unit.admin.municipality_named("Përmet")
        await unit.people.unfollow(person, Followed.MUNICIPALITY, place)
    await town.until(wall(date(2023, 6, 21), time(12)), timedelta(minutes=30))
    for person, seen in zip((ana, beni, dea), before, strict=True):
        assert "Ejani" not in texts_since(town, person, seen)


async def test_who_belongs_or_has_applied_is_not_counted_among_those_to_whom_a_call_goes(square):
    town, zana, ana = square.town, square.zana, square.ana
    await town.citizen("Beni", "English")
    await found(square)
    town.clock.set(wall(date(2023, 6, 20), time(23)))
    await told(square, zana, *CALL, "Send")
    await apply_for(town, ana)
    await told(square, zana, "/zyra", "The forum", "End the call")
    assert "It is sent to 1 person who follows the place, once." in (await told(square, zana, *CALL)).text


@pytest.mark.on_both
@pytest.mark.parametrize("way", [("Send it to those who have not got it",), CORRECTION])
async def test_a_call_that_a_fault_has_stopped_says_so_and_goes_on_to_those_who_have_not_got_it(square, way):
    town, zana, ana = square.town, square.zana, square.ana
    await found(square)
    town.clock.set(wall(date(2023, 6, 20), time(23)))
    await told(square, zana, *CALL, "Send")
    await town.pass_time(timedelta(minutes=1), timedelta(minutes=1))
    await stop_the_last(town)
    await town.until(wall(date(2023, 6, 21), time(12)), timedelta(minutes=30))
    assert calls(town, ana) == 0
    async with town.service.database.reading() as unit:
        assert (await duties_of(town.institution, uow=unit, now=town.clock.now())).call_stopped
    page = await told(square, zana, "/zyra", "The forum")
    assert "A fault has stopped the message about this call" in page.text
    looked = await told(square, zana, *way[:2])
    assert "has been told of this call" not in looked.text
    if way[2:]:
        assert "it now goes to those who follow the place and have not got it" in looked.text
        await told(square, zana, *way[2:])
    await town.pass_time(timedelta(minutes=1), timedelta(minutes=1))
    assert calls(town, ana) == 1
    page = await told(square, zana, "/zyra", "The forum")
    assert "A fault has stopped" not in page.text
    assert "Send it to those who have not got it" not in page.labels


async def test_of_a_call_that_was_stopped_and_is_over_nothing_goes_on_beside_the_next_one(square):
    town, zana, ana = square.town, square.zana, square.ana
    await found(square)
    town.clock.set(wall(date(2023, 6, 20), time(23)))
    await told(square, zana, "/zyra", "The forum", "Open a call", "“21.6.2023”", "“Ejani në forum!”", "Send")
    await stop_the_last(town)
    town.clock.set(wall(date(2023, 6, 22), time(12)))
    page = await told(square, zana, "/zyra", "The forum")
    assert "A fault has stopped" not in page.text
    await told(square, zana, "Open a call", "“18.8.2023”", "“Ejani në forum!”", "Send")
    assert calls(town, ana) == 1
    await told(square, zana, "Change the text of the call", "“Ejani në forum! Të gjithë.”", "Send")
    await town.pass_time(timedelta(minutes=2), timedelta(minutes=1))
    assert calls(town, ana) == 1


async def test_the_call_of_another_institution_leaves_this_one_alone(square):
    town, zana, ana = square.town, square.zana, square.ana
    await ensure_institution(FirstInstitution("Qarku Gjirokastër", "Përmet", "QG"), town.service.database)
    mira = await town.officer("Mira", institution="Qarku Gjirokastër")
    town.clock.set(wall(date(2023, 6, 20), time(23)))
    await found(square)
    await told(square, zana, *CALL, "Send")
    await told(square, mira, "/zyra", "The forum", "Register the forum", "“Forumi i Qarkut”")
    await told(square, mira, "/zyra", "The forum", "Open a call", "“18.8.2023”", "“Ejani te Qarku!”", "Send")
    await told(square, mira, "/zyra", "The forum", "End the call")
    await town.until(wall(date(2023, 6, 21), time(12)), timedelta(minutes=30))
    assert calls(town, ana) == 1
    assert not any("Ejani te Qarku!" in text for text in town.seen(ana))


async def test_what_is_about_no_consultation_keeps_no_progress_and_stands_in_no_proof(square):
    town, zana = square.town, square.zana
    await found(square)
    await town.pass_time(timedelta(hours=1), timedelta(minutes=10))
    async with town.service.database.reading() as unit:
        before = len(await unit.proofs.of(town.institution))
        announced = await unit.outbox.announced_since(town.clock.now() - timedelta(days=30), with_meetings=True)
    await told(square, zana, *CALL, "Send")
    await town.pass_time(timedelta(hours=1), timedelta(minutes=10))
    async with town.service.database.reading() as unit:
        again = await unit.outbox.announced_since(town.clock.now() - timedelta(days=30), with_meetings=True)
        assert again == announced
        assert len(await unit.proofs.of(town.institution)) == before
