"""The desk: how one comes to it, what it shows, and who may not."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Final

import pytest

from bot.setup import FirstInstitution, ensure_institution, new_invitation
from participation.clock import wall
from participation.people.model import Role
from storage.vault import Vault
from tests.conversations.coordinator.notes import noted
from tests.conversations.states import NEIGHBOUR
from tests.conversations.steps import comment, loses_office, publish_despite, report, texts_since
from tests.town import announce


def link_in(texts: list[str]) -> str:
    """The payload of the newest deep link."""
    return next(text for text in reversed(texts) if "?start=ft_" in text).rpartition("?start=")[2].split()[0]


async def test_an_invitation_greets_and_opens_the_desk(town):
    era = await town.officer("Era")
    assert "From now on you work here for Bashkia Përmet." in town.seen(era)[-2]
    assert town.heard(era).labels[:4] == [
        "Publish a notice",
        "Comments to answer",
        "Safety reports",
        "Meetings ahead",
    ]
    assert "appointed" in await noted(town)


@pytest.mark.parametrize(
    ("label", "question", "then"),
    [
        ("Invite a colleague", "To which institution do you invite?", "As what"),
        ("Hour of the digest", "The digest of which institution?", "digest"),
        ("Papers of the year", "The papers of which institution?", "2023"),
        ("Days off", "The days off of which institution?", "Days off"),
        ("A group for the desk", "Of which institution is the group?", "group"),
    ],
)
async def test_who_acts_for_several_is_asked_for_which(town, label, question, then):
    era = await town.officer("Era")
    await ensure_institution(NEIGHBOUR, town.service.database)
    token = await new_invitation(town.service.database, town.clock, institution=NEIGHBOUR.name, role=Role.ADMIN)
    await town.start(era, f"ft_{token}")
    asked = await town.press(era, label)
    assert asked.text == question
    assert asked.labels == ["Bashkia Përmet", NEIGHBOUR.name, "Coordinator's desk"]
    shown = await town.press(era, NEIGHBOUR.name)
    assert NEIGHBOUR.name in shown.text
    assert then in shown.text


async def test_an_invitation_works_once(town):
    token = await new_invitation(town.service.database, town.clock, institution=None, role=Role.COORDINATOR)
    first, second = await town.citizen("Era", "English"), await town.citizen("Beni", "English")
    assert "Publish a notice" in (await town.start(first, f"ft_{token}")).labels
    await town.start(second, f"ft_{token}")
    assert "has expired or was used already" in "\n".join(town.seen(second))


async def test_an_invitation_expires(town):
    token = await new_invitation(town.service.database, town.clock, institution=None, role=Role.COORDINATOR)
    era = await town.citizen("Era", "English")
    town.clock.move(timedelta(days=8))
    await town.start(era, f"ft_{token}")
    assert "has expired" in "\n".join(town.seen(era))
    assert "Only a coordinator" in (await town.say(era, "/zyra")).text


async def test_an_administrator_invites_with_a_text_to_send_on(town):
    era = await town.officer("Era")
    await town.press(era, "Invite a colleague")
    await town.press(era, "coordinator")
    assert "works once, until Tuesday, 27 June 2023" in town.seen(era)[-2]
    beni = await town.citizen("Beni", "English")
    assert "Publish a notice" in (await town.start(beni, link_in(town.seen(era)))).labels


@pytest.mark.parametrize("role", ["member of the safety council", "chair of the safety council"])
async def test_who_sits_on_the_council_has_no_desk_and_reads_no_report(town, role):
    era, ana = await town.officer("Era"), await town.citizen("Ana", "English")
    await town.press(era, "Invite a colleague")
    await town.press(era, role)
    assert f"as {role}." in town.seen(era)[-1]
    beni = await town.citizen("Beni", "English")
    welcome = (await town.start(beni, link_in(town.seen(era)))).text
    assert f"an office at Bashkia Përmet: {role}." in welcome
    assert "You read the figures of the reports, and no report." in welcome
    assert f"Their office: {role}\nThey read figures only.\n" in town.heard(era).text
    before = len(town.seen(beni))
    await report(town, ana, about="Weapons")
    assert "Urgent safety report" in "\n".join(town.seen(era))
    await town.until(wall(date(2023, 6, 21), time(9)), timedelta(hours=23))
    assert "1 safety report is new or has news." in "\n".join(town.seen(era))
    assert town.seen(beni)[before:] == [], "neither the report nor a digest"
    assert "Coordinator's desk" not in (await town.say(beni, "/menu")).labels
    for forged in ("qs~0", "q~1", "qd~1~take", "ow~0", "iv~1~admin"):
        beni.presses_data(town.bot, forged)
        await town.settle()
        assert "Only a coordinator" in town.heard(beni).text, forged


async def test_a_deputy_does_what_a_coordinator_does(town):
    era = await town.officer("Era")
    await town.press(era, "Invite a colleague")
    await town.press(era, "deputy coordinator")
    beni = await town.citizen("Beni", "English")
    assert {"Publish a notice", "Safety reports"} <= set((await town.start(beni, link_in(town.seen(era)))).labels)


async def test_an_administrator_hears_who_came_by_a_link_and_can_end_it(town):
    era = await town.officer("Era")
    await town.press(era, "Invite a colleague")
    await town.press(era, "coordinator")
    link = link_in(town.seen(era))
    beni = await town.citizen("Beni", "English")
    before = len(town.seen(beni))
    await town.start(beni, link)
    assert "Since Tuesday, 20 June 2023, 10:00 somebody new works for Bashkia Përmet." in town.heard(era).text
    assert (
        "Their office: coordinator\nThey read comments and safety reports, and can publish.\n" in town.heard(era).text
    )
    assert "somebody new" not in texts_since(town, beni, before)
    shown = await town.press(era, "See this colleague")
    assert "Bashkia Përmet: coordinator, since Tuesday, 20 June 2023, 10:00" in shown.text
    assert "Done." in (await town.press(era, "Take the office away")).text
    assert "You hold no office any more at: Bashkia Përmet." in (await town.say(beni, "/zyra")).text
    await town.say(era, "/zyra")
    assert "Nobody else works here yet." in (await town.press(era, "Colleagues")).text
    assert {"dismissed", "dismiss"} <= set(await noted(town))


async def test_only_an_administrator_finds_a_colleague(town):
    await town.officer("Era")
    beni = await town.officer("Beni", role=Role.COORDINATOR)
    assert "Colleagues" not in town.heard(beni).labels
    for forged in ("cl", "cg~1", "cd~1"):
        await town.do(beni, lambda forged=forged: beni.presses_data(town.bot, forged))
        assert "since" not in town.heard(beni).text
    assert "dismissed" not in await noted(town)


async def test_who_looks_at_a_link_for_a_colleague_does_not_use_it_up(town):
    era = await town.officer("Era")
    await town.press(era, "Invite a colleague")
    await town.press(era, "coordinator")
    link = link_in(town.seen(era))
    await town.start(era, link)
    assert "This link is for a colleague, and it still works." in town.seen(era)[-2]
    beni = await town.citizen("Beni", "English")
    assert "Publish a notice" in (await town.start(beni, link)).labels


async def test_a_coordinator_who_is_no_administrator_cannot_invite(town):
    beni = await town.officer("Beni", role=Role.COORDINATOR)
    assert "Invite a colleague" not in town.heard(beni).labels
    assert "Only an administrator" in (await town.say(beni, "/fto")).text
    beni.presses_data(town.bot, "iv~1~")
    await town.settle()
    assert "Only a coordinator" in town.heard(beni).text


async def test_whoever_was_dismissed_is_told_so_at_every_old_door(town):
    era = await town.officer("Era", role=Role.COORDINATOR)
    await announce(town)
    desk = await town.say(era, "/zyra")
    await loses_office(town, era)
    assert "you no longer hold this office at Bashkia Përmet: coordinator." in town.heard(era).text
    for act in (
        lambda: era.presses("Comments to answer", message=desk),
        lambda: era.presses_data(town.bot, "mm~1"),
        lambda: era.says(town.bot, "/publiko"),
    ):
        said = (await town.do(era, act)).text
        assert "Only a coordinator of this institution can do that." in said
        assert "You hold no office any more at: Bashkia Përmet." in said


async def test_whoever_never_held_an_office_hears_of_none(town):
    await town.officer("Era")
    ana = await town.citizen(language="English")
    assert (await town.say(ana, "/zyra")).text == "Only a coordinator of this institution can do that."


FORGED: Final = ("iv~1~", "dq~0", "dh~1~8", "mo~0", "ow~0", "an~0", "qs~0", "q~1", "pg~1", "mm~1", "ac~1")


async def test_forged_buttons_of_the_desk_are_refused_to_citizens(town):
    ana = await town.citizen(language="English")
    for data in FORGED:
        before = len(town.seen(ana))
        await town.do(ana, lambda data=data: ana.presses_data(town.bot, data))
        assert len(town.seen(ana)) == before + 1
        assert "Only a coordinator" in town.heard(ana).text


async def test_the_desk_counts_what_waits(town):
    era = await town.officer("Era")
    await announce(town, era)
    ana = await town.citizen(language="English")
    await town.press(ana, "Plani Social")
    await town.press(ana, "Comment")
    await town.say(ana, "More buses.")
    await town.press(ana, "Without a name")
    await town.press(ana, "Send")
    labels = (await town.say(era, "/zyra")).labels
    assert "Comments to answer (1)" in labels
    assert "Meetings ahead (1)" in labels


async def test_to_count_what_waits_nothing_is_opened(square, monkeypatch):
    town, ana, zana = square.town, square.ana, square.zana
    for words in ("More buses.", "Fewer cars."):
        await comment(town, ana, words)
        await report(town, ana)
    opened: list[str] = []
    monkeypatch.setattr(
        Vault,
        "open",
        lambda self, purpose, *sealed, real=Vault.open: opened.append(purpose) or real(self, purpose, *sealed),
    )
    labels = (await town.say(zana, "/zyra")).labels
    assert {"Comments to answer (2)", "Safety reports (2)", "Meetings ahead (1)"} <= set(labels)
    assert not {"comment", "answer", "report"} & set(opened)
    await town.press(zana, "Comments to answer")
    await town.press(zana, "Desk")
    await town.press(zana, "Safety reports")
    assert (opened.count("comment"), opened.count("report")) == (2, 2)


async def test_the_hour_of_the_digest_is_chosen_from_the_working_day(town):
    era = await town.officer("Era")
    hours = await town.press(era, "Hour of the digest")
    assert "comes at 09:00" in hours.text
    assert hours.labels[:-2] == [f"{hour:02}:00" for hour in range(7, 18)]
    assert hours.labels[-2:] == ["Once a week", "Coordinator's desk"]
    assert "comes at 16:00" in (await town.press(era, "16:00")).text
    assert "comes at 16:00" in (await town.say(era, "/zyra") and await town.press(era, "Hour of the digest")).text


async def test_a_forged_hour_or_institution_changes_nothing(town):
    era = await town.officer("Era")
    for data in ("dh~1~3", "dh~1~23", "dh~99~8", "dq~99", "dw~1~month", "dw~99~week"):
        await town.do(era, lambda data=data: era.presses_data(town.bot, data))
        assert "will come at" not in town.heard(era).text


async def test_who_holds_several_offices_chooses_where_it_matters(town):
    elbasan = FirstInstitution("Bashkia Elbasan", "Elbasan", "EL")
    era = await town.officer("Era")
    await ensure_institution(elbasan, town.service.database)
    token = await new_invitation(town.service.database, town.clock, institution="Bashkia Elbasan", role=Role.ADMIN)
    await town.start(era, f"ft_{token}")
    for opened in ("Publish a notice", "Hour of the digest", "Invite a colleague"):
        await town.say(era, "/zyra")
        assert {"Bashkia Përmet", "Bashkia Elbasan"} <= set((await town.press(era, opened)).labels)
    await town.press(era, "Bashkia Elbasan")
    assert "As what do you invite them?" in town.heard(era).text
    await town.press(era, "coordinator")
    assert "by Bashkia Elbasan, as coordinator" in town.heard(era).text
    await town.say(era, "/publiko")
    assert "For: Bashkia Elbasan" in (await town.press(era, "Bashkia Elbasan")).text


async def test_who_holds_several_offices_reads_whose_is_what(town):
    era = await town.officer("Era")
    assert town.heard(era).text == "Coordinator's desk\n\nBashkia Përmet\n\nNothing waits for you now."
    elbasan = await ensure_institution(FirstInstitution("Bashkia Elbasan", "Elbasan", "EL"), town.service.database)
    token = await new_invitation(town.service.database, town.clock, institution="Bashkia Elbasan", role=Role.ADMIN)
    await town.start(era, f"ft_{token}")
    assert town.heard(era).text.endswith("Bashkia Përmet\nBashkia Elbasan\n\nNothing waits for you now.")
    await announce(town, era, title="Buxheti 2024")
    await announce(replace(town, institution=elbasan), era, title="Buxheti 2024")
    desk = await town.say(era, "/zyra")
    assert desk.text.endswith("Bashkia Përmet\nBashkia Elbasan\n\nWhat waits is counted for all of them together.")
    listed = await town.press(era, "Meetings ahead (2)")
    assert "Bashkia Përmet: Buxheti 2024\nTuesday" in listed.text
    assert "Bashkia Elbasan: Buxheti 2024\nTuesday" in listed.text
    assert listed.labels[:2] == [
        "25 July 2023, 11:00 – Bashkia Përmet – Buxheti 2024",
        "25 July 2023, 11:00 – Bashkia Elbasan – Buxheti 2024",
    ]


async def test_an_announcement_that_was_begun_is_not_nothing(town, draft):
    assert "Nothing waits" not in (await town.say(draft, "/zyra")).text


async def test_progress_of_another_institution_is_not_shown(town):
    await announce(town)
    await ensure_institution(FirstInstitution("Bashkia Elbasan", "Elbasan", "EL"), town.service.database)
    token = await new_invitation(town.service.database, town.clock, institution="Bashkia Elbasan", role=Role.ADMIN)
    lule = await town.citizen("Lule", "English")
    await town.start(lule, f"ft_{token}")
    lule.presses_data(town.bot, "pg~1")
    await town.settle()
    assert "not here any more" in town.heard(lule).text


async def test_progress_counts_people(town):
    ana, _, era = await town.citizen(), await town.citizen("Bora"), await town.officer("Era")
    ana.blocks()
    await town.settle()
    await announce(town, era)
    era.presses_data(town.bot, "pg~1")
    await town.settle()
    assert "Sent: 1 of 1" in town.heard(era).text


async def test_progress_says_in_words_that_nobody_follows_and_is_the_card_that_was_sent(town):
    era = await town.officer("Era")
    await announce(town, era)
    sent = town.heard(era)
    assert "Nobody follows yet." in sent.text
    shown = await town.do(era, lambda: era.presses_data(town.bot, "pg~1"))
    assert shown.text == sent.text
    assert shown.labels == ["Coordinator's desk"]


async def test_urgent_reports_stand_first_and_say_so(town):
    era, ana = await town.officer(), await town.citizen(language="English")
    await report(town, ana, about="Noise")
    await report(town, ana, "A gun.", about="Weapons")
    await town.say(era, "/zyra")
    labels = (await town.press(era, "Safety reports")).labels
    assert labels[0].startswith("Urgent! New – PR-S-2023-0002")
    assert labels[1].startswith("New – PR-S-2023-0001")


async def test_two_meetings_at_one_place_can_be_told_apart(town):
    era = await town.officer()
    await announce(town, by=era)
    await announce(town, by=era, title="Buxheti 2024")
    await town.say(era, "/zyra")
    labels = (await town.press(era, "Meetings ahead")).labels[:2]
    assert sorted(labels) == [
        "25 July 2023, 11:00 – Salla e Këshillit … – Buxheti 2024",
        "25 July 2023, 11:00 – Salla e Këshillit … – Plani Social …",
    ]


async def test_two_meetings_of_one_series_can_be_told_apart(town, draft):
    await town.press(draft, "Meetings (1)")
    await town.press(draft, "25 July 2023")
    await town.press(draft, "Place")
    await town.say(draft, "Petran, zyra e njësisë")
    await town.press(draft, "Go on")
    await publish_despite(town, draft)
    await announce(town, by=draft, title="Plani Social i Bashkisë Përmet 2024-2027")
    await town.say(draft, "/zyra")
    labels = (await town.press(draft, "Meetings ahead")).labels[:2]
    assert sorted(label.split(" – ")[1] for label in labels) == ["Petran, zyra e …", "Salla e Këshillit …"]


async def test_who_opens_their_own_invitation_again_finds_the_desk(town):
    token = await new_invitation(town.service.database, town.clock, institution=None, role=Role.ADMIN)
    era = await town.citizen("Era", "English")
    await town.start(era, f"ft_{token}")
    assert "Coordinator's desk" in (await town.start(era, f"ft_{token}")).text
    assert "Invite a colleague" in town.heard(era).labels


async def test_an_officer_is_told_what_being_forgotten_costs(town):
    era, ana = await town.officer(), await town.citizen(language="English")
    assert "lose your office here" in (await town.say(era, "/fshij")).text
    assert "office" not in (await town.say(ana, "/fshij")).text


async def test_with_an_officer_who_is_forgotten_their_links_go_too(town):
    era, stranger = await town.officer(), town.newcomer("Ben", "en")
    token = await new_invitation(town.service.database, town.clock, institution=None, role=Role.COORDINATOR)
    await town.say(era, "/fshij")
    await town.press(era, "Yes, erase everything")
    await town.start(stranger, f"ft_{token}")
    await town.press(stranger, "English")
    assert town.who_sees([stranger], "Coordinator's desk") == {stranger.id: 0}
    assert town.who_sees([stranger], "has expired or was used already") == {stranger.id: 1}


async def test_an_officer_is_told_what_silence_costs_and_finds_it_on_the_desk(town):
    era, ana = await town.officer(), await town.citizen(language="English")
    assert "neither the digest nor urgent reports reach you" in (await town.say(era, "/ndal")).text
    assert "digest" not in (await town.say(ana, "/ndal")).text
    desk = await town.say(era, "/zyra")
    assert "neither the digest nor urgent reports reach you" in desk.text
    assert desk.labels[0] == "Write to me again"


async def test_where_no_officer_gets_messages_nobody_is_promised_a_reader(town):
    era, ana = await town.officer(), await town.citizen(language="English")
    await town.say(era, "/ndal")
    await town.say(ana, "/raporto")
    assert "takes reports here at the moment" in (await town.press(ana, "No")).text
    await town.press(era, "Write to me again")
    await town.say(ana, "/raporto")
    assert "What is it about?" in (await town.press(ana, "No")).text


async def test_the_desk_shows_that_an_announcement_was_begun(town, draft):
    assert (await town.say(draft, "/zyra")).labels[0] == "Go on with the announcement"
    await town.press(draft, "Go on with the announcement")
    await town.press(draft, "Cancel")
    cancelled = await town.press(draft, "Yes, delete it")
    assert "Coordinator's desk" in cancelled.labels
    assert (await town.say(draft, "/zyra")).labels[0] == "Publish a notice"
