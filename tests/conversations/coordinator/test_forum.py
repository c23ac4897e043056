"""The forum at the desk: twelve apply, the draft is told, the four rights add up, and the proof can be checked."""

from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest

from bot.setup import FirstInstitution, ensure_institution
from documents.reading.proof import check_proof
from participation.clock import wall
from participation.ids import MeetingId
from participation.meetings.present import Actor, Listing, NewPresent
from participation.people.model import Role
from tests.conversations.coordinator.forums import (
    APPLICANTS,
    RIGHTS,
    apply_for,
    forum_of,
    found,
    members_of,
    rows_of,
    told,
)
from tests.conversations.coordinator.notes import noted
from tests.conversations.coordinator.test_papers import words_of
from tests.conversations.steps import forged, texts_since
from tests.town import announce

SEND = ("Send the draft to the forum", "Send it in Telegram")


async def recommend(square, person, name):
    town = square.town
    await told(square, person, "/hapur", "Plani Social", "Comment", "“More buses.”", "With my name", f"“{name}”")
    await town.press(person, "Send")


async def test_twelve_apply_and_the_rights_say_what_was_counted(square):
    town, zana = square.town, square.zana
    await found(square)
    await told(square, zana, "/zyra", "The forum", "Open a call", "“18.8.2023”", "“Ejani!”", "Send")
    people = [await town.citizen(name, "English") for name in APPLICANTS]
    for person, name in zip(people, APPLICANTS, strict=True):
        await apply_for(town, person, name)
    assert "Applications (12)" in (await told(square, zana, "/zyra", "The forum")).labels
    for place, name in enumerate(APPLICANTS):
        way = ("Take into the forum",) if place < 9 else ("Do not take", "“We have no room.”", "Send")
        await told(square, zana, "/zyra", "The forum", f"Applications ({12 - place})", name, *way)
    shown = await told(square, zana, "/zyra", "The forum")
    assert "9 members.\nIn Telegram: 9. By e-mail: 0. Not reached yet: 0." in shown.text
    await told(square, zana, *RIGHTS, *SEND)
    for person in people[:5]:
        await town.press(person, "I have seen it")
    for person, name in zip(people[:4], APPLICANTS, strict=False):
        await recommend(square, person, name)
    await town.until(wall(date(2023, 7, 25), time(15)), timedelta(days=1))
    async with town.service.database.transaction() as unit:
        lines = [NewPresent(Actor.CIVIL_SOCIETY, listing=Listing(f"Person {name}", name)) for name in APPLICANTS[:3]]
        await unit.presence.add(MeetingId(1), lines)
    shown = await told(square, zana, *RIGHTS)
    assert "Sent: 9 (members: 9). By e-mail: 0. Arrived in Telegram: 9. Seen: 5." in shown.text
    assert "4 recommendations of members." in shown.text
    assert f"On the lists: {', '.join(APPLICANTS[:3])}." in shown.text
    assert shown.text.count("done") >= 3
    steps = Counter((row.step, row.topic) for row in await rows_of(town))
    assert steps["u nis", "informim me projektin"] == steps["mbërriti", "informim me projektin"] == 9
    assert steps["u pa", "informim me projektin"] == 5
    assert steps["u nis", "pranim në forum"] == 9
    assert steps["u nis", "mospranim në forum"] == 3
    paper = await town.press(zana, "Checklist (Word)")
    assert "U dërgua: 9 (anëtarë: 9). Me e-mail: 0. Mbërriti në Telegram: 9. E panë: 5." in words_of(paper)
    assert "4 rekomandime nga anëtarët." in words_of(paper)


async def test_a_second_tap_sends_nothing_twice_and_a_new_member_gets_it_alone(square):
    (beni,) = await forum_of(square, 1)
    town, zana = square.town, square.zana
    await told(square, zana, *RIGHTS, *SEND)
    before = len(town.seen(beni))
    assert "nothing was sent twice" in await forged(square, zana, "yt~1~0~1")
    assert texts_since(town, beni, before) == ""
    era = await town.citizen("Era", "English")
    await apply_for(town, era, "E re")
    await told(square, zana, "/zyra", "The forum", "Applications (1)", "E re", "Take into the forum")
    await told(square, zana, *RIGHTS, *SEND)
    assert "Sent to 1 member." in town.heard(zana).text
    assert texts_since(town, beni, before) == ""
    assert "Plani Social" in town.heard(era).text


