"""Pictures made anew: what is sent on has the pixels of what came, and nothing else that was in the file."""

from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF")
LONGEST_SIDE: Final = 1600
MOST_PIXELS: Final = 16_000_000
"""A file of a few bytes can claim to be as large as a wall."""
MOST_OF_JPEG: Final = 40_000_000
"""It is decoded smaller, which takes far less memory."""
QUALITY: Final = 85


class Unclean(Exception):  # noqa: N818  read as a sentence, like the other answers
    """It is no picture that we can make anew."""


def made_anew(content: bytes) -> bytes:
    """The first picture in a file, upright and not too large, as a new JPEG. Raises Unclean, and nothing else."""
    try:
        return _made_anew(content)
    except Exception as error:  # noqa: BLE001  a stranger's bytes may make a decoder say anything
        raise Unclean(type(error).__name__) from None


def _made_anew(content: bytes) -> bytes:
    # Loaded where it is needed: most services never see a picture.
    from PIL import Image, ImageOps  # noqa: PLC0415

    with Image.open(BytesIO(content), formats=FORMATS) as opened:
        most = MOST_OF_JPEG if opened.format in {"JPEG", "MPO"} else MOST_PIXELS
        if opened.width * opened.height > most:
            raise Unclean
        opened.thumbnail((LONGEST_SIDE, LONGEST_SIDE))  # of a JPEG it decodes no more than it needs
        picture: Image.Image = opened
        with suppress(Exception):  # a picture that lies on its side is better than none
            picture = ImageOps.exif_transpose(opened)
        made = BytesIO()
        _on_white(picture).save(made, "JPEG", quality=QUALITY)
    return made.getvalue()


def _on_white(picture: "Image") -> "Image":
    """The pixels on a sheet of our own: one that was read keeps comments, and would write them again."""
    from PIL import Image  # noqa: PLC0415

    sheet = Image.new("RGB", picture.size, "white")
    if picture.has_transparency_data:
        layer = picture.convert("RGBA")
        sheet.paste(layer, mask=layer.getchannel("A"))
    else:
        sheet.paste(picture.convert("RGB"))
    return sheet
