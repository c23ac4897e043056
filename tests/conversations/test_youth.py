"""Under sixteen: the same report in the simplest words; nothing is asked that need not be, and no age is kept."""

from dataclasses import replace
from datetime import timedelta
from itertools import product
from statistics import mean

import pytest

from participation.dockets import Docket
from participation.errors import Refusal
from participation.people.model import Language
from participation.reports import usecases
from tests.conversations.states import drafts_of, walk
from tests.conversations.steps import opened, raw, report, rows
from tests.conversations.test_reporting import sent_by

YOUNG = "I am under 16"
CHILDREN = "You can call 116 111. It is free. (ALO, the children's helpline, day and night)"
ADULT = ("criminal complaint", "coordinators", "Where is it?", "municipality", "name?", "can be punished")
"""Words of the ordinary way."""
MOST_TAPS, MOST_MESSAGES = 5, 1


async def under(square, *more):
    await walk(square.town, square.ana, ("/raporto", YOUNG, *more))
    return square.town.heard(square.ana)


async def whole(square, about="Bullying", words="They laugh at me every day."):
    """A whole report; its screens."""
    screens = [(await under(square)).text]
    for step in ("No", about, f"“{words}”", "Send"):
        await walk(square.town, square.ana, (step,))
        screens.append(square.town.heard(square.ana).text)
    return screens


@pytest.mark.on_both
async def test_somebody_under_sixteen_is_told_everything_simply(square):
    asked, kinds, told, preview, receipt = await whole(square)
    for screen in (asked, kinds, told, preview, receipt):
        assert screen.split("\n\n")[1 if screen is not kinds else 0] == CHILDREN
        assert [words for words in ADULT if words in screen] == []
    assert asked.startswith("Tell us")
    assert "If yes, call 112 now." in asked
    assert "Do not write names. Not your own either." in told
    for line in (
        "• People who work at Bashkia Përmet read it.",
        "• They do not see who you are. Telegram sees your account.",
        "• In a small town people may guess who wrote it. Leave out names.",
        "• It does not go to the police by itself. If you are in danger, whoever reads it can ask others for help.",
        "• You can talk with a grown-up you trust first.",
        "• Nobody punishes you for telling.",
    ):
        assert line in preview.splitlines()
    assert receipt.startswith("Thank you for telling us. Your number: PR-S-2023-0001")
    assert "They laugh at me every day." in (await opened(square, who=square.zana)).text


@pytest.mark.parametrize("language", ["Shqip", "English"])
async def test_its_sentences_are_short(square, language):
    town = square.town
    beni = await town.citizen("Beni", language)
    sq = language == "Shqip"
    await town.say(beni, "/raporto")
    screens = []
    for steps in (("Jam nën 16", YOUNG), ("Jo", "No"), ("Zhurmë", "Noise"), ("“Xh.”", "“Xh.”"), ("Dërgo", "Send")):
        await walk(town, beni, (steps[not sq],))
        screens.append(town.heard(beni).text)
    own = [line for text in screens for line in text.splitlines() if "116 111" not in line]
    sentences = [one for line in own for one in line.replace("?", ".").split(". ")]
    assert [one for one in sentences if len(one.split()) > 16] == []
    assert sq <= all("ju " not in one.lower() and "tuaj" not in one for one in sentences)


@pytest.mark.parametrize(
    ("about", "line"),
    [
        ("Bullying", "• Nobody punishes you for telling."),
        ("A child at risk", "• Nobody punishes you for telling."),
        ("Noise", "• Nobody punishes you for telling what is true. Making it up as a joke is not okay."),
    ],
)
async def test_of_false_alarms_nothing_is_said_where_somebody_may_be_in_need(square, about, line):
    preview = (await whole(square, about))[-2]
    assert [one for one in preview.splitlines() if "punishes" in one] == [line]


