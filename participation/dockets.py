"""Which reports lie together: those of an institution that the same officers read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from participation.ids import InstitutionId
from participation.people.model import Office, Right


@dataclass(frozen=True)
class Docket:
    """The reports of an institution that its officers read, or those that only its protection contact reads."""

    institution: InstitutionId
    guarded: bool = False

    @property
    def right(self) -> Right:
        """What an office must let one do to read them."""
        return Right.PROTECT if self.guarded else Right.ACT


def both_of(institution: InstitutionId) -> Sequence[Docket]:
    """All that lies with an institution."""
    return (Docket(institution), Docket(institution, guarded=True))


def open_to(offices: Iterable[Office]) -> Sequence[Docket]:
    """Those that somebody's offices let them read."""
    return [docket for one in offices for docket in both_of(one.institution) if one.may(docket.right)]
