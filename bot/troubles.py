"""What went wrong, in lines for whoever sits at the terminal; nobody is shown the inside of the house."""

import traceback
from collections.abc import Sequence
from typing import Final

from telegram.error import InvalidToken, NetworkError

from bot.lock import AlreadyRunning
from bot.settings import BadSettings
from bot.setup import CannotBegin
from storage.errors import StorageError
from storage.sheets import BadSheet

BROKEN: Final = 1
WRONG: Final = 2
INTERRUPTED: Final = 130
HINT: Final = "it could not be done. Is the database whole, and may this user write to it and to its folder?"


def told(error: BaseException) -> tuple[int, Sequence[str]]:
    """The exit code and the lines for it: 2 where something has to be set right first, 1 where another try may do."""
    match error:
        case BadSettings() | BadSheet() | CannotBegin():
            return WRONG, error.problems
        case StorageError() | AlreadyRunning():
            return WRONG, (str(error),)
        case InvalidToken():
            return WRONG, ("BASHKE_TOKEN: Telegram does not know this token; ask BotFather for a valid one",)
        case NetworkError():
            return WRONG, ("Telegram cannot be reached; nothing was done",)
        case KeyboardInterrupt():
            return INTERRUPTED, ("Broken off.",)
        case EOFError():
            return BROKEN, ("Broken off: an answer is missing.",)
        case UnicodeDecodeError():
            return WRONG, ("A file is not UTF-8 text: save it as UTF-8 and try again.",)
        case FileNotFoundError():
            return WRONG, (_about_file(error),)
        case OSError():
            return BROKEN, (_about_file(error),)
        case _:
            return BROKEN, (f"{type(error).__name__}: {HINT}",)


def _about_file(error: OSError) -> str:
    what = error.strerror or type(error).__name__
    return f"{error.filename}: {what}" if error.filename else what


def way_of(error: BaseException) -> str:
    """The places an exception came through, without its message, which may carry what somebody wrote."""
    return "".join(traceback.format_tb(error.__traceback__)) + type(error).__name__
