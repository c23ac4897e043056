"""Reporting a danger: help first, then a few words, a place, and nobody learns who it was."""

from datetime import date, time, timedelta
from itertools import product
from statistics import mean

import pytest

from bot.setup import FirstInstitution, ensure_institution
from participation.clock import wall
from participation.people.model import Language, Role
from participation.reports import usecases
from participation.reports.model import Account, NewReport
from participation.reports.usecases import MOST_OF_ONE
from tests.conversations.steps import raw, report, rows, tell, texts_since


async def test_of_an_album_one_is_told_once_what_was_not_kept_for_a_report(square):
    town, ana = square.town, square.ana
    await tell(town, ana)
    before = len(town.seen(ana))
    ana.sends_photo(town.bot, album="street")
    ana.sends_video(town.bot, album="street")
    ana.sends_photo(town.bot, album="street")
    await town.settle()
    assert len(town.seen(ana)) == before + 1
    told = town.heard(ana).text
    assert "Taken: 2 photos.\nNot taken: 1 video.\n\nWe have not kept this file" in told
    assert "Where is it?" in told


DISCREET = "Here comes only word that there is news."
OPENLY = "What becomes of it, and questions to you, come here, without a sound."


@pytest.mark.parametrize(
    ("words", "news"),
    [("Ai po më rreh.", DISCREET), ("Është me thikë te porta", OPENLY), ("someone is bleeding here", OPENLY)],
)
async def test_words_that_sound_like_danger_bring_the_numbers_up_again(square, words, news):
    town, ana = square.town, square.ana
    call = "If this is happening now, please call first. We cannot send help.\n112 – Any emergency\n129 – "
    assert (await tell(town, ana, words)).text.startswith(call)
    assert f"Please check\n\n{call}" in (await town.press(ana, "Skip")).text
    receipt = (await town.press(ana, "Send")).text
    assert call in receipt
    assert news in receipt


async def test_of_one_person_so_many_are_taken_in_a_day_and_tomorrow_again(square):
    town, ana = square.town, square.ana
    for _ in range(MOST_OF_ONE):
        await report(town, ana)
    await town.say(ana, "/raporto")
    refused = await town.press(ana, "No")
    assert refused.text.startswith("You have sent as many reports as can be read of one person in a day.")
    assert "Please try again tomorrow.\nNothing was sent. In danger, please call:\n\n112 – " in refused.text
    beni = await town.citizen("Beni", "English")
    assert "Thank you." in (await report(town, beni)).text
    await town.pass_time(timedelta(days=1), timedelta(hours=12))
    assert "Thank you." in (await report(town, ana)).text


async def test_who_is_one_too_many_at_the_last_step_loses_no_word(square, tmp_path):
    """Begun five times over, it is refused where it is sent, and given back."""
    town, ana = square.town, square.ana
    for _ in range(MOST_OF_ONE - 1):
        await report(town, ana)
    await tell(town, ana, "The last of the day.")
    await town.press(ana, "Skip")
    async with town.service.database.transaction() as unit:
        author = await unit.addresses.find(town.bot.id, ana.id)
        new = NewReport("PR-S-2023-0900", town.institution, author, Account("noise", "x"), date(2023, 6, 20), False)
        await unit.reports.add(new)
    refused = await town.press(ana, "Send")
    assert "Please try again tomorrow." in refused.text
    assert "Nothing was sent." in refused.text
    assert "This is what you had written:\nThe last of the day." in refused.text
    assert "129 – " in refused.text
    assert len(rows(tmp_path, "reports")) == MOST_OF_ONE, "those before it and the one that was put there"


HONEST = (
    "It is read by the coordinators of: Bashkia Përmet.",
    "It is kept under lock, and deleted 365 days after it is closed.",
    "It is information for the local safety council, not a criminal complaint: for that, go to the police.",
    "Whoever raises a false alarm on purpose can be punished.",
    "Whoever reads it does not see who you are.",
    "Telegram itself sees your account, and in a small place details can tell who wrote.",
)


