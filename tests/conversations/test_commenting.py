"""Leaving a comment: by text, voice, photo or file; signed as one likes; with a receipt."""

from datetime import date, time, timedelta

import pytest

from documents.writing.open_data import report_data
from handlers.dialogs.commenting import COMMENTING
from participation.clock import wall
from participation.ids import CommentId, ConsultationId
from participation.paperwork.publishing import as_published
from participation.paperwork.reporting import report_of
from tests.conversations.steps import comment, raw


@pytest.fixture
async def town(square):
    return square.town


@pytest.fixture
async def ana(square):
    await square.town.press(square.ana, "Plani Social")
    return square.ana


async def test_five_taps_and_a_sentence_from_the_link_to_the_receipt(town):
    ana = town.newcomer()
    await town.start(ana, "k_1")  # 1
    await town.press(ana, "English")  # 2
    await town.press(ana, "Comment")  # 3
    await town.say(ana, "We need a day centre for old people.")
    await town.press(ana, "Without a name")  # 4
    receipt = await town.press(ana, "Send")  # 5
    assert "Your number: PR-2023-0001" in receipt.text


async def test_seven_taps_a_place_and_a_sentence_from_the_start_to_the_receipt(town):
    ana = town.newcomer()
    await town.start(ana)  # 1
    await town.press(ana, "English")  # 2
    await town.say(ana, "Përmet")
    await town.press(ana, "The whole municipality")  # 3
    await town.press(ana, "Plani Social")  # 4
    await town.press(ana, "Comment")  # 5
    await town.say(ana, "We need a day centre for old people.")
    await town.press(ana, "Without a name")  # 6
    receipt = await town.press(ana, "Send")  # 7
    assert "Your number: PR-2023-0001" in receipt.text


async def test_the_receipt_says_number_moment_and_when_an_answer_is_owed(town, ana):
    await town.press(ana, "Comment")
    await town.say(ana, "More buses.")
    await town.press(ana, "Without a name")
    receipt = await town.press(ana, "Send")
    assert receipt.labels == [
        "Share the consultation",
        "Menu",
    ]  # a reminder from here would tell when it was
    assert "PR-2023-0001" in receipt.text
    assert "On: Plani Social 2024–2027\nYou wrote: “More buses.”\nWithout a name" in receipt.text
    assert "Tuesday, 20 June 2023, 10:0" in receipt.text
    assert "Comments until: Friday, 18 August 2023." in receipt.text
    assert (
        "owed to you by Monday, 18 September 2023" in receipt.text
    )  # 20 working days after 18 August; 5 September is off


async def test_each_kind_of_signature_is_explained_in_one_sentence(town, ana):
    await town.press(ana, "Comment")
    screen = await town.say(ana, "More buses.")
    for choice in (
        "Without a name: the coordinator does not see who you are.",
        "With my name: the coordinator sees the name you write.",
        "For an organisation: its name stands on the comment.",
        "On behalf of somebody who agreed: you write for a person who asked you to",
    ):
        assert choice in screen.text


@pytest.mark.parametrize(
    ("choice", "name", "shown"),
    [
        ("With my name", "Ana Lule", "Name: Ana Lule"),
        ("For an organisation", "Shoqata Vjosa", "For the organisation: Shoqata Vjosa"),
        ("On behalf of somebody who agreed", "Gjyshja Mine", "On behalf of: Gjyshja Mine"),
    ],
)
async def test_a_name_is_asked_for_only_by_choice(town, ana, choice, name, shown):
    await town.press(ana, "Comment")
    await town.say(ana, "More buses.")
    await town.press(ana, choice)
    preview = await town.say(ana, name)
    assert shown in preview.text
    assert "Your number" in (await town.press(ana, "Send")).text


async def test_words_photos_voices_and_files_go_into_one_comment(town, ana):
    await town.press(ana, "Comment")
    await town.say(ana, "See the pictures.")
    await town.do(ana, lambda: ana.sends_photo(town.bot, caption="The bridge"))
    await town.do(ana, lambda: ana.sends_voice(town.bot, seconds=7))
    await town.do(ana, lambda: ana.sends_document(town.bot, "plan.pdf"))
    preview = await town.press(ana, "Without a name")
    assert "See the pictures." in preview.text
    assert "The bridge" in preview.text
    assert "Attached: 1 photo, 1 voice message, 1 file." in preview.text


