"""The command line: `bashke`, or `python -m bot`."""

import argparse
import asyncio
import getpass
import signal
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from telegram.error import InvalidToken, NetworkError

from bot import logs
from bot.demo.play import play_demo
from bot.lock import AlreadyRunning, alone_on, database_file
from bot.profile import present
from bot.settings import BadSettings, Settings, read_settings, reference
from bot.setup import FirstInstitution, found, make_key, new_invitation
from bot.wiring import SystemClock, open_database, open_service
from participation.errors import NotFound
from participation.people.model import Role
from storage.errors import StorageError
from storage.sheets import EDITABLE, BadSheet

OK: Final = 0
BROKEN: Final = 1
WRONG: Final = 2


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
    wanted = _first_institution(given)
    if wanted is None:
        return WRONG
    made = make_key(settings)
    say(f"{settings.key_file}: {'a new key, readable by you alone. Keep a copy elsewhere.' if made else 'kept'}")
    if settings.token is None:
        _keep_token(given.token or _ask_token())
    async with open_database(settings) as database:
        try:
            await found(wanted, database)
        except NotFound:
            say(f"There is no municipality called {wanted.municipality!r}; `bashke places` lists them.")
            return WRONG
    say(f"{wanted.name}: ready. Invite its coordinator with `bashke invite`.")
    return OK


def _first_institution(given: argparse.Namespace) -> FirstInstitution | None:
    """What was given, or asked for; what is missing is named at once."""
    name = given.institution or _ask("Institution (for example Bashkia Përmet): ")
    municipality = given.municipality or _ask("Municipality (for example Përmet; empty for a ministry): ")
    prefix = given.prefix or _ask("Letters before receipt numbers (for example PR): ")
    for option, value in (("--institution", name), ("--prefix", prefix)):
        if not value:
            say(f"{option}: it is missing")
    if not name or not prefix:
        return None
    return FirstInstitution(
        name, municipality or None, prefix.upper(), given.email, given.office_hours, given.register_url
    )


def _ask(question: str) -> str:
    return input(question).strip() if sys.stdin.isatty() else ""


def _ask_token() -> str:
    return getpass.getpass("Token from BotFather (empty to add it later): ").strip() if sys.stdin.isatty() else ""


def _keep_token(token: str) -> None:
    """Write the token to `.env`, readable by nobody else."""
    if not token:
        say("No token yet: put BASHKE_TOKEN=... into .env before `bashke run`.")
        return
    read_settings(token=token)
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


def parser() -> argparse.ArgumentParser:
    """What can be asked for on the command line."""
    top = argparse.ArgumentParser("bashke", description="Public consultations and safety reports on the phone.")
    verbs = top.add_subparsers(dest="verb", required=True, metavar="COMMAND")
    made = {name: verbs.add_parser(name, help=verb.__doc__, description=verb.__doc__) for name, verb in VERBS.items()}
    for option in ("institution", "municipality", "prefix", "email", "office-hours", "register-url", "token"):
        made["init"].add_argument(f"--{option}")
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
        settings = read_settings()
        return asyncio.run(_obey(VERBS[given.verb], given, settings))
    except BadSettings as bad:
        for problem in bad.problems:
            say(problem)
    except BadSheet as unread:
        for problem in unread.problems:
            say(problem)
    except InvalidToken:
        say("BASHKE_TOKEN: Telegram does not know this token; ask BotFather for a valid one")
    except NetworkError:
        say("Telegram cannot be reached; nothing was done")
    except (StorageError, AlreadyRunning) as locked:
        say(str(locked))
    return WRONG


async def _obey(verb: Verb, given: argparse.Namespace, settings: Settings) -> int:
    return await verb(given, settings)


if __name__ == "__main__":
    sys.exit(main())
