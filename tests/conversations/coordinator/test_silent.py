"""The digest names the ways by which no comment has come, once a week in the second half of the time, and no more."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from participation.clock import wall
from participation.comments.model import CommentChannel
from participation.consultations.model import Consultation, Stage, Terms
from participation.digests.silence import is_past_half, named
from participation.ids import ConsultationId, InstitutionId, MeetingId
from participation.meetings.model import Meeting, Venue
from participation.paperwork.plan import ConsultationPlan
from tests.conversations.steps import comment

HEADING = "More than half of the time is over. No comment has come:"
TITLE = "Plani Social 2024–2027"
BOT, EMAIL, PAPER, MET, REGISTER = list(CommentChannel)[:5]


def told(person) -> list[tuple[str, str]]:
    """On which days, and what of this consultation."""
    lines = [(m, line) for m in person.chat().messages if HEADING in m.text for line in m.text.split("\n")]
    return [(f"{m.at:%d.%m}", line.partition(" – ")[2]) for m, line in lines if line.startswith(f"• {TITLE} – ")]


async def mondays(square, day):
    await square.town.until(wall(day, time(10)), timedelta(days=1))
    await square.town.settle()


async def typed_in(square, *ways):
    town, zana = square.town, square.zana
    for way in ways:
        await town.say(zana, "/zyra")
        for label in ("Consultations", TITLE, "Add a comment from elsewhere", way, "Today"):
            await town.press(zana, label)
        await town.say(zana, f"More buses, {way}.")
        await town.press(zana, "Without a name")
        await town.press(zana, "Keep the comment")


async def test_in_the_second_half_the_ways_that_are_silent_are_named_where_a_week_begins(square):
    await comment(square.town, square.ana, "More buses.")
    await mondays(square, date(2023, 7, 28))
    assert told(square.zana) == [("24.07", "by e-mail, through the register")]


async def test_where_nothing_came_at_all_that_is_said_and_is_reason_enough(square):
    town = square.town
    async with town.service.database.transaction() as unit:
        off = await unit.meetings.get(MeetingId(1))
        await unit.meetings.change(off.id, off.venue, cancelled=True)
    await mondays(square, date(2023, 7, 24))
    assert told(square.zana) == [("24.07", "by any way")]
    assert "I have seen it" in square.town.heard(square.zana).labels
    await mondays(square, date(2023, 7, 25))
    await mondays(square, date(2023, 7, 27))
    assert not [text for text in square.town.seen(square.zana) if "nobody has said" in text], "it asks for nothing"


async def test_once_a_comment_has_come_that_way_it_is_named_no_more(square):
    await comment(square.town, square.ana, "More buses.")
    await typed_in(square, "E-mail", "Register")
    await mondays(square, date(2023, 7, 24))
    assert told(square.zana) == []
    assert "Comments to answer" in square.town.heard(square.zana).labels, "there was a digest"


async def test_after_a_meeting_without_an_oral_comment_that_is_named_too(square):
    await comment(square.town, square.ana, "More buses.")
    await mondays(square, date(2023, 7, 31))
    assert told(square.zana)[-1] == ("31.07", "by e-mail, at a meeting, through the register")


async def test_a_way_that_only_the_plan_names_counts(square):
    town = square.town
    await comment(town, square.ana, "More buses.")
    async with town.service.database.transaction() as unit:
        plan = ConsultationPlan("Plani", collection="Me letër në protokoll.")
        await unit.plans.add(town.institution, plan, consultation=ConsultationId(1), at=town.clock.now())
    await mondays(square, date(2023, 7, 24))
    assert told(square.zana) == [("24.07", "by e-mail, on paper, through the register")]


async def test_nothing_is_said_once_the_time_is_over(square):
    await comment(square.town, square.ana, "More buses.")
    await mondays(square, date(2023, 8, 28))
    assert [day for day, _ in told(square.zana)] == ["24.07", "31.07", "07.08", "14.08"]


async def test_in_albanian_it_says_so_too(square):
    town, zana = square.town, square.zana
    await town.say(zana, "/gjuha")
    await town.press(zana, "Shqip")
    await mondays(square, date(2023, 7, 24))
    assert f"• {TITLE} – në asnjë rrugë" in town.heard(zana).text


FOUND = Consultation(
    ConsultationId(1),
    InstitutionId(1),
    Terms("Plani", notice_date=date(2023, 6, 1), deadline=date(2023, 6, 21)),
    Stage.OPEN,
    wall(date(2023, 6, 1), time(9)),
)


@pytest.mark.parametrize(("day", "past"), [(1, False), (11, False), (12, True), (21, True), (22, False)], ids=str)
def test_half_is_past_on_the_day_after_the_middle_until_the_last_one(day, past):
    assert is_past_half(FOUND, wall(date(2023, 6, day), time(9))) is past


@pytest.mark.parametrize("found", [replace(FOUND, terms=Terms("Plani")), replace(FOUND, stage=Stage.REVIEW)])
def test_what_has_no_last_day_or_is_closed_is_silent_of_nothing(found):
    assert not is_past_half(found, wall(date(2023, 6, 20), time(9)))


NOW = wall(date(2023, 6, 15), time(9))
PAST, AHEAD = (
    Meeting(MeetingId(1), ConsultationId(1), Venue(wall(date(2023, 6, day), time(9)), "")) for day in (5, 20)
)


@pytest.mark.parametrize(
    ("terms", "meetings", "plan", "ways"),
    [
        ({}, [], "", [BOT]),
        ({"email": "a@b.al"}, [AHEAD], "", [BOT, EMAIL]),
        ({"register_url": "https://r.al/1"}, [PAST], "", [BOT, MET, REGISTER]),
        ({}, [replace(PAST, cancelled=True)], "takime", [BOT]),
        ({}, [], "Regjistri RENJK, E-mail, Telegram, dhe me LETËR", [BOT, EMAIL, PAPER, REGISTER]),
    ],
)
def test_ways_are_those_of_the_notice_and_of_the_plan(terms, meetings, plan, ways):
    found = replace(FOUND, terms=replace(FOUND.terms, **terms))
    assert named(found, meetings, plan, NOW) == ways


@pytest.mark.parametrize(
    ("words", "ways"),
    [
        ("Në adresën e postës elektronike", [EMAIL]),
        ("Me postë elektronike", [EMAIL]),
        ("përmes postës\nelektronike, me e-mail ose imejl", [EMAIL]),
        ("POSTA ELEKTRONIKE dhe posta", [EMAIL, PAPER]),
        ("Në postë, me letra", [PAPER]),
        ("Shkresat dorëzohen në zyrën e protokollit", [PAPER]),
        ("te konsultime@permet.example", [EMAIL]),
        ("Formular në regjistër", [REGISTER]),
        ("Komentet në Regjistrin Elektronik", [REGISTER]),
        ("E-konsultimi", [REGISTER]),
        ("Në postën e posta@permet.example", [EMAIL, PAPER]),
        ("Postime në Facebook, kopje e letërnjoftimit", []),
        ("Regjistrim audio i takimit; regjistrohuni përpara", []),
    ],
)
def test_a_plan_names_its_ways_in_whatever_case_the_word_stands(words, ways):
    assert named(FOUND, [], words, NOW) == [BOT, *ways]
