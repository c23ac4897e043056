"""What a forum was told, and what changes afterwards: called off, moved, declined, an old link, hidden marks."""

import csv
import json
from datetime import date, time, timedelta
from io import StringIO

from participation.clock import wall
from participation.ids import MeetingId
from participation.meetings.heard import Heard
from participation.meetings.model import Venue
from participation.meetings.present import Actor, Listing, NewPresent
from tests.conversations.coordinator.forums import (
    APPLICANTS,
    RIGHTS,
    apply_for,
    forum_of,
    found,
    rows_of,
    told,
)
from tests.conversations.coordinator.notes import noted
from tests.conversations.coordinator.test_forum import recommend
from tests.conversations.coordinator.test_plan_matrix import HELD, heard, plan
from tests.conversations.coordinator.test_plans import desk
from tests.conversations.coordinator.test_year import planned, year
from tests.conversations.steps import texts_since
from tests.conversations.test_meetings import move

INVITE = (*RIGHTS, "Invite the forum to a meeting", "25 July 2023", "Send it in Telegram")


async def call_off(square):
    await told(square, square.zana, "/zyra", "Meetings ahead", "25 July 2023", "Cancel the meeting", "The hall")
    await square.town.press(square.zana, "Cancel the meeting and tell everybody")


async def test_an_invitation_to_what_was_called_off_meets_no_right(square):
    await forum_of(square, 1)
    assert "Invited: done" in (await told(square, square.zana, *INVITE, *RIGHTS)).text
    await call_off(square)
    assert "Invited: done" not in (await told(square, square.zana, *RIGHTS)).text


async def test_what_the_institution_called_off_is_not_laid_to_the_member(square):
    town = square.town
    await forum_of(square, 1)
    town.clock.set(wall(date(2023, 6, 20), time(23, 30)))
    await told(square, square.zana, *INVITE)
    await call_off(square)
    await town.until(wall(date(2023, 6, 21), time(12)), timedelta(minutes=30))
    (failed,) = [row.detail for row in await rows_of(town) if row.step.value == "nuk mbërriti"]
    assert failed == "takimi u anulua para se të nisej"


async def test_a_meeting_that_was_moved_is_told_once_more(square):
    town, zana = square.town, square.zana
    await forum_of(square, 1)
    await told(square, zana, *INVITE)
    await move(town, zana, Venue(wall(date(2023, 7, 27), time(17)), "Pallati i Kulturës"))
    shown = await told(square, zana, *RIGHTS, "Invite the forum to a meeting", "27 July 2023")
    assert "Still to be told in Telegram: 1." in shown.text
    await town.press(zana, "Send it in Telegram")
    shown = await told(square, zana, *RIGHTS, "Invite the forum to a meeting", "27 July 2023")
    assert "Still to be told in Telegram: 0." in shown.text


async def test_who_was_not_taken_does_not_stand_by_name_in_the_proof(square):
    town, zana = square.town, square.zana
    await found(square)
    await told(square, zana, "/zyra", "The forum", "Open a call", "“18.8.2023”", "“Ejani!”", "Send")
    await apply_for(town, await town.citizen("Dea", "English"), "Ana Koçi")
    await told(square, zana, "/zyra", "The forum", "Applications (1)", "Ana Koçi", "Do not take", "“No room.”", "Send")
    await told(square, zana, "/zyra", "The forum")
    proof = (await town.press(zana, "Proof of notice (CSV")).file.content.decode("utf-8-sig")
    assert "mospranim në forum" in proof
    assert "Ana Koçi" not in proof
    assert all("Ana Koçi" not in cell for line in csv.reader(StringIO(proof), delimiter=";") for cell in line)


