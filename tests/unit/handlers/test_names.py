"""Which name somebody gives: one step after the other, and what looks real is not taken for a made-up one."""

import pytest

from handlers.events import Chose, Edited, File, Pin, Text
from handlers.names import UNASKED, Asked, Given, answer
from handlers.story import UNTOLD
from participation.messages import Media, MediaKind
from participation.reports.model import Account, GivenName, Grain, NameKind, Spot, pinned
from participation.reports.naming import looks_real

MADE_UP, REAL = NameKind.MADE_UP, NameKind.REAL


@pytest.mark.parametrize("kind", NameKind)
def test_first_the_kind_and_then_the_name(kind: NameKind):
    asked = answer(UNASKED, Chose(kind.value))
    assert asked == Asked(kind)
    assert answer(asked, Text("  Zog   nate ", 7)) == Given(GivenName(kind, "Zog nate"), 7)


def test_a_name_that_came_first_waits_for_its_kind():
    asked = answer(UNASKED, Text("Zog", 7))
    assert asked == Asked(None, "Zog", 7)
    assert answer(asked, Chose("made_up")) == Given(GivenName(MADE_UP, "Zog"), 7)


@pytest.mark.parametrize("name", ["Ana Lule", "ANA LULE", "mësuese Vera", "Luani Malit"])
def test_what_looks_real_is_asked_about_once(name: str):
    assert looks_real(name)
    asked = answer(Asked(MADE_UP), Text(name, 7))
    assert asked == Asked(MADE_UP, name, 7)
    assert answer(asked, Chose("sure")) == Given(GivenName(MADE_UP, name), 7)
    assert answer(asked, Chose("real")) == Given(GivenName(REAL, name), 7)
    assert answer(asked, Chose("back")) == Asked(MADE_UP)
    assert answer(asked, Text("Zog", 8)) == Given(GivenName(MADE_UP, "Zog"), 8)
    assert answer(asked, Edited("Zog", 7)) == Given(GivenName(MADE_UP, "Zog"), 7)
    assert answer(Asked(REAL), Text(name, 7)) == Given(GivenName(REAL, name), 7)


@pytest.mark.parametrize("name", ["Dallëndyshja", "zogu i natës", "Luani i malit", "x", "007", "ZOG"])
def test_what_looks_made_up_is_taken(name: str):
    assert not looks_real(name)


def test_what_can_be_no_name_is_asked_for_again():
    assert answer(Asked(MADE_UP), Text("\u2800")) == Asked(MADE_UP, unfit=True)
    assert answer(UNASKED, Text("a" * 121)) == Asked(unfit=True)
    assert answer(Asked(MADE_UP, unfit=True), Chose("real")) == Asked(REAL)


@pytest.mark.parametrize(
    "said",
    [Chose("back"), Chose("cancel"), Chose("sure"), Pin(1, 2), File(Media(MediaKind.PHOTO)), Edited("Zog", 3)],
)
def test_all_else_is_not_about_the_name(said: object):
    assert answer(UNASKED, said) is None


def test_two_steps_back_lead_out():
    assert answer(Asked(REAL), Chose("back")) == UNASKED
    assert answer(UNASKED, Chose("back")) is None


def test_an_account_bears_one_name_or_none():
    account = Account("noise", "x", signature="Ana")
    assert account.name == GivenName(REAL, "Ana")
    made_up = account.named(GivenName(MADE_UP, "Zog"))
    assert (made_up.signature, made_up.pseudonym, made_up.name) == (None, "Zog", GivenName(MADE_UP, "Zog"))
    assert made_up.named(GivenName(REAL, " Ana  L ")).name == GivenName(REAL, "Ana L")
    assert made_up.named(None) == Account("noise", "x")


def test_a_story_bears_one_name_or_none_and_an_edit_keeps_its_kind():
    story = UNTOLD.signed("Ana", 5).signed("Zog", 6, made_up=True)
    assert story.account().name == GivenName(MADE_UP, "Zog")
    assert story.hear(Edited("Zog i ri", 6)).account().name == GivenName(MADE_UP, "Zog i ri")
    assert story.signed("Ana", 7).account().name == GivenName(REAL, "Ana")
    assert story.unsigned().account().name is None


@pytest.mark.parametrize(
    ("spot", "kept"),
    [(Spot(unit=5), Spot()), (Spot(words="ura"), Spot(words="ura")), (pinned(1.0, 2.0), pinned(1.0, 2.0, Grain.AREA))],
)
def test_told_simply_a_story_has_no_name_and_no_unit(spot: Spot, kept: Spot):
    story = UNTOLD.signed("Ana", 5)
    simple = story.__class__(spot=spot, signature="Ana", signature_in=5, pseudonym=None).simply()
    assert simple.account() == Account("", spot=kept)
    assert "simple" not in Account.__dataclass_fields__
