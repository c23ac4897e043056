"""By what means people were asked: where the notice stood, where they met, and which way their comments came."""

from datetime import UTC, datetime

import pytest

from participation.comments.model import CommentChannel
from participation.consultations.model import Consultation, Stage, Terms
from participation.ids import ConsultationId, InstitutionId
from participation.paperwork.record import Method
from participation.paperwork.reporting import BY_CHANNEL, methods_of, offered_by

MAIL, REGISTER = "konsultime@permet.example", "https://register.example/7"


def consultation(**said: object) -> Consultation:
    began = datetime(2027, 2, 1, 8, tzinfo=UTC)
    return Consultation(ConsultationId(7), InstitutionId(1), Terms("Rrugët", **said), Stage.OPEN, began)


@pytest.mark.parametrize(
    ("said", "channels", "met", "used", "offered"),
    [
        ({}, set(), False, (Method.BOT,), ()),
        ({"email": MAIL}, set(), False, (Method.BOT,), (Method.EMAIL,)),
        ({"email": MAIL}, {CommentChannel.EMAIL}, False, (Method.BOT, Method.EMAIL), ()),
        ({}, {CommentChannel.EMAIL}, False, (Method.BOT, Method.EMAIL), ()),
        ({"register_url": REGISTER}, set(), True, (Method.REGISTER, Method.BOT, Method.MEETING), ()),
        ({}, {CommentChannel.REGISTER}, False, (Method.REGISTER, Method.BOT), ()),
        ({}, {CommentChannel.PAPER, CommentChannel.MEETING}, False, (Method.BOT, Method.PAPER, Method.SPOKEN), ()),
        ({}, {CommentChannel.OTHER}, False, (Method.BOT, Method.OTHER), ()),
    ],
    ids=["nothing", "an address", "a mail", "a mail without", "a page and a meeting", "by the page", "paper", "other"],
)
def test_a_way_counts_once_somebody_went_it(said, channels, met, used, offered):
    found = consultation(**said)
    assert methods_of(found, channels, met=met) == used
    assert offered_by(found, used) == offered


def test_each_way_of_a_comment_is_a_method():
    assert set(BY_CHANNEL) == set(CommentChannel)
