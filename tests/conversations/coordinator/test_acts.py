"""The share of acts adopted after consultation: the office says how many there were, or the report says nobody did."""

from datetime import date, time, timedelta

import pytest

from bot.taps import ONE_WISH
from handlers.views.errors import SENTENCES
from participation.clock import wall
from participation.consultations.model import Adoption, Stage
from participation.errors import Refusal, Refused
from participation.ids import ConsultationId
from participation.programme.acts import say_acts
from participation.programme.model import MOST_ACTS, ActsAdopted
from tests.conversations.coordinator.test_papers import words_of
from tests.conversations.coordinator.test_year import year

ASK = "Number of acts adopted"
NOBODY = "nuk është shënuar nga zyra: pjesa e konsultuar nuk llogaritet"


async def say(square, number):
    await year(square, ASK)
    return await square.town.say(square.zana, number)


async def report(square):
    square.town.clock.move(ONE_WISH)
    return words_of(await year(square, "Annual report"))


async def adopted(square, day=date(2023, 9, 20)):
    async with square.town.service.database.transaction() as unit:
        number = ConsultationId(1)
        await unit.consultations.adopt(number, Adoption("VKB 77", day))
        await unit.consultations.move(number, Stage.ADOPTED, was=Stage.OPEN, on=day)


async def test_with_no_number_the_report_comes_all_the_same_and_says_so_and_how_it_comes_in(square):
    words = await report(square)
    assert NOBODY in words
    offered = square.town.seen(square.zana)[-2]
    assert "nobody has said" in offered
    assert (await square.town.press(square.zana, ASK)).text.startswith("How many acts did Bashkia Përmet adopt in 2023")


async def test_the_number_gives_the_share_and_says_whence_it_came(square):
    await adopted(square)
    shown = await say(square, "3")
    assert "Acts adopted in all: 3, as said on 20 June 2023." in shown.text
    words = await report(square)
    assert (
        "Sipas zyrës (shënuar më 20 qershor 2023), akte të miratuara gjithsej gjatë vitit: 3. "
        "Pas konsultimit: 1, ose 33,33\u00a0%." in words
    )
    assert NOBODY not in words
    assert "nobody has said" not in square.town.seen(square.zana)[-2]


async def test_it_is_kept_by_year_said_anew_and_left_out_again(square):
    town, zana = square.town, square.zana
    await say(square, "12")
    assert "Acts adopted in all: 14" in (await say(square, "14")).text
    before = await year(square, "2022")
    assert "nobody has said" in before.text
    await year(square, ASK)
    shown = await town.press(zana, "Leave it out of the report")
    assert "nobody has said" in shown.text
    assert NOBODY in await report(square)


@pytest.mark.parametrize("words", ["shumë", "-3", "2.5", "0", "10000", "²", "9" * 30])
async def test_what_is_no_number_or_cannot_be_is_asked_for_again(square, words):
    await adopted(square)
    shown = await say(square, words)
    assert "Write a number, for example 42." in shown.text
    assert ("That number does not fit: either more" in shown.text) is (words in {"0", "10000"})
    shown = await square.town.say(square.zana, "1")
    assert "Acts adopted in all: 1" in shown.text


async def test_an_act_that_is_adopted_later_does_not_make_more_than_all(square):
    assert "Acts adopted in all: 0" in (await say(square, "0")).text
    assert "Pjesa nuk llogaritet: nuk ka me çfarë të krahasohet." in await report(square)
    await adopted(square)
    assert "Pjesa nuk llogaritet: numri është më i vogël se lista më sipër." in await report(square)


async def test_of_a_year_that_has_not_begun_and_for_whoever_holds_no_office_there_is_nothing(square):
    town, ana, zana = square.town, square.ana, square.zana
    assert ASK not in (await year(square, "2024")).labels
    for person, data in ((zana, "oa~1~2024"), (zana, "oa~1~1999"), (zana, "oa~99~2023"), (ana, "oa~1~2023")):
        await town.do(person, lambda person=person, data=data: person.presses_data(town.bot, data))
        assert "How many acts" not in town.heard(person).text


async def test_in_albanian_it_is_asked_in_albanian_and_outlives_a_night(square):
    town, zana = square.town, square.zana
    await town.say(zana, "/gjuha")
    await town.press(zana, "Shqip")
    await town.say(zana, "/zyra")
    await town.press(zana, "Dokumentet e vitit")
    shown = await town.press(zana, "Numri i akteve të miratuara")
    assert "Sa akte miratoi Bashkia Përmet në vitin 2023 gjithsej" in shown.text
    shown = await town.say(zana, "42")
    assert "Akte të miratuara gjithsej: 42, shënuar më 20 qershor 2023." in shown.text
    await town.until(wall(date(2023, 6, 22), time(9)), timedelta(days=1))
    async with town.service.database.transaction() as unit:
        assert await unit.calendars.acts(town.institution, 2023) == ActsAdopted(42, date(2023, 6, 20))


@pytest.mark.parametrize("number", [0, MOST_ACTS + 1])
async def test_whichever_way_a_number_cannot_be_the_one_rule_refuses_it_and_says_no_untruth(square, number):
    await adopted(square)
    async with square.town.service.database.transaction() as unit:
        by = await unit.addresses.find(square.town.bot.id, square.zana.id)
        with pytest.raises(Refused) as refused:
            await say_acts(square.town.institution, 2023, number, by=by, uow=unit, now=square.town.clock.now())
        assert await unit.calendars.acts(square.town.institution, 2023) is None
    assert refused.value.why is Refusal.ODD_NUMBER
    assert "or it is more than a year can have" in SENTENCES[refused.value.why]
