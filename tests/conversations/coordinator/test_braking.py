"""A coordinator pauses an announcement, lets it go on, stops it for good, or tries again what failed."""

from datetime import date, time, timedelta

import pytest

from participation.clock import wall
from participation.people.model import Role
from storage.tables import parcels
from tests.town import announce

MINUTE = timedelta(minutes=1)
MORNING = wall(date(2023, 6, 21), time(10))
WORDS = {
    "English": {
        "pause": "Pause",
        "continue": "Continue",
        "stop": "Stop for good",
        "sure": "Yes, stop it",
        "back": "Back",
        "paused": "Sending is paused",
        "going": "The announcement is on its way",
        "sent": "Sending is finished",
        "stopped": "Sending was stopped for good; the consultation is not withdrawn",
        "got": "Sent: {} of {}",
        "waiting": "Still waiting: {}",
        "never": "Never sent: {}",
        "unwanted": "No longer wanted it: {}",
        "failed": "Failed: {}",
        "have it": "{} person has it already. | {} people have it already.",
        "again": "Try again the one that failed",
    },
    "Shqip": {
        "pause": "Ndal përkohësisht",
        "continue": "Vazhdo",
        "stop": "Ndal përfundimisht",
        "sure": "Po, ndale",
        "back": "Kthehu",
        "paused": "Dërgimi është ndalur përkohësisht",
        "going": "Njoftimi po dërgohet",
        "sent": "Dërgimi përfundoi",
        "stopped": "Dërgimi u ndal përfundimisht; konsultimi nuk tërhiqet",
        "got": "Dërguar: {} nga {}",
        "waiting": "Në pritje: {}",
        "never": "Nuk u dërguan: {}",
        "unwanted": "Nuk e donin më: {}",
        "failed": "Dështuan: {}",
        "have it": "{} person e ka marrë tashmë. | {} persona e kanë marrë tashmë.",
        "again": "Provo sërish dërgimin e dështuar",
    },
}
CALLS = "asks for your opinion"


@pytest.fixture(params=["English", "Shqip"])
def language(request):
    return request.param


@pytest.fixture
def words(language):
    return WORDS[language]


class Evening:
    """Announced late: one person is awake and has it, two sleep and wait for the morning."""

    def __init__(self, town, era, awake, asleep):
        self.town, self.era, self.awake, self.asleep = town, era, awake, asleep

    @classmethod
    async def begun(cls, town, language):
        era, awake = await town.officer("Era", language), await town.citizen("Awake", language="English")
        asleep = [await town.citizen(name, language="English") for name in ("Ana", "Ben")]
        for person, never in (
            (era, "Never quiet" if language == "English" else "Asnjëherë"),
            (awake, "Never quiet"),
        ):
            await town.say(person, "/qetesi")
            await town.press(person, never)
        town.clock.set(wall(date(2023, 6, 20), time(23)))
        await announce(town, by=era)
        await town.pass_time(MINUTE, step=MINUTE)
        return cls(town, era, awake, asleep)

    def who_has_it(self):
        return list(self.town.who_sees([self.awake, *self.asleep], CALLS).values())

    def card(self, words):
        """The one message that shows how far it has got."""
        headings = [words[name] for name in ("going", "paused", "sent", "stopped")]
        return [m for m in self.era.chat().messages if m.text.startswith(tuple(headings))]


@pytest.fixture
async def evening(town, language):
    return await Evening.begun(town, language)


async def test_a_paused_announcement_waits_and_goes_on(evening, words):
    town, era = evening.town, evening.era
    (card,) = evening.card(words)
    assert words["waiting"].format(2) in card.text
    await town.press(era, words["pause"])
    assert card.text.startswith(words["paused"])
    assert words["got"].format(1, 3) in card.text
    assert card.labels[:2] == [words["continue"], words["stop"]]
    await town.until(MORNING)
    assert evening.who_has_it() == [1, 0, 0]
    await town.press(era, words["continue"])
    await town.pass_time(MINUTE, step=MINUTE)
    assert evening.who_has_it() == [1, 1, 1]
    assert card.text.startswith(words["sent"])
    assert words["got"].format(3, 3) in card.text
    assert evening.card(words) == [card]


async def test_one_that_is_stopped_for_good_says_who_has_it_and_reaches_nobody_else(evening, words):
    town, era = evening.town, evening.era
    (card,) = evening.card(words)
    asked = await town.press(era, words["stop"])
    assert words["have it"].partition(" | ")[0].format(1) in asked.text
    assert card.text.startswith(words["going"]), "nothing is stopped yet"
    stopped = await town.press(era, words["sure"])
    assert stopped.text.startswith(words["stopped"])
    await town.until(MORNING)
    assert evening.who_has_it() == [1, 0, 0]
    assert card.text.startswith(words["stopped"])
    assert words["got"].format(1, 3) in card.text
    assert words["never"].format(2) in card.text
    assert not {words["continue"], words["pause"], words["stop"]} & set(card.labels)


