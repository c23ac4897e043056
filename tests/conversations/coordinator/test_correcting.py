"""Putting an announcement right, part by part; what does not fit is asked again and nothing is lost."""

from typing import Final

import pytest

from tests.conversations.coordinator.things import THINGS

PARTS: Final = [
    ("Title", "Plani Social 2024", "Title: Plani Social 2024"),
    ("What is decided", "Shërbimet e katër viteve.", "What is decided: Shërbimet e katër viteve."),
    ("Whom it touches", "Familjet", "Whom it touches: Familjet"),
    ("E-mail", "zyra@permet.example", "E-mail: zyra@permet.example"),
    ("Phone", "081 000 000", "Phone: 081 000 000"),
    ("Protocol number", " 1234/1 prot. ", "Protocol number: 1234/1 prot."),
    ("Register link", "register.example/109", "Register link: https://register.example/109"),
    ("Laws", "139/2015, 146/2014", "Laws: 139/2015, 146/2014"),
    ("Last day", "18.8.2023", "The last day for comments is now Friday, 18 August 2023."),
    ("Last day", "e premte, 18 gusht 2023", "The last day for comments is now Friday, 18 August 2023."),
]


async def test_each_part_is_asked_for_taken_and_echoed(town, draft):
    for part, typed, shown in PARTS:
        asked = await town.press(draft, part)
        assert "Back" in asked.labels
        assert (await town.say(draft, typed)).text.startswith(f"Please check the announcement\n\n{shown}")


async def test_a_protocol_number_that_was_read_wrong_is_put_right_or_left_out(town, draft):
    await town.press(draft, "Protocol number")
    await town.say(draft, "1234/1")
    await town.press(draft, "See the announcement")
    assert "Numri i protokollit: 1234/1" in town.seen(draft)[-2]
    await town.press(draft, "Protocol number")
    await town.press(draft, "Leave it empty")
    await town.press(draft, "See the announcement")
    assert "Numri i protokollit" not in town.seen(draft)[-2]


async def test_that_it_does_not_say_whom_it_touches_is_noted_and_is_no_doubt(town, draft):
    note = "It does not say yet whom it affects. Please add it: people look for that first."
    review = town.heard(draft).text
    assert note in review
    await town.press(draft, "Whom it touches")
    said = (await town.say(draft, "Familjet")).text
    assert note not in said
    doubts = [line for line in review.split("\n") if line[:1].isdigit()]
    assert [line for line in said.split("\n") if line[:1].isdigit()] == doubts


WRONG: Final = [
    ("Title", "x" * 301, "A title has one to 300 characters."),
    ("E-mail", "zyra", "That is not an e-mail address."),
    ("E-mail", "zyra@permet", "That is not an e-mail address."),
    ("Protocol number", "x" * 101, "That is too long: 100 characters at most."),
    ("Phone", "më merrni", "That is not a phone number."),
    ("Register link", "ende jo", "That is not a link."),
    ("Register link", "https://localhost", "That is not a link."),
    ("Laws", "ligji i ri", "We found no law in that."),
    ("Last day", "së shpejti", "We could not read a day in that"),
    ("Last day", "e hënë, 18.8.2023", "“e hënë, 18.8.2023”: by the calendar that day is “e premte”."),
    ("Last day", "31 qershor", "“31 qershor” is in no calendar."),
    ("Last day", "9", "We could not read a day in that"),
    ("Last day", "ora 11", "We could not read a day in that"),
]


async def test_what_does_not_fit_is_asked_again(town, draft):
    for part, typed, complaint in WRONG:
        await town.press(draft, part)
        assert complaint in (await town.say(draft, typed)).text
        assert "things to look at" in (await town.press(draft, "Back")).text


@pytest.mark.parametrize("part", ["Title", "Laws", "Last day", "Meetings", "Steps", "Kind", "Documents", "Areas"])
async def test_a_thing_of_no_use_is_told_so_and_loses_nothing(town, draft, part):
    for send in THINGS:
        await town.press(draft, part)
        if "Back" in (await town.do(draft, lambda send=send: send(draft, town.bot))).labels:
            await town.press(draft, "Back")
    assert "Steps (10)" in town.heard(draft).labels


