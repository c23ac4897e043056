"""The picture of a link: a PNG of the right size, with the link in it."""

from io import BytesIO

import segno
from PIL import Image

from documents.writing.codes import DOTS, MARGIN, link_picture
from participation.messages import MediaKind

LINK = "https://t.me/bashke_bot?start=h_AAAAAAAAAAAAAAAA"


def modules(content: bytes) -> list[list[bool]]:
    """The code in the picture, without its margin: whether each module is dark."""
    picture = Image.open(BytesIO(content)).convert("L")
    count = picture.width // DOTS - 2 * MARGIN
    places = [(MARGIN + place) * DOTS + DOTS // 2 for place in range(count)]
    return [[picture.getpixel((x, y)) < 128 for x in places] for y in places]


def test_the_picture_holds_the_link_and_can_be_read_where_it_is_torn():
    made = link_picture(LINK, name="takimi")
    assert (made.kind, made.name, made.size) == (MediaKind.PHOTO, "takimi.png", len(made.content))
    wanted = segno.make_qr(LINK, error="q")
    assert modules(made.content) == [[bool(dark) for dark in row] for row in wanted.matrix]
    assert wanted.error in {"Q", "H"}


def test_another_link_is_another_picture():
    assert link_picture(LINK, name="a").content != link_picture(LINK[:-1] + "B", name="a").content