@pytest.mark.parametrize("sentence", HONEST)
async def test_before_it_is_sent_it_is_said_what_becomes_of_it_and_who_sees_what(square, sentence):
    await tell(square.town, square.ana)
    assert sentence in (await square.town.press(square.ana, "Skip")).text


async def test_of_a_voice_or_a_picture_it_is_said_what_it_can_show(square):
    town, ana = square.town, square.ana
    await tell(town, ana)
    preview = await town.do(ana, lambda: ana.sends_voice(town.bot, seconds=4))
    preview = await town.press(ana, "Skip")
    assert "A voice or a picture can show who you are. Please send no faces of others." in preview.text


async def test_of_all_together_so_many_are_taken_in_a_day(square, monkeypatch):
    monkeypatch.setattr(usecases, "MOST_OF_ALL", 2)
    town = square.town
    beni, cela = await town.citizen("Beni", "English"), await town.citizen("Cela", "English")
    for person in (square.ana, beni):
        await report(town, person)
    await town.say(cela, "/raporto")
    await town.press(cela, "No")
    refused = (await town.press(cela, "Traffic")).text
    assert refused.startswith("So many reports have come in today that no more can be read. Please try again tomorrow.")


async def test_a_name_is_pointed_out_before_it_is_sent_and_can_be_sent_all_the_same(square):
    town, ana = square.town, square.ana
    await tell(town, ana, "Agim Hoxha parks on the pavement.")
    preview = await town.press(ana, "Skip")
    assert "It seems to name somebody: “Agim Hoxha”. Better tell what happened, not who did it." in preview.text
    await town.press(ana, "Tell it again")
    preview = await town.say(ana, "Somebody parks on the pavement.")
    assert "It seems to name somebody" not in (await town.press(ana, "Skip")).text
    await town.press(ana, "Tell it again")
    await town.say(ana, "Agim Hoxha parks on the pavement.")
    await town.press(ana, "Skip")
    assert "Thank you." in (await town.press(ana, "Send")).text


async def test_a_unit_that_bears_the_name_of_its_municipality_is_named_as_a_unit(square):
    town, ana, zana = square.town, square.ana, square.zana
    where = await tell(town, ana)
    assert {"Unit Përmet", "Petran"} <= set(where.labels)
    assert "Where: Unit Përmet" in (await town.press(ana, "Unit Përmet")).text
    await town.press(ana, "Send")
    await town.say(zana, "/zyra")
    await town.press(zana, "Safety reports")
    assert "Where: Unit Përmet" in (await town.press(zana, "PR-S-2023-0001")).text


async def test_in_danger_the_form_ends_with_numbers_to_call_and_nothing_is_stored(square, tmp_path):
    town, ana = square.town, square.ana
    question = await town.say(ana, "/raporto")
    assert "Is somebody in danger right now? If so, call 112 now." in question.text
    screen = await town.press(ana, "Yes, right now")
    for number in ("112", "129", "127", "128", "116 111", "116 117"):
        assert f"{number} – " in screen.text
    assert "Numbers last checked on 1 November 2026" in screen.text
    assert rows(tmp_path, "reports") == rows(tmp_path, "drafts") == []
    await town.say(ana, "hello?")
    assert "What is it for?" in town.heard(ana).text


async def test_a_report_gives_a_number_and_says_who_does_not_see_whom(square):
    receipt = await report(square.town, square.ana)
    assert receipt.text.startswith("Thank you. Your number: PR-S-2023-0001")
    assert "Whoever reads it does not see who sent it." in receipt.text


MOST_TAPS, MOST_MESSAGES = 6, 1
PLACES = ("Skip", "Petran")


