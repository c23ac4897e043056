"""Writing people down from paper: line by line, a whole list, bare counts; wrong ones are taken back."""

from datetime import date, time, timedelta

import pytest

from participation.clock import wall
from participation.ids import MeetingId
from participation.meetings import listing
from participation.meetings.present import Actor, Headcount, Listing, counted
from tests.conversations.steps import raw
from tests.conversations.test_meetings import move
from tests.town import announce, open_town

BEGINS = wall(date(2023, 7, 25), time(11))


@pytest.fixture
async def desk(town, era):
    """The meeting of 25 July has begun, and the coordinator writes people down."""
    await announce(town, era)
    town.clock.set(BEGINS)
    await begin(town, era)
    return era


async def begin(town, officer):
    await town.say(officer, "/zyra")
    await town.press(officer, "Meetings ahead (1)")
    await town.press(officer, "Plani Social")
    await town.press(officer, "Who is here, and the record")
    return await town.press(officer, "Add people from a paper list")


async def people(town):
    async with town.service.database.reading() as unit:
        return counted(await unit.presence.of(MeetingId(1)))


async def test_each_line_is_on_the_list_at_once_with_its_kind(town, desk):
    await town.press(desk, "They agreed on paper")
    await town.press(desk, "Civil society")
    shown = await town.say(desk, "Ana Koçi, Shoqata Drita, drejtuese")
    assert "Added: 1 line.\n• Ana Koçi, Shoqata Drita, drejtuese (Civil society)" in shown.text
    await town.press(desk, "Business")
    await town.say(desk, "Beni Leka, Furra")
    await town.say(desk, "rreth 15")
    done = await town.press(desk, "That was all")
    assert "On the list: about 17, of these with their name: 2." in done.text
    assert "• Civil society: 1\n• Business: about 16" in done.text
    found = await people(town)
    assert found.count == Headcount(17, True)
    assert found.listed == (
        (Listing("Ana Koçi", "Shoqata Drita", "drejtuese"), Actor.CIVIL_SOCIETY, False),
        (Listing("Beni Leka", "Furra"), Actor.BUSINESS, False),
    )


async def test_without_consent_on_paper_only_how_many_they_are_is_kept(town, desk, tmp_path):
    asked = await town.say(desk, "Zamira Lumturi, Drita, drejtuese\nBeni")
    assert "Have they agreed on paper?" in asked.text
    assert "Organisations that are kept in any case: Drita." in asked.text
    assert (await people(town)).count == Headcount(0)
    shown = await town.press(desk, "No, keep no names")
    assert "Added: 2 lines.\n• Drita (Kind not said)\n• Kind not said: 1" in shown.text
    assert "Zamira" not in shown.text
    found = await people(town)
    assert (found.count, found.listed, found.organisations) == (Headcount(2), (), ("Drita",))
    assert "Drita" in (await town.say(desk, "Cara Cala, Drita")).text  # it was said already: nothing is asked again
    assert "of these with their name: 0." in (await town.press(desk, "That was all")).text
    await town.service.metronome.beat()
    assert b"Zamira" not in raw(tmp_path)


async def test_a_line_as_the_guide_writes_it_keeps_name_organisation_and_role(town, desk):
    await town.say(desk, "Agim Prifti, Shoqata e Fermerëve, kryetar")
    await town.press(desk, "Civil society")
    shown = await town.press(desk, "Yes, keep the names")
    assert "• Agim Prifti, Shoqata e Fermerëve, kryetar (Civil society)" in shown.text
    await town.say(desk, "Beni Leka, Furra")
    listing = Listing("Agim Prifti", "Shoqata e Fermerëve", "kryetar")
    found = await people(town)
    assert found.listed[0] == (listing, Actor.CIVIL_SOCIETY, False)
    assert found.organisations == ("Shoqata e Fermerëve", "Furra")


async def test_what_was_typed_before_it_was_said_waits_as_a_whole(town, desk):
    text = "\n".join(f"{number}. Person Numër{number}, Organizata e gjatë, anëtar" for number in range(1, 201))
    for place in range(0, len(text), 4096):
        await town.say(desk, text[place : place + 4096])
    await town.press(desk, "Yes, keep the names")
    await town.press(desk, "That was all")
    assert len((await people(town)).listed) == 200


async def test_the_last_half_line_is_asked_about_too(town, desk):
    text = "5\n" * 2000 + "Agim Prifti, " + "Shoqata " * 20
    await town.say(desk, text[:4096].ljust(4096, "a"))
    await town.press(desk, "That was all")
    assert "Have they agreed on paper?" in town.heard(desk).text
    assert "Nothing was added." in (await town.press(desk, "Cancel")).text


@pytest.mark.parametrize("second", ["069 123 4567", "agim@prifti.example"])
async def test_a_telephone_or_an_address_is_no_organisation(town, desk, second):
    asked = await town.say(desk, f"Agim Prifti, {second}")
    assert "Organisations" not in asked.text
    shown = await town.press(desk, "No, keep no names")
    assert second not in shown.text
    assert (await people(town)).organisations == ()