async def test_an_edit_before_sending_is_what_is_sent(town, ana):
    await town.press(ana, "Comment")
    message = ana.says(town.bot, "Mor buses.")
    await town.settle()
    await town.do(ana, lambda: ana.edits(message, "More buses."))
    preview = await town.press(ana, "Without a name")
    assert "More buses." in preview.text
    assert "Mor buses." not in preview.text


async def test_what_was_written_can_be_written_again(town, ana):
    await town.press(ana, "Comment")
    await town.say(ana, "First thought.")
    await town.press(ana, "Without a name")
    await town.press(ana, "Write again")
    await town.say(ana, "Second thought.")
    preview = await town.press(ana, "Without a name")
    assert "Second thought." in preview.text
    assert "First thought." not in preview.text


async def test_cancel_sends_nothing(town, ana):
    await town.press(ana, "Comment")
    await town.say(ana, "Never mind.")
    await town.press(ana, "Without a name")
    assert "Nothing was sent" in (await town.press(ana, "Cancel")).text
    assert "have not sent a comment" in (await town.say(ana, "/te_miat")).text


async def test_two_comments_on_one_consultation_are_told_apart_by_their_words(town, ana):
    await comment(town, ana, "More buses, and shade\nwhere people wait for them in summer.")
    await comment(town, ana, "Lights.")
    await town.say(ana, "/hapur")
    await town.press(ana, "Plani Social")
    await town.press(ana, "Comment")
    await town.do(ana, lambda: ana.sends_voice(town.bot, seconds=7))
    await town.press(ana, "Without a name")
    await town.press(ana, "Send")
    assert (await town.say(ana, "/te_miat")).text == (
        "My comments and reports\n\n"
        "PR-2023-0003 – received, no answer yet\nPlani Social 2024–2027\n1 voice message\n\n"
        "PR-2023-0002 – received, no answer yet\nPlani Social 2024–2027\n“Lights.”\n\n"
        "PR-2023-0001 – received, no answer yet\nPlani Social 2024–2027\n“More buses, and shade where people …”"
    )


async def test_whatever_was_written_the_list_stays_one_message_in_which_every_line_keeps_its_direction(town, ana):
    for count in range(6):
        await comment(town, ana, "\u202e<b>&amp;\u2028\x07" + "أريد حافلة " * 30 + "👩‍👩‍👧" * (40 + count))
    before = len(town.seen(ana))
    mine = await town.say(ana, "/te_miat")
    assert len(town.seen(ana)) == before + 1
    assert len(mine.text.encode("utf-16-le")) // 2 < 4096
    assert mine.text.count("“<b>&amp; أريد حافلة") == 6
    assert not {"\u202e", "\u2028", "\x07"} & set(mine.text)


async def test_a_second_tap_on_send_sends_nothing_twice(town, ana):
    await town.press(ana, "Comment")
    await town.say(ana, "Once.")
    preview = await town.press(ana, "Without a name")
    ana.presses("Send", message=preview)
    ana.presses("Send", message=preview)
    await town.settle()
    mine = await town.say(ana, "/te_miat")
    assert mine.text.count("PR-2023-") == 1


async def test_an_old_button_never_acts_on_a_new_draft(town, ana):
    await town.press(ana, "Comment")
    await town.say(ana, "The first.")
    old = (await town.press(ana, "Without a name")).buttons[0][0].data
    await town.press(ana, "Send")
    ana.presses("Comment", message=next(m for m in reversed(ana.chat().messages) if "Comment" in m.labels))
    await town.settle()
    await town.say(ana, "The second.")
    await town.press(ana, "Without a name")
    ana.presses_data(town.bot, old)
    await town.settle()
    shown = town.heard(ana)
    assert "earlier message" in shown.text
    assert "The second." in shown.text
    assert "Send" in shown.labels


async def test_a_late_comment_is_taken_marked_and_said_so(town, ana):
    await town.until(wall(date(2023, 8, 21), time(9)), timedelta(days=70))
    await town.press(ana, "Comment")
    assert "marked as late" in town.heard(ana).text
    await town.say(ana, "Sorry, late.")
    await town.press(ana, "Without a name")
    receipt = await town.press(ana, "Send")
    assert "marked as late" in receipt.text


