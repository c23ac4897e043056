"""Pictures as phones make them: what they show, and what else they tell."""

import struct
import zlib
from io import BytesIO
from random import Random

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

SECRET = "Ana-Lule-40.2345678"
SIZE = (90, 60)


def exif(*, turned: int = 1) -> Image.Exif:
    """Where, with whose phone, and which side is up."""
    told = Image.Exif()
    told[Base.Make] = told[Base.Artist] = told[Base.ImageDescription] = SECRET
    told[Base.Orientation] = turned
    told.get_ifd(IFD.GPSInfo)[GPS.GPSLatitudeRef] = "N"
    told.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (40.0, 14.0, 4.4)
    told.get_ifd(IFD.GPSInfo)[GPS.GPSAreaInformation] = SECRET.encode()
    return told


def _saved(picture: Image.Image, kind: str, **more: object) -> bytes:
    made = BytesIO()
    picture.save(made, kind, **more)
    return made.getvalue()


def xmp() -> bytes:
    """A packet of XMP."""
    return f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{SECRET}</x:xmpmeta>".encode()


def jpeg(*, mode: str = "RGB", turned: int = 1, size: tuple[int, int] = SIZE) -> bytes:
    """A photo that tells everything it can."""
    more = {"exif": exif(turned=turned), "comment": SECRET, "icc_profile": SECRET.encode(), "xmp": xmp()}
    return _saved(Image.frombytes("L", size, Random(1).randbytes(size[0] * size[1])).convert(mode), "JPEG", **more)


def png() -> bytes:
    """Half seen through, with words in it."""
    words = PngInfo()
    words.add_text("Author", SECRET)
    words.add_itxt("XML:com.adobe.xmp", xmp().decode())
    return _saved(Image.new("RGBA", SIZE, (255, 0, 0, 0)), "PNG", pnginfo=words, exif=exif())


def webp() -> bytes:
    """With XMP and EXIF."""
    return _saved(Image.new("RGB", SIZE, "green"), "WEBP", xmp=xmp(), exif=exif())


def gif() -> bytes:
    """Two pictures and a remark."""
    first, second = Image.new("RGB", SIZE, "white"), Image.new("RGB", SIZE, "black")
    return _saved(first, "GIF", save_all=True, append_images=[second], comment=SECRET.encode())


def bomb() -> bytes:
    """A few bytes that claim to be a square of fifty thousand pixels a side."""
    header = b"IHDR" + struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    body = b"IDAT" + zlib.compress(bytes(1000))
    parts = (struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one)) for one in (header, body))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def tells_nothing(content: bytes) -> bool:
    """Whether nothing but a picture is in it, and none of what was planted."""
    with Image.open(BytesIO(content)) as picture:
        picture.load()
        known = set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        return picture.format == "JPEG" and known and not picture.getexif() and SECRET.encode() not in content
