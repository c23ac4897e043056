"""Release by two: what one official wants to announce goes out when another one has looked at it."""

from datetime import date, time

import pytest

from participation.clock import wall
from participation.ids import ConsultationId
from tests.conversations.coordinator.notes import noted
from tests.conversations.steps import forged, publish_despite, texts_since


async def by_two(town) -> None:
    async with town.service.database.transaction() as unit:
        text = await unit.sheets.write_out("institutions")
        head, *rows = text.splitlines()
        column = head.split(",").index("by_two")
        changed = [",".join("yes" if n == column else cell for n, cell in enumerate(row.split(","))) for row in rows]
        await unit.sheets.read_in("institutions", "\n".join([head, *changed]))


@pytest.fixture
async def waiting(town, draft):
    """A notice that its coordinator has prepared, a colleague, and somebody who follows."""
    await by_two(town)
    zana, ana = await town.officer("Zana"), await town.citizen(language="English")
    await town.press(draft, "Last day")
    await town.say(draft, "18.8.2023")
    await town.press(draft, "Go on")
    await publish_despite(town, draft)
    return draft, zana, ana


async def test_it_waits_for_a_colleague_who_is_told_and_nobody_else_hears_of_it(town, waiting):
    era, zana, ana = waiting
    assert "It waits for a second coordinator" in town.heard(era).text
    assert "1 colleague was told." in town.heard(era).text
    assert "An announcement waits for you" in town.heard(zana).text
    assert not any("Plani Social" in text for text in town.seen(ana))
    assert "Waiting for a second coordinator (1)" in (await town.say(zana, "/zyra")).labels


async def test_a_colleague_sees_it_as_it_will_go_out_with_its_doubts_and_releases_it(town, waiting):
    _, zana, ana = waiting
    question = await town.press(zana, "Look at it")
    assert "Plani Social" in town.seen(zana)[-2]
    assert "1 person will get it." in question.text
    assert "The link to the official register is missing." in question.text
    await town.press(zana, "Publish despite 6 doubts")
    assert sum("Plani Social" in text for text in town.seen(ana)) == 1
    assert (await noted(town)).count("publish") == 2
    assert "does not wait" in await forged(town_square(town, zana), zana, "rr~1~x")


def town_square(town, zana):
    """What `forged` asks for: a place and somebody there."""
    return type("Place", (), {"town": town, "zana": zana})


async def test_who_has_prepared_it_cannot_release_it_by_any_button(town, waiting):
    era, zana, ana = waiting
    await town.say(era, "/zyra")
    shown = await town.press(era, "Waiting for a second coordinator")
    assert "a colleague has to release it" in shown.text
    assert not any("Publish" in label for label in shown.labels)
    await town.press(zana, "Look at it")
    mark = next(b.data for row in town.heard(zana).buttons for b in row if "Publish" in b.text)
    assert "a colleague has to release it" in await forged(town_square(town, era), era, mark)
    assert not any("Plani Social" in text for text in town.seen(ana))


async def test_what_waits_can_be_changed_or_thrown_away_by_either(town, waiting):
    era, zana, ana = waiting
    await town.press(zana, "Look at it")
    await town.press(zana, "Do not publish it")
    await town.press(zana, "Yes, do not publish it")
    await town.say(era, "/zyra")
    assert not any("Waiting" in label for label in town.heard(era).labels)
    assert not any("Plani Social" in text for text in town.seen(ana))


async def test_taken_back_as_a_draft_it_needs_another_release(town, waiting):
    era, zana, _ = waiting
    await town.press(zana, "Look at it")
    await town.press(zana, "Change it")
    await town.press(zana, "Go on")
    await publish_despite(town, zana)
    assert "It waits for a second coordinator" in town.heard(zana).text
    assert "An announcement waits for you" in town.heard(era).text


async def test_alone_one_is_told_to_invite_somebody(town, draft):
    await by_two(town)
    await town.press(draft, "Go on")
    told = await publish_despite(town, draft)
    assert "Nobody else works here yet" in told.text


async def test_what_is_released_before_its_moment_goes_out_at_it_and_not_before(town, draft):
    await by_two(town)
    zana, ana = await town.officer("Zana"), await town.citizen(language="English")
    await town.press(draft, "Go on")
    await town.press(draft, "Publish later")
    await town.say(draft, "3.7.2023 09:00")
    await publish_despite(town, draft, "Publish at that time")
    await town.until(wall(date(2023, 7, 3), time(10)))
    assert not any("Plani Social" in text for text in town.seen(ana))
    await town.press(zana, "Look at it")
    before = len(town.seen(ana))
    await town.press(zana, "Publish despite")
    assert texts_since(town, ana, before).count("Plani Social i Bashkisë Përmet") == 1


