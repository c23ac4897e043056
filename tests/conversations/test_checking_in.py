"""Checking in at a meeting: a code that is read aloud, a picture with a link, a place on the list."""

import re
from datetime import date, time, timedelta

import pytest

from bot.setup import ensure_institution
from participation.clock import wall
from participation.ids import MeetingId
from participation.meetings import checkin
from participation.meetings.present import Actor, Headcount, Listing, counted
from tests.conversations.states import NEIGHBOUR, draft_of
from tests.conversations.steps import raw
from tests.conversations.test_meetings import NEW, move
from tests.town import open_town

BEGINS = wall(date(2023, 7, 25), time(11))
HALF_AN_HOUR = timedelta(minutes=30)


def to_the_door(town) -> None:
    """Half an hour before the meeting."""
    town.clock.set(BEGINS - HALF_AN_HOUR)


async def open_door(town, officer) -> tuple[str, str]:
    """The coordinator checks people in; the code, and what the link carries."""
    await town.say(officer, "/zyra")
    await town.press(officer, "Meetings ahead (1)")
    await town.press(officer, "Plani Social")
    return read_door(town, officer, await town.press(officer, "Check people in"))


def read_door(town, officer, shown) -> tuple[str, str]:
    code = re.search(r"Code: (\d \d \d \d)", shown.text)
    link = re.search(r"\?start=(h_\S+)", town.seen(officer)[-2])
    return code[1].replace(" ", ""), link[1]


async def people(town, meeting=1):
    """Who is there, as it is kept."""
    async with town.service.database.reading() as unit:
        return counted(await unit.presence.of(MeetingId(meeting)))


@pytest.mark.on_both
async def test_a_link_a_name_and_consent_take_four_taps_and_one_message(square):
    town, ana, zana = square.town, square.ana, square.zana
    to_the_door(town)
    _, link = await open_door(town, zana)
    picture = next(m for m in reversed(zana.chat().messages) if m.file is not None)
    assert picture.file.content.startswith(b"\x89PNG")
    welcome = await town.start(ana, link)  # 1
    assert welcome.text.startswith("You are here: welcome")
    assert (await people(town)).count == Headcount(1)
    consent = await town.press(ana, "Civil society")  # 2
    assert "Without your consent you are only counted." in consent.text
    assert "Names are deleted 365 days after the meeting" in consent.text
    await town.press(ana, "Yes, with my name")  # 3
    check = await town.say(ana, "Ana Koçi, Shoqata Drita, drejtuese")
    assert "Name: Ana Koçi\nOrganisation: Shoqata Drita\nRole: drejtuese" in check.text
    done = await town.press(ana, "Yes, I agree")  # 4
    assert "Name: Ana Koçi" in done.text
    found = await people(town)
    assert found.listed == ((Listing("Ana Koçi", "Shoqata Drita", "drejtuese"), Actor.CIVIL_SOCIETY, True),)
    assert found.kinds == {Actor.CIVIL_SOCIETY: Headcount(1)}
    assert found.organisations == ("Shoqata Drita",)


@pytest.mark.on_both
async def test_the_code_is_written_as_it_is_heard_and_everything_else_may_be_left_out(square):
    town, zana = square.town, square.zana
    beni = await town.citizen("Beni")
    to_the_door(town)
    code, _ = await open_door(town, zana)
    assert "Jeni këtu: mirë se erdhët" in (await town.say(beni, f" {code} ")).text
    await town.press(beni, "Kapërce")
    done = await town.press(beni, "Jo, vetëm më numëro")
    assert "Jeni numëruar, pa emër." in done.text
    assert await draft_of(town, beni, "here") == ""
    found = await people(town)
    assert (found.count, found.listed) == (Headcount(1), ())


async def test_somebody_new_comes_by_the_link_and_goes_on_in_their_language(square):
    town = square.town
    to_the_door(town)
    _, link = await open_door(town, square.zana)
    beni = town.newcomer("Beni")
    await town.start(beni, link)
    shown = await town.press(beni, "Shqip")
    assert shown.text.startswith("Jeni këtu: mirë se erdhët")
    assert "A dëshironi që emri juaj të jetë në listë?" in (await town.press(beni, "Të rinj")).text
    assert (await people(town)).kinds == {Actor.YOUTH: Headcount(1)}