async def test_those_by_email_get_one_text_each_and_what_the_officer_says_is_noted(square):
    town, zana = square.town, square.zana
    await found(square)
    for name in ("Alfa", "Beta"):
        add = ("/zyra", "The forum", "Add a member", f"“{name}”", "Media", "Yes, on paper")
        await told(square, zana, *add, f"“{name.lower()}@example.al”")
    shown = await told(square, zana, *RIGHTS, "Send the draft to the forum")
    assert "By e-mail: 2." in shown.text
    assert "Send it in Telegram" not in shown.labels
    await town.press(zana, "Write the e-mails")
    asked, address, text = town.seen(zana)[-3:]
    assert "E-mail to Alfa" in asked
    assert address == "alfa@example.al"
    assert text.startswith("Bashkia Përmet njofton forumin para se të vendoset. Forumi: Forumi OGP.")
    assert not [said for said in (asked, text) if "alfa@" in said or "beta@" in said]
    await town.press(zana, "I sent it")
    assert town.seen(zana)[-2] == "beta@example.al"
    assert "alfa@example.al" not in "".join(town.seen(zana)[-3:])
    done = await town.press(zana, "I sent it")
    assert "Told in time, with the draft: done" in done.text
    assert "By e-mail: 2." in done.text
    by_hand = [(row.whose.name, row.way, row.detail) for row in await rows_of(town) if row.step == "u dërgua me e-mail"]
    assert by_hand == [
        (name, "e-mail", "e shënoi koordinatori; në regjistër: https://register.example/109")
        for name in ("Alfa", "Beta")
    ]


async def test_without_a_draft_the_forum_is_not_told_that_it_has_one(square):
    town, zana = square.town, square.zana
    await forum_of(square, 1)
    await announce(town, zana, title="Buxheti 2024", register_url=None)
    page = ("/zyra", "Consultations", "Buxheti 2024", "The rights of the forum")
    refused = await told(square, zana, *page, "Send the draft to the forum")
    assert "neither a document nor a link to the register" in refused.text
    way = refused.text.partition("“")[2].partition("”")[0]
    assert way in (await told(square, zana, "/zyra", "Consultations", "Buxheti 2024")).labels
    assert [row for row in await rows_of(town) if row.step == "u nis" and row.subject == "Buxheti 2024"] == []


@pytest.mark.on_both
async def test_a_long_link_to_the_register_fits_into_the_proof(square):
    town, zana = square.town, square.zana
    await forum_of(square, 1)
    await announce(town, zana, title="Buxheti 2024", register_url="https://register.example/" + "a" * 470)
    await told(square, zana, "/zyra", "Consultations", "Buxheti 2024", "The rights of the forum", *SEND)
    (detail,) = [row.detail for row in await rows_of(town) if row.step == "u nis" and row.subject == "Buxheti 2024"]
    assert detail.startswith("në regjistër: https://register.example/aaa")
    assert len(detail) <= 250


async def test_what_was_sent_as_the_draft_stands_in_the_proof(square):
    town, zana = square.town, square.zana
    await forum_of(square, 1)
    await told(square, zana, *RIGHTS, *SEND)
    informed = [row.detail for row in await rows_of(town) if row.step == "u nis" and "projekt" in row.topic]
    assert informed == ["në regjistër: https://register.example/109"]


async def test_the_forum_is_invited_to_a_meeting_that_is_chosen(square):
    (beni,) = await forum_of(square, 1)
    town, zana = square.town, square.zana
    await told(square, zana, *RIGHTS, "Invite the forum to a meeting", "25 July 2023", "Send it in Telegram")
    letter = town.heard(beni)
    assert "invites Forumi OGP to a meeting on this" in letter.text
    assert "Salla e Këshillit Bashkiak" in letter.text
    await town.press(beni, "Will you come?")
    shown = await told(square, zana, *RIGHTS)
    assert "Invited: done" in shown.text


async def test_a_member_who_blocked_the_bot_is_in_the_proof_as_not_reached(square):
    beni, _ = await forum_of(square, 2)
    town, zana = square.town, square.zana
    beni.blocks(town.bot)
    await told(square, zana, *RIGHTS, *SEND)
    await town.pass_time(timedelta(minutes=5), timedelta(minutes=1))
    assert "Did not arrive: 1." in (await told(square, zana, *RIGHTS)).text
    failed = [row for row in await rows_of(town) if row.step == "nuk mbërriti"]
    assert [(row.whose.name, row.detail) for row in failed] == [(APPLICANTS[0], "Telegrami nuk e gjen marrësin")]


