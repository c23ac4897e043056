"""Getting ready before the first turn: what is read once in the life of a process is read now."""

import gc
import logging

from bot.lines import Role
from documents.reading.tongue import identifier
from locales.texts import LANGUAGES, texts_in

log = logging.getLogger(__name__)


def get_ready(role: Role) -> None:
    """Load what the first turn would wait for, and let no garbage be looked for in what stays for good.

    All that was imported and read would be walked through again and again: a quarter of the time of a message.
    """
    for language in LANGUAGES:
        texts_in(language)
    if role.does(Role.INTAKE):
        _learn_languages()
    gc.collect()
    gc.freeze()


def _learn_languages() -> None:
    try:
        identifier()
    except Exception as error:  # noqa: BLE001  whatever is wrong with it, the house goes on without
        log.error("What tells languages apart cannot be loaded: %s", type(error).__name__)  # noqa: TRY400
