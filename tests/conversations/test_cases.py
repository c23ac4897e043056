"""A report and what becomes of it: asked and answered by nobody knows whom, passed on, closed, reopened, cut."""

from datetime import date, time, timedelta

import pytest

from participation.clock import wall
from participation.people.model import Role
from participation.reports import senders
from tests.conversations.states import walk
from tests.conversations.steps import RECEIPT, numbers, opened, own, report, rows


async def on_the_hour(town):
    await town.pass_time(timedelta(hours=1), timedelta(minutes=1))


async def begin_more(square, words):
    """The sender has written more, and looks at it."""
    await own(square)
    await square.town.press(square.ana, "Write more")
    return await square.town.say(square.ana, words)


async def say_more(square, words):
    """The sender has sent more."""
    await begin_more(square, words)
    return await square.town.press(square.ana, "Send")


async def ask(square, question):
    """The coordinator has asked the sender something."""
    await opened(square)
    await square.town.press(square.zana, "Ask the sender")
    await square.town.say(square.zana, question)
    return await square.town.press(square.zana, "Confirm")


@pytest.mark.on_both
async def test_a_question_reaches_the_sender_and_the_answer_comes_back_without_a_name(square):
    town, ana, zana = square.town, square.ana, square.zana
    await report(town, ana)
    await opened(square)
    await town.press(zana, "Ask the sender")
    preview = await town.say(zana, "At what hour?")
    assert "question to the sender\nAt what hour?" in preview.text
    assert "The sender is told of it, if they want to hear of it and can be reached." in preview.text
    await town.press(zana, "Confirm")
    asked = town.heard(ana)
    assert asked.text == f"There is a question to you about {RECEIPT}."
    assert asked.silent
    await town.press(ana, "Answer")
    assert "There is a question to you:\n\nAt what hour?" in town.heard(ana).text
    town.clock.move(timedelta(minutes=20))
    preview = await town.say(ana, "Every day at eight.")
    assert "Whoever reads it does not see who sent it." in preview.text
    assert f"Added to {RECEIPT}" in (await town.press(ana, "Send")).text
    assert "has said more" not in town.heard(zana).text, "nobody learns at what minute"
    await on_the_hour(town)
    assert f"Whoever sent {RECEIPT} has said more." in town.seen(zana)
    await town.say(zana, "/zyra")
    listed = await town.press(zana, "Safety reports (1)")
    assert listed.labels[0] == f"Said more – {RECEIPT}: Traffic or parking"
    shown = await town.press(zana, listed.labels[0])
    assert "Safety reports" in (await town.say(zana, "/zyra")).labels
    for told in ("question to the sender\n“At what hour?”", "the sender writes\n“Every day at eight.”"):
        assert f"20 June 2023: {told}" in shown.text
    assert "Ana" not in "".join(town.seen(zana))


async def test_each_change_is_told_and_none_before_it_is_true(square):
    town, ana, zana = square.town, square.ana, square.zana
    await report(town, ana)
    assert "State: report received" in (await own(square)).text
    await opened(square)
    assert town.heard(ana).text == f"{RECEIPT} was read."
    await town.press(zana, "Take it in hand")
    assert town.heard(ana).text == f"Somebody is dealing with {RECEIPT} now."
    assert "State: In your hands" in town.heard(zana).text
    assert "State: somebody is dealing with it" in (await own(square)).text


async def test_a_note_is_not_for_the_sender(square):
    town, ana, zana = square.town, square.ana, square.zana
    await report(town, ana)
    await opened(square)
    await town.press(zana, "Write a note")
    before = len(town.seen(ana))
    assert "The sender does not read it." in (await town.say(zana, "Ask the school.")).text
    assert "note\n“Ask the school.”" in (await town.press(zana, "Confirm")).text
    assert len(town.seen(ana)) == before
    assert "Ask the school." not in (await own(square)).text


