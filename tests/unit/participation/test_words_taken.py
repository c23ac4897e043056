"""What may be left as a comment or a report: something to read, not too much, under a name that is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation import words
from participation.comments.model import ANONYMOUS, Capacity, Signature, Words
from participation.comments.usecases import check_signature, check_words
from participation.errors import Refusal, Refused
from participation.messages import Media, MediaKind
from participation.readable import LONGEST
from participation.reports.model import Account
from participation.reports.usecases import check_account
from participation.words import INVISIBLE, LONGEST_NAME, has_letters, is_blank, is_name

PHOTO = Media(MediaKind.PHOTO, ref="p")
UNSEEN = st.text(st.sampled_from([*INVISIBLE, *"\u200b\u200c\u200d\u2060\ufeff\u202e\u00ad \n\t\u00a0"]), max_size=20)


@given(UNSEEN)
def test_what_shows_nothing_is_blank(words):
    assert is_blank(words)
    assert not is_blank(f"{words}ë{words}")
    assert not is_name(words)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (Words("\u200b"), Refusal.EMPTY),
        (Words("x" * (LONGEST + 1)), Refusal.TOO_LONG),
        (Words("x", (PHOTO,) * 11), Refusal.TOO_MANY),
    ],
)
def test_a_comment_that_cannot_be_read_is_refused(words, why):
    with pytest.raises(Refused) as refused:
        check_words(words)
    assert refused.value.why is why


def test_a_photo_alone_is_enough_and_so_is_the_longest_text():
    check_words(Words("", (PHOTO,)))
    check_words(Words("x" * LONGEST))
    check_account(Account("noise", "", (PHOTO,)))
    check_account(Account("noise", "x" * LONGEST))


@pytest.mark.parametrize("name", [None, "", "\u2800", "x" * (LONGEST_NAME + 1)])
@pytest.mark.parametrize("capacity", [Capacity.ORGANISATION, Capacity.ON_BEHALF])
def test_who_speaks_for_another_says_for_whom(capacity, name):
    with pytest.raises(Refused) as refused:
        check_signature(Signature(capacity, name))
    assert refused.value.why is Refusal.NAME_MISSING
    check_signature(Signature(capacity, "Shoqata Vjosa"))


@pytest.mark.parametrize("name", ["", "\u3164", "x" * (LONGEST_NAME + 1)])
def test_a_name_that_is_none_is_not_kept(name):
    with pytest.raises(Refused):
        check_signature(Signature(Capacity.ONESELF, name))
    with pytest.raises(Refused):
        check_account(Account("noise", "Zhurmë", signature=name))


def test_nobody_needs_a_name():
    check_signature(ANONYMOUS)
    check_account(Account("noise", "Zhurmë"))


@pytest.mark.parametrize("words", ["", "...", "\u3164", "\u2800", "2024", "\u200b "])
def test_what_shows_no_letter_is_no_reason(words):
    assert not has_letters(words)
    assert has_letters(words + "Jo.")


def test_a_heap_of_loose_marks_is_never_put_in_order(monkeypatch):
    put_in_order = []
    real = words.unicodedata.normalize
    monkeypatch.setattr(
        words.unicodedata, "normalize", lambda form, text: put_in_order.append(text) or real(form, text)
    )
    assert words.fold("Përmet" + "\u0315" * 2048 + "\u0316" * 2048) == "permet"
    assert put_in_order == ["përmet"]
