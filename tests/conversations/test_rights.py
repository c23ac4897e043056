"""What the law gives in a consultation, and where anybody may complain of how it was held, without any comment."""

from datetime import date, time, timedelta

import pytest

from bot.taps import ONE_WISH
from participation.clock import wall
from participation.comments.complaint import lacking
from participation.consultations.concerns import Concern
from participation.consultations.model import Consultation, Kind, Stage, Terms
from participation.ids import ConsultationId, InstitutionId, MeetingId
from participation.meetings.model import Meeting, Venue
from participation.places import Institution
from tests.conversations.coordinator.test_life import after, managed
from tests.conversations.steps import comment
from tests.conversations.test_complaining import adopted
from tests.conversations.test_meetings import move
from tests.town import announce

LAW, WRITE = "What the law gives you", "Write the text for me"


async def law(square, on="Plani Social"):
    town, ana = square.town, square.ana
    town.clock.move(ONE_WISH)
    await town.say(ana, "/hapur")
    await town.press(ana, on)
    return await town.press(ana, LAW)


async def test_whoever_never_commented_finds_the_facts_and_the_way_to_the_head(square):
    town, ana = square.town, square.ana
    shown = await law(square)
    for said in (
        "The notice is of 20 June 2023.",
        "Comments until 18 August 2023: 42 working days from the notice. The law wants at least 20.",
        "Meeting: 25 July 2023, 11:00, 24 working days from the notice.",
        "you can complain, whether you commented or not",
        "to the head of Bashkia Përmet (konsultime@permet.example)",
        "Once it is adopted: to the Commissioner",
        "The bot sends nothing for you.",
    ):
        assert said in shown.text
    text = await town.press(ana, WRITE)
    assert "send it to: konsultime@permet.example" in town.seen(ana)[-2]
    assert "Your numbers" not in town.seen(ana)[-2]
    for said in (
        "Drejtuar titullarit të institucionit: Bashkia Përmet",
        "“Plani Social 2024–2027”",
        "Njoftimi është i datës 20 qershor 2023.",
        "Komente deri më 18 gusht 2023: 42 ditë pune nga njoftimi. Ligji kërkon të paktën 20.",
        "[për çfarë ankoheni, me fjalët tuaja]",
        "nenin 6, pika 1, dhe në nenet 15, 17 e 21",
        "[emri, adresa, data]",
    ):
        assert said in text.text
    assert "numra" not in text.text


async def test_it_is_the_last_thing_on_the_page_and_on_no_announcement(square):
    town, ana = square.town, square.ana
    assert not [m for m in ana.chat().messages if LAW in str(getattr(m, "labels", ()))]
    await town.say(ana, "/hapur")
    shown = await town.press(ana, "Plani Social")
    assert shown.labels[-2:] == [LAW, "Menu"]


async def test_whoever_commented_finds_their_numbers_in_it(square):
    town, ana = square.town, square.ana
    beni = await town.citizen("Beni", "English")
    await comment(town, ana, "More buses.")
    await comment(town, beni, "More trees.")
    await comment(town, ana, "More trains.")
    await town.say(ana, "PR-2023-0003")
    await town.press(ana, "Take it back")
    await town.press(ana, "Yes, take it back")
    await law(square)
    text = await town.press(ana, WRITE)
    assert "Komentet e mia kanë këta numra: PR-2023-0001.\n" in text.text
    assert "with your name you say that these comments are yours" in town.seen(ana)[-2]


async def test_once_it_is_adopted_it_is_the_commissioner_until_the_thirtieth_day(square):
    town, ana = square.town, square.ana
    await comment(town, ana, "More buses.")
    await town.until(wall(date(2023, 9, 19), time(12)), timedelta(hours=20))
    await adopted(square, "19.9.2023")
    await town.start(ana, "k_1")
    shown = await town.press(ana, LAW)
    assert "Until Thursday, 19 October 2023 you can write to the Commissioner" in shown.text
    assert "to the head" not in shown.text
    assert "Comments: 1. Without a decision: 1." in shown.text
    text = await town.press(ana, WRITE)
    assert "send it to: info@idp.al" in town.seen(ana)[-2]
    assert "Akti nr. VKB 77 u miratua më 19 shtator 2023." in text.text
    for day, over in ((date(2023, 10, 19), False), (date(2023, 10, 20), True)):
        town.clock.set(wall(day, time(12)))
        await town.start(ana, "k_1")
        shown = await town.press(ana, LAW)
        assert ("ended on 19 October 2023" in shown.text) is over
        assert (WRITE in shown.labels) is not over


