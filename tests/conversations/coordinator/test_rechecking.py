"""A correction is no way round the law: what it passes over is asked about, kept, and told in the report."""

from datetime import date, time, timedelta

from participation.clock import wall
from participation.ids import ConsultationId
from participation.paperwork.reporting import report_of
from tests.conversations.coordinator.notes import noted
from tests.conversations.coordinator.test_life import managed
from tests.conversations.steps import publish_despite, texts_since
from tests.town import announce

LAW = "The law wants this, and it is not so:"
ONE = ConsultationId(1)


async def taken_up(square, title="Plani Social"):
    await managed(square, title)
    return await square.town.press(square.zana, "Correct it or add to it")


async def emptied(square, part):
    await square.town.press(square.zana, part)
    return await square.town.press(square.zana, "Leave it empty")


async def new_meeting(square, words, place="Shkolla e Petranit"):
    await square.town.press(square.zana, "Meetings")
    await square.town.press(square.zana, "Add a meeting")
    await square.town.say(square.zana, words)
    return await square.town.say(square.zana, place)


async def versions(square, consultation=ONE):
    async with square.town.service.database.reading() as unit:
        return await unit.versions.of(consultation)


async def passed_over_in_the_report(square, consultation=ONE):
    town = square.town
    async with town.service.database.transaction() as unit:
        by = await unit.addresses.find(town.bot.id, square.zana.id)
        report = await report_of(consultation, link="", by=by, uow=unit, now=town.clock.now())
    return [(each.rule, each.reason) for each in report.overridden]


async def test_what_the_law_wants_is_not_taken_out_by_one_tap(square):
    town, ana, zana = square.town, square.ana, square.zana
    await taken_up(square)
    await emptied(square, "What is decided")
    review = await emptied(square, "E-mail")
    assert "We did not find what is being decided and why." in review.text
    asked = await town.press(zana, "Go on")
    assert asked.text.startswith(LAW)
    assert "There is neither an e-mail nor a phone number." in asked.text
    assert "There was a slip of the pen." not in asked.labels
    before = len(town.seen(ana))
    await town.say(zana, "They were not right.")
    await town.press(zana, "Change it and tell everybody")
    assert "Reason: They were not right." in texts_since(town, ana, before)
    assert (await versions(square))[-1].despite == ("no_purpose", "no_contact")
    reason = "They were not right."
    assert await passed_over_in_the_report(square) == [("no_purpose", reason), ("no_contact", reason)]
    assert "published despite no_purpose" in await noted(town)


async def test_a_meeting_too_soon_that_is_added_owes_a_reason_though_it_only_adds(square):
    town, zana = square.town, square.zana
    await taken_up(square)
    await new_meeting(square, "23.6.2023, 17:00")
    asked = await town.press(zana, "Go on")
    assert asked.text.startswith(f"{LAW}\n1. The meeting is only 3 working days away")
    assert "Why is it done all the same?" in asked.text
    shown = await town.say(zana, "The minister comes.")
    assert "will be told" in shown.text
    assert (await town.press(zana, "Back")).text.startswith(LAW)
    await town.say(zana, "The minister comes.")
    await town.press(zana, "Change it and tell everybody")
    assert await passed_over_in_the_report(square) == [("meeting_too_soon", "The minister comes.")]


async def test_a_meeting_that_was_announced_in_time_is_not_too_soon_because_its_day_is_near(square):
    town, zana = square.town, square.zana
    town.clock.set(wall(date(2023, 7, 20), time(10)))
    review = await taken_up(square)
    assert "working days away" not in review.text
    await town.press(zana, "Whom it touches")
    await town.say(zana, "Familjet.")
    assert "Above is what everybody will read." in (await town.press(zana, "Go on")).text


async def test_a_meeting_that_another_day_makes_too_soon_is_asked_about_before_it_is_sent(square):
    town, ana, zana = square.town, square.ana, square.zana
    await taken_up(square)
    await new_meeting(square, "19.7.2023, 17:00")
    assert "Above is what everybody will read." in (await town.press(zana, "Go on")).text
    before = len(town.seen(ana))
    town.clock.move(timedelta(days=1))
    asked = await town.press(zana, "Change it and tell everybody")
    assert LAW in asked.text
    assert "Shkolla e Petranit" not in texts_since(town, ana, before)


async def test_more_than_forty_working_days_are_given_with_a_word_and_noted(square):
    town, zana = square.town, square.zana
    await managed(square)
    await town.press(zana, "Give more time")
    asked = await town.say(zana, "1.9.2023")
    assert asked.text.startswith(f"{LAW}\n1. That gives 52 working days to comment, until Friday, 1 September 2023")
    await town.say(zana, "It is a hard matter.")
    await town.press(zana, "Change it and tell everybody")
    assert await passed_over_in_the_report(square) == [("long_deadline", "It is a hard matter.")]
    review = await taken_up(square)
    assert "extended to 40" not in review.text


async def test_time_that_is_still_short_after_it_was_extended_passes_no_rule_over_once_more(square):
    town, zana = square.town, square.zana
    await announce(town, zana, title="Taksat", deadline=date(2023, 7, 5))
    await managed(square, "Taksat")
    await town.press(zana, "Give more time")
    assert LAW not in (await town.say(zana, "10.7.2023")).text


async def test_the_doubts_in_spite_of_which_it_was_published_still_stand_and_can_be_mended(town, draft):
    ana = await town.citizen(language="English")
    await town.press(draft, "Go on")
    await publish_despite(town, draft)
    await town.say(draft, "/zyra")
    await town.press(draft, "Consultations")
    await town.press(draft, "Plani Social")
    review = await town.press(draft, "Correct it or add to it")
    assert "The last day for comments is missing." in review.text
    assert "Ë where a W was meant" in review.text
    assert "We know of no law 146/2012" in review.text
    await town.press(draft, "Correct Ë to W")
    asked = await town.press(draft, "Go on")
    assert LAW not in asked.text
    await town.press(draft, "There was a slip of the pen.")
    before = len(town.seen(ana))
    await town.press(draft, "Change it and tell everybody")
    assert "orkshop" in texts_since(town, ana, before)


async def test_announced_meetings_are_said_to_be_elsewhere(square):
    await taken_up(square)
    shown = await square.town.press(square.zana, "Meetings")
    assert "under “Meetings ahead”" in shown.text
    assert "No meeting is planned" not in shown.text


async def test_a_day_that_takes_time_away_is_neither_offered_nor_taken(square):
    town, zana = square.town, square.zana
    await taken_up(square)
    asked = await town.press(zana, "Last day")
    assert not any("20 working days" in label for label in asked.labels)
    refused = await town.say(zana, "19.7.2023")
    assert "the last day can only come later" in refused.text
    assert "Until which day may people comment?" in refused.text
    taken = await town.say(zana, "25.8.2023")
    assert "The last day for comments is now Friday, 25 August 2023." in taken.text
