"""Two people tap, write and send whatever comes to mind: each act is answered, and nothing ever breaks."""

import random
from collections.abc import Callable

import pytest

from bot.taps import ONE_WISH
from simulator.people import Person
from tests.conversations.test_bad_input import FAULT, everything
from tests.town import Town

STEPS = 120
THOUGHTS = (
    "po", "jo", "Përmet", "15", "25.7.2023 ora 11:00", "18 gusht", "146/2014", "<b>&", "\u200b", "Ana Lule",
    "x" * 4_000, "/menu", "/raporto", "/publiko", "/zyra", "/te_miat", "/ndjek", "/fshij", "/ndal", "/start k_1",
    "/gjuha", "/qetesi", "/anulo", "/privatesia", "/komuna", "/shto", "/hapur", "/fto",
)  # fmt: skip


def some_button(rng: random.Random, person: Person, town: Town) -> Callable[[], object]:
    """A button of one of the last messages, now and then of an old one."""
    shown = [message for message in person.chat().messages if message.direction == "out" and message.buttons]
    message = rng.choice(shown[-3:] if rng.random() < 0.9 else shown)
    data = [button.data for row in message.buttons for button in row if button.data]
    return lambda: person.presses_data(town.bot, rng.choice(data), message=message)


def anything(rng: random.Random, person: Person, town: Town) -> Callable[[], object]:
    """What somebody might do next."""
    chance = rng.random()
    if chance < 0.7:
        return some_button(rng, person, town)
    if chance < 0.92:
        return lambda: person.says(town.bot, rng.choice(THOUGHTS))
    return rng.choice(everything(person, town.bot))


def answers(person: Person) -> int:
    """How much the bot has said to somebody, counting what it said in place of something else and what it took back."""
    return sum(len(message.versions) for message in person.chat().history.values() if message.direction == "out")


def is_forgotten(town: Town, person: Person) -> bool:
    """Whether the last they heard is that we know nothing of them: whoever taps that button again stays unknown."""
    return any(words in town.heard(person).text for words in ("we know nothing about you", "nuk dimë më asgjë për ju"))


@pytest.mark.parametrize("seed", range(4))
async def test_whatever_people_do_is_answered_and_breaks_nothing(square, seed):
    town, rng = square.town, random.Random(seed)
    for _ in range(STEPS):
        person = rng.choice((square.ana, square.zana))
        before = answers(person)
        anything(rng, person, town)()
        await town.settle()
        town.clock.move(ONE_WISH)
        assert answers(person) > before or is_forgotten(town, person)
    assert FAULT not in "".join((*town.seen(square.ana), *town.seen(square.zana)))
