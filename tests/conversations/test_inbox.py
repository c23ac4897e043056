"""Looking through the safety reports on a phone: what is new first, and at most two taps to a part of them."""

import re

import pytest
from sqlalchemy import delete, select

from participation.ids import ReportId, UnitId
from participation.reports.life import State
from participation.reports.model import Account, NewReport, Spot
from storage.tables import categories, category_labels
from tests.conversations.steps import report

LIMIT = 64
"""Bytes of a button (Bot API, `callback_data`)."""


async def keep(square, *kinds, state=State.SEEN, units=()):
    """So many reports of somebody are there, one of each kind and at these places, and nobody had to write them."""
    town = square.town
    async with town.service.database.transaction() as work:
        author = await work.addresses.person_at(town.bot.id, 999)
        for place, kind in enumerate(kinds):
            number = await work.places.next_receipt(town.institution, "reports", 2023)
            account = Account(kind, "Cars race past the school.", spot=Spot(dict(enumerate(units)).get(place)))
            on = town.clock.now().date()
            new = NewReport(f"PR-S-2023-{number:04}", town.institution, author, account, on, urgent=False)
            await work.reports.move(await work.reports.add(new), state, officer=None, on=on)


async def units_of(square) -> list[UnitId]:
    async with square.town.service.database.reading() as work:
        home = (await work.places.institution(square.town.institution)).municipality
        return [unit.id for unit in await work.places.units(home)]


async def listed(square):
    await square.town.say(square.zana, "/zyra")
    return await square.town.press(square.zana, "Safety reports")


async def work_on(square, receipt, *labels):
    await listed(square)
    for label in (receipt, *labels):
        await square.town.press(square.zana, label)


async def asks(square, data):
    """What comes of a button of an older message."""
    return await square.town.do(square.zana, lambda: square.zana.presses_data(square.town.bot, data))


def receipts(message) -> list[str]:
    return [found[0] for label in message.labels if (found := re.search(r"PR-S-2023-\d{4}", label))]


@pytest.mark.on_both
async def test_the_newest_unread_report_is_one_tap_away_and_the_views_say_how_many(square):
    town, zana = square.town, square.zana
    await keep(square, "noise", "traffic", state=State.CLOSED)
    await keep(square, "noise", "noise")
    await keep(square, "traffic", state=State.HANDED_OVER)
    await report(town, square.ana)
    shown = await listed(square)
    assert shown.labels[0] == "New – PR-S-2023-0006: Traffic or parking"
    assert shown.text == "Safety reports\n\n1 report has something new."
    assert shown.labels[6:] == [
        *("New ones (1)", "Nobody's (3)", "Open ones (4)", "Closed or joined (2)", "By category", "By area"),
        *("Figures", "Coordinator's desk"),
    ], "nothing is in one's own hands, so there is no button for it"
    closed = await town.press(zana, "Closed or joined")
    assert closed.text == "Safety reports: Closed or joined\n\n2 reports"
    assert receipts(closed) == ["PR-S-2023-0002", "PR-S-2023-0001"]
    await town.press(zana, "All reports")
    assert receipts(await town.press(zana, "Open ones")) == [f"PR-S-2023-000{n}" for n in (6, 5, 4, 3)]


async def test_a_view_that_is_all_there_is_has_no_button(square):
    await report(square.town, square.ana)
    shown = await listed(square)
    assert shown.labels == ["New – PR-S-2023-0001: Traffic or parking", "Figures", "Coordinator's desk"]


async def test_what_one_takes_is_ones_own_until_it_is_closed(square):
    town, zana = square.town, square.zana
    await keep(square, "noise")
    await report(town, square.ana)
    await work_on(square, "PR-S-2023-0002", "Take it in hand")
    await listed(square)
    assert receipts(await town.press(zana, "Mine (1)")) == ["PR-S-2023-0002"]
    await work_on(square, "PR-S-2023-0002", "Close it", "Solved", "Skip", "Confirm")
    emptied = await asks(square, "qi~mine~0~0~0")
    assert emptied.text == "Safety reports: Mine\n\nThere is nothing here now."
    assert emptied.labels == ["All reports", "Coordinator's desk"]