@pytest.mark.on_both
async def test_what_is_passed_on_says_to_whom_when_and_under_which_number(square):
    town, ana, zana = square.town, square.ana, square.zana
    await report(town, ana)
    await opened(square)
    asked = await town.press(zana, "Pass it on")
    assert "Criminal Procedure Code, art. 281" in asked.text
    await town.press(zana, "State Police")
    await town.press(zana, "Another day")
    for day in ("21.6.2023", "19.6.2023", "1 maj", "nonsense"):
        assert "since the report came, and not after today, for example 20.06.2023" in (await town.say(zana, day)).text
    await town.say(zana, "20 qershor")
    await town.press(zana, "Who took it there")
    await town.say(zana, "Inspector K.")
    await town.press(zana, "Its number there")
    await town.say(zana, "12/345")
    await town.press(zana, "Words for the sender")
    preview = await town.say(zana, "They will look at it this week.")
    assert "State Police\n20 June 2023\ntaken by Inspector K.\nnumber 12/345\nThey will look at it" in preview.text
    done = await town.press(zana, "Confirm")
    assert "State: Passed on" in done.text
    assert town.heard(ana).text == f"{RECEIPT} was passed on."
    told = (await town.press(ana, "Show")).text
    assert "Your report was passed on to the State Police on Tuesday, 20 June 2023." in told
    assert "Its number there: 12/345" in told
    assert "They will look at it this week." in told
    assert "Inspector" not in told


async def test_three_taps_pass_it_on_today_and_what_is_added_can_be_left_again(square):
    town, zana = square.town, square.zana
    await report(town, square.ana)
    await opened(square)
    await town.press(zana, "Pass it on")
    asked = await town.press(zana, "State Police")
    assert asked.labels == [
        *("Confirm", "Another day", "Its number there", "Who took it there", "Words for the sender", "Back", "Cancel"),
    ]
    for label in ("Another day", "Its number there", "Who took it there", "Words for the sender"):
        await town.press(zana, label)
        assert (await town.press(zana, "Back")).text == asked.text, label
    assert "passed on – State Police – 20 June 2023\n" in (await town.press(zana, "Confirm")).text + "\n"


async def test_somebody_else_has_a_name(square):
    town, zana = square.town, square.zana
    await report(town, square.ana)
    await opened(square)
    await town.press(zana, "Pass it on")
    await town.press(zana, "Somebody else")
    assert "That cannot be a name." in (await town.say(zana, "123")).text
    await town.say(zana, "Drejtoria e Punëve Publike")
    await town.press(zana, "Another day")
    assert "since the report came" in (await town.press(zana, "Yesterday")).text
    for label in ("Today", "Confirm"):
        await town.press(zana, label)
    assert "passed on to Drejtoria e Punëve Publike on Tuesday, 20 June 2023" in (await own(square)).text


async def test_today_is_today_also_after_another_day_was_typed(square):
    town, zana = square.town, square.zana
    await report(town, square.ana)
    town.clock.move(timedelta(days=3))
    await opened(square)
    await town.press(zana, "Pass it on")
    await town.press(zana, "Prosecution")
    await town.press(zana, "Another day")
    assert "21 June 2023" in (await town.say(zana, "21.6.2023")).text
    await town.press(zana, "Another day")
    await town.press(zana, "Today")
    assert "Prosecution\n23 June 2023" in town.heard(zana).text


async def test_going_back_loses_no_word(square):
    town, zana = square.town, square.zana
    await report(town, square.ana)
    await opened(square)
    await town.press(zana, "Write a note")
    await town.say(zana, "Ask the school.")
    await town.press(zana, "Back")
    assert "Ask the school." in (await town.press(zana, "Skip")).text


async def close(square, outcome="Solved", words=None):
    await opened(square)
    await square.town.press(square.zana, "Close it")
    await square.town.press(square.zana, outcome)
    if words is None:
        await square.town.press(square.zana, "Skip")
    else:
        await square.town.say(square.zana, words)
    return await square.town.press(square.zana, "Confirm")


@pytest.mark.on_both
async def test_closed_is_not_solved_until_the_sender_says_so(square):
    town, ana, zana = square.town, square.ana, square.zana
    await report(town, ana)
    done = await close(square, "Could not be solved", "There is no money this year.")
    assert "State: Closed" in done.text
    assert town.heard(ana).text == f"{RECEIPT} was closed."
    shown = await own(square)
    assert "It could not be solved.\n\nThe reason: There is no money this year." in shown.text
    assert {"Yes, it is solved", "Only in part", "No, look at it again"} <= set(shown.labels)
    assert "It is looked at again." in (await town.press(ana, "No, look at it again")).text
    assert f"New – {RECEIPT}" in str(
        (await town.say(zana, "/zyra")) and (await town.press(zana, "Safety reports (1)")).labels
    )


