"""The guide for coordinators names buttons as they stand on the phone."""

import re

from babel.messages.pofile import read_po

from locales.texts import catalog_path
from tests.rules.repository import ROOT

GUIDE = ROOT / "docs" / "coordinator-guide" / "README.md"
BOLD = re.compile(r"\*\*([^*]+)\*\*")


def sentences() -> set[str]:
    """Every Albanian sentence there is, without what is filled in."""
    with catalog_path("sq").open("rb") as file:
        catalog = read_po(file, locale="sq")
    return {re.sub(r",? ?\{\w+\}$", "", str(message.string)) for message in catalog if isinstance(message.string, str)}


def test_every_button_of_the_guide_is_a_button_of_the_bot() -> None:
    named = set(BOLD.findall(GUIDE.read_text(encoding="utf-8")))
    assert len(named) > 20
    assert sorted(named - sentences()) == []
