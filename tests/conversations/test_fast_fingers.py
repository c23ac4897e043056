"""Somebody who presses faster than answers can leave: what is pressed is shown whole, or it was not done."""

from datetime import date

from participation.ids import InstitutionId
from participation.letters import MOST_TURNS
from participation.messages import Media, MediaKind
from participation.people.model import Language
from participation.reports.model import Account, NewReport

TOO_FAST = "That was too fast, and nothing was done."
PHOTOS = 10


async def presses_at_once(town, person, *labels, on):
    """Press one button after the other, before anything has been sent."""
    for label in labels:
        person.presses(label, town.bot, message=on)
        await town.line.intake.poll(0)


def heard_after(person, count):
    return [message for message in person.chat().messages[count:] if message.direction == "out"]


async def test_what_is_pressed_too_fast_is_not_done_and_can_be_pressed_again(town):
    ana = await town.citizen("Ana", "English")
    asked = await town.say(ana, "/gjuha")
    before = len(ana.chat().messages)
    await presses_at_once(town, ana, *("Shqip", "English") * MOST_TURNS, "Shqip", on=asked)
    await town.settle()
    told = [message for message in heard_after(ana, before) if TOO_FAST in message.text]
    assert told == [town.heard(ana)]  # in English, and once, however often
    await town.say(ana, "/gjuha")
    assert "shqip" in (await town.press(ana, "Shqip")).text


async def test_what_is_said_is_heard_however_fast(town):
    ana = await town.citizen("Ana", "English")
    asked = await town.say(ana, "/gjuha")
    await presses_at_once(town, ana, *("Shqip", "English") * MOST_TURNS, on=asked)
    for words in ("/ndihme", "/ndal"):
        ana.says(town.bot, words)
        await town.line.intake.poll(0)
    await town.settle()
    assert "You will get no more messages" in town.heard(ana).text


async def test_reports_with_many_photos_that_are_opened_at_once_are_all_shown(town):
    era = await town.officer("Era")
    ana = await town.citizen("Ana", "English")
    for _ in range(PHOTOS):
        await town.do(ana, lambda: ana.sends_photo(town.bot))
    photos = [message.file.file_id for message in ana.chat().messages if message.file is not None][:PHOTOS]
    async with town.service.database.transaction() as unit:
        author = await unit.addresses.find(town.bot.id, ana.id)
        category = (await unit.places.report_categories(town.institution, Language.EN))[0].code
        for number in (1, 2, 3):
            media = tuple(Media(MediaKind.PHOTO, ref=photo) for photo in photos)
            account = Account(category, f"Story {number}", media)
            where = InstitutionId(town.institution)
            await unit.reports.add(
                NewReport(f"PR-S-2023-000{number}", where, author, account, date(2023, 6, 20), urgent=True)
            )
    await town.say(era, "/zyra")
    listed = await town.press(era, "Safety reports (3)")
    before = len(era.chat().messages)
    for number in (1, 2, 3):
        await presses_at_once(town, era, f"PR-S-2023-000{number}", on=listed)
    await town.settle()
    heard = heard_after(era, before)
    assert sum(message.media == "photo" for message in heard) == 3 * PHOTOS
    assert [text for text in ("Story 1", "Story 2", "Story 3") if any(text in m.text for m in heard)] == [
        "Story 1",
        "Story 2",
        "Story 3",
    ]
