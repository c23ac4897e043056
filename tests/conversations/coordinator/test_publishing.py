"""From paste to publish: the notice of Përmet, with its doubts, on a phone."""

from datetime import date, time, timedelta

import pytest

from bot.setup import FirstInstitution, ensure_institution, new_invitation
from bot.taps import ONE_WISH
from participation.clock import wall
from participation.ids import ConsultationId
from participation.people.model import Role
from tests.conversations.coordinator.notes import noted
from tests.conversations.coordinator.things import THINGS
from tests.conversations.steps import loses_office, publish_despite


async def test_the_notice_of_permet_from_paste_to_publish(town, era, notice):
    ana, bora = await town.citizen("Ana"), await town.citizen("Bora", "English")
    await town.press(era, "Publish a notice")
    await town.say(era, notice[:1_000])
    acknowledged = await town.say(era, notice[1_000:])
    assert acknowledged.text == "We have: 2 pieces of text."
    doubts = await town.press(era, "That was all")
    card = town.seen(era)[-2]
    assert card.startswith("Plani Social i Bashkisë Përmet 2024-2027")
    assert "e martë, 25 korrik 2023, ora 11:00" in card
    assert "We know of no law 146/2012. Is 146/2014 meant?" in doubts.text
    assert "“Ëorkshop” may have an Ë where a W was meant: “Workshop”." in doubts.text
    assert doubts.text.count("is dated before the meeting that opens the work") == 3
    assert "The last day for comments is missing." in doubts.text
    assert "The link to the official register is missing." in doubts.text
    await town.press(era, "Laws")
    await town.press(era, "146/2012 → 146/2014")
    await town.press(era, "Correct Ë to W")
    await town.press(era, "Last day")
    await town.say(era, "e premte, 18 gusht 2023")
    await town.press(era, "Steps")
    doubts = await town.press(era, "These dates are right")
    assert "1 thing to look at" in doubts.text
    question = await town.press(era, "Go on")
    assert "2 people will get it." in question.text
    assert "Publish despite 1 doubt" in question.labels
    await publish_despite(town, era)
    published = town.seen(era)[-2]
    assert f"https://t.me/{town.bot.username}?start=k_1" in published
    assert "Sent: 2 of 2" in town.heard(era).text
    for person in (ana, bora):
        assert sum("Workshop 1" in text for text in town.seen(person)) == 1
        assert "146/2014" in town.heard(person).text
    assert [action for action in await noted(town) if "publish" in action] == [
        "publish",
        "published despite no_register_link",
    ]


async def test_of_an_album_the_coordinator_is_told_once_which_of_it_are_no_documents(town, era, notice):
    await town.press(era, "Publish a notice")
    await town.say(era, notice[:1_000])
    before = len(town.seen(era))
    era.sends_photo(town.bot, caption="The square", album="papers")
    era.sends_photo(town.bot, album="papers")
    await town.settle()
    assert len(town.seen(era)) == before + 1
    assert town.heard(era).text.startswith("Not taken: 2 photos.\n\n")
    era.sends_document(town.bot, "plani.pdf", album="more")
    era.sends_document(town.bot, "plani.pdf", album="more")
    era.sends_document(town.bot, "relacion.pdf", album="more")
    await town.settle()
    told = town.heard(era).text
    assert told.startswith("Taken: 2 files.\nNot taken: 1 file.\n\nThis document is there already: plani.pdf.")


async def test_what_everybody_reads_is_word_for_word_what_the_coordinator_saw(town, era, notice):
    ana = await town.citizen("Ana", "Shqip")
    await town.say(era, "/publiko")
    await town.do(era, lambda: era.sends_document(town.bot, "plani.pdf"))
    await town.say(era, notice)
    await town.press(era, "That was all")
    shown = next(m for m in reversed(era.chat().messages) if m.text.startswith("Plani Social"))
    await town.press(era, "Go on")
    await publish_despite(town, era)
    words, why = town.heard(ana).text.rsplit("\n\n", 1)
    assert shown.text == f"{words}\n\n• plani.pdf (1 KB)"  # on the phone that is a button
    assert why.startswith("Ky mesazh ju vjen sepse keni kërkuar të njoftoheni.")


async def test_where_nobody_follows_yet_it_is_said_how_people_find_it(town, draft):
    assert "Nobody follows yet." in (await town.press(draft, "Go on")).text


