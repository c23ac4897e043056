"""Reports about the same thing: offered to the officer, joined and parted again, and nobody learns of anybody."""

import pytest
from sqlalchemy import select

from participation.reports.life import State
from storage.tables import reports
from tests.conversations.steps import opened, own, report
from tests.conversations.test_inbox import keep, listed, receipts

FIRST, SECOND, THIRD = (f"PR-S-2023-000{number}" for number in (1, 2, 3))
RACES = "Cars race past the school in the evening."
AGAIN = "Every evening cars are racing near the school, children are scared."


async def kept(square):
    """Where each report stands, and under which other."""
    async with square.town.service.database.reading() as unit:
        found = await unit._connection.execute(select(reports.c.state, reports.c.lead).order_by(reports.c.id))
        return [tuple(row) for row in found]


@pytest.fixture
async def two(square):
    """Two people have reported the same, and both reports were read."""
    square.beni = await square.town.citizen("Beni", "English")
    await report(square.town, square.ana, RACES)
    await report(square.town, square.beni, AGAIN)
    await opened(square, FIRST)
    square.second = await opened(square, SECOND)
    return square


async def join(square, receipt=SECOND, lead=FIRST):
    await opened(square, receipt)
    await square.town.press(square.zana, "Join to another")
    await square.town.press(square.zana, lead)
    return await square.town.press(square.zana, "Confirm")


async def do(square, receipt, *said):
    """What an officer presses about a report; what is no label is written."""
    await opened(square, receipt)
    shown = None
    for one in said:
        labels = square.town.heard(square.zana).labels
        shown = await (square.town.press(square.zana, one) if one in labels else square.town.say(square.zana, one))
    return shown


@pytest.mark.on_both
async def test_what_may_be_the_same_is_said_and_offered_and_joined_in_three_taps(two):
    town, zana = two.town, two.zana
    assert "1 report may be about the same." in two.second.text
    asked = await town.press(zana, "Join to another")
    assert asked.labels == [f"{FIRST}: Traffic or parking", "Back", "Cancel"]
    assert "school" not in str(asked.buttons)
    preview = await town.press(zana, FIRST)
    assert f"{FIRST}, of 20 June 2023:\n{RACES}" in preview.text
    assert "Neither sender learns who the other is, nor what they wrote." in preview.text
    done = await town.press(zana, "Confirm")
    assert f"Joined to {FIRST}" in done.text
    assert "joined to another report" in done.text
    assert "Join to another" not in done.labels
    first = await town.press(zana, FIRST)
    assert "1 report is joined to this one: its sender hears what is done here." in first.text
    assert "may be about the same" not in first.text
    shown = await town.press(zana, "Joined to it")
    assert shown.labels == [f"{SECOND}: Traffic or parking", "Back to the report"]


async def test_each_sender_hears_what_is_done_and_nothing_of_the_other(two):
    town, ana, beni = two.town, two.ana, two.beni
    await join(two)
    assert town.heard(beni).text == f"{SECOND} is dealt with together with others."
    before = len(town.seen(ana))
    shown = await own(two, SECOND, beni)
    assert "State: somebody is dealing with it" in shown.text
    assert "Others have reported the same. It is dealt with together." in shown.text
    preview = await do(two, FIRST, "Something was done", "The street has bumps now.")
    assert "So is the sender of 1 report that is joined to it." in preview.text
    await town.press(two.zana, "Confirm")
    assert town.heard(beni).text == f"Something was done about {SECOND}."
    assert town.heard(ana).text == f"Something was done about {FIRST}."
    assert "Something was done:\n\nThe street has bumps now." in (await own(two, SECOND, beni)).text
    for person, theirs, other, words in ((ana, FIRST, SECOND, AGAIN), (beni, SECOND, FIRST, RACES)):
        await own(two, theirs, person)
        heard = "\n".join(town.seen(person)[before:] if person is ana else town.seen(person))
        assert other not in heard
        assert words not in heard.replace(AGAIN if person is beni else RACES, "")


