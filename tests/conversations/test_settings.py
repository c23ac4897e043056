"""One's own wishes: a language, quiet, what one follows, silence, and being forgotten."""

from datetime import date, time, timedelta

import pytest

from bot.setup import FirstInstitution, ensure_institution
from participation.clock import wall
from participation.comments.model import Verdict
from participation.comments.usecases import answer_comment
from participation.ids import CommentId
from participation.places import TextKey
from tests.conversations.steps import comment, raw, report, rows, texts_since
from tests.town import announce


async def test_the_language_changes_at_once_and_for_good(square):
    town, ana = square.town, square.ana
    await town.say(ana, "/gjuha")
    assert town.heard(ana).labels[:2] == ["Shqip", "English"]
    assert "shqip" in (await town.press(ana, "Shqip")).text
    assert "Çfarë" in (await town.say(ana, "/menu")).text


async def test_quiet_hours_are_said_as_they_are_and_can_be_changed(square):
    town, ana = square.town, square.ana
    assert "quiet from 21:00 to 08:00" in (await town.say(ana, "/qetesi")).text
    assert "quiet from 20:00 to 09:00" in (await town.press(ana, "From 20:00 to 09:00")).text
    await town.say(ana, "/qetesi")
    assert "may ring at any time" in (await town.press(ana, "Never quiet")).text


async def test_an_announcement_at_night_waits_for_the_morning(square):
    town, ana = square.town, square.ana
    await town.until(wall(date(2023, 6, 20), time(22)), timedelta(hours=12))
    await announce(town, square.zana, title="Buxheti 2024")
    assert town.who_sees([ana], "Buxheti") == {ana.id: 0}
    await town.until(wall(date(2023, 6, 21), time(8)), timedelta(hours=10))
    assert town.who_sees([ana], "Buxheti") == {ana.id: 1}


async def test_a_consultation_is_followed_and_left_in_one_tap_each(square):
    town, ana = square.town, square.ana
    await town.press(ana, "Plani Social")
    assert "We will remind you" in (await town.press(ana, "Remind me")).text
    assert "Plani Social 2024–2027" in (await town.say(ana, "/ndjek")).text
    left = await town.press(ana, "Stop: Plani Social")
    assert "– Plani Social" not in left.text
    assert "Përmet" in left.text


async def test_a_second_municipality_and_a_unit_can_be_followed(square):
    town, ana = square.town, square.ana
    await town.say(ana, "/ndjek")
    await town.press(ana, "Add a municipality")
    await town.say(ana, "Këlcyra")
    unit = town.heard(ana).labels[1]
    await town.press(ana, unit)
    screen = await town.say(ana, "/ndjek")
    for name in ("Përmet", unit):
        assert f"– {name}" in screen.text
    await town.press(ana, "Stop: Përmet")
    await announce(town, square.zana, title="Buxheti 2024")
    assert town.who_sees([ana], "Buxheti") == {ana.id: 0}


async def test_who_adds_a_municipality_is_asked_what_to_follow_and_who_moves_where_they_live(square):
    town, ana = square.town, square.ana
    await town.say(ana, "/ndjek")
    asked = await town.press(ana, "Add a municipality")
    assert "Which municipality do you want to follow?" in asked.text
    assert "do you live" not in (await town.say(ana, "Këlcyra")).text
    assert "Which municipality do you want to follow?" in (await town.press(ana, "Back")).text
    await town.say(ana, "/ndjek")
    assert "Which is your municipality?" in (await town.press(ana, "I live elsewhere now")).text
    assert "do you live" in (await town.say(ana, "Këlcyra")).text


async def test_who_moves_hears_no_more_of_where_they_lived(square):
    town, ana = square.town, square.ana
    await town.say(ana, "/ndjek")
    await town.press(ana, "I live elsewhere now")
    await town.say(ana, "Këlcyrë")
    await town.press(ana, "The whole municipality")
    screen = await town.say(ana, "/ndjek")
    assert "– Këlcyrë" in screen.text
    assert "Përmet" not in screen.text


async def test_who_chose_a_unit_is_told_its_name_and_what_else_they_follow(square):
    town, ana = square.town, square.ana
    await ensure_institution(FirstInstitution("Bashkia Këlcyrë", "Këlcyrë", "KE"), town.service.database)
    await town.say(ana, "/ndjek")
    await town.press(ana, "Add a municipality")
    await town.say(ana, "Këlcyrë")
    before = len(town.seen(ana))
    await town.press(ana, "Ballaban")
    told = texts_since(town, ana, before - 1)
    assert "when Këlcyrë or a ministry asks for opinions on what concerns Ballaban or everybody" in told
    assert "You follow this too: Përmet." in told
    assert "You get no other notices." not in told