async def test_a_closure_without_a_reason_is_asked_for_one(square):
    await report(square.town, square.ana)
    await opened(square)
    await square.town.press(square.zana, "Close it")
    asked = await square.town.press(square.zana, "Not found as reported")
    assert "Skip" not in asked.labels
    assert "Please write the reason" in (await square.town.say(square.zana, "...")).text


async def test_it_is_said_once_whether_it_is_solved_and_within_two_weeks(square):
    town, ana = square.town, square.ana
    await report(town, ana)
    await close(square)
    await own(square)
    thanks = await town.press(ana, "Yes, it is solved")
    assert "You said that it is solved." in thanks.text
    assert "Is it solved?" not in thanks.text
    assert not {"Yes, it is solved", "Only in part", "No, look at it again"} & set(thanks.labels)
    ana.presses_data(town.bot, "qv~1~partly")
    await town.settle()
    assert "not possible any more" in town.heard(ana).text


@pytest.mark.parametrize("first", ["Yes, it is solved", "Only in part"])
async def test_whoever_pressed_too_soon_that_it_is_solved_can_have_it_looked_at_all_the_same(square, first):
    town, ana = square.town, square.ana
    await report(town, ana)
    await close(square)
    await own(square)
    assert "Look at it again after all" in (await town.press(ana, first)).labels
    again = await town.press(ana, "Look at it again after all")
    assert "You said that it is not solved. It is looked at again." in again.text
    assert "Write more" in again.labels
    assert "Look at it again after all" not in again.labels
    await close(square)
    assert "Yes, it is solved" in (await own(square)).labels, "and is asked anew"


async def test_after_two_weeks_nobody_is_asked_any_more(square):
    town, ana = square.town, square.ana
    await report(town, ana)
    await close(square)
    await town.pass_time(timedelta(days=14), timedelta(hours=6))
    shown = await own(square)
    assert "No, look at it again" in shown.labels
    await town.pass_time(timedelta(days=1), timedelta(hours=6))
    assert "No, look at it again" not in (await own(square)).labels
    ana.presses("No, look at it again", message=shown)
    await town.settle()
    assert "not possible any more" in town.heard(ana).text


@pytest.mark.on_both
async def test_a_thread_that_is_cut_leads_nowhere_for_ever(square):
    town, ana, zana = square.town, square.ana, square.zana
    await report(town, ana)
    await own(square)
    asked = await town.press(ana, "Cut the thread to me")
    assert "Nobody can undo this here." in asked.text
    assert "Done. Nothing here leads from this report to you any more." in (await town.press(ana, "Yes, cut it")).text
    assert RECEIPT not in (await town.say(ana, "/te_miat")).text
    for data in ("qa~1", "qx~1~1", "qm~1"):
        ana.presses_data(town.bot, data)
        await town.settle()
        assert "not here any more" in town.heard(ana).text
    page = await opened(square)
    assert "Ask the sender" in page.labels, "nobody learns who has cut their thread"
    before = len(town.seen(ana))
    await town.press(zana, "Take it in hand")
    await town.pass_time(timedelta(days=1), timedelta(hours=6))
    assert len(town.seen(ana)) == before


async def test_a_thread_can_be_kept_after_all(square, tmp_path):
    town, ana = square.town, square.ana
    await report(town, ana)
    await own(square)
    await town.press(ana, "Cut the thread to me")
    assert RECEIPT in (await town.press(ana, "No, keep it")).text
    assert len(rows(tmp_path, "threads")) == 1


async def test_where_somebody_may_be_in_need_news_says_nothing(square):
    """The phone may lie on a table that others see."""
    town, ana = square.town, square.ana
    await report(town, ana, "He beats us.", "Violence or threats")
    await ask(square, "Are you safe?")
    assert town.heard(ana).text == "There is news for you."
    shown = (await town.press(ana, "Show")).text
    assert "Are you safe?" in shown
    assert "Violence" not in shown


async def test_no_words_of_ones_own_are_shown_again(square):
    await report(square.town, square.ana)
    assert "Cars race" not in (await own(square)).text


