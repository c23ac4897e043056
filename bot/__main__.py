"""The command line: `bashke`, or `python -m bot`."""

import argparse
import asyncio
import getpass
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from bot import logs
from bot.demo.play import play_demo
from bot.lock import alone_on, database_file
from bot.profile import present
from bot.settings import BadSettings, Settings, read_settings, reference
from bot.setup import FirstInstitution, checked, found, make_key, new_invitation
from bot.troubles import BROKEN, WRONG, told, way_of
from bot.wiring import SystemClock, open_database, open_service
from participation.people.model import Role
from storage.sheets import EDITABLE

OK: Final = 0


def say(line: str) -> None:
    """One line for whoever sits at the terminal."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()  # a service's output is a pipe, where a line would wait for thousands of others


async def run(_: argparse.Namespace, settings: Settings) -> int:
    """Take updates in and carry messages out until told to stop."""
    if settings.token is None:
        say("BASHKE_TOKEN: it is missing; `bashke init` asks for it")
        return WRONG
    logs.set_up(settings.log_level)
    with alone_on(database_file(settings.database_url)):
        return await _serve(settings)


async def _serve(settings: Settings) -> int:
    async with open_service(settings, SystemClock(), patient=True) as service:
        await present(service.bot)
        loop = asyncio.get_running_loop()
        for sign in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(sign, service.stop)
        say(f"@{service.bot.username} is at work. Stop it with Ctrl-C.")
        service.metronome.start()
        try:
            if await service.run():
                return OK
        finally:
            service.metronome.stop()
    say("BASHKE_TOKEN: Telegram no longer accepts this token; everything queued stays for the next start")
    return BROKEN


async def init(given: argparse.Namespace, settings: Settings) -> int:
    """Make the key, the database and the first institution."""
    wanted = checked(_first_institution(given), settings)
    token = "" if settings.token else given.token or _ask_token()
    if token:
        read_settings(token=token)
    made = make_key(settings)
    async with open_database(settings) as database:
        await found(wanted, database)
    say(f"{settings.key_file}: {'a new key, readable by you alone. Keep a copy elsewhere.' if made else 'kept'}")
    if settings.token is None:
        _keep_token(token)
    say(f"{wanted.name}: ready. Invite its coordinator with `bashke invite`.")
    return OK


def _first_institution(given: argparse.Namespace) -> FirstInstitution:
    """What was given, or asked for."""
    name = given.institution or _ask("Institution (for example Bashkia Përmet): ")
    municipality = given.municipality or _ask("Municipality (for example Përmet; empty for a ministry): ")
    prefix = given.prefix or _ask("Letters before receipt numbers (for example PR): ")
    return FirstInstitution(
        name, municipality or None, prefix.upper(), given.email, given.office_hours, given.register_url
    )


@contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl-C at a question breaks off at once: the loop would only take note of it, and wait for the answer."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _ask(question: str) -> str:
    with _interruptible():
        return input(question).strip() if sys.stdin.isatty() else ""


def _ask_token() -> str:
    with _interruptible():
        return getpass.getpass("Token from BotFather (empty to add it later): ").strip() if sys.stdin.isatty() else ""


def _keep_token(token: str) -> None:
    """Write the token to `.env`, readable by nobody else."""
    if not token:
        say("No token yet: put BASHKE_TOKEN=... into .env before `bashke run`.")
        return
    path = Path(".env")
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    path.touch(mode=0o600)
    path.write_text(f"{kept}BASHKE_TOKEN={token}\n", encoding="utf-8")
    path.chmod(0o600)
    say(".env: the token is kept there")


async def invite(given: argparse.Namespace, settings: Settings) -> int:
    """Print a one-time link that makes somebody coordinator."""
    if settings.token is None:
        say("BASHKE_TOKEN: it is missing")
        return WRONG
    async with open_service(settings, SystemClock()) as service:
        try:
            token = await new_invitation(
                service.database, service.clock, institution=given.institution, role=Role(given.role)
            )
        except LookupError as unclear:
            say(f"Which institution? {unclear}")
            return WRONG
        say(f"https://t.me/{service.bot.username}?start=ft_{token}")
    say("It works once, within seven days. Send it to the person themselves.")
    return OK


async def migrate(_: argparse.Namespace, settings: Settings) -> int:
    """Bring the database up to date."""
    async with open_database(settings):
        say("The database is up to date.")
    return OK


async def places(_: argparse.Namespace, settings: Settings) -> int:
    """List the municipalities and the institutions that use the bot."""
    async with open_database(settings) as database, database.reading() as unit:
        for municipality in await unit.places.municipalities():
            say(f"{municipality.name} ({municipality.county})")
        for institution in await unit.places.institutions():
            say(f"* {institution.name}, {institution.prefix}")
    return OK


async def rows(given: argparse.Namespace, settings: Settings) -> int:
    """Print rows that an administrator may edit as CSV; put them back with --load, remove one with --remove."""
    async with open_database(settings) as database, database.transaction() as unit:
        if given.load is not None:
            text = await asyncio.to_thread(given.load.read_text, encoding="utf-8-sig")
            say(f"{await unit.sheets.read_in(given.table, text)} rows are in place.")
        elif given.remove is not None:
            say(f"{await unit.sheets.take_out(given.table, given.remove)} rows are gone.")
        else:
            sys.stdout.write(await unit.sheets.write_out(given.table))
    return OK


async def list_settings(_: argparse.Namespace, settings: Settings) -> int:
    """List every setting with its default and what it does."""
    assert settings
    for name, default, sentence in reference():
        say(f"{name}={default}\n    {sentence}")
    return OK


async def demo(given: argparse.Namespace, _: Settings) -> int:
    """Play the story of a consultation with the simulator: no token, no network."""
    return await play_demo(notice=given.notice, people=given.people, folder=given.output)


Verb = Callable[[argparse.Namespace, Settings], Awaitable[int]]
VERBS: Final[Mapping[str, Verb]] = {
    "run": run,
    "demo": demo,
    "init": init,
    "invite": invite,
    "migrate": migrate,
    "places": places,
    "rows": rows,
    "settings": list_settings,
}


OPTIONS_OF_INIT: Final[Mapping[str, str]] = {
    "institution": "who consults, for example “Bashkia Përmet”",
    "municipality": "the municipality it belongs to, for example Përmet; none for a ministry",
    "prefix": "one to six letters before its receipt numbers, for example PR",
    "email": "where people can write to it",
    "office-hours": "when its office is open, in its own words",
    "register-url": "its page in the electronic register, with https://",
    "token": "the bot's token from BotFather; kept in .env",
}


def parser() -> argparse.ArgumentParser:
    """What can be asked for on the command line."""
    top = argparse.ArgumentParser("bashke", description="Public consultations and safety reports on the phone.")
    verbs = top.add_subparsers(dest="verb", required=True, metavar="COMMAND")
    made = {name: verbs.add_parser(name, help=verb.__doc__, description=verb.__doc__) for name, verb in VERBS.items()}
    for option, sentence in OPTIONS_OF_INIT.items():
        made["init"].add_argument(f"--{option}", help=sentence)
    made["rows"].add_argument("table", choices=sorted(EDITABLE))
    made["rows"].add_argument("--load", type=Path, metavar="FILE", help="a CSV with the same columns")
    made["rows"].add_argument("--remove", metavar="KEY", help="the first key of the row")
    made["invite"].add_argument("--institution")
    made["invite"].add_argument("--role", choices=[role.value for role in Role], default=Role.COORDINATOR.value)
    made["demo"].add_argument("--notice", type=Path, help="another notice than Përmet's")
    made["demo"].add_argument("--people", type=int, default=300)
    made["demo"].add_argument("--output", type=Path, default=Path("demo-output"))
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked; problems are said in plain lines, all at once."""
    given = parser().parse_args(arguments)
    try:
        return asyncio.run(_obey(VERBS[given.verb], given, read_settings()))
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  an operator reads lines, not our insides
        code, lines = told(error)
        for line in lines:
            say(line)
        if _is_debugging():
            sys.stderr.write(way_of(error) + "\n")
        return code


def _is_debugging() -> bool:
    try:
        return read_settings().log_level == "debug"
    except (BadSettings, OSError, UnicodeDecodeError):
        return False


async def _obey(verb: Verb, given: argparse.Namespace, settings: Settings) -> int:
    return await verb(given, settings)


if __name__ == "__main__":
    sys.exit(main())
