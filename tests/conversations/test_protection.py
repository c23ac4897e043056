"""The protection contact alone reads what somebody in need tells: the others do not see it, count it, or hear of it."""

import re
from datetime import timedelta

import pytest

from bot.setup import new_invitation
from participation.people.model import Role
from tests.conversations.states import walk
from tests.conversations.steps import (
    forged,
    loses_office,
    named_report,
    opened,
    own,
    raw,
    report,
    rows,
    tell,
    texts_since,
)
from tests.conversations.test_cases import close
from tests.unit.documents.test_sheets import opened as sheets

WORDS = "It happens every evening at home."
NEED, OTHER = "Bullying", "Traffic"
GUARDED, PLAIN = "PR-S-2023-500001", "PR-S-2023-0001"
ALONE = "Only the protection contact of Bashkia Përmet reads it."
ALL = "It is read by the coordinators of: Bashkia Përmet."
NAME = "Mira Kodra, child protection worker"


async def told(square, about=NEED):
    """Ana tells of a need; the receipt."""
    return await report(square.town, square.ana, WORDS, about)


async def walked(town, who, *steps):
    await walk(town, who, steps)
    return town.heard(who)


async def leaves(square, officer, role=Role.PROTECTION):
    await loses_office(square.town, officer, role)


async def joins(square, person, role):
    """Somebody who is known takes another office."""
    town = square.town
    token = await new_invitation(town.service.database, town.clock, institution="Bashkia Përmet", role=role)
    await town.start(person, f"ft_{token}")


@pytest.mark.on_both
async def test_only_the_contact_hears_of_it_reads_it_and_answers(square, mira):
    town, ana, zana = square.town, square.ana, square.zana
    before = len(town.seen(zana))
    receipt = await told(square)
    assert GUARDED in receipt.text
    assert ALONE in receipt.text
    assert f"Urgent safety report {GUARDED}" in town.heard(mira).text
    assert "Only you may read it: press Show." in town.heard(mira).text
    assert town.seen(zana)[before:] == []
    assert WORDS in (await opened(square, GUARDED, mira)).text
    assert "coordinator" not in (await own(square, GUARDED)).text, "they did not read it"
    await walk(town, mira, ("Ask", "“Are you safe now?”", "Confirm"))
    assert "There is a question to you" in (await own(square, GUARDED)).text
    await walk(town, ana, ("Write more", "“Yes, at my aunt's.”", "Send"))
    assert f"Whoever sent {GUARDED} has said more" in town.heard(mira).text
    await opened(square, GUARDED, mira)
    await walk(town, mira, ("Close it", "Solved", "“Done.”", "Confirm"))
    assert "Your report was closed: it is solved." in (await own(square, GUARDED)).text
    assert town.seen(zana)[before:] == [], "neither that it came nor what became of it"


async def test_the_desk_of_the_others_knows_nothing_of_it(square, mira):
    town, zana = square.town, square.zana
    await told(square)
    assert "Safety reports" in (await town.say(zana, "/zyra")).labels, "without a number beside it"
    assert "No report has come in" in (await town.press(zana, "Safety reports")).text
    for data in ("q~1", "qi~all~0~0~0", "qd~1~take"):
        assert WORDS not in await forged(square, zana, data)
        assert GUARDED not in town.heard(zana).text
    assert WORDS not in (await town.start(zana, "q_1")).text
    assert not [text for text in town.seen(zana) if GUARDED in text]


async def test_in_the_numbers_that_others_see_is_no_gap(square, mira):
    town = square.town
    await told(square)
    assert PLAIN in (await report(town, square.ana, about=OTHER)).text
    await told(square)
    assert "PR-S-2023-0002" in (await report(town, square.ana, about=OTHER)).text


async def test_the_contact_reads_nothing_else(square, mira):
    town = square.town
    before = len(town.seen(mira))
    await report(town, square.ana, about="Weapons")
    assert town.seen(mira)[before:] == []
    assert (await town.say(mira, "/zyra")).labels == [
        *("Safety reports", "What people may call me", "Invite another contact", "Colleagues", "Menu"),
    ]
    assert "No report has come in" in (await town.press(mira, "Safety reports")).text
    assert "Cars race" not in await forged(square, mira, "q~1")
    assert "/zyra – what somebody in need tells" in (await town.say(mira, "/ndihme")).text
    assert "Only a coordinator" in (await town.say(mira, "/publiko")).text