async def test_a_report_without_a_name_takes_few_taps_and_one_message(square, capsys):
    """Every kind, with and without a place, from the menu to the receipt."""
    town, ana = square.town, square.ana
    async with town.service.database.reading() as unit:
        kinds = [kind.label for kind in await unit.places.report_categories(town.institution, Language.EN)]
    taps, messages = [], []
    for number, (kind, place) in enumerate(product(kinds, PLACES), 1):
        await town.say(ana, "/menu")
        before = len(town.world.queries), sent_by(ana, town)
        for label in ("Report a danger", "No", kind):
            await town.press(ana, label)
        await town.say(ana, "Cars race past the school.")
        for label in (place, "Send"):
            shown = await town.press(ana, label)
        assert shown.text.startswith(f"Thank you. Your number: PR-S-2023-{number:04}")
        town.clock.move(timedelta(days=1))
        taps.append(len(town.world.queries) - before[0])
        messages.append(sent_by(ana, town) - before[1])
    with capsys.disabled():
        print(f" an anonymous report: {mean(taps):.1f} taps, {mean(messages):.1f} messages on average ", end="")
    assert max(taps) <= MOST_TAPS
    assert max(messages) <= MOST_MESSAGES


def sent_by(person, town) -> int:
    return sum(message.direction == "in" for message in person.chat(town.bot).messages)


@pytest.mark.on_both
async def test_words_a_photo_a_voice_and_a_pin_arrive_and_the_pin_is_coarse(square):
    town, ana, zana = square.town, square.ana, square.zana
    await tell(town, ana, "Boys with a gun near the bridge.", "Violence or threats")
    await town.do(ana, lambda: ana.sends_photo(town.bot, caption="this bridge"))
    await town.do(ana, lambda: ana.sends_voice(town.bot, seconds=4))
    preview = await town.do(ana, lambda: ana.sends_location(town.bot, 40.2345678, 20.3512345))
    for part in (
        "Boys with a gun",
        "this bridge",
        "Attached: 1 photo, 1 voice message.",
        "Where: the point you sent on the map, to about a hundred metres",
        "Without a name",
    ):
        assert part in preview.text
    assert "not a criminal complaint" in preview.text
    assert "Whoever reads it does not see who you are" in preview.text
    before = len(zana.chat().messages)
    await town.press(ana, "Send")
    urgent = town.heard(zana)
    assert "Urgent safety report PR-S-2023-0001" in urgent.text
    assert "40.235, 20.351" in urgent.text
    await town.press(zana, "Show")
    shown = zana.chat().messages[before:]
    assert {m.kind for m in shown} >= {"photo", "voice", "location"}
    assert "40.2345678" not in "".join(f"{m.text} {m.content.body}" for m in shown)


async def test_a_pin_is_made_coarser_by_choice_and_the_desk_gets_no_other(square, tmp_path):
    """Nobody gives a finer one than a street; one tap leaves the area, and one more takes that back."""
    town, ana, zana = square.town, square.ana, square.zana
    await tell(town, ana, "A dark corner.", "Violence or threats")
    street = await town.do(ana, lambda: ana.sends_location(town.bot, 40.2345678, 20.3512345))
    assert "Show only the area" in street.labels
    area = await town.press(ana, "Show only the area")
    assert "Where: the point you sent on the map, to about a kilometre" in area.text
    street = await town.press(ana, "Show the street")
    assert "Where: the point you sent on the map, to about a hundred metres" in street.text
    await town.press(ana, "Show only the area")
    await town.press(ana, "Send")
    before = len(zana.chat().messages)
    await town.press(zana, "Show")
    shown = zana.chat().messages[before:]
    (point,) = [message.content.body["location"] for message in shown if message.kind == "location"]
    assert (point["latitude"], point["longitude"], point["horizontal_accuracy"]) == (40.23, 20.35, 1000)
    assert "Where: 40.23, 20.35\n" in town.heard(zana).text
    assert "40.235" not in "".join(message.text for message in zana.chat().messages)