async def test_without_what_the_law_wants_it_goes_out_only_with_a_reason_that_is_kept(town, draft):
    ana = await town.citizen(language="English")
    await town.press(draft, "Go on")
    asked = await town.press(draft, "Publish despite")
    assert asked.text.startswith("The law wants this, and it is not so:\n1. The last day for comments is missing.")
    assert "2." not in asked.text
    refused = await town.say(draft, "...")
    assert "reason" in refused.text
    assert not any("Plani Social" in text for text in town.seen(ana))
    await town.say(draft, "The council meets on Monday.")
    assert any("Plani Social" in text for text in town.seen(ana))
    assert not any("The council meets on Monday." in text for text in town.seen(ana))
    async with town.service.database.reading() as unit:
        (first,) = await unit.versions.of(ConsultationId(1))
    assert first.reason == "The council meets on Monday."
    assert "no_deadline" in first.despite


async def test_before_the_reason_is_given_one_can_go_back_to_put_it_right(town, draft):
    await town.press(draft, "Go on")
    await town.press(draft, "Publish despite")
    back = await town.press(draft, "Back")
    assert "Publish despite" in " ".join(back.labels)


async def test_a_coordinator_sees_it_first_as_it_arrives_in_each_language_and_nobody_else_does(town, draft):
    ana = await town.citizen(language="English")
    draft.sends_document(town.bot, name="projekti.pdf")
    await town.settle()
    await town.press(draft, "Go on")
    before, hers = len(town.seen(draft)), len(town.seen(ana))
    await town.press(draft, "Send it to me first")
    albanian, english, paper, question = town.seen(draft)[before:]
    assert albanian.count("A test: only you see this.") == english.count("A test: only you see this.") == 1
    assert "asks for your opinion" in english
    assert "asks for your opinion" not in albanian
    assert paper == "projekti.pdf"
    assert "will get it" in question
    assert len(town.seen(ana)) == hers


async def test_a_second_tap_on_publish_publishes_nothing_twice(town, draft):
    ana = await town.citizen()
    await town.press(draft, "Last day")
    await town.say(draft, "18.8.2023")
    question = await town.press(draft, "Go on")
    data = next(button.data for row in question.buttons for button in row if "Publish despite" in button.text)
    draft.presses("Publish despite", message=question)
    await town.settle()
    town.clock.move(ONE_WISH)
    draft.presses_data(town.bot, data, message=question)
    await town.pass_time(timedelta(minutes=1), step=timedelta(seconds=10))
    assert sum("Plani Social" in text for text in town.seen(ana)) == 1
    assert any("This was done before" in text for text in town.seen(draft))


async def test_whatever_is_sent_while_the_draft_is_looked_at_loses_nothing(town, draft):
    for send in THINGS:
        heard = await town.do(draft, lambda send=send: send(draft, town.bot))
        assert "Go on" in heard.labels
    assert "Press first the button" in (await town.say(draft, "Çfarë tani?")).text
    assert "Publish despite" in " ".join((await town.press(draft, "Go on")).labels)


async def test_a_file_is_one_more_document_and_a_photo_is_asked_for_as_a_file(town, era, notice):
    await town.press(era, "Publish a notice")
    heard = await town.do(era, lambda: era.sends_photo(town.bot, caption="Faqja e parë"))
    assert "as a file, not as a photo" in heard.text
    heard = await town.do(era, lambda: era.sends_document(town.bot, "relacion.pdf"))
    assert "We have: 1 piece of text, 1 document." in heard.text
    await town.say(era, notice)
    doubts = await town.press(era, "That was all")
    assert "No document is attached" not in doubts.text
    assert "Documents (1)" in doubts.labels


async def test_an_edited_piece_takes_the_place_of_that_message_and_not_of_the_one_it_is_like(town, era, notice):
    await town.press(era, "Publish a notice")
    first = era.says(town.bot, notice[:1_000])
    second = era.says(town.bot, notice[1_000:])
    await town.settle()
    heard = await town.do(era, lambda: era.edits(first, notice[:1_000].replace("146/2012", "146/2014")))
    assert heard.text == "We have: 2 pieces of text."
    await town.do(era, lambda: era.edits(second, notice[:1_000].replace("Plani Social", "Plani i Pyjeve")))
    doubts = await town.press(era, "That was all")
    assert doubts.text.count("We know of no law") == 1
    card = town.seen(era)[-2]
    assert card.startswith("Plani Social")
    assert "Workshop 1" not in card