@pytest.mark.parametrize(
    "words",
    [
        "<b>bold</b> & <script>",
        "שלום RTL \u200f\u202e",
        "👨‍👩‍👧‍👦" * 200,
        "*_[]()~`>#+-=|{}.!",
        "{moment} {0} %s",
        "ë" * 4096,
        "a\u0301" * 100,
    ],
    ids=["html", "rtl", "emoji", "markdown", "blanks", "longest", "combining"],
)
async def test_citizens_words_never_break_a_message(town, ana, words):
    await town.press(ana, "Comment")
    await town.say(ana, words)
    await town.press(ana, "Without a name")
    shown = "".join(m.text for m in ana.chat().messages[-3:])
    assert words[:50] in shown
    assert "Your number" in (await town.press(ana, "Send")).text


async def test_ten_thousand_characters_are_the_most(town, ana):
    await town.press(ana, "Comment")
    for _ in range(3):
        await town.say(ana, "x" * 4096)
    assert any("too long" in text for text in town.seen(ana))


async def test_odd_things_get_a_helpful_answer_and_lose_nothing(town, ana):
    await town.press(ana, "Comment")
    await town.say(ana, "Kept.")
    for act in (ana.sends_sticker, ana.sends_contact, ana.sends_poll, ana.sends_dice, ana.sends_video_note):
        screen = await town.do(ana, lambda act=act: act(town.bot))
        assert "In whose name do you write?" in screen.text
    preview = await town.press(ana, "Without a name")
    assert "Kept." in preview.text


async def test_words_out_of_the_blue_are_kept_and_find_their_place(square):
    town, ana = square.town, square.ana
    screen = await town.say(ana, "The water is brown since Monday.")
    assert "We have kept what you sent" in screen.text
    await town.press(ana, "Comment on: Plani Social")
    preview = await town.press(ana, "Without a name")
    assert "The water is brown since Monday." in preview.text


@pytest.mark.on_both
async def test_out_of_the_blue_no_more_is_kept_than_a_comment_may_hold(square):
    town, ana = square.town, square.ana
    for letter in "abc":
        await town.say(ana, letter * 4096)
    assert "This is too long and was not taken. What you sent before is kept." in town.heard(ana).text
    for _ in range(11):
        ana.sends_photo(town.bot)
    await town.settle()
    assert "There is no room for more files" in town.heard(ana).text
    await town.press(ana, "Comment on: Plani Social")
    await town.press(ana, "Without a name")
    await town.press(ana, "Send")
    async with town.service.database.reading() as unit:
        words = (await unit.comments.get(CommentId(1))).words
    assert (words.text, len(words.media)) == ("a" * 4096 + "b" * 4096, 10)


async def test_a_half_written_comment_is_taken_up_again(town, ana):
    await town.press(ana, "Comment")
    await town.say(ana, "Half a thought")
    await town.say(ana, "/ndihme")
    ana.presses("Comment", message=next(m for m in reversed(ana.chat().messages) if "Comment" in m.labels))
    await town.settle()
    preview = await town.press(ana, "Without a name")
    assert "Half a thought" in preview.text


async def test_the_same_update_twice_changes_nothing(town, ana):
    await town.press(ana, "Comment")
    await town.say(ana, "Only once.")
    await town.press(ana, "Without a name")
    ana.presses("Send", town.bot)
    before = len(town.seen(ana))
    versions = len(town.heard(ana).versions)
    updates = await town.line.bot.get_updates(timeout=0)
    await town.line.intake.take(updates)
    await town.line.intake.take(updates)
    await town.settle()
    assert len(town.seen(ana)) == before
    assert len(town.heard(ana).versions) == versions + 1
    assert "PR-2023-0001" in town.heard(ana).text
    assert (await town.say(ana, "/te_miat")).text.count("PR-2023-") == 1


async def test_nobody_else_sees_a_comment(town, ana):
    await town.press(ana, "Comment")
    await town.say(ana, "Between us.")
    await town.press(ana, "Without a name")
    await town.press(ana, "Send")
    spy = await town.citizen("Spy", language="English")
    spy.presses_data(town.bot, "c~1")
    await town.settle()
    assert "not here any more, or it is not for you" in town.heard(spy).text


