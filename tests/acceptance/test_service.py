"""The service as it runs in a town hall: started, spoken with, stopped, started again."""

import asyncio
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.acceptance.conftest import PATIENCE, Desk, Telegram
from tests.hooked import free_port
from tests.town import TOKEN


@pytest.fixture(params=["asked for", "brought"])
def served(request: pytest.FixtureRequest) -> Desk:
    """A desk whose bot asks for updates, and one whose bot is brought them."""
    found: Desk = request.getfixturevalue("hooked" if request.param == "brought" else "desk")
    return found


async def test_it_answers_stops_when_asked_and_answers_again(served: Desk, telegram: Telegram) -> None:
    desk = served
    ana = telegram.world.person("Ana", language_code="en")
    bot = telegram.world.bot()
    async with desk.at_work():
        await telegram.answer(ana, lambda: ana.starts(bot), "Choose your language.")
        await telegram.answer(ana, lambda: ana.presses("English", bot), "Which is your municipality?")
    ana.says(bot, "Përmet")
    async with desk.at_work() as said:
        await telegram.answer(ana, lambda: None, "In which unit")
    assert telegram.world.pending(bot) == 0
    assert [line for line in said if "Unclosed" in line or "Traceback" in line or '"error"' in line] == []


async def test_stopped_while_many_speak_it_answers_them_all_in_its_next_life(served: Desk, telegram: Telegram) -> None:
    crowd = [telegram.world.person(f"Citizen {number}", language_code="en") for number in range(30)]
    bot = telegram.world.bot()
    async with served.at_work() as said:
        for person in crowd:
            person.starts(bot)
        await telegram.answer(crowd[0], lambda: None, "Choose your language.")
    async with served.at_work() as said_later:
        for person in crowd:
            await telegram.answer(person, lambda: None, "Choose your language.")
    texts = [message.text for person in crowd for message in person.chat().messages if message.direction == "out"]
    assert len(texts) == len(crowd)
    assert [line for line in said + said_later if "Traceback" in line or '"error"' in line] == []


async def test_a_token_that_is_taken_back_ends_it_with_a_plain_line(desk: Desk, telegram: Telegram) -> None:
    process = await desk.begin("run")
    assert process.stdout is not None
    async with asyncio.timeout(PATIENCE):
        while "is at work" not in (await process.stdout.readline()).decode():
            pass
        telegram.world.bots.clear()
        _, complained = await process.communicate()
    assert process.returncode == 1
    assert "no longer accepts this token" in complained.decode()


async def test_who_was_brought_updates_may_ask_for_them_again_and_the_other_way_round(
    desk: Desk, telegram: Telegram
) -> None:
    ana, bot, here = telegram.world.person("Ana", language_code="en"), telegram.world.bot(), f"127.0.0.1:{free_port()}"
    async with desk.at_work():
        await telegram.answer(ana, lambda: ana.starts(bot), "Choose your language.")
    desk.environment |= {"BASHKE_WEBHOOK_URL": f"http://{here}", "BASHKE_LISTEN": here}
    async with desk.at_work():
        await telegram.answer(ana, lambda: ana.presses("English", bot), "Which is your municipality?")
        assert bot.webhook is not None
    ana.says(bot, "Përmet")
    del desk.environment["BASHKE_WEBHOOK_URL"]
    async with desk.at_work():
        await telegram.answer(ana, lambda: None, "In which unit")
        assert bot.webhook is None
    assert telegram.world.pending(bot) == 0


async def test_a_port_that_is_taken_ends_it_with_a_plain_line(hooked: Desk) -> None:
    host, _, port = hooked.environment["BASHKE_LISTEN"].partition(":")
    async with await asyncio.start_server(lambda *_: None, host, int(port)):
        ended = await hooked.bashke("run")
    assert ended.code == 1
    assert f"BASHKE_LISTEN={host}:{port}: " in ended.complained


@pytest.mark.parametrize("listen", ["port", "file"])
async def test_somebody_is_invited_while_the_service_is_at_its_door(hooked: Desk, tmp_path: Path, listen: str) -> None:
    door = tmp_path / "door"
    if listen == "file":
        hooked.environment["BASHKE_LISTEN"] = str(door)
    async with hooked.at_work():
        invited = await hooked.bashke("invite")
        assert (invited.code, "ft_" in invited.said) == (0, True)
        if listen == "file":
            _, writer = await asyncio.open_unix_connection(door)
            writer.close()
            second = await hooked.bashke("run")
            assert second.code != 0
            assert door.exists()