async def test_without_text_there_is_nothing_to_read(town, era):
    await town.press(era, "Publish a notice")
    for send in (lambda: era.sends_sticker(town.bot), lambda: era.sends_document(town.bot, "njoftim.docx")):
        heard = await town.do(era, send)
        assert "The notice is still missing: send it as a file or photo, or paste its text." in heard.text
        assert heard.labels == ["Cancel"]


async def test_words_that_come_before_anybody_spoke_of_a_notice_can_become_one(town, era, notice):
    for part in (notice, *("Më shumë për planin. " * 190,) * 3):
        await town.say(era, part)
    assert "4 pieces of text" in (await town.press(era, "Publish it as a notice")).text
    await town.press(era, "That was all")
    assert any(text.startswith("Plani Social i Bashkisë Përmet") for text in town.seen(era))


async def test_a_citizen_is_not_asked_whether_it_is_a_notice(town, notice):
    ana = await town.citizen(language="English")
    assert "Publish it as a notice" not in (await town.say(ana, notice[:500])).labels


async def test_a_document_comes_to_whoever_asks_for_it_and_to_nobody_else(town, era, draft):
    ana, bora = await town.citizen("Ana", "English"), await town.citizen("Bora", "English")
    await town.do(era, lambda: era.sends_document(town.bot, "plani.pdf", b"the plan itself"))
    await town.press(era, "Go on")
    await publish_despite(town, era)
    await town.press(ana, "plani.pdf (")
    given = ana.chat().messages[-1]
    assert (given.kind, given.text) == ("document", "plani.pdf")
    assert [m.kind for m in bora.chat().messages if m.direction == "out" and m.kind != "text"] == []


async def test_somebody_with_two_offices_may_paste_before_choosing_and_loses_nothing(town, era, notice):
    await ensure_institution(FirstInstitution("Qarku Gjirokastër", "Përmet", "QG"), town.service.database)
    token = await new_invitation(town.service.database, town.clock, institution="Qarku Gjirokastër", role=Role.ADMIN)
    await town.start(era, f"ft_{token}")
    await town.say(era, "/publiko")
    asked = await town.say(era, notice)
    assert "We have: 1 piece of text." in asked.text
    await town.do(era, lambda: era.sends_document(town.bot, "plani.pdf"))
    assert "1 piece of text, 1 document" in (await town.press(era, "Qarku")).text
    doubts = await town.press(era, "That was all")
    assert "in the name of" in doubts.text
    assert "Documents (1)" in doubts.labels


async def test_a_new_notice_pasted_beside_one_that_was_begun_is_kept_for_the_choice(town, draft):
    await town.say(draft, "/publiko")
    heard = await town.say(draft, "Njoftim: takim me banorët më 3.8.2023, ora 10:00, në Frashër.")
    assert "We have: 1 piece of text." in heard.text
    await town.press(draft, "Begin a new one")
    await town.press(draft, "That was all")
    assert "Thursday, 3 August 2023, 10:00" in (await town.press(draft, "Meetings (1)")).labels[0]


async def test_what_goes_beyond_the_longest_notice_leaves_no_hole(town, era):
    await town.press(era, "Publish a notice")
    for _ in range(14):
        era.says(town.bot, "x" * 4_096)
    await town.settle()
    assert "60,000" not in town.heard(era).text
    assert "60,000 characters at most" in (await town.say(era, "y" * 4_096)).text
    assert "60,000 characters at most" in (await town.say(era, "The very end.")).text
    assert "That was all" in town.heard(era).labels


async def test_words_that_are_no_notice_are_kept_and_become_one_where_the_coordinator_says_so(town, era):
    await town.press(era, "Publish a notice")
    await town.say(era, "Përshëndetje <b>&</b> {emër} 🙂")
    asked = await town.press(era, "That was all")
    assert "does not look like a notice" in asked.text
    assert "things to look at" not in asked.text
    assert "We have: 2 pieces of text." in (await town.say(era, "2 kg domate, bukë, qumësht")).text
    await town.press(era, "That was all")
    assert "things to look at" in (await town.press(era, "It is a notice, go on")).text
    assert "2 kg domate, bukë, qumësht" in town.seen(era)[-2]


