"""Writing the record of a meeting: each part is a button, what is missing is said, a correction is a new revision."""

from datetime import date, time, timedelta

import pytest

from bot.setup import ensure_institution
from participation.clock import wall
from participation.ids import MeetingId
from participation.meetings.minutes import Contribution
from participation.meetings.present import Headcount
from participation.meetings.recording import people_at
from tests.conversations.states import NEIGHBOUR
from tests.conversations.steps import raw
from tests.conversations.test_checking_in import open_door
from tests.conversations.test_meetings import move
from tests.town import announce, open_town

BEGINS = wall(date(2023, 7, 25), time(11))


@pytest.fixture
async def record(town, era):
    """The meeting of 25 July is over, and the coordinator looks at its record."""
    await announce(town, era)
    town.clock.set(BEGINS + timedelta(hours=3))
    await open_record(town, era)
    return era


async def open_record(town, officer):
    await town.say(officer, "/zyra")
    await town.press(officer, "Meetings ahead")
    await town.press(officer, "Meetings that were held")
    await town.press(officer, "25 July 2023")
    return await town.press(officer, "The record")


async def write(town, officer, part: str, *words: str):
    """Fill a part with one message or more."""
    await town.press(officer, part)
    for said in words:
        shown = await town.say(officer, said)
    if "That was all" in shown.labels:
        shown = await town.press(officer, "That was all")
    return shown


async def kept(town, *, finished: bool = False):
    async with town.service.database.reading() as unit:
        desk = unit.minutes
        return await (desk.finished(MeetingId(1)) if finished else desk.latest(MeetingId(1)))


async def test_the_plan_stands_there_and_what_the_law_needs_is_asked_for(town, record):
    shown = town.heard(record)
    assert "Day and hours: Tuesday, 25 July 2023, 11:00" in shown.text
    assert "Place: Salla e Këshillit Bashkiak" in shown.text
    assert "Theme: Plani Social 2024–2027" in shown.text
    told = await town.press(record, "Finish the record")
    assert "It cannot be finished yet. Missing: Who led it, How many were there." in told.text
    assert await kept(town) is None


async def test_a_whole_record_is_written_and_finished(town, record, tmp_path):
    await write(town, record, "Day and hours", "11:10–12:45")
    await write(town, record, "Place", "Pallati i Kulturës")
    await write(town, record, "Theme", "Të rinjtë për sigurinë publike")
    await write(town, record, "Who led it", "Ervin Muço, koordinator")
    await write(town, record, "How many were there", "rreth 15")
    await write(town, record, "Organisations", "Shoqata Drita\nShkolla e Mesme")
    await write(town, record, "Agenda", "Hapja\nDiskutimi")
    await write(town, record, "What was said", "Ana Koçi, Drita, drejtuese: Duhen\nmë shumë autobusë.", "Pa emër")
    await write(town, record, "Recommendations", "Një linjë e re.")
    await write(town, record, "Decisions", "Linja hapet në shtator.\nOrari bëhet publik.")
    shown = await write(town, record, "Conclusion", "Takimi i dha rrugë\nlinjës së re.")
    assert "Conclusion: Takimi i dha rrugë linjës së re." in shown.text
    await town.press(record, "Materials")
    record.sends_document(town.bot, name="projekti.pdf")
    await town.settle()
    shown = await town.press(record, "That was all")
    assert "How many were there: about 15" in shown.text
    assert "What was said:\n• Ana Koçi, Drita, drejtuese: Duhen më shumë autobusë.\n• Pa emër" in shown.text
    assert "Materials: projekti.pdf" in shown.text
    asked = await town.press(record, "Finish the record")
    assert "Those who came are told the decisions one day after the meeting" in asked.text
    done = await town.press(record, "Yes, finish it")
    assert "Finished: 25 July 2023, 14:00." in done.text
    assert done.labels[:2] == ["Take it as a file", "Correct it"]
    minutes = (await kept(town, finished=True)).minutes
    assert minutes.venue.starts_at == wall(date(2023, 7, 25), time(11, 10))
    assert minutes.venue.ends_at == wall(date(2023, 7, 25), time(12, 45))
    assert minutes.present == Headcount(15, True)
    assert minutes.said[0] == Contribution("Ana Koçi", "Drita, drejtuese", "Duhen më shumë autobusë.")
    assert minutes.decisions == ("Linja hapet në shtator.", "Orari bëhet publik.")
    assert minutes.materials[0].name == "projekti.pdf"
    await town.service.metronome.beat()
    for words in ("Ervin", "Koçi", "autobus"):
        assert words.encode() not in raw(tmp_path)


