"""A page for a wall: whoever shares a consultation can take it, and the desk too; it says what is so today."""

from datetime import date, time
from io import BytesIO

import pytest
from docx import Document

from bot.taps import ONE_WISH
from participation.clock import wall
from participation.meetings.model import Venue
from participation.people.model import Language
from participation.places import TextKey
from tests.conversations.coordinator.test_papers import papers, words_of
from tests.conversations.test_meetings import move

HOUR = time(11)


async def taken(square, who=None):
    """The page, as somebody takes it who wants to share the consultation."""
    town, person = square.town, who or square.ana
    await town.say(person, "/hapur")
    await town.press(person, "Plani Social")
    await town.press(person, "Share")
    return await town.press(person, "A page to print")


async def test_whoever_shares_a_consultation_can_hang_it_on_a_wall(square):
    shown = await taken(square)
    words = words_of(shown)
    for said in (
        "BASHKIA PËRMET",
        "Plani Social 2024–2027",
        "e premte, 18 gusht 2023",
        "e martë, 25 korrik 2023, ora 11:00 – Salla e Këshillit",
        f"https://t.me/{square.town.bot.username}?start=k_1",
        "https://register.example/109",
    ):
        assert said in words
    assert "One page (A4) for a wall, in Albanian" in shown.text
    assert len(Document(BytesIO(shown.file.content)).inline_shapes) == 1


async def test_taken_twice_it_is_the_same_page(square):
    first = await taken(square)
    square.town.clock.move(ONE_WISH)
    again = await square.town.press(square.ana, "A page to print")
    assert again.message_id != first.message_id
    assert again.file.content == first.file.content


async def test_the_desk_finds_it_among_its_papers(square):
    shown = await papers(square)
    assert "A page to print" in shown.labels
    shown = await square.town.press(square.zana, "A page to print")
    assert "Plani Social 2024–2027" in words_of(shown)


async def test_its_code_opens_the_consultation_for_whoever_reads_it(square):
    words = words_of(await taken(square))
    assert "?start=k_1" in words
    shown = await square.town.start(square.ana, "k_1")
    assert "Plani Social" in shown.text


async def test_what_has_moved_hangs_where_it_is_now(square):
    town = square.town
    await move(town, square.zana, Venue(wall(date(2023, 7, 26), HOUR), "Shkolla"))
    words = words_of(await taken(square))
    assert "26 korrik 2023, ora 11:00 – Shkolla" in words
    assert "25 korrik" not in words


@pytest.mark.parametrize("key", [TextKey.ADDRESS, TextKey.HOURS])
async def test_where_the_office_is_stands_there_once_it_is_said(square, key):
    town = square.town
    assert "Sheshi i ri" not in words_of(await taken(square))
    async with town.service.database.transaction() as unit:
        await unit.places.say(town.institution, key, Language.SQ, "Sheshi i ri")
    assert "Ose në zyrë: Sheshi i ri" in words_of(await taken(square))


async def test_after_the_deadline_it_says_so_and_names_no_meeting_that_is_over(square):
    town = square.town
    await taken(square)
    town.clock.set(wall(date(2023, 8, 19), HOUR))
    words = words_of(await town.press(square.ana, "A page to print"))
    assert "Afati për komente ishte e premte, 18 gusht 2023" in words
    assert "Takimi" not in words


async def test_of_what_was_cancelled_nobody_is_invited(square):
    town, zana = square.town, square.zana
    await taken(square)
    await town.say(zana, "/zyra")
    for label in ("Consultations", "Plani Social", "Cancel the consultation"):
        await town.press(zana, label)
    await town.say(zana, "Paratë nuk u dhanë.")
    await town.press(zana, "Cancel the consultation and tell everybody")
    town.clock.move(ONE_WISH)
    words = words_of(await town.press(square.ana, "A page to print"))
    assert "u anulua" in words
    assert "Flisni" not in words
    assert "Takimi" not in words