async def test_an_invitation_works_once(desk: Desk, telegram: Telegram) -> None:
    made = await desk.bashke("invite", "--role", "admin")
    payload = made.said.partition("?start=")[2].split()[0]
    assert payload.startswith("ft_")
    bot = telegram.world.bot()
    era, thief = (telegram.world.person(name, language_code="en") for name in ("Era", "Thief"))
    async with desk.at_work():
        for person, answer in ((era, "Bashkia Përmet"), (thief, "expired or was used already")):
            await telegram.answer(person, lambda who=person: who.starts(bot, payload), "Choose your language.")
            await telegram.answer(person, lambda who=person: who.presses("English", bot), answer)


async def test_who_holds_two_offices_is_listed_twice_and_loses_the_one_that_was_named(
    desk: Desk, telegram: Telegram
) -> None:
    links = [(await desk.bashke("invite", "--role", role)).said for role in ("coordinator", "protection")]
    bot, era = telegram.world.bot(), telegram.world.person("Era", language_code="en")
    first, second = (link.partition("?start=")[2].split()[0] for link in links)
    async with desk.at_work():
        await telegram.answer(era, lambda: era.starts(bot, first), "Choose your language.")
        await telegram.answer(era, lambda: era.presses("English", bot), "Bashkia Përmet")
        await telegram.answer(era, lambda: era.starts(bot, second), "You are a protection contact")
        listed = (await desk.bashke("officers")).said.splitlines()
        assert [line.partition(", since")[0].partition(", ")[2] for line in listed] == ["coordinator", "protection"]
        names = [line.partition(":")[0] for line in listed]
        assert names[1] == f"{names[0]}-protection"
        assert (await desk.bashke("officers", "--remove", names[1])).code == 0
        assert [line.partition(":")[0] for line in (await desk.bashke("officers")).said.splitlines()] == names[:1]


async def test_a_coordinator_is_listed_without_a_name_and_can_be_dismissed(desk: Desk, telegram: Telegram) -> None:
    payload = (await desk.bashke("invite")).said.partition("?start=")[2].split()[0]
    unused = (await desk.bashke("invite")).said.partition("?start=")[2].split()[0]
    bot = telegram.world.bot()
    era, other = (telegram.world.person(name, username=f"{name}_x", language_code="en") for name in ("Era", "Other"))
    async with desk.at_work():
        await telegram.answer(era, lambda: era.starts(bot, payload), "Choose your language.")
        await telegram.answer(era, lambda: era.presses("English", bot), "Bashkia Përmet")
        listed = await desk.bashke("officers")
        name = listed.said.partition(":")[0]
        assert name.startswith("PR-")
        assert "Bashkia Përmet, coordinator, since " in listed.said
        assert not any(secret in listed.said for secret in (str(era.id), "Era", "era_x"))
        wrong = await desk.bashke("officers", "--remove", "PR-999")
        assert (wrong.code, "no office PR-999" in wrong.complained) == (2, True)
        assert (await desk.bashke("officers", "--remove", name)).code == 0
        assert "Nobody holds an office yet" in (await desk.bashke("officers")).said
        await telegram.answer(era, lambda: era.says(bot, "/zyra"), "Only a coordinator")
        await telegram.answer(other, lambda: other.starts(bot, unused), "Choose your language.")
        await telegram.answer(other, lambda: other.presses("English", bot), "expired or was used already")
    with closing(sqlite3.connect(desk.folder / "bashke.sqlite3")) as database:
        actions = [action for (action,) in database.execute("SELECT action FROM audit ORDER BY id")]
    assert actions[-1] in {"dismissed", "refused"}
    assert "dismissed" in actions


async def test_at_debug_level_no_line_carries_a_token_an_id_or_a_word(served: Desk, telegram: Telegram) -> None:
    desk = served
    desk.environment["BASHKE_LOG_LEVEL"] = "debug"
    ana = telegram.world.person("Anamarta", username="anamarta_of_here", language_code="en")
    bot = telegram.world.bot()
    async with desk.at_work() as said:
        await telegram.answer(ana, lambda: ana.starts(bot), "Choose your language.")
        await telegram.answer(ana, lambda: ana.says(bot, "quicksilver words"), "Choose your language.")
    lines = "".join(said)
    word = bot.webhook.secret if bot.webhook else TOKEN
    secrets = (TOKEN, TOKEN.partition(":")[2], str(ana.id), "anamarta", "quicksilver", word)
    assert [secret for secret in secrets if secret in lines.casefold() or secret in lines] == []


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
async def test_it_can_be_stopped_while_it_waits_for_telegram(desk: Desk, sign: signal.Signals) -> None:
    desk.environment["BASHKE_TELEGRAM_URL"] = "http://127.0.0.1:9"
    process = await desk.begin("run")
    assert process.stderr is not None
    async with asyncio.timeout(PATIENCE):
        assert "cannot be reached" in (await process.stderr.readline()).decode()
        process.send_signal(sign)
        _, rest = await process.communicate()
    assert (process.returncode, rest) == (0, b"")
