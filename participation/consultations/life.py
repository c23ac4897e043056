"""The life of a consultation: from which stage it may come to which; a table, so that every pair has its answer."""

from collections.abc import Mapping
from typing import Final

from participation.consultations.model import Stage
from participation.errors import Refusal, Refused

MOVES: Final[Mapping[Stage, frozenset[Stage]]] = {
    Stage.PROPOSED: frozenset({Stage.SCHEDULED, Stage.OPEN, Stage.CALLED_OFF}),
    Stage.SCHEDULED: frozenset({Stage.OPEN, Stage.CALLED_OFF}),
    Stage.OPEN: frozenset({Stage.REVIEW, Stage.SUMMARISED, Stage.CANCELLED}),
    Stage.REVIEW: frozenset({Stage.OPEN, Stage.SUMMARISED, Stage.CANCELLED}),
    Stage.SUMMARISED: frozenset({Stage.OPEN, Stage.ADOPTED}),
    Stage.ADOPTED: frozenset(),
    Stage.CANCELLED: frozenset(),
    Stage.CALLED_OFF: frozenset(),
}
"""Back to open leads only a notice that is extended or repeated (art. 15)."""


def check_move(present: Stage, to: Stage) -> None:
    """Refuse a stage to which nothing leads from where it stands."""
    if to not in MOVES[present]:
        raise Refused(Refusal.NOT_AT_THIS_STAGE)
