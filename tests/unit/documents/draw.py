"""`python -m tests.unit.documents.draw FOLDER` draws one picture of each paper; it needs LibreOffice and poppler."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from .papers import papers

PAGES = {"plan-filled": 2, "report": 2}
"""Which page tells most, where it is not the first."""
DOTS = 90
COLOURS = 32


def main(folder: Path) -> None:
    """Write a picture of each paper into a folder."""
    for name, media in papers().items():
        if media.name.endswith(".png"):
            picture = Image.open(BytesIO(media.content))
        else:
            picture = page(media.content, Path(media.name).suffix, PAGES.get(name, 1))
        small = picture.convert("RGB").quantize(COLOURS)
        small.save(folder / f"{name}.png", optimize=True)


def page(content: bytes, suffix: str, number: int) -> Image.Image:
    """One page of a file as a picture."""
    with TemporaryDirectory() as here:
        file = Path(here, f"paper{suffix}")
        file.write_bytes(content)
        convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", here, str(file)]
        subprocess.run(convert, check=True, capture_output=True)
        draw = ["pdftoppm", "-r", str(DOTS), "-f", str(number), "-singlefile", "-png"]
        subprocess.run([*draw, str(file.with_suffix(".pdf")), str(file.with_suffix(""))], check=True)
        with Image.open(file.with_suffix(".png")) as drawn:
            return drawn.copy()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