async def test_before_anybody_tells_they_read_who_will_read_it_by_name(square, mira, tmp_path):
    town, ana = square.town, square.ana
    await town.say(mira, "/zyra")
    await walk(town, mira, ("What people may call me", f"“{NAME}”"))
    assert NAME in town.heard(mira).text
    await town.press(mira, "Yes, show it")
    await walk(town, ana, ("/raporto", "No", NEED))
    named = f"Only the protection contact of Bashkia Përmet reads it: {NAME}."
    assert named in town.heard(ana).text
    await walk(town, ana, (f"“{WORDS}”", "Skip"))
    assert named in town.heard(ana).text
    assert named in (await town.press(ana, "Send")).text
    assert NAME.encode() not in raw(tmp_path)
    dora = await town.officer("Dora", role=Role.PROTECTION)
    await walk(town, ana, ("/raporto", "No", NEED))
    assert "Only the 2 protection contacts of Bashkia Përmet read it." in town.heard(ana).text, (
        "one name hides the other"
    )
    await walk(town, dora, ("/zyra", "What people may call me", "“Dora Leka, psychologist”", "Yes, show it"))
    await walk(town, ana, ("/raporto", "No", NEED))
    assert f"read it: Dora Leka, psychologist; {NAME}." in town.heard(ana).text, "names have commas of their own"
    await leaves(square, dora)
    await walk(town, mira, ("/zyra", "What people may call me", "Take the name away"))
    await walk(town, ana, ("/raporto", "No", NEED))
    assert ALONE in town.heard(ana).text


@pytest.mark.parametrize("typed", ["\u2800", "x" * 200, "@zana", "t.me/zana", "Mira; Dora"])
async def test_what_is_no_name_is_asked_again(square, mira, typed):
    await walk(square.town, mira, ("/zyra", "What people may call me", f"“{typed}”"))
    assert "That cannot be a name." in square.town.heard(mira).text


async def test_under_sixteen_it_is_said_simply(square, mira):
    town, ana = square.town, square.ana
    await walk(town, ana, ("/raporto", "I am under 16", "No", NEED))
    assert "Only the person who protects children at Bashkia Përmet reads it." in town.heard(ana).text
    await walk(town, mira, ("/zyra", "What people may call me", f"“{NAME}”", "Yes, show it"))
    await town.say(ana, WORDS)
    assert f"• At Bashkia Përmet nobody reads it but {NAME}." in town.heard(ana).text


@pytest.mark.parametrize("how", ["leaves", "is silent"])
async def test_where_there_is_none_the_coordinators_read_it_and_that_is_said_before_it_is_sent(
    square, mira, how, tmp_path
):
    town, ana = square.town, square.ana
    await tell(town, ana, WORDS, NEED)
    assert ALONE in (await town.press(ana, "Skip")).text
    if how == "leaves":
        await leaves(square, mira)
    else:
        await town.say(mira, "/ndal")
    again = await town.press(ana, "Send")
    assert ALL in again.text
    assert "Please check" in again.text
    assert rows(tmp_path, "reports") == []
    assert PLAIN in (await town.press(ana, "Send")).text
    assert WORDS in (await opened(square, PLAIN, square.zana)).text


BEATEN = "My father beats me every night."
CHOICE = ["Send to the protection contact alone", "Send to the coordinators"]


async def beaten(square, *steps, about="Something else"):
    """Ana tells of a need under a heading that everybody reads; what she is shown."""
    return await walked(square.town, square.ana, "/raporto", "No", about, f"“{BEATEN}”", "Skip", *steps)


@pytest.mark.on_both
@pytest.mark.parametrize("way", ["pressed", "typed"])
async def test_need_under_any_heading_its_sender_sends_to_the_contact_alone(square, mira, way):
    town, ana, zana = square.town, square.ana, square.zana
    before = len(town.seen(zana))
    asked = await beaten(square)
    assert asked.labels[:2] == CHOICE
    assert f"You choose who reads it:\n• {ALONE}\n• {ALL}" in asked.text
    assert "116 111" in asked.text
    assert "false alarm" not in asked.text
    receipt = await (town.press(ana, CHOICE[0]) if way == "pressed" else town.say(ana, "send"))
    assert GUARDED in receipt.text
    assert ALONE in receipt.text
    assert f"Urgent safety report {GUARDED}" in town.heard(mira).text
    assert town.seen(zana)[before:] == []
    assert BEATEN in (await opened(square, GUARDED, mira)).text
    await town.pass_time(timedelta(hours=1))
    assert town.heard(ana).text == "There is news for you."


