"""Tesseract with its Albanian letters, for tests; without it they are skipped, or fail where it is needed."""

import os

import pytest

from documents.opening.scan import TONGUE, languages

NEEDED = "TESTS_NEED_TESSERACT"


def a_scanner() -> None:
    """Say that this test needs Tesseract."""
    if TONGUE not in languages():
        (pytest.fail if os.environ.get(NEEDED) else pytest.skip)(
            f"no Tesseract with the data {TONGUE} is installed here"
        )