async def test_a_report_of_somebody_under_sixteen_takes_few_taps_and_one_message(square, capsys):
    """Every kind, from the menu to the receipt."""
    town, ana = square.town, square.ana
    async with town.service.database.reading() as unit:
        kinds = [kind.label for kind in await unit.places.report_categories(town.institution, Language.EN)]
    taps, messages = [], []
    for number, kind in enumerate(kinds, 1):
        await town.say(ana, "/menu")
        before = len(town.world.queries), sent_by(ana, town)
        await walk(town, ana, ("Report a danger", YOUNG, "No", kind, "“They laugh at me.”", "Send"))
        assert f"Your number: PR-S-2023-{number:04}" in town.heard(ana).text
        town.clock.move(timedelta(days=1))
        taps.append(len(town.world.queries) - before[0])
        messages.append(sent_by(ana, town) - before[1])
    with capsys.disabled():
        print(f" a report under 16: {mean(taps):.1f} taps, {mean(messages):.1f} messages on average ", end="")
    assert max(taps) <= MOST_TAPS
    assert max(messages) <= MOST_MESSAGES


async def test_the_first_screen_has_one_button_more_and_no_word(square):
    asked = await square.town.say(square.ana, "/raporto")
    assert asked.text == "Report a danger\n\nIs somebody in danger right now? If so, call 112 now."
    assert asked.labels == ["Yes, right now", "No", YOUNG, "Cancel"]


TYPED = [
    ("Shqip", ("nën 16", "jo", "bullizem", "Më tallin.", "dërgo"), "Na trego"),
    ("Shqip", ("Jam 14 vjeç", "jo", "zhurme", "Bërtasin.", "po"), "Na trego"),
    ("English", ("under 16", "no", "bullying", "They laugh.", "send"), "Tell us"),
    ("English", ("I am 13", "no", "noise", "They shout.", "yes"), "Tell us"),
]


@pytest.mark.parametrize(("language", "words", "title"), TYPED)
async def test_all_of_it_can_be_typed(square, language, words, title):
    town = square.town
    beni = await town.citizen("Beni", language)
    await town.say(beni, "/raporto")
    assert (await town.say(beni, words[0])).text.startswith(title)
    for one in words[1:]:
        await town.say(beni, one)
    assert "PR-S-2023-0001" in town.heard(beni).text
    assert words[0] not in (await opened(square, who=square.zana)).text


@pytest.mark.parametrize("words", ["I am 16", "jam 45 vjeç", "under 18"])
async def test_who_is_older_is_asked_as_everybody(square, words):
    await square.town.say(square.ana, "/raporto")
    assert (await square.town.say(square.ana, words)).text.startswith("Report a danger")


@pytest.mark.parametrize("way", ["first", "held"])
async def test_an_age_among_other_words_is_heard_and_the_words_are_kept(square, way):
    town, ana = square.town, square.ana
    words = "They hit me. I am 13 years old."
    if way == "first":
        await town.say(ana, "/raporto")
        asked = await town.say(ana, words)
    else:
        await town.say(ana, words)
        asked = await town.press(ana, "Report a danger")
    assert asked.text.startswith("Tell us")
    assert f"Your words: “{words}”" in asked.text


async def test_an_age_alone_that_was_said_before_is_no_part_of_the_story(square):
    town, ana = square.town, square.ana
    await walk(town, ana, ("“jam 14 vjeç”", "“They hit me.”", "Report a danger"))
    assert town.heard(ana).text.startswith("Tell us")
    await walk(town, ana, ("No", "Noise", "Send"))
    shown = (await opened(square, who=square.zana)).text
    assert "They hit me." in shown
    assert "14" not in shown


async def test_that_somebody_is_under_sixteen_is_kept_nowhere(square, tmp_path):
    """What is kept of two reports is the same, and the draft is gone; the same person is asked as everybody later."""
    town, ana = square.town, square.ana
    beni = await town.citizen("Beni", "English")
    await whole(square, "Noise", "They shout.")
    await report(town, beni, "They shout.", "Noise")
    async with town.service.database.reading() as unit:
        kept = [await unit.reports.get(one) for one in sorted(await unit.reports.of([Docket(town.institution)]))]
    assert len(kept) == 2
    assert kept[0].account == kept[1].account
    assert rows(tmp_path, "drafts") == []
    one, other = await profile(town, ana), await profile(town, beni)
    assert one == replace(other, id=one.id)
    for trace in (b"young", b"simple", b"under 16"):
        assert trace not in raw(tmp_path)
    assert (await town.say(ana, "/raporto")).text.startswith("Report a danger")
    mine = await walk_to_own(square)
    assert "Say who I am" in mine.labels


