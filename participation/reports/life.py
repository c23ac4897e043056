"""The life of a report: in which state which act is allowed, and what state it leaves.

DELIVERED ──read──▶ SEEN ──take, assign, ask──▶ IN_HAND ──pass on──▶ HANDED_OVER
    ▲                 └──────────── act on ───────────▶ ACTED_ON
    │                 └──────────── close ────────────▶ CLOSED ──expire──▶ gone
    └── disagree: the sender says it is not solved ───────┘
                      ├──────────── join ─────────────▶ JOINED ──part──▶ SEEN
                     └─ guard: for the protection contact ─▶ DELIVERED

What is not in the table is refused. Nothing a sender does makes a report seen, and only closed ones expire.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from participation.errors import Refusal, Refused


class State(Enum):
    """Where a report stands; each is something that the sender may be told, and that is true."""

    DELIVERED = "delivered"
    SEEN = "seen"
    IN_HAND = "in_hand"
    HANDED_OVER = "handed_over"
    ACTED_ON = "acted_on"
    CLOSED = "closed"
    JOINED = "joined"


class Act(Enum):
    """What can be done to a report."""

    READ = "read"
    TAKE = "take"
    ASSIGN = "assign"
    ASK = "ask"
    NOTE = "note"
    HAND_OVER = "hand_over"
    ACT_ON = "act_on"
    CLOSE = "close"
    JOIN = "join"
    """It is dealt with together with another one, which leads."""
    PART = "part"
    SHARE = "share"
    """Something was done about the one it is joined to."""
    GUARD = "guard"
    """An officer sees that somebody is in need: only the protection contact reads it from then on."""
    UNVEIL = "unveil"
    """The name that was given is looked at, which takes two officers."""
    TELL = "tell"
    """The sender says more, or answers."""
    AGREE = "agree"
    """The sender says that it is solved, wholly or partly."""
    DISAGREE = "disagree"
    GO_BY = "go_by"
    """The sender says by which made-up name they may be called."""
    RAISE = "raise"
    """Nobody has read it in time, and somebody else is told."""
    READERS = "readers"
    """Who reads it has changed: somebody new does, or nobody does any more."""
    EXPIRE = "expire"
    """Its time is over, and it is deleted."""


SENDERS: Final = frozenset({Act.TELL, Act.AGREE, Act.DISAGREE, Act.GO_BY})
"""What only the sender does."""
TIMES: Final = frozenset({Act.RAISE, Act.EXPIRE, Act.SHARE, Act.READERS})
"""What nobody does to this report: it comes with time, or from another one."""
BY_TWO: Final = frozenset({Act.UNVEIL})
"""What no officer does alone."""


def _under_way(state: State) -> Mapping[Act, State]:
    """What officers can do with a report that one of them has read and nobody has closed."""
    asked = State.IN_HAND if state is State.SEEN else state
    return {
        Act.READ: state,
        Act.NOTE: state,
        Act.UNVEIL: state,
        Act.TELL: state,
        Act.GO_BY: state,
        Act.READERS: state,
        Act.ASK: asked,
        Act.TAKE: State.IN_HAND,
        Act.ASSIGN: State.IN_HAND,
        Act.HAND_OVER: State.HANDED_OVER,
        Act.ACT_ON: State.ACTED_ON,
        Act.CLOSE: State.CLOSED,
        Act.JOIN: State.JOINED,
        Act.GUARD: State.DELIVERED,
    }


AFTER: Final[Mapping[State, Mapping[Act, State]]] = {
    State.DELIVERED: {
        Act.READ: State.SEEN,
        Act.TELL: State.DELIVERED,
        Act.GO_BY: State.DELIVERED,
        Act.RAISE: State.DELIVERED,
        Act.READERS: State.DELIVERED,
    },
    State.SEEN: _under_way(State.SEEN),
    State.IN_HAND: _under_way(State.IN_HAND),
    State.HANDED_OVER: _under_way(State.HANDED_OVER),
    State.ACTED_ON: _under_way(State.ACTED_ON),
    State.CLOSED: {
        Act.READ: State.CLOSED,
        Act.NOTE: State.CLOSED,
        Act.UNVEIL: State.CLOSED,
        Act.GO_BY: State.CLOSED,
        Act.AGREE: State.CLOSED,
        Act.DISAGREE: State.DELIVERED,
        Act.GUARD: State.DELIVERED,
        Act.EXPIRE: State.CLOSED,
    },
    State.JOINED: {
        Act.READ: State.JOINED,
        Act.NOTE: State.JOINED,
        Act.UNVEIL: State.JOINED,
        Act.TELL: State.JOINED,
        Act.ASK: State.JOINED,
        Act.SHARE: State.JOINED,
        Act.GO_BY: State.JOINED,
        Act.PART: State.SEEN,
        Act.CLOSE: State.CLOSED,
    },
}
"""The state after an act, for every pair that is allowed."""


def after(state: State, act: Act) -> State:
    """The state that an act leaves.

    Raises Refused (NOT_NOW) where the act is not in the table.
    """
    if act not in AFTER[state]:
        raise Refused(Refusal.NOT_NOW)
    return AFTER[state][act]


SAID: Final = frozenset({Act.ASK, Act.HAND_OVER, Act.ACT_ON, Act.CLOSE, Act.UNVEIL, Act.RAISE, Act.SHARE, Act.READERS})
"""What the sender hears of each time it is done."""


def is_news(state: State, act: Act) -> bool:
    """Whether the sender is to hear of what others do: it says something, or the report stands elsewhere now."""
    return act not in SENDERS and (act in SAID or after(state, act) is not state)


def can(state: State, act: Act) -> bool:
    """Whether an act is allowed in a state."""
    return act in AFTER[state]
