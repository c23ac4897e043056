"""Of which institution something is meant, where somebody acts for several."""

from collections.abc import Callable, Sequence

from handlers.turns import Talk, Turn, column, show
from handlers.views.publishing import to_desk
from participation.ids import InstitutionId
from participation.layout import button
from participation.messages import Button, Message
from participation.packing import Action


async def ask_which(
    talk: Talk,
    question: str,
    places: Sequence[InstitutionId],
    press: Callable[[int], Action],
    way_back: Button | None = None,
) -> Turn:
    """Ask it: below the question a button for each, and the way back to the desk or wherever they came from."""
    found = [await talk.uow.places.institution(place) for place in places]
    buttons = [button(one.name, press(one.id)) for one in found]
    return show(Message(body=question, buttons=column(*buttons, way_back or to_desk(talk))))