async def test_need_under_any_heading_is_urgent_also_for_the_coordinators(square, mira):
    town, ana = square.town, square.ana
    assert ALL in (await beaten(square, CHOICE[1])).text
    assert f"Urgent safety report {PLAIN}" in town.heard(square.zana).text
    await town.pass_time(timedelta(hours=3))
    await opened(square, PLAIN, square.zana)
    await town.pass_time(timedelta(hours=1))
    assert town.heard(ana).text == "There is news for you.", "and nothing of it stands in the chat"


async def test_where_there_is_no_contact_need_under_any_heading_is_urgent_and_called_no_false_alarm(square):
    asked = await beaten(square)
    assert asked.labels[0] == "Send"
    assert "false alarm" not in asked.text
    await square.town.press(square.ana, "Send")
    assert f"Urgent safety report {PLAIN}" in square.town.heard(square.zana).text


async def test_of_what_is_no_need_nobody_is_asked_and_nobody_is_woken(square, mira):
    town = square.town
    await tell(town, square.ana)
    assert (await town.press(square.ana, "Skip")).labels[0] == "Send"
    await town.press(square.ana, "Send")
    assert "Urgent" not in "".join((*town.seen(square.zana), *town.seen(mira)))


async def test_a_contact_who_leaves_before_it_is_sent_is_not_promised(square, mira, tmp_path):
    await beaten(square)
    await leaves(square, mira)
    again = await square.town.press(square.ana, CHOICE[0])
    assert "Please check" in again.text
    assert again.labels[0] == "Send"
    assert ALL in again.text
    assert rows(tmp_path, "reports") == []


async def test_under_sixteen_somebody_in_need_chooses_too(square, mira):
    town, ana = square.town, square.ana
    asked = await walked(town, ana, "/raporto", "I am under 16", "No", "Something else", f"“{BEATEN}”")
    assert asked.labels[:2] == ["Send only to who protects children", "Send to all who work there"]
    assert "• Only the person who protects children at Bashkia Përmet reads it." in asked.text
    assert "joke" not in asked.text
    assert GUARDED in (await town.press(ana, "Send only to who protects children")).text
    assert BEATEN in (await opened(square, GUARDED, mira)).text


async def test_what_the_coordinators_were_told_stays_with_them(square):
    town = square.town
    await told(square)
    mira = await town.officer("Mira", role=Role.PROTECTION)
    assert "No report has come in" in (await walked(town, mira, "/zyra", "Safety reports")).text
    assert WORDS in (await opened(square, PLAIN, square.zana)).text


async def test_unread_it_goes_up_to_those_who_may_not_read_it(square, mira):
    town, zana = square.town, square.zana
    await told(square)
    before = len(town.seen(zana))
    await town.pass_time(timedelta(days=4), timedelta(minutes=30))
    seen = texts_since(town, zana, before)
    assert "please ask the protection contact to open it today" in seen
    assert GUARDED not in seen
    assert WORDS not in seen
    assert any("1 safety report has not been read." in text for text in town.seen(mira))
    told_ana = (await own(square, GUARDED)).text
    assert "The protection contact was told again." in told_ana
    assert "The administrator was told that it waits." in told_ana


async def test_when_the_last_one_leaves_it_waits_and_administrators_are_asked_for_another(square, mira):
    town, zana = square.town, square.zana
    await told(square)
    await opened(square, GUARDED, mira)
    await walk(town, mira, ("Take it in hand",))
    await leaves(square, mira)
    assert "has no protection contact any more" in town.heard(zana).text
    assert "No report has come in" in (await walked(town, zana, "/zyra", "Safety reports")).text
    dora = await town.officer("Dora", role=Role.PROTECTION)
    assert WORDS in (await opened(square, GUARDED, dora)).text


async def test_who_told_one_contact_hears_that_another_one_reads_it_now(square, mira):
    """It may have been the one person they would tell; on the page itself nothing says what it is about."""
    town, ana = square.town, square.ana
    await walk(town, mira, ("/zyra", "What people may call me", f"“{NAME}”", "Yes, show it"))
    await told(square)
    dora = await town.officer("Dora", role=Role.PROTECTION)
    await walk(town, dora, ("/zyra", "What people may call me", "“Dora Leka, psychologist”", "Yes, show it"))
    await town.pass_time(timedelta(minutes=1))
    assert town.heard(ana).text == "There is news for you."
    page = (await own(square, GUARDED)).text
    assert "Who reads your report has changed." in page
    assert "contact" not in page
    shown = await town.press(ana, "Who reads it")
    assert f"read it: Dora Leka, psychologist; {NAME}." in shown.text
    assert "Who reads your report has changed." in (await town.press(ana, "Back to the report")).text
    before = len(town.seen(ana))
    await leaves(square, dora)
    assert len(town.seen(ana)) == before, "fewer than they were told of break no promise"