async def test_without_a_pin_there_is_nothing_to_make_coarser(square):
    town, ana = square.town, square.ana
    await tell(town, ana)
    assert not {"Show only the area", "Show the street"} & set((await town.say(ana, "By the bridge")).labels)


async def test_what_is_urgent_reaches_the_officer_in_the_night_too(square):
    square.town.clock.set(wall(date(2023, 6, 20), time(23, 30)))
    await report(square.town, square.ana, "A gun.", "Weapons")
    assert "Urgent safety report PR-S-2023-0001" in square.town.heard(square.zana).text


async def test_a_pin_out_of_the_blue_is_not_kept_and_it_is_said_when_to_send_it(square, tmp_path):
    town, ana = square.town, square.ana
    told = await town.do(ana, lambda: ana.sends_location(town.bot, 40.2345678, 20.3512345))
    assert told.text.startswith("We have not kept this place.")
    assert rows(tmp_path, "drafts") == []
    assert "Is somebody in danger right now?" in (await town.press(ana, "Report a danger")).text


async def test_the_place_can_be_a_unit_or_words(square):
    town, ana = square.town, square.ana
    await tell(town, ana)
    unit = next(label for label in town.heard(ana).labels if label not in {"Skip", "Back", "Cancel"})
    assert f"Where: {unit}" in (await town.press(ana, unit)).text
    await town.press(ana, "Change the place")
    assert "Where: behind the old mill" in (await town.say(ana, "behind the old mill")).text


@pytest.mark.on_both
async def test_a_name_is_given_only_by_choice_and_can_be_taken_back(square):
    town, ana = square.town, square.ana
    await tell(town, ana)
    assert "Without a name" in (await town.press(ana, "Skip")).text
    await town.press(ana, "Add a name")
    await town.press(ana, "My real name")
    preview = await town.say(ana, "Ana Lule")
    assert "Name: Ana Lule" in preview.text
    assert "Whoever reads it does not see who you are" not in preview.text
    assert "Without a name" in (await town.press(ana, "Take the name away")).text


async def test_files_are_refused_kindly_and_the_words_beside_them_are_kept(square):
    town, ana = square.town, square.ana
    await tell(town, ana, "First.")
    before = len(town.seen(ana))
    await town.do(ana, lambda: ana.sends_document(town.bot, "plate.pdf", caption="the plate of the car"))
    assert "We have not kept this file" in texts_since(town, ana, before)
    assert "Skip" in town.heard(ana).labels
    preview = await town.press(ana, "Skip")
    assert "the plate of the car" in preview.text
    assert "attached" not in preview.text


async def test_a_second_tap_on_send_reports_once(square, tmp_path):
    town, ana = square.town, square.ana
    await tell(town, ana)
    preview = await town.press(ana, "Skip")
    ana.presses("Send", message=preview)
    ana.presses("Send", message=preview)
    await town.settle()
    assert len(rows(tmp_path, "reports")) == 1
    mine = await town.say(ana, "/te_miat")
    assert "PR-S-2023-0001 – report received" in mine.text


async def test_back_leads_through_every_step_and_loses_no_word(square):
    town, ana = square.town, square.ana
    await tell(town, ana)
    await town.press(ana, "Skip")
    assert "Where is it?" in (await town.press(ana, "Change the place")).text
    told = await town.press(ana, "Back")
    assert "You wrote: “Cars race past the school.”" in told.text
    assert "What is it about?" in (await town.press(ana, "Back")).text
    assert "in danger right now" in (await town.press(ana, "Back")).text
    await town.press(ana, "No")
    await town.press(ana, "Noise")
    preview = await town.press(ana, "Skip")
    assert "Noise" in preview.text
    assert "Cars race past the school." in preview.text