async def test_commenting_does_not_make_anybody_a_follower(town, ana):
    """Nobody asked for that, and the moment of the follow would name the author of an unsigned comment."""
    before = (await town.say(ana, "/ndjek")).text
    ana.presses("Comment", message=next(m for m in reversed(ana.chat().messages) if "Comment" in m.labels))
    await town.settle()
    await town.say(ana, "Between us.")
    await town.press(ana, "Without a name")
    await town.press(ana, "Send")
    assert (await town.say(ana, "/ndjek")).text == before


async def test_what_was_left_for_an_hour_is_not_added_to_unasked(town, ana):
    await town.press(ana, "Comment")
    await town.say(ana, "A bus for the village.")
    await town.pass_time(timedelta(hours=2))
    asked = await town.say(ana, "And a bench.")
    assert "What is it for?" in asked.text
    await town.press(ana, "Comment on: Plani Social")
    assert "A bus for the village.\nAnd a bench." in (await town.press(ana, "Without a name")).text


async def test_the_menu_leads_back_to_a_comment_that_waits(town, ana):
    await town.press(ana, "Comment")
    await town.say(ana, "A bus for the village.")
    await town.say(ana, "/menu")
    await town.press(ana, "Go on with my comment")
    assert "A bus for the village." in (await town.press(ana, "Without a name")).text
    await town.press(ana, "Send")
    assert "Go on with my comment" not in (await town.say(ana, "/menu")).labels


async def test_writing_again_does_not_throw_away_what_was_written(town, ana):
    await town.press(ana, "Comment")
    await town.say(ana, "First words.")
    await town.press(ana, "Without a name")
    await town.press(ana, "Write again")
    await town.press(ana, "Keep what I had written")
    assert "First words." in (await town.press(ana, "Without a name")).text
    await town.press(ana, "Write again")
    await town.say(ana, "Other words.")
    preview = await town.press(ana, "Without a name")
    assert "Other words." in preview.text
    assert "First words." not in preview.text


@pytest.mark.parametrize("word", ["po", "Dërgo!", "send"])
async def test_who_writes_what_the_button_says_sends(town, ana, word):
    await town.press(ana, "Comment")
    await town.say(ana, "A bus for the village.")
    await town.press(ana, "Without a name")
    assert "Your number" in (await town.say(ana, word)).text


async def test_an_album_is_answered_once_and_kept_whole(town, ana):
    await town.press(ana, "Comment")
    before = len(town.seen(ana))
    for _ in range(4):
        ana.sends_photo(town.bot, album="trip")
    await town.settle()
    assert len(town.seen(ana)) == before + 1
    assert "4 photos" in town.heard(ana).text
    assert "Plani Social" in town.heard(ana).text


async def test_of_an_album_with_too_many_photos_one_is_told_once_how_many_were_taken(town, ana):
    await town.press(ana, "Comment")
    await town.do(ana, lambda: ana.sends_photo(town.bot))
    await town.do(ana, lambda: ana.sends_photo(town.bot))
    before = len(town.seen(ana))
    for _ in range(10):
        ana.sends_photo(town.bot, album="trip")
    await town.settle()
    assert len(town.seen(ana)) == before + 1
    told = town.heard(ana).text
    assert "Taken: 8 photos.\nNot taken: 2 photos.\n\nThere is no room for more files" in told
    assert told.count("There is no room") == 1
    assert "Attached: 10 photos" in told


async def test_of_a_long_preview_nothing_stands_once_it_was_replaced(town, ana):
    await town.press(ana, "Comment")
    for _ in range(2):
        await town.say(ana, "fjalë " * 600)
    await town.press(ana, "Without a name")
    assert any(text.startswith("Please check") for text in town.seen(ana))
    await town.press(ana, "Cancel")
    assert "Cancelled" in town.heard(ana).text
    assert not any(text.startswith("Please check") for text in town.seen(ana))


async def test_a_long_text_that_was_cut_is_whole_again(town, ana):
    await town.press(ana, "Comment")
    await town.say(ana, "ë" * 4095 + "f")
    await town.say(ana, "jalë")
    preview = await town.press(ana, "Without a name")
    assert "fjalë" in preview.text or "fjalë" in "".join(town.seen(ana))


async def test_without_a_name_a_file_may_still_tell_who_it_is(town, ana):
    await town.press(ana, "Comment")
    await town.do(ana, lambda: ana.sends_document(town.bot))
    assert "show who you are" in (await town.press(ana, "Without a name")).text
    await town.press(ana, "Change the name")
    await town.press(ana, "With my name")
    assert "show who you are" not in (await town.say(ana, "Ana Lule")).text


