"""No answer in time, or not the one that was asked for: where one may complain, and a text to send by oneself."""

from datetime import date, time, timedelta

import pytest

from participation.clock import wall
from tests.conversations.conftest import Square, lively
from tests.conversations.steps import comment, rows
from tests.town import announce

OWED_BY = date(2023, 9, 18)
A_DAY_LATER = wall(date(2023, 9, 19), time(12))
YET = "No answer yet: PR-2023-0001"


async def late(square):
    """Nobody has answered in time."""
    await comment(square.town, square.ana, "More <b>buses & trains.")
    await square.town.until(A_DAY_LATER, timedelta(hours=20))


async def refused(square):
    town, zana = square.town, square.zana
    await comment(town, square.ana, "More buses.")
    await town.say(zana, "PR-2023-0001")
    await town.press(zana, "Answer")
    await town.press(zana, "Do not accept")
    await town.say(zana, "No money.")
    await town.press(zana, "Send")


async def adopted(square, day):
    """The act is adopted, though the comment was not answered."""
    town, zana = square.town, square.zana
    await town.say(zana, "/zyra")
    await town.press(zana, "Consultations")
    await town.press(zana, "Plani Social")
    await town.press(zana, "Publish what became of the comments")
    await town.press(zana, "Publish it without deciding them")
    await town.say(zana, "There was no time.")
    await town.press(zana, "Publish what became of the comments")
    await town.say(zana, "/zyra")
    await town.press(zana, "Consultations")
    await town.press(zana, "Plani Social")
    await town.press(zana, "The act is adopted")
    await town.say(zana, "VKB 77")
    await town.say(zana, day)
    await town.press(zana, "There is no link yet")
    await town.press(zana, "Publish")


async def test_the_day_after_it_was_owed_its_author_is_told_once_and_neutrally(square, tmp_path):
    town, ana = square.town, square.ana
    await comment(town, ana, "More buses.")
    await town.until(wall(OWED_BY, time(20)), timedelta(hours=20))
    assert town.who_sees([ana], YET) == {ana.id: 0}
    await town.until(wall(date(2023, 9, 25), time(12)), timedelta(hours=9))
    assert town.who_sees([ana], YET) == {ana.id: 1}
    told = next(text for text in town.seen(ana) if YET in text)
    assert "An answer to your comment was due on Monday, 18 September 2023. There is none yet." in told
    (at,) = [m.at for m in ana.chat().messages if YET in m.text]
    assert 8 <= at.hour + 2 < 21
    assert not [row for row in rows(tmp_path, "parcels") if "no_answer_yet" in row]


async def test_whoever_was_answered_or_is_gone_is_told_nothing(square):
    town, ana = square.town, square.ana
    beni = await town.citizen("Beni", "English")
    await refused(square)
    await comment(town, beni, "More trees.")
    await town.say(beni, "/fshij")
    await town.press(beni, "Yes, erase")
    await town.until(wall(date(2023, 9, 25), time(12)), timedelta(hours=20))
    assert town.who_sees([ana, beni], "No answer yet") == {ana.id: 0, beni.id: 0}


async def test_before_the_act_is_adopted_it_is_the_head_of_the_institution(square):
    town, ana = square.town, square.ana
    await late(square)
    where = await town.press(ana, "Where can I complain?")
    assert "to the head of Bashkia Përmet (konsultime@permet.example)" in where.text
    assert "Once it is adopted: to the Commissioner" in where.text
    assert "(info@idp.al), within 30 days" in where.text
    assert "The bot sends nothing for you." in where.text
    text = await town.press(ana, "Write the text for me")
    assert "send it to: konsultime@permet.example" in town.seen(ana)[-2]
    for part in (
        "Drejtuar titullarit të institucionit: Bashkia Përmet",
        "“Plani Social 2024–2027”",
        "PR-2023-0001",
        "“More <b>buses & trains.”",
        "Njoftimi është i datës 20 qershor 2023.",
        "Komentet pranoheshin deri më 18 gusht 2023.",
        "Përgjigjja duhej dhënë deri më 18 shtator 2023.",
        "Sot, më 19 shtator 2023, përgjigjja mungon.",
        "nenin 6, pika 1, dhe në nenet 15, 17 e 21",
        "[emri, adresa, data]",
    ):
        assert part in text.text


async def test_once_it_is_adopted_it_is_the_commissioner_for_thirty_days(square):
    town, ana = square.town, square.ana
    await late(square)
    await adopted(square, "19.9.2023")
    await town.say(ana, "PR-2023-0001")
    where = await town.press(ana, "Where can I complain?")
    assert "Until Thursday, 19 October 2023 you can write to the Commissioner" in where.text
    assert "to the head" not in where.text
    text = await town.press(ana, "Write the text for me")
    assert "send it to: info@idp.al" in town.seen(ana)[-2]
    assert "Drejtuar Komisionerit" in text.text
    assert "Akti nr. VKB 77 u miratua më 19 shtator 2023." in text.text
    for day, over in ((date(2023, 10, 19), False), (date(2023, 10, 20), True)):
        town.clock.set(wall(day, time(12)))
        await town.say(ana, "PR-2023-0001")
        where = await town.press(ana, "Where can I complain?")
        assert ("ended on 19 October 2023" in where.text) is over
        assert ("Write the text for me" in where.labels) is not over


