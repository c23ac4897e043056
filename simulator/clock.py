"""A clock that is moved by hand."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass
class HandClock:
    """Tells the same moment until somebody moves it; call it to read it."""

    moment: datetime

    def __post_init__(self) -> None:
        if self.moment.tzinfo is None:
            raise ValueError("the moment needs a zone")

    def __call__(self) -> datetime:
        """The present moment."""
        return self.moment

    def advance(self, **units: float) -> datetime:
        """Move on by `hours=2`, `days=1` and the like."""
        self.moment += timedelta(**units)
        return self.moment

    def set(self, moment: datetime) -> None:
        """Move to this moment, which must have a zone."""
        if moment.tzinfo is None:
            raise ValueError("the moment needs a zone")
        self.moment = moment