async def test_somebody_new_who_is_asked_where_they_live_may_write_the_code(square):
    town = square.town
    to_the_door(town)
    code, _ = await open_door(town, square.zana)
    beni = town.newcomer("Beni")
    await town.start(beni)
    await town.press(beni, "Shqip")
    assert "Jeni këtu: mirë se erdhët" in (await town.say(beni, code)).text


async def test_the_button_on_the_screen_of_the_meeting_asks_for_the_code(square):
    town, ana = square.town, square.ana
    to_the_door(town)
    code, _ = await open_door(town, square.zana)
    await town.start(ana, "t_1")
    await town.press(ana, "I am here")
    assert "Write its four digits." in (await town.say(ana, "vetëm unë")).text
    wrong = "0000" if code != "0000" else "0001"
    assert "You can try 4 more times." in (await town.say(ana, wrong)).text
    assert "You are here: welcome" in (await town.say(ana, " ".join(code))).text
    await town.press(ana, "Not now")
    assert "My place on the list" in (await town.start(ana, "t_1")).labels
    assert "You are counted, without a name." in (await town.press(ana, "My place on the list")).text


async def test_who_comes_again_sees_how_they_stand_and_counts_once(square):
    town, ana = square.town, square.ana
    to_the_door(town)
    code, link = await open_door(town, square.zana)
    await town.start(ana, link)
    await town.press(ana, "Media")
    await town.press(ana, "No, only count me")
    assert "For whom: Media" in (await town.say(ana, code)).text
    assert "For whom: Media" in (await town.start(ana, link)).text
    assert (await people(town)).count == Headcount(1)


async def test_a_name_can_be_changed_and_taken_off_again(square, tmp_path):
    town, ana = square.town, square.ana
    to_the_door(town)
    _, link = await open_door(town, square.zana)
    await town.start(ana, link)
    for step in ("Skip", "Yes, with my name"):
        await town.press(ana, step)
    await town.say(ana, "Zamira")
    await town.press(ana, "Yes, I agree")
    await town.service.metronome.beat()
    assert b"Zamira" not in raw(tmp_path)
    await town.press(ana, "Change it")
    await town.press(ana, "Skip")
    await town.press(ana, "Yes, with my name")
    await town.say(ana, "Zamira Lumturi\nUniversiteti i Elbasanit")
    await town.press(ana, "Write again")
    await town.say(ana, "Zamira L. <b>{x}</b> \u202eשלום, O'Neil & Co")
    await town.press(ana, "Yes, I agree")
    ((listing, *_),) = (await people(town)).listed
    assert listing == Listing("Zamira L. <b>{x}</b> שלום", "O'Neil & Co")
    shown = await town.press(ana, "Take my name off the list")
    assert "You are counted, without a name." in shown.text
    assert (await people(town)).listed == ()


@pytest.mark.parametrize("words", ["...", "12345", "x" * 130, "Ana, " + "y" * 130])
async def test_what_is_no_name_is_asked_again(square, words):
    town, ana = square.town, square.ana
    to_the_door(town)
    _, link = await open_door(town, square.zana)
    await town.start(ana, link)
    await town.press(ana, "Skip")
    await town.press(ana, "Yes, with my name")
    assert "We could not read a name in it." in (await town.say(ana, words)).text


@pytest.mark.on_both
async def test_wrong_codes_are_counted_kindly_and_after_five_a_right_one_opens_nothing_that_day(square, monkeypatch):
    town, ana = square.town, square.ana
    monkeypatch.setattr(checkin, "draw", lambda _: 42)
    to_the_door(town)
    code, link = await open_door(town, square.zana)
    assert code == "0042"
    for left in ("4 more times", "3 more times", "2 more times", "1 more time", None):
        told = (await town.say(ana, "1111")).text
        assert (left in told) if left else told.startswith("Too many codes were not right today.")
    assert "they can put you on the list" in (await town.say(ana, code)).text
    assert (await people(town)).count == Headcount(0)
    beni = await town.citizen("Beni")
    assert "Jeni këtu" in (await town.say(beni, code)).text, "others are not kept out"
    assert "You are here" in (await town.start(ana, link)).text, "whoever stands before the picture is there"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("4821", "4821"),
        (" 4 8 2 1 ", "4821"),
        ("48-21", "4821"),
        ("4, 8, 2, 1.", "4821"),
        ("482", None),
        ("48211", None),
        ("4821 po", None),
        ("٤٨٢١", None),
        ("", None),
    ],
)
def test_a_code_is_four_digits_however_they_are_written(words, code):
    assert checkin.code_in(words) == code


