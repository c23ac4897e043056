"""Pictures of a report reach the other side as pictures that we made, whatever way they came in."""

import pytest

from participation.messages import LARGEST_PICTURE
from simulator.faults import Fault
from tests import pictures
from tests.conversations.steps import report, tell, texts_since

RECEIPT = "PR-S-2023-0001"
WAYS = {
    "photo": lambda ana, bot: ana.sends_photo(bot, pictures.jpeg()),
    "file": lambda ana, bot: ana.sends_document(bot, "IMG_Ana.jpg", pictures.jpeg(), "image/jpeg"),
    "turned": lambda ana, bot: ana.sends_photo(bot, pictures.jpeg(turned=6)),
    "cmyk": lambda ana, bot: ana.sends_document(bot, "a.jpg", pictures.jpeg(mode="CMYK"), "image/jpeg"),
    "png": lambda ana, bot: ana.sends_document(bot, "a.png", pictures.png(), "image/png"),
    "webp": lambda ana, bot: ana.sends_document(bot, "a.webp", pictures.webp(), "image/webp"),
    "gif": lambda ana, bot: ana.sends_document(bot, "a.gif", pictures.gif(), "image/gif"),
}
BROKEN = {
    "cut off": (pictures.jpeg()[:-400], "image/jpeg"),
    "text": (b"only words", "image/jpeg"),
    "bomb": (pictures.bomb(), "image/png"),
}


async def opened(square):
    """What the officer's phone has got since the report was opened."""
    town, zana = square.town, square.zana
    before = len(zana.chat().messages)
    await town.say(zana, "/zyra")
    await town.press(zana, "Safety reports")
    await town.press(zana, RECEIPT)
    return zana.chat().messages[before:]


def photos(messages):
    return [message.file for message in messages if message.direction == "out" and message.kind == "photo"]


def is_clean(file, sent):
    """Whether it is a picture of ours, under no name, size or number of what was sent."""
    return (
        pictures.tells_nothing(file.content)
        and file.content not in {one.content for one in sent}
        and file.file_id not in {one.file_id for one in sent}
        and file.unique_id not in {one.unique_id for one in sent}
    )


async def sent_off(square):
    await square.town.press(square.ana, "Skip")
    await square.town.press(square.ana, "Send")


@pytest.mark.parametrize("way", WAYS)
async def test_a_picture_reaches_the_officer_made_anew_whatever_way_it_came(square, way):
    town, ana = square.town, square.ana
    await tell(town, ana)
    asked = await town.do(ana, lambda: WAYS[way](ana, town.bot))
    assert "Attached: 1 photo" in asked.text
    sent = [message.file for message in ana.chat().messages if message.file]
    await sent_off(square)
    (file,) = photos(await opened(square))
    assert is_clean(file, sent)
    assert "Ana" not in file.name


async def test_an_album_and_what_is_forwarded_are_made_anew_and_made_once(square):
    town, ana = square.town, square.ana
    await tell(town, ana)
    first = ana.sends_photo(town.bot, pictures.jpeg(), album="street")
    ana.sends_document(town.bot, "a.png", pictures.png(), "image/png", album="street")
    await town.settle()
    await town.do(ana, lambda: ana.forwards(first, town.bot))
    sent = [message.file for message in ana.chat().messages if message.file]
    await sent_off(square)
    got = photos(await opened(square))
    assert len(got) == 3
    assert all(is_clean(file, sent) for file in got)
    town.world.faults.add(Fault("500", method="getFile", times=None))
    again = photos(await opened(square))
    assert [file.file_id for file in again] == [file.file_id for file in got]


async def test_what_is_added_later_is_made_anew_too(square):
    town, ana = square.town, square.ana
    await report(town, ana)
    await town.say(ana, "/te_miat")
    await town.press(ana, RECEIPT)
    await town.press(ana, "Write more")
    await town.do(ana, lambda: ana.sends_document(town.bot, "IMG_Ana.jpg", pictures.jpeg(), "image/jpeg"))
    sent = [message.file for message in ana.chat().messages if message.file]
    await town.press(ana, "Send")
    (file,) = photos(await opened(square))
    assert is_clean(file, sent)


async def test_what_came_before_anybody_spoke_of_danger_is_made_anew_too(square):
    town, ana = square.town, square.ana
    await town.do(ana, lambda: ana.sends_document(town.bot, "IMG_Ana.jpg", pictures.jpeg(), "image/jpeg"))
    await town.press(ana, "anger")
    sent = [message.file for message in ana.chat().messages if message.file]
    await town.press(ana, "No")
    await town.press(ana, "Traffic")
    await town.say(ana, "Cars race here.")
    await sent_off(square)
    (file,) = photos(await opened(square))
    assert is_clean(file, sent)