async def test_no_button_of_a_report_carries_its_kind(square):
    """Telegram keeps what a button carries, and its length tells too."""
    town, ana = square.town, square.ana
    await town.say(ana, "/raporto")
    sorting = await town.press(ana, "No")
    async with town.service.database.reading() as uow:
        kinds = await uow.places.report_categories(town.institution, Language.EN)
    carried = {b.text: b.data for row in sorting.buttons for b in row}
    of_kinds = [carried[kind.label] for kind in kinds]
    assert len(set(of_kinds)) == len(kinds) > 9
    assert len({len(data) for data in of_kinds}) == 1
    await town.press(ana, kinds[-1].label)
    await town.say(ana, "It happens every night.")
    await town.press(ana, "Skip")
    assert kinds[-1].label in town.heard(ana).text
    data = [b.data or "" for message in ana.chat().messages for row in message.buttons for b in row]
    assert [code for code in (kind.code for kind in kinds) if any(code in one for one in data)] == []


async def test_a_report_about_a_kind_that_has_no_english_label_arrives_all_the_same(square):
    town, ana = square.town, square.ana
    async with town.service.database.transaction() as uow:
        await uow.sheets.read_in(
            "categories", f"institution,code,urgent,helps,rank\n{town.institution},river,no,no,1\n"
        )
        number = (await uow.sheets.write_out("categories")).splitlines()[-1].partition(",")[0]
        await uow.sheets.read_in("category_labels", f"category,language,label\n{number},sq,Lumi\n")
    assert "Your number: PR-S-2023-0001" in (await report(town, ana, about="Lumi")).text


@pytest.mark.parametrize("forged", ["99", "-1", "x", "", "²", "violence"])
async def test_a_kind_that_is_not_in_the_list_is_asked_for_again(square, forged):
    town, ana = square.town, square.ana
    await town.say(ana, "/raporto")
    sorting = await town.press(ana, "No")
    data = sorting.buttons[0][0].data.rsplit("~", 1)[0]
    await town.do(ana, lambda: ana.presses_data(town.bot, f"{data}~{forged}", message=sorting))
    assert "What is it about?" in town.heard(ana).text


@pytest.mark.parametrize("step", ["danger", "category", "tell", "where", "preview", "name"])
async def test_cancel_is_at_hand_at_every_step(square, tmp_path, step):
    town, ana = square.town, square.ana
    walk = {"danger": "/raporto", "category": "No", "tell": "Traffic", "where": "Cars race.", "preview": "Skip"}
    for here, act in walk.items():
        await (town.say if here in {"danger", "where"} else town.press)(ana, act)
        if here == step:
            break
    if step == "name":
        await town.press(ana, "Add a name")
    assert "Nothing was sent" in (await town.press(ana, "Cancel")).text
    assert rows(tmp_path, "drafts") == rows(tmp_path, "reports") == []


async def test_words_that_come_before_their_turn_are_kept(square):
    town, ana = square.town, square.ana
    await town.say(ana, "/raporto")
    asked = await town.say(ana, "They beat somebody.")
    assert "You wrote: “They beat somebody.”" in asked.text
    assert "in danger right now" in asked.text
    await town.press(ana, "No")
    await town.do(ana, lambda: ana.sends_photo(town.bot))
    await town.do(ana, lambda: ana.sends_location(town.bot, 40.2, 20.3))
    helped = await town.press(ana, "Violence or threats")
    assert "116 111" in helped.text
    preview = await town.press(ana, "Go on")
    for part in ("They beat somebody.", "Attached: 1 photo.", "the point you sent on the map"):
        assert part in preview.text


async def test_an_edit_changes_only_what_was_edited(square):
    town, ana = square.town, square.ana
    await tell(town, ana, "First part.")
    place = ana.says(town.bot, "By the chruch")
    await town.settle()
    await town.say(ana, "Second part.")
    preview = await town.do(ana, lambda: ana.edits(place, "By the church"))
    assert "First part.\nSecond part." in preview.text
    assert "Where: By the church" in preview.text
    assert "chruch" not in preview.text


