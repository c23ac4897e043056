"""A comment in another language: taken as it is, flagged, put into Albanian by the office or by its author (R23)."""

from datetime import date, time, timedelta

import pytest

from participation.clock import wall
from tests.conversations.coordinator.notes import noted
from tests.conversations.steps import comment, raw, texts_since

GREEK = "Δεν συμφωνούμε με το νέο τέλος για τα μικρά μαγαζιά."
ALBANIAN = "Nuk jemi dakord me tarifën e re për dyqanet e vogla."
RECEIPT = "PR-2023-0001"
SHOWN = "In Albanian, as {who} wrote it on 20 June 2023: " + ALBANIAN


async def opened(square, who=None):
    return await square.town.say(who or square.zana, RECEIPT)


async def greek(square):
    await comment(square.town, square.ana, GREEK)
    return await opened(square)


async def translated(square, words=ALBANIAN):
    await square.town.press(square.zana, "In Albanian…")
    await square.town.say(square.zana, words)
    return await square.town.press(square.zana, "Keep the translation")


async def asked(square, day="Tuesday, 27 June 2023"):
    await square.town.press(square.zana, "In Albanian…")
    await square.town.press(square.zana, "Ask its author")
    return await square.town.press(square.zana, day)


@pytest.mark.parametrize("words", [ALBANIAN, "Nuk jemi dakord me tarifen e re per dyqanet e vogla.", "Dakord!"])
async def test_what_is_in_albanian_is_not_flagged(square, words):
    await comment(square.town, square.ana, words)
    page = await opened(square)
    assert "another language" not in page.text
    assert "In Albanian…" not in page.labels


async def test_another_language_is_flagged_and_the_office_may_translate(square, tmp_path):
    page = await greek(square)
    assert GREEK in page.text
    assert "It seems to be in another language: Greek." in page.text
    kept = await translated(square)
    assert "It is noted." in kept.text
    assert GREEK in kept.text
    assert SHOWN.format(who="the office") in kept.text
    mine = await opened(square, square.ana)
    assert SHOWN.format(who="the office") in mine.text
    assert "Write it in Albanian" not in mine.labels
    assert (await noted(square.town)).count("comment translated") == 1
    assert ALBANIAN.encode() not in raw(tmp_path)


async def test_it_is_said_in_albanian_too(square):
    await greek(square)
    await square.town.say(square.zana, "/gjuha")
    await square.town.press(square.zana, "Shqip")
    assert "Duket se është në një gjuhë tjetër: greqisht." in (await opened(square)).text


async def test_a_translation_may_be_long_and_comes_in_pieces(square):
    await greek(square)
    await square.town.press(square.zana, "In Albanian…")
    first = await square.town.say(square.zana, "Nuk jemi dakord")
    assert "You wrote: “Nuk jemi dakord”" in first.text
    await square.town.say(square.zana, "me tarifën e re.")
    kept = await square.town.press(square.zana, "Keep the translation")
    assert "as the office wrote it on 20 June 2023: Nuk jemi dakord\nme tarifën e re." in kept.text


async def test_a_translation_that_was_a_mistake_is_taken_away(square):
    await greek(square)
    await translated(square)
    await square.town.press(square.zana, "In Albanian…")
    gone = await square.town.press(square.zana, "Take the translation away")
    assert "The translation is taken away." in gone.text
    assert ALBANIAN not in gone.text