COUNTED = (
    "NJOFTIM\nBashkia Përmet fton të gjithë për konsultimin e projektvendimit për taksat vendore.\n"
    "Qëllimi: të caktohen taksat e vitit 2024.\nKomentet pranohen brenda 20 ditëve pune nga publikimi."
)


async def prepared(town, officer, text):
    await town.say(officer, "/publiko")
    await town.say(officer, text)
    await town.press(officer, "That was all")


@pytest.fixture
async def a_week_later(town, era):
    """Prepared with a counted deadline on 20 June, looked at on 27 June."""
    await by_two(town)
    zana, ana = await town.officer("Zana"), await town.citizen(language="English")
    await prepared(town, era, COUNTED)
    await town.press(era, "Go on")
    await publish_despite(town, era)
    town.clock.set(wall(date(2023, 6, 27), time(10)))
    await town.press(zana, "Look at it")
    return era, zana, ana


async def test_released_days_later_it_gives_the_days_that_the_releaser_saw_and_keeps_them(town, a_week_later):
    _, zana, ana = a_week_later
    assert "26 korrik 2023 (edhe 20 ditë pune)" in town.seen(zana)[-2]
    await publish_despite(town, zana)
    assert any("Wednesday, 26 July 2023 (20 working days left)" in text for text in town.seen(ana))
    async with town.service.database.reading() as unit:
        found = await unit.consultations.get(ConsultationId(1))
        (first,) = await unit.versions.of(ConsultationId(1))
    assert (found.terms.notice_date, found.terms.deadline) == (date(2023, 6, 27), date(2023, 7, 26))
    assert (first.day, first.terms) == (date(2023, 6, 27), found.terms)
    assert (found.owed, found.since) == (20, date(2023, 6, 27))
    await town.say(zana, "/zyra")
    await town.press(zana, "Consultations")
    page = await town.press(zana, "projektvendimit")
    assert "Notice of 27 June 2023, comments until 26 July 2023: 20 working days." in page.text


async def test_what_another_day_made_of_it_since_the_look_is_looked_at_first(town, a_week_later):
    _, zana, ana = a_week_later
    town.clock.set(wall(date(2023, 7, 3), time(10)))
    again = await town.press(zana, "Publish")
    assert "Something has changed in the meantime" in again.text
    assert not any("26 July" in text or "31 July" in text for text in town.seen(ana))
    await publish_despite(town, zana)
    assert any("31 July 2023 (20 working days left)" in text for text in town.seen(ana))


async def test_where_the_days_of_the_law_break_while_it_waits_the_releaser_says_why(town, draft):
    await by_two(town)
    zana, ana = await town.officer("Zana"), await town.citizen(language="English")
    await town.press(draft, "Last day")
    await town.say(draft, "19.7.2023")
    await town.press(draft, "Meetings")
    await town.press(draft, "25 July 2023")
    await town.press(draft, "Remove this meeting")
    await town.press(draft, "Kind")
    await town.press(draft, "Consultation before the text is written")
    await town.press(draft, "Go on")
    await publish_despite(town, draft)
    town.clock.set(wall(date(2023, 6, 22), time(10)))
    look = await town.press(zana, "Look at it")
    assert "There are only 18 working days to comment" in look.text
    asked = await town.press(zana, "Publish despite")
    assert "The law wants this, and it is not so:\n1. There are only 18 working days" in asked.text
    assert "2." not in asked.text
    refused = await town.say(zana, "!")
    assert "Please write the reason, in words" in refused.text
    assert not any("Plani Social" in text for text in town.seen(ana))
    told = await town.say(zana, "I was on leave.")
    assert "is on its way" in "".join(town.seen(zana)[-2:]) or "is on its way" in told.text
    assert any("Plani Social" in text for text in town.seen(ana))
    assert "published despite short_deadline" in await noted(town)
    async with town.service.database.reading() as unit:
        (first,) = await unit.versions.of(ConsultationId(1))
    assert "short_deadline" in first.despite
    assert "I was on leave." in first.reason


async def test_a_colleague_sees_it_first_as_it_arrives(town, waiting):
    _, zana, ana = waiting
    await town.press(zana, "Look at it")
    before, hers = len(town.seen(zana)), len(town.seen(ana))
    await town.press(zana, "Send it to me first")
    albanian, english, question = town.seen(zana)[before:]
    assert albanian.count("A test: only you see this.") == english.count("A test: only you see this.") == 1
    assert "will get it" in question
    assert len(town.seen(ana)) == hers
