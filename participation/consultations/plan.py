"""What a coordinator has prepared to be announced."""

from dataclasses import dataclass

from participation.consultations.model import Terms
from participation.consultations.notice import NO_MARGIN, Margin
from participation.meetings.model import Joining, Venue
from participation.messages import Media


@dataclass(frozen=True)
class Plan:
    """What a coordinator has prepared: the terms, the meetings and the papers; `margin` is for themselves only.

    `joining` is how one joins those meetings online that can be joined so.
    """

    terms: Terms
    venues: tuple[Venue, ...] = ()
    papers: tuple[Media, ...] = ()
    margin: Margin = NO_MARGIN
    joining: tuple[Joining, ...] = ()
