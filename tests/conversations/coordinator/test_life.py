"""The life of a consultation: extended, corrected, repeated, cancelled, examined, answered, adopted."""

from datetime import date, time, timedelta

import pytest
from icalendar import Calendar

from bot.setup import FirstInstitution, ensure_institution
from participation.clock import wall
from participation.consultations.model import Step
from participation.messages import Media, MediaKind
from tests.conversations.coordinator.forums import told
from tests.conversations.coordinator.notes import noted
from tests.conversations.steps import comment, forged, texts_since
from tests.town import announce

TITLE = "Plani Social"


async def managed(square, title=TITLE, who=None):
    officer = who or square.zana
    await square.town.say(officer, "/zyra")
    await square.town.press(officer, "Consultations")
    return await square.town.press(officer, title)


async def after(square, day, hour=10):
    """Let the days pass until that one, with all that they bring."""
    town = square.town
    await town.until(wall(day, time(hour)), timedelta(days=1))
    await town.settle()


async def cancelled(square, reason="The plan is withdrawn."):
    await managed(square)
    await square.town.press(square.zana, "Cancel the consultation")
    await square.town.say(square.zana, reason)
    return await square.town.press(square.zana, "Cancel the consultation and tell everybody")


async def summed_up(square):
    await after(square, date(2023, 8, 21))
    await managed(square)
    await square.town.press(square.zana, "Publish what became of the comments")
    return await square.town.press(square.zana, "Publish what became of the comments")


async def test_its_page_shows_how_it_stands_and_how_its_time_runs(square):
    page = await managed(square)
    assert "Open for comments." in page.text
    assert "Notice of 20 June 2023, comments until 18 August 2023: 42 working days." in page.text
    assert "No comments yet." in page.text
    assert {"Correct it or add to it", "Give more time", "Repeat the notice", "Cancel the consultation"} <= set(
        page.labels
    )
    assert "Begin to examine the comments" not in page.labels


async def test_a_consultation_with_less_time_than_the_law_gives_says_so_on_its_page(square):
    await announce(square.town, square.zana, title="Taksat", deadline=date(2023, 7, 5))
    page = await managed(square, "Taksat")
    assert "less than 20 working days, which end on 19 July 2023" in page.text
    assert "40 working days would end on" in page.text


async def test_more_time_is_told_to_everybody_old_and_new_with_its_reason(square):
    town, ana, zana = square.town, square.ana, square.zana
    await managed(square)
    asked = await town.press(zana, "Give more time")
    assert "Until which day may people comment now?" in asked.text
    await town.say(zana, "25.8.2023")
    before = len(town.seen(ana))
    shown = await town.say(zana, "Many asked for it.")
    preview = town.seen(zana)[-2]
    assert "There is more time to comment" in preview
    assert "1 person will be told." in shown.text
    assert len(town.seen(ana)) == before
    done = await town.press(zana, "Change it and tell everybody")
    told = texts_since(town, ana, before)
    assert told.count("There is more time to comment") == 1
    assert "Comments were until: Friday, 18 August 2023." in told
    assert "Comments until: Friday, 25 August 2023" in told
    assert "Reason: Many asked for it." in told
    assert "There is more time now." in town.seen(zana)[-2] or "There is more time now." in done.text
    assert "notice extended" in await noted(town)


async def test_what_was_said_before_stays_readable(square):
    town, ana, zana = square.town, square.ana, square.zana
    await managed(square)
    await town.press(zana, "Give more time")
    await town.say(zana, "25.8.2023")
    await town.say(zana, "Many asked for it.")
    await town.press(zana, "Change it and tell everybody")
    await town.press(ana, "Read the consultation")
    listed = await town.press(ana, "What it said before")
    assert "1. Tuesday, 20 June 2023: announced." in listed.text
    assert "2. Tuesday, 20 June 2023: more time was given. Reason: Many asked for it." in listed.text
    old = await town.press(ana, "Read what it said")
    assert "It does not hold any more." in old.text
    assert "18 August 2023" in old.text
    assert "25 August 2023" not in old.text
    assert "Comment" not in old.labels