async def test_what_was_met_elsewhere_is_written_by_hand_and_never_ahead(square):
    await forum_of(square, 1)
    town, zana = square.town, square.zana
    asked = await told(square, zana, *RIGHTS, "By hand: Recommendations received", "“21.6.2023”")
    assert "That day is still to come." in asked.text
    await told(square, zana, "“20.6.2023”", "“Letra nr. 12”")
    shown = town.heard(zana)
    assert "Recommendations received: done" in shown.text
    assert "Letra nr. 12" in shown.text
    assert "forum right: heard" in await noted(town)


async def test_the_rights_are_overdue_in_time_and_the_digest_says_so_once_a_week(square):
    await forum_of(square, 1)
    town, zana = square.town, square.zana
    before = len(town.seen(zana))
    await town.until(wall(date(2023, 7, 24), time(12)), timedelta(hours=1))
    said = [text for text in town.seen(zana)[before:] if "Rights of the forum are overdue in:\n• Plani Social" in text]
    days = [text.split("\n")[0] for text in said]
    weeks = [datetime.strptime(day.partition(", ")[2], "%A, %d %B %Y").isocalendar().week for day in days]  # noqa: DTZ007
    assert len(set(weeks)) == len(weeks)
    assert any("Monday, 24 July 2023" in day for day in days)
    assert "Told in time, with the draft: overdue" in (await told(square, zana, *RIGHTS)).text
    in_one_tap = await town.press(zana, "Rights of the forum: Plani Social")
    assert "Told in time, with the draft: overdue" in in_one_tap.text


async def test_the_forum_meets_every_six_months_and_the_digest_says_it_a_month_before_and_after(square):
    town, zana = square.town, square.zana
    await found(square)
    await told(square, zana, "/zyra", "The forum", "Write down a meeting of the forum", "“1.3.2023”")
    shown = await told(square, zana, "“Salla”", "“Mbetjet e ngurta”")
    assert "Last meeting: Wednesday, 1 March 2023, Salla. Mbetjet e ngurta" in shown.text
    assert "The next one is due by Friday, 1 September 2023" in shown.text
    await town.until(wall(date(2023, 7, 31), time(12)), timedelta(hours=4))
    assert not any("The forum is to meet" in text for text in town.seen(zana))
    await town.until(wall(date(2023, 9, 4), time(12)), timedelta(hours=4))
    told_so = [text for text in town.seen(zana) if "The forum is to meet by Friday, 1 September 2023." in text]
    assert 4 <= len(told_so) <= 6
    assert any("The forum was to meet by Friday, 1 September 2023." in text for text in town.seen(zana))


async def exported(square, form="Proof of notice (CSV, to be checked)") -> bytes:
    shown = await told(square, square.zana, "/zyra", "The forum", form)
    return shown.file.content


async def test_the_export_can_be_checked_and_holds_what_was_told(square):
    await forum_of(square, 2)
    await told(square, square.zana, *RIGHTS, *SEND)
    content = await exported(square)
    checked = check_proof(content)
    rows = await rows_of(square.town)
    assert (checked.flaw, checked.nameless, checked.count, checked.last) == (None, 0, len(rows), rows[-1].link)
    assert "tells Forumi OGP about this before the decision" in content.decode()
    taken = content.decode().replace(APPLICANTS[0], "Tjetër")
    assert check_proof(taken.encode()).flaw.why == "name"


async def test_who_was_erased_leaves_an_export_that_still_holds_and_names_nobody(square):
    beni, _ = await forum_of(square, 2)
    await told(square, square.zana, *RIGHTS, *SEND)
    await told(square, beni, "/fshij", "Erase everything")
    content = await exported(square)
    checked = check_proof(content)
    assert checked.flaw is None
    assert checked.nameless > 0
    assert APPLICANTS[0] not in content.decode()
    assert APPLICANTS[1] in content.decode()


async def test_the_announcement_stands_in_the_proof_as_counts_and_nobody_is_named(square):
    town = square.town
    await found(square)
    await town.pass_time(timedelta(minutes=5), timedelta(minutes=1))
    counted = [row for row in await rows_of(town) if row.step == "u numërua"]
    assert [(row.topic, row.who, row.consultation) for row in counted] == [("njoftim publik", "", 1)]
    assert counted[0].detail.startswith("gjithsej ")