async def test_what_is_missing_of_a_notice_can_be_sent_where_it_is_said_not_to_look_like_one(town, era, notice):
    await town.press(era, "Publish a notice")
    await town.say(era, "Përshëndetje")
    await town.press(era, "That was all")
    await town.say(era, notice)
    assert "Please check the announcement" in (await town.press(era, "That was all")).text


async def test_nothing_is_published_without_a_title(town, era):
    await town.press(era, "Publish a notice")
    await town.say(era, "🙂")
    await town.press(era, "That was all")
    await town.press(era, "It is a notice, go on")
    assert "The title is missing." in town.heard(era).text
    asked = await town.press(era, "Go on")
    assert "cannot be published without a title" in asked.text
    assert "The title is missing." not in (await town.say(era, "Takim me banorët")).text


@pytest.mark.parametrize("step", ["See the announcement", "Go on", "Title", "Last day", "Meetings", "Cancel"])
async def test_whoever_changes_the_pasted_message_is_told_how_the_draft_is_changed(town, era, notice, step):
    await town.press(era, "Publish a notice")
    pasted = era.says(town.bot, notice)
    await town.settle()
    await town.press(era, "That was all")
    await town.press(era, step)
    before = len(town.seen(era))
    await town.do(era, lambda: era.edits(pasted, notice.replace("Plani Social", "Plani i Pyjeve")))
    told = "\n".join(town.seen(era)[before:])
    assert "The draft stays as it is: change the part with its button, or paste the notice anew." in told
    assert "We cannot use this here." not in told
    assert "what was sent" not in told


async def test_cancel_asks_once_then_keeps_nothing_and_sends_nothing(town, draft):
    ana = await town.citizen()
    assert "Throw this announcement away?" in (await town.press(draft, "Cancel")).text
    assert "Nothing was sent" in (await town.press(draft, "Yes, delete it")).text
    assert not any("Plani Social" in text for text in town.seen(ana))
    assert "or paste its text" in (await town.say(draft, "/publiko")).text


async def test_whoever_cancels_by_mistake_keeps_what_was_put_right(town, draft):
    await town.press(draft, "Whom it touches")
    await town.say(draft, "families")
    for leave in ("Cancel", "/anulo"):
        asked = await (town.say if leave.startswith("/") else town.press)(draft, leave)
        assert asked.labels == ["Yes, delete it", "Keep it"]
        assert "Throw this announcement away?" in (await town.say(draft, "pse?")).text
        assert "things to look at" in (await town.press(draft, "Keep it")).text
        await town.press(draft, "See the announcement")
        assert "families" in town.seen(draft)[-2]
    await town.press(draft, "Go on")
    await town.press(draft, "Cancel")
    assert "not published yet" in (await town.say(draft, "/publiko")).text


async def test_who_leaves_a_draft_twice_by_a_word_has_left_it(town, draft):
    await town.press(draft, "Last day")
    assert "Throw this announcement away?" in (await town.say(draft, "/anulo")).text
    assert "Nothing was sent" in (await town.say(draft, "/anulo")).text
    assert "or paste its text" in (await town.say(draft, "/publiko")).text


async def test_what_is_only_pasted_is_left_at_once(town, era, notice):
    for leave in (lambda: era.presses("Cancel", town.bot), lambda: era.says(town.bot, "/anulo")):
        await town.say(era, "/publiko")
        await town.say(era, notice)
        assert "Nothing was sent" in (await town.do(era, leave)).text


async def test_a_draft_that_was_left_is_taken_up_again(town, draft):
    await town.say(draft, "/zyra")
    resumed = await town.press(draft, "Publish a notice")
    assert "Plani Social" in resumed.text
    assert "things to look at" in (await town.press(draft, "Go on with it")).text


async def test_a_draft_that_was_left_can_be_begun_anew(town, draft):
    await town.say(draft, "/publiko")
    assert "or paste its text" in (await town.press(draft, "Delete it and begin a new one")).text


async def test_pieces_that_were_left_are_still_there(town, era, notice):
    await town.say(era, "/publiko")
    await town.say(era, notice)
    await town.say(era, "/zyra")
    assert "We have: 1 piece of text." in (await town.say(era, "/publiko")).text


