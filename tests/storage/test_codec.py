import string
from dataclasses import replace
from datetime import UTC, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.campaigns import Audience
from participation.comments.model import Signature, Words
from participation.drafts import KeptDraft
from participation.letters import Letter
from participation.messages import Media, MediaKind, Message
from participation.paperwork.plan import ConsultationPlan
from participation.reports.life import Act
from participation.reports.model import Account, Deed
from storage.codec import KINDS, NAMES, from_json, letter_from, to_json
from storage.desks.comments import Said

# JSON has no lone surrogates; whatever Telegram delivers is valid Unicode.
TEXT = st.text(st.characters(codec="utf-8"), max_size=60)
st.register_type_strategy(str, TEXT)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))


@pytest.mark.parametrize("kind", get_args(Letter), ids=lambda kind: kind.__name__)
def test_every_kind_of_letter_comes_back_as_it_was(kind):
    @given(st.from_type(kind))
    def check(letter):
        assert letter_from(NAMES[kind], to_json(letter)) == letter

    check()


def test_every_kind_of_letter_has_a_name():
    assert set(KINDS.values()) == set(get_args(Letter))
    assert all(set(name) <= set(string.ascii_lowercase + "_") for name in KINDS)


@pytest.mark.parametrize("kind", [Said, Account, Audience, KeptDraft, Message, Words, Signature, ConsultationPlan])
def test_every_value_that_is_kept_comes_back_as_it_was(kind):
    @given(st.from_type(kind))
    def check(value):
        assert from_json(kind, to_json(value)) == value

    check()


PHOTO = Media(MediaKind.PHOTO, ref="p")


@pytest.mark.parametrize("kept", [Account("traffic", media=(PHOTO,)), Deed(Act.TELL, media=(PHOTO,))])
def test_a_photo_kept_before_pictures_were_made_anew_is_made_anew(kept):
    before = to_json(kept).replace(b',"type":null,"anew":true', b"")
    assert b"anew" not in before
    (photo,) = from_json(type(kept), before).media
    assert photo == replace(PHOTO, anew=True)