async def test_a_part_may_be_left_empty(town, draft):
    await town.press(draft, "E-mail")
    doubts = await town.press(draft, "Leave it empty")
    assert "E-mail: empty" in doubts.text
    assert "neither an e-mail nor a phone number" in doubts.text


async def test_the_kind_is_shown_and_can_be_changed(town, draft):
    assert "Kind: Consultation before the text is written" in town.heard(draft).text
    await town.press(draft, "Kind")
    assert "Kind: Public meeting" in (await town.press(draft, "Public meeting")).text


async def test_twenty_working_days_are_one_tap(town, draft):
    await town.press(draft, "Last day")
    doubts = await town.press(draft, "20 working days: 19 July 2023")
    assert "The last day for comments is now Wednesday, 19 July 2023." in doubts.text
    assert "comes after the last day for comments" in doubts.text
    await town.press(draft, "Last day")
    doubts = await town.press(draft, "Until the last meeting: 25 July 2023")
    assert "comes after the last day" not in doubts.text


async def test_a_day_without_a_year_is_shown_in_full_and_asked_about(town, draft):
    await town.press(draft, "Last day")
    assert (await town.say(draft, "18 gusht")).text == "Do you mean: Friday, 18 August 2023?"
    assert "is now Friday, 18 August 2023" in (await town.press(draft, "Yes")).text


async def test_a_day_that_was_not_meant_can_be_typed_again(town, draft):
    await town.press(draft, "Last day")
    await town.say(draft, "18 gusht")
    assert "is now Friday, 25 August 2023" in (await town.say(draft, "25.8.2023")).text


async def test_a_meeting_gets_another_hour_and_keeps_its_day(town, draft):
    await town.press(draft, "Meetings (1)")
    await town.press(draft, "25 July 2023")
    await town.press(draft, "Day and hour")
    assert "The meeting is now on Tuesday, 25 July 2023, 17:30." in (await town.say(draft, "ora 17:30")).text


async def test_a_meeting_gets_its_end_and_everybody_will_see_it(town, draft):
    await town.press(draft, "Meetings (1)")
    await town.press(draft, "25 July 2023")
    await town.press(draft, "Day and hour")
    assert "25 July 2023, 10:00–12:00." in (await town.say(draft, "10.00 - 12.00")).text
    await town.press(draft, "See the announcement")
    assert "ora 10:00–12:00" in town.seen(draft)[-2]


async def test_a_meeting_gets_another_place(town, draft):
    await town.press(draft, "Meetings (1)")
    await town.press(draft, "25 July 2023")
    await town.press(draft, "Place")
    assert "Place: Pallati i Kulturës" in (await town.say(draft, "Pallati i Kulturës")).text
    await town.press(draft, "See the announcement")
    assert "ora 11:00, Pallati i Kulturës" in town.seen(draft)[-2]


async def test_a_meeting_is_removed_or_added_step_by_step(town, draft):
    await town.press(draft, "Meetings (1)")
    await town.press(draft, "25 July 2023")
    assert "Removed: Tuesday, 25 July 2023" in (await town.press(draft, "Remove this meeting")).text
    await town.press(draft, "Meetings")
    await town.press(draft, "Add a meeting")
    assert "Wednesday, 26 July 2023: at what hour?" in (await town.say(draft, "26.7.2023")).text
    assert "Where is the meeting?" in (await town.say(draft, "10:00")).text
    assert "Meetings (1)" in (await town.say(draft, "Kinemaja")).labels


async def test_a_meeting_that_is_begun_and_left_is_not_there(town, draft):
    await town.press(draft, "Meetings (1)")
    await town.press(draft, "Add a meeting")
    assert "Meetings (1)" in (await town.press(draft, "Back")).labels