@pytest.mark.on_both
async def test_two_taps_lead_to_a_category_or_an_area_and_one_back(square):
    town, zana = square.town, square.zana
    here, there = (await units_of(square))[:2]
    await keep(square, "noise", "noise", "traffic", "weapons", units=(here, there, here))
    everything = [*(await listed(square)).labels]
    asked = await town.press(zana, "By category")
    assert asked.text == "Safety reports\n\nWhich category?"
    assert asked.labels == ["Weapons (1)", "Traffic or parking (1)", "Noise (2)", "Back"]
    assert "noise" not in str(asked.buttons), "Telegram keeps what buttons carry"
    noise = await town.press(zana, "Noise (2)")
    assert noise.text == "Safety reports: Noise\n\n2 reports"
    assert receipts(noise) == ["PR-S-2023-0002", "PR-S-2023-0001"]
    assert "By category" not in noise.labels
    areas = [*(await town.press(zana, "By area")).labels]
    assert len(areas) == 3, "two areas, and the way back"
    both = await town.press(zana, areas[0])
    assert both.text == f"Safety reports: Noise, {areas[0].removesuffix(' (1)')}\n\n1 report"
    assert receipts(both) == ["PR-S-2023-0001"]
    assert (await town.press(zana, "All reports")).labels == everything
    assert (await town.press(zana, "By area")).labels[0] == "No area given (1)"
    nowhere = await town.press(zana, "No area given")
    assert (nowhere.text, receipts(nowhere)) == ("Safety reports: No area given\n\n1 report", ["PR-S-2023-0004"])
    await town.press(zana, "All reports")
    await town.press(zana, "By area")
    assert (await town.press(zana, "Back")).labels == everything


async def test_a_category_of_a_view_is_of_that_view(square):
    town, zana = square.town, square.zana
    await keep(square, "noise", "noise", "traffic", state=State.CLOSED)
    await keep(square, "noise", "traffic")
    await listed(square)
    await town.press(zana, "Closed or joined (3)")
    assert (await town.press(zana, "By category")).labels == ["Traffic or parking (1)", "Noise (2)", "Back"]
    shown = await town.press(zana, "Noise (2)")
    assert shown.text == "Safety reports: Closed or joined, Noise\n\n2 reports"
    assert receipts(shown) == ["PR-S-2023-0002", "PR-S-2023-0001"]


async def test_the_next_page_is_of_the_same_part_and_after_a_deletion_there_still_is_a_last_one(square):
    town, zana = square.town, square.zana
    await keep(square, *["noise"] * 7, "weapons", "weapons")
    await listed(square)
    await town.press(zana, "By category")
    first = await town.press(zana, "Noise (7)")
    assert len(receipts(first)) == 6
    assert max(len(button.data) for row in first.buttons for button in row) <= LIMIT
    more = next(button.data for row in first.buttons for button in row if button.text == "More")
    last = await town.press(zana, "More")
    assert (last.text, receipts(last)) == ("Safety reports: Noise\n\n7 reports", ["PR-S-2023-0001"])
    assert (await town.press(zana, "Back")).text == "Safety reports: Noise\n\n7 reports"
    async with town.service.database.transaction() as work:
        await work.reports.bury(ReportId(1), on=town.clock.now().date())
    for _ in range(2):
        again = await asks(square, more)
        assert again.text == "Safety reports: Noise\n\n6 reports"
        assert len(receipts(again)) == 6


async def test_a_list_takes_the_place_of_a_list_and_never_of_anything_else(square):
    town, zana = square.town, square.zana
    await keep(square, "noise", "weapons", state=State.CLOSED)
    await keep(square, "noise")
    await listed(square)
    before = sent(square)
    for label in ("Closed or joined", "By category", "Noise", "All reports", "Open ones", "All reports"):
        await town.press(zana, label)
    assert sent(square) == before
    await town.press(zana, "PR-S-2023-0003")
    await town.press(zana, "All reports")
    assert sent(square) == before + 2, "the report is still there to be read"


def sent(square) -> int:
    """How many messages there are on the phone."""
    return sum(message.direction == "out" for message in square.zana.chat(square.town.bot).messages)


