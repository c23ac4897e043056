"""The forum as citizens use it: an open call, an application with consent, what is told, and the way out."""

from datetime import date, time, timedelta

import pytest

from participation.clock import wall
from participation.forum.proof import ProofStep
from tests.conversations.coordinator.forums import APPLICANTS, apply_for, forum_of, found, members_of, rows_of, told
from tests.conversations.steps import comment, forged, raw, texts_since
from tests.town import open_town


async def call(square, until="18.8.2023"):
    await found(square)
    await told(square, square.zana, "/zyra", "The forum", "Open a call", f"“{until}”", "“Ejani në forum!”", "Send")


async def test_an_open_call_is_found_in_the_menu_and_by_its_link_and_takes_an_application(square):
    town, ana = square.town, square.ana
    assert "The forum" not in (await town.say(ana, "/menu")).labels
    await call(square)
    assert "The forum" in (await town.say(ana, "/menu")).labels
    await town.press(ana, "The forum")
    shown = await town.press(ana, "The call: Forumi OGP")
    assert "Ejani në forum!" in shown.text
    assert shown.text == (await town.start(ana, f"ff_{town.institution}")).text
    receipt = await apply_for(town, ana, "Tjetër Vizion, Ana Koçi", "Civil society", "We work with women.")
    assert "Your application has arrived" in receipt.text
    (member,) = await members_of(town)
    assert (member.card.organisation, member.card.contact, member.state) == ("Tjetër Vizion", "Ana Koçi", "applied")
    assert member.card.consent == "tap"
    assert member.card.agreed_on == date(2023, 6, 20)


async def test_what_will_be_kept_is_said_above_the_tap_that_is_the_consent(square):
    await call(square)
    town, ana = square.town, square.ana
    await town.start(ana, f"ff_{town.institution}")
    await town.press(ana, "Apply")
    await town.press(ana, "For myself, as an active citizen")
    await town.say(ana, "Ana Koçi")
    shown = await town.say(ana, "I know the river.")
    for words in ("Ana Koçi", "I know the river.", "locked", "other members do not see it", "/fshij"):
        assert words in shown.text
    assert await members_of(town) == []
    await town.press(ana, "I agree, send it")
    (member,) = await members_of(town)
    assert member.kind == "citizen"


async def test_nobody_applies_twice_nor_to_a_call_that_is_over(square):
    await call(square)
    town, ana = square.town, square.ana
    await apply_for(town, ana)
    await town.start(ana, f"ff_{town.institution}")
    assert "in this forum already" in (await town.press(ana, "Apply")).text
    town.clock.set(wall(date(2023, 8, 19), time(10)))
    assert "No call for this forum is open" in await forged(square, ana, f"yi~{town.institution}")
    beni = await town.citizen("Beni", "English")
    await town.start(beni, f"ff_{town.institution}")
    assert "No call for this forum is open now." in "\n".join(town.seen(beni))
    assert len(await members_of(town)) == 1


async def test_an_application_is_taken_back_and_then_only_the_name_is_kept(square):
    await call(square)
    town, ana = square.town, square.ana
    await apply_for(town, ana, "Drita, Ana Koçi", "Civil society", "We work with women.")
    await town.press(ana, "See it, or take it back")
    await town.press(ana, "Take the application back")
    gone = await town.press(ana, "Yes, take it back")
    assert "You have taken your application back." in gone.text
    (member,) = await members_of(town)
    assert (member.card.organisation, member.card.contact, member.card.why) == ("Drita", "", "")
    await apply_for(town, ana)
    assert len(await members_of(town)) == 2


@pytest.mark.parametrize("accepted", [True, False])
async def test_whoever_applied_is_told_once(square, accepted):
    await call(square)
    town, ana, zana = square.town, square.ana, square.zana
    await apply_for(town, ana)
    before = len(town.seen(ana))
    way = ("Take into the forum",) if accepted else ("Do not take", "“We have no room.”", "Send")
    await told(square, zana, "/zyra", "The forum", "Applications (1)", "Drita", *way)
    said = texts_since(town, ana, before)
    assert said.count("You are a member of Forumi OGP") == int(accepted)
    assert said.count("We have no room.") == int(not accepted)
    again = await forged(square, zana, f"yy~{(await members_of(town))[0].id}")
    assert "A colleague has changed it" in again
    assert texts_since(town, ana, before) == said


async def test_somebody_joins_by_the_link_of_their_organisation_once(square):
    await found(square)
    town, ana, zana = square.town, square.ana, square.zana
    await told(square, zana, "/zyra", "The forum", "Add a member", "“Woman Center”", "Civil society")
    await town.press(zana, "No, they get a link")
    shown = await town.press(zana, "Make a link to join")
    link = shown.text.partition("?start=")[2].split()[0]
    asked = await town.start(ana, link)
    assert "Woman Center" in asked.text
    joined = await town.press(ana, "I agree and join")
    assert "You are a member of Forumi OGP" in joined.text
    beni = await town.citizen("Beni", "English")
    await town.start(beni, link)
    assert "This invitation has expired or was used already." in "\n".join(town.seen(beni))
    (member,) = await members_of(town)
    assert member.person is not None