async def test_the_proof_comes_as_word_and_excel_too_and_its_last_mark_is_in_the_register_of_deeds(square):
    await forum_of(square, 1)
    town, zana = square.town, square.zana
    await told(square, zana, *RIGHTS, *SEND)
    paper = await told(square, zana, *RIGHTS, "Proof of notice (Word)")
    rows = await rows_of(town)
    assert APPLICANTS[0] in words_of(paper)
    assert rows[-1].link in words_of(paper)
    assert (await exported(square, "Proof of notice (Excel)"))[:2] == b"PK"
    assert "proof of notice taken" in await noted(town)
    async with town.service.database.reading() as unit:
        assert (await unit.chain.examine()).count


async def test_a_title_that_looks_like_a_formula_is_harmless_and_still_checks(square):
    await forum_of(square, 1)
    town = square.town
    await announce(town, square.zana, title="=CMD|' /C calc'!A0", purpose="- një;=dy\n-tre")
    steps = ("/zyra", "Consultations", "CMD", "The rights of the forum")
    await told(square, square.zana, *steps, *SEND)
    content = await exported(square)
    assert check_proof(content).flaw is None
    assert b"'=CMD" in content


async def test_an_officer_of_another_institution_sees_nothing_of_it(square):
    await forum_of(square, 1)
    town = square.town
    await ensure_institution(FirstInstitution("Qarku Gjirokastër", "Përmet", "QG"), town.service.database)
    mira = await town.officer("Mira", institution="Qarku Gjirokastër", role=Role.ADMIN)
    here, (member,) = town.institution, await members_of(town)
    for data in (
        f"yf~{here}", f"ym~{here}~0~0", f"yu~{member.id}", f"yl~{member.id}", f"ye~{member.id}~1", f"yy~{member.id}",
        f"yc~{here}", f"yp~{here}~csv", "yr~1", "yt~1~0~1", "yb~1~0~0", f"yk~1~0~{member.id}~abcd", "yw~1~0", "yw~1~1",
        f"yg~{here}~member~0", "yh~1",
    ):  # fmt: skip
        answer = await forged(square, mira, data)
        assert "Only a coordinator of this institution" in answer or "not here" in answer, data
    assert [one.state for one in await members_of(town)] == ["member"]


async def test_a_call_is_looked_at_before_it_is_open_and_can_be_put_right(square):
    town, zana = square.town, square.zana
    await found(square)
    asked = await told(square, zana, "/zyra", "The forum", "Open a call", "“18.8.2023”", "“Ejani!”")
    assert "This is what citizens will read:" in asked.text
    assert "Ejani!\n\nYou can apply until Friday, 18 August 2023." in asked.text
    await told(square, zana, "Back", "“Na shkruani!”")
    async with town.service.database.reading() as unit:
        assert (await unit.forums.find(town.institution)).call is None
    shown = await town.press(zana, "Send")
    assert "A call is open until Friday, 18 August 2023." in shown.text
    again = await told(square, zana, "Change the text of the call", "“Ejani të gjithë!”")
    assert "You can apply until Friday, 18 August 2023." in again.text
    await town.press(zana, "Send")
    moved = await told(square, zana, "Move its last day", "“1.9.2023”")
    assert "Ejani të gjithë!\n\nYou can apply until Friday, 1 September 2023." in moved.text
    assert "A call is open until Friday, 1 September 2023." in (await town.press(zana, "Send")).text


async def test_a_refusal_is_looked_at_before_it_goes(square):
    town, zana = square.town, square.zana
    await found(square)
    await told(square, zana, "/zyra", "The forum", "Open a call", "“18.8.2023”", "“Ejani!”", "Send")
    await apply_for(town, square.ana, "Drita")
    before = len(town.seen(square.ana))
    way = ("/zyra", "The forum", "Applications (1)", "Drita", "Do not take", "“We have no room.”")
    asked = await told(square, zana, *way)
    assert "You were not taken into the forum this time.\n\nWhy: We have no room." in asked.text
    assert len(town.seen(square.ana)) == before
    await told(square, zana, "Back", "“It is full.”", "Send")
    assert "It is full." in town.seen(square.ana)[-1]
    assert "no room" not in town.seen(square.ana)[-1]
