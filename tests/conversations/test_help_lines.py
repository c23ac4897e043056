"""Where whoever reports may be the one in need, whom to call stands first: whatever way the report began."""

import pytest

from participation.people.model import Language
from tests.conversations.states import walk
from tests.conversations.steps import rows

WORDS = "It happens every evening."
CALL = "If you need help, please call. Children can call too:\n112 – "
CALL_SQ = "Nëse keni nevojë për ndihmë"
LISTENING = ("116 111 – ", "116 117 – ")


async def _from_the_menu(town, ana):
    await walk(town, ana, ("/menu", "Report a danger"))


async def _by_command(town, ana):
    await town.say(ana, "/raporto")


async def _by_link(town, ana):
    await town.start(ana, "r")


async def _words_first(town, ana):
    await town.say(ana, WORDS)
    await town.press(ana, "Report a danger")


async def _photo_first(town, ana):
    await town.do(ana, lambda: ana.sends_photo(town.bot, caption=WORDS))
    await town.press(ana, "Report a danger")


async def _voice_first(town, ana):
    await town.do(ana, lambda: ana.sends_voice(town.bot))
    await town.press(ana, "Report a danger")


async def _forwarded(town, ana):
    beni = await town.citizen("Beni", "English")
    said = beni.says(town.bot, WORDS)
    await town.settle()
    await town.do(ana, lambda: ana.forwards(said))
    await town.press(ana, "Report a danger")


async def _words_held_and_a_command(town, ana):
    await town.say(ana, WORDS)
    await town.say(ana, "/raporto")


async def _words_with_a_command(town, ana):
    await town.say(ana, f"/raporto {WORDS}")


async def _words_at_the_first_question(town, ana):
    await town.say(ana, "/raporto")
    await town.say(ana, WORDS)


async def _photo_and_place_at_the_first_question(town, ana):
    await town.say(ana, "/raporto")
    await town.do(ana, lambda: ana.sends_photo(town.bot))
    await town.do(ana, lambda: ana.sends_location(town.bot, 40.2, 20.3))


async def _taken_up_again(town, ana):
    await walk(town, ana, ("/raporto", "No", "Noise", f"“{WORDS}”", "Skip", "/menu", "/raporto"))


async def _after_another_kind(town, ana):
    await walk(town, ana, ("/raporto", "No", "Noise", f"“{WORDS}”", "Skip", "Change the place"))
    await walk(town, ana, ("Back", "Back", "Back"))


WAYS = {
    way.__name__.strip("_").replace("_", " "): way
    for way in (
        _from_the_menu,
        _by_command,
        _by_link,
        _words_first,
        _photo_first,
        _voice_first,
        _forwarded,
        _words_held_and_a_command,
        _words_with_a_command,
        _words_at_the_first_question,
        _photo_and_place_at_the_first_question,
        _taken_up_again,
        _after_another_kind,
    )
}


async def kinds_that_help(town, language=Language.EN):
    async with town.service.database.reading() as unit:
        kinds = await unit.places.report_categories(town.institution, language)
    return [kind.label for kind in kinds if kind.helps]


def is_led_to_help(text, call=CALL):
    return call in text and all(one in text for one in LISTENING)


@pytest.mark.parametrize("typed", [False, True])
@pytest.mark.parametrize("way", WAYS)
async def test_help_lines_come_before_anything_is_kept_whatever_the_way(square, tmp_path, way, typed):
    """Before the question, where the place is asked, before it is sent, on the receipt; till then nothing is kept."""
    town, ana = square.town, square.ana
    for number, kind in enumerate(await kinds_that_help(town), 1):
        await WAYS[way](town, ana)
        assert "in danger right now" in town.heard(ana).text
        await town.press(ana, "No")
        asked = await (town.say if typed else town.press)(ana, kind)
        assert is_led_to_help(asked.text)
        assert asked.text.index(CALL) < asked.text.index("What happened?")
        shown = await (town.press(ana, "Go on") if "Go on" in asked.labels else town.say(ana, WORDS))
        if "Skip" in shown.labels:
            assert is_led_to_help(shown.text)
            shown = await town.press(ana, "Skip")
        assert shown.text.startswith("Please check")
        assert is_led_to_help(shown.text)
        assert len(rows(tmp_path, "reports")) == number - 1
        await town.press(ana, "Send")
        receipt = next(text for text in reversed(town.seen(ana)) if text.startswith("Thank you"))
        assert f"PR-S-2023-{number:04}" in receipt
        assert is_led_to_help(receipt)
        assert len(rows(tmp_path, "reports")) == number


async def test_they_stand_there_in_albanian_too(square):
    town = square.town
    beni = await town.citizen("Beni")
    for kind in await kinds_that_help(town, Language.SQ):
        await walk(town, beni, ("/raporto", "Jo", kind))
        screens = [town.heard(beni).text]
        await walk(town, beni, ("“Çdo mbrëmje.”", "Kapërce"))
        screens.append(town.heard(beni).text)
        screens.append((await town.press(beni, "Dërgo")).text)
        assert [one for one in screens if not is_led_to_help(one, CALL_SQ)] == []


async def test_elsewhere_nobody_is_sent_to_a_helpline(square):
    town, ana = square.town, square.ana
    before = len(town.seen(ana))
    await walk(town, ana, ("/raporto", "No", "Noise", f"“{WORDS}”", "Skip", "Send"))
    assert [one for one in town.seen(ana)[before:] if "116 111" in one] == []


async def test_who_leaves_there_has_left_nothing(square, tmp_path):
    """Having read whom to call they go, and nobody knows that they were there."""
    town, ana = square.town, square.ana
    for kind in await kinds_that_help(town):
        await walk(town, ana, ("/raporto", "No", kind, "Cancel"))
        assert rows(tmp_path, "reports") == rows(tmp_path, "drafts") == []
