"""What was kept for later can be seen, sent at once, changed, or called off."""

from datetime import date, time, timedelta

import pytest

from bot.setup import FirstInstitution, ensure_institution
from bot.taps import ONE_WISH
from participation.clock import wall
from participation.ids import ConsultationId
from tests.conversations.coordinator.notes import noted
from tests.conversations.steps import publish_despite, schedule
from tests.town import announce


@pytest.fixture
async def kept(town, draft):
    """The coordinator has kept the announcement for the next working morning."""
    await keep_for_the_morning(town, draft)
    return draft


async def keep_for_the_morning(town, draft):
    await town.press(draft, "Go on")
    await town.press(draft, "Publish later")
    await town.press(draft, "Wednesday, 21 June 2023, 09:00")
    await publish_despite(town, draft, "Publish at that time")


async def test_it_stands_on_the_desk_with_its_hour_and_its_words(town, kept):
    assert "Kept for later (1)" in (await town.say(kept, "/zyra")).labels
    shown = await town.press(kept, "Kept for later (1)")
    assert "It will be published by itself: Wednesday, 21 June 2023, 09:00." in shown.text
    assert "Afati për komente" in town.seen(kept)[-2]


async def test_its_meeting_is_listed_as_one_that_nobody_knows_of_yet(town, kept):
    await town.say(kept, "/zyra")
    listed = await town.press(kept, "Meetings ahead (1)")
    assert "Not published yet: nobody knows about it." in listed.text
    assert "Coming: 0" not in listed.text


async def test_what_is_called_off_reaches_nobody_and_is_nowhere(town, kept):
    ana = await town.citizen(language="English")
    await town.say(kept, "/zyra")
    await town.press(kept, "Kept for later")
    assert "Do not publish this at all?" in (await town.press(kept, "Do not publish it")).text
    assert "It will be published by itself" in (await town.press(kept, "Back")).text
    await town.press(kept, "Do not publish it")
    assert "will not be published" in (await town.press(kept, "Yes, do not publish it")).text
    await town.until(wall(date(2023, 6, 22), time(10)))
    assert not any("Plani Social" in text for text in town.seen(ana))
    await town.start(ana, "k_1")
    assert any("not valid any more" in text for text in town.seen(ana))
    desk = await town.say(kept, "/zyra")
    assert not any("Kept for later" in label or "Meetings ahead (" in label for label in desk.labels)
    assert "call off" in await noted(town)


async def test_it_can_go_out_before_its_hour_and_then_only_once(town, kept):
    ana = await town.citizen(language="English")
    await town.say(kept, "/zyra")
    await town.press(kept, "Kept for later")
    asked = await town.press(kept, "Publish now")
    assert "1 person will get it." in asked.text
    assert "The last day for comments is missing." in asked.text
    assert "same title" not in asked.text
    assert town.who_sees([ana], "Plani Social") == {ana.id: 0}
    await publish_despite(town, kept)
    assert "published despite no_deadline" in await noted(town)
    assert any("The announcement is on its way" in text for text in town.seen(kept))
    await town.until(wall(date(2023, 6, 22), time(10)))
    assert sum("Plani Social" in text and "Afati" not in text for text in town.seen(ana)) == 1


async def test_a_second_tap_on_a_button_of_it_is_refused_kindly(town, kept):
    await town.say(kept, "/zyra")
    shown = await town.press(kept, "Kept for later")
    await town.press(kept, "Publish now")
    await town.say(kept, "/zyra")
    await town.press(kept, "Kept for later")
    await town.press(kept, "Do not publish it")
    kept.presses("Yes, do not publish it", town.bot)
    kept.presses("Publish despite", town.bot)
    await town.settle()
    assert "This does not wait to be published any more" in town.heard(kept).text
    assert shown is not None


async def test_what_is_doubtful_by_now_is_shown_before_it_goes_out_early(town, kept):
    ana = await town.citizen(language="English")
    await town.say(kept, "/zyra")
    await town.press(kept, "Kept for later")
    await town.press(kept, "Publish now")
    await announce(town, kept, title="Plani Social i Bashkisë Përmet 2024-2027")
    await publish_despite(town, kept)
    again = next(text for text in town.seen(kept) if "Something has changed in the meantime" in text)
    assert "An announcement with the same title is there already" in again
    await town.pass_time(timedelta(minutes=1), step=timedelta(seconds=10))
    assert town.who_sees([ana], "asks for your opinion") == {ana.id: 1}