async def test_who_told_the_last_contact_hears_that_nobody_reads_it_any_more(square, mira):
    town, ana = square.town, square.ana
    await told(square)
    await opened(square, GUARDED, mira)
    await leaves(square, mira)
    assert "Who reads your report has changed." in (await own(square, GUARDED)).text
    assert "Nobody reads it now: Bashkia Përmet has no protection contact" in (await town.press(ana, "Who reads")).text
    dora = await town.officer("Dora", role=Role.PROTECTION)
    assert (await own(square, GUARDED)).text.count("Who reads your report has changed.") == 2
    assert ALONE in (await town.press(ana, "Who reads it")).text
    assert "who reads it has changed" in (await opened(square, GUARDED, dora)).text


async def test_a_contact_who_is_invited_once_more_is_nobody_new(square, mira):
    await told(square)
    await joins(square, mira, Role.PROTECTION)
    assert "has changed" not in (await own(square, GUARDED)).text


async def test_who_told_a_contact_that_erases_themselves_hears_that_nobody_reads_it(square, mira):
    town = square.town
    await told(square)
    await walk(town, mira, ("/fshij", "Yes, erase everything"))
    assert "Who reads your report has changed." in (await own(square, GUARDED)).text


async def test_whoever_is_contact_beside_other_work_has_a_digest_of_each(square):
    town = square.town
    era = await town.officer("Era", role=Role.COORDINATOR)
    await joins(square, era, Role.PROTECTION)
    await told(square)
    await report(town, square.ana, about=OTHER)
    before = len(town.seen(era))
    await town.pass_time(timedelta(hours=2))
    digests = [text for text in town.seen(era)[before:] if "1 safety report" in text]
    assert len(digests) == 2
    assert sum("Only for you" in text for text in digests) == 1


async def test_of_an_ordinary_report_the_coordinators_are_named_and_no_contact_changes_that(square):
    town = square.town
    await report(town, square.ana, about=OTHER)
    await town.officer("Mira", role=Role.PROTECTION)
    assert "has changed" not in (await own(square, PLAIN)).text
    assert ALL in (await town.press(square.ana, "Who reads it")).text
    beni = await town.citizen("Beni", "English")
    assert "not here any more" in await forged(square, beni, "qy~1"), "and nobody else learns where it lies"


@pytest.mark.parametrize("how", ["/ndal", "blocks"])
async def test_where_no_message_reaches_a_contact_administrators_hear_of_it_once(square, mira, how):
    town = square.town
    dora = await town.officer("Dora", role=Role.PROTECTION)
    before = len(town.seen(square.zana))

    async def falls_silent(who):
        if how == "/ndal":
            await town.say(who, how)
        else:
            who.blocks(town.bot)
            await town.settle()

    await falls_silent(dora)
    assert len(town.seen(square.zana)) == before, "there still is one"
    await falls_silent(mira)
    assert "no message of ours reaches a protection contact of Bashkia Përmet" in town.heard(square.zana).text
    if how == "/ndal":
        before = len(town.seen(square.zana))
        await falls_silent(mira)
        assert len(town.seen(square.zana)) == before, "that is no news"


async def test_before_the_last_contact_leaves_it_is_said_what_that_means(square, mira, tmp_path):
    town = square.town
    nobody = "There is no other protection contact."
    dora = await town.officer("Dora", role=Role.PROTECTION)
    assert nobody not in (await town.say(mira, "/fshij")).text
    await walk(town, mira, ("No, keep it", "/zyra", "Colleagues", "protection contact"))
    assert nobody not in town.heard(mira).text
    await town.press(mira, "Take the office away")
    assert not [row for row in rows(tmp_path, "parcels") if "office_ended" in row], "of that no trace is left"
    assert "you no longer hold this office at Bashkia Përmet: protection contact" in town.heard(dora).text
    assert nobody in (await town.say(mira, "/fshij")).text