async def test_who_is_asked_and_goes_back_has_stopped_nothing(evening, words):
    town, era = evening.town, evening.era
    await town.press(era, words["stop"])
    await town.press(era, words["back"])
    await town.until(MORNING)
    assert evening.who_has_it() == [1, 1, 1]


async def fail(town, person):
    """Let what waits for somebody have been refused."""

    async with town.service.database.transaction() as work:
        address = await work.addresses.find(town.bot.id, person.id)
        of_theirs = (parcels.c.person == address, parcels.c.campaign == 1)
        refused = parcels.update().where(*of_theirs).values(state="rejected", settled_at=town.clock.now(), reason="no")
        await work._connection.execute(refused)


async def test_what_failed_is_tried_again_and_only_that(evening, words):
    town, era, (ana, ben) = evening.town, evening.era, evening.asleep
    await fail(town, ana)
    ben.blocks(town.bot)
    await town.until(MORNING)
    (card,) = evening.card(words)
    assert card.text.startswith(words["sent"])
    assert words["failed"].format(1) in card.text
    tapped = card.labels.index(words["again"])
    for _ in range(2):
        era.presses(card.labels[tapped], message=card)
    await town.settle()
    await town.pass_time(MINUTE, step=MINUTE)
    assert evening.who_has_it() == [1, 1, 0]
    assert words["got"].format(2, 3) in card.text
    assert words["failed"].partition(":")[0] not in card.text
    assert words["again"] not in card.labels


async def test_who_stopped_us_or_follows_no_more_is_not_counted_with_what_failed(evening, words):
    town, (ana, ben) = evening.town, evening.asleep
    await town.say(ana, "/ndal")
    await town.say(ben, "/ndjek")
    await town.press(ben, "Stop: Përmet")
    await town.until(MORNING)
    assert evening.who_has_it() == [1, 0, 0]
    (card,) = evening.card(words)
    assert card.text.startswith(words["sent"])
    assert words["got"].format(1, 3) in card.text
    assert words["unwanted"].format(2) in card.text
    assert words["failed"].partition(":")[0] not in card.text


async def test_second_taps_do_nothing_and_are_written_down_once(evening, words):
    town, era = evening.town, evening.era
    for name in ("pause", "continue", "pause"):
        (card,) = evening.card(words)
        button = next(label for label in card.labels if label == words[name])
        for _ in range(2):
            era.presses(button, town.bot)
        await town.settle()
    asked = await town.press(era, words["stop"])
    for _ in range(3):
        era.presses(words["sure"], message=asked)
    await town.settle()
    async with town.service.database.reading() as work:
        rows = await work._connection.exec_driver_sql(
            "SELECT action, subject, person IS NOT NULL FROM audit ORDER BY id"
        )
        done = [tuple(row) for row in rows if row[1] == "announcement 1"]
    assert done == [(name, "announcement 1", 1) for name in ("pause", "resume", "pause", "stop")]


async def test_a_coordinator_of_another_institution_has_no_say_in_it(evening, words):
    town, era = evening.town, evening.era
    await town.service.database.perform(
        lambda work: work.admin.add_institution("Bashkia Konispol", municipality="Konispol", prefix="KO")
    )
    other = await town.officer("Oltion", institution="Bashkia Konispol")
    citizen = evening.asleep[0]
    for packed in ("pg~1", "pp~1", "pr~1", "ps~1~0", "ps~1~1", "pf~1~1"):
        for person in (other, citizen):
            await town.do(person, lambda who=person, data=packed: who.presses_data(town.bot, data))
            assert "Plani Social" not in town.heard(person).text
    (card,) = evening.card(words)
    assert card.text.startswith(words["going"])
    async with town.service.database.reading() as work:
        assert not (await work.outbox.delivery(1, town.clock.now())).held
    assert town.heard(era) is not None


async def test_all_coordinators_see_what_one_of_them_did(town):
    era, zana = await town.officer("Era"), await town.officer("Zana", role=Role.COORDINATOR)
    await town.citizen("Ana", language="English")
    town.clock.set(wall(date(2023, 6, 20), time(23)))
    for person in (era, zana):
        await town.say(person, "/qetesi")
        await town.press(person, "Never quiet")
    await announce(town, by=era)
    await town.pass_time(MINUTE, step=MINUTE)
    await town.press(era, "Pause")
    assert "Sending is paused" in town.seen(zana)[-1]
    await town.press(zana, "Continue")
    assert "The announcement is on its way" in town.seen(era)[-1]


@pytest.mark.on_both
async def test_what_is_paused_stays_so_after_a_restart(square):
    town, ana, zana = square.town, square.ana, square.zana
    town.clock.set(wall(date(2023, 6, 20), time(23)))
    await announce(town, by=zana, title="Buxheti")
    await town.pass_time(MINUTE, step=MINUTE)
    await town.press(zana, "Pause")
    await town.line.courier.begin()
    await town.until(MORNING)
    assert town.who_sees([ana], "Buxheti") == {ana.id: 0}
    await town.press(zana, "Continue")
    await town.pass_time(MINUTE, step=MINUTE)
    assert town.who_sees([ana], "Buxheti") == {ana.id: 1}