async def test_it_can_be_taken_back_to_the_draft_with_all_it_says(town, draft):
    ana = await town.citizen(language="English")
    await town.press(draft, "Last day")
    await town.say(draft, "e premte, 18 gusht 2023")
    await town.do(draft, lambda: draft.sends_document(town.bot, "plani.pdf"))
    await keep_for_the_morning(town, draft)
    await town.say(draft, "/zyra")
    await town.press(draft, "Kept for later")
    card = town.seen(draft)[-2]
    review = await town.press(draft, "Change it")
    assert "It is no longer published by itself: Wednesday, 21 June 2023, 09:00." in review.text
    assert town.seen(draft)[-2] == card
    assert "Documents (1)" in review.labels
    await town.press(draft, "Title")
    await town.say(draft, "Plani i ri i kujdesit")
    await town.until(wall(date(2023, 6, 22), time(10)))
    assert not any("Plani" in text for text in town.seen(ana))
    await town.press(draft, "Go on")
    await publish_despite(town, draft)
    await town.pass_time(timedelta(minutes=1), step=timedelta(seconds=10))
    assert sum("Plani i ri i kujdesit" in text for text in town.seen(ana)) == 1
    assert not any("Kept for later" in label for label in (await town.say(draft, "/zyra")).labels)


async def test_what_is_taken_back_unchanged_has_the_doubts_it_had(town, draft):
    await town.press(draft, "Steps")
    before = _doubts((await town.press(draft, "These dates are right")).text)
    await keep_for_the_morning(town, draft)
    await town.say(draft, "/zyra")
    await town.press(draft, "Kept for later")
    after = (await town.press(draft, "Change it")).text
    assert _doubts(after) == before
    assert "We know of no law 146/2012" in after
    assert "The e-mail is your institution's" in after
    assert "Ë where a W was meant" not in (await town.press(draft, "Correct Ë to W")).text
    await town.press(draft, "Laws")
    assert "no law 146/2012" not in (await town.press(draft, "146/2012 → 146/2014")).text


def _doubts(review: str) -> list[str]:
    return [line for line in review.split("\n") if line[:1].isdigit()]


async def test_a_second_tap_on_changing_it_is_refused_kindly_and_keeps_the_draft(town, kept):
    await town.say(kept, "/zyra")
    await town.press(kept, "Kept for later")
    shown = town.heard(kept)
    await town.press(kept, "Change it")
    town.clock.move(ONE_WISH)
    await town.do(kept, lambda: kept.presses("Change it", message=shown))
    assert "This does not wait to be published any more" in town.heard(kept).text
    assert "not published yet: “Plani Social" in (await town.say(kept, "/publiko")).text


async def test_what_went_out_meanwhile_cannot_be_taken_back(town, kept):
    ana = await town.citizen(language="English")
    await town.say(kept, "/zyra")
    shown = await town.press(kept, "Kept for later")
    await town.until(wall(date(2023, 6, 21), time(9, 5)))
    kept.presses("Change it", message=shown)
    await town.settle()
    assert "This does not wait to be published any more" in town.heard(kept).text
    assert sum("Plani Social" in text for text in town.seen(ana)) == 1


async def test_an_announcement_that_was_begun_is_not_lost_to_one_that_is_taken_back(town, kept, notice):
    await town.say(kept, "/publiko")
    await town.say(kept, notice.replace("Plani Social", "Plani i Pyjeve"))
    await town.press(kept, "That was all")
    await town.say(kept, "/zyra")
    await town.press(kept, "Kept for later")
    asked = await town.press(kept, "Change it")
    assert "Please finish or cancel this one first: what is kept for later stays as it is." in asked.text
    assert "Plani i Pyjeve" in asked.text
    await town.press(kept, "Cancel")
    await town.press(kept, "Yes, delete it")
    await town.say(kept, "/zyra")
    await town.press(kept, "Kept for later (1)")
    assert "You can change it now" in (await town.press(kept, "Change it")).text


async def test_nobody_else_can_take_it_back(town, kept):
    ana = await town.citizen(language="English")
    await ensure_institution(FirstInstitution("Qarku Gjirokastër", "Përmet", "QG"), town.service.database)
    ilir = await town.officer("Ilir", institution="Qarku Gjirokastër")
    for stranger in (ana, ilir):
        heard = await town.do(stranger, lambda stranger=stranger: stranger.presses_data(town.bot, "sb~1"))
        assert "Only a coordinator of this institution" in heard.text
    await town.until(wall(date(2023, 6, 21), time(9, 5)))
    assert sum("Plani Social" in text for text in town.seen(ana)) == 1


async def cancel_its_meeting(town, era):
    await town.say(era, "/zyra")
    await town.press(era, "Meetings ahead (1)")
    await town.press(era, "25 July 2023")
    await town.press(era, "Cancel the meeting")
    await town.press(era, "Cancel the meeting")


async def test_what_has_lost_its_meetings_is_held_back_and_said_to_be_once(town, kept):
    ana = await town.citizen(language="English")
    await cancel_its_meeting(town, kept)
    before = len(town.seen(kept))
    await town.until(wall(date(2023, 6, 21), time(10)))
    assert town.who_sees([ana], "Plani Social") == {ana.id: 0}
    (told,) = town.seen(kept)[before:]
    assert "It was to go out on Wednesday, 21 June 2023, 09:00, and was held back" in told
    shown = await town.press(kept, "Look at it")
    assert "It was held back: all its meetings are cancelled or past." in shown.text
    await town.press(kept, "Publish now")
    await publish_despite(town, kept)
    await town.pass_time(timedelta(minutes=1), step=timedelta(seconds=10))
    assert sum("Plani Social" in text for text in town.seen(ana)) == 1


