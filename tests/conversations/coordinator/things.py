"""Things that people send where nobody asked for them."""

from collections.abc import Callable
from typing import Final

from simulator.bots import Bot
from simulator.people import Person

THINGS: Final[tuple[Callable[[Person, Bot], object], ...]] = (
    lambda person, bot: person.sends_sticker(bot),
    lambda person, bot: person.sends_location(bot, 40.2, 20.3),
    lambda person, bot: person.sends_contact(bot),
    lambda person, bot: person.sends_voice(bot),
    lambda person, bot: person.sends_photo(bot),
    lambda person, bot: person.sends_poll(bot),
)