async def test_the_record_in_albanian(town):
    lira = await town.officer("Lira", language="Shqip")
    await announce(town, lira)
    town.clock.set(BEGINS + timedelta(hours=3))
    for step in ("Takime", "Takimet e mbajtura", "25 korrik 2023"):
        await town.press(lira, step)
    shown = await town.press(lira, "Procesverbali")
    assert "Data dhe orët: e martë, 25 korrik 2023, ora 11:00" in shown.text
    told = await town.press(lira, "Mbyll procesverbalin")
    assert "Ende nuk mund të mbyllet. Mungon: Kush e drejtoi, Sa veta ishin." in told.text
    await town.press(lira, "Sa veta ishin")
    assert "Sa veta ishin: rreth 15" in (await town.say(lira, "rreth 15 persona")).text
    await town.press(lira, "Kush e drejtoi")
    await town.say(lira, "Zonja Lira")
    await town.press(lira, "Mbyll procesverbalin")
    assert "U mbyll: 25 korrik 2023, ora 14:00." in (await town.press(lira, "Po, mbylle")).text


async def test_present_are_as_many_as_on_the_list_unless_somebody_says_otherwise(town, record):
    await town.press(record, "Back to the meeting")
    await town.press(record, "Add people from a paper list")
    await town.press(record, "They agreed on paper")
    await town.say(record, "Ana, Drita\nBeni, Drita\n3")
    await town.press(record, "That was all")
    shown = await town.press(record, "The record")
    assert "How many were there: 5" in shown.text
    assert "Organisations: Drita" in shown.text
    assert "How many were there: about 40" in (await write(town, record, "How many were there", "rreth 40")).text
    await town.press(record, "How many were there")
    assert "How many were there: 5" in (await town.press(record, "As many as on the list")).text


async def test_who_asked_to_speak_and_came_is_offered_as_a_speaker(square):
    town, ana, zana = square.town, square.ana, square.zana
    await town.start(ana, "t_1")
    await town.press(ana, "I want to speak")
    town.clock.set(BEGINS)
    _, link = await open_door(town, zana)
    await town.start(ana, link)
    for step in ("Skip", "Yes, with my name"):
        await town.press(ana, step)
    await town.say(ana, "Ana Koçi, Drita")
    await town.press(ana, "Yes, I agree")
    await town.press(zana, "Back to the meeting")
    await town.press(zana, "The record")
    await town.press(zana, "What was said")
    assert "What did Ana Koçi, Drita say?" in (await town.press(zana, "Ana Koçi, Drita")).text
    shown = await town.say(zana, "Më shumë autobusë.")
    assert "Ana Koçi, Drita: Më shumë autobusë." in shown.text
    assert "Ana Koçi, Drita" not in shown.labels
    shown = await town.press(zana, "Take the last one away")
    assert "What was said: empty" in shown.text
    assert "Ana Koçi, Drita" in shown.labels


@pytest.mark.parametrize(
    ("part", "words", "said"),
    [
        ("Day and hours", "30.7.2093 11:00", "still to come"),
        ("Day and hours", "12:00–11:00", "could not read a day or an hour"),
        ("Day and hours", "një ditë", "could not read a day or an hour"),
        ("How many were there", "shumë", "could not read a number of people"),
        ("How many were there", "0", "could not read a number of people"),
        ("Place", "x" * 151, "150 characters"),
        ("Decisions", "a\nb\nc\nd", "here stand 3 at most, of 200 characters each"),
        ("Decisions", "x" * 201, "200 characters"),
        ("What was said", "x" * 1501, "1500 characters"),
    ],
)
async def test_what_does_not_fit_is_said_and_asked_again(town, record, part, words, said):
    await town.press(record, part)
    assert said in (await town.say(record, words)).text
    assert await kept(town) is None


async def test_a_day_without_a_year_is_asked_about(town, record):
    town.clock.set(wall(date(2023, 7, 25), time(23)))
    await town.press(record, "Day and hours")
    assert "Do you mean: Tuesday, 25 July 2023, 11:30?" in (await town.say(record, "25 korrik ora 11:30")).text
    assert "Tuesday, 25 July 2023, 11:30" in (await town.press(record, "Yes")).text


async def finished(town, officer):
    await write(town, officer, "Who led it", "Ervin")
    await write(town, officer, "How many were there", "7")
    await town.press(officer, "Finish the record")
    return await town.press(officer, "Yes, finish it")