async def test_news_waits_for_the_morning_with_the_report_and_not_beside_a_name(square, tmp_path):
    town, ana = square.town, square.ana
    await report(town, ana)
    town.clock.set(wall(date(2023, 6, 20), time(23)))
    before = len(town.seen(ana))
    await opened(square)
    await town.pass_time(timedelta(minutes=2), timedelta(minutes=1))
    assert len(town.seen(ana)) == before
    assert numbers(tmp_path, "SELECT count(*) FROM parcels WHERE kind = 'report_moved'") == [0]
    await town.pass_time(timedelta(hours=9), timedelta(minutes=30))
    assert f"{RECEIPT} was read." in town.heard(ana).text
    await town.pass_time(timedelta(hours=1), timedelta(minutes=30))
    assert "\n".join(town.seen(ana)).count(f"{RECEIPT} was read.") == 1


async def test_word_of_an_answer_in_the_night_waits_for_the_officers_morning(square, tmp_path):
    town, ana, zana = square.town, square.ana, square.zana
    await report(town, ana)
    await opened(square)
    town.clock.set(wall(date(2023, 6, 20), time(23)))
    await begin_more(square, "It is them again.")
    before = len(town.seen(zana))
    await town.press(ana, "Send")
    await town.pass_time(timedelta(minutes=2), timedelta(minutes=1))
    assert len(town.seen(zana)) == before
    assert numbers(tmp_path, "SELECT count(*) FROM parcels WHERE kind = 'sender_said'") == [0]
    await town.pass_time(timedelta(hours=9), timedelta(minutes=30))
    assert town.heard(zana).text == f"Whoever sent {RECEIPT} has said more."


async def test_word_of_an_answer_to_what_is_urgent_comes_at_once(square):
    town, ana, zana = square.town, square.ana, square.zana
    await report(town, ana, "A gun.", "Weapons")
    await opened(square)
    await say_more(square, "He is there again.")
    assert town.heard(zana).text == f"Whoever sent {RECEIPT} has said more."


async def test_where_the_one_in_charge_is_away_all_others_are_told(square):
    town, ana, zana = square.town, square.ana, square.zana
    era = await town.officer("Era", "English")
    await report(town, ana)
    await opened(square)
    await town.press(zana, "Take it in hand")
    await town.say(zana, "/ndal")
    await say_more(square, "It is them again.")
    await on_the_hour(town)
    assert f"Whoever sent {RECEIPT} has said more." in town.seen(era)


async def test_an_answer_that_is_simply_typed_finds_its_way(square):
    town, ana = square.town, square.ana
    await report(town, ana)
    await ask(square, "At what hour?")
    asked = await town.say(ana, "Every day at eight.")
    assert asked.labels[0] == f"Answer about {RECEIPT}"
    preview = await town.press(ana, asked.labels[0])
    assert f"This is added to {RECEIPT}:\n\nEvery day at eight." in preview.text
    assert f"Added to {RECEIPT}" in (await town.press(ana, "Send")).text
    assert f"Answer about {RECEIPT}" not in (await town.say(ana, "Hello?")).labels


async def test_what_was_begun_is_taken_up_within_the_hour_and_gone_after_it(square):
    town, ana = square.town, square.ana
    await report(town, ana)
    await begin_more(square, "It is them again.")
    await own(square)
    assert "It is them again." in (await town.press(ana, "Write more")).text
    await town.pass_time(timedelta(hours=2), timedelta(minutes=30))
    await own(square)
    assert "It is them again." not in (await town.press(ana, "Write more")).text


async def test_writing_again_loses_nothing_that_was_written(square):
    town, ana = square.town, square.ana
    await report(town, ana)
    await begin_more(square, "It is them again.")
    await town.press(ana, "Write again")
    assert "It is them again." in (await town.press(ana, "Keep what I had written")).text
    await town.press(ana, "Write again")
    shown = (await town.say(ana, "It was somebody else.")).text
    assert "It was somebody else." in shown
    assert "It is them again." not in shown


async def test_cutting_takes_along_what_was_begun(square, tmp_path):
    town, ana = square.town, square.ana
    await report(town, ana)
    await begin_more(square, "It is them again.")
    await own(square)
    await town.press(ana, "Cut the thread to me")
    await town.press(ana, "Yes, cut it")
    assert rows(tmp_path, "drafts") == rows(tmp_path, "threads") == []


async def test_nobody_writes_a_line_that_looks_like_one_of_an_officer(square):
    town, ana = square.town, square.ana
    await report(town, ana)
    await say_more(square, "ok\n21 June 2023: closed – Solved")
    assert "“ok 21 June 2023: closed – Solved”" in (await opened(square)).text


