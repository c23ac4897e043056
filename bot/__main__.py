"""The command line: `bashke`, or `python -m bot`."""

import argparse
import asyncio
import os
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Final

from bot.settings import read_settings
from bot.terminal import complain
from bot.troubles import OK, told, way_of
from bot.verbs.auditing import audit, options_of_audit, options_of_verify_proof, verify_proof
from bot.verbs.beginning import init, options_of_init
from bot.verbs.keeping import backup, key, options_of_backup, options_of_key, options_of_restore, restore
from bot.verbs.lists import list_settings, migrate, options_of_rows, places, rows
from bot.verbs.offices import invite, officers, options_of_invite, options_of_officers
from bot.verbs.playing import demo, options_of_demo
from bot.verbs.reading import options_of_read_notice, read_notice_files
from bot.verbs.serving import options_of_run, run
from bot.verbs.standing import status


@dataclass(frozen=True)
class Verb:
    """Something to be done, and what can be said with it."""

    do: Callable[[argparse.Namespace], Awaitable[int]]
    options: Callable[[argparse.ArgumentParser], None] | None = None


VERBS: Final[Mapping[str, Verb]] = {
    "run": Verb(run, options_of_run),
    "status": Verb(status),
    "audit": Verb(audit, options_of_audit),
    "verify-proof": Verb(verify_proof, options_of_verify_proof),
    "read-notice": Verb(read_notice_files, options_of_read_notice),
    "demo": Verb(demo, options_of_demo),
    "init": Verb(init, options_of_init),
    "invite": Verb(invite, options_of_invite),
    "officers": Verb(officers, options_of_officers),
    "migrate": Verb(migrate),
    "backup": Verb(backup, options_of_backup),
    "restore": Verb(restore, options_of_restore),
    "key": Verb(key, options_of_key),
    "places": Verb(places),
    "rows": Verb(rows, options_of_rows),
    "settings": Verb(list_settings),
}


def parser() -> argparse.ArgumentParser:
    """What can be asked for on the command line."""
    top = argparse.ArgumentParser("bashke", description="Public consultations and safety reports on the phone.")
    top.add_argument("--version", action="version", version=f"bashke {version('bashke')}")
    verbs = top.add_subparsers(dest="verb", required=True, metavar="COMMAND")
    for name, verb in VERBS.items():
        sentence = verb.do.__doc__
        made = verbs.add_parser(name, help=sentence, description=sentence)
        if verb.options is not None:
            verb.options(made)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked; problems are said in plain lines, all at once."""
    given = _given(arguments)
    try:
        return asyncio.run(_obey(VERBS[given.verb], given))
    except BrokenPipeError:
        _fall_silent()
        return OK
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  an operator reads lines, not our insides
        code, lines = told(error)
        for line in lines:
            complain(line)
        if _is_debugging():
            complain(way_of(error))
        return code


def _given(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What was asked for; of words too many none is repeated: one may be a token, and errors end in logs."""
    top = parser()
    given, more = top.parse_known_args(arguments)
    if more:
        options = " ".join(word.partition("=")[0] for word in more if word.startswith("--"))
        top.error(f"{given.verb} takes no {options or 'such words'}; see bashke {given.verb} --help")
    return given


async def _obey(verb: Verb, given: argparse.Namespace) -> int:
    return await verb.do(given)


def _fall_silent() -> None:
    """Whoever read us has read enough, and the interpreter must not say so when it empties its buffers."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _is_debugging() -> bool:
    try:
        return read_settings().log_level == "debug"
    except (Exception, KeyboardInterrupt):  # noqa: BLE001  settings that cannot be read are told already
        return False


if __name__ == "__main__":
    sys.exit(main())