async def test_what_is_asked_and_noted_stays_with_the_one_it_is_about(two):
    await join(two)
    before = len(two.town.seen(two.beni))
    await do(two, FIRST, "Ask the sender", "Which street?", "Confirm")
    await do(two, FIRST, "Write a note", "Call the school.", "Confirm")
    assert len(two.town.seen(two.beni)) == before
    await do(two, SECOND, "Ask the sender", "How many cars?", "Confirm")
    assert two.town.heard(two.beni).text == f"There is a question to you about {SECOND}."
    assert "How many cars" not in "\n".join(two.town.seen(two.ana))


async def test_closed_together_each_says_whether_it_is_solved_and_stands_by_itself_then(two):
    town, ana, beni, zana = two.town, two.ana, two.beni, two.zana
    await join(two)
    await do(two, FIRST, "Close it", "Solved", "Skip", "Confirm")
    assert (town.heard(ana).text, town.heard(beni).text) == (f"{FIRST} was closed.", f"{SECOND} was closed.")
    await own(two, SECOND, beni)
    await town.press(beni, "No, look at it again")
    assert await kept(two) == [("closed", None), ("delivered", None)]
    again = await opened(two, SECOND)
    assert f"Joined to {FIRST}" not in again.text
    assert (await town.press(zana, "Join to another")).labels == ["Back", "Cancel"], "what is closed leads nothing"


async def test_parted_again_it_stands_by_itself_and_its_sender_hears_so(two):
    town, beni = two.town, two.beni
    await join(two)
    done = await do(two, SECOND, "Deal with it by itself")
    assert "State: Read, nobody deals with it yet" in done.text
    assert "Joined to" not in done.text
    assert town.heard(beni).text == f"{SECOND} is dealt with by itself again."
    await do(two, FIRST, "Close it", "Solved", "Skip", "Confirm")
    assert town.heard(beni).text == f"{SECOND} is dealt with by itself again.", "what is done there is not told here"


async def test_a_chain_has_one_head(two):
    """Whoever was joined to the one that is joined goes along."""
    town, zana = two.town, two.zana
    celi = await town.citizen("Celi", "English")
    await report(town, celi, RACES)
    await opened(two, THIRD)
    await join(two, SECOND, FIRST)
    await opened(two, FIRST)
    await town.press(zana, "Join to another")
    assert SECOND not in "\n".join(town.heard(zana).labels), "what is joined leads nothing"
    await town.press(zana, THIRD)
    await town.press(zana, "Confirm")
    shown = await opened(two, THIRD)
    assert "2 reports are joined to this one: their senders hear what is done here." in shown.text
    assert [lead for _, lead in await kept(two)] == [3, 3, None]


@pytest.mark.parametrize("typed", [FIRST, "pr-s-2023-1", "0001", "1", "2023-0001"])
async def test_a_number_can_be_written_whole_or_only_its_end(two, typed):
    await opened(two, SECOND)
    await two.town.press(two.zana, "Join to another")
    assert f"{FIRST}, of 20 June 2023:" in (await two.town.say(two.zana, typed)).text


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("the other one", "No report has this number."),
        ("77", "No report has this number."),
        ("", "Which report is about the same thing?"),
        (SECOND, "It cannot be joined to that report"),
        (THIRD, "It cannot be joined to that report"),
    ],
    ids=["words", "no such number", "empty", "itself", "not read yet"],
)
async def test_what_cannot_lead_is_answered_and_the_question_stays(two, typed, answer):
    await report(two.town, await two.town.citizen("Celi", "English"), RACES)
    await opened(two, SECOND)
    await two.town.press(two.zana, "Join to another")
    shown = await two.town.say(two.zana, typed or "\u2800")
    assert answer in shown.text
    assert "Which report is about the same thing?" in shown.text
    assert "joined" not in {state for state, _ in await kept(two)}