@pytest.mark.parametrize("step", ["Skip", "Add a name"])
async def test_an_edit_of_a_message_of_another_time_enters_nothing(square, step):
    town, ana = square.town, square.ana
    old = ana.says(town.bot, "/ndihme")
    await town.settle()
    await tell(town, ana, "A secret.")
    for label in ("Skip", "Add a name")[: 1 if step == "Skip" else 2]:
        await town.press(ana, label)
    asked = await town.do(ana, lambda: ana.edits(old, "An old tale."))
    assert "You changed an old message." in asked.text
    if step != "Skip":
        await town.press(ana, "My real name")
        asked = await town.say(ana, "Ana Lule")
        assert "Name: Ana Lule" in asked.text
    assert "An old tale." not in asked.text
    assert "A secret." in asked.text


@pytest.mark.parametrize("nothing", ["\u200b", "\u2800\u2800", "\u3164", "\u202e \u00ad"])
async def test_what_cannot_be_seen_is_no_report(square, nothing):
    town, ana = square.town, square.ana
    screen = await tell(town, ana, nothing)
    assert "What happened?" in screen.text


async def test_telling_it_again_begins_with_an_empty_page(square):
    town, ana = square.town, square.ana
    await tell(town, ana, "Wrong story.")
    await town.press(ana, "Skip")
    await town.press(ana, "Tell it again")
    await town.say(ana, "Right story.")
    preview = await town.press(ana, "Skip")
    assert "Right story." in preview.text
    assert "Wrong story." not in preview.text


async def test_a_report_left_half_way_is_taken_up_after_the_first_question(square):
    town, ana = square.town, square.ana
    await tell(town, ana, "Half of it.")
    await town.say(ana, "/ndihme")
    assert "Half of it." in (await town.say(ana, "/raporto")).text


async def test_nobody_needs_a_home_to_report(town):
    await town.officer("Zana")
    ana = town.newcomer()
    await town.start(ana)
    await town.press(ana, "English")
    await town.press(ana, "Not now")
    await town.press(ana, "Report a danger")
    screen = await town.press(ana, "No")
    assert "To whom do you want to report?" in screen.text
    assert "Bashkia Përmet" in screen.labels
    await town.say(ana, "permeti")
    assert "What is it about?" in town.heard(ana).text


async def test_where_nobody_takes_reports_the_numbers_are_given(town):
    ana = await town.citizen(language="English", place="Has")
    await town.say(ana, "/raporto")
    screen = await town.press(ana, "No")
    assert "takes reports here at the moment" in screen.text
    assert "112" in screen.text


async def test_of_several_institutions_one_is_chosen_and_only_its_coordinator_hears(square):
    town, ana, zana = square.town, square.ana, square.zana
    await ensure_institution(FirstInstitution("Qarku Gjirokastër", "Përmet", "QG"), town.service.database)
    era = await town.officer("Era", institution="Qarku Gjirokastër")
    await town.say(ana, "/raporto")
    screen = await town.press(ana, "No")
    assert {"Bashkia Përmet", "Qarku Gjirokastër"} < set(screen.labels)
    await town.press(ana, "Qarku")
    await town.press(ana, "Weapons")
    await town.say(ana, "A gun.")
    await town.press(ana, "Skip")
    receipt = await town.press(ana, "Send")
    assert "QG-S-2023-0001" in receipt.text
    assert town.who_sees([zana, era], "Urgent") == {zana.id: 0, era.id: 1}


async def test_nobody_is_led_to_an_institution_where_nobody_would_read_it(square):
    town, ana = square.town, square.ana
    await ensure_institution(FirstInstitution("Qarku Gjirokastër", "Përmet", "QG"), town.service.database)
    await town.say(ana, "/raporto")
    assert "What is it about?" in (await town.press(ana, "No")).text