async def test_it_can_be_kept_for_the_next_working_morning(town, draft):
    ana = await town.citizen()
    await town.press(draft, "Go on")
    await town.press(draft, "Publish later")
    question = await town.press(draft, "Wednesday, 21 June 2023, 09:00")
    assert "It will be published by itself: Wednesday, 21 June 2023, 09:00." in question.text
    assert "published by itself" in (await publish_despite(town, draft, "Publish at that time")).text
    await town.until(wall(date(2023, 6, 21), time(8, 55)))
    assert not any("Plani Social" in text for text in town.seen(ana))
    await town.until(wall(date(2023, 6, 21), time(9, 5)))
    assert sum("Plani Social" in text for text in town.seen(ana)) == 1


async def test_a_moment_is_asked_for_until_it_is_whole_and_to_come(town, draft):
    await town.press(draft, "Go on")
    await town.press(draft, "Publish later")
    assert "could not read a day" in (await town.say(draft, "shpejt")).text
    assert "Wednesday, 28 June 2023: at what hour?" in (await town.say(draft, "28 qershor")).text
    assert "We could not read an hour in that." in (await town.say(draft, "shpejt")).text
    assert "It will be published by itself: Wednesday, 28 June 2023, 09:00." in (await town.say(draft, "9")).text
    await town.press(draft, "Another time")
    await town.say(draft, "28 qershor")
    assert "It will be published by itself: Wednesday, 28 June 2023, 10:30." in (await town.say(draft, "10:30")).text
    await town.press(draft, "Another time")
    assert "past already" in (await town.say(draft, "1.6.2023 09:00")).text
    assert (
        "It will be published by itself: Monday, 3 July 2023, 08:15."
        in (await town.say(draft, "3.7.2023 ora 8:15")).text
    )


async def test_publishing_later_does_not_freeze_the_doubts(town, draft):
    await town.press(draft, "Go on")
    await town.press(draft, "Publish later")
    question = await town.say(draft, "20.7.2023 09:00")
    assert "only 3 working days away" in question.text


async def test_what_will_be_past_when_it_goes_out_is_not_said_to_be_past_today(town, draft):
    await town.press(draft, "Last day")
    await town.say(draft, "e premte, 18 gusht 2023")
    await town.press(draft, "Go on")
    await town.press(draft, "Publish later")
    assert "The meeting will be past by then" in (await town.say(draft, "25.7.2023 12:00")).text
    question = await town.say(draft, "22.8.2023 09:00")
    assert "The meeting will be past by then: Tuesday, 25 July 2023." in question.text
    assert "The last day for comments will be past by then: Friday, 18 August 2023." in question.text
    assert "past already" not in question.text
    assert "by then" not in (await town.say(draft, "25.7.2023 10:00")).text


async def test_a_citizen_cannot_publish(town):
    ana = await town.citizen(language="English")
    assert "Only a coordinator" in (await town.say(ana, "/publiko")).text
    ana.presses_data(town.bot, "n~publish")
    await town.settle()
    assert "Only a coordinator" in town.heard(ana).text


async def test_a_draft_waits_a_week(town, draft):
    await town.pass_time(timedelta(days=6), step=timedelta(hours=12))
    assert "Plani Social" in (await town.say(draft, "/publiko")).text


async def test_the_moment_can_be_written_where_it_is_asked_whether_to_publish(town, draft):
    await town.press(draft, "Go on")
    question = await town.say(draft, "3.7.2023 ora 8:15")
    assert "It will be published by itself: Monday, 3 July 2023, 08:15." in question.text
    assert "Another time" in (await town.say(draft, "po")).labels
    assert any(label.startswith("Publish at that time despite") for label in question.labels)


async def test_an_hour_that_is_none_is_said_to_be_none(town, draft):
    await town.press(draft, "Go on")
    await town.press(draft, "Publish later")
    await town.say(draft, "28 qershor")
    asked = await town.say(draft, "herët")
    assert "could not read" in asked.text
    assert "Wednesday, 28 June 2023: at what hour?" in asked.text


async def test_it_is_said_which_meeting_lacks_its_year_and_the_day_is_at_hand(town, era):
    await town.press(era, "Publish a notice")
    await town.say(
        era, "NJOFTIM\nTema: Plani i gjelbërimit\nTakim publik më 25 korrik, ora 11:00, në Sallën e Këshillit."
    )
    await town.press(era, "That was all")
    await town.press(era, "Go on")
    asked = town.heard(era)
    assert "25 korrik" in asked.text
    assert "Tuesday, 25 July 2023" in asked.labels
    assert "25 July 2023, 11:00" in (await town.press(era, "Tuesday, 25 July")).text