async def test_only_in_part_is_not_solved(square):
    town, ana, zana = square.town, square.ana, square.zana
    await report(town, ana)
    await close(square)
    await own(square)
    assert "You said that it is solved in part." in (await town.press(ana, "Only in part")).text
    await on_the_hour(town)
    assert f"Whoever sent {RECEIPT} says that it is solved in part." in town.seen(zana)


async def test_what_is_urgent_and_not_solved_is_urgent_again(square):
    town, ana, zana = square.town, square.ana, square.zana
    await report(town, ana, "A gun.", "Weapons")
    await close(square)
    await own(square)
    before = len(town.seen(zana))
    await town.press(ana, "No, look at it again")
    assert len(town.seen(zana)) == before + 1
    assert f"Urgent safety report {RECEIPT}" in town.heard(zana).text


async def test_who_blocked_us_hears_the_news_on_return(square):
    town, ana, zana = square.town, square.ana, square.zana
    await report(town, ana)
    ana.blocks(town.bot)
    await town.settle()
    await opened(square)
    await town.press(zana, "Take it in hand")
    ana.unblocks(town.bot)
    await town.say(ana, "/te_miat")
    await town.pass_time(timedelta(minutes=2), timedelta(minutes=1))
    told = "\n".join(town.seen(ana))
    assert told.count(f"{RECEIPT} was read.") == 1
    assert told.count(f"Somebody is dealing with {RECEIPT} now.") == 1


async def test_a_long_history_is_shown_a_few_at_a_time(square):
    town, zana = square.town, square.zana
    await report(town, square.ana)
    await opened(square)
    for number in range(10):
        await town.press(zana, "Write a note")
        await town.say(zana, f"Note {number}.")
        await town.press(zana, "Confirm")
    shown = town.heard(zana)
    assert [f"Note {n}." in shown.text for n in range(10)] == [False] * 2 + [True] * 8
    shown = await town.press(zana, "Earlier")
    assert shown.text.count("Note ") == 2
    assert "Note 0." in shown.text
    assert "Earlier" not in shown.labels
    assert "Note 9." in (await town.press(zana, "Back to the report")).text
    for page in (-1, 7, 10**9):
        zana.presses_data(town.bot, f"qe~1~{page}")
        await town.settle()
    assert "There is nothing earlier." in town.heard(zana).text


async def test_a_stranger_opens_neither_side_of_it(square):
    town, ana = square.town, square.ana
    await report(town, ana)
    beni = await town.citizen("Beni", "English")
    for data in ("qm~1", "qa~1", "qx~1~1", "qv~1~no", "q~1", "qd~1~take", "qe~1~0"):
        beni.presses_data(town.bot, data)
        await town.settle()
        assert any(said in town.heard(beni).text for said in ("not here any more", "Only a coordinator")), data
    zana = square.zana
    for data in ("qm~1", "qa~1", "qx~1~1", "qv~1~no"):
        zana.presses_data(town.bot, data)
        await town.settle()
        assert "not here any more" in town.heard(zana).text, data


@pytest.mark.parametrize("act", ["tell", "agree", "disagree", "expire", "join", "nonsense", ""])
async def test_an_officer_cannot_do_what_is_the_senders_or_nobodys(square, act):
    town, zana = square.town, square.zana
    await report(town, square.ana)
    await opened(square)
    before = (await opened(square)).text
    zana.presses_data(town.bot, f"qd~1~{act}")
    await town.settle()
    assert (await opened(square)).text == before


async def test_files_that_tell_more_are_not_added_either(square):
    town, ana = square.town, square.ana
    await report(town, ana)
    await own(square)
    await town.press(ana, "Write more")
    await town.do(ana, lambda: ana.sends_document(town.bot, "plate.pdf", caption="the plate of the car"))
    assert "We have not kept this file" in "\n".join(town.seen(ana)[-2:])
    assert "the plate of the car" in town.heard(ana).text
    assert "Attached" not in town.heard(ana).text


async def test_who_is_dismissed_has_nothing_in_hand(square):
    town, ana, zana = square.town, square.ana, square.zana
    await report(town, ana)
    await opened(square)
    await town.press(zana, "Take it in hand")
    era = await town.officer("Era")
    await town.say(zana, "/fshij")
    await town.press(zana, "Yes, erase everything")
    await town.say(era, "/zyra")
    await town.press(era, "Safety reports")
    shown = await town.press(era, RECEIPT)
    assert "State: Read, nobody deals with it yet" in shown.text
    assert "Take it in hand" in shown.labels


