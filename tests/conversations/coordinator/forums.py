"""What tests of the forum have in common: a forum, its members, and a look at what was kept."""

from typing import Any, Final

from participation.forum.membership import Member, in_order
from participation.forum.proof import ProofRow
from simulator.messages import Message
from simulator.people import Person
from tests.town import Town

APPLICANTS: Final = tuple(f"Organizata {letter}" for letter in "ABCDEFGHIJKL")
RIGHTS: Final = ("/zyra", "Consultations", "Plani Social", "The rights of the forum")


async def told(square: Any, person: Person, *steps: str) -> Message:
    """Commands and “words” are written, everything else is pressed; the last message."""
    shown = None
    for step in steps:
        if step.startswith(("/", "“")):
            shown = await square.town.say(person, step.strip("“”"))
        else:
            shown = await square.town.press(person, step)
    assert shown is not None
    return shown


async def found(square: Any) -> None:
    """The forum has its name."""
    await told(square, square.zana, "/zyra", "The forum", "Register the forum", "“Forumi OGP”")


async def apply_for(
    town: Town, person: Person, name: str = "Drita", kind: str = "Civil society", why: str = "We have ideas."
) -> Message:
    """A whole application to the open call."""
    await town.start(person, f"ff_{town.institution}")
    await town.press(person, "Apply")
    await town.say(person, name)
    await town.press(person, kind)
    await town.say(person, why)
    return await town.press(person, "I agree, send it")


async def forum_of(square: Any, count: int) -> list[Person]:
    """A forum with so many members in Telegram, who applied and were taken."""
    town, zana = square.town, square.zana
    await found(square)
    await told(square, zana, "/zyra", "The forum", "Open a call", "“18.8.2023”", "“Ejani!”", "Send")
    people = []
    for name in APPLICANTS[:count]:
        person = await town.citizen(name, "English")
        await apply_for(town, person, name)
        await told(square, zana, "/zyra", "The forum", "Applications (1)", name, "Take into the forum")
        people.append(person)
    return people


async def members_of(town: Town) -> list[Member]:
    """All that is kept of members."""
    async with town.service.database.reading() as unit:
        return in_order(list(await unit.forums.of(town.institution)))


async def rows_of(town: Town) -> list[ProofRow]:
    """The proof as it stands."""
    async with town.service.database.reading() as unit:
        return list(await unit.proofs.of(town.institution))