async def test_what_is_not_taken_leaves_the_question_and_what_was_there(town, ana):
    await town.press(ana, "Comment")
    for number in range(11):
        await town.do(ana, lambda: ana.sends_photo(town.bot))
        assert ("no room" in town.heard(ana).text) == (number == 10)
    assert "Without a name" in town.heard(ana).labels
    assert "10 photos" in (await town.press(ana, "Without a name")).text


async def test_a_path_with_slashes_is_no_command(town, ana):
    await town.press(ana, "Comment")
    await town.say(ana, "/rruga/e/vjeter ka zhurme")
    assert "/rruga/e/vjeter ka zhurme" in (await town.press(ana, "Without a name")).text


async def test_an_edit_of_a_message_of_another_time_enters_nothing(town, ana):
    old = ana.says(town.bot, "/ndihme")
    await town.settle()
    ana.presses("Comment", message=next(m for m in reversed(ana.chat().messages) if "Comment" in m.labels))
    await town.settle()
    await town.say(ana, "A bus for the village.")
    await town.press(ana, "With my name")
    asked = await town.do(ana, lambda: ana.edits(old, "A tale of old."))
    assert "You changed an old message." in asked.text
    preview = await town.say(ana, "Ana Lule")
    assert "Name: Ana Lule" in preview.text
    preview = await town.do(ana, lambda: ana.edits(old, "A tale of old."))
    assert "A tale of old." not in preview.text
    assert "A bus for the village." in preview.text


@pytest.mark.parametrize("nothing", ["\u200b", "\u2800\u2800", "\u3164", "\u202e \u00ad"])
async def test_what_cannot_be_seen_is_no_comment_and_no_name(town, ana, nothing):
    await town.press(ana, "Comment")
    assert "Without a name" not in (await town.say(ana, nothing)).labels
    await town.say(ana, "A bus for the village.")
    await town.press(ana, "With my name")
    assert "Name:" not in (await town.say(ana, nothing)).text


async def test_words_that_were_held_meanwhile_are_asked_about_once_more(town, ana):
    await town.press(ana, "Comment")
    screen = await town.say(ana, "First thought.")
    await town.pass_time(timedelta(hours=22))
    await town.say(ana, "Second thought.")
    await town.do(ana, lambda: ana.presses("Without a name", message=screen))
    asked = await town.press(ana, "Send")
    assert "Your number" in screen.text
    assert "You wrote: “Second thought.”" in asked.text
    await town.press(ana, "Nothing, forget it")
    assert "What is it for?" not in (await town.say(ana, "/menu")).text


@pytest.mark.parametrize(("words", "then"), [("pa emër", "Pa emër"), ("Pa emër.", "Pa emër")])
async def test_who_writes_what_the_button_says_has_pressed_it(square, words, then):
    town = square.town
    bora = await town.citizen("Bora")
    await town.press(bora, "Plani Social")
    await town.press(bora, "Komento")
    await town.say(bora, "Duam ujë të pijshëm")
    preview = await town.say(bora, words)
    assert preview.text.endswith(f"Duam ujë të pijshëm\n{then}")


async def test_who_writes_send_before_signing_is_asked_for_the_name_first(town, ana):
    await town.press(ana, "Comment")
    await town.say(ana, "More buses.")
    asked = await town.say(ana, "send")
    assert asked.text.startswith("Plani Social 2024–2027\n\nPlease say first in whose name you write.")
    assert "You wrote: “More buses.”" in asked.text


async def test_the_receipt_takes_the_place_of_what_asked_to_be_sent(town, ana):
    await town.press(ana, "Comment")
    await town.say(ana, "More buses.")
    preview = await town.press(ana, "Without a name")
    receipt = await town.press(ana, "Send")
    assert receipt is preview
    assert "Send" not in receipt.labels


async def test_the_way_back_to_the_comment_is_shown_in_the_new_language(town, ana):
    await town.press(ana, "Comment")
    await town.say(ana, "Half a thought")
    await town.say(ana, "/gjuha")
    changed = await town.press(ana, "Shqip")
    assert changed.labels[0] == "Vazhdo atë që po shkruaja"
    assert "Ju shkruat: “Half a thought”" in (await town.press(ana, "Vazhdo")).text