@pytest.mark.on_both
async def test_what_is_not_urgent_waits_in_the_list_and_the_digest(square):
    town, ana, zana = square.town, square.ana, square.zana
    before = len(town.seen(zana))
    await report(town, ana)
    assert texts_since(town, zana, before) == ""
    await town.until(wall(date(2023, 6, 21), time(9)), timedelta(hours=23))
    assert "1 safety report is new or has news." in texts_since(town, zana, before)
    await town.press(zana, "Safety reports")
    shown = await town.press(zana, "PR-S-2023-0001")
    assert "Cars race past the school." in shown.text
    mine = await town.say(ana, "/te_miat")
    assert mine.text == "My comments and reports\n\nPR-S-2023-0001 – report read"


async def test_nothing_on_the_disk_or_on_a_desk_tells_who_reported(square, tmp_path):
    town, ana, zana = square.town, square.ana, square.zana
    era = await town.officer("Era", role=Role.COORDINATOR)
    await report(town, ana, "Kanabis behind the gymnasium.", "Weapons")
    await town.press(zana, "Show")
    await town.say(era, "/zyra")
    read = "\n".join((*town.seen(zana), *town.seen(era)))
    for trace in (str(ana.id), ana.first_name):
        assert trace not in read
    kept = raw(tmp_path)
    for secret in (str(ana.id), "Kanabis", "gymnasium", "weapons"):
        assert secret.encode() not in kept.replace(b"\nweapons", b"") or secret == "weapons"
    assert b"10:0" not in b"".join(repr(row).encode() for row in rows(tmp_path, "reports"))


async def test_a_place_longer_than_an_address_is_more_of_the_story(square):
    town, ana = square.town, square.ana
    await tell(town, ana, "Short.")
    preview = await town.say(ana, "And then it went on. " * 30)
    assert "Where:" not in preview.text
    assert preview.text.count("And then it went on.") == 30


async def test_in_albanian_the_whole_way_speaks_albanian(square):
    town = square.town
    beni = await town.citizen("Beni")
    assert "rrezik" in (await town.say(beni, "/raporto")).text
    await town.press(beni, "Jo")
    await town.press(beni, "Zhurmë")
    await town.say(beni, "Muzikë e lartë natën.")
    await town.press(beni, "Kapërce")
    receipt = await town.press(beni, "Dërgo")
    assert "PR-S-2023-0001" in receipt.text
    assert "Thank you" not in receipt.text


@pytest.mark.parametrize("word", ["po", "Po!", "YES."])
async def test_who_writes_yes_to_the_question_of_danger_gets_the_numbers(square, tmp_path, word):
    town, ana = square.town, square.ana
    await town.say(ana, "/raporto")
    screen = await town.say(ana, word)
    assert "Please call now" in screen.text
    assert "129" in screen.text
    assert rows(tmp_path, "drafts") == rows(tmp_path, "reports") == []


async def test_no_and_a_category_can_be_written_too(square):
    town, ana = square.town, square.ana
    await town.say(ana, "/raporto")
    assert "What is it about?" in (await town.say(ana, "jo")).text
    assert "What happened?" in (await town.say(ana, "noise")).text


async def test_help_lines_stand_where_people_may_need_them_and_nowhere_else(square):
    town, ana = square.town, square.ana
    await town.say(ana, "/raporto")
    await town.press(ana, "No")
    helped = await town.press(ana, "Bullying")
    assert "116 111" in helped.text
    assert "128" not in helped.text
    preview = await town.say(ana, "They will not leave me alone.")
    preview = await town.press(ana, "Skip")
    assert "criminal complaint" in preview.text
    assert "false alarm" not in preview.text
    assert "116 111" in (await town.press(ana, "Send")).text
    receipt = await report(town, ana)
    assert "116 111" not in receipt.text


async def test_it_is_said_who_reads_it_and_that_a_voice_tells_who_speaks(square):
    town, ana = square.town, square.ana
    await tell(town, ana)
    preview = await town.press(ana, "Skip")
    assert "read by the coordinators of: Bashkia Përmet" in preview.text
    assert "show who you are" not in preview.text
    preview = await town.do(ana, lambda: ana.sends_voice(town.bot))
    assert "show who you are" in preview.text