async def test_an_hour_is_taken_as_people_write_it_and_complained_of_as_an_hour(town, draft):
    await town.press(draft, "Meetings")
    await town.press(draft, "Add a meeting")
    assert "could not read a day or an hour" in (await town.say(draft, "9")).text
    assert "Wednesday, 26 July 2023: at what hour?" in (await town.say(draft, "26.7.2023")).text
    assert "We could not read an hour in that." in (await town.say(draft, "25:00")).text
    assert "The meeting is now on Wednesday, 26 July 2023, 09:00." in (await town.say(draft, "9")).text


async def test_a_meeting_whose_day_is_not_known_yet_can_be_taken_out_where_it_is_asked_for(town, era):
    await town.press(era, "Publish a notice")
    await town.say(era, "NJOFTIM\n\nBashkia Përmet ju fton për parkun e ri. Takimi do të mbahet në shtator 2023.")
    assert "The meeting “në shtator 2023” has no day yet." in (await town.press(era, "That was all")).text
    await town.press(era, "Title")
    await town.say(era, "Parku i ri")
    assert "cannot be announced without its day and hour" in (await town.press(era, "Go on")).text
    assert "Removed: në shtator 2023" in (await town.press(era, "Remove this meeting")).text
    assert "Publish" in (await town.press(era, "Go on")).labels[0]


async def test_a_meeting_too_soon_says_how_many_days_are_left(town, draft):
    await town.press(draft, "Meetings (1)")
    await town.press(draft, "25 July 2023")
    await town.press(draft, "Day and hour")
    assert "only 7 working days away (Friday, 30 June 2023)" in (await town.say(draft, "30.6.2023")).text


async def test_a_meeting_without_a_year_is_asked_before_anything_is_published(town, era):
    await town.press(era, "Publish a notice")
    await town.say(
        era, "NJOFTIM\n\nBashkia Përmet ju fton në takim publik për parkun e ri më 25 korrik, ora 11:00, në kinema."
    )
    doubts = await town.press(era, "That was all")
    assert "has no year" in doubts.text
    assert "cannot be announced without its day and hour" in (await town.press(era, "Go on")).text
    await town.press(era, "Back")
    await town.press(era, "Meetings (1)")
    await town.press(era, "25 korrik")
    assert "The meeting is now on Tuesday, 25 July 2023, 11:00." in (await town.press(era, "25 July 2023")).text


async def test_a_weekday_that_contradicts_its_date_is_doubted_until_it_is_settled(town, era):
    await town.press(era, "Publish a notice")
    await town.say(era, "NJOFTIM\n\nTakim publik ditën e hënë, datë 25.07.2023, ora 11:00, në kinema, Bashkia Përmet.")
    assert "by the calendar that day is “e martë”" in (await town.press(era, "That was all")).text
    await town.press(era, "Meetings (1)")
    await town.press(era, "25 July 2023")
    assert "by the calendar" not in (await town.press(era, "The date is right")).text


async def test_a_step_gets_its_day_is_left_open_or_removed(town, draft):
    await town.press(draft, "Steps (10)")
    await town.press(draft, "open: Ëorkshop 1")
    assert "The step “Ëorkshop 1” is now on Friday, 15 September 2023." in (await town.say(draft, "15.9.2023")).text
    await town.press(draft, "Steps (10)")
    await town.press(draft, "26 June 2023")
    assert (await town.press(draft, "The day is still open")).text.count("is dated before") == 2
    await town.press(draft, "Steps (10)")
    await town.press(draft, "28 June 2023")
    assert "Steps (9)" in (await town.press(draft, "Remove this step")).labels


async def test_areas_are_chosen_by_tapping_and_change_who_hears(town, draft):
    await town.press(draft, "Areas")
    first = next(label for label in town.heard(draft).labels if label != "Back")
    assert f"✓ {first}" in (await town.press(draft, first)).labels
    assert "Areas (1)" in (await town.press(draft, "Back")).labels


async def test_documents_are_added_and_removed(town, draft):
    await town.press(draft, "Documents")
    added = await town.do(draft, lambda: draft.sends_document(town.bot, "relacion.pdf"))
    assert "Added: relacion.pdf" in added.text
    await town.press(draft, "Documents (1)")
    assert "Removed: relacion.pdf" in (await town.press(draft, "Remove: 1. relacion.pdf")).text


