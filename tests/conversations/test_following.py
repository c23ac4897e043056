"""What one follows: however much it is, it can be seen and left, and a slip of the finger is taken back."""

from participation.consultations.model import Stage, Terms
from participation.people.model import Followed


async def follow_many(town, person, count):
    async with town.service.database.transaction() as unit:
        me = await unit.addresses.find(town.bot.id, person.id)
        for number in range(count):
            terms = Terms(f"Projekti {number:03}")
            added = await unit.consultations.add(town.institution, terms, stage=Stage.OPEN, publish_at=town.clock.now())
            await unit.people.follow(me, Followed.CONSULTATION, added, town.clock.now().date())


async def test_who_follows_a_hundred_things_sees_them_a_page_at_a_time_and_the_places_first(square):
    town, ana = square.town, square.ana
    await follow_many(town, ana, 100)
    first = await town.say(ana, "/ndjek")
    assert first.labels[0] == "Stop: Përmet"
    assert "– Projekti 004" in first.text
    second = await town.press(ana, "More")
    assert "– Projekti 005" in second.text
    left = await town.press(ana, "Stop: Projekti 005")
    assert "– Projekti 006" in left.text
    assert "– Projekti 005" not in left.text


async def test_what_was_left_by_a_slip_of_the_finger_is_followed_again_in_one_tap(square):
    town, ana = square.town, square.ana
    await town.say(ana, "/ndjek")
    left = await town.press(ana, "Stop: Përmet")
    assert "You hear no more of: Përmet." in left.text
    assert "– Përmet" in (await town.press(ana, "Follow again: Përmet")).text
    await town.start(ana, "k_1")
    await town.press(ana, "Remind me")
    await town.say(ana, "/ndjek")
    await town.press(ana, "Stop: Plani Social")
    assert "– Plani Social" in (await town.press(ana, "Follow again: Plani Social")).text


async def test_a_unit_that_was_left_is_followed_again(town):
    ben = town.newcomer("Ben")
    await town.start(ben)
    for label in ("English", "Choose from a list", "Gjirokastër", "Përmet", "Çarçovë"):
        await town.press(ben, label)
    await town.say(ben, "/ndjek")
    await town.press(ben, "Stop: Çarçovë")
    assert "– Çarçovë" in (await town.press(ben, "Follow again: Çarçovë")).text


async def test_nobody_follows_what_is_not_announced_or_was_never_there(square):
    town, ana = square.town, square.ana
    for data in ("fa~consultation~99~0", "fa~municipality~99~0", "fa~unit~9999~0", "fa~nothing~1~0"):
        await town.do(ana, lambda data=data: ana.presses_data(town.bot, data))
        assert "This is not here any more" in town.heard(ana).text