async def walk_to_own(square):
    await square.town.say(square.ana, "/te_miat")
    return await square.town.press(square.ana, "PR-S-2023-0001")


async def test_after_an_hour_it_is_forgotten(square):
    town, ana = square.town, square.ana
    await under(square, "No", "Noise", "“They shout.”")
    await town.pass_time(timedelta(hours=1))
    assert await drafts_of(town, ana) == ""
    assert (await town.say(ana, "/raporto")).text.startswith("Report a danger")


async def test_neither_place_nor_name_is_asked_for_and_a_place_is_taken(square):
    town, ana, zana = square.town, square.ana, square.zana
    preview = await under(square, "No", "Noise", "“They shout.”")
    assert preview.labels == ["Send", "Tell it again", "Cancel"]
    pinned = await town.do(ana, lambda: ana.sends_location(town.bot, 40.2345678, 20.3512345))
    assert "Where: the point you sent on the map, to about a kilometre" in pinned.text
    assert pinned.labels == ["Send", "Tell it again", "Show the street", "Cancel"]
    assert "and by the school" in (await town.say(ana, "and by the school")).text
    await town.press(ana, "Send")
    shown = (await opened(square, who=zana)).text
    assert "Where: 40.23, 20.35\n" in shown
    assert "No name was given." in shown


@pytest.mark.parametrize("name", ["sign", "unsign", "back"])
async def test_no_other_button_leads_to_a_name_or_a_unit(square, name):
    """Whatever is carried by the stamp of this very screen."""
    town, ana = square.town, square.ana
    preview = await under(square, "No", "Noise", "“They shout.”")
    labels = list(preview.labels)
    data = preview.buttons[0][0].data.replace("~send", f"~{name}")
    assert data != preview.buttons[0][0].data
    shown = await town.do(ana, lambda: ana.presses_data(town.bot, data, message=preview))
    assert shown.labels == labels


async def test_a_name_and_a_unit_of_before_are_left_out(square):
    town, ana = square.town, square.ana
    await walk(
        town, ana, ("/raporto", "No", "Noise", "“They shout.”", "Petran", "Add a name", "A made-up name", "“Zog”")
    )
    await under(square, "No", "Noise", "Send")
    shown = (await opened(square, who=square.zana)).text
    assert "No name was given." in shown
    assert "No place was given." in shown
    assert "They shout." in shown


async def test_one_tap_back_leads_to_the_ordinary_way(square):
    await under(square)
    back = await square.town.press(square.ana, "Back")
    assert back.text.startswith("Report a danger")
    await walk(square.town, square.ana, ("No", "Noise", "“They shout.”"))
    assert "Where is it?" in square.town.heard(square.ana).text


async def test_back_leads_through_every_step_and_loses_no_word(square):
    town, ana = square.town, square.ana
    await under(square, "No", "Noise", "“They shout.”", "Tell it again")
    assert "Keep what I had written" in town.heard(ana).labels
    assert "What is it about?" in (await town.press(ana, "Back")).text
    assert (await town.press(ana, "Back")).text.startswith("Tell us")
    assert (await town.press(ana, "Back")).text.startswith("Report a danger")
    await walk(town, ana, (YOUNG, "No", "Bullying", "Keep what I had written"))
    assert "They shout." in town.heard(ana).text


