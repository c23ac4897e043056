"""How far a report has got that is being told; each is a draft, and is kept under its name."""

from dataclasses import dataclass

from handlers.names import UNASKED, Asked
from handlers.story import UNTOLD, Story


@dataclass(frozen=True)
class Asking:
    """Is somebody in danger now?"""

    story: Story = UNTOLD


@dataclass(frozen=True)
class Addressing:
    """Which institution, where it is not clear."""

    story: Story


@dataclass(frozen=True)
class Sorting:
    """Which category; `shown` are the codes of those on the screen, for the list may change meanwhile."""

    to: int
    story: Story
    shown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparing:
    """Whether it is something that is known already."""

    to: int
    story: Story


@dataclass(frozen=True)
class Telling:
    """What happened."""

    to: int
    story: Story


@dataclass(frozen=True)
class Locating:
    """Where it is."""

    to: int
    story: Story


@dataclass(frozen=True)
class Checking:
    """All is here; it has to be looked at and sent. It was said how its category is `called` and who reads it.

    It `offers_alone` to send it to the protection contact and nobody else.
    """

    to: int
    story: Story
    called: str = ""
    read_by: str = ""
    offers_alone: bool = False


@dataclass(frozen=True)
class Naming:
    """Somebody wants to be called something, or their name to be known."""

    to: int
    story: Story
    asked: Asked = UNASKED