async def test_closed_meanwhile_by_a_colleague_it_does_not_lead_any_more(two):
    town, zana = two.town, two.zana
    era = await town.officer("Era")
    await opened(two, SECOND)
    await town.press(zana, "Join to another")
    await town.press(zana, FIRST)
    await opened(two, FIRST, era)
    for label in ("Close it", "Solved", "Skip", "Confirm"):
        await town.press(era, label)
    refused = await town.press(zana, "Confirm")
    assert "It cannot be joined to that report" in refused.text
    assert "joined" not in {state for state, _ in await kept(two)}


async def test_the_only_open_report_is_not_offered_to_be_joined(square):
    await keep(square, "noise", state=State.CLOSED)
    await report(square.town, square.ana)
    assert "Join to another" not in (await opened(square, SECOND)).labels


async def test_nobody_joins_to_a_report_of_another_institution(two):
    """Neither by its number nor by a button that was made up."""
    town, zana = two.town, two.zana
    await opened(two, SECOND)
    asked = await town.press(zana, "Join to another")
    data = next(button.data for row in asked.buttons for button in row if FIRST in button.text)
    async with town.service.database.transaction() as uow:
        other = await uow.admin.add_institution("Bashkia Gjirokastër", municipality="Gjirokastër", prefix="GJ")
        await uow._connection.exec_driver_sql(f"UPDATE reports SET institution = {other} WHERE id = 1")
    shown = await town.do(zana, lambda: zana.presses_data(town.bot, data))
    assert "It cannot be joined to that report" in shown.text
    for typed, answer in (
        (FIRST, "No report has this number."),
        ("GJ-S-2023-0002", "No report has this number."),
    ):
        assert answer in (await town.say(zana, typed)).text
    assert "joined" not in {state for state, _ in await kept(two)}


async def test_the_joined_are_in_no_view_of_what_is_open_and_are_counted_as_such(two):
    await join(two)
    shown = await listed(two)
    assert receipts(shown) == [FIRST, SECOND]
    assert "Open ones (1)" in shown.labels


async def test_whoever_cut_the_thread_is_told_nothing_and_nobody_sees_that(two):
    town, beni = two.town, two.beni
    await own(two, SECOND, beni)
    await town.press(beni, "Cut the thread to me")
    await town.press(beni, "Yes, cut it")
    before = len(town.seen(beni))
    done = await join(two)
    assert f"Joined to {FIRST}" in done.text
    await do(two, FIRST, "Close it", "Solved", "Skip", "Confirm")
    assert len(town.seen(beni)) == before


@pytest.mark.parametrize("about", ["Bullying", "A child at risk", "Weapons"])
async def test_where_it_could_be_held_against_somebody_nobody_hears_that_there_are_others(square, about):
    """Whoever hurts a child could report it, to learn whether it has told."""
    town, zana = square.town, square.zana
    square.beni = await town.citizen("Beni", "English")
    for person, words in ((square.ana, RACES), (square.beni, AGAIN)):
        await town.say(person, "/raporto")
        for label in ("No", about):
            await town.press(person, label)
        await town.say(person, words)
        await town.press(person, "Skip")
        await town.press(person, "Send")
    await opened(square, FIRST)
    await opened(square, SECOND)
    before = len(town.seen(square.beni))
    await town.press(zana, "Join to another")
    assert "The sender does not read it." in (await town.press(zana, FIRST)).text
    await town.press(zana, "Confirm")
    assert len(town.seen(square.beni)) == before
    own_page = await own(square, SECOND, square.beni)
    assert "State: somebody is dealing with it" in own_page.text
    assert "others" not in own_page.text.lower()
    assert "Joined" not in own_page.text
    await do(square, FIRST, "Something was done", "The school was told.", "Confirm")
    assert "The school was told." in (await own(square, SECOND, square.beni)).text, "what is done they hear"