async def test_a_report_whose_category_or_area_is_gone_is_found_all_the_same(square):
    town, zana = square.town, square.zana
    here = (await units_of(square))[0]
    await keep(square, "noise", "weapons", "dragons", units=(here, UnitId(10_000)))
    await listed(square)
    await town.press(zana, "By category")
    assert receipts(await town.press(zana, "Something else (1)")) == ["PR-S-2023-0003"]
    await town.press(zana, "All reports")
    await town.press(zana, "By area")
    assert receipts(await town.press(zana, "No area given (2)")) == ["PR-S-2023-0003", "PR-S-2023-0002"]


async def test_a_button_for_a_category_that_was_deleted_says_so_and_nothing_is_lost(square):
    town, zana = square.town, square.zana
    await keep(square, "noise", "weapons")
    await listed(square)
    asked = await town.press(zana, "By category")
    noise = next(button.data for row in asked.buttons for button in row if button.text == "Noise (1)")
    async with town.service.database.transaction() as work:
        kept = select(categories.c.id).where(categories.c.code == "weapons")
        await work._connection.execute(delete(category_labels).where(category_labels.c.category.not_in(kept)))
        await work._connection.execute(delete(categories).where(categories.c.code != "weapons"))
    gone = await asks(square, noise)
    assert gone.text == "What you chose is not in the list any more. The reports themselves are still here."
    assert receipts(await town.press(zana, "All reports")) == ["PR-S-2023-0002", "PR-S-2023-0001"]
    await town.press(zana, "By category")
    assert receipts(await town.press(zana, "Another category (1)")) == ["PR-S-2023-0001"]
    for forged in ("qi~all~0~99999~0", "qk~all~99999", "qu~all~99"):
        assert "not in the list any more" in (await asks(square, forged)).text
    for forged in ("qi~nothing~0~0~0", "qk~~0", "qu~nothing~0"):
        assert "not here any more" in (await asks(square, forged)).text


async def test_a_button_means_its_category_wherever_that_stands_by_now(square):
    """The first change copies everybody's rows, and the copy stands in another order."""
    town, zana = square.town, square.zana
    await keep(square, "noise", "weapons")
    await listed(square)
    asked = await town.press(zana, "By category")
    weapons, noise = (b.data for row in asked.buttons for b in row if b.text in {"Noise (1)", "Weapons (1)"})
    await town.say(zana, "/zyra")
    for label in (
        "Categories of reports",
        "Noise",
        "Up",
        "Up",
        "All categories",
        "Weapons",
        "Delete it",
        "Yes, delete it",
    ):
        await town.press(zana, label)
    assert (await asks(square, noise)).text == "Safety reports: Noise\n\n1 report"
    assert "not in the list any more" in (await asks(square, weapons)).text


async def test_it_speaks_albanian(square):
    town, zana = square.town, square.zana
    await keep(square, "noise", "noise", state=State.CLOSED)
    await keep(square, "weapons")
    await town.say(zana, "/gjuha")
    await town.press(zana, "Shqip")
    await town.say(zana, "/zyra")
    shown = await town.press(zana, "Raportimet e sigurisë")
    assert {"Pa përgjegjës (1)", "Të hapura (1)", "Të mbyllura a të bashkuara (2)", "Sipas kategorisë"} <= set(
        shown.labels
    )
    await town.press(zana, "Të mbyllura a të bashkuara (2)")
    await town.press(zana, "Sipas kategorisë")
    assert (
        await town.press(zana, "Zhurmë (2)")
    ).text == "Raportimet e sigurisë: Të mbyllura a të bashkuara, Zhurmë\n\n2 raportime"


async def test_of_another_institution_nothing_is_listed(square):
    """Whoever only sits on the council, or is nobody, presses in vain."""
    town = square.town
    await keep(square, "noise", "weapons")
    beni = await town.citizen("Beni", "English")
    for data in ("qi~all~0~0~0", "qk~all~0", "qu~all~0", "qi~mine~1~1~1"):
        told = await town.do(beni, lambda data=data: beni.presses_data(town.bot, data))
        assert "Only a coordinator" in told.text