@pytest.mark.parametrize("words", ["17.8.2023", "1.6.2023", "20.6.2043"])
async def test_time_is_never_taken_away_nor_given_beyond_sense(square, words):
    town, zana = square.town, square.zana
    await managed(square)
    await town.press(zana, "Give more time")
    refused = await town.say(zana, words)
    assert any(said in refused.text for said in ("the last day can only come later", "Do you mean", "too far away"))
    assert "notice extended" not in await noted(town)


async def test_the_deadline_that_was_moved_is_reminded_of_and_the_old_one_is_not(square):
    town, ana, zana = square.town, square.ana, square.zana
    await town.press(ana, TITLE)
    await town.press(ana, "Remind me")
    await managed(square)
    await town.press(zana, "Give more time")
    await town.say(zana, "1.9.2023")
    await town.say(zana, "Holidays.")
    await town.press(zana, "Change it and tell everybody")
    before = len(town.seen(ana))
    await after(square, date(2023, 8, 18))
    assert "Friday, 18 August" not in texts_since(town, ana, before)
    await after(square, date(2023, 9, 1))
    assert texts_since(town, ana, before).count("The time for comments is running out") >= 1


async def test_an_open_step_that_gets_its_day_is_told_once(square):
    town, ana, zana = square.town, square.ana, square.zana
    await announce(town, zana, title="Rruga", steps=(Step("Fokus-grupe"), Step("Drafti i parë")))
    await managed(square, "Rruga")
    await town.press(zana, "Correct it or add to it")
    await town.press(zana, "Steps")
    await town.press(zana, "Fokus-grupe")
    await town.say(zana, "3.7.2023")
    before = len(town.seen(ana))
    await town.press(zana, "Go on")
    assert "There is something new" in town.seen(zana)[-2]
    await town.press(zana, "Change it and tell everybody")
    told = texts_since(town, ana, before)
    assert told.count("There is something new") == 1
    assert "Fokus-grupe: Monday, 3 July 2023 (before: date to be set)" in told
    assert "Drafti i parë" not in told
    assert "Reason" not in told


async def test_a_correction_owes_its_reason_and_a_slip_of_the_pen_is_one_tap(square):
    town, ana, zana = square.town, square.ana, square.zana
    await managed(square)
    await town.press(zana, "Correct it or add to it")
    await town.press(zana, "Whom it touches")
    await town.say(zana, "Familjet.")
    await town.press(zana, "Title")
    await town.say(zana, "Plani Social 2024–2028")
    asked = await town.press(zana, "Go on")
    assert "Why is it corrected?" in asked.text
    await town.press(zana, "There was a slip of the pen.")
    before = len(town.seen(ana))
    await town.press(zana, "Change it and tell everybody")
    told = texts_since(town, ana, before)
    assert "Title: Plani Social 2024–2028 (before: Plani Social 2024–2027)" in told
    assert "Whom it touches, added: Familjet." in told
    assert "Reason: There was a slip of the pen." in told


async def test_a_meeting_that_is_added_later_is_told_and_can_be_come_to(square):
    town, ana, zana = square.town, square.ana, square.zana
    await managed(square)
    await town.press(zana, "Correct it or add to it")
    await town.press(zana, "Meetings")
    await town.press(zana, "Add a meeting")
    await town.say(zana, "27.7.2023, 17:00")
    await town.say(zana, "Shkolla e Petranit")
    before = len(town.seen(ana))
    await town.press(zana, "Go on")
    await town.press(zana, "Change it and tell everybody")
    assert "Meeting, added: Thursday, 27 July 2023, 17:00, Shkolla e Petranit" in texts_since(town, ana, before)
    await town.press(ana, "Read the consultation")
    listed = await town.press(ana, "I will come")
    assert len([label for label in listed.labels if "July" in label or "Jul" in label]) == 2