async def test_its_author_is_asked_without_a_name_and_writes_it(square):
    town, ana = square.town, square.ana
    await greek(square)
    before = len(town.seen(ana))
    told = await asked(square)
    assert "Its author is asked here, without a name." in told.text
    assert "Its author was asked to write it in Albanian by 27 June 2023." in told.text
    letter = texts_since(town, ana, before)
    assert f"Please write it in Albanian: {RECEIPT}" in letter
    assert "what it says in Albanian" in letter
    assert "Tuesday, 27 June 2023" in letter
    await town.press(ana, "Write it in Albanian")
    await town.say(ana, ALBANIAN)
    thanks = await town.press(ana, "Keep the translation")
    assert f"Thank you. {RECEIPT} now says it in Albanian too." in thanks.text
    assert SHOWN.format(who="you") in (await town.press(ana, "Show my comment")).text
    page = await opened(square)
    assert SHOWN.format(who="its author") in page.text
    assert "was asked to write it" not in page.text
    begun = await town.press(square.zana, "In Albanian…")
    assert not {"Ask its author", "Take the translation away"} & set(begun.labels)


async def test_who_sleeps_is_asked_in_the_morning_and_nothing_waits_beside_a_name(square):
    town, ana = square.town, square.ana
    await greek(square)
    town.clock.set(wall(date(2023, 6, 20), time(23, 30)))
    before = len(town.seen(ana))
    await asked(square)
    await town.until(wall(date(2023, 6, 21), time(5)), timedelta(minutes=30))
    assert texts_since(town, ana, before) == ""
    await town.until(wall(date(2023, 6, 21), time(9)), timedelta(minutes=30))
    assert texts_since(town, ana, before).count("Please write it in Albanian") == 1


async def test_an_answer_ends_the_asking(square):
    town, ana = square.town, square.ana
    await greek(square)
    await asked(square)
    await opened(square)
    await town.press(square.zana, "Answer")
    await town.press(square.zana, "Accept")
    await town.press(square.zana, "Without a reason")
    await town.press(square.zana, "Send")
    mine = await opened(square, ana)
    assert "Write it in Albanian" not in mine.labels
    assert "was asked" not in (await opened(square)).text


async def test_words_that_were_changed_have_no_translation_any_more(square):
    town, ana = square.town, square.ana
    await greek(square)
    await translated(square)
    await opened(square, ana)
    await town.press(ana, "Change what it says")
    await town.say(ana, "Δεν θέλουμε κανένα τέλος εδώ.")
    await town.press(ana, "Send")
    assert "In Albanian, as" not in (await opened(square)).text


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("12.6.2023", "That moment is past already."),
        ("20.6.2023", "That moment is past already."),
        ("1.12.2023", "That day is too far away."),
        ("kur të mundet", "We could not read a day in that."),
    ],
)
async def test_a_day_that_cannot_be_is_refused_and_asked_again(square, typed, why):
    await greek(square)
    await square.town.press(square.zana, "In Albanian…")
    await square.town.press(square.zana, "Ask its author")
    again = await square.town.say(square.zana, typed)
    assert why in again.text
    assert "By when should its author" in again.text


async def test_of_a_comment_on_paper_the_coordinator_asks_themselves(square):
    town, zana = square.town, square.zana
    for label in ("/zyra", "Consultations", "Plani Social", "Add a comment from elsewhere", "Paper", "Today"):
        await (town.say if label.startswith("/") else town.press)(zana, label)
    await town.say(zana, GREEK)
    await town.press(zana, "Without a name")
    await town.press(zana, "Keep the comment")
    await opened(square)
    told = await asked(square)
    assert "The comment came on paper: please ask its author yourself." in told.text
    assert "by 27 June 2023" in told.text


async def test_nobody_else_writes_it(square):
    town = square.town
    await greek(square)
    await asked(square)
    stranger = await town.citizen("Beni", language="English")
    refused = await town.start(stranger, "gi~1")
    assert ALBANIAN not in refused.text


async def test_a_request_of_words_that_were_changed_leads_nowhere_and_speaks_of_no_report(square):
    town, ana = square.town, square.ana
    await greek(square)
    await asked(square)
    await opened(square, ana)
    await town.press(ana, "Change what it says")
    await town.say(ana, "Δεν θέλουμε κανένα τέλος εδώ.")
    await town.press(ana, "Send")
    told = await town.press(ana, "Write it in Albanian")
    assert "not here any more" in told.text
    assert "report has changed" not in told.text