async def test_a_link_into_the_forum_grows_old(square):
    town, zana = square.town, square.zana
    await found(square)
    add = ("Add a member", f"“{APPLICANTS[0]}”", "Media", "No, they get a link")
    await told(square, zana, "/zyra", "The forum", *add)
    links = "\n".join(town.seen(zana)).split("?start=fj_")
    token = links[-1].split()[0]
    town.clock.move(timedelta(days=15))
    dea = await town.citizen("Dea", "English")
    assert "agree" not in " ".join((await town.start(dea, f"fj_{token}")).labels)


async def test_marks_are_told_only_if_those_of_each_meeting_may_be(square):
    await plan(square)
    square.town.clock.set(HELD)
    await heard(square, much=5, partly=5, little=5, **{"not": 5})
    await desk(square.town, square.zana)
    await square.town.press(square.zana, "Plani Social")
    data = json.loads((await square.town.press(square.zana, "Plan as open data")).file.content)
    told_of = {row["indicator"]: row["findings"] for row in data["monitoring"]["qualities"]}
    assert told_of["expectations"] == {"answers": 20, "mean": 2.5}
    async with square.town.service.database.transaction() as unit:
        meeting = await unit.meetings.get(MeetingId(1))
        other = await unit.meetings.add(meeting.consultation, Venue(HELD - timedelta(hours=2), "Frashër"))
        stranger = await unit.addresses.person_at(square.town.bot.id, 99_999)
        await unit.voices.count(other, stranger, Heard.NOT)
    square.town.clock.move(timedelta(minutes=1))
    data = json.loads((await square.town.press(square.zana, "Plan as open data")).file.content)
    told_of = {row["indicator"]: row["findings"] for row in data["monitoring"]["qualities"]}
    assert told_of["expectations"] == {"missing": "too_few"}


async def test_a_line_that_became_a_consultation_is_not_dropped_by_changing_its_words(square):
    town, zana = square.town, square.zana
    await planned(square, "Plani social; korrik")
    for label in ("Plani social", "It has been announced", "Plani Social 2024"):
        await town.press(zana, label)
    await told(square, zana, "/zyra", "Consultations", "Plani Social", "Cancel the consultation", "“U tërhoq.”")
    await town.press(zana, "Cancel the consultation and tell everybody")
    assert "will not be consulted on" in (await year(square, "Annual calendar")).text
    await told(square, zana, "Plani social", "Change the line", "“Plani social i ri; dhjetor”")
    await town.press(zana, "It is another consultation")
    assert (await town.press(zana, "None of these")).text.endswith("planned")


async def test_a_comment_under_another_name_is_not_the_forums(square):
    beni, dea = await forum_of(square, 2)
    await recommend(square, beni, "Qytetar i shqetësuar")
    assert "recommendation" not in (await told(square, square.zana, *RIGHTS)).text.replace("Recommendations", "")
    await recommend(square, dea, APPLICANTS[1].upper())
    assert "1 recommendation of members." in (await told(square, square.zana, *RIGHTS)).text


async def test_whoever_leaves_takes_nothing_back_that_was_done_before(square):
    (beni,) = await forum_of(square, 1)
    town = square.town
    await recommend(square, beni, APPLICANTS[0])
    town.clock.move(timedelta(days=2))
    await told(square, beni, "/menu", "The forum", "My place", "Leave the forum", "Yes, leave")
    assert "1 recommendation of members." in (await told(square, square.zana, *RIGHTS)).text


async def test_an_invitation_that_waits_for_the_morning_does_not_leave_with_the_old_day(square):
    town = square.town
    (beni,) = await forum_of(square, 1)
    town.clock.set(wall(date(2023, 6, 20), time(23, 30)))
    before = len(town.seen(beni))
    await told(square, square.zana, *INVITE)
    await move(town, square.zana, Venue(wall(date(2023, 7, 27), time(17)), "Pallati i Kulturës"))
    await town.until(wall(date(2023, 6, 21), time(12)), timedelta(minutes=30))
    assert "invites" not in texts_since(town, beni, before)
    (failed,) = [row.detail for row in await rows_of(town) if row.step.value == "nuk mbërriti"]
    assert failed == "takimi u zhvendos para se të nisej"
    assert "Invited: done" not in (await told(square, square.zana, *RIGHTS)).text