@pytest.mark.on_both
async def test_it_is_said_how_long_unsent_words_are_kept(square):
    town, ana = square.town, square.ana
    await town.say(ana, "/hapur")
    await town.press(ana, "Plani Social")
    await town.press(ana, "Comment")
    assert "What is not sent is deleted after seven days." in (await town.say(ana, "More buses.")).text
    await town.pass_time(COMMENTING.lasts - timedelta(hours=1), step=timedelta(days=1))
    assert "Please check" in (await town.press(ana, "Without a name")).text
    await town.pass_time(timedelta(days=7), step=timedelta(days=1))
    assert "was sent, cancelled or deleted" in (await town.press(ana, "Send")).text


async def point_at(town, ana, article):
    await town.press(ana, "Comment")
    await town.say(ana, "More buses.")
    await town.press(ana, "Without a name")
    await town.press(ana, "On an article…")
    return await town.say(ana, article)


async def test_who_wants_says_on_which_article_and_it_stands_on_the_receipt_and_at_the_desk(square, town, ana):
    preview = await point_at(town, ana, "neni 12,\npika b")
    assert "Without a name\nArticle or part: neni 12, pika b" in preview.text
    receipt = await town.press(ana, "Send")
    assert "On: Plani Social 2024–2027\nArticle or part: neni 12, pika b\nYou wrote:" in receipt.text
    await town.say(ana, "/te_miat")
    assert "Article or part: neni 12, pika b" in (await town.press(ana, "PR-2023-0001")).text
    shown = await desk_sees(town, square.zana)
    assert "Article or part, as its author says: neni 12, pika b" in shown.text


async def desk_sees(town, zana):
    await town.say(zana, "/zyra")
    await town.press(zana, "Comments to answer")
    return await town.press(zana, "PR-2023-0001")


async def test_a_coordinator_may_file_it_elsewhere_and_then_it_is_theirs(square, town, ana):
    await point_at(town, ana, "neni 12")
    await town.press(ana, "Send")
    await desk_sees(town, square.zana)
    await town.press(square.zana, "Article or part")
    shown = await town.say(square.zana, "neni 21")
    assert "Article or part: neni 21" in shown.text
    assert "as its author says" not in shown.text
    await town.say(ana, "/te_miat")
    assert "Article" not in (await town.press(ana, "PR-2023-0001")).text


async def test_the_article_can_be_taken_away_and_survives_another_name(town, ana):
    await point_at(town, ana, "neni 12")
    await town.press(ana, "Change the name")
    await town.press(ana, "With my name")
    assert "Article or part: neni 12" in (await town.say(ana, "Ana Lule")).text
    await town.press(ana, "Write again")
    await town.say(ana, "More trains.")
    assert "Article or part: neni 12" in (await town.press(ana, "Without a name")).text
    assert "Article or part: neni 12" in (await town.press(ana, "On an article…")).text
    assert "Article" not in (await town.press(ana, "On the whole")).text.replace("On an article", "")
    assert "Article" not in (await town.press(ana, "Send")).text


async def test_a_story_is_no_article_and_a_file_still_belongs_to_the_comment(town, ana):
    refused = await point_at(town, ana, "neni " * 20)
    assert "This is too long and was not taken" in refused.text
    asked = await town.do(ana, lambda: ana.sends_document(town.bot, "plan.pdf"))
    assert "Attached: 1 file." in asked.text
    assert "Attached: 1 file." in (await town.say(ana, "neni 12")).text
    receipt = await town.press(ana, "Send")
    assert "Attached: 1 file.\nFiles: plan.pdf." in receipt.text


async def test_what_its_author_says_of_the_article_is_not_published(square, town, ana, tmp_path):
    await point_at(town, ana, "neni i xha Benit")
    await town.press(ana, "Send")
    async with town.service.database.reading() as unit:
        by = await unit.addresses.find(town.bot.id, square.zana.id)
        report = await report_of(ConsultationId(1), by=by, uow=unit, now=town.clock.now(), link="")
    assert report.comments[0].article == "neni i xha Benit"
    assert as_published(report).comments[0].article == ""
    assert b"Benit" not in report_data(report).content
    assert b"Benit" not in raw(tmp_path)
