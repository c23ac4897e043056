"""Pictures made anew: what comes out shows the same and tells nothing else."""

import asyncio
from io import BytesIO
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError, TimedOut

from delivery.channels.calls import NotSent
from delivery.channels.files import Files
from delivery.channels.pictures import LONGEST_SIDE, Unclean, made_anew
from participation.messages import LARGEST_PICTURE, Media, MediaKind, ref_of
from tests import pictures

TELLING = {
    "jpeg": pictures.jpeg(),
    "grey": pictures.jpeg(mode="L"),
    "cmyk": pictures.jpeg(mode="CMYK"),
    "png": pictures.png(),
    "webp": pictures.webp(),
    "gif": pictures.gif(),
}
OURS, THEIRS = 1, 2


def shown(content: bytes) -> Image.Image:
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture


@pytest.mark.parametrize("name", TELLING)
def test_a_picture_made_anew_shows_the_same_and_tells_nothing(name):
    assert pictures.SECRET.encode() in TELLING[name]
    made = made_anew(TELLING[name])
    assert made != TELLING[name]
    assert pictures.tells_nothing(made)
    assert shown(made).size == pictures.SIZE


def test_what_cannot_be_seen_is_white_and_of_what_moves_the_first_picture_stays():
    assert shown(made_anew(pictures.png())).getpixel((5, 5)) == (255, 255, 255)
    assert shown(made_anew(pictures.gif())).getpixel((5, 5)) == (255, 255, 255)


def test_a_picture_that_lies_on_its_side_is_put_upright():
    assert shown(made_anew(pictures.jpeg(turned=6))).size == pictures.SIZE[::-1]


def test_a_large_picture_is_made_smaller():
    assert shown(made_anew(pictures.jpeg(size=(4000, 1000)))).size == (LONGEST_SIDE, 400)


@pytest.mark.parametrize(
    "content",
    [b"", b"just words", b"\xff\xd8photo", pictures.jpeg()[:-400], pictures.bomb(), b"<svg/>", b"%PDF-1.4"],
    ids=["nothing", "text", "a beginning", "cut off", "bomb", "svg", "pdf"],
)
def test_what_is_no_picture_is_refused(content):
    with pytest.raises(Unclean):
        made_anew(content)


def test_only_of_a_jpeg_more_is_decoded_than_memory_has_room_for():
    wall = Image.new("1", (5000, 4000))
    files = {kind: BytesIO() for kind in ("PNG", "GIF", "JPEG")}
    for kind, file in files.items():
        wall.save(file, kind)
    assert shown(made_anew(files["JPEG"].getvalue())).size == (1600, 1280)
    for kind in ("PNG", "GIF"):
        with pytest.raises(Unclean):
            made_anew(files[kind].getvalue())


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.one_of(
        st.binary(max_size=400),
        st.tuples(st.sampled_from(list(TELLING.values())), st.integers(0, 5000), st.binary(max_size=12)).map(
            lambda parts: parts[0][: parts[1]] + parts[2] + parts[0][parts[1] + len(parts[2]) :]
        ),
    )
)
def test_whatever_the_bytes_it_is_a_picture_that_tells_nothing_or_refused(content):
    try:
        made = made_anew(content)
    except Unclean:
        return
    assert pictures.tells_nothing(made)


class Giver:
    """A bot that gives this file, or fails so."""

    token = f"{OURS}:x"

    def __init__(self, content: bytes = b"", *, size: int | None = None, fails: TelegramError | None = None) -> None:
        self.content, self.size, self.fails, self.asked, self.loaded = content, size, fails, 0, 0

    async def get_file(self, handle: str) -> SimpleNamespace:
        self.asked += 1
        return SimpleNamespace(download_as_bytearray=self.download, file_size=self.size)

    async def download(self) -> bytearray:
        self.loaded += 1
        if self.fails:
            raise self.fails
        return bytearray(self.content)


PHOTO = Media(MediaKind.PHOTO, ref_of(OURS, "theirs"), anew=True)


async def send(files: Files, media: Media = PHOTO) -> object:
    async with files.at_hand(media) as content:
        if isinstance(content, bytes):
            files.remember(media, SimpleNamespace(effective_attachment=[SimpleNamespace(file_id="anew")]))
        return content


@pytest.mark.parametrize("media", [PHOTO, Media(MediaKind.PHOTO, ref_of(THEIRS, "theirs"), anew=True)])
async def test_of_many_who_want_it_one_has_it_made_and_the_others_get_that(media):
    bot = Giver(pictures.jpeg())
    files = Files(bot, {THEIRS: bot})
    first, *others = await asyncio.gather(*(send(files, media) for _ in range(9)))
    assert isinstance(first, bytes)
    assert pictures.tells_nothing(first)
    assert others == ["anew"] * 8
    assert bot.asked == 1


async def test_a_file_that_was_sent_as_it_is_is_not_taken_for_the_one_made_anew():
    strange = Media(MediaKind.PHOTO, ref_of(THEIRS, "theirs"))
    files = Files(Giver(), {THEIRS: Giver(pictures.jpeg())})
    assert await send(files, strange) == pictures.jpeg()
    made = await send(files, Media(MediaKind.PHOTO, strange.ref, anew=True))
    assert isinstance(made, bytes)
    assert pictures.tells_nothing(made)


@pytest.mark.parametrize(
    ("bot", "answer"),
    [
        (Giver(b"just words"), BadRequest),
        (Giver(pictures.jpeg(), size=LARGEST_PICTURE + 1), BadRequest),
        (Giver(bytes(LARGEST_PICTURE + 1)), BadRequest),
        (Giver(fails=InvalidToken("Not Found")), BadRequest),
        (Giver(fails=BadRequest("file is temporarily unavailable")), BadRequest),
        (Giver(fails=TimedOut()), NotSent),
        (Giver(fails=NetworkError("cut")), NotSent),
    ],
)
async def test_what_cannot_be_made_anew_is_never_sent_as_it_came(bot, answer):
    with pytest.raises(answer) as raised:
        await send(Files(bot, {}))
    assert type(raised.value) is answer
    assert bot.loaded == (bot.size is None)


async def test_the_file_of_a_bot_that_left_is_not_sent_as_it_came():
    with pytest.raises(BadRequest):
        await send(Files(Giver(), {}), Media(MediaKind.PHOTO, ref_of(3, "theirs"), anew=True))