async def test_what_was_closed_before_anybody_saw_that_it_is_of_need_is_given_too(square, mira):
    town, zana = square.town, square.zana
    await report(town, square.ana, WORDS, OTHER)
    await close(square)
    await opened(square, PLAIN, zana)
    await walk(town, zana, ("Only for the protection contact", "Confirm"))
    assert f"Urgent safety report {PLAIN}" in town.heard(mira).text
    assert WORDS in (await opened(square, PLAIN, mira)).text
    assert "Close it" in town.heard(mira).labels, "they deal with it anew"
    assert WORDS not in await forged(square, zana, "q~1")


async def test_a_confirmation_of_it_bears_no_number_for_that_would_say_what_it_is_about(square, mira):
    await told(square)
    await own(square, GUARDED)
    shown = await square.town.press(square.ana, "A confirmation to show")
    assert "Bashkia Përmet received a safety report on 20 June 2023." in shown.text
    assert "500001" not in shown.text
    assert "contact" not in shown.text


async def test_what_nobody_has_read_reaches_whoever_comes_next(square, mira):
    town = square.town
    await told(square)
    await leaves(square, mira)
    dora = await town.officer("Dora", role=Role.PROTECTION)
    assert any(GUARDED in text for text in town.seen(dora))


async def test_one_can_be_contact_beside_other_work_and_stay_the_one_without_the_other(square):
    town, zana = square.town, square.zana
    era = await town.officer("Era", role=Role.COORDINATOR)
    await joins(square, era, Role.PROTECTION)
    guarded = re.search(r"PR-S-2023-[5-9]\d{5}", (await told(square)).text)[0]
    await report(town, square.ana, about=OTHER)
    listed = await walked(town, era, "/zyra", "Safety reports")
    assert guarded in str(listed.labels)
    assert PLAIN in str(listed.labels)
    await walk(town, zana, ("/zyra", "Colleagues"))
    assert sum("since" in label for label in town.heard(zana).labels) == 1, "the one office that she gives"
    dora = await town.officer("Dora", role=Role.PROTECTION)
    await walk(town, dora, ("/zyra", "Colleagues", "protection contact", "Take the office away"))
    listed = await walked(town, era, "/zyra", "Safety reports")
    assert PLAIN in str(listed.labels)
    assert guarded not in str(listed.labels)


async def test_another_contact_is_seen_by_the_first(square, mira):
    dora = await square.town.officer("Dora", role=Role.PROTECTION)
    assert "only what somebody in need tells." in square.town.heard(mira).text
    assert not [text for text in square.town.seen(dora) if "An invitation was used" in text]
    assert "somebody new is a protection contact of Bashkia Përmet" in square.town.heard(square.zana).text


async def test_it_is_given_to_another_contact_and_to_nobody_else(square, mira):
    town = square.town
    await told(square)
    await opened(square, GUARDED, mira)
    assert "Give to a colleague" not in town.heard(mira).labels
    dora = await town.officer("Dora", role=Role.PROTECTION)
    await opened(square, GUARDED, mira)
    await walk(town, mira, ("Give to a colleague",))
    assert [label for label in town.heard(mira).labels if "since" in label] == [
        label for label in town.heard(mira).labels if "protection contact" in label
    ]
    await walk(town, mira, ("protection contact", "Confirm"))
    assert GUARDED in town.heard(dora).text


async def test_its_name_opens_by_two_contacts_and_by_no_administrator(square, mira):
    town, zana = square.town, square.zana
    await named_report(town, square.ana, "Zamira Lumturi", NEED)
    await opened(square, GUARDED, mira)
    assert "nobody else" in (await town.press(mira, "Ask to see the name")).text.lower()
    dora = await town.officer("Dora", role=Role.PROTECTION)
    await opened(square, GUARDED, mira)
    await walk(town, mira, ("Ask to see the name", "“She needs a doctor.”", "Confirm"))
    assert "may a colleague see the name" in town.heard(dora).text
    assert not [text for text in town.seen(zana) if GUARDED in text]
    await forged(square, zana, "ny~1~1")
    assert "Zamira" not in await forged(square, mira, "ns~1")
    await town.press(dora, "Agree")
    assert "Zamira Lumturi" in await forged(square, mira, "ns~1")


async def test_no_report_is_joined_to_it_by_its_number(square, mira):
    town, zana = square.town, square.zana
    await told(square)
    await opened(square, GUARDED, mira)
    for _ in range(2):
        await report(town, square.ana, about=OTHER)
    await opened(square, "PR-S-2023-0002", zana)
    await opened(square, PLAIN, zana)
    await walk(town, zana, ("Join", f"“{GUARDED}”"))
    assert town.heard(zana).text.count("No report has this number.") == 1