async def test_who_asked_to_write_the_code_and_is_too_late_is_told_so(square):
    town, ana = square.town, square.ana
    to_the_door(town)
    code, _ = await open_door(town, square.zana)
    town.clock.set(BEGINS + timedelta(hours=3, minutes=30))
    await town.start(ana, "t_1")
    await town.press(ana, "I am here")
    town.clock.set(BEGINS + timedelta(hours=4, minutes=20))
    await town.say(ana, code)
    assert "from one hour before a meeting" in "\n".join(town.seen(ana)[-2:])


async def test_four_digits_are_bare_words_while_no_meeting_lets_anybody_in(square):
    town, ana = square.town, square.ana
    assert "We have kept what you sent. What is it for?" in (await town.say(ana, "2024")).text


async def test_a_new_code_makes_the_old_one_and_its_picture_void(square):
    town, ana, zana = square.town, square.ana, square.zana
    to_the_door(town)
    _, old_link = await open_door(town, zana)
    await town.press(zana, "Back to the meeting")
    again = await town.press(zana, "Check people in")
    assert "There is a code for this meeting already; it counts until 15:00." in again.text
    code, link = read_door(town, zana, await town.press(zana, "Make a new code"))
    told = await town.start(ana, old_link)
    assert "only with its newest code" in "\n".join(town.seen(ana)[-2:])
    assert told is not None
    assert (await people(town)).count == Headcount(0)
    assert "You are here" in (await town.start(ana, link)).text
    assert "You are here" in (await town.say(ana, code)).text


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        (BEGINS - timedelta(minutes=61), False),
        (BEGINS - timedelta(minutes=60), True),
        (BEGINS + timedelta(hours=4, minutes=-1), True),
        (BEGINS + timedelta(hours=4), False),
    ],
    ids=["too early", "an hour before", "almost two hours after", "two hours after"],
)
async def test_people_are_checked_in_from_an_hour_before_until_two_hours_after(square, moment, opens):
    town, zana = square.town, square.zana
    town.clock.set(moment)
    await town.do(zana, lambda: zana.presses_data(town.bot, "md~1~0"))
    assert ("Code:" in town.heard(zana).text) is opens
    if not opens:
        assert "from one hour before a meeting until two hours after it" in town.heard(zana).text


async def test_a_code_opens_nothing_any_more_once_its_time_is_over(square):
    town, ana = square.town, square.ana
    to_the_door(town)
    code, link = await open_door(town, square.zana)
    town.clock.set(BEGINS + timedelta(hours=4))
    await town.start(ana, link)
    assert "from one hour before" in town.seen(ana)[-2]
    assert "We have kept what you sent" in (await town.say(ana, code)).text
    assert "I am here" not in (await town.start(ana, "t_1")).labels


async def test_a_meeting_that_was_cancelled_meanwhile_lets_nobody_in(square):
    town, ana, zana = square.town, square.ana, square.zana
    to_the_door(town)
    code, link = await open_door(town, zana)
    await town.start(ana, link)
    await town.press(ana, "Media")
    await move(town, zana, None)
    await town.press(ana, "Yes, with my name")
    assert "has been cancelled" in town.heard(ana).text
    beni = await town.citizen("Beni", "English")
    await town.start(beni, link)
    assert "has been cancelled" in town.seen(beni)[-2]
    assert "We have kept what you sent" in (await town.say(beni, code)).text
    await town.do(zana, lambda: zana.presses_data(town.bot, "md~1~0"))
    assert "has been cancelled" in town.heard(zana).text


