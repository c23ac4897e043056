"""Every state with every act: what is not in the table is refused."""

from collections.abc import Iterator
from itertools import product

import pytest

from participation.errors import Refusal, Refused
from participation.reports.life import AFTER, SENDERS, TIMES, Act, State, after, can, is_news

OFFICERS = set(Act) - SENDERS - TIMES
OPEN = (State.SEEN, State.IN_HAND, State.HANDED_OVER, State.ACTED_ON)
LEADS_TO = {
    Act.TAKE: State.IN_HAND,
    Act.ASSIGN: State.IN_HAND,
    Act.HAND_OVER: State.HANDED_OVER,
    Act.ACT_ON: State.ACTED_ON,
    Act.CLOSE: State.CLOSED,
    Act.JOIN: State.JOINED,
    Act.GUARD: State.DELIVERED,
}
STAYS = {Act.READ, Act.NOTE, Act.TELL, Act.UNVEIL, Act.GO_BY}


def allowed() -> Iterator[tuple[State, Act, State]]:
    """The whole table once more, written down the other way round."""
    yield State.DELIVERED, Act.READ, State.SEEN
    yield State.DELIVERED, Act.TELL, State.DELIVERED
    yield State.DELIVERED, Act.GO_BY, State.DELIVERED
    yield State.DELIVERED, Act.RAISE, State.DELIVERED
    yield State.DELIVERED, Act.READERS, State.DELIVERED
    for state in OPEN:
        yield from ((state, act, to) for act, to in LEADS_TO.items())
        yield from ((state, act, state) for act in STAYS)
        yield state, Act.READERS, state
        yield state, Act.ASK, State.IN_HAND if state is State.SEEN else state
    for act in (Act.READ, Act.NOTE, Act.UNVEIL, Act.GO_BY, Act.AGREE, Act.EXPIRE):
        yield State.CLOSED, act, State.CLOSED
    yield State.CLOSED, Act.DISAGREE, State.DELIVERED
    yield State.CLOSED, Act.GUARD, State.DELIVERED
    yield from ((State.JOINED, act, State.JOINED) for act in STAYS)
    yield from ((State.JOINED, act, State.JOINED) for act in (Act.ASK, Act.SHARE))
    yield State.JOINED, Act.PART, State.SEEN
    yield State.JOINED, Act.CLOSE, State.CLOSED


TABLE = {(state, act): to for state, act, to in allowed()}


@pytest.mark.parametrize(("state", "act"), [*product(State, Act)], ids=lambda one: one.value)
def test_each_pair_leads_where_it_should_or_is_refused(state: State, act: Act):
    assert can(state, act) is ((state, act) in TABLE)
    if (state, act) in TABLE:
        assert after(state, act) is TABLE[state, act]
    else:
        with pytest.raises(Refused) as refused:
            after(state, act)
        assert refused.value.why is Refusal.NOT_NOW


def test_every_state_is_reached_and_every_act_is_possible_somewhere():
    reached, more = {State.DELIVERED}, {State.DELIVERED}
    while more:
        more = {to for state in reached for to in AFTER[state].values()} - reached
        reached |= more
    assert reached == set(State)
    assert {act for acts in AFTER.values() for act in acts} == set(Act)


def test_only_what_is_closed_expires_and_everything_can_be_closed():
    assert [state for state in State if can(state, Act.EXPIRE)] == [State.CLOSED]
    assert {state for state in State if can(state, Act.CLOSE)} == {*OPEN, State.JOINED}


def test_what_nobody_has_read_can_only_be_read():
    """Else "seen" would be passed over, and its sender told what is not true."""
    assert [act for act in Act if can(State.DELIVERED, act) and act in OFFICERS] == [Act.READ]


def test_nothing_a_sender_does_makes_it_seen():
    for state, act in product(State, SENDERS):
        if can(state, act):
            assert after(state, act) in {state, State.DELIVERED}


def test_a_sender_hears_of_each_change_and_never_of_a_note():
    for state, act in product(State, OFFICERS):
        if can(state, act):
            assert is_news(state, act) or after(state, act) is state
            assert not (act is Act.NOTE and is_news(state, act))
    assert is_news(State.DELIVERED, Act.READ)
    assert not is_news(State.SEEN, Act.READ)
    assert all(is_news(state, Act.ASK) for state in OPEN)
    assert is_news(State.DELIVERED, Act.RAISE)
    assert not any(is_news(state, act) for state, act in product(State, SENDERS | {Act.EXPIRE}) if can(state, act))
