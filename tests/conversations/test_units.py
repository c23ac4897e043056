"""Administrative units: who hears of what concerns only a part of the municipality."""

from tests.town import announce


async def neighbours(town):
    """Somebody of the whole municipality, and one of each of two of its units."""
    return [
        await town.citizen("Ana", language="English"),
        await living_in(town, "Ben", "Çarçovë"),
        await living_in(town, "Cem", "Frashër"),
    ]


async def living_in(town, name: str, unit: str):
    person = town.newcomer(name)
    await town.start(person)
    await town.press(person, "English")
    await town.say(person, "Përmet")
    await town.press(person, unit)
    return person


async def unit_named(town, name: str) -> int:
    async with town.service.database.reading() as uow:
        municipality = await uow.admin.municipality_named("Përmet")
        return next(unit.id for unit in await uow.places.units(municipality) if unit.name == name)


async def test_what_concerns_a_unit_is_for_it_and_for_those_who_chose_the_whole_municipality(town):
    whole, there, elsewhere = people = await neighbours(town)
    await announce(town, title="Rruga e re", units=(await unit_named(town, "Çarçovë"),))
    assert town.who_sees(people, "Rruga e re") == {whole.id: 1, there.id: 1, elsewhere.id: 0}


async def test_what_concerns_the_whole_municipality_is_for_everybody_in_it(town):
    people = await neighbours(town)
    await announce(town, title="Buxheti")
    assert set(town.who_sees(people, "Buxheti").values()) == {1}


async def test_who_chose_a_unit_follows_it_alone_and_sees_what_is_open_in_the_municipality(town):
    await announce(town)
    ben = await living_in(town, "Ben", "Çarçovë")
    assert "Plani Social 2024–2027" in town.heard(ben).labels
    followed = await town.say(ben, "/ndjek")
    assert "Stop: Çarçovë" in followed.labels
    assert "Stop: Përmet" not in followed.labels
    nothing = await town.press(ben, "Stop: Çarçovë")
    assert "You follow nothing" in nothing.text


async def test_who_asks_for_everything_needs_their_unit_no_more_and_who_narrows_it_gets_less(town):
    consultation = await announce(town)
    ben = await living_in(town, "Ben", "Çarçovë")
    await town.start(ben, f"k_{consultation}")
    await town.press(ben, "Tell me of everything in Përmet")
    assert (await town.say(ben, "/ndjek")).labels[:1] == ["Stop: Përmet"]
    await town.press(ben, "I live elsewhere now")
    await town.say(ben, "Përmet")
    await town.press(ben, "Frashër")
    assert (await town.say(ben, "/ndjek")).labels[:1] == ["Stop: Frashër"]
