"""Tesseract for tests: a real one that knows Albanian letters; where there is none, why not."""

import os

import pytest

from documents.opening.scan import TONGUE, languages

NEEDED = "TESTS_NEED_TESSERACT"


def a_scanner() -> None:
    """Without it the test is skipped, or fails where Tesseract is needed."""
    if TONGUE not in languages():
        (pytest.fail if os.environ.get(NEEDED) else pytest.skip)(f"no Tesseract with its letters {TONGUE!r} here")