async def test_a_notice_that_was_announced_already_is_said_to_be(town, draft, notice):
    await town.press(draft, "Go on")
    await publish_despite(town, draft)
    await town.say(draft, "/publiko")
    await town.say(draft, notice)
    doubts = await town.press(draft, "That was all")
    assert "same title is there already: Tuesday, 20 June 2023" in doubts.text
    await town.press(draft, "Title")
    assert "same title" in (await town.say(draft, "“Plani Social i Bashkisë Përmet, 2024-2027”")).text
    await town.press(draft, "Title")
    assert "same title" not in (await town.say(draft, "Another plan")).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
async def test_a_notice_that_comes_as_a_text_file_is_read_and_is_no_document(town, era, notice, encoding):
    await town.press(era, "Publish a notice")
    content = notice.encode(encoding, errors="replace")
    doubts = await town.do(era, lambda: era.sends_document(town.bot, "njoftim.txt", content, "text/plain"))
    assert "We have read the notice from njoftim.txt; the file itself is not published." in doubts.text
    assert "Documents" in doubts.labels
    assert town.seen(era)[-2].startswith("Plani Social i Bashkisë Përmet 2024-2027")
    await town.do(era, lambda: era.sends_document(town.bot, "plani.pdf"))
    assert "Documents (1)" in town.heard(era).labels


async def test_a_text_file_out_of_the_blue_can_be_published_as_a_notice(town, era, notice):
    asked = await town.do(era, lambda: era.sends_document(town.bot, "n.txt", notice.encode(), "text/plain"))
    assert "We have kept what you sent" in asked.text
    doubts = await town.press(era, "Publish it as a notice")
    assert "We have read the notice from n.txt" in doubts.text


async def test_photos_out_of_the_blue_are_not_dropped_from_a_notice_in_silence(town, era):
    await town.do(era, lambda: era.sends_photo(town.bot, caption="NJOFTIM: takim publik"))
    begun = await town.press(era, "Publish it as a notice")
    assert "as a file, not as a photo" in begun.text
    assert "We have: 1 piece of text." in begun.text


async def test_a_text_file_that_is_too_large_or_of_a_citizen_stays_a_file(town, era):
    ana = await town.citizen("Ana", "English")
    await town.do(ana, lambda: ana.sends_document(town.bot, "n.txt", b"Pse?", "text/plain"))
    assert "Pse?" not in town.heard(ana).text
    await town.press(era, "Publish a notice")
    assert "getFile" not in [call.method for call in town.world.calls]
    sent = await town.do(era, lambda: era.sends_document(town.bot, "n.txt", b"a\n" * 1_500_000, "text/plain"))
    assert "People will be able to ask for: n.txt." in sent.text


async def test_what_has_become_doubtful_since_the_last_look_is_shown_before_it_goes_out(town, draft, notice):
    ana = await town.citizen(language="English")
    zana = await town.officer("Zana")
    await town.say(zana, "/publiko")
    await town.say(zana, notice)
    await town.press(zana, "That was all")
    await town.press(zana, "Go on")
    await town.press(draft, "Go on")
    await publish_despite(town, draft)
    await publish_despite(town, zana)
    again = next(text for text in town.seen(zana) if "Something has changed in the meantime" in text)
    assert "An announcement with the same title is there already" in again
    await town.pass_time(timedelta(minutes=1), step=timedelta(seconds=10))
    assert sum("Plani Social" in text for text in town.seen(ana)) == 1
    assert "published despite announced_already" not in await noted(town)
    await publish_despite(town, zana)
    assert "published despite announced_already" in await noted(town)


async def test_whoever_loses_the_office_with_an_announcement_begun_types_into_it_no_more(town):
    era = await town.officer("Era", role=Role.COORDINATOR)
    await town.say(era, "/publiko")
    await town.say(era, "NJOFTIM për konsultim publik, 27.06.2023, ora 11:00.")
    await loses_office(town, era)
    before = len(town.seen(era))
    said = await town.say(era, "Ndryshoje titullin.")
    assert "Only a coordinator of this institution can do that." in "\n".join(town.seen(era)[before:])
    assert "“Ndryshoje titullin.”" in said.text, "it is kept, and asked about"
    again = await town.say(era, "Dritat te shkolla.")
    assert "Only a coordinator" not in again.text