async def test_what_it_said_before_has_the_meetings_and_documents_of_its_day(square):
    town, ana, zana = square.town, square.ana, square.zana
    await announce(town, zana, title="Rruga", papers=(Media(MediaKind.DOCUMENT, "ref", "projekti.pdf", 1_200),))
    await told(square, zana, "/zyra", "Consultations", "Rruga", "Correct it or add to it", "Meetings", "Add a meeting")
    await told(square, zana, "“27.7.2023, 17:00”", "“Shkolla e Petranit”", "Documents", "projekti.pdf")
    await told(square, zana, "Go on", "There was a slip of the pen.")
    assert "Document, no longer: projekti.pdf" in town.seen(zana)[-2]
    await town.press(zana, "Change it and tell everybody")
    card = await town.press(ana, "Read the consultation")
    assert "Shkolla e Petranit" in card.text
    await town.press(ana, "What it said before")
    before = await town.press(ana, "Read what it said")
    assert "Tuesday, 25 July 2023, 11:00, Salla e Këshillit Bashkiak" in before.text
    assert "Shkolla e Petranit" not in before.text
    assert "projekti.pdf" in (await town.press(ana, "projekti.pdf")).text or town.heard(ana).file


async def test_a_protocol_number_rings_nobody_up(square):
    town, ana, zana = square.town, square.ana, square.zana
    before = len(town.seen(ana))
    await managed(square)
    await town.press(zana, "Correct it or add to it")
    await town.press(zana, "Protocol number")
    await town.say(zana, "1234/5")
    looked = await town.press(zana, "Go on")
    assert "Nobody is notified of this." in looked.text
    await town.press(zana, "Change it")
    assert texts_since(town, ana, before) == ""
    await town.press(ana, TITLE)
    assert "1234/5" in town.heard(ana).text


async def test_a_correction_that_changes_nothing_is_refused_and_can_go_on(square):
    town, zana = square.town, square.zana
    await managed(square)
    await town.press(zana, "Correct it or add to it")
    refused = await town.press(zana, "Go on")
    assert "Nothing would change" in refused.text
    await town.press(zana, "Title")
    assert "Write the title." in town.heard(zana).text


async def test_a_notice_that_is_repeated_begins_its_time_again(square):
    town, ana, zana = square.town, square.ana, square.zana
    await after(square, date(2023, 8, 21))
    await managed(square)
    await town.press(zana, "Repeat the notice")
    before = len(town.seen(ana))
    await town.say(zana, "Too few comments came.")
    await town.press(zana, "Change it and tell everybody")
    told = texts_since(town, ana, before)
    assert "The time for comments begins again" in told
    assert "Comments until: Tuesday, 19 September 2023 (20 working days left)." in told
    receipt = await comment(town, ana, "Now I have something to say.")
    assert "late" not in receipt.text
    assert "Open for comments." in (await managed(square)).text


async def test_a_consultation_is_cancelled_with_its_meetings_by_one_message(square):
    town, ana, zana = square.town, square.ana, square.zana
    beni = await town.citizen("Beni", "English")
    await town.press(beni, TITLE)
    await town.press(beni, "I will come")
    before, her = len(town.seen(beni)), len(town.seen(ana))
    await managed(square)
    await town.press(zana, "Cancel the consultation")
    looked = await town.say(zana, "The plan is withdrawn.")
    assert "1 meeting is cancelled with it." in looked.text
    await town.press(zana, "Cancel the consultation and tell everybody")
    for person, seen in ((beni, before), (ana, her)):
        told = texts_since(town, person, seen)
        assert told.count("The consultation is cancelled") == 1
        assert "The meeting is cancelled" not in told
        assert "Reason: The plan is withdrawn." in told
    await after(square, date(2023, 7, 26))
    assert "Reminder" not in texts_since(town, beni, before)
    card = await town.press(beni, "Read the consultation")
    assert "This consultation was cancelled." in card.text
    assert "Comment" not in card.labels


async def test_somebody_who_comes_and_follows_nothing_hears_that_it_is_cancelled(square):
    town = square.town
    beni = await town.citizen("Beni", "English")
    await town.press(beni, TITLE)
    await town.press(beni, "I will come")
    await town.say(beni, "/ndjek")
    await town.press(beni, "Përmet")
    before = len(town.seen(beni))
    await cancelled(square)
    assert "The consultation is cancelled" in texts_since(town, beni, before)