@pytest.mark.parametrize("button", ["Privacy", "Quiet hours", "No more messages"])
async def test_help_leads_by_buttons_to_what_is_not_in_the_menu(square, button):
    town, ana = square.town, square.ana
    await town.say(ana, "/ndihme")
    assert (await town.press(ana, button)).text != ""
    assert "Erase everything about me" in (await town.say(ana, "/privatesia")).labels


async def test_who_says_stop_hears_nothing_until_they_ask_again(square):
    town, ana = square.town, square.ana
    await town.say(ana, "/ndal")
    await announce(town, square.zana, title="Buxheti 2024")
    assert town.who_sees([ana], "Buxheti") == {ana.id: 0}
    await town.say(ana, "/te_miat")
    ana.blocks()
    ana.unblocks()
    await announce(town, square.zana, title="Tregu i ri")
    assert town.who_sees([ana], "Tregu") == {ana.id: 0}
    await town.press(ana, "Write to me again")
    await announce(town, square.zana, title="Taksat 2024")
    assert town.who_sees([ana], "Taksat") == {ana.id: 1}


async def test_who_had_stopped_and_opens_a_link_only_reads_and_hears_nothing_more(square):
    town, ana = square.town, square.ana
    await town.say(ana, "/ndal")
    assert "Plani Social" in (await town.start(ana, "k_1")).text
    assert not any("Messages come again" in text for text in town.seen(ana))
    await announce(town, square.zana, title="Buxheti 2024")
    assert town.who_sees([ana], "Buxheti") == {ana.id: 0}


async def test_the_privacy_page_says_what_is_kept_and_who_hears_complaints(square):
    screen = await square.town.say(square.ana, "/privatesia")
    for part in ("phone number", "Law 146/2014", "seven days", "info@idp.al", "Telegram itself"):
        assert part in screen.text
    assert "Erase everything about me" in screen.labels


async def test_being_forgotten_takes_one_question_and_can_be_called_off(square, tmp_path):
    town, ana = square.town, square.ana
    people = len(rows(tmp_path, "addresses"))
    await town.say(ana, "/fshij")
    await town.press(ana, "No, keep it")
    assert len(rows(tmp_path, "addresses")) == people


async def test_who_is_forgotten_leaves_their_comment_and_nothing_else(square, tmp_path):
    town, ana = square.town, square.ana
    await comment(town, ana, "Ramps for wheelchairs.")
    await report(town, ana)
    await town.say(ana, "half a thought")
    await town.say(ana, "/fshij")
    farewell = await town.press(ana, "Yes, erase everything")
    assert "we know nothing about you any more" in farewell.text
    await town.pass_time(timedelta(minutes=20), timedelta(minutes=10))
    assert rows(tmp_path, "farewells") == rows(tmp_path, "drafts") == []
    assert len(rows(tmp_path, "addresses")) == 1  # the coordinator
    assert len(rows(tmp_path, "people")) == 1
    assert str(ana.id).encode() not in raw(tmp_path)
    async with town.service.database.transaction() as unit:
        assert await unit.comments.author(CommentId(1)) is None
        assert (await unit.comments.get(CommentId(1))).words.text == "Ramps for wheelchairs."


async def test_an_answer_to_somebody_forgotten_reaches_nobody(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "Ramps for wheelchairs.")
    await town.say(ana, "/fshij")
    await town.press(ana, "Yes, erase everything")
    before = len(ana.chat().messages)
    async with town.service.database.transaction() as unit:
        officer = await unit.addresses.find(town.bot.id, zana.id)
        await answer_comment(
            CommentId(1), verdict=Verdict.ACCEPTED, reason=None, by=officer, uow=unit, now=town.clock.now()
        )
    await town.settle()
    assert len(ana.chat().messages) == before


async def test_who_was_forgotten_and_writes_again_is_new_and_what_they_say_is_kept(square):
    town, ana = square.town, square.ana
    await town.say(ana, "/fshij")
    await town.press(ana, "Yes, erase everything")
    assert "Choose your language" in (await town.say(ana, "The water is brown.")).text
    await town.press(ana, "English")
    await town.say(ana, "Permet")
    await town.press(ana, "whole municipality")
    asked = town.heard(ana)
    assert "What is it for?" in asked.text
    assert "The water is brown." in asked.text
    assert "Comment on: Plani Social 2024–2027" in asked.labels