async def test_the_code_of_a_meeting_that_was_moved_is_void_on_its_new_day(square):
    town, ana, zana = square.town, square.ana, square.zana
    to_the_door(town)
    code, link = await open_door(town, zana)
    await move(town, zana, NEW)
    await town.pass_time(timedelta(hours=2))
    town.clock.set(NEW.starts_at)
    assert "We have kept what you sent" in (await town.say(ana, code)).text
    await town.start(ana, link)
    assert (await people(town)).count == Headcount(0)
    await town.do(zana, lambda: zana.presses_data(town.bot, "md~1~0"))
    fresh, _ = read_door(town, zana, town.heard(zana))
    assert "You are here" in (await town.say(ana, fresh)).text


async def test_another_institutions_officer_opens_no_door_and_sees_no_list(square):
    town, ana = square.town, square.ana
    to_the_door(town)
    _, link = await open_door(town, square.zana)
    await town.start(ana, link)
    await ensure_institution(NEIGHBOUR, town.service.database)
    mira = await town.officer("Mira", institution=NEIGHBOUR.name)
    async with town.service.database.reading() as unit:
        (line,) = await unit.presence.of(MeetingId(1))
    for data in ("md~1~1", "mp~1~0", f"mx~{line.id}~1", "ma~1", "me~1"):
        await town.do(mira, lambda data=data: mira.presses_data(town.bot, data))
        assert "Only a coordinator of this institution can do that." in town.heard(mira).text, data
        await town.do(ana, lambda data=data: ana.presses_data(town.bot, data))
        assert "Only a coordinator" in town.heard(ana).text, data
    assert (await people(town)).count == Headcount(1)


async def test_whoever_is_erased_stays_counted_and_nothing_leads_to_them(square, tmp_path):
    town, ana = square.town, square.ana
    to_the_door(town)
    _, link = await open_door(town, square.zana)
    await town.start(ana, link)
    for step in ("Young people", "Yes, with my name"):
        await town.press(ana, step)
    await town.say(ana, "Ana Koçi")
    await town.press(ana, "Yes, I agree")
    await town.say(ana, "/fshij")
    await town.press(ana, "Erase")
    found = await people(town)
    assert (found.kinds, found.listed) == ({Actor.YOUTH: Headcount(1)}, ())
    async with town.service.database.reading() as unit:
        (line,) = await unit.presence.of(MeetingId(1))
    assert not line.by_phone


async def test_a_second_tap_changes_nothing_and_a_restart_goes_on(square, tmp_path):
    town, ana = square.town, square.ana
    to_the_door(town)
    _, link = await open_door(town, square.zana)
    await town.start(ana, link)
    consent = await town.press(ana, "Business")
    ana.presses("Yes, with my name", message=consent)
    ana.presses("Yes, with my name", message=consent)
    await town.settle()
    async with open_town(tmp_path, clock=town.clock, world=town.world) as again:
        await again.say(ana, "Ana Koçi, Furra Ana")
        await again.press(ana, "Yes, I agree")
        assert (await people(again)).kinds == {Actor.BUSINESS: Headcount(1)}
        ana.presses_data(again.bot, "hx~1")
        ana.presses_data(again.bot, "hx~1")
        await again.settle()
        assert (await people(again)).listed == ()


async def test_nobody_who_is_not_there_has_a_place_on_the_list(square):
    town, ana = square.town, square.ana
    to_the_door(town)
    for data in ("hl~1", "hc~1", "hx~1"):
        await town.do(ana, lambda data=data: ana.presses_data(town.bot, data))
        assert "This is not here any more, or it is not for you." in town.heard(ana).text, data


async def test_a_desk_that_takes_a_wrong_line_off_asks_once(square):
    town, ana, zana = square.town, square.ana, square.zana
    to_the_door(town)
    _, link = await open_door(town, zana)
    await town.start(ana, link)
    await town.press(ana, "Not now")
    shown = await town.press(zana, "Who is here")
    assert "On the list: 1, of these with their name: 0.\n• Kind not said: 1" in shown.text
    asked = await town.press(zana, "Checked in without a name")
    assert "Take this line off the list?" in asked.text
    await town.press(zana, "No, keep it")
    assert (await people(town)).count == Headcount(1)
    await town.press(zana, "Checked in without a name")
    assert "Nobody is on the list yet." in (await town.press(zana, "Yes, take it off")).text