async def test_the_question_for_the_place_shows_that_the_words_have_arrived(square):
    town, ana = square.town, square.ana
    asked = await tell(town, ana, "They beat somebody.", about="Noise")
    assert "You wrote: “They beat somebody.”" in asked.text
    assert "Where is it?" in asked.text


async def test_telling_it_again_does_not_throw_away_what_was_told(square):
    town, ana = square.town, square.ana
    await tell(town, ana, "First words.")
    await town.press(ana, "Skip")
    await town.press(ana, "Tell it again")
    assert "First words." in (await town.press(ana, "Keep what I had written")).text
    await town.press(ana, "Skip")
    await town.press(ana, "Tell it again")
    preview = await town.say(ana, "Other words.")
    assert "First words." not in preview.text
    assert "Other words." in preview.text


async def test_adding_a_municipality_sends_no_report_elsewhere(square):
    town, ana = square.town, square.ana
    await ensure_institution(FirstInstitution("Bashkia Berat", "Berat", "BR"), town.service.database)
    await town.say(ana, "/ndjek")
    await town.press(ana, "Add a municipality")
    await town.say(ana, "Berat")
    await town.press(ana, "The whole municipality")
    assert "Berat" in (await town.say(ana, "/ndjek")).text
    assert "PR-S-2023-0001" in (await report(town, ana)).text


async def test_words_meant_for_something_else_do_not_fall_into_a_report(square):
    town, ana = square.town, square.ana
    await tell(town, ana, "A secret.", about="Noise")
    await town.say(ana, "/hapur")
    await town.press(ana, "Plani Social")
    asked = await town.say(ana, "More parks, please.")
    assert "What is it for?" in asked.text
    await town.press(ana, "Comment on: Plani Social")
    preview = await town.press(ana, "Without a name")
    assert "More parks, please." in preview.text
    assert "A secret." not in preview.text
    await town.press(ana, "Cancel")
    assert "A secret." in (await town.say(ana, "/raporto")).text


async def test_a_link_leads_straight_to_the_question_of_danger(square):
    town, ana = square.town, square.ana
    assert "in danger right now" in (await town.start(ana, "r")).text


async def test_what_was_not_sent_is_shown_to_nobody_who_takes_up_the_phone_later(square, tmp_path):
    town, ana = square.town, square.ana
    await tell(town, ana, "My father beats me.", about="Violence")
    await town.pass_time(timedelta(hours=1))
    asked = await town.say(ana, "/raporto")
    assert "My father" not in asked.text
    await town.press(ana, "No")
    assert "You wrote" not in (await town.press(ana, "Violence")).text


async def test_whom_to_call_stands_wherever_somebody_may_need_help(square):
    town, ana = square.town, square.ana
    where = await tell(town, ana, "I am not well.", about="I am not well")
    assert "Where is it?" in where.text
    assert "116 111" in where.text
    await town.press(ana, "Skip")
    receipt = await town.press(ana, "Send")
    assert "116 111" in receipt.text
    assert "Here comes only word that there is news." in receipt.text


async def test_who_told_it_where_nobody_takes_reports_has_the_words_back(square):
    town = square.town
    bora = await town.citizen("Bora", "English", "Berat")
    await town.say(bora, "The bridge is about to fall.")
    await town.press(bora, "Report a danger")
    shown = await town.press(bora, "No")
    assert "Nothing was sent." in shown.text
    assert "This is what you had written:\nThe bridge is about to fall." in shown.text


async def test_a_photo_sent_where_a_name_is_asked_for_is_acknowledged(square):
    town, ana = square.town, square.ana
    await tell(town, ana)
    await town.press(ana, "Skip")
    await town.press(ana, "Add a name")
    asked = await town.do(ana, lambda: ana.sends_photo(town.bot))
    assert "Attached: 1 photo." in asked.text
    assert "You need not give a name." in asked.text