async def test_the_draft_is_told_seen_and_answered_with_a_recommendation(square):
    members = await forum_of(square, 1)
    town, beni = square.town, members[0]
    await told(square, square.zana, "/zyra", "Consultations", "Plani Social", "The rights of the forum")
    await told(square, square.zana, "Send the draft to the forum", "Send it in Telegram")
    letter = town.heard(beni)
    assert "Plani Social" in letter.text
    assert "Comments until: Friday, 18 August 2023." in letter.text
    assert letter.labels == ["I have seen it", "Write a recommendation"]
    thanked = await town.press(beni, "I have seen it")
    assert "It is noted that you have seen it." in thanked.text
    await town.press(beni, "Write a recommendation")
    await town.say(beni, "More buses.")
    await town.press(beni, "With my name")
    await town.say(beni, "Beni Prifti")
    assert "PR-2023-0001" in (await town.press(beni, "Send")).text


async def test_seen_twice_is_seen_once_and_nobody_sees_for_another(square):
    (beni,) = await forum_of(square, 1)
    town = square.town
    await told(square, square.zana, "/zyra", "Consultations", "Plani Social", "The rights of the forum")
    await told(square, square.zana, "Send the draft to the forum", "Send it in Telegram")
    place = next(row.place for row in await rows_of(town) if row.step == "u nis" and row.consultation)
    assert "not here" in await forged(square, square.ana, f"ys~{town.institution}~{place}")
    for _ in range(2):
        await forged(square, beni, f"ys~{town.institution}~{place}")
    assert [row.first for row in await rows_of(town) if row.step == "u pa"] == [place]


async def test_a_member_leaves_and_is_told_nothing_more(square):
    beni, era = await forum_of(square, 2)
    town = square.town
    await told(square, beni, "/menu", "The forum", "My place: Forumi OGP", "Leave the forum", "Yes, leave")
    assert "You are not a member any more." in town.heard(beni).text
    before = len(town.seen(beni))
    await told(square, square.zana, "/zyra", "Consultations", "Plani Social", "The rights of the forum")
    await told(square, square.zana, "Send the draft to the forum", "Send it in Telegram")
    assert texts_since(town, beni, before) == ""
    assert "Plani Social" in town.heard(era).text


async def test_who_leaves_while_a_letter_waits_for_the_morning_does_not_get_it(square):
    (beni,) = await forum_of(square, 1)
    town, zana = square.town, square.zana
    await town.until(wall(date(2023, 6, 20), time(23)))
    await told(square, zana, "/zyra", "Consultations", "Plani Social", "The rights of the forum")
    await told(square, zana, "Send the draft to the forum", "Send it in Telegram")
    await told(square, beni, "/menu", "The forum", "My place: Forumi OGP", "Leave the forum", "Yes, leave")
    await town.until(wall(date(2023, 6, 21), time(12)))
    assert not any("tells Forumi OGP about this" in text for text in town.seen(beni))
    last = (await rows_of(town))[-1]
    assert (last.step, last.detail) == ("nuk mbërriti", "marrësi nuk do mesazhe, ose nuk është më në forum")


async def test_who_is_erased_is_in_no_list_and_the_proof_holds_no_name(square):
    beni, _ = await forum_of(square, 2)
    town = square.town
    await told(square, beni, "/fshij", "Erase everything")
    assert [one.card.organisation for one in await members_of(town)] == [APPLICANTS[1]]
    names = {row.whose.name for row in await rows_of(town) if row.whose}
    assert names == {APPLICANTS[1]}


async def test_a_thief_of_the_file_reads_no_name_no_address_and_no_reason(square, tmp_path):
    await call(square)
    town = square.town
    await apply_for(town, square.ana, "Fshehtësia, Gjergj Fishta", "Civil society", "Sepse kemi ide.")
    add = ("/zyra", "The forum", "Add a member", "“Heshtja”", "Media", "Yes, on paper", "“heshtja@example.al”")
    await told(square, square.zana, *add)
    rights = ("/zyra", "Consultations", "Plani Social", "The rights of the forum")
    deed = ("By hand: Recommendations received", "“20.6.2023”", "“Letër nga Migjeni”")
    await told(square, square.zana, *rights, *deed)
    await told(square, square.zana, *rights, "Send the draft to the forum", "Write the e-mails", "I sent it")
    content = raw(tmp_path)
    for words in ("Fshehtësia", "Fishta", "Sepse kemi", "Heshtja", "heshtja@example", "Migjeni"):
        assert words.encode() not in content, words


async def test_after_a_restart_all_is_there_and_nothing_is_told_twice(square, tmp_path):
    (beni,) = await forum_of(square, 1)
    town = square.town
    await told(square, square.zana, "/zyra", "Consultations", "Plani Social", "The rights of the forum")
    await told(square, square.zana, "Send the draft to the forum", "Send it in Telegram")
    before = len(town.seen(beni))
    sent = [row.key for row in await rows_of(town) if row.step is ProofStep.TOLD]
    async with open_town(tmp_path, clock=town.clock, world=town.world) as again:
        again.clock.move(timedelta(minutes=5))
        await again.settle()
        square.town = again
        await told(square, square.zana, "/zyra", "Consultations", "Plani Social", "The rights of the forum")
        shown = await again.press(square.zana, "Send the draft to the forum")
        assert "Send it in Telegram" not in shown.labels
        assert len(again.seen(beni)) == before
        assert [row.key for row in await rows_of(again) if row.step is ProofStep.TOLD] == sent


async def test_a_comment_without_a_name_is_not_told_to_be_a_members(square):
    (beni,) = await forum_of(square, 1)
    await comment(square.town, beni, "More buses.")
    rights = ("/zyra", "Consultations", "Plani Social", "The rights of the forum")
    shown = await told(square, square.zana, *rights)
    assert "recommendation of members" not in shown.text
