"""`bashke init`: the key, the database, the first institution, the token."""

import argparse
from collections.abc import Mapping
from typing import Final

from bot import envfile, terminal
from bot.problems import Problems
from bot.settings import BadSettings, Settings, in_force, read_settings
from bot.setup import FirstInstitution, ensure_institution, in_the_way, make_key, same_as, unfit
from bot.terminal import say
from bot.troubles import OK
from bot.wiring import open_database

OPTIONS: Final[Mapping[str, tuple[str, str]]] = {
    "institution": ("Institution (for example Bashkia Përmet): ", "who consults, for example “Bashkia Përmet”"),
    "municipality": (
        "Municipality (for example Përmet; empty for a ministry): ",
        "the municipality it belongs to, for example Përmet",
    ),
    "prefix": (
        "Letters before receipt numbers (for example PR): ",
        "one to six letters before its receipt numbers, for example PR",
    ),
    "email": ("E-mail where people can write to it (may stay empty): ", "where people can write to it"),
    "office-hours": ("Office hours (may stay empty): ", "when its office is open, in its own words"),
    "register-url": (
        "Its page in the electronic register (may stay empty): ",
        "its page in the electronic register, with https://",
    ),
}
"""Each option with its question and its help."""
TOKEN: Final = "BASHKE_TOKEN"  # noqa: S105  the name of the setting


def options_of_init(parser: argparse.ArgumentParser) -> None:
    """All that is asked for otherwise."""
    for option, (_, sentence) in OPTIONS.items():
        parser.add_argument(f"--{option}", help=sentence)
    parser.add_argument("--ministry", action="store_true", help="it belongs to no municipality: it consults everybody")
    parser.add_argument("--token", help="the bot's token from BotFather; kept in .env, in the place of an older one")


async def init(given: argparse.Namespace) -> int:
    """Make the key, the database and the first institution, and keep the token: all of it or nothing."""
    wanted = _institution(given)
    token = given.token or _asked_token()
    settings = _checked(wanted, given, token)
    is_new_key = make_key(settings)
    async with open_database(settings) as database:
        is_known = await same_as(wanted, database) is not None
        await ensure_institution(wanted, database)
    say(f"{settings.key_file}: {'a new key, readable by you alone. Keep a copy elsewhere.' if is_new_key else 'kept'}")
    if token:
        envfile.keep(TOKEN, token)
        say(".env: the token is kept there")
    elif settings.token is None:
        say(f"No token yet: run `bashke init --token ...` again, or put {TOKEN}=... into .env before `bashke run`.")
    if is_known:
        say(f"{wanted.name}: it was here and stays as it is; `bashke rows institutions` changes it.")
    else:
        say(f"{wanted.name}: ready. Invite its coordinator with `bashke invite`.")
    return OK


def _institution(given: argparse.Namespace) -> FirstInstitution:
    """What was given, or asked for."""
    said = {}
    for option, (question, _) in OPTIONS.items():
        name = option.replace("-", "_")
        answer = getattr(given, name)
        if answer is None and not (option == "municipality" and given.ministry):
            answer = terminal.ask(question)
        said[name] = (answer or "").strip()
    return FirstInstitution(
        name=said["institution"],
        municipality=said["municipality"] or None,
        prefix=said["prefix"].upper(),
        email=said["email"] or None,
        office_hours=said["office_hours"] or None,
        register_url=said["register_url"] or None,
    )


def _asked_token() -> str:
    match next(setting for setting in in_force() if setting.name == TOKEN):
        case setting if setting.origin == "environment":
            return ""
        case setting if setting.value:
            return terminal.ask_secret("Token from BotFather (empty keeps the one there is): ")
        case _:
            return terminal.ask_secret("Token from BotFather (empty to add it later): ")


def _checked(wanted: FirstInstitution, given: argparse.Namespace, token: str) -> Settings:
    """The settings as they will be.

    Raises Problems with every problem at once; nothing has been written then.
    """
    problems = [*unfit(wanted), *_unclear(wanted, given), *_lost(token)]
    try:
        settings = read_settings(token)
    except BadSettings as bad:
        raise Problems([*bad.problems, *problems]) from None
    problems += in_the_way(settings)
    if problems:
        raise Problems(problems)
    return settings


def _unclear(wanted: FirstInstitution, given: argparse.Namespace) -> list[str]:
    """Nobody becomes a ministry by forgetting something."""
    if given.ministry and wanted.municipality:
        return ["--municipality: a ministry has none"]
    if not given.ministry and not wanted.municipality and not terminal.is_attended():
        return ["--municipality: it is missing; --ministry if it belongs to none"]
    return []


def _lost(token: str) -> list[str]:
    """A token that would be kept and never be read."""
    if not token:
        return []
    if any(setting.name == TOKEN and setting.origin == "environment" for setting in in_force()):
        return [f"--token: {TOKEN} is set in the environment, which goes before .env; change it there"]
    return [] if envfile.is_writable() else ["--token: this user may not write .env"]
