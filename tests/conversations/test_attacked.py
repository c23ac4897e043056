"""What was tried to learn of a need that only the protection contact reads, or to bring it before others."""

from datetime import date, time, timedelta
from itertools import chain, repeat
from secrets import randbelow

import pytest
from sqlalchemy import select

from participation.clock import local_day, wall
from participation.dockets import both_of
from participation.ids import InstitutionId
from participation.people.model import Role
from participation.reports import usecases
from participation.reports.usecases import unattended
from storage.tables import audit
from tests.conversations.states import walk
from tests.conversations.steps import forged, opened, own, report, texts_since
from tests.conversations.test_group import link
from tests.conversations.test_known import SENTENCE, make_known
from tests.conversations.test_protection import ALL, GUARDED, NEED, OTHER, PLAIN, WORDS, leaves, told

LOST = "The link you came by is not valid any more."
MIDSUMMER = date(2023, 6, 21)


async def test_a_contact_invites_another_one_and_an_administrator_cannot(square, mira):
    town, zana = square.town, square.zana
    asked = await town.say(zana, "/fto")
    assert "invited by whoever runs the bot, or by another contact" in asked.text
    assert "protection contact" not in str(asked.labels)
    assert "start=ft_" not in await forged(square, zana, f"iv~{town.institution}~protection")
    await walk(town, zana, ("/zyra", "Colleagues"))
    assert "protection contact" not in str(town.heard(zana).labels)
    await walk(town, mira, ("/zyra", "Invite another contact"))
    token = town.heard(mira).text.partition("start=")[2].split()[0]
    dora = town.newcomer("Dora", "en")
    await town.start(dora, token)
    await town.press(dora, "English")
    assert (await town.say(dora, "/zyra")).labels[0] == "Safety reports"
    await walk(town, dora, ("/zyra", "Colleagues", "protection contact", "Take the office away"))
    assert "Only a coordinator" in (await town.say(mira, "/zyra")).text


@pytest.mark.parametrize(
    "steps",
    [
        ("Show no help lines",),
        ("Text (English)", "“Nobody reads this. Call me.”"),
        ("Time to read", "“1 hour”"),
        ("Name (English)", "“Quarrels”"),
        ("Delete it", "Yes, delete it"),
    ],
    ids=lambda steps: steps[0],
)
async def test_no_coordinator_changes_what_somebody_in_need_reads_or_who_reads_it(square, mira, steps):
    town, zana = square.town, square.zana
    await walk(town, zana, ("/zyra", "Categories of reports", NEED, *steps))
    assert "changed only by whoever runs the bot" in "\n".join(town.seen(zana)[-2:])
    await told(square)
    assert "Only you may read it: press Show." in town.heard(mira).text
    await leaves(square, mira)
    await walk(town, zana, ("/zyra", "Categories of reports", NEED, "Show no help lines"))
    assert "changed only by" not in town.heard(zana).text


async def test_a_category_of_need_of_their_own_is_not_lost_by_going_back(square, mira):
    town, zana = square.town, square.zana
    await walk(town, zana, ("/zyra", "Categories of reports", OTHER, "Show the help lines"))
    await walk(town, zana, ("/zyra", "Categories of reports", "Back to the usual ones", "Yes, back"))
    assert "changed only by whoever runs the bot" in town.heard(zana).text


async def test_who_reads_is_said_before_the_words_also_where_it_is_the_coordinators(square):
    await walk(square.town, square.ana, ("/raporto", "No", NEED))
    assert ALL in square.town.heard(square.ana).text


@pytest.mark.parametrize("way", ["link", "button"])
async def test_whether_it_is_there_is_not_seen_by_trying_its_number(square, mira, way):
    town, zana = square.town, square.zana
    await told(square)
    answers = []
    for number in (1, 77):
        before = len(town.seen(zana))
        await (town.start(zana, f"q_{number}") if way == "link" else forged(square, zana, f"q~{number}"))
        answers.append(texts_since(town, zana, before))
    assert answers[0] == answers[1]
    assert (LOST in answers[0]) is (way == "link")
    async with town.service.database.reading() as unit:
        tried = await unit._connection.execute(select(audit.c.subject).where(audit.c.action == "refused"))
        assert list(tried.scalars()) == ["start" if way == "link" else "ShowReport"]


async def test_its_number_does_not_tell_how_many_there_are(square, mira, monkeypatch):
    monkeypatch.setattr(usecases, "draw", randbelow)
    numbers = [(await told(square)).text.partition("PR-S-2023-")[2][:6] for _ in range(3)]
    assert len({*numbers}) == 3
    assert all("500000" <= one <= "999999" for one in numbers)
    assert not {"500001", "500002", "500003"} & {*numbers}


async def test_a_number_that_was_drawn_already_is_not_given_twice(square, mira, monkeypatch):
    drawn = chain(repeat(7, 3), [8])
    monkeypatch.setattr(usecases, "draw", lambda _: next(drawn))
    assert "PR-S-2023-500007" in (await told(square)).text
    assert "PR-S-2023-500008" in (await told(square)).text


async def test_what_was_known_and_has_become_of_need_is_told_anew(square, mira):
    """Its category became one of need while somebody was about to say that it concerns them too."""
    town, zana = square.town, square.zana
    beni = await town.citizen("Beni", "English")
    await report(town, beni, about="Lighting")
    await opened(square)
    await walk(town, zana, ("Tell citizens it is known", "“The lamps are out.”", "Confirm"))
    await walk(town, square.ana, ("/raporto", "No", "Lighting"))
    await walk(town, zana, ("/zyra", "Categories of reports", "Lighting", "Show the help lines"))
    await town.press(square.ana, "It concerns me too")
    assert "Your number" not in town.heard(square.ana).text
    async with town.service.database.reading() as unit:
        assert len(await unit.reports.of(both_of(InstitutionId(town.institution)))) == 1


