"""Reading safety reports: what, where, which day; never who."""

from datetime import date, timedelta

import pytest

from bot.setup import FirstInstitution, ensure_institution, new_invitation
from participation.ids import InstitutionId
from participation.messages import Media, MediaKind
from participation.people.model import Language, Role
from participation.reports.model import Account, NewReport, Spot
from simulator.files import Files
from tests.conversations.steps import tell


@pytest.fixture
async def report(town, era):
    """A report with a pin and a photo, from somebody who must stay unknown."""
    ana = await town.citizen("Ana", "English")
    photo = await town.do(ana, lambda: ana.sends_photo(town.bot)) and next(
        m.file.file_id for m in reversed(ana.chat(town.bot).messages) if m.file is not None
    )
    async with town.service.database.transaction() as unit:
        author = await unit.addresses.find(town.bot.id, ana.id)
        assert author is not None
        account = Account(
            category=(await unit.places.report_categories(town.institution, Language.EN))[0].code,
            text="Dritat te shkolla janë fikur.",
            media=(Media(MediaKind.PHOTO, ref=photo),),
            spot=Spot(words="te shkolla", latitude=40.236, longitude=20.351),
        )
        new = NewReport("PR-S-2023-0001", InstitutionId(town.institution), author, account, date(2023, 6, 20), False)
        return await unit.reports.add(new)


async def test_the_list_shows_receipts_and_categories_but_no_words(town, era, report):
    await town.say(era, "/zyra")
    shown = await town.press(era, "Safety reports (1)")
    assert "1 report has something new." in shown.text
    assert shown.labels[0].startswith("New – PR-S-2023-0001: ")
    assert "shkolla" not in shown.text + "".join(shown.labels)


async def test_a_report_shows_what_where_and_which_day_never_who(town, era, report):
    await town.say(era, "/zyra")
    await town.press(era, "Safety reports (1)")
    shown = await town.press(era, "PR-S-2023-0001")
    assert "Day: Tuesday, 20 June 2023" in shown.text
    assert "Where: te shkolla, 40.236, 20.351" in shown.text
    assert "Dritat te shkolla janë fikur." in shown.text
    point = next(m for m in reversed(era.chat(town.bot).messages) if m.media == "location")
    assert point.content.body["location"] == {"latitude": 40.236, "longitude": 20.351, "horizontal_accuracy": 100}
    assert "10:0" not in shown.text
    assert "Ana" not in shown.text
    assert any(message.media == "photo" for message in era.chat(town.bot).messages if message.direction == "out")


async def test_a_photo_that_telegram_no_longer_gives_out_leaves_a_sentence(town, era, report):
    town.world.files = Files()
    await town.say(era, "/zyra")
    await town.press(era, "Safety reports (1)")
    shown = await town.press(era, "PR-S-2023-0001")
    assert "Dritat te shkolla janë fikur." in shown.text
    assert "PR-S-2023-0001\n\nThere is a photo here, but it cannot be opened." in town.seen(era)


async def test_reading_marks_it_read(town, era, report):
    await town.say(era, "/zyra")
    await town.press(era, "Safety reports (1)")
    await town.press(era, "PR-S-2023-0001")
    shown = await town.press(era, "All reports")
    assert "There is nothing new." in shown.text
    assert shown.labels[0].startswith("PR-S-2023-0001")
    assert "Safety reports" in (await town.say(era, "/zyra")).labels


async def test_another_institution_does_not_see_it(town, era, report):
    await ensure_institution(FirstInstitution("Bashkia Elbasan", "Elbasan", "EL"), town.service.database)
    token = await new_invitation(town.service.database, town.clock, institution="Bashkia Elbasan", role=Role.ADMIN)
    lule = await town.citizen("Lule", "English")
    await town.start(lule, f"ft_{token}")
    lule.presses_data(town.bot, f"q~{report}")
    await town.settle()
    assert "Dritat" not in town.heard(lule).text
    assert "not here any more, or it is not for you" in town.heard(lule).text


async def test_without_reports_the_list_says_so(town, era):
    assert "No report has come in." in (await town.press(era, "Safety reports")).text


async def test_who_takes_an_empty_office_hears_of_the_urgent_reports_nobody_has_read(town, era, caplog):
    ana = await town.citizen("Ana", "English")
    await tell(town, ana, "A man with a gun.", "Weapons")
    await town.press(ana, "Skip")
    await town.say(era, "/fshij")
    await town.press(era, "Yes, erase everything")
    await town.press(ana, "Send")
    await town.pass_time(timedelta(days=1), timedelta(hours=6))
    assert "Urgent reports wait at Bashkia Përmet and nobody holds the office" in caplog.text
    zana = await town.officer("Zana")
    await town.pass_time(timedelta(minutes=1))
    assert town.who_sees([zana], "Urgent safety report PR-S-2023-0001") == {zana.id: 1}
