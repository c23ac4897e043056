"""A link as a picture that the camera of a phone reads (QR)."""

from io import BytesIO
from typing import Final

import segno

from participation.messages import Media, MediaKind

DOTS: Final = 12
"""Of the picture for each module of the code: large enough to be read from the last row of a hall."""
MARGIN: Final = 4
"""Modules of white around it, as the standard asks."""


def link_picture(link: str, *, name: str) -> Media:
    """The picture (PNG); a quarter of it may be hidden or torn and it can still be read."""
    out = BytesIO()
    segno.make_qr(link, error="q").save(out, kind="png", scale=DOTS, border=MARGIN)
    content = out.getvalue()
    return Media(MediaKind.PHOTO, name=f"{name}.png", size=len(content), content=content)