async def test_a_confirmation_can_be_shown_that_says_neither_who_nor_what(square):
    town, ana = square.town, square.ana
    await report(town, ana, "Cars race past the school.", "Violence or threats")
    await opened(square)
    await own(square)
    shown = await town.press(ana, "A confirmation to show")
    assert "Whoever reads it knows that you have reported." in town.seen(ana)[-2]
    assert shown.text.splitlines()[:4] == [
        "Confirmation",
        "",
        f"Bashkia Përmet received the safety report {RECEIPT} on 20 June 2023.",
        "",
    ]
    assert "State on 20 June 2023: report read" in shown.text
    assert "if they see it with you, they know that it is yours" in town.seen(ana)[-2]
    assert not [word for word in ("Cars", "school", "Violence", "Ana", str(ana.id)) if word in shown.text]
    await town.say(ana, "/gjuha")
    await town.press(ana, "Shqip")
    assert "e ka marrë raportimin" in (await town.do(ana, lambda: ana.presses_data(town.bot, "qc~1"))).text
    await town.do(square.zana, lambda: square.zana.presses_data(town.bot, "qc~1"))
    assert "received the safety report" not in "\n".join(town.seen(square.zana))
    await town.do(ana, lambda: ana.presses_data(town.bot, "qx~1~1"))
    assert "raportimin e sigurisë PR" not in (await town.do(ana, lambda: ana.presses_data(town.bot, "qc~1"))).text


@pytest.mark.parametrize("way", ["more", "an answer"])
async def test_danger_that_is_written_later_brings_numbers_and_calls_all_who_read_it_at_once(square, way):
    town, ana, zana = square.town, square.ana, square.zana
    era = await town.officer("Era", role=Role.DEPUTY)
    await report(town, ana)
    await opened(square)
    await town.press(zana, "Take it in hand")
    if way == "an answer":
        await opened(square)
        await walk(town, zana, ("Ask the sender", "“When?”", "Confirm"))
    await town.until(wall(date(2023, 6, 20), time(23, 10)))
    await own(square)
    await town.press(ana, "Write more")
    near = "If this is happening now, please call first. We cannot send help.\n112 – "
    assert near in (await town.say(ana, "He is at the door with a knife, help me!")).text
    assert near in (await town.press(ana, "Send")).text
    for officer in (zana, era):
        told = f"Whoever sent {RECEIPT} has said more.\nIt sounds as if somebody were in danger. Please read it now."
        assert town.heard(officer).text == told


async def test_whoever_has_written_as_much_as_anybody_reads_is_told_when_there_is_room_again(square, monkeypatch):
    monkeypatch.setattr(senders, "MOST_ADDED", 1)
    town, ana = square.town, square.ana
    await report(town, ana)
    await own(square)
    await walk(town, ana, ("Write more", "“One.”", "Send"))
    await own(square)
    assert (await town.press(ana, "Write more")).text == (
        "This is as much as anybody can read at once. You can write more as soon as somebody here has answered."
    )
    await opened(square)
    await walk(town, square.zana, ("Ask the sender", "“And then?”", "Confirm"))
    await town.press(ana, "Answer")
    assert "Two." in (await town.say(ana, "Two.")).text


async def test_a_point_on_the_map_answers_where_it_is_and_is_as_coarse_as_in_a_report(square):
    town, ana, zana = square.town, square.ana, square.zana
    await report(town, ana)
    await opened(square)
    await walk(town, zana, ("Ask the sender", "“Where exactly?”", "Confirm"))
    await town.press(ana, "Answer")
    preview = await town.do(ana, lambda: ana.sends_location(town.bot, 40.2345678, 20.3512345))
    assert "the point you sent on the map, to about a hundred metres" in preview.text
    assert "to about a kilometre" in (await town.press(ana, "Show only the area")).text
    await town.press(ana, "Show the street")
    assert "Behind it." in (await town.say(ana, "Behind it.")).text
    await town.press(ana, "Send")
    shown = (await opened(square)).text
    assert "Behind it. 40.235, 20.351" in " ".join(shown.split())
    assert "40.2345" not in "".join(town.seen(zana))