async def test_the_calendar_file_of_a_cancelled_consultation_has_the_same_name_and_says_so(square):
    town, ana = square.town, square.ana
    await town.press(ana, TITLE)
    await town.press(ana, "I will come")
    first = Calendar.from_ical((await town.press(ana, "Add to my calendar")).file.content).walk("VEVENT")[0]
    await cancelled(square)
    town.clock.move(timedelta(minutes=5))
    await town.do(ana, lambda: ana.presses_data(town.bot, "ic~1"))
    again = Calendar.from_ical(town.heard(ana).file.content).walk("VEVENT")[0]
    assert again["uid"] == first["uid"]
    assert again["sequence"] > first["sequence"]
    assert again["status"] == "CANCELLED"


async def test_a_cancelled_consultation_takes_no_comment_and_is_amended_no_more(square):
    town, ana, zana = square.town, square.ana, square.zana
    await town.press(ana, TITLE)
    await town.press(ana, "Comment")
    await town.say(ana, "Too late?")
    await cancelled(square)
    refused = await town.press(ana, "Without a name")
    refused = refused if "does not take comments" in refused.text else await town.press(ana, "Send")
    assert "This consultation does not take comments now." in refused.text
    for what in ("extended", "repeated", "cancelled"):
        assert "not at that stage" in await forged(square, zana, f"ka~1~{what}")
    assert "not at that stage" in await forged(square, zana, "kx~1")


async def test_comments_are_examined_when_their_time_is_over_and_not_before(square):
    town, ana, zana = square.town, square.ana, square.zana
    for button in ("kc~1~review", "kq~1"):
        assert "still to come" in await forged(square, zana, button)
    await after(square, date(2023, 8, 21))
    page = await managed(square)
    assert "Closed, not examined yet." in page.text
    asked = await town.press(zana, "Begin to examine the comments")
    assert "no button takes it back" in asked.text
    assert "stage review" not in await noted(town)
    await town.press(zana, "Yes, begin")
    await town.press(ana, TITLE)
    assert "Where it stands (3 of 5): the comments are being examined." in town.heard(ana).text
    receipt = await comment(town, ana, "Late, but here.")
    assert "late" in receipt.text.casefold()


async def test_without_a_last_day_examining_is_not_offered_first_and_is_asked_about(square):
    town, zana = square.town, square.zana
    await announce(town, zana, title="Taksat", deadline=None)
    await after(square, date(2023, 7, 26))
    page = await managed(square, "Taksat")
    assert page.labels.index("Correct it or add to it") < page.labels.index("Begin to examine the comments")
    asked = await town.press(zana, "Begin to examine the comments")
    assert "No last day for comments is set." in asked.text
    assert "Open for comments." in (await town.press(zana, "Back to the consultation")).text
    await town.press(zana, "Begin to examine the comments")
    await town.press(zana, "Yes, begin")
    assert "The comments are being examined." in (await managed(square, "Taksat")).text


async def test_it_is_summed_up_with_what_was_decided_and_told_to_everybody(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "A bus.")
    await town.say(zana, "/zyra")
    await town.press(zana, "Comments to answer")
    await town.press(zana, "PR-2023-0001")
    await town.press(zana, "Answer")
    await town.press(zana, "Accept")
    await town.press(zana, "Without a reason")
    await town.press(zana, "Send")
    await after(square, date(2023, 8, 21))
    before = len(town.seen(ana))
    await managed(square)
    looked = await town.press(zana, "Publish what became of the comments")
    assert "accepted: 1" in looked.text
    assert "undecided" not in looked.text
    await town.press(zana, "Publish what became of the comments")
    told = texts_since(town, ana, before)
    assert "The summary of comments is published" in told
    assert "1 comment came:" in told
    assert "• accepted: 1" in told