async def test_what_an_officer_shows_the_sender_is_made_anew_too(square):
    town, ana, zana = square.town, square.ana, square.zana
    await report(town, ana)
    await opened(square)
    await town.press(zana, "Something was done")
    await town.do(zana, lambda: zana.sends_document(town.bot, "Zana.jpg", pictures.jpeg(), "image/jpeg"))
    sent = [message.file for message in zana.chat().messages if message.file]
    await town.press(zana, "Confirm")
    before = len(ana.chat().messages)
    await town.say(ana, "/te_miat")
    await town.press(ana, RECEIPT)
    (file,) = photos(ana.chat().messages[before:])
    assert is_clean(file, sent)


async def test_a_picture_that_telegram_does_not_give_at_once_comes_a_moment_later(square):
    town, ana = square.town, square.ana
    await tell(town, ana)
    await town.do(ana, lambda: ana.sends_photo(town.bot, pictures.jpeg()))
    await sent_off(square)
    town.world.faults.add(Fault("500", method="getFile", times=2))
    (file,) = photos(await opened(square))
    assert pictures.tells_nothing(file.content)


async def test_a_picture_that_telegram_does_not_give_at_all_leaves_a_sentence_until_it_is_given(square):
    town, ana = square.town, square.ana
    await tell(town, ana, "Cars race here.")
    await town.do(ana, lambda: ana.sends_photo(town.bot, pictures.jpeg()))
    await sent_off(square)
    town.world.faults.add(Fault("500", method="getFile", times=None))
    got = await opened(square)
    assert not photos(got)
    assert "There is a photo here, but it cannot be opened." in "\n".join(message.text for message in got)
    town.world.faults.clear()
    (file,) = photos(await opened(square))
    assert pictures.tells_nothing(file.content)


@pytest.mark.parametrize("name", BROKEN)
async def test_what_cannot_be_made_anew_leaves_a_sentence_and_the_words(square, caplog, name):
    town, ana = square.town, square.ana
    content, mime = BROKEN[name]
    await tell(town, ana, "Cars race here.")
    await town.do(ana, lambda: ana.sends_document(town.bot, "photo.jpg", content, mime))
    sent = next(message.file for message in ana.chat().messages if message.file)
    await sent_off(square)
    got = await opened(square)
    told = "\n".join(message.text for message in got)
    assert not photos(got)
    assert "There is a photo here, but it cannot be opened." in told
    assert "Cars race here." in told
    assert "not made anew" in caplog.text
    assert not any(said in caplog.text for said in (sent.file_id, sent.unique_id, "photo.jpg"))


@pytest.mark.parametrize(
    ("sends", "why"),
    [
        (lambda a, b: a.sends_document(b, "a.jpg", bytes(LARGEST_PICTURE + 1), "image/jpeg"), "larger than 20 MB"),
        (lambda a, b: a.sends_document(b, "a.svg", b"<svg/>", "image/svg+xml"), "We have not kept this file"),
        (lambda a, b: a.sends_document(b, "a.heic", b"heic", "image/heic"), "We have not kept this file"),
        (lambda a, b: a.sends_video(b), "We have not kept this file"),
        (lambda a, b: a.sends_animation(b), "We have not kept this file"),
        (lambda a, b: a.sends_sticker(b), "We have not kept this file"),
    ],
    ids=["large", "svg", "heic", "video", "animation", "sticker"],
)
async def test_what_is_not_taken_is_said_at_once_and_nothing_is_lost(square, sends, why):
    town, ana = square.town, square.ana
    await tell(town, ana, "Cars race here.")
    before = len(town.seen(ana))
    await town.do(ana, lambda: sends(ana, town.bot))
    assert why in texts_since(town, ana, before)
    preview = await town.press(ana, "Skip")
    assert "Cars race here." in preview.text
    assert "Attached" not in preview.text


async def test_of_an_album_of_two_hundred_ten_are_kept_and_no_word_is_lost(square):
    town, ana = square.town, square.ana
    await tell(town, ana, "Cars race here.")
    for _ in range(200):
        ana.sends_photo(town.bot, album="street")
    await town.settle()
    preview = await town.press(ana, "Skip")
    assert "Cars race here." in preview.text
    assert "Attached: 10 photos" in preview.text


async def test_a_voice_stays_as_it_was_spoken(square):
    town, ana = square.town, square.ana
    await tell(town, ana)
    await town.do(ana, lambda: ana.sends_voice(town.bot, seconds=4))
    spoken = next(message.file for message in ana.chat().messages if message.file)
    await sent_off(square)
    (heard,) = [m.file for m in await opened(square) if m.kind == "voice"]
    assert heard.file_id == spoken.file_id
