"""Categories of reports at the desk: what an officer changes counts for their institution, and for what comes then."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.setup import FirstInstitution, ensure_institution, new_invitation
from participation.people.model import Language, Role
from storage.tables import audit, categories
from tests.conversations.coordinator.notes import noted
from tests.conversations.states import walk
from tests.conversations.steps import RECEIPT, loses_office, opened, own, report, tell, texts_since
from tests.conversations.test_cases import close
from tests.conversations.test_figures import time_of
from tests.conversations.test_late import COUNCIL, WAITS
from tests.town import open_town

GONE = "This category is not in the list any more"
USUAL = "These are the usual ones. What you change counts for this institution only."
NEIGHBOUR = FirstInstitution("Bashkia Këlcyrë", "Këlcyrë", "KE")
CODE = re.compile(r"own\d|noise|weapons|violence|other\b")


async def go(square, *steps, who=None):
    """At the categories, and on from there; “words” are written."""
    who = who or square.zana
    await square.town.say(who, "/zyra")
    await walk(square.town, who, ("Categories of reports", *steps))
    return square.town.heard(who)


async def on(square, *steps, who=None):
    """On from where one is."""
    await walk(square.town, who or square.zana, steps)
    return square.town.heard(who or square.zana)


async def known(square, language=Language.EN, institution=None):
    async with square.town.service.database.reading() as work:
        return await work.places.report_categories(institution or square.town.institution, language)


async def one(square, code, language=Language.EN):
    return next(each for each in await known(square, language) if each.code == code)


async def asked(square, about="Noise"):
    """What somebody reads who is about to tell."""
    await square.town.say(square.ana, "/raporto")
    await square.town.press(square.ana, "No")
    return await square.town.press(square.ana, about)


def data_of(message, label):
    return next(button.data for row in message.buttons for button in row if button.text == label)


async def presses(square, who, data):
    return await square.town.do(who, lambda: who.presses_data(square.town.bot, data))


async def test_two_taps_from_the_desk_lead_to_a_category_and_what_is_urgent_is_said_in_words(square):
    shown = await go(square)
    assert "4. Weapons, urgent\n5. Bullying, also online\n" in shown.text
    assert USUAL in shown.text
    assert "Back to the usual ones" not in shown.labels
    assert shown.labels[3] == "Weapons"
    weapons = await square.town.press(square.zana, "Weapons")
    for line in (
        *("Shqip: Armë", "English: Weapons", "Urgent: all who work on reports here are told at once."),
        *("No help lines are shown.", "To be read within: 2 hours", "To be answered within: 2 working days"),
        *("Usually passed on to: State Police", "No text of your own for the sender."),
    ):
        assert line in weapons.text.split("\n")
    assert weapons.labels[-2:] == ["All categories", "Coordinator's desk"]


@pytest.mark.on_both
async def test_the_first_change_makes_a_copy_and_what_others_have_stays(square):
    town = square.town
    await ensure_institution(NEIGHBOUR, town.service.database)
    other = next(n for n in await institutions(square) if n != town.institution)
    before = await known(square, institution=other)
    shown = await go(square, "Noise", "Make it urgent")
    assert "Urgent from now on: all who work on reports here are told of a new one at once" in shown.text
    assert await known(square, institution=other) == before
    mine = await known(square)
    assert [(each.code, each.label) for each in mine] == [(each.code, each.label) for each in before]
    assert [each.code for each in mine if each.urgent != next(o.urgent for o in before if o.code == each.code)] == [
        "noise"
    ]
    listed = await town.press(square.zana, "All categories")
    assert "10. Noise, urgent" in listed.text
    assert USUAL not in listed.text


async def institutions(square):
    async with square.town.service.database.reading() as work:
        return [each.id for each in await work.places.institutions()]


async def test_looking_and_changing_nothing_makes_no_copy(square):
    await go(square, "Noise", "To whom it is passed on")
    shown = await square.town.press(square.zana, "Nobody")
    assert shown.text.startswith("Noise\n\nNothing was changed.")
    assert USUAL in (await square.town.press(square.zana, "All categories")).text
    assert not [action for action in await noted(square.town) if action.startswith("categor")]


async def test_a_name_is_changed_in_one_language_and_read_in_it_at_once(square):
    town = square.town
    shown = await go(square, "Noise", "Name (Shqip)", "“ Zhurmë\n natën ”")
    assert shown.text.startswith("Noise\n\nChanged.\n\nShqip: Zhurmë natën\nEnglish: Noise\n")
    assert (await on(square, "Name (English)", "“Noise at night”")).text.startswith("Noise at night\n\nChanged.")
    assert (await one(square, "noise", Language.SQ)).label == "Zhurmë natën"
    assert (await asked(square, "Noise at night")).text.startswith("Noise at night")
    assert "New – PR-S-2023-0001: Noise at night" in (await told_then_listed(square)).labels
    assert "category name" in await noted(town)


async def told_then_listed(square):
    await on(square, "“It is loud.”", "Skip", "Send", who=square.ana)
    await square.town.say(square.zana, "/zyra")
    return await square.town.press(square.zana, "Safety reports")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("x" * 61, "This name has 61 characters. A button shows 60, and 120 can be kept at all"),
        ("x" * 3000, "This name has 3000 characters."),
        ("…", "Please write it in words."),
        ("TRAFFIC or párking", "Another category bears this name already"),
        ("something else", "Another category bears this name already"),
    ],
)
async def test_a_name_that_cannot_be_is_refused_with_the_reason_and_asked_for_again(square, words, said):
    shown = await go(square, "Noise", "Name (English)", f"“{words}”")
    assert said in shown.text
    assert "English: Noise" in shown.text
    assert shown.labels == ["Cancel"]
    assert (await one(square, "noise")).label == "Noise"
    assert (await on(square, "“Loud music”")).text.startswith("Loud music\n\nChanged.")


async def test_a_long_name_stands_whole_on_the_senders_button(square):
    name = "Zhurmë e madhe natën pranë spitalit, shkollës a shtëpive xyz"
    assert len(name) == 60
    await go(square, "Noise", "Name (English)", f"“{name}”")
    await square.town.say(square.ana, "/raporto")
    assert name in (await square.town.press(square.ana, "No")).labels


async def test_what_is_urgent_now_reaches_the_officers_and_what_is_not_waits(square):
    town, ana, zana = square.town, square.ana, square.zana
    await go(square, "Noise", "Make it urgent")
    await report(town, ana, about="Noise")
    assert "Urgent safety report PR-S-2023-0001" in town.heard(zana).text
    assert "Not urgent from now on" in (await go(square, "Noise", "Make it not urgent")).text
    before = len(town.seen(zana))
    await report(town, ana, about="Noise")
    assert "Urgent" not in texts_since(town, zana, before)


@pytest.mark.on_both
async def test_whoever_may_need_help_reads_whom_to_call_and_is_written_to_with_care_for_good(square):
    """Also once the help lines are off: what was promised to those who reported before stays so."""
    town, ana, zana = square.town, square.ana, square.zana
    assert "news for them says nothing of the matter" in (await go(square, "Noise", "Show the help lines")).text
    assert "116 111" in (await asked(square)).text
    await on(square, "“It is loud.”", "Skip", "Send", who=ana)
    assert "written to with care" in (await go(square, "Noise", "Show no help lines")).text
    assert "116 111" not in (await asked(square)).text
    await town.press(ana, "Cancel")
    await opened(square)
    await town.press(zana, "Take it in hand")
    await town.pass_time(timedelta(minutes=2))
    assert town.heard(ana).text == "There is news for you."
    assert RECEIPT not in town.heard(ana).text


@pytest.mark.parametrize(
    ("label", "answer", "line"),
    [
        ("Time to read", "4 hours", "To be read within: 4 hours"),
        ("Time to read", "“1 orë”", "To be read within: 1 hour"),
        ("Time to read", "“3 ditë pune”", "To be read within: 3 working days"),
        ("Time to answer", "5 working days", "To be answered within: 5 working days"),
        ("Time to answer", "“20 d”", "To be answered within: 20 working days"),
    ],
)
async def test_a_time_limit_is_chosen_or_written(square, label, answer, line):
    shown = await go(square, "Noise", label, answer)
    assert "Changed. It counts for reports that come from now on." in shown.text
    assert line in shown.text


@pytest.mark.parametrize("words", ["banana", "0 ditë", "1000 d", "4", "nesër"])
async def test_nonsense_is_answered_with_what_a_time_looks_like(square, words):
    shown = await go(square, "Noise", "Time to read", f"“{words}”")
    assert "That is no time that we understand." in shown.text
    assert "“2 working days”" in shown.text
    assert "Cancel" in shown.labels


async def test_an_answer_is_never_due_before_it_is_to_be_read(square):
    town, zana = square.town, square.zana
    shown = await go(square, "Noise", "Time to read", "“11 d”")
    assert "An answer cannot be due before the report is to be read." in shown.text
    assert "To be answered within: 10 working days" in shown.text
    shown = await go(square, "Noise", "Time to answer", "1 working day")
    assert "An answer cannot be due before the report is to be read." in shown.text
    shown = await on(square, "“30 hours”")
    assert "An answer cannot be due" in shown.text, "two working days may last longer than any hours"
    assert (await town.press(zana, "2 working days")).text.startswith("Noise\n\nChanged.")


@pytest.mark.on_both
async def test_a_changed_limit_counts_for_new_reports_and_those_that_are_there_keep_theirs(square):
    town, ana = square.town, square.ana
    await report(town, ana, about="Noise")
    before = (await own(square)).text
    assert "It should be read by Thursday, 22 June 2023." in before
    await go(
        square,
        "Noise",
        "Time to read",
        "1 working day",
    )
    assert (await own(square)).text == before
    assert "It should be read by Wednesday, 21 June 2023." in (await report(town, ana, about="Noise")).text
    await go(square, "Back to the usual ones", "Yes, back to the usual ones")
    assert "It should be read by Thursday, 22 June 2023." in (await report(town, ana, about="Noise")).text


@pytest.mark.parametrize(
    "change", [("Time to read", "“9 d”"), ("Delete it", "Yes, delete it")], ids=["longer", "deleted"]
)
async def test_who_hears_next_of_an_unread_report_has_as_long_as_was_said_when_it_came(square, change):
    town = square.town
    era, beni = await town.officer("Era", role=Role.DEPUTY), await town.officer("Beni", role=Role.CHAIR)
    await go(square, "Weapons")
    await report(town, square.ana, about="Weapons")
    await go(square, "Weapons", *(("Time to answer", "“9 d”") if change[0] == "Time to read" else ()), *change)
    await town.pass_time(timedelta(hours=3), timedelta(minutes=5))
    assert town.who_sees([era], WAITS) == {era.id: 1}
    await town.pass_time(timedelta(hours=3), timedelta(minutes=5))
    assert town.who_sees([beni], COUNCIL) == {beni.id: 1}


async def test_what_is_written_a_day_later_is_not_taken_for_a_name(square):
    town, zana = square.town, square.zana
    await go(square, "Noise", "Name (English)")
    town.clock.move(timedelta(days=1))
    shown = await town.say(zana, "Good morning")
    assert (await one(square, "noise")).label == "Noise"
    assert "Changed." not in shown.text


@pytest.mark.on_both
async def test_an_own_text_is_read_by_whoever_is_about_to_tell_behind_the_help_lines(square):
    words = "Telefononi 129 dhe thoni rrugën. Mos shkruani emra."
    shown = await go(square, "Bullying", "Text (Shqip)", f"“{words}”")
    assert f"Whoever is about to tell reads:\nShqip: “{words}”" in shown.text
    told = (await asked(square, "Bullying")).text
    assert told.index("116 111") < told.index(words) < told.index("What happened?"), (
        "in another language, for want of one"
    )
    await on(square, "“They wait for her.”", "Skip", who=square.ana)
    receipt = await square.town.press(square.ana, "Send")
    assert words not in receipt.text
    await go(square, "Bullying", "Text (English)", "“Call 129.”")
    told = (await asked(square, "Bullying")).text
    assert "Call 129." in told
    assert words not in told
    shown = await go(square, "Bullying", "Text (English)", "Take the text away")
    assert "English: “" not in shown.text
    await go(square, "Bullying", "Text (Shqip)", "Take the text away")
    assert words not in (await asked(square, "Bullying")).text


async def test_a_long_text_is_not_taken_and_one_of_many_lines_is_one_paragraph(square):
    shown = await go(square, "Noise", "Text (English)", f"“{'word ' * 100}”")
    assert "This has 499 characters; there is room for 400." in shown.text
    assert "English: “Call 129. Say where.”" in (await on(square, "“Call 129.\n\n\nSay where.”")).text


async def test_the_usual_recipient_is_offered_first_to_whoever_passes_a_report_on(square):
    town, zana = square.town, square.zana
    await report(town, square.ana, about="Drugs")
    await opened(square)
    asked_whom = await town.press(zana, "Pass it on")
    assert "Usually passed on to: State Police" in asked_whom.text
    assert asked_whom.labels[:3] == ["State Police", "Prosecution", "Somebody else"]
    assert "passed on\nState Police\n" in (await town.press(zana, "State Police")).text
    await go(square, "Drugs", "To whom it is passed on", "Prosecution")
    await opened(square)
    assert (await town.press(zana, "Pass it on")).labels[:3] == ["Prosecution", "State Police", "Somebody else"]
    await go(square, "Drugs", "To whom it is passed on", "Nobody")
    await opened(square)
    shown = await town.press(zana, "Pass it on")
    assert shown.labels[:3] == ["State Police", "Prosecution", "Somebody else"]
    assert "Usually" not in shown.text


@pytest.mark.on_both
@pytest.mark.parametrize("way", [("Somebody else",), ()], ids=["pressed", "written at once"])
async def test_another_office_is_named_once_and_takes_one_tap_from_then_on(square, way):
    town, zana = square.town, square.zana
    await go(square, "Environment", "To whom it is passed on", *way, "“Inspektorati i Mjedisit”")
    assert "Usually passed on to: Inspektorati i Mjedisit" in town.heard(zana).text
    await report(town, square.ana, about="Environment")
    await opened(square)
    shown = await town.press(zana, "Pass it on")
    assert shown.labels[:4] == ["Inspektorati i Mjedisit", "State Police", "Prosecution", "Somebody else"]
    assert "passed on\nInspektorati i Mjedisit\n" in (await town.press(zana, "Inspektorati i Mjedisit")).text
    await on(square, "Back")
    assert "Which office is that?" in town.heard(zana).text
    await on(square, "Back", "Inspektorati i Mjedisit")
    assert "passed on\nInspektorati i Mjedisit\n20 June 2023\n" in town.heard(zana).text
    assert "passed on – Inspektorati i Mjedisit – 20 June 2023" in (await town.press(zana, "Confirm")).text


async def test_what_is_offered_is_what_was_shown_whatever_a_colleague_changes_meanwhile(square):
    town, zana = square.town, square.zana
    era = await town.officer("Era", role=Role.DEPUTY)
    await go(square, "Environment", "To whom it is passed on", "“Inspektorati”")
    await report(town, square.ana, about="Environment")
    await opened(square)
    await town.press(zana, "Pass it on")
    await go(square, "Environment", "To whom it is passed on", "“Drejtoria”", who=era)
    await on(square, "Inspektorati")
    assert "passed on\nInspektorati\n" in town.heard(zana).text


@pytest.mark.parametrize("name", ["", "…", "x" * 121])
async def test_an_office_needs_a_name_that_fits(square, name):
    shown = await go(square, "Noise", "To whom it is passed on", "Somebody else", f"“{name or '!'}”")
    assert "That cannot be a name." in shown.text or "there is room for 120" in shown.text
    assert "Which office is that?" in shown.text


async def test_it_moves_up_and_down_and_a_second_tap_is_the_same_wish(square):
    town, zana = square.town, square.zana
    await go(square, "Noise")
    assert "Place 9 of 12 now." in (await town.press(zana, "Up")).text
    assert "Place 8 of 12 now." in (await town.press(zana, "Up")).text
    up = data_of(town.heard(zana), "Up")
    assert "Place 7 of 12 now." in (await town.press(zana, "Up")).text
    town.clock.move(timedelta(minutes=1))
    again = await presses(square, zana, up)
    assert "Place 7 of 12 now." in again.text
    assert [each.code for each in await known(square)].index("noise") == 6
    listed = await town.press(zana, "All categories")
    assert listed.text.index("7. Noise") < listed.text.index("8. Quick money")
    await town.press(zana, "Violence or threats")
    assert "Up" not in town.heard(zana).labels
    await go(square, "Something else")
    assert "Down" not in town.heard(zana).labels


@pytest.mark.on_both
async def test_a_deleted_category_is_asked_about_and_its_reports_stay_among_the_others(square):
    town, ana, zana = square.town, square.ana, square.zana
    await report(town, ana, about="Noise")
    asked_first = await go(square, "Noise", "Delete it")
    assert "Reports of it stay, and are shown and counted under “Something else”." in asked_first.text
    assert "Noise" in (await town.press(zana, "No, keep it")).text
    await town.press(zana, "Delete it")
    shown = await town.press(zana, "Yes, delete it")
    assert "Deleted: Noise" in shown.text
    assert "Noise" not in shown.labels
    assert "Category: Something else" in (await opened(square)).text
    await town.say(zana, "/zyra")
    assert f"{RECEIPT}: Something else" in (await town.press(zana, "Safety reports")).labels
    await town.say(ana, "/raporto")
    assert "Noise" not in (await town.press(ana, "No")).labels
    await close(square)
    assert "category gone" in await noted(town)


async def test_what_fits_nowhere_else_stays_and_so_does_the_last_one(square):
    town, zana = square.town, square.zana
    other = await go(square, "Something else")
    assert "Delete it" not in other.labels
    number = data_of(other, "Make it urgent").split("~")[2]
    forged = await presses(square, zana, f"kd~{town.institution}~{number}~1")
    assert "This category stays" in forged.text
    assert len(await known(square)) == 12
    await only(square, "river", "Lumi")
    river = await go(square, "Lumi")
    assert "Delete it" not in river.labels
    number = data_of(river, "Make it urgent").split("~")[2]
    assert "This category stays" in (await presses(square, zana, f"kd~{town.institution}~{number}~1")).text


async def only(square, code, label):
    """The institution has this category and no other, as an administrator may write it with `bashke rows`."""
    async with square.town.service.database.transaction() as work:
        row = f"institution,code,urgent,helps,rank\n{square.town.institution},{code},no,no,1\n"
        await work.sheets.read_in("categories", row)
        number = (await work.sheets.write_out("categories")).splitlines()[-1].partition(",")[0]
        await work.sheets.read_in("category_labels", f"category,language,label\n{number},sq,{label}\n")


async def test_where_nothing_is_for_the_rest_it_is_called_so_in_words_everywhere(square):
    """And nobody reads a bare code: not on the report, in the list, in the letter, in figures or files."""
    town, zana = square.town, square.zana
    for number in range(5):  # so many that figures name them
        await report(town, square.ana, f"Knives, {number}.", about="Weapons")
    await only(square, "river", "Lumi")
    assert "Category: Another category" in (await opened(square)).text
    await town.say(zana, "/zyra")
    assert f"{RECEIPT}: Another category" in (await town.press(zana, "Safety reports")).labels
    figures = await time_of(square)
    assert "Another category" in figures.text
    assert "other" not in re.findall(r"\w+", figures.text.replace("Another", ""))
    assert "weapons" not in figures.text
    assert "Another category" in (await town.press(zana, "CSV")).file.content.decode("utf-8-sig")
    await walk(town, zana, ("/zyra", "Safety reports", "Figures"))
    cases = (await town.press(zana, "List of reports (CSV)")).file.content.decode("utf-8-sig")
    assert "Another category" in cases
    assert "weapons" not in cases
    await town.say(zana, "/gjuha")
    await town.press(zana, "Shqip")
    await town.say(zana, "/zyra")
    await walk(town, zana, ("Raportimet e sigurisë", "Shifrat", "Ky muaj"))
    assert "Kategori tjetër" in town.heard(zana).text


@pytest.mark.on_both
async def test_a_new_category_has_a_name_in_each_language_and_stands_before_the_rest(square):
    town, ana = square.town, square.ana
    shown = await go(square, "Add a category", "“Lumi”", "“The river”")
    assert shown.text.startswith("The river\n\nIt is in the list.")
    assert [each.label for each in await known(square)][-2:] == ["The river", "Something else"]
    await report(town, ana, about="The river")
    assert "Category: The river" in (await opened(square)).text
    shown = await go(square, "Add a category", "“Pylli”", "Skip")
    assert "English: no name yet" in shown.text
    assert "Pylli" in [each.label for each in await known(square)]


async def test_a_name_that_is_taken_is_said_so_before_the_next_question(square):
    town, zana = square.town, square.zana
    shown = await go(square, "Add a category", "“zhurme”")
    assert "Another category bears this name already" in shown.text
    assert "In this language: Shqip" in shown.text
    await on(square, "“Lumi”", "“Noise”")
    assert "Another category bears this name already" in town.heard(zana).text
    assert "Shqip: Lumi\n\nIn this language: English" in town.heard(zana).text
    assert "In this language: Shqip" in (await town.press(zana, "Back")).text
    assert "This name has 61 characters" in (await on(square, f"“{'x' * 61}”")).text
    assert "Please write the name." in (await on(square, "“…”")).text
    await on(square, "“Lumi”", "Skip")
    assert len(await known(square)) == 13
    shown = await go(square, "Add a category", "Cancel")
    assert "Nothing was changed." in shown.text
    assert len(await known(square)) == 13


async def test_there_are_no_more_than_anybody_reads_through(square):
    zana = square.zana
    first = data_of(await go(square), "Add a category")
    for number in range(12):
        await go(square, "Add a category", f"“Lumi {number}”", "Skip")
    full = await go(square)
    assert len(full.buttons) < 100
    assert "Add a category" not in full.labels
    assert "no more can be added now" in (await presses(square, zana, first)).text


@pytest.mark.on_both
async def test_back_to_the_usual_ones_is_asked_about_and_undoes_all_of_it(square):
    town, zana = square.town, square.zana
    before = await known(square)
    await go(square, "Add a category", "“Lumi”", "Skip")
    await go(square, "Noise", "Make it urgent")
    await report(town, square.ana, about="Lumi")
    asked_first = await go(square, "Back to the usual ones")
    assert "All that was changed here is given up" in asked_first.text
    assert "No, keep them" in asked_first.labels
    shown = await town.press(zana, "Yes, back to the usual ones")
    assert "These are the usual categories again." in shown.text
    assert await known(square) == before
    assert "Category: Something else" in (await opened(square)).text
    again = await presses(square, zana, f"ku~{town.institution}~1")
    assert "These are the usual categories again." in again.text
    assert (await noted(town)).count("categories usual") == 1


async def test_the_second_of_two_officers_changes_what_is_there_now(square):
    town = square.town
    era = await town.officer("Era", role=Role.COORDINATOR)
    theirs = await go(square, "Noise", who=era)
    await go(square, "Violence or threats", "Delete it", "Yes, delete it")
    await go(square, "Noise", "Up", "Name (English)", "“Loud music”")
    shown = await presses(square, era, data_of(theirs, "Make it urgent"))
    assert shown.text.startswith("Loud music\n\nUrgent from now on")
    assert [each.label for each in await known(square) if each.urgent][-1] == "Loud music"
    await go(square, "Loud music", who=era)
    await town.press(era, "Name (Shqip)")
    await go(square, "Loud music", "Delete it", "Yes, delete it")
    lost = await town.say(era, "Muzikë")
    assert GONE in "\n".join(town.seen(era)[-2:])
    assert "Muzikë" not in [each.label for each in await known(square, Language.SQ)]
    assert lost.labels, "and what the words are for is asked"


async def test_every_button_of_a_category_that_is_gone_says_so(square):
    town = square.town
    era = await town.officer("Era", role=Role.COORDINATOR)
    page = await go(square, "Weapons", who=era)
    await go(square, "Weapons", "Delete it", "Yes, delete it")
    there = [button for row in page.buttons for button in row if button.data.startswith(("kv~", "ks~", "ke~", "kd~"))]
    assert len(there) > 9
    for button in there:
        assert GONE in (await presses(square, era, button.data)).text, button.text
        town.clock.move(timedelta(minutes=1))


@pytest.mark.parametrize(
    "ask", ["Name (English)", "Text (Shqip)", "Time to read", "To whom it is passed on", "Add a category"]
)
async def test_an_office_that_is_lost_in_between_ends_it(square, ask):
    town = square.town
    era = await town.officer("Era", role=Role.COORDINATOR)
    await go(square, *(() if ask == "Add a category" else ("Noise",)), ask, who=era)
    await loses_office(town, era)
    before = await known(square)
    await town.say(era, "4 orë")
    assert "Only a coordinator of this institution can do that." in "\n".join(town.seen(era)[-2:])
    assert await known(square) == before


FORGED = (
    "kl~1",
    "kv~1~10",
    "ks~1~10~urgent~1",
    "ks~1~10~order~1",
    "ke~1~10~name-sq",
    "ke~1~10~passed to",
    "kn~1",
    "kd~1~10~1",
)


@pytest.mark.parametrize("forged", [*FORGED, "ku~1~1"])
@pytest.mark.parametrize("role", [Role.ADMIN, Role.CHAIR, Role.MEMBER])
async def test_nobody_but_who_acts_there_sees_or_changes_them(square, forged, role):
    """An officer of another institution, and whoever sits on the council."""
    town = square.town
    if role is Role.ADMIN:
        await ensure_institution(NEIGHBOUR, town.service.database)
        mira = await town.officer("Mira", institution=NEIGHBOUR.name)
    else:
        mira = await town.officer("Mira", role=role)
    before = await known(square)
    shown = await presses(square, mira, forged)
    assert "Only a coordinator of this institution can do that." in shown.text
    assert await known(square) == before


@pytest.mark.parametrize(
    "forged",
    [
        *("ks~1~10~name~1", "ks~1~10~~1", "ke~1~10~name-de", "ke~1~10~order", "kv~1~9999", "kd~1~0~0", "kl~99", "kn~0"),
        *("ks~1~10~order~-5", "ks~1~10~order~99999", "ks~1~10~urgent~7"),
    ],
)
async def test_a_forged_button_breaks_nothing(square, forged, caplog):
    shown = await presses(square, square.zana, forged)
    assert "Something went wrong" not in shown.text
    assert "fault" not in caplog.text
    assert len(await known(square)) == 12


async def test_rows_of_another_institution_cannot_be_reached_through_ones_own(square):
    town = square.town
    await ensure_institution(NEIGHBOUR, town.service.database)
    mira = await town.officer("Mira", institution=NEIGHBOUR.name)
    page = await go(square, "Noise", "Make it urgent")
    number = data_of(page, "Make it not urgent").split("~")[2]
    there = next(n for n in await institutions(square) if n != town.institution)
    for forged in (f"kv~{there}~{number}", f"ks~{there}~{number}~urgent~0", f"kd~{there}~{number}~1"):
        assert GONE in (await presses(square, mira, forged)).text
    assert (await one(square, "noise")).urgent


async def test_who_acts_for_several_says_of_which(square):
    town, zana = square.town, square.zana
    await ensure_institution(NEIGHBOUR, town.service.database)
    token = await new_invitation(town.service.database, town.clock, institution=NEIGHBOUR.name, role=Role.ADMIN)
    await town.start(zana, f"ft_{token}")
    shown = await go(square)
    assert shown.text == "The categories of which institution?"
    assert shown.labels[:2] == ["Bashkia Përmet", "Bashkia Këlcyrë"]
    before = await known(square)
    shown = await on(square, "Bashkia Këlcyrë", "Noise", "Make it urgent", "All categories")
    assert "Bashkia Këlcyrë" in shown.text
    assert "10. Noise, urgent" in shown.text
    assert await known(square) == before


async def test_no_button_carries_a_code(square):
    await go(square, "Noise", "Time to read", "Cancel", "To whom it is passed on", "Cancel", "Delete it", "No, keep it")
    await go(square, "Add a category", "“Lumi”", "Skip", "All categories", "Back to the usual ones", "No, keep them")
    carried = [b.data for m in square.zana.chat().messages for row in m.buttons for b in row if b.data]
    assert [data for data in carried if CODE.search(data.replace("name-", ""))] == []


@pytest.mark.parametrize("step", ["Sorting", "Telling", "Locating", "Checking", "Naming"])
@pytest.mark.parametrize("how", ["deleted", "usual"])
@pytest.mark.on_both
async def test_a_report_that_is_begun_while_its_category_goes_loses_no_word(square, step, how):
    town, ana = square.town, square.ana
    await go(square, "Add a category", "“Lumi”", "Skip")
    begun = {
        "Sorting": ("/raporto", "“It smells.”", "No"),
        "Telling": ("/raporto", "No", "Lumi"),
        "Locating": ("/raporto", "No", "Lumi", "“It smells.”"),
        "Checking": ("/raporto", "No", "Lumi", "“It smells.”", "Skip"),
        "Naming": ("/raporto", "No", "Lumi", "“It smells.”", "Skip", "Add a name", "My real name"),
    }[step]
    await walk(town, ana, begun)
    way = ("Lumi", "Delete it", "Yes, delete it") if how == "deleted" else USUAL_AGAIN
    await go(square, *way)
    then = {
        "Sorting": "Lumi",
        "Telling": "“It smells.”",
        "Locating": "“by the mill”",
        "Checking": "Send",
        "Naming": "“Ana Lule”",
    }[step]
    shown = await on(square, then, who=ana)
    assert "The category you chose is not in the list any more. Please choose another one." in shown.text
    assert "You wrote: “It smells.”" in shown.text
    assert "Lumi" not in shown.labels
    shown = await town.press(ana, "Noise")
    shown = await town.press(ana, "Skip") if "Skip" in shown.labels else shown
    assert "It smells." in shown.text
    assert {"Locating": "Where: by the mill", "Naming": "Name: Ana Lule"}.get(step, "It smells.") in shown.text
    assert "Your number: PR-S-2023-0001" in (await town.press(ana, "Send")).text


USUAL_AGAIN = ("Back to the usual ones", "Yes, back to the usual ones")


async def test_a_tap_means_what_was_shown_when_the_order_changes_meanwhile(square):
    town, ana = square.town, square.ana
    await town.say(ana, "/raporto")
    await town.press(ana, "No")
    await go(square, "Environment", "Up")
    assert (await town.press(ana, "Noise")).text.startswith("Noise")


async def test_a_name_that_changes_before_it_is_sent_is_looked_at_once_more(square):
    town, ana = square.town, square.ana
    await tell(town, ana, about="Noise")
    await town.press(ana, "Skip")
    await go(square, "Noise", "Name (English)", "“Loud music”")
    shown = await town.press(ana, "Send")
    assert "Something has changed in the meantime. Please check it once more." in shown.text
    assert "Loud music" in shown.text
    assert "Your number: PR-S-2023-0001" in (await town.press(ana, "Send")).text


async def test_the_register_says_who_changed_what_and_not_how(square):
    town = square.town
    await go(square, "Noise", "Name (English)", "“Secret words”", "Make it urgent", "Show the help lines", "Up")
    await on(square, "Time to read", "“3 h”", "Time to answer", "“9 d”", "Text (Shqip)", "“Secret text”")
    await on(square, "To whom it is passed on", "“Secret office”", "Delete it", "Yes, delete it")
    await go(square, "Add a category", "“Secret river”", "Skip")
    await go(square, *USUAL_AGAIN)
    async with town.service.database.reading() as work:
        wanted = select(audit.c.action, audit.c.subject).where(audit.c.action.like("categor%")).order_by(audit.c.id)
        entries = (await work._connection.execute(wanted)).all()
        left = (await work._connection.execute(select(categories.c.institution))).scalars().all()
    assert [action.removeprefix("category ") for action, _ in entries] == [
        *("name", "urgent", "helps", "order", "read", "answer", "text", "passed to", "gone", "new", "categories usual"),
    ]
    assert all(re.fullmatch(r"category \d+|categories", subject) for _, subject in entries)
    assert set(left) == {None}


async def test_it_speaks_albanian(square):
    town, zana = square.town, square.zana
    await town.say(zana, "/gjuha")
    await town.press(zana, "Shqip")
    await town.say(zana, "/zyra")
    await walk(town, zana, ("Kategoritë e raportimeve", "Zhurmë", "Afati i leximit", "“4 orë”"))
    shown = town.heard(zana)
    assert "U ndryshua. Vlen për raportimet që vijnë tani e tutje." in shown.text
    assert "Lexohet brenda: 4 orë" in shown.text
    await walk(town, zana, ("Emri (Shqip)", "“tjeter”"))
    assert "Një kategori tjetër e ka tashmë këtë emër" in town.heard(zana).text


async def test_what_is_asked_outlives_a_restart(square, tmp_path):
    town, zana = square.town, square.zana
    await go(square, "Noise", "Name (English)")
    async with open_town(tmp_path, clock=town.clock, world=town.world) as again:
        shown = await again.say(zana, "Loud music")
    assert shown.text.startswith("Loud music\n\nChanged.")
