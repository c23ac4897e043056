"""A talk without a database, for what is said and read."""

from datetime import date, time
from typing import Any, cast

from bot.office import OfficeScribe
from handlers.ports import Links, Printer, Scribe, Tokens
from handlers.turns import House, Talk
from locales.texts import texts_in
from participation.clock import wall
from participation.ids import PersonId
from participation.people.model import Person

NOON = wall(date(2023, 6, 20), time(12))
SCRIBE: Scribe = OfficeScribe("bashke_bot")


def talk_in(language: str = "en") -> Talk:
    """Somebody who speaks this language, at noon on 20 June 2023."""
    nothing = cast("Any", None)
    links, tokens = cast("Links", nothing), cast("Tokens", nothing)
    house = House(cast("Printer", nothing), SCRIBE, links, tokens, "komisioneri@idp.example")
    return Talk(Person(PersonId(1)), (), texts_in(language), nothing, house, NOON, NOON, "stamp123")
