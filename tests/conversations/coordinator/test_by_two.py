"""Release by two: whatever comes after an announcement waits for a colleague too, as it was looked at."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.setup import FirstInstitution, ensure_institution
from handlers.commands.pending import RELEASED
from participation.clock import wall
from participation.consultations.amending import amend, cancel, repeat
from participation.consultations.model import Adoption, Stage
from participation.consultations.outcome import adopt, summarise
from participation.consultations.versions import NewVersion
from participation.drafts import KeptDraft
from participation.errors import Refusal, Refused
from participation.forum.members import call_for_members
from participation.ids import ConsultationId, InstitutionId, MeetingId, PendingId
from participation.meetings.model import Venue
from participation.meetings.usecases import cancel_meeting, move_meeting
from participation.offices.pending import give_back
from tests.conversations.coordinator.forums import found, told
from tests.conversations.coordinator.notes import noted
from tests.conversations.coordinator.test_life import after
from tests.conversations.coordinator.test_releasing import by_two
from tests.conversations.steps import comment, forged, loses_office, publish_despite, raw, texts_since

ASK = "Ask a colleague to release it"
HELD = ("/zyra", "Consultations", "Plani Social")
MEETING = ("/zyra", "Meetings ahead", "25 July 2023")
LONGER = (*HELD, "Give more time", "“25.8.2023”", "“Many asked for it.”", ASK)
OVER = date(2023, 8, 21)
CHANGES = {
    "more time": (None, LONGER, "There is more time to comment"),
    "anew": (OVER, (*HELD, "Repeat the notice", "“It was not seen.”", ASK), "begins again"),
    "off": (None, (*HELD, "Cancel the consultation", "“The plan is withdrawn.”", ASK), "It will not go on"),
    "corrected": (
        None,
        (*HELD, "Correct it or add to it", "Title", "“Plani Social i ri”", "Go on", "There was a slip", ASK),
        "Plani Social i ri",
    ),
    "moved": (None, (*MEETING, "Move to another", "“28.7.2023”", "The hall is not free.", ASK), "28 July 2023"),
    "elsewhere": (None, (*MEETING, "Change the place", "“Biblioteka”", "The hall is not free.", ASK), "Biblioteka"),
    "called off": (None, (*MEETING, "Cancel the meeting", "The hall is not free.", ASK), "It will not take place"),
    "summed up": (OVER, (*HELD, "Publish what became of the comments", ASK), "summary of comments is published"),
    "adopted": (OVER, (*HELD, "The act is adopted", "“Vendimi nr. 43”", "Today", "There is no link", ASK), "nr. 43"),
}
"""On which day, what is pressed and written, and what everybody reads of it."""


@pytest.fixture
async def two(square):
    """An institution of two coordinators that works by two; Ana follows, and comes to the meeting."""
    await told(square, square.ana, "/hapur", "Plani Social", "I will come", "Yes")
    beni = await square.town.officer("Beni")
    await by_two(square.town)
    return square, beni


@pytest.mark.parametrize("change", CHANGES)
async def test_each_change_waits_for_a_colleague_and_goes_out_as_it_was_looked_at(two, change):
    square, beni = two
    town, zana, ana = square.town, square.zana, square.ana
    day, steps, heard = CHANGES[change]
    if day is not None:
        await after(square, day)
    if change == "adopted":
        await told(square, zana, *CHANGES["summed up"][1])
        await told(square, beni, "Look at it", "Release it")
    before = len(town.seen(ana))
    asked = await told(square, zana, *steps)
    assert "It waits for a second coordinator" in asked.text
    assert "1 colleague was told." in asked.text
    assert heard not in texts_since(town, ana, before)
    assert "A change waits for you" in town.heard(beni).text
    shown = await town.press(beni, "Look at it")
    assert "A colleague has prepared it." in shown.text
    assert town.seen(beni)[-2] in town.seen(zana) or change in {"summed up", "adopted"}
    assert ASK not in shown.labels
    assert heard not in texts_since(town, ana, before)
    await town.press(beni, "Release it")
    assert heard in texts_since(town, ana, before)
    assert not any("Waiting" in label for label in (await town.say(beni, "/zyra")).labels)


async def test_the_call_of_a_forum_waits_for_a_colleague_too(two):
    square, beni = two
    town, zana, ana = square.town, square.zana, square.ana
    await found(square)
    before = len(town.seen(ana))
    await told(square, zana, "/zyra", "The forum", "Open a call", "“18.8.2023”", "“Ejani!”", ASK)
    assert "Bashkia Përmet" in town.heard(beni).text
    await town.press(beni, "Look at it")
    assert "Ejani!" in town.heard(beni).text
    assert "Ejani!" not in texts_since(town, ana, before)
    await town.press(beni, "Release it")
    assert texts_since(town, ana, before).count("Ejani!") == 1


async def test_who_has_prepared_it_cannot_release_it_by_any_button(two):
    square, beni = two
    town, zana, ana = square.town, square.zana, square.ana
    await told(square, zana, *LONGER)
    before = len(town.seen(ana))
    shown = await told(square, zana, "/zyra", "Waiting for a second coordinator (1)")
    assert "You have prepared it: a colleague has to release it." in shown.text
    assert shown.labels == ["Change it", "Throw it away", "Coordinator's desk"]
    assert "a colleague has to release it" in await forged(square, zana, "rl~1~x")
    assert "a colleague has to release it" in await forged(square, zana, "rb~1")
    assert "more time" not in texts_since(town, ana, before)
    assert "Release it" in (await told(square, beni, "/zyra", "Waiting for a second coordinator (1)")).labels


async def test_of_another_institution_nobody_sees_changes_or_releases_it(two):
    square, _ = two
    town = square.town
    await told(square, square.zana, *LONGER)
    await ensure_institution(FirstInstitution("Bashkia Berat", "Berat", "BR"), town.service.database)
    stranger = await town.officer("Dea", institution="Bashkia Berat")
    before = len(town.seen(square.ana))
    for data in ("rc~1", "rl~1~x", "ro~1", "rx~1~1", "rb~1"):
        assert "Only a coordinator of this institution can do that." in await forged(square, stranger, data)
    assert "more time" not in texts_since(town, square.ana, before)
    assert not any("Waiting" in label for label in (await town.say(stranger, "/zyra")).labels)


async def test_given_back_with_a_reason_it_is_changed_and_asked_for_again(two):
    square, beni = two
    town, zana, ana = square.town, square.zana, square.ana
    await told(square, zana, *LONGER)
    await told(square, beni, "Look at it", "Give it back", "“That is a holiday.”")
    assert "It is given back." in town.heard(beni).text
    assert not any("Waiting" in label for label in (await town.say(beni, "/zyra")).labels)
    assert "not for you" in await forged(square, beni, "rl~1~x")
    assert "A change was given back to you" in town.heard(zana).text
    assert "A colleague gave it back: That is a holiday." in town.heard(zana).text
    shown = await town.press(zana, "Look at it")
    assert "There is more time to comment" in town.seen(zana)[-2]
    assert "A colleague gave it back: That is a holiday." in shown.text
    await told(square, zana, "Change it", "Back", "Back", "“28.8.2023”", "“Many asked for it.”", ASK)
    before = len(town.seen(ana))
    await told(square, beni, "Look at it", "Release it")
    assert "28 August 2023" in texts_since(town, ana, before)


async def test_whoever_changes_it_cannot_release_it_any_more_and_its_author_can(two):
    square, beni = two
    town, zana = square.town, square.zana
    await told(square, zana, *LONGER)
    await told(square, beni, "Look at it", "Change it")
    assert "There is more time to comment" in town.seen(beni)[-2]
    await town.press(beni, ASK)
    assert "a colleague has to release it" in await forged(square, beni, "rl~2~x")
    assert "not for you" in await forged(square, zana, "rl~1~x")
    await told(square, zana, "Look at it", "Release it")
    assert "There is more time now." in "\n".join(town.seen(zana)[-3:])


async def test_a_correction_that_is_taken_over_goes_on_from_its_draft(two):
    square, beni = two
    town, ana = square.town, square.ana
    await told(square, square.zana, *CHANGES["corrected"][1])
    await told(square, beni, "Look at it", "Change it", "Back", "Back")
    await told(square, beni, "Title", "“Plani Social 2030”", "Go on", "There was a slip", ASK)
    before = len(town.seen(ana))
    await told(square, square.zana, "Look at it", "Release it")
    assert "Plani Social 2030" in texts_since(town, ana, before)


async def test_what_one_has_begun_oneself_must_be_done_with_before_another_is_taken_over(two):
    square, beni = two
    town = square.town
    await told(square, square.zana, *LONGER)
    await told(square, beni, *HELD, "Cancel the consultation", "“The plan is withdrawn.”")
    await told(square, beni, "/zyra", "Waiting for a second", "Change it")
    assert "Please finish or cancel this one first" in town.seen(beni)[-2]
    await told(square, beni, "Leave it as it is", "/zyra", "Waiting for a second", "Change it")
    assert "There is more time to comment" in town.seen(beni)[-2]


async def test_a_correction_is_not_taken_over_into_an_announcement_that_was_begun(two):
    square, beni = two
    await told(square, square.zana, *CHANGES["corrected"][1])
    await told(square, beni, "/publiko", "“NJOFTIM Tema: Taksat.”")
    shown = await told(square, beni, "/zyra", "Waiting for a second", "Change it")
    assert "Please finish or cancel this one first" in shown.text


async def test_its_author_throws_it_away_after_a_question(two):
    square, beni = two
    town = square.town
    await told(square, square.zana, *LONGER)
    await told(square, square.zana, "/zyra", "Waiting for a second", "Throw it away", "Back")
    await told(square, square.zana, "Throw it away", "Yes, throw it away")
    assert "It is thrown away." in town.heard(square.zana).text
    assert "not here any more" in await forged(square, beni, "rl~1~x")
    shown = await told(square, beni, "/zyra")
    assert not any("Waiting" in label for label in shown.labels)


async def test_a_colleague_does_not_throw_away_what_another_has_prepared(two):
    square, beni = two
    await told(square, square.zana, *LONGER)
    assert "Only a coordinator" in await forged(square, beni, "rx~1~1")
    assert "Release it" in (await told(square, beni, "/zyra", "Waiting for a second")).labels


async def test_what_was_prepared_for_another_text_is_not_released_but_looked_at_anew(two):
    square, beni = two
    town, zana, ana = square.town, square.zana, square.ana
    await told(square, zana, *CHANGES["corrected"][1])
    await told(square, beni, *LONGER)
    assert "Waiting for a second coordinator (2)" in (await town.say(zana, "/zyra")).labels
    await told(square, zana, "Waiting for a second", "The next one", "Release it")
    before = len(town.seen(ana))
    shown = await told(square, beni, "/zyra", "Waiting for a second")
    assert "The notice has changed since this was prepared." in shown.text
    assert "Release it" not in shown.labels
    assert "The notice has changed" in await forged(square, beni, "rl~1~x")
    assert "Plani Social i ri" not in texts_since(town, ana, before)
    await told(square, zana, "/zyra", "Waiting for a second", "Change it")
    draft = "\n".join(town.seen(zana)[-2:])
    assert "Plani Social i ri" in draft, "what was corrected is kept"
    assert "25 gusht 2023" in draft, "what a colleague changed meanwhile too"
    await told(square, zana, "Go on", "There was a slip", ASK)
    await told(square, beni, "Look at it", "Release it")
    assert "Plani Social i ri" in texts_since(town, ana, before)
    assert not any("Waiting" in label for label in (await town.say(zana, "/zyra")).labels), "the former one gave way"


async def test_a_meeting_that_moved_meanwhile_overtakes_no_correction(two):
    square, beni = two
    town = square.town
    await told(square, square.zana, *CHANGES["corrected"][1])
    await told(square, square.zana, *CHANGES["elsewhere"][1])
    await told(square, beni, "/zyra", "Waiting for a second", "The next one", "Release it")
    before = len(town.seen(square.ana))
    await told(square, beni, "/zyra", "Waiting for a second", "Release it")
    assert "Plani Social i ri" in texts_since(town, square.ana, before)


async def test_what_is_another_one_by_now_is_looked_at_once_more(two):
    """A notice given anew a week later has another last day than the one that was looked at."""
    square, beni = two
    town = square.town
    await after(square, OVER)
    await told(square, square.zana, *CHANGES["anew"][1])
    await town.press(beni, "Look at it")
    await after(square, date(2023, 8, 28))
    before = len(town.seen(square.ana))
    shown = await town.press(beni, "Release it")
    assert "Something has changed in the meantime." in shown.text
    assert "begins again" not in texts_since(town, square.ana, before)
    looked_at = town.seen(beni)[-2]
    await town.press(beni, "Release it")
    assert looked_at in texts_since(town, square.ana, before)


CALL = ("/zyra", "The forum", "Open a call", "“18.8.2023”", "“Ejani!”", ASK)


async def test_a_call_that_was_ended_meanwhile_is_not_put_right_and_opened_again(two):
    square, beni = two
    town, zana = square.town, square.zana
    await found(square)
    await told(square, zana, *CALL)
    await told(square, beni, "Look at it", "Release it")
    await told(square, zana, "/zyra", "The forum", "Move its last day", "“28.8.2023”", ASK)
    await town.press(beni, "Look at it")
    await told(square, zana, "/zyra", "The forum", "End the call")
    before = len(town.seen(square.ana))
    shown = await town.press(beni, "Release it")
    assert "No call for this forum is open now." in shown.text
    assert "Change it" not in shown.labels
    assert "apply until" not in texts_since(town, square.ana, before)


async def test_another_name_of_the_forum_is_looked_at_before_its_call_goes_out(two):
    square, beni = two
    await found(square)
    await told(square, square.zana, *CALL)
    await square.town.press(beni, "Look at it")
    await told(square, square.zana, "/zyra", "The forum", "Another name", "“Votoni”")
    shown = await square.town.press(beni, "Release it")
    assert "Something has changed in the meantime." in shown.text
    assert "Votoni" in shown.text


async def test_a_button_that_asks_never_sends_when_there_is_nobody_to_be_asked_any_more(two):
    square, _ = two
    town = square.town
    town.clock.set(wall(date(2023, 7, 24), time(18, 55)))
    await told(square, square.zana, *MEETING, "Change the place", "“Biblioteka”", "The hall is not free.")
    town.clock.set(wall(date(2023, 7, 24), time(19, 5)))
    before = len(town.seen(square.ana))
    shown = await town.press(square.zana, ASK)
    assert "Something has changed in the meantime." in shown.text
    assert "It begins soon" in shown.text
    assert "Biblioteka" not in texts_since(town, square.ana, before)
    await town.press(square.zana, "Change it and tell everybody")
    assert "Biblioteka" in texts_since(town, square.ana, before)
    assert "changed alone" in await noted(town)


async def test_a_colleague_who_begins_to_change_it_and_leaves_it_destroys_nothing(two):
    square, beni = two
    await told(square, square.zana, *CHANGES["corrected"][1])
    await told(square, beni, "Look at it", "Change it", "Leave it as it is")
    shown = await told(square, beni, "/zyra", "Waiting for a second coordinator (1)")
    assert "Release it" in shown.labels


async def test_who_asks_for_the_same_once_more_asks_for_the_new_one_alone(two):
    square, beni = two
    await told(square, square.zana, *LONGER)
    await told(square, square.zana, *HELD, "Give more time", "“28.8.2023”", "“Many asked for it.”", ASK)
    await told(square, beni, "/zyra", "Waiting for a second coordinator (1)")
    assert "28 August 2023" in square.town.seen(beni)[-2]


@pytest.mark.parametrize("gone", ["dismissed", "erased"])
async def test_what_somebody_has_prepared_who_is_gone_is_released_or_thrown_away(two, gone):
    square, beni = two
    town = square.town
    await told(square, square.zana, *LONGER)
    if gone == "erased":
        await told(square, square.zana, "/fshij", "Yes, erase everything")
    else:
        await loses_office(town, square.zana)
    shown = await told(square, beni, "/zyra", "Waiting for a second coordinator (1)")
    assert "Give it back" not in shown.labels
    assert "Release it" in shown.labels
    assert "It is given back." not in await forged(square, beni, "rb~1")
    await told(square, beni, "/zyra", "Waiting for a second", "Throw it away", "Yes, throw it away")
    assert not any("Waiting" in label for label in (await town.say(beni, "/zyra")).labels)


async def test_what_was_given_back_to_somebody_who_has_gone_since_is_everybodys(two):
    square, beni = two
    await told(square, square.zana, *LONGER)
    await told(square, beni, "Look at it", "Give it back", "“That is a holiday.”")
    await loses_office(square.town, square.zana)
    shown = await told(square, beni, "/zyra", "Changes given back (1)")
    assert "A colleague gave it back: That is a holiday." in shown.text
    assert "Release it" in shown.labels


async def test_a_document_that_is_added_is_opened_before_it_is_released(two):
    square, beni = two
    town, zana = square.town, square.zana
    await told(square, zana, *HELD, "Correct it or add to it", "Documents")
    await town.do(zana, lambda: zana.sends_document(town.bot, "relacion.pdf"))
    await told(square, zana, "Go on")
    if ASK not in town.heard(zana).labels:
        await town.say(zana, "It was missing.")
    await town.press(zana, ASK)
    await town.press(beni, "Look at it")
    *_, paper, letter, _ = beni.chat(town.bot).history.values()
    assert paper.file is not None
    assert paper.text == "relacion.pdf"
    assert "relacion.pdf" in letter.text


async def test_its_author_hears_that_it_was_released(two):
    square, beni = two
    before = len(square.town.seen(square.zana))
    await told(square, square.zana, *CHANGES["elsewhere"][1])
    await told(square, beni, "Look at it", "Release it")
    assert "What you prepared has been released" in texts_since(square.town, square.zana, before)


async def test_what_was_given_back_is_in_the_digest_of_its_author_and_has_a_button_of_its_own(two):
    square, beni = two
    town = square.town
    await told(square, square.zana, *LONGER)
    await told(square, beni, "Look at it", "Give it back", "“...”")
    assert "Please write why, in words." in town.heard(beni).text
    await town.say(beni, "That is a holiday.")
    assert "Changes given back (1)" in (await town.say(square.zana, "/zyra")).labels
    before = len(town.seen(square.zana))
    await town.until(wall(date(2023, 6, 21), time(10)), timedelta(hours=1))
    assert "1 announcement or change waits for you." in texts_since(town, square.zana, before)


async def test_a_summary_that_owes_a_decision_by_now_says_so_before_it_is_released(two):
    square, beni = two
    await after(square, OVER)
    await told(square, square.zana, *CHANGES["summed up"][1])
    await comment(square.town, square.ana, "Late, but still.")
    shown = await told(square, beni, "/zyra", "Waiting for a second")
    assert "There are comments that nobody has decided on." in shown.text
    assert "Release it" not in shown.labels
    await told(square, beni, "Change it", "Publish it without deciding them", "“It came late.”", ASK)
    before = len(square.town.seen(square.ana))
    await told(square, square.zana, "Look at it", "Release it")
    assert "summary of comments is published" in texts_since(square.town, square.ana, before)


async def test_a_look_at_a_meeting_is_not_in_the_way(two):
    square, beni = two
    await told(square, square.zana, *CHANGES["elsewhere"][1])
    await told(square, beni, *MEETING)
    shown = await told(square, beni, "/zyra", "Waiting for a second", "Change it")
    assert "finish or cancel" not in shown.text


async def test_what_can_no_longer_be_done_says_why(two):
    square, beni = two
    await told(square, square.zana, *MEETING, "Change the place", "“Biblioteka”", "The hall is not free.", ASK)
    square.town.clock.set(wall(date(2023, 7, 26), time(10)))
    shown = await told(square, beni, "/zyra", "Waiting for a second")
    assert "This meeting is over." in shown.text
    assert "Plani Social" in shown.text
    assert "Release it" not in shown.labels
    assert "This meeting is over." in await forged(square, beni, "rl~1~x")


async def test_of_two_who_release_it_at_once_the_second_is_told_and_nobody_hears_it_twice(two):
    square, beni = two
    town = square.town
    dea = await town.officer("Dea")
    await told(square, square.zana, *LONGER)
    before = len(town.seen(square.ana))
    await told(square, beni, "Look at it")
    await told(square, dea, "Look at it")
    await town.press(beni, "Release it")
    assert "not here any more" in (await town.press(dea, "Release it")).text
    assert texts_since(town, square.ana, before).count("There is more time to comment") == 1


async def test_alone_one_is_told_to_invite_somebody_and_nothing_goes_out(square):
    await by_two(square.town)
    before = len(square.town.seen(square.ana))
    asked = await told(square, square.zana, *LONGER)
    assert "Nobody else works here yet" in asked.text
    assert "more time" not in texts_since(square.town, square.ana, before)


async def test_a_meeting_of_what_is_not_announced_yet_is_changed_by_one_and_looked_at_by_two(town, draft):
    await by_two(town)
    await town.officer("Beni")
    await town.press(draft, "Go on")
    await town.press(draft, "Publish despite")
    await town.say(draft, "It was decided so.")
    square = type("Place", (), {"town": town})
    await told(square, draft, *MEETING, "Change the place", "“Biblioteka”")
    assert ASK not in town.heard(draft).labels
    await town.press(draft, "Change it")
    assert "The meeting has been changed" in town.heard(draft).text


async def test_a_meeting_of_what_was_released_for_later_is_not_changed_by_one(town, draft):
    await by_two(town)
    beni = await town.officer("Beni")
    square = type("Place", (), {"town": town})
    await told(square, draft, "Go on", "Publish later", "“3.7.2023 09:00”", "Publish at that time")
    await town.say(draft, "It was decided so.")
    await told(square, beni, "Look at it", "Publish at that time")
    await told(square, draft, *MEETING, "Change the place", "“Biblioteka”", ASK)
    await told(square, beni, "Look at it", "Release it")
    assert "The meeting has been changed" in town.heard(beni).text


async def test_it_is_written_down_who_asked_and_who_released(two):
    square, beni = two
    await told(square, square.zana, *LONGER)
    await told(square, beni, "Look at it", "Release it")
    assert [each for each in await noted(square.town) if each in {"ask for release", "release", "notice extended"}] == [
        "ask for release",
        "release",
        "notice extended",
    ]


async def test_the_digest_says_what_waits_until_it_is_released(two):
    square, beni = two
    town = square.town
    await told(square, square.zana, *LONGER)
    before = len(town.seen(beni))
    await town.until(wall(date(2023, 6, 21), time(10)), timedelta(hours=1))
    assert "1 announcement or change waits for you." in texts_since(town, beni, before)
    await told(square, beni, "Look at what waits", "Release it")
    before = len(town.seen(beni))
    await town.until(wall(date(2023, 6, 22), time(10)), timedelta(hours=1))
    assert "waits for you" not in texts_since(town, beni, before)


async def test_of_what_was_prepared_nothing_can_be_read_in_the_file(two, tmp_path):
    square, _ = two
    await told(square, square.zana, *LONGER)
    assert b"Many asked for it" not in raw(tmp_path)


async def test_a_change_of_an_older_version_of_the_bot_is_said_to_be_so(two, monkeypatch):
    square, beni = two
    await told(square, square.zana, *LONGER)
    newer = {name: type(each)(each.name, 2, each.steps, outgoing=each.outgoing) for name, each in RELEASED.items()}
    monkeypatch.setattr("handlers.commands.pending.RELEASED", newer)
    shown = await told(square, beni, "/zyra", "Waiting for a second")
    assert "it has to be prepared anew" in shown.text
    assert "it has to be prepared anew" in await forged(square, beni, "rl~1~x")
    assert "it has to be prepared anew" in await forged(square, beni, "ro~1")


FIRST, THEN = ConsultationId(1), Venue(wall(date(2023, 7, 28), time(11)), "Biblioteka")
ALONE = {
    "amend": (amend, (FIRST,), {"seen": 1}),
    "repeat": (repeat, (FIRST,), {"seen": 1, "reason": "So."}),
    "cancel": (cancel, (FIRST,), {"seen": 1, "reason": "So."}),
    "summarise": (summarise, (FIRST,), {}),
    "adopt": (adopt, (FIRST, Adoption("43", OVER)), {}),
    "move": (move_meeting, (MeetingId(1),), {"to": THEN, "reason": "So."}),
    "call off": (cancel_meeting, (MeetingId(1),), {"reason": "So."}),
    "call": (call_for_members, (1, "Ejani!", date(2023, 9, 18)), {}),
}
ASKED = {"nobody asked": None, "one's own": PendingId(1), "of something else": PendingId(2), "unknown": PendingId(9)}


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("deed", ALONE)
async def test_the_rule_itself_refuses_what_one_does_alone(two, deed, asked):
    """Whatever a conversation forgets, what is told to everybody is not done by one."""
    square, _ = two
    town = square.town
    await found(square)
    town.clock.set(wall(date(2023, 7, 24) if deed in {"move", "call off"} else OVER, time(10)))
    done, subject, how = ALONE[deed]
    async with town.service.database.transaction() as unit:
        if deed == "amend":
            terms = (await unit.consultations.get(FIRST)).terms
            subject = (FIRST, NewVersion(replace(terms, purpose="Another one."), "So."))
        if deed == "adopt":
            await unit.consultations.move(FIRST, Stage.SUMMARISED, was=Stage.OPEN, on=OVER)
        about, other = (None, FIRST) if deed == "call" else (FIRST, None)
        mine, theirs = [office.person for office in await unit.people.officers(InstitutionId(1))]
        draft, now = KeptDraft("amend", 1, "0" * 8, "{}"), town.clock.now()
        for person, consultation in ((mine, about), (theirs, other)):
            await unit.pending.add(
                InstitutionId(1), consultation, prepared_by=person, what="x", draft=draft, now=town.clock.now()
            )
        with pytest.raises(Refused) as refused:
            await done(*subject, **how, asked=ASKED[asked], by=mine, uow=unit, now=now)
    alone = asked in {"nobody asked", "one's own"}
    assert refused.value.why is (Refusal.NEEDS_ANOTHER if alone else Refusal.NOT_FOUND)


@pytest.mark.parametrize(
    ("steps", "button", "heard"),
    [
        (
            ("Cancel the meeting", "The hall is not free."),
            "Cancel the meeting and tell everybody",
            "will not take place",
        ),
        (("Change the place", "“Biblioteka”", "The hall is not free."), "Change it and tell everybody", "Biblioteka"),
    ],
)
async def test_a_meeting_that_begins_soon_is_changed_by_one_and_the_colleagues_are_told(two, steps, button, heard):
    """Nobody shall stand before a closed door because a colleague is asleep."""
    square, beni = two
    town = square.town
    town.clock.set(wall(date(2023, 7, 24), time(20)))
    before = len(town.seen(square.ana))
    asked = await told(square, square.zana, *MEETING, *steps)
    assert "It begins soon: the change can be sent without a second coordinator" in asked.text
    await town.press(square.zana, button)
    assert heard in texts_since(town, square.ana, before)
    assert "A colleague has changed a meeting alone" in town.heard(beni).text
    assert not any("changed a meeting alone" in text for text in town.seen(square.zana))


async def test_what_waits_for_a_colleague_until_it_is_urgent_can_still_be_released(two):
    square, beni = two
    town = square.town
    await told(square, square.zana, *MEETING, "Change the place", "“Biblioteka”", "The hall is not free.", ASK)
    town.clock.set(wall(date(2023, 7, 24), time(20)))
    before = len(town.seen(square.ana))
    await told(square, beni, "/zyra", "Waiting for a second", "Release it")
    assert "Biblioteka" in texts_since(town, square.ana, before)
    assert not any("changed a meeting alone" in text for text in town.seen(square.zana))


async def test_what_a_colleague_changed_meanwhile_is_looked_at_again_before_one_asks(two):
    square, beni = two
    town = square.town
    await told(square, square.zana, *MEETING, "Change the place", "“Biblioteka”", "The hall is not free.")
    await told(square, beni, *MEETING, "Move to another", "“28.7.2023”", "The hall is not free.", ASK)
    await told(square, square.zana, "/zyra", "Waiting for a second", "Release it")
    asked = await town.press(square.zana, ASK)
    assert "Something has changed in the meantime." in asked.text
    assert "Biblioteka" in town.seen(square.zana)[-2]
    assert not any("Waiting" in label for label in (await town.say(beni, "/zyra")).labels)


async def test_what_was_given_back_waits_for_its_author_alone(two):
    square, beni = two
    town = square.town
    await told(square, square.zana, *LONGER)
    await told(square, beni, "Look at it", "Give it back", "“That is a holiday.”")
    before = len(town.seen(beni))
    await town.until(wall(date(2023, 6, 21), time(10)), timedelta(hours=1))
    assert "waits for you" not in texts_since(town, beni, before)


async def test_the_rule_itself_lets_nobody_give_back_what_they_have_prepared(two):
    square, _ = two
    async with square.town.service.database.transaction() as unit:
        mine = (await unit.people.officers(InstitutionId(1)))[0].person
        draft, now = KeptDraft("amend", 1, "0" * 8, "{}"), square.town.clock.now()
        change = await unit.pending.add(InstitutionId(1), FIRST, prepared_by=mine, what="x", draft=draft, now=now)
        with pytest.raises(Refused) as refused:
            await give_back(change, "So.", by=mine, uow=unit, now=now)
    assert refused.value.why is Refusal.NEEDS_ANOTHER


async def test_from_an_announcement_that_waits_one_comes_to_the_changes_that_wait(two, notice):
    square, beni = two
    await told(square, square.zana, *LONGER)
    await told(square, square.zana, "/publiko", f"“{notice}”", "That was all", "Go on")
    await publish_despite(square.town, square.zana)
    await told(square, beni, "/zyra", "Waiting for a second coordinator (2)", "The next one")
    assert "There is more time to comment" in square.town.seen(beni)[-2]