async def test_the_proof_marks_the_words_that_were_on_the_screen(square):
    town, zana = square.town, square.zana
    await found(square)
    add = ("/zyra", "The forum", "Add a member", "“Alfa”", "Media", "Yes, on paper", "“alfa@example.al”")
    await told(square, zana, *add, *RIGHTS, "Invite the forum to a meeting", "25 July 2023")
    assert "25 korrik 2023" in (await town.press(zana, "Write the e-mails")).text
    await move(town, zana, Venue(wall(date(2023, 7, 25), time(17)), "Pallati i Kulturës"))
    again = await town.press(zana, "I sent it")
    assert "It has changed meanwhile" in town.seen(zana)[-3]
    assert "Pallati i Kulturës" in again.text
    assert [row for row in await rows_of(town) if row.step.value == "u dërgua me e-mail"] == []
    town.clock.move(timedelta(minutes=1))
    await town.press(zana, "I sent it")
    assert len([row for row in await rows_of(town) if row.step.value == "u dërgua me e-mail"]) == 1


async def test_a_member_taken_later_on_the_same_day_undoes_nothing(square):
    town, zana = square.town, square.zana
    await forum_of(square, 1)
    await told(square, zana, *RIGHTS, "Send the draft to the forum", "Send it in Telegram")
    town.clock.move(timedelta(hours=2))
    add = ("/zyra", "The forum", "Add a member", "“Beta”", "Media", "Yes, on paper", "“beta@example.al”")
    await told(square, zana, *add)
    assert "Told in time, with the draft: done" in (await told(square, zana, *RIGHTS)).text


async def test_who_has_applied_is_not_asked_to_apply(square):
    town, zana = square.town, square.zana
    await found(square)
    await told(square, zana, "/zyra", "The forum", "Open a call", "“18.8.2023”", "“Ejani!”", "Send")
    dea = await town.citizen("Dea", "English")
    await apply_for(town, dea, "Drita")
    shown = await told(square, dea, "/menu", "The forum")
    assert not [label for label in shown.labels if "call" in label.casefold()]


async def test_a_line_that_was_dropped_and_then_announced_has_been_announced(square):
    zana = square.zana
    await planned(square, "Plani social; korrik")
    await told(square, zana, "Plani social", "It will not be consulted on")
    await told(square, zana, "/zyra", "Papers of the year", "Annual calendar", "Plani social")
    await told(square, zana, "It has been announced", "Plani Social 2024")
    assert "will not be consulted on" not in (await year(square, "Annual calendar")).text


async def test_that_members_took_part_outlives_the_names_on_the_list(square):
    town, zana = square.town, square.zana
    await forum_of(square, 2)
    await town.until(wall(date(2023, 7, 25), time(15)), timedelta(days=7))
    async with town.service.database.transaction() as unit:
        lines = [NewPresent(Actor.CIVIL_SOCIETY, listing=Listing(f"Person {name}", name)) for name in APPLICANTS[:2]]
        await unit.presence.add(MeetingId(1), lines)
    assert f"On the lists: {', '.join(APPLICANTS[:2])}." in (await told(square, zana, *RIGHTS)).text
    town.clock.set(wall(date(2024, 7, 26), time(1)))
    await town.pass_time(timedelta(days=1), timedelta(hours=6))
    async with town.service.database.reading() as unit:
        assert [one.listing for one in await unit.presence.of(MeetingId(1))] == [None, None]
    shown = await told(square, zana, *RIGHTS)
    assert "Took part: done\nDue by Tuesday, 25 July 2023.\nDone on Tuesday, 25 July 2023." in shown.text
    assert "Members at meetings whose names are not kept any more: 2, counted at each meeting." in shown.text
    assert "On the lists" not in shown.text
    assert "forum right kept: took_part" in await noted(town)