async def test_after_it_is_finished_a_correction_is_a_new_revision_and_both_are_kept(town, record):
    await finished(town, record)
    for data in ("mf~1~theme", "mk~1~0~1"):
        await town.do(record, lambda data=data: record.presses_data(town.bot, data))
    assert "Something has changed in the meantime." in town.heard(record).text
    assert "This record is finished" in "\n".join(town.seen(record)[-3:])
    shown = await town.press(record, "Correct it")
    assert "until it is finished, the record before it counts" in shown.text
    await write(town, record, "Who led it", "Lira")
    assert (await kept(town, finished=True)).minutes.moderator == "Ervin"
    await town.press(record, "Finish the record")
    assert "Correction number 1." in (await town.press(record, "Yes, finish it")).text
    newest = await kept(town, finished=True)
    assert (newest.number, newest.minutes.moderator) == (1, "Lira")
    async with town.service.database.reading() as unit:
        rows = await unit._connection.exec_driver_sql("SELECT action, subject FROM audit ORDER BY id DESC LIMIT 3")
        assert [tuple(row) for row in rows] == [
            ("record finished", "meeting 1 revision 2"),
            ("record correction", "meeting 1 revision 2"),
            ("record finished", "meeting 1 revision 1"),
        ]


async def test_two_taps_finish_it_once(town, record):
    await write(town, record, "Who led it", "Ervin")
    await write(town, record, "How many were there", "7")
    asked = await town.press(record, "Finish the record")
    record.presses("Yes, finish it", message=asked)
    record.presses("Yes, finish it", message=asked)
    await town.settle()
    assert (await kept(town)).number == 0
    assert "Finished: " in town.heard(record).text


async def test_of_two_coordinators_each_writes_a_part_and_nothing_is_lost(town, record):
    lira = await town.officer("Lira")
    await open_record(town, lira)
    await town.press(record, "Who led it")
    await town.press(lira, "Theme")
    await town.say(lira, "Autobusët")
    await town.say(record, "Ervin")
    minutes = (await kept(town)).minutes
    assert (minutes.theme, minutes.moderator) == ("Autobusët", "Ervin")
    await town.press(record, "Finish the record")
    await town.press(lira, "How many were there")
    await town.say(lira, "7")
    await finished(town, lira)
    await town.press(record, "Agenda")
    assert "This record is finished" in town.heard(record).text


async def test_what_was_begun_goes_on_after_a_restart(town, record, tmp_path):
    await write(town, record, "Who led it", "Ervin")
    await town.press(record, "Agenda")
    async with open_town(tmp_path, clock=town.clock, world=town.world) as again:
        shown = await again.say(record, "Hapja\nMbyllja")
        assert "Agenda:\n• Hapja\n• Mbyllja" in shown.text
        assert (await kept(again)).minutes.moderator == "Ervin"


async def test_a_meeting_that_has_not_begun_or_was_cancelled_has_no_record(town, era):
    await announce(town, era)
    await town.do(era, lambda: era.presses_data(town.bot, "mr~1"))
    assert town.heard(era).text == "This meeting has not begun yet."
    town.clock.set(BEGINS)
    await town.do(era, lambda: era.presses_data(town.bot, "mf~1~theme"))
    await move(town, era, None)
    await town.say(era, "Tema")
    assert "has been cancelled" in "\n".join(town.seen(era)[-2:])
    assert await kept(town) is None


async def test_another_institutions_officer_reads_no_record(town, record):
    await ensure_institution(NEIGHBOUR, town.service.database)
    mira = await town.officer("Mira", institution=NEIGHBOUR.name)
    for data in ("mr~1", "mf~1~theme", "mk~1~0~1", "mc~1"):
        await town.do(mira, lambda data=data: mira.presses_data(town.bot, data))
        assert "Only a coordinator of this institution can do that." in town.heard(mira).text, data


async def test_nobody_else_writes_under_a_heading_that_there_is_not(town, record):
    await town.do(record, lambda: record.presses_data(town.bot, "mf~1~nothing"))
    assert "not here any more" in town.heard(record).text


async def test_people_are_counted_for_the_record_as_they_stand_on_the_list(town, record):
    async with town.service.database.reading() as unit:
        assert (await people_at(MeetingId(1), uow=unit)).count == Headcount(0)


async def test_correcting_an_old_message_writes_into_no_other_part(town, record):
    await town.press(record, "Place")
    place = record.says(town.bot, "Pallati i Kulturës")
    await town.settle()
    await town.press(record, "Who led it")
    await town.do(record, lambda: record.edits(place, "Pallati i Sportit"))
    minutes = (await kept(town)).minutes
    assert minutes.moderator == ""
    assert "Pallati i Kulturës" in str(minutes)
