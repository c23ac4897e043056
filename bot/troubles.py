"""What went wrong, in lines for whoever sits at the terminal; nobody is shown the inside of the house."""

import traceback
from collections.abc import Sequence
from typing import Final

from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, TelegramError

from bot.lock import AlreadyRunning
from bot.problems import Problems
from storage.cells import BadSheet
from storage.errors import StorageError
from storage.troubles import LASTING, in_words

OK: Final = 0
BROKEN: Final = 1
WRONG: Final = 2
INTERRUPTED: Final = 130
HINT: Final = "it could not be done. BASHKE_LOG_LEVEL=debug shows where; please tell those who made Bashkë."


def told(error: BaseException) -> tuple[int, Sequence[str]]:
    """The exit code and the lines for it: 2 where something has to be set right first, 1 where another try may do."""
    match error:
        case Problems() | BadSheet():
            return WRONG, error.problems
        case StorageError() | AlreadyRunning():
            return WRONG, (str(error),)
        case BadRequest() | Forbidden() | InvalidToken():
            return WRONG, (_about_telegram(error),)
        case TelegramError():
            return BROKEN, (_about_telegram(error),)
        case KeyboardInterrupt():
            return INTERRUPTED, ("Broken off.",)
        case EOFError():
            return BROKEN, ("Broken off: an answer is missing.",)
        case FileNotFoundError() | FileExistsError() | PermissionError() | IsADirectoryError() | NotADirectoryError():
            return WRONG, (_about_file(error),)
        case OSError():
            return BROKEN, (_about_file(error),)
        case BaseExceptionGroup():
            return told(error.exceptions[0])
        case _:
            sentence = in_words(error)
            return WRONG if sentence in LASTING else BROKEN, (sentence or f"{type(error).__name__}: {HINT}",)


def _about_telegram(error: TelegramError) -> str:
    match error:
        case InvalidToken():
            return "BASHKE_TOKEN: Telegram does not know this token (or BASHKE_TELEGRAM_URL leads elsewhere)"
        case NetworkError() if not isinstance(error, BadRequest):  # one of its kinds, for the library
            return "Telegram cannot be reached; nothing was done"
        case _:
            return f"Telegram refuses ({type(error).__name__}); nothing was done"


def _about_file(error: OSError) -> str:
    what = error.strerror or type(error).__name__
    return f"{error.filename}: {what}" if error.filename else what


def way_of(error: BaseException) -> str:
    """The places an exception came through, without its message, which may carry what somebody wrote."""
    return "".join(traceback.format_tb(error.__traceback__)) + type(error).__name__