async def test_what_would_go_out_after_its_meeting_is_held_back(town, draft):
    ana = await town.citizen(language="English")
    await town.press(draft, "Go on")
    at_noon = "It will be held back then, since all its meetings will be past: Tuesday, 25 July 2023, 12:00."
    assert at_noon in (await town.say(draft, "25.7.2023 12:00")).text
    assert at_noon in (await publish_despite(town, draft, "Publish at that time")).text
    town.clock.set(wall(date(2023, 7, 25), time(11, 55)))
    await town.until(wall(date(2023, 7, 25), time(12, 5)))
    assert town.who_sees([ana], "Plani Social") == {ana.id: 0}
    assert "was held back" in town.heard(draft).text
    await town.press(draft, "Look at it")
    assert "You can change it now" in (await town.press(draft, "Change it")).text


async def test_what_is_held_back_is_looked_at_by_its_own_coordinators_only(town, kept):
    ana = await town.citizen(language="English")
    await ensure_institution(FirstInstitution("Qarku Gjirokastër", "Përmet", "QG"), town.service.database)
    ilir = await town.officer("Ilir", institution="Qarku Gjirokastër")
    for stranger in (ana, ilir):
        heard = await town.do(stranger, lambda stranger=stranger: stranger.presses_data(town.bot, "sc~1"))
        assert "Only a coordinator of this institution" in heard.text
    await cancel_its_meeting(town, kept)
    await town.until(wall(date(2023, 6, 21), time(9, 5)))
    assert town.who_sees([ilir], "held back") == {ilir.id: 0}


async def test_a_button_to_what_went_out_meanwhile_is_refused_kindly(town, kept):
    await cancel_its_meeting(town, kept)
    await town.until(wall(date(2023, 6, 21), time(9, 5)))
    told = town.heard(kept)
    await town.press(kept, "Look at it")
    await town.press(kept, "Do not publish it")
    await town.press(kept, "Yes, do not publish it")
    town.clock.move(ONE_WISH)
    await town.do(kept, lambda: kept.presses("Look at it", message=told))
    assert "This does not wait to be published any more" in town.heard(kept).text


async def test_what_goes_out_before_its_day_is_dated_of_the_day_on_which_it_does(town, era):
    ana = await town.citizen(language="English")
    await town.say(era, "/publiko")
    await town.say(
        era,
        "NJOFTIM\nBashkia Përmet fton të gjithë për konsultimin e projektvendimit për taksat vendore.\n"
        "Komentet pranohen brenda 20 ditëve pune nga publikimi.",
    )
    await town.press(era, "That was all")
    await town.press(era, "Go on")
    await town.press(era, "Publish later")
    await town.say(era, "3.7.2023 09:00")
    await publish_despite(town, era, "Publish at that time")
    await town.say(era, "/zyra")
    await town.press(era, "Kept for later")
    town.clock.set(wall(date(2023, 6, 21), time(10)))
    await town.press(era, "Publish now")
    assert "20 korrik 2023 (edhe 20 ditë pune)" in town.seen(era)[-2]
    await publish_despite(town, era)
    assert any("20 July 2023 (20 working days left)" in text for text in town.seen(ana))
    async with town.service.database.reading() as unit:
        found = await unit.consultations.get(ConsultationId(1))
        (first,) = await unit.versions.of(ConsultationId(1))
    assert found.since == first.terms.notice_date == first.day == date(2023, 6, 21)
    assert found.terms == first.terms


async def test_what_goes_out_early_without_what_the_law_wants_is_asked_why_where_nobody_said_it(town, era):
    ana = await town.citizen(language="English")
    await schedule(town, era, "Taksat", wall(date(2023, 7, 3), time(9)))
    await town.say(era, "/zyra")
    await town.press(era, "Kept for later")
    await town.press(era, "Publish now")
    asked = await town.press(era, "Publish despite")
    assert "We did not find what is being decided and why." in asked.text
    await town.say(era, "The hall burnt down.")
    assert any("Taksat" in text for text in town.seen(ana))
    assert "published despite no_purpose" in await noted(town)
    async with town.service.database.reading() as unit:
        (first,) = await unit.versions.of(ConsultationId(1))
    assert first.reason == "The hall burnt down."


async def test_its_hour_that_was_missed_for_days_takes_no_day_from_anybody(town, era):
    ana = await town.citizen(language="English")
    await town.say(era, "/publiko")
    await town.say(
        era,
        "NJOFTIM\nBashkia Përmet fton të gjithë për konsultimin e projektvendimit për taksat vendore.\n"
        "Komentet pranohen brenda 20 ditëve pune nga publikimi.",
    )
    await town.press(era, "That was all")
    await town.press(era, "Go on")
    await town.press(era, "Publish later")
    await town.press(era, "Wednesday, 21 June 2023, 09:00")
    await publish_despite(town, era, "Publish at that time")
    town.clock.set(wall(date(2023, 6, 27), time(9)))
    await town.pass_time(timedelta(minutes=5))
    assert any("26 July 2023 (20 working days left)" in text for text in town.seen(ana))