async def test_it_is_in_no_figures_and_on_no_list(square, mira):
    town, zana = square.town, square.zana
    await told(square)
    await report(town, square.ana, about=OTHER)
    await walk(town, zana, ("/zyra", "Safety reports", "Figures"))
    assert (await walked(town, zana, "List of reports (XLSX)")).file is not None
    (listed,) = sheets(town.heard(zana).file.content)
    assert PLAIN in str(listed)
    assert GUARDED not in str(listed)
    assert "Only reports that the coordinators read are listed." in str(listed)
    await walk(town, zana, ("/zyra", "Safety reports", "Figures", "This month"))
    shown = "\n".join(town.seen(zana)[-3:])
    assert "What only the protection contact reads is not counted here." in shown
    await leaves(square, mira)
    await walk(town, zana, ("/zyra", "Safety reports", "Figures", "This month"))
    assert "not counted here" in "\n".join(town.seen(zana)[-3:]), "it is still there, and still not counted"


async def test_whoever_is_silent_is_told_who_reads_it_meanwhile(square, mira):
    assert "is read by the coordinators" in (await square.town.say(mira, "/ndal")).text
    assert "is read by the coordinators" in (await square.town.say(mira, "/zyra")).text


async def test_whoever_erases_themselves_loses_that_office_too(square, mira):
    town = square.town
    await town.say(mira, "/fshij")
    assert "You also lose your office here" in town.heard(mira).text
    await town.press(mira, "Yes, erase everything")
    assert "has no protection contact any more" in town.heard(square.zana).text


async def test_what_was_told_under_another_heading_is_given_to_the_contact_alone(square, mira):
    town, ana, zana = square.town, square.ana, square.zana
    await report(town, ana, WORDS, OTHER)
    await opened(square, PLAIN, zana)
    await walk(town, zana, ("Only for the protection contact",))
    assert "you cannot undo this" in town.heard(zana).text
    await walk(town, zana, ("Confirm",))
    assert f"{PLAIN} is with the protection contact now" in town.heard(zana).text
    assert "No report has come in" in (await walked(town, zana, "/zyra", "Safety reports")).text
    assert WORDS not in await forged(square, zana, "q~1")
    assert f"Urgent safety report {PLAIN}" in town.heard(mira).text
    assert WORDS in (await opened(square, PLAIN, mira)).text
    assert "given to the protection contact alone" in town.heard(mira).text
    assert "Only for the protection contact" not in town.heard(mira).labels
    await town.pass_time(timedelta(hours=1))
    assert town.heard(ana).text == "There is news for you."
    theirs = (await walked(town, ana, "/te_miat", PLAIN)).text
    assert "From now on only the protection contact reads your report." in theirs
    assert "Your report was read." in theirs.split("From now on")[1]


@pytest.mark.parametrize("why", ["no contact", "it leads another"])
async def test_where_it_cannot_be_given_that_is_not_offered(square, why):
    town, zana = square.town, square.zana
    await report(town, square.ana, WORDS, OTHER)
    if why == "it leads another":
        await town.officer("Mira", role=Role.PROTECTION)
        await report(town, square.ana, WORDS, OTHER)
        await opened(square, PLAIN, zana)
        await opened(square, "PR-S-2023-0002", zana)
        await walk(town, zana, ("Join to another", f"“{PLAIN}”", "Confirm"))
    assert "Only for the protection contact" not in (await opened(square, PLAIN, zana)).labels
    await forged(square, zana, "qd~1~guard")
    await walk(town, zana, ("/menu",))
    assert WORDS in (await opened(square, PLAIN, zana)).text


async def test_begun_with_a_contact_and_confirmed_without_it_stays_where_it_was(square, mira):
    town, zana = square.town, square.zana
    await report(town, square.ana, WORDS, OTHER)
    await opened(square, PLAIN, zana)
    await walk(town, zana, ("Only for the protection contact",))
    await leaves(square, mira)
    await town.press(zana, "Confirm")
    assert WORDS in (await opened(square, PLAIN, zana)).text


@pytest.mark.parametrize("way", ["Back", "Cancel"])
async def test_thought_better_of_it_stays_where_it_was(square, mira, way):
    town, zana = square.town, square.zana
    await report(town, square.ana, WORDS, OTHER)
    await opened(square, PLAIN, zana)
    await walk(town, zana, ("Only for the protection contact", way))
    assert WORDS in (await opened(square, PLAIN, zana)).text
