"""What is an e-mail address, and what is a link: one rule for the conversation, the command line and the sheets."""

import pytest

from participation.words import LONGEST_EMAIL, LONGEST_LINK, is_email, is_link


@pytest.mark.parametrize("words", ["a@b.al", "konsultime.publike@bashkia-permet.example", "ë@çdo.al"])
def test_an_address_is_one(words):
    assert is_email(words)


@pytest.mark.parametrize(
    "words", ["", "a", "a@b", "@b.al", "a@b.", "a @b.al", "a@b.al, c@d.al", "<a@b.al>", "a@b@c.al", " a@b.al"]
)
def test_what_is_no_address_is_none(words):
    assert not is_email(words)


@pytest.mark.parametrize("words", ["https://a.al", "HTTP://a.al", "https://a.b.al:8080/x?y=1#z", "https://a.al/ë"])
def test_a_link_is_one(words):
    assert is_link(words)


@pytest.mark.parametrize(
    "words",
    ["", "a.al", "https://", "https://a", "https://a b.al", "https://a.al/x y", "javascript:a.al", "ftp://a.al"],
)
def test_what_is_no_link_is_none(words):
    assert not is_link(words)


def test_neither_is_endless():
    assert not is_email("a@" + "b" * LONGEST_EMAIL + ".al")
    assert not is_link("https://a.al/" + "b" * LONGEST_LINK)
