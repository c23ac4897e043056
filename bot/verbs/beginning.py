"""`bashke init`: the key, the database, the first institution, the token; or another token alone."""

import argparse
from collections.abc import Mapping
from typing import Final

from bot import envfile, terminal
from bot.problems import Problems
from bot.settings import BadSettings, Settings, in_force, read_settings
from bot.setup import FirstInstitution, ensure_institution, in_the_way, is_begun, make_key, same_as, unfit, why_unfit
from bot.terminal import say
from bot.troubles import OK
from bot.wiring import open_database

OPTIONS: Final[Mapping[str, tuple[str, str]]] = {
    "institution": ("Institution (for example Bashkia Përmet): ", "who consults, for example “Bashkia Përmet”"),
    "municipality": (
        "Municipality (for example Përmet; empty where it belongs to none): ",
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
MINISTRY: Final = "Is it a ministry, which belongs to no municipality and consults everybody? (yes or no): "
YES: Final = ("yes", "y", "po")
TOKEN: Final = "BASHKE_TOKEN"  # noqa: S105  the name of the setting
FROM_INPUT: Final = "-"


def options_of_init(parser: argparse.ArgumentParser) -> None:
    """All that is asked for otherwise."""
    for option, (_, sentence) in OPTIONS.items():
        parser.add_argument(f"--{option}", help=sentence)
    parser.add_argument("--ministry", action="store_true", help="it belongs to no municipality: it consults everybody")
    parser.add_argument(
        "--token",
        nargs="?",
        const=FROM_INPUT,
        type=_no_secret,
        metavar=FROM_INPUT,
        help="take the bot's token from BotFather, asked for or from standard input; "
        "kept in .env, in the place of an older one",
    )


def _no_secret(said: str) -> str:
    """Everybody on the machine can read the words of a command."""
    if said != FROM_INPUT:
        raise argparse.ArgumentTypeError("a token is not written here, where others can read it, but on standard input")
    return said


async def init(given: argparse.Namespace) -> int:
    """Make the key, the database and the first institution, and keep the token; with --token alone, keep that."""
    token = _handed_token() if given.token else ""
    return await (_keep_token(token) if await _wants_token_only(given, token) else _begin(given, token))


def _handed_token() -> str:
    token = terminal.hear_secret("Token from BotFather: ")
    if not token:
        raise Problems(["--token: nothing was said on standard input"])
    return token


async def _wants_token_only(given: argparse.Namespace, token: str) -> bool:
    """Whether nothing is said but a token, where everything else is there."""
    is_alone = token and not given.ministry and not any(getattr(given, _name_of(option)) for option in OPTIONS)
    if not is_alone or not is_begun(settings := read_settings(token)):
        return False
    async with open_database(settings) as database, database.reading() as work:
        return bool(await work.places.institutions())


async def _keep_token(token: str) -> int:
    if problems := _lost(token):
        raise Problems(problems)
    envfile.keep(TOKEN, token)
    say(".env: the token is kept there; everything else stays as it is.")
    return OK


async def _begin(given: argparse.Namespace, token: str) -> int:
    """All of it or nothing."""
    wanted = _institution(given)
    token = token or _asked_token()
    settings = _checked(wanted, given, token)
    is_new_database = not is_begun(settings)
    is_new_key = make_key(settings)
    async with open_database(settings) as database:
        is_known = await same_as(wanted, database) is not None
        await ensure_institution(wanted, database)
    say(f"{settings.key_file}: {'a new key, readable by you alone. Keep a copy elsewhere.' if is_new_key else 'kept'}")
    say(f"{settings.database_name}: {'a new database, in which nobody is known yet' if is_new_database else 'kept'}")
    if token:
        envfile.keep(TOKEN, token)
        say(".env: the token is kept there")
    elif settings.token is None:
        say(f"No token yet: run `bashke init --token`, or put {TOKEN}=... into .env before `bashke run`.")
    say(_made(wanted, is_known=is_known))
    return OK


def _made(wanted: FirstInstitution, *, is_known: bool) -> str:
    if is_known:
        return f"{wanted.name}: it was here and stays as it is; `bashke rows institutions` changes it."
    where = f"of {wanted.municipality}" if wanted.municipality else "a ministry, which consults everybody"
    return f"{wanted.name}, {where}: ready. Invite its coordinator with `bashke invite`."


def _name_of(option: str) -> str:
    return option.replace("-", "_")


def _institution(given: argparse.Namespace) -> FirstInstitution:
    """What was given, or asked for."""
    said = {_name_of(option): _said(option, given) for option in OPTIONS}
    return FirstInstitution(
        name=said["institution"],
        municipality=said["municipality"] or None,
        prefix=said["prefix"].upper(),
        email=said["email"] or None,
        office_hours=said["office_hours"] or None,
        register_url=said["register_url"] or None,
    )


def _said(option: str, given: argparse.Namespace) -> str:
    said = getattr(given, _name_of(option))
    if said is None and not (option == "municipality" and given.ministry):
        return _asked(option)
    return (said or "").strip()


def _asked(option: str) -> str:
    """What somebody answers, asked again until it can be used; nothing where nobody sits there."""
    field = {"institution": "name"}.get(option, _name_of(option))
    while True:
        answer = terminal.ask(OPTIONS[option][0])
        problem = why_unfit(field, answer.upper() if field == "prefix" else answer)
        if problem is None or not terminal.is_attended():
            return answer
        terminal.complain(problem)


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
    if not given.ministry and not wanted.municipality and terminal.ask(MINISTRY).casefold() not in YES:
        return ["--municipality: it is missing; --ministry if it belongs to none"]
    return []


def _lost(token: str) -> list[str]:
    """A token that would be kept and never be read."""
    if not token:
        return []
    if any(setting.name == TOKEN and setting.origin == "environment" for setting in in_force()):
        return [f"--token: {TOKEN} is set in the environment, which goes before .env; change it there"]
    return [] if envfile.is_writable() else ["--token: this user may not write .env"]