async def test_an_old_button_to_the_head_leads_back_once_the_act_is_adopted(square):
    town, ana = square.town, square.ana
    await comment(town, ana, "More buses.")
    await town.until(wall(date(2023, 9, 19), time(12)), timedelta(hours=20))
    await adopted(square, "19.9.2023")
    await town.do(ana, lambda: ana.presses_data(town.bot, "crt~1~head"))
    assert "Until Thursday, 19 October 2023" in town.heard(ana).text
    await town.do(ana, lambda: ana.presses_data(town.bot, "crt~1~anybody"))
    assert "not here any more" in town.heard(ana).text


async def test_a_notice_that_says_little_has_it_said_and_nothing_is_judged(square):
    town, zana = square.town, square.zana
    await announce(town, zana, title="Tregu", kind=Kind.DRAFT, purpose="", deadline=None)
    shown = await law(square, "Tregu")
    assert "No last day for comments is set." in shown.text
    assert (
        "does not have: what is decided and why; the draft and its report as documents; the last day for comments."
        in shown.text
    )


async def test_a_meeting_that_was_moved_or_called_off_is_told_as_it_is(square):
    town, zana = square.town, square.zana
    await move(town, zana, Venue(wall(date(2023, 7, 4), time(11)), "Salla"))
    assert "Meeting: 4 July 2023, 11:00, 9 working days from the notice." in (await law(square)).text


async def test_once_the_notice_is_given_anew_a_meeting_from_before_is_no_working_days_from_it(square):
    town, zana = square.town, square.zana
    await after(square, date(2023, 7, 26))
    await managed(square)
    await town.press(zana, "Repeat the notice")
    await town.say(zana, "Too few comments came.")
    await town.press(zana, "Change it and tell everybody")
    async with town.service.database.transaction() as unit:
        await unit.meetings.add(ConsultationId(1), Venue(wall(date(2023, 7, 26), time(15)), "Salla"))
    shown = await law(square)
    assert "The notice is of 26 July 2023." in shown.text
    assert "25 July 2023" not in shown.text
    assert "Meeting: 26 July 2023, 15:00, 0 working days from the notice." in shown.text


@pytest.mark.parametrize("data", ["cr~2", "crt~2~head", "cr~99"])
async def test_of_what_is_not_announced_nobody_learns_anything(square, data):
    town, ana = square.town, square.ana
    await announce(town, square.zana, title="Sekret")
    async with town.service.database.transaction() as unit:
        await unit.consultations.move(ConsultationId(2), Stage.SCHEDULED, was=Stage.OPEN, on=town.clock.now().date())
    await town.do(ana, lambda: ana.presses_data(town.bot, data))
    assert "not here any more" in town.heard(ana).text


NOW = wall(date(2023, 6, 20), time(12))
OFFICE = Institution(InstitutionId(1), "Bashkia", None, "PR")


@pytest.mark.parametrize(
    ("terms", "institution", "lacks"),
    [
        (Terms("A", "Pse", kind=Kind.PRIOR, deadline=date(2023, 8, 1), phone="1"), OFFICE, []),
        (Terms("A", "Pse", kind=Kind.DRAFT, deadline=date(2023, 8, 1), email="a@b.al"), OFFICE, [Concern.NO_PAPER]),
        (Terms("A", kind=Kind.SERIES), OFFICE, [*list(Concern)[1:5], Concern.NO_MEETING]),
    ],
)
def test_what_a_notice_lacks_is_of_the_five_contents(terms, institution, lacks):
    found = Consultation(ConsultationId(1), InstitutionId(1), terms, Stage.OPEN, NOW)
    assert {*lacking(found, institution, [])} == {*lacks}


@pytest.mark.parametrize("cancelled", [True, False])
def test_a_meeting_that_was_called_off_is_none_that_the_notice_invites_to(cancelled):
    found = Consultation(ConsultationId(1), InstitutionId(1), Terms("A", kind=Kind.SERIES), Stage.OPEN, NOW)
    meeting = Meeting(MeetingId(1), found.id, Venue(NOW + timedelta(days=9), "Salla"), cancelled=cancelled)
    assert (Concern.NO_MEETING in lacking(found, OFFICE, [meeting])) is cancelled
