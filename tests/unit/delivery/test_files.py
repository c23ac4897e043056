"""Files that a bot of the same house was given: how often they are fetched."""

import asyncio
from types import SimpleNamespace

import pytest
from telegram.error import TelegramError

from delivery.channels.files import Files
from participation.messages import Media, MediaKind, ref_of

OURS, THEIRS = 1, 2
PLAN = Media(MediaKind.DOCUMENT, ref_of(THEIRS, "theirs"))


class Colleague:
    """Gives a file after a moment; cannot at first, as often as it is told."""

    def __init__(self, failures: int = 0) -> None:
        self.asked = 0
        self.failures = failures

    async def get_file(self, handle: str) -> SimpleNamespace:
        self.asked += 1
        await asyncio.sleep(0)
        if self.asked <= self.failures:
            raise TelegramError("away")
        return SimpleNamespace(download_as_bytearray=self.download)

    async def download(self) -> bytearray:
        await asyncio.sleep(0)
        return bytearray(b"the plan")


async def send(files: Files, media: Media = PLAN) -> object:
    async with files.at_hand(media) as content:
        await asyncio.sleep(0)
        if isinstance(content, bytes):
            files.remember(media, SimpleNamespace(effective_attachment=SimpleNamespace(file_id="ours")))
        return content


@pytest.mark.parametrize("failures", [0, 2])
async def test_of_many_who_want_it_at_once_one_fetches_it_and_the_others_wait(failures):
    colleague = Colleague(failures)
    files = Files(SimpleNamespace(token=f"{OURS}:x"), {THEIRS: colleague})
    sent = await asyncio.gather(*(send(files) for _ in range(64)), return_exceptions=True)
    failed, got = sent[:failures], sent[failures:]
    assert all(isinstance(error, TelegramError) for error in failed)
    assert got == [b"the plan"] + ["ours"] * (63 - failures)
    assert colleague.asked == 1 + failures
    assert not files._turns


@pytest.mark.parametrize(
    ("media", "content"),
    [
        (Media(MediaKind.PHOTO, ref_of(OURS, "ours")), "ours"),
        (Media(MediaKind.PHOTO, ref_of(3, "of a bot that left")), "of a bot that left"),
        (Media(MediaKind.PHOTO, content=b"a chart"), b"a chart"),
    ],
)
async def test_what_needs_no_fetching_is_at_hand(media, content):
    files = Files(SimpleNamespace(token=f"{OURS}:x"), {OURS: Colleague(9), THEIRS: Colleague(9)})
    assert await send(files, media) == content