async def test_names_that_are_kept_are_sealed(town, desk, tmp_path):
    await town.press(desk, "They agreed on paper")
    await town.say(desk, "Zamira Lumturi, Drita")
    await town.press(desk, "That was all")
    await town.service.metronome.beat()
    assert b"Zamira" not in raw(tmp_path)
    assert len((await people(town)).listed) == 1


async def test_a_list_of_two_hundred_lines_is_pasted_whole(town, desk):
    await town.press(desk, "They agreed on paper")
    text = "\n".join(f"{number}. Person Numër{number}, Organizata e gjatë, anëtar" for number in range(1, 201))
    assert 2 * 4096 < len(text) < 3 * 4096
    for place in range(0, len(text), 4096):
        await town.say(desk, text[place : place + 4096])
    await town.press(desk, "That was all")
    found = await people(town)
    assert (found.count, len(found.listed)) == (Headcount(200), 200)
    assert {listing.organisation for listing, *_ in found.listed} == {"Organizata e gjatë"}
    listed = await town.press(desk, "The list (200)")
    assert "Person Numër1, Organizata" in listed.labels[0]
    assert "More" in listed.labels


async def test_a_text_file_is_a_list_too(town, desk):
    await town.press(desk, "They agreed on paper")
    desk.sends_document(town.bot, name="lista.txt", content=b"Ana\nBeni\n", mime="text/plain")
    await town.settle()
    assert "Added: 2 lines." in town.heard(desk).text


async def test_what_was_just_added_can_be_taken_back_once(town, desk):
    await town.say(desk, "7")
    await town.say(desk, "Beni\nGenti\nrreth 400 lopë")
    before = await town.press(desk, "No, keep no names")
    assert "1 line could not be read:\n• rreth 400 lopë" in before.text
    for _ in range(2):  # the second tap finds nothing to take back
        desk.presses("Take back what was just added", message=before)
    await town.settle()
    undone = town.heard(desk)
    assert "2 lines were taken back." in undone.text
    assert "Take back what was just added" not in undone.labels
    assert (await people(town)).count == Headcount(7)


async def test_odd_characters_stay_as_they_are(town, desk):
    await town.press(desk, "They agreed on paper")
    shown = await town.say(desk, "<b>Ana & {Beni}</b>, *Drita_, %s")
    assert "• <b>Ana & {Beni}</b>, *Drita_, %s (Kind not said)" in shown.text
    assert (await people(town)).listed[0][0] == Listing("<b>Ana & {Beni}</b>", "*Drita_", "%s")


async def test_words_of_two_hours_later_are_no_line_of_the_list(town, desk):
    await town.say(desk, "7")
    town.clock.move(timedelta(hours=2))
    await town.say(desk, "Faleminderit të gjithëve")
    assert (await people(town)).count == Headcount(7)


async def test_a_list_has_an_end(town, desk, monkeypatch):
    monkeypatch.setattr(listing, "MOST_LINES", 3)
    await town.say(desk, "2\n3")
    told = await town.say(desk, "4\n5")
    assert "The list of this meeting is full: no more lines were added." in told.text
    assert (await people(town)).count == Headcount(5)


async def test_a_meeting_that_was_cancelled_meanwhile_has_no_list(town, desk):
    await move(town, desk, None)
    await town.say(desk, "Ana")
    assert "has been cancelled" in "\n".join(town.seen(desk)[-2:])
    assert (await people(town)).count == Headcount(0)


async def test_nobody_is_written_down_before_people_come(town, era):
    await announce(town, era)
    await town.do(era, lambda: era.presses_data(town.bot, "ma~1"))
    assert town.heard(era).text == "This meeting has not begun yet."
    await town.do(era, lambda: era.presses_data(town.bot, "me~1"))
    assert "The list" not in town.heard(era).labels


async def test_weeks_later_the_meeting_is_found_among_those_that_were_held(town, desk, tmp_path):
    await town.say(desk, "7")
    town.clock.set(BEGINS + timedelta(days=40))
    async with open_town(tmp_path, clock=town.clock, world=town.world) as again:
        await again.say(desk, "/zyra")
        await again.press(desk, "Meetings ahead")
        await again.press(desk, "Meetings that were held")
        shown = await again.press(desk, "25 July 2023, 11:00 – Plani Social")
        assert "On the list: 7, of these with their name: 0." in shown.text
        assert "Check people in" not in shown.labels
        await again.press(desk, "Add people from a paper list")
        await again.say(desk, "3 qytetarë")
        assert "• Citizens: 3" in (await again.press(desk, "That was all")).text


async def test_a_deed_on_the_list_stands_in_the_register_without_names(town, desk):
    await town.say(desk, "7")
    await town.press(desk, "Take back what was just added")
    async with town.service.database.reading() as unit:
        rows = await unit._connection.exec_driver_sql("SELECT action, subject FROM audit ORDER BY id DESC LIMIT 2")
        assert [tuple(row) for row in rows] == [
            ("participants removed", "meeting 1"),
            ("participants added", "meeting 1"),
        ]
