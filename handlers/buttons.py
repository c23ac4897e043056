"""Every button there is: those that work anywhere, and those that conversations made for themselves."""

from typing import Final

from handlers.tables import BUTTONS
from handlers.turns import Choice, Named
from handlers.views.resuming import Anew
from participation.packing import Action, unpack
from participation.shared import SHARED

KINDS: Final[tuple[type[Action], ...]] = (*SHARED, *BUTTONS, Choice, Named, Anew)
KNOWN: Final[dict[str, type[Action]]] = {kind.tag: kind for kind in KINDS}


def read_button(packed: str) -> Action:
    """The action in a button, or `Stale` for one that nobody knows any more."""
    return unpack(packed, KNOWN)
