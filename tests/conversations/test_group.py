"""A group of officers: a topic for each report, that says little; what is written there is kept or said not to be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.setup import FirstInstitution, ensure_institution
from participation.clock import local
from participation.ids import InstitutionId, PersonId
from participation.people.model import Role
from participation.people.usecases import send_away
from participation.post import Settled, topic_in
from participation.reports import casework
from participation.reports.life import Act, State
from simulator.groups import Group
from simulator.messages import Message
from simulator.people import Person
from storage.queue import Queue
from storage.tables import groups, parcels, topics
from tests.conversations.states import walk
from tests.conversations.steps import loses_office, report, rows, tell
from tests.town import Town, open_town

RECEIPT = "PR-S-2023-0001"
SECRET = "Somebody sells knives behind the gymnasium."


@dataclass
class Desk:
    """A town whose officers have a group."""

    town: Town
    ana: Person
    zana: Person
    group: Group

    @property
    def said(self) -> list[str]:
        """All that we say in the group, topic or not."""
        return [one.text for one in self.group.messages if one.direction == "out" and one.kind == "text"]

    def in_topic(self, name: str = RECEIPT) -> list[Message]:
        return [one for one in self.group.in_topic(self.group.thread(name)) if one.direction == "out"]

    def told(self, name: str = RECEIPT) -> list[str]:
        return [one.text for one in self.in_topic(name)]

    async def says(self, person: Person, words: str, name: str = RECEIPT) -> Message:
        said = self.group.says(person, self.town.bot, words, thread=self.group.thread(name))
        await self.town.settle()
        return said

    async def presses(self, person: Person, label: str = "Merre në dorë", message: Message | None = None) -> str:
        """What their screen shows for a moment."""
        query = person.presses(label, self.town.bot, chat=self.group, message=message)
        await self.town.settle()
        return query.notice

    async def to_the_hour(self) -> datetime:
        """Let time go by up to the next full hour."""
        now = self.town.clock.now()
        full = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        await self.town.until(full + timedelta(minutes=1), timedelta(minutes=1))
        return local(full)


async def link_of(town: Town, officer: Person) -> str:
    """The word in the link that an administrator was given."""
    await town.say(officer, "/zyra")
    await town.press(officer, "A group for the desk")
    shown = await town.press(officer, "Link ")
    return shown.buttons[0][0].url.partition("startgroup=")[2].partition("&")[0]


async def link(town: Town, officer: Person, group: Group, *, admin: bool = True) -> None:
    group.opens_link(officer, town.bot, await link_of(town, officer), admin=admin)
    await town.settle()


@pytest.fixture
async def desk(square) -> Desk:
    group = square.town.world.group("Zyra", members=[square.zana], forum=True)
    await link(square.town, square.zana, group)
    return Desk(square.town, square.ana, square.zana, group)


async def person_of(town: Town, who: Person | Group) -> PersonId | None:
    async with town.service.database.reading() as work:
        return await work.addresses.find(town.bot.id, who.id)


async def state_of(town: Town, receipt: str = RECEIPT) -> tuple[State, PersonId | None]:
    async with town.service.database.reading() as work:
        number = await work.reports.find(receipt)
        assert number is not None
        found = await work.reports.get(number)
        return found.state, found.officer


async def notes_of(town: Town, receipt: str = RECEIPT) -> list[str]:
    async with town.service.database.reading() as work:
        number = await work.reports.find(receipt)
        assert number is not None
        return [one.deed.words for one in await work.reports.entries(number) if one.deed.act is Act.NOTE]


async def read(desk: Desk, receipt: str = RECEIPT) -> None:
    await desk.town.say(desk.zana, "/zyra")
    await desk.town.press(desk.zana, "Safety reports")
    await desk.town.press(desk.zana, receipt)


@pytest.mark.on_both
async def test_three_steps_link_a_group_and_it_says_whose_it_is(square):
    town, zana = square.town, square.zana
    await town.say(zana, "/zyra")
    shown = await town.press(zana, "A group for the desk")
    assert "has no group yet" in shown.text
    assert "Never words, photos, places or names from a report" in shown.text
    steps = await town.press(zana, "Link a group")
    assert [line[:2] for line in steps.text.splitlines() if line[:1].isdigit()] == ["1.", "2.", "3."]
    [way] = steps.buttons[0]
    assert way.url.startswith("https://t.me/bashke_bot?startgroup=")
    assert way.url.endswith("&admin=manage_topics+delete_messages")
    group = town.world.group("Zyra", members=[zana], forum=True)
    group.opens_link(zana, town.bot, way.url.partition("=")[2].partition("&")[0], admin=True)
    await town.settle()
    assert [one.text for one in group.messages if one.direction == "out"] == [
        "Ky është tani grupi i institucionit Bashkia Përmet. Çdo raportim sigurie merr këtu një temë të vetën: "
        "urgjentet menjëherë, të tjerët në orën e plotë të ardhshme. Çfarë shkruan një koordinator në një temë ruhet "
        "si shënim i raportimit."
    ]
    await town.say(zana, "/zyra")
    assert "Everything is as it should be." in (await town.press(zana, "A group for the desk")).text


async def test_an_urgent_report_has_its_topic_at_once_and_says_nothing_of_what_was_told(desk):
    town = desk.town
    await report(town, desk.ana, words=SECRET, about="Weapons")
    [card] = desk.in_topic()
    assert card.text == f"Urgjent: {RECEIPT}, Armë\nI ri"
    assert card.labels == ["Merre në dorë", "Hape privatisht"]
    assert not card.silent
    assert desk.group.topics[desk.group.thread(RECEIPT)].name == RECEIPT


async def test_any_other_has_it_on_the_hour_so_that_nobody_learns_the_minute(desk):
    town = desk.town
    town.clock.move(timedelta(minutes=17))
    await report(town, desk.ana)
    await read(desk)
    assert desk.group.topics == {}, "that somebody has read it tells nothing either"
    await town.until(town.clock.now() + timedelta(minutes=30), timedelta(minutes=1))
    assert desk.group.topics == {}
    full = await desk.to_the_hour()
    [card] = desk.in_topic()
    assert card.at.replace(second=0, microsecond=0) == full, "it comes on the hour"
    assert card.text == f"{RECEIPT}: Trafik ose parkim\nI lexuar, ende pa përgjegjës"


async def test_where_somebody_may_be_in_need_not_even_the_category_stands_there(desk):
    await report(desk.town, desk.ana, words=SECRET, about="Violence")
    assert desk.told() == [f"Një raportim: {RECEIPT}\nI ri"]


async def test_at_night_only_what_is_urgent_comes(desk):
    town = desk.town
    await town.until(town.clock.now().replace(hour=20, minute=30), timedelta(hours=1))
    await report(town, desk.ana)
    await report(town, desk.ana, about="Weapons")
    await town.until(town.clock.now() + timedelta(hours=4), timedelta(minutes=10))
    assert [one.name for one in desk.group.topics.values()] == ["PR-S-2023-0002"]
    await town.until(town.clock.now() + timedelta(hours=7), timedelta(minutes=10))
    assert [one.name for one in desk.group.topics.values()] == ["PR-S-2023-0002", RECEIPT]


@pytest.mark.on_both
async def test_each_change_is_a_line_and_closing_closes_the_topic(desk):
    town, zana = desk.town, desk.zana
    await report(town, desk.ana, about="Weapons")
    await read(desk)
    await town.press(zana, "Take it in hand")
    for label in ("Pass it on", "State Police", "Confirm"):
        await town.press(zana, label)
    topic = desk.group.topics[desk.group.thread(RECEIPT)]
    assert not topic.closed
    for label in ("Close it", "Solved", "Skip", "Confirm"):
        await town.press(zana, label)
    assert desk.told()[1:] == [
        "I lexuar, ende pa përgjegjës",
        "Në shqyrtim (administrator)",
        "I kaluar më tej (administrator)",
        "I mbyllur",
    ]
    assert topic.closed
    await town.say(desk.ana, "/te_miat")
    await town.press(desk.ana, RECEIPT)
    await town.press(desk.ana, "No, look at it again")
    assert not topic.closed, "opened again, its topic is open again"
    assert desk.told()[-1] == "I ri"


async def test_whom_a_known_thing_concerns_too_opens_no_topic_whatever_is_done_about_it(desk):
    town, zana = desk.town, desk.zana
    beni = await town.citizen("Beni", "English")
    await report(town, desk.ana, about="Lighting")
    await desk.to_the_hour()
    await read(desk)
    await walk(town, zana, ("Tell citizens it is known", "“The lights are out.”", "Confirm", "Show the report"))
    await walk(town, beni, ("/raporto", "No", "Lighting", "It concerns me too"))
    assert "PR-S-2023-0002" in town.heard(beni).text
    for steps in (("Something was done", "“New lamps.”", "Confirm"), ("Close it", "Solved", "Skip", "Confirm")):
        await walk(town, zana, steps)
        await desk.to_the_hour()
    assert desk.told()[-2:] == ["U bë diçka", "I mbyllur"]
    assert town.heard(beni).text == "PR-S-2023-0002 was closed."
    assert [topic.name for topic in desk.group.topics.values()] == [RECEIPT]
    await town.press(beni, "Show")
    await town.press(beni, "No, look at it again")
    assert desk.told("PR-S-2023-0002")[0].endswith("\nI ri"), "by itself it is one to be talked of"


async def test_what_its_sender_opens_again_is_told_on_the_hour(desk):
    town, zana = desk.town, desk.zana
    await report(town, desk.ana)
    await desk.to_the_hour()
    town.clock.move(timedelta(minutes=12))
    await read(desk)
    for label in ("Close it", "Solved", "Skip", "Confirm"):
        await town.press(zana, label)
    assert desk.told()[-1] == "I mbyllur"
    await town.say(desk.ana, "/te_miat")
    await town.press(desk.ana, RECEIPT)
    await town.press(desk.ana, "No, look at it again")
    await read(desk)
    assert desk.told()[-1] == "I mbyllur", "neither that nor that it was read since"
    await desk.to_the_hour()
    assert desk.told()[-1] == "I lexuar, ende pa përgjegjës"


@pytest.mark.on_both
async def test_a_press_takes_it_in_hand_in_the_name_of_who_pressed(desk):
    town, zana = desk.town, desk.zana
    await report(town, desk.ana, words=SECRET, about="Weapons")
    assert await desk.presses(zana) == "It is in your hands. You can read it in our private chat."
    assert await state_of(town) == (State.IN_HAND, await person_of(town, zana))
    assert SECRET in town.heard(zana).text, "whoever takes it reads it"
    assert desk.told()[-1] == "Në shqyrtim (administrator)"
    assert desk.in_topic()[-1].labels == ["Hape privatisht"], "nobody takes it from them"
    async with town.service.database.reading() as work:
        assert [one.deed.act for one in await work.reports.entries(await work.reports.find(RECEIPT))] == [
            Act.READ,
            Act.TAKE,
        ]
    assert await desk.presses(zana) == "You have it in hand already."
    assert SECRET not in "\n".join(desk.said)


async def test_two_who_press_at_once_do_not_take_it_from_each_other(desk):
    town = desk.town
    bora = await town.officer("Bora", role=Role.COORDINATOR)
    desk.group.adds(bora)
    await report(town, desk.ana, about="Weapons")
    first = desk.zana.presses("Merre në dorë", town.bot, chat=desk.group)
    second = bora.presses("Merre në dorë", town.bot, chat=desk.group)
    await town.settle()
    assert first.notice.startswith("It is in your hands")
    assert second.notice == "A colleague has it in hand already."
    assert (await state_of(town))[1] == await person_of(town, desk.zana)


async def test_nobody_else_can_do_anything_there(desk, caplog):
    town, ana = desk.town, desk.ana
    await report(town, ana, about="Weapons")
    berat = FirstInstitution("Bashkia Berat", "Berat", "BR")
    await ensure_institution(berat, town.service.database)
    chair = await town.officer("Drita", role=Role.CHAIR)
    foreign = await town.officer("Beni", institution=berat.name)
    unknown = town.newcomer("Askush")
    for one in (ana, chair, foreign, unknown):
        desk.group.adds(one)
        assert await desk.presses(one) in {
            "Only coordinators of the institution can do this, under their own name.",
            "Këtë mund ta bëjnë vetëm koordinatorët e institucionit, me emrin e tyre.",
        }
        await desk.says(one, "I want this to be a note.")
    assert (await state_of(town))[0] is State.DELIVERED
    assert await notes_of(town) == []
    only = [one for one in desk.told() if "Ruhet vetëm" in one]
    assert len(only) == 1, "said once a day in a topic"
    town.clock.move(timedelta(days=1))
    await desk.says(ana, "And now?")
    assert len([one for one in desk.told() if "Ruhet vetëm" in one]) == 2
    assert await person_of(town, unknown) is None, "nobody becomes known by being in a group"


async def test_behind_a_mask_nobody_acts_and_it_is_said_once(desk):
    town = desk.town
    await report(town, desk.ana, about="Weapons")
    await read(desk)
    thread = desk.group.thread(RECEIPT)
    channel = town.world.channel("Lajme", admins=[desk.zana])
    for words in ("A note?", "Really?"):
        desk.group.says_anonymously(town.bot, words, thread=thread)
        desk.group.says_as_channel(channel, town.bot, words, thread=thread)
        await town.settle()
    assert await notes_of(town) == []
    assert len([one for one in desk.told() if "administrator anonim" in one]) == 1


@pytest.mark.on_both
async def test_what_an_officer_writes_in_a_topic_is_a_note_in_their_name(desk, monkeypatch):
    town = desk.town
    await report(town, desk.ana, about="Weapons")
    await desk.says(desk.zana, "We go there today.")
    assert "nuk e ka lexuar ende askush" in desk.told()[-1]
    await read(desk)
    await desk.says(desk.zana, "We go there today.")
    assert await notes_of(town) == ["We go there today."]
    assert desk.told()[-1] == f"U ruajt si shënim i {RECEIPT}."
    with monkeypatch.context() as patch:
        patch.setattr(casework, "MOST_ENTRIES", 2)
        await desk.says(desk.zana, "One too many.")
    assert desk.told()[-1].startswith("Nuk u ruajt: ")
    await desk.says(desk.zana, "/Rruga është e bllokuar atje")
    assert (await notes_of(town))[-1] == "/Rruga është e bllokuar atje"
    await desk.says(desk.zana, "/zyra@bashke_bot")
    assert "bisedën private" in desk.told()[-1]
    assert len(await notes_of(town)) == 2


async def test_what_cannot_be_kept_is_said_not_to_be(desk):
    town = desk.town
    await report(town, desk.ana, about="Weapons")
    await read(desk)
    thread = desk.group.thread(RECEIPT)
    before = len(desk.told())
    desk.group.sends_photo(desk.zana, town.bot, caption="Look", thread=thread)
    desk.group.sends_photo(desk.zana, town.bot, thread=thread)
    await town.settle()
    assert len([one for one in desk.told()[before:] if "Kjo nuk ruhet" in one]) == 2
    note = await desk.says(desk.zana, "Frist")
    for words in ("First", "First!"):
        desk.zana.edits(note, words)
        await town.settle()
    assert await notes_of(town) == ["Frist"]
    assert len([one for one in desk.told() if "Ndryshimi i një mesazhi" in one]) == 1
    desk.group.closes_topic(desk.zana, thread)
    await town.settle()
    assert await notes_of(town) == ["Frist"], "what Telegram says itself is nobody's word"


@pytest.mark.on_both
async def test_a_topic_that_somebody_deleted_is_made_anew_and_nothing_is_swallowed(desk):
    town = desk.town
    await report(town, desk.ana, about="Weapons")
    old = desk.group.thread(RECEIPT)
    desk.group.drop_topic(old)
    await read(desk)
    assert desk.group.thread(RECEIPT) != old
    assert desk.told() == [f"Urgjent: {RECEIPT}, Armë\nI lexuar, ende pa përgjegjës"]
    await desk.says(desk.zana, "It is known in the new one, too.")
    assert await notes_of(town) == ["It is known in the new one, too."]


async def test_an_answer_to_a_deleted_topic_makes_it_anew_and_the_card_follows(desk):
    town = desk.town
    await report(town, desk.ana, about="Weapons")
    await read(desk)
    thread = desk.group.thread(RECEIPT)
    desk.group.says(desk.zana, town.bot, "A note.", thread=thread)
    desk.group.drop_topic(thread)
    await town.settle()
    assert desk.told() == [f"U ruajt si shënim i {RECEIPT}."]
    await desk.to_the_hour()
    assert desk.told()[1:] == [f"Urgjent: {RECEIPT}, Armë\nI lexuar, ende pa përgjegjës"]
    assert len([one for one in desk.group.topics.values() if not one.deleted]) == 1


async def test_the_way_into_the_private_chat_opens_the_report_for_officers_only(desk):
    town = desk.town
    await report(town, desk.ana, words=SECRET, about="Weapons")
    url = desk.in_topic()[0].buttons[0][1].url
    payload = url.removeprefix("https://t.me/bashke_bot?start=")
    assert SECRET in (await town.start(desk.zana, payload)).text
    for other in (desk.ana, await town.officer("Drita", role=Role.CHAIR)):
        before = len(town.seen(other))
        await town.start(other, payload)
        shown = "\n".join(town.seen(other)[before:])
        assert "not valid any more" in shown
        assert SECRET not in shown


async def test_in_general_and_in_other_groups_the_way_home_is_shown_as_ever(desk):
    town = desk.town
    desk.group.says(desk.zana, town.bot, "/zyra")
    desk.group.says(desk.zana, town.bot, "just talking")
    await town.settle()
    assert [one for one in desk.said if "https://t.me/bashke_bot?start=menu" in one] == [desk.said[-1]]


@pytest.mark.on_both
async def test_what_is_missing_is_said_in_the_group_and_to_whoever_linked_it(square):
    town, zana = square.town, square.zana
    group = town.world.group("Zyra", members=[zana])
    await link(town, zana, group, admin=False)
    said = [one.text for one in group.messages if one.direction == "out"][-1]
    assert "Temat janë të çaktivizuara" in said
    assert "Nuk jam administrator" in said
    await town.say(zana, "/zyra")
    shown = await town.press(zana, "A group for the desk")
    assert "Topics are off" in shown.text
    forum = group.turns_on_topics()
    await town.settle()
    told = [one.text for one in forum.messages if one.direction == "out"]
    assert "Temat janë" not in told[-1]
    assert "Nuk jam administrator" in told[-1], "the number of the chat is another one, and it is found"
    forum.limits(town.bot, "can_delete_messages", by=zana)
    await town.settle()
    assert "Nuk lejohem të fshij mesazhe" in [one.text for one in forum.messages if one.direction == "out"][-1]
    forum.limits(town.bot, by=zana)
    await town.settle()
    assert [one.text for one in forum.messages if one.direction == "out"][-1] == "Tani gjithçka është në rregull."
    desk = Desk(town, square.ana, zana, forum)
    await report(town, square.ana, about="Weapons")
    assert len(desk.in_topic()) == 1


async def test_check_it_looks_and_says_how_it_stands(desk):
    town, zana = desk.town, desk.zana
    desk.group.is_forum = False
    await town.say(zana, "/zyra")
    await town.press(zana, "A group for the desk")
    assert "Topics are off" in (await town.press(zana, "Check it")).text
    desk.group.is_forum = True
    town.clock.move(timedelta(minutes=1))
    await town.press(zana, "Check it")
    assert "Everything is as it should be." in town.heard(zana).text


async def test_a_group_that_is_no_forum_any_more_is_told_once_and_catches_up(desk):
    town, zana = desk.town, desk.zana
    desk.group.is_forum = False
    await report(town, desk.ana, about="Weapons")
    before = len(town.seen(zana))
    await desk.to_the_hour()
    await desk.to_the_hour()
    told = [one for one in town.seen(zana)[before:] if "cannot work as I should" in one]
    assert len(told) == 1
    assert "Topics are off" in told[0]
    desk.group.is_forum = True
    await desk.to_the_hour()
    assert desk.told() == [f"Urgjent: {RECEIPT}, Armë\nI ri"]
    async with town.service.database.reading() as work:
        assert (await work.groups.of(town.institution)).lacks == ()


@pytest.mark.parametrize("how", ["kicked", "deleted"])
async def test_thrown_out_the_group_is_let_go_and_the_administrators_hear_of_it_once(desk, how, tmp_path):
    town, zana = desk.town, desk.zana
    await report(town, desk.ana, about="Weapons")
    before = len(town.seen(zana))
    if how == "kicked":
        desk.group.kicks(town.bot)
        await town.settle()
    else:
        desk.group.deletes()
        await read(desk)
    await town.pass_time(timedelta(hours=2))
    told = [one for one in town.seen(zana)[before:] if "is no longer linked" in one]
    assert len(told) == 1
    assert rows(tmp_path, groups.name) == rows(tmp_path, topics.name) == []
    await report(town, desk.ana, about="Noise")
    await town.pass_time(timedelta(hours=2))
    await town.say(zana, "/zyra")
    assert "has no group yet" in (await town.press(zana, "A group for the desk")).text


@pytest.mark.on_both
async def test_another_group_takes_the_place_of_the_old_one(desk):
    town, zana = desk.town, desk.zana
    await report(town, desk.ana, about="Weapons")
    new = town.world.group("Zyra e re", members=[zana], forum=True)
    await link(town, zana, new)
    assert "Ky grup nuk është më i lidhur" in desk.said[-1]
    moved = Desk(town, desk.ana, zana, new)
    assert moved.told() == [f"Urgjent: {RECEIPT}, Armë\nI ri"]
    count = len(desk.said)
    await read(desk)
    assert len(desk.said) == count
    assert await person_of(town, desk.group) is None, "nothing leads to the old one"
    await desk.says(zana, "Is this kept?")
    assert await notes_of(town) == []


async def test_unlinked_nothing_is_written_there_any_more(desk):
    town, zana = desk.town, desk.zana
    await town.say(zana, "/zyra")
    await town.press(zana, "A group for the desk")
    await town.press(zana, "Unlink it")
    assert "has no group any more" in (await town.press(zana, "Yes, unlink it")).text
    assert "nuk është më i lidhur" in desk.said[-1]
    await report(town, desk.ana, about="Weapons")
    assert desk.group.topics == {}
    zana.presses_data(town.bot, f"gu~{town.institution}~1")
    await town.settle()
    assert "There is no group any more." in town.heard(zana).text


async def test_a_link_works_once_for_whoever_made_it_and_not_for_long(square):
    town, zana = square.town, square.zana
    bora = await town.officer("Bora")
    group = town.world.group("Zyra", members=[bora, zana], forum=True)
    token = await link_of(town, zana)
    for other in (bora, square.ana):
        if other is square.ana:
            group.adds(other)
        group.opens_link(other, town.bot, token, admin=True)
        await town.settle()
        assert await person_of(town, group) is None
    assert "This link to a group is not valid" in town.heard(bora).text
    assert "This link to a group" not in town.heard(square.ana).text
    town.clock.move(timedelta(hours=1, minutes=1))
    group.opens_link(zana, town.bot, token)
    await town.settle()
    assert await person_of(town, group) is None
    token = await link_of(town, zana)
    group.opens_link(zana, town.bot, f"{token[:-1]}-")
    await town.settle()
    assert await person_of(town, group) is None
    group.says_anonymously(town.bot, f"/start@bashke_bot {token}")
    await town.settle()
    assert await person_of(town, group) is None
    group.opens_link(zana, town.bot, token)
    await town.settle()
    assert await person_of(town, group) is not None
    other = town.world.group("Tjetra", members=[zana], forum=True)
    other.opens_link(zana, town.bot, token)
    await town.settle()
    assert await person_of(town, other) is None


async def test_two_institutions_cannot_share_one(desk):
    town = desk.town
    berat = FirstInstitution("Bashkia Berat", "Berat", "BR")
    await ensure_institution(berat, town.service.database)
    beni = await town.officer("Beni", institution=berat.name)
    desk.group.adds(beni)
    await link(town, beni, desk.group)
    assert "This group belongs to another institution" in town.heard(beni).text
    async with town.service.database.reading() as work:
        assert [one.institution for one in await work.groups.all()] == [town.institution]


async def test_only_an_administrator_links_checks_and_unlinks(desk):
    town = desk.town
    bora = await town.officer("Bora", role=Role.COORDINATOR)
    assert "A group for the desk" not in (await town.say(bora, "/zyra")).labels
    for data in ("gr~0", f"gr~{town.institution}", f"gl~{town.institution}", f"gc~{town.institution}"):
        bora.presses_data(town.bot, data)
        await town.settle()
        assert "Only a" in town.heard(bora).text, data
    bora.presses_data(town.bot, f"gu~{town.institution}~1")
    await town.settle()
    async with town.service.database.reading() as work:
        assert len(await work.groups.all()) == 1


async def test_who_is_dismissed_in_between_links_nothing_and_takes_nothing(square):
    town, zana = square.town, square.zana
    bora = await town.officer("Bora")
    token = await link_of(town, bora)
    group = town.world.group("Zyra", members=[bora], forum=True)
    person = await person_of(town, bora)
    async with town.service.database.transaction() as work:
        await send_away(person, institution=InstitutionId(town.institution), uow=work, now=town.clock.now())
    group.opens_link(bora, town.bot, token, admin=True)
    await town.settle()
    assert await person_of(town, group) is None
    group.adds(zana)
    await link(town, zana, group)
    desk = Desk(town, square.ana, zana, group)
    await report(town, square.ana, about="Weapons")
    assert "Only coordinators" in await desk.presses(bora)
    await desk.says(bora, "Not mine any more.")
    assert await notes_of(town) == []


async def test_who_is_dismissed_with_a_case_in_hand_has_it_no_longer_in_the_topic_either(desk):
    town = desk.town
    bora = await town.officer("Bora", role=Role.COORDINATOR)
    desk.group.adds(bora)
    await report(town, desk.ana, about="Weapons")
    await desk.presses(bora)
    assert desk.told()[-1] == "Në shqyrtim (koordinator)"
    await loses_office(town, bora)
    await desk.to_the_hour()
    assert desk.told()[-1] == "I lexuar, ende pa përgjegjës"


async def test_a_deleted_report_takes_its_topic_along(desk):
    town = desk.town
    await report(town, desk.ana, about="Weapons")
    thread, card = desk.group.thread(RECEIPT), desk.in_topic()[0]
    await read(desk)
    for label in ("Close it", "Solved", "Skip", "Confirm"):
        await town.press(desk.zana, label)
    town.clock.move(timedelta(days=366))
    await town.pass_time(timedelta(hours=3))
    assert desk.group.topics[thread].deleted
    query = desk.zana.presses_data(town.bot, "gt~1", message=card)
    await town.settle()
    assert "not here any more" in query.notice


async def test_where_a_topic_may_not_be_deleted_only_its_number_stays(desk):
    town = desk.town
    await report(town, desk.ana, about="Weapons")
    card = desk.in_topic()[0]
    desk.group.limits(town.bot, "can_delete_messages")
    await read(desk)
    for label in ("Close it", "Solved", "Skip", "Confirm"):
        await town.press(desk.zana, label)
    town.clock.move(timedelta(days=366))
    await town.pass_time(timedelta(hours=3))
    assert (card.text, card.labels) == (RECEIPT, [])


async def test_after_a_restart_it_goes_on_in_the_same_topic(desk, tmp_path):
    town, group = desk.town, desk.group
    await report(town, desk.ana, about="Weapons")
    thread = group.thread(RECEIPT)
    async with open_town(tmp_path, clock=town.clock, world=town.world) as again:
        later = Desk(again, desk.ana, desk.zana, group)
        await read(later)
        await later.says(desk.zana, "After the restart.")
        assert await notes_of(again) == ["After the restart."]
        assert group.thread(RECEIPT) == thread


async def test_a_crash_before_it_is_written_down_leaves_one_topic_too_many_and_swallows_nothing(desk, tmp_path):
    town, group = desk.town, desk.group

    settle = Queue.settle

    async def crash(queue: Queue, settled: Sequence[Settled]) -> None:
        if any(topic_in(one.outcome) for one in settled):
            raise OSError("the power is gone")
        await settle(queue, settled)

    await tell(town, desk.ana, about="Weapons")
    await town.press(desk.ana, "Skip")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Queue, "settle", crash)
        with pytest.raises(OSError, match="the power is gone"):
            await town.press(desk.ana, "Send")
    assert len(group.topics) == 1, "it was made, and nobody knows"
    async with open_town(tmp_path, clock=town.clock, world=town.world) as again:
        await again.line.courier.begin()
        await again.settle()
        later = Desk(again, desk.ana, desk.zana, group)
        assert len(group.topics) == 2
        assert later.told() == [f"Urgjent: {RECEIPT}, Armë\nI ri"]
        await read(later)
        assert later.told()[-1] == "I lexuar, ende pa përgjegjës"
        assert len(group.topics) == 2


@pytest.mark.on_both
async def test_a_group_that_moves_unnoticed_is_found_by_what_is_sent_there(square):
    town, zana = square.town, square.zana
    small = town.world.group("Zyra", members=[zana])
    await link(town, zana, small)
    forum = small.turns_on_topics()
    forum.promotes(town.bot)
    town.bot.inbox.clear()
    await report(town, square.ana, about="Weapons")
    assert Desk(town, square.ana, zana, forum).told() == [f"Urgjent: {RECEIPT}, Armë\nI ri"]
    async with town.service.database.reading() as work:
        assert (await work.groups.of(town.institution)).lacks == ()


async def test_a_group_that_says_that_it_has_moved_is_found_there_before_anything_is_sent(square):
    town, zana = square.town, square.zana
    small = town.world.group("Zyra", members=[zana])
    await link(town, zana, small)
    before = await person_of(town, small)
    large = small.upgrades()
    await town.settle()
    assert (await person_of(town, large), await person_of(town, small)) == (before, None)


@pytest.mark.on_both
async def test_nothing_that_waits_or_is_kept_tells_the_minute_or_the_topic(desk, tmp_path):
    town = desk.town
    town.clock.move(timedelta(minutes=17, seconds=23))
    await report(town, desk.ana, about="Weapons")
    async with town.service.database.reading() as work:
        kinds = (await work._connection.execute(select(parcels.c.kind))).scalars().all()
    assert {"case_in_group", "case_gone", "group_lost"}.isdisjoint(kinds), "what has arrived leaves no trace"


async def test_albanian_officers_are_spoken_with_in_albanian(square):
    town = square.town
    bora = await town.officer("Bora", language="Shqip")
    await town.say(bora, "/zyra")
    shown = await town.press(bora, "Grupi i zyrës")
    assert "nuk ka ende grup" in shown.text
    assert "1. Në Telegram krijoni një grup" in (await town.press(bora, "Lidh një grup")).text