async def test_with_comments_undecided_it_is_summed_up_only_for_a_reason_that_is_noted(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "A bus.")
    await after(square, date(2023, 8, 21))
    await managed(square)
    looked = await town.press(zana, "Publish what became of the comments")
    assert "1 comment is not decided yet." in looked.text
    assert "Publish what became of the comments" not in looked.labels
    await town.press(zana, "Publish it without deciding them")
    refused = await town.say(zana, "…")
    assert "reason" in refused.text
    looked = await town.say(zana, "The council asked for it today.")
    assert "Reason: The council asked for it today." in looked.text
    await town.press(zana, "Publish what became of the comments")
    assert "summed up with 1 undecided" in await noted(town)
    assert "not decided: 1" in "\n".join(town.seen(ana))


async def test_the_act_is_told_with_its_number_day_and_link(square):
    town, ana, zana = square.town, square.ana, square.zana
    await summed_up(square)
    await managed(square)
    await town.press(zana, "The act is adopted")
    await town.say(zana, "Vendim nr. 43")
    refused = await town.say(zana, "30.8.2023")
    assert "not still to come" in refused.text
    await town.press(zana, "Today")
    refused = await town.say(zana, "no link")
    assert "not a link" in refused.text
    looked = await town.say(zana, "https://permet.example/vendime/43")
    assert "The act: Vendim nr. 43, Monday, 21 August 2023" in looked.text
    before = len(town.seen(ana))
    await town.press(zana, "Publish it and tell everybody")
    told = texts_since(town, ana, before)
    assert "The act is adopted" in told
    assert "Vendim nr. 43" in told
    assert "https://permet.example/vendime/43" in told
    page = await managed(square)
    await town.press(zana, "Correct what is said of the act")
    await town.say(zana, "Vendim nr. 44")
    await town.press(zana, "Today")
    await town.press(zana, "There is no link yet")
    before = len(town.seen(ana))
    await town.press(zana, "Publish it")
    assert texts_since(town, ana, before) == ""
    await town.press(ana, TITLE)
    assert "Vendim nr. 44" in town.heard(ana).text
    assert "Where it stands (5 of 5)" in town.heard(ana).text
    assert "Repeat the notice" not in page.labels


async def test_of_two_coordinators_who_change_it_at_once_the_second_looks_again(square):
    town, zana = square.town, square.zana
    era = await town.officer("Era")
    for officer in (zana, era):
        await managed(square, who=officer)
        await town.press(officer, "Give more time")
        await town.say(officer, "25.8.2023" if officer is zana else "28.8.2023")
        await town.say(officer, "Many asked for it.")
    await town.press(zana, "Change it and tell everybody")
    await town.press(era, "Change it and tell everybody")
    assert any("Something has changed in the meantime." in text for text in town.seen(era)[-3:])
    assert (await noted(town)).count("notice extended") == 1


async def test_a_day_off_that_is_added_moves_a_counted_deadline_once_and_never_back(square):
    town, ana, zana = square.town, square.ana, square.zana
    await announce(town, zana, title="Taksat", deadline=date(2023, 7, 18))
    before = len(town.seen(ana))
    async with town.service.database.transaction() as unit:
        await unit.sheets.read_in("days_off", "day,name,worked\n2023-07-10,Pushim,no\n")
    await town.pass_time(timedelta(hours=3))
    told = texts_since(town, ana, before)
    assert told.count("There is more time to comment") == 1
    assert "Comments were until: Tuesday, 18 July 2023." in told
    assert "Comments until: Wednesday, 19 July 2023" in told
    assert "A day off was added to the calendar, and it does not count." in told
    async with town.service.database.transaction() as unit:
        await unit.sheets.take_out("days_off", ["13"])
    await town.pass_time(timedelta(days=1))
    assert texts_since(town, ana, before).count("There is more time to comment") == 1


async def test_what_another_institution_published_is_not_there(square):
    town = square.town
    await ensure_institution(FirstInstitution("Qarku Gjirokastër", "Përmet", "QG"), town.service.database)
    stranger = await town.officer("Mira", institution="Qarku Gjirokastër")
    for data in (
        "kk~1",
        "ka~1~extended",
        "kx~1",
        "kc~1~review",
        "kc~1~summarised",
        "kc~1~adopted",
        "kq~1",
        "rp~1",
        "rr~1~x",
    ):
        said = await forged(square, stranger, data)
        assert "Plani" not in said, data
