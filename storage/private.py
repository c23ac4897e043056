"""Files that only their owner reads."""

import os
from pathlib import Path


def write_private(path: Path, text: str) -> None:
    """Put a text in the place of a file, all at once: until then what stood there is whole. Its owner stays."""
    place = path.resolve()  # where it is a link, the link stays
    fresh = place.with_name(f"{place.name}.new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    if place.exists() and place.stat().st_uid != fresh.stat().st_uid:
        os.chown(fresh, place.stat().st_uid, place.stat().st_gid)
    fresh.replace(place)