async def test_a_step_can_be_put_in_other_words_and_another_one_added(town, draft):
    await town.press(draft, "Steps")
    await town.press(draft, "10 December 2023")
    await town.press(draft, "Change its words")
    assert "Step: Miratimi në Këshill" in (await town.say(draft, "Miratimi në Këshill")).text
    await town.press(draft, "Steps")
    await town.press(draft, "Add a step")
    await town.say(draft, "Botimi i vendimit")
    await town.press(draft, "See the announcement")
    assert "• Miratimi në Këshill: e diel, 10 dhjetor 2023\n• Botimi i vendimit" in town.seen(draft)[-2]


async def test_the_draft_names_its_documents_with_their_size_and_takes_each_once(town, draft):
    for _ in range(2):
        sent = await town.do(draft, lambda: draft.sends_document(town.bot, "plani.pdf"))
    assert "This document is there already: plani.pdf." in sent.text
    await town.do(draft, lambda: draft.sends_document(town.bot, "plani.pdf", b"%PDF" * 800))
    assert "1. plani.pdf (1 KB)\n2. plani.pdf (3 KB)" in (await town.press(draft, "Documents (2)")).text
    await town.press(draft, "Back")
    await town.press(draft, "See the announcement")
    assert "• plani.pdf (1 KB)\n• plani.pdf (3 KB)" in town.seen(draft)[-2]


async def test_a_doubtful_law_that_is_typed_is_doubted_too(town, draft):
    await town.press(draft, "Laws")
    assert "Is 139/2015 meant?" in (await town.say(draft, "139/2016, 146/2014")).text


async def test_a_button_of_an_older_screen_only_shows_the_draft_again(town, draft):
    shown = town.heard(draft)
    draft.presses_data(town.bot, shown.buttons[0][0].data.replace("fix~title", "publish~"))
    await town.settle()
    assert "things to look at" in town.heard(draft).text


async def test_what_is_typed_by_hand_is_doubted_as_what_is_pasted_and_put_right_by_the_same_button(town, draft):
    await town.press(draft, "Correct Ë to W")
    await town.press(draft, "Title")
    doubted = await town.say(draft, "Ëorkshop për ligjin 146/2013")
    assert "“Ëorkshop” may have an Ë where a W was meant: “Workshop”." in doubted.text
    assert "We know of no law 146/2013." in doubted.text
    assert "Title: Workshop" not in doubted.text
    await town.press(draft, "Correct Ë to W")
    await town.press(draft, "See the announcement")
    assert "Workshop për ligjin 146/2013" in town.seen(draft)[-2]


async def test_what_is_put_right_by_hand_is_doubted_no_more(town, draft):
    await town.press(draft, "Correct Ë to W")
    await town.press(draft, "Title")
    await town.say(draft, "Ëorkshop")
    await town.press(draft, "Title")
    assert "Ë where a W was meant" not in (await town.say(draft, "Workshop")).text


async def test_a_meeting_that_ends_before_it_begins_is_doubted(town, era):
    await town.say(era, "/publiko")
    await town.say(era, "NJOFTIM\nTema: Taksat\nTakim publik më 25.7.2023, ora 14:00–11:00, në Sallën e Këshillit.")
    doubted = await town.press(era, "That was all")
    assert "The meeting ends before it begins: Tuesday, 25 July 2023." in doubted.text


async def test_a_meeting_without_a_place_goes_out_only_for_a_reason(town, draft):
    await town.press(draft, "Last day")
    await town.say(draft, "18.8.2023")
    await town.press(draft, "Meetings")
    await town.press(draft, "25 July 2023")
    await town.press(draft, "Place")
    await town.press(draft, "Leave it empty")
    await town.press(draft, "Go on")
    asked = await town.press(draft, "Publish despite")
    assert asked.text.startswith("The law wants this, and it is not so:\n1. The meeting has no place yet")
    refused = await town.say(draft, "…")
    assert "Please write the reason, in words" in refused.text
    assert "author" not in refused.text
