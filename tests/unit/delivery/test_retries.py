"""What becomes of a parcel after an outcome, where the courier's stories do not come."""

from dataclasses import replace
from datetime import timedelta

import pytest

from delivery.ledger import Ledger
from delivery.retries import LONG, PAUSE, is_expired, settle
from participation.ids import PersonId
from participation.letters import Lane, Reply
from participation.messages import Message
from participation.post import Doubtful, Later, Parcel, Rejected, Sent
from tests.unit.delivery.fakes import START, FakeQueue

PARCEL = Parcel(1, PersonId(1), Lane.REMINDER, Reply(Message("Mirë")), use_by=START, attempts=len(LONG))


def test_where_a_long_message_broke_off_is_known_also_when_nothing_arrives_at_all():
    settled = settle(PARCEL, Doubtful("timeout", done=2), others_arrive=False, now=START)
    assert settled.outcome == Later(PAUSE, whole_token=False, done=2)


def test_at_the_last_moment_of_its_use_it_still_leaves():
    assert not is_expired(PARCEL, START)
    assert is_expired(PARCEL, START + timedelta(seconds=1))


@pytest.mark.parametrize(("seconds", "outcome"), [(PAUSE - 1, Rejected), (PAUSE, Later)])
async def test_one_is_given_up_only_where_another_arrived_a_short_while_ago(seconds, outcome):
    ledger, arrived, doubtful = Ledger(FakeQueue()), replace(PARCEL, id=1), replace(PARCEL, id=2)
    ledger.note(arrived, Sent(1), START)
    ledger.note(doubtful, Doubtful("timeout"), START + timedelta(seconds=seconds))
    noted = [each.outcome for each in ledger._unwritten]
    assert isinstance(noted[1], outcome)