@pytest.mark.parametrize("said", ["Yes, right now", "“po”", "“yes”"])
async def test_in_danger_it_ends_with_numbers_and_nothing_is_kept(square, tmp_path, said):
    """There the number that sends somebody is first."""
    called = await under(square, said)
    numbers = [line.partition(" – ")[0] for line in called.text.splitlines() if " – " in line]
    assert numbers[0] == "112"
    assert "116 111" in numbers
    assert "Go to a grown-up you trust. We have kept nothing." in called.text
    assert rows(tmp_path, "drafts") == rows(tmp_path, "reports") == []


async def test_words_that_sound_like_danger_bring_the_numbers_up_again(square):
    *_, preview, receipt = await whole(square, "Noise", "He has a knife, he beats me now")
    for screen in (preview, receipt):
        assert screen.index(CHILDREN) < screen.index("Is it happening now? Then call first.") < screen.index("\n129 – ")


@pytest.mark.on_both
async def test_where_no_home_is_known_only_the_town_is_asked_and_not_kept(town, tmp_path):
    """A newcomer too: no profile comes of it."""
    await town.officer("Zana")
    ana = town.newcomer(language="en")
    await town.start(ana)
    await walk(town, ana, ("English", "Not now", "Report a danger", YOUNG, "No"))
    asked = town.heard(ana)
    assert "Which town is it? Somebody there will read it." in asked.text
    before = await profile(town, ana)
    assert before.municipality is None
    await walk(town, ana, ("“permeti”", "Bullying", "“They laugh.”", "Send"))
    assert "Your number: PR-S-2023-0001" in town.heard(ana).text
    assert await profile(town, ana) == before
    async with town.service.database.reading() as unit:
        assert not await unit.people.places(before.id)


async def profile(town, person):
    async with town.service.database.reading() as unit:
        return await unit.people.get(await unit.addresses.find(town.bot.id, person.id))


@pytest.mark.parametrize("simple", [False, True])
async def test_no_report_writes_a_profile(square, simple):
    before = await profile(square.town, square.ana)
    if simple:
        await whole(square)
    else:
        await report(square.town, square.ana)
    assert await profile(square.town, square.ana) == before


@pytest.mark.parametrize("why", [Refusal.TOO_OFTEN, Refusal.CROWDED])
async def test_where_no_more_is_taken_it_is_said_simply(square, monkeypatch, why):
    monkeypatch.setattr(usecases, "MOST_OF_ONE" if why is Refusal.TOO_OFTEN else "MOST_OF_ALL", 0)
    kind = () if why is Refusal.TOO_OFTEN else ("Noise",)
    refused = await under(square, "“They hit me.”", "No", *kind)
    assert "Nobody can read more today. Try again tomorrow.\nNothing was sent." in refused.text
    assert "This is what you wrote:\nThey hit me." in refused.text
    assert CHILDREN in refused.text


async def test_where_nobody_takes_reports_it_is_said_simply(town):
    ana = await town.citizen(language="English", place="Has")
    await walk(town, ana, ("/raporto", YOUNG, "No"))
    assert "Nobody in your town can read this here now.\nNothing was sent." in town.heard(ana).text


async def test_where_the_childrens_line_is_no_row_no_other_number_takes_its_place(square):
    town = square.town
    async with town.service.database.transaction() as uow:
        await uow._connection.exec_driver_sql("DELETE FROM emergency_numbers WHERE number = '116 111'")
    assert "You can call" not in (await under(square)).text


async def test_files_and_names_are_pointed_out(square):
    town, ana = square.town, square.ana
    await under(square, "No", "Noise", "“Agim Hoxha shouts.”")
    assert "• You wrote a name: “Agim Hoxha”. Better leave it out." in town.heard(ana).text
    await town.do(ana, lambda: ana.sends_voice(town.bot))
    assert "• Your voice or a photo can show who you are." in town.heard(ana).text


async def test_cancel_is_at_hand_at_every_step(square, tmp_path):
    steps = ("No", "Noise", "“They shout.”")
    for number, cancel in product(range(len(steps) + 1), ("Cancel",)):
        await under(square, *steps[:number])
        assert "Nothing was sent" in (await square.town.press(square.ana, cancel)).text
        assert rows(tmp_path, "drafts") == rows(tmp_path, "reports") == []