async def test_who_blocks_and_returns_hears_again(square):
    town, ana = square.town, square.ana
    ana.blocks()
    await town.settle()
    await announce(town, square.zana, title="Buxheti 2024")
    ana.unblocks()
    await town.settle()
    await announce(town, square.zana, title="Taksat 2024")
    assert town.who_sees([ana], "Buxheti") == {ana.id: 0}
    assert town.who_sees([ana], "Taksat") == {ana.id: 1}


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("Tirana", "Tiranë"),
        ("Bashkia e Shkodrës", "Shkodër"),
        ("në fieri", "Fier"),
        ("MALESIA E MADHE", "Malësi e Madhe"),
    ],
)
async def test_a_town_is_understood_in_the_case_in_which_people_write_it(town, typed, chosen):
    ana = town.newcomer()
    await town.start(ana)
    await town.press(ana, "English")
    screen = await town.say(ana, typed)
    assert screen.text.startswith(chosen)


async def test_privacy_names_who_answers_for_it_and_what_they_say_themselves(town):
    ana = await town.citizen(language="English")
    async with town.service.database.transaction() as unit:
        words = f"institution,key,language,text\n{town.institution},privacy,en,We delete reports after a year.\n"
        await unit.sheets.read_in("institution_texts", words)
    screen = await town.say(ana, "/privatesia")
    assert "Who answers for it here: Bashkia Përmet, konsultime@permet.example." in screen.text
    assert "We delete reports after a year." in screen.text
    assert "info@idp.al" in screen.text


async def test_an_institution_says_in_its_own_words_what_only_it_can_say(town):
    await town.officer("Zana")
    rows = "\n".join(f"{town.institution},{key},en,Own words on {key}." for key in TextKey)
    async with town.service.database.transaction() as unit:
        await unit.sheets.read_in("institution_texts", f"institution,key,language,text\n{rows}\n")
    ana = await town.citizen(language="English")
    assert "Own words on welcome." in "\n".join(town.seen(ana))
    assert "Own words on reported." in (await report(town, ana)).text
    assert "Own words on privacy." in (await town.say(ana, "/privatesia")).text


async def test_the_number_to_call_is_the_one_in_the_table(town):
    async with town.service.database.transaction() as unit:
        first = "number,language,label,checked_on,listens,rank\n113,en,Any emergency,2026-11-02,no,-1\n"
        await unit.sheets.read_in("emergency_numbers", first)
    ana = town.newcomer()
    await town.start(ana)
    assert "In danger call 113." in (await town.press(ana, "English")).text


async def test_an_institutions_own_number_to_call_is_shown_to_those_who_live_there_and_to_nobody_else(town):
    await town.officer("Zana")
    own = f"0813 22222,en,Town police,2026-11-02,no,9,{town.institution}"
    header = "number,language,label,checked_on,listens,rank,institution"
    async with town.service.database.transaction() as unit:
        await unit.sheets.read_in("emergency_numbers", f"{header}\n{own}\n")
    shown = []
    for name, place in (("Here", "Përmet"), ("There", "Konispol")):
        person = await town.citizen(name, language="English", place=place)
        await town.say(person, "/raporto")
        shown.append((await town.press(person, "Yes, right now")).text)
    here, there = shown
    assert here.index("112") < here.index("0813 22222 – Town police")
    assert "112" in there
    assert "0813" not in there


@pytest.mark.parametrize("word", ["ndal", "Ndal!", "STOP"])
async def test_the_word_of_a_command_is_enough(square, word):
    town, ana = square.town, square.ana
    assert "You will get no more messages." in (await town.say(ana, word)).text


async def test_who_had_stopped_is_told_that_messages_come_again(square):
    town, ana = square.town, square.ana
    await town.say(ana, "/ndal")
    stopped = await town.say(ana, "/ndjek")
    assert "Messages are stopped." in stopped.text
    assert "Write to me again" in stopped.labels
    await town.press(ana, "Write to me again")
    assert any("Messages come again. You can stop them with /ndal." in text for text in town.seen(ana)[-2:])
    shown = await town.start(ana, "t_1")
    assert "Messages come again" not in shown.text
    await town.say(ana, "/ndal")
    await town.do(ana, lambda: ana.presses("Yes", message=shown))
    assert any("Messages come again" in text for text in town.seen(ana))


async def test_words_out_of_the_blue_are_shown_beside_the_numbers_to_call(square):
    screen = await square.town.say(square.ana, "Nobody likes me.")
    assert "In danger call 112." in screen.text
    assert "116 111" in screen.text


async def test_a_language_can_be_written(town):
    ana = town.newcomer()
    await town.start(ana)
    assert "Which is your municipality?" in (await town.say(ana, "english")).text


async def test_erasing_takes_a_written_no_and_wants_the_button_for_yes(square):
    town, ana = square.town, square.ana
    await town.say(ana, "/fshij")
    await town.say(ana, "yes")
    assert any("Press one of the buttons." in text for text in town.seen(ana)[-2:])
    assert "nothing was changed" in (await town.say(ana, "no")).text
