"""A day on which something happened, typed without its year, is one that has been."""

from datetime import timedelta
from typing import Final

import pytest

from locales.texts import texts_in
from participation.clock import local_day
from participation.people.model import Language
from tests.conversations.states import FORUM, HELD, STATES, WANTED, walk

ALBANIAN, ENGLISH = texts_in(Language.SQ), texts_in(Language.EN)
FOUNDED: Final = (*FORUM, "Register the forum", "“Forumi”")
BY_HAND: Final = {
    "forum: a meeting": (*FOUNDED, "Write down a meeting of the forum"),
    "forum: a right": (*FOUNDED, *HELD, "The rights of the forum", "By hand: "),
}
ASKED: Final = ("hand: Dating", "file: SendingOn", "end: Adopting", *BY_HAND)


async def asked(square, where):
    if where in WANTED:
        await WANTED[where](square)
    await walk(square.town, square.zana, (STATES | BY_HAND)[where])


@pytest.mark.parametrize("where", ASKED)
@pytest.mark.parametrize("texts", [ALBANIAN, ENGLISH])
async def test_yesterday_without_its_year_is_yesterday(square, where, texts):
    await asked(square, where)
    yesterday = local_day(square.town.clock.now()) - timedelta(days=1)
    await square.town.say(square.zana, texts.short_day(yesterday).removesuffix(f" {yesterday.year}"))
    meant = next(label for label in square.town.heard(square.zana).labels if "20" in label or label == "Yes")
    assert ENGLISH.day(yesterday) in f"{square.town.heard(square.zana).text} {meant}"
    shown = await square.town.press(square.zana, meant)
    assert "not come yet" not in shown.text


@pytest.mark.parametrize("where", ASKED)
@pytest.mark.parametrize(("word", "days"), [("dje", 1), ("Ditën e djeshme", 1), ("pardje", 2), ("yesterday", 1)])
async def test_yesterday_is_understood(square, where, word, days):
    await asked(square, where)
    shown = await square.town.say(square.zana, word)
    day = local_day(square.town.clock.now()) - timedelta(days=days)
    assert ENGLISH.day(day) in "\n".join((shown.text, *shown.labels))


async def test_an_act_of_december_that_is_noted_in_march_is_of_last_year(square):
    await asked(square, "end: Adopting")
    town = square.town
    town.clock.move(timedelta(days=170))
    await walk(town, square.zana, ("/zyra",))
    await walk(town, square.zana, STATES["end: Adopting"])
    shown = await town.say(square.zana, "20 dhjetor")
    assert "2023" in "\n".join((shown.text, *shown.labels))


async def test_the_last_day_of_a_call_is_still_one_to_come(square):
    await walk(square.town, square.zana, (*FOUNDED, "Open a call"))
    today = local_day(square.town.clock.now())
    shown = await square.town.say(square.zana, ALBANIAN.short_day(today - timedelta(days=1)).rpartition(" ")[0])
    assert str(today.year + 1) in "\n".join((shown.text, *shown.labels))


async def test_tomorrow_in_full_is_a_day_for_a_meeting(square):
    await walk(square.town, square.zana, STATES["move: Timing"])
    shown = await square.town.say(square.zana, "Ditën e nesërme, ora 11:00")
    tomorrow = local_day(square.town.clock.now()) + timedelta(days=1)
    assert ENGLISH.day(tomorrow) in "\n".join((shown.text, *shown.labels))