@pytest.mark.parametrize("how", ["leaves", "is silent"])
async def test_what_is_added_while_nobody_reads_reaches_whoever_comes_or_comes_back(square, mira, how):
    town, ana = square.town, square.ana
    await told(square)
    await opened(square, GUARDED, mira)
    await (leaves(square, mira) if how == "leaves" else town.say(mira, "/ndal"))
    await own(square, GUARDED)
    await walk(town, ana, ("Write more", "“He is at the door again.”", "Send"))
    await town.pass_time(timedelta(hours=2))
    if how == "leaves":
        async with town.service.database.transaction() as unit:
            assert [one.id for one in await unattended(uow=unit)] == [town.institution]
        mira = await town.officer("Dora", role=Role.PROTECTION)
    else:
        await town.say(mira, "/start")
    await town.pass_time(timedelta(hours=14))
    assert [text for text in town.seen(mira) if f"Whoever sent {GUARDED} has said more" in text]


async def test_what_was_read_and_forgotten_the_contact_is_reminded_of(square, mira):
    town = square.town
    await told(square)
    await opened(square, GUARDED, mira)
    before = len(town.seen(mira))
    await town.pass_time(timedelta(days=12), timedelta(hours=1))
    assert "Only for you" in texts_since(town, mira, before)
    assert not [text for text in town.seen(square.zana) if "Only for you" in text]


async def test_the_group_hears_nothing_of_what_was_given_to_the_contact_while_it_slept(square, mira):
    town, zana = square.town, square.zana
    group = town.world.group("Zyra", members=[zana], forum=True)
    await link(town, zana, group)
    await town.until(wall(local_day(town.clock.now()), time(23)))
    await report(town, square.ana, WORDS, OTHER)
    await opened(square)
    await town.until(wall(MIDSUMMER, time(0, 2)))
    await walk(town, zana, ("Only for the protection contact", "Confirm"))
    await town.pass_time(timedelta(hours=14))
    assert [topic.name for topic in group.topics.values() if not topic.deleted] == []


async def test_what_is_given_to_the_contact_takes_its_topic_and_what_citizens_read_of_it_along(square, mira):
    town, zana = square.town, square.zana
    group = town.world.group("Zyra", members=[zana], forum=True)
    await link(town, zana, group)
    await report(town, square.ana, WORDS, "Lighting")
    await make_known(square)
    await town.pass_time(timedelta(hours=1))
    assert [topic.name for topic in group.topics.values() if not topic.deleted] == [PLAIN]
    await opened(square)
    await walk(town, zana, ("Only for the protection contact", "Confirm"))
    await town.pass_time(timedelta(hours=1))
    assert [topic.name for topic in group.topics.values() if not topic.deleted] == []
    beni = await town.citizen("Beni", "English")
    await walk(town, beni, ("/raporto", "No", "Lighting"))
    assert SENTENCE not in town.heard(beni).text
    await walk(town, zana, ("/zyra", "Safety reports", "Figures", "This month"))
    assert SENTENCE not in town.heard(zana).text


async def test_a_flood_of_the_one_kind_leaves_room_for_the_other(square, mira, monkeypatch):
    monkeypatch.setattr(usecases, "MOST_OF_ALL", 1)
    town = square.town
    beni = await town.citizen("Beni", "English")
    await report(town, beni, about=OTHER)
    await walk(town, square.ana, ("/raporto", "No", OTHER))
    assert "no more can be read" in town.heard(square.ana).text
    assert GUARDED in (await told(square)).text
    await walk(town, beni, ("/raporto", "No", NEED))
    assert "no more can be read" in town.heard(beni).text


async def test_others_hear_in_the_morning_of_all_together(square, mira):
    town, zana = square.town, square.zana
    beni = await town.citizen("Beni", "English")
    await town.until(wall(MIDSUMMER, time(10)))
    await report(town, square.ana, WORDS, "A child at risk")
    await town.until(wall(MIDSUMMER, time(13, 20)))
    await report(town, beni, WORDS, "Violence")
    before = len(town.seen(zana))
    await town.until(wall(MIDSUMMER + timedelta(days=1), time(8, 50)))
    assert "Not read in time" not in texts_since(town, zana, before)
    await town.until(wall(MIDSUMMER + timedelta(days=1), time(9, 50)))
    assert texts_since(town, zana, before).count("Not read in time") == 1


async def test_what_is_given_to_the_contact_has_the_time_of_a_child_at_risk(square, mira):
    town = square.town
    await report(town, square.ana, WORDS, OTHER)
    await opened(square)
    await walk(town, square.zana, ("Only for the protection contact", "Confirm"))
    before = len(town.seen(mira))
    await town.pass_time(timedelta(hours=4))
    assert "has not been read" in texts_since(town, mira, before)


async def test_that_figures_are_without_it_is_said_whether_or_not_there_is_any(square, mira):
    town, zana = square.town, square.zana
    await report(town, square.ana, about=OTHER)
    await leaves(square, mira)
    await walk(town, zana, ("/zyra", "Safety reports", "Figures", "This month"))
    assert "What only the protection contact reads is not counted here." in "\n".join(town.seen(zana)[-3:])
