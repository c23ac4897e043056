"""What the sender of a report reads of what was done."""

from datetime import date

import pytest

from handlers.views.sent import told
from participation.reports.life import SENDERS, TIMES, Act
from participation.reports.model import Body, Deed, Handover, Outcome
from tests.unit.delivery.samples import SPOKEN
from tests.unit.handlers.coordinator.talking import talk_in

DEEDS = [
    *[Deed(act, "fjalë") for act in Act if act not in SENDERS | TIMES | {Act.HAND_OVER, Act.CLOSE, Act.NOTE}],
    *[Deed(Act.CLOSE, "fjalë", outcome=outcome) for outcome in Outcome],
    *[Deed(Act.HAND_OVER, handover=Handover(body, date(2023, 6, 12), "Zyra", "Agim K.", "7/1")) for body in Body],
]


@pytest.mark.parametrize("language", SPOKEN)
def test_each_deed_has_words_of_its_own_for_the_sender(language):
    said = [told(talk_in(language), deed) for deed in DEEDS]
    assert all(said)
    assert len(set(said)) == len(said) - 1, "taken in hand, by oneself or by a colleague, is one thing for the sender"
    assert not [one for one in said if "Agim" in one or "{" in one]