async def test_after_a_refusal_the_text_says_what_was_answered(square):
    town, ana = square.town, square.ana
    await refused(square)
    await town.press(ana, "Where can I complain?")
    text = await town.press(ana, "Write the text for me")
    assert "Arsyetimi: No money." in text.text
    assert "rishqyrtohet" in text.text


async def test_where_there_is_nothing_to_complain_about_it_says_so(square):
    town, ana = square.town, square.ana
    await comment(town, ana, "More buses.")
    await town.do(ana, lambda: ana.presses_data(town.bot, "cp~1"))
    assert "the answer is owed by Monday, 18 September 2023" in town.heard(ana).text
    assert "Where can I complain?" not in (await town.say(ana, "PR-2023-0001")).labels


async def test_the_address_of_the_commissioner_is_a_setting(album, tmp_path):
    async with album.opened("lively", lively, tmp_path, commissioner="komisioneri@idp.example") as (town, (ana, zana)):
        await late(Square(town, ana, zana))
        assert "(komisioneri@idp.example)" in (await town.press(ana, "Where can I complain?")).text


async def test_ones_own_comment_can_be_changed_until_the_last_day_and_its_coordinator_sees_how(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "More buses.")
    await town.say(ana, "PR-2023-0001")
    await town.press(ana, "Change what it says")
    look = await town.say(ana, "More trams & <b>trains.")
    assert "PR-2023-0001 will say:\n\nMore trams & <b>trains." in look.text.replace("say:\nMore", "say:\n\nMore")
    assert "is changed" in (await town.press(ana, "Send")).text
    shown = await town.say(zana, "PR-2023-0001")
    assert "More trams & <b>trains." in shown.text
    assert "Until 20 June 2023 it said: “More buses.”" in shown.text
    await town.until(wall(date(2023, 8, 19), time(12)), timedelta(days=20))
    assert "Change what it says" not in (await town.say(ana, "PR-2023-0001")).labels
    await town.do(ana, lambda: ana.presses_data(town.bot, "cw~1"))
    assert "The time for comments is over" in town.heard(ana).text


@pytest.mark.on_both
async def test_what_was_taken_back_is_read_and_not_owed(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "More buses.")
    await town.say(ana, "PR-2023-0001")
    await town.press(ana, "Take it back")
    assert "is taken back" in (await town.press(ana, "Yes, take it back")).text
    assert "You took it back on" in (await town.say(ana, "PR-2023-0001")).text
    assert "You owe" not in (await town.say(zana, "/zyra")).text
    shown = await town.say(zana, "PR-2023-0001")
    assert "Its author took it back on 20 June 2023: no answer is owed." in shown.text
    await town.do(zana, lambda: zana.presses_data(town.bot, "ac~1"))
    assert "taken this comment back" in "\n".join(town.seen(zana)[-2:])


@pytest.mark.parametrize("button", ["Change what it says", "Take it back"])
async def test_what_is_answered_stays_as_it_is(square, button):
    town, ana = square.town, square.ana
    await comment(town, ana, "More buses.")
    await town.say(ana, "PR-2023-0001")
    await town.say(square.zana, "PR-2023-0001")
    await town.press(square.zana, "Answer")
    await town.press(square.zana, "Accept")
    await town.press(square.zana, "Without a reason")
    await town.press(square.zana, "Send")
    pressed = await town.press(ana, button)
    assert "has been answered already" in pressed.text


async def test_who_is_away_finds_it_on_their_page(square):
    town, ana = square.town, square.ana
    await comment(town, ana, "More buses.")
    await town.say(ana, "/ndal")
    await town.until(A_DAY_LATER, timedelta(hours=20))
    assert town.who_sees([ana], "No answer yet:") == {ana.id: 0}
    shown = await town.say(ana, "PR-2023-0001")
    assert "No answer yet. It was owed by Monday, 18 September 2023." in shown.text
    assert "Where can I complain?" in shown.labels


async def test_it_is_said_in_albanian_too(square):
    town = square.town
    await announce(town, square.zana, title="Buxheti")
    beni = await town.citizen("Beni")
    await town.start(beni, "k_2")
    await town.press(beni, "Koment")
    await town.say(beni, "Më shumë autobusë.")
    await town.press(beni, "Pa emër")
    await town.press(beni, "Dërgo")
    await town.until(A_DAY_LATER, timedelta(hours=20))
    assert "Ende pa përgjigje: PR-2023-0001" in town.heard(beni).text
    where = await town.press(beni, "Ku mund të ankohem?")
    assert "te titullari i institucionit Bashkia Përmet" in where.text
    assert "Kërkoj që komenti im të shqyrtohet" in (await town.press(beni, "Ma shkruaj tekstin")).text
